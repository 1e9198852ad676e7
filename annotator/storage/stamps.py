"""Stamps: when each thing of a layer was last changed, for merging files.

Every committed step carries a stamp, an id that sorts behind all stamps the file
has seen. Whatever the step puts or removes gets it. Where two files differ about a
thing, the newer stamp wins, in whatever order they are merged; a removal keeps its
row, so that the thing does not come back from an older file.
"""

from __future__ import annotations

from collections.abc import Iterator

from annotator.domain.ids import AnnotatorId, later_id, new_id
from annotator.domain.layers import LayerChange
from annotator.storage.database import Database, Row, insert_into

ANNOTATION = "annotation"
LINK = "link"
VERDICT = "verdict"
SETTLEMENT = "settlement"
COMMENT = "comment"
ZONE = "zone"
LANGUAGE = "language"
BIN = "bin"
STATUS = "status"
OPERATION = "operation"

_UPDATE = (
    " ON CONFLICT (document_id, annotator_id, kind, item) DO UPDATE SET"
    " stamp = excluded.stamp, removed = excluded.removed, payload = excluded.payload"
)
PUT_STAMP = insert_into("stamps") + _UPDATE

# Steps that were undone are forgotten when another is made instead.
_FORGET = f"""
INSERT INTO stamps (document_id, annotator_id, kind, item, stamp, removed, payload)
SELECT document_id, annotator_id, '{OPERATION}', id, ?, 1, '' FROM operations
WHERE annotator_id = ? AND undone = 1{_UPDATE}"""  # noqa: S608 - constants


class Stamps:
    """Writes stamps inside of the transaction of whoever changes something."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def next(self, identity: str | None = None) -> str:
        """Return *identity* (or a new id) unless the file has seen a later stamp."""
        newest = self._db.value("SELECT max(changed) FROM layers")
        return later_id(identity or new_id(), newest or "")

    def put(self, change: LayerChange, stamp: str) -> None:
        """Stamp all that a change touches, and its layer."""
        self._db.raw.executemany(PUT_STAMP, list(_rows(change, stamp)))
        self._db.raw.execute(
            "UPDATE layers SET changed = ? WHERE document_id = ? AND annotator_id = ?",
            (stamp, change.document_id, change.annotator_id),
        )

    def forget_undone(self, annotator_id: AnnotatorId, stamp: str) -> None:
        """Drop the steps that can no longer be done again."""
        run = self._db.raw.execute
        run(_FORGET, (stamp, annotator_id))
        run(
            "DELETE FROM operations WHERE annotator_id = ? AND undone = 1",
            (annotator_id,),
        )


def _rows(change: LayerChange, stamp: str) -> Iterator[Row]:
    """Yield what is removed first: what is put in the same step is there again."""
    layer = (change.document_id, change.annotator_id)
    document = (change.document_id, "")  # comments and zones are nobody's layer
    for key, kind, removed, put in (
        (layer, ANNOTATION, change.removed, [a.id for a in change.put]),
        (layer, LINK, change.removed_links, [k.id for k in change.put_links]),
        (
            layer,
            VERDICT,
            change.removed_verdicts,
            [v.suggestion_id for v in change.put_verdicts],
        ),
        (
            layer,
            SETTLEMENT,
            change.removed_settlements,
            [s.id for s in change.put_settlements],
        ),
        (
            document,
            COMMENT,
            change.removed_comments,
            [c.id for c in change.put_comments],
        ),
        (document, ZONE, change.removed_zones, [z.id for z in change.put_zones]),
    ):
        for item in removed:
            yield *key, kind, item, stamp, True, ""
        for item in put:
            yield *key, kind, item, stamp, False, ""
    if change.status is not None:
        yield *layer, STATUS, "", stamp, False, ""
    if change.language is not None:
        yield *document, LANGUAGE, "", stamp, False, ""
    if change.bin is not None:
        yield *document, BIN, "", stamp, False, ""
