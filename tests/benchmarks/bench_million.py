"""A project of a million short documents: opening, scrolling, searching, memory.

The real window, in a process of its own, opens it, is dragged through the list by
its scroll bar, plain and filtered, and searches. What the window's own thread
spends is CPU time of that thread, so that the machine's other work counts for little.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from annotator.domain.documents import DocumentFilter, Status
from annotator.domain.errors import CancelledError
from annotator.domain.progress import Progress
from annotator.services.library import Library
from annotator.services.project import Project
from tests.benchmarks.million import ANNOTATOR, make

QUERIES = (
    *("b", "st", "the", "sta", "the of", "report 777", "ba stai"),
    *("the and for sta", "stai brai stoi"),
)

WINDOW = """
import json, random, sys, time
from pathlib import Path
import annotator.app as application
from PySide6.QtCore import QTimer
from annotator.domain.documents import DocumentFilter, Status

path, steps = Path(sys.argv[1]), int(sys.argv[2])
found, make = {}, application.make_window
rng = random.Random(1)

def make_watched(app, annotator):
    window = make(app, annotator)
    window.resize(1400, 900)  # the screen that is none is too small for the list
    begun = []
    table, model = window.parts.documents.table, window.parts.documents.model
    open_path = window.project.open_path
    filters = [
        ("filtered", DocumentFilter(statuses=frozenset({Status.DONE}))),
        ("searched", DocumentFilter(query="the")),
    ]

    def opening(*arguments):
        begun.extend([time.thread_time(), time.perf_counter()])
        open_path(*arguments)

    def look():
        if window.article.document is None or not model.rowCount():
            QTimer.singleShot(1, look)
            return
        table.viewport().repaint()
        found["open_cpu"] = time.thread_time() - begun[0]
        found["open"] = time.perf_counter() - begun[1]
        QTimer.singleShot(500, lambda: scroll("plain"))

    def scroll(name):
        bar, spent = table.verticalScrollBar(), []
        for _ in range(steps):
            started = time.thread_time()
            bar.setValue(rng.randrange(bar.maximum() + 1))
            table.viewport().repaint()
            spent.append(time.thread_time() - started)
        found[name] = sorted(spent)
        found[name + "_rows"] = model.rowCount()
        if filters:
            name, where = filters.pop(0)
            started = time.perf_counter()
            model.found.connect(lambda: after(name, started), single_shot)
            window.parts.documents.set_filter(where)
            if not model.searching:
                after(name, started)
        else:
            finish()

    def after(name, started):
        found[name + "_found"] = time.perf_counter() - started
        QTimer.singleShot(50, lambda: scroll(name))

    def finish():
        lines = Path("/proc/self/status").read_text().splitlines()
        peak = next(line for line in lines if line.startswith("VmHWM"))
        found["memory"] = int(peak.split()[1]) / 1024
        sys.stdout.write(json.dumps(found))
        sys.stdout.flush()
        window.close()
        app.quit()

    window.project.open_path = opening
    QTimer.singleShot(0, look)
    return window

from PySide6.QtCore import Qt
single_shot = Qt.ConnectionType.SingleShotConnection
application.make_window = make_watched
application.run(path, sys.argv[3])
"""


def run(*, quick: bool = False) -> list[dict[str, Any]]:
    """Return a row for each figure."""
    count = 50_000 if quick else 1_000_000
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "million.annot"
        started = time.process_time()
        make(path, count)
        made = time.process_time() - started
        rows = [_row(f"make {count:,} documents, CPU", made, "s")]
        return [*rows, *measure(path)]


def measure(path: Path) -> list[dict[str, Any]]:
    """Return the figures of a project that is there."""
    seen = _window(path)
    rows = [
        _row("open it in the window, CPU", seen["open_cpu"], "s", 1.0),
        _row("open it at the start, libraries and all", seen["open"], "s"),
        _row("open it in a window that stands", seen["open_standing"], "s", 1.0),
    ]
    for name in ("plain", "filtered", "searched"):
        p99 = seen[name][int(len(seen[name]) * 0.99)] * 1e3
        number = seen[f"{name}_rows"]
        text = f"drag through {number:,} rows ({name}), p99, CPU"
        rows.append(_row(text, p99, "ms", 16.0))
    rows.append(_row("memory of the window, peak", seen["memory"], "MB", 400.0))
    with Project.open(path) as project:
        rows += _searches(project)
        rows += _stops(project, path)
    return rows


STANDING = """
import sys, time
from pathlib import Path
import annotator.app as application
from PySide6.QtCore import QTimer

path, make = Path(sys.argv[1]), application.make_window

def make_watched(app, annotator):
    window = make(app, annotator)

    def open_it():
        started = time.perf_counter()

        def look():
            model = window.parts.documents.model
            if window.article.document is None or not model.rowCount():
                QTimer.singleShot(1, look)
                return
            window.parts.documents.table.viewport().repaint()
            sys.stdout.write(str(time.perf_counter() - started))
            sys.stdout.flush()
            window.close()
            app.quit()

        window.project.open_path(path)
        look()

    QTimer.singleShot(5000, open_it)
    return window

application.make_window = make_watched
application.run(None, sys.argv[3])
"""


def _window(path: Path) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as home:
        return _window_at(home, path, WINDOW) | {
            "open_standing": _window_at(home, path, STANDING)
        }


def _window_at(home: str, path: Path, code: str) -> Any:
    environment = os.environ | {
        "QT_QPA_PLATFORM": "offscreen",
        "HOME": home,
        "XDG_CONFIG_HOME": home,
        "XDG_DATA_HOME": home,
        "PYTHONPATH": str(Path(__file__).resolve().parents[2]),
    }
    done = subprocess.run(
        [sys.executable, "-c", code, str(path), "300", ANNOTATOR],
        capture_output=True,
        text=True,
        timeout=600,
        env=environment,
        check=False,
    )
    if not done.stdout:
        raise RuntimeError(done.stderr)
    return json.loads(done.stdout)


def _searches(project: Project) -> list[dict[str, Any]]:
    library = Library(project, project.annotator(ANNOTATOR))
    rows = []
    for query in QUERIES:
        where = DocumentFilter(query=query)
        spent = _median(lambda where=where: library.rows(where, limit=100))
        number = library.count(where)
        text = f"search “{query}” ({number:,} hits), first page, CPU"
        rows.append(_row(text, spent * 1e3, "ms", 200.0))
        spent = _median(lambda where=where: library.count(where))
        rows.append(_row(f"search “{query}”, count, CPU", spent * 1e3, "ms", 200.0))
    todo = DocumentFilter(statuses=frozenset({Status.TODO}))
    spent = _median(lambda: library.rows(todo, limit=100))
    rows.append(_row("page of what is to do, CPU", spent * 1e3, "ms"))
    return rows


def _stops(project: Project, path: Path) -> list[dict[str, Any]]:
    """Measure how soon checking and backing up end when somebody asks for it."""
    rows = []
    jobs: dict[str, Callable[[Progress], object]] = {
        "check": project.check,
        "backup": lambda p: project.backup(path.with_name("copy.annot"), p),
    }
    for name, job in jobs.items():
        reports: list[float] = []
        moments: list[float] = []
        progress = Progress()

        def report(
            done: int,
            _total: int,
            seen: list[float] = reports,
            asked: list[float] = moments,
            whose: Progress = progress,
        ) -> None:
            seen.append(done)
            if len(seen) == 20:
                asked.append(time.perf_counter())
                whose.cancel()

        progress._report = report
        try:
            job(progress)
        except CancelledError:
            rows.append(
                _row(f"stop {name}", time.perf_counter() - moments[0], "s", 1.0)
            )
        if name == "check":
            started = time.process_time()
            job(Progress())
            spent = time.process_time() - started
            rows.append(_row("check of the whole file, CPU", spent, "s"))
    return rows


def _median(job: Callable[[], object]) -> float:
    def spent() -> float:
        started = time.process_time()
        job()
        return time.process_time() - started

    return statistics.median(spent() for _ in range(5))


def _row(
    name: str, value: float, unit: str, most: float | None = None
) -> dict[str, Any]:
    return {
        "name": name,
        "value": value,
        "unit": unit,
        "limit": None,
        "limit_name": "",
        "ratio": None,
        "target": "" if most is None else f"≤ {most:g} {unit}",
        "ok": None if most is None else value <= most,
    }
