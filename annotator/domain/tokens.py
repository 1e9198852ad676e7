"""Tokens and sentences of a text as sorted offsets, and snapping to them."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from operator import le, lt

from annotator.domain.annotations import Fragment
from annotator.domain.wording import noop

MADE_ANEW = noop("Its tokens do not fit the text; they will be made anew.")
"""What is said where a file's tokens are left out."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of one document, white space left out.

    Attributes:
        tokenizer: The name of what made them, e.g. ``en_core_web_sm-3.8.0``.
        starts: Code points, strictly rising; typecode ``I``.
        ends: Likewise; ``starts[i] < ends[i] <= starts[i + 1]``.
        sentences: Where sentences start; a subset of ``starts``, rising.
    """

    tokenizer: str
    starts: array[int]
    ends: array[int]
    sentences: array[int]

    @classmethod
    def of(
        cls,
        tokenizer: str,
        spans: Iterable[tuple[int, int]],
        sentences: Iterable[int] = (),
    ) -> Tokens:
        """Make tokens of ``(start, end)`` pairs."""
        pairs = list(spans)
        return cls(
            tokenizer,
            array("I", [start for start, _ in pairs]),
            array("I", [end for _, end in pairs]),
            array("I", sentences),
        )

    def __len__(self) -> int:
        return len(self.starts)

    def fit(self, length: int) -> bool:
        """Return whether they are what they must be, in a text of that length."""
        sentences = self.sentences
        return (
            all(map(lt, self.starts, self.ends))
            and all(map(le, self.ends, self.starts[1:]))
            and (not self.ends or self.ends[-1] <= length)
            and all(map(lt, sentences, sentences[1:]))
            and set(sentences) <= set(self.starts)
        )

    def covering(self, start: int, end: int) -> tuple[int, int]:
        """Return ``[first, last)``: the tokens that share a character with it."""
        return bisect_right(self.ends, start), bisect_left(self.starts, end)

    def snap(self, start: int, end: int) -> Fragment | None:
        """Return ``[start, end)`` widened to whole tokens; None where it has none."""
        first, last = self.covering(start, end)
        if first >= last:
            return None
        return Fragment(self.starts[first], self.ends[last - 1])

    def aligned(self, start: int, end: int) -> tuple[int, int] | None:
        """Return ``[first, last)`` if tokens start and end exactly there, or None."""
        first = bisect_left(self.starts, start)
        last = bisect_left(self.ends, end)
        if first >= len(self) or last >= len(self):
            return None
        if self.starts[first] != start or self.ends[last] != end or first > last:
            return None
        return first, last + 1

    def sentence(self, position: int) -> Fragment | None:
        """Return the sentence at *position*, without the white space after it."""
        if not self.sentences:
            return None
        index = max(bisect_right(self.sentences, position) - 1, 0)
        start = self.sentences[index]
        if index + 1 == len(self.sentences):
            last = len(self)
        else:
            last = bisect_left(self.starts, self.sentences[index + 1])
        return Fragment(start, self.ends[last - 1])
