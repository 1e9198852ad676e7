"""From the command to the painted window, warm, beside bare PySide6.

Both are measured from before the interpreter starts to the end of the first
paint event, in a process of its own, on the offscreen platform.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

TARGET_S = 1.0

# Both tell the time after the first paint event and end the process.
TELL = """
import os, sys, time
def tell():
    sys.stdout.write(str(time.monotonic()))
    sys.stdout.flush()
    os._exit(0)
"""

BARE = (
    TELL
    + """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
class Window(QWidget):
    def paintEvent(self, event):
        QTimer.singleShot(0, tell)
app = QApplication([])
window = Window()
window.show()
app.exec()
"""
)

OURS = (
    TELL
    + """
import annotator.cli as cli
def watch():
    import annotator.app as app
    make = app.make_window
    def make_watched(*arguments):
        window = make(*arguments)
        window.first_painted.connect(tell)
        return window
    app.make_window = make_watched
window = cli._window
def watched(*arguments):
    watch()
    window(*arguments)
cli._window = watched
sys.argv = ["annotator", "open", sys.argv[1]]
cli.main()
"""
)


def once(code: str, *arguments: str) -> float:
    """Return the seconds until the first paint."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # warm means compiled
    start = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        capture_output=True,
        text=True,
        timeout=60,
        env=environment,
        check=False,
    )
    if not done.stdout:
        raise RuntimeError(done.stderr)
    return float(done.stdout.split()[-1]) - start


def run(*, quick: bool = False) -> list[dict[str, Any]]:
    """Return the figures: median of several starts, interleaved with bare ones."""
    from annotator.services.demo import make_demo

    rounds = 3 if quick else 7
    with tempfile.TemporaryDirectory() as folder:
        project = str(make_demo(Path(folder)))
        once(OURS, project)
        pairs = [(once(OURS, project), once(BARE)) for _ in range(rounds)]
    ours = statistics.median(pair[0] for pair in pairs)
    bare = statistics.median(pair[1] for pair in pairs)
    return [
        {
            "name": "window painted after the command",
            "value": ours,
            "unit": "s",
            "limit": bare,
            "limit_name": "bare PySide6 window",
            "ratio": ours / bare,
            "target": f"≤ {TARGET_S} s",
            "ok": ours <= TARGET_S,
        }
    ]


if __name__ == "__main__":
    for row in run():
        sys.stdout.write(f"{row}\n")
