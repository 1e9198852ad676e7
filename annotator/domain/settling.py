"""How a thing of the settled layer came about."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from annotator.domain.ids import AnnotationId, AnnotatorId, SettlementId


class How(StrEnum):
    """Who or what decided."""

    UNANIMOUS = "unanimous"
    """Everybody had marked the same."""
    MAJORITY = "majority"
    """More than half had marked the same."""
    ADJUDICATED = "adjudicated"
    """Somebody looked and decided."""


@dataclass(frozen=True, slots=True)
class Source:
    """An annotation that a settled one was made from.

    Attributes:
        parts: What was taken from it: roles, ``label``, names of attributes; empty
            for all of it.
    """

    annotator_id: AnnotatorId
    annotation_id: AnnotationId
    parts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Settlement:
    """One decision on one difference between layers (or on their agreement).

    Attributes:
        key: Which difference it settles; see ``services.adjudicating``.
        by: The annotator who decided; "" where a rule did.
        time: When, UTC, ISO 8601.
        annotation_id: The settled annotation; "" for “none of them”.
    """

    id: SettlementId
    key: str
    how: How
    by: AnnotatorId | str
    time: str
    sources: tuple[Source, ...] = ()
    annotation_id: AnnotationId | str = ""
