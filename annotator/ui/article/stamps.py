"""Pills and bars, drawn once for each label and kept as pixmaps."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property

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
from annotator.ui.article.marks import Mark, MarkState, Styles

_STUB = 18.0
_LONGEST_TITLE = 24
# A period that dashes (8 on, 4 off) and every pattern fit into evenly.
_PERIOD = 24
_DASH, _DASH_GAP = 8, 4


class Stamp:
    """How one role of the marks of one label looks in one state.

    Attributes:
        text: What is written on the pill.
        body: Width of the pill.
        width: The same with what hangs on it.
        tint: Ground of its text where it is the innermost.
    """

    def __init__(
        self, look: Look, style: Style, text: str, *, suggested: bool, unfinished: bool
    ) -> None:
        self._look = look
        self._unfinished = unfinished
        self._metrics = QFontMetricsF(look.pill_font)
        self.style = style
        self.text = text
        self.suggested = suggested
        self.colour = look.colour(style)
        self.tint = look.tinted(style, look.ink.tint)
        # In pixels: characters say nothing of the width of emoji.
        advance = self._metrics.horizontalAdvance(text)
        self.body = float(round(advance + look.em * 0.5))
        self.width = self.body + (_STUB if unfinished else 0.0)

    @cached_property
    def pill(self) -> QPixmap:
        """The picture of the pill."""
        look = self._look
        pixmap = self._blank(self.width, look.pill)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        body = QRectF(0.0, 0.0, self.body, look.pill)
        if self.suggested:
            _draw_hollow(painter, body, self.colour, look)
            painter.setPen(self.colour)
        else:
            painter.fillPath(_flag(body, look.pill * 0.28), self.colour)
            painter.setPen(on_colour(self.colour.name()))
        painter.setFont(look.pill_font)
        # Centred by the height of capitals: pills hold hardly anything else.
        baseline = round((look.pill + self._metrics.capHeight()) / 2)
        painter.drawText(QPointF(round(look.em * 0.25), baseline), self.text)
        if self._unfinished:
            _draw_stub(painter, self.body, look)
        painter.end()
        return pixmap

    @cached_property
    def bar(self) -> QPixmap:
        """One period of the bar, to be tiled."""
        return self._draw_bar(self._look.bar)

    @cached_property
    def thick_bar(self) -> QPixmap:
        """The same for the selected mark and the one under the mouse."""
        return self._draw_bar(self._look.thick_bar)

    def _blank(self, width: float, height: float) -> QPixmap:
        dpr = self._look.dpr
        pixmap = QPixmap(round(width * dpr), round(height * dpr))
        pixmap.setDevicePixelRatio(dpr)
        pixmap.fill(Qt.GlobalColor.transparent)
        return pixmap

    def _draw_bar(self, height: float) -> QPixmap:
        pixmap = self._blank(_PERIOD, height)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(_PATTERNS[self.style.pattern](height), self.colour)
        if self.suggested:
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Clear)
            for start in range(_DASH, _PERIOD, _DASH + _DASH_GAP):
                gap = QRectF(start, 0.0, _DASH_GAP, height)
                painter.fillRect(gap, Qt.GlobalColor.transparent)
        painter.end()
        return pixmap


class Stamps:
    """The stamps of one look, made when they are first needed."""

    def __init__(self, look: Look, styles: Styles) -> None:
        self._look = look
        self._styles = styles
        self._stamps: dict[tuple[object, ...], Stamp] = {}

    def of(self, mark: Mark, role: str, number: int) -> Stamp:
        """Return how one fragment of *mark* looks."""
        is_first = number == 0
        unfinished = mark.unfinished and is_first and role == mark.main_role
        is_main = role == mark.main_role
        key = (
            mark.kind,
            mark.label,
            mark.title,
            role,
            mark.state,
            is_main,
            is_first,
            unfinished,
        )
        stamp = self._stamps.get(key)
        if stamp is None:
            title, style = self._styles.of(mark, role)
            if len(title) > _LONGEST_TITLE:
                title = title[: _LONGEST_TITLE - 1] + "…"
            stamp = self._stamps[key] = Stamp(
                self._look,
                style,
                f"{'' if is_first else '⋯ '}{title}{' ?' if unfinished else ''}",
                suggested=mark.state is MarkState.SUGGESTED,
                unfinished=unfinished,
            )
        return stamp


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
    middle, radius = round(look.pill - 3.5) - 0.5, 2.5
    pen = QPen(look.ink.warning, 1.5, Qt.PenStyle.CustomDashLine)
    pen.setDashPattern([1.0, 1.5])
    painter.setPen(pen)
    end = left + _STUB - 2 * radius - 2
    painter.drawLine(QPointF(left + 1, middle), QPointF(end, middle))
    painter.setPen(QPen(look.ink.warning, 1.5))
    painter.drawEllipse(QPointF(end + radius + 0.5, middle), radius, radius)
