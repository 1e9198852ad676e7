"""Positions in UTF-16 units, as formats made in Java count them."""

from __future__ import annotations

import re
from array import array
from collections.abc import Sequence
from typing import TYPE_CHECKING

from annotator.domain.text import normalise

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

CODE_POINTS = (
    "Its offsets count code points, not UTF-16 units as the format has it; "
    "they were read as that."
)
"""The sentence for files of tools that get this wrong."""

_LAST_OF_ONE_UNIT = 0xFFFF
_CR, _LF = 0x0D, 0x0A
_ASTRAL = re.compile("[\U00010000-\U0010ffff]")
_UNEVEN = re.compile("[\U00010000-\U0010ffff]|\r\n|\\A\ufeff")


def size_in_units(text: str) -> int:
    """Return how many UTF-16 units a text has."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def units_of(text: str) -> Sequence[int]:
    """Return the UTF-16 position of every code point of *text*, and of its end."""
    if not _ASTRAL.search(text):
        return range(len(text) + 1)
    # Imported here: most texts do without.
    import numpy as np

    units = np.arange(len(text) + 1, dtype=np.uint32)
    units[1:] += np.cumsum(_codes(text) > _LAST_OF_ONE_UNIT, dtype=np.uint32)
    return array("I", units.tobytes())


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
    """Return ``of_units`` for a text where positions move."""
    import numpy as np

    codes = _codes(raw)
    units, stored = (np.ones(len(raw) + 1, np.int32) for _ in range(2))
    units[1:] += codes > _LAST_OF_ONE_UNIT
    # Of CRLF the line feed is stored, of a byte order mark nothing.
    stored[1:-1] -= (codes[:-1] == _CR) & (codes[1:] == _LF)
    stored[1] -= raw[0] == "\ufeff"
    # Where each character starts: behind those before it.
    units[0] = stored[0] = 0
    np.cumsum(units, out=units)
    np.cumsum(stored, out=stored)
    points = np.full(units[-1] + 1, -1, np.int32)
    points[units] = stored
    return array("i", points.tobytes())


def _codes(text: str) -> npt.NDArray[np.uint32]:
    import numpy as np

    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
