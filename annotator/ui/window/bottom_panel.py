"""Panels below the article whose rows lead to places in it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDockWidget, QWidget

from annotator.domain.annotations import Fragment
from annotator.domain.ids import DocumentId

if TYPE_CHECKING:
    from annotator.ui.window.main_window import MainWindow

HEIGHT = 320
SHARE = 0.4


def dock_below(
    window: MainWindow, panel: QWidget, title: str, name: str
) -> QDockWidget:
    """Return a dock with a panel, where it was last; Esc leads to the article.

    Args:
        name: By which the window knows its place again.
    """
    dock = QDockWidget(title, window)
    dock.setObjectName(name)
    dock.setWidget(panel)
    if not window.restoreDockWidget(dock):
        window.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, dock)
        height = min(HEIGHT, round(window.height() * SHARE))
        window.resizeDocks([dock], [height], Qt.Orientation.Vertical)
    back = QShortcut(QKeySequence("Esc"), dock, window.parts.view.setFocus)
    back.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    return dock


def show_place(
    window: MainWindow,
    document_id: DocumentId,
    fragments: Sequence[Fragment],
    mark: Callable[[], str | None],
) -> None:
    """Open an article at a place, what is marked there selected.

    Args:
        fragments: The place; selected as text where the article shows no mark.
        mark: Tells the mark, once the article is open.
    """
    opened, view = window.article.document, window.parts.view
    if opened is None or opened.document.id != document_id:
        window.documents.open(document_id)
    view.set_selection(())
    shown = mark()
    view.select_mark(shown)
    if shown is None:
        view.set_caret(fragments[0].start)
        view.set_selection(fragments)
