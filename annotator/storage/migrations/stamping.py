"""Telling from the history of an older file when each thing was last changed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa

from annotator.domain.ids import later_id

_OPERATIONS = sa.text(
    "SELECT id, document_id, annotator_id, forward FROM operations ORDER BY seq"
)
_STAMP_OPERATION = sa.text(
    "UPDATE operations SET made = :stamp, moved = :stamp WHERE id = :id"
)
# What was undone is to be redone from its oldest step on.
_STAMP_UNDONE = sa.text("UPDATE operations SET moved = :stamp WHERE undone = 1")
_STAMP_LAYER = sa.text(
    "UPDATE layers SET changed = :stamp"
    " WHERE document_id = :document AND annotator_id = :annotator"
)
_INSERT = sa.text(
    "INSERT INTO stamps"
    " (document_id, annotator_id, kind, item, stamp, removed, payload)"
    " VALUES (:document, :annotator, :kind, :item, :stamp, :removed, '')"
)
_TABLES = {
    "annotation": "SELECT id FROM annotations",
    "link": "SELECT id FROM links",
    "verdict": "SELECT suggestion_id || annotator_id FROM verdicts",
}


def stamp_history(connection: sa.Connection) -> None:
    """Stamp operations, layers and whatever an operation has touched.

    Ids of operations sort by time, and so they serve as stamps; where one does not
    (a clock was set back), the next one behind its predecessor does.
    """
    stamps: dict[tuple[str, str, str, str], str] = {}
    layers: dict[tuple[str, str], str] = {}
    last = ""
    for identity, document, annotator, forward in connection.execute(_OPERATIONS).all():
        last = later_id(identity, last)
        connection.execute(_STAMP_OPERATION, {"stamp": last, "id": identity})
        layers[document, annotator] = last
        for kind, item in _touched(json.loads(forward)):
            stamps[document, annotator, kind, item] = last
    connection.execute(_STAMP_UNDONE, {"stamp": last})
    for (document, annotator), stamp in layers.items():
        connection.execute(
            _STAMP_LAYER, {"stamp": stamp, "document": document, "annotator": annotator}
        )
    present = {
        kind: {row[0] for row in connection.execute(sa.text(sql))}
        for kind, sql in _TABLES.items()
    }
    for (document, annotator, kind, item), stamp in stamps.items():
        key = item + annotator if kind == "verdict" else item
        values = {
            "document": document,
            "annotator": annotator,
            "kind": kind,
            "item": item,
            "stamp": stamp,
            "removed": kind != "status" and key not in present[kind],
        }
        connection.execute(_INSERT, values)


def _touched(change: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for item in change.get("put", ()):
        yield "annotation", item["id"]
    for item in change.get("put_links", ()):
        yield "link", item[0]
    for item in change.get("put_verdicts", ()):
        yield "verdict", item[0]
    for kind, name in (
        ("annotation", "removed"),
        ("link", "removed_links"),
        ("verdict", "removed_verdicts"),
    ):
        for item in change.get(name, ()):
            yield kind, item
    if change.get("status") is not None:
        yield "status", ""
