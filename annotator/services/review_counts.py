"""Counts behind the review's figures, by document, each made once and kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

import numpy as np

from annotator.agreement.differences import NOBODY, Sort
from annotator.agreement.marks import NO_PLACE, Bools, Floats, Fragments, Ints, Marks
from annotator.agreement.ratings import Numbers, divided
from annotator.agreement.spans import (
    Compared,
    SpanSums,
    compare,
    count_role,
    count_spans,
)
from annotator.agreement.tokens import Classed, Scheme, classes, count_classes
from annotator.agreement.units import Unitized, unitize
from annotator.services.review_loading import Columns, KindColumns

NumberPair = tuple[int, int]
NOTHING = -1
Labels = tuple[int, ...] | None
"""Numbers of those that count; None for all."""


@dataclass(frozen=True, slots=True)
class SpanCounts:
    """What F1 is made of, by document.

    Attributes:
        both: Pairs of the same.
        left: Annotations of the first.
        right: Annotations of the second.
    """

    both: Numbers
    left: Numbers
    right: Numbers

    def plus(self, other: SpanCounts) -> SpanCounts:
        """Return the counts of both."""
        return SpanCounts(
            self.both + other.both, self.left + other.left, self.right + other.right
        )


def f1(counts: SpanCounts) -> Floats:
    """Return 2 both / (left + right); not a number where one side has nothing."""
    some = (counts.left > 0) & (counts.right > 0)
    return divided(2 * counts.both, np.where(some, counts.left + counts.right, 0))


@dataclass(frozen=True, slots=True)
class Places:
    """Everything that was compared of a pair, a row each.

    Attributes:
        document: Its number.
        start: Where it begins, on the line of all documents.
        sort: A ``Sort``.
        pair: Number in the alignment; ``NOTHING`` for what one side lacks.
        left: Number of the first's annotation, or ``NOTHING``.
        right: Of the second's.
        left_label: Of that; ``NOTHING`` where there is none.
        differing: Role → whether the part is not the same.
    """

    document: Ints
    start: Ints
    sort: Ints
    pair: Ints
    left: Ints
    right: Ints
    left_label: Ints
    right_label: Ints
    differing: dict[str, Bools]

    def have(self, labels: Sequence[int]) -> Bools:
        """Return which of them one of the two calls by one of some labels."""
        fits: Bools = np.isin(self.left_label, labels) | np.isin(
            self.right_label, labels
        )
        return fits


class PairCounts:
    """One pair of annotators on one kind."""

    def __init__(self, columns: Columns, kind: KindColumns, pair: NumberPair) -> None:
        self._size = len(columns.line.documents), len(kind.labels)
        self._kind = kind
        self.numbers = pair

    def compare(self, shared: Bools) -> None:
        """Compare what both have, on the documents that they share."""
        sides = [self._kind.sides[n] for n in self.numbers]
        keeps = [shared[side.marks.document] for side in sides]
        left, right = (s.take(k) for s, k in zip(sides, keeps, strict=True))
        self.compared: Compared = compare(left, right)

    @cached_property
    def spans(self) -> SpanSums:
        """Counts of whole annotations."""
        return count_spans(self.compared, *self._size)

    def role(self, name: str) -> SpanSums:
        """Return the counts of one part of frames."""
        return count_role(self.compared, name, *self._size)

    @cached_property
    def places(self) -> Places:
        """Everything that was compared."""
        found, left = self.compared.outcomes, self.compared.left
        right, pairs = self.compared.right, self.compared.outcomes.pairs
        lone_left = found.lone_left[found.split_left == NOBODY]
        lone_right = found.lone_right[found.split_right == NOBODY]
        none_left = np.full(len(lone_right), NOTHING)
        none_right = np.full(len(lone_left), NOTHING)
        alone = len(lone_left) + len(lone_right)
        differing = {
            role: np.concatenate(
                [
                    which,
                    left.places[role][lone_left] != NO_PLACE,
                    right.places[role][lone_right] != NO_PLACE,
                ]
            )
            for role, which in found.differing.items()
        }
        one, other = left.marks, right.marks
        return Places(
            np.concatenate(
                [
                    one.document[pairs.left],
                    one.document[lone_left],
                    other.document[lone_right],
                ]
            ),
            np.concatenate(
                [
                    _starts(one)[pairs.left],
                    _starts(one)[lone_left],
                    _starts(other)[lone_right],
                ]
            ),
            np.concatenate([found.sorts, np.full(alone, int(Sort.MISSED))]),
            np.concatenate([np.arange(len(pairs)), np.full(alone, NOTHING)]),
            np.concatenate([pairs.left, lone_left, none_left]),
            np.concatenate([pairs.right, none_right, lone_right]),
            np.concatenate([one.label[pairs.left], one.label[lone_left], none_left]),
            np.concatenate(
                [other.label[pairs.right], none_right, other.label[lone_right]]
            ),
            differing,
        )


def _starts(marks: Marks) -> Ints:
    """Return where the main part of each annotation begins; 0 where it has none."""
    main = marks.main
    found = np.zeros(len(marks), np.int64)
    # Of the fragments of one annotation the first comes last here, and stays.
    found[main.owner[::-1]] = main.start[::-1]
    return found


class KindCounts:
    """One kind, with or without what is not done."""

    def __init__(self, columns: Columns, kind: KindColumns, present: Bools) -> None:
        self.columns = columns
        self.kind = kind
        self.present = present
        self._pairs: dict[NumberPair, PairCounts] = {}
        self._classed: dict[tuple[bool, Scheme, Labels], Classed] = {}
        self._unitized: dict[Labels, Unitized] = {}

    def pair(self, one: int, other: int) -> PairCounts:
        """Return the counts of a pair, the lower number first."""
        found = self._pairs.get((one, other))
        if found is None:
            found = PairCounts(self.columns, self.kind, (one, other))
            found.compare(self.present[one] & self.present[other])
            self._pairs[one, other] = found
        return found

    def pairs(self, chosen: list[int]) -> list[PairCounts]:
        """Return the counts of all pairs of some annotators."""
        return [self.pair(*pair) for pair in combinations(chosen, 2)]

    def classed(
        self, *, white_space: bool, scheme: Scheme, labels: Labels = None
    ) -> Classed:
        """Return the classes of the tokens.

        Args:
            labels: Only annotations of these labels, as if there were no others;
                None for all.
        """
        key = white_space, scheme, labels
        if key not in self._classed:
            parts = [(marks.main, marks.label) for marks in self._marks(labels)]
            number = len(self.kind.labels)
            self._classed[key] = self._counted(parts, white_space, scheme, number)
        return self._classed[key]

    def role_classed(
        self, role: str, *, white_space: bool, scheme: Scheme, labels: Labels
    ) -> Classed:
        """Return the classes of the tokens by one part of frames, in it or not."""
        parts = [
            (marks.roles[role], np.zeros(len(marks), np.int64))
            for marks in self._marks(labels)
        ]
        return self._counted(parts, white_space, scheme, 1)

    def _counted(
        self,
        parts: Sequence[tuple[Fragments, Ints]],
        white_space: bool,  # noqa: FBT001
        scheme: Scheme,
        number: int,
    ) -> Classed:
        columns = self.columns
        tokens = columns.white_space if white_space else columns.pipeline
        found = [classes(own, label, tokens, scheme) for own, label in parts]
        return count_classes(found, self.present, tokens, scheme.classes(number))

    def unitized(self, labels: Labels = None) -> Unitized:
        """Return what was cut out of the texts, of all labels or of some alone."""
        if labels not in self._unitized:
            parts = [(marks.main, marks.label) for marks in self._marks(labels)]
            lengths, number = self.columns.line.lengths, len(self.kind.labels)
            self._unitized[labels] = unitize(parts, self.present, lengths, number)
        return self._unitized[labels]

    def _marks(self, labels: Labels) -> list[Marks]:
        """Return each annotator's annotations that count."""
        found = []
        for own, present in zip(self.kind.sides, self.present, strict=True):
            keep = present[own.marks.document]
            if labels is not None:
                keep &= np.isin(own.marks.label, labels)
            found.append(own.marks.take(keep))
        return found
