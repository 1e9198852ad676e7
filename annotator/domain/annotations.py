"""Annotations, their parts, links, suggestions and verdicts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from enum import StrEnum
from typing import NamedTuple

from annotator.domain.ids import (
    AnnotationId,
    DocumentId,
    LinkId,
    SuggestionId,
    derived_id,
)

AttributeValue = str | int | float | bool


class Fragment(NamedTuple):
    """``[start, end)`` in code points of the stored text; ``start < end``."""

    start: int
    end: int


Parts = Mapping[str, tuple[Fragment, ...]]
"""Role → its fragments, sorted by start, apart from one another."""


@dataclass(frozen=True, slots=True)
class Annotation:
    """One thing an annotator marked.

    Attributes:
        parts: Treated as immutable; a change is a new annotation with the same id.
        origin: ``manual``, ``import``, ``propagated``, ``suggestion:PIPELINE``, or
            ``settled`` for what was taken from annotators.
        created: UTC, ISO 8601 with milliseconds and ``Z``.
        modified: Likewise.
    """

    id: AnnotationId
    kind: str
    label: str
    parts: Parts
    attributes: Mapping[str, AttributeValue] = field(default_factory=dict)
    note: str = ""
    origin: str = "manual"
    created: str = ""
    modified: str = ""

    def with_part(self, role: str, fragments: tuple[Fragment, ...]) -> Annotation:
        """Return it with *role* set to *fragments*, or without the role if empty."""
        parts = {name: spans for name, spans in self.parts.items() if name != role}
        if fragments:
            parts[role] = merge_fragments(fragments)
        return replace(self, parts=parts)


@dataclass(frozen=True, slots=True)
class Link:
    """A typed relation from one annotation to another of the same layer."""

    id: LinkId
    label: str
    source: AnnotationId
    target: AnnotationId


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What a pipeline proposes; never an annotation until somebody accepts it.

    Attributes:
        score: Between 0 and 1; 1 where the pipeline gives none.
        reason: One line that says why, for whoever asks; may be empty.
    """

    id: SuggestionId
    document_id: DocumentId
    pipeline: str
    version: str
    kind: str
    label: str
    parts: Parts
    score: float
    attributes: Mapping[str, AttributeValue] = field(default_factory=dict)
    reason: str = ""


class Decision(StrEnum):
    """What an annotator decided on a suggestion."""

    ACCEPTED = "accepted"
    CORRECTED = "corrected"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Verdict:
    """One annotator's decision on one suggestion.

    Attributes:
        annotation_id: What came of it; None where it was rejected.
    """

    suggestion_id: SuggestionId
    decision: Decision
    annotation_id: AnnotationId | None
    time: str


def merge_fragments(fragments: tuple[Fragment, ...]) -> tuple[Fragment, ...]:
    """Return *fragments* sorted, with overlapping and touching ones joined."""
    merged: list[Fragment] = []
    for fragment in sorted(fragments):
        if merged and fragment.start <= merged[-1].end:
            last = merged[-1]
            merged[-1] = Fragment(last.start, max(last.end, fragment.end))
        else:
            merged.append(fragment)
    return tuple(merged)


def suggestion_id(
    document_id: str, made_by: tuple[str, str], kind: str, label: str, parts: Parts
) -> SuggestionId:
    """Return the id that the same find has in every run of *made_by*.

    Args:
        made_by: Pipeline and version.
        parts: Role → ``(start, end)`` pairs.
    """
    shape = repr(sorted((r, [(s, e) for s, e in spans]) for r, spans in parts.items()))
    return SuggestionId(
        derived_id("suggestion", document_id, *made_by, kind, label, shape)
    )


def iter_fragments(parts: Parts) -> Iterator[tuple[str, int, Fragment]]:
    """Yield ``(role, position, fragment)`` of every fragment."""
    for role, fragments in parts.items():
        for position, fragment in enumerate(fragments):
            yield role, position, fragment


def extent(parts: Parts) -> Fragment:
    """Return the smallest fragment that holds all of *parts*."""
    # Fragments of a role are sorted, so that its ends tell its extent.
    roles = [spans for spans in parts.values() if spans]
    if len(roles) == 1:
        return Fragment(roles[0][0].start, roles[0][-1].end)
    return Fragment(
        min(spans[0].start for spans in roles), max(spans[-1].end for spans in roles)
    )


def now() -> str:
    """Return the present moment as annotations keep it."""
    moment = datetime.now(UTC)
    return f"{moment:%Y-%m-%dT%H:%M:%S}.{moment.microsecond // 1000:03d}Z"
