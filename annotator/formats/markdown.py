"""Markdown: the text is kept exactly; details come from front matter and heading.

Front matter is optional: lines of ``key: value`` between two lines ``---`` at the
very top. ``title``, ``source``, ``date`` and ``url`` are the article's; every other
key is free metadata, its value kept as text. ``[a, b]`` and lines ``- a`` under a
key make a list. Front matter is not part of the text. A top that looks different
is text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from annotator.domain.errors import InputError
from annotator.domain.records import Problem, Record
from annotator.domain.text import document_id, normalise
from annotator.formats.base import Claim, Item, ReadOptions
from annotator.formats.details import gather
from annotator.formats.plain import read_text

_FENCE = re.compile(r"---[ \t]*\n(?P<body>.*?\n)?(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.S)
_ENTRY = re.compile(r"(?P<key>[^\s:#\-][^:\n]*?)[ \t]*:(?:[ \t]+(?P<value>.*))?")
_ITEM = re.compile(r"\s*-\s+(?P<value>.*)")
_HEADING = re.compile(r"^# +(?P<title>.+?)(?: +#+)?[ \t]*$", re.M)
_CODE_FENCE = re.compile(r"^(```|~~~).*?^\1", re.M | re.S)


class _Parsed(NamedTuple):
    """Front matter and the text after it."""

    matter: dict[str, object]
    text: str


class MarkdownReader:
    """Reads a Markdown file in any encoding that can be told."""

    name = "markdown"
    title = "Markdown"
    suffixes: tuple[str, ...] = (".md", ".markdown")
    by_folder = False

    def sniff(self, path: Path, head: bytes) -> Claim:
        """Take nothing that is not called Markdown: any text could be."""
        return Claim.LIKELY if path.suffix.lower() in self.suffixes else Claim.NO

    def companions(self, path: Path) -> tuple[Path, ...]:
        """Return nothing: the file is all there is."""
        return ()

    def read(self, path: Path, options: ReadOptions) -> Iterator[Item]:
        """Yield the article, or why it was left out."""
        try:
            matter, text = _split(normalise(read_text(path)))
            text = normalise(text)
        except InputError as error:
            yield Problem(path.name, f"{error}.")
            return
        details = gather(text, matter, title=_heading(text))
        yield Record(document_id(text), text, details, where=path.name)


def _split(text: str) -> _Parsed:
    """Part front matter from text; without one, the text is whole."""
    match = _FENCE.match(text)
    matter = _front_matter(match["body"] or "") if match else None
    if match is None or matter is None:
        return _Parsed({}, text)
    return _Parsed(matter, text[match.end() :])


def _front_matter(body: str) -> dict[str, object] | None:
    """Return the entries of a front matter, or None if it is none."""
    matter: dict[str, object] = {}
    key = ""
    for line in body.split("\n"):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        entry = _ENTRY.fullmatch(line)
        item = _ITEM.fullmatch(line)
        if entry:
            key = entry["key"].strip("\"'")
            matter[key] = _value(entry["value"] or "")
        elif item and key and (not matter[key] or isinstance(matter[key], list)):
            known = matter[key]
            items = known if isinstance(known, list) else []
            matter[key] = [*items, _scalar(item["value"])]
        else:
            return None
    return matter


def _value(given: str) -> object:
    given = given.strip()
    if given.startswith("[") and given.endswith("]"):
        return [_scalar(item) for item in given[1:-1].split(",") if item.strip()]
    return _scalar(given)


def _scalar(given: str) -> str:
    given = given.strip()
    if len(given) > 1 and given[0] == given[-1] and given[0] in "\"'":
        return given[1:-1]
    return given


def _heading(text: str) -> str:
    """Return the first first-level heading that is not inside code, or ""."""
    match = _HEADING.search(_CODE_FENCE.sub("", text))
    return match["title"].strip() if match else ""
