"""The parts of one annotation in the inspector: role by role, as quoted text."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from annotator.domain.annotations import Fragment, Parts
from annotator.domain.schema import Kind, Role, Style
from annotator.domain.text import excerpt
from annotator.domain.wording import tr
from annotator.ui.icons import icon
from annotator.ui.panels.drawing import draw_bar, draw_key_cap, key_cap_width, key_name
from annotator.ui.panels.passage import QuoteButton
from annotator.ui.theme import Space, scaled_font, set_role

_EXCERPT = 160


class Swatch(QWidget):
    """A label's bar in its pattern."""

    def __init__(self, style: Style) -> None:
        super().__init__()
        self._style = style
        self.setFixedSize(14, 16)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bar."""
        painter = QPainter(self)
        draw_bar(painter, QRectF(0, 5.5, 14, 5), self._style, self.palette())
        painter.end()


class KeyCap(QWidget):
    """The key that does the same."""

    def __init__(self, key: str) -> None:
        super().__init__()
        self._key = key_name(key)
        self.setFont(scaled_font(self, 0.85))
        self.setFixedSize(key_cap_width(self._key, self.font()), 17)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the cap."""
        painter = QPainter(self)
        painter.setFont(self.font())
        box = QRect(0, 0, self.width(), self.height())
        draw_key_cap(painter, box, self._key, self.palette())
        painter.end()


def small_button(text: str, tip: str) -> QPushButton:
    """Return a low button for the end of a line."""
    button = QPushButton(text)
    set_role(button, "small")
    button.setToolTip(tip)
    return button


def close_button(tip: str) -> QToolButton:
    """Return a button with a cross."""
    button = QToolButton()
    set_role(button, "quiet")
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button.setIcon(icon("close", "muted"))
    button.setIconSize(QSize(14, 14))
    button.setToolTip(tip)
    button.setAccessibleName(tip)
    return button


class FragmentRow(QWidget):
    """One fragment of a role.

    Signals:
        activated: Go to it in the text.
        removed: Take it out of its role.
    """

    activated = Signal(int)
    removed = Signal(int)

    def __init__(self, position: int) -> None:
        super().__init__()
        self._position = position
        self.passage = QuoteButton()
        self.passage.clicked.connect(self._activate)
        self.remove = close_button(tr("Take this fragment out"))
        self.remove.clicked.connect(self._remove)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.XS)
        row.addWidget(self.passage, 1)
        row.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignTop)

    def _activate(self) -> None:
        self.activated.emit(self._position)

    def _remove(self) -> None:
        self.removed.emit(self._position)


class RoleRow(QWidget):
    """One role: its title and key, its fragments, and what can be done.

    Signals:
        activated: Role and fragment to go to.
        set_asked: The role shall be the text that is selected.
        add_asked: The selected text shall be a further fragment of the role.
        cleared: The role shall be empty.
        fragment_removed: Role and fragment to take out.
    """

    activated = Signal(str, int)
    set_asked = Signal(str)
    add_asked = Signal(str)
    cleared = Signal(str)
    fragment_removed = Signal(str, int)

    def __init__(self, role: Role, *, main: bool, editable: bool) -> None:
        super().__init__()
        self.role = role
        self._main = main
        self._editable = editable
        self._rows: list[FragmentRow] = []
        self._used = 0
        self._missing = QLabel()
        self._missing.setWordWrap(True)
        set_role(self._missing, "muted")
        self.set_button = small_button(
            tr("Set"), tr("Make the selection the {title}", title=role.title)
        )
        self.clear_button = small_button(
            tr("Clear"), tr("Leave the {title} empty", title=role.title)
        )
        self.set_button.setAccessibleName(
            tr("Set {title} to the selection", title=role.title)
        )
        self.clear_button.setAccessibleName(tr("Clear {title}", title=role.title))
        self.set_button.clicked.connect(self._ask)
        self.clear_button.clicked.connect(self._clear)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._column.addLayout(self._head())
        self._column.addWidget(self._missing)

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(Space.S)
        head.addWidget(Swatch(self.role.style))
        title = QLabel(self.role.title)
        set_role(title, "caption")
        title.setToolTip(self.role.description)
        head.addWidget(title)
        if self.role.key and self._editable:
            head.addWidget(KeyCap(self.role.key))
        head.addStretch(1)
        head.addWidget(self.set_button)
        head.addWidget(self.clear_button)
        return head

    def show_fragments(self, fragments: tuple[Fragment, ...], text: str) -> None:
        """Show the role's fragments as quoted text."""
        self._used = len(fragments)
        while len(self._rows) < len(fragments):
            self._add_row()
        for position, row in enumerate(self._rows):
            row.setVisible(position < len(fragments))
            if position < len(fragments):
                words = excerpt(text, *fragments[position], limit=_EXCERPT)
                row.passage.set_words(words, tr("Click shows it in the text."))
            row.remove.setVisible(self._editable and len(fragments) > 1)
        self._missing.setVisible(not fragments)
        self._missing.setText(self._what_is_missing())
        adds = self.role.many and bool(fragments)
        self.set_button.setText(tr("Add") if adds else tr("Set"))
        self.set_button.setVisible(self._editable)
        self.clear_button.setVisible(
            self._editable and bool(fragments) and not self._main
        )

    def _what_is_missing(self) -> str:
        if not self._editable:
            return tr("None found")
        key = (
            tr(" and press {key_name}", key_name=key_name(self.role.key))
            if self.role.key
            else ""
        )
        return tr("Not set. Select it in the text{key}.", key=key)

    def _add_row(self) -> None:
        row = FragmentRow(len(self._rows))
        row.activated.connect(self._activate)
        row.removed.connect(self._remove)
        self._rows.append(row)
        self._column.addWidget(row)

    def passages(self) -> list[str]:
        """Return the fragments as they are shown, before they are cut."""
        return [row.passage.words() for row in self._rows[: self._used]]

    def fragment_row(self, position: int) -> FragmentRow:
        """Return the row of one fragment."""
        return self._rows[position]

    def _activate(self, position: int) -> None:
        self.activated.emit(self.role.name, position)

    def _remove(self, position: int) -> None:
        self.fragment_removed.emit(self.role.name, position)

    def _clear(self) -> None:
        self.cleared.emit(self.role.name)

    def _ask(self) -> None:
        adds = self.role.many and self._used
        (self.add_asked if adds else self.set_asked).emit(self.role.name)


class PartsSection(QWidget):
    """All roles of a kind.

    Signals: those of ``RoleRow``.
    """

    activated = Signal(str, int)
    set_asked = Signal(str)
    add_asked = Signal(str)
    cleared = Signal(str)
    fragment_removed = Signal(str, int)

    def __init__(self, kind: Kind, *, editable: bool) -> None:
        super().__init__()
        self.rows: dict[str, RoleRow] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        for role in kind.roles:
            row = RoleRow(role, main=role is kind.main_role, editable=editable)
            row.activated.connect(self.activated)
            row.set_asked.connect(self.set_asked)
            row.add_asked.connect(self.add_asked)
            row.cleared.connect(self.cleared)
            row.fragment_removed.connect(self.fragment_removed)
            self.rows[role.name] = row
            column.addWidget(row)

    def show_parts(self, parts: Parts, text: str) -> None:
        """Show what each role holds."""
        for name, row in self.rows.items():
            row.show_fragments(parts.get(name, ()), text)

    def set_selection_available(self, *, available: bool) -> None:
        """Say whether there is a selection to set a role to."""
        for row in self.rows.values():
            row.set_button.setEnabled(available)
