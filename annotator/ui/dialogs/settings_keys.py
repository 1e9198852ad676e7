"""The page of the settings that changes keys."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import (
    QSortFilterProxyModel,
    Qt,
)
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from annotator.domain.wording import noop, tr
from annotator.ui.actions import ACTIONS, Action, SchemaKey, plain
from annotator.ui.key_bindings import (
    Changed,
    can_change,
    conflicts,
    keys_of,
    owners_of,
    same,
)
from annotator.ui.key_names import shown_keys
from annotator.ui.tables import Index, TitledModel
from annotator.ui.theme import Space, add_clear_button, set_role

MENU, NAME, KEYS = range(3)
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_TIP = int(Qt.ItemDataRole.ToolTipRole)


class KeyModel(TitledModel):
    """Every action whose keys are the window's, with the keys as they would be."""

    titles = (noop("Menu"), noop("Action"), noop("Keys"))

    def __init__(self, changed: Changed, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: list[Action] = [entry for entry in ACTIONS if can_change(entry)]
        self.changed: dict[str, tuple[str, ...]] = dict(changed)

    def data(self, index: Index, role: int = _DISPLAY) -> object:
        """Return a cell's words."""
        if not index.isValid():
            return None
        entry = self.rows[index.row()]
        if role == _TIP:
            return tr(entry.help)
        if role != _DISPLAY:
            return None
        keys = tr(" or ").join(shown_keys(keys_of(entry, self.changed)))
        return (plain(tr(entry.menu.value)), plain(tr(entry.text)), keys)[
            index.column()
        ]

    def set_keys(self, row: int, keys: Sequence[str]) -> None:
        """Give an action other keys."""
        entry = self.rows[row]
        if tuple(map(same, keys)) == tuple(map(same, entry.keys)):
            self.changed.pop(entry.id, None)
        else:
            self.changed[entry.id] = tuple(keys)
        self.dataChanged.emit(self.index(row, KEYS), self.index(row, KEYS))

    def reset(self) -> None:
        """Give every action its own keys back."""
        self.changed.clear()
        last = self.rowCount() - 1
        self.dataChanged.emit(self.index(0, KEYS), self.index(last, KEYS))


class KeysPage(QWidget):
    """A list of all actions, a field that records a key, and what is in its way."""

    def __init__(
        self, changed: Mapping[str, tuple[str, ...]], schema: Sequence[SchemaKey]
    ) -> None:
        super().__init__()
        self._schema = schema
        self.model = KeyModel(changed, self)
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Find an action or a key"))
        self.search.setAccessibleName(tr("Find an action or a key"))
        add_clear_button(self.search)
        self.table = self._table()
        self.search.textChanged.connect(self._proxy.setFilterFixedString)
        self.recorder = QKeySequenceEdit()
        self.recorder.setMaximumSequenceLength(1)
        self.recorder.setAccessibleName(tr("Press the new key"))
        self.recorder.keySequenceChanged.connect(self._record)
        self.none = QPushButton(tr("No key"))
        self.none.clicked.connect(self._clear)
        self.own = QPushButton(tr("Usual key"))
        self.own.clicked.connect(self._reset_one)
        self.all = QPushButton(tr("All usual keys"))
        self.all.clicked.connect(self._reset_all)
        self.said = QLabel()
        self.said.setWordWrap(True)
        set_role(self.said, "error")
        self._lay_out()
        self.table.selectionModel().currentRowChanged.connect(self._on_row)
        self.table.selectRow(0)

    def _table(self) -> QTableView:
        self._proxy = QSortFilterProxyModel(self)
        self._proxy.setSourceModel(self.model)
        self._proxy.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._proxy.setFilterKeyColumn(-1)
        table = QTableView()
        table.setModel(self._proxy)
        table.setAccessibleName(tr("Actions and their keys"))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.verticalHeader().hide()
        header = table.horizontalHeader()
        header.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        header.resizeSection(KEYS, 190)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        table.setMinimumHeight(260)
        return table

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        label = QLabel(tr("&New key"))
        label.setBuddy(self.recorder)
        row.addWidget(label)
        row.addWidget(self.recorder, 1)
        for button in (self.none, self.own, self.all):
            button.setAutoDefault(False)
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.M, Space.M, Space.M, Space.M)
        column.addWidget(self.search)
        column.addWidget(self.table, 1)
        column.addLayout(row)
        column.addWidget(self.said)

    @property
    def changed(self) -> dict[str, tuple[str, ...]]:
        """The keys of the actions whose keys are not the usual ones."""
        return dict(self.model.changed)

    def conflicts(self) -> list[str]:
        """Return a sentence for each key that would do two things."""
        return conflicts(self.model.changed, self._schema)

    def current(self) -> Action | None:
        """Return the selected action."""
        index = self._proxy.mapToSource(self.table.currentIndex())
        return self.model.rows[index.row()] if index.isValid() else None

    def _set(self, keys: Sequence[str]) -> None:
        index = self._proxy.mapToSource(self.table.currentIndex())
        if index.isValid():
            self.model.set_keys(index.row(), keys)
            self._show()

    def _on_row(self, *_: object) -> None:
        self.recorder.clear()
        self._show()

    def _record(self, sequence: QKeySequence) -> None:
        if not sequence.isEmpty():
            self._set([sequence.toString(QKeySequence.SequenceFormat.PortableText)])

    def _clear(self) -> None:
        self._set([])

    def _reset_one(self) -> None:
        entry = self.current()
        if entry is not None:
            self._set(entry.keys)

    def _reset_all(self) -> None:
        self.model.reset()
        self._show()

    def _show(self) -> None:
        """Say what the selected action's keys would do besides."""
        entry = self.current()
        owners: list[str] = []
        if entry is not None:
            for key in keys_of(entry, self.model.changed):
                owners += owners_of(key, entry, self.model.changed, self._schema)
        self.own.setEnabled(entry is not None and entry.id in self.model.changed)
        self.said.setText(
            tr("This key is also: {owners}.", owners=", ".join(owners))
            if owners
            else ""
        )
