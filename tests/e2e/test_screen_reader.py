"""The window as a screen reader finds it: through AT-SPI, on a screen of its own."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from annotator.services.desk import Desk
from annotator.services.project import Project
from annotator.ui.actions import ACTIONS, plain
from tests.ui.window_helpers import HARBOUR, make_project, place

READER = Path(__file__).with_name("screen_reader.py")
SYSTEM_PYTHON = "/usr/bin/python3"


def missing() -> str:
    """Return what is not there; "" if all is."""
    for tool in ("dbus-run-session", "Xvfb"):
        if shutil.which(tool) is None:
            return f"{tool} is not installed"
    if not Path(SYSTEM_PYTHON).exists():
        return "there is no Python of the system's"
    probe = "import gi; gi.require_version('Atspi', '2.0'); import gi.repository.Atspi"
    done = subprocess.run(
        [SYSTEM_PYTHON, "-c", probe], capture_output=True, check=False
    )
    return "" if done.returncode == 0 else "the AT-SPI client is not installed"


@pytest.fixture
def screen():
    """Return the name of a screen that nobody looks at."""
    reason = missing()
    if reason:
        pytest.skip(f"{reason} (python3-gi, gir1.2-atspi-2.0, at-spi2-core, xvfb)")
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-noreset", "-displayfd", str(writing), "-screen", "0", "1400x900x24"],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    try:
        with os.fdopen(reading) as told:
            yield f":{told.readline().strip()}"
    finally:
        server.terminate()
        server.wait()


@pytest.fixture
def project(tmp_path) -> Path:
    """Return a project with an article in which two things are marked."""
    path = make_project(tmp_path, [HARBOUR])
    with Project.open(path) as opened:
        desk = Desk(opened, opened.enter("ada"))
        desk.open(opened.store.documents.ids()[0])
        desk.mark("entity", "PERSON", [place(HARBOUR, "Ada Brook")])
        desk.mark(
            "quote", "direct", [place(HARBOUR, "“We waited nine years 🚢 for this,”")]
        )
    return path


def read(project: Path, screen: str, folder: Path) -> dict:
    """Open the window on *project* and return what the screen reader found."""
    environment = {
        **os.environ,
        "DISPLAY": screen,
        "QT_QPA_PLATFORM": "xcb",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "XDG_CONFIG_HOME": str(folder / "config"),
        "XDG_RUNTIME_DIR": str(folder),
        "LC_ALL": "C.UTF-8",
    }
    program = [sys.executable, "-m", "annotator", "open", str(project), "--as", "ada"]
    done = subprocess.run(
        ["dbus-run-session", "--", SYSTEM_PYTHON, str(READER), *program],
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


def test_a_screen_reader_reads_article_caret_marks_and_actions(
    project, screen, tmp_path
):
    found = read(project, screen, tmp_path)
    article, window = found["article"], found["window"]
    assert article["text"] == HARBOUR
    assert article["line"].strip() == HARBOUR.partition("\n")[0]
    assert article["caret"] == 6
    start = place(HARBOUR, "Ada Brook").start
    assert [mark["name"] for mark in article["marks"]] == [
        "PERSON: Ada Brook",
        "Direct: “We waited nine years 🚢 for this,”",
    ]
    assert article["marks"][0]["description"] == f"mention {start}–{start + 9}"
    assert {mark["role"] for mark in article["marks"]} == {"comment"}
    assert not article["marks"][0]["selected"]
    assert article["selected"]["selected"]
    assert article["mark_actions"]
    assert window["nameless"] == []
    said = {name.replace("&", "").partition("\t")[0] for name in window["menus"]}
    wanted = {plain(entry.text) for entry in ACTIONS} - {"Undo", "Delete or reject"}
    assert {
        name for name in wanted if name not in {s.removesuffix("…") for s in said}
    } == set()
