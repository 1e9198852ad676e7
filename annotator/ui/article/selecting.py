"""The part of the article view that has to do with the caret and selected text."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from annotator.domain.annotations import Fragment
from annotator.ui.article.canvas import ArticleCanvas
from annotator.ui.article.caret import Caret
from annotator.ui.article.marks import Snap


class SelectingCanvas(ArticleCanvas):
    """A canvas with a caret, on which text can be selected.

    Attributes:
        caret_moves: Where keys and mouse take the caret.

    Signals:
        selection_changed: The selected text or the caret.
        selection_made: A selection was finished with the mouse.
    """

    selection_changed = Signal()
    selection_made = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.caret_moves = Caret(self.page, self.text_selection)
        self._widened: list[Fragment] = []

    def selection(self) -> tuple[Fragment, ...]:
        """Return what is selected, in order; () for nothing."""
        return self.text_selection.fragments()

    def set_selection(self, fragments: Iterable[Fragment]) -> None:
        """Select exactly this; the caret goes to its end."""
        self.change_selection(lambda: self.text_selection.replace(fragments))

    def adjust_selection(self, fragments: Iterable[Fragment]) -> None:
        """Select this so that Shift and arrows move its end, further or back."""

        def change() -> None:
            self.text_selection.replace(fragments)
            start, _ = self.text_selection.anchor
            self.text_selection.anchor = Fragment(start, start)

        self.change_selection(change)

    def reveal(self, start: int, end: int) -> None:
        """Scroll a stretch into view, unless it is there."""
        if self.page.reveal(start, end):
            self.refresh()

    def caret(self) -> int:
        """Return where the caret is."""
        return self.text_selection.head

    def set_caret(self, position: int) -> None:
        """Put the caret somewhere, with nothing selected; scrolls there."""
        position = min(max(position, 0), len(self.page.model.text))
        self.text_selection.kept = ()
        self.move_caret(lambda: self.text_selection.move(position))
        self.caret_moves.forget_goal()

    def unit_at_caret(self) -> Fragment | None:
        """Return the token, or what else selections snap to, at the caret."""
        snap = Snap.TOKEN if self._is_by_character() else self.snap()
        return self.page.model.units.at(self.caret(), snap)

    def snap(self) -> Snap:
        """Return what selections are widened to."""
        return self.caret_moves.snap

    def set_snap(self, snap: Snap) -> None:
        """Widen selections to this from now on."""
        self.caret_moves.snap = snap

    def snap_of(self, modifiers: Qt.KeyboardModifier) -> Snap:
        """Return what a gesture with these keys held snaps to: Alt characters."""
        if modifiers & Qt.KeyboardModifier.AltModifier:
            return Snap.CHARACTER
        return self.snap()

    def _is_by_character(self) -> bool:
        return self.snap() is Snap.CHARACTER

    def change_selection(self, change: Callable[[], None]) -> None:
        """Carry out a change of the selection and say that it happened."""
        selection = self.text_selection
        before = selection.kept, selection.active, selection.head
        change()
        if before == (selection.kept, selection.active, selection.head):
            return
        self.focus.walked = True
        self._widened.clear()
        if before[0] == selection.kept:
            self.update_lines(*before[1])
            self.update_lines(*selection.active)
        else:
            self.viewport().update()
        self.selection_changed.emit()

    def move_caret(self, move: Callable[[], None]) -> None:
        """Carry out a move of the caret and scroll after it."""
        before = self.page.origin
        self.change_selection(move)
        head = self.text_selection.head
        self.page.reveal(head, head)
        if self.page.origin != before:
            self.refresh()

    def keep_fragment(self) -> None:
        """Keep the present fragment; the next selection adds to it."""
        self.change_selection(self.text_selection.keep)

    def expand_selection(self, step: int) -> None:
        """Widen the selection: token, word, sentence, paragraph (1); or back (-1)."""
        active = self.text_selection.active
        if step > 0:
            wider = self.page.model.units.wider(*active)
            if wider is None:
                return
            widened = [*self._widened, active]
        elif self._widened:
            *widened, wider = self._widened
        else:
            return
        self.change_selection(lambda: self.text_selection.begin(wider))
        self._widened = widened
