"""Suggestions that stream in while the annotator works."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from annotator.domain.ids import DocumentId
from annotator.ui.article_desk import ArticleDesk

if TYPE_CHECKING:
    from annotator.services.project import Project
    from annotator.services.suggesting import Suggester
    from annotator.services.trusting import PipelineFolder

LIST_INTERVAL_MS = 2000
"""The list's counts follow the worker no faster than this."""

PROGRESS_INTERVAL_MS = 100
"""How far the worker is, likewise; and never in the same breath as suggestions."""


class BackgroundSuggestions(QObject):
    """Keeps a ``Suggester`` running for the open project.

    Its thread only emits signals; queued connections bring everything over to
    the window's thread, marked with the run it belongs to.

    Signals:
        progressed: Articles done and in total.
        stopped: Why, in one sentence; "" where somebody asked for it.
        listed: The list's counts of suggestions may be others now.
        untrusted: The ``PipelineFolder`` that the project wants its suggestions
            from and that nobody has allowed; once, and whenever somebody asks for
            suggestions.
    """

    progressed = Signal(int, int)
    stopped = Signal(str)
    listed = Signal()
    untrusted = Signal(object)
    _arrived = Signal(int, object)
    _moved = Signal(int, int, int)
    _failed = Signal(int, str)
    _surveyed = Signal()
    _unknown = Signal(int, object)

    def __init__(self, article: ArticleDesk, window: QWidget) -> None:
        super().__init__(window)
        self._article = article
        self._project: Project | None = None
        self._suggester: Suggester | None = None
        self._everything = True
        self._run = 0
        self._list_timer = QTimer(self, interval=LIST_INTERVAL_MS, singleShot=True)
        self._list_timer.timeout.connect(self.listed)
        self._figures = (0, 0)
        self._progress_timer = QTimer(
            self, interval=PROGRESS_INTERVAL_MS, singleShot=True
        )
        self._progress_timer.timeout.connect(self._tell_progress)
        queued = Qt.ConnectionType.QueuedConnection
        self._arrived.connect(self._on_arrived, queued)
        self._moved.connect(self._on_moved, queued)
        self._failed.connect(self._on_failed, queued)
        self._surveyed.connect(self._list_timer.start, queued)
        self._unknown.connect(self._on_unknown, queued)
        self._asked: set[str] = set()

    @property
    def running(self) -> bool:
        """Whether a pipeline is at work."""
        return self._suggester is not None and self._everything

    def set_project(self, project: Project | None, *, everything: bool) -> None:
        """Work for another project, or for none.

        Args:
            project: The open project.
            everything: Suggest for all articles; otherwise only make the tokens
                of articles that are opened without.
        """
        self._end()
        self._project = project
        if project is not None and everything:
            self._begin(everything=True)

    def start(self) -> None:
        """Suggest for all articles that the pipeline has not seen yet."""
        if self._project is None:
            return
        self._asked.clear()
        if self.running and self._suggester is not None:
            self._suggester.rescan()
        else:
            self._end()
            self._begin(everything=True)

    def stop(self) -> None:
        """Stop suggesting; what was found is kept."""
        if self._project is not None and self.running:
            self._end()
            self.stopped.emit("")

    def urgent(self, document_id: str) -> None:
        """Take the article that was just opened before all others."""
        document = self._article.document
        if self._suggester is not None:
            self._suggester.urgent(DocumentId(document_id))
        elif document is not None and document.tokens is None:
            self._begin(everything=False)

    def rescan(self) -> None:
        """Look for articles that have come since."""
        if self._suggester is not None:
            self._suggester.rescan()

    def _begin(self, *, everything: bool) -> None:
        from annotator.services.suggesting import Suggester, SuggesterEvents

        if self._project is None:
            return
        self._run += 1
        events = SuggesterEvents(
            partial(self._arrived.emit, self._run),
            partial(self._moved.emit, self._run),
            partial(self._failed.emit, self._run),
            self._surveyed.emit,
            untrusted=partial(self._unknown.emit, self._run),
        )
        self._everything = everything
        self._suggester = Suggester(self._project.path, events, everything=everything)
        self._suggester.start()
        document = self._article.document
        if document is not None:
            self._suggester.urgent(document.document.id)

    def _end(self) -> None:
        suggester, self._suggester = self._suggester, None
        self._run += 1
        self._list_timer.stop()
        self._progress_timer.stop()
        if suggester is not None:
            suggester.stop()

    def _on_arrived(self, run: int, documents: frozenset[DocumentId]) -> None:
        if run != self._run:
            return
        document, desk = self._article.document, self._article.desk
        if desk is not None and document and document.document.id in documents:
            self._article.show(desk.reload_suggestions())
        if not self._list_timer.isActive():
            self._list_timer.start()

    def _on_moved(self, run: int, done: int, total: int) -> None:
        if run == self._run:
            self._figures = done, total
            if not self._progress_timer.isActive():
                self._progress_timer.start()

    def _tell_progress(self) -> None:
        self.progressed.emit(*self._figures)

    def _on_failed(self, run: int, sentence: str) -> None:
        if run == self._run:
            self._suggester = None
            self.stopped.emit(sentence[:1].upper() + sentence[1:])

    def _on_unknown(self, run: int, folder: PipelineFolder) -> None:
        if run == self._run and folder.digest not in self._asked:
            self._asked.add(folder.digest)
            self.untrusted.emit(folder)
