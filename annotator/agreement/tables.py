"""Figures made of counts, for all documents together or for each.

Every measure takes many documents at once, so that one computation gives the figures
of each; those of all together are the same measure of the sums of the counts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from typing import Generic, TypeVar

import numpy as np

from annotator.agreement.alpha import UnitSums, krippendorff_alpha, unitizing_alpha
from annotator.agreement.bootstrap import Interval, Sums, intervals, part, total
from annotator.agreement.counting import Counts, KindCounts
from annotator.agreement.differences import Sort
from annotator.agreement.figures import (
    ALL,
    ANY,
    Choice,
    Figures,
    SpanFigures,
    TokenFigures,
    UnitFigures,
)
from annotator.agreement.kappa import (
    brennan_prediger,
    cohen_kappa,
    conger_kappa,
    fleiss_kappa,
    gwet_ac1,
)
from annotator.agreement.marks import Floats, Ints
from annotator.agreement.ratings import Numbers, PairSums, RatingSums, divided
from annotator.agreement.scores import Score
from annotator.agreement.spans import SpanSums
from annotator.agreement.tokens import Scheme

S = TypeVar("S", bound=Sums)

_RATED: Mapping[str, Callable[[RatingSums], Floats]] = {
    "fleiss_kappa": fleiss_kappa,
    "conger_kappa": conger_kappa,
    "alpha": krippendorff_alpha,
    "gwet_ac1": gwet_ac1,
    "brennan_prediger": brennan_prediger,
}


class KindTable:
    """The figures of one kind for a choice of annotators and documents."""

    def __init__(self, counts: KindCounts, choice: Choice, scheme: Scheme) -> None:
        """Prepare; figures are computed when they are asked for.

        Args:
            counts: What was counted of the kind.
            choice: Of whom, on what.
            scheme: How tokens were classed.
        """
        self._whole = _Table(counts.whole, choice, scheme, ALL)
        # Parts are the same or not, whatever their frames are called.
        self._roles = {
            role: _Table(own, choice, scheme, ANY) for role, own in counts.roles.items()
        }

    def whole(self, *, with_intervals: bool = False) -> Figures:
        """Return the figures of all documents together."""
        return self._figures(None, with_intervals=with_intervals)

    def document(self, number: int) -> Figures:
        """Return the figures of one document, of those who have looked at it."""
        return self._figures(number, with_intervals=False)

    def _figures(self, number: int | None, *, with_intervals: bool) -> Figures:
        made = self._whole.figures(number, with_intervals=with_intervals)
        roles = {
            role: table.figures(number, with_intervals=with_intervals)
            for role, table in self._roles.items()
        }
        return replace(made, roles=roles)


class _Table:
    """The figures of a kind by its main part, or of one role."""

    def __init__(
        self, counts: Counts, choice: Choice, scheme: Scheme, main: str
    ) -> None:
        looked = counts.tokens.present[list(choice.annotators)].sum(axis=0)
        self._documents = np.flatnonzero((looked >= 2) & choice.documents)
        self._tokens = _Tokens(counts, choice, scheme, self._documents)
        self._units = _Units(counts, choice, self._documents)
        self._spans = _Spans(counts, choice, main)

    def figures(self, number: int | None, *, with_intervals: bool) -> Figures:
        """Return the figures of all documents, or of one."""
        shown = self._documents if number is None else [number]
        return Figures(
            len(shown),
            self._tokens.figures(number),
            self._spans.figures(number),
            self._units.figures(number),
            ci95=dict(self._intervals()) if with_intervals else {},
        )

    def _intervals(self) -> Iterator[tuple[str, Interval]]:
        yield from self._tokens.intervals()
        yield from self._units.intervals()
        yield from self._spans.intervals()


class _Rows(Generic[S]):
    """Counts by document, and measures of them."""

    def __init__(self, documents: Ints, sums: S) -> None:
        """Take counts.

        Args:
            documents: The numbers of the documents, rising.
            sums: By place in *documents*.
        """
        self.documents = documents
        self.sums = sums
        self._by_document: dict[Callable[[S], Floats], Floats] = {}

    @cached_property
    def total(self) -> S:
        """The sum over all documents."""
        return total(self.sums)

    def place(self, number: int) -> int | None:
        """Return where a document is; None where it is not among them."""
        place = int(np.searchsorted(self.documents, number))
        found = place < len(self.documents) and self.documents[place] == number
        return place if found else None

    def counts(self, number: int | None) -> S | None:
        """Return the counts of all documents or of one; None where it is not here."""
        if number is None:
            return self.total
        place = self.place(number)
        return None if place is None else part(self.sums, place)

    def value(
        self, measure: Callable[[S], Floats], number: int | None = None
    ) -> float | None:
        """Return a measure of all documents or of one; None where undefined."""
        if number is None:
            return _defined(measure(self.total))
        place = self.place(number)
        if place is None:
            return None
        if measure not in self._by_document:
            self._by_document[measure] = measure(self.sums)
        return _defined(self._by_document[measure][place])


def _defined(value: Numbers) -> float | None:
    return None if np.isnan(value) else float(value)


class _Tokens:
    """Agreement on tokens."""

    def __init__(
        self, counts: Counts, choice: Choice, scheme: Scheme, documents: Ints
    ) -> None:
        number = len(counts.labels)
        self._names = counts.labels
        self._classes = _Rated(
            counts, choice, documents, np.arange(scheme.classes(number))
        )
        self._labels = _Rated(counts, choice, documents, scheme.label(number))
        self._alone = {
            name: _Rated(counts, choice, documents, scheme.only(number, label))
            for label, name in enumerate(counts.labels)
            if number > 1
        }

    def figures(self, number: int | None) -> TokenFigures:
        """Return the figures of all documents, or of one."""
        alone = {name: rated.figures(number) for name, rated in self._alone.items()}
        scores = {}
        for name, rows in self._labels.pairs.items():
            sums = rows.counts(number)
            if sums is not None:
                scores[name] = _token_scores(sums, self._names)
        return replace(self._classes.figures(number), pairs=scores, labels=alone)

    def intervals(self) -> Iterator[tuple[str, Interval]]:
        """Yield the intervals of the measures of all classes."""
        rated = self._classes
        yield from intervals(rated.rows.sums, _RATED).items()
        for name, rows in rated.pairs.items():
            found = intervals(rows.sums, {f"cohen_kappa {name}": cohen_kappa})
            yield from found.items()


class _Rated:
    """The measures of one way to class tokens."""

    def __init__(
        self, counts: Counts, choice: Choice, documents: Ints, mapping: Ints
    ) -> None:
        tokens = counts.tokens
        found = tokens.pair_sums(choice.annotators, mapping)
        sums = tokens.sums(choice.annotators, mapping, found)
        self.rows = _Rows(documents, part(sums, documents))
        self.pairs = {}
        for name, pair, turned in choice.pairs():
            shared = np.logical_and(*tokens.present[list(pair)]) & choice.documents
            here = np.flatnonzero(shared)
            own = part(found[pair], here)
            if turned:
                own = replace(own, left=own.right, right=own.left)
            self.pairs[name] = _Rows(here, own)

    def figures(self, number: int | None) -> TokenFigures:
        """Return the measures of all documents, or of one."""
        count, kappa = {}, {}
        for name, rows in self.pairs.items():
            pair = rows.counts(number)
            if pair is not None:
                count[name] = int(np.asarray(pair.left).sum())
                kappa[name] = rows.value(cohen_kappa, number)
        sums = self.rows.counts(number)
        return TokenFigures(
            0 if sums is None else round(float(sums.units)),
            count,
            kappa,
            self.rows.value(fleiss_kappa, number),
            self.rows.value(conger_kappa, number),
            self.rows.value(krippendorff_alpha, number),
            self.rows.value(gwet_ac1, number),
            self.rows.value(brennan_prediger, number),
        )


def _token_scores(sums: PairSums, labels: tuple[str, ...]) -> dict[str, Score]:
    left, right, both = (np.asarray(x)[1:] for x in (sums.left, sums.right, sums.both))
    return _scores(both, left, right, labels)


def _scores(
    both: Numbers, left: Numbers, right: Numbers, labels: tuple[str, ...]
) -> dict[str, Score]:
    """Return the scores of each label, and of all together."""
    found = {
        name: Score(int(both[i]), int(left[i]), int(right[i]))
        for i, name in enumerate(labels)
    }
    return found | {ALL: Score(int(both.sum()), int(left.sum()), int(right.sum()))}


class _Units:
    """Agreement on what is cut out."""

    def __init__(self, counts: Counts, choice: Choice, documents: Ints) -> None:
        number = len(counts.labels)
        every = np.arange(number + 1)

        def rows(mapping: Ints) -> _Rows[UnitSums]:
            sums = counts.units.sums(choice.annotators, mapping)
            return _Rows(documents, part(sums, documents))

        self._all = rows(every)
        self._binary = rows(np.minimum(every, 1))
        self._labels = {
            name: rows((every == label + 1).astype(np.int64))
            for label, name in enumerate(counts.labels)
            if number > 1
        }

    def figures(self, number: int | None) -> UnitFigures:
        """Return the figures of all documents, or of one."""
        return UnitFigures(
            self._all.value(unitizing_alpha, number),
            self._binary.value(unitizing_alpha, number),
            {n: r.value(unitizing_alpha, number) for n, r in self._labels.items()},
        )

    def intervals(self) -> Iterator[tuple[str, Interval]]:
        """Yield the interval of the α of all labels."""
        yield from intervals(self._all.sums, {"alpha_u": unitizing_alpha}).items()


class _Spans:
    """Agreement on spans."""

    def __init__(self, counts: Counts, choice: Choice, main: str) -> None:
        self._labels = counts.span_labels
        self._main = main
        self._pairs = {}
        for name, pair, turned in choice.pairs():
            found = counts.spans[pair]
            here = choice.documents[found.documents]
            sums = part(found.sums, here)
            if turned:
                sums = replace(sums, left=sums.right, right=sums.left)
            self._pairs[name] = _Rows(found.documents[here], sums)

    def figures(self, number: int | None) -> SpanFigures:
        """Return the figures of all documents, or of one."""
        exact, overlap, differences = {}, {}, {}
        for name, rows in self._pairs.items():
            sums = rows.counts(number)
            if sums is None:
                continue
            exact[name] = self._scores(sums, sums.exact, sums.exact_any)
            overlap[name] = self._scores(sums, sums.overlap, sums.overlap_any)
            differences[name] = {sort: int(sums.sorts[sort]) for sort in Sort}
        return SpanFigures(exact, overlap, differences)

    def _scores(self, sums: SpanSums, both: Numbers, any_: Numbers) -> dict[str, Score]:
        found = _scores(both, sums.left, sums.right, self._labels)
        whatever = Score(int(any_), found[ALL].left, found[ALL].right)
        if self._main == ANY:
            return found | {ALL: whatever}
        return found | {ANY: whatever}

    def intervals(self) -> Iterator[tuple[str, Interval]]:
        """Yield the intervals of F1."""
        for name, rows in self._pairs.items():
            measures = {
                f"f1_exact {name}": self._f1("exact"),
                f"f1_overlap {name}": self._f1("overlap"),
            }
            yield from intervals(rows.sums, measures).items()

    def _f1(self, criterion: str) -> Callable[[SpanSums], Floats]:
        by_label = self._main == ALL

        def measure(sums: SpanSums) -> Floats:
            name = criterion if by_label else f"{criterion}_any"
            both = np.asarray(getattr(sums, name))
            left = np.asarray(sums.left).sum(axis=-1)
            right = np.asarray(sums.right).sum(axis=-1)
            both = both.sum(axis=-1) if by_label else both
            return divided(
                2 * both, np.where((left > 0) & (right > 0), left + right, 0)
            )

        return measure
