r"""The words and offsets that a region of Label Studio's gives.

The words that a browser gives of a selection have other white space than the text,
and line ends written as ``\n``: they are compared without. Where the words stand only
once in the text, they are found there wherever the region says they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any

from annotator.domain.annotations import Fragment

Value = Mapping[str, Any]

_MAX_WORDS = 10_000
"""Characters: longer passages are not searched for."""
_MAX_SEARCHES = 1_000
"""In one text."""


class WordSearch:
    """Finds words that do not stand where a region says.

    Attributes:
        found: How many were.
    """

    def __init__(self, text: str) -> None:
        self.found = 0
        self._text = text
        self._searches = 0

    def find(self, words: str | None) -> Fragment | None:
        """Return where *words* stand if that is in one place only."""
        parts = _plain(words or "").split()
        if not parts or len(words or "") > _MAX_WORDS:
            return None
        self._searches += 1
        if self._searches > _MAX_SEARCHES:
            return None
        pattern = re.compile(r"\s*".join(map(re.escape, parts)))
        matches = list(islice(pattern.finditer(self._text), 2))
        if len(matches) != 1:
            return None
        self.found += 1
        return Fragment(*matches[0].span())


def words_of(value: Value) -> str | None:
    """Return the words that a region says it has."""
    words = value.get("text")
    return words if isinstance(words, str) and words else None


def alike(found: str, words: str) -> bool:
    """Tell whether they are the same but for white space."""
    return "".join(found.split()) == "".join(_plain(words).split())


def places(value: Value) -> Iterator[tuple[int, int]]:
    """Yield the pairs of offsets that a value gives."""
    inner = value.get("globalOffsets")
    pairs = [(value.get("start"), value.get("end"))]
    if isinstance(inner, dict):
        pairs.append((inner.get("start"), inner.get("end")))
    pairs.append((value.get("startOffset"), value.get("endOffset")))
    for pair in pairs:
        start, end = map(whole, pair)
        if start is not None and end is not None:
            yield start, end


def whole(value: object) -> int | None:
    """Return a whole number, however it is written."""
    if isinstance(value, str) and value.isdecimal() and len(value) < 10:
        return int(value)
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _plain(words: str) -> str:
    return words.replace("\\n", "\n")
