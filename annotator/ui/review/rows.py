"""Tables of figures: by label, by part, by article, and over all annotators."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import (
    QItemSelectionModel,
    QObject,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QHeaderView,
    QTableView,
)

from annotator.domain.wording import noop, number, tr
from annotator.services.review_figures import Behind, Figure, Row
from annotator.ui.review.words import interval, written
from annotator.ui.tables import RIGHT, Index, TitledModel, prepare_figures
from annotator.ui.theme import Space

NAME, F1, INTERVAL, COUNT, ALPHA, TOKENS, DIFFERENCES = range(7)
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


class RowModel(TitledModel):
    """Rows of figures, in the order of a column.

    It sorts by itself: a proxy would ask for every cell many times, a thousand
    articles for a third of a second.
    """

    titles = (noop("Name"), "F1", "95 %", "n", "α", noop("tokens"), noop("differences"))
    numbers = frozenset(range(F1, DIFFERENCES + 1))

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._given: Sequence[Row] = ()
        self.rows: Sequence[Row] = ()
        self.sorted = F1, Qt.SortOrder.AscendingOrder

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show others."""
        self.beginResetModel()
        self._given = rows
        self.rows = self._in_order()
        self.endResetModel()

    def sort(
        self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder
    ) -> None:
        """Put the rows in the order of a column, and say so in the titles."""
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        moved = [(self.rows[index.row()].behind, index.column()) for index in before]
        self.sorted = column, order
        self.rows = self._in_order()
        after = [self.index(self.row_of(behind), at) for behind, at in moved]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.titles) - 1)

    def _in_order(self) -> list[Row]:
        column, order = self.sorted
        falling = order is Qt.SortOrder.DescendingOrder
        return sorted(self._given, key=lambda row: _order(row, column), reverse=falling)

    def row_of(self, behind: Behind) -> int:
        """Return where the row of something stands; -1 for nowhere."""
        found = (n for n, row in enumerate(self.rows) if row.behind == behind)
        return next(found, -1)

    def row(self, number: int) -> Row:
        """Return a row."""
        return self.rows[number]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what is known of a cell."""
        if not index.isValid():
            return None
        row, column = self.rows[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return _cell(row, column)
        if role == Qt.ItemDataRole.TextAlignmentRole and column != NAME:
            return RIGHT
        if role == Qt.ItemDataRole.ToolTipRole and column == NAME:
            return row.title
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Return a title, and whether the rows are in the order of its column."""
        if orientation is Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.ToolTipRole:
            return tr(_TIPS[section])
        said = super().headerData(section, orientation, role)
        if role == Qt.ItemDataRole.DisplayRole and section == self.sorted[0]:
            rising = self.sorted[1] is Qt.SortOrder.AscendingOrder
            return f"{said}{_SIGNS[rising]}"
        return said


def _cell(row: Row, column: int) -> str:
    return (
        row.title,
        written(row.f1.value),
        interval(row.f1),
        number(row.f1.n),
        written(row.alpha.value),
        number(row.alpha.n),
        number(row.differences),
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
        prepare_figures(self)
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
            title = tr(self.rows.titles[column]) + _SIGNS[0]
            width = max(map(metrics.horizontalAdvance, (title, widest)))
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


class OverallModel(TitledModel):
    """Figures over all annotators."""

    titles = (noop("All annotators"), noop("value"), "95 %", "n")
    numbers = frozenset((_VALUE, _ENDS, _N))

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[tuple[str, Figure]] = []

    def set_figures(self, figures: Mapping[str, Figure]) -> None:
        """Show others."""
        self.beginResetModel()
        self.rows = list(figures.items())
        self.endResetModel()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what is known of a cell."""
        if not index.isValid():
            return None
        title, figure = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            cells = (
                tr(title),
                written(figure.value, 3),
                interval(figure),
                number(figure.n),
            )
            return cells[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() != _MEASURE:
            return RIGHT
        return None


class OverallTable(QTableView):
    """The figures over all annotators; a table only to be read."""

    def __init__(self) -> None:
        super().__init__()
        self.figures = OverallModel(self)
        self.setModel(self.figures)
        self.setAccessibleName(tr("Agreement of all annotators"))
        prepare_figures(self)
        across = self.horizontalHeader()
        across.setSectionResizeMode(_MEASURE, QHeaderView.ResizeMode.Stretch)
        metrics = self.fontMetrics()
        for column, widest in (
            (_VALUE, "−0.000"),
            (_ENDS, "−0.00 – 0.00"),
            (_N, "0,000,000"),
        ):
            across.resizeSection(column, metrics.horizontalAdvance(widest) + Space.L)
