"""One-to-one matching of two lists of things marked on the same text.

What is matched is the fragments of the main part. Two ways to tell what belongs
together: the same fragments, or enough characters in common. Only what can meet
is compared, so that a document costs what it holds and not its square.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from annotator.domain.annotations import Fragment, merge_fragments

Fragments = tuple[Fragment, ...]

LEFT_OUT = frozenset(" \n\t“”\"‘’'.,;:")
"""Characters that no overlap counts: blanks, quotation marks, end punctuation."""


class Pair(NamedTuple):
    """Numbers of two things that belong together, each in its own list."""

    left: int
    right: int


class Candidate(NamedTuple):
    """Two things that share characters.

    Attributes:
        overlap: Jaccard's index of their characters, above 0, at most 1.
    """

    overlap: float
    left: int
    right: int


class Ruler:
    """Measures fragments of one text in characters, without those ``LEFT_OUT``.

    Fragments are measured by the ends of their stretches alone: a long quote costs
    as little as a short one.
    """

    def __init__(self, text: str) -> None:
        # How many characters before each position are left out.
        self._skipped = list(accumulate(map(LEFT_OUT.__contains__, text), initial=0))

    def size(self, fragments: Fragments) -> int:
        """Return how many characters *fragments* hold."""
        skipped = self._skipped
        return sum(e - s - (skipped[e] - skipped[s]) for s, e in fragments)

    def shared(self, one: Fragments, other: Fragments) -> int:
        """Return how many characters are in both; each sorted, its parts apart."""
        skipped = self._skipped
        if len(one) == len(other) == 1:  # nearly always
            start = max(one[0].start, other[0].start)
            end = min(one[0].end, other[0].end)
            return max(end - start - (skipped[end] - skipped[start]), 0)
        total = i = j = 0
        while i < len(one) and j < len(other):
            start = max(one[i].start, other[j].start)
            end = min(one[i].end, other[j].end)
            if start < end:
                total += end - start - (skipped[end] - skipped[start])
            if one[i].end < other[j].end:
                i += 1
            else:
                j += 1
        return total


def candidates(
    left: Sequence[Fragments], right: Sequence[Fragments], ruler: Ruler
) -> list[Candidate]:
    """Return all pairs that share characters, the best first.

    The overlap is Jaccard's index, shared / (left + right - shared), in characters
    (P. Jaccard, The distribution of the flora in the alpine zone, 1912). Of equal
    ones the later in its list comes first, which is arbitrary but always the same.
    """
    left, right = _tidy(left), _tidy(right)
    sizes_left = [ruler.size(f) for f in left]
    sizes_right = [ruler.size(f) for f in right]
    found = []
    for i, j in _meeting(left, right):
        shared = ruler.shared(left[i], right[j])
        if shared:
            whole = sizes_left[i] + sizes_right[j] - shared
            found.append(Candidate(shared / whole, i, j))
    found.sort(reverse=True)
    return found


def _tidy(items: Sequence[Fragments]) -> list[Fragments]:
    return [f if len(f) < 2 else merge_fragments(f) for f in items]


def _meeting(
    left: Sequence[Fragments], right: Sequence[Fragments]
) -> Iterator[tuple[int, int]]:
    """Yield the pairs whose extents meet: one walk over all starts in order."""
    extents = sorted(
        (fragments[0].start, fragments[-1].end, side, number)
        for side, items in enumerate((left, right))
        for number, fragments in enumerate(items)
        if fragments
    )
    reaching: list[list[tuple[int, int]]] = [[], []]
    for start, end, side, number in extents:
        others = [other for other in reaching[1 - side] if other[0] > start]
        reaching[1 - side] = others
        reaching[side].append((end, number))
        for _, other in others:
            yield (other, number) if side else (number, other)


def greedy(ranked: Iterable[Candidate], least: float) -> list[Pair]:
    """Return a one-to-one matching: the best pair first, then the best of the rest.

    Args:
        ranked: As ``candidates`` returns them.
        least: The overlap below which two things are not the same.
    """
    taken_left: set[int] = set()
    taken_right: set[int] = set()
    pairs = []
    for overlap, i, j in ranked:
        if overlap < least:
            break
        if i not in taken_left and j not in taken_right:
            taken_left.add(i)
            taken_right.add(j)
            pairs.append(Pair(i, j))
    return pairs


def identical(
    left: Sequence[tuple[Hashable, Fragments]],
    right: Sequence[tuple[Hashable, Fragments]],
) -> list[Pair]:
    """Return a one-to-one matching of what has the same fragments.

    Items are ``(label, fragments)``. Where several lie on the same fragments, those
    of the same label go together first, so that the matching is the best for the
    places and for the labels at once.
    """
    waiting: dict[Hashable, list[int]] = defaultdict(list)
    for j in range(len(right) - 1, -1, -1):
        waiting[right[j]].append(j)
    pairs = []
    rest = []
    for i, item in enumerate(left):
        if item[1] and waiting.get(item):
            pairs.append(Pair(i, waiting[item].pop()))
        else:
            rest.append(i)
    by_place: dict[Fragments, list[int]] = defaultdict(list)
    for j in sorted((j for free in waiting.values() for j in free), reverse=True):
        by_place[right[j][1]].append(j)
    for i in rest:
        fragments = left[i][1]
        if fragments and by_place.get(fragments):
            pairs.append(Pair(i, by_place[fragments].pop()))
    return pairs
