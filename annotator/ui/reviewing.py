"""Going through suggestions: next, accept, reject, hide the doubtful ones."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from annotator.domain.annotations import Suggestion
from annotator.domain.documents import Status
from annotator.domain.scores import reaches
from annotator.domain.wording import tr
from annotator.ui.article.marks import Mark, MarkState
from annotator.ui.article.model import key_of
from annotator.ui.article_desk import ArticleDesk, Item

if TYPE_CHECKING:
    from annotator.services.changes import Changes
    from annotator.services.desk import Desk


HIDING = 2.0
"""A limit that no score reaches."""


class ReviewController(QObject):
    """Decides on the open article's suggestions, one after the other.

    Signals:
        limits_changed: Kind → least score that is shown, as a dict.
        blinded: Whether suggestions are hidden until an article is done.
    """

    limits_changed = Signal(object)
    blinded = Signal(bool)

    def __init__(self, article: ArticleDesk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._article = article
        self._limits: dict[str, float] = {}
        self._thresholds: dict[str, float] = {}
        self._blind = False
        article.opened.connect(self._look_again)
        article.changed.connect(self._look_again)

    def accept(self) -> None:
        """Accept the selected suggestion and go to the next one."""
        self.decide(lambda desk, item: desk.accept([item.id]))

    def reject(self) -> None:
        """Reject the selected suggestion and go to the next one."""
        self.decide(lambda desk, item: desk.reject([item.id]))

    def decide(self, step: Callable[[Desk, Suggestion], Changes | None]) -> None:
        """Take a step that decides on the selected suggestion; go to the next one."""
        item, desk = self._article.current, self._article.desk
        if desk is None or not isinstance(item, Suggestion):
            return
        follower = self._pending_beside(item, 1)
        if self._article.run(lambda: step(desk, item)) is not None and follower:
            self._article.view.select_mark(follower.id)

    def accept_many(
        self, *, kind: str | None, label: str | None, min_score: float
    ) -> None:
        """Accept all that are shown, of a kind and label, from a score on: one step."""
        desk = self._article.desk
        if desk is None:
            return
        self._article.run(
            lambda: desk.accept_all(
                kind=kind, label=label, min_score=min_score, limits=self._thresholds
            )
        )

    def accept_chosen(self, kind: str | None, label: str | None, score: float) -> None:
        """Accept what was chosen in the dialog."""
        self.accept_many(kind=kind, label=label, min_score=score)

    def next_suggestion(self) -> None:
        """Select the next suggestion that is not decided on."""
        self._go_to_pending(1)

    def previous_suggestion(self) -> None:
        """Select the suggestion before this one."""
        self._go_to_pending(-1)

    def _go_to_pending(self, step: int) -> None:
        found = self._pending_beside(self._article.current, step)
        if found is None:
            self._article.hint.emit(tr("No suggestion is left in this article."))
        else:
            self._article.view.select_mark(found.id)

    def _pending_beside(self, item: Item | None, step: int) -> Suggestion | None:
        """Return the shown suggestion next to *item* or the caret, going round.

        In the order in which Tab goes through all marks, too.
        """
        marks = self._article.marks
        pending = {
            key_of(marks[s.id]): s
            for s in self.shown_suggestions()
            if s.id in marks and (item is None or s.id != item.id)
        }
        if item is not None and item.id in marks:
            here = key_of(marks[item.id])
        else:
            # Before whatever begins at the caret, however long it is.
            here = (self._article.view.caret(), -len(self._text()) - 1, 0, "")
        if step < 0:
            found = max((k for k in pending if k < here), default=None)
            found = found or max(pending, default=None)
        else:
            found = min((k for k in pending if k > here), default=None)
            found = found or min(pending, default=None)
        return pending[found] if found is not None else None

    def _text(self) -> str:
        document = self._article.document
        return document.document.text if document else ""

    def shown_suggestions(self) -> list[Suggestion]:
        """Return the pending suggestions that the thresholds let through."""
        document = self._article.document
        return [
            s
            for s in (document.pending() if document else ())
            if reaches(s.score, self._thresholds.get(s.kind, 0.0))
        ]

    def open_count(self) -> int:
        """Return how many suggestions wait, as far as that is to be known.

        Those below a limit are among them; none while all are hidden.
        """
        return 0 if self.is_blind else self._article.pending_count

    def shows(self, mark: Mark) -> bool:
        """Return whether a mark may be seen: what is hidden is not listed either."""
        return not any(self._thresholds.values()) or self._visible(mark)

    def set_thresholds(self, thresholds: Mapping[str, float]) -> None:
        """Show only suggestions from these scores on, by kind."""
        self._limits = dict(thresholds)
        self._apply()

    def set_blind(self, on: bool) -> None:  # noqa: FBT001 - the only argument
        """Hide all suggestions of an article until it is done, or no more."""
        self._blind = on
        self._look_again()
        self.blinded.emit(on)

    @property
    def is_blind(self) -> bool:
        """Whether the open article's suggestions are hidden until it is done."""
        document = self._article.document
        is_done = document is not None and document.layer.status is Status.DONE
        return self._blind and not is_done

    def _look_again(self, *_: object) -> None:
        if self._effective() != self._thresholds:
            self._apply()

    def _effective(self) -> dict[str, float]:
        """Return the limits that hold: above every score while nothing may be seen."""
        if self.is_blind and self._article.desk is not None:
            return {kind.name: HIDING for kind in self._article.schema.kinds}
        return dict(self._limits)

    def _apply(self) -> None:
        self._thresholds = self._effective()
        self._article.view.set_visible_filter(
            self._visible if any(self._thresholds.values()) else None
        )
        self.limits_changed.emit(dict(self._thresholds))
        self._article.facts_changed.emit()

    def _visible(self, mark: Mark) -> bool:
        if mark.state is MarkState.ACCEPTED:
            return True
        item = self._article.item(mark.id)
        floor = self._thresholds.get(mark.kind, 0.0)
        return not isinstance(item, Suggestion) or reaches(item.score, floor)
