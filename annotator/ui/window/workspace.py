"""The widgets of the window: what stands where, and nothing of what they do."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QDockWidget,
    QFrame,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from annotator.domain.wording import tr
from annotator.ui.article.view import ArticleView
from annotator.ui.panels.annotations import AnnotationList
from annotator.ui.panels.documents import DocumentsPanel
from annotator.ui.panels.guideline import GuidelinePanel
from annotator.ui.panels.inspector import Inspector
from annotator.ui.panels.palette import LabelPalette
from annotator.ui.panels.scores import ScorePanel
from annotator.ui.panels.suggestions import SuggestionBar
from annotator.ui.welcome import RecentProjects, WelcomeScreen
from annotator.ui.window.empty_page import EmptyPage
from annotator.ui.window.find_bar import FindBar
from annotator.ui.window.header import ArticleHeader
from annotator.ui.window.panel_link import Panels
from annotator.ui.window.preferences import Preferences
from annotator.ui.window.status_line import StatusLine

STATE_VERSION = 3
NARROW = 1000
PALETTE_SHARE = 0.22
PALETTE_LEAST = 76


class ArticlePage(QFrame):
    """The article with its bars; in a small window the palette scrolls instead."""

    def __init__(self, palette: QWidget) -> None:
        super().__init__()
        self._palette = palette

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave most of the height to the article."""
        most = max(round(event.size().height() * PALETTE_SHARE), PALETTE_LEAST)
        self._palette.setMaximumHeight(most)
        super().resizeEvent(event)


class Workspace:
    """Welcome screen or article in the middle, docks around it."""

    def __init__(self, window: QMainWindow, recent: RecentProjects) -> None:
        self._window = window
        self.view = ArticleView()
        self.find = FindBar(self.view)
        self.header = ArticleHeader()
        self.status = StatusLine()
        self.empty = EmptyPage()
        self.welcome = WelcomeScreen(recent)
        self.documents = DocumentsPanel()
        self.panels = Panels(
            palette=LabelPalette(),
            guideline=GuidelinePanel(),
            inspector=Inspector(),
            annotations=AnnotationList(),
            suggestions=SuggestionBar(),
            scores=ScorePanel(),
        )
        self._article = self._make_article()
        self._middle = QStackedWidget()
        for page in (self.welcome, self.empty, self._article):
            self._middle.addWidget(page)
        window.setCentralWidget(self._middle)
        window.setStatusBar(self.status)
        left, right = (
            Qt.DockWidgetArea.LeftDockWidgetArea,
            Qt.DockWidgetArea.RightDockWidgetArea,
        )
        self.documents_dock = self._dock(
            "articles", tr("Articles"), self.documents, left
        )
        self.inspector_dock = self._dock(
            "inspector", tr("Inspector"), self.panels.inspector, right
        )
        self.list_dock = self._dock(
            "annotations", tr("Annotations"), self.panels.annotations, right
        )
        self.guideline_dock = self._dock(
            "guideline", tr("Guideline"), self.panels.guideline, right
        )
        self.scores_dock = self._dock("scores", tr("Scores"), self.panels.scores, right)
        self.panels.scores.wanted.connect(self.show_scores)
        window.setDockNestingEnabled(True)
        window.tabifyDockWidget(self.list_dock, self.guideline_dock)
        window.tabifyDockWidget(self.guideline_dock, self.scores_dock)
        self._narrow = False
        self._put_away = False
        self._default_sizes()

    @property
    def side_docks(self) -> tuple[QDockWidget, ...]:
        """The docks about what is selected."""
        return (
            self.inspector_dock,
            self.list_dock,
            self.guideline_dock,
            self.scores_dock,
        )

    @property
    def docks(self) -> tuple[QDockWidget, ...]:
        """All docks."""
        return self.documents_dock, *self.side_docks

    def _make_article(self) -> QWidget:
        page = ArticlePage(self.panels.palette)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (
            self.header,
            self.panels.palette,
            self.panels.suggestions,
            self.find,
        ):
            column.addWidget(part)
        column.addWidget(self.view, 1)
        return page

    def _dock(
        self, name: str, title: str, widget: QWidget, area: Qt.DockWidgetArea
    ) -> QDockWidget:
        dock = QDockWidget(title, self._window)
        # What the window knows it by again, whatever language it is in then.
        dock.setObjectName(name)
        dock.setWidget(widget)
        self._window.addDockWidget(area, dock)
        dock.hide()
        back = QShortcut(QKeySequence("Esc"), dock, self.view.setFocus)
        back.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        return dock

    def _default_sizes(self) -> None:
        window, across = self._window, Qt.Orientation.Horizontal
        window.resizeDocks(
            [self.documents_dock, self.inspector_dock], [260, 300], across
        )
        down = Qt.Orientation.Vertical
        window.resizeDocks([self.inspector_dock, self.list_dock], [420, 320], down)

    def follow_docks(self, *pairs: tuple[QAction, QDockWidget]) -> None:
        """Let actions be ticked as docks are, however they are shown or hidden."""
        for action, dock in pairs:
            dock.visibilityChanged.connect(partial(_follow, action, dock))

    def show_welcome(self) -> None:
        """Show the welcome screen alone."""
        self.welcome.refresh()
        self._middle.setCurrentWidget(self.welcome)
        for dock in self.docks:
            dock.hide()

    def show_project(self, preferences: Preferences) -> None:
        """Show the docks where they were left."""
        state = preferences.state("docks")
        if state.isEmpty() or not self._window.restoreState(state, STATE_VERSION):
            for dock in self.docks:
                dock.show()
            self.list_dock.raise_()
            self._default_sizes()
        self._narrow = False
        self.fit(self._window.width())

    def remember(self, preferences: Preferences) -> None:
        """Keep where the docks are, unless the welcome screen has hidden them."""
        if self._middle.currentWidget() is not self.welcome:
            if self._put_away:
                self.documents_dock.show()
                self._put_away = False
            state = self._window.saveState(STATE_VERSION)
            preferences.set_state("docks", state)

    def fit(self, width: int) -> None:
        """Put the list of articles away while the window is narrow."""
        if self._middle.currentWidget() is self.welcome:
            return
        dock = self.documents_dock
        if width < NARROW and not self._narrow and not dock.isHidden():
            self._put_away = True
            dock.hide()
        elif width >= NARROW and self._put_away:
            self._put_away = False
            dock.show()
        self._narrow = width < NARROW

    def show_scores(self) -> None:
        """Show the panel of scores, before those that share its place."""
        self.scores_dock.show()
        self.scores_dock.raise_()

    def show_article(self) -> None:
        """Show the article in the middle."""
        self._middle.setCurrentWidget(self._article)

    def show_empty(self) -> None:
        """Show what to do next in the middle."""
        self._middle.setCurrentWidget(self.empty)

    @property
    def shows_article(self) -> bool:
        """Whether the article is in the middle."""
        return self._middle.currentWidget() is self._article


def _follow(action: QAction, dock: QDockWidget, *_: object) -> None:
    blocker = QSignalBlocker(action)
    action.setChecked(not dock.isHidden())
    blocker.unblock()
