"""The operation log: every save, its undo and its redo."""

from __future__ import annotations

from dataclasses import replace

from annotator.domain.ids import AnnotatorId
from annotator.domain.layers import LayerChange, Operation
from annotator.storage import encoding
from annotator.storage.database import Database, Row
from annotator.storage.layers import Layers
from annotator.storage.rows import LoggedOperation
from annotator.storage.stamps import Stamps

_COLUMNS = "id, name, time, document_id, forward, inverse"

_APPEND = """
INSERT INTO operations
(id, seq, annotator_id, document_id, name, time, undone, forward, inverse, made,
    moved)
VALUES (?, (SELECT coalesce(max(seq), 0) + 1 FROM operations), ?, ?, ?, ?, 0, ?, ?,
    ?, ?)"""

# What was undone is always the newest part of the log, so that the last one undone
# is the oldest of it.
_TO_UNDO = "annotator_id = ? AND undone = 0 ORDER BY seq DESC LIMIT 1"
_TO_REDO = "annotator_id = ? AND undone = 1 ORDER BY seq LIMIT 1"


class Journal:
    """Commits operations and moves back and forth through them."""

    def __init__(self, database: Database, layers: Layers) -> None:
        self._db = database
        self._layers = layers
        self._stamps = Stamps(database)

    def commit(self, operation: Operation) -> None:
        """Carry an operation out and log it, on disk when this returns."""
        with self._db.transaction(durable=True):
            forward, inverse = self._complete(operation.forward, operation.inverse)
            stamp = self._stamps.next(operation.id)
            self._layers.apply(forward, stamp)
            self._stamps.forget_undone(forward.annotator_id, stamp)
            self._db.raw.execute(
                _APPEND,
                (
                    operation.id,
                    forward.annotator_id,
                    forward.document_id,
                    operation.name,
                    operation.time,
                    encoding.dump_change(forward),
                    encoding.dump_change(inverse),
                    stamp,
                    stamp,
                ),
            )

    def undo(self, annotator_id: AnnotatorId) -> Operation | None:
        """Take the newest operation back; return it, or None if there is none."""
        with self._db.transaction(durable=True):
            operation = self._find(_TO_UNDO, annotator_id)
            if operation is None:
                return None
            inverse, forward = self._complete(operation.inverse, operation.forward)
            return self._move(
                replace(operation, forward=forward, inverse=inverse),
                inverse,
                undone=True,
            )

    def redo(self, annotator_id: AnnotatorId) -> Operation | None:
        """Do again what was undone last; return it, or None if there is none."""
        with self._db.transaction(durable=True):
            operation = self._find(_TO_REDO, annotator_id)
            if operation is None:
                return None
            forward, inverse = self._complete(operation.forward, operation.inverse)
            return self._move(
                replace(operation, forward=forward, inverse=inverse),
                forward,
                undone=False,
            )

    def undo_name(self, annotator_id: AnnotatorId) -> str | None:
        """Return the name of what undo would take back."""
        return self._name(_TO_UNDO, annotator_id)

    def redo_name(self, annotator_id: AnnotatorId) -> str | None:
        """Return the name of what redo would do again."""
        return self._name(_TO_REDO, annotator_id)

    def operations(
        self, annotator_id: AnnotatorId, limit: int
    ) -> list[LoggedOperation]:
        """Return the newest operations, newest first."""
        return [
            LoggedOperation(identity, name, time, document_id, bool(undone))
            for identity, name, time, document_id, undone in self._db.rows(
                "SELECT id, name, time, document_id, undone FROM operations"
                " WHERE annotator_id = ? ORDER BY seq DESC LIMIT ?",
                (annotator_id, limit),
            )
        ]

    def _complete(
        self, change: LayerChange, inverse: LayerChange
    ) -> tuple[LayerChange, LayerChange]:
        """Return both with the links that *change* would leave without an end.

        Whoever deletes an annotation names its links. One that came in between (by
        an import) is taken along here, and comes back with the inverse.
        """
        if not change.removed:
            return change, inverse
        put = {a.id for a in change.put}
        gone = [i for i in change.removed if i not in put]
        named = {*change.removed_links, *(k.id for k in change.put_links)}
        loose = tuple(k for k in self._layers.links_on(gone) if k.id not in named)
        if not loose:
            return change, inverse
        return (
            replace(
                change, removed_links=(*change.removed_links, *(k.id for k in loose))
            ),
            replace(inverse, put_links=(*inverse.put_links, *loose)),
        )

    def _move(
        self, operation: Operation, change: LayerChange, *, undone: bool
    ) -> Operation:
        stamp = self._stamps.next()
        self._layers.apply(change, stamp)
        self._db.raw.execute(
            "UPDATE operations SET undone = ?, moved = ?, forward = ?, inverse = ?"
            " WHERE id = ?",
            (
                undone,
                stamp,
                encoding.dump_change(operation.forward),
                encoding.dump_change(operation.inverse),
                operation.id,
            ),
        )
        return operation

    def _find(self, condition: str, annotator_id: AnnotatorId) -> Operation | None:
        row = self._db.row(
            f"SELECT {_COLUMNS} FROM operations WHERE {condition}",  # noqa: S608
            (annotator_id,),
        )
        return None if row is None else _to_operation(row, annotator_id)

    def _name(self, condition: str, annotator_id: AnnotatorId) -> str | None:
        name = self._db.value(
            f"SELECT name FROM operations WHERE {condition}",  # noqa: S608
            (annotator_id,),
        )
        return None if name is None else str(name)


def _to_operation(row: Row, annotator_id: AnnotatorId) -> Operation:
    operation_id, name, time, document_id, forward, inverse = row
    return Operation(
        operation_id,
        name,
        time,
        encoding.load_change(forward, document_id, annotator_id),
        encoding.load_change(inverse, document_id, annotator_id),
    )
