"""The command line as a function, and a project to work on."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from annotator import cli

ARTICLES = {
    "bridge.txt": (
        "Norrby bridge to close\n\n"
        "NORRBY — Mayor Ada Lindqvist said the bridge would close on Monday.\n"
        "“We will reopen it,” Lindqvist said, “before the first snow falls.”\n"
        "The repairs cost 4.2 million euros, 30 percent more than planned.\n"
    ),
    "emoji.txt": (
        "Fans posted 👩‍🚒🔥 in Kyiv. "
        "“It was cafe\u0301 weather 🙂,” Ada Lindqvist said.\n"
    ),
    "arabic.txt": "قالت آدا ليندكفيست: «سنفتح الجسر». The bridge in Cairo reopens.\n",
    "crlf.txt": "One line.\r\nKyiv said “no” to Moscow.\r\n",
}


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """Return a folder of small articles: emoji, right to left, CRLF."""
    folder = tmp_path / "articles"
    folder.mkdir()
    for name, text in ARTICLES.items():
        (folder / name).write_bytes(text.encode())
    return folder


@pytest.fixture
def annotator(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., tuple[int, str, str]]:
    """Return the command as a function: arguments in; exit code, out, err back."""

    def run(*arguments: object) -> tuple[int, str, str]:
        monkeypatch.setattr("sys.argv", ["annotator", *map(str, arguments)])
        code: object = 0
        try:
            cli.main()
        except SystemExit as end:
            code = end.code or 0
        said = capsys.readouterr()
        return int(str(code)), said.out, said.err

    return run
