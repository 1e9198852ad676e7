"""Where a file's offsets lie in the stored text, and whether they say the surface.

A file's offsets count the text as it stands there: with its CRLF line ends and its
byte order mark. The stored text has neither, so positions move.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterator

from annotator.domain.annotations import Fragment
from annotator.domain.text import normalise
from annotator.domain.wording import tr

_BOM = "\ufeff"
_Map = Callable[[int], int]


class OffsetMap:
    """Turns offsets of a raw text into offsets of its normalised form.

    Attributes:
        raw: As the file has it.
        text: As it is stored.
        shifted: Whether positions differ.
        repaired: How many spans ``find`` found elsewhere than the file says.
    """

    def __init__(self, raw: str) -> None:
        self.text = normalise(raw)
        self.shifted = len(raw) != len(self.text)
        self.raw = raw
        self.repaired = 0
        self._dropped: list[int] | None = None
        self._units: array[int] | None = None
        self._raw_units: array[int] | None = None

    def fragment(self, start: int, end: int) -> Fragment:
        """Map a span of the raw text, in code points."""
        if not self.shifted:
            return Fragment(start, end)
        return Fragment(self._from_raw(start), self._from_raw(end))

    def find(self, start: int, end: int, surface: str | None) -> Fragment | None:
        """Return the span meant by *start* and *end*, or None if there is none.

        Where the file gives the surface, it must be there. If it is not, the other
        ways of counting are tried: code points after CRLF became LF, UTF-16 units of
        the raw and of the stored text, each also off by one and with the end
        included.
        """
        if surface is None:
            if 0 <= start < end <= len(self.raw):
                found = self.fragment(start, end)
                return found if found.start < found.end else None
            return None
        wanted = surface.replace("\r\n", "\n").replace("\r", "\n")
        if not self.shifted and self._says(Fragment(start, end), wanted):
            return Fragment(start, end)
        as_stated = self._from_raw(start)
        for candidate in self._readings(start, end):
            if self._says(candidate, wanted):
                self.repaired += candidate.start != as_stated
                return candidate
        return None

    def _says(self, found: Fragment, wanted: str) -> bool:
        # Lengths first: a hostile file may have a million spans of a million letters.
        start, end = found
        return (
            0 <= start < end
            and end - start == len(wanted)
            and self.text[start:end] == wanted
        )

    def repairs(self) -> tuple[str, ...]:
        """Return a sentence on the spans found elsewhere, if there are any."""
        return found_by_words(self.repaired)

    def _readings(self, start: int, end: int) -> Iterator[Fragment]:
        counts: tuple[_Map, ...] = (
            self._from_raw,
            int,
            self._from_raw_units,
            self._from_units,
        )
        for before, after in ((0, 0), (0, 1), (1, 1), (-1, -1), (-1, 0)):
            for count in counts:
                yield Fragment(count(start + before), count(end + after))

    def _from_raw(self, position: int) -> int:
        if self._dropped is None:
            bom = [0] if self.raw.startswith(_BOM) else []
            returns = (m.start() for m in re.finditer("\r\n", self.raw))
            self._dropped = [*bom, *returns]
        return position - bisect_left(self._dropped, position)

    def _from_units(self, position: int) -> int:
        """Map from UTF-16 units of the stored text; -1 where none starts."""
        if self._units is None:
            self._units = starts_u16(self.text)
        return code_point(self._units, position)

    def _from_raw_units(self, position: int) -> int:
        """Map from UTF-16 units of the raw text; -1 where none starts."""
        if self._raw_units is None:
            self._raw_units = starts_u16(self.raw)
        return self._from_raw(code_point(self._raw_units, position))


def found_by_words(count: int) -> tuple[str, ...]:
    """Return a sentence on spans whose offsets were wrong, if there are any."""
    if not count:
        return ()
    sentence = tr(
        "Spans that do not stand where the file says were found by their "
        "words: {count}. It counts in another unit, or with other line ends.",
        count=count,
    )
    return (sentence,)


def starts_u16(text: str) -> array[int]:
    """Return the UTF-16 position of every code point and of the end."""
    starts = array("I", [0])
    position = 0
    for character in text:
        position += 2 if character > "\uffff" else 1
        starts.append(position)
    return starts


def code_point(starts: array[int], position_u16: int) -> int:
    """Return the code point at a UTF-16 position; -1 where none starts."""
    index = bisect_left(starts, position_u16)
    if index == len(starts) or starts[index] != position_u16:
        return -1
    return index
