"""Search field and chips that narrow the list of documents."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QPainter, QPixmap, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QToolButton, QVBoxLayout, QWidget

from annotator.domain.documents import DocumentFilter, Status
from annotator.ui.icons import icon
from annotator.ui.panels.drawing import GLYPH, STATUS_TITLES, draw_status
from annotator.ui.panels.flow import FlowLayout
from annotator.ui.theme import Space, colours, set_role

SEARCH_DELAY_MS = 150
_WIDE = 430


class SearchField(QLineEdit):
    """A search field: Esc clears it, Down and Enter leave it for the list.

    Signals:
        left: The user wants to go on in the list.
    """

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setPlaceholderText("Search titles and text")
        self.setAccessibleName("Search documents")
        self.setToolTip("Every word must be there, each may be cut short. Esc clears.")
        self.setClearButtonEnabled(True)
        self.setAcceptDrops(False)  # files dropped here belong to the list
        magnifier = icon("search")
        if not magnifier.isNull():
            self.addAction(magnifier, QLineEdit.ActionPosition.LeadingPosition)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Clear on Esc; move to the list on Down and Enter."""
        key = event.key()
        if key == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif key in {Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class Chip(QToolButton):
    """A filter that is on or off, with the number of documents behind it."""

    def __init__(self, title: str, status: Status | None = None) -> None:
        super().__init__()
        self._title = title
        self._status = status
        self._count: int | None = None
        self._wide = True
        self.setCheckable(True)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setIconSize(QSize(GLYPH, GLYPH))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        set_role(self, "chip")
        self._redraw()

    def set_count(self, count: int | None) -> None:
        """Show how many documents it would let through."""
        self._count = count
        self._redraw()

    def set_wide(self, wide: bool) -> None:  # noqa: FBT001 - the only argument
        """Show the title, or only sign and count where there is little room."""
        if wide != self._wide:
            self._wide = wide
            self._redraw()

    def changeEvent(self, event: QEvent) -> None:
        """Draw the sign anew in a new theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._redraw()

    def _redraw(self) -> None:
        number = "" if self._count is None else f"{self._count:,}"
        short = self._status is not None and not self._wide
        self.setText(number if short else f"{self._title} {number}".rstrip())
        self.setAccessibleName(f"Show only: {self._title}")
        documents = f", {number} documents" if number else ""
        self.setToolTip(f"Show only: {self._title}{documents}")
        if self._status is not None:
            self.setIcon(self._sign(self._status))

    def _sign(self, status: Status) -> QIcon:
        scale = self.devicePixelRatio()
        pixmap = QPixmap(round(GLYPH * scale), round(GLYPH * scale))
        pixmap.setDevicePixelRatio(scale)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        box = QRectF(0, 0, GLYPH, GLYPH)
        draw_status(painter, box, status, colours(self.palette()))
        painter.end()
        return QIcon(pixmap)


class FilterBar(QWidget):
    """Search, one chip for each state, and one for open suggestions.

    Signals:
        changed: The filter as it now is; typing is waited out for a moment.
        left: The user wants to go on in the list.
    """

    changed = Signal(object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.search = SearchField()
        self.chips = {status: Chip(STATUS_TITLES[status], status) for status in Status}
        self.suggestions = Chip("Has suggestions")
        self._delay = QTimer(self, singleShot=True, interval=SEARCH_DELAY_MS)
        self._delay.timeout.connect(self._tell)
        self._told = DocumentFilter()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.S, Space.S, Space.S, Space.S)
        layout.setSpacing(Space.S)
        layout.addWidget(self.search)
        flow = FlowLayout(gap=Space.XS)
        for chip in (*self.chips.values(), self.suggestions):
            flow.addWidget(chip)
            chip.clicked.connect(self._tell)
        layout.addLayout(flow)
        self.search.textChanged.connect(self._delay.start)
        self.search.left.connect(self._leave)

    def filter(self) -> DocumentFilter:
        """Return what is set."""
        return DocumentFilter(
            query=self.search.text().strip(),
            statuses=frozenset(s for s, chip in self.chips.items() if chip.isChecked()),
            has_suggestions=True if self.suggestions.isChecked() else None,
        )

    def set_filter(self, where: DocumentFilter) -> None:
        """Show *where* without telling anybody."""
        self._told = where
        if where != self.filter():
            self.search.setText(where.query)
            for status, chip in self.chips.items():
                chip.setChecked(status in where.statuses)
            self.suggestions.setChecked(bool(where.has_suggestions))
        self._delay.stop()

    def set_counts(self, counts: Mapping[Status, int]) -> None:
        """Show how many documents are in each state."""
        for status, chip in self.chips.items():
            chip.set_count(counts.get(status, 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the chips' titles out where there is no room for them."""
        for chip in self.chips.values():
            chip.set_wide(event.size().width() >= _WIDE)
        super().resizeEvent(event)

    def _tell(self) -> None:
        self._delay.stop()
        where = self.filter()
        if where != self._told:
            self._told = where
            self.changed.emit(where)

    def _leave(self) -> None:
        self._tell()
        self.left.emit()
