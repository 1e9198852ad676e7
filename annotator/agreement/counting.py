"""Everything that is counted of one kind; figures are made of it afterwards.

Counting reads the annotations once. What it returns adds up by document, so that
figures for some annotators, some documents or a single one cost next to nothing.
Which labels count has to be said before: without a label what lay under it shows.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from itertools import combinations
from typing import Any

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


_AT_ONCE = 2
"""How much is counted at the same time: NumPy mostly works outside of Python's lock."""


def count(material: Material, step: Callable[[], None] = lambda: None) -> KindCounts:
    """Count everything.

    Args:
        material: What there is.
        step: Is called now and then, by this thread; may raise to stop.
    """
    marks, labels = material.marks, len(material.labels)
    main = [m.main for m in marks]
    named = [m.label for m in marks]
    alike = [np.zeros(len(m), np.int64) for m in marks]
    roles = material.roles if len(material.roles) > 1 else ()
    further = {role: [m.roles[role] for m in marks] for role in roles[1:]}
    both = sides(material)
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        spans = {
            pair: pool.submit(_spans, both, pair, labels)
            for pair in pairs(len(material.marks))
        }
        tokens = pool.submit(_tokens, material, main, named, labels)
        units = pool.submit(_units, material, main, named, labels)
        of_roles = {
            role: (
                pool.submit(_tokens, material, parts, alike, 1),
                pool.submit(_units, material, parts, alike, 1),
            )
            for role, parts in further.items()
        }
        some: list[Future[Any]] = [*spans.values(), tokens, units]
        for futures in of_roles.values():
            some += futures
        try:
            for _ in as_completed(some):
                step()
        except BaseException:
            pool.shutdown(cancel_futures=True)
            raise
    found = {pair: future.result() for pair, future in spans.items()}
    whole = Counts(
        material.labels,
        material.labels,
        tokens.result(),
        units.result(),
        {pair: sums for pair, (sums, _) in found.items()},
    )
    # The main part is painted as the whole is, but for the labels.
    counted = {
        role: (
            whole.tokens.mapped(
                material.scheme.alike(labels), material.scheme.classes(1)
            ),
            whole.units.alike(),
        )
        for role in roles[:1]
    }
    for role, (by_token, by_unit) in of_roles.items():
        counted[role] = by_token.result(), by_unit.result()
    return KindCounts(
        whole,
        {
            role: Counts(
                (role,),
                material.labels,
                *counted[role],
                {pair: parts[role] for pair, (_, parts) in found.items()},
            )
            for role in roles
        },
    )


def _tokens(
    material: Material,
    fragments: Sequence[Fragments],
    labels: Sequence[Ints],
    number: int,
) -> Classed:
    found = [
        classes(own, label, material.tokens, material.scheme)
        for own, label in zip(fragments, labels, strict=True)
    ]
    width = material.scheme.classes(number)
    return count_classes(found, material.present, material.tokens, width)


def _units(
    material: Material,
    fragments: Sequence[Fragments],
    labels: Sequence[Ints],
    number: int,
) -> Unitized:
    parts = list(zip(fragments, labels, strict=True))
    return unitize(parts, material.present, material.lengths, number)


def _spans(
    both: Callable[[Pair], tuple[Ints, Side, Side]], pair: Pair, labels: int
) -> tuple[PairSpans, dict[str, PairSpans]]:
    """Count the spans of a pair, and those of each role of a frame."""
    documents, left, right = both(pair)
    compared: Compared = compare(left, right)
    number = len(documents)
    roles = left.places if len(left.places) > 1 else ()
    return PairSpans(documents, count_spans(compared, number, labels)), {
        role: PairSpans(documents, count_role(compared, role, number, labels))
        for role in roles
    }
