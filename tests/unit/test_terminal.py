"""How commands speak."""

from __future__ import annotations

from annotator.commands import terminal
from annotator.domain.records import Problem


def test_what_many_lines_share_is_said_once(capsys, monkeypatch):
    monkeypatch.setattr(terminal, "PROBLEMS_SHOWN", 2)
    problems = [Problem(f"a.jsonl, line {n}", "the text is empty.") for n in (1, 2, 3)]
    problems += [Problem(f"{name}.txt", "it is damaged.") for name in ("b", "c")]
    terminal.show_problems(problems, "left out")
    assert capsys.readouterr().out.splitlines() == [
        "5 left out:",
        "  a.jsonl, line 1: the text is empty. (and 2 more like it)",
        "  b.txt: it is damaged.",
        "  … and 1 more",
    ]
    terminal.show_problems([], "left out")
    assert capsys.readouterr().out == ""
