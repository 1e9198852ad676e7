"""Making a project of what was salvaged: what does not fit is taken out and named."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path

from sqlalchemy import ForeignKeyConstraint, Table

from annotator.domain.annotations import Decision, now
from annotator.domain.documents import Status
from annotator.domain.errors import InputError
from annotator.domain.ids import DocumentId, new_id
from annotator.domain.progress import Progress
from annotator.domain.records import Problem
from annotator.domain.schema_toml import parse_schema
from annotator.domain.text import document_id, excerpt
from annotator.domain.wording import noop, tr, trn
from annotator.storage import encoding
from annotator.storage.check import (
    HELD,
    READ_FRAGMENTS,
    is_ordered,
    is_readable_step,
    tokens_problems,
)
from annotator.storage.database import Database, insert_into
from annotator.storage.tables import metadata

_RECOVERED = "recovered"


def mend(
    database: Database,
    source: Path,
    schema_toml: str,
    lost: list[Problem],
    progress: Progress,
) -> None:
    """Take out of a file whatever ``check`` would find fault with.

    Args:
        database: The new file, filled from a damaged one.
        source: The damaged one; named in messages.
        schema_toml: For a file that has lost its own.
        lost: Gets a sentence for each thing that is taken out.
        progress: In documents.
    """
    mending = _Mending(database, source, lost, progress)
    with database.transaction(durable=True):
        mending.project(schema_toml)
        mending.owners()
        mending.values()
        mending.documents()
        mending.loose_ends()
        mending.history()
        mending.stamps()
        mending.index()
    database.raw.execute("PRAGMA foreign_keys = ON")


class _Mending:
    def __init__(
        self,
        database: Database,
        source: Path,
        lost: list[Problem],
        progress: Progress,
    ) -> None:
        self._db = database
        self._run = database.raw.execute
        self._source = source
        self._lost = lost
        self._progress = progress

    def _lose(self, where: str, reason: str) -> None:
        self._lost.append(Problem(where, reason))

    def project(self, schema_toml: str) -> None:
        """Make sure that there is one row that says what project it is."""
        if self._db.value("SELECT count(*) FROM project") == 0:
            moment = now()
            row = (new_id(), self._source.stem, moment, "", schema_toml, "", moment, 1)
            self._run(insert_into("project"), row)
            self._lose(
                self._source.name,
                tr(
                    "It has lost its schema and its id, so it has the schema of new"
                    " projects, and no handout of it can be merged any more."
                ),
            )
            return
        try:
            parse_schema(str(self._db.value("SELECT schema_toml FROM project")))
        except InputError:
            self._run("UPDATE project SET schema_toml = ?", (schema_toml,))
            self._lose(
                self._source.name,
                tr("Its schema is damaged, so it has the schema of new projects."),
            )

    def owners(self) -> None:
        """Make the people and layers that annotations belong to."""
        for (identity,) in self._db.rows(
            "SELECT DISTINCT annotator_id FROM annotations"
            " WHERE annotator_id NOT IN (SELECT id FROM annotators)"
        ):
            name = f"{_RECOVERED}-{identity[:8]}"
            columns = ("id", "name", "retired", "lead")
            self._run(insert_into("annotators", columns), (identity, name, 0, 0))
            self._lose(
                self._source.name,
                tr(
                    "The name of an annotator is lost; it is {name} now, rename it.",
                    name=name,
                ),
            )
        self._run(
            "INSERT OR IGNORE INTO layers (document_id, annotator_id, status, changed)"
            " SELECT DISTINCT document_id, annotator_id, 'in_progress', ''"
            " FROM annotations"
        )

    def documents(self) -> None:
        """Keep the documents whose text is there; look at all that is on them."""
        self._titles()
        rows = self._db.rows("SELECT id, title FROM documents ORDER BY position")
        for done, (identity, title) in enumerate(rows):
            self._progress.step(done, len(rows))
            text = self._db.value(
                "SELECT text FROM document_texts WHERE document_id = ?", (identity,)
            )
            where = tr("document {title}", title=title or identity)
            if text is None:
                self._lose(
                    where, tr("Its text is lost, and with it what was marked there.")
                )
                self._run("DELETE FROM documents WHERE id = ?", (identity,))
                continue
            kept = self._renamed(where, identity, text)
            self._annotations(where, kept, text)
            self._small_things(kept, len(text))

    def _titles(self) -> None:
        """Make a row for every text whose document's row is lost."""
        for identity, text in self._db.rows(
            "SELECT document_id, text FROM document_texts"
            " WHERE document_id NOT IN (SELECT id FROM documents)"
        ):
            title = text.strip().partition("\n")[0][:120]
            position = self._db.value(
                "SELECT coalesce(max(position), 0) + 1 FROM documents"
            )
            columns = ("id", "position", "length", "title", "source", "date", "url")
            self._run(
                insert_into("documents", (*columns, "meta")),
                (identity, position, len(text), title, "", "", "", "{}"),
            )
            self._lose(
                tr("document {title}", title=title),
                tr("Its title, source and date are lost; its first line is its title."),
            )

    def _renamed(self, where: str, identity: DocumentId, text: str) -> DocumentId:
        """Give a text that has changed the id it must have, all over the file."""
        right = document_id(text)
        self._run("UPDATE documents SET length = ? WHERE id = ?", (len(text), identity))
        if right == identity:
            return identity
        self._lose(where, tr("Its text is damaged; it is now a document of its own."))
        for one in metadata.sorted_tables:
            if "document_id" in one.columns:
                self._run(
                    f"UPDATE OR IGNORE {one.name} SET document_id = ?"  # noqa: S608
                    " WHERE document_id = ?",
                    (right, identity),
                )
        self._run(
            "UPDATE OR IGNORE documents SET id = ? WHERE id = ?", (right, identity)
        )
        return right

    def _annotations(self, where: str, identity: DocumentId, text: str) -> None:
        rows = self._db.rows(READ_FRAGMENTS, (identity,))
        for annotation_id, found in groupby(rows, key=lambda row: row[0]):
            group = list(found)
            who, kind, label = group[0][1:4]
            fragments = [row[7:] for row in group if row[7] is not None]
            surface = " … ".join(f[3] for f in fragments)
            whole = bool(fragments) and is_ordered(fragments)
            shown = excerpt(surface, 0, len(surface)) if surface else ""
            if whole and all(text[f[1] : f[2]] == f[3] for f in fragments):
                if self._span(annotation_id, fragments) != group[0][4:7]:
                    self._lose(
                        where,
                        tr(
                            "A part of the {kind} {label} “{shown}” of {who} is lost.",
                            kind=kind,
                            label=label,
                            shown=shown,
                            who=who,
                        ),
                    )
                continue
            self._lose(
                where,
                tr(
                    "The {kind} {label} “{shown}” of {who} is lost.",
                    kind=kind,
                    label=label,
                    shown=shown,
                    who=who,
                ),
            )
            for name, column in (("fragments", "annotation_id"), ("annotations", "id")):
                self._run(
                    f"DELETE FROM {name} WHERE {column} = ?",  # noqa: S608
                    (annotation_id,),
                )

    def _span(
        self, annotation_id: str, fragments: list[tuple[str, int, int, str]]
    ) -> tuple[int, int, str]:
        """Let an annotation span its parts; return from where to where, and its role.

        That it spanned others before tells that some are lost.
        """
        start, end = min(f[1] for f in fragments), max(f[2] for f in fragments)
        role = fragments[0][0] if len(fragments) == 1 else ""
        self._run(
            'UPDATE annotations SET start = ?, "end" = ?, sole_role = ? WHERE id = ?',
            (start, end, role, annotation_id),
        )
        return start, end, role

    def _small_things(self, identity: DocumentId, length: int) -> None:
        """Take out what can be made again, or is a remark: no sentence for each."""
        if any(tokens_problems(self._db, "", identity, length)):
            self._run("DELETE FROM tokens WHERE document_id = ?", (identity,))
        for suggestion_id, parts in self._db.rows(
            "SELECT id, parts FROM suggestions WHERE document_id = ?", (identity,)
        ):
            if not _fits(parts, length):
                self._run("DELETE FROM suggestions WHERE id = ?", (suggestion_id,))
        for name in ("comments", "zones"):
            self._run(
                f'DELETE FROM {name} WHERE document_id = ? AND "end" > ?',  # noqa: S608
                (identity, length),
            )

    def values(self) -> None:
        """Take out values that cannot be what they are for."""
        for name, column in _JSON:
            self._run(
                f"UPDATE {name} SET {column} = '{{}}'"  # noqa: S608
                f" WHERE NOT json_valid({column})"
            )
        for statement in _UNREADABLE:
            self._run(statement)
        for name, column, known, otherwise in _CHOICES:
            marks = ", ".join("?" * len(known))
            self._run(
                f"UPDATE {name} SET {column} = ?"  # noqa: S608
                f" WHERE {column} NOT IN ({marks})",
                (otherwise, *known),
            )

    def loose_ends(self) -> None:
        """Delete rows that refer to what is not there, those they belong to first."""
        for one in metadata.sorted_tables:
            for key in one.foreign_key_constraints:
                gone = self._run(_loose(one, key)).rowcount
                if gone and one.name in _WORTH_SAYING:
                    self._lose(
                        self._source.name,
                        tr(
                            "{gone} {things} belonged to something that is lost.",
                            gone=gone,
                            things=tr(_WORTH_SAYING[one.name]),
                        ),
                    )

    def history(self) -> None:
        """Take out the steps that cannot be read: they can no longer be undone."""
        unreadable = [
            seq
            for seq, forward, inverse in self._db.rows(
                "SELECT seq, forward, inverse FROM operations"
            )
            if not is_readable_step(forward, inverse)
        ]
        for seq in unreadable:
            self._run("DELETE FROM operations WHERE seq = ?", (seq,))
        if unreadable:
            self._lose(
                self._source.name,
                trn(
                    "{n} step of the history is lost; it can no longer be undone.",
                    "{n} steps of the history are lost; they can no longer be undone.",
                    len(unreadable),
                ),
            )

    def stamps(self) -> None:
        """Take out stamps that say another thing than the tables."""
        self._run("DELETE FROM time_spent WHERE NOT seconds >= 0")
        for kind, held in HELD.items():
            self._run(
                f"DELETE FROM stamps AS s WHERE s.kind = ?"  # noqa: S608
                f" AND s.payload = '' AND EXISTS ({held}) = s.removed",
                (kind,),
            )

    def index(self) -> None:
        """Make the search index anew."""
        self._run("INSERT INTO document_search (document_search) VALUES ('rebuild')")


_JSON = (("annotations", "attributes"), ("documents", "meta"))
_UNREADABLE = (
    "DELETE FROM suggestions WHERE NOT json_valid(parts) OR NOT json_valid(attributes)",
    "DELETE FROM places WHERE NOT json_valid(place)",
    "DELETE FROM settings WHERE NOT json_valid(value)",
    "DELETE FROM settlements WHERE NOT json_valid(sources)",
    "DELETE FROM bin WHERE time = ''",
)
_CHOICES = (
    ("layers", "status", tuple(Status), Status.IN_PROGRESS),
    ("verdicts", "decision", tuple(Decision), Decision.REJECTED),
)
_WORTH_SAYING = {
    "annotations": noop("annotations"),
    "links": noop("links"),
    "verdicts": noop("verdicts"),
    "comments": noop("comments"),
    "operations": noop("steps of the history"),
}


def _loose(one: Table, key: ForeignKeyConstraint) -> str:
    """Return the statement that deletes the rows whose reference is broken."""
    target = key.referred_table.name
    same = " AND ".join(
        f't."{there.column.name}" = {one.name}."{here}"'
        for here, there in zip(key.column_keys, key.elements, strict=True)
    )
    return (
        f"DELETE FROM {one.name} WHERE NOT EXISTS"  # noqa: S608 - our own tables
        f" (SELECT 1 FROM {target} AS t WHERE {same})"
    )


def _fits(parts: str, length: int) -> bool:
    try:
        roles = encoding.load_parts(encoding.load(parts))
        fragments = [f for spans in roles.values() for f in spans]
    except (ValueError, TypeError):
        return False
    return bool(fragments) and all(0 <= s < e <= length for s, e in fragments)
