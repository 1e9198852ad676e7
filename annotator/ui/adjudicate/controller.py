"""Settling in the window: what keys and clicks do to the bench, and what is shown."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from annotator.domain.annotations import Fragment
from annotator.domain.ids import DocumentId
from annotator.domain.wording import tr
from annotator.services.adjudicating import Adjudication, Case, Hearing
from annotator.services.changes import Changes
from annotator.services.steps import OpenDocument
from annotator.ui.adjudicate.display import CaseDisplay, Draft, Parts, comments_of
from annotator.ui.adjudicate.layer_marks import annotation_id, layered_styles
from annotator.ui.adjudicate.voices import Voice, World, voices_of
from annotator.ui.adjudicate.wording import main_of


class AdjudicationController(QObject):
    """Keeps article, queue and card in step with one bench.

    Attributes:
        voices: Who has done the document.
        draft: Row → annotator: parts chosen for the difference so far.
        armed: The row that waits for a number; "" for none.

    Signals:
        progressed: How many differences are settled, and how many there are.
        waiting_changed: How many annotations all agree on are not taken yet, and
            whether taking them is all that the article lacks.
        marking_changed: Whether keys mark now, and do not decide.
        next_wanted: The next article is to be opened.
    """

    progressed = Signal(int, int)
    waiting_changed = Signal(int, bool)
    marking_changed = Signal(bool)
    next_wanted = Signal()

    def __init__(self, parts: Parts, parent: QObject) -> None:
        super().__init__(parent)
        self._parts = parts
        self._article = parts.article
        self._view = parts.article.view
        self.bench: Adjudication | None = None
        self.voices: list[Voice] = []
        self.draft: dict[str, str] = {}
        self.armed = ""
        self.is_marking = False
        self._display = CaseDisplay(parts)
        self._deciding = False
        self._key: str | None = None
        self._was_settled: dict[str, bool] = {}
        parts.article.opened.connect(self._on_opened)
        parts.article.changed.connect(self._on_changed)
        parts.article.elsewhere.connect(self._on_elsewhere)
        self._view.mark_selected.connect(self._on_mark_selected)
        parts.queue.chosen.connect(self.select)
        parts.card.wanted.connect(self.want)
        parts.card.grid.taken.connect(self.take)
        parts.card.grid.part_chosen.connect(self.choose)
        parts.card.comment_made.connect(self._comment)
        parts.card.comment_left.connect(self._view.setFocus)
        parts.card.resolved.connect(self._resolve)

    # -- documents ---------------------------------------------------------

    def set_bench(self, bench: Adjudication | None) -> None:
        """Settle a project, or none any more."""
        self.set_marking(on=False)
        self.bench = bench
        self._key = None
        self._display.clear()
        if bench is not None:
            bench.takes_along = True
        self._article.set_desk(bench)

    def open(self, document_id: str, place: Fragment | None = None) -> None:
        """Open an article; looking at it settles nothing.

        What everybody has marked alike is taken with the first decision, or when
        somebody says so.

        Args:
            document_id: Which.
            place: The difference there becomes the current one.
        """
        self.set_marking(on=False)
        self._key = None
        self._article.open(document_id)
        if place is not None:
            self._select_at(place)

    def _on_elsewhere(self, document_id: str) -> None:
        """Open where a step was taken back."""
        self.set_marking(on=False)
        self._key = None
        self._article.open(document_id)

    def _on_opened(self, opened: OpenDocument | None) -> None:
        self._display.clear()
        self._was_settled = {}
        self.draft, self.armed = {}, ""
        if opened is None or self.bench is None:
            self.voices = []
            self._parts.model.set_cases([])
            return
        self._hear_voices(opened)
        self._refresh()

    def _hear_voices(self, opened: OpenDocument) -> None:
        """Show who has done the document."""
        people, layers = self._bench.people, self._bench.layers
        self.voices = voices_of(p for i, p in people.items() if i in layers)
        schema = self._article.schema
        self._view.set_styles(layered_styles(schema, self.voices))
        world = World(opened.document.text, schema, self.voices)
        self._display.set_world(world)
        self._parts.model.set_world(world)

    # -- what is current ---------------------------------------------------

    @property
    def hearing(self) -> Hearing:
        """What there is to settle."""
        return self._bench.hearing

    @property
    def case(self) -> Case | None:
        """The current difference."""
        if self.bench is None or self.bench.opened is None or self._key is None:
            return None
        return self.hearing.by_key.get(self._key)

    def select(self, key: str) -> None:
        """Make a difference the current one."""
        if key != self._key:
            self._key = key
            self.draft, self.armed = {}, ""
            self.set_marking(on=False)
            self._show()

    def go(self, step: int) -> None:
        """Go to the next (1) or previous (-1) open difference, round the end."""
        cases = self._parts.model.cases
        here = self._parts.model.row_of(self._key)
        if here < 0:
            here = -1 if step > 0 else 0
        for distance in range(1, len(cases) + 1):
            case = cases[(here + step * distance) % len(cases)]
            if not case.is_settled:
                self.select(case.key)
                return
        if cases and step:
            self.select(cases[(here + step) % len(cases)].key)

    def _select_at(self, place: Fragment) -> None:
        for case in self._parts.model.cases:
            extent = case.extent
            if extent.start < place.end and place.start < extent.end:
                self.select(case.key)
                return
        self._view.reveal(*place)

    # -- deciding ----------------------------------------------------------

    def voice(self, number: int) -> Voice | None:
        """Return the annotator of a number key."""
        return next((v for v in self.voices if v.number == number), None)

    def take_number(self, number: int, *, also: bool = False) -> None:
        """Take what an annotator has, or the waiting part from there."""
        voice = self.voice(number)
        if voice is None:
            self._article.hint.emit(
                tr("There is no annotator {number} here.", number=number)
            )
        elif self.armed:
            self.choose(self.armed, voice.id)
        else:
            self.take(voice.id, also=also)

    def take(self, annotator: str, *, also: bool = False) -> None:
        """Take all that an annotator has, but for parts chosen from others."""
        case, parts = self.case, dict(self.draft)
        if case is not None:
            self._decide(
                lambda: self._bench.take(case.key, annotator, parts or None, also=also)
            )

    def part_from(self, number: int) -> None:
        """Choose the waiting part, or the first that differs, from an annotator."""
        voice, case = self.voice(number), self.case
        if voice is None or case is None:
            return
        rows = [r for r in case.cluster.rows if r not in self.draft]
        row = self.armed or next(iter(rows), "")
        if row:
            self.choose(row, voice.id)

    def choose(self, row: str, annotator: str) -> None:
        """Choose one part from an annotator; the rest is taken with a number."""
        case = self.case
        if case is None:
            return
        if annotator not in case.cluster.members:
            self._article.hint.emit(tr("This annotator has not marked it."))
            return
        if self.draft.get(row) == annotator:
            del self.draft[row]
        else:
            self.draft[row] = annotator
        self.armed = ""
        self._show_draft()

    def press_letter(self, letter: str) -> bool:
        """Let the row of a letter wait for a number."""
        keys = self._parts.card.grid.keys
        row = next((r for r, key in keys.items() if key == letter), None)
        if self.case is None or row is None:
            return False
        self.armed = "" if self.armed == row else row
        self._show_draft()
        return True

    def want(self, name: str) -> None:
        """Do what a button of the card does."""
        if name in {"next", "agreed"}:
            (self.next_wanted.emit if name == "next" else self.take_agreed)()
            return
        case = self.case
        if case is None:
            return
        bench = self._bench
        if name == "none":
            self._decide(lambda: bench.take_none(case.key))
        elif name == "keep" and case.gold:
            self._decide(lambda: bench.keep(case.key))
        elif name == "reopen":
            self._article.run(lambda: bench.reopen(case.key), follow=False)
        elif name == "edit":
            self._begin_marking(case)
        elif name == "comment":
            self._parts.card.ask_comment()

    def take_agreed(self) -> bool:
        """Take what everybody has marked alike; return whether there is anything."""
        bench = self.bench
        if bench is None or bench.opened is None:
            return False
        if not bench.waiting() and not bench.is_unsettled():
            return False
        self._article.run(bench.fill, follow=False)
        return True

    def _decide(self, step: Callable[[], Changes | None]) -> None:
        self._deciding = True
        try:
            changes = self._article.run(step, follow=False)
        finally:
            self._deciding = False
        if changes is not None:
            self.draft, self.armed = {}, ""
            self._show_draft()
            self._go_on()

    def _go_on(self) -> None:
        """Go to the next open difference, if there is one."""
        if any(not case.is_settled for case in self._parts.model.cases):
            self.go(1)

    def _comment(self, text: str) -> None:
        case = self.case
        self._view.setFocus()
        if case is not None:
            self._article.run(lambda: self._bench.comment(*case.extent, text))

    def _resolve(self, comment_id: str) -> None:
        comment = comments_of(self._bench).get(comment_id)
        if comment is not None:
            self._article.run(
                lambda: self._bench.resolve(comment_id, resolved=not comment.resolved)
            )

    def escape(self) -> bool:
        """Forget chosen parts, or go back from marking to deciding."""
        if self.is_marking:
            return self.finish_marking()
        if self.draft or self.armed:
            self.draft, self.armed = {}, ""
            self._show_draft()
            return True
        return False

    def finish_marking(self) -> bool:
        """Go back to deciding, unless marking waits for an answer of its own."""
        if self._parts.marking.mode is not None:
            return False
        self.set_marking(on=False)
        case = self.case
        if case is not None and case.is_settled:
            self._go_on()
        return True

    # -- marking by hand ---------------------------------------------------

    def set_marking(self, *, on: bool) -> None:
        """Let keys mark, or decide again."""
        if on == self.is_marking:
            return
        self.is_marking = on
        if not on:
            self._parts.marking.cancel()
            self._view.set_selection(())
        self.marking_changed.emit(on)
        self._show_draft()

    def _begin_marking(self, case: Case) -> None:
        self.draft, self.armed = {}, ""
        self.set_marking(on=True)
        self._view.setFocus()
        if case.gold:
            self._view.select_mark(case.gold[0].id)
            return
        self._view.select_mark(None)
        first = next(iter(case.cluster.members.values()), None)
        if first is not None:
            self._view.set_selection(main_of(first, self._article.schema))

    # -- showing -----------------------------------------------------------

    def show_all(self, on: bool) -> None:  # noqa: FBT001 - a slot
        """Show everybody's layers also where things are settled."""
        self._display.shows_all = on
        if self.bench is not None and self.bench.opened is not None:
            self._display.draw(self._bench, self.case)

    def redraw(self) -> None:
        """Draw for the theme that now is."""
        if self.bench is not None and self.bench.opened is not None:
            self._show()

    def _on_changed(self, changes: Changes) -> None:
        if self.bench is None or self.bench.opened is None:
            return
        before = self._was_settled
        if changes.reread:
            self._hear_voices(self.bench.opened)
        self._refresh()
        if self._deciding or self.is_marking or changes.change is None:
            return
        for case in self._parts.model.cases:
            if before.get(case.key, case.is_settled) != case.is_settled:
                self.select(case.key)
                return

    def _refresh(self) -> None:
        """Show what there is to settle now."""
        hearing = self.hearing
        waiting = {case.key for case in self._bench.waiting()}
        cases = [c for c in hearing.differences if c.key not in waiting]
        self._was_settled = {c.key: c.is_settled for c in hearing.cases}
        self._parts.model.set_cases(cases)
        if self._key not in {c.key for c in cases}:
            self._key = next((c.key for c in cases if not c.is_settled), None)
            self._key = self._key or next((c.key for c in cases), None)
            self.draft, self.armed = {}, ""
        settled = sum(c.is_settled for c in cases)
        self.progressed.emit(settled, len(cases))
        self.waiting_changed.emit(len(waiting), self._bench.is_unsettled())
        self._show()

    def _show(self) -> None:
        self._bench.current = self._key
        self._parts.queue.show_current(self._key)
        self._display.show(self._bench, self.case)
        self._show_draft()

    def _show_draft(self) -> None:
        draft = Draft(self.draft, self.armed, self.is_marking)
        self._display.show_draft(self.case, draft)

    # -- small things ------------------------------------------------------

    def _on_mark_selected(self, mark_id: str) -> None:
        if self.is_marking or not mark_id or self.bench is None:
            return
        case = self.hearing.case_of(annotation_id(mark_id))
        if case is not None and self._parts.model.row_of(case.key) >= 0:
            self.select(case.key)

    @property
    def next_title(self) -> str:
        """Title of the next article to settle; "" for none."""
        return self._display.next_title

    @next_title.setter
    def next_title(self, title: str) -> None:
        self._display.next_title = title

    @property
    def document_id(self) -> DocumentId | None:
        """The open article."""
        opened = self.bench.opened if self.bench is not None else None
        return opened.document.id if opened is not None else None

    @property
    def _bench(self) -> Adjudication:
        if self.bench is None:
            raise RuntimeError("no project is open")
        return self.bench
