"""How the settled layer came about, and what people said about passages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from annotator.domain.errors import InputError
from annotator.domain.ids import (
    AnnotatorId,
    CommentId,
    DocumentId,
    SettlementId,
)
from annotator.domain.people import Comment
from annotator.domain.settling import Settlement
from annotator.domain.wording import tr
from annotator.storage import encoding
from annotator.storage.bin import kept
from annotator.storage.database import Database, Row, insert_into

LayerKey = tuple[DocumentId, AnnotatorId]

_COLUMNS = 'id, "key", how, "by", time, sources, annotation_id'
_COMMENT_COLUMNS = 'id, start, "end", author_id, time, text, resolved'

PUT_SETTLEMENT = (
    insert_into("settlements")
    + """
ON CONFLICT (id) DO UPDATE SET "key" = excluded."key", how = excluded.how,
    "by" = excluded."by", time = excluded.time, sources = excluded.sources,
    annotation_id = excluded.annotation_id
WHERE settlements.document_id = excluded.document_id
    AND settlements.annotator_id = excluded.annotator_id"""
)
PUT_COMMENT = (
    insert_into("comments")
    + """
ON CONFLICT (id) DO UPDATE SET start = excluded.start, "end" = excluded."end",
    text = excluded.text, time = excluded.time, resolved = excluded.resolved
WHERE comments.document_id = excluded.document_id"""
)


class Settlements:
    """Reads and writes settlements and comments."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def of(self, key: LayerKey) -> dict[SettlementId, Settlement]:
        """Return the settlements of a layer, in the order they were made."""
        rows = self._db.rows(
            f"SELECT {_COLUMNS} FROM settlements"  # noqa: S608 - constant
            " WHERE document_id = ? AND annotator_id = ? ORDER BY time, id",
            key,
        )
        return {row[0]: to_settlement(row) for row in rows}

    def all_of(
        self, annotator_id: AnnotatorId
    ) -> dict[DocumentId, dict[SettlementId, Settlement]]:
        """Return all settlements of an annotator's (``gold``'s) layers."""
        found: dict[DocumentId, dict[SettlementId, Settlement]] = {}
        for document_id, *row in self._db.rows(
            f"SELECT document_id, {_COLUMNS} FROM settlements"  # noqa: S608
            f" WHERE annotator_id = ? AND {kept('document_id')}"
            " ORDER BY document_id, time, id",
            (annotator_id,),
        ):
            found.setdefault(document_id, {})[row[0]] = to_settlement(row)
        return found

    def comments(self, document_id: DocumentId) -> dict[CommentId, Comment]:
        """Return everybody's comments on a document, in text order."""
        rows = self._db.rows(
            f"SELECT {_COMMENT_COLUMNS} FROM comments"  # noqa: S608 - constant
            ' WHERE document_id = ? ORDER BY start, "end", time, id',
            (document_id,),
        )
        return {row[0]: _to_comment(row) for row in rows}

    def comment_counts(self) -> dict[DocumentId, int]:
        """Return how many comments are not resolved, by document."""
        rows = self._db.rows(
            "SELECT document_id, count(*) FROM comments WHERE resolved = 0"  # noqa: S608
            f" AND {kept('document_id')} GROUP BY document_id"
        )
        return {row[0]: row[1] for row in rows}

    def put(self, key: LayerKey, settlements: Iterable[Settlement]) -> None:
        """Write settlements; the caller has opened the transaction."""
        rows = [settlement_row(s, key) for s in settlements]
        if rows and self._db.raw.executemany(PUT_SETTLEMENT, rows).rowcount < len(rows):
            raise InputError(tr("The id of a settlement is taken by another layer."))

    def put_comments(
        self, document_id: DocumentId, comments: Sequence[Comment], length: int
    ) -> None:
        """Write comments; the caller has opened the transaction.

        Raises:
            InputError: One is outside of the text, which has *length* characters.
        """
        for comment in comments:
            if not 0 <= comment.start <= comment.end <= length:
                raise InputError(
                    tr(
                        "A comment at {start}-{end} is outside of its text, which has"
                        " {length} characters.",
                        start=comment.start,
                        end=comment.end,
                        length=length,
                    )
                )
        rows = [comment_row(c, document_id) for c in comments]
        if rows and self._db.raw.executemany(PUT_COMMENT, rows).rowcount < len(rows):
            raise InputError(tr("The id of a comment is taken in another document."))

    def remove(self, key: LayerKey, ids: Iterable[SettlementId]) -> None:
        """Delete settlements; the caller has opened the transaction."""
        self._db.raw.executemany(
            "DELETE FROM settlements"
            " WHERE id = ? AND document_id = ? AND annotator_id = ?",
            [(i, *key) for i in ids],
        )

    def remove_comments(
        self, document_id: DocumentId, ids: Iterable[CommentId]
    ) -> None:
        """Delete comments; the caller has opened the transaction."""
        self._db.raw.executemany(
            "DELETE FROM comments WHERE id = ? AND document_id = ?",
            [(i, document_id) for i in ids],
        )


def settlement_row(settlement: Settlement, key: LayerKey) -> Row:
    """Return the columns of a settlement, in the order of its table."""
    return (
        settlement.id,
        *key,
        settlement.key,
        settlement.how,
        settlement.by,
        settlement.time,
        encoding.dump(encoding.from_sources(settlement.sources)),
        settlement.annotation_id,
    )


def comment_row(comment: Comment, document_id: DocumentId) -> Row:
    """Return the columns of a comment, in the order of its table."""
    return (
        comment.id,
        document_id,
        comment.start,
        comment.end,
        comment.author,
        comment.time,
        comment.text,
        comment.resolved,
    )


def to_settlement(row: Sequence[object]) -> Settlement:
    """Return the settlement of a row."""
    return encoding.to_settlement([*row[:5], encoding.load(str(row[5])), row[6]])


def _to_comment(row: Row) -> Comment:
    identity, start, end, author, time, text, resolved = row
    said = (identity, start, end, author, time, text)
    return Comment(*said, resolved=bool(resolved))
