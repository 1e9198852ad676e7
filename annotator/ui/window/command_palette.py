"""The command palette: type a few letters, run any action."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QAction, QColor, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from annotator.domain.wording import tr
from annotator.ui.actions import plain
from annotator.ui.theme import Space, colours, set_role

_Index = QModelIndex | QPersistentModelIndex
_ACTION = Qt.ItemDataRole.UserRole
_PLACE = Qt.ItemDataRole.UserRole + 1
_KEYS = Qt.ItemDataRole.UserRole + 2


def rank(query: str, text: str) -> int | None:
    """Return how well *text* fits what was typed, lower is better; None if not.

    Every word typed must begin a word of the text or stand in it; failing that,
    the letters must come in their order (``man`` finds “Mark every … occurrence”).
    """
    wanted, words = query.casefold().split(), text.casefold().split()
    if all(any(word.startswith(part) for word in words) for part in wanted):
        starts = bool(wanted) and text.casefold().startswith(wanted[0])
        return 0 if starts or not wanted else 1
    if all(part in text.casefold() for part in wanted):
        return 2
    letters = iter(text.casefold())
    return 3 if all(c in letters for c in "".join(wanted)) else None


class CommandPalette(QDialog):
    """A field and the actions that fit, those that can be done now first."""

    def __init__(
        self, actions: Iterable[tuple[str, QAction]], parent: QWidget | None = None
    ) -> None:
        """Make a palette of ``(menu, action)`` pairs."""
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Commands"))
        self._actions = list(actions)
        self.field = QLineEdit()
        self.field.setPlaceholderText(tr("Type what you want to do"))
        self.field.setAccessibleName(tr("Command"))
        self.list = QListWidget()
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setItemDelegate(_Row(self.list))
        self.list.setUniformItemSizes(True)
        self.none = QLabel(tr("No action is called that."))
        set_role(self.none, "muted")
        card = QFrame()
        set_role(card, "card")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(card)
        column = QVBoxLayout(card)
        column.setContentsMargins(Space.M, Space.M, Space.M, Space.M)
        column.setSpacing(Space.S)
        column.addWidget(self.field)
        column.addWidget(self.list, 1)
        column.addWidget(self.none)
        self.field.textChanged.connect(self.narrow)
        self.list.itemClicked.connect(self._run_item)
        self.field.installEventFilter(self)
        self.narrow("")
        self.resize(520, 420)

    def narrow(self, query: str) -> None:
        """List the actions that fit *query*."""
        found = []
        for order, (place, action) in enumerate(self._actions):
            fit = rank(query, _name(action))
            if fit is None:
                fit = rank(query, f"{place} {_name(action)}")
                fit = None if fit is None else fit + 4
            if fit is not None:
                found.append((not action.isEnabled(), fit, order, place, action))
        self.list.clear()
        for disabled, _, _, place, action in sorted(found, key=lambda f: f[:3]):
            item = QListWidgetItem(action.icon(), _name(action))
            item.setData(_ACTION, action)
            item.setData(_PLACE, place)
            item.setData(_KEYS, _keys(action))
            item.setToolTip(action.statusTip())
            if disabled:
                item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEnabled)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.none.setVisible(not found)

    def run_current(self) -> None:
        """Close and run the action that is selected."""
        item = self.list.currentItem()
        if item is not None:
            self._run_item(item)

    def _run_item(self, item: QListWidgetItem) -> None:
        action: QAction = item.data(_ACTION)
        if action.isEnabled():
            self.accept()
            action.trigger()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move through the list and choose from it without leaving the field."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            key = event.key()
            if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self.run_current()
                return True
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(key))
            if step is not None and self.list.count():
                row = (self.list.currentRow() + step) % self.list.count()
                self.list.setCurrentRow(row)
                return True
        return super().eventFilter(watched, event)


class _Row(QStyledItemDelegate):
    """Draws an action with its menu before and its keys after it."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(200, option.fontMetrics.height() + 2 * Space.S - 2)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: _Index
    ) -> None:
        self.initStyleOption(option, index)
        style, widget = option.widget.style(), option.widget
        text, keys = option.text, str(index.data(_KEYS))
        place = str(index.data(_PLACE))
        option.text = ""
        style.drawControl(
            QStyle.ControlElement.CE_ItemViewItem, option, painter, widget
        )
        look = colours(option.palette)
        enabled = bool(option.state & QStyle.StateFlag.State_Enabled)
        area = option.rect.adjusted(36, 0, -Space.M, 0)
        painter.save()
        painter.setPen(QColor(look.text if enabled else look.faint))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(area, middle, text)
        used = option.fontMetrics.horizontalAdvance(f"{text}   ")
        painter.setPen(QColor(look.muted if enabled else look.faint))
        rest = QRect(area)
        rest.setLeft(area.left() + used)
        painter.drawText(rest, middle, place)
        painter.drawText(area, middle | Qt.AlignmentFlag.AlignRight, keys)
        painter.restore()


def _name(action: QAction) -> str:
    return plain(action.text().partition("\t")[0])


def _keys(action: QAction) -> str:
    shown = action.text().partition("\t")[2]
    if shown:
        return shown
    return action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
