"""Agreement over time: a line with the band of its 95 % intervals."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QHelpEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from annotator.domain.wording import tr
from annotator.services.review_figures import Point
from annotator.ui import counting
from annotator.ui.review.words import interval, written
from annotator.ui.theme import Colours, Space, colours, scaled_font

_LINES = (0.0, 0.25, 0.5, 0.75, 1.0)
_DOT = 3.5
_BAND = 70
"""How opaque the band is, of 255."""


class TimeChart(QWidget):
    """A line from the first point to the last, from 0 to 1."""

    def __init__(self) -> None:
        super().__init__()
        self._points: Sequence[Point] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(110)
        self.setMouseTracking(True)
        self.setAccessibleName(tr("Agreement over time"))

    def sizeHint(self) -> QSize:
        """Return a low, wide strip."""
        return QSize(420, 160)

    def set_points(self, points: Sequence[Point]) -> None:
        """Show other points."""
        self._points = points
        said = [f"{p.title}: {written(p.figure.value)}" for p in points]
        self.setAccessibleDescription("; ".join(said))
        self.update()

    def tip(self, number: int) -> str:
        """Return all that is known of a point."""
        point = self._points[number]
        ends = interval(point.figure)
        return tr(
            "{title}: F1 {value}{ends}, n = {annotations} in {articles}",
            title=point.title,
            value=written(point.figure.value, 3),
            ends=f" (95 %: {ends})" if ends else "",
            annotations=counting.annotations(point.figure.n),
            articles=counting.articles(point.documents),
        )

    def nearest(self, x: float) -> int | None:
        """Return the point that is nearest to a place across; None of none."""
        if not self._points:
            return None
        plot = self._plot()
        places = [abs(self._x(i, plot) - x) for i in range(len(self._points))]
        return places.index(min(places))

    # -- drawing -----------------------------------------------------------

    def _plot(self) -> QRectF:
        """Return where the line is, inside its scales."""
        metrics = self.fontMetrics()
        left = metrics.horizontalAdvance("0.00") + Space.M
        foot = metrics.height() + Space.S
        return QRectF(self.rect()).adjusted(left, Space.S, -Space.L, -foot)

    def _x(self, number: int, plot: QRectF) -> float:
        gaps = len(self._points) - 1
        return plot.left() + plot.width() * (number / gaps if gaps else 0.5)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw scales, band and line."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(scaled_font(self, 0.9))
        look, plot = colours(self.palette()), self._plot()
        _draw_scale(painter, plot, look)
        for run in self._runs():
            self._draw_run(painter, plot, run, look)
        self._draw_titles(painter, plot, look)
        painter.end()

    def _runs(self) -> list[list[int]]:
        """Return the points in stretches without one that is not defined."""
        runs: list[list[int]] = [[]]
        for number, point in enumerate(self._points):
            if point.figure.value is None:
                runs.append([])
            else:
                runs[-1].append(number)
        return [run for run in runs if run]

    def _draw_run(
        self, painter: QPainter, plot: QRectF, run: Sequence[int], look: Colours
    ) -> None:
        accent, band = QColor(look.accent), QColor(look.accent)
        band.setAlpha(_BAND)
        line, low, high = [], [], []
        for number in run:
            figure, x = self._points[number].figure, self._x(number, plot)
            value = figure.value or 0.0
            line.append(QPointF(x, _y(value, plot)))
            low.append(
                QPointF(x, _y(value if figure.low is None else figure.low, plot))
            )
            high.append(
                QPointF(x, _y(value if figure.high is None else figure.high, plot))
            )
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(band)
        if len(run) == 1:
            painter.drawRect(QRectF(high[0], low[0]).adjusted(-_DOT, 0, _DOT, 0))
        else:
            painter.drawPolygon(QPolygonF([*high, *reversed(low)]))
        painter.setPen(QPen(accent, 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(QPolygonF(line))
        painter.setBrush(accent)
        for dot in line:
            painter.drawEllipse(dot, _DOT, _DOT)

    def _draw_titles(self, painter: QPainter, plot: QRectF, look: Colours) -> None:
        """Write below the line what its points are, as far as there is room."""
        painter.setPen(QColor(look.muted))
        metrics = painter.fontMetrics()
        top, free = plot.bottom() + Space.XS, 0.0
        for number, point in enumerate(self._points):
            width = metrics.horizontalAdvance(point.title)
            left = self._x(number, plot) - width / 2
            left = min(max(left, 0.0), self.width() - width)
            if left >= free:
                box = QRectF(left, top, width + 1, metrics.height())
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, point.title)
                free = left + width + Space.L

    def event(self, event: object) -> bool:
        """Tell of the point that is nearest to the mouse."""
        if isinstance(event, QHelpEvent):
            number = self.nearest(event.pos().x())
            if number is not None:
                QToolTip.showText(event.globalPos(), self.tip(number), self)
                return True
        return super().event(event)  # type: ignore[arg-type]


def _draw_scale(painter: QPainter, plot: QRectF, look: Colours) -> None:
    metrics = painter.fontMetrics()
    for value in _LINES:
        y = _y(value, plot)
        painter.setPen(QPen(QColor(look.border), 1))
        painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
        said = written(value)
        width = metrics.horizontalAdvance(said)
        box = QRectF(
            plot.left() - width - Space.S,
            y - metrics.height() / 2,
            width + 1,
            metrics.height(),
        )
        painter.setPen(QColor(look.muted))
        painter.drawText(box, Qt.AlignmentFlag.AlignRight, said)


def _y(value: float, plot: QRectF) -> float:
    return plot.bottom() - plot.height() * min(max(value, 0.0), 1.0)
