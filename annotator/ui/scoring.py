"""Keeps the limits and the counts of the panel of scores true."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from annotator.domain.ids import DocumentId
from annotator.domain.progress import Progress
from annotator.domain.scores import EMPTY, ScoreHistogram
from annotator.ui.article_desk import ArticleDesk
from annotator.ui.panels.scores import ScorePanel
from annotator.ui.reviewing import ReviewController
from annotator.ui.tasks import Task, working_pool

if TYPE_CHECKING:
    from annotator.services.changes import Changes
    from annotator.services.desk import Desk
    from annotator.services.steps import OpenDocument

KEEP_DELAY_MS = 400
"""A limit is written down once the slider has rested for so long."""

AGAIN_INTERVAL_MS = 5000
"""All suggestions are counted no more often than this while a pipeline writes."""


class ScoreKeeper(QObject):
    """Counts in the background what takes long, and the open article itself.

    The file is asked for all other documents only: what is decided in the open one
    is counted from memory, after each verdict and without waiting. Nothing is
    counted while nobody looks at the panel.
    """

    def __init__(
        self,
        article: ArticleDesk,
        review: ReviewController,
        panel: ScorePanel,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._article = article
        self._review = review
        self._panel = panel
        self._desk: Desk | None = None
        self._counted: DocumentId | None = None
        self._document: ScoreHistogram = EMPTY
        self._others: ScoreHistogram | None = None
        self._run = 0
        self._busy = False
        self._keep_timer = self._timer(KEEP_DELAY_MS, self.keep)
        self._count_timer = self._timer(0, self._count_document)
        self._again_timer = self._timer(AGAIN_INTERVAL_MS, self._read_others)
        article.opened.connect(self._on_opened)
        article.changed.connect(self._on_changed)
        panel.changed.connect(self._on_limits)
        panel.shown.connect(self._on_shown)
        review.limits_changed.connect(self._on_shown_changed)

    def _timer(self, interval: int, slot: Callable[[], None]) -> QTimer:
        timer = QTimer(self, interval=interval, singleShot=True)
        timer.timeout.connect(slot)
        return timer

    # -- limits ------------------------------------------------------------

    def _on_limits(self, limits: dict[str, float]) -> None:
        self._review.set_thresholds(limits)
        self._keep_timer.start()

    def keep(self) -> None:
        """Write the limits down, unless they have been."""
        self._keep_timer.stop()
        if self._desk is not None:
            from annotator.services.scoring import keep_limits

            keep_limits(self._desk, self._panel.limits())

    def _sit_down(self, desk: Desk | None) -> None:
        """Take the limits of another project, or of another annotator."""
        if self._keep_timer.isActive() and self._desk is not None:
            self.keep()
        self._desk = desk
        self._forget()
        limits: dict[str, float] = {}
        if desk is not None:
            from annotator.services.scoring import limits as limits_of

            limits = limits_of(desk)
        self._panel.set_limits(limits)
        self._review.set_thresholds(self._panel.limits())

    # -- counts ------------------------------------------------------------

    def refresh(self) -> None:
        """Count everything again soon: a pipeline has found more."""
        if self._panel.isVisible() and not self._again_timer.isActive():
            self._again_timer.start()

    def _forget(self) -> None:
        self._run += 1
        self._others = None
        self._counted, self._document = None, EMPTY

    def _on_opened(self, document: OpenDocument | None) -> None:
        if self._article.desk is not self._desk or document is None:
            self._sit_down(self._article.desk if document is not None else None)
        self._count_timer.start()

    def _on_changed(self, changes: Changes) -> None:
        document = self._article.document
        if document is not None and changes.document_id == document.document.id:
            self._count_timer.start()
        elif changes.suggestions:
            self._others = None
            self._count_timer.start()

    def _on_shown_changed(self, *_: object) -> None:
        """Tell anew: suggestions may be hidden now, or not any more."""
        if self._counted is not None:
            self._tell()

    def _on_shown(self) -> None:
        self._others = None
        self._count_timer.start()

    def _count_document(self) -> None:
        """Count the open article; what is known of the others stays true."""
        if not self._panel.isVisible():
            return
        from annotator.services.scoring import document_scores

        document = self._article.document
        now = document_scores(document) if document is not None else EMPTY
        opened = document.document.id if document is not None else None
        if opened != self._counted and self._others is not None:
            # The one before is one of the others from now on, this one is not.
            self._others = self._others.plus(self._document).plus(now, -1)
            self.refresh()
        self._counted, self._document = opened, now
        self._tell()
        if self._others is None:
            self._read_others()

    def _read_others(self) -> None:
        desk = self._desk
        if desk is None or not self._panel.isVisible():
            return
        if self._busy:
            self._again_timer.start()
            return
        from annotator.services.scoring import project_scores

        self._busy = True
        self._run += 1
        path, annotator, besides = desk.project.path, desk.annotator.id, self._counted

        def call(_: Progress) -> ScoreHistogram:
            return project_scores(path, annotator, besides)

        task = Task(call, self)
        task.succeeded.connect(partial(self._on_read, self._run, besides))
        task.finished.connect(self._on_finished)
        task.start(working_pool())

    def _on_read(
        self, run: int, besides: DocumentId | None, found: ScoreHistogram
    ) -> None:
        if run == self._run and besides == self._counted:
            self._others = found
            self._tell()
        elif self._desk is not None:
            self._count_timer.start()

    def _on_finished(self) -> None:
        self._busy = False

    def _tell(self) -> None:
        others = self._others
        project = None if others is None else self._document.plus(others)
        blind = self._review.is_blind
        self._panel.set_scores(self._document, project, blind=blind)
