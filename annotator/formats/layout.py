r"""Tokens as spaCy lays them out: white space that is a token of its own included.

``Tokens`` leave white space out. spaCy and Prodigy do not: one blank after a token
belongs to it (``ws``), and whatever white space then remains is a token. The rule,
as spaCy's tokenizer has it: a run of white space after a token gives its first
character to that token if it is U+0020; the rest of the run is one token with no
blank after it; so is a run at the very start of the text, whole.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from operator import gt
from typing import NamedTuple

from annotator.domain.tokens import Tokens

_WORD = re.compile(r"\S+")
_RUN = re.compile(r"\A\s+| \s+|[^\S ]\s*")
"""White space that is more than a token's one blank; all of the run."""
_BREAK = re.compile(r"[^\S ]\s*")
"""The same without a blank in front, five times as fast to search for."""


class TokenLayout(NamedTuple):
    """All tokens of a text, without a gap.

    Attributes:
        words: The text of each token.
        starts: Code points.
        ends: Likewise.
        blanks: Whether U+0020 follows that belongs to the token.
    """

    words: list[str]
    starts: list[int]
    ends: list[int]
    blanks: list[bool]


def lay_out(text: str, tokens: Tokens) -> TokenLayout:
    """Return the tokens of *text* with white space; joined they are *text* exactly.

    What *tokens* leave out besides white space becomes tokens too, one a word.
    """
    starts, ends = tokens.starts.tolist(), tokens.ends.tolist()
    words = [text[start:end] for start, end in zip(starts, ends, strict=False)]
    if not words or "".join(words) != "".join(text.split()):
        return _lay_out_any(text, starts, ends)
    # From here on the gaps are white space and nothing else, most of them one
    # blank: only the others need looking at.
    blanks = list(map(gt, [*starts[1:], len(text)], ends))
    given = TokenLayout(words, starts, ends, blanks)
    layout = TokenLayout([], [], [], [])
    done = 0
    for start, end in _runs(text):
        upto = bisect_right(ends, start)
        _copy(layout, given, done, upto)
        done = upto
        _fill_blank(layout, text, start, end)
    _copy(layout, given, done, len(words))
    return layout


def _runs(text: str) -> Iterator[tuple[int, int]]:
    """Yield the runs of white space that are more than a token's one blank."""
    if "  " in text or text[0].isspace():
        for match in _RUN.finditer(text):
            yield match.span()
        return
    for match in _BREAK.finditer(text):
        start, end = match.span()
        yield start - (text[start - 1] == " "), end


def _copy(target: TokenLayout, source: TokenLayout, first: int, last: int) -> None:
    target.words.extend(source.words[first:last])
    target.starts.extend(source.starts[first:last])
    target.ends.extend(source.ends[first:last])
    target.blanks.extend(source.blanks[first:last])


def _lay_out_any(text: str, starts: list[int], ends: list[int]) -> TokenLayout:
    """Lay out tokens that leave out words, or hold white space."""
    layout = TokenLayout([], [], [], [])
    last = 0
    for start, end in zip(starts, ends, strict=True):
        _fill(layout, text, last, start)
        _add(layout, text, start, end)
        last = end
    _fill(layout, text, last, len(text))
    return layout


def _fill(layout: TokenLayout, text: str, start: int, end: int) -> None:
    """Add the tokens of a gap."""
    for match in _WORD.finditer(text, start, end):
        _fill_blank(layout, text, start, match.start())
        _add(layout, text, match.start(), match.end())
        start = match.end()
    _fill_blank(layout, text, start, end)


def _fill_blank(layout: TokenLayout, text: str, start: int, end: int) -> None:
    """Add a run of white space."""
    if start < end and start:
        layout.blanks[-1] = text[start] == " "
        start += layout.blanks[-1]
    if start < end:
        _add(layout, text, start, end)


def _add(layout: TokenLayout, text: str, start: int, end: int) -> None:
    layout.words.append(text[start:end])
    layout.starts.append(start)
    layout.ends.append(end)
    layout.blanks.append(False)
