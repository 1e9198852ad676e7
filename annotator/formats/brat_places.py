"""Where brat's spans lie in the stored text, whatever its offsets count.

By the book they count code points of the text file as it stands. Files are met that
count UTF-16 units or bytes, line ends of two characters as one, from one on, or with
the end included; and files whose text was touched later. The words that a line gives
tell which: the way of counting under which most of a file's spans say their words is
taken for all of it, and a span that then still does not is looked for near by.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from itertools import product
from typing import NamedTuple

from annotator.domain.annotations import Fragment, merge_fragments
from annotator.domain.wording import noop, tr, trn
from annotator.formats.brat_lines import BratSpan
from annotator.formats.offsets import OffsetMap

BREAK = r"\t\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029"
"""What ends a line or field for one program or another; brat's spans hold none."""

_BREAK_ONLY = re.compile(rf"\s*[{BREAK}]\s*")
_SHIFTS = ((0, 0), (0, 1), (-1, 0), (-1, -1), (1, 1))
_WINDOW = 1000
_SHORT = 4
_SHORT_WINDOW = 20
_MAX_WORDS = 1000
_MAX_SEARCHES = 2000
_NAMED = 5
"""Spans that were moved which have a sentence of their own."""

"""Of a file in which hardly anything is where it should be."""
_SAMPLE = 2000

_Count = Callable[[int], int]


class _Reading(NamedTuple):
    """A way of counting.

    Attributes:
        unit: What is counted, for messages; "" for code points.
    """

    unit: str
    count: _Count
    before: int
    after: int


class Places:
    """Finds the spans of one text.

    Attributes:
        text: As it is stored.
        notices: What was put right, one sentence each.
    """

    def __init__(self, raw: str) -> None:
        self._offsets = OffsetMap(raw)
        self.text = self._offsets.text
        self.notices: list[str] = []
        self._plain = not self._offsets.shifted
        self._reading: _Reading | None = None
        self._drift = 0
        self._moved = 0
        self._searched = 0

    def settle(self, spans: Iterable[BratSpan]) -> None:
        """Find out how the offsets of all spans of a file are counted."""
        spans = [span for span in spans if span.surface is not None]
        if all(self._plainly(span) is not None for span in spans):
            return
        sample, best, most = spans[:_SAMPLE], None, -1
        for reading in self._readings():
            right = sum(self._read(span, reading) is not None for span in sample)
            if right > most:
                best, most = reading, right
            if most == len(sample):
                break
        self._reading = best
        if best is not None and (best.unit or best.before or best.after):
            self.notices.append(_notice(best, most, len(sample)))

    def find(self, span: BratSpan) -> tuple[Fragment, ...] | None:
        """Return where a span lies, None where its words are not there."""
        if self._reading is None:
            found = self._plainly(span)
        else:
            found = self._read(span, self._reading)
        if found is None:
            found = self._near(span)
        return None if found is None else _whole(self.text, found)

    def told(self) -> tuple[str, ...]:
        """Return the notices, with how many spans were moved one by one."""
        more = self._moved - _NAMED
        if more <= 0:
            return tuple(self.notices)
        also = trn(
            "{n} further span was moved likewise.",
            "{n} further spans were moved likewise.",
            more,
        )
        return (*self.notices, also)

    # ------------------------------------------------------------ readings

    def _plainly(self, span: BratSpan) -> tuple[Fragment, ...] | None:
        if not self._plain or len(span.places) > 1:
            return self._read(span, _Reading("", self._from_raw, 0, 0))
        ((start, end),) = span.places
        text = self.text
        if end <= len(text) and (
            span.surface is None or _same(text[start:end], span.surface)
        ):
            return (Fragment(start, end),)
        return None

    def _read(self, span: BratSpan, reading: _Reading) -> tuple[Fragment, ...] | None:
        _, count, before, after = reading
        found = tuple(
            Fragment(count(start + before), count(end + after))
            for start, end in span.places
        )
        size = len(self.text)
        if not all(0 <= start < end <= size for start, end in found):
            return None
        words = " ".join(self.text[start:end] for start, end in found)
        return found if span.surface is None or _same(words, span.surface) else None

    def _readings(self) -> Iterator[_Reading]:
        counts = list(self._counts())
        for (before, after), (unit, count) in product(_SHIFTS, counts):
            yield _Reading(unit, count, before, after)

    def _counts(self) -> Iterator[tuple[str, _Count]]:
        raw = self._offsets.raw
        yield "", self._from_raw
        if raw.startswith("\ufeff"):
            # The mark at the start of the file was not counted, as is usual.
            yield "", lambda p: self._from_raw(p + 1)
        if self._offsets.shifted:
            yield noop("line ends as one character"), int
        if raw.isascii():
            return
        for unit, measure in ((noop("UTF-16 units"), _u16), (noop("bytes"), _u8)):
            yield unit, self._by_units(raw, measure, self._from_raw)
            if self._offsets.shifted:
                yield unit, self._by_units(self.text, measure, int)

    def _by_units(
        self, text: str, measure: Callable[[str], int], then: _Count
    ) -> _Count:
        starts = array("Q", [0])
        position = 0
        for character in text:
            position += measure(character)
            starts.append(position)

        def count(position: int) -> int:
            index = bisect_left(starts, position)
            is_start = index < len(starts) and starts[index] == position
            return then(index) if is_start else -1

        return count

    def _from_raw(self, position: int) -> int:
        if self._plain or position < 0:
            return position
        return self._offsets.fragment(position, position).start

    # --------------------------------------------------------------- search

    def _near(self, span: BratSpan) -> tuple[Fragment, ...] | None:
        """Look for a span's words around the place where they should be."""
        words = (span.surface or "").split()
        self._searched += 1
        is_long = len(words) > _MAX_WORDS or self._searched > _MAX_SEARCHES
        if not words or len(span.places) > 1 or is_long:
            return None
        ((start, end),) = span.places
        expected = start + self._drift
        size = len(" ".join(words))
        window = _SHORT_WINDOW if size < _SHORT else _WINDOW
        pattern = re.compile(r"\s+".join(map(re.escape, words)))
        low, high = max(expected - window, 0), expected + window + size
        nearest = min(
            (match.span() for match in pattern.finditer(self.text, low, high)),
            key=lambda found: abs(found[0] - expected),
            default=None,
        )
        if nearest is None:
            return None
        found = Fragment(*nearest)
        self._drift = found.start - start
        self._moved += 1
        if self._moved <= _NAMED:
            self.notices.append(
                tr(
                    "{where}: {id} ({label}) stands at {start}–{end}, its words "
                    "at {first}–{last}; it was moved.",
                    where=span.where,
                    id=span.id,
                    label=span.label,
                    start=start,
                    end=end,
                    first=found.start,
                    last=found.end,
                )
            )
        return (found,)


def _notice(reading: _Reading, right: int, number: int) -> str:
    """Return how a file counts, told by that many of a number of spans."""
    values = {"unit": tr(reading.unit), "right": right, "number": number}
    if not (reading.before or reading.after):
        return tr(
            "Its offsets count {unit}; they were put right by the words that stand "
            "with them ({right} of {number}).",
            **values,
        )
    if not reading.unit:
        return tr(
            "Its offsets count from or to another character; they were put right by "
            "the words that stand with them ({right} of {number}).",
            **values,
        )
    return tr(
        "Its offsets count {unit} from or to another character; they were put right by "
        "the words that stand with them ({right} of {number}).",
        **values,
    )


def _same(words: str, surface: str) -> bool:
    """Tell whether it is the same but for white space: files have one line each."""
    if words == surface:
        return True
    if "\\n" not in words:
        # Some programs write the end of a line so.
        surface = surface.replace("\\n", "\n")
    alike = words.split() == surface.split() and words != "" != surface
    return (
        alike
        and words[0].isspace() == surface[0].isspace()
        and words[-1].isspace() == surface[-1].isspace()
    )


def _whole(text: str, found: tuple[Fragment, ...]) -> tuple[Fragment, ...]:
    """Join what was only taken apart because brat's spans hold no line end."""
    if len(found) == 1:
        return found
    merged = [*merge_fragments(found)]
    joined = merged[:1]
    for fragment in merged[1:]:
        last = joined[-1]
        if _BREAK_ONLY.fullmatch(text, last.end, fragment.start):
            joined[-1] = Fragment(last.start, fragment.end)
        else:
            joined.append(fragment)
    return tuple(joined)


def _u16(character: str) -> int:
    return 2 if character > "\uffff" else 1


def _u8(character: str) -> int:
    return len(character.encode())
