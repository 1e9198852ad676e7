"""A passage of the article as a button: quoted, on up to three lines."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from annotator.ui.theme import RADIUS_SMALL, Space, colours

_LINES = 3
_WRAP = int(Qt.TextFlag.TextWordWrap)


class QuoteButton(QAbstractButton):
    """Shows words of the article; a click, Space or Enter goes there."""

    def __init__(self) -> None:
        super().__init__()
        self._words = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_words(self, words: str, purpose: str) -> None:
        """Show *words*; *purpose* tells what a click does."""
        if words == self._words:
            return
        self._words = words
        self.setToolTip(f"{words}\n{purpose}")
        self.setAccessibleName(words)
        self.setAccessibleDescription(purpose)
        self.updateGeometry()
        self.update()

    def words(self) -> str:
        """Return the words before they are cut to the room there is."""
        return self._words

    def hasHeightForWidth(self) -> bool:
        """Say that narrower means higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the lines that the words take, three at most."""
        metrics = self.fontMetrics()
        room = QRect(0, 0, max(width - 2 * Space.S, 20), 10_000)
        lines = metrics.boundingRect(room, _WRAP, self._words).height()
        return min(lines, _LINES * metrics.lineSpacing()) + 2 * Space.XS + 2

    def sizeHint(self) -> QSize:
        """Return the size at the width it has."""
        return QSize(120, self.heightForWidth(max(self.width(), 120)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the words on their card."""
        look = colours(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focus = self.hasFocus()
        edge = look.accent if focus else look.border
        ground = look.hover if self.underMouse() else look.base
        inset = 1.0 if focus else 0.5
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.setPen(QPen(QColor(edge), 2 if focus else 1))
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(box, RADIUS_SMALL, RADIUS_SMALL)
        painter.setPen(QColor(look.text))
        room = self.rect().adjusted(Space.S, Space.XS, -Space.S, -Space.XS)
        painter.drawText(
            room, _WRAP | int(Qt.AlignmentFlag.AlignVCenter), self._fitting(room)
        )
        painter.end()

    def _fitting(self, room: QRect) -> str:
        """Return the words, their middle cut out where they need more lines."""
        metrics = self.fontMetrics()
        high = room.height() + 2
        words, keep = self._words, len(self._words)
        while (
            keep > 8
            and metrics.boundingRect(
                QRect(0, 0, room.width(), 10_000), _WRAP, words
            ).height()
            > high
        ):
            keep = keep * 9 // 10
            head, tail = self._words[: keep * 2 // 3], self._words[-(keep // 3) :]
            words = f"{head.rstrip()} … {tail.lstrip()}"
        return words
