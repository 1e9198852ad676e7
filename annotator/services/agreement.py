"""What agreement is asked for, and what it comes to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from annotator.agreement.differences import Sort
from annotator.agreement.figures import (
    ALL,
    ANY,
    Figures,
    SpanFigures,
    TokenFigures,
    UnitFigures,
)
from annotator.agreement.scores import Score
from annotator.agreement.tokens import Scheme
from annotator.domain.annotations import Annotation, Fragment
from annotator.domain.ids import DocumentId

__all__ = [
    "ALL",
    "ANY",
    "Agreement",
    "AgreementRequest",
    "Disagreement",
    "Figures",
    "LeftOut",
    "Scheme",
    "Score",
    "Sort",
    "SpanFigures",
    "TokenFigures",
    "TokenSource",
    "UnitFigures",
]


class TokenSource(StrEnum):
    """What tokens are."""

    SPACY = "spacy"
    """Those of the project's pipeline; made where there are none yet."""
    WHITESPACE = "whitespace"
    """What stands between white space."""


@dataclass(frozen=True, slots=True)
class AgreementRequest:
    """What to compare.

    Attributes:
        annotators: Names, ``gold`` included; empty for all who have finished
            something, without ``gold``.
        kinds: Only these; empty for all that occur.
        labels: Only these; what is shorter and has another label does not hide them.
        include_unfinished: Also layers that have annotations but are not done.
        per_document: Also the figures of each document.
        intervals: Also the 95 % intervals.
        gamma: Also γ.
    """

    annotators: tuple[str, ...] = ()
    kinds: frozenset[str] = frozenset()
    labels: frozenset[str] = frozenset()
    tokens: TokenSource = TokenSource.SPACY
    scheme: Scheme = Scheme.IO
    include_unfinished: bool = False
    per_document: bool = False
    intervals: bool = True
    gamma: bool = False


class LeftOut(StrEnum):
    """Why a layer was not compared."""

    NOT_DONE = "not_done"
    SKIPPED = "skipped"
    ALONE = "alone"
    """Nobody else has finished that document."""


@dataclass(slots=True)
class Agreement:
    """What a comparison came to.

    Attributes:
        documents: Documents that at least two annotators have finished.
        annotators: Names in the order in which pairs are made.
        left_out: How many layers were not compared, by reason.
        finished: Annotator → the documents that are compared of theirs, in order.
        kinds: In the order of the schema.
        per_document: Document → kind; where it was asked for.
    """

    project: str
    documents: int
    annotators: tuple[str, ...]
    tokens: TokenSource
    scheme: Scheme
    labels: tuple[str, ...]
    left_out: Counter[LeftOut] = field(default_factory=Counter)
    finished: dict[str, tuple[DocumentId, ...]] = field(default_factory=dict)
    kinds: dict[str, Figures] = field(default_factory=dict)
    per_document: dict[DocumentId, Mapping[str, Figures]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Disagreement:
    """One thing that two annotators agree on or differ in.

    Attributes:
        pair: Names of the first and the second.
        left: The first's annotations; several where the second has one for them.
        right: The second's.
        roles: The parts that are not the same.
        extent: From the first to the last character of the main parts.
    """

    document_id: DocumentId
    pair: tuple[str, str]
    kind: str
    sort: Sort
    left: tuple[Annotation, ...]
    right: tuple[Annotation, ...]
    roles: tuple[str, ...]
    extent: Fragment
