"""Small signs shared by the panels: states, swatches, pills, key caps."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QIcon,
    QPainter,
    QPainterPath,
    QPalette,
    QPen,
    QPixmap,
    QPolygonF,
)

from annotator.domain.documents import Status
from annotator.domain.schema import Pattern, Style
from annotator.ui.theme import Colours, colours, style_colour

GLYPH = 14
SWATCH = QSize(16, 12)


def status_colour(status: Status, look: Colours) -> QColor:
    """Return the colour of a state's sign."""
    return QColor(
        {
            Status.TODO: look.muted,
            Status.IN_PROGRESS: look.accent,
            Status.DONE: look.success,
            Status.FLAGGED: look.warning,
            Status.SKIPPED: look.muted,
        }[status]
    )


def draw_status(painter: QPainter, box: QRectF, status: Status, look: Colours) -> None:
    """Draw a state as a shape of its own, so that hue is not needed to tell."""
    colour = status_colour(status, look)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, 1.6, c=Qt.PenCapStyle.RoundCap))
    ring = box.adjusted(1, 1, -1, -1)
    if status is Status.FLAGGED:
        _draw_flag(painter, box, colour)
    elif status is Status.DONE:
        painter.setBrush(colour)
        painter.drawEllipse(ring)
        painter.setPen(QPen(QColor(look.base), 1.8, c=Qt.PenCapStyle.RoundCap))
        painter.drawPolyline(_points(box, (0.29, 0.52), (0.44, 0.67), (0.71, 0.36)))
    elif status is Status.IN_PROGRESS:
        painter.drawEllipse(ring)
        painter.setBrush(colour)
        painter.drawPie(ring.adjusted(2.5, 2.5, -2.5, -2.5), 90 * 16, -180 * 16)
    elif status is Status.SKIPPED:
        painter.drawEllipse(ring)
        painter.drawPolyline(_points(box, (0.3, 0.5), (0.7, 0.5)))
    else:
        painter.drawEllipse(ring)
    painter.restore()


def _draw_flag(painter: QPainter, box: QRectF, colour: QColor) -> None:
    painter.setBrush(colour)
    painter.drawPolyline(_points(box, (0.26, 0.08), (0.26, 0.94)))
    painter.drawPolygon(
        _points(
            box, (0.26, 0.12), (0.88, 0.12), (0.7, 0.34), (0.88, 0.56), (0.26, 0.56)
        )
    )


def _points(box: QRectF, *shares: tuple[float, float]) -> QPolygonF:
    return QPolygonF(
        [
            QPointF(box.x() + x * box.width(), box.y() + y * box.height())
            for x, y in shares
        ]
    )


def draw_bar(painter: QPainter, box: QRectF, style: Style, palette: QPalette) -> None:
    """Draw a label's bar in its pattern, as it is drawn under the text."""
    colour = style_colour(style, palette)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    if style.pattern is Pattern.DOUBLE:
        third = box.height() / 3
        painter.drawRect(QRectF(box.x(), box.y(), box.width(), third))
        painter.drawRect(QRectF(box.x(), box.bottom() - third, box.width(), third))
    elif style.pattern is Pattern.DOTTED:
        _repeat(painter, box, step=box.height() * 1.6, share=0.625, round_ends=True)
    elif style.pattern is Pattern.STRIPED:
        _repeat(painter, box, step=box.height() * 2.4, share=0.72, round_ends=False)
    elif style.pattern is Pattern.NOTCHED:
        painter.drawRect(box.adjusted(0, box.height() * 0.4, 0, 0))
        _repeat(painter, box, step=box.height() * 1.6, share=0.4, round_ends=False)
    else:
        painter.drawRoundedRect(box, 1, 1)
    painter.restore()


def _repeat(
    painter: QPainter, box: QRectF, *, step: float, share: float, round_ends: bool
) -> None:
    x = box.x()
    while x < box.right():
        piece = QRectF(x, box.y(), min(step * share, box.right() - x), box.height())
        if round_ends:
            painter.drawEllipse(piece)
        else:
            painter.drawRect(piece)
        x += step


def swatch_icon(style: Style, palette: QPalette, scale: float) -> QIcon:
    """Return a label's bar as an icon of ``SWATCH`` size."""
    pixmap = QPixmap(SWATCH * scale)
    pixmap.setDevicePixelRatio(scale)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    box = QRectF(0, SWATCH.height() / 2 - 2.5, SWATCH.width(), 5)
    draw_bar(painter, box, style, palette)
    painter.end()
    return QIcon(pixmap)


def pill_size(text: str, font: QFont) -> QSize:
    """Return the room that a pill takes."""
    return QSize(*_pill_size(text, font.key()))


@lru_cache(maxsize=512)
def _pill_size(text: str, font_key: str) -> tuple[int, int]:
    font = QFont()
    font.fromString(font_key)
    metrics = QFontMetrics(font)
    return metrics.horizontalAdvance(text) + 12, metrics.height() + 4


def draw_pill(
    painter: QPainter, box: QRect, text: str, colour: QColor, *, dashed: bool
) -> None:
    """Draw a label as on the text: filled, or dashed where only suggested.

    The painter's palette does not matter: on a filled pill the text takes
    whichever of black and white reads better.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    shape = QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5)
    if dashed:
        # A ground of its own: on a selected row the letters would be too faint.
        painter.setBrush(readable_on(colour))
        painter.setPen(QPen(colour, 1, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(shape, 4, 4)
        painter.setPen(colour)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRoundedRect(shape, 4, 4)
        painter.setPen(readable_on(colour))
    inside = box.adjusted(6, 0, -6, 0)
    cut = painter.fontMetrics().elidedText(
        text, Qt.TextElideMode.ElideRight, inside.width() + 1
    )
    painter.drawText(inside, Qt.AlignmentFlag.AlignCenter, cut)
    painter.restore()


def readable_on(colour: QColor) -> QColor:
    """Return white or near black, whichever stands out more on *colour*."""
    light = luminance(colour) > 0.18
    return QColor("#10141a") if light else QColor("#ffffff")


def luminance(colour: QColor) -> float:
    """Return the relative luminance of WCAG 2, from 0 to 1."""
    shares = []
    for value in (colour.redF(), colour.greenF(), colour.blueF()):
        low = value <= 0.03928
        shares.append(value / 12.92 if low else ((value + 0.055) / 1.055) ** 2.4)
    return 0.2126 * shares[0] + 0.7152 * shares[1] + 0.0722 * shares[2]


def key_name(key: str) -> str:
    """Return a schema's key as it is printed on a keyboard: ``s`` → ``S``."""
    return f"⇧{key}" if key.isupper() else key.upper()


def key_cap_width(key: str, font: QFont) -> int:
    """Return the width of a key cap."""
    return max(QFontMetrics(font).horizontalAdvance(key) + 8, 17)


def draw_key_cap(
    painter: QPainter, box: QRect, key: str, palette: QPalette, *, enabled: bool = True
) -> None:
    """Draw the key that does it, as a key of a keyboard."""
    look = colours(palette)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    path = QPainterPath()
    path.addRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
    painter.fillPath(path, QColor(look.window))
    painter.setPen(QPen(QColor(look.border_strong), 1))
    painter.drawPath(path)
    painter.setPen(QColor(look.text if enabled else look.faint))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, key)
    painter.restore()
