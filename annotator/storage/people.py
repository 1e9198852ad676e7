"""The project itself, its people, and what the window remembers for them."""

from __future__ import annotations

from typing import Any

from annotator.domain.annotations import now
from annotator.domain.documents import Annotator
from annotator.domain.errors import InputError
from annotator.domain.ids import AnnotatorId, DocumentId, derived_id
from annotator.domain.wording import tr
from annotator.storage import encoding
from annotator.storage.bin import kept
from annotator.storage.database import Database, Row, insert_into
from annotator.storage.rows import FormerSchema, StoredProject

_INSERT_ANNOTATOR = insert_into("annotators")
_READ_ANNOTATORS = "SELECT id, name, retired, lead FROM annotators"
_SET_PLACE = insert_into("places") + (
    " ON CONFLICT (annotator_id, document_id) DO UPDATE SET place = excluded.place"
)
_SET_SETTING = insert_into("settings") + (
    " ON CONFLICT (annotator_id, name) DO UPDATE SET value = excluded.value"
)


_KEEP_SCHEMA = """
INSERT OR REPLACE INTO former_schemas (version, toml, since)
SELECT schema_version, schema_toml, schema_changed FROM project
WHERE schema_toml <> ?"""


class ProjectRecord:
    """The one row about the project."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def info(self) -> StoredProject:
        """Return what the file says of itself."""
        rows = self._db.rows(
            "SELECT id, name, created, (SELECT version_num FROM alembic_version),"
            " pipeline, handout_for, schema_version, schema_changed FROM project"
        )
        identity, name, created, version, *rest = rows[0]
        return StoredProject(identity, name, created, int(version), *rest)

    def pulse(self) -> tuple[object, ...]:
        """Return what differs whenever layers, documents, people or schema do."""
        return self._db.rows(
            "SELECT schema_version, schema_changed,"
            " (SELECT max(changed) FROM layers),"
            " (SELECT max(position) FROM documents),"
            " (SELECT count(*) FROM bin),"
            " (SELECT group_concat(name || retired || lead, char(10))"
            " FROM annotators) FROM project"
        )[0]

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
        """Replace the schema; the caller has opened the transaction.

        The one that it replaces is kept among the former ones.
        """
        self._db.raw.execute(_KEEP_SCHEMA, (text,))
        self._db.raw.execute(
            "UPDATE project SET schema_toml = ?1, schema_changed = ?2,"
            " schema_version = schema_version + 1 WHERE schema_toml <> ?1",
            (text, now()),
        )

    def former_schemas(self) -> list[FormerSchema]:
        """Return the schemas that the project had before, the newest first."""
        rows = self._db.rows(
            "SELECT version, toml, since FROM former_schemas ORDER BY version DESC"
        )
        return [FormerSchema(*row) for row in rows]


class People:
    """The annotators, and where each of them was."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def all(self) -> list[Annotator]:
        """Return everybody in order of arrival. SQLite only: rowid."""
        rows = self._db.rows(f"{_READ_ANNOTATORS} ORDER BY rowid")
        return [_to_annotator(row) for row in rows]

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
            known = Annotator(self._free_id(name), name)
            values = (known.id, known.name, False, False)
            self._db.raw.execute(_INSERT_ANNOTATOR, values)
        return known

    def rename(self, annotator_id: AnnotatorId, name: str) -> None:
        """Give an annotator another name; the id and the work stay.

        Raises:
            InputError: Somebody else has that name.
        """
        with self._db.transaction(durable=True):
            other = self._find(name)
            if other is not None and other.id != annotator_id:
                raise InputError(
                    tr("There is another annotator named {name}.", name=name)
                )
            self._set(annotator_id, "name", name)

    def retire(self, annotator_id: AnnotatorId, *, retired: bool) -> None:
        """Let an annotator go, or come back."""
        with self._db.transaction(durable=True):
            self._set(annotator_id, "retired", retired)

    def set_lead(self, annotator_id: AnnotatorId, *, lead: bool) -> None:
        """Make somebody a lead of the project, or no longer."""
        with self._db.transaction(durable=True):
            self._set(annotator_id, "lead", lead)

    def _set(self, annotator_id: AnnotatorId, column: str, value: object) -> None:
        done = self._db.raw.execute(
            f"UPDATE annotators SET {column} = ? WHERE id = ?",  # noqa: S608
            (value, annotator_id),
        )
        if done.rowcount != 1:
            raise InputError(
                tr(
                    "There is no annotator with the id {identity}.",
                    identity=annotator_id,
                )
            )

    def _free_id(self, name: str) -> AnnotatorId:
        """Return the id of a name; another one if somebody renamed has it still."""
        identity, again = derived_id("annotator", name), 1
        while self._db.row("SELECT 1 FROM annotators WHERE id = ?", (identity,)):
            again += 1
            identity = derived_id("annotator", name, str(again))
        return AnnotatorId(identity)

    def _find(self, name: str) -> Annotator | None:
        row = self._db.row(f"{_READ_ANNOTATORS} WHERE name = ?", (name,))
        return None if row is None else _to_annotator(row)

    def annotation_counts(self) -> dict[AnnotatorId, list[tuple[str, str, int]]]:
        """Return for each annotator how many there are of each kind and label."""
        counts: dict[AnnotatorId, list[tuple[str, str, int]]] = {}
        for annotator_id, kind, label, number in self._db.rows(
            "SELECT annotator_id, kind, label, count(*) FROM annotations"  # noqa: S608
            f" WHERE {kept('document_id')}"
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


def _to_annotator(row: Row) -> Annotator:
    identity, name, retired, lead = row
    return Annotator(identity, name, retired=bool(retired), lead=bool(lead))
