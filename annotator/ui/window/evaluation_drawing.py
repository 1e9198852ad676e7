"""How a passage of an evaluation is drawn: sign, labels, words in their context."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import (
    QStyleOptionViewItem,
    QWidget,
)

from annotator.domain.schema import Schema
from annotator.services.evaluation import Outcome, Passage
from annotator.ui.panels.drawing import draw_pill, pill_size
from annotator.ui.panels.passage_drawing import draw_snippet, draw_text, label_colour
from annotator.ui.tables import Index, RowCells
from annotator.ui.theme import (
    Colours,
    Space,
    colours,
    scaled_font,
)
from annotator.ui.window.evaluation_passages import (
    LABELS,
    OUTCOME,
    PASSAGE_ROLE,
    SNIPPET_ROLE,
    WORDS,
)

_SIGN = 5


class PassageDelegate(RowCells):
    """Draws the outcome as a sign and words, labels as pills, words in context."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.schema: Schema | None = None

    def draw(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Draw what a cell holds."""
        look = colours(option.palette)
        passage = index.data(PASSAGE_ROLE)
        box = option.rect.adjusted(Space.XS, 0, -Space.S, 0)
        if not isinstance(passage, Passage):
            pass
        elif index.column() == OUTCOME:
            centre = QPoint(box.left() + Space.S, box.center().y())
            draw_sign(painter, centre, passage.outcome, look)
            left = box.adjusted(Space.S + Space.M, 0, 0, 0)
            draw_text(painter, option.fontMetrics, left, index.data(), look.text)
        elif index.column() == LABELS:
            self._draw_labels(painter, option, box, passage, index.data())
        elif index.column() == WORDS:
            draw_snippet(painter, option, box, index.data(SNIPPET_ROLE), look)
        else:
            draw_text(painter, option.fontMetrics, box, index.data(), look.muted)

    def _draw_labels(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        box: QRect,
        passage: Passage,
        titles: str,
    ) -> None:
        """Draw the layer's label filled, the suggested one dashed, as in the text."""
        names = [n for n in dict.fromkeys((passage.label, passage.suggested)) if n]
        font = scaled_font(option.widget, 0.85, bold=True)
        painter.setFont(font)
        left = box.left()
        for name, title in zip(names, titles.split(" → "), strict=True):
            size = pill_size(title, font)
            width = min(size.width(), box.right() - left)
            if width < size.height():
                return
            top = box.top() + (box.height() - size.height()) // 2
            pill = QRect(left, top, width, size.height())
            suggested = name != passage.label
            colour = label_colour(self.schema, passage.kind, name, option.palette)
            draw_pill(painter, pill, title, colour, dashed=suggested)
            left += width + Space.XS


def draw_sign(
    painter: QPainter, centre: QPoint, outcome: Outcome, look: Colours
) -> None:
    """Draw an outcome as a shape of its own, so that hue is not needed to tell."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ring = QRectF(centre.x() - _SIGN, centre.y() - _SIGN, 2 * _SIGN, 2 * _SIGN)
    colour = QColor(look.success if outcome is Outcome.RIGHT else look.warning)
    if outcome in {Outcome.MISSED, Outcome.FALSE_ALARM}:
        colour = QColor(look.danger)
    painter.setPen(QPen(colour, 1.6, c=Qt.PenCapStyle.RoundCap))
    if outcome is Outcome.FALSE_ALARM:
        inner = ring.adjusted(1, 1, -1, -1)
        painter.drawLine(inner.topLeft(), inner.bottomRight())
        painter.drawLine(inner.topRight(), inner.bottomLeft())
    elif outcome is Outcome.MISSED:
        painter.drawEllipse(ring)
    elif outcome is Outcome.RIGHT:
        painter.setBrush(colour)
        painter.drawEllipse(ring)
    else:
        painter.drawEllipse(ring)
        painter.setBrush(colour)
        half = (90 if outcome is Outcome.LABEL else 0) * 16
        painter.drawPie(ring, half, 180 * 16)
    painter.restore()
