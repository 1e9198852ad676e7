"""Which column of a table, or field of an object, is the text, the title and so on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QComboBox, QTableView, QWidget

from annotator.domain.wording import noop, tr
from annotator.services.choices import ROLE_TITLES
from annotator.services.import_look import Table
from annotator.ui.dialogs.form import FormDialog
from annotator.ui.tables import Index, TitledModel

_CELL = 120
_WIDTH = 180
_EXPLANATION = noop(
    "The columns are told by their names. Where that is not right, choose others; "
    "a dot leads into an object. What is not chosen is kept with the article as "
    "further details."
)


@dataclass(frozen=True, slots=True)
class ToldColumns:
    """What the user says of columns.

    Attributes:
        everywhere: Role → column, where all files have the same columns.
        by_file: File → role → column, where they have not.
    """

    everywhere: Mapping[str, str] = field(default_factory=dict)
    by_file: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def of(self, name: str) -> Mapping[str, str]:
        """Return what is said of a file's columns."""
        return self.by_file.get(name, self.everywhere)


class ColumnsDialog(FormDialog):
    """Asks what the columns are, with the first rows of the files below.

    What is said of a file is said of all that have the same columns.

    Signals:
        chosen: ``ToldColumns``.
    """

    chosen = Signal(object)

    def __init__(
        self,
        tables: Mapping[str, Table],
        told: ToldColumns,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tr("Columns"), tr(_EXPLANATION), tr("Use these"), parent)
        self._tables = dict(tables)
        self._told = {name: dict(told.of(name)) for name in tables}
        self.file = QComboBox()
        self.file.setAccessibleName(tr("File"))
        self.file.addItems(list(self._tables))
        self.file.setMinimumContentsLength(20)
        self.file.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.fields.addRow(tr("First rows of"), self.file)
        self.roles: dict[str, QComboBox] = {}
        for role in _roles(self._tables.values()):
            box = QComboBox()
            title = tr(ROLE_TITLES[role])
            box.setAccessibleName(tr("Column of the {role}", role=title))
            box.activated.connect(partial(self._take, role))
            self.roles[role] = box
            self.fields.addRow(title[:1].upper() + title[1:], box)
        self.model = TopModel(self)
        self.table = QTableView()
        self.table.setModel(self.model)
        self.table.setAccessibleName(tr("The first rows"))
        self.table.verticalHeader().hide()
        self.table.setWordWrap(False)
        self.table.setTabKeyNavigation(False)
        self.table.horizontalHeader().setDefaultSectionSize(_WIDTH)
        self.table.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.add_above_buttons(self.table, stretch=1)
        self.file.currentIndexChanged.connect(self._show)
        self._show()
        self.resize(760, 580)

    def _now(self, name: str) -> dict[str, str]:
        """Return role → column of a file as it stands."""
        return {**self._tables[name].chosen, **self._told[name]}

    def _show(self) -> None:
        name = self.file.currentText()
        table, now = self._tables[name], self._now(name)
        for role, box in self.roles.items():
            self.fields.setRowVisible(box, role in table.roles)
            box.clear()
            none = tr("none is told: choose") if role == "text" else tr("none")
            box.addItem(none, "")
            for column in table.columns:
                box.addItem(column, column)
            box.setCurrentIndex(max(box.findData(now.get(role, "")), 0))
        roles = {column: tr(ROLE_TITLES[r]) for r, column in now.items() if column}
        self.model.show(table, roles)

    def _take(self, role: str, _chosen: int) -> None:
        """Take the column of a role, for all files that have the same columns."""
        name = self.file.currentText()
        column = self.roles[role].currentData()
        for other, table in self._tables.items():
            if table.columns == self._tables[name].columns:
                self._told[other][role] = column
        self._show()

    def columns(self) -> ToldColumns:
        """Return what was said."""
        told = {
            name: {role: column for role, column in said.items() if column}
            for name, said in self._told.items()
        }
        if len({table.columns for table in self._tables.values()}) == 1:
            return ToldColumns(next(iter(told.values())))
        return ToldColumns(by_file=told)

    def submit(self) -> None:
        """Emit the choice; every file must have a text."""
        for name in self._tables:
            if not self._now(name).get("text"):
                self.file.setCurrentText(name)
                self.show_problem(
                    tr("Choose the column with the text of {name}.", name=name)
                )
                return
        self.chosen.emit(self.columns())
        self.accept()


def _roles(tables: Iterable[Table]) -> list[str]:
    return list(dict.fromkeys(role for table in tables for role in table.roles))


class TopModel(TitledModel):
    """The first rows; the chosen columns first, named for what they are."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: Sequence[Sequence[str]] = ()
        self._order: list[int] = []

    def show(self, table: Table, roles: Mapping[str, str]) -> None:
        """Show a table of which some columns (→ their role's title) were chosen."""
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
        self.rows = table.rows
        self.endResetModel()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a cell says; all that is kept of it as its tool tip."""
        if not index.isValid():
            return None
        text = self.rows[index.row()][self._order[index.column()]]
        if role == Qt.ItemDataRole.DisplayRole:
            return " ".join(text[:_CELL].split())
        return text if role == Qt.ItemDataRole.ToolTipRole else None
