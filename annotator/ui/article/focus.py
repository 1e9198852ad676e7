"""Which mark is selected, and the way from it to others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from annotator.domain.annotations import Fragment
from annotator.ui.article.marks import Mark, MarkState
from annotator.ui.article.model import ArticleModel, fragment_of, key_of
from annotator.ui.article.order import Key


class EdgeStep(Protocol):
    """Says where an edge goes that is moved by one unit."""

    def __call__(self, position: int, *, end: bool) -> int | None:
        """Return the new place of a start or an end, or None if there is none."""


@dataclass(slots=True)
class MarkFocus:
    """The selected mark and the one under the mouse.

    Attributes:
        selected: Id, or None.
        part: Role and number of the fragment whose edges keys move; None for the
            outermost of the main role.
        hovered: Id, or None.
        walked: The caret has left the selected mark since, so that Tab goes on
            from the caret.
    """

    selected: str | None = None
    part: tuple[str, int] | None = None
    hovered: str | None = None
    walked: bool = False

    def select(self, mark_id: str | None, part: tuple[str, int] | None = None) -> None:
        """Select a mark, or none."""
        self.selected, self.part, self.walked = mark_id, part, False

    def drop(self, model: ArticleModel) -> bool:
        """Forget marks that are gone or hidden; return whether the selected was."""
        if self.hovered is not None and self.hovered not in model.marks:
            self.hovered = None
        mark = self.mark(model)
        if self.selected is None or (mark is not None and model.is_visible(mark)):
            return False
        self.select(None)
        return True

    def mark(self, model: ArticleModel) -> Mark | None:
        """Return the selected mark."""
        return None if self.selected is None else model.marks.get(self.selected)

    def next(
        self, model: ArticleModel, caret: int, step: int, state: MarkState | None
    ) -> str | None:
        """Return the next or previous mark from the selected one or the caret."""
        mark = self.mark(model)
        if mark is not None and not self.walked:
            return model.step(key_of(mark), step, state)
        # Just before, or just after, everything that starts at the caret.
        origin: Key = (caret, -len(model.text) - 1, 0, "")
        return model.step(origin, step, state)

    def nested(self, model: ArticleModel, caret: int, step: int) -> str | None:
        """Return the mark around (1) or inside (-1) the selected one."""
        mark = self.mark(model)
        if mark is None:
            around = model.marks_at(caret)
            return around[0] if around else None
        holds_caret = any(
            f.start <= caret < f.end for part in mark.parts.values() for f in part
        )
        position = caret if holds_caret else min(mark.main).start
        around = model.marks_at(position)
        if mark.id not in around:
            return None
        index = around.index(mark.id) + step
        return around[index] if 0 <= index < len(around) else None

    def current_part(
        self, model: ArticleModel, *, last: bool
    ) -> tuple[str, int, Fragment] | None:
        """Return role, number and extent of the fragment whose edge keys move.

        Args:
            last: Its end is to be moved: of several fragments take the last.
        """
        mark = self.mark(model)
        if mark is None:
            return None
        role, number = self.part or (mark.main_role, -1)
        fragments = mark.parts.get(role, ())
        if number < 0:
            number = len(fragments) - 1 if last else 0
        fragment = fragment_of(mark, role, number)
        return None if fragment is None else (role, number, fragment)

    def moved(
        self, model: ArticleModel, step: EdgeStep, *, end: bool
    ) -> tuple[str, int, Fragment] | None:
        """Return the current fragment with one edge a unit further, or None."""
        part = self.current_part(model, last=end)
        if part is None:
            return None
        role, number, (start, stop) = part
        edge = step(stop if end else start, end=end)
        if edge is None:
            return None
        found = Fragment(start, edge) if end else Fragment(edge, stop)
        return (role, number, found) if found.start < found.end else None
