"""The queue: every difference of the document, and what became of it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyleOptionViewItem,
    QWidget,
)

from annotator.domain.wording import tr
from annotator.services.adjudicating import Case
from annotator.ui.adjudicate.voices import World
from annotator.ui.adjudicate.wording import snippet, sort_title, who_says
from annotator.ui.tables import ROOT, Index, RowCells
from annotator.ui.theme import Colours, Space, colours, scaled_font, style_colour

CASE_ROLE = int(Qt.ItemDataRole.UserRole)
SNIPPET_ROLE = CASE_ROLE + 1
SAYS_ROLE = CASE_ROLE + 2
_SIGN = 12


class QueueModel(QAbstractListModel):
    """The differences in the order of the text."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.cases: list[Case] = []
        self._world: World | None = None

    def set_world(self, world: World) -> None:
        """Say what the cases are cases of."""
        self._world = world

    def set_cases(self, cases: Sequence[Case]) -> None:
        """Show these; where they are as many, only what is new in them."""
        fresh = list(cases)
        if len(fresh) != len(self.cases):
            self.beginResetModel()
            self.cases = fresh
            self.endResetModel()
            return
        self.cases = fresh
        if fresh:
            self.dataChanged.emit(self.index(0), self.index(len(fresh) - 1))

    def rowCount(self, parent: Index = ROOT) -> int:
        """Return how many there are."""
        return 0 if parent.isValid() else len(self.cases)

    def data(
        self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)
    ) -> object:
        """Return a case, or what is said of it."""
        world = self._world
        if not index.isValid() or world is None:
            return None
        case = self.cases[index.row()]
        if role == CASE_ROLE:
            return case
        if role == SNIPPET_ROLE:
            return snippet(case, world.text, world.schema)
        if role == SAYS_ROLE:
            return who_says(case, world.voices, world.schema)
        spoken = {
            int(Qt.ItemDataRole.DisplayRole),
            int(Qt.ItemDataRole.AccessibleTextRole),
            int(Qt.ItemDataRole.ToolTipRole),
        }
        if role in spoken:
            return _spoken(case, world)
        return None

    def row_of(self, key: str | None) -> int:
        """Return where a case is, -1 for nowhere."""
        return next((i for i, c in enumerate(self.cases) if c.key == key), -1)


def _spoken(case: Case, world: World) -> str:
    state = tr("settled") if case.is_settled else tr("open")
    said = who_says(case, world.voices, world.schema)
    says = ", ".join(f"{voice.name} {words}" for voice, words in said)
    words = snippet(case, world.text, world.schema)
    return f"{sort_title(case)}, {state}: {words} ({says})"


class QueueDelegate(RowCells):
    """Draws the words, the sort, and who says what in everybody's tint."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the room of two lines."""
        return QSize(120, 2 * option.fontMetrics.lineSpacing() + 2 * Space.S)

    def draw(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Draw one difference."""
        look = colours(option.palette)
        case = index.data(CASE_ROLE)
        box = option.rect.adjusted(Space.M, Space.S, -Space.S, -Space.S)
        line = option.fontMetrics.lineSpacing()
        sign = QRectF(box.left(), box.top() + (line - _SIGN) / 2, _SIGN, _SIGN)
        draw_state(painter, sign, case, look)
        upper = QRect(box.left() + _SIGN + Space.S, box.top(), 0, line)
        upper.setRight(box.right())
        font = QFont(option.font)
        font.setBold(not case.is_settled)
        painter.setFont(font)
        painter.setPen(QColor(look.muted if case.is_settled else look.text))
        elide = Qt.TextElideMode.ElideRight
        words = QFontMetrics(font).elidedText(
            index.data(SNIPPET_ROLE), elide, upper.width()
        )
        painter.drawText(upper, Qt.AlignmentFlag.AlignVCenter, words)
        self._draw_lower(painter, option, upper.translated(0, line), index)

    def _draw_lower(
        self, painter: QPainter, option: QStyleOptionViewItem, box: QRect, index: Index
    ) -> None:
        look = colours(option.palette)
        case = index.data(CASE_ROLE)
        small = scaled_font(option.widget, 0.88)
        strong = scaled_font(option.widget, 0.88, bold=True)
        left = QRect(box)
        pieces = [(f"{sort_title(case)}   ", small, QColor(look.muted))]
        for voice, said in index.data(SAYS_ROLE):
            tint = style_colour(voice.style, option.palette)
            pieces.append((f"{voice.initials} ", strong, tint))
            pieces.append((f"{said}   ", small, QColor(look.text)))
        for words, font, colour in pieces:
            metrics = QFontMetrics(font)
            painter.setFont(font)
            painter.setPen(colour)
            cut = metrics.elidedText(words, Qt.TextElideMode.ElideRight, left.width())
            painter.drawText(left, Qt.AlignmentFlag.AlignVCenter, cut)
            left.setLeft(left.left() + metrics.horizontalAdvance(words))
            if left.width() < 12:
                break


def draw_state(painter: QPainter, box: QRectF, case: Case, look: Colours) -> None:
    """Draw whether a case is open, open again or settled, as a shape of its own."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ring = box.adjusted(1, 1, -1, -1)
    if case.is_settled:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(look.success))
        painter.drawEllipse(ring)
        painter.setPen(QPen(QColor(look.base), 1.6, c=Qt.PenCapStyle.RoundCap))
        at = [(0.3, 0.53), (0.45, 0.68), (0.71, 0.36)]
        points = [
            QPointF(box.x() + x * box.width(), box.y() + y * box.height())
            for x, y in at
        ]
        painter.drawPolyline(points)
    else:
        painter.setPen(QPen(QColor(look.warning), 1.8))
        painter.drawEllipse(ring)
        if case.is_reopened:
            painter.setBrush(QColor(look.warning))
            painter.drawPie(ring, 90 * 16, 180 * 16)
    painter.restore()


class QueueView(QListView):
    """The list of differences; arrows and clicks choose one.

    Signals:
        chosen: Key of the case that is current now.
    """

    chosen = Signal(str)

    def __init__(self, model: QueueModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._queue = model
        self.setModel(model)
        self.setItemDelegate(QueueDelegate(self))
        self.setAccessibleName(tr("Differences"))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell which case is current."""
        super().currentChanged(current, previous)
        if current.isValid() and current.row() != previous.row():
            self.chosen.emit(self._queue.cases[current.row()].key)

    def keyboardSearch(self, search: str) -> None:
        """Leave letters and digits to the window."""

    def show_current(self, key: str | None) -> None:
        """Make a case current, without telling anybody."""
        row = self._queue.row_of(key)
        if row == self.currentIndex().row():
            return
        self.blockSignals(True)
        if row < 0:
            self.setCurrentIndex(QModelIndex())
        else:
            self.setCurrentIndex(self._queue.index(row))
            self.scrollTo(self._queue.index(row))
        self.blockSignals(False)
        self.viewport().update()
