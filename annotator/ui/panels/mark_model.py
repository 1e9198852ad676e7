"""The annotations and suggestions of one document, in text order, as a model."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from PySide6.QtCore import (
    QAbstractTableModel,
    QObject,
    Qt,
)

from annotator.domain.text import excerpt
from annotator.domain.wording import noop, tr
from annotator.ui.article.marks import Mark, MarkState
from annotator.ui.tables import ROOT, Index

MARK_ROLE = int(Qt.ItemDataRole.UserRole)
STATE, LABEL, EXCERPT = range(3)
_HEADERS = (noop("State"), noop("Label"), noop("Text"))
_MANY = 200
_EXCERPT = 120

Key = tuple[int, int, int, str]


class MarkModel(QAbstractTableModel):
    """Keeps itself sorted by start, longest first; changes cost O(log n) each."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._marks: dict[str, Mark] = {}
        self._keys: list[Key] = []
        self._kind = ""
        self._state: MarkState | None = None

    def set_marks(self, text: str, marks: Iterable[Mark]) -> None:
        """Show the marks of another document."""
        self._text = text
        self._marks = {mark.id: mark for mark in marks}
        self._rebuild()

    def set_filter(self, kind: str, state: MarkState | None) -> None:
        """Show only one kind ("" for all) or one state (None for both)."""
        if (kind, state) != (self._kind, self._state):
            self._kind, self._state = kind, state
            self._rebuild()

    def apply(self, put: Iterable[Mark], removed: Iterable[str]) -> None:
        """Put marks in, or in place of those with their ids, and take some out."""
        fresh = {mark.id: mark for mark in put}
        gone = [mark_id for mark_id in removed if mark_id not in fresh]
        if len(fresh) + len(gone) > _MANY:
            for mark_id in gone:
                self._marks.pop(mark_id, None)
            self._marks.update(fresh)
            self._rebuild()
            return
        for mark_id in gone:
            self._take(mark_id)
        for mark in fresh.values():
            self._put(mark)

    def _rebuild(self) -> None:
        self.beginResetModel()
        self._keys = sorted(key_of(m) for m in self._marks.values() if self._lets(m))
        self.endResetModel()

    def _lets(self, mark: Mark) -> bool:
        kind = not self._kind or mark.kind == self._kind
        return kind and (self._state is None or mark.state is self._state)

    def _take(self, mark_id: str) -> None:
        mark = self._marks.pop(mark_id, None)
        row = None if mark is None else self._row(key_of(mark))
        if row is not None:
            self.beginRemoveRows(ROOT, row, row)
            del self._keys[row]
            self.endRemoveRows()

    def _put(self, mark: Mark) -> None:
        before = self._marks.get(mark.id)
        row = None if before is None else self._row(key_of(before))
        if row is not None and self._keys[row] == key_of(mark) and self._lets(mark):
            self._marks[mark.id] = mark
            last = self.index(row, EXCERPT)
            self.dataChanged.emit(self.index(row, 0), last)
            return
        self._take(mark.id)
        self._marks[mark.id] = mark
        if self._lets(mark):
            row = bisect_left(self._keys, key_of(mark))
            self.beginInsertRows(ROOT, row, row)
            self._keys.insert(row, key_of(mark))
            self.endInsertRows()

    def _row(self, key: Key) -> int | None:
        row = bisect_left(self._keys, key)
        return row if row < len(self._keys) and self._keys[row] == key else None

    # The model's face to the view ---------------------------------------------

    def rowCount(self, parent: Index = ROOT) -> int:
        """Return how many marks the filter lets through."""
        return 0 if parent.isValid() else len(self._keys)

    def columnCount(self, parent: Index = ROOT) -> int:
        """Return 3: state, label, text."""
        return 0 if parent.isValid() else len(_HEADERS)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Return a column's title."""
        across = orientation is Qt.Orientation.Horizontal
        if across and role == Qt.ItemDataRole.DisplayRole:
            return tr(_HEADERS[section])
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what is known of a mark."""
        if not index.isValid():
            return None
        mark = self.mark(index.row())
        if role == MARK_ROLE:
            return mark
        if role == Qt.ItemDataRole.DisplayRole:
            return self._cell(mark, index.column())
        if role in {Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole}:
            return f"{mark.title}, {state_of(mark)}: {self.excerpt(mark)}"
        return None

    def _cell(self, mark: Mark, column: int) -> str:
        if column == STATE:
            return state_of(mark)
        return mark.title if column == LABEL else self.excerpt(mark)

    def excerpt(self, mark: Mark) -> str:
        """Return the words of a mark's main part, one line."""
        fragments = mark.main
        share = max(_EXCERPT // len(fragments), 20)
        return " … ".join(excerpt(self._text, *f, limit=share) for f in fragments)

    def mark(self, row: int) -> Mark:
        """Return the mark of a row."""
        return self._marks[self._keys[row][3]]

    def row_of(self, mark_id: str) -> int | None:
        """Return the row of a mark, or None where it is not shown."""
        mark = self._marks.get(mark_id)
        return None if mark is None else self._row(key_of(mark))

    def total(self) -> int:
        """Return how many marks there are, shown or not."""
        return len(self._marks)


def key_of(mark: Mark) -> Key:
    """Return what marks are sorted by: where they start, the longest first."""
    start = min(fragment.start for fragment in mark.main)
    end = max(fragment.end for fragment in mark.main)
    return start, -end, mark.order, mark.id


def state_of(mark: Mark) -> str:
    """Return a mark's state in words."""
    if mark.state is MarkState.SUGGESTED:
        return tr("suggested")
    return tr("unfinished") if mark.unfinished else tr("marked")
