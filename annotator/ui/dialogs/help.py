"""The guide: the shipped help pages, one beside the other.

They name keys between backticks, as the table of actions does; they are shown as this
system and the language in use write them.
"""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QTextBrowser,
    QWidget,
)

from annotator.domain.resources import resource
from annotator.domain.wording import tr
from annotator.ui.key_names import native
from annotator.ui.theme import Space
from annotator.ui.translation import Language, current

ORDER = (
    "marking",
    "quotes-and-claims",
    "suggestions",
    "evaluation",
    "keyboard",
    "documents",
    "import",
    "settling",
    "export",
)
"""As one learns it; further pages follow by name."""

_KEY = re.compile(r"`([^`\n]+)`")
_HELD = re.compile(r"(?:Ctrl|Shift|Alt)(?:\+(?:Ctrl|Shift|Alt))*")


def pages() -> list[tuple[str, str]]:
    """Return title and text of every help page, in the order to read them."""

    def place(path: Path) -> tuple[int, str]:
        known = path.stem in ORDER
        return (ORDER.index(path.stem) if known else len(ORDER), path.stem)

    language = current()
    folder = resource("help", *([] if language is Language.ENGLISH else [language]))
    found = []
    for path in sorted(folder.glob("*.md"), key=place):
        text = _KEY.sub(_named, path.read_text("utf-8"))
        found.append((text.partition("\n")[0].removeprefix("# "), text))
    return found


def _named(key: re.Match[str]) -> str:
    """Return a key as this system writes it; a single character stays as it is."""
    name = key[1]
    if len(name) > 1:
        name = native(f"{name}+A")[:-2] if _HELD.fullmatch(name) else native(name)
    return f"`{name}`"


class HelpDialog(QDialog):
    """Topics on the left, the page on the right; stays open beside the work."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Guide"))
        self._texts = []
        self.topics = QListWidget()
        self.topics.setAccessibleName(tr("Topics"))
        self.topics.setFixedWidth(200)
        self.topics.setSpacing(2)
        self.page = QTextBrowser()
        self.page.setAccessibleName(tr("Guide"))
        self.page.setOpenExternalLinks(True)
        self.page.document().setDocumentMargin(Space.L)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.topics)
        row.addWidget(self.page, 1)
        for title, text in pages():
            self.topics.addItem(QListWidgetItem(title))
            self._texts.append(text)
        self.topics.currentRowChanged.connect(self._show)
        self.topics.setCurrentRow(0)
        self.resize(860, 640)

    def _show(self, row: int) -> None:
        self.page.setMarkdown(self._texts[row])
