"""The pieces of the card: badges of annotators, and what each has in a row."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QIcon, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from annotator.ui.adjudicate.voices import Voice
from annotator.ui.panels.drawing import draw_pill, pill_size
from annotator.ui.theme import RADIUS_SMALL, Space, colours, scaled_font, style_colour

_LINES = 3
_WRAP = int(Qt.TextFlag.TextWordWrap)
NONE = "–"


def badge(voice: Voice, widget: QWidget) -> QIcon:
    """Return an annotator's initials on the tint of their lanes."""
    font = scaled_font(widget, 0.85, bold=True)
    size = pill_size(voice.initials, font)
    ratio = widget.devicePixelRatioF()
    pixmap = QPixmap(size * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setFont(font)
    tint = style_colour(voice.style, widget.palette())
    draw_pill(
        painter,
        QRect(0, 0, size.width(), size.height()),
        voice.initials,
        tint,
        dashed=False,
    )
    painter.end()
    return QIcon(pixmap)


class Cell(QAbstractButton):
    """What one annotator has in one row; a click takes this part from there."""

    def __init__(self, words: str, row: str, annotator: str) -> None:
        """Make a cell.

        Args:
            words: What it says; "" for nothing there.
            row: Label, role or attribute.
            annotator: Whose it is; "" for gold's, which cannot be taken.
        """
        super().__init__()
        self.row = row
        self.annotator = annotator
        self._words = words or NONE
        self._is_bare = not words
        self.differs = False
        self.chosen = False
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setEnabled(bool(annotator))
        if annotator:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setToolTip(self._words)

    def words(self) -> str:
        """Return what it says before it is cut to the room there is."""
        return self._words

    def mark(self, *, differs: bool, chosen: bool, of: str) -> None:
        """Show whether annotators differ here, and whether this part is chosen."""
        self.differs, self.chosen = differs, chosen
        state = ["differs"] * differs + ["chosen"] * chosen
        self.setAccessibleName(f"{of}: {self._words}")
        self.setAccessibleDescription(", ".join(state))
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Say that narrower means higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the lines that the words take, three at most."""
        metrics = self.fontMetrics()
        room = QRect(0, 0, max(width - 2 * Space.S, 24), 10_000)
        lines = metrics.boundingRect(room, _WRAP, self._words).height()
        return min(lines, _LINES * metrics.lineSpacing()) + 2 * Space.XS + 2

    def sizeHint(self) -> QSize:
        """Return the size at the width it has."""
        return QSize(120, self.heightForWidth(max(self.width(), 120)))

    def minimumSizeHint(self) -> QSize:
        """Let columns become narrow, not low."""
        return QSize(64, self.fontMetrics().lineSpacing() + 2 * Space.XS + 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the words on their ground."""
        look = colours(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = look.warning_soft if self.differs else look.base
        edge = look.border
        if self.chosen:
            ground, edge = look.accent_soft, look.accent
        elif self.underMouse() and self.isEnabled():
            ground, edge = look.hover, look.border_strong
        width = 2 if self.chosen else 1
        box = QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2)
        painter.setPen(QPen(QColor(edge), width))
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(box, RADIUS_SMALL, RADIUS_SMALL)
        font = QFont(self.font())
        font.setBold(self.differs and not self._is_bare and len(self._words) < 40)
        painter.setFont(font)
        painter.setPen(QColor(look.muted if self._is_bare else look.text))
        room = self.rect().adjusted(Space.S, Space.XS, -Space.S, -Space.XS)
        painter.drawText(
            room, _WRAP | int(Qt.AlignmentFlag.AlignVCenter), self._fitting(room)
        )
        painter.end()

    def _fitting(self, room: QRect) -> str:
        """Return the words, their middle cut out where they need more lines."""
        metrics = self.fontMetrics()
        words, keep = self._words, len(self._words)
        tall = QRect(0, 0, room.width(), 10_000)
        while (
            keep > 8
            and metrics.boundingRect(tall, _WRAP, words).height() > room.height() + 2
        ):
            keep = keep * 9 // 10
            head, tail = self._words[: keep * 2 // 3], self._words[-(keep // 3) :]
            words = f"{head.rstrip()} … {tail.lstrip()}"
        return words
