r"""What Label Studio shows of a task, as a text, and where its regions lie in it.

``Text``
    A string. ``start`` and ``end`` count code points; versions before 2021 counted
    UTF-16 units. The region's words decide.
``HyperText``
    HTML. A region gives XPaths with offsets, and ``globalOffsets`` that count the
    characters of all text nodes, a line break as one (LSF, ``selection-tools.js``).
    The stored text has a line end besides wherever a block starts.
``Paragraphs``
    Turns of a dialogue. ``start`` and ``end`` are the numbers of turns, with offsets
    in their texts. In the stored text every turn is a line, its speaker in front.

The words that a browser gives of a selection have other white space than the text,
and line ends written as ``\n``: they are compared without. Where the words stand only
once in the text, they are found there wherever the region says they are.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Protocol

from annotator.domain.annotations import Fragment
from annotator.domain.errors import InputError
from annotator.domain.text import normalise
from annotator.domain.wording import tr
from annotator.formats.label_studio_html import HyperText
from annotator.formats.label_studio_words import (
    Value,
    WordSearch,
    alike,
    places,
    whole,
    words_of,
)
from annotator.formats.offsets import OffsetMap

_ADDRESS = re.compile(r"(?:[a-z][a-z0-9+.-]{1,9}://|/data/)\S+", re.I)
_LINE = re.compile(r"/text\(\)\[([1-9]\d{0,6})\]")
_TAG = re.compile(r"<[a-zA-Z!/][^>]*>")


class ShownText(Protocol):
    """A text of a task as it is shown.

    Attributes:
        text: As it is stored.
    """

    text: str

    def find(self, value: Value) -> Fragment | None:
        """Return the span that a region's value means, or None if there is none."""
        ...

    def repaired(self) -> int:
        """Return how many regions were found elsewhere than they say."""
        ...


def shown(data: object, *, page: bool = False) -> ShownText:
    """Return how a field of a task's data is shown.

    Args:
        data: The field.
        page: Tags in it are HTML.

    Raises:
        InputError: It is no text, or none that can be stored; half a sentence.
    """
    if isinstance(data, str):
        if _ADDRESS.fullmatch(data.strip()):
            raise InputError(
                tr("its text is not in the file but at {data}", data=data.strip())
            )
        return HyperText(data) if page and _TAG.search(data) else _PlainText(data)
    if isinstance(data, list) and data and all(map(_turn, data)):
        return _Dialogue(data)
    raise InputError(tr("it is no text"))


def is_page(values: Sequence[Value], type_name: str) -> bool:
    """Tell whether regions are in a page: of its type, or placed by XPaths."""
    by_node = any(isinstance(v.get("start"), str) and "/" in v["start"] for v in values)
    return by_node or type_name == "hypertextlabels"


class _PlainText:
    """A string, shown as it is."""

    def __init__(self, raw: str) -> None:
        self._offsets = OffsetMap(raw)
        self.text = self._offsets.text
        self._lines: list[int] | None = None
        self._search = WordSearch(self.text)

    def find(self, value: Value) -> Fragment | None:
        words = words_of(value)
        start, end = value.get("start"), value.get("end")
        if type(start) is int and type(end) is int:  # nearly always
            found = self._offsets.find(start, end, words)
            if found is not None:
                return found
        for start, end in (*self._in_lines(value), *places(value)):
            found = self._offsets.find(start, end, words)
            if found is not None:
                return found
            if words is not None and 0 <= start < end <= len(self._offsets.raw):
                found = self._offsets.fragment(start, end)
                if alike(self.text[found.start : found.end], words):
                    return found
        return self._search.find(words)

    def _in_lines(self, value: Value) -> list[tuple[int, int]]:
        """Return the offsets meant by XPaths: each line with words is a node."""
        ends = [self._in_line(value, side) for side in ("start", "end")]
        return [] if None in ends else [(ends[0] or 0, ends[1] or 0)]

    def _in_line(self, value: Value, side: str) -> int | None:
        path, offset = value.get(side), value.get(f"{side}Offset")
        match = _LINE.fullmatch(path) if isinstance(path, str) else None
        if match is None or not isinstance(offset, int):
            return None
        if self._lines is None:
            self._lines = [m.start() for m in re.finditer(r"[^\n]+", self._offsets.raw)]
        number = int(match[1]) - 1
        return self._lines[number] + offset if number < len(self._lines) else None

    def repaired(self) -> int:
        return self._offsets.repaired + self._search.found


class _Dialogue:
    """The turns of a dialogue, one a line."""

    def __init__(self, turns: Sequence[Value]) -> None:
        self._lines: list[tuple[int, OffsetMap]] = []
        pieces: list[str] = []
        size = 0
        for turn in turns:
            speaker, words = _turn(turn) or ("", "")
            front = f"{speaker}: " if speaker else ""
            offsets = OffsetMap(words) if words.strip() else OffsetMap("…")
            self._lines.append((size + len(front), offsets))
            pieces.append(f"{front}{offsets.text}")
            size += len(pieces[-1]) + 1
        self.text = normalise("\n".join(pieces))
        self._search = WordSearch(self.text)

    def find(self, value: Value) -> Fragment | None:
        words = words_of(value)
        start = self._end(value.get("start"), value.get("startOffset"))
        end = self._end(value.get("end"), value.get("endOffset"))
        if 0 <= start < end <= len(self.text) and (
            words is None or alike(self.text[start:end], words)
        ):
            return Fragment(start, end)
        return self._search.find(words)

    def _end(self, turn: object, offset: object) -> int:
        number = whole(turn)
        if number is None or not isinstance(offset, int):
            return -1
        if not 0 <= number < len(self._lines):
            return -1
        first, offsets = self._lines[number]
        return first + offsets.fragment(0, offset).end

    def repaired(self) -> int:
        return self._search.found


def _turn(given: object) -> tuple[str, str] | None:
    """Return speaker and words of a turn; None where it is none."""
    if not isinstance(given, dict):
        return None
    names = ("text", "content", "utterance", "message", "dialogue")
    words = next((given[n] for n in names if isinstance(given.get(n), str)), None)
    if words is None:
        return None
    names = ("author", "speaker", "name", "role", "user")
    speaker = next((given[n] for n in names if isinstance(given.get(n), str)), "")
    return speaker, words
