r"""Tokens as spaCy lays them out: white space that is a token of its own included.

``Tokens`` leave white space out. spaCy and Prodigy do not: one blank after a token
belongs to it (``ws``), and whatever white space then remains is a token. The rule,
as spaCy's tokenizer has it: a run of white space after a token gives its first
character to that token if it is U+0020; the rest of the run is one token with no
blank after it; so is a run at the very start of the text, whole.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from annotator.domain.tokens import Tokens

_WORD = re.compile(r"\S+")


class TokenLayout(NamedTuple):
    """All tokens of a text, without a gap.

    Attributes:
        starts: Code points.
        ends: Likewise.
        blanks: Whether U+0020 follows that belongs to the token.
    """

    starts: list[int]
    ends: list[int]
    blanks: list[bool]


def lay_out(text: str, tokens: Tokens) -> TokenLayout:
    """Return the tokens of *text* with white space; joined they are *text* exactly.

    What *tokens* leave out besides white space becomes tokens too, one a word.
    """
    layout = TokenLayout([], [], [])
    starts, ends, blanks = layout
    last = 0
    for start, end in zip(tokens.starts, tokens.ends, strict=True):
        if start != last:
            if start == last + 1 and last and text[last] == " ":
                blanks[-1] = True
            else:
                _fill(text, last, start, layout)
        starts.append(start)
        ends.append(end)
        blanks.append(False)
        last = end
    _fill(text, last, len(text), layout)
    return layout


def _fill(text: str, start: int, end: int, layout: TokenLayout) -> None:
    """Add the tokens of a gap."""
    for match in _WORD.finditer(text, start, end):
        _fill_blank(text, start, match.start(), layout)
        _add(layout, match.start(), match.end())
        start = match.end()
    _fill_blank(text, start, end, layout)


def _fill_blank(text: str, start: int, end: int, layout: TokenLayout) -> None:
    """Add a run of white space."""
    if start < end and start and text[start] == " ":
        layout.blanks[-1] = True
        start += 1
    if start < end:
        _add(layout, start, end)


def _add(layout: TokenLayout, start: int, end: int) -> None:
    layout.starts.append(start)
    layout.ends.append(end)
    layout.blanks.append(False)
