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

    def __init__(self, row: Row, parts: Parts) -> None:
        self.id: str = row[0]
        self.kind: str = row[1]
        self.label: str = row[2]
        self.parts = parts
        self.attributes: Mapping[str, AttributeValue] = (
            {} if row[3] == "{}" else encoding.load(row[3])
        )
        self.note: str = row[4]
        self.origin: str = row[5]
        self.created: str = row[6]
        self.modified: str = row[7]


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
        role = row[8]
        parts = {role: (new(Fragment, row[9:]),)} if role else several.get(row[0], {})
        made: Any = _Draft(row, parts)
        made.__class__ = Annotation
        annotations[row[0]] = made
    return annotations


def _group(fragments: Iterable[Row]) -> dict[str, dict[str, tuple[Fragment, ...]]]:
    """Return the parts of each annotation, roles in the order they were given."""
    several: dict[str, dict[str, tuple[Fragment, ...]]] = {}
    for annotation_id, role, start, end in fragments:
        parts = several.setdefault(annotation_id, {})
        parts[role] = (*parts.get(role, ()), Fragment(start, end))
    return several
