"""How a passage is drawn in a list: words in their context, labels in their colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QStyleOptionViewItem

from annotator.domain.schema import Schema
from annotator.ui.theme import Colours, colours, style_colour

if TYPE_CHECKING:
    from annotator.services.passages import Snippet

_SHORT = 48


def label_colour(
    schema: Schema | None, kind: str, name: str, palette: QPalette
) -> QColor:
    """Return the colour of a label; a muted one where the schema has none such."""
    found = schema.kind(kind) if schema else None
    label = found.label(name) if found else None
    if label is None:
        return QColor(colours(palette).muted)
    return style_colour(label.style, palette)


def draw_text(
    painter: QPainter, metrics: QFontMetrics, box: QRect, words: str, colour: str
) -> None:
    """Draw *words* into *box*, cut at its end where they are too long."""
    painter.setPen(QColor(colour))
    cut = metrics.elidedText(words, Qt.TextElideMode.ElideRight, box.width())
    edge = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    painter.drawText(box, edge, cut)


def draw_snippet(
    painter: QPainter,
    option: QStyleOptionViewItem,
    box: QRect,
    snippet: Snippet,
    look: Colours,
) -> None:
    """Draw the passage strong and what stands around it faint.

    A long passage is not made bold, and has no need of much around it.
    """
    faint, strong = QFont(option.font), QFont(option.font)
    strong.setBold(len(snippet.words) <= _SHORT)
    around, inside = QFontMetrics(faint), QFontMetrics(strong)
    middle = Qt.TextElideMode.ElideMiddle
    words = inside.elidedText(snippet.words, middle, box.width())
    spare = box.width() - inside.horizontalAdvance(words)
    before = _last_words(snippet.before, around, min(spare, box.width() // 3))
    left = QRect(box)
    for said, font, colour in (
        (before, faint, look.muted),
        (words, strong, look.text),
        (snippet.after, faint, look.muted),
    ):
        painter.setFont(font)
        metrics = QFontMetrics(font)
        if left.width() > 0:
            draw_text(painter, metrics, left, said, colour)
        left.setLeft(left.left() + metrics.horizontalAdvance(said))


def _last_words(text: str, metrics: QFontMetrics, room: int) -> str:
    """Return as many of the last words as there is room for."""
    if metrics.horizontalAdvance(text) <= room:
        return text
    while text.strip() and metrics.horizontalAdvance(f"…{text}") > room:
        text = text.lstrip().partition(" ")[2]
    return f"…{text}" if text.strip() else ""
