r"""The words and offsets that a region of Label Studio's gives.

The words that a browser gives of a selection have other white space than the text,
and line ends written as ``\n``: they are compared without. Where the words stand only
once in the text, they are found there wherever the region says they are.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping
from typing import Any

from annotator.domain.annotations import Fragment

Value = Mapping[str, Any]

_MOST_SEARCHED = 1 << 30
"""Characters looked through for all words of one text together."""


class WordSearch:
    """Finds words that do not stand where a region says.

    Attributes:
        found: How many were.
    """

    def __init__(self, text: str) -> None:
        self.found = 0
        self._text = text
        self._bare = ""
        self._places: array[int] | None = None
        self._searched = 0

    def find(self, words: str | None) -> Fragment | None:
        """Return where *words* stand if that is in one place only."""
        wanted = _bare(_unescaped(words or ""))
        self._searched += len(self._text)
        if not wanted or self._searched > _MOST_SEARCHED:
            return None
        if self._places is None:
            # The text without white space, and where its characters stand in it.
            self._bare = _bare(self._text)
            spots = (n for n, c in enumerate(self._text) if not c.isspace())
            self._places = array("I", spots)
        first = self._bare.find(wanted)
        if first < 0 or self._bare.find(wanted, first + 1) >= 0:
            return None
        self.found += 1
        last = first + len(wanted) - 1
        return Fragment(self._places[first], self._places[last] + 1)


def words_of(value: Value) -> str | None:
    """Return the words that a region says it has."""
    words = value.get("text")
    return words if isinstance(words, str) and words else None


def alike(found: str, words: str) -> bool:
    """Tell whether they are the same but for white space."""
    return _bare(found) == _bare(_unescaped(words))


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


def _bare(text: str) -> str:
    return "".join(text.split())


def _unescaped(words: str) -> str:
    return words.replace("\\n", "\n")
