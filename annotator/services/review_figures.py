"""What the review of agreement is asked for, and the figures it comes to.

A figure always goes with its n; what is not defined is None, never 0 or 1.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from annotator.domain.annotations import Fragment
from annotator.domain.ids import DocumentId
from annotator.domain.wording import noop

Pair = tuple[str, str]
"""Names of two annotators; the first is the one that is judged by precision."""


class Measure(StrEnum):
    """What one cell of the matrix tells of a pair."""

    F1 = "f1"
    KAPPA = "cohen_kappa"
    ALPHA = "alpha"
    AC1 = "gwet_ac1"
    ALPHA_U = "alpha_u"


MEASURE_TITLES = {
    Measure.F1: noop("F1"),
    Measure.KAPPA: noop("Cohen’s κ"),
    Measure.ALPHA: noop("Krippendorff’s α"),
    Measure.AC1: noop("Gwet’s AC1"),
    Measure.ALPHA_U: noop("Unitizing u_α"),
}


class Same(StrEnum):
    """When two annotations of one label count as the same, for F1."""

    EXACT = "exact"
    OVERLAP = "overlap"


SAME_TITLES = {
    Same.EXACT: noop("exactly the same words"),
    Same.OVERLAP: noop("some words in common"),
}


class Differs(StrEnum):
    """What two annotators differ in, or that they agree."""

    MISSED = "missed"
    LABEL = "label"
    PART = "part"
    BOUNDARY = "boundary"
    SPLIT = "split"
    AGREED = "agreed"


DIFFERS_TITLES = {
    Differs.MISSED: noop("Missed"),
    Differs.LABEL: noop("Label"),
    Differs.PART: noop("Part"),
    Differs.BOUNDARY: noop("Boundary"),
    Differs.SPLIT: noop("Split"),
    Differs.AGREED: noop("Agreed"),
}
"""In the order of how bad a difference is."""


@dataclass(frozen=True, slots=True)
class ReviewRequest:
    """What is compared.

    Attributes:
        kind: One kind; figures of several kinds are never mixed.
        labels: Only these labels; empty for all.
        annotators: Names; empty for all who have worked.
        white_space: Tokens are what stands between blanks, not the pipeline's.
        bio: Classes of tokens tell beginnings.
        include_unfinished: Also documents with annotations that are not done.
        same: When two annotations count as the same.
    """

    kind: str
    labels: tuple[str, ...] = ()
    annotators: tuple[str, ...] = ()
    white_space: bool = False
    bio: bool = False
    include_unfinished: bool = False
    same: Same = Same.EXACT


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured value.

    Attributes:
        value: None where it is not defined.
        n: How many things it rests on.
        low: Where the 95 % interval begins; None where there is none.
        high: Where it ends.
    """

    value: float | None = None
    n: int = 0
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Behind:
    """Which passages are behind a cell: those that all of these fit.

    Attributes:
        pair: Of these two; None for all pairs.
        label: At least one of the two says so.
        role: This part is not the same on both sides.
        called: What the first says and what the second says; "" for nothing.
    """

    pair: Pair | None = None
    label: str = ""
    role: str = ""
    document_id: DocumentId | None = None
    called: Pair | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table of figures.

    Attributes:
        title: Of the label, the part or the article.
        f1: Of all pairs together.
        alpha: Of the tokens, of all annotators.
        differences: How many there are.
    """

    title: str
    behind: Behind
    f1: Figure
    alpha: Figure
    differences: int


@dataclass(frozen=True, slots=True)
class Calls:
    """What two annotators call the same places.

    Attributes:
        labels: Names; those that neither has used are left out.
        counts: ``[labels + 1][labels + 1]``: rows the first's, columns the second's,
            the last of both for what the other does not have.
    """

    labels: tuple[str, ...]
    counts: tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class Point:
    """Agreement on the documents of one stretch of time, or of the list.

    Attributes:
        title: The day, or which documents.
        figure: F1 of all pairs, with its interval.
        documents: How many.
    """

    title: str
    figure: Figure
    documents: int


@dataclass(slots=True)
class ReviewFigures:
    """All figures of one request.

    Attributes:
        names: The annotators compared, by name.
        documents: How many have been done by at least two of them.
        tokens: How many tokens those hold; 0 where they have not been cut yet.
        matrix: A figure for each pair; both directions are there and equal.
        overall: Title → figure over all annotators.
        labels: A row each, of labels that somebody has used.
        roles: A row for each part of frames.
        articles: A row for each document.
        calls: For each pair, in the order of ``names``.
        timeline: In order.
        by_day: Whether the points are days and not stretches of the list.
    """

    request: ReviewRequest
    names: tuple[str, ...] = ()
    documents: int = 0
    tokens: int = 0
    matrix: dict[Measure, dict[Pair, Figure]] = field(default_factory=dict)
    overall: dict[str, Figure] = field(default_factory=dict)
    labels: list[Row] = field(default_factory=list)
    roles: list[Row] = field(default_factory=list)
    articles: list[Row] = field(default_factory=list)
    calls: Mapping[Pair, Calls] = field(default_factory=dict)
    timeline: list[Point] = field(default_factory=list)
    by_day: bool = False

    @property
    def comparable(self) -> bool:
        """Whether at least two annotators have a document in common."""
        return len(self.names) > 1 and self.documents > 0


@dataclass(frozen=True, slots=True)
class Voice:
    """What one annotator has at a passage.

    Attributes:
        label: "" where the annotator has nothing there.
        number: Of annotations; several where one is split.
        parts: Their fragments, by role.
    """

    annotator: str
    label: str = ""
    number: int = 0
    parts: Mapping[str, tuple[Fragment, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Difference:
    """A passage on which two annotators differ, or agree.

    Attributes:
        fragments: The main part, of the first where both have it.
        roles: The parts that are not the same.
    """

    document_id: DocumentId
    kind: str
    differs: Differs
    left: Voice
    right: Voice
    fragments: tuple[Fragment, ...]
    roles: tuple[str, ...] = ()
