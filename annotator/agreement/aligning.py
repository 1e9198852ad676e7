"""Two annotators' annotations of one kind, aligned one to one as wholes.

First what has the same main fragments is paired: of several on the same place
those that are the same in everything, then those of the same label. The rest is
assigned so that the sum of the overlaps is the greatest possible (an optimal
assignment; see ``assignment``). The overlap of two annotations is Jaccard's index
of their characters, each counted under its role: shared / (left + right - shared);
two may be paired only if their main parts share a character.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from annotator.agreement.assignment import assign
from annotator.agreement.marks import NO_PLACE, Bools, Ints, Marks, identities
from annotator.agreement.overlaps import Overlaps, overlaps, shared

_FINE = 1 << 20
"""Overlaps become whole numbers of this unit, so that sums can be compared."""
_SAME_LABEL = _FINE // 8
"""What the same label is worth beside the overlap."""
_MOST_PAIRS = 64
"""Of equal sums that of more pairs wins, as long as a group has fewer pairs."""


@dataclass(frozen=True, slots=True)
class Side:
    """One annotator's annotations, ready to be compared.

    Attributes:
        places: Role → ``marks.places`` of its fragments, comparable across sides.
    """

    marks: Marks
    places: Mapping[str, Ints]

    def __len__(self) -> int:
        return len(self.marks)

    def take(self, keep: Bools) -> Side:
        """Return the annotations to *keep*."""
        found = {role: numbers[keep] for role, numbers in self.places.items()}
        return Side(self.marks.take(keep), found)


@dataclass(frozen=True, slots=True)
class Matches:
    """Pairs of annotations, one to one, by their numbers on either side."""

    left: Ints
    right: Ints

    def __len__(self) -> int:
        return len(self.left)

    def and_(self, other: Matches) -> Matches:
        """Return both lists of pairs as one."""
        return Matches(
            np.concatenate([self.left, other.left]),
            np.concatenate([self.right, other.right]),
        )


@dataclass(frozen=True, slots=True)
class Alignment:
    """What belongs together on two sides.

    Attributes:
        same: Pairs of the same main fragments and label.
        placed: Pairs of the same main fragments under different labels.
        overlapping: Of what is not in ``same``: pairs of one label whose main parts
            share characters.
        whole: Of what is in neither ``same`` nor ``placed``: pairs whose main parts
            share characters, whatever the labels.
        meeting: All pairs of what is not in ``same`` whose main parts share
            characters; not one to one.
    """

    same: Matches
    placed: Matches
    overlapping: Matches
    whole: Matches
    meeting: Overlaps

    @property
    def pairs(self) -> Matches:
        """The alignment as wholes: ``same``, then ``placed``, then ``whole``."""
        return self.same.and_(self.placed).and_(self.whole)


def align(left: Side, right: Side) -> Alignment:
    """Align two sides, all documents at once."""
    free_left, free_right = np.ones(len(left), bool), np.ones(len(right), bool)
    same = Matches(*(np.empty(0, np.int64),) * 2)
    for one, other in _same_keys(left, right):
        same = same.and_(_join(one, other, free_left, free_right))
    meeting = _meeting(left, right, free_left, free_right)
    weight = _overlap(left, right, meeting)
    alike = left.marks.label[meeting.left] == right.marks.label[meeting.right]
    overlapping = _assigned(meeting, weight, alike)
    main = next(iter(left.places))
    placed = _join(left.places[main], right.places[main], free_left, free_right)
    rest = free_left[meeting.left] & free_right[meeting.right]
    whole = _assigned(meeting, weight + alike * (_SAME_LABEL * _MOST_PAIRS), rest)
    return Alignment(same, placed, overlapping, whole, meeting)


def _same_keys(left: Side, right: Side) -> list[tuple[Ints, Ints]]:
    """Return numbers by which annotations are the same: in all, then in the main."""
    roles = list(left.places)
    count = len(left)
    columns = [np.concatenate([left.marks.label, right.marks.label])]
    columns += [np.concatenate([left.places[r], right.places[r]]) for r in roles]
    keys = []
    for some in [columns, columns[:2]] if len(roles) > 1 else [columns]:
        numbers, _ = identities(some)
        numbers[columns[1] == NO_PLACE] = NO_PLACE
        keys.append((numbers[:count], numbers[count:]))
    return keys


def _join(left: Ints, right: Ints, free_left: Bools, free_right: Bools) -> Matches:
    """Pair what has the same number and is still free; it is free no longer."""
    ones = np.flatnonzero(free_left & (left != NO_PLACE))
    others = np.flatnonzero(free_right & (right != NO_PLACE))
    ones = ones[np.argsort(left[ones], kind="stable")]
    others = others[np.argsort(right[others], kind="stable")]
    mine, theirs = left[ones], right[others]
    # The first of a number goes with the first of it over there, and so on.
    target = np.searchsorted(theirs, mine)
    target += np.arange(len(mine)) - np.searchsorted(mine, mine)
    found = target < np.searchsorted(theirs, mine, "right")
    matches = Matches(ones[found], others[target[found]])
    free_left[matches.left] = False
    free_right[matches.right] = False
    return matches


def _meeting(left: Side, right: Side, free_left: Bools, free_right: Bools) -> Overlaps:
    """Return the pairs of what is free whose main parts share characters."""
    found = overlaps(left.marks.main.take(free_left), right.marks.main.take(free_right))
    return Overlaps(
        np.flatnonzero(free_left)[found.left],
        np.flatnonzero(free_right)[found.right],
        found.shared,
    )


def _overlap(left: Side, right: Side, meeting: Overlaps) -> Ints:
    """Return Jaccard's index of each pair as a weight, a little more than that."""
    both = np.zeros(len(meeting.left), np.int64)
    total = both.copy()
    for role, fragments in left.marks.roles.items():
        others = right.marks.roles[role]
        total += fragments.sizes(len(left))[meeting.left]
        total += others.sizes(len(right))[meeting.right]
        both += shared(fragments, meeting.left, others, meeting.right)
    index = np.rint(both / np.maximum(total - both, 1) * _FINE).astype(np.int64)
    return np.asarray(index * _MOST_PAIRS + 1)


def _assigned(meeting: Overlaps, weight: Ints, among: Bools) -> Matches:
    left, right = meeting.left[among], meeting.right[among]
    chosen = assign(left, right, weight[among])
    return Matches(left[chosen], right[chosen])
