"""A text without some stretches, and where its characters have gone."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable

from annotator.domain.annotations import Fragment, merge_fragments
from annotator.domain.zones import ZoneMap


class Cut:
    """What is left of a text, and the way there and back.

    The white space around a stretch goes with it, so far as lines stay lines: no
    empty paragraph is left behind, and no two lines run together.

    Attributes:
        text: What is left.
    """

    def __init__(self, text: str, stretches: Iterable[Fragment]) -> None:
        gone = ZoneMap(_with_space(text, stretch) for stretch in stretches)
        self._kept = gone.outside([Fragment(0, len(text))]) if text else ()
        self._starts = [kept.start for kept in self._kept]
        self._ends = [kept.end for kept in self._kept]
        self._places: list[int] = []
        length = 0
        for start, end in self._kept:
            self._places.append(length)
            length += end - start
        self.length = length
        self.text = "".join(text[start:end] for start, end in self._kept)

    def place(self, position: int) -> int:
        """Return where a position of the whole text is in what is left.

        What is cut out lies where it was taken from.
        """
        index = bisect_right(self._starts, position) - 1
        if index < 0:
            return 0
        start, end = self._kept[index]
        return self._places[index] + min(position, end) - start

    def inside(self, fragments: Iterable[Fragment]) -> tuple[Fragment, ...]:
        """Return the fragments in what is left, without those that are gone."""
        moved = (
            Fragment(self.place(start), self.place(end)) for start, end in fragments
        )
        return merge_fragments(tuple(f for f in moved if f.start < f.end))

    def back(self, start: int, end: int) -> tuple[Fragment, ...]:
        """Return where ``[start, end)`` of what is left is in the whole text.

        Several fragments where something was cut out in between.
        """
        found = []
        index = max(bisect_right(self._places, start) - 1, 0)
        last = bisect_left(self._places, end)
        for number in range(index, last):
            begin = self._places[number]
            kept = self._kept[number]
            first = kept.start + max(start - begin, 0)
            behind = min(kept.start + end - begin, kept.end)
            if first < behind:
                found.append(Fragment(first, behind))
        return tuple(found)


def _with_space(text: str, stretch: Fragment) -> Fragment:
    """Return a stretch with the white space that goes with it."""
    start, end = stretch
    before = _back_over(text, start, _is_blank)
    if not before or text[before - 1] == "\n":
        # Whole lines: what follows takes their place.
        start, end = before, _over(text, end, str.isspace)
    elif end < len(text) and text[end] != "\n":
        end = _over(text, end, _is_blank)
    else:
        start = before
    if end == len(text):
        start = _back_over(text, start, str.isspace)
    return Fragment(start, end)


def _is_blank(character: str) -> bool:
    return character.isspace() and character != "\n"


def _over(text: str, position: int, skipped: Callable[[str], bool]) -> int:
    while position < len(text) and skipped(text[position]):
        position += 1
    return position


def _back_over(text: str, position: int, skipped: Callable[[str], bool]) -> int:
    while position and skipped(text[position - 1]):
        position -= 1
    return position
