"""The list of what is marked and suggested in the document, in text order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QStackedLayout,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from annotator.domain.schema import Schema
from annotator.domain.wording import noop, number, tr
from annotator.ui.article.marks import Mark, MarkState, Styles
from annotator.ui.panels.drawing import draw_pill, pill_size
from annotator.ui.panels.mark_model import (
    EXCERPT,
    LABEL,
    MARK_ROLE,
    STATE,
    MarkModel,
)
from annotator.ui.panels.passage_drawing import draw_text
from annotator.ui.tables import Index, RowCells, RowList
from annotator.ui.theme import (
    Colours,
    Space,
    colours,
    scaled_font,
    set_role,
    style_colour,
)

_STATE_WIDTH = 28
_LABEL_WIDTH = 104
_HINT = noop(
    "Nothing is marked here yet. Select words in the article and press a label's key."
)
_NO_MATCH = noop("Nothing of this kind and state is in this document.")


class MarkDelegate(RowCells):
    """Draws the state as a shape, the label as a pill, the text as text."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.styles = Styles()
        self._pill_base = QFont()
        self._pill_font: QFont | None = None

    def draw(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Draw what a cell holds."""
        look = colours(option.palette)
        mark = index.data(MARK_ROLE)
        if not isinstance(mark, Mark):
            pass
        elif index.column() == STATE:
            _draw_state(painter, option.rect.center(), mark, look)
        elif index.column() == LABEL:
            self._draw_label(painter, option, mark)
        else:
            box = option.rect.adjusted(Space.XS, 0, -Space.S, 0)
            suggested = mark.state is MarkState.SUGGESTED
            colour = look.muted if suggested else look.text
            draw_text(painter, option.fontMetrics, box, index.data(), colour)

    def _draw_label(
        self, painter: QPainter, option: QStyleOptionViewItem, mark: Mark
    ) -> None:
        _, style = self.styles.of(mark, mark.main_role)
        colour = style_colour(style, option.palette)
        if self._pill_font is None or self._pill_base != option.font:
            self._pill_base = QFont(option.font)
            self._pill_font = scaled_font(option.widget, 0.85, bold=True)
        painter.setFont(self._pill_font)
        size = pill_size(mark.title, self._pill_font)
        box = option.rect.adjusted(0, 0, -Space.XS, 0)
        box.setWidth(min(size.width(), box.width()))
        box.setTop(box.top() + (box.height() - size.height()) // 2)
        box.setHeight(size.height())
        dashed = mark.state is MarkState.SUGGESTED
        draw_pill(painter, box, mark.title, colour, dashed=dashed)


def _draw_state(painter: QPainter, centre: QPoint, mark: Mark, look: Colours) -> None:
    """Draw a dot for marked, a ring for suggested, a triangle for unfinished."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if mark.state is MarkState.SUGGESTED:
        painter.setPen(QPen(QColor(look.muted), 1.5, Qt.PenStyle.DotLine))
        painter.drawEllipse(centre, 5, 5)
    elif mark.unfinished:
        painter.setPen(QPen(QColor(look.warning), 1.6))
        top, right, left = QPoint(0, -6), QPoint(6, 5), QPoint(-6, 5)
        painter.drawPolygon([centre + top, centre + right, centre + left])
        painter.drawLine(centre - QPoint(0, 2), centre + QPoint(0, 2))
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(look.success))
        painter.drawEllipse(centre, 4, 4)


class _Table(RowList):
    """Three columns of fixed height.

    Signals:
        entered_row: Enter was pressed on it.
    """

    entered_row = Signal(int)

    def __init__(self, model: MarkModel) -> None:
        name = tr("Annotations and suggestions in text order")
        super().__init__(model, name, stretched=EXCERPT)
        self.horizontalHeader().resizeSection(STATE, _STATE_WIDTH)
        self.horizontalHeader().resizeSection(LABEL, _LABEL_WIDTH)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if enter and self.currentIndex().isValid():
            self.entered_row.emit(self.currentIndex().row())
            return
        super().keyPressEvent(event)


class AnnotationList(QWidget):
    """The stock list that goes with the article, also for screen readers.

    Signals:
        mark_chosen: The id of a mark the user moved to.
        mark_activated: The id of one he double clicked or pressed Enter on.
    """

    mark_chosen = Signal(str)
    mark_activated = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Annotations"))
        self._selected: str | None = None
        self._quiet = False
        self.model = MarkModel(self)
        self.table = _Table(self.model)
        self._cells = MarkDelegate(self.table)
        self.table.setItemDelegate(self._cells)
        self.kind = QComboBox()
        self.state = QComboBox()
        self._count = QLabel()
        self._hint = QLabel(tr(_HINT))
        self._lay_out()
        self.kind.activated.connect(self._filter)
        self.state.activated.connect(self._filter)
        chosen = self.table.selectionModel()
        chosen.currentRowChanged.connect(self._on_current)
        self.table.doubleClicked.connect(self._on_double_click)
        self.table.entered_row.connect(self._activate)
        self._show_count()

    def _lay_out(self) -> None:
        self.kind.setAccessibleName(tr("Show kind"))
        self.kind.addItem(tr("All kinds"), "")
        self.state.setAccessibleName(tr("Show state"))
        self.state.addItem(tr("Everything"), None)
        self.state.addItem(tr("Marked"), MarkState.ACCEPTED)
        self.state.addItem(tr("Suggested"), MarkState.SUGGESTED)
        set_role(self._count, "muted")
        self._hint.setWordWrap(True)
        self._hint.setMargin(Space.L)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignTop)
        set_role(self._hint, "muted")
        head = QHBoxLayout()
        head.setContentsMargins(Space.S, Space.S, Space.S, Space.S)
        head.setSpacing(Space.S)
        head.addWidget(self.kind, 1)
        head.addWidget(self.state, 1)
        head.addWidget(self._count)
        holder = QWidget()
        self._stack = QStackedLayout(holder)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._hint)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(holder, 1)

    # What the window calls --------------------------------------------------------

    def set_schema(self, schema: Schema) -> None:
        """Offer the kinds of *schema* to filter by."""
        before = self.kind.currentData()
        self.kind.clear()
        self.kind.addItem(tr("All kinds"), "")
        for kind in schema.kinds:
            self.kind.addItem(kind.title, kind.name)
        self.kind.setCurrentIndex(max(self.kind.findData(before), 0))
        self._filter()

    def set_styles(self, styles: Styles) -> None:
        """Take the looks of the labels."""
        self._cells.styles = styles
        self.table.viewport().update()

    def set_marks(self, text: str, marks: Iterable[Mark]) -> None:
        """Show the marks of another document."""
        self._selected = None
        with self._silently():
            self.model.set_marks(text, marks)
        self.table.scrollToTop()

    def clear(self) -> None:
        """Show nothing."""
        self.set_marks("", ())

    def apply(self, put: Iterable[Mark], removed: Iterable[str]) -> None:
        """Keep in step with the article: one call for each step."""
        with self._silently():
            self.model.apply(put, removed)

    def select(self, mark_id: str | None) -> None:
        """Show which mark is selected in the article; tells nobody."""
        self._selected = mark_id
        with self._silently():
            pass

    # Inside -----------------------------------------------------------------------

    @contextmanager
    def _silently(self) -> Iterator[None]:
        """Let rows come and go, then select what is selected in the article."""
        self._quiet = True
        try:
            yield
            self._show_selected()
        finally:
            self._quiet = False
        self._show_count()

    def _show_selected(self) -> None:
        row = None if self._selected is None else self.model.row_of(self._selected)
        if row is None:
            self.table.clearSelection()
            self.table.setCurrentIndex(QModelIndex())
            return
        index = self.model.index(row, EXCERPT)
        flags = QItemSelectionModel.SelectionFlag
        self.table.selectionModel().setCurrentIndex(
            index, flags.ClearAndSelect | flags.Rows
        )
        self.table.scrollTo(index)

    def _show_count(self) -> None:
        shown, total = self.model.rowCount(), self.model.total()
        words = (
            number(shown)
            if shown == total
            else tr("{shown:,} of {total:,}", shown=shown, total=total)
        )
        self._count.setText(words)
        self._count.setAccessibleName(tr("{words} shown", words=words))
        self._hint.setText(tr(_NO_MATCH if total else _HINT))
        self._stack.setCurrentWidget(self.table if shown else self._hint)

    def _filter(self) -> None:
        with self._silently():
            kind = self.kind.currentData() or ""
            self.model.set_filter(kind, self.state.currentData())

    def _on_current(self, index: QModelIndex) -> None:
        if self._quiet or not index.isValid():
            return
        self._selected = self.model.mark(index.row()).id
        self.mark_chosen.emit(self._selected)

    def _on_double_click(self, index: QModelIndex) -> None:
        self._activate(index.row())

    def _activate(self, row: int) -> None:
        self.mark_activated.emit(self.model.mark(row).id)
