"""The operation log: every save, its undo and its redo."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from annotator.domain.errors import ChangedElsewhereError
from annotator.domain.ids import AnnotatorId, DocumentId
from annotator.domain.layers import LayerChange, Operation
from annotator.domain.wording import tr
from annotator.storage import encoding
from annotator.storage.bin import kept
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

# Nobody sees what happens in the bin, so that steps there are passed over until the
# document comes back: all but those that put it there or take it out.
_SEEN = f"({kept('document_id')} OR instr(forward, '\"in_bin\":') > 0)"

_TO_UNDO = f"annotator_id = ? AND undone = 0 AND {_SEEN} ORDER BY seq DESC LIMIT 1"

# What was undone last comes first. A merge of two copies of a layer may leave undone
# steps before others that are done: it is too late for those.
_TO_REDO = f"""annotator_id = ?1 AND undone = 1 AND {_SEEN} AND seq > (
    SELECT coalesce(max(seq), 0) FROM operations
    WHERE annotator_id = ?1 AND undone = 0 AND {_SEEN}
) ORDER BY moved DESC, seq LIMIT 1"""  # noqa: S608 - constants


class Journal:
    """Commits operations and moves back and forth through them.

    Attributes:
        newest: Document → the stamp of the last change that was made here.
    """

    def __init__(self, database: Database, layers: Layers) -> None:
        self.newest: dict[DocumentId, str] = {}
        self._db = database
        self._layers = layers
        self._stamps = Stamps(database)

    def commit(self, operation: Operation, since: str | None = None) -> None:
        """Carry an operation out and log it, on disk when this returns."""
        with self._db.transaction(durable=True):
            if since is not None:
                self._require(operation.forward, since)
            self._commit(operation)

    def _require(self, change: LayerChange, since: str) -> None:
        """Refuse a change of a layer that is no longer what it was planned on.

        Raises:
            ChangedElsewhereError: Its newest change is not *since*.
        """
        key = (change.document_id, change.annotator_id)
        if self._layers.revision(key) != since:
            raise ChangedElsewhereError(
                tr(
                    "This article is being changed in another window; look at it and"
                    " do that again."
                )
            )

    def commit_step(self, operations: Iterable[Operation]) -> list[Operation]:
        """Carry out operations that share a step: all of them, or on error none.

        They were planned before the file was locked. Where somebody has changed
        in the meantime what an operation is about to change, it is left out.

        Returns:
            What was carried out.
        """
        with self._db.transaction(durable=True):
            done = [o for o in operations if self._layers.holds(o.inverse)]
            for operation in done:
                self._commit(operation)
        return done

    def _commit(self, operation: Operation) -> None:
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
                encoding.dump_change(forward, operation.step),
                encoding.dump_change(inverse),
                stamp,
                stamp,
            ),
        )
        self.newest[forward.document_id] = stamp

    def undo(
        self, annotator_id: AnnotatorId, since: tuple[DocumentId, str] | None = None
    ) -> list[Operation]:
        """Take the newest step back; return its operations as they were undone."""

        def move(operation: Operation) -> Operation:
            self._require_opened(operation.inverse, since)
            return self._undo(operation)

        return self._walk(_TO_UNDO, annotator_id, move)

    def redo(
        self, annotator_id: AnnotatorId, since: tuple[DocumentId, str] | None = None
    ) -> list[Operation]:
        """Do again what was undone last; return its operations as they were done."""

        def move(operation: Operation) -> Operation:
            self._require_opened(operation.forward, since)
            return self._redo(operation)

        return self._walk(_TO_REDO, annotator_id, move)

    def _walk(
        self,
        which: str,
        annotator_id: AnnotatorId,
        move: Callable[[Operation], Operation],
    ) -> list[Operation]:
        """Move one operation, and after it those that share its step."""
        moved: list[Operation] = []
        with self._db.transaction(durable=True):
            operation = self._find(which, annotator_id)
            while operation is not None:
                moved.append(move(operation))
                step = operation.step
                operation = self._find(which, annotator_id) if step else None
                if operation is not None and operation.step != step:
                    break
        return moved

    def _undo(self, operation: Operation) -> Operation:
        inverse, forward = self._complete(operation.inverse, operation.forward)
        done = self._fitting(inverse)
        operation = replace(operation, forward=forward, inverse=inverse)
        self._move(operation, done, undone=True)
        return replace(operation, inverse=done)

    def _redo(self, operation: Operation) -> Operation:
        forward, inverse = self._complete(operation.forward, operation.inverse)
        done = self._fitting(forward)
        operation = replace(operation, forward=forward, inverse=inverse)
        self._move(operation, done, undone=False)
        return replace(operation, forward=done)

    def _require_opened(
        self, change: LayerChange, since: tuple[DocumentId, str] | None
    ) -> None:
        if since is not None and since[0] == change.document_id:
            self._require(change, since[1])

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

    def _fitting(self, change: LayerChange) -> LayerChange:
        """Return *change* without links whose ends are not there.

        A merge of two copies of a layer may have taken an end away between a step
        and its undo.
        """
        if not change.put_links:
            return change
        put = {a.id for a in change.put}
        ends = {end for k in change.put_links for end in (k.source, k.target)} - put
        standing = self._layers.present(ends) - set(change.removed) | put
        kept = tuple(k for k in change.put_links if {k.source, k.target} <= standing)
        return (
            change
            if len(kept) == len(change.put_links)
            else replace(change, put_links=kept)
        )

    def _move(self, operation: Operation, change: LayerChange, *, undone: bool) -> None:
        stamp = self._stamps.next()
        self._layers.apply(change, stamp)
        self._db.raw.execute(
            "UPDATE operations SET undone = ?, moved = ?, forward = ?, inverse = ?"
            " WHERE id = ?",
            (
                undone,
                stamp,
                encoding.dump_change(operation.forward, operation.step),
                encoding.dump_change(operation.inverse),
                operation.id,
            ),
        )
        self.newest[change.document_id] = stamp

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
        encoding.load_step(forward),
    )
