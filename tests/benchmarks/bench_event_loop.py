"""How long the window keeps its user waiting while suggestions stream in.

The real window opens a project of many articles and suggests for all of them. A
timer that ought to fire every 5 ms tells the gaps in the event loop: first while
one article is read, then while the next is opened every second, as an impatient
annotator would. The limit is the same window with suggestions off.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from tests.benchmarks.corpus import article

TARGET_MS = 50.0

WATCHED = """
import json, sys, time
from pathlib import Path
import annotator.app as application
from PySide6.QtCore import QTimer, Qt

path, seconds, suggesting = Path(sys.argv[1]), float(sys.argv[2]), sys.argv[3] == "on"
gaps, last = {"reading": [], "opening": []}, [0.0]
phase = ["reading"]
make = application.make_window

def make_watched(app, annotator):
    window = make(app, annotator)
    pulse = QTimer(window, timerType=Qt.TimerType.PreciseTimer)
    walk = QTimer(window)

    def beat():
        moment = time.perf_counter()
        gaps[phase[0]].append((moment - last[0]) * 1000)
        last[0] = moment

    def begin():
        if window.article.document is None:
            QTimer.singleShot(100, begin)
        else:
            QTimer.singleShot(3000, read)  # opening has been paid for

    def read():
        last[0] = time.perf_counter()
        pulse.start(5)
        QTimer.singleShot(int(seconds * 1000), open_others)

    def open_others():
        phase[0] = "opening"
        walk.start(1000)
        QTimer.singleShot(int(seconds * 1000), finish)

    def finish():
        pulse.stop()
        sys.stdout.write(json.dumps(gaps))
        sys.stdout.flush()
        window.close()
        app.quit()

    pulse.timeout.connect(beat)
    walk.timeout.connect(window.documents.next)
    if not suggesting:
        choose = window.suggesting.set_project
        window.suggesting.set_project = lambda project, everything: choose(
            project, everything=False
        )
    begin()
    return window

application.make_window = make_watched
application.run(path, "ada")
"""


def make_project(path: Path, count: int) -> None:
    """Make a project of *count* articles that nothing has been suggested for."""
    from annotator.services.importing import import_paths
    from annotator.services.project import Project

    texts = path.with_suffix(".jsonl")
    lines = (json.dumps({"text": article(number)[0]}) for number in range(count))
    texts.write_text("\n".join(lines), "utf-8")
    with Project.create(path) as project:
        import_paths(project, [texts])


def gaps(path: Path, seconds: float, suggestions: str) -> dict[str, list[float]]:
    """Return the gaps in milliseconds of each phase, of a window of its own."""
    home = str(path.parent)
    environment = os.environ | {
        "QT_QPA_PLATFORM": "offscreen",
        "HOME": home,
        "XDG_CONFIG_HOME": home,
    }
    done = subprocess.run(
        [sys.executable, "-c", WATCHED, str(path), str(seconds), suggestions],
        capture_output=True,
        text=True,
        timeout=2 * seconds + 120,
        env=environment,
        check=False,
    )
    if not done.stdout:
        raise RuntimeError(done.stderr)
    return {phase: sorted(found) for phase, found in json.loads(done.stdout).items()}


def run(*, quick: bool = False) -> list[dict[str, Any]]:
    """Return the longest and the 99th percentile of the gaps of each phase."""
    seconds, count = (5.0, 300) if quick else (15.0, 1000)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        measured = {}
        for suggestions in ("off", "on"):
            path = folder / f"{suggestions}.annot"
            make_project(path, count)
            measured[suggestions] = gaps(path, seconds, suggestions)
    rows = []
    for phase, on in measured["on"].items():
        off = measured["off"][phase]
        for what, share in (("longest", 1.0), ("p99", 0.99)):
            value = on[min(int(len(on) * share), len(on) - 1)]
            limit = off[min(int(len(off) * share), len(off) - 1)]
            rows.append(
                {
                    "name": f"event-loop gap while suggesting, {phase}, {what}",
                    "value": value,
                    "unit": "ms",
                    "limit": limit,
                    "limit_name": "without suggestions",
                    "ratio": value / limit,
                    "target": f"≤ {TARGET_MS:g} ms",
                    "ok": value <= TARGET_MS,
                }
            )
    return rows


if __name__ == "__main__":
    for row in run():
        sys.stdout.write(f"{row}\n")
