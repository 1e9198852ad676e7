"""What becomes of every annotation of two annotators, and where they differ."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from typing import NamedTuple

import numpy as np

from annotator.agreement.aligning import Alignment, Matches, Side
from annotator.agreement.marks import Bools, Ints
from annotator.agreement.overlaps import Overlaps, shared

NOBODY = -1


class Sort(IntEnum):
    """What two annotators differ in; a difference is of the first sort that fits."""

    AGREED = 0
    SPLIT = 1
    """One annotation of the one is several of the other."""
    LABEL = 2
    """The same characters or some of them, under different labels."""
    PART = 3
    """A further part is missing on one side, or elsewhere: another speaker."""
    BOUNDARY = 4
    """All parts overlap, some of them with other fragments."""
    MISSED = 5
    """On one side only."""


class Difference(NamedTuple):
    """One agreement or difference.

    Attributes:
        left: Numbers of the annotations on the left that it is about.
        right: Numbers of those on the right.
        roles: The parts that are not the same.
    """

    sort: Sort
    left: tuple[int, ...]
    right: tuple[int, ...]
    roles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcomes:
    """What became of two sides.

    Attributes:
        pairs: The alignment as wholes.
        sorts: A ``Sort`` for each pair.
        differing: Role → for which pairs its fragments are not the same.
        lone_left: Annotations on the left without a partner.
        lone_right: On the right.
        split_left: For each of ``lone_left`` the pair it is a further piece of;
            ``NOBODY`` for what was missed.
        split_right: For each of ``lone_right``.
    """

    pairs: Matches
    sorts: Ints
    differing: dict[str, Bools]
    lone_left: Ints
    lone_right: Ints
    split_left: Ints
    split_right: Ints

    def listed(self) -> Iterator[Difference]:
        """Yield everything that was compared, agreements included."""
        more_left = _by_pair(self.split_left, self.lone_left)
        more_right = _by_pair(self.split_right, self.lone_right)
        for number, (left, right, sort) in enumerate(
            zip(self.pairs.left, self.pairs.right, self.sorts, strict=True)
        ):
            yield Difference(
                Sort(sort),
                (int(left), *more_left.get(number, ())),
                (int(right), *more_right.get(number, ())),
                tuple(r for r, which in self.differing.items() if which[number]),
            )
        for left in self.lone_left[self.split_left == NOBODY]:
            yield Difference(Sort.MISSED, (int(left),), ())
        for right in self.lone_right[self.split_right == NOBODY]:
            yield Difference(Sort.MISSED, (), (int(right),))


def _by_pair(pair: Ints, lone: Ints) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for number, one in zip(pair, lone, strict=True):
        if number != NOBODY:
            found.setdefault(int(number), []).append(int(one))
    return found


def outcomes(left: Side, right: Side, alignment: Alignment) -> Outcomes:
    """Say what became of everything.

    Two annotations are one of the other side, split, if both lie in it with more
    than half of their characters and share none: the one that is paired with it
    and another that has no partner.
    """
    pairs = alignment.pairs
    sorts, differing = _sorts(left, right, pairs)
    lone_left, lone_right = (
        _alone(len(left), pairs.left),
        _alone(len(right), pairs.right),
    )
    meeting = alignment.meeting
    first = len(pairs) - len(alignment.whole)
    turned = Overlaps(meeting.right, meeting.left, meeting.shared)
    split_left = _split(left, len(right), meeting, pairs, first)
    split_right = _split(
        right, len(left), turned, Matches(pairs.right, pairs.left), first
    )
    for found in (split_left, split_right):
        sorts[found[found != NOBODY]] = Sort.SPLIT
    return Outcomes(
        pairs,
        sorts,
        differing,
        lone_left,
        lone_right,
        split_left[lone_left],
        split_right[lone_right],
    )


def _alone(count: int, paired: Ints) -> Ints:
    alone = np.ones(count, bool)
    alone[paired] = False
    return np.flatnonzero(alone)


def _sorts(left: Side, right: Side, pairs: Matches) -> tuple[Ints, dict[str, Bools]]:
    """Return the sort of each pair, splits apart, and which parts differ."""
    main = next(iter(left.places))
    apart = np.zeros(len(pairs), bool)
    differing = {}
    for role, mine in left.places.items():
        different = mine[pairs.left] != right.places[role][pairs.right]
        differing[role] = different
        if role != main:
            apart[different] |= ~_touching(left, right, pairs, role, different)
    other_label = left.marks.label[pairs.left] != right.marks.label[pairs.right]
    any_differs = np.logical_or.reduce(list(differing.values()))
    sorts = np.select(
        [other_label, apart, any_differs],
        [int(Sort.LABEL), int(Sort.PART), int(Sort.BOUNDARY)],
        int(Sort.AGREED),
    )
    return sorts.astype(np.int64), differing


def _touching(
    left: Side, right: Side, pairs: Matches, role: str, which: Bools
) -> Bools:
    """Return which of some pairs share a character of a role."""
    ones, others = left.marks.roles[role], right.marks.roles[role]
    return shared(ones, pairs.left[which], others, pairs.right[which]) > 0


def _split(
    pieces: Side, wholes: int, meeting: Overlaps, pairs: Matches, first: int
) -> Ints:
    """Find what has no partner and is a further piece of a whole on the other side.

    Args:
        pieces: The side that may have several.
        wholes: How many annotations the other side has.
        meeting: Pieces on the left, wholes on the right.
        pairs: Likewise.
        first: The first of ``pairs`` that are not on the same place.

    Returns:
        For each annotation the pair it belongs to, or ``NOBODY``.
    """
    found = np.full(len(pieces), NOBODY)
    partner = np.full(wholes, NOBODY)
    partner[pairs.right[first:]] = np.arange(first, len(pairs))
    alone = np.ones(len(pieces), bool)
    alone[pairs.left] = False
    main = pieces.marks.main
    sizes = main.sizes(len(pieces))
    mostly = meeting.shared * 2 > sizes[meeting.left]
    inside = mostly.copy()
    inside[mostly] = partner[meeting.right[mostly]] != NOBODY
    # The pairs of which the piece lies mostly in the whole.
    proper = np.zeros(len(pairs), bool)
    own = partner[meeting.right]
    is_pair = inside & (pairs.left[own] == meeting.left) if len(pairs) else inside
    proper[own[is_pair]] = True
    further = np.flatnonzero(inside & alone[meeting.left])
    further = further[proper[own[further]]]
    beside = shared(main, meeting.left[further], main, pairs.left[own[further]]) == 0
    further = further[beside]
    # Each goes to the whole it shares most with.
    further = further[np.argsort(meeting.shared[further], kind="stable")]
    found[meeting.left[further]] = own[further]
    return found
