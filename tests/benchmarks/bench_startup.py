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

# Tells the time of the first paint of a top-level window and ends the process.
HOOK = """
import sys, time
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget
class Watch(QObject):
    def eventFilter(self, target, event):
        if event.type() == QEvent.Type.Paint and isinstance(target, QWidget) \\
                and target.isWindow():
            QTimer.singleShot(0, self.tell)
        return False
    def tell(self):
        sys.stdout.write(str(time.monotonic())); sys.stdout.flush()
        import os; os._exit(0)
watch = Watch()
"""

BARE = (
    HOOK
    + """
app = QApplication([])
app.installEventFilter(watch)
window = QWidget(); window.show()
app.exec()
"""
)

OURS = """
import sys
import annotator.cli as cli, annotator.app as app
def watched(project, annotator):
    exec(hook, globals())
    made = QApplication.__init__
    def init(self, *args):
        made(self, *args)
        self.installEventFilter(watch)
    QApplication.__init__ = init
    return run(project, annotator)
run, app.run = app.run, watched
sys.argv = ["annotator", "open", sys.argv[1]]
cli.main()
"""


def once(code: str, *arguments: str) -> float:
    """Return the seconds until the first paint."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
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
        ours_code = f"hook = {HOOK!r}\n{OURS}"
        once(ours_code, project)
        pairs = [(once(ours_code, project), once(BARE)) for _ in range(rounds)]
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
