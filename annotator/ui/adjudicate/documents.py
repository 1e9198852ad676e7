"""The articles that can be settled, and which of them are."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    Qt,
    Signal,
)
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from annotator.domain.documents import STATUS_TITLES, DocumentRow, Status
from annotator.domain.wording import noop, tr, within
from annotator.ui.tables import ROOT, Index
from annotator.ui.window.header import status_icon

_TITLES = {
    Status.DONE: noop("Settled"),
    Status.IN_PROGRESS: noop("Begun"),
    Status.TODO: noop("Not begun"),
}


class DocumentListModel(QAbstractListModel):
    """Articles that at least two annotators have done."""

    def __init__(self, widget: QWidget, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._widget = widget
        self.rows: list[DocumentRow] = []

    def set_rows(self, rows: Sequence[DocumentRow]) -> None:
        """Show these."""
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def set_row(self, row: DocumentRow) -> None:
        """Show what is new of one of them."""
        number = self.row_of(row.id)
        if number >= 0:
            self.rows[number] = row
            self.dataChanged.emit(self.index(number), self.index(number))

    def row_of(self, document_id: str) -> int:
        """Return where an article is, -1 for nowhere."""
        return next((i for i, r in enumerate(self.rows) if r.id == document_id), -1)

    def unsettled_after(self, document_id: str) -> DocumentRow | None:
        """Return the next article that is not settled, going round at the end."""
        here = self.row_of(document_id)
        ring = [*self.rows[here + 1 :], *self.rows[: max(here, 0)]]
        return next((row for row in ring if row.status is not Status.DONE), None)

    def rowCount(self, parent: Index = ROOT) -> int:
        """Return how many there are."""
        return 0 if parent.isValid() else len(self.rows)

    def data(
        self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)
    ) -> object:
        """Return title, state and sign of an article."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        state = tr(_TITLES.get(row.status, STATUS_TITLES[row.status]))
        if role == int(Qt.ItemDataRole.DisplayRole):
            return row.title
        if role == int(Qt.ItemDataRole.DecorationRole):
            return status_icon(row.status, self._widget)
        if role in {
            int(Qt.ItemDataRole.ToolTipRole),
            int(Qt.ItemDataRole.AccessibleTextRole),
        }:
            return f"{row.title}: {within(state)}"
        return None


class DocumentListView(QListView):
    """The list; a click or Enter opens an article.

    Signals:
        opened: Id of the article to open.
    """

    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.documents = DocumentListModel(self, self)
        self.setModel(self.documents)
        self.setAccessibleName(tr("Articles to settle"))
        self.setUniformItemSizes(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._open)
        self.activated.connect(self._open)

    def show_current(self, document_id: str) -> None:
        """Mark the article that is open."""
        row = self.documents.row_of(document_id)
        if row >= 0:
            self.setCurrentIndex(self.documents.index(row))
            self.scrollTo(self.documents.index(row))

    def keyboardSearch(self, search: str) -> None:
        """Leave letters and digits to the window."""

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(self.documents.rows[index.row()].id)
