"""Backups once a day, going back, and what is offered for a damaged project."""

from __future__ import annotations

from annotator.services.backups import list_backups
from annotator.services.project import Project
from annotator.ui.dialogs.report import ReportDialog
from annotator.ui.dialogs.restore import RestoreDialog
from annotator.ui.errors import ErrorDialog
from tests.ui.test_window_stories import ADA, Key, labels, press


def wait_for(qtbot, window, kind):
    qtbot.waitUntil(lambda: window.findChild(kind) is not None, timeout=20_000)
    return window.findChild(kind)


def test_opening_backs_up_once_a_day_and_one_can_go_back(qtbot, window, path):
    qtbot.waitUntil(lambda: len(list_backups(path)) == 1, timeout=10_000)
    window.parts.view.set_selection([ADA])
    press(qtbot, window, Key.Key_P)
    assert labels(window) == ["PERSON"]
    window.care.restore()
    dialog = wait_for(qtbot, window, RestoreDialog)
    assert dialog.list.count() == 1
    assert "daily" in dialog.list.item(0).text()
    with qtbot.waitSignal(window.project.opened, check_params_cb=bool, timeout=20_000):
        dialog.submit()
    qtbot.waitUntil(lambda: window.article.document is not None, timeout=10_000)
    assert labels(window) == []
    assert len(list_backups(path)) == 2
    # And forth again.
    newest = list_backups(path)[0]
    with qtbot.waitSignal(window.project.opened, check_params_cb=bool, timeout=20_000):
        window.care.run_restore(path, newest.path)
    qtbot.waitUntil(lambda: window.article.document is not None, timeout=10_000)
    assert labels(window) == ["PERSON"]


def test_a_damaged_project_is_gone_back_from(qtbot, open_window, path):
    with Project.open(path) as project:
        from annotator.storage.store import Why

        project.store.keep_backup(Why.DAILY)
    data = path.read_bytes()
    path.write_bytes(data[:100] + bytes(4000) + data[4100:])
    window = open_window()
    window.project.open_path(path)
    dialog = wait_for(qtbot, window, RestoreDialog)
    with qtbot.waitSignal(window.project.opened, check_params_cb=bool, timeout=20_000):
        dialog.submit()
    assert window.project.project.path == path
    assert path.with_name("corpus.damaged.annot").exists()


def test_without_a_backup_what_can_be_read_is_saved(qtbot, open_window, path):
    data = bytearray(path.read_bytes())
    del data[-3 * 4096 :]
    path.write_bytes(data)
    window = open_window()
    window.project.open_path(path)
    dialog = wait_for(qtbot, window, RestoreDialog)
    assert dialog.list.count() == 0
    assert not dialog.accept_button.isEnabled()
    with qtbot.waitSignal(window.project.opened, check_params_cb=bool, timeout=20_000):
        dialog._repair()
    report = wait_for(qtbot, window, ReportDialog)
    assert report.outcome.problems
    report.close()
    assert window.project.project.path.name == "corpus.repaired.annot"


def test_what_is_no_backup_is_refused_and_the_project_stays_open(
    qtbot, window, path, tmp_path
):
    other = tmp_path / "text.annot"
    other.write_text("hello")
    with qtbot.waitSignal(window.project.opened, check_params_cb=bool, timeout=20_000):
        window.care.run_restore(path, other)
    error = wait_for(qtbot, window, ErrorDialog)
    assert "not an Annotator project" in error.sentence
    error.close()
    assert window.project.project is not None
