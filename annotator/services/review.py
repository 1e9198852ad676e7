"""The review of agreement: read a project once, then answer every question fast.

A figure over several annotators' spans sums over all pairs; tokens and units are
measured for all of them at once. The same counts by document serve every figure, so
that another label, other annotators or another criterion compare nothing again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import TypeVar

import numpy as np

from annotator.agreement.alpha import UnitSums, krippendorff_alpha, unitizing_alpha
from annotator.agreement.bootstrap import Sums, intervals, part, total
from annotator.agreement.differences import Sort
from annotator.agreement.kappa import cohen_kappa, fleiss_kappa, gwet_ac1
from annotator.agreement.marks import Bools, Floats, Ints
from annotator.agreement.ratings import RatingSums
from annotator.agreement.spans import SpanSums, confusion
from annotator.agreement.tokens import Classed, Scheme
from annotator.domain.progress import Progress
from annotator.domain.schema import Schema
from annotator.domain.wording import noop
from annotator.services.project import GOLD
from annotator.services.review_counts import (
    KindCounts,
    Labels,
    PairCounts,
    SpanCounts,
    f1,
)
from annotator.services.review_figures import (
    Behind,
    Calls,
    Figure,
    Measure,
    Pair,
    Point,
    ReviewFigures,
    ReviewRequest,
    Row,
    Same,
)
from annotator.services.review_loading import Columns, load
from annotator.services.review_passages import Passages, passages

S = TypeVar("S", bound=Sums)
_PAIRED: dict[str, Callable[[RatingSums], Floats]] = {
    Measure.ALPHA: krippendorff_alpha,
    Measure.AC1: gwet_ac1,
}
_RATED: dict[str, Callable[[RatingSums], Floats]] = {
    noop("Krippendorff’s α of tokens"): krippendorff_alpha,
    noop("Fleiss’ κ of tokens"): fleiss_kappa,
    noop("Gwet’s AC1 of tokens"): gwet_ac1,
}
MOST_POINTS = 12
LEAST_DOCUMENTS = 3
"""In a point of the chart: fewer tell nothing."""
LEAST_DAYS = 3


class Review:
    """The layers of a project, ready to be compared; use it from one thread."""

    def __init__(self, columns: Columns) -> None:
        self._columns = columns
        self._counts: dict[tuple[str, bool], KindCounts] = {}

    @classmethod
    def load(cls, path: Path, progress: Progress | None = None) -> Review:
        """Read a project; see ``review_loading.load``."""
        return cls(load(path, progress))

    @property
    def project(self) -> str:
        """The project's name."""
        return self._columns.project

    @property
    def schema(self) -> Schema:
        """The project's schema."""
        return self._columns.schema

    @property
    def names(self) -> tuple[str, ...]:
        """Who shares a document with somebody else; the settled layer last."""
        return self._columns.names

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds that somebody has annotated on a shared document."""
        return tuple(self._columns.kinds)

    def labels(self, kind: str) -> tuple[str, ...]:
        """Return the labels of a kind."""
        found = self._columns.kinds.get(kind)
        return found.labels if found else ()

    def figures(
        self,
        request: ReviewRequest,
        *,
        with_intervals: bool = True,
        progress: Progress | None = None,
    ) -> ReviewFigures:
        """Return all figures.

        Args:
            with_intervals: Also the 95 % intervals, which take longer.

        Raises:
            CancelledError: The user asked for a stop.
        """
        chosen = self._chosen(request)
        names = tuple(self.names[n] for n in chosen)
        if request.kind not in self._columns.kinds or len(chosen) < 2:
            return ReviewFigures(request, names)
        counts = self._of(request)
        sheet = _Sheet(counts, request, chosen, with_intervals, progress or Progress())
        return sheet.figures(names)

    def passages(self, request: ReviewRequest, behind: Behind) -> Passages:
        """Return the passages behind a figure of *request*, whose kind there is."""
        counts, names = self._of(request), self.names
        wanted = [
            pair
            for pair in combinations(self._chosen(request), 2)
            if behind.pair is None or {names[n] for n in pair} == set(behind.pair)
        ]
        return passages(counts, [counts.pair(*p) for p in wanted], request, behind)

    def _chosen(self, request: ReviewRequest) -> list[int]:
        """Return the numbers of the annotators that are compared."""
        return [
            number
            for number, name in enumerate(self.names)
            if name in (request.annotators or _without_gold(self.names))
        ]

    def _of(self, request: ReviewRequest) -> KindCounts:
        key = request.kind, request.include_unfinished
        if key not in self._counts:
            columns = self._columns
            present = (
                columns.line.present if request.include_unfinished else columns.done
            )
            kind = columns.kinds[request.kind]
            self._counts[key] = KindCounts(columns, kind, present)
        return self._counts[key]


@dataclass(slots=True)
class _Sheet:
    """Fills in the figures of one request."""

    counts: KindCounts
    request: ReviewRequest
    chosen: list[int]
    with_intervals: bool
    progress: Progress

    def figures(self, names: tuple[str, ...]) -> ReviewFigures:
        """Return all of them."""
        found = ReviewFigures(self.request, names)
        together = self.counts.present[self.chosen].sum(axis=0) > 1
        found.documents = int(together.sum())
        if not found.documents:
            return found
        ratings = self._ratings(self.chosen)
        found.tokens = int(total(ratings).paired)
        found.matrix = self._matrix()
        found.overall = self._overall(ratings)
        found.labels = list(self._label_rows())
        found.roles = list(self._role_rows())
        found.articles = self._article_rows(ratings, together)
        found.calls = {self._names(p): self._calls(p) for p in self._pairs()}
        found.timeline, found.by_day = self._timeline(together)
        return found

    # -- sums --------------------------------------------------------------

    def _pairs(self) -> list[PairCounts]:
        return self.counts.pairs(self.chosen)

    def _names(self, pair: PairCounts) -> Pair:
        names = self.counts.columns.names
        return names[pair.numbers[0]], names[pair.numbers[1]]

    def _labels(self) -> Labels:
        """Return the labels that are compared; None for all."""
        labels = self.counts.kind.labels
        wanted = [n for n, name in enumerate(labels) if name in self.request.labels]
        return tuple(wanted) or None

    @property
    def _scheme(self) -> Scheme:
        return Scheme.BIO if self.request.bio else Scheme.IO

    def _classed(self) -> Classed:
        return self.counts.classed(
            white_space=self.request.white_space,
            scheme=self._scheme,
            labels=self._labels(),
        )

    def _ratings(
        self, chosen: Sequence[int], mapping: Ints | None = None
    ) -> RatingSums:
        return self._classed().sums(
            chosen, self._every() if mapping is None else mapping
        )

    def _every(self) -> Ints:
        """Return the mapping of every class of a token to itself."""
        return np.arange(self._scheme.classes(len(self.counts.kind.labels)))

    def _units(self, chosen: Sequence[int]) -> UnitSums:
        every = np.arange(len(self.counts.kind.labels) + 1)
        return self.counts.unitized(self._labels()).sums(chosen, every)

    def _spans(self, sums: SpanSums, labels: Labels) -> SpanCounts:
        exact = self.request.same is Same.EXACT
        both = sums.exact if exact else sums.overlap
        which = slice(None) if labels is None else list(labels)
        return SpanCounts(
            *(n[:, which].sum(axis=-1) for n in (both, sums.left, sums.right))
        )

    def _parts(self, sums: SpanSums) -> SpanCounts:
        """Return the counts of a part of frames, whatever the frames' labels."""
        exact = self.request.same is Same.EXACT
        labels = self._labels()
        if labels is not None:
            return self._spans(sums, labels)
        both = sums.exact_any if exact else sums.overlap_any
        return SpanCounts(both, sums.left.sum(axis=-1), sums.right.sum(axis=-1))

    def _all_spans(self, labels: Labels) -> SpanCounts:
        return _added([self._spans(p.spans, labels) for p in self._pairs()])

    # -- figures -----------------------------------------------------------

    def _figure(
        self,
        sums: S,
        measure: Callable[[S], Floats],
        number: Callable[[S], float],
        keep: Bools | None = None,
    ) -> Figure:
        """Return one figure; intervals draw only the documents to *keep*."""
        return self._figures(sums, {"": measure}, number, keep)[""]

    def _figures(
        self,
        sums: S,
        measures: Mapping[str, Callable[[S], Floats]],
        number: Callable[[S], float],
        keep: Bools | None = None,
    ) -> dict[str, Figure]:
        """Return several figures of the same counts, on the same samples."""
        self.progress.step(0, 0)
        kept = sums if keep is None else part(sums, keep)
        whole = total(kept)
        ends = intervals(kept, measures) if self.with_intervals else {}
        n = int(number(whole))
        return {
            name: Figure(_known(measure(whole)), n, *ends.get(name, (None, None)))
            for name, measure in measures.items()
        }

    def _matrix(self) -> dict[Measure, dict[Pair, Figure]]:
        found: dict[Measure, dict[Pair, Figure]] = {m: {} for m in Measure}
        for pair in self._pairs():
            one, other = self._names(pair)
            for measure, figure in self._pair_figures(pair):
                found[measure][one, other] = found[measure][other, one] = figure
        return found

    def _pair_figures(self, pair: PairCounts) -> Iterator[tuple[Measure, Figure]]:
        numbers, present = list(pair.numbers), self.counts.present
        keep = present[numbers[0]] & present[numbers[1]]
        yield (
            Measure.F1,
            self._figure(self._spans(pair.spans, self._labels()), f1, _items, keep),
        )
        cells = self._classed().confusions[pair.numbers].sums(len(keep), self._every())
        yield (
            Measure.KAPPA,
            self._figure(cells, cohen_kappa, lambda s: float(s.left.sum()), keep),
        )
        found = self._figures(self._ratings(numbers), _PAIRED, _tokens, keep)
        yield from ((Measure(name), figure) for name, figure in found.items())
        units = self._units(numbers)
        characters = float(self.counts.columns.line.lengths[keep].sum())
        yield (
            Measure.ALPHA_U,
            self._figure(units, unitizing_alpha, lambda _: characters, keep),
        )

    def _overall(self, ratings: RatingSums) -> dict[str, Figure]:
        keep = self.counts.present[self.chosen].sum(axis=0) > 1
        units = self._units(self.chosen)
        characters = float(self.counts.columns.line.lengths[keep].sum())
        spans = self._all_spans(self._labels())
        return {
            noop("F1 of annotations, all pairs"): self._figure(spans, f1, _items, keep),
            **self._figures(ratings, _RATED, _tokens, keep),
            noop("u_α of characters"): self._figure(
                units, unitizing_alpha, lambda _: characters, keep
            ),
        }

    def _label_rows(self) -> Iterator[Row]:
        keep = self.counts.present[self.chosen].sum(axis=0) > 1
        kind, wanted = self.counts.kind, self._labels()
        for number, label in enumerate(kind.labels):
            spans = self._all_spans((number,))
            left_out = wanted is not None and number not in wanted
            if left_out or not _items(total(spans)):
                continue
            only = self._scheme.only(len(kind.labels), number)
            whole = total(self._ratings(self.chosen, only))
            yield Row(
                label,
                Behind(label=label),
                self._figure(spans, f1, _items, keep),
                Figure(
                    _known(krippendorff_alpha(whole)),
                    int(_tokens(whole)),
                ),
                int(sum(self._differ(p, (number,)).sum() for p in self._pairs())),
            )

    def _role_rows(self) -> Iterator[Row]:
        keep = self.counts.present[self.chosen].sum(axis=0) > 1
        roles = self.counts.kind.kind.roles
        for role in roles if len(roles) > 1 else ():
            spans = _added([self._parts(p.role(role.name)) for p in self._pairs()])
            if not _items(total(spans)):
                continue
            number = sum(
                (self._differ(p) & p.places.differing[role.name]).sum()
                for p in self._pairs()
            )
            yield Row(
                role.title,
                Behind(role=role.name),
                self._figure(spans, f1, _items, keep),
                self._role_alpha(role.name),
                int(number),
            )

    def _role_alpha(self, role: str) -> Figure:
        """Return α of the tokens that are in a part or not, whatever its frame."""
        classed = self.counts.role_classed(
            role,
            white_space=self.request.white_space,
            scheme=self._scheme,
            labels=self._labels(),
        )
        whole = total(classed.sums(self.chosen, np.arange(self._scheme.classes(1))))
        return Figure(_known(krippendorff_alpha(whole)), int(_tokens(whole)))

    def _article_rows(self, ratings: RatingSums, together: Bools) -> list[Row]:
        columns = self.counts.columns
        size = len(columns.line.documents)
        spans = self._all_spans(self._labels())
        values, alphas = f1(spans), krippendorff_alpha(ratings)
        differences = np.zeros(size, np.int64)
        for pair in self._pairs():
            where = pair.places.document[self._differ(pair)]
            differences += np.bincount(where, minlength=size)
        return [
            Row(
                columns.titles[n],
                Behind(document_id=columns.line.documents[n]),
                Figure(_known(values[n]), int(spans.left[n] + spans.right[n])),
                Figure(_known(alphas[n]), int(ratings.paired[n])),
                int(differences[n]),
            )
            for n in np.flatnonzero(together)
        ]

    def _differ(self, pair: PairCounts, labels: Labels = None) -> Bools:
        """Return which places count as a difference."""
        places = pair.places
        found = places.sort != int(Sort.AGREED)
        if self.request.same is Same.OVERLAP:
            found &= places.sort != int(Sort.BOUNDARY)
        wanted = self._labels() if labels is None else labels
        if wanted is not None:
            found &= places.have(wanted)
        return np.asarray(found)

    def _calls(self, pair: PairCounts) -> Calls:
        labels = self.counts.kind.labels
        keep = np.ones(len(self.counts.columns.line.documents), bool)
        cells = confusion(pair.compared, keep, len(labels))
        used = np.flatnonzero(cells.sum(axis=0)[:-1] + cells.sum(axis=1)[:-1])
        rows = [*used, len(labels)]
        return Calls(
            tuple(labels[n] for n in used),
            tuple(tuple(int(cells[r, c]) for c in rows) for r in rows),
        )

    def _timeline(self, together: Bools) -> tuple[list[Point], bool]:
        """Return F1 by the day of the last change, or along the list of articles."""
        days = self.counts.columns.days
        numbers = np.flatnonzero(together)
        known = sorted({days[n] for n in numbers if days[n]})
        by_day = len(known) >= LEAST_DAYS
        if by_day:
            groups = {d: [n for n in numbers if days[n] == d] for d in known}
        else:
            parts = np.array_split(
                numbers, min(MOST_POINTS, max(len(numbers) // LEAST_DOCUMENTS, 1))
            )
            groups = {_stretch(p): list(p) for p in parts}
        spans = self._all_spans(self._labels())
        points = []
        for title, group in groups.items():
            keep = np.zeros(len(together), bool)
            keep[group] = True
            figure = self._figure(spans, f1, _items, keep)
            points.append(Point(title, figure, len(group)))
        return points, by_day


def _without_gold(names: Sequence[str]) -> list[str]:
    return [name for name in names if name != GOLD]


def _stretch(numbers: Ints) -> str:
    """Name a stretch of the list, counting from 1."""
    first, last = int(numbers[0]) + 1, int(numbers[-1]) + 1
    return str(first) if first == last else f"{first}–{last}"


def _added(counts: Sequence[SpanCounts]) -> SpanCounts:
    whole = counts[0]
    for one in counts[1:]:
        whole = whole.plus(one)
    return whole


def _items(counts: SpanCounts) -> float:
    return float(np.sum(counts.left) + np.sum(counts.right))


def _tokens(sums: RatingSums) -> float:
    return float(np.sum(sums.paired))


def _known(value: float | Floats) -> float | None:
    return None if np.isnan(value) else float(value)
