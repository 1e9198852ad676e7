"""What tables have in common: models with titles, the look of lists of rows."""

from __future__ import annotations

from collections.abc import Sequence, Sized

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from annotator.domain.wording import tr
from annotator.ui.theme import Space, colours

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_ROW_SPARE = 10


class TitledModel(QAbstractTableModel):
    """A table with titles above its columns; numbers stand right, words stretch.

    Attributes:
        titles: Of the columns, marked for translation.
        numbers: The columns that stand right.
        stretched: The columns that share the room that is left.
        rows: What there is a row for; a model may have it as a property.
    """

    titles: Sequence[str] = ()
    numbers: frozenset[int] = frozenset()
    stretched: Sequence[int] = (0,)
    rows: Sized = ()

    def rowCount(self, parent: Index = ROOT) -> int:
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = ROOT) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self.titles)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Return a column's title."""
        if orientation != Qt.Orientation.Horizontal or section >= len(self.titles):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            title = self.titles[section]
            return tr(title) if title else ""
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self.alignment(section)
        return None

    def alignment(self, column: int) -> Qt.AlignmentFlag:
        """Return where the cells of a column stand."""
        return RIGHT if column in self.numbers else LEFT


class AiryCells(QStyledItemDelegate):
    """Cells with some air before the first and behind the last."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Draw a cell."""
        state = QStyle.StateFlag
        cell = QStyleOptionViewItem(option)
        if option.state & state.State_Selected:
            painter.fillRect(option.rect, QColor(colours(option.palette).accent_soft))
        cell.state &= ~(state.State_Selected | state.State_HasFocus)
        first = index.column() == 0
        cell.rect = option.rect.adjusted(Space.S if first else 0, 0, -Space.XS, 0)
        super().paint(painter, cell, index)


def prepare_rows(table: QTableView) -> None:
    """Let a table be a list of rows, of which one is selected."""
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    table.setShowGrid(False)
    table.setTabKeyNavigation(False)
    table.setWordWrap(False)
    across, down = table.horizontalHeader(), table.verticalHeader()
    across.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    down.hide()
    down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    down.setMinimumSectionSize(16)


def prepare_figures(table: QTableView) -> None:
    """Set up a table whose titles are seen."""
    prepare_rows(table)
    table.setItemDelegate(AiryCells(table))
    across = table.horizontalHeader()
    across.setMinimumSectionSize(24)
    across.setHighlightSections(False)
    height = table.fontMetrics().height() + Space.S + 2
    table.verticalHeader().setDefaultSectionSize(height)


class RowList(QTableView):
    """A list of rows of fixed height without titles, whose cells are drawn.

    Letters that are typed go on to the window, where they are labels.
    """

    def __init__(
        self, model: QAbstractTableModel, name: str, *, stretched: int
    ) -> None:
        super().__init__()
        self.setModel(model)
        self.setAccessibleName(name)
        prepare_rows(self)
        across = self.horizontalHeader()
        across.hide()
        across.setMinimumSectionSize(16)
        across.setSectionResizeMode(stretched, QHeaderView.ResizeMode.Stretch)
        self.fix_sizes()

    def fix_sizes(self) -> None:
        """Give the rows the height of the font, and columns their width."""
        height = self.fontMetrics().height() + _ROW_SPARE
        self.verticalHeader().setDefaultSectionSize(height)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.fix_sizes()

    def keyboardSearch(self, search: str) -> None:
        """Look for nothing."""


class RowCells(QStyledItemDelegate):
    """Draws the ground of a row; what stands on it is drawn by ``draw``."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Draw one cell."""
        look = colours(option.palette)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(look.accent_soft))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, QColor(look.hover))
        self.draw(painter, option, index)
        painter.restore()

    def draw(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Draw what a cell holds."""
        raise NotImplementedError
