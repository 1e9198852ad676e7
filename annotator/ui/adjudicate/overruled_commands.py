"""Showing annotators where their work was settled otherwise."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDockWidget

from annotator.domain.progress import Progress
from annotator.domain.wording import tr
from annotator.ui.errors import present
from annotator.ui.tasks import Task, working_pool

if TYPE_CHECKING:
    from annotator.domain.documents import Annotator
    from annotator.services.overruled import Overruled
    from annotator.services.project import Project
    from annotator.ui.adjudicate.overruled_panel import OverruledPanel
    from annotator.ui.window.main_window import MainWindow


class OverruledCommands(QObject):
    """Opens the list below the article; places are found on another thread."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._dock: QDockWidget | None = None
        self._panel: OverruledPanel | None = None
        self._task: Task | None = None
        window.project.opened.connect(self._on_project)
        window.project.entered.connect(self._on_entered)

    @property
    def panel(self) -> OverruledPanel | None:
        """The list, once it has been opened."""
        return self._panel

    @property
    def running(self) -> bool:
        """Whether places are being looked for."""
        return self._task is not None

    def open(self) -> None:
        """Show the list, read anew."""
        project, person = self._window.project.project, self._window.project.annotator
        if project is None or person is None:
            return
        panel = self._made()
        assert self._dock is not None  # noqa: S101 - made with the panel
        self._dock.show()
        self._dock.raise_()
        panel.show_looking()
        self._stop()
        task = Task(partial(_find, project.path, person), self)
        self._task = task
        task.succeeded.connect(partial(self._on_found, task))
        task.failed.connect(partial(self._on_failed, task))
        task.start(working_pool())

    def _made(self) -> OverruledPanel:
        if self._panel is not None:
            return self._panel
        from annotator.ui.adjudicate.overruled_panel import OverruledPanel

        window = self._window
        panel = OverruledPanel()
        dock = QDockWidget(tr("Settled otherwise"), window)
        dock.setObjectName("overruled")
        dock.setWidget(panel)
        if not window.restoreDockWidget(dock):
            window.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, dock)
        back = QShortcut(QKeySequence("Esc"), dock, window.parts.view.setFocus)
        back.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        panel.shown.connect(self._show)
        self._dock, self._panel = dock, panel
        return panel

    def _on_found(self, task: Task, found: list[Overruled]) -> None:
        project, panel = self._window.project.project, self._panel
        if task is not self._task or project is None or panel is None:
            return
        self._task = None
        from annotator.services.passages import PassageReader

        names = {str(p.id): p.name for p in project.annotators()}
        panel.show_places(found, project.schema, PassageReader(project).snippet, names)

    def _on_failed(self, task: Task, error: Exception) -> None:
        if task is self._task:
            self._task = None
            present(self._window, error)

    def _show(self, place: Overruled) -> None:
        """Open the article of a place, what the annotator marked there selected."""
        article, view = self._window.article, self._window.parts.view
        opened = article.document
        if opened is None or opened.document.id != place.document_id:
            self._window.documents.open(place.document_id)
        mine = place.mine.id if place.mine is not None else None
        known = mine is not None and article.item(mine) is not None
        view.set_selection(())
        view.select_mark(mine if known else None)
        if not known:
            view.set_caret(place.fragments[0].start)
            view.set_selection(place.fragments)

    def _stop(self) -> None:
        task, self._task = self._task, None
        if task is not None:
            task.cancel()

    def _on_entered(self, _person: Annotator) -> None:
        self._put_away()

    def _on_project(self, _project: Project | None) -> None:
        self._put_away()

    def _put_away(self) -> None:
        self._stop()
        if self._dock is not None and self._panel is not None:
            self._panel.clear()
            self._dock.hide()


def _find(path: Path, person: Annotator, progress: Progress) -> list[Overruled]:
    from annotator.services.overruled import overruled_in

    return overruled_in(path, person, progress)
