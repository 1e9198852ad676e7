"""One label or role on the palette: bar, title, count, key, pin."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from annotator.domain.schema import Label, Role
from annotator.domain.wording import tr
from annotator.ui.panels.drawing import draw_bar, draw_key_cap, key_cap_width, key_name
from annotator.ui.panels.guideline import as_html
from annotator.ui.theme import RADIUS_SMALL, Colours, Space, colours, scaled_font

_BAR_WIDTH = 14
_PIN = 16
_GAP = 5
CHIP_HEIGHT = 24


class LabelChip(QAbstractButton):
    """A button that marks with one label, or sets one role.

    A click, Space or Enter chooses it. Shift with any of these, or a click on
    the pin that appears under the mouse, keeps it: every selection is then
    marked with it until it is let go.

    Signals:
        chosen: Kind and name: mark with it once.
        pinned: Kind and name: keep it, or let it go if it is kept.
    """

    chosen = Signal(str, str)
    pinned = Signal(str, str)

    def __init__(self, kind: str, item: Label | Role, shown: str = "") -> None:
        """Make a chip.

        Args:
            kind: The kind it belongs to.
            item: What it stands for.
            shown: Its text, where that is not the title.
        """
        super().__init__()
        self._title = item.title
        self._kind = kind
        self._name = item.name
        self._style = item.style
        self._key = key_name(item.key)
        self._pinnable = isinstance(item, Label)
        self._sticky = False
        self._count = 0
        self._over = False
        self.setText(shown or item.title)
        self.setFont(scaled_font(self, 0.88))
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        key = tr(", key {key}", key=self._key) if item.key else ""
        self.setAccessibleName(f"{item.title}{key}")

    def explain(self, description: str, hint: str) -> None:
        """Set what the guideline says of it, and how to use it."""
        self.setAccessibleDescription(f"{description} {hint}".strip())
        key = f" &nbsp;<b>{escape(self._key)}</b>" if self._key else ""
        head = f"<p><b>{escape(self._title)}</b>{key}</p>"
        self.setToolTip(f"{head}{as_html(description)}<p><i>{escape(hint)}</i></p>")

    def set_count(self, count: int) -> None:
        """Show how many of it the document holds."""
        if count != self._count:
            self._count = count
            self.updateGeometry()
            self.update()

    def set_sticky(self, sticky: bool) -> None:  # noqa: FBT001 - the only argument
        """Show it as kept, or not."""
        if sticky != self._sticky:
            self._sticky = sticky
            self.updateGeometry()
            self.update()

    @property
    def sticky(self) -> bool:
        """Whether it is shown as kept."""
        return self._sticky

    # Size -----------------------------------------------------------------------

    def _cap_font(self) -> QFont:
        return scaled_font(self, 0.95)

    def sizeHint(self) -> QSize:
        """Return the room for all of it; a count of zero takes none."""
        metrics = self.fontMetrics()
        width = Space.S + _BAR_WIDTH + _GAP + metrics.horizontalAdvance(self.text())
        if self._count:
            small = QFontMetrics(self._cap_font())
            width += _GAP + small.horizontalAdvance(str(self._count))
        if self._key or self._pinnable:
            width += _GAP + self._end_width()
        return QSize(width + Space.XS + 2, max(metrics.height() + 8, CHIP_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Return the least room: the title may be cut."""
        return QSize(80, self.sizeHint().height())

    def _end_width(self) -> int:
        cap = key_cap_width(self._key, self._cap_font()) if self._key else 0
        return max(cap, _PIN if self._pinnable else 0)

    def _end_box(self) -> QRect:
        """Return where the key stands, or under the mouse the pin."""
        width = self._end_width()
        return QRect(
            self.width() - width - Space.XS - 1, (self.height() - 17) // 2, width, 17
        )

    # Input ----------------------------------------------------------------------

    def enterEvent(self, event: QEnterEvent) -> None:
        """Offer the pin."""
        self._over = True
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Show the key again."""
        self._over = False
        super().leaveEvent(event)
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose or pin, depending on Shift and on where the mouse is."""
        inside = self.isDown() and self.rect().contains(event.position().toPoint())
        super().mouseReleaseEvent(event)
        if inside and event.button() is Qt.MouseButton.LeftButton:
            on_pin = self._end_box().contains(event.position().toPoint())
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._act(pin=shift or on_pin)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose by Space or Enter; pin with Shift."""
        keys = {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if event.key() in keys and not event.isAutoRepeat():
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._act(pin=shift)
        elif event.key() in {Qt.Key.Key_Right, Qt.Key.Key_Down}:
            self.focusNextChild()
        elif event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Up}:
            self.focusPreviousChild()
        else:
            event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Leave keys to the window: pressing has done it already."""
        event.ignore()

    def _act(self, *, pin: bool) -> None:
        if pin and self._pinnable:
            self.pinned.emit(self._kind, self._name)
        else:
            self.chosen.emit(self._kind, self._name)

    # Painting -------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        look = colours(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_ground(painter, look)
        middle = self.height() / 2
        painter.setOpacity(1.0 if self.isEnabled() else 0.55)
        bar = QRectF(Space.S, middle - 2.5, _BAR_WIDTH, 5)
        draw_bar(painter, bar, self._style, self.palette())
        painter.setOpacity(1.0)
        self._draw_words(painter, look)
        self._draw_end(painter, look)
        painter.end()

    def _draw_ground(self, painter: QPainter, look: Colours) -> None:
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        ground, edge = look.raised, look.border
        if self._sticky:
            ground, edge = look.accent_soft, look.accent
        elif not self.isEnabled():
            ground = look.window
        elif self.isDown():
            ground, edge = look.border, look.border_strong
        elif self._over:
            ground, edge = look.hover, look.border_strong
        pen = QPen(QColor(edge), 1)
        if self.hasFocus():
            pen = QPen(QColor(look.accent), 2)
            box.adjust(0.5, 0.5, -0.5, -0.5)
        painter.setPen(pen)
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(box, RADIUS_SMALL + 1, RADIUS_SMALL + 1)

    def _draw_words(self, painter: QPainter, look: Colours) -> None:
        left = Space.S + _BAR_WIDTH + _GAP
        has_end = bool(self._key) or self._pinnable
        right = self._end_box().left() - _GAP if has_end else self.width() - Space.S
        small = QFontMetrics(self._cap_font())
        if self._count:
            number = str(self._count)
            width = small.horizontalAdvance(number)
            painter.setFont(self._cap_font())
            painter.setPen(QColor(look.muted))
            box = QRect(right - width, 0, width + 1, self.height())
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, number)
            right -= width + _GAP
        painter.setFont(self.font())
        painter.setPen(QColor(look.text if self.isEnabled() else look.muted))
        title = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, right - left + 1
        )
        painter.drawText(
            QRect(left, 0, right - left + 1, self.height()),
            Qt.AlignmentFlag.AlignVCenter,
            title,
        )

    def _draw_end(self, painter: QPainter, look: Colours) -> None:
        box = self._end_box()
        offered = self._over and self.isEnabled()
        if self._pinnable and (self._sticky or offered):
            _draw_pin(painter, box.center(), look, filled=self._sticky)
        elif self._key:
            width = key_cap_width(self._key, self._cap_font())
            cap = QRect(box.right() - width + 1, box.y(), width, box.height())
            painter.setFont(self._cap_font())
            draw_key_cap(
                painter, cap, self._key, self.palette(), enabled=self.isEnabled()
            )


def _draw_pin(
    painter: QPainter, centre: QPoint, look: Colours, *, filled: bool
) -> None:
    colour = QColor(look.accent if filled else look.muted)
    painter.save()
    painter.translate(QPointF(centre) + QPointF(0.5, 0.5))
    painter.rotate(35)
    painter.setPen(QPen(colour, 1.4, c=Qt.PenCapStyle.RoundCap))
    painter.setBrush(colour if filled else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(-2.5, -6, 5, 6), 1, 1)
    painter.drawLine(QPointF(-4.5, 0.5), QPointF(4.5, 0.5))
    painter.drawLine(QPointF(0, 0.5), QPointF(0, 6))
    painter.restore()


def caption_width(widget: QWidget, titles: list[str]) -> int:
    """Return the width of the widest of *titles* in the caption's font."""
    metrics = QFontMetrics(scaled_font(widget, 1.0, bold=True))
    return max((metrics.horizontalAdvance(title) for title in titles), default=0)
