"""Finding words in the open article."""

from __future__ import annotations

import re

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QToolButton,
    QWidget,
)

from annotator.domain.annotations import Fragment
from annotator.domain.wording import tr
from annotator.ui.article.view import ArticleView
from annotator.ui.icons import icon
from annotator.ui.key_names import name_in_tip, native
from annotator.ui.theme import Space, add_clear_button, set_role


def find_all(text: str, query: str, *, match_case: bool) -> list[Fragment]:
    """Return where *query* stands in *text*; white space matches any white space."""
    words = [re.escape(word) for word in query.split()]
    if not words:
        return []
    flags = re.NOFLAG if match_case else re.IGNORECASE
    pattern = re.compile(r"\s+".join(words), flags)
    return [Fragment(*match.span()) for match in pattern.finditer(text)]


class FindBar(QFrame):
    """A field, how many places there are, next and previous.

    Signals:
        searched: What is looked for may have changed.
    """

    searched = Signal()

    def __init__(self, view: ArticleView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._text = ""
        self._found: list[Fragment] = []
        self._current = -1
        set_role(self, "bar")
        self.field = QLineEdit()
        self.field.setPlaceholderText(tr("Find in this article"))
        self.field.setAccessibleName(tr("Find in this article"))
        add_clear_button(self.field)
        self.match_case = QCheckBox(tr("Match case"))
        self.count = QLabel()
        set_role(self.count, "muted")
        self._lay_out()
        self.field.textChanged.connect(self._search)
        self.match_case.toggled.connect(self._search)
        self.field.installEventFilter(self)
        self.hide()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.L, Space.XS, Space.L, Space.XS)
        row.setSpacing(Space.S)
        row.addWidget(self.field, 1)
        row.addWidget(self.count)
        row.addWidget(self.match_case)
        for name, tip, keys, handler in (
            ("previous", tr("Previous"), ("find_previous",), self.previous),
            ("next", tr("Next"), ("find_next",), self.next),
            ("close", f"{tr('Close')} ({native('Esc')})", (), self.close_bar),
        ):
            button = QToolButton()
            set_role(button, "quiet")
            button.setIcon(icon(name))
            name_in_tip(button, tip, *keys)
            button.setAccessibleName(tip)
            button.clicked.connect(handler)
            row.addWidget(button)

    @property
    def found(self) -> list[Fragment]:
        """The places found."""
        return self._found

    def set_text(self, text: str) -> None:
        """Search another article."""
        self._text = text
        if self.isVisible():
            self._search()
        else:
            self._found = []

    def open(self) -> None:
        """Show the bar, looking for the selected words if there are any."""
        fragments = self._view.selection()
        if fragments:
            start, end = fragments[0]
            self.field.setText(" ".join(self._text[start:end].split()))
        self.show()
        self.field.setFocus()
        self.field.selectAll()
        self._search()

    def close_bar(self) -> None:
        """Hide the bar and go back to the article."""
        self.hide()
        self._found = []
        self._view.set_search((), None)
        self._view.setFocus()
        self.searched.emit()

    def next(self) -> None:
        """Go to the next place."""
        self._go(1)

    def previous(self) -> None:
        """Go to the place before."""
        self._go(-1)

    def _search(self) -> None:
        self._found = find_all(
            self._text, self.field.text(), match_case=self.match_case.isChecked()
        )
        caret = self._view.caret()
        after = [i for i, f in enumerate(self._found) if f.start >= caret]
        self._current = after[0] if after else 0
        self._show()
        self.searched.emit()

    def _go(self, step: int) -> None:
        if self._found:
            self._current = (self._current + step) % len(self._found)
            self._show()
            self._view.set_selection((self._found[self._current],))

    def _show(self) -> None:
        if not self._found:
            asked = self.field.text().strip()
            self.count.setText(tr("Not found") if asked else "")
            self._view.set_search((), None)
            return
        self.count.setText(
            tr(
                "{place} of {number}",
                place=self._current + 1,
                number=len(self._found),
            )
        )
        self._view.set_search(self._found, self._found[self._current])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take Return, Shift+Return and Esc in the field."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
                self._go(-1 if back else 1)
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.close_bar()
                return True
        return super().eventFilter(watched, event)
