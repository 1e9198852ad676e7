"""What our writers put into other formats besides, so that nothing is lost on the way.

Where a format lets an object have keys of one's own, each span of ours says
``annotation`` (the id that ties an annotation's spans together), ``kind`` and
``role``. One span of each annotation has ``about`` besides: the annotation's
``label``, ``attributes``, ``note`` (a suggestion's reason), ``origin``, ``created``
and ``modified``, as far as they are there. Other software does not look at them.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from annotator.domain.annotations import Annotation, AttributeValue
from annotator.formats.foreign import Own
from annotator.formats.rows import Marked, Row

_NOTHING: Mapping[str, Any] = {}


class About(NamedTuple):
    """What one span says of its whole annotation."""

    attributes: Mapping[str, AttributeValue]
    note: str
    created: str
    modified: str


def about(item: Marked) -> Row:
    """Return what a span is to say of its annotation."""
    row: Row = {"label": item.label}
    if item.attributes:
        row["attributes"] = dict(sorted(item.attributes.items()))
    if isinstance(item, Annotation):
        texts = {
            "note": item.note,
            "origin": item.origin,
            "created": item.created,
            "modified": item.modified,
        }
    else:
        texts = {"note": item.reason}
    row.update((key, text) for key, text in texts.items() if text)
    return row


def read_own(row: Mapping[str, Any], label: str) -> tuple[Own, About] | None:
    """Return what a span of ours says; None where it is none of ours.

    Args:
        row: Has the keys.
        label: The span's. That of a main part is the annotation's, also where it
            was changed since; any other's is its role's name.
    """
    annotation, kind, role = row.get("annotation"), row.get("kind"), row.get("role")
    if not (isinstance(annotation, str) and annotation):
        return None
    said = row.get("about")
    if not isinstance(said, dict):
        said = _NOTHING
    role = _text(role) or "mention"
    own = Own(
        annotation,
        _text(kind) or "entity",
        label if label != role else _text(said.get("label")),
        role,
        _text(said.get("origin")),
    )
    given = said.get("attributes")
    return own, About(
        {
            name: value
            for name, value in (given if isinstance(given, dict) else {}).items()
            if isinstance(value, str | int | float)
        },
        _text(said.get("note")),
        _text(said.get("created")),
        _text(said.get("modified")),
    )


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
