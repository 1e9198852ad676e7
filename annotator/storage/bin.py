"""The bin: documents that somebody has taken out of the project.

They and all work on them stay in every table, so that nothing is lost and ``check``
goes on proving them. What lists, counts, measures and exports read leaves them out:
by ``kept`` or ``is_kept``, and by nothing else. Reading one by its id goes on.

The bin is a table of its own and small, so that the condition is a look into an
index that fits a page; where it is empty, SQLite looks once.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, select

from annotator.domain.ids import AnnotatorId, DocumentId
from annotator.storage import encoding
from annotator.storage.database import Database, insert_into
from annotator.storage.rows import Binned, Hanging
from annotator.storage.tables import table

_PUT = insert_into("bin") + (
    ' ON CONFLICT (document_id) DO UPDATE SET "by" = excluded."by",'
    " time = excluded.time"
)
_TAKE_OUT = "DELETE FROM bin WHERE document_id = ?"

_LIST = """
SELECT b.document_id, d.title, d.source, d.date, d.length, b."by", b.time
FROM bin AS b JOIN documents AS d ON d.id = b.document_id
ORDER BY b.time DESC, d.position"""


_THESE = "document_id IN (SELECT value FROM json_each(?))"


def kept(column: str) -> str:
    """Return the condition that a document is not in the bin.

    Args:
        column: What holds its id.
    """
    return f"{column} NOT IN (SELECT document_id FROM bin)"  # noqa: S608 - constant


def is_kept(column: ColumnElement[Any]) -> ColumnElement[bool]:
    """Return the same condition for a query that SQLAlchemy makes."""
    return column.not_in(select(table("bin").c.document_id))


class BinShelf:
    """Reads and writes what is in the bin."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def list(self) -> list[Binned]:
        """Return all that is in the bin, what came last first."""
        return [Binned(*row) for row in self._db.rows(_LIST)]

    def count(self) -> int:
        """Return how many documents are in the bin."""
        return int(self._db.value("SELECT count(*) FROM bin"))

    def put_in(self, document_id: DocumentId) -> tuple[str, str]:
        """Return when and by whom a document was put into the bin; "" if it was not."""
        sql = 'SELECT time, "by" FROM bin WHERE document_id = ?'
        row = self._db.row(sql, (document_id,))
        return ("", "") if row is None else (row[0], row[1])

    def hanging(self, documents: Sequence[DocumentId]) -> Hanging:
        """Return what work hangs on documents, in the bin or not."""
        chosen = (encoding.dump(list(documents)),)
        with self._db.snapshot():
            annotations = self._db.rows(
                f"SELECT annotator_id, count(*) FROM annotations WHERE {_THESE}"  # noqa: S608
                " GROUP BY annotator_id",
                chosen,
            )
            assigned = self._db.rows(
                f"SELECT DISTINCT annotator_id FROM assignments WHERE {_THESE}",  # noqa: S608
                chosen,
            )
            comments, seconds = self._db.rows(
                f"SELECT (SELECT count(*) FROM comments WHERE {_THESE}),"  # noqa: S608
                f" (SELECT coalesce(sum(seconds), 0) FROM time_spent WHERE {_THESE})",
                chosen * 2,
            )[0]
        return Hanging(
            dict(annotations), [row[0] for row in assigned], comments, seconds
        )

    # -- inside of the transaction of whoever changes something -----------------

    def put(self, document_id: DocumentId, time: str, by: AnnotatorId) -> None:
        """Put a document into the bin, or with an empty *time* take it out."""
        if time:
            self._db.raw.execute(_PUT, (document_id, by, time))
        else:
            self._db.raw.execute(_TAKE_OUT, (document_id,))
