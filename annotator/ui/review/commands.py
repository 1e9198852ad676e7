"""The review of agreement from the main window: tasks, and the way to the text."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QFileDialog

from annotator.domain.annotations import Fragment
from annotator.domain.errors import AnnotatorError
from annotator.domain.progress import Progress
from annotator.domain.wording import tr
from annotator.ui import counting
from annotator.ui.errors import present
from annotator.ui.screen import fit_to_screen
from annotator.ui.tasks import Task, run_task, working_pool

if TYPE_CHECKING:
    from annotator.domain.documents import Annotator
    from annotator.services.changes import Changes
    from annotator.services.passages import PassageReader, Snippet
    from annotator.services.project import Project
    from annotator.services.review import Review
    from annotator.services.review_figures import (
        Difference,
        Figure,
        ReviewFigures,
        ReviewRequest,
    )
    from annotator.ui.review.window import ReviewWindow
    from annotator.ui.window.main_window import MainWindow

_WARM_UP_MS = 1500
_SETTLE_MS = 60
"""How long to wait for the next choice before comparing anew."""
_NEWS_MS = 1500
"""How long others must have been quiet before what they did is read."""


class ReviewCommands(QObject):
    """Opens the review in a window of its own.

    The project is read once, on another thread with a connection of its own; then
    each choice makes figures at once, and their intervals a moment later.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._shown: ReviewWindow | None = None
        self._review: Review | None = None
        self._reader: PassageReader | None = None
        self._task: Task | None = None
        self._stale = False
        self._settle = QTimer(self, interval=_SETTLE_MS, singleShot=True)
        self._settle.timeout.connect(self._compare)
        self._news = QTimer(self, interval=_NEWS_MS, singleShot=True)
        self._news.timeout.connect(self._read_news)
        window.project.opened.connect(self._on_project)
        window.project.entered.connect(self._on_entered)
        window.project.imported.connect(self._on_imported)
        window.article.changed.connect(self._on_changed)

    def warm_up_soon(self, project: Project | None) -> None:
        """Read the code of the review when a lead has been there for a moment.

        It brings NumPy along, which takes longer than comparing a thousand articles.
        """
        if project is not None and self._is_lead():
            QTimer.singleShot(_WARM_UP_MS, self, _start_warm_up)

    @property
    def window(self) -> ReviewWindow | None:
        """The window, once it has been opened."""
        return self._shown

    @property
    def running(self) -> bool:
        """Whether something is being read or compared."""
        return self._task is not None or self._settle.isActive()

    def open(self) -> None:
        """Show the review; read the project if it has changed."""
        if self._project is None:
            return
        shown = self._made()
        shown.setWindowTitle(
            tr("Agreement — {stem} — Annotator", stem=self._project.path.stem)
        )
        fit_to_screen(shown)
        shown.show()
        shown.raise_()
        shown.activateWindow()
        if not self._is_lead():
            shown.choices.hide()
            shown.say(
                tr("Only the lead sees how far annotators agree"),
                tr(
                    "Annotators work without seeing each other’s annotations, so that"
                    " none of them is led by another."
                ),
            )
            return
        shown.choices.show()
        if self._review is None or self._stale:
            self.read()

    def read(self) -> None:
        """Read what has been annotated, and compare."""
        project, shown = self._project, self._shown
        if project is None or shown is None:
            return
        self.stop()
        self._stale = False
        shown.choices.show_working(tr("Reading the layers…"))
        self._start(partial(_load, project.path), self._on_read)

    def stop(self) -> None:
        """Stop what is under way; it never arrives."""
        self._settle.stop()
        task, self._task = self._task, None
        if task is not None:
            task.cancel()

    # -- tasks -------------------------------------------------------------

    def _start(
        self, call: Callable[[Progress], object], done: Callable[[Any], None]
    ) -> None:
        task = Task(call, self)
        self._task = task
        task.progressed.connect(partial(self._on_progress, task))
        task.succeeded.connect(partial(self._on_done, task, done))
        task.failed.connect(partial(self._on_failed, task))
        task.start(working_pool())

    def _on_progress(self, task: Task, done: int, total: int) -> None:
        if task is self._task and self._shown is not None and total:
            self._shown.choices.show_working(tr("Reading the layers…"), done, total)

    def _on_done(self, task: Task, done: Callable[[Any], None], value: Any) -> None:
        if task is self._task:
            self._task = None
            done(value)

    def _on_failed(self, task: Task, error: Exception) -> None:
        if task is not self._task or self._shown is None:
            return
        self._task = None
        self._shown.say(tr("Nothing was compared"), str(error))
        if not isinstance(error, AnnotatorError):
            present(self._shown, error)

    def _on_read(self, review: Review) -> None:
        shown = self._shown
        if shown is None:
            return
        self._review = review
        shown.people.gamma.forget()
        kinds = [
            (kind.name, kind.title, review.labels(kind.name))
            for kind in review.schema.kinds
            if kind.name in review.kinds
        ]
        shown.choices.set_kinds(kinds, review.names)
        if len(review.names) < 2 or not kinds:
            shown.say(
                tr("Nobody has annotated the same article yet"),
                tr(
                    "Agreement is measured on articles that two annotators or more have"
                    " annotated. Give several people the same articles, and look again"
                    " when they have set them to done."
                ),
            )
            return
        self._compare()

    def _compare(self) -> None:
        """Make the figures of what is chosen, in place of what is being made."""
        review, shown = self._review, self._shown
        if review is None or shown is None:
            return
        self.stop()
        request = shown.choices.request()
        shown.choices.show_working(tr("Comparing…"))
        self._start(partial(_figures, review, request, False), self._on_figures)

    def _on_figures(self, figures: ReviewFigures) -> None:
        """Show figures, then go on to their intervals."""
        self._show_figures(figures)
        review = self._review
        if review is None or not figures.comparable:
            return
        call = partial(_figures, review, figures.request, True)
        self._start(call, partial(self._show_figures, more=True))

    def _show_figures(self, figures: ReviewFigures, *, more: bool = False) -> None:
        review, shown = self._review, self._shown
        if review is not None and shown is not None:
            find = partial(review.passages, figures.request)
            shown.show_figures(
                figures, review.schema, find, self._read_words, more=more
            )

    def _read_words(self, found: Difference) -> Snippet:
        from annotator.services.passages import PassageReader

        if self._reader is None:
            assert self._project is not None  # noqa: S101 - passages are a project's
            self._reader = PassageReader(self._project)
        return self._reader.snippet(found.document_id, found.fragments)

    def _on_stop(self) -> None:
        self.stop()
        if self._shown is not None:
            self._shown.choices.show_state(tr("Stopped."))

    def _compute_gamma(self) -> None:
        project, shown = self._project, self._shown
        figures = shown.figures if shown is not None else None
        if project is not None and shown is not None and figures is not None:
            call = partial(_gamma, project.path, figures.request, figures.names)
            shown.people.gamma.compute(call)

    # -- the report --------------------------------------------------------

    def ask_report(self) -> None:
        """Ask where to write the report of what is shown."""
        project, shown = self._project, self._shown
        if project is None or shown is None or shown.figures is None:
            return
        proposed = project.path.with_name(f"{project.path.stem}-agreement.html")
        dialog = QFileDialog(
            shown, tr("Write the report"), str(proposed), tr("HTML (*.html)")
        )
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("html")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._write_chosen)
        dialog.open()

    def _write_chosen(self, chosen: str) -> None:
        self.write_report(Path(chosen))

    def write_report(self, path: Path) -> None:
        """Write the figures of every kind, by the same choices, to a page."""
        review, shown = self._review, self._shown
        if review is not None and shown is not None:
            call = partial(_report, review, shown.choices.request(), path)
            run_task(shown, tr("Writing the report…"), call, self._on_written)

    def _on_written(self, files: list[Path]) -> None:
        if self._shown is not None:
            tables = counting.tables(len(files) - 1)
            self._shown.choices.show_state(
                tr(
                    "Written: {files}, and {tables} beside it.",
                    files=files[0],
                    tables=tables,
                )
            )

    # -- in step with the main window --------------------------------------

    @property
    def _project(self) -> Project | None:
        return self._window.project.project

    def _is_lead(self) -> bool:
        person = self._window.project.annotator
        return person is not None and person.lead

    def _on_project(self, project: Project | None) -> None:
        self.stop()
        self._news.stop()
        self._review = self._reader = None
        if self._shown is not None:
            self._shown.clear()
            self._shown.close()

    def _on_entered(self, _person: Annotator) -> None:
        """Put the figures away when somebody else sits down."""
        if not self._is_lead():
            self._on_project(self._project)

    def _on_imported(self, _report: object) -> None:
        """Read anew what is on the screen; layers have come in."""
        self._stale = True
        self._read_news()

    def _on_changed(self, changes: Changes) -> None:
        """Remember that what was read is not what there is any more.

        What somebody else did, and what came into the bin or out of it, is read
        without being asked for; one's own steps would be read at each of them.
        """
        if changes.change is None and not changes.documents:
            return
        self._stale = True
        if changes.change is None or changes.binned:
            self._news.start()

    def _read_news(self) -> None:
        shown = self._shown
        if self._stale and shown is not None and shown.isVisible() and self._is_lead():
            self.read()

    def _made(self) -> ReviewWindow:
        if self._shown is not None:
            return self._shown
        from annotator.ui.review.window import ReviewWindow

        shown = ReviewWindow()
        shown.choices.changed.connect(self._settle.start)
        shown.choices.again.connect(self.read)
        shown.choices.stopped.connect(self._on_stop)
        shown.choices.report_wanted.connect(self.ask_report)
        shown.people.gamma.wanted.connect(self._compute_gamma)
        shown.unfinished_wanted.connect(self._take_unfinished)
        shown.opened.connect(self.show)
        self._window.destroyed.connect(shown.deleteLater)
        self._shown = shown
        return shown

    def _take_unfinished(self) -> None:
        if self._shown is not None:
            self._shown.choices.unfinished.setChecked(True)
            self._compare()

    # -- the way to the text -----------------------------------------------

    def show(self, found: Difference) -> None:
        """Open the article of a passage, all layers one under another."""
        fragments = found.fragments
        place = Fragment(fragments[0].start, fragments[-1].end)
        self._window.adjudication.show(found.document_id, place)


def _start_warm_up() -> None:
    working_pool().start(_import_review)


def _import_review() -> None:
    import annotator.services.review  # only to have them read
    import annotator.ui.review.window  # noqa: F401

    # NumPy reads this part of itself when it is first asked for.
    importlib.import_module("numpy.ma")


def _load(path: Path, progress: Progress) -> Review:
    from annotator.services.review import Review

    return Review.load(path, progress)


def _gamma(
    path: Path, request: ReviewRequest, names: tuple[str, ...], progress: Progress
) -> Figure:
    from annotator.services.review_gamma import gamma_aside

    return gamma_aside(path, request, names, progress)


def _report(
    review: Review, request: ReviewRequest, path: Path, progress: Progress
) -> list[Path]:
    from annotator.services.review_report import write_report

    return write_report(review, request, path, progress)


def _figures(
    review: Review,
    request: ReviewRequest,
    with_intervals: bool,  # noqa: FBT001 - for partial
    progress: Progress,
) -> ReviewFigures:
    return review.figures(request, with_intervals=with_intervals, progress=progress)
