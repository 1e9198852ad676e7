"""Write the manual page from what the command line says of itself.

python packaging/man.py > annotator.1
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from typing import Any

import typer.main
from facts import facts

from annotator.cli import app

EXIT_CODES = (
    ("0", "Done."),
    (
        "1",
        "The input or the machine is at fault: one line on standard error says what.",
    ),
    ("2", "Wrong usage."),
)


def page() -> str:
    """Return the page, in the macros of man(7)."""
    return "".join(f"{line}\n" for line in _lines())


def _lines() -> Iterator[str]:
    known = facts()
    group: Any = typer.main.get_command(app)
    context = group.make_context("annotator", ["info"], resilient_parsing=True)
    version = f"annotator {known['VERSION']}"
    yield f'.TH ANNOTATOR 1 "{known["DATE"]}" "{version}" "User Commands"'
    what = group.help.rstrip(".")
    yield from (".SH NAME", f"annotator \\- {_plain(what[0].lower() + what[1:])}")
    yield from (".SH SYNOPSIS", ".B annotator", "[\\fICOMMAND\\fR]")
    yield from (".SH DESCRIPTION", *_text(group.help))
    yield from (".SH OPTIONS", *_options(group, context))
    yield ".SH COMMANDS"
    for name, command in group.commands.items():
        yield from _command(name, command, context)
    yield ".SH EXIT STATUS"
    for code, meaning in EXIT_CODES:
        yield from (".TP", f".B {code}", _plain(meaning))
    yield from (".SH FILES", ".TP", ".I *.annot")
    yield "A project: articles, what people marked, and every step, in one file."


def _command(name: str, command: Any, parent: Any) -> Iterator[str]:
    context = command.make_context(name, [], parent=parent, resilient_parsing=True)
    pieces = " ".join(command.collect_usage_pieces(context))
    yield f".SS annotator {_plain(name)} {_plain(pieces)}"
    yield from _text(command.help)
    yield from _options(command, context)


def _options(command: Any, context: Any) -> Iterator[str]:
    for parameter in command.get_params(context):
        record = parameter.get_help_record(context)
        if record is None:
            continue
        yield from (".TP", f".B {_plain(record[0])}")
        yield from _text(record[1] or "") if record[1] else ("\\&",)


def _text(text: str) -> Iterator[str]:
    for number, paragraph in enumerate(re.split(r"\n\s*\n", text.strip())):
        if number:
            yield ".PP"
        yield _plain(" ".join(paragraph.split()))


def _plain(text: str) -> str:
    """Return text in which nothing is a request, and a dash can be copied."""
    escaped = text.replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{escaped}" if escaped.startswith((".", "'")) else escaped


if __name__ == "__main__":
    sys.stdout.write(page())
