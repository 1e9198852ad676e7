"""Windows as the program opens them."""

from __future__ import annotations

import pytest

from annotator.services import exporting
from annotator.ui.theme import Theme, apply_theme
from annotator.ui.welcome import RecentProjects
from annotator.ui.window.main_window import MainWindow
from annotator.ui.window.preferences import Preferences
from tests.ui.every_window import LEAD, Story, close_all, make_work
from tests.ui.window_helpers import make_project


@pytest.fixture
def open_window(qtbot, qapp, tmp_path):
    """Return how to open a window, as if the program had been started anew."""
    windows = []

    def start(path=None, annotator="ada") -> MainWindow:
        preferences = Preferences()
        preferences.suggest = False
        keeper = apply_theme(qapp, Theme.LIGHT)
        window = MainWindow(
            preferences, keeper, RecentProjects(tmp_path / "recent.json"), annotator
        )
        qtbot.addWidget(window)
        windows.append(window)
        window.show()
        qtbot.waitExposed(window)
        if path is not None:
            with qtbot.waitSignal(window.project.opened, timeout=10_000):
                window.project.open_path(path)
        return window

    yield start
    for window in windows:
        window.close()


@pytest.fixture
def path(tmp_path):
    return make_project(tmp_path)


@pytest.fixture
def window(open_window, path):
    return open_window(path)


@pytest.fixture
def story(qtbot, open_window, tmp_path, monkeypatch):
    """Return a window on a project in which every dialog has something to show."""
    # Child processes have tests of their own; here they would only take time.
    monkeypatch.setattr(exporting, "check_aside", exporting.check)
    window = open_window(make_work(tmp_path), LEAD)
    story = Story(qtbot, window, tmp_path)
    yield story
    close_all(story)
