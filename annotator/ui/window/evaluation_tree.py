"""The tree of figures as it is seen: kinds that unfold into labels and parts."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
)

from annotator.domain.wording import tr
from annotator.ui.tables import ROOT, Index
from annotator.ui.theme import Space, colours
from annotator.ui.window.evaluation_figures import (
    ANNOTATED,
    F1,
    NAME,
    PRECISION,
    RECALL,
    RIGHT,
    SUGGESTED,
    Figure,
    FigureModel,
)

MANY_LABELS = 6
"""Kinds with more labels are folded up at first."""

_SPARE = frozenset((RIGHT, SUGGESTED))


class _Cells(QStyledItemDelegate):
    """Rows as high as those of the other lists, figures below their titles."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the size, with some air above and below."""
        size = super().sizeHint(option, index)
        return QSize(size.width(), option.fontMetrics.height() + Space.S)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Draw a cell, a figure as far from the edge as its title."""
        look = colours(option.palette)
        cell = QStyleOptionViewItem(option)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(look.accent_soft))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, QColor(look.hover))
        cell.state &= ~(
            QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver
        )
        if index.column() != NAME:
            cell.rect = option.rect.adjusted(0, 0, -Space.XS, 0)
        super().paint(painter, cell, index)


class FigureTree(QTreeView):
    """Kinds that unfold into labels and parts.

    Signals:
        figure_chosen: The ``Figure`` of the row the user moved to.
        entered_figure: Enter was pressed on it.
    """

    figure_chosen = Signal(object)
    entered_figure = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.figures = FigureModel(self)
        self.setModel(self.figures)
        self.setAccessibleName(tr("Figures"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setIndentation(Space.L)
        self._cells = _Cells(self)
        self.setItemDelegate(self._cells)
        across = self.header()
        across.setStretchLastSection(False)
        across.setSectionsMovable(False)
        across.setMinimumSectionSize(24)
        across.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        across.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        self._fix_sizes()
        self._known: set[str] = set()
        self.selectionModel().currentRowChanged.connect(self._on_current)

    def show_figures(self, rows: Sequence[Figure]) -> None:
        """Show other figures; what was unfolded and selected stays so."""
        chosen = self.current()
        folded = {row.kind for row in rows if row.kind in self._known}
        folded -= {
            figure.kind
            for number in range(self.figures.rowCount())
            if self.isExpanded(index := self.figures.index(number, 0))
            and (figure := self.figures.figure(index)) is not None
        }
        self.figures.set_figures(rows)
        for number, row in enumerate(rows):
            known = row.kind in self._known
            many = len(row.children) > MANY_LABELS
            unfolded = row.kind not in folded if known else not many
            self.setExpanded(self.figures.index(number, 0), unfolded)
            self._known.add(row.kind)
        index = self.figures.find(chosen.key) if chosen else ROOT
        self._select(index if index.isValid() else self.figures.index(0, 0))

    def current(self) -> Figure | None:
        """Return the selected row."""
        return self.figures.figure(self.currentIndex())

    def _select(self, index: QModelIndex) -> None:
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)

    def _on_current(self, index: QModelIndex) -> None:
        self.figure_chosen.emit(self.figures.figure(index))

    def _fix_sizes(self) -> None:
        for column in range(NAME + 1, self.figures.columnCount()):
            self.header().resizeSection(column, self._width(column))

    def _width(self, column: int) -> int:
        """Return the width that a column's title and figures need."""
        title = self.figures.headerData(column, Qt.Orientation.Horizontal)
        metrics = self.fontMetrics()
        widest = "0.00 of 0,000" if column == RIGHT else "0.00"
        return max(map(metrics.horizontalAdvance, (str(title), widest))) + Space.L

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave columns out where there is no room for them beside the names."""
        names = self.fontMetrics().horizontalAdvance("WORK_OF_ART")
        room = event.size().width() - names - 2 * Space.L
        wanted = (PRECISION, RECALL, F1, ANNOTATED, RIGHT, SUGGESTED)
        for column in wanted:
            room -= self._width(column)
            self.setColumnHidden(column, room < 0 and column in _SPARE)
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fix_sizes()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on to the passages on Enter."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.entered_figure.emit()
            return
        super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Leave letters to the window, where they are labels."""
