"""The labels of a schema as a table: each kind, and under it its labels."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from PySide6.QtCore import (
    QObject,
    Qt,
)
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QApplication

from annotator.domain.schema import Kind, Label, Schema
from annotator.domain.wording import noop, number, tr
from annotator.ui.panels.drawing import key_name, swatch_icon
from annotator.ui.tables import Index, TitledModel


class Row(NamedTuple):
    """A kind, or one of its labels."""

    kind: Kind
    label: Label | None

    @property
    def key(self) -> tuple[str, str]:
        """Names of both; "" for no label."""
        return self.kind.name, self.label.name if self.label else ""


class SchemaModel(TitledModel):
    """Kinds and labels with how often each is used; it changes nothing."""

    titles = (noop("Label"), noop("Key"), noop("Annotations"), "")
    numbers = frozenset((2,))

    def __init__(
        self, counts: Mapping[tuple[str, str], int], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._counts = counts
        self.rows: list[Row] = []

    def set_schema(self, schema: Schema) -> None:
        """Show another schema, or the same one changed."""
        rows = []
        for kind in schema.kinds:
            rows.append(Row(kind, None))
            rows += [Row(kind, label) for label in kind.labels]
        if len(rows) == len(self.rows):  # what is selected stays so
            self.rows = rows
            last = self.index(len(rows) - 1, len(self.titles) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def row_of(self, key: tuple[str, str]) -> int:
        """Return where a kind or label stands; 0 where it is gone."""
        keys = [row.key for row in self.rows]
        return keys.index(key) if key in keys else 0

    def count(self, row: Row) -> int:
        """Return how many annotations there are."""
        if row.label is not None:
            # One that is being renamed is known by the name that its work still has.
            names = (row.label.name, *row.label.formerly)
            return sum(self._counts.get((row.kind.name, name), 0) for name in names)
        return sum(n for (kind, _), n in self._counts.items() if kind == row.kind.name)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what is known of a cell."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._cells(row)[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self.alignment(index.column())
        return self._look(row, role) if index.column() == 0 else None

    def _look(self, row: Row, role: int) -> object:
        if role == Qt.ItemDataRole.FontRole and row.label is None:
            font = QFont(QApplication.font())
            font.setBold(True)
            return font
        if role == Qt.ItemDataRole.DecorationRole and row.label is not None:
            return swatch_icon(row.label.style, QPalette(QApplication.palette()), 1.0)
        return None

    def _cells(self, row: Row) -> tuple[str, str, str, str]:
        count = number(self.count(row))
        if row.label is None:
            return row.kind.title, "", count, ""
        key = key_name(row.label.key) if row.label.key else ""
        named = row.label.name
        if row.label.title not in {named, ""}:
            named = f"{named} · {row.label.title}"
        return named, key, count, tr("retired") if row.label.retired else ""
