"""The pages of figures: annotators, labels, parts, articles, what they call it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from annotator.domain.wording import noop, tr
from annotator.services.review_figures import (
    MEASURE_TITLES,
    Behind,
    Calls,
    Figure,
    Measure,
    Pair,
    ReviewFigures,
)
from annotator.ui import counting
from annotator.ui.review.chart import TimeChart
from annotator.ui.review.gamma import GammaRow
from annotator.ui.review.matrix import Square, SquareTable
from annotator.ui.review.rows import OverallTable
from annotator.ui.review.words import UNDEFINED, interval, written
from annotator.ui.theme import Space, set_role

_NOTHING = noop("nothing")
_WIDE = 1.6
_UNITS = {Measure.F1: counting.annotations, Measure.ALPHA_U: counting.characters}


class PeoplePage(QWidget):
    """The matrix of annotators, the figures of all of them, and a chart.

    Signals:
        chosen: What is behind the cell that the user moved to.
        entered: Return was pressed on it.
    """

    chosen = Signal(object)
    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.measure = QComboBox()
        self.measure.setAccessibleName(tr("Measure in the matrix"))
        for measure, title in MEASURE_TITLES.items():
            self.measure.addItem(tr(title), measure)
        self.matrix = SquareTable(tr("Agreement of each pair"))
        self.overall = OverallTable()
        self.gamma = GammaRow()
        self.chart = TimeChart()
        self._over = QLabel()
        set_role(self._over, "caption")
        self._figures: ReviewFigures | None = None
        self._lay_out()
        self.measure.activated.connect(self._show_matrix)
        self.matrix.chosen.connect(self.chosen)
        self.matrix.entered.connect(self.entered)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(Space.S, Space.S, Space.S, 0)
        words = QLabel(tr("Each pair by"))
        words.setBuddy(self.measure)
        set_role(words, "muted")
        head.addWidget(words)
        head.addWidget(self.measure)
        head.addStretch(1)
        top = QWidget()
        column = QVBoxLayout(top)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(head)
        column.addWidget(self.matrix, 1)
        foot = QWidget()
        column = QVBoxLayout(foot)
        column.setContentsMargins(Space.S, Space.S, Space.S, 0)
        column.addWidget(self._over)
        column.addWidget(self.chart, 1)
        beside = QSplitter(Qt.Orientation.Vertical)
        beside.setChildrenCollapsible(False)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.overall, 1)
        column.addWidget(self.gamma)
        beside.addWidget(whole)
        beside.addWidget(foot)
        self._split = QSplitter(Qt.Orientation.Vertical)
        self._split.setChildrenCollapsible(False)
        self._split.addWidget(top)
        self._split.addWidget(beside)
        self._split.setSizes([400, 500])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._split)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the matrix beside the rest where the page is low."""
        size = event.size()
        wide = size.width() > size.height() * _WIDE
        self._split.setOrientation(
            Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical
        )
        super().resizeEvent(event)

    def show_figures(self, figures: ReviewFigures) -> None:
        """Show others."""
        self._figures = figures
        self._show_matrix()
        self.overall.figures.set_figures(figures.overall)
        self.gamma.show_request(figures.request, figures.names)
        self.chart.set_points(figures.timeline)
        self._over.setText(
            tr("F1 by the day of the last change")
            if figures.by_day
            else tr("F1 along the list of articles")
        )

    def chosen_measure(self) -> Measure:
        """Return what the matrix shows."""
        return Measure(self.measure.currentData())

    def _show_matrix(self) -> None:
        if self._figures is not None:
            names, measure = self._figures.names, self.chosen_measure()
            squares = _people_squares(names, measure, self._figures.matrix[measure])
            self.matrix.show_squares(names, names, squares)


def _people_squares(
    names: tuple[str, ...], measure: Measure, figures: Mapping[Pair, Figure]
) -> dict[tuple[int, int], Square]:
    found = {}
    for row, one in enumerate(names):
        for column, other in enumerate(names):
            figure = figures.get((one, other))
            if figure is None:
                continue
            pair = (one, other) if row < column else (other, one)
            found[row, column] = Square(
                written(figure.value),
                figure.value,
                _tip(pair, measure, figure),
                Behind(pair=pair),
            )
    return found


def _tip(pair: Pair, measure: Measure, figure: Figure) -> str:
    """Return a figure with its n, its interval and whose it is."""
    number = _UNITS.get(measure, counting.tokens)(figure.n)
    title = tr(MEASURE_TITLES[measure])
    if figure.value is None:
        said = (
            tr("{title} is not defined", title=title)
            if figure.n
            else tr("nothing in common")
        )
        return tr(
            "{pair} and {pair2}: {said}, n = {number}",
            pair=pair[0],
            pair2=pair[1],
            said=said,
            number=number,
        )
    ends = interval(figure)
    return tr(
        "{pair} and {pair2}: {title} {written}{words}, n = {number}",
        pair=pair[0],
        pair2=pair[1],
        title=title,
        written=written(figure.value, 3),
        words=f" (95 %: {ends})" if ends else "",
        number=number,
    )


class CallsPage(QWidget):
    """What the one calls so and the other calls so.

    Signals:
        chosen: What is behind the cell that the user moved to.
        entered: Return was pressed on it.
    """

    chosen = Signal(object)
    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.pair = QComboBox()
        self.pair.setAccessibleName(tr("Pair of annotators"))
        self.cells = SquareTable(tr("Labels of the one by labels of the other"))
        self._which = QLabel()
        set_role(self._which, "muted")
        self._calls: Mapping[Pair, Calls] = {}
        head = QHBoxLayout()
        head.setContentsMargins(Space.S, Space.S, Space.S, 0)
        words = QLabel(tr("Labels of"))
        words.setBuddy(self.pair)
        set_role(words, "muted")
        head.addWidget(words)
        head.addWidget(self.pair)
        head.addWidget(self._which, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(head)
        column.addWidget(self.cells, 1)
        self.pair.activated.connect(self._show)
        self.cells.chosen.connect(self.chosen)
        self.cells.entered.connect(self.entered)

    def show_figures(self, figures: ReviewFigures) -> None:
        """Show others; the pair stays, if it can."""
        before = self.pair.currentText()
        self._calls = figures.calls
        with QSignalBlocker(self.pair):
            self.pair.clear()
            for one, other in figures.calls:
                self.pair.addItem(
                    tr("{one} and {other}", one=one, other=other), (one, other)
                )
            self.pair.setCurrentIndex(max(self.pair.findText(before), 0))
        self._show()

    def choose(self, pair: Pair) -> None:
        """Show a pair."""
        place = self.pair.findText(
            tr("{pair} and {pair2}", pair=pair[0], pair2=pair[1])
        )
        if place >= 0 and place != self.pair.currentIndex():
            self.pair.setCurrentIndex(place)
            self._show()

    def _show(self) -> None:
        data = self.pair.currentData()
        if data is None:
            self.cells.show_squares((), (), {})
            self._which.setText("")
            return
        one, other = data
        calls = self._calls[one, other]
        titles = (*calls.labels, tr(_NOTHING))
        self._which.setText(tr("rows: {one}, columns: {other}", one=one, other=other))
        self.cells.show_squares(titles, titles, _call_squares((one, other), calls))


def _call_squares(pair: Pair, calls: Calls) -> dict[tuple[int, int], Square]:
    """Return the cells, each coloured by its share of its row."""
    titles = (*calls.labels, "")
    found = {}
    for row, counts in enumerate(calls.counts):
        whole = sum(counts)
        for column, count in enumerate(counts):
            if row == column == len(calls.labels):
                continue
            one, other = titles[row], titles[column]
            said = (
                f"{pair[0]}: {one or tr(_NOTHING)}, {pair[1]}: {other or tr(_NOTHING)}:"
                f" {counting.passages(count)}"
            )
            found[row, column] = Square(
                str(count) if count else UNDEFINED if row == column else "",
                count / whole if count else None,
                said,
                Behind(pair=pair, called=(one, other)) if count else None,
            )
    return found
