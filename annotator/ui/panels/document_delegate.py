"""How a document is drawn in the list: state, title, facts, open suggestions."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from annotator.domain.documents import DocumentRow
from annotator.domain.wording import number, tr
from annotator.ui.panels.document_model import ROW_ROLE
from annotator.ui.panels.drawing import GLYPH, draw_status
from annotator.ui.tables import Index
from annotator.ui.theme import Colours, Space, colours

_SMALL = 0.88
_LINE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class DocumentDelegate(QStyledItemDelegate):
    """Draws two lines a document; every row is as high as every other."""

    def row_height(self, font: QFont) -> int:
        """Return the height of a row in *font*."""
        lines = QFontMetrics(font).height() + QFontMetrics(_small(font)).height()
        return lines + 2 + 2 * Space.S

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the size of a row; it does not depend on what is in it."""
        return QSize(160, self.row_height(option.font))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Draw one row."""
        look = colours(option.palette)
        painter.save()
        _draw_ground(painter, option, look)
        row = index.data(ROW_ROLE)
        if isinstance(row, DocumentRow):
            _draw_document(painter, option, row, look)
        painter.restore()


def _small(font: QFont) -> QFont:
    small = QFont(font)
    small.setPointSizeF(font.pointSizeF() * _SMALL)
    return small


def _draw_ground(
    painter: QPainter, option: QStyleOptionViewItem, look: Colours
) -> None:
    box = option.rect
    selected = bool(option.state & QStyle.StateFlag.State_Selected)
    if selected:
        painter.fillRect(box, QColor(look.accent_soft))
        painter.fillRect(QRect(box.x(), box.y(), 3, box.height()), QColor(look.accent))
    elif option.state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(box, QColor(look.hover))
    if option.state & QStyle.StateFlag.State_HasFocus:
        painter.setPen(QColor(look.accent))
        painter.drawRect(box.adjusted(0, 0, -1, -1))
    elif not selected:
        painter.setPen(QColor(look.border))
        painter.drawLine(box.left() + Space.M, box.bottom(), box.right(), box.bottom())


def _draw_document(
    painter: QPainter, option: QStyleOptionViewItem, row: DocumentRow, look: Colours
) -> None:
    font, small = QFont(option.font), _small(option.font)
    high, low = QFontMetrics(font), QFontMetrics(small)
    box = option.rect.adjusted(Space.M, Space.S, -Space.M, -Space.S)
    sign = QRectF(box.x(), box.y() + (high.height() - GLYPH) / 2, GLYPH, GLYPH)
    draw_status(painter, sign, row.status, look)
    left = box.x() + GLYPH + Space.S
    width = box.right() - left
    title = QRect(left, box.y(), width, high.height())
    painter.setFont(font)
    painter.setPen(QColor(look.text if row.title else look.muted))
    words = high.elidedText(
        row.title or tr("Untitled"), Qt.TextElideMode.ElideRight, width
    )
    painter.drawText(title, _LINE, words)
    facts = QRect(left, title.bottom() + 3, width, low.height())
    painter.setFont(small)
    facts.setRight(facts.right() - _draw_badge(painter, facts, row.pending, look))
    painter.setPen(QColor(look.muted))
    words = low.elidedText(facts_of(row), Qt.TextElideMode.ElideRight, facts.width())
    painter.drawText(facts, _LINE, words)


def _draw_badge(painter: QPainter, line: QRect, pending: int, look: Colours) -> int:
    """Draw how many suggestions are open; return the width it took."""
    if not pending:
        return 0
    words = number(pending) if pending < 1000 else "999+"
    width = painter.fontMetrics().horizontalAdvance(words) + 12
    box = QRectF(line.right() - width, line.y() - 1, width, line.height() + 1)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QColor(look.accent))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 7, 7)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
    return width + Space.S


def facts_of(row: DocumentRow) -> str:
    """Return the second line of a row."""
    marked = (
        tr("{annotations:,} marked", annotations=row.annotations)
        if row.annotations
        else ""
    )
    facts = [row.source, row.date[:10], marked, _length(row.length)]
    return " · ".join(fact for fact in facts if fact)


def _length(length: int) -> str:
    if length < 1000:
        return tr("{length} chars", length=length)
    if length < 10_000:
        return tr("{thousands:,.1f}k chars", thousands=length / 1000)
    return tr("{thousands:,.0f}k chars", thousands=length / 1000)
