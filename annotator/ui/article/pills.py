"""Pills and bars, drawn once for each label and kept as pixmaps."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QPen,
    QPixmap,
)

from annotator.domain.schema import Pattern, Style
from annotator.ui.article.look import Look, on_colour

STUB = 18.0
_LONGEST_TITLE = 24
# A period that dashes (8 on, 4 off) and every pattern fit into evenly.
_PERIOD = 24
_DASH, _DASH_GAP = 8, 4


class PillKey(NamedTuple):
    """What a pill looks like.

    Attributes:
        is_later: It belongs to a further fragment of its part.
    """

    title: str
    style: Style
    suggested: bool
    unfinished: bool
    is_later: bool

    @property
    def text(self) -> str:
        """What is written on it."""
        title = self.title
        if len(title) > _LONGEST_TITLE:
            title = title[: _LONGEST_TITLE - 1] + "…"
        return (
            f"{'⋯ ' if self.is_later else ''}{title}{' ?' if self.unfinished else ''}"
        )


class Stamps:
    """The pixmaps of one look."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self._metrics = QFontMetricsF(look.pill_font)
        self._widths: dict[PillKey, float] = {}
        self._pills: dict[PillKey, QPixmap] = {}
        self._bars: dict[tuple[Style, bool, bool], QPixmap] = {}

    def pill_width(self, key: PillKey) -> float:
        """Return how wide a pill is, in pixels and not in characters."""
        width = self._widths.get(key)
        if width is None:
            text = self._metrics.horizontalAdvance(key.text)
            width = self._widths[key] = float(round(text + self._look.em * 0.5))
        return width

    def pill(self, key: PillKey) -> QPixmap:
        """Return the picture of a pill."""
        pixmap = self._pills.get(key)
        if pixmap is None:
            pixmap = self._pills[key] = self._draw_pill(key)
        return pixmap

    def bar(self, style: Style, *, suggested: bool, thick: bool) -> QPixmap:
        """Return one period of a bar, to be tiled."""
        key = style, suggested, thick
        pixmap = self._bars.get(key)
        if pixmap is None:
            pixmap = self._bars[key] = self._draw_bar(
                style, suggested=suggested, thick=thick
            )
        return pixmap

    def bar_height(self, *, thick: bool) -> float:
        """Return how high that picture is."""
        return self._look.bar + (2.0 if thick else 0.0)

    def _blank(self, width: float, height: float) -> QPixmap:
        dpr = self._look.dpr
        pixmap = QPixmap(round(width * dpr), round(height * dpr))
        pixmap.setDevicePixelRatio(dpr)
        pixmap.fill(Qt.GlobalColor.transparent)
        return pixmap

    def _draw_pill(self, key: PillKey) -> QPixmap:
        look, width = self._look, self.pill_width(key)
        pixmap = self._blank(width + (STUB if key.unfinished else 0.0), look.pill)
        colour = look.colour(key.style)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        body = QRectF(0.0, 0.0, width, look.pill)
        if key.suggested:
            _draw_hollow(painter, body, colour, look)
            painter.setPen(colour)
        else:
            painter.fillPath(_flag(body, look.pill * 0.28), colour)
            painter.setPen(on_colour(colour.name()))
        painter.setFont(look.pill_font)
        # Centred by the height of capitals: pills hold hardly anything else.
        baseline = round((look.pill + self._metrics.capHeight()) / 2)
        painter.drawText(QPointF(round(look.em * 0.25), baseline), key.text)
        if key.unfinished:
            _draw_stub(painter, width, look)
        painter.end()
        return pixmap

    def _draw_bar(self, style: Style, *, suggested: bool, thick: bool) -> QPixmap:
        height = self.bar_height(thick=thick)
        pixmap = self._blank(_PERIOD, height)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        path = _PATTERNS[style.pattern](height)
        painter.fillPath(path, self._look.colour(style))
        if suggested:
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Clear)
            for start in range(_DASH, _PERIOD, _DASH + _DASH_GAP):
                gap = QRectF(start, 0.0, _DASH_GAP, height)
                painter.fillRect(gap, Qt.GlobalColor.transparent)
        painter.end()
        return pixmap


def _solid(height: float) -> QPainterPath:
    path = QPainterPath()
    path.addRect(0, 0, _PERIOD, height)
    return path


def _double(height: float) -> QPainterPath:
    thin = max(1.0, round(height / 3))
    path = QPainterPath()
    path.addRect(0, 0, _PERIOD, thin)
    path.addRect(0, height - thin, _PERIOD, thin)
    return path


def _dotted(height: float) -> QPainterPath:
    path = QPainterPath()
    for x in range(0, _PERIOD, 8):
        path.addEllipse(x + 0.5, 0, min(height, 6.0), height)
    return path


def _striped(height: float) -> QPainterPath:
    """Return slanted stripes; the first and the last meet where tiles do."""
    path = QPainterPath()
    for x in range(-6, _PERIOD + 6, 6):
        path.moveTo(x + height, 0)
        path.lineTo(x + height + 3.5, 0)
        path.lineTo(x + 3.5, height)
        path.lineTo(x, height)
        path.closeSubpath()
    return path


def _notched(height: float) -> QPainterPath:
    path = QPainterPath()
    path.addRect(0, 0, _PERIOD, max(1.0, round(height / 3)))
    for x in range(0, _PERIOD, 6):
        path.addRect(x, 0, 2, height)
    path.setFillRule(Qt.FillRule.WindingFill)
    return path


_PATTERNS: Mapping[Pattern, Callable[[float], QPainterPath]] = {
    Pattern.SOLID: _solid,
    Pattern.DOUBLE: _double,
    Pattern.DOTTED: _dotted,
    Pattern.STRIPED: _striped,
    Pattern.NOTCHED: _notched,
}


def _flag(rect: QRectF, radius: float) -> QPainterPath:
    """Return a shape with a straight top, where the bar runs, and round corners."""
    path = QPainterPath(rect.topLeft())
    path.lineTo(rect.topRight())
    path.lineTo(rect.right(), rect.bottom() - radius)
    path.quadTo(rect.bottomRight(), QPointF(rect.right() - radius, rect.bottom()))
    path.lineTo(rect.left() + radius, rect.bottom())
    path.quadTo(rect.bottomLeft(), QPointF(rect.left(), rect.bottom() - radius))
    path.closeSubpath()
    return path


def _draw_hollow(painter: QPainter, body: QRectF, colour: QColor, look: Look) -> None:
    path = _flag(body.adjusted(0.5, 0.5, -0.5, -0.5), look.pill * 0.28)
    painter.fillPath(path, look.ink.base)
    pen = QPen(colour, 1.0, Qt.PenStyle.CustomDashLine)
    pen.setDashPattern([3.0, 2.0])
    painter.setPen(pen)
    painter.drawPath(path)


def _draw_stub(painter: QPainter, left: float, look: Look) -> None:
    """Draw what a missing part leaves: a dotted line to an empty dot."""
    middle, radius = round(look.pill / 2) + 0.5, 2.5
    pen = QPen(look.ink.warning, 1.5, Qt.PenStyle.CustomDashLine)
    pen.setDashPattern([1.0, 1.5])
    painter.setPen(pen)
    end = left + STUB - 2 * radius - 2
    painter.drawLine(QPointF(left + 1, middle), QPointF(end, middle))
    painter.setPen(QPen(look.ink.warning, 1.5))
    painter.drawEllipse(QPointF(end + radius + 0.5, middle), radius, radius)
