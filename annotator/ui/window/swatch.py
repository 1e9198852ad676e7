"""A label's colour and pattern as an icon, for menus."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from annotator.domain.schema import Pattern, Style
from annotator.ui.theme import style_colour

SWATCH = 14


def swatch(style: Style, widget: QWidget) -> QIcon:
    """Return a label's colour and pattern as an icon."""
    ratio = widget.devicePixelRatioF()
    pixmap = QPixmap(round(SWATCH * ratio), round(SWATCH * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    colour = style_colour(style, widget.palette())
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    soft = QColor(colour)
    soft.setAlpha(70)
    painter.fillRect(1, 2, 12, 7, soft)
    pen = QPen(colour, 2.4)
    if style.pattern in {Pattern.DOTTED, Pattern.NOTCHED}:
        pen.setDashPattern(
            [1.0, 1.0] if style.pattern is Pattern.DOTTED else [2.0, 0.8]
        )
    painter.setPen(pen)
    painter.drawLine(1, 11, 13, 11)
    if style.pattern is Pattern.DOUBLE:
        painter.drawLine(1, 7, 13, 7)
    if style.pattern is Pattern.STRIPED:
        painter.setPen(QPen(colour, 1.2))
        for x in (3, 7, 11):
            painter.drawLine(x, 8, x + 2, 3)
    painter.end()
    return QIcon(pixmap)
