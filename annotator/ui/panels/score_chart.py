"""Bars over a slider: how many suggestions there are of each score."""

from __future__ import annotations

from collections.abc import Mapping
from math import sqrt

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QSlider, QStyle, QStyleOptionSlider, QWidget

from annotator.domain.scores import NO_SCORES, TOP, ScoreCount
from annotator.ui.theme import Colours, colours

_HEIGHT = 34
_BIN_STEP = 2
"""Hundredths in one bar: narrower ones could not be told apart."""

_HIDDEN_OPACITY = 0.28
_HANDLE = 20
"""Room for the round handle, which is higher than the groove."""


class ScoreChart(QWidget):
    """A histogram that stands exactly over its slider's groove.

    From the ground up a bar shows what was accepted, corrected and rejected, then
    what is open; what the limit hides is faint. Heights follow the square root of
    the counts, so that the few are seen beside the many.
    """

    def __init__(self, slider: QSlider) -> None:
        super().__init__()
        self._slider = slider
        self._bars: list[ScoreCount] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        slider.valueChanged.connect(self._redraw)

    def sizeHint(self) -> QSize:
        """Return a low strip."""
        return QSize(160, _HEIGHT)

    def set_bins(self, bins: Mapping[int, ScoreCount]) -> None:
        """Show these counts, by hundredth."""
        bars = [NO_SCORES] * (TOP // _BIN_STEP + 1)
        for number, count in bins.items():
            place = number // _BIN_STEP
            bars[place] = bars[place].plus(count)
        self._bars = bars
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bars."""
        painter = QPainter(self)
        look = colours(self.palette())
        most = max((bar.total for bar in self._bars), default=0)
        left, width = self._groove()
        step = width / (TOP / _BIN_STEP)
        limit = self._slider.value() / _BIN_STEP
        for place, bar in enumerate(self._bars):
            if bar.total <= 0:
                continue
            # A bar stands where the handle is at the score that it begins with.
            box = QRectF(left + (place - 0.5) * step, 0, max(step - 1, 1), _HEIGHT)
            shown = self.isEnabled() and place + 0.5 >= limit
            painter.setOpacity(1.0 if shown else _HIDDEN_OPACITY)
            height = max(sqrt(bar.total / most) * (_HEIGHT - 2), 1.5)
            _draw_bar(painter, box, bar, height, look)
        painter.setOpacity(1.0)
        painter.fillRect(QRectF(left, _HEIGHT - 1, width, 1), QColor(look.border))
        painter.end()

    def _groove(self) -> tuple[float, float]:
        """Return where the middle of the handle begins, and how far it goes."""
        option = QStyleOptionSlider()
        self._slider.initStyleOption(option)
        metric = QStyle.PixelMetric.PM_SliderLength
        length = self._slider.style().pixelMetric(metric, option, self._slider)
        return length / 2, float(self._slider.width() - length)

    def _redraw(self) -> None:
        self.update()


def _draw_bar(
    painter: QPainter, box: QRectF, bar: ScoreCount, height: float, look: Colours
) -> None:
    bottom = box.bottom() - 1
    for number, colour in (
        (bar.accepted, look.success),
        (bar.corrected, look.warning),
        (bar.rejected, look.danger),
        (bar.open, look.edge),
    ):
        part = height * number / bar.total
        painter.fillRect(
            QRectF(box.left(), bottom - part, box.width(), part), QColor(colour)
        )
        bottom -= part


class ScoreSlider(QSlider):
    """A slider in hundredths of a score; arrows go by one, pages by ten."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setRange(0, TOP)
        self.setSingleStep(1)
        self.setPageStep(10)
        self.setMinimumHeight(_HANDLE)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the panel: scrolling must not hide suggestions."""
        event.ignore()
