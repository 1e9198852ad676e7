"""Code points to UTF-16 units and back, for one text."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


class OffsetMap:
    """Offsets of one text in code points and in the UTF-16 units that Qt counts.

    Keeps the positions of what takes two units only, so that it costs nothing for
    most articles.
    """

    def __init__(self, text: str) -> None:
        self._astral: array[int] = array("I")
        if len(text.encode("utf-16-le")) != 2 * len(text):
            self._astral.extend(match.start() for match in _ASTRAL.finditer(text))
        # The k-th of them begins at this unit.
        self._astral_u16 = array("I", (p + k for k, p in enumerate(self._astral)))

    def to_u16(self, position: int) -> int:
        """Return the unit at which the code point at *position* begins."""
        return position + bisect_left(self._astral, position)

    def from_u16(self, position_u16: int) -> int:
        """Return the code point at a unit; within a pair, the pair's."""
        before = bisect_left(self._astral_u16, position_u16)
        if before and self._astral_u16[before - 1] + 1 == position_u16:
            return self._astral[before - 1]
        return position_u16 - before
