"""The bin: what was taken out of the project, and putting it back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QDateTime,
    QLocale,
    QObject,
    Qt,
    Signal,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableView,
    QWidget,
)

from annotator.domain.ids import DocumentId
from annotator.domain.wording import noop, tr
from annotator.services.binning import Binned, hangs_line, work_on
from annotator.services.project import Project
from annotator.ui import counting
from annotator.ui.dialogs.form import FormDialog
from annotator.ui.tables import Index, TitledModel, prepare_figures
from annotator.ui.theme import Space, set_role

EMPTY = noop(
    "The bin is empty. Articles come here by “Remove this article” in the menu "
    "Document, with all work on them, and go back as they were."
)


class BinModel(TitledModel):
    """A row for every article in the bin; what hangs on it is read when shown."""

    titles = (noop("Article"), noop("Removed"), noop("By"), noop("What hangs on it"))

    def __init__(self, project: Project, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project = project
        self.rows: Sequence[Binned] = ()
        self._people: dict[str, str] = {}
        self._hanging: dict[DocumentId, str] = {}
        self.load()

    def load(self) -> None:
        """Show what is in the bin now."""
        self.beginResetModel()
        self.rows = self._project.store.binned()
        self._people = {p.id: p.name for p in self._project.annotators()}
        self._hanging.clear()
        self.endResetModel()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what is known of a cell."""
        if not index.isValid():
            return None
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return self._cell(self.rows[index.row()], index.column())
        return None

    def _cell(self, one: Binned, column: int) -> str:
        if column == 0:
            return one.title or tr("Untitled")
        if column == 1:
            local = QDateTime.fromString(one.time, Qt.DateFormat.ISODate).toLocalTime()
            return QLocale().toString(local, QLocale.FormatType.ShortFormat)
        if column == 2:
            return self._people.get(one.by, "–")
        if one.id not in self._hanging:
            self._hanging[one.id] = hangs_line(work_on(self._project, [one.id]))
        return self._hanging[one.id]


class BinDialog(FormDialog):
    """Lists what is in the bin and puts it back.

    Signals:
        wanted: The ids of the articles to put back.
    """

    wanted = Signal(object)

    def __init__(self, project: Project, parent: QWidget | None = None) -> None:
        super().__init__(
            tr("Bin"),
            tr(
                "Articles that were taken out of the project. Nothing of them is lost: "
                "put back, they are as they were. Importing the same text again does "
                "the same."
            ),
            tr("Put back"),
            parent,
        )
        self.resize(760, 420)
        self.model = BinModel(project, self)
        self.table = QTableView()
        self.table.setModel(self.model)
        self.table.setAccessibleName(tr("Bin"))
        self.empty = QLabel(tr(EMPTY))
        self.empty.setWordWrap(True)
        set_role(self.empty, "muted")
        self._prepare()
        everything = QPushButton(tr("Put &all back"))
        everything.setAutoDefault(False)
        everything.clicked.connect(self._all)
        self.everything = everything
        self.buttons.addButton(everything, QDialogButtonBox.ButtonRole.ActionRole)
        self._show_buttons()

    def _prepare(self) -> None:
        prepare_figures(self.table)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        across = self.table.horizontalHeader()
        across.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        wide = self.table.fontMetrics().horizontalAdvance("28/11/2026 18:00:00")
        across.setSectionResizeMode(1, QHeaderView.ResizeMode.Fixed)
        across.resizeSection(1, wide + Space.L)
        for column in (0, 3):
            across.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        there = bool(self.model.rowCount())
        if there:
            self.table.selectRow(0)
            self.add_above_buttons(self.table, stretch=1)
            self.table.setFocus()
        else:
            self.add_above_buttons(self.empty, stretch=1)
        self.table.activated.connect(self.submit)
        self.table.selectionModel().selectionChanged.connect(self._show_buttons)

    def chosen(self) -> list[DocumentId]:
        """Return the selected articles, in the order of the list."""
        rows = sorted(i.row() for i in self.table.selectionModel().selectedRows())
        return [self.model.rows[row].id for row in rows]

    def _show_buttons(self) -> None:
        number = len(self.chosen())
        self.accept_button.setEnabled(number > 0)
        what = (
            tr("Put {articles} back", articles=counting.articles(number))
            if number > 1
            else tr("Put back")
        )
        self.accept_button.setText(what)
        self.everything.setVisible(self.model.rowCount() > 1)

    def submit(self) -> None:
        """Put back what is selected."""
        self._take(self.chosen())

    def _all(self) -> None:
        self._take([one.id for one in self.model.rows])

    def _take(self, documents: list[DocumentId]) -> None:
        if documents:
            self.wanted.emit(documents)
            self.accept()
