"""A layer: one annotator's annotations on one document, and changes of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TypeVar

from annotator.domain.annotations import Annotation, Link, Verdict
from annotator.domain.documents import Status
from annotator.domain.ids import (
    AnnotationId,
    AnnotatorId,
    CommentId,
    DocumentId,
    LinkId,
    OperationId,
    SettlementId,
    SuggestionId,
    ZoneId,
)
from annotator.domain.people import Comment
from annotator.domain.settling import Settlement
from annotator.domain.zones import Zone

K = TypeVar("K")
V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class LayerChange:
    """What one step does to one layer: things put in, things taken out.

    Putting an annotation whose id the layer has replaces it. Its inverse is
    another ``LayerChange``, so that undo and redo are the same code as doing.

    Attributes:
        status: The new status, or None to leave it.
        language: The document's new language, or None to leave it. Like its zones it
            belongs to no layer: everybody has the same.
        bin: When the document was put into the bin; "" to take it out, or None to
            leave it where it is. It belongs to no layer either.
    """

    document_id: DocumentId
    annotator_id: AnnotatorId
    put: tuple[Annotation, ...] = ()
    removed: tuple[AnnotationId, ...] = ()
    put_links: tuple[Link, ...] = ()
    removed_links: tuple[LinkId, ...] = ()
    put_verdicts: tuple[Verdict, ...] = ()
    removed_verdicts: tuple[SuggestionId, ...] = ()
    status: Status | None = None
    put_settlements: tuple[Settlement, ...] = ()
    removed_settlements: tuple[SettlementId, ...] = ()
    put_comments: tuple[Comment, ...] = ()
    removed_comments: tuple[CommentId, ...] = ()
    put_zones: tuple[Zone, ...] = ()
    removed_zones: tuple[ZoneId, ...] = ()
    language: str | None = None
    bin: str | None = None


@dataclass(frozen=True, slots=True)
class Operation:
    """One committed user action in one document: the unit of undo.

    Attributes:
        name: What the menu says after “Undo”, e.g. ``Mark PERSON “Ada”``.
        step: What the operations of one action in several documents share; they
            are done, undone and done again together. "" for an action in one.
    """

    id: OperationId
    name: str
    time: str
    forward: LayerChange
    inverse: LayerChange
    step: str = ""


@dataclass(slots=True)
class Layer:
    """The annotations of one annotator on one document, in memory.

    Attributes:
        settlements: How its annotations were settled; of the settled layer only.
        comments: Everybody's on the document: they belong to no layer, but a
            change of a layer may bring some, and its inverse takes them back. So it
            is with the two that follow.
        zones: What of the document is boilerplate.
        language: The document's.
        bin: When the document was put into the bin; "" where it was not.
    """

    document_id: DocumentId
    annotator_id: AnnotatorId
    annotations: dict[AnnotationId, Annotation] = field(default_factory=dict)
    links: dict[LinkId, Link] = field(default_factory=dict)
    verdicts: dict[SuggestionId, Verdict] = field(default_factory=dict)
    status: Status = Status.TODO
    settlements: dict[SettlementId, Settlement] = field(default_factory=dict)
    comments: dict[CommentId, Comment] = field(default_factory=dict)
    zones: dict[ZoneId, Zone] = field(default_factory=dict)
    language: str = ""
    bin: str = ""

    def inverse(self, change: LayerChange) -> LayerChange:
        """Return the change that takes *change* back, given the present state."""
        put, removed = _inverse(
            self.annotations, {a.id: a for a in change.put}, change.removed
        )
        links, unlinked = _inverse(
            self.links, {k.id: k for k in change.put_links}, change.removed_links
        )
        verdicts, undecided = _inverse(
            self.verdicts,
            {v.suggestion_id: v for v in change.put_verdicts},
            change.removed_verdicts,
        )
        settlements, unsettled = _inverse(
            self.settlements,
            {s.id: s for s in change.put_settlements},
            change.removed_settlements,
        )
        comments, unsaid = _inverse(
            self.comments,
            {c.id: c for c in change.put_comments},
            change.removed_comments,
        )
        zones, unzoned = _inverse(
            self.zones, {z.id: z for z in change.put_zones}, change.removed_zones
        )
        return LayerChange(
            change.document_id,
            change.annotator_id,
            put=put,
            removed=removed,
            put_links=links,
            removed_links=unlinked,
            put_verdicts=verdicts,
            removed_verdicts=undecided,
            status=None if change.status is None else self.status,
            put_settlements=settlements,
            removed_settlements=unsettled,
            put_comments=comments,
            removed_comments=unsaid,
            put_zones=zones,
            removed_zones=unzoned,
            language=None if change.language is None else self.language,
            bin=None if change.bin is None else self.bin,
        )

    def apply(self, change: LayerChange) -> None:
        """Carry *change* out in memory."""
        _move(self.annotations, {a.id: a for a in change.put}, change.removed)
        _move(self.links, {k.id: k for k in change.put_links}, change.removed_links)
        _move(
            self.verdicts,
            {v.suggestion_id: v for v in change.put_verdicts},
            change.removed_verdicts,
        )
        _move(
            self.settlements,
            {s.id: s for s in change.put_settlements},
            change.removed_settlements,
        )
        _move(
            self.comments,
            {c.id: c for c in change.put_comments},
            change.removed_comments,
        )
        _move(self.zones, {z.id: z for z in change.put_zones}, change.removed_zones)
        if change.language is not None:
            self.language = change.language
        if change.bin is not None:
            self.bin = change.bin
        if change.status is not None:
            self.status = change.status


def _inverse(
    items: dict[K, V], put: dict[K, V], removed: Iterable[K]
) -> tuple[tuple[V, ...], tuple[K, ...]]:
    """Return what is to be put and what removed to take a change of *items* back."""
    touched = dict.fromkeys((*put, *removed))
    back = tuple(items[key] for key in touched if key in items)
    return back, tuple(key for key in put if key not in items)


def _move(items: dict[K, V], put: dict[K, V], removed: Iterable[K]) -> None:
    for key in removed:
        items.pop(key, None)
    items.update(put)
