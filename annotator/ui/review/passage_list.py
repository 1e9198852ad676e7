"""The list of passages: who says what, and the words; a click opens one."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QStyleOptionViewItem,
    QWidget,
)

from annotator.domain.schema import Schema
from annotator.domain.wording import tr
from annotator.services.review_figures import Difference, Differs, Voice
from annotator.ui.panels.drawing import draw_pill, pill_size
from annotator.ui.panels.passage_drawing import draw_snippet, draw_text, label_colour
from annotator.ui.review.passages import (
    ARTICLE,
    DIFFERENCE_ROLE,
    LEFT,
    RIGHT,
    SNIPPET_ROLE,
    WHAT,
    WORDS,
    DifferenceModel,
)
from annotator.ui.review.words import UNDEFINED
from annotator.ui.tables import Index, RowCells, RowList
from annotator.ui.theme import Colours, Space, colours, scaled_font

_ROW_SPARE = 10
_SIGN = 5


class _Cells(RowCells):
    """Draws what differs as a sign and words, labels as pills, words in context."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.schema: Schema | None = None

    def draw(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Draw what a cell holds."""
        look = colours(option.palette)
        found = index.data(DIFFERENCE_ROLE)
        box = option.rect.adjusted(Space.XS, 0, -Space.S, 0)
        column = index.column()
        if not isinstance(found, Difference):
            pass
        elif column == WHAT:
            centre = QPoint(box.left() + Space.S, box.center().y())
            draw_sign(painter, centre, found.differs, look)
            left = box.adjusted(Space.S + Space.M, 0, 0, 0)
            draw_text(painter, option.fontMetrics, left, index.data(), look.text)
        elif column in {LEFT, RIGHT}:
            voice = found.left if column == LEFT else found.right
            self._draw_voice(painter, option, box, found, voice, index.data())
        elif column == WORDS:
            draw_snippet(painter, option, box, index.data(SNIPPET_ROLE), look)
        else:
            draw_text(painter, option.fontMetrics, box, index.data(), look.muted)

    def _draw_voice(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        box: QRect,
        found: Difference,
        voice: Voice,
        title: str,
    ) -> None:
        """Draw a name and, after it, what that annotator calls the passage."""
        look, metrics = colours(option.palette), option.fontMetrics
        name = metrics.elidedText(
            voice.annotator, Qt.TextElideMode.ElideRight, box.width() // 2
        )
        painter.setFont(option.font)
        draw_text(painter, metrics, box, name, look.muted)
        room = box.adjusted(metrics.horizontalAdvance(name) + Space.S, 0, 0, 0)
        if not title:
            draw_text(painter, metrics, room, UNDEFINED, look.muted)
            return
        font = scaled_font(option.widget, 0.85, bold=True)
        painter.setFont(font)
        size = pill_size(title, font)
        width = min(size.width(), room.width())
        if width >= size.height():
            top = room.top() + (room.height() - size.height()) // 2
            pill = QRect(room.left(), top, width, size.height())
            colour = label_colour(self.schema, found.kind, voice.label, option.palette)
            draw_pill(painter, pill, title, colour, dashed=False)


def draw_sign(
    painter: QPainter, centre: QPoint, differs: Differs, look: Colours
) -> None:
    """Draw what differs as a shape of its own, so that hue is not needed to tell."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ring = QRectF(centre.x() - _SIGN, centre.y() - _SIGN, 2 * _SIGN, 2 * _SIGN)
    colour = QColor(look.warning)
    if differs is Differs.MISSED:
        colour = QColor(look.danger)
    elif differs is Differs.AGREED:
        colour = QColor(look.success)
    painter.setPen(QPen(colour, 1.6, c=Qt.PenCapStyle.RoundCap))
    if differs is Differs.BOUNDARY:
        painter.drawLine(ring.topLeft(), ring.bottomLeft())
        painter.drawLine(ring.topRight(), ring.bottomRight())
        middle = ring.center().y()
        painter.drawLine(QPointF(ring.left(), middle), QPointF(ring.right(), middle))
    elif differs is Differs.SPLIT:
        painter.drawRect(ring.adjusted(0, 1, -_SIGN - 1, -1))
        painter.drawRect(ring.adjusted(_SIGN + 1, 1, 0, -1))
    else:
        painter.drawEllipse(ring)
        painter.setBrush(colour)
        if differs is Differs.AGREED:
            painter.drawEllipse(ring)
        elif differs is not Differs.MISSED:
            half = (90 if differs is Differs.LABEL else 0) * 16
            painter.drawPie(ring, half, 180 * 16)
    painter.restore()


class DifferenceList(RowList):
    """The list. A click or Return opens a passage.

    Signals:
        opened: The ``Difference`` to be shown in the text.
    """

    opened = Signal(object)

    def __init__(self, model: DifferenceModel) -> None:
        self._passages = model
        name = tr("Passages behind the figure")
        super().__init__(model, name, stretched=WORDS)
        self.cells = _Cells(self)
        self.setItemDelegate(self.cells)
        self.setMouseTracking(True)
        self.clicked.connect(self._open)

    def fix_sizes(self) -> None:
        """Leave room for the longest words of what differs, too."""
        super().fix_sizes()
        widest = self.fontMetrics().horizontalAdvance(tr("other speaker"))
        self.horizontalHeader().resizeSection(WHAT, widest + Space.XL + Space.M)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room: the words get most of it."""
        room = self.viewport().width()
        across = self.horizontalHeader()
        for column in (LEFT, RIGHT):
            across.resizeSection(column, max(min(room // 6, 170), 90))
        self.setColumnHidden(ARTICLE, room < 760)
        across.resizeSection(ARTICLE, min(room // 6, 220))
        super().resizeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open a passage on Return."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._open()
            return
        super().keyPressEvent(event)

    def _open(self) -> None:
        if self.currentIndex().isValid():
            self.opened.emit(self._passages.difference(self.currentIndex().row()))
