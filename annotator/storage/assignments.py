"""Which documents are whose, and how long people worked on them."""

from __future__ import annotations

from collections.abc import Iterable

from annotator.domain.ids import AnnotatorId, DocumentId
from annotator.domain.people import Assignment, TimeSpent
from annotator.storage.bin import kept
from annotator.storage.database import Database, Row, insert_into

# Who was given a document before keeps the time of that.
_ASSIGN = insert_into("assignments") + (
    " ON CONFLICT (annotator_id, document_id) DO UPDATE SET shared = excluded.shared,"
    " suggestions_withheld = excluded.suggestions_withheld"
)
_ADD_TIME = insert_into("time_spent") + (
    " ON CONFLICT (annotator_id, document_id, sitting)"
    " DO UPDATE SET seconds = seconds + excluded.seconds"
)
_READ = (
    "SELECT a.annotator_id, a.document_id, a.shared,"  # noqa: S608
    " a.suggestions_withheld, a.created"
    " FROM assignments AS a JOIN documents AS d ON d.id = a.document_id"
    f" AND {kept('d.id')}"
)


class Assignments:
    """Reads and writes assignments and time."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def assign(self, rows: Iterable[Assignment]) -> None:
        """Give documents to annotators, in one transaction."""
        with self._db.transaction(durable=True):
            self._db.raw.executemany(_ASSIGN, [assignment_row(row) for row in rows])

    def unassign(
        self, annotator_id: AnnotatorId, documents: Iterable[DocumentId]
    ) -> None:
        """Take documents from an annotator; what was done on them stays."""
        with self._db.transaction(durable=True):
            self._db.raw.executemany(
                "DELETE FROM assignments WHERE annotator_id = ? AND document_id = ?",
                [(annotator_id, document_id) for document_id in documents],
            )

    def of(self, annotator_id: AnnotatorId | None) -> list[Assignment]:
        """Return an annotator's (or everybody's) assignments in document order."""
        if annotator_id is None:
            rows = self._db.rows(f"{_READ} ORDER BY d.position, a.annotator_id")
        else:
            rows = self._db.rows(
                f"{_READ} WHERE a.annotator_id = ? ORDER BY d.position",
                (annotator_id,),
            )
        return [_to_assignment(row) for row in rows]

    def one(
        self, annotator_id: AnnotatorId, document_id: DocumentId
    ) -> Assignment | None:
        """Return an assignment, None where the document is not assigned."""
        row = self._db.row(
            f"{_READ} WHERE a.annotator_id = ? AND a.document_id = ?",
            (annotator_id, document_id),
        )
        return None if row is None else _to_assignment(row)

    def has_any(self, annotator_id: AnnotatorId) -> bool:
        """Return whether anything at all is assigned to an annotator."""
        sql = (
            "SELECT 1 FROM assignments WHERE annotator_id = ?"  # noqa: S608
            f" AND {kept('document_id')} LIMIT 1"
        )
        return self._db.row(sql, (annotator_id,)) is not None

    def add_time(self, time: TimeSpent) -> None:
        """Add to the time of a sitting."""
        with self._db.transaction(durable=False):
            self._db.raw.execute(
                _ADD_TIME,
                (
                    time.annotator_id,
                    time.document_id,
                    time.sitting,
                    time.seconds,
                    time.started,
                ),
            )

    def time_spent(self, annotator_id: AnnotatorId) -> dict[DocumentId, float]:
        """Return the seconds an annotator worked on each document, in order."""
        rows = self._db.rows(
            f"""SELECT t.document_id, sum(t.seconds) FROM time_spent AS t
            JOIN documents AS d ON d.id = t.document_id
            WHERE t.annotator_id = ? AND {kept("d.id")}
            GROUP BY t.document_id ORDER BY d.position""",  # noqa: S608
            (annotator_id,),
        )
        return {row[0]: row[1] for row in rows}

    def sittings(self, annotator_id: AnnotatorId) -> list[TimeSpent]:
        """Return all that is known of an annotator's time, in order of time."""
        return [
            TimeSpent(*row)
            for row in self._db.rows(
                "SELECT annotator_id, document_id, sitting, seconds, started"  # noqa: S608
                f" FROM time_spent WHERE annotator_id = ? AND {kept('document_id')}"
                " ORDER BY started, sitting, document_id",
                (annotator_id,),
            )
        ]


def assignment_row(assignment: Assignment) -> Row:
    """Return the columns of an assignment, in the order of its table."""
    return (
        assignment.annotator_id,
        assignment.document_id,
        assignment.shared,
        assignment.suggestions_withheld,
        assignment.created,
    )


def _to_assignment(row: Row) -> Assignment:
    annotator_id, document_id, shared, withheld, created = row
    return Assignment(
        annotator_id,
        document_id,
        shared=bool(shared),
        suggestions_withheld=bool(withheld),
        created=created,
    )
