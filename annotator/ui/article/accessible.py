"""The article for screen readers: text, caret, marks, and announcements."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any
from weakref import proxy

from PySide6.QtCore import QObject, QPoint, QPointF, QRect
from PySide6.QtGui import (
    QAccessible,
    QAccessibleActionInterface,
    QAccessibleAnnouncementEvent,
    QAccessibleEvent,
    QAccessibleInterface,
    QAccessibleTextCursorEvent,
    QAccessibleTextInterface,
    QAccessibleTextUpdateEvent,
)
from PySide6.QtWidgets import QAccessibleWidget
from shiboken6 import Shiboken, isValid

from annotator.domain.annotations import Fragment
from annotator.domain.text import excerpt
from annotator.domain.wording import number, tr
from annotator.ui.article.accessible_marks import MarkAccessible, MarkItem
from annotator.ui.article.marks import Mark, MarkState

if TYPE_CHECKING:
    from annotator.ui.article.view import ArticleView


def spoken(mark: Mark, text: str) -> str:
    """Return what is said of a mark: ``PERSON, Ada Lovelace, suggestion 0.87``."""
    words = " … ".join(excerpt(text, start, end) for start, end in mark.main)
    said = [mark.title, words]
    if mark.state is MarkState.SUGGESTED:
        score = "" if mark.score is None else f" {number(mark.score, '.2f')}"
        said.append(tr("suggestion{score}", score=score))
    if mark.unfinished:
        said.append(tr("unfinished"))
    return ", ".join(said)


class Announcer(QObject):
    """Tells screen readers what happens in one view; silent where there are none."""

    def __init__(self, view: ArticleView) -> None:
        super().__init__(view)
        self._view = view
        self._text = ""
        self._dimmed = ""
        view.mark_selected.connect(self._announce)
        view.selection_changed.connect(self._caret_moved)

    def _announce(self, mark_id: str) -> None:
        mark = self._view.page.model.marks.get(mark_id)
        if mark is not None and QAccessible.isActive():
            said = spoken(mark, self._view.page.model.text)
            event = QAccessibleAnnouncementEvent(self._view, said)
            QAccessible.updateAccessibility(event)
            self._tell_selected(mark_id)

    def _tell_selected(self, mark_id: str) -> None:
        """Tell who follows the selection among the marks, as in a list."""
        item = self._view.mark_items.of(mark_id)
        kind = QAccessible.Event.Selection
        QAccessible.updateAccessibility(QAccessibleEvent(item, kind))

    def _caret_moved(self) -> None:
        if not QAccessible.isActive():
            return
        view, model = self._view, self._view.page.model
        if model.text != self._text:
            before, self._text = self._text, model.text
            update = QAccessibleTextUpdateEvent(view, 0, before, model.text)
            QAccessible.updateAccessibility(update)
        self._say_dimmed(view.highlights.dimmed.reason_at(view.caret()))
        moved = QAccessibleTextCursorEvent(view, model.offsets.to_u16(view.caret()))
        QAccessible.updateAccessibility(moved)

    def _say_dimmed(self, reason: str) -> None:
        """Say when the caret comes into what is no part of the article, or out."""
        if reason != self._dimmed:
            self._dimmed = reason
            said = reason or tr("article text")
            event = QAccessibleAnnouncementEvent(self._view, said)
            QAccessible.updateAccessibility(event)


class ArticleText(QAccessibleTextInterface):
    """The text of the article; offsets are UTF-16 units."""

    def __init__(self, view: ArticleView) -> None:
        super().__init__()
        # Interfaces live until Qt forgets them: they must not keep the view alive.
        self._view: ArticleView = proxy(view)

    def characterCount(self) -> int:
        """Return the length of the article."""
        model = self._view.page.model
        return model.offsets.to_u16(len(model.text))

    def text(self, start_u16: int, end_u16: int) -> str:
        """Return a part of the article; to its end if the end is negative."""
        start, text = self._position(start_u16), self._view.page.model.text
        return text[start:] if end_u16 < 0 else text[start : self._position(end_u16)]

    def cursorPosition(self) -> int:
        """Return where the caret is."""
        return self._view.page.model.offsets.to_u16(self._view.caret())

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
        return self._view.page.model.offsets.to_u16(position)

    def selectionCount(self) -> int:
        """Return none: Python cannot give its offsets back through this interface."""
        return 0

    def addSelection(self, start_u16: int, end_u16: int) -> None:
        """Select a stretch, as far as selections snap."""
        self.setSelection(0, start_u16, end_u16)

    def setSelection(self, index: int, start_u16: int, end_u16: int) -> None:
        """Select a stretch in place of what is selected."""
        ends = sorted((self._position(start_u16), self._position(end_u16)))
        if ends[0] < ends[1]:
            self._view.set_selection([Fragment(*ends)])

    def removeSelection(self, index: int) -> None:
        """Select nothing."""
        self._view.set_selection([])

    def scrollToSubstring(self, start_u16: int, end_u16: int) -> None:
        """Scroll to a part of the article."""
        start, end = self._position(start_u16), self._position(end_u16)
        if self._view.page.reveal(start, max(start, end)):
            self._view.refresh()

    def _position(self, u16: int) -> int:
        model = self._view.page.model
        return min(max(model.offsets.from_u16(max(u16, 0)), 0), len(model.text))


class FocusAction(QAccessibleActionInterface):
    """Lets a screen reader put the keyboard into the article."""

    def __init__(self, view: ArticleView) -> None:
        super().__init__()
        self._view: ArticleView = proxy(view)

    def actionNames(self) -> list[str]:
        """Return that it can have the keyboard."""
        return [QAccessibleActionInterface.setFocusAction()]

    def doAction(self, name: str) -> None:
        """Put the keyboard into the article."""
        if name == QAccessibleActionInterface.setFocusAction():
            self._view.setFocus()

    def keyBindingsForAction(self, name: str) -> list[str]:
        """Return none: Esc leads back from everywhere."""
        return []


class ArticleAccessible(QAccessibleWidget):
    """The article as screen readers see it: its text, and a child for each mark."""

    def __init__(self, view: ArticleView) -> None:
        super().__init__(view, QAccessible.Role.EditableText, tr("Article"))
        self._view: ArticleView = proxy(view)
        self._text = ArticleText(view)
        self._action = FocusAction(view)

    def childCount(self) -> int:
        """Return the number of marks that are shown."""
        return len(self._view.mark_items.ids())

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """Return a mark, in reading order."""
        items = self._view.mark_items
        if not 0 <= index < len(items.ids()):
            return None
        return QAccessible.queryAccessibleInterface(items.item(index))

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Return which mark that is; -1 for none."""
        item = child.object()
        if not isinstance(item, MarkItem):
            return -1
        return self._view.mark_items.number(item.mark_id)

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """Return the innermost mark at a point of the screen."""
        local = QPointF(self._view.viewport().mapFromGlobal(QPoint(x, y)))
        if not self._view.page.is_over_text(local):
            return None
        found = self._view.marks_at(self._view.page.position_at(local, on=True))
        if not found:
            return None
        return QAccessible.queryAccessibleInterface(self._view.mark_items.of(found[0]))

    def interface_cast(self, kind: QAccessible.InterfaceType) -> Any:
        """Return the text or the actions; a null pointer for any other interface.

        Anything else than a wrapper or ``VoidPtr`` ends the process.
        """
        if kind is QAccessible.InterfaceType.TextInterface:
            return self._text
        if kind is QAccessible.InterfaceType.ActionInterface:
            return self._action
        return Shiboken.VoidPtr(0)


@cache
def install() -> None:
    """Answer Qt's question for the interface of an article from now on.

    Before the first view is made: Qt may ask very early.
    """
    QAccessible.installFactory(_interface)


_kept: list[QAccessibleInterface] = []


def _interface(_class_name: str, item: QObject) -> QAccessibleInterface | None:
    """Return a new interface for a view or a mark; None for anything else.

    Never the same twice: Qt asks again when an object's meta-object has changed, as
    Python's do, and deletes each answer when the object goes.
    """
    from annotator.ui.article.view import ArticleView

    made: QAccessibleInterface
    if isinstance(item, MarkItem):
        made = MarkAccessible(item)
    elif isinstance(item, ArticleView):
        made = ArticleAccessible(item)
    else:
        return None
    # Kept until Qt deletes it: collected before, it would leave Qt with a pointer to
    # nothing.
    _kept[:] = [one for one in _kept if isValid(one)]
    _kept.append(made)
    return made
