"""A text as blocks that are laid out one by one: paragraphs, very long ones cut."""

from __future__ import annotations

import unicodedata
from array import array
from bisect import bisect_right
from collections.abc import Iterator

from annotator.domain.annotations import Fragment

LONGEST = 4000
_LOOK_BACK = 400
_REGIONAL = range(0x1F1E6, 0x1F200)
_SKIN_TONES = range(0x1F3FB, 0x1F400)
_JOINER = "\u200d"


class Blocks:
    """Where the blocks of a text start and end.

    A block ends before its line feed. A paragraph of more than ``LONGEST``
    characters is several blocks that touch.

    Attributes:
        starts: Code points, strictly rising.
        ends: Likewise; ``ends[i] <= starts[i + 1]``.
        continued: 1 where a block goes on with the paragraph of the one before.
    """

    def __init__(self, text: str) -> None:
        self.starts: array[int] = array("I")
        self.ends: array[int] = array("I")
        self.continued = bytearray()
        start = 0
        for line in text.split("\n"):
            end = start + len(line)
            first = start
            if end - start > LONGEST:
                for cut in _cuts(text, start, end):
                    self._add(start, cut, is_continued=start > first)
                    start = cut
            self._add(start, end, is_continued=start > first)
            start = end + 1

    def _add(self, start: int, end: int, *, is_continued: bool) -> None:
        self.starts.append(start)
        self.ends.append(end)
        self.continued.append(is_continued)

    def __len__(self) -> int:
        return len(self.starts)

    def at(self, position: int) -> int:
        """Return the block that *position* lies in; its line feed belongs to it."""
        return max(bisect_right(self.starts, position) - 1, 0)

    def covering(self, start: int, end: int) -> tuple[int, int]:
        """Return the first and the last block that ``[start, end)`` reaches."""
        first = bisect_right(self.starts, start) - 1
        if end <= self.ends[first]:
            return first, first
        return first, bisect_right(self.starts, max(start, end - 1)) - 1

    def paragraph(self, position: int) -> Fragment:
        """Return the whole paragraph at *position*; may be empty."""
        first = last = self.at(position)
        while self.continued[first]:
            first -= 1
        while last + 1 < len(self) and self.continued[last + 1]:
            last += 1
        return Fragment(self.starts[first], self.ends[last])


def _cuts(text: str, start: int, end: int) -> Iterator[int]:
    """Yield where a long paragraph is cut: after a blank if there is one near."""
    while end - start > LONGEST:
        limit = start + LONGEST
        window = text[limit - _LOOK_BACK : limit]
        blank = max(window.rfind(" "), window.rfind("\t"))
        if blank >= 0:
            cut = limit - _LOOK_BACK + blank + 1
        else:
            cut = limit
            while cut > limit - _LOOK_BACK and _joined(text[cut - 1], text[cut]):
                cut -= 1
        yield cut
        start = cut


def _joined(before: str, after: str) -> bool:
    """Return whether a cut between two characters would break a visible one."""
    code = ord(after)
    return (
        unicodedata.category(after) in ("Mn", "Mc", "Me", "Cf")
        or before == _JOINER
        or code in _SKIN_TONES
        or (code in _REGIONAL and ord(before) in _REGIONAL)
    )
