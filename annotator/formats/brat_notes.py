"""What our own brat files say besides, where brat's lines alone would not do.

An entity, a quote and a claim need none of it. Of any other annotation (of another
kind, without its main part, with a label that brat cannot spell) each ``T`` line has
a note of the type ``Annotator`` with five words: the kind, the role, a number that
ties the spans of one annotation together, and the label, which may hold blanks::

    #4⇥Annotator T7⇥event mention 12 press conference

brat shows it as a note on the span. That a folder is of our own making stands in the
first line of its ``annotation.conf``; there, the values of attributes that are not
text are written as such.
"""

from __future__ import annotations

import json
import re
from functools import lru_cache
from pathlib import Path

from annotator.domain.annotations import AttributeValue
from annotator.formats.foreign import Own

NOTE_TYPE = "Annotator"
NOTES = "AnnotatorNotes"
CONFIG = "annotation.conf"
FIRST_LINE = "# Written by Annotator, for brat 1.3 and later."

_INTEGER = re.compile(r"0|-?[1-9]\d{0,40}")


def own_note(own: Own) -> str:
    """Return the text of the note that says it."""
    return f"{own.kind} {own.role} {own.annotation} {own.label}"


def read_own_note(text: str) -> Own | None:
    """Return what a note of ours says, None where it is none."""
    pieces = text.split(" ", 3)
    if len(pieces) != 4 or not all(pieces):
        return None
    kind, role, annotation, label = pieces
    return Own(annotation, kind, label, role)


def write_value(value: AttributeValue) -> str | None:
    """Return an attribute's value as a line has it; None for a plain flag."""
    if value is True:
        return None
    if not isinstance(value, str):
        return json.dumps(value)
    looks_otherwise = not isinstance(_read_plain(value), str)
    needs_quotes = looks_otherwise or not value or value != value.strip()
    if needs_quotes or value.startswith('"') or not value.isprintable():
        return json.dumps(value)
    return value


def read_value(text: str | None) -> AttributeValue:
    """Return the value that a line of our own says."""
    if text is None:
        return True
    if text.startswith('"'):
        try:
            value = json.loads(text)
        except ValueError:
            return text
        return value if isinstance(value, str) else text
    return _read_plain(text)


def _read_plain(text: str) -> AttributeValue:
    if text in ("true", "false"):
        return text == "true"
    if _INTEGER.fullmatch(text):
        return int(text)
    try:
        number = float(text)
    except ValueError:
        return text
    return number if json.dumps(number) == text else text


def is_ours(folder: Path) -> bool:
    """Tell whether a folder, or the one above it, is an export of ours."""
    for place in (folder, folder.parent):
        path = place / CONFIG
        try:
            stamp = path.stat().st_mtime_ns
        except OSError:
            continue
        return _begins_as_ours(path, stamp)
    return False


@lru_cache(maxsize=64)
def _begins_as_ours(path: Path, stamp: int) -> bool:
    del stamp  # a changed file is looked into again
    try:
        with path.open("rb") as file:
            return file.read(200).decode("utf-8", "replace").startswith(FIRST_LINE)
    except OSError:
        return False
