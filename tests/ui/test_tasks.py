import gc
import threading

import pytest
import shiboken6
from PySide6.QtCore import QObject, QThreadPool
from PySide6.QtWidgets import QWidget

from annotator.domain.errors import InputError
from annotator.ui import tasks
from annotator.ui.errors import ErrorDialog
from annotator.ui.tasks import Task, TaskDialog, run_task, working_pool, writing_pool


@pytest.fixture
def pool(qapp):
    pool = QThreadPool()
    yield pool
    assert pool.waitForDone(2000)


@pytest.fixture
def owner(qapp):
    return QObject()


@pytest.fixture
def window(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    return window


def test_result_and_progress_arrive_on_the_windows_thread(qtbot, pool, owner):
    steps, threads = [], set()

    def work(progress):
        for done in range(1, 6):
            progress.step(done, 5)
        return threading.get_ident()

    task = Task(work, owner)
    task.progressed.connect(lambda *step: steps.append(step))
    task.progressed.connect(lambda *_: threads.add(threading.get_ident()))
    with qtbot.waitSignal(task.succeeded) as told:
        task.start(pool)
    assert told.args[0] != threading.get_ident()
    assert threads == {threading.get_ident()}
    assert steps[-1] == (5, 5)


def test_an_exception_is_told_and_nothing_else(qtbot, pool, owner):
    task = Task(lambda _progress: 1 // 0, owner)
    told = []
    task.failed.connect(told.append)
    with qtbot.assertNotEmitted(task.succeeded), qtbot.waitSignal(task.finished):
        task.start(pool)
    assert [type(error) for error in told] == [ZeroDivisionError]


def test_cancelling_ends_the_call(qtbot, pool, owner):
    begun = threading.Event()

    def work(progress):
        begun.set()
        while True:
            progress.step(1, 2)

    task = Task(work, owner)
    with (
        qtbot.assertNotEmitted(task.failed),
        qtbot.waitSignals([task.cancelled, task.finished]),
    ):
        task.start(pool)
        assert begun.wait(2)
        task.cancel()


def test_a_task_deletes_itself(qtbot, pool, owner):
    task = Task(lambda _progress: None, owner)
    with qtbot.waitSignal(task.destroyed):
        task.start(pool)
    assert owner.children() == []


def test_the_owner_may_go_while_the_call_runs(qtbot, pool, owner):
    go_on = threading.Event()

    def work(progress):
        go_on.wait(2)
        progress.step(1, 1)

    task = Task(work, owner)
    task.start(pool)
    shiboken6.delete(owner)
    del task
    gc.collect()
    go_on.set()
    assert pool.waitForDone(2000)


def test_writes_queue_up(qapp):
    assert writing_pool() is writing_pool()
    assert writing_pool().maxThreadCount() == 1
    assert working_pool() is not writing_pool()


def test_the_dialog_comes_late_and_leaves_by_itself(qtbot, monkeypatch, window, pool):
    monkeypatch.setattr(tasks, "DIALOG_DELAY_MS", 20)
    go_on = threading.Event()

    def work(progress):
        progress.step(1, 4)
        go_on.wait(2)
        return "all"

    results = []
    task = run_task(window, "Importing", work, results.append, pool=pool)
    dialog = window.findChild(TaskDialog)
    assert dialog.isHidden()
    qtbot.waitUntil(dialog.isVisible)
    assert not dialog.isModal()
    with qtbot.waitSignals([task.finished, dialog.destroyed]):
        go_on.set()
    assert results == ["all"]


def test_a_quick_task_shows_no_dialog(qtbot, window, pool):
    results = []
    task = run_task(window, "Counting", lambda _progress: 3, results.append, pool=pool)
    dialog = window.findChild(TaskDialog)
    seen = []
    dialog.installEventFilter(_Watcher(seen, dialog))
    with qtbot.waitSignals([task.finished, dialog.destroyed]):
        pass
    assert results == [3]
    assert seen == []


class _Watcher(QObject):
    def __init__(self, seen, parent):
        super().__init__(parent)
        self._seen = seen

    def eventFilter(self, _watched, event):
        if event.type() == event.Type.Show:
            self._seen.append(event.type())
        return False


def test_the_dialog_counts_and_cancels(qtbot, window, owner):
    task = Task(lambda _progress: None, owner)
    dialog = TaskDialog(task, "Suggesting", window)
    dialog.show_progress(1200, 5000)
    assert dialog._count.text() == "1,200 of 5,000"
    assert (dialog._bar.value(), dialog._bar.maximum()) == (1200, 5000)
    dialog.show_progress(7, 0)
    assert dialog._count.text() == "7"
    assert dialog._bar.maximum() == 0
    dialog.show()
    dialog.close()
    assert dialog.isVisible()
    assert task._progress.cancelled
    assert not dialog._cancel.isEnabled()


def test_a_failure_goes_to_the_presenter(qtbot, window, pool):
    def work(_progress):
        raise InputError("the file is empty")

    task = run_task(window, "Importing", work, lambda _: None, pool=pool)
    with qtbot.waitSignal(task.finished):
        pass
    dialog = window.findChild(ErrorDialog)
    assert dialog.sentence == "The file is empty."


def test_a_failure_can_be_taken_by_the_caller(qtbot, window, pool):
    errors = []
    task = run_task(
        window, "Sum", lambda _: 1 // 0, lambda _: None, on_failed=errors.append,
        pool=pool,
    )  # fmt: skip
    with qtbot.waitSignal(task.finished):
        pass
    assert [type(error) for error in errors] == [ZeroDivisionError]
    assert window.findChild(ErrorDialog) is None
