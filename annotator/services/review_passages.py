"""The passages behind a figure of the review."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import overload

import numpy as np

from annotator.agreement.differences import NOBODY, Sort
from annotator.agreement.marks import Bools, Fragments, Ints
from annotator.domain.annotations import Fragment
from annotator.services.review_counts import NOTHING, KindCounts, PairCounts, Places
from annotator.services.review_figures import (
    Behind,
    Difference,
    Differs,
    ReviewRequest,
    Voice,
)
from annotator.services.review_loading import Columns

_NONE = np.zeros(0, np.int64)
_DIFFERS = {
    Sort.AGREED: Differs.AGREED,
    Sort.SPLIT: Differs.SPLIT,
    Sort.LABEL: Differs.LABEL,
    Sort.PART: Differs.PART,
    Sort.BOUNDARY: Differs.BOUNDARY,
    Sort.MISSED: Differs.MISSED,
}
_SORTS = {differs: sort for sort, differs in _DIFFERS.items()}


class Listed(Sequence[Difference]):
    """Passages in order; one is put together when it is asked for."""

    def __init__(
        self, counts: KindCounts, pairs: Sequence[PairCounts], which: Ints, rows: Ints
    ) -> None:
        """Take the places.

        Args:
            pairs: Of whom.
            which: For each passage its pair.
            rows: For each its row among the places of the pair.
        """
        self._counts = counts
        self._pairs = pairs
        self._which = which
        self._rows = rows

    def __len__(self) -> int:
        return len(self._rows)

    @overload
    def __getitem__(self, number: int) -> Difference: ...
    @overload
    def __getitem__(self, number: slice) -> list[Difference]: ...
    def __getitem__(self, number: int | slice) -> Difference | list[Difference]:
        if isinstance(number, slice):
            return [self[n] for n in range(*number.indices(len(self)))]
        pair = self._pairs[self._which[number]]
        return _difference(self._counts, pair, int(self._rows[number]))


class Passages:
    """The passages behind a figure, counted; they wait to be listed.

    Attributes:
        counts: How many there are of each sort.
    """

    def __init__(
        self, counts: KindCounts, pairs: Sequence[PairCounts], rows: Sequence[Ints]
    ) -> None:
        """Take places.

        Args:
            pairs: Of whom.
            rows: For each pair which of its places.
        """
        self._kind = counts
        self._pairs = pairs
        self._rows = np.concatenate([_NONE, *rows])
        sizes = [len(own) for own in rows]
        self._which = np.repeat(np.arange(len(rows)), sizes)

        def column(of: Callable[[Places], Ints]) -> Ints:
            found = (of(p.places)[own] for p, own in zip(pairs, rows, strict=True))
            return np.concatenate([_NONE, *found])

        self._sort = column(lambda places: places.sort)
        self._order = (
            column(lambda places: places.document),
            column(lambda places: places.start),
        )
        number = np.bincount(self._sort, minlength=len(Sort))
        self.counts = Counter({d: int(number[s]) for d, s in _SORTS.items()})

    def listed(self, sorts: Sequence[Differs]) -> Sequence[Difference]:
        """Return those of some sorts, in their order and then in that of the text."""
        rank = np.full(len(Sort), len(sorts))
        for place, differs in enumerate(sorts):
            rank[_SORTS[differs]] = place
        ranks = rank[self._sort]
        document, start = self._order
        order = np.lexsort((self._which, start, document, ranks))
        order = order[ranks[order] < len(sorts)]
        return Listed(self._kind, self._pairs, self._which[order], self._rows[order])


def passages(
    counts: KindCounts,
    pairs: Sequence[PairCounts],
    request: ReviewRequest,
    behind: Behind,
) -> Passages:
    """Find what is behind a figure."""
    rows = [np.flatnonzero(_fits(counts, p, request, behind)) for p in pairs]
    return Passages(counts, pairs, rows)


def _fits(
    counts: KindCounts, pair: PairCounts, request: ReviewRequest, behind: Behind
) -> Bools:
    places, labels = pair.places, counts.kind.labels
    fits = np.ones(len(places.document), bool)
    for wanted in (request.labels, (behind.label,) if behind.label else ()):
        if wanted:
            fits &= places.have([labels.index(w) for w in wanted if w in labels])
    if behind.role:
        fits &= places.differing[behind.role] | (places.sort == int(Sort.AGREED))
    if behind.document_id is not None:
        fits &= places.document == counts.columns.line.documents.index(
            behind.document_id
        )
    if behind.called is not None:
        one, other = (labels.index(c) if c else NOTHING for c in behind.called)
        fits &= _called(places, pair, one, other)
    return fits


def _called(places: Places, pair: PairCounts, one: int, other: int) -> Bools:
    """Return which the first calls so and the second calls so.

    A further piece of what is split counts with those that nobody else has, and is
    listed with what it is a piece of.
    """
    fits: Bools = (places.left_label == one) & (places.right_label == other)
    found = pair.compared.outcomes
    sides = (
        (found.split_left, found.lone_left, pair.compared.left, one, other),
        (found.split_right, found.lone_right, pair.compared.right, other, one),
    )
    for whole, lone, side, mine, theirs in sides:
        if theirs == NOTHING:
            pieces = (whole != NOBODY) & (side.marks.label[lone] == mine)
            fits[whole[pieces]] = True
    return fits


def _difference(counts: KindCounts, pair: PairCounts, row: int) -> Difference:
    places = pair.places
    document = int(places.document[row])
    sort, number = Sort(int(places.sort[row])), int(places.pair[row])
    left = _voice(counts, pair, 0, _pieces(pair, 0, number, int(places.left[row])))
    right = _voice(counts, pair, 1, _pieces(pair, 1, number, int(places.right[row])))
    main = counts.kind.kind.main_role.name
    shown = left if left.number else right
    words = shown.parts.get(main) or next(iter(shown.parts.values()))
    return Difference(
        counts.columns.line.documents[document],
        counts.kind.kind.name,
        _DIFFERS[sort],
        left,
        right,
        words,
        tuple(role for role, which in places.differing.items() if which[row]),
    )


def _pieces(pair: PairCounts, side: int, number: int, first: int) -> list[int]:
    """Return the annotations of one side at a place: several where it is split."""
    if first == NOTHING:
        return []
    found = pair.compared.outcomes
    split, lone = (
        (found.split_left, found.lone_left)
        if side == 0
        else (found.split_right, found.lone_right)
    )
    more = lone[split == number] if number != NOTHING else lone[:0]
    return [first, *map(int, more)]


def _voice(
    counts: KindCounts, pair: PairCounts, side: int, pieces: Sequence[int]
) -> Voice:
    """Return what one of the two has at a place."""
    who = pair.numbers[side]
    name = counts.columns.names[who]
    if not pieces:
        return Voice(name)
    compared = pair.compared.left if side == 0 else pair.compared.right
    marks = compared.marks
    document = int(marks.document[pieces[0]])
    parts = {
        role: found
        for role, fragments in marks.roles.items()
        if (found := _fragments(fragments, pieces, counts.columns, document))
    }
    return Voice(
        name,
        counts.kind.labels[int(marks.label[pieces[0]])],
        len(pieces),
        parts,
    )


def _fragments(
    fragments: Fragments, owners: Sequence[int], columns: Columns, document: int
) -> tuple[Fragment, ...]:
    """Return the fragments of some annotations, counted in their document."""
    found: list[Fragment] = []
    for owner in owners:
        first = np.searchsorted(fragments.owner, owner)
        last = np.searchsorted(fragments.owner, owner, "right")
        start, end = columns.back(
            document, fragments.start[first:last], fragments.end[first:last]
        )
        found += map(Fragment, start.tolist(), end.tolist())
    return tuple(sorted(found))
