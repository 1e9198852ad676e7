"""Everything that is counted of one kind; figures are made of it afterwards.

Counting reads the annotations once. What it returns adds up by document, so that
figures for some annotators, some documents or a single one cost next to nothing.
Which labels count has to be said before: without a label what lay under it shows.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from annotator.agreement.aligning import Side
from annotator.agreement.marks import Bools, Fragments, Ints, Marks, places
from annotator.agreement.painting import Stretches
from annotator.agreement.spans import (
    Compared,
    SpanSums,
    compare,
    count_role,
    count_spans,
)
from annotator.agreement.tokens import Classed, Pair, Scheme, classes, count_classes
from annotator.agreement.units import Unitized, unitize


@dataclass(frozen=True, slots=True)
class Material:
    """The annotations of one kind, of all annotators on all documents.

    Attributes:
        marks: Each annotator's; only on documents where they are ``present``.
        labels: The names of the labels, by number.
        present: ``[annotators, documents]``: who has looked at what.
        lengths: Of the documents, in code points.
        tokens: Of all documents that two annotators have looked at.
        scheme: How tokens are classed.
    """

    marks: tuple[Marks, ...]
    labels: tuple[str, ...]
    present: Bools
    lengths: Ints
    tokens: Stretches
    scheme: Scheme

    def only(self, labels: Sequence[str]) -> Material:
        """Return it without the annotations of any other label."""
        known = [name for name in self.labels if name in labels]
        number = np.full(len(self.labels) + 1, -1)
        for new, name in enumerate(known):
            number[self.labels.index(name)] = new
        kept = []
        for own in self.marks:
            some = own.take(number[own.label] >= 0)
            kept.append(Marks(some.document, number[some.label], some.roles))
        return Material(
            tuple(kept),
            tuple(known),
            self.present,
            self.lengths,
            self.tokens,
            self.scheme,
        )

    @property
    def roles(self) -> tuple[str, ...]:
        """The kind's roles, the main one first."""
        return tuple(self.marks[0].roles)


@dataclass(frozen=True, slots=True)
class PairSpans:
    """The spans of one pair of annotators.

    Attributes:
        documents: The numbers of those that both have looked at.
        sums: Counts, by place in ``documents``.
    """

    documents: Ints
    sums: SpanSums


@dataclass(frozen=True, slots=True)
class Counts:
    """What was counted: of a kind by label, or of one role of a frame.

    Attributes:
        labels: What the classes of tokens and units stand for.
        tokens: By class; see ``Scheme``.
        units: By label.
        spans: For each pair, the lower number first.
        span_labels: What the counts of spans stand for: the labels of the kind, also
            where this is of a role.
    """

    labels: tuple[str, ...]
    span_labels: tuple[str, ...]
    tokens: Classed
    units: Unitized
    spans: Mapping[Pair, PairSpans]


@dataclass(frozen=True, slots=True)
class KindCounts:
    """What was counted of a kind.

    Attributes:
        whole: The annotations by their main part and label.
        roles: Each role of a frame, the main one first; empty for plain spans.
    """

    whole: Counts
    roles: Mapping[str, Counts]


def sides(material: Material) -> Callable[[Pair], tuple[Ints, Side, Side]]:
    """Return what makes the two sides of a pair, on the documents of both.

    It returns the numbers of those documents, and the sides, whose documents are
    numbered by their place among them.
    """
    found = {
        role: places(
            [marks.roles[role] for marks in material.marks],
            [len(marks) for marks in material.marks],
        )
        for role in material.roles
    }

    def side(annotator: int, shared: Bools) -> Side:
        marks = material.marks[annotator]
        numbers = {
            role: by_annotator[annotator] for role, by_annotator in found.items()
        }
        place = np.cumsum(shared) - 1
        keep = shared[marks.document]
        some = Side(marks, numbers).take(keep)
        renumbered = Marks(
            place[some.marks.document], some.marks.label, some.marks.roles
        )
        return Side(renumbered, some.places)

    def both(pair: Pair) -> tuple[Ints, Side, Side]:
        shared = material.present[pair[0]] & material.present[pair[1]]
        return np.flatnonzero(shared), side(pair[0], shared), side(pair[1], shared)

    return both


def pairs(annotators: int) -> list[Pair]:
    """Return all pairs of annotators by number."""
    return list(combinations(range(annotators), 2))


def count(material: Material, step: Callable[[], None] = lambda: None) -> KindCounts:
    """Count everything.

    Args:
        material: What there is.
        step: Is called now and then; may raise to stop.
    """
    marks, roles = material.marks, material.roles
    step()
    tokens = _tokens(material, [m.main for m in marks], [m.label for m in marks])
    step()
    units = _units(material, [m.main for m in marks], [m.label for m in marks])
    spans, parts = _spans(material, step)
    found = {}
    for role in roles if len(roles) > 1 else ():
        step()
        own = [m.roles[role] for m in marks]
        alike = [np.zeros(len(m), np.int64) for m in marks]
        found[role] = Counts(
            (role,),
            material.labels,
            _tokens(material, own, alike, 1),
            _units(material, own, alike, 1),
            parts[role],
        )
    return KindCounts(
        Counts(material.labels, material.labels, tokens, units, spans), found
    )


def _tokens(
    material: Material,
    fragments: Sequence[Fragments],
    labels: Sequence[Ints],
    number: int | None = None,
) -> Classed:
    width = material.scheme.classes(len(material.labels) if number is None else number)
    found = [
        classes(own, label, material.tokens, material.scheme)
        for own, label in zip(fragments, labels, strict=True)
    ]
    return count_classes(found, material.present, material.tokens, width)


def _units(
    material: Material,
    fragments: Sequence[Fragments],
    labels: Sequence[Ints],
    number: int | None = None,
) -> Unitized:
    several = len(material.labels) if number is None else number
    parts = list(zip(fragments, labels, strict=True))
    return unitize(parts, material.present, material.lengths, several)


def _spans(
    material: Material, step: Callable[[], None]
) -> tuple[dict[Pair, PairSpans], dict[str, dict[Pair, PairSpans]]]:
    """Count the spans of all pairs, and those of each role."""
    roles = material.roles if len(material.roles) > 1 else ()
    whole: dict[Pair, PairSpans] = {}
    parts: dict[str, dict[Pair, PairSpans]] = {role: {} for role in roles}
    both = sides(material)
    labels = len(material.labels)
    for pair in pairs(len(material.marks)):
        step()
        documents, left, right = both(pair)
        compared: Compared = compare(left, right)
        sums = count_spans(compared, len(documents), labels)
        whole[pair] = PairSpans(documents, sums)
        for role in roles:
            sums = count_role(compared, role, len(documents), labels)
            parts[role][pair] = PairSpans(documents, sums)
    return whole, parts
