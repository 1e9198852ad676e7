"""The list of passages behind a figure: a click shows one, Enter goes there."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent

from annotator.domain.wording import tr
from annotator.ui.tables import RowList
from annotator.ui.theme import Space
from annotator.ui.window.evaluation_drawing import PassageDelegate
from annotator.ui.window.evaluation_passages import (
    ARTICLE,
    LABELS,
    OUTCOME,
    WORDS,
    PassageModel,
)

BROWSE_DELAY_MS = 150


class PassageTable(RowList):
    """The list. A click or the arrow keys show a passage, Enter goes there.

    Signals:
        shown: A passage is to be shown; the focus stays here.
        entered: A passage is to be gone to.
    """

    shown = Signal(object)
    entered = Signal(object)

    def __init__(self, model: PassageModel) -> None:
        self._passages = model
        name = tr("Passages behind the figure")
        super().__init__(model, name, stretched=WORDS)
        self.cells = PassageDelegate(self)
        self.setItemDelegate(self.cells)
        self.setMouseTracking(True)
        self._browse = QTimer(self, singleShot=True, interval=BROWSE_DELAY_MS)
        self._browse.timeout.connect(self._show_current)
        self.clicked.connect(self._show_current)
        self.doubleClicked.connect(self._enter)

    def fix_sizes(self) -> None:
        """Leave room for the longest words of an outcome, too."""
        super().fix_sizes()
        widest = self.fontMetrics().horizontalAdvance(tr("other speaker, cue"))
        self.horizontalHeader().resizeSection(OUTCOME, widest + Space.XL + Space.M)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room: the words get most of it."""
        room = self.viewport().width()
        across = self.horizontalHeader()
        across.resizeSection(LABELS, max(min(room // 6, 170), 70))
        self.setColumnHidden(ARTICLE, room < 560)
        across.resizeSection(ARTICLE, min(room // 5, 240))
        super().resizeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to a passage on Enter; show the one that an arrow key led to."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._enter()
            return
        before = self.currentIndex().row()
        super().keyPressEvent(event)
        if self.currentIndex().row() not in {before, -1}:
            self._browse.start()

    def _show_current(self) -> None:
        self._browse.stop()
        if self.currentIndex().isValid():
            self.shown.emit(self._passages.passage(self.currentIndex().row()))

    def _enter(self) -> None:
        self._browse.stop()
        if self.currentIndex().isValid():
            self.entered.emit(self._passages.passage(self.currentIndex().row()))
