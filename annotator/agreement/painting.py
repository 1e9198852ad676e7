"""Which annotation each stretch of the text belongs to: the shortest over it."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from annotator.agreement.marks import Bools, Fragments, Ints, spread

NOTHING = -1


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


def paint(
    fragments: Fragments, label: Ints, stretches: Stretches
) -> tuple[Ints, Bools]:
    """Give each stretch the shortest of the annotations that share a character.

    Short is what has few code points in all its *fragments*. Of equally short ones
    the one that starts later wins, then that of the later label.

    Args:
        fragments: Of the annotations that paint.
        label: A number for each annotation.
        stretches: What is painted: tokens, or pieces of text.

    Returns:
        For each stretch the number of the annotation or ``NOTHING``; and whether
        the stretch is the first that the annotation shares a character with.
    """
    sizes = fragments.sizes(len(label))[fragments.owner]
    begins = np.ones(len(fragments.owner), bool)
    begins[1:] = fragments.owner[1:] != fragments.owner[:-1]
    # What is painted last stays. Of one annotation its first fragment does.
    number = np.arange(len(begins))
    order = np.lexsort((-number, label[fragments.owner], fragments.start, -sizes))
    first = np.searchsorted(stretches.end, fragments.start[order], "right")
    last = np.searchsorted(stretches.start, fragments.end[order])
    row, where = spread(first, last)
    owners = np.full(len(stretches), NOTHING)
    beginning = np.zeros(len(stretches), bool)
    owners[where] = fragments.owner[order][row]
    beginning[where] = begins[order][row] & (where == first[row])
    return owners, beginning
