"""Which annotations of two lists share characters, and how many."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from annotator.agreement.marks import Fragments, Ints, spread


class Overlaps(NamedTuple):
    """Pairs that share characters, each once, by left and then by right.

    Attributes:
        left: Number of the annotation on the left.
        right: Number of that on the right.
        shared: How many code points they share; above 0.
    """

    left: Ints
    right: Ints
    shared: Ints


def overlaps(left: Fragments, right: Fragments) -> Overlaps:
    """Return all pairs of annotations that share characters.

    Two fragments overlap where the one starts within the other; so that two
    searches in sorted starts find every pair once, whatever is nested in what.
    """
    order = np.argsort(right.start, kind="stable")
    starts = right.start[order]
    one, found = spread(
        np.searchsorted(starts, left.start), np.searchsorted(starts, left.end)
    )
    other = order[found]
    order = np.argsort(left.start, kind="stable")
    starts = left.start[order]
    more, found = spread(
        np.searchsorted(starts, right.start, "right"),
        np.searchsorted(starts, right.end),
    )
    one, other = np.concatenate([one, order[found]]), np.concatenate([other, more])
    ends = np.minimum(left.end[one], right.end[other])
    shared = ends - np.maximum(left.start[one], right.start[other])
    return _summed(left.owner[one], right.owner[other], shared)


def _summed(left: Ints, right: Ints, shared: Ints) -> Overlaps:
    """Return what the fragments of each pair share in all."""
    order = np.lexsort((right, left))
    left, right, shared = left[order], right[order], shared[order]
    if not len(order):
        return Overlaps(left, right, shared)
    new = np.ones(len(order), bool)
    new[1:] = (left[1:] != left[:-1]) | (right[1:] != right[:-1])
    firsts = np.flatnonzero(new)
    return Overlaps(left[firsts], right[firsts], np.add.reduceat(shared, firsts))


def shared(left: Fragments, ones: Ints, right: Fragments, others: Ints) -> Ints:
    """Return how many code points pairs of annotations share.

    Args:
        left: The fragments of the ones.
        ones: Numbers of annotations.
        right: The fragments of the others.
        others: As many numbers.
    """
    first = np.searchsorted(right.owner, others)
    last = np.searchsorted(right.owner, others, "right")
    # Every fragment of the one beside every fragment of the other.
    pair, mine = spread(
        np.searchsorted(left.owner, ones), np.searchsorted(left.owner, ones, "right")
    )
    row, theirs = spread(first[pair], last[pair])
    mine, pair = mine[row], pair[row]
    ends = np.minimum(left.end[mine], right.end[theirs])
    lengths = np.maximum(ends - np.maximum(left.start[mine], right.start[theirs]), 0)
    return np.bincount(pair, lengths, minlength=len(ones)).astype(np.int64)
