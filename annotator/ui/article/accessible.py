"""The article for screen readers: the caret's block as text, and announcements."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QPoint, QPointF, QRect
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleInterface,
    QAccessibleTextCursorEvent,
    QAccessibleTextInterface,
    QAccessibleTextUpdateEvent,
)
from PySide6.QtWidgets import QAccessibleWidget
from shiboken6 import Shiboken

from annotator.domain.text import excerpt
from annotator.ui.article.marks import Mark, MarkState

if TYPE_CHECKING:
    from annotator.ui.article.text_block import TextBlock
    from annotator.ui.article.view import ArticleView


def spoken(mark: Mark, text: str) -> str:
    """Return what is said of a mark: ``PERSON, Ada Lovelace, suggestion 0.87``."""
    words = " … ".join(excerpt(text, start, end) for start, end in mark.main)
    said = [mark.title, words]
    if mark.state is MarkState.SUGGESTED:
        score = "" if mark.score is None else f" {mark.score:.2f}"
        said.append(f"suggestion{score}")
    if mark.unfinished:
        said.append("unfinished")
    return ", ".join(said)


class Announcer(QObject):
    """Tells screen readers what happens in one view; silent where there are none."""

    def __init__(self, view: ArticleView) -> None:
        super().__init__(view)
        self._view = view
        self._block_text = ""
        self._dimmed = ""
        view.mark_selected.connect(self._announce)
        view.selection_changed.connect(self._caret_moved)

    def _announce(self, mark_id: str) -> None:
        mark = self._view.page.model.marks.get(mark_id)
        if mark is not None and QAccessible.isActive():
            said = spoken(mark, self._view.page.model.text)
            event = QAccessibleAnnouncementEvent(self._view, said)
            QAccessible.updateAccessibility(event)

    def _caret_moved(self) -> None:
        if not QAccessible.isActive():
            return
        view = self._view
        block = _block(view)
        model = view.page.model
        text = model.text[block.start : block.end]
        if text != self._block_text:
            before, self._block_text = self._block_text, text
            update = QAccessibleTextUpdateEvent(view, 0, before, text)
            QAccessible.updateAccessibility(update)
        self._say_dimmed(view.highlights.dimmed.reason_at(view.caret()))
        moved = QAccessibleTextCursorEvent(view, block.local_u16(view.caret()))
        QAccessible.updateAccessibility(moved)

    def _say_dimmed(self, reason: str) -> None:
        """Say when the caret comes into what is no part of the article, or out."""
        if reason != self._dimmed:
            self._dimmed = reason
            said = reason or "article text"
            event = QAccessibleAnnouncementEvent(self._view, said)
            QAccessible.updateAccessibility(event)


class ArticleText(QAccessibleTextInterface):
    """The text of the block that the caret is in; offsets are UTF-16 units."""

    def __init__(self, view: ArticleView) -> None:
        super().__init__()
        self._view = view

    def characterCount(self) -> int:
        """Return the length of the block."""
        block = _block(self._view)
        return block.local_u16(block.end)

    def text(self, start_u16: int, end_u16: int) -> str:
        """Return a part of the block."""
        block = _block(self._view)
        start, end = self._position(start_u16), self._position(end_u16)
        if end_u16 < 0:
            end = block.end
        return self._view.page.model.text[start:end]

    def cursorPosition(self) -> int:
        """Return where the caret is."""
        return _block(self._view).local_u16(self._view.caret())

    def setCursorPosition(self, position_u16: int) -> None:
        """Move the caret."""
        self._view.set_caret(self._position(position_u16))

    def characterRect(self, offset_u16: int) -> QRect:
        """Return where a character is on the screen."""
        rect = self._view.page.caret_rect(self._position(offset_u16)).toRect()
        corner = self._view.viewport().mapToGlobal(rect.topLeft())
        return QRect(corner, rect.size())

    def offsetAtPoint(self, point: QPoint) -> int:
        """Return the character at a point of the screen."""
        local = QPointF(self._view.viewport().mapFromGlobal(point))
        position = self._view.page.position_at(local, on=True)
        return _block(self._view).local_u16(position)

    def selectionCount(self) -> int:
        """Return none: Python cannot give its offsets back through this interface."""
        return 0

    def addSelection(self, start_u16: int, end_u16: int) -> None:
        """Select nothing: see ``selectionCount``."""

    def setSelection(self, index: int, start_u16: int, end_u16: int) -> None:
        """Select nothing: see ``selectionCount``."""

    def removeSelection(self, index: int) -> None:
        """Leave the selection."""

    def scrollToSubstring(self, start_u16: int, end_u16: int) -> None:
        """Scroll to a part of the block."""
        position = self._position(start_u16)
        if self._view.page.reveal(position, position):
            self._view.refresh()

    def _position(self, local_u16: int) -> int:
        block = _block(self._view)
        length = block.local_u16(block.end)
        return block.position(min(max(local_u16, 0), length))


class ArticleAccessible(QAccessibleWidget):
    """The article as screen readers see it."""

    def __init__(self, view: ArticleView) -> None:
        super().__init__(view, QAccessible.Role.EditableText, "Article")
        self._text = ArticleText(view)

    def interface_cast(self, kind: QAccessible.InterfaceType) -> Any:
        """Return the text interface; a null pointer for any other.

        Anything else than a wrapper or ``VoidPtr`` ends the process.
        """
        if kind is QAccessible.InterfaceType.TextInterface:
            return self._text
        return Shiboken.VoidPtr(0)


def _block(view: ArticleView) -> TextBlock:
    page = view.page
    return page.laid_out(page.model.blocks.at(view.caret())).text


@cache
def install() -> None:
    """Answer Qt's question for the interface of an article from now on.

    Before the first view is made: Qt asks once, and may do so very early.
    """
    QAccessible.installFactory(_interface)


def _interface(_class_name: str, item: QObject) -> QAccessibleInterface | None:
    from annotator.ui.article.view import ArticleView

    if not isinstance(item, ArticleView):
        return None
    if item.accessible is None:
        # Kept by the view: Qt owns it no longer than that.
        item.accessible = ArticleAccessible(item)
    return item.accessible
