"""Fitting spans of characters to whole tokens, for formats that have nothing else."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import count
from typing import Generic, NamedTuple, TypeVar

from annotator.formats.layout import TokenLayout

T = TypeVar("T")

REPORT = "report"
EXPAND = "expand"
CONTRACT = "contract"


class TokenSpan(NamedTuple):
    """``[first, last)`` in tokens, white space ones counted."""

    first: int
    last: int


class TokenGrid:
    """Where the tokens of one text are.

    Attributes:
        layout: The tokens.
    """

    def __init__(self, layout: TokenLayout) -> None:
        self.layout = layout
        self._words, self._starts, self._ends, _ = layout
        self._first = dict(zip(self._starts, count(), strict=False))
        self._last = dict(zip(self._ends, count(1), strict=False))

    def exact(self, start: int, end: int) -> TokenSpan | None:
        """Return the tokens that are exactly these characters, or None."""
        first = self._first.get(start)
        last = self._last.get(end)
        return None if first is None or last is None else TokenSpan(first, last)

    def touched(self, start: int, end: int) -> TokenSpan:
        """Return the tokens that share a character with it."""
        return TokenSpan(
            bisect_right(self._ends, start), bisect_left(self._starts, end)
        )

    def mended(self, start: int, end: int, mend: str) -> TokenSpan | None:
        """Return it widened or narrowed to whole tokens, None where none is left."""
        touched = self.touched(start, end)
        if mend == EXPAND:
            return self.trimmed(touched)
        first = bisect_left(self._starts, start)
        last = bisect_right(self._ends, end)
        return self.trimmed(TokenSpan(first, last)) if mend == CONTRACT else None

    def trimmed(self, span: TokenSpan) -> TokenSpan | None:
        """Return it without white space at its ends, None where none is left."""
        first, last = span
        while first < last and self._words[first].isspace():
            first += 1
        while first < last and self._words[last - 1].isspace():
            last -= 1
        return TokenSpan(first, last) if first < last else None

    def characters(self, span: TokenSpan) -> tuple[int, int]:
        """Return the characters of a span of tokens."""
        return self._starts[span.first], self._ends[span.last - 1]


class Taken(Generic[T]):
    """Stretches of a text that are given away: none shares a character with another."""

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._held: list[tuple[int, T]] = []

    def holder(self, start: int, end: int) -> T | None:
        """Return who has the first of these characters that is taken; None if free."""
        index = bisect_right(self._starts, start)
        if index and self._held[index - 1][0] > start:
            return self._held[index - 1][1]
        if index < len(self._starts) and self._starts[index] < end:
            return self._held[index][1]
        return None

    def take(self, start: int, end: int, holder: T) -> None:
        """Give free characters away."""
        index = bisect_right(self._starts, start)
        self._starts.insert(index, start)
        self._held.insert(index, (end, holder))
