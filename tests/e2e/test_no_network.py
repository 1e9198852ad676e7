"""Nothing leaves the machine unless somebody asked for a page by its address.

Every program of a run, the child that runs pipelines included, is one in which any
attempt to reach another machine ends it with a mark on the disk.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

# Python runs this at the start of every process that has it on its path.
WATCH = """
import os, socket, sys
MARK = {mark!r}

def watch(event, arguments):
    if event not in {{
        "socket.connect", "socket.sendto", "socket.sendmsg", "socket.getaddrinfo",
        "socket.gethostbyname", "socket.gethostbyaddr", "urllib.Request",
        "http.client.connect", "ftplib.connect", "smtplib.connect",
    }}:
        return
    if event.startswith("socket.") and arguments and hasattr(arguments[0], "family"):
        if arguments[0].family == getattr(socket, "AF_UNIX", None):
            return
    with open(MARK, "a") as file:
        file.write(f"{{event}} {{arguments}} in {{sys.argv}}\\n")
    raise OSError("no network here")

sys.addaudithook(watch)
with open({seen!r}, "a") as file:
    file.write(f"{{os.getpid()}}\\n")
"""

ALL_OF_THEM = """
import ast, sys
from annotator import cli
for arguments in sys.argv[1:]:
    sys.argv = ["annotator", *ast.literal_eval(arguments)]
    try:
        cli.main()
    except SystemExit:
        pass
print("all done")
"""


@pytest.fixture
def run(tmp_path: Path):
    """Return the command line as processes that are watched."""
    folder = tmp_path / "watch"
    folder.mkdir()
    mark, seen = tmp_path / "reached.txt", tmp_path / "processes.txt"
    code = WATCH.format(mark=str(mark), seen=str(seen))
    (folder / "sitecustomize.py").write_text(code, "utf-8")
    path = os.pathsep.join([str(folder), str(ROOT)])

    def call(*arguments: object) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, *map(str, arguments)],
            capture_output=True,
            text=True,
            check=False,
            env={**os.environ, "PYTHONPATH": path, "QT_QPA_PLATFORM": "offscreen"},
        )

    call.mark, call.seen = mark, seen
    return call


def test_the_watch_sees_what_would_leave(run) -> None:
    attempt = "import socket; socket.create_connection(('192.0.2.1', 80), 1)"
    assert run("-c", attempt).returncode != 0
    assert "socket." in run.mark.read_text("utf-8")


def test_a_whole_day_of_work_reaches_nobody(run, tmp_path: Path) -> None:
    project, texts = tmp_path / "news.annot", tmp_path / "texts"
    texts.mkdir()
    (texts / "a.txt").write_text("“We stay,” said Ada Brook in Velm.\n", "utf-8")
    page = (
        "<html><head><title>Port</title><link rel=stylesheet"
        " href=http://192.0.2.1/a.css></head><body><article><img"
        " src=http://192.0.2.1/a.png><p>Omar Haddad said the port would stay open on"
        " Monday, whatever the council in Velm decides about its future.</p>"
        "</article></body></html>"
    )
    (texts / "b.html").write_text(page, "utf-8")
    entity = '<!DOCTYPE r SYSTEM "http://192.0.2.1/x.dtd"><rss version="2.0"/>'
    (texts / "c.rss").write_text(entity, "utf-8")
    commands = [
        ("new", project),
        ("import", project, texts),
        ("suggest", project),
        ("export", project, tmp_path / "o.jsonl", "--format", "jsonl"),
        ("export", project, tmp_path / "o", "--format", "docbin", "--suggestions"),
        ("info", project),
        ("check", project),
        ("backup", project, tmp_path / "copy.annot"),
    ]
    done = run("-c", ALL_OF_THEM, *(repr([*map(str, one)]) for one in commands))
    assert done.stdout.endswith("all done\n"), done.stderr
    assert "Traceback" not in done.stderr, done.stderr
    assert not run.mark.exists(), run.mark.read_text("utf-8")
    processes = run.seen.read_text("utf-8").split()
    assert len(set(processes)) == 2, "the child that runs the pipeline is watched, too"


def test_the_window_reaches_nobody(run, tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path\n"
        "from annotator.services.project import Project\n"
        "from annotator.services.importing import import_paths\n"
        "path = Path(sys.argv[1])\n"
        "(path.parent / 'a.txt').write_text('Ada Brook stays in Velm.')\n"
        "with Project.create(path) as project:\n"
        "    import_paths(project, [path.parent / 'a.txt'])\n"
        "import annotator.app as application\n"
        "from PySide6.QtCore import QTimer\n"
        "make = application.make_window\n"
        "def made(app, annotator):\n"
        "    window = make(app, annotator)\n"
        "    def look():\n"
        "        document = window.article.document\n"
        "        if document is not None and document.suggestions:\n"
        "            print('suggested'); window.close(); app.quit()\n"
        "        else: QTimer.singleShot(100, look)\n"
        "    look()\n"
        "    return window\n"
        "application.make_window = made\n"
        "application.run(path, 'ada')\n"
    )
    done = run("-c", code, tmp_path / "news.annot")
    assert "suggested" in done.stdout, done.stderr
    assert not run.mark.exists(), run.mark.read_text("utf-8")


def test_one_module_alone_knows_how_to_connect() -> None:
    imported = re.compile(
        r"^\s*(?:import|from)\s+(socket|ssl|http|urllib\.request|ftplib|smtplib|"
        r"requests|httpx|aiohttp|urllib3|xmlrpc)\b",
        re.MULTILINE,
    )
    found = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "annotator").rglob("*.py")
        if imported.search(path.read_text("utf-8"))
    }
    allowed = {"annotator/services/connecting.py", "annotator/services/fetching.py"}
    assert found <= allowed
