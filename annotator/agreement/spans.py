"""Precision, recall and F1 between two annotators, as counts that add up.

Of a pair the first is taken as what is judged and the second as the reference:
precision is the share of the first's that the second has, recall the other way
round, and F1 = 2 both / (first + second) is the same from both sides (N. Chinchor,
MUC-4 evaluation metrics, 1992; for agreement G. Hripcsak and A. S. Rothschild,
Agreement, the F-measure, and reliability in information retrieval, 2005).

*Exact* asks for the same fragments and the same label, *overlap* for the same label
and at least one common character, one to one; whatever the labels it counts as
``any``. The parts of frames are counted in frames that are aligned with each other.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from annotator.agreement.aligning import Alignment, Matches, Side, align
from annotator.agreement.differences import NOBODY, Outcomes, Sort, outcomes
from annotator.agreement.marks import NO_PLACE, Bools, Ints
from annotator.agreement.overlaps import shared

SORTS = len(Sort)


@dataclass(frozen=True, slots=True)
class SpanSums:
    """Counts of one pair of annotators; the first axis is documents, or samples.

    Attributes:
        left: ``[..., labels]``: how many the first has.
        right: ``[..., labels]``: how many the second has.
        exact: ``[..., labels]``: pairs of the same fragments and label.
        overlap: ``[..., labels]``: pairs of one label that share characters.
        exact_any: ``[...]``: pairs of the same fragments.
        overlap_any: ``[...]``: pairs that share characters.
        sorts: ``[..., Sort]``: agreements and differences by their sort.
    """

    left: Ints
    right: Ints
    exact: Ints
    overlap: Ints
    exact_any: Ints
    overlap_any: Ints
    sorts: Ints


@dataclass(frozen=True, slots=True)
class Compared:
    """Two sides with all that was found out about them."""

    left: Side
    right: Side
    alignment: Alignment
    outcomes: Outcomes


def compare(left: Side, right: Side) -> Compared:
    """Align two sides and say what became of everything."""
    alignment = align(left, right)
    return Compared(left, right, alignment, outcomes(left, right, alignment))


def count_spans(compared: Compared, documents: int, labels: int) -> SpanSums:
    """Count by document.

    Args:
        documents: How many there are; their numbers are below.
        labels: How many labels there are.
    """
    left, right = compared.left.marks, compared.right.marks
    alignment = compared.alignment
    overlapping = alignment.same.and_(alignment.overlapping)

    def by_label(matches: Matches) -> Ints:
        return _table(
            left.document[matches.left], left.label[matches.left], documents, labels
        )

    def by_document(matches: Matches) -> Ints:
        return np.bincount(left.document[matches.left], minlength=documents)

    return SpanSums(
        _table(left.document, left.label, documents, labels),
        _table(right.document, right.label, documents, labels),
        by_label(alignment.same),
        by_label(overlapping),
        by_document(alignment.same.and_(alignment.placed)),
        by_document(compared.outcomes.pairs),
        _count_sorts(compared, documents),
    )


def _table(documents: Ints, columns: Ints, height: int, width: int) -> Ints:
    """Count pairs of a document and another number."""
    found = np.bincount(documents * width + columns, minlength=height * width)
    return found.reshape(height, width)


def _count_sorts(compared: Compared, documents: int) -> Ints:
    found = compared.outcomes
    left, right = compared.left.marks.document, compared.right.marks.document
    missed = [
        left[found.lone_left[found.split_left == NOBODY]],
        right[found.lone_right[found.split_right == NOBODY]],
    ]
    where = np.concatenate([left[found.pairs.left], *missed])
    sorts = np.full(len(where), int(Sort.MISSED))
    sorts[: len(found.pairs)] = found.sorts
    return _table(where, sorts, documents, SORTS)


def confusion(compared: Compared, keep: Bools, labels: int) -> Ints:
    """Count what the one calls so and the other calls so.

    Args:
        keep: Which documents count.
        labels: How many labels there are.

    Returns:
        ``[labels + 1, labels + 1]``, rows the first's labels, columns the second's;
        the last row and column are for what the other does not have.
    """
    left, right = compared.left.marks, compared.right.marks
    found = compared.outcomes
    rows = [left.label[found.pairs.left], left.label[found.lone_left]]
    rows.append(np.full(len(found.lone_right), labels))
    columns = [right.label[found.pairs.right], np.full(len(found.lone_left), labels)]
    columns.append(right.label[found.lone_right])
    where = [left.document[found.pairs.left], left.document[found.lone_left]]
    where.append(right.document[found.lone_right])
    kept = keep[np.concatenate(where)]
    width = labels + 1
    return _table(
        np.concatenate(rows)[kept], np.concatenate(columns)[kept], width, width
    )


def count_role(compared: Compared, role: str, documents: int, labels: int) -> SpanSums:
    """Count one part of frames by document.

    A part agrees where the frames are aligned with each other and their parts have
    the same fragments (or share a character), whatever the frames' labels: that is
    ``exact_any`` and ``overlap_any``. By label count frames that both call so.
    """
    left, right = compared.left, compared.right
    pairs = compared.outcomes.pairs
    mine = left.places[role] != NO_PLACE
    theirs = right.places[role] != NO_PLACE
    both = mine[pairs.left] & theirs[pairs.right]
    equal = both & ~compared.outcomes.differing[role]
    touching = equal.copy()
    unequal = both & ~equal
    touching[unequal] = (
        shared(
            left.marks.roles[role],
            pairs.left[unequal],
            right.marks.roles[role],
            pairs.right[unequal],
        )
        > 0
    )
    alike = left.marks.label[pairs.left] == right.marks.label[pairs.right]
    where, label = left.marks.document[pairs.left], left.marks.label[pairs.left]
    here = right.marks.document, right.marks.label
    return SpanSums(
        _table(left.marks.document[mine], left.marks.label[mine], documents, labels),
        _table(here[0][theirs], here[1][theirs], documents, labels),
        _table(where[equal & alike], label[equal & alike], documents, labels),
        _table(where[touching & alike], label[touching & alike], documents, labels),
        np.bincount(where[equal], minlength=documents),
        np.bincount(where[touching], minlength=documents),
        _role_sorts(
            compared,
            documents,
            np.select(
                [equal, touching, both],
                [int(Sort.AGREED), int(Sort.BOUNDARY), int(Sort.PART)],
                int(Sort.MISSED),
            ),
            (mine, theirs),
        ),
    )


def _role_sorts(
    compared: Compared, documents: int, sorts: Ints, has: tuple[Bools, Bools]
) -> Ints:
    """Count what became of a part; it is missed in each frame that lacks it."""
    found = compared.outcomes
    pairs = found.pairs
    left, right = compared.left.marks.document, compared.right.marks.document
    some = has[0][pairs.left] | has[1][pairs.right]
    lone_left = found.lone_left[has[0][found.lone_left]]
    lone_right = found.lone_right[has[1][found.lone_right]]
    where = np.concatenate([left[pairs.left[some]], left[lone_left], right[lone_right]])
    alone = np.full(len(lone_left) + len(lone_right), int(Sort.MISSED))
    return _table(where, np.concatenate([sorts[some], alone]), documents, SORTS)
