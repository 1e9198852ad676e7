"""Building annotations from rows: the hot loop of every read and export."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from annotator.domain.annotations import (
    Annotation,
    AttributeValue,
    Fragment,
    Parts,
)
from annotator.domain.ids import AnnotationId
from annotator.storage import encoding
from annotator.storage.database import Row


class _Draft:
    """An annotation while it is built.

    A frozen dataclass sets each field through ``object.__setattr__``, which takes
    six times as long as everything else about a row. A draft has the same slots,
    so that it can become an annotation by changing its class.
    """

    __slots__ = Annotation.__slots__

    id: str
    kind: str
    label: str
    parts: Parts
    attributes: Mapping[str, AttributeValue]
    note: str
    origin: str
    created: str
    modified: str


def to_annotations(
    rows: Iterable[Row], fragments: Iterable[Row]
) -> dict[AnnotationId, Annotation]:
    """Return annotations by id, in the order of *rows*.

    Args:
        rows: ``id, kind, label, attributes, note, origin, created, modified,
            sole_role, start, end``.
        fragments: ``id, role, start, end`` of those without a ``sole_role``, in
            the order of their positions.
    """
    several = _group(fragments)
    new = tuple.__new__
    annotations: dict[AnnotationId, Annotation] = {}
    for row in rows:
        made: Any = _Draft()
        (
            made.id,
            made.kind,
            made.label,
            attributes,
            made.note,
            made.origin,
            made.created,
            made.modified,
            role,
            start,
            end,
        ) = row
        made.attributes = {} if attributes == "{}" else encoding.load(attributes)
        if role:
            made.parts = {role: (new(Fragment, (start, end)),)}
        else:
            made.parts = several.get(made.id, {})
        made.__class__ = Annotation
        annotations[made.id] = made
    return annotations


def _group(fragments: Iterable[Row]) -> dict[str, dict[str, tuple[Fragment, ...]]]:
    """Return the parts of each annotation, roles in the order they were given."""
    several: dict[str, dict[str, tuple[Fragment, ...]]] = {}
    for annotation_id, role, start, end in fragments:
        parts = several.setdefault(annotation_id, {})
        parts[role] = (*parts.get(role, ()), Fragment(start, end))
    return several
