"""The list of what does not fit: groups to fold, words in context, the reason."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyleOptionViewItem,
    QTreeView,
)

from annotator.domain.records import Finding
from annotator.domain.wording import tr
from annotator.services.passages import Snippet
from annotator.ui.doctor.model import (
    ARTICLE,
    GROUP_ROLE,
    REASON,
    SNIPPET_ROLE,
    WORDS,
    Group,
    TroubleModel,
)
from annotator.ui.panels.passage_drawing import draw_snippet, draw_text
from annotator.ui.tables import Index, RowCells
from annotator.ui.theme import Space, colours, scaled_font

_ROW_SPARE = 10
_NARROW = 620
"""Pixels below which the article's title has no room."""


class _Cells(RowCells):
    """Draws a group's title, or an article, words in context and a reason."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return rows of one height."""
        return QSize(40, option.fontMetrics.height() + _ROW_SPARE)

    def draw(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Draw what a cell holds."""
        look = colours(option.palette)
        box = option.rect.adjusted(Space.XS, 0, -Space.S, 0)
        snippet = index.data(SNIPPET_ROLE)
        said = str(index.data() or "")
        if isinstance(index.data(GROUP_ROLE), Group):
            painter.setFont(scaled_font(option.widget, 1.0, bold=True))
            draw_text(painter, painter.fontMetrics(), box, said, look.text)
        elif index.column() == WORDS and isinstance(snippet, Snippet):
            draw_snippet(painter, option, box, snippet, look)
        else:
            colour = look.text if index.column() == REASON else look.muted
            draw_text(painter, option.fontMetrics, box, said, colour)


class TroubleTree(QTreeView):
    """The list. A click or Return on a row opens its place.

    Signals:
        shown: A ``Finding`` was clicked: its place is to be shown.
        entered_place: Return was pressed on one: work goes on there.
        chosen: The current group or the selected rows are others now.
    """

    shown = Signal(object)
    entered_place = Signal(object)
    chosen = Signal()

    def __init__(self, model: TroubleModel) -> None:
        super().__init__()
        self.troubles = model
        self.setModel(model)
        self.setItemDelegate(_Cells(self))
        self.setAccessibleName(tr("What does not fit the format"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setUniformRowHeights(True)
        self.setMouseTracking(True)
        self.setIndentation(Space.L)
        self.setExpandsOnDoubleClick(False)
        header = self.header()
        header.hide()
        header.setMinimumSectionSize(16)
        header.setStretchLastSection(True)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        model.modelReset.connect(self._on_reset)
        self.clicked.connect(self._on_clicked)
        self.selectionModel().selectionChanged.connect(self.chosen)

    def _on_reset(self) -> None:
        for row in range(self.troubles.rowCount()):
            self.setFirstColumnSpanned(row, QModelIndex(), True)
        self.expandAll()
        if self.troubles.rowCount():
            self.setCurrentIndex(self.troubles.index(0, 0))
        self.chosen.emit()

    def current_group(self) -> Group | None:
        """Return the group that the current row is in."""
        return self.troubles.group(self.currentIndex())

    def selected_findings(self) -> list[Finding]:
        """Return the findings that are selected and in the current group."""
        group = self.current_group()
        found = []
        for index in self.selectionModel().selectedRows():
            problem = self.troubles.problem(index)
            if isinstance(problem, Finding) and self.troubles.group(index) is group:
                found.append(problem)
        return found

    def _on_clicked(self, index: QModelIndex) -> None:
        problem = self.troubles.problem(index)
        if isinstance(problem, Finding):
            self.shown.emit(problem)
        elif problem is None:
            self.setExpanded(index.siblingAtColumn(0), not self.isExpanded(index))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open a place on Return; fold a group by it."""
        if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            super().keyPressEvent(event)
            return
        problem = self.troubles.problem(self.currentIndex())
        if isinstance(problem, Finding):
            self.entered_place.emit(problem)
        else:
            self._on_clicked(self.currentIndex())

    def keyboardSearch(self, search: str) -> None:
        """Leave letters alone: places are not looked for by them."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room: words and reason get most of it."""
        super().resizeEvent(event)
        self._share()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._share()

    def _share(self) -> None:
        room = self.viewport().width()
        header = self.header()
        narrow = room < _NARROW
        header.resizeSection(ARTICLE, 110 if narrow else min(room // 4, 240))
        rest = room - header.sectionSize(ARTICLE)
        header.resizeSection(WORDS, rest * 45 // 100)
