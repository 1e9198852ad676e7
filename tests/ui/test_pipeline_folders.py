"""A pipeline from a folder is used once somebody has said that it may be."""

from __future__ import annotations

import pickle

import pytest

from annotator.services.choices import pipeline_of
from annotator.services.project import Project
from annotator.services.trusting import allow, look_in
from annotator.ui.dialogs.settings import SettingsDialog
from annotator.ui.dialogs.trust import TrustDialog
from annotator.ui.errors import ErrorDialog
from tests.pipeline_folders import save_ruler


@pytest.fixture
def folder(tmp_path):
    return save_ruler(tmp_path / "model-best")


def asked(qtbot, window):
    def found():
        return [d for d in window.findChildren(TrustDialog) if d.isVisible()]

    qtbot.waitUntil(lambda: bool(found()), timeout=10_000)
    return found()[0]


def test_it_is_asked_about_once_and_then_used(qtbot, window, folder):
    before = pipeline_of(window.project.project)
    window.settings.pipeline.take(str(folder))
    dialog = asked(qtbot, window)
    dialog.reject()
    assert pipeline_of(window.project.project) == before
    window.settings.pipeline.take(str(folder))
    dialog = asked(qtbot, window)
    with qtbot.waitSignal(window.settings.pipeline_changed, timeout=10_000):
        dialog.submit()
    assert pipeline_of(window.project.project) == str(folder)
    with qtbot.waitSignal(window.settings.pipeline_changed, timeout=10_000):
        window.settings.pipeline.take(str(folder))


def test_pickles_are_named_and_need_a_tick(qtbot, window, folder):
    (folder / "extra.bin").write_bytes(pickle.dumps({"a": 1}))
    window.settings.pipeline.take(str(folder))
    dialog = asked(qtbot, window)
    assert not dialog.accept_button.isEnabled()
    dialog.pickles.setChecked(True)
    assert dialog.accept_button.isEnabled()
    with qtbot.waitSignal(window.settings.pipeline_changed, timeout=10_000):
        dialog.submit()
    assert pipeline_of(window.project.project) == str(folder)


def test_what_is_no_pipeline_is_said(qtbot, window, tmp_path):
    (tmp_path / "empty").mkdir()
    window.settings.pipeline.take(str(tmp_path / "empty"))
    qtbot.waitUntil(lambda: window.findChild(ErrorDialog) is not None, timeout=10_000)
    error = window.findChild(ErrorDialog)
    assert "is no pipeline" in error.sentence
    error.close()


def test_one_that_has_changed_is_asked_about_when_suggestions_start(
    qtbot, open_window, path, folder
):
    allow(look_in(folder), pickles=False)
    with Project.open(path) as project:
        project.store.set_pipeline(str(folder))
    (folder / "config.cfg").write_text("[nlp]\nlang = en\n", "utf-8")
    window = open_window(path)
    with qtbot.waitSignal(window.suggesting.stopped, timeout=20_000) as stopped:
        window.suggesting.start()
    assert "--trust" not in stopped.args[0] or "window" in stopped.args[0]
    asked(qtbot, window).reject()


def test_the_settings_offer_a_folder(qtbot, window, folder):
    window.settings.open()
    dialog = window.findChild(SettingsDialog)
    dialog.set_folder(str(folder))
    assert dialog.settings().pipeline == str(folder)
    dialog.submit()
    asked(qtbot, window).reject()
