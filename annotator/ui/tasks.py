"""Run service calls off the window's thread, with progress and a way to stop."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import (
    QCoreApplication,
    QObject,
    QRunnable,
    Qt,
    QThreadPool,
    QTimer,
    Signal,
)
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from annotator.domain.errors import CancelledError
from annotator.domain.progress import Progress
from annotator.domain.wording import tr
from annotator.ui.errors import present
from annotator.ui.theme import Space, set_role

DIALOG_DELAY_MS = 600


class Task(QObject):
    """One call on a background thread, owned by the object that started it.

    All signals arrive on the window's thread. Exactly one of ``succeeded``,
    ``failed`` and ``cancelled`` comes, then ``finished``, then the task deletes
    itself. If the owner goes first, the call still ends but nobody is told.

    Signals:
        progressed: How many items are done, and of how many (0: not known).
        succeeded: What the call returned.
        failed: The exception that it raised.
        cancelled: It stopped because it was asked to.
        finished: It is over, however it went.
    """

    progressed = Signal(int, int)
    succeeded = Signal(object)
    failed = Signal(object)
    cancelled = Signal()
    finished = Signal()
    _ended = Signal(object, object)

    def __init__(self, call: Callable[[Progress], object], parent: QObject) -> None:
        super().__init__(parent)
        self._call = call
        self._progress = Progress(self._report)
        self._ended.connect(self._on_ended, Qt.ConnectionType.QueuedConnection)

    def start(self, pool: QThreadPool) -> None:
        """Hand the call to *pool*."""
        pool.start(_Run(self._call, self._progress, self._ended.emit))

    def cancel(self) -> None:
        """Ask the call to stop; ``cancelled`` comes once it has."""
        self._progress.cancel()

    def _report(self, done: int, total: int) -> None:
        with contextlib.suppress(RuntimeError):  # the owner has gone
            self.progressed.emit(done, total)

    def _on_ended(self, value: object, error: Exception | None) -> None:
        if error is None:
            self.succeeded.emit(value)
        elif isinstance(error, CancelledError):
            self.cancelled.emit()
        else:
            self.failed.emit(error)
        self.finished.emit()
        self.deleteLater()


class _Run(QRunnable):
    """What the pool holds: no QObject, so that any thread may delete it."""

    def __init__(
        self,
        call: Callable[[Progress], object],
        progress: Progress,
        ended: Callable[[object, Exception | None], None],
    ) -> None:
        super().__init__()
        self._call = call
        self._progress = progress
        self._ended = ended

    def run(self) -> None:
        value: object = None
        error: Exception | None = None
        try:
            value = self._call(self._progress)
        except Exception as raised:  # noqa: BLE001 - the edge of the thread
            error = raised
        with contextlib.suppress(RuntimeError):  # the owner has gone
            self._ended(value, error)


def working_pool() -> QThreadPool:
    """Return the pool for reading and computing."""
    return QThreadPool.globalInstance()


def writing_pool() -> QThreadPool:
    """Return the pool for long writes: one thread, so that they queue up."""
    app = QCoreApplication.instance()
    pool = app.findChild(QThreadPool, "writing") if app is not None else None
    if pool is None:
        pool = QThreadPool(app)
        pool.setObjectName("writing")
        pool.setMaxThreadCount(1)
    return pool


class TaskDialog(QDialog):
    """Shows how far a task is; appears late, leaves by itself, blocks nothing."""

    def __init__(self, task: Task, title: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._task = task
        self.setWindowTitle(title)
        self.setMinimumWidth(380)
        self._title = QLabel(title)
        self._title.setWordWrap(True)
        set_role(self._title, "heading")
        self._bar = QProgressBar()
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(title)
        self._count = QLabel(tr("Starting…"))
        set_role(self._count, "muted")
        self._cancel = QPushButton(tr("Cancel"))
        self._cancel.clicked.connect(self.reject)
        self._lay_out()
        self._delay = QTimer(self, singleShot=True, interval=DIALOG_DELAY_MS)
        self._delay.timeout.connect(self.show)
        self._delay.start()
        task.progressed.connect(self.show_progress)
        task.finished.connect(self._close)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        layout.setSpacing(Space.M)
        layout.addWidget(self._title)
        layout.addWidget(self._bar)
        foot = QHBoxLayout()
        foot.addWidget(self._count, 1)
        foot.addWidget(self._cancel)
        layout.addLayout(foot)

    def show_progress(self, done: int, total: int) -> None:
        """Show *done* of *total* items; total 0 where it is not known."""
        self._bar.setRange(0, total)
        self._bar.setValue(done if total else -1)
        self._count.setText(
            tr("{done:,} of {total:,}", done=done, total=total)
            if total
            else f"{done:,}"
        )

    def reject(self) -> None:
        """Ask the task to stop; the dialog stays until it has."""
        self._task.cancel()
        self._cancel.setEnabled(False)
        self._count.setText(tr("Stopping…"))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Treat the window's close button as Cancel."""
        event.ignore()
        self.reject()

    def _close(self) -> None:
        self._delay.stop()
        self.hide()
        self.deleteLater()


def run_task(
    parent: QWidget,
    title: str,
    call: Callable[[Progress], object],
    on_done: Callable[[Any], None],
    *,
    on_failed: Callable[[Exception], None] | None = None,
    pool: QThreadPool | None = None,
) -> Task:
    """Start *call* in the background and tell *on_done* what it returned.

    A dialog with the title, the count and Cancel appears after 0.6 s. A failure
    goes to *on_failed*, or else to the one presenter of errors.
    """
    task = Task(call, parent)
    TaskDialog(task, title, parent)
    task.succeeded.connect(on_done)
    task.failed.connect(on_failed or _Presenter(parent, task).show)
    task.start(pool or working_pool())
    return task


class _Presenter(QObject):
    """Lives as long as its task, so that no closure holds the window."""

    def __init__(self, window: QWidget, parent: QObject) -> None:
        super().__init__(parent)
        self._window = window

    def show(self, error: Exception) -> None:
        present(self._window, error)
