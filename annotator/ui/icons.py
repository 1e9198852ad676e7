"""Icons by name, drawn in the colours of the theme at the moment of painting."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QIcon,
    QIconEngine,
    QPainter,
    QPixmap,
)
from PySide6.QtSvg import QSvgRenderer

from annotator.domain.resources import resource
from annotator.ui.theme import Colours, colours


@cache
def _renderer(name: str) -> QSvgRenderer | None:
    file = resource("icons", f"{name}.svg")
    if not file.is_file():
        return None
    renderer = QSvgRenderer(QByteArray(file.read_bytes()))
    return renderer if renderer.isValid() else None


@cache
def _pixmap(name: str, width: int, height: int, scale: float, colour: str) -> QPixmap:
    """Return the drawing in one colour; its own colours give only its shape."""
    pixmap = QPixmap(width, height)
    pixmap.fill(Qt.GlobalColor.transparent)
    renderer = _renderer(name)
    if renderer is not None:
        painter = QPainter(pixmap)
        side = min(width, height)
        square = QRectF((width - side) / 2, (height - side) / 2, side, side)
        renderer.render(painter, square)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
        painter.fillRect(pixmap.rect(), QColor(colour))
        painter.end()
    pixmap.setDevicePixelRatio(scale)
    return pixmap


def tinted(name: str, side: int, scale: float, colour: str) -> QPixmap:
    """Return an icon's drawing as a pixmap of *side* device independent pixels."""
    pixels = round(side * scale)
    return _pixmap(name, pixels, pixels, scale, colour)


class _Engine(QIconEngine):
    # Qt owns a clone but only Python's reference keeps its methods alive.
    _clones: list[_Engine] = []  # noqa: RUF012 - shared on purpose

    def __init__(self, name: str, tone: str) -> None:
        super().__init__()
        self._name = name
        self._tone = tone

    def clone(self) -> QIconEngine:
        twin = _Engine(self._name, self._tone)
        self._clones.append(twin)
        return twin

    def isNull(self) -> bool:
        return False

    def paint(
        self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State
    ) -> None:
        scale = painter.device().devicePixelRatio()
        pixmap = self.scaledPixmap(rect.size(), mode, state, scale)
        painter.drawPixmap(rect, pixmap)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(
        self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float
    ) -> QPixmap:
        look = colours(QGuiApplication.palette())
        colour = _colour(look, self._tone, mode, state)
        pixels = size * scale  # Qt hands over device independent ones
        return _pixmap(self._name, pixels.width(), pixels.height(), scale, colour)


def _colour(look: Colours, tone: str, mode: QIcon.Mode, state: QIcon.State) -> str:
    if mode is QIcon.Mode.Disabled:
        return look.faint
    if state is QIcon.State.On:
        return look.accent
    return str(getattr(look, tone))


def icon(name: str, tone: str = "text") -> QIcon:
    """Return the icon of that name; an empty one where there is no such file.

    It needs no renewal when the theme changes.

    Args:
        tone: The name of one of ``theme.Colours``.
    """
    return QIcon() if _renderer(name) is None else QIcon(_Engine(name, tone))
