"""The optimal one-to-one assignment, on many small problems at once.

What can be assigned to what falls apart into small groups. Groups of one shape are
solved together by trying all ways; only large ones go through Kuhn's method.
"""

from __future__ import annotations

from itertools import permutations
from math import perm
from typing import NamedTuple

import numpy as np

from annotator.agreement.marks import Bools, Ints

MOST_WAYS = 120
"""Up to how many ways a group is solved by trying all of them."""
_CELLS = 1 << 21
"""How many totals are in memory at once."""


def assign(left: Ints, right: Ints, weight: Ints) -> Bools:
    """Choose pairs so that nothing is in two and the sum of weights is greatest.

    Args:
        left: Numbers of things, a pair for each.
        right: Numbers of things on the other side; no pair comes twice.
        weight: Above 0. Whole numbers, so that equal sums are equal.

    Returns:
        Which of the pairs are chosen.
    """
    chosen = np.ones(len(left), bool)
    if not len(left):
        return chosen
    rivals = (np.bincount(left)[left] > 1) | (np.bincount(right)[right] > 1)
    contested = np.flatnonzero(rivals)
    if len(contested):
        chosen[contested] = _solve(left[contested], right[contested], weight[contested])
    return chosen


class _Groups(NamedTuple):
    """Pairs by the group they are in, with their row and column there."""

    group: Ints
    row: Ints
    column: Ints
    rows: Ints
    columns: Ints


def _solve(left: Ints, right: Ints, weight: Ints) -> Bools:
    groups = _groups(left, right)
    chosen = np.zeros(len(left), bool)
    # A group lies on its longer side, so that fewer shapes occur.
    tall = (groups.rows > groups.columns)[groups.group]
    row = np.where(tall, groups.column, groups.row)
    column = np.where(tall, groups.row, groups.column)
    height = np.minimum(groups.rows, groups.columns)
    width = np.maximum(groups.rows, groups.columns)
    order = np.lexsort((groups.group, width[groups.group], height[groups.group]))
    shape = height * (width.max() + 1) + width
    of_pair = shape[groups.group][order]
    edges = np.flatnonzero(np.diff(of_pair)) + 1
    for some in np.split(order, edges):
        member = groups.group[some[0]]
        size = int(height[member]), int(width[member])
        other = np.diff(groups.group[some], prepend=member) > 0
        number = np.cumsum(other, dtype=np.int64)
        problem = _Batch(number, row[some], column[some], weight[some])
        chosen[some] = _solve_batch(problem, *size)
    return chosen


def _groups(left: Ints, right: Ints) -> _Groups:
    """Find what hangs together, by handing the least number on along the pairs."""
    _, one = np.unique(left, return_inverse=True)
    _, other = np.unique(right, return_inverse=True)
    count = int(one.max()) + 1
    least = np.arange(count + int(other.max()) + 1)
    ends = other + count
    while True:
        before = least
        least = before.copy()
        smaller = np.minimum(least[one], least[ends])
        np.minimum.at(least, one, smaller)
        np.minimum.at(least, ends, smaller)
        least = least[least]
        if np.array_equal(least, before):
            break
    _, group = np.unique(least[one], return_inverse=True)
    row, rows = _rank(group, one)
    column, columns = _rank(group, other)
    return _Groups(group, row, column, rows, columns)


def _rank(group: Ints, number: Ints) -> tuple[Ints, Ints]:
    """Number the things of each group from 0, and count them."""
    things, first, inverse = np.unique(number, return_index=True, return_inverse=True)
    of_thing = group[first]
    order = np.argsort(of_thing, kind="stable")
    counts = np.bincount(of_thing)
    rank = np.empty(len(things), np.int64)
    before = np.cumsum(counts) - counts
    rank[order] = np.arange(len(things)) - np.repeat(before, counts)
    return rank[inverse], counts


class _Batch(NamedTuple):
    """Pairs of problems of one shape: number of the problem, row, column, weight."""

    problem: Ints
    row: Ints
    column: Ints
    weight: Ints

    def part(self, first: int, last: int) -> tuple[_Batch, slice]:
        """Return the problems ``[first, last)`` and where their pairs are."""
        here = slice(*np.searchsorted(self.problem, [first, last]))
        return _Batch(self.problem[here] - first, *(x[here] for x in self[1:])), here


def _solve_batch(batch: _Batch, height: int, width: int) -> Bools:
    count = int(batch.problem[-1]) + 1
    ways = perm(width, height)
    few = ways <= MOST_WAYS
    step = max(_CELLS // (ways if few else width * width), 1)
    chosen = np.zeros(len(batch.problem), bool)
    tried = _ways(height, width) if few else None
    for first in range(0, count, step):
        part, here = batch.part(first, min(first + step, count))
        weights = np.zeros((min(step, count - first), height, width), np.int64)
        weights[part.problem, part.row, part.column] = part.weight
        if tried is None:
            best = np.array([_kuhn(one) for one in weights])
        else:
            best = tried[_totals(weights, tried).argmax(axis=1)]
        chosen[here] = best[part.problem, part.row] == part.column
    return chosen


def _ways(height: int, width: int) -> Ints:
    return np.array(list(permutations(range(width), height)), np.int64)


def _totals(weights: Ints, ways: Ints) -> Ints:
    totals = np.zeros((len(weights), len(ways)), np.int64)
    for row in range(weights.shape[1]):
        totals += weights[:, row, ways[:, row]]
    return totals


def _kuhn(weights: Ints) -> Ints:
    """Return the column of each row in the assignment of greatest weight.

    H. W. Kuhn, The Hungarian method for the assignment problem (1955), with
    potentials and shortest augmenting paths (J. Munkres 1957; R. Jonker and
    A. Volgenant 1987); rows x rows x columns steps.

    Args:
        weights: At least as many columns as rows.
    """
    height, width = weights.shape
    cost = -weights
    rows = np.zeros(height + 1, np.int64)
    columns = np.zeros(width + 1, np.int64)
    owner = np.full(width + 1, height, np.int64)  # The last stands for “none”.
    for row in range(height):
        owner[width] = row
        _augment(cost, rows, columns, owner)
    taken = np.flatnonzero(owner[:width] < height)
    best = np.empty(height, np.int64)
    best[owner[taken]] = taken
    return best


def _augment(cost: Ints, rows: Ints, columns: Ints, owner: Ints) -> None:
    """Give the row that waits in the last column a column, at the least cost."""
    width = cost.shape[1]
    none = cost.shape[0]
    least = np.full(width, np.iinfo(np.int64).max // 4)
    way = np.full(width, width)
    used = np.zeros(width + 1, bool)
    column = width
    while owner[column] != none:
        used[column] = True
        row = owner[column]
        free = ~used[:width]
        reduced = cost[row] - rows[row] - columns[:width]
        better = free & (reduced < least)
        least[better] = reduced[better]
        way[better] = column
        candidates = np.flatnonzero(free)
        following = candidates[least[candidates].argmin()]
        delta = least[following]
        rows[owner[used]] += delta
        columns[used] -= delta
        least[free] -= delta
        column = int(following)
    while column != width:
        previous = way[column]
        owner[column] = owner[previous]
        column = int(previous)
    owner[width] = none
