"""The key sheet: every key on one page, from the table of actions and the schema."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from annotator.domain.wording import tr
from annotator.ui.actions import ACTIONS, ARTICLE_KEYS, Menu, SchemaKey, plain
from annotator.ui.key_names import gesture, shown_keys
from annotator.ui.screen import fit_to_screen
from annotator.ui.theme import Space, add_clear_button, colours, set_role

COLUMNS = 3
COLUMN_WIDTH = 380
"""Pixels that a column takes at least: one less where there is no room for it."""
KEY_WIDTH = 150


@dataclass(frozen=True, slots=True)
class KeySection:
    """One block of the sheet: a heading and its ``(keys, what, help)`` rows."""

    title: str
    rows: tuple[tuple[str, str, str], ...]


def sections(
    keys: Sequence[SchemaKey] = (), changed: Mapping[str, tuple[str, ...]] | None = None
) -> list[KeySection]:
    """Return the whole sheet: the schema's keys, the article's, then by menu."""
    found = []
    labels = [(k.key, k.text, tr("Mark the selection")) for k in keys if k.labels]
    roles = [(k.key, k.text, tr("Set the part")) for k in keys if k.roles]
    if labels:
        found.append(KeySection(tr("Labels, for the selected text"), tuple(labels)))
    if roles:
        found.append(
            KeySection(tr("Parts of the selected quote or claim"), tuple(roles))
        )
    found.append(
        KeySection(
            tr("In the article"),
            tuple((gesture(k), tr(what), tr(what)) for k, what in ARTICLE_KEYS),
        )
    )
    for menu in Menu:
        rows = tuple(
            (
                tr(" or ").join(shown_keys((changed or {}).get(entry.id, entry.keys))),
                plain(tr(entry.text)),
                tr(entry.help),
            )
            for entry in ACTIONS
            if entry.menu is menu and (changed or {}).get(entry.id, entry.keys)
        )
        found.append(KeySection(tr(menu.value).replace("&", ""), rows))
    return found


class KeySheet(QDialog):
    """All keys in columns, with a field that narrows them."""

    def __init__(
        self,
        keys: Sequence[SchemaKey] = (),
        parent: QWidget | None = None,
        changed: Mapping[str, tuple[str, ...]] | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Keys"))
        self._sections = sections(keys, changed)
        self.field = QLineEdit()
        self.field.setPlaceholderText(tr("Find a key"))
        self.field.setAccessibleName(tr("Find a key"))
        add_clear_button(self.field)
        self.field.textChanged.connect(self.narrow)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._columns = COLUMNS
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        column.setSpacing(Space.M)
        column.addWidget(self.field)
        column.addWidget(self._area, 1)
        self.narrow("")
        self.resize(1180, 780)
        fit_to_screen(self)

    def narrow(self, query: str) -> None:
        """Show only rows that hold *query*."""
        wanted = query.casefold().strip()
        shown = []
        for section in self._sections:
            rows = [r for r in section.rows if wanted in " ".join(r).casefold()]
            if rows:
                shown.append(KeySection(section.title, tuple(rows)))
        self._area.setWidget(self._page(shown))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many columns as there is room for."""
        super().resizeEvent(event)
        columns = max(1, min(COLUMNS, event.size().width() // COLUMN_WIDTH))
        if columns != self._columns:
            self._columns = columns
            self.narrow(self.field.text())

    def _page(self, shown: Sequence[KeySection]) -> QWidget:
        page = QWidget()
        across = QHBoxLayout(page)
        across.setContentsMargins(0, 0, Space.S, 0)
        across.setSpacing(Space.XL)
        for blocks in balanced(shown, self._columns):
            column = QVBoxLayout()
            column.setSpacing(Space.L)
            for section in blocks:
                column.addWidget(self._block(section))
            column.addStretch(1)
            across.addLayout(column, 1)
        return page

    def _block(self, section: KeySection) -> QFrame:
        block = QFrame()
        grid = QGridLayout(block)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(Space.M)
        grid.setVerticalSpacing(Space.XS)
        grid.setColumnStretch(1, 1)
        if any(len(keys) > 1 for keys, _, _ in section.rows):
            grid.setColumnMinimumWidth(0, KEY_WIDTH)
        title = QLabel(section.title)
        set_role(title, "caption")
        grid.addWidget(title, 0, 0, 1, 2)
        for row, (keys, what, sentence) in enumerate(section.rows, start=1):
            grid.addWidget(self._key(keys), row, 0, _TOP_LEFT)
            label = QLabel(what)
            label.setWordWrap(True)
            label.setToolTip(sentence)
            grid.addWidget(label, row, 1)
        return block

    def _key(self, keys: str) -> QLabel:
        look = colours(self.palette())
        label = QLabel(keys)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setStyleSheet(
            f"background: {look.hover}; border: 1px solid {look.border_strong};"
            " border-radius: 4px; padding: 1px 6px;"
        )
        return label


def balanced(shown: Sequence[KeySection], columns: int) -> list[list[KeySection]]:
    """Return the sections in columns of about the same height, in their order."""
    left = sum(_height(s) for s in shown)
    result: list[list[KeySection]] = [[]]
    used = 0
    for section in shown:
        room = columns - len(result)
        share = left / (room + 1)
        if result[-1] and room and used + _height(section) / 2 > share:
            left -= used
            used = 0
            result.append([])
        result[-1].append(section)
        used += _height(section)
    return result + [[] for _ in range(columns - len(result))]


def _height(section: KeySection) -> int:
    return len(section.rows) + 2


_TOP_LEFT = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft
