"""Tables of figures: by label, by part, by article, and over all annotators."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
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
    QTableView,
)

from annotator.domain.wording import noop, tr
from annotator.services.review_figures import Behind, Figure, Row
from annotator.ui.review.words import interval, written
from annotator.ui.theme import Space, colours

Index = QModelIndex | QPersistentModelIndex
NAME, F1, INTERVAL, COUNT, ALPHA, TOKENS, DIFFERENCES = range(7)
_TITLES = (noop("Name"), "F1", "95 %", "n", "α", noop("tokens"), noop("differences"))
_TIPS = (
    "",
    noop("F1 of all pairs of annotators together"),
    noop("95 % interval of F1, by drawing articles again"),
    noop("Annotations of both sides, over all pairs"),
    noop("Krippendorff’s α of the tokens, of all annotators"),
    noop("Tokens that at least two annotators have looked at"),
    noop("Passages on which two annotators differ"),
)
_LAST = 1e9
_SIGNS = (" ▾", " ▴")
_ROOT = QModelIndex()
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class RowModel(QAbstractTableModel):
    """Rows of figures, in the order of a column.

    It sorts by itself: a proxy would ask for every cell many times, a thousand
    articles for a third of a second.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._given: Sequence[Row] = ()
        self._rows: Sequence[Row] = ()
        self.sorted = F1, Qt.SortOrder.AscendingOrder

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show others."""
        self.beginResetModel()
        self._given = rows
        self._rows = self._in_order()
        self.endResetModel()

    def sort(
        self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder
    ) -> None:
        """Put the rows in the order of a column, and say so in the titles."""
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        moved = [(self._rows[index.row()].behind, index.column()) for index in before]
        self.sorted = column, order
        self._rows = self._in_order()
        after = [self.index(self.row_of(behind), at) for behind, at in moved]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(_TITLES) - 1)

    def _in_order(self) -> list[Row]:
        column, order = self.sorted
        falling = order is Qt.SortOrder.DescendingOrder
        return sorted(self._given, key=lambda row: _order(row, column), reverse=falling)

    def row_of(self, behind: Behind) -> int:
        """Return where the row of something stands; -1 for nowhere."""
        found = (n for n, row in enumerate(self._rows) if row.behind == behind)
        return next(found, -1)

    def row(self, number: int) -> Row:
        """Return a row."""
        return self._rows[number]

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return how many there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Return 7."""
        return 0 if parent.isValid() else len(_TITLES)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what is known of a cell."""
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return _cell(row, column)
        if role == Qt.ItemDataRole.TextAlignmentRole and column != NAME:
            return _RIGHT
        if role == Qt.ItemDataRole.ToolTipRole and column == NAME:
            return row.title
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Return a title."""
        if orientation is Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            column, order = self.sorted
            rising = order is Qt.SortOrder.AscendingOrder
            return tr(_TITLES[section]) + (_SIGNS[rising] if section == column else "")
        if role == Qt.ItemDataRole.ToolTipRole:
            return tr(_TIPS[section])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _LEFT if section == NAME else _RIGHT
        return None


def _cell(row: Row, column: int) -> str:
    return (
        row.title,
        written(row.f1.value),
        interval(row.f1),
        f"{row.f1.n:,}",
        written(row.alpha.value),
        f"{row.alpha.n:,}",
        f"{row.differences:,}",
    )[column]


def _order(row: Row, column: int) -> str | float:
    """Return by what a cell is sorted; what is not defined comes last."""
    return (
        row.title.casefold(),
        _worst_first(row),
        _LAST if row.f1.low is None else row.f1.low,
        float(row.f1.n),
        _LAST if row.alpha.value is None else row.alpha.value,
        float(row.alpha.n),
        float(row.differences),
    )[column]


def _worst_first(row: Row) -> float:
    """Return F1; where there is none, but differences are, that is the worst."""
    if row.f1.value is None:
        return -1.0 if row.differences else _LAST
    return row.f1.value


class _Cells(QStyledItemDelegate):
    """Cells with some air before the first and behind the last."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Draw a cell."""
        look, state = colours(option.palette), QStyle.StateFlag
        cell = QStyleOptionViewItem(option)
        if option.state & state.State_Selected:
            painter.fillRect(option.rect, QColor(look.accent_soft))
        cell.state &= ~(state.State_Selected | state.State_HasFocus)
        name = index.column() == NAME
        cell.rect = option.rect.adjusted(Space.S if name else 0, 0, -Space.XS, 0)
        super().paint(painter, cell, index)


class RowTable(QTableView):
    """Rows that can be sorted by every column; the worst are first.

    Signals:
        chosen: The ``Behind`` of the row that the user moved to, or None.
        entered: Return was pressed on it.
    """

    chosen = Signal(object)
    entered = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.rows = RowModel(self)
        self.setModel(self.rows)
        self.setAccessibleName(name)
        prepare(self)
        across = self.horizontalHeader()
        across.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        across.setSectionsClickable(True)
        across.sectionClicked.connect(self._sort_by)
        self.sort_by(F1, Qt.SortOrder.AscendingOrder)
        self.clicked.connect(self._tell)
        self.selectionModel().currentRowChanged.connect(self._tell)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show others; the row of the same thing stays selected."""
        before = self.behind()
        self.rows.set_rows(rows)
        number = -1 if before is None else self.rows.row_of(before)
        if number >= 0:
            flags = QItemSelectionModel.SelectionFlag
            self.selectionModel().setCurrentIndex(
                self.rows.index(number, NAME), flags.ClearAndSelect | flags.Rows
            )

    def behind(self) -> Behind | None:
        """Return what is behind the selected row."""
        index = self.currentIndex()
        return self.rows.row(index.row()).behind if index.isValid() else None

    def sort_by(self, column: int, order: Qt.SortOrder) -> None:
        """Put the rows in the order of a column."""
        self.rows.sort(column, order)

    def _sort_by(self, column: int) -> None:
        """Turn the order round, or begin with the worst of another column."""
        rising, falling = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder
        first = falling if column in {COUNT, TOKENS, DIFFERENCES} else rising
        before, order = self.rows.sorted
        again = column == before
        turned = rising if order is falling else falling
        self.sort_by(column, turned if again else first)

    def _tell(self) -> None:
        self.chosen.emit(self.behind())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave columns out where there is no room for them beside the names."""
        metrics = self.fontMetrics()
        room = self.viewport().width() - metrics.horizontalAdvance("WORK_OF_ART_")
        across = self.horizontalHeader()
        for column in (F1, DIFFERENCES, COUNT, INTERVAL, ALPHA, TOKENS):
            widest = "0.00 – 0.00" if column == INTERVAL else "000,000"
            width = max(
                map(
                    metrics.horizontalAdvance, (tr(_TITLES[column]) + _SIGNS[0], widest)
                )
            )
            across.resizeSection(column, width + Space.L)
            room -= width + Space.L
            self.setColumnHidden(column, room < 0 and column not in {F1, DIFFERENCES})
        super().resizeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the passages on Return."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.entered.emit()
            return
        super().keyPressEvent(event)


_MEASURE, _VALUE, _ENDS, _N = range(4)
_OVERALL = (noop("All annotators"), noop("value"), "95 %", "n")


class OverallModel(QAbstractTableModel):
    """Figures over all annotators."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._figures: list[tuple[str, Figure]] = []

    def set_figures(self, figures: Mapping[str, Figure]) -> None:
        """Show others."""
        self.beginResetModel()
        self._figures = list(figures.items())
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return how many there are."""
        return 0 if parent.isValid() else len(self._figures)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Return 4: name, value, interval, n."""
        return 0 if parent.isValid() else len(_OVERALL)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what is known of a cell."""
        if not index.isValid():
            return None
        title, figure = self._figures[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            cells = (
                title,
                written(figure.value, 3),
                interval(figure),
                f"{figure.n:,}",
            )
            return cells[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() != _MEASURE:
            return _RIGHT
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Return a title."""
        if orientation is Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return tr(_OVERALL[section])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _LEFT if section == _MEASURE else _RIGHT
        return None


class OverallTable(QTableView):
    """The figures over all annotators; a table only to be read."""

    def __init__(self) -> None:
        super().__init__()
        self.figures = OverallModel(self)
        self.setModel(self.figures)
        self.setAccessibleName(tr("Agreement of all annotators"))
        prepare(self)
        across = self.horizontalHeader()
        across.setSectionResizeMode(_MEASURE, QHeaderView.ResizeMode.Stretch)
        metrics = self.fontMetrics()
        for column, widest in (
            (_VALUE, "−0.000"),
            (_ENDS, "−0.00 – 0.00"),
            (_N, "0,000,000"),
        ):
            across.resizeSection(column, metrics.horizontalAdvance(widest) + Space.L)


def prepare(table: QTableView) -> None:
    """Set up what all tables of figures have in common."""
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    table.setShowGrid(False)
    table.setTabKeyNavigation(False)
    table.setWordWrap(False)
    table.setItemDelegate(_Cells(table))
    across, down = table.horizontalHeader(), table.verticalHeader()
    across.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    across.setMinimumSectionSize(24)
    across.setHighlightSections(False)
    down.hide()
    down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    down.setMinimumSectionSize(16)
    down.setDefaultSectionSize(table.fontMetrics().height() + Space.S + 2)
