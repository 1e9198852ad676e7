"""Which annotation each stretch of the text belongs to: the shortest over it."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from annotator.agreement.marks import Bools, Fragments, Ints, spread


class Stretches(NamedTuple):
    """Stretches of the line of all documents, in order, none over another.

    Attributes:
        start: Code points.
        end: Likewise.
        document: Number of the document each is in.
    """

    start: Ints
    end: Ints
    document: npt.NDArray[np.int32]

    def __len__(self) -> int:
        return len(self.start)


class Strokes(NamedTuple):
    """What is to be painted where, in this order: what comes later stays.

    Attributes:
        where: Numbers of stretches.
        owner: The annotation that paints it.
        begins: Whether the stretch is the first that the annotation is on.
    """

    where: Ints
    owner: Ints
    begins: Bools


def paint(fragments: Fragments, label: Ints, stretches: Stretches) -> Strokes:
    """Give each stretch the shortest of the annotations that share a character.

    Short is what has few code points in all its *fragments*. Of equally short ones
    the one that starts later wins, then that of the later label.

    Args:
        fragments: Of the annotations that paint.
        label: A number for each annotation.
        stretches: What is painted: tokens, or pieces of text.
    """
    begins = np.ones(len(fragments.owner), bool)
    begins[1:] = fragments.owner[1:] != fragments.owner[:-1]
    text = np.argsort(fragments.start, kind="stable")
    # In the order of the text, which searching is fast in.
    first = np.searchsorted(stretches.end, fragments.start[text], "right")
    last = np.searchsorted(stretches.start, fragments.end[text])
    order = _order(fragments, label, text, _rivals(first, last))
    row, where = spread(first[order], last[order])
    fragment = text[order][row]
    starting = where == first[order][row]
    return Strokes(where, fragments.owner[fragment], begins[fragment] & starting)


def _rivals(first: Ints, last: Ints) -> Bools:
    """Return which ranges share a number with another; *first* is rising."""
    rivals = np.zeros(len(first), bool)
    if len(first) > 1:
        meets_before = first[1:] < np.maximum.accumulate(last)[:-1]
        rivals[1:] = meets_before
        # What a later one meets: its end lies behind the next one's beginning.
        rivals[:-1] |= first[1:] < last[:-1]
    return rivals


def _order(fragments: Fragments, label: Ints, text: Ints, rivals: Bools) -> Ints:
    """Return the order to paint in, as places in *text*; only rivals need one."""
    some = np.flatnonzero(rivals)
    rival = text[some]
    owner = fragments.owner[rival]
    sizes = fragments.sizes(len(label))[owner]
    # Of one annotation its first fragment stays.
    ranks = np.lexsort((-rival, label[owner], fragments.start[rival], -sizes))
    return np.concatenate([np.flatnonzero(~rivals), some[ranks]])
