"""The project itself, its people, and what the window remembers for them."""

from __future__ import annotations

from typing import Any

from annotator.domain.documents import Annotator
from annotator.domain.ids import AnnotatorId, DocumentId, derived_id
from annotator.storage import encoding
from annotator.storage.database import Database, insert_into
from annotator.storage.rows import StoredProject

_INSERT_ANNOTATOR = insert_into("annotators") + " ON CONFLICT DO NOTHING"
_SET_PLACE = insert_into("places") + (
    " ON CONFLICT (annotator_id, document_id) DO UPDATE SET place = excluded.place"
)
_SET_SETTING = insert_into("settings") + (
    " ON CONFLICT (annotator_id, name) DO UPDATE SET value = excluded.value"
)


class ProjectRecord:
    """The one row about the project."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def info(self) -> StoredProject:
        """Return what the file says of itself."""
        rows = self._db.rows(
            "SELECT id, name, created, (SELECT version_num FROM alembic_version),"
            " pipeline FROM project"
        )
        identity, name, created, version, pipeline = rows[0]
        return StoredProject(identity, name, created, int(version), pipeline)

    def set_pipeline(self, name: str) -> None:
        """Choose the spaCy pipeline."""
        with self._db.transaction(durable=True):
            self._db.raw.execute("UPDATE project SET pipeline = ?", (name,))

    def schema_toml(self) -> str:
        """Return the project's copy of its schema."""
        return str(self._db.value("SELECT schema_toml FROM project"))

    def set_schema_toml(self, text: str) -> None:
        """Replace the schema."""
        with self._db.transaction(durable=True):
            self.write_schema(text)

    def write_schema(self, text: str) -> None:
        """Replace the schema; the caller has opened the transaction."""
        self._db.raw.execute("UPDATE project SET schema_toml = ?", (text,))


class People:
    """The annotators, and where each of them was."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def all(self) -> list[Annotator]:
        """Return everybody in order of arrival. SQLite only: rowid."""
        rows = self._db.rows("SELECT id, name FROM annotators ORDER BY rowid")
        return [Annotator(*row) for row in rows]

    def named(self, name: str) -> Annotator:
        """Return the annotator of that name, made at first need."""
        known = self._find(name)
        if known is None:
            with self._db.transaction(durable=True):
                known = self.ensure(name)
        return known

    def ensure(self, name: str) -> Annotator:
        """Return or make an annotator; the caller has opened the transaction.

        The id follows from the name, so that one person's files meet in a merge.
        """
        known = self._find(name)
        if known is None:
            known = Annotator(AnnotatorId(derived_id("annotator", name)), name)
            self._db.raw.execute(_INSERT_ANNOTATOR, (known.id, known.name))
        return known

    def _find(self, name: str) -> Annotator | None:
        row = self._db.row("SELECT id, name FROM annotators WHERE name = ?", (name,))
        return None if row is None else Annotator(*row)

    def annotation_counts(self) -> dict[AnnotatorId, list[tuple[str, str, int]]]:
        """Return for each annotator how many there are of each kind and label."""
        counts: dict[AnnotatorId, list[tuple[str, str, int]]] = {}
        for annotator_id, kind, label, number in self._db.rows(
            "SELECT annotator_id, kind, label, count(*) FROM annotations"
            " GROUP BY annotator_id, kind, label ORDER BY annotator_id, kind, label"
        ):
            counts.setdefault(annotator_id, []).append((kind, label, number))
        return counts

    def place(
        self, annotator_id: AnnotatorId, document_id: DocumentId
    ) -> dict[str, Any] | None:
        """Return where the annotator was in a document."""
        text = self._db.value(
            "SELECT place FROM places WHERE annotator_id = ? AND document_id = ?",
            (annotator_id, document_id),
        )
        return None if text is None else dict(encoding.load(text))

    def set_place(
        self, annotator_id: AnnotatorId, document_id: DocumentId, place: dict[str, Any]
    ) -> None:
        """Remember where the annotator is in a document."""
        with self._db.transaction(durable=False):
            self._db.raw.execute(
                _SET_PLACE,
                (annotator_id, document_id, encoding.dump(place)),
            )

    def setting(self, annotator_id: AnnotatorId, name: str) -> object:
        """Return what was remembered under a name, or None."""
        text = self._db.value(
            "SELECT value FROM settings WHERE annotator_id = ? AND name = ?",
            (annotator_id, name),
        )
        return None if text is None else encoding.load(text)

    def set_setting(self, annotator_id: AnnotatorId, name: str, value: object) -> None:
        """Remember a JSON value under a name."""
        with self._db.transaction(durable=False):
            self._db.raw.execute(
                _SET_SETTING,
                (annotator_id, name, encoding.dump(value)),
            )
