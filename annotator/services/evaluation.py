"""What an evaluation is asked for, and what it comes to."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum

from annotator.agreement.comparing import Criterion, Outcome, Tally
from annotator.domain.annotations import Fragment
from annotator.domain.ids import AnnotationId, DocumentId, SuggestionId

__all__ = [
    "Criterion",
    "Evaluation",
    "EvaluationRequest",
    "KindFigures",
    "LeftOut",
    "Outcome",
    "Passage",
]


@dataclass(frozen=True, slots=True)
class EvaluationRequest:
    """What to compare.

    Attributes:
        against: Whose layer: an annotator's name, or ``gold``.
        pipeline: Whose suggestions; "" for the only pipeline that has any, or of
            several the project's own.
        kinds: Only these; empty for all that both sides have.
        labels: Only these, on both sides; empty for all.
        min_score: Only suggestions from this score on.
        include_unfinished: Also documents that have annotations but are not done.
        passages: Keep the passages behind the figures of this criterion.
    """

    against: str
    pipeline: str = ""
    kinds: frozenset[str] = frozenset()
    labels: frozenset[str] = frozenset()
    min_score: float = 0.0
    include_unfinished: bool = False
    passages: Criterion | None = None


class LeftOut(StrEnum):
    """Why a document was not compared."""

    NOT_ANNOTATED = "not_annotated"
    NOT_DONE = "not_done"
    SKIPPED = "skipped"
    NOT_SUGGESTED = "not_suggested"


@dataclass(frozen=True, slots=True)
class Passage:
    """One place in a text behind a figure.

    Attributes:
        label: The layer's; "" for a false alarm.
        suggested: The suggestion's label; "" for what was missed.
        fragments: The main part: the layer's, or that of a false alarm.
        parts: Roles that are missing, too many or elsewhere.
        score: The suggestion's; None for what was missed.
    """

    document_id: DocumentId
    kind: str
    outcome: Outcome
    label: str
    suggested: str
    fragments: tuple[Fragment, ...]
    annotation_id: AnnotationId | None = None
    suggestion_id: SuggestionId | None = None
    parts: tuple[str, ...] = ()
    score: float | None = None


@dataclass(slots=True)
class KindFigures:
    """The figures of one kind.

    Attributes:
        documents: On how many documents the pipeline has looked for it.
    """

    documents: int = 0
    tallies: dict[Criterion, Tally] = field(
        default_factory=lambda: {criterion: Tally() for criterion in Criterion}
    )


@dataclass(slots=True)
class Evaluation:
    """What a comparison came to.

    Attributes:
        versions: Of the pipeline; several where it was changed in between.
        compared: How many documents were compared.
        left_out: How many were not, by reason.
        kinds: In the order of the schema.
        absent: Kinds that the pipeline looks for and the layer has none of.
        passages: In document order, where the request asked for them.
        unkept: How many more passages there are than were kept.
    """

    project: str
    against: str
    pipeline: str
    versions: tuple[str, ...]
    min_score: float
    labels: tuple[str, ...]
    compared: int = 0
    left_out: Counter[LeftOut] = field(default_factory=Counter)
    kinds: dict[str, KindFigures] = field(default_factory=dict)
    absent: tuple[str, ...] = ()
    passages: list[Passage] = field(default_factory=list)
    unkept: int = 0
