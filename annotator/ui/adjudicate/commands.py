"""Opening the window of settling from the main window, and keeping both in step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from annotator.domain.annotations import Fragment
from annotator.domain.wording import tr
from annotator.ui.screen import fit_to_screen
from annotator.ui.theme import ThemeKeeper

if TYPE_CHECKING:
    from annotator.domain.documents import Annotator
    from annotator.services.changes import Changes
    from annotator.services.project import Project
    from annotator.ui.adjudicate.window import AdjudicationWindow
    from annotator.ui.window.main_window import MainWindow


class AdjudicationCommands(QObject):
    """Lets the lead settle differences; whoever is no lead sees nobody's layers."""

    def __init__(self, window: MainWindow, keeper: ThemeKeeper) -> None:
        super().__init__(window)
        self._window = window
        self._keeper = keeper
        self._shown: AdjudicationWindow | None = None
        window.project.opened.connect(self._on_project)
        window.project.entered.connect(self._on_entered)
        window.project.imported.connect(self._on_imported)
        window.article.changed.connect(self._on_changed)

    @property
    def shown(self) -> AdjudicationWindow | None:
        """The window, while it is open."""
        return self._shown

    def open(self) -> None:
        """Show the window, at the open article if it can be settled."""
        shown = self._shown
        if shown is not None:
            shown.reload()
        else:
            shown = self._make()
        if shown is None:
            return
        opened = self._window.article.document
        listed = shown.documents.documents
        if opened is not None and listed.row_of(opened.document.id) >= 0:
            shown.open(opened.document.id)
        self._raise(shown)

    def show(self, document_id: str, place: Fragment | None = None) -> None:
        """Show one article's differences, the one at a place first.

        Args:
            document_id: The article.
            place: Where; None for the first that is open.
        """
        shown = self._shown or self._make()
        if shown is not None:
            shown.open(document_id, place)
            self._raise(shown)

    def _make(self) -> AdjudicationWindow | None:
        project, person = self._window.project.project, self._window.project.annotator
        if project is None or person is None or not person.lead:
            hint = tr("Only the lead of a project settles differences.")
            self._window.parts.status.show_hint(hint)
            return None
        if project.handout_for() is not None:
            hint = tr(
                "This is a handout; differences are settled in the lead’s project."
            )
            self._window.parts.status.show_hint(hint)
            return None
        from annotator.ui.adjudicate.window import AdjudicationWindow

        window = self._window
        zoom = window.parts.view.zoom()
        shown = AdjudicationWindow(project, person, self._keeper, zoom)
        shown.setWindowIcon(window.windowIcon())
        shown.settled.connect(self._on_settled)
        shown.closed.connect(self._on_closed)
        self._shown = shown
        return shown

    def _raise(self, shown: AdjudicationWindow) -> None:
        fit_to_screen(shown)
        shown.show()
        shown.raise_()
        shown.activateWindow()

    def _on_settled(self, changes: Changes) -> None:
        """Show what was settled, should the main window have gold on its desk."""
        from annotator.services.project import GOLD

        desk = self._window.article.desk
        if desk is None or desk.annotator.name != GOLD or changes.change is None:
            return
        if desk.opened is not None:
            self._window.documents.open(desk.opened.document.id)
        self._window.documents.refresh(everything=True)

    def _on_changed(self, changes: Changes) -> None:
        """Let the window take in what was done in the main one."""
        if self._shown is not None and (changes.documents or changes.schema):
            self._shown.article.catch_up(beside=True)

    def _on_closed(self) -> None:
        # Left alone it would go on looking at a project that may be closed soon.
        self._leave()

    def _on_imported(self, _report: object) -> None:
        if self._shown is not None:
            self._shown.reload()

    def _on_entered(self, person: Annotator) -> None:
        if not person.lead:
            self._leave()

    def _on_project(self, project: Project | None) -> None:
        if project is None:
            self._leave()

    def _leave(self) -> None:
        shown, self._shown = self._shown, None
        if shown is not None:
            shown.leave()
            shown.deleteLater()
