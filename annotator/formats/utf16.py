"""Positions in UTF-16 units, as formats made in Java count them."""

from __future__ import annotations

import re
from array import array
from collections.abc import Sequence
from itertools import accumulate

from annotator.domain.text import normalise

CODE_POINTS = (
    "Its offsets count code points, not UTF-16 units as the format has it; "
    "they were read as that."
)
"""The sentence for files of tools that get this wrong."""

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


def units_of(text: str) -> Sequence[int]:
    """Return the UTF-16 position of every code point of *text*, and of its end."""
    if not _ASTRAL.search(text):
        return range(len(text) + 1)
    return array("I", accumulate((1 + (c > "\uffff") for c in text), initial=0))


class StoredPositions:
    """Where positions of a text as a file has it lie in the stored text.

    Attributes:
        text: The text as it is stored.

    Raises:
        InputError: It is no text that can be stored; half a sentence.
    """

    def __init__(self, raw: str) -> None:
        self.text = normalise(raw)
        self._raw = raw
        self._is_same = self.text == raw
        units = units_of(raw)
        self._size = units[-1]
        self._is_plain = self._is_same and isinstance(units, range)
        self._units = units
        self._by_unit: array[int] | None = None

    def of_unit(self, position: int) -> int:
        """Return the code point at a UTF-16 position; -1 where none starts."""
        if not 0 <= position <= self._size:
            return -1
        if self._is_plain:
            return position
        if self._by_unit is None:
            self._by_unit = array("i", [-1]) * (self._size + 1)
            points = _points(self._raw)
            for unit, point in zip(self._units, points, strict=True):
                self._by_unit[unit] = point
        return self._by_unit[position]

    def of_point(self, position: int) -> int:
        """Return the stored position of a code point of the file's text."""
        if not 0 <= position <= len(self._raw):
            return -1
        return self.of_unit(self._units[position])


def _points(raw: str) -> list[int]:
    """Return where each code point of *raw*, and its end, lies in the stored text."""
    points = []
    at = 0
    last = len(raw) - 1
    for index, character in enumerate(raw):
        points.append(at)
        dropped = (character == "\r" and index < last and raw[index + 1] == "\n") or (
            character == "\ufeff" and not index
        )
        at += not dropped
    points.append(at)
    return points
