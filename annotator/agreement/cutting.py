"""Leaving stretches of the line of all documents out of whatever is measured.

What is left moves together. So no measure has to know of what is gone: neither its
tokens nor its length are there any more.
"""

from __future__ import annotations

import numpy as np

from annotator.agreement.marks import Bools, Fragments, Ints, Marks
from annotator.agreement.painting import Stretches


class LineCut:
    """The line of all documents without some stretches."""

    def __init__(self, starts: Ints, ends: Ints) -> None:
        """Cut out stretches.

        Args:
            starts: Code points on the line of all documents, rising.
            ends: Likewise; no stretch touches the next.
        """
        self._starts, self._ends = starts, ends
        sizes = ends - starts
        self._before = np.cumsum(sizes) - sizes
        self._gone = np.append(0, np.cumsum(sizes))
        # Where what was cut out would be in what is left.
        self._seams = starts - self._before

    def __bool__(self) -> bool:
        return len(self._starts) > 0

    def place(self, positions: Ints) -> Ints:
        """Return where positions are in what is left; of what is gone, its seam."""
        if not self:
            return positions
        index = np.searchsorted(self._starts, positions, "right") - 1
        inside = np.minimum(positions, self._ends[index]) - self._starts[index]
        removed = np.where(index < 0, 0, self._before[index] + inside)
        left: Ints = positions - removed
        return left

    def back(self, positions: Ints) -> Ints:
        """Return where characters of what is left are on the whole line."""
        if not self:
            return positions
        seams = np.searchsorted(self._seams, positions, "right")
        whole: Ints = positions + self._gone[seams]
        return whole

    def lengths(self, lengths: Ints) -> Ints:
        """Return how long documents are that stand one behind another."""
        ends = np.cumsum(lengths)
        return self.place(ends) - self.place(ends - lengths)

    def tokens(self, tokens: Stretches) -> Stretches:
        """Return the tokens that are left whole."""
        if not self:
            return tokens
        start, end = self.place(tokens.start), self.place(tokens.end)
        keep = end - start == tokens.end - tokens.start
        return Stretches(start[keep], end[keep], tokens.document[keep])

    def marks(self, marks: Marks) -> Marks:
        """Return annotations without those of which the main part is gone.

        Those that run into a stretch are cut to what is left of them.
        """
        if not self:
            return marks
        roles = {name: self._fragments(found) for name, found in marks.roles.items()}
        moved = Marks(marks.document, marks.label, roles)
        count = len(marks)
        left = np.zeros(count, bool)
        for found in roles.values():
            left |= _has(found, count)
        lost_main = _has(marks.main, count) & ~_has(moved.main, count)
        return moved.take(left & ~lost_main)

    def _fragments(self, found: Fragments) -> Fragments:
        start, end = self.place(found.start), self.place(found.end)
        left = start < end
        owner, start, end = found.owner[left], start[left], end[left]
        # What a stretch interrupted is one again.
        first = np.ones(len(owner), bool)
        first[1:] = (owner[1:] != owner[:-1]) | (start[1:] != end[:-1])
        last = np.append(first[1:], True)[: len(first)]
        return Fragments(owner[first], start[first], end[last])


def _has(fragments: Fragments, count: int) -> Bools:
    return np.bincount(fragments.owner, minlength=count) > 0
