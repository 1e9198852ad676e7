"""The main window: puts the parts together and lets them know of one another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QMainWindow

from annotator.domain.errors import AnnotatorError
from annotator.domain.wording import tr
from annotator.ui.actions import Fact
from annotator.ui.adjudicate.commands import AdjudicationCommands
from annotator.ui.adjudicate.overruled_commands import OverruledCommands
from annotator.ui.article_desk import ArticleDesk
from annotator.ui.article_moves import ArticleMoves
from annotator.ui.errors import present
from annotator.ui.importing.dropped import places_in
from annotator.ui.marking import MarkingController
from annotator.ui.people.commands import PeopleCommands
from annotator.ui.people.exchange import ExchangeCommands
from annotator.ui.review.commands import ReviewCommands
from annotator.ui.reviewing import ReviewController
from annotator.ui.scoring import ScoreKeeper
from annotator.ui.suggestion_card import SuggestionCard
from annotator.ui.theme import ThemeKeeper
from annotator.ui.welcome import RecentProjects
from annotator.ui.window.action_set import ActionSet
from annotator.ui.window.activity import ActivityWatch
from annotator.ui.window.appearance import Appearance
from annotator.ui.window.background import BackgroundSuggestions
from annotator.ui.window.bin_commands import BinCommands
from annotator.ui.window.care import CareCommands
from annotator.ui.window.context_menu import ContextMenus
from annotator.ui.window.dialog_commands import DialogCommands
from annotator.ui.window.document_commands import DocumentCommands
from annotator.ui.window.evaluation_commands import EvaluationCommands
from annotator.ui.window.export_commands import ExportCommands
from annotator.ui.window.facts import facts_of
from annotator.ui.window.list_commands import ListCommands
from annotator.ui.window.outside import OutsideWatch
from annotator.ui.window.panel_link import PanelLink
from annotator.ui.window.preferences import Preferences
from annotator.ui.window.project_commands import ProjectCommands
from annotator.ui.window.schema_commands import SchemaCommands
from annotator.ui.window.settings_commands import SettingsCommands
from annotator.ui.window.workspace import Workspace
from annotator.ui.zoning import ZoneCommands

if TYPE_CHECKING:
    from annotator.services.changes import Changes
    from annotator.services.project import Project
    from annotator.services.steps import OpenDocument

PLACE_DELAY_MS = 1500
DEFAULT_SIZE = (1400, 900)
LEAST_SIZE = (720, 480)


class MainWindow(QMainWindow):
    """The program's one window.

    Everything it shows of a project is on disk: there is nothing to save, and
    closing it asks nothing.

    Signals:
        first_painted: The window has been painted for the first time.
    """

    first_painted = Signal()

    def __init__(
        self,
        preferences: Preferences,
        keeper: ThemeKeeper,
        recent: RecentProjects,
        annotator: str | None = None,
    ) -> None:
        """Make the window.

        Args:
            preferences: What it remembers.
            keeper: Light or dark.
            recent: Projects opened before.
            annotator: Who is working; None for whoever was last.
        """
        super().__init__()
        self._preferences = preferences
        self._keeper = keeper
        self._painted = False
        if annotator:
            preferences.annotator = annotator
        self.parts = Workspace(self, recent)
        view = self.parts.view
        self.article = ArticleDesk(view, self)
        self.review = ReviewController(self.article, self)
        self.marking = MarkingController(self.article, self.review, self)
        self.project = ProjectCommands(self, preferences, recent, annotator)
        self.zones = ZoneCommands(self.article, self)
        self.documents = DocumentCommands(self.article, self.parts.documents, self)
        self.suggesting = BackgroundSuggestions(self.article, self)
        self.appearance = Appearance(self, view, keeper, preferences)
        self.settings = SettingsCommands(self, preferences, self.appearance)
        self.dialogs = DialogCommands(self, preferences)
        self._make_commands(keeper)
        self._panel_link = PanelLink(
            self.article, self.marking, self.review, self.parts.panels, self
        )
        self.scores = ScoreKeeper(
            self.article, self.review, self.parts.panels.scores, self
        )
        SuggestionCard(self.article, self)
        ActivityWatch(self.article, self)
        OutsideWatch(self.article, self)
        self.actions_ = ActionSet(self, view, self._owners())
        self._menus = ContextMenus(self.article, self.marking, self.actions_, self)
        self._place_timer = QTimer(self, interval=PLACE_DELAY_MS, singleShot=True)
        self._facts: frozenset[Fact] | None = None
        self.actions_.set_bindings(preferences.keys)
        self.review.blinded.connect(self.parts.documents.set_blind)
        self.review.set_blind(preferences.blind)
        self._build()
        self._connect_parts()
        self._connect_article()
        self.show_welcome()

    def _make_commands(self, keeper: ThemeKeeper) -> None:
        """Make what opens windows and dialogs of their own."""
        self.evaluation = EvaluationCommands(self)
        self.exporting = ExportCommands(self)
        self.adjudication = AdjudicationCommands(self, keeper)
        self.overruled = OverruledCommands(self)
        self.agreement = ReviewCommands(self)
        self.people = PeopleCommands(self)
        self.exchange = ExchangeCommands(self)
        self.care = CareCommands(self, self._preferences)
        self.bin = BinCommands(self)
        self.listed = ListCommands(self)
        self.schema = SchemaCommands(self)

    def _owners(self) -> dict[str, object]:
        """Return whom the handlers of the table of actions name."""
        return {
            "window": self,
            "dialogs": self.dialogs,
            "project": self.project,
            "article": self.article,
            "marking": self.marking,
            "review": self.review,
            "moves": ArticleMoves(self.parts.view),
            "documents": self.documents,
            "suggesting": self.suggesting,
            "appearance": self.appearance,
            "settings": self.settings,
            "pipeline": self.settings.pipeline,
            "find": self.parts.find,
            "evaluation": self.evaluation,
            "exporting": self.exporting,
            "adjudication": self.adjudication,
            "overruled": self.overruled,
            "agreement": self.agreement,
            "people": self.people,
            "exchange": self.exchange,
            "care": self.care,
            "bin": self.bin,
            "schema": self.schema,
            "scores": self.parts.panels.scores,
            "zones": self.zones,
        }

    def _build(self) -> None:
        self.setAcceptDrops(True)
        self.setMinimumSize(*LEAST_SIZE)
        self.actions_.fill(self.menuBar())
        self.parts.header.add_toolbar(self.actions_.toolbar())
        self.actions_["snap"].setChecked(self._preferences.characters)
        parts = self.parts
        self.appearance.set_docks(parts.documents_dock, parts.side_docks)
        parts.follow_docks(
            (self.actions_["toggle_documents"], parts.documents_dock),
            (self.actions_["toggle_side"], parts.inspector_dock),
        )
        geometry = self._preferences.state("geometry")
        if geometry.isEmpty() or not self.restoreGeometry(geometry):
            self.resize(*DEFAULT_SIZE)

    def _connect_parts(self) -> None:
        parts, project = self.parts, self.project
        parts.welcome.new_requested.connect(project.new)
        parts.welcome.open_requested.connect(project.choose)
        parts.welcome.demo_requested.connect(project.demo)
        parts.welcome.project_chosen.connect(project.open_path)
        parts.empty.pressed.connect(project.import_files)
        parts.documents.import_requested.connect(project.import_files)
        parts.documents.files_dropped.connect(self.exchange.take_files)
        parts.header.status_chosen.connect(self.documents.set_status)
        parts.find.searched.connect(self.article.facts_changed)
        bar = parts.panels.suggestions
        bar.cancel_requested.connect(self.suggesting.stop)
        bar.retry_requested.connect(self.suggesting.start)
        self.suggesting.progressed.connect(self._on_progress)
        self.suggesting.stopped.connect(self._on_stopped)
        self.suggesting.listed.connect(self._refresh_list)
        self.suggesting.listed.connect(self.scores.refresh)
        project.opened.connect(self._on_project)
        project.opening.connect(self._on_opening)
        project.imported.connect(self._on_imported)
        self.documents.shown.connect(self.suggesting.urgent)
        self.documents.listed.connect(parts.documents_dock.show)
        self.appearance.changed.connect(self._show_look)
        self.appearance.settings_wanted.connect(self.settings.open)
        self._keeper.changed.connect(self._redraw)
        self.settings.annotator_changed.connect(self._change_annotator)
        project.entered.connect(self._sit_down)
        self.settings.pipeline_changed.connect(self._restart_suggesting)
        self.suggesting.untrusted.connect(self.settings.pipeline.ask)
        parts.status.snap.clicked.connect(self.actions_["snap"].toggle)
        parts.status.zoom.clicked.connect(self.appearance.zoom_reset)
        parts.status.who.clicked.connect(project.choose_annotator)

    def _connect_article(self) -> None:
        article, view = self.article, self.parts.view
        article.opened.connect(self._on_document)
        article.changed.connect(self._on_changed)
        article.hint.connect(self.parts.status.show_hint)
        article.failed.connect(self._on_failed)
        article.facts_changed.connect(self.update_actions)
        view.selection_changed.connect(self._show_position)
        view.selection_changed.connect(self._place_timer.start)
        view.mark_selected.connect(self._place_timer.start)
        view.menu_requested.connect(self._menus.open)
        self.actions_.key_pressed.connect(self.marking.press)
        self.actions_.sticky_pressed.connect(self.marking.press_sticky)
        self._place_timer.timeout.connect(article.keep_places)

    # -- projects ----------------------------------------------------------

    def show_welcome(self) -> None:
        """Show the welcome screen."""
        self.parts.show_welcome()
        self.parts.status.hide()
        self.setWindowTitle(tr("Annotator"))
        self.update_actions()

    def expect_project(self, sentence: str) -> None:
        """Say that a project is about to be opened, instead of the welcome screen."""
        self.parts.empty.show_opening(sentence)
        self.parts.show_empty()

    def _on_opening(self, sentence: str) -> None:
        if self.project.project is not None:
            self.parts.status.show_hint(sentence)
        elif sentence:
            self.expect_project(sentence)
        else:
            self.show_welcome()

    def _on_project(self, project: Project | None) -> None:
        if project is None:
            self._leave()
            self.show_welcome()
            return
        self.parts.status.show()
        self.parts.show_project(self._preferences)
        self._sit_down()

    def _sit_down(self) -> None:
        """Let the annotator begin, or somebody else go on."""
        project, person = self.project.project, self.project.annotator
        if project is None or person is None:
            return
        from annotator.services.desk import Desk

        self.article.keep_places()
        self.suggesting.set_project(None, everything=False)
        desk = Desk(project, person)
        self.article.set_desk(desk)
        self._take_schema()
        self.setWindowTitle(
            tr("{stem} — {name} — Annotator", stem=project.path.stem, name=person.name)
        )
        self.parts.status.who.setText(person.name)
        self.parts.status.show_all_saved()
        self._show_look()
        self.documents.set_desk(desk)
        self._show_middle()
        self._restart_suggesting()
        self._name_history()
        self.update_actions()

    def _change_annotator(self) -> None:
        self.project.enter(self._preferences.annotator)

    def _take_schema(self) -> None:
        project = self.project.project
        if project is not None:
            self.article.set_schema()
            self._panel_link.set_schema(project.schema)
            self.actions_.set_schema(project.schema)

    def _restart_suggesting(self) -> None:
        self.suggesting.set_project(
            self.project.project, everything=self._preferences.suggest
        )

    def _on_imported(self, _report: object) -> None:
        self._take_schema()
        self.documents.refresh(everything=True)
        if self.article.document is None:
            self.documents.open_first()
        else:
            self.documents.open(self.article.document.document.id)
        self._show_middle()
        self.suggesting.rescan()
        self.parts.status.show_saved()

    def _leave(self) -> None:
        """Put everything down before a project closes."""
        self.parts.panels.inspector.commit_note()
        self.article.keep_places()
        self._place_timer.stop()
        self.parts.remember(self._preferences)
        self.suggesting.set_project(None, everything=False)
        self.documents.set_desk(None)
        self.article.set_desk(None)
        self.actions_.set_schema(None)
        self.parts.status.clear()

    def _show_middle(self) -> None:
        library = self.documents.library
        if self.article.document is not None:
            self.parts.show_article()
            self.parts.view.setFocus()
            return
        if library is not None and library.count():
            self.parts.empty.show_none_open()
        else:
            self.parts.empty.show_no_articles()
        self.parts.show_empty()

    # -- the open article --------------------------------------------------

    def _on_document(self, opened: OpenDocument | None) -> None:
        if opened is None:
            return
        self._place_timer.start()
        document = opened.document
        self.parts.header.show_document(document.details, document.text)
        self.parts.header.show_status(opened.layer.status)
        self.parts.find.set_text(document.text)
        self._show_position()
        if not self.parts.shows_article:
            self._show_middle()

    def _on_changed(self, changes: Changes) -> None:
        """Refresh whatever a change touches: the one way for do, undo, redo."""
        opened = self.article.document
        if opened is not None:
            self.parts.header.show_status(opened.layer.status)
        if changes.change is not None:
            self.parts.status.show_saved()
            self.parts.status.show_hint("")
        if changes.schema:
            self._take_schema()
            self.article.redraw()
        if changes.documents or changes.suggestions:
            outside = changes.reread or changes.document_id is None
            many = changes.binned or changes.several
            self.documents.refresh(everything=outside or many)
        if changes.binned:
            self.suggesting.rescan()
            self._show_middle()
        if changes.zones or changes.language:
            # What came out of a zone, or is in another language, is to be seen by
            # the pipeline, or no more.
            self.suggesting.urgent(str(changes.document_id))
        if changes.language and opened is not None:
            self.parts.header.show_document(
                opened.document.details, opened.document.text
            )
        self._name_history()

    def _on_failed(self, error: AnnotatorError) -> None:
        self.parts.status.show_failed(str(error))
        present(self, error)

    def _refresh_list(self) -> None:
        self.documents.refresh(everything=True)

    def _on_progress(self, done: int, total: int) -> None:
        self.parts.status.show_worker(done, total)
        bar = self.parts.panels.suggestions
        if done < total:
            bar.set_working(done, total)
        else:
            bar.set_idle()

    def _on_stopped(self, reason: str) -> None:
        self.parts.status.show_worker(0, 0)
        bar = self.parts.panels.suggestions
        if reason:
            bar.set_error(reason)
        else:
            bar.set_idle()

    def _show_position(self) -> None:
        self.parts.status.show_position(self.article)

    def _show_look(self) -> None:
        self.parts.status.show_look(
            self._preferences.zoom, characters=self._preferences.characters
        )

    def _redraw(self) -> None:
        """Draw for the other theme what does not do so by itself."""
        self.actions_.repaint_swatches()
        opened = self.article.document
        if opened is not None:
            self.parts.header.show_status(opened.layer.status)
        self.parts.status.redraw()

    def update_actions(self) -> None:
        """Enable what can be done now.

        At once, not when the window is idle: the next key may be there already.
        """
        waiting = self.review.open_count()
        self.parts.status.show_pending(waiting)
        searched = bool(self.parts.find.found)
        facts = facts_of(self.article, self.marking, waiting=waiting, searched=searched)
        if facts != self._facts:
            self._facts = facts
            self.actions_.update_enabled(facts)

    def _name_history(self) -> None:
        self.actions_.name_history(self.article.undo_name, self.article.redo_name)

    # -- Qt ----------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell once that there is something to look at."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            self.parts.status.show_hint(" ".join(self._preferences.problems))
            # Not from within the event: the window is to be on the screen first.
            QTimer.singleShot(0, self.first_painted.emit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make room for the article in a narrow window."""
        super().resizeEvent(event)
        self.parts.fit(event.size().width())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files, folders and links while a project is open."""
        if self.project.project is not None and places_in(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Import or merge what was dropped."""
        places = places_in(event.mimeData())
        if places:
            event.acceptProposedAction()
            self.exchange.take_files(places)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember how the window looks and close the project."""
        self._preferences.set_state("geometry", self.saveGeometry())
        self.project.close()
        super().closeEvent(event)
