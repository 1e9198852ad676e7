"""Merging the histories of two copies of one annotator's work."""

from __future__ import annotations

from annotator.domain.documents import Status
from annotator.domain.ids import AnnotatorId, DocumentId
from annotator.storage.database import Database, Row
from annotator.storage.layers import ENSURE_LAYER
from annotator.storage.stamps import OPERATION, PUT_STAMP

_READ = """
SELECT id, document_id, moved, undone FROM operations
WHERE annotator_id = ? ORDER BY made, id"""

# What a step did is read only where it is needed: a history may be long.
_READ_ONE = """
SELECT name, time, undone, forward, inverse, made, moved
FROM operations WHERE id = ?"""

_READ_FORGOTTEN = f"""
SELECT item, document_id, stamp FROM stamps
WHERE annotator_id = ? AND kind = '{OPERATION}'"""  # noqa: S608 - a constant

_INSERT = """
INSERT INTO operations (id, seq, annotator_id, document_id, name, time, undone,
    forward, inverse, made, moved)
VALUES (?, (SELECT coalesce(max(seq), 0) + 1 FROM operations), ?, ?, ?, ?, ?, ?, ?,
    ?, ?)"""

_REMEMBER = """
DELETE FROM stamps
WHERE document_id = ? AND annotator_id = ? AND kind = ? AND item = ?"""

# By what their stamps say, whichever file came first. Negative first: no two steps
# may have one number, not even in between.
_RENUMBER = (
    "UPDATE operations SET seq = -seq",
    """UPDATE operations SET seq = n.number FROM (
    SELECT id, row_number() OVER (ORDER BY made, id) AS number FROM operations
) AS n WHERE n.id = operations.id""",
)


def merge_history(
    database: Database,
    other: Database,
    annotator_id: AnnotatorId,
    known: set[DocumentId],
) -> tuple[int, set[DocumentId]]:
    """Bring an annotator's steps in.

    Returns:
        How many steps are new or have moved, and the documents that have new steps
        here while this file has steps there that the other one has not seen.
    """
    merge = _History(database, other, annotator_id, known)
    merge.run()
    return merge.moved, merge.fresh & merge.unseen


class _History:
    """The steps of one annotator in two files."""

    def __init__(
        self,
        database: Database,
        other: Database,
        annotator_id: AnnotatorId,
        known: set[DocumentId],
    ) -> None:
        self._db = database
        self._other = other
        self._who = annotator_id
        self._mine = _steps(database, annotator_id)
        self._theirs = {
            i: row for i, row in _steps(other, annotator_id).items() if row[0] in known
        }
        self._forgotten = _forgotten(database, annotator_id)
        self._forgotten_there = _forgotten(other, annotator_id)
        self._known = known
        self.moved = 0
        self.fresh: set[DocumentId] = set()
        self.unseen: set[DocumentId] = {
            row[0]
            for identity, row in self._mine.items()
            if identity not in self._theirs and identity not in self._forgotten_there
        }

    def run(self) -> None:
        inserted = False
        for identity, row in self._theirs.items():
            if identity in self._mine:
                if row[1:] > self._mine[identity][1:]:
                    self._move(identity)
            elif self._forgotten.get(identity, ("", ""))[1] < row[1]:
                self._insert(identity, row[0])
                inserted = True
        for identity, (document_id, stamp) in self._forgotten_there.items():
            if document_id in self._known:
                self._forget(identity, document_id, stamp)
        if inserted:
            for statement in _RENUMBER:
                self._db.raw.execute(statement)

    def _move(self, identity: str) -> None:
        """Undo or do again in the log what the other file has moved later."""
        _, _, undone, forward, inverse, _, moved = self._whole(identity)
        self._db.raw.execute(
            "UPDATE operations SET undone = ?, forward = ?, inverse = ?, moved = ?"
            " WHERE id = ?",
            (undone, forward, inverse, moved, identity),
        )
        self.moved += 1

    def _insert(self, identity: str, document_id: DocumentId) -> None:
        run = self._db.raw.execute
        run(ENSURE_LAYER, (document_id, self._who, Status.TODO.value))
        run(_INSERT, (identity, self._who, document_id, *self._whole(identity)))
        if identity in self._forgotten:
            run(_REMEMBER, (document_id, self._who, OPERATION, identity))
        self.moved += 1
        self.fresh.add(document_id)

    def _whole(self, identity: str) -> Row:
        (row,) = self._other.rows(_READ_ONE, (identity,))
        return row

    def _forget(self, identity: str, document_id: DocumentId, stamp: str) -> None:
        mine = self._mine.get(identity)
        if (mine[1] if mine else self._forgotten.get(identity, ("", ""))[1]) >= stamp:
            return
        run = self._db.raw.execute
        run("DELETE FROM operations WHERE id = ?", (identity,))
        run(PUT_STAMP, (document_id, self._who, OPERATION, identity, stamp, True, ""))
        self.moved += 1


def _steps(database: Database, annotator_id: AnnotatorId) -> dict[str, Row]:
    """Return document, stamp of the last move, and whether it is undone, by id."""
    return {row[0]: row[1:] for row in database.rows(_READ, (annotator_id,))}


def _forgotten(
    database: Database, annotator_id: AnnotatorId
) -> dict[str, tuple[DocumentId, str]]:
    rows = database.rows(_READ_FORGOTTEN, (annotator_id,))
    return {item: (document_id, stamp) for item, document_id, stamp in rows}
