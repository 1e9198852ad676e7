"""Annotations as columns of numbers, so that a measure never walks over objects.

All documents stand one behind another on one line of code points: a document's
place is where it begins there. Fragments of different documents never overlap.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Fragments:
    """The fragments that a list of annotations has of one role.

    Attributes:
        owner: Number of the annotation, rising.
        start: Code points on the line of all documents; within an owner rising.
        end: Likewise; above ``start``.
    """

    owner: Ints
    start: Ints
    end: Ints

    def take(self, keep: Bools) -> Fragments:
        """Return those of the annotations to *keep*, numbered anew."""
        chosen = keep[self.owner]
        numbers = np.cumsum(keep) - 1
        return Fragments(
            numbers[self.owner[chosen]], self.start[chosen], self.end[chosen]
        )

    def sizes(self, count: int) -> Ints:
        """Return how many code points each of *count* annotations has."""
        sums = np.bincount(self.owner, self.end - self.start, minlength=count)
        return sums.astype(np.int64)


@dataclass(frozen=True, slots=True)
class Marks:
    """One annotator's annotations of one kind, on all documents.

    Attributes:
        document: Number of each annotation's document.
        label: Number of its label.
        roles: The fragments of each role, the main one first.
    """

    document: Ints
    label: Ints
    roles: Mapping[str, Fragments]

    def __len__(self) -> int:
        return len(self.document)

    @property
    def main(self) -> Fragments:
        """The fragments that the label stands for."""
        return next(iter(self.roles.values()))

    def take(self, keep: Bools) -> Marks:
        """Return the annotations to *keep*, numbered anew."""
        roles = {name: found.take(keep) for name, found in self.roles.items()}
        return Marks(self.document[keep], self.label[keep], roles)


NO_PLACE = -1


def places(parts: Sequence[Fragments], counts: Sequence[int]) -> list[Ints]:
    """Return numbers that tell which annotations have the same fragments.

    Args:
        parts: The fragments of one role in several lists of annotations.
        counts: How many annotations each list has.

    Returns:
        For each list a number for each annotation: equal where the fragments are
        equal, also across lists; ``NO_PLACE`` where there are none.
    """
    shifts = np.concatenate([[0], np.cumsum(counts)]).astype(np.int64)
    owner = np.concatenate(
        [p.owner + shift for p, shift in zip(parts, shifts, strict=False)]
    )
    start = np.concatenate([p.start for p in parts])
    end = np.concatenate([p.end for p in parts])
    lengths = np.bincount(owner, minlength=shifts[-1])
    firsts = np.cumsum(lengths) - lengths
    numbers = np.full(shifts[-1], NO_PLACE, np.int64)
    used = 0
    for length in np.unique(lengths[lengths > 0]):
        these = np.flatnonzero(lengths == length)
        rows = firsts[these][:, None] + np.arange(length)
        columns = [*start[rows].T, *end[rows].T]
        found, used = identities(columns, used)
        numbers[these] = found
    return np.split(numbers, shifts[1:-1])


def identities(columns: Sequence[Ints], first: int = 0) -> tuple[Ints, int]:
    """Number the rows of *columns* so that equal rows have equal numbers.

    Returns:
        The numbers, from *first* on in the order of the rows, and the next free one.
    """
    count = len(columns[0])
    if not count:
        return np.zeros(0, np.int64), first
    # Several small columns are one: sorting it is faster, for it is nearly sorted.
    keys = _packed(columns)
    order = np.lexsort(keys[::-1]) if len(keys) > 1 else keys[0].argsort(kind="stable")
    new = np.zeros(count, bool)
    new[0] = True
    for column in keys:
        ordered = column[order]
        new[1:] |= ordered[1:] != ordered[:-1]
    numbers = np.empty(count, np.int64)
    numbers[order] = first + np.cumsum(new) - 1
    return numbers, int(first + new.sum())


_BITS = 62


def _packed(columns: Sequence[Ints]) -> list[Ints]:
    """Return columns of which the rows are equal where those of *columns* are."""
    packed: list[Ints] = []
    used = 0
    for column in columns:
        least = int(column.min())
        bits = (int(column.max()) - least).bit_length()
        if packed and used + bits <= _BITS:
            packed[-1] = (packed[-1] << bits) | (column - least)
            used += bits
        else:
            packed.append(column - least)
            used = bits
    return packed


def spread(first: Ints, last: Ints) -> tuple[Ints, Ints]:
    """Write out ranges of numbers.

    Returns:
        For every number in every ``[first, last)`` the range it is of, and itself.
    """
    lengths = np.maximum(last - first, 0)
    rows = np.repeat(np.arange(len(lengths)), lengths)
    before = np.cumsum(lengths) - lengths
    return rows, np.arange(len(rows)) - np.repeat(before - first, lengths)
