"""Sums of heights that change: a Fenwick tree."""

from __future__ import annotations

from collections.abc import Iterable


class Fenwick:
    """Numbers with prefix sums and searching among them in O(log n)."""

    def __init__(self, values: Iterable[float]) -> None:
        self._values = list(values)
        tree = [0.0, *self._values]
        for index in range(1, len(tree)):
            parent = index + (index & -index)
            if parent < len(tree):
                tree[parent] += tree[index]
        self._tree = tree
        self._top = 1 << (len(self._values).bit_length() - 1) if self._values else 0

    def __len__(self) -> int:
        return len(self._values)

    def __getitem__(self, index: int) -> float:
        return self._values[index]

    def set(self, index: int, value: float) -> None:
        """Replace the number at *index*."""
        difference = value - self._values[index]
        self._values[index] = value
        node = index + 1
        while node < len(self._tree):
            self._tree[node] += difference
            node += node & -node

    def before(self, index: int) -> float:
        """Return the sum of the numbers ahead of *index*."""
        total = 0.0
        while index > 0:
            total += self._tree[index]
            index -= index & -index
        return total

    @property
    def total(self) -> float:
        """The sum of all numbers."""
        return self.before(len(self._values))

    def find(self, target: float) -> tuple[int, float]:
        """Return where *target* falls: an index, and how far into its number.

        A target below nothing falls at the start of the first number, one beyond
        the total at the end of the last; there has to be a number.
        """
        if target <= 0:
            return 0, 0.0
        node, step = 0, self._top
        while step:
            ahead = node + step
            if ahead < len(self._tree) and self._tree[ahead] <= target:
                node = ahead
                target -= self._tree[ahead]
            step >>= 1
        if node >= len(self._values):
            return len(self._values) - 1, self._values[-1]
        return node, target
