"""Evaluating suggestions from the window: the dock, the task, the way to the text."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QDockWidget

from annotator.domain.annotations import Suggestion
from annotator.domain.errors import AnnotatorError
from annotator.domain.progress import Progress
from annotator.domain.wording import tr
from annotator.ui.errors import present
from annotator.ui.tasks import Task, working_pool
from annotator.ui.window.bottom_panel import dock_below, show_place

if TYPE_CHECKING:
    from annotator.services.changes import Changes
    from annotator.services.evaluation import (
        Evaluation,
        EvaluationRequest,
        Passage,
    )
    from annotator.services.passages import PassageReader, Snippet
    from annotator.services.project import Project
    from annotator.ui.window.evaluation_panel import EvaluationPanel
    from annotator.ui.window.main_window import MainWindow

"""How high the dock is at first, and at most of the window's height."""

RETRY_MS = 1000
"""How long after a step to look whether there is something to compare now."""


class EvaluationCommands(QObject):
    """Opens the evaluation below the article and keeps it in step with the project.

    The comparison runs on another thread with a connection of its own; figures that
    are there stay until new ones come.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._dock: QDockWidget | None = None
        self._panel: EvaluationPanel | None = None
        self._task: Task | None = None
        self._reader: PassageReader | None = None
        self._retry = QTimer(self, interval=RETRY_MS, singleShot=True)
        self._retry.timeout.connect(self.run)
        window.project.opened.connect(self._on_project)
        window.article.changed.connect(self._on_changed)
        window.suggesting.listed.connect(self._on_news)

    @property
    def panel(self) -> EvaluationPanel | None:
        """The panel, once it has been opened."""
        return self._panel

    @property
    def running(self) -> bool:
        """Whether a comparison is under way."""
        return self._task is not None

    def open(self) -> None:
        """Show the evaluation, and compare what is chosen."""
        if self._project is None:
            return
        panel = self._made()
        assert self._dock is not None  # noqa: S101 - made with the panel
        self._dock.show()
        self._dock.raise_()
        panel.tree.setFocus()
        self.run()

    def run(self) -> None:
        """Compare what is chosen, in place of what is being compared."""
        project, panel = self._project, self._panel
        viewer = self._window.project.annotator
        if project is None or panel is None or viewer is None:
            return
        from annotator.services.evaluating import evaluation_choices

        self.stop()
        self._retry.stop()
        choices = evaluation_choices(project, viewer)
        panel.bar.set_choices(choices, viewer.name)
        if not choices.pipelines:
            panel.advise_suggestions()
        elif not choices.layers:
            panel.advise_layers()
        else:
            self._start(project.path, panel.bar.request())

    def stop(self) -> None:
        """Stop the comparison under way; its figures never come."""
        task, self._task = self._task, None
        if task is not None:
            task.cancel()

    # -- the task ----------------------------------------------------------

    def _start(self, path: Path, request: EvaluationRequest) -> None:
        task = Task(partial(_evaluate, path, request), self)
        self._task = task
        task.progressed.connect(partial(self._on_progress, task))
        task.succeeded.connect(partial(self._on_done, task))
        task.failed.connect(partial(self._on_failed, task))
        if self._panel is not None:
            self._panel.bar.show_working(0, 0)
        task.start(working_pool())

    def _on_progress(self, task: Task, done: int, total: int) -> None:
        if task is self._task and self._panel is not None:
            self._panel.bar.show_working(done, total)

    def _on_done(self, task: Task, evaluation: Evaluation) -> None:
        project, panel = self._project, self._panel
        if task is not self._task or project is None or panel is None:
            return
        self._task = None
        panel.show_evaluation(evaluation, project.schema, self._read)

    def _on_failed(self, task: Task, error: Exception) -> None:
        if task is not self._task or self._panel is None:
            return
        self._task = None
        self._panel.show_failure(str(error))
        if not isinstance(error, AnnotatorError):
            present(self._window, error)

    def _on_stop(self) -> None:
        self.stop()
        if self._panel is not None:
            self._panel.show_stopped()

    def _read(self, passage: Passage) -> Snippet:
        from annotator.services.passages import PassageReader

        if self._reader is None:
            assert self._project is not None  # noqa: S101 - passages are a project's
            self._reader = PassageReader(self._project)
        return self._reader.snippet(passage.document_id, passage.fragments)

    # -- in step with the window -------------------------------------------

    @property
    def _project(self) -> Project | None:
        return self._window.project.project

    def _on_project(self, project: Project | None) -> None:
        self.stop()
        self._retry.stop()
        self._reader = None
        if self._panel is not None:
            self._panel.clear()
        if self._dock is not None and project is None:
            self._dock.hide()

    def _on_changed(self, changes: Changes) -> None:
        if changes.change or changes.suggestions:
            self._on_news()

    def _on_news(self) -> None:
        """Go on as soon as there is something to compare; else say what is old."""
        if self._panel is None or self._dock is None or self._dock.isHidden():
            return
        if not self._panel.has_figures:
            self._retry.start()
        elif self._task is None:
            self._panel.show_stale()

    def _made(self) -> EvaluationPanel:
        if self._panel is not None:
            return self._panel
        from annotator.ui.window.evaluation_panel import EvaluationPanel

        window = self._window
        panel = EvaluationPanel()
        dock = dock_below(window, panel, tr("Evaluation"), "evaluation")
        panel.wanted.connect(self.run)
        panel.stopped.connect(self._on_stop)
        panel.suggest_wanted.connect(window.suggesting.start)
        panel.passage_shown.connect(self.show)
        panel.passage_entered.connect(self.enter)
        self._dock, self._panel = dock, panel
        return panel

    # -- the way to the text -----------------------------------------------

    def enter(self, passage: Passage) -> None:
        """Show a passage and go on in the article."""
        self.show(passage)
        self._window.parts.view.setFocus()

    def show(self, passage: Passage) -> None:
        """Open the article of a passage, its annotation or suggestion selected.

        What the article does not show, for it is another's, decided on or below the
        least score, is selected as text.
        """
        show_place(
            self._window,
            passage.document_id,
            passage.fragments,
            partial(self._mark_of, passage),
        )

    def _mark_of(self, passage: Passage) -> str | None:
        """Return the id of what the article shows of a passage."""
        article = self._window.article
        if article.item(passage.annotation_id) is not None:
            return passage.annotation_id
        item = article.item(passage.suggestion_id)
        opened = article.document
        if not isinstance(item, Suggestion) or opened is None:
            return None
        verdict = opened.layer.verdicts.get(item.id)
        if verdict is not None:
            known = article.item(verdict.annotation_id) is not None
            return verdict.annotation_id if known else None
        shown = {s.id for s in self._window.review.shown_suggestions()}
        return item.id if item.id in shown else None


def _evaluate(path: Path, request: EvaluationRequest, progress: Progress) -> Evaluation:
    from annotator.services.evaluating import evaluate

    return evaluate(path, request, progress)
