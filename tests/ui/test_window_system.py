"""Starting: what is missing is said in a sentence, and nothing slow is read first."""

from __future__ import annotations

import ctypes
import subprocess
import sys

import pytest

from annotator.domain.errors import EnvironmentFault
from annotator.ui import system

HEAVY = ("sqlmodel", "sqlalchemy", "spacy", "numpy", "rich", "alembic", "orjson")


@pytest.mark.parametrize(
    ("environment", "platform"),
    [
        ({}, ""),
        ({"DISPLAY": ":0"}, "xcb"),
        ({"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}, "wayland"),
        ({"QT_QPA_PLATFORM": "offscreen"}, "offscreen"),
        ({"QT_QPA_PLATFORM": "xcb;wayland", "WAYLAND_DISPLAY": "w"}, "xcb"),
        ({"QT_QPA_PLATFORM": "offscreen:size=1x1"}, "offscreen"),
    ],
)
def test_which_platform_qt_will_choose(environment, platform):
    assert system.platform_name(environment) == platform


@pytest.fixture
def linux(monkeypatch):
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    return monkeypatch


def test_no_screen_at_all(linux):
    with pytest.raises(EnvironmentFault, match="There is no screen"):
        system.require_display()


def test_offscreen_needs_nothing(linux):
    linux.setenv("QT_QPA_PLATFORM", "offscreen")
    system.require_display()


def test_a_missing_library_names_the_packages_of_three_systems(linux):
    def missing(name):
        raise OSError("libxcb-cursor.so.0: cannot open shared object file")

    linux.setenv("DISPLAY", ":0")
    linux.setattr(ctypes, "CDLL", missing)
    with pytest.raises(EnvironmentFault) as caught:
        system.require_display()
    said = str(caught.value)
    for words in ("libxcb-cursor.so.0", "apt install", "dnf install", "pacman -S"):
        assert words in said


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="X11 only")
def test_a_display_that_does_not_answer(linux):
    linux.setenv("DISPLAY", ":9731")
    with pytest.raises(EnvironmentFault) as caught:
        system.require_display()
    # Which of the two it is depends on the libraries of this machine.
    assert ":9731 does not answer" in str(caught.value) or "apt" in str(caught.value)


def test_qt_that_cannot_be_loaded_is_reported(monkeypatch):
    from annotator import app

    monkeypatch.setattr(app, "require_display", lambda: None)
    monkeypatch.setitem(sys.modules, "PySide6", None)
    with pytest.raises(EnvironmentFault, match="lacks a library"):
        app.run(None, None)


def test_the_window_is_made_without_anything_slow():
    code = f"""
import sys
import annotator.cli
from annotator import app
window = app.make_window(app.make_application(), None)
window.show()
heavy = [name for name in {HEAVY!r} if name in sys.modules]
services = [name for name in sys.modules if name.startswith("annotator.services.")]
print(heavy, services)
"""
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    assert done.stdout.strip() == "[] []"


def test_the_program_opens_a_project_and_closes(tmp_path):
    """The whole composition root, in a process of its own, until it is quit."""
    code = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from annotator import app
from annotator.services.project import Project
path = Path(sys.argv[1])
Project.create(path).close()
make = app.make_window
def made(*values):
    window = make(*values)
    def look(project):
        if project is not None:
            print(window.windowTitle(), window.parts.empty.headline.text())
            QTimer.singleShot(0, window.close)
    window.project.opened.connect(look)
    window._preferences.suggest = False
    QTimer.singleShot(60_000, window.close)
    return window
app.make_window = made
sys.exit(app.run(path, "ada"))
"""
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "new.annot")],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.stdout.startswith("new — ada — Annotator"), done.stderr
    assert done.returncode == 0
