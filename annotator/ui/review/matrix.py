"""Squares of figures with a ground for each: annotators, and labels of a pair."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelectionModel,
    QObject,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPalette, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from annotator.services.review_figures import Behind
from annotator.ui.review.scale import text_colour, value_colour
from annotator.ui.tables import ROOT, Index
from annotator.ui.theme import Space, colours, scaled_font

_CELL = int(Qt.ItemDataRole.UserRole)
_LEAST_WIDTH = 38
_MOST_HEIGHT = 72
_MOST_WIDTH = 150


@dataclass(frozen=True, slots=True)
class Square:
    """One cell.

    Attributes:
        text: What is written in it.
        ground: What it is coloured by, 0 to 1; None for no colour.
        tip: All that is known of it.
        behind: The passages behind it; None where there are none.
    """

    text: str
    ground: float | None = None
    tip: str = ""
    behind: Behind | None = None


class SquareModel(QAbstractTableModel):
    """Squares by row and column."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._across: Sequence[str] = ()
        self._down: Sequence[str] = ()
        self._squares: Mapping[tuple[int, int], Square] = {}

    def set_squares(
        self,
        down: Sequence[str],
        across: Sequence[str],
        squares: Mapping[tuple[int, int], Square],
    ) -> None:
        """Show others.

        Args:
            down: The titles of the rows.
            across: Those of the columns.
            squares: By row and column; where there is none, nothing is shown.
        """
        self.beginResetModel()
        self._down, self._across, self._squares = down, across, squares
        self.endResetModel()

    def square(self, index: Index) -> Square | None:
        """Return a cell."""
        return self._squares.get((index.row(), index.column()))

    def rowCount(self, parent: Index = ROOT) -> int:
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._down)

    def columnCount(self, parent: Index = ROOT) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self._across)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what is known of a cell."""
        square = self.square(index) if index.isValid() else None
        if square is None:
            return None
        if role == _CELL:
            return square
        if role == Qt.ItemDataRole.DisplayRole:
            return square.text
        if role in {Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole}:
            return square.tip
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Return a title."""
        across = orientation is Qt.Orientation.Horizontal
        titles = self._across if across else self._down
        wanted = {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}
        return titles[section] if role in wanted and section < len(titles) else None


class _Ground(QStyledItemDelegate):
    """Draws the ground of a value, the figure on it, and where the cursor is."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Draw one cell."""
        square = index.data(_CELL)
        look = colours(option.palette)
        box = option.rect.adjusted(1, 1, -1, -1)
        ground, ink = QColor(look.window), QColor(look.muted)
        if isinstance(square, Square) and square.ground is not None:
            ground = value_colour(square.ground, look)
            ink = text_colour(ground)
        painter.save()
        painter.fillRect(box, ground)
        if isinstance(square, Square):
            font = scaled_font(option.widget, 1.0, bold=square.ground is not None)
            painter.setFont(font)
            painter.setPen(ink)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, square.text)
        if option.state & QStyle.StateFlag.State_Selected:
            # Two lines: one of them is seen on whatever ground.
            painter.setPen(QPen(QColor(look.base), 4))
            painter.drawRect(box.adjusted(2, 2, -2, -2))
            painter.setPen(QPen(QColor(look.accent), 2))
            painter.drawRect(box.adjusted(1, 1, -1, -1))
        painter.restore()


class _Titles(QHeaderView):
    """Titles of columns, written upwards where they do not fit across."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(16)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Window)

    def _turned(self) -> bool:
        widest = self._widest()
        sections = range(self.count())
        return any(self.sectionSize(n) < widest + Space.S for n in sections)

    def _widest(self) -> int:
        metrics = self.fontMetrics()
        return max(map(metrics.horizontalAdvance, self._titles()), default=0)

    def _titles(self) -> list[str]:
        model, across = self.model(), Qt.Orientation.Horizontal
        return [str(model.headerData(n, across)) for n in range(self.count())]

    def sizeHint(self) -> QSize:
        """Return a height that the titles fit into."""
        size = super().sizeHint()
        if self._turned():
            size.setHeight(min(self._widest(), _MOST_WIDTH) + Space.L)
        return size

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Draw one title."""
        if not self._turned():
            super().paintSection(painter, rect, section)
            return
        look = colours(self.palette())
        painter.save()
        painter.fillRect(rect, QColor(look.window))
        painter.setPen(QColor(look.muted))
        painter.translate(rect.left(), rect.bottom())
        painter.rotate(-90)
        box = QRect(Space.S, 0, rect.height() - Space.M, rect.width())
        edge = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        title = self.fontMetrics().elidedText(
            self._titles()[section], Qt.TextElideMode.ElideRight, box.width()
        )
        painter.drawText(box, edge, title)
        painter.restore()


class SquareTable(QTableView):
    """The squares as a table that arrow keys walk over.

    Signals:
        chosen: The ``Behind`` of the square that the user moved to, or None.
        entered: Return was pressed on it.
    """

    chosen = Signal(object)
    entered = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.squares = SquareModel(self)
        self.setModel(self.squares)
        self._ground = _Ground(self)
        self.setItemDelegate(self._ground)
        self.setAccessibleName(name)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setHorizontalHeader(_Titles(self))
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            header.setSectionsClickable(False)
            header.setHighlightSections(False)
        self.clicked.connect(self._tell)
        self.selectionModel().currentChanged.connect(self._tell)

    def show_squares(
        self,
        down: Sequence[str],
        across: Sequence[str],
        squares: Mapping[tuple[int, int], Square],
    ) -> None:
        """Show others; the cursor stays where it is, if it can."""
        row, column = self.currentIndex().row(), self.currentIndex().column()
        self.squares.set_squares(down, across, squares)
        self._share()
        if 0 <= row < len(down) and 0 <= column < len(across):
            self.point_at(row, column)

    def point_at(self, row: int, column: int) -> None:
        """Put the cursor on a square."""
        self.selectionModel().setCurrentIndex(
            self.squares.index(row, column),
            QItemSelectionModel.SelectionFlag.ClearAndSelect,
        )

    def behind(self) -> Behind | None:
        """Return what is behind the square with the cursor."""
        square = self.squares.square(self.currentIndex())
        return square.behind if square else None

    def _tell(self) -> None:
        self.chosen.emit(self.behind())

    def _share(self) -> None:
        """Give every column the same width, and every row the same height."""
        number = max(self.squares.columnCount(), 1)
        room = self.viewport().width() // number
        width = min(max(room, _LEAST_WIDTH), _MOST_WIDTH)
        for column in range(self.squares.columnCount()):
            self.horizontalHeader().resizeSection(column, width)
        self.horizontalHeader().updateGeometry()
        least = self.fontMetrics().height() + Space.M
        room = self.viewport().height() // max(self.squares.rowCount(), 1)
        height = min(max(room, least), _MOST_HEIGHT, max(width, least))
        for row in range(self.squares.rowCount()):
            self.verticalHeader().resizeSection(row, height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room."""
        super().resizeEvent(event)
        self._share()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the passages on Return."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.entered.emit()
            return
        super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Leave letters alone: figures are not looked for by them."""
