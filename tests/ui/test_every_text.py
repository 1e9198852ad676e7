"""No window or dialog shows a text that is not translated."""

from __future__ import annotations

import platform
import re
import sys
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTabBar,
    QTextBrowser,
    QTextEdit,
    QWidget,
)

from annotator.domain import wording
from annotator.domain.resources import resource
from annotator.domain.wording import Catalogue
from annotator.ui.dialogs.settings import FontBox
from annotator.ui.errors import log_path
from tests.ui.every_window import SCENES, Story, opened

OPEN, CLOSE = "⟦", "⟧"
HEADERS = (Qt.Orientation.Horizontal, Qt.Orientation.Vertical)
ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
)
QT_OWN = ("qt_", "ScrollLeft", "ScrollRight")
"""Names of Qt's own widgets, which Qt translates."""
GUIDE = sorted(resource("help").glob("*.md"))
_MOST_ROWS = 60
_INNERMOST = re.compile(r"⟦[^⟦⟧]*⟧")


@pytest.fixture(autouse=True)
def marked(qapp):
    """Let every text that can be translated be in brackets, its key letter kept."""
    wording.use(Catalogue(lambda text, n: f"⟦{text}⟧", swaps_marks=False, again=str))
    yield
    wording.use(None)


def texts_of(root: QWidget) -> Iterator[tuple[str, str]]:
    """Yield what a window says to eyes and ears, each with where it says so."""
    for widget in (root, *root.findChildren(QWidget)):
        if widget.window() is not root or widget.objectName().startswith(QT_OWN):
            continue
        where = f"{type(widget).__name__} {widget.objectName()}"
        for what in ("windowTitle", "toolTip", "statusTip", "accessibleName"):
            yield f"{where}.{what}", getattr(widget, what)()
        yield f"{where}.description", widget.accessibleDescription()
        yield from ((where, text) for text in _shown_by(widget))
        for action in widget.actions():
            yield f"{where}.action", _of_action(action)


def _of_action(action: QAction) -> str:
    return "\n".join((action.text(), action.toolTip(), action.statusTip()))


def _shown_by(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QAbstractButton | QLabel):
        yield widget.text()
    elif isinstance(widget, QLineEdit | QPlainTextEdit | QTextEdit):
        if not isinstance(widget, QTextBrowser):
            yield widget.placeholderText()
    elif isinstance(widget, QGroupBox | QMenu):
        yield widget.title()
    elif isinstance(widget, QTabBar):
        yield from (widget.tabText(n) for n in range(widget.count()))
    elif isinstance(widget, QComboBox) and not isinstance(widget, FontBox):
        yield from (widget.itemText(n) for n in range(widget.count()))
        yield widget.placeholderText()
    elif isinstance(widget, QAbstractItemView):
        yield from _cells(widget)


def _cells(view: QAbstractItemView) -> Iterator[str]:
    model = view.model()
    if model is None:
        return
    # Where it is private, the model is a list.
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount()
    for column in range(columns):
        for role in ROLES[:2]:
            yield str(model.headerData(column, HEADERS[0], role) or "")
    waiting = [QModelIndex()]
    while waiting:
        above = waiting.pop()
        for row in range(min(model.rowCount(above), _MOST_ROWS)):
            for column in range(columns):
                index = model.index(row, column, above)
                yield from (str(index.data(role) or "") for role in ROLES)
            waiting.append(model.index(row, 0, above))


def untranslated(text: str) -> str:
    """Return what of a text is no translation and no markup."""
    while _INNERMOST.search(text):
        text = _INNERMOST.sub(" ", text)
    return re.sub(r"<[^>]*>|&\w+;|\{[^}]*\}", " ", text)


def words_of(text: str) -> set[str]:
    # What is cut short, and ids in the names of files.
    text = re.sub(r"\w+…$|[0-9a-f]{32}", "", text)
    return set(re.findall(r"[^\W\d_]{3,}", text))


@pytest.fixture
def data(story: Story) -> set[str]:
    """Return the words that are data of the project, or names of things."""
    project = story.project
    found: set[str] = set()
    for document in project.store.documents.ids():
        found |= words_of(project.store.documents.text(document))
    found |= words_of(project.store.schema_toml())
    found |= words_of(
        f"{story.folder.resolve()} {log_path()} {story.window._preferences.file}"
        " backups daily"
    )
    found |= words_of(" ".join(p.read_text("utf-8") for p in GUIDE))
    found |= {person.name for person in project.annotators()}
    found |= words_of(" ".join((*INVENTED, sys.version, platform.platform())))
    return found | {word.capitalize() for word in found}


KEYS = {"Ctrl", "Shift", "Alt", "Return", "Backspace", "Del", "Esc", "Tab", "Space"}
KEYS |= {"Enter", "PgDown", "PgUp", "Home", "End"}
INVENTED = (
    "Is this a town?",
    "Ada Brook",
    "a.txt",
    "The disk is full.",
    "Import",
    "Done",
    "All is well.",
    "table.csv tasks.jsonl PER",
    "en_ruler model-best corpus.annot invented en_core_web_sm",
)
"""What the scenes and the project are about."""
SAME_EVERYWHERE = KEYS | {"Annotator", "JSONL", "DocBin", "English", "Deutsch"}
SAME_EVERYWHERE |= {"BIO", "MIT", "PySide", "KiB"}


@pytest.mark.parametrize("scene", SCENES)
def test_every_text_is_translated(story, data, scene):
    found = {}
    for widget in opened(story, scene):
        for where, text in texts_of(widget):
            stray = words_of(untranslated(text)) - data - SAME_EVERYWHERE
            if stray:
                found[f"{where}: {text[:100]!r}"] = sorted(stray)[:6]
    assert found == {}
