"""The article view: text in a column, marks in lanes under it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial

from PySide6.QtCore import QEvent, QPoint, QPointF, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import QWidget

from annotator.domain.tokens import Tokens
from annotator.domain.wording import tr
from annotator.ui.article.accessible import Announcer, install
from annotator.ui.article.accessible_marks import MarkItems
from annotator.ui.article.keys import Keys
from annotator.ui.article.marks import Mark, MarkState
from annotator.ui.article.model import ArticleModel
from annotator.ui.article.mouse import Mouse
from annotator.ui.article.places import place_of, restore
from annotator.ui.article.selecting import SelectingCanvas

_NO_TOKENS = Tokens.of("", ())


class ArticleView(SelectingCanvas):
    """Shows one article with its marks, and says what the annotator wants.

    It knows nothing of storage or undo: it emits intents, and is told what changed
    by ``apply``. All positions are code points of the text.

    Signals:
        mark_selected: Id of the mark now selected, "" for none.
        mark_activated: Id of the mark that was double-clicked.
        boundary_moved: Id, role, number of the fragment, its new start and end.
        menu_requested: Global position, id of the mark there or "".
    """

    mark_selected = Signal(str)
    mark_activated = Signal(str)
    boundary_moved = Signal(str, str, int, int, int)
    menu_requested = Signal(QPoint, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        install()
        super().__init__(parent)
        self._keys = Keys(self)
        self._mouse = Mouse(self)
        self.setAccessibleName(tr("Article"))
        self.mark_items = MarkItems(self)
        self._announcer = Announcer(self)

    # -- the document ------------------------------------------------------

    def set_document(self, text: str, tokens: Tokens, marks: Iterable[Mark]) -> None:
        """Show an article from its top.

        The caller may want to call ``gc.freeze()`` afterwards.
        """
        self._mouse.cancel()
        self.page.set_model(ArticleModel(text, tokens, marks))
        self.text_selection.show(text)
        self.highlights.forget()
        self._widened.clear()
        self.focus.hovered = None
        self.mark_items.changed()
        self.select_mark(None)
        self.refresh()
        self.selection_changed.emit()

    def clear(self) -> None:
        """Show nothing."""
        self.set_document("", _NO_TOKENS, ())

    def set_tokens(self, tokens: Tokens) -> None:
        """Snap to other tokens from now on; they may arrive after the text."""
        self.page.model.set_tokens(tokens)

    def apply(self, put: Iterable[Mark], removed: Iterable[str]) -> None:
        """Put marks in or in place of those with the same id; take others out."""
        self._marks_changed(self.page.model.apply(put, removed))

    def set_visible_filter(self, predicate: Callable[[Mark], bool] | None) -> None:
        """Show only the marks that *predicate* accepts; None for all."""
        self.page.model.set_filter(predicate)
        self._marks_changed(None)

    def _marks_changed(self, blocks: Iterable[int] | None) -> None:
        self.page.marks_changed(blocks)
        if self.focus.drop(self.page.model):
            self.mark_selected.emit("")
        self.mark_items.changed()
        self.refresh()

    def dimmed_reason(self, point: QPointF) -> str:
        """Return why the text at a point, or beside it, is dimmed; "" if it is not."""
        if self.page.is_over_text(point):
            position = self.page.position_at(point, on=True)
        elif point.x() < self.page.left:
            position = self.page.position_beside(point.y())
        else:
            return ""
        return self.highlights.dimmed.reason_at(position)

    # -- the selected mark -------------------------------------------------

    def selected_mark(self) -> str | None:
        """Return the id of the selected mark."""
        return self.focus.selected

    def selected_part(self) -> tuple[str, int] | None:
        """Return role and number of the fragment whose edges the keys move."""
        part = self.focus.current_part(self.page.model, last=True)
        return None if part is None else part[:2]

    def select_mark(self, mark_id: str | None, *, reveal: bool = True) -> None:
        """Select a mark, or none; scroll to it unless it is in view."""
        # What the mouse was left on has nothing to do with it.
        self.focus.hovered = None
        self.pick_mark(mark_id, None)
        mark = self.focus.mark(self.page.model)
        if mark is not None and reveal and self.page.reveal_first(mark.sights()):
            self.refresh()

    def pick_mark(self, mark_id: str | None, part: tuple[str, int] | None) -> None:
        """Select a mark and one fragment of it, without scrolling."""
        if mark_id not in self.page.model.marks:
            mark_id = None
        before = self.focus.selected
        self.focus.select(mark_id, part)
        self.viewport().update()
        if before != mark_id:
            self.mark_selected.emit(mark_id or "")

    def marks_at(self, position: int) -> list[str]:
        """Return the ids of the marks that hold a character, innermost first."""
        return self.page.model.marks_at(position)

    def next_mark(self, step: int, *, state: MarkState | None = None) -> str | None:
        """Select the next (1) or previous (-1) mark; return its id.

        Goes from the selected mark, or from the caret if that was moved since.
        None, and nothing happens, where there is no further mark.
        """
        found = self.focus.next(self.page.model, self.caret(), step, state)
        if found is not None:
            start = min(self.page.model.marks[found].main).start
            self.text_selection.kept = ()
            self.change_selection(lambda: self.text_selection.move(start))
            self.select_mark(found)
        return found

    def nest(self, step: int) -> None:
        """Select the mark around (1) or inside (-1) the selected one."""
        found = self.focus.nested(self.page.model, self.caret(), step)
        if found is not None:
            self.select_mark(found)

    def move_edge(self, direction: int, *, end: bool) -> None:
        """Ask for an edge of the selected mark to be moved by a unit."""
        mark = self.focus.mark(self.page.model)
        if mark is None or mark.fixed:
            return
        model = self.page.model
        start = min(mark.main).start
        is_rtl = self.page.laid_out(model.blocks.at(start)).text.is_rtl
        forward = (direction > 0) != is_rtl
        step = partial(self.caret_moves.edge_beside, forward=forward)
        moved = self.focus.moved(model, step, end=end)
        if moved is not None:
            role, number, fragment = moved
            self.boundary_moved.emit(mark.id, role, number, *fragment)

    # -- escape and places -------------------------------------------------

    def can_escape(self) -> bool:
        """Return whether Esc has anything to clear."""
        return bool(
            self._mouse.is_dragging()
            or self.text_selection.fragments()
            or self.focus.selected is not None
        )

    def escape(self) -> None:
        """Give up a drag, else clear the selected text, else the selected mark."""
        if self._mouse.cancel():
            return
        if self.text_selection.fragments():
            self.change_selection(self.text_selection.clear)
        else:
            self.select_mark(None)

    def place(self) -> dict[str, object]:
        """Return where the annotator is, as JSON takes it."""
        return place_of(self)

    def restore_place(self, place: Mapping[str, object]) -> None:
        """Go back to where the annotator was."""
        restore(self, place)

    # -- Qt's events -------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Claim the article's own keys before shortcuts of the window get them."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self._keys.has(event)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Carry out one of the article's keys; leave the others to the window."""
        self._keys.press(event)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001 - Qt's
        """Keep Tab for going to the next mark."""
        return False

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the caret."""
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the caret."""
        self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a gesture."""
        self._mouse.press(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Begin a gesture; clicks are counted where all gestures are."""
        self._mouse.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on with a gesture."""
        self._mouse.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a gesture."""
        self._mouse.release(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Forget what was under the mouse."""
        self._mouse.leave()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the mark under the mouse, or of the selected one."""
        event.accept()
        if event.reason() is not QContextMenuEvent.Reason.Mouse:
            rect = self.page.caret_rect(self.caret()).toRect()
            point = self.viewport().mapToGlobal(rect.bottomLeft())
            self.menu_requested.emit(point, self.focus.selected or "")
            return
        chosen = self._mouse.mark_for_menu(QPointF(event.pos()))
        self.menu_requested.emit(event.globalPos(), chosen)
