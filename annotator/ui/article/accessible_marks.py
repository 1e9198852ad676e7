"""The marks of an article for screen readers: each one a child of the article."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from weakref import proxy

from PySide6.QtCore import QObject, QRect
from PySide6.QtGui import (
    QAccessible,
    QAccessibleActionInterface,
    QAccessibleEvent,
    QAccessibleInterface,
    QAccessibleObject,
    QWindow,
)
from shiboken6 import Shiboken

from annotator.domain.text import excerpt
from annotator.domain.wording import number, tr
from annotator.ui.article.marks import Mark, MarkState

if TYPE_CHECKING:
    from annotator.ui.article.view import ArticleView

_LONGEST = 200


def mark_name(mark: Mark, text: str) -> str:
    """Return what a mark is called: ``PERSON: Ada Lovelace``."""
    words = " … ".join(excerpt(text, start, end) for start, end in mark.main)
    return f"{mark.title}: {words[:_LONGEST]}"


def mark_description(mark: Mark) -> str:
    """Return what else is to be known of a mark: its state and its parts' offsets."""
    said = []
    if mark.state is MarkState.SUGGESTED:
        score = "" if mark.score is None else f" {number(mark.score, '.2f')}"
        said.append(tr("suggestion{score}", score=score))
    if mark.unfinished:
        said.append(tr("unfinished"))
    for role, fragments in mark.parts.items():
        places = ", ".join(f"{start}–{end}" for start, end in fragments)
        said.append(f"{role} {places}")
    return "; ".join(said)


class MarkItem(QObject):
    """Stands for one mark as long as somebody may ask for it.

    Qt forgets its interface when it is deleted: an interface without an object
    would have to be taken from Qt's list by hand, at the right moment.
    """

    def __init__(self, view: ArticleView, mark_id: str) -> None:
        super().__init__(view)
        self.view = view
        self.mark_id = mark_id

    @property
    def mark(self) -> Mark | None:
        """The mark as it is now; None once it is gone."""
        return self.view.page.model.marks.get(self.mark_id)


class MarkItems:
    """The marks of one view that can be asked for, in reading order."""

    def __init__(self, view: ArticleView) -> None:
        self._view = view
        self._order: list[str] | None = None
        self._places: dict[str, int] = {}
        self._items: dict[str, MarkItem] = {}

    def changed(self) -> None:
        """Look anew, next time that somebody asks."""
        if self._order is None:
            return
        self._order = None
        marks = self._view.page.model.marks
        for mark_id in [m for m in self._items if m not in marks]:
            self._items.pop(mark_id).deleteLater()
        if QAccessible.isActive():
            kind = QAccessible.Event.ObjectReorder
            QAccessible.updateAccessibility(QAccessibleEvent(self._view, kind))

    def ids(self) -> list[str]:
        """Return the visible marks in reading order."""
        if self._order is None:
            self._order = self._view.page.model.reading_order()
            self._places = {mark_id: n for n, mark_id in enumerate(self._order)}
        return self._order

    def item(self, number: int) -> MarkItem:
        """Return what stands for the mark of that number."""
        return self.of(self.ids()[number])

    def of(self, mark_id: str) -> MarkItem:
        """Return what stands for one mark."""
        if mark_id not in self._items:
            self._items[mark_id] = MarkItem(self._view, mark_id)
        return self._items[mark_id]

    def number(self, mark_id: str) -> int:
        """Return which mark that is in reading order; -1 if it is not shown."""
        self.ids()
        return self._places.get(mark_id, -1)


class MarkAction(QAccessibleActionInterface):
    """Lets a screen reader select a mark."""

    def __init__(self, item: MarkItem) -> None:
        super().__init__()
        self._item: MarkItem = proxy(item)

    def actionNames(self) -> list[str]:
        """Return that it can be pressed."""
        return [QAccessibleActionInterface.pressAction()]

    def doAction(self, name: str) -> None:
        """Select the mark, with the keyboard in the article."""
        if name == QAccessibleActionInterface.pressAction():
            self._item.view.setFocus()
            self._item.view.select_mark(self._item.mark_id)

    def keyBindingsForAction(self, name: str) -> list[str]:
        """Return none: Tab goes from mark to mark."""
        return []


class MarkAccessible(QAccessibleObject):
    """One annotation or suggestion as screen readers see it."""

    def __init__(self, item: MarkItem) -> None:
        super().__init__(item)
        self.item: MarkItem = proxy(item)
        self._action = MarkAction(item)

    def role(self) -> QAccessible.Role:
        """Return the role of a comment on a text."""
        return QAccessible.Role.Note

    def text(self, kind: QAccessible.Text) -> str:
        """Return name or description."""
        mark = self.item.mark
        if mark is None:
            return ""
        if kind is QAccessible.Text.Name:
            return mark_name(mark, self.item.view.page.model.text)
        return mark_description(mark) if kind is QAccessible.Text.Description else ""

    def state(self) -> QAccessible.State:
        """Return whether it is selected, and that it can be."""
        state = QAccessible.State()
        view = self.item.view
        state.selectable = 1
        state.focusable = 1
        state.selected = int(view.selected_mark() == self.item.mark_id)
        state.focused = int(bool(state.selected) and view.hasFocus())
        state.invisible = int(not view.isVisible())
        state.offscreen = int(self.rect().isEmpty())
        return state

    def rect(self) -> QRect:
        """Return where it is on the screen; empty where it is not in view."""
        mark, view = self.item.mark, self.item.view
        if mark is None:
            return QRect()
        found = QRect()
        for fragment in mark.main:
            for rect in view.page.text_rects(fragment):
                found = found.united(rect.toAlignedRect())
        shown = found.intersected(view.viewport().rect())
        return QRect(view.viewport().mapToGlobal(shown.topLeft()), shown.size())

    def parent(self) -> QAccessibleInterface:
        """Return the article."""
        return QAccessible.queryAccessibleInterface(self.item.view)

    def window(self) -> QWindow:
        """Return the window."""
        return self.item.view.window().windowHandle()

    def childCount(self) -> int:
        """Return that there is nothing in it."""
        return 0

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """Return nothing."""
        return None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Return that it has no such child."""
        return -1

    def interface_cast(self, kind: QAccessible.InterfaceType) -> Any:
        """Return the actions; a null pointer for any other interface."""
        if kind is QAccessible.InterfaceType.ActionInterface:
            return self._action
        return Shiboken.VoidPtr(0)
