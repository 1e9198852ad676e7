"""A filter that is on or off, with the number of things behind it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from annotator.domain.documents import Status
from annotator.domain.wording import number, tr
from annotator.ui import counting
from annotator.ui.panels.drawing import GLYPH, draw_status
from annotator.ui.theme import Space, colours

_HEIGHT = 24
_PAD = 7


class FilterChip(QAbstractButton):
    """A round button with a state's sign, its title where there is room, a count."""

    def __init__(
        self,
        title: str,
        status: Status | None = None,
        *,
        counted: Callable[[int], str] = counting.articles,
    ) -> None:
        """Make a chip.

        Args:
            title: What it lets through.
            status: Whose sign it shows, if any.
            counted: What it counts, in words.
        """
        super().__init__()
        self._title = title
        self._counted = counted
        self._status = status
        self._count: int | None = None
        self._wide = True
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._name()

    def set_count(self, count: int | None) -> None:
        """Show how many documents it would let through."""
        if count != self._count:
            self._count = count
            self._name()

    def set_wide(self, wide: bool) -> None:  # noqa: FBT001 - the only argument
        """Show the title, or only sign and count where there is little room."""
        if wide != self._wide:
            self._wide = wide
            self._name()

    def _name(self) -> None:
        count = "" if self._count is None else number(self._count)
        short = self._status is not None and not self._wide
        self.setText(count if short else f"{self._title} {count}".rstrip())
        behind = "" if self._count is None else f", {self._counted(self._count)}"
        self.setAccessibleName(
            tr("Show only: {title}{behind}", title=self._title, behind=behind)
        )
        self.setToolTip(
            tr("Show only: {title}{behind}", title=self._title, behind=behind)
        )
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room for sign and words."""
        sign = GLYPH + Space.XS if self._status is not None else 0
        words = self.fontMetrics().horizontalAdvance(self.text())
        return QSize(sign + words + 2 * _PAD, _HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Switch by Enter as well as by Space."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        look = colours(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on, focus = self.isChecked(), self.hasFocus()
        edge = look.accent if on or focus else look.border_strong
        ground = look.window
        if on:
            ground = look.accent_soft
        elif self.underMouse() and self.isEnabled():
            ground = look.hover
        inset = 1.0 if focus else 0.5
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.setPen(QPen(QColor(edge), 2 if focus else 1))
        painter.setBrush(QColor(ground))
        painter.setOpacity(1.0 if self.isEnabled() else 0.5)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        left = _PAD
        if self._status is not None:
            sign = QRectF(left, (self.height() - GLYPH) / 2, GLYPH, GLYPH)
            draw_status(painter, sign, self._status, look)
            left += GLYPH + Space.XS
        painter.setPen(QColor(look.text if on else look.muted))
        words = QRect(left, 0, self.width() - left, self.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())
        painter.end()
