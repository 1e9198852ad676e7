"""What a look found, as tables: formats, and articles that are nearly the same."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QObject,
    Qt,
    Signal,
)

from annotator.domain.ids import DocumentId
from annotator.domain.wording import noop, number, tr
from annotator.services.copies import Copy
from annotator.services.import_look import FoundFormat
from annotator.ui.tables import Index, TitledModel

_CHECKED = Qt.CheckState.Checked
_UNCHECKED = Qt.CheckState.Unchecked


class FormatModel(TitledModel):
    """A row for each format that was found."""

    titles = (
        noop("Format"),
        noop("Files"),
        noop("Articles"),
        noop("Annotated"),
        noop("Problems"),
    )
    numbers = frozenset((1, 2, 3, 4))

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: Sequence[FoundFormat] = ()

    def show(self, formats: Sequence[FoundFormat]) -> None:
        """Show others, those with most articles first."""
        self.beginResetModel()
        self.rows = sorted(formats, key=lambda found: -found.articles)
        self.endResetModel()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a cell says."""
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self.alignment(index.column())
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        found = self.rows[index.row()]
        counts = (found.files, found.articles, found.annotated, found.problems)
        if index.column() == 0:
            return found.title
        count = counts[index.column() - 1]
        return number(count) if count else "–"


class CopyModel(TitledModel):
    """Articles that are nearly the same as others, each with a tick to leave it out.

    Signals:
        changed: Others are left out now.
    """

    titles = (
        noop("Leave out"),
        noop("Article"),
        noop("Annotated"),
        noop("Alike"),
        noop("Nearly the same as"),
        noop("Which is in"),
    )
    numbers = frozenset((3,))
    stretched = (1, 4, 5)
    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: Sequence[Copy] = ()
        self._left_out: set[DocumentId] = set()

    def show(self, copies: Sequence[Copy]) -> None:
        """Show others; what was left out before stays so."""
        self.beginResetModel()
        self.rows = sorted(copies, key=lambda copy: (-copy.share, copy.where))
        self.endResetModel()

    def left_out(self) -> frozenset[DocumentId]:
        """Return the articles that are to be left out."""
        shown = {copy.document_id for copy in self.rows}
        return frozenset(self._left_out & shown)

    def leave_out(self, copies: Sequence[Copy], *, out: bool) -> None:
        """Leave some out, or take them along."""
        ids = {copy.document_id for copy in copies}
        self._left_out = self._left_out | ids if out else self._left_out - ids
        last = self.index(self.rowCount() - 1, 0)
        self.dataChanged.emit(self.index(0, 0), last, [Qt.ItemDataRole.CheckStateRole])
        self.changed.emit()

    def leave_out_all(self) -> None:
        """Leave out all that bring no annotations."""
        self.leave_out([c for c in self.rows if not c.annotated], out=True)

    def keep_all(self) -> None:
        """Take all of them along."""
        self.leave_out(self.rows, out=False)

    def toggle(self, rows: Sequence[int]) -> None:
        """Leave out the articles in rows, or take them along if all are left out."""
        chosen = [self.rows[row] for row in rows]
        out = not all(copy.document_id in self._left_out for copy in chosen)
        self.leave_out(chosen, out=out)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let the first column be ticked."""
        flags = super().flags(index)
        tick = Qt.ItemFlag.ItemIsUserCheckable
        return flags | tick if index.column() == 0 else flags

    def setData(
        self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole
    ) -> bool:
        """Take a tick."""
        if role != Qt.ItemDataRole.CheckStateRole or index.column():
            return False
        out = Qt.CheckState(value) == _CHECKED
        self.leave_out([self.rows[index.row()]], out=out)
        return True

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a cell says."""
        if not index.isValid():
            return None
        copy, column = self.rows[index.row()], index.column()
        if role == Qt.ItemDataRole.CheckStateRole and not column:
            return _CHECKED if copy.document_id in self._left_out else _UNCHECKED
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self.alignment(column)
        if role == Qt.ItemDataRole.DisplayRole:
            return _cells(copy)[column]
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{copy.title}\n{copy.where}"
        return None


def _cells(copy: Copy) -> tuple[str, ...]:
    place = tr("the project") if copy.in_project else copy.other_where
    annotated = tr("yes") if copy.annotated else ""
    return ("", copy.title, annotated, number(copy.share, ".0%"), copy.other, place)
