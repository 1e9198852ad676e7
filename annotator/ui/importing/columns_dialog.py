"""Which column of a table, or field of an object, is the text, the title and so on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QComboBox, QLabel, QTableView, QWidget

from annotator.services.import_look import Table
from annotator.ui.dialogs.form import FormDialog
from annotator.ui.importing.models import TitledModel
from annotator.ui.theme import set_role

_ROOT = QModelIndex()
_CELL = 120
_WIDTH = 180
_EXPLANATION = (
    "The columns are told by their names. Where that is not right, choose others; "
    "a dot leads into an object. What is not chosen is kept with the article as "
    "further details."
)
Index = QModelIndex | QPersistentModelIndex


class ColumnsDialog(FormDialog):
    """Asks what the columns are, with the first rows of the files below.

    Signals:
        chosen: Role → column, of what the user said.
    """

    chosen = Signal(object)

    def __init__(
        self,
        tables: Mapping[str, Table],
        told: Mapping[str, str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("Columns", _EXPLANATION, "Use these", parent)
        self._tables = dict(tables)
        self._told = dict(told)
        self.file = QComboBox()
        self.file.setAccessibleName("File")
        self.file.addItems(list(self._tables))
        self.file.setMinimumContentsLength(20)
        self.file.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.fields.addRow("First rows of", self.file)
        self.roles: dict[str, QComboBox] = {}
        for role in _roles(self._tables.values()):
            box = QComboBox()
            box.setAccessibleName(f"Column of the {role}")
            box.activated.connect(self._show)
            self.roles[role] = box
            title = "URL" if role == "url" else role.capitalize()
            self.fields.addRow(title, box)
        self._fill()
        self.model = TopModel(self)
        self.table = QTableView()
        self.table.setModel(self.model)
        self.table.setAccessibleName("The first rows")
        self.table.verticalHeader().hide()
        self.table.setWordWrap(False)
        self.table.setTabKeyNavigation(False)
        self.table.horizontalHeader().setDefaultSectionSize(_WIDTH)
        self.table.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.add_above_buttons(self.table, stretch=1)
        self.note = QLabel()
        self.note.setWordWrap(True)
        set_role(self.note, "muted")
        self.add_above_buttons(self.note)
        self.file.currentIndexChanged.connect(self._show)
        self._show()
        self.resize(760, 580)

    def _fill(self) -> None:
        """Offer the columns of all files; what they are taken for is chosen."""
        columns = [c for table in self._tables.values() for c in table.columns]
        for role, box in self.roles.items():
            none = "none" if role != "text" else "none is told: choose"
            box.addItem(none, "")
            for column in dict.fromkeys(columns):
                box.addItem(column, column)
            place = box.findData(self._told.get(role, ""))
            box.setCurrentIndex(max(place, 0))
            if not self._told.get(role):
                found = box.findData(self._chosen(role))
                box.setCurrentIndex(max(found, 0))

    def _chosen(self, role: str) -> str:
        """Return the column that the first file with one has for a role."""
        found = (table.chosen.get(role, "") for table in self._tables.values())
        return next(filter(None, found), "")

    def columns(self) -> dict[str, str]:
        """Return role → column, where it is not what is told by the names anyway."""
        said = {role: box.currentData() for role, box in self.roles.items()}
        return {
            role: column
            for role, column in said.items()
            if column and (role in self._told or column != self._chosen(role))
        }

    def _show(self) -> None:
        table = self._tables[self.file.currentText()]
        for role, box in self.roles.items():
            self.fields.setRowVisible(box, role in table.roles)
        chosen = {box.currentData(): role for role, box in self.roles.items()}
        self.model.show(table, {c: r for c, r in chosen.items() if c})
        missing = [
            box.currentData()
            for box in self.roles.values()
            if box.currentData() and box.currentData() not in table.columns
        ]
        self.note.setText(
            f"This file has no column {', '.join(missing)}." if missing else ""
        )
        self.note.setVisible(bool(missing))

    def submit(self) -> None:
        """Emit the choice; the text must be somewhere."""
        text = self.roles.get("text")
        told = any(table.chosen.get("text") for table in self._tables.values())
        if text is not None and not text.currentData() and not told:
            self.show_problem("Choose the column with the text.")
            return
        self.chosen.emit(self.columns())
        self.accept()


def _roles(tables: Iterable[Table]) -> list[str]:
    return list(dict.fromkeys(role for table in tables for role in table.roles))


class TopModel(TitledModel):
    """The first rows; the chosen columns first, named for what they are."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[Sequence[str]] = ()
        self._order: list[int] = []

    def show(self, table: Table, roles: Mapping[str, str]) -> None:
        """Show a table whose columns (→ role) were chosen."""
        self.beginResetModel()
        places = range(len(table.columns))
        known = [n for n in places if table.columns[n] in roles]
        self._order = known + [n for n in places if n not in known]
        self.titles = [
            f"{table.columns[n]} → {roles[table.columns[n]]}"
            if table.columns[n] in roles
            else table.columns[n]
            for n in self._order
        ]
        self._rows = table.rows
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a cell says; all that is kept of it as its tool tip."""
        if not index.isValid():
            return None
        text = self._rows[index.row()][self._order[index.column()]]
        if role == Qt.ItemDataRole.DisplayRole:
            return " ".join(text[:_CELL].split())
        return text if role == Qt.ItemDataRole.ToolTipRole else None
