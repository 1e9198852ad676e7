"""What settling shows: layers under the text, the card, what can be done next."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from annotator.domain.annotations import Annotation, Fragment
from annotator.domain.people import Comment
from annotator.domain.schema import Kind, Schema
from annotator.domain.wording import tr, trn, within
from annotator.services.adjudicating import Adjudication, Case
from annotator.ui.adjudicate.card import CaseCard
from annotator.ui.adjudicate.layer_marks import agreed_mark, layered_marks
from annotator.ui.adjudicate.queue import QueueModel, QueueView
from annotator.ui.adjudicate.voices import World
from annotator.ui.adjudicate.wording import main_of, row_title
from annotator.ui.article.marks import Mark
from annotator.ui.article_desk import ArticleDesk
from annotator.ui.marking import MarkingController


@dataclass(frozen=True, slots=True)
class Parts:
    """What the window is made of."""

    article: ArticleDesk
    marking: MarkingController
    model: QueueModel
    queue: QueueView
    card: CaseCard


@dataclass(frozen=True, slots=True)
class Draft:
    """A decision that somebody is about to take.

    Attributes:
        chosen: Row → annotator: parts chosen so far.
        armed: The row that waits for a number; "" for none.
        is_marking: Keys mark now, and do not decide.
    """

    chosen: Mapping[str, str] = field(default_factory=dict)
    armed: str = ""
    is_marking: bool = False


class CaseDisplay:
    """Draws what a bench has; decides nothing.

    Attributes:
        shows_all: Everybody's layers also where things are settled.
        next_title: Of the next article to settle; "" for none.
    """

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._view = parts.article.view
        self._world: World | None = None
        self._others: dict[str, Mark] = {}
        self.shows_all = False
        self.next_title = ""

    def clear(self) -> None:
        """Forget the marks of another article."""
        self._others = {}

    def set_world(self, world: World) -> None:
        """Show the differences of another article."""
        self._world = world

    def show(self, bench: Adjudication, case: Case | None) -> None:
        """Show a case, or that there is none."""
        self.draw(bench, case)
        if case is None or self._world is None:
            self._view.set_search((), None)
            self._advise(bench)
            return
        members = [*case.cluster.members.values(), *case.gold]
        mains = [f for a in members for f in self._main(a)]
        self._view.set_search(mains, None)
        self._reveal(case, mains)
        card = self._parts.card
        names = {str(i): p.name for i, p in bench.people.items()}
        card.show_case(case, self._kind(case), self._world, names)
        start, end = case.extent
        near = [
            c for c in comments_of(bench).values() if c.start < end and start < c.end
        ]
        card.show_comments(near, names)

    def _reveal(self, case: Case, mains: list[Fragment]) -> None:
        """Scroll to all of a difference, or else to the words that it is about."""
        about = Fragment(min(f.start for f in mains), max(f.end for f in mains))
        if self._view.page.reveal_first([case.extent, about, min(mains)]):
            self._view.refresh()

    def show_draft(self, case: Case | None, draft: Draft) -> None:
        """Show what was chosen so far, and which keys do what."""
        card = self._parts.card
        if case is not None and card.shows_case:
            card.grid.show_draft(draft.chosen, draft.armed)
            card.show_hint(self._hint(case, draft))

    def _hint(self, case: Case, draft: Draft) -> str:
        if draft.is_marking:
            return tr(
                "Marking by hand: select words, press a label’s key. Return: decide."
            )
        kind = self._kind(case)
        voices = self._world.voices if self._world is not None else ()
        names = {v.id: v.name for v in voices}
        if draft.armed:
            row = row_title(draft.armed, kind)
            return tr("{row} from whom? Press a number; Esc forgets it.", row=row)
        if draft.chosen:
            chosen = ", ".join(
                tr(
                    "{row} from {name}",
                    row=within(row_title(row, kind)),
                    name=names[name],
                )
                for row, name in draft.chosen.items()
            )
            return tr(
                "Chosen: {chosen}. A number takes the rest from there; Esc forgets.",
                chosen=chosen,
            )
        return tr(
            "A number takes, Ctrl+number takes as well, a row’s letter and a number"
            " choose a part. Tab: next open difference."
        )

    # -- layers ------------------------------------------------------------

    def draw(self, bench: Adjudication, current: Case | None) -> None:
        """Draw the layers of the others where something is to be decided.

        What all agree on stands there once, dashed, until it is taken.
        """
        wanted = {mark.id: mark for mark in self._marks(bench, current)}
        put = [m for i, m in wanted.items() if self._others.get(i) != m]
        removed = [i for i in self._others if i not in wanted]
        self._others = wanted
        if put or removed:
            self._view.apply(put, removed)

    def _marks(self, bench: Adjudication, current: Case | None) -> Iterator[Mark]:
        waiting = bench.waiting()
        keys = set() if self.shows_all else {case.key for case in waiting}
        shown = [
            case
            for case in bench.hearing.cases
            if self.shows_all or not case.is_settled or case is current
            if case.key not in keys
        ]
        voices = self._world.voices if self._world is not None else ()
        yield from layered_marks(shown, {v.id: v for v in voices}, self._schema)
        for case in waiting:
            if case.key in keys and not case.gold:
                yield agreed_mark(case, self._schema)

    # -- advice ------------------------------------------------------------

    def _advise(self, bench: Adjudication) -> None:
        card, waiting = self._parts.card, len(bench.waiting())
        if not bench.hearing.is_comparable:
            card.show_advice(
                tr("Nothing to compare here"),
                tr("Fewer than two annotators have set this article to done."),
            )
        elif bench.is_unsettled():
            things = trn("{n:,} annotation", "{n:,} annotations", waiting)
            said = (
                tr("{things} to take.", things=things)
                if waiting
                else tr("Nobody has marked anything.")
            )
            take = (
                tr("Take them (Return)")
                if waiting
                else tr("Settle the article (Return)")
            )
            card.show_advice(tr("All annotators agree"), said, take, wants="agreed")
        else:
            said = tr("All annotators agree.")
            button = (
                tr("Next article: {next_title}", next_title=self.next_title)
                if self.next_title
                else ""
            )
            more = "" if button else tr(" Every article is settled.")
            card.show_advice(tr("Nothing to settle here"), f"{said}{more}", button)

    # -- small things ------------------------------------------------------

    @property
    def _schema(self) -> Schema:
        return self._parts.article.schema

    def _kind(self, case: Case) -> Kind:
        kind = self._schema.kind(case.cluster.kind)
        assert kind is not None  # noqa: S101 - only kinds of the schema are compared
        return kind

    def _main(self, annotation: Annotation) -> tuple[Fragment, ...]:
        return main_of(annotation, self._schema)


def comments_of(bench: Adjudication) -> dict[str, Comment]:
    """Return what was said about the open document, by id."""
    opened = bench.opened
    comments = {} if opened is None else opened.layer.comments
    return {str(i): comment for i, comment in comments.items()}
