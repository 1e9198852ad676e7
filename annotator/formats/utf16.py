"""Positions in UTF-16 units, as formats made in Java count them."""

from __future__ import annotations

import re
import struct
from array import array
from collections.abc import Sequence

from annotator.domain.text import normalise
from annotator.domain.wording import noop

CODE_POINTS = noop(
    "Its offsets count code points, not UTF-16 units as the format has it; "
    "they were read as that."
)
"""The sentence for files of tools that get this wrong."""

_AT_ONCE = 1 << 14
_ASTRAL = re.compile("[\U00010000-\U0010ffff]")
_UNEVEN = re.compile("[\U00010000-\U0010ffff]|\r\n|\\A\ufeff")


def size_in_units(text: str) -> int:
    """Return how many UTF-16 units a text has."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def units_of(text: str) -> Sequence[int]:
    """Return the UTF-16 position of every code point of *text*, and of its end."""
    if not _ASTRAL.search(text):
        return range(len(text) + 1)
    units = array("i")
    done = 0
    for match in _ASTRAL.finditer(text):
        # As many units more as there were such characters before.
        at = match.start() + 1
        more = len(units) and units[-1] + 2 - done
        _append(units, range(done + more, at + more))
        done = at
    more = units[-1] + 2 - done
    _append(units, range(done + more, len(text) + 1 + more))
    return units


def _append(numbers: array[int], more: range) -> None:
    """Append numbers in less than half the time that ``array.extend`` takes."""
    for at in range(0, len(more), _AT_ONCE):
        piece = more[at : at + _AT_ONCE]
        numbers.frombytes(struct.pack(f"{len(piece)}i", *piece))


class StoredPositions:
    """Where positions of a text as a file has it lie in the stored text.

    Attributes:
        text: The text as it is stored.
        of_units: For each UTF-16 position the code point there, -1 where none starts.

    Raises:
        InputError: It is no text that can be stored; half a sentence.
    """

    def __init__(self, raw: str) -> None:
        self.text = normalise(raw)
        self._raw = raw
        self.of_units: Sequence[int] = range(len(raw) + 1)
        if _UNEVEN.search(raw):
            self.of_units = _points(raw)

    def of_points(self) -> Sequence[int]:
        """Return the stored position of each code point of the file's text."""
        return [self.of_units[unit] for unit in units_of(self._raw)]


def _points(raw: str) -> Sequence[int]:
    points = array("i")
    at = done = 0
    for match in _UNEVEN.finditer(raw):
        size = match.start() - done
        _append(points, range(at, at + size))
        at += size
        done = match.end()
        if match[0] == "\ufeff":
            points.append(at)
        else:
            points.extend((at, at if match[0] == "\r\n" else -1))
            at += 1
    _append(points, range(at, at + len(raw) - done + 1))
    return points
