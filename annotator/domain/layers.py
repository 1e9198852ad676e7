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
    DocumentId,
    LinkId,
    OperationId,
    SuggestionId,
)

K = TypeVar("K")
V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class LayerChange:
    """What one step does to one layer: things put in, things taken out.

    Putting an annotation whose id the layer has replaces it. Its inverse is
    another ``LayerChange``, so that undo and redo are the same code as doing.

    Attributes:
        status: The new status, or None to leave it.
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


@dataclass(frozen=True, slots=True)
class Operation:
    """One committed user action: the unit of undo.

    Attributes:
        name: What the menu says after “Undo”, e.g. ``Mark PERSON “Ada”``.
    """

    id: OperationId
    name: str
    time: str
    forward: LayerChange
    inverse: LayerChange


@dataclass(slots=True)
class Layer:
    """The annotations of one annotator on one document, in memory."""

    document_id: DocumentId
    annotator_id: AnnotatorId
    annotations: dict[AnnotationId, Annotation] = field(default_factory=dict)
    links: dict[LinkId, Link] = field(default_factory=dict)
    verdicts: dict[SuggestionId, Verdict] = field(default_factory=dict)
    status: Status = Status.TODO

    def inverse(self, change: LayerChange) -> LayerChange:
        """Return the change that takes *change* back, given the present state."""
        return LayerChange(
            change.document_id,
            change.annotator_id,
            put=_known(self.annotations, (a.id for a in change.put), change.removed),
            removed=_unknown(self.annotations, (a.id for a in change.put)),
            put_links=_known(
                self.links, (k.id for k in change.put_links), change.removed_links
            ),
            removed_links=_unknown(self.links, (k.id for k in change.put_links)),
            put_verdicts=_known(
                self.verdicts,
                (v.suggestion_id for v in change.put_verdicts),
                change.removed_verdicts,
            ),
            removed_verdicts=_unknown(
                self.verdicts, (v.suggestion_id for v in change.put_verdicts)
            ),
            status=None if change.status is None else self.status,
        )

    def apply(self, change: LayerChange) -> None:
        """Carry *change* out in memory."""
        for annotation_id in change.removed:
            self.annotations.pop(annotation_id, None)
        self.annotations.update((a.id, a) for a in change.put)
        for link_id in change.removed_links:
            self.links.pop(link_id, None)
        self.links.update((k.id, k) for k in change.put_links)
        for suggestion_id in change.removed_verdicts:
            self.verdicts.pop(suggestion_id, None)
        self.verdicts.update((v.suggestion_id, v) for v in change.put_verdicts)
        if change.status is not None:
            self.status = change.status


def _known(items: dict[K, V], put: Iterable[K], removed: Iterable[K]) -> tuple[V, ...]:
    keys = dict.fromkeys((*put, *removed))
    return tuple(items[key] for key in keys if key in items)


def _unknown(items: dict[K, V], put: Iterable[K]) -> tuple[K, ...]:
    return tuple(key for key in dict.fromkeys(put) if key not in items)
