"""What can happen to a project's file while it is open: said once, nothing lost."""

from __future__ import annotations

import shutil
import sqlite3

import pytest

from annotator.domain.errors import EnvironmentFault
from annotator.domain.progress import Progress
from annotator.services.desk import Desk
from annotator.services.project import WINDOW_PATIENCE_S, Project
from annotator.ui.errors import ErrorDialog, present
from tests.ui.test_window_stories import ADA, Key, labels, press


def errors(window):
    return [d for d in window.findChildren(ErrorDialog) if d.isVisible()]


def test_a_project_whose_folder_is_deleted_is_said_once_and_can_be_saved(
    qtbot, open_window, path, tmp_path
):
    folder = tmp_path / "drive"
    folder.mkdir()
    moved = folder / "moved.annot"
    shutil.copy(path, moved)
    window = open_window(moved)
    window.parts.view.set_selection([ADA])
    press(qtbot, window, Key.Key_P)
    assert labels(window) == ["PERSON"]
    shutil.rmtree(folder)
    qtbot.waitUntil(lambda: len(errors(window)) == 1, timeout=5_000)
    assert "no longer there" in errors(window)[0].sentence
    press(qtbot, window, Key.Key_O)
    assert labels(window) == ["PERSON"], "what cannot be saved is not shown as done"
    qtbot.wait(1_200)  # the file is looked for twice a second
    assert len(errors(window)) == 1
    errors(window)[0].close()
    window.care.run_backup(str(tmp_path / "saved.annot"))
    with Project.open(tmp_path / "saved.annot") as saved:
        assert saved.check(Progress()) == []
        desk = Desk(saved, saved.annotator(window.project.annotator.name))
        opened = desk.open(window.article.document.document.id)
        assert [a.label for a in opened.layer.annotations.values()] == ["PERSON"]
    window.care.run_backup(str(tmp_path / "nowhere" / "saved.annot"))
    qtbot.waitUntil(lambda: len(errors(window)) == 1, timeout=5_000)
    errors(window)[0].close()


def test_another_file_in_its_place_is_left_alone(qtbot, window, path, tmp_path):
    other = tmp_path / "other.annot"
    shutil.copy(path, other)
    before = other.read_bytes()
    other.replace(path)
    window.parts.view.set_selection([ADA])
    press(qtbot, window, Key.Key_P)
    assert labels(window) == []
    assert path.read_bytes() == before
    qtbot.waitUntil(lambda: len(errors(window)) == 1, timeout=5_000)
    errors(window)[0].close()


def test_a_full_disk_is_said_at_the_next_mark_and_work_goes_on_after(
    qtbot, window, monkeypatch
):
    window.parts.view.set_selection([ADA])
    with monkeypatch.context() as patch:
        store = window.article.desk.project.store

        def full(*_args, **_kwargs):
            raise EnvironmentFault("the disk is full; make room and do it again")

        patch.setattr(store, "commit", full)
        press(qtbot, window, Key.Key_P)
        press(qtbot, window, Key.Key_P)
    (error,) = errors(window)
    assert error.sentence == "The disk is full; make room and do it again."
    assert labels(window) == []
    error.close()
    press(qtbot, window, Key.Key_P)
    assert labels(window) == ["PERSON"]


@pytest.mark.parametrize("sentence", ["One thing is wrong.", "another is wrong"])
def test_one_sentence_stands_there_once(qtbot, window, sentence):
    first = present(window, EnvironmentFault(sentence))
    assert present(window, EnvironmentFault(sentence)) is first
    second = present(window, EnvironmentFault("Something else."))
    assert second is not first
    first.close()
    second.close()


def test_a_lock_is_waited_for_no_longer_than_a_person_would(qtbot, window, path):
    window.project.project.store.set_patience(0.05)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    hints = []
    window.article.hint.connect(hints.append)
    window.article.keep_places()
    assert "was not noted" in hints[-1]
    assert errors(window) == []
    window.parts.view.set_selection([ADA])
    press(qtbot, window, Key.Key_P)
    assert labels(window) == []
    (error,) = errors(window)
    assert "another program has been writing" in error.sentence
    error.close()
    other.execute("ROLLBACK")
    other.close()
    press(qtbot, window, Key.Key_P)
    assert labels(window) == ["PERSON"]


def test_a_window_has_less_patience_than_a_command(window, path):
    store = window.project.project.store
    asked = "PRAGMA busy_timeout"
    assert store._db.value(asked) == WINDOW_PATIENCE_S * 1000
    with store.impatient():
        assert store._db.value(asked) == 0
    assert store._db.value(asked) == WINDOW_PATIENCE_S * 1000
    with Project.open(path) as other:
        assert other.store._db.value(asked) == 10_000
