"""Search field and chips that narrow the list of documents."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QToolButton, QVBoxLayout, QWidget

from annotator.domain.documents import STATUS_TITLES, DocumentFilter, Status
from annotator.domain.languages import UNKNOWN, language_code
from annotator.domain.wording import tr
from annotator.ui.icons import icon
from annotator.ui.panels.filter_chip import FilterChip
from annotator.ui.panels.flow import FlowLayout
from annotator.ui.theme import Space, add_clear_button

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
        self.setPlaceholderText(tr("Search titles and text"))
        self.setAccessibleName(tr("Search articles"))
        self.setToolTip(
            tr("Every word must be there, each may be cut short. Esc clears.")
        )
        self.setAcceptDrops(False)  # files dropped here belong to the list
        magnifier = icon("search", "muted")
        self.addAction(magnifier, QLineEdit.ActionPosition.LeadingPosition)
        for button in self.findChildren(QToolButton):
            button.setAccessibleName(tr("Search"))
        add_clear_button(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Clear on Esc; move to the list on Down and Enter."""
        key = event.key()
        if key == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif key in {Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.left.emit()
        else:
            super().keyPressEvent(event)


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
        self.chips = {
            status: FilterChip(tr(STATUS_TITLES[status]), status) for status in Status
        }
        self.suggestions = FilterChip(tr("Has suggestions"))
        self._delay = QTimer(self, singleShot=True, interval=SEARCH_DELAY_MS)
        self._delay.timeout.connect(self._tell)
        self._told = DocumentFilter()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.S, Space.S, Space.S, Space.S)
        layout.setSpacing(Space.S)
        layout.addWidget(self.search)
        flow = FlowLayout(gap=3, row_gap=Space.XS)
        for chip in (*self.chips.values(), self.suggestions):
            flow.addWidget(chip)
            chip.clicked.connect(self._tell)
        layout.addLayout(flow)
        self.search.textChanged.connect(self._delay.start)
        self.search.left.connect(self._leave)

    def filter(self) -> DocumentFilter:
        """Return what is set."""
        query, languages = _split(self.search.text())
        return DocumentFilter(
            query=query,
            languages=languages,
            statuses=frozenset(s for s, chip in self.chips.items() if chip.isChecked()),
            has_suggestions=True if self.suggestions.isChecked() else None,
        )

    def set_filter(self, where: DocumentFilter) -> None:
        """Show *where* without telling anybody."""
        self._told = where
        if where != self.filter():
            self.search.setText(_joined(where))
            for status, chip in self.chips.items():
                chip.setChecked(status in where.statuses)
            self.suggestions.setChecked(bool(where.has_suggestions))
        self._delay.stop()

    def set_counts(self, counts: Mapping[Status, int]) -> None:
        """Show how many documents are in each state."""
        for status, chip in self.chips.items():
            chip.set_count(counts.get(status, 0))

    def set_blind(self, on: bool) -> None:  # noqa: FBT001 - a Qt slot
        """Do not tell which articles have suggestions, or do again."""
        self.suggestions.setVisible(not on)
        if on and self.suggestions.isChecked():
            self.suggestions.setChecked(False)
            self._tell()

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


_LANGUAGE = "language:"


def _split(typed: str) -> tuple[str, frozenset[str]]:
    """Return the words to look for, and the languages of ``language:de``.

    What is no language is a word to look for.
    """
    words, languages = [], set()
    for word in typed.split():
        given = word[len(_LANGUAGE) :]
        code = language_code(given)
        if word.casefold().startswith(_LANGUAGE) and (
            code or given in (UNKNOWN, tr(UNKNOWN))
        ):
            languages.add(code)
        else:
            words.append(word)
    return " ".join(words), frozenset(languages)


def _joined(where: DocumentFilter) -> str:
    """Return what has to be typed for a filter."""
    languages = (
        f"{_LANGUAGE}{code or tr(UNKNOWN)}" for code in sorted(where.languages)
    )
    return " ".join(filter(None, (where.query, *languages)))
