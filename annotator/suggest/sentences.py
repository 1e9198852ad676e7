"""Where sentences start and where long texts may be cut, by rule, without a model."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

PIECE_CHARACTERS = 30_000
"""Longer texts go through a pipeline in pieces: its memory grows with the length."""

_CLOSERS = "\"'”’»)\\]"
_END = re.compile(rf"[.!?…]+[{_CLOSERS}]*(?=\s)")
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")
_LINE_END = re.compile(r"\n\s*")
_OPENERS = "\"'“‘«(["
_WRAPPED_SHARE = 0.3
_WRAPPED_LINES = 4


def sentence_starts(text: str, starts: Sequence[int]) -> list[int]:
    """Return where sentences start: a rising subset of *starts*.

    A sentence ends after a full stop, question or exclamation mark that is a token
    of its own (so not in "U.S."), unless a lower-case word follows; at a blank
    line; and at every line end, unless the text is broken into lines of one width.

    Args:
        starts: Where the tokens of *text* start, rising.
    """
    if not starts:
        return []
    known = set(starts)
    line_end = _BLANK_LINE if _is_hard_wrapped(text) else _LINE_END
    borders = {match.end() for match in line_end.finditer(text)}
    for match in _END.finditer(text):
        if match.start() in known and not _carries_on(text, match.end()):
            borders.add(match.end())
    found = {starts[0]}
    for border in borders:
        index = bisect_left(starts, border)
        if index < len(starts):
            found.add(starts[index])
    return sorted(found)


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Return ``(start, end)`` of the paragraphs, blank ones left out.

    Paragraphs end at blank lines; every line is one where the text is not broken
    into lines of one width.
    """
    border = _BLANK_LINE if _is_hard_wrapped(text) else _LINE_END
    found = []
    start = 0
    for match in border.finditer(text):
        if text[start : match.start()].strip():
            found.append((start, match.start()))
        start = match.end()
    if text[start:].strip():
        found.append((start, len(text)))
    return found


def pieces(text: str, limit: int = PIECE_CHARACTERS) -> Iterator[tuple[int, str]]:
    """Yield ``(offset, piece)``: *text* cut at borders of paragraphs where it can be.

    Cut at a line end where no blank line is near enough, then at a blank, then
    anywhere. The pieces put together are the text.
    """
    start = 0
    while len(text) - start > limit:
        end = _cut(text, start, start + limit)
        yield start, text[start:end]
        start = end
    yield start, text[start:]


def _cut(text: str, start: int, limit: int) -> int:
    for border in ("\n\n", "\n", " "):
        # Not in the first half: a border there would make many small pieces.
        found = text.rfind(border, start + (limit - start) // 2, limit)
        if found != -1:
            return found + len(border)
    return limit


def _carries_on(text: str, position: int) -> bool:
    """Whether what follows the blanks at *position* starts in lower case."""
    end = len(text)
    while position < end and (text[position].isspace() or text[position] in _OPENERS):
        position += 1
    return position < end and text[position].islower()


def _is_hard_wrapped(text: str) -> bool:
    """Whether lines break inside sentences, as in plain-text books and mails."""
    lines = [line for line in text[:PIECE_CHARACTERS].split("\n") if line.strip()]
    if len(lines) < _WRAPPED_LINES:
        return False
    carried = sum(
        following.lstrip()[0].islower()
        for line, following in pairwise(lines)
        if line.rstrip()[-1].isalnum() or line.rstrip()[-1] in ",;-–—"
    )
    return carried >= _WRAPPED_SHARE * (len(lines) - 1)
