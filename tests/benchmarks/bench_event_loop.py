"""How long the window keeps its user waiting while suggestions stream in.

The real window opens a project of many articles and suggests for all of them. A
timer that ought to fire every 5 ms tells the gaps in the event loop, while the
next article is opened every second, as an impatient annotator would. The limit
is the same window with suggestions off.
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
from PySide6.QtCore import QTimer, Qt
from annotator.app import make_application, make_window

app = make_application()
window = make_window(app, "ada")
window.show()
gaps, last = [], [time.perf_counter()]
seconds, suggesting = float(sys.argv[2]), sys.argv[3] == "on"

def beat():
    moment = time.perf_counter()
    gaps.append((moment - last[0]) * 1000)
    last[0] = moment

def finish():
    sys.stdout.write(json.dumps(gaps))
    sys.stdout.flush()
    window.close()
    app.quit()

def begin():
    if window.article.document is None:
        return QTimer.singleShot(100, begin)
    QTimer.singleShot(3000, watch)  # opening has been paid for

def watch():
    last[0] = time.perf_counter()
    pulse.start(5)
    walk.start(1000)
    QTimer.singleShot(int(seconds * 1000), finish)

pulse = QTimer(timerType=Qt.TimerType.PreciseTimer)
pulse.timeout.connect(beat)
walk = QTimer()
walk.timeout.connect(window.documents.next)
if not suggesting:
    choose = window.suggesting.set_project
    window.suggesting.set_project = lambda project, everything: choose(
        project, everything=False
    )
window.project.open_path(Path(sys.argv[1]))
QTimer.singleShot(100, begin)
app.exec()
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


def gaps(path: Path, seconds: float, suggestions: str) -> list[float]:
    """Return the gaps in milliseconds, of a window of its own."""
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
        timeout=seconds + 120,
        env=environment,
        check=False,
    )
    if not done.stdout:
        raise RuntimeError(done.stderr)
    return sorted(json.loads(done.stdout))


def run(*, quick: bool = False) -> list[dict[str, Any]]:
    """Return the longest and the 99th percentile of the gaps."""
    seconds, count = (5.0, 200) if quick else (20.0, 1000)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        measured = {}
        for suggestions in ("off", "on"):
            path = folder / f"{suggestions}.annot"
            make_project(path, count)
            measured[suggestions] = gaps(path, seconds, suggestions)
    on, off = measured["on"], measured["off"]
    rows = []
    for what, pick in (("longest", -1), ("p99", -max(len(on) // 100, 1))):
        value, limit = on[pick], off[max(pick, -len(off))]
        rows.append(
            {
                "name": f"event-loop gap while suggesting, {what}",
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
