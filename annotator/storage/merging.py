"""Merging another file of the same project into this one; see ``lastly``."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from annotator.domain.annotations import Annotation, Link, Verdict
from annotator.domain.documents import Status
from annotator.domain.errors import InputError
from annotator.domain.ids import AnnotatorId, DocumentId
from annotator.domain.layers import Layer, LayerChange
from annotator.domain.progress import Progress
from annotator.domain.settling import Settlement
from annotator.domain.wording import tr
from annotator.storage import encoding
from annotator.storage.database import Database, Row, insert_into
from annotator.storage.documents import Documents
from annotator.storage.lastly import (
    Entries,
    Entry,
    dangling,
    in_order,
    winners,
)
from annotator.storage.layers import ENSURE_LAYER, LayerKey, Layers
from annotator.storage.merging_documents import merge_document
from annotator.storage.merging_history import merge_history
from annotator.storage.stamps import (
    ANNOTATION,
    LINK,
    OPERATION,
    PUT_STAMP,
    SETTLEMENT,
    STATUS,
    VERDICT,
)
from annotator.storage.suggestions import INSERT_SUGGESTION
from annotator.storage.tables import table

_READ_STAMPS = """
SELECT kind, item, stamp, removed, payload FROM stamps
WHERE document_id = ? AND annotator_id = ?"""

_SUGGESTION_COLUMNS = ", ".join(column.name for column in table("suggestions").columns)
_READ_SUGGESTION = f"SELECT {_SUGGESTION_COLUMNS} FROM suggestions WHERE id = ?"  # noqa: S608

_PUT_TIME = insert_into("time_spent") + (
    " ON CONFLICT (annotator_id, document_id, sitting) DO UPDATE"
    " SET seconds = excluded.seconds WHERE excluded.seconds > time_spent.seconds"
)


@dataclass(slots=True)
class Merged:
    """What a merge brought in.

    Attributes:
        documents: Whose layers are others now.
        added: Annotations that were not there.
        changed: Annotations that are others now.
        removed: Annotations that are gone.
        steps: Steps of the history that are new, undone or done again.
        rest: Verdicts, links, states, comments, settlements and times.
        labels: ``(kind, label, roles)`` of what came in.
        unknown: Documents of the file that this project does not have.
        others: Layers of others in a handout: they were left out.
        twice: Documents that were worked on in two copies at the same time.
    """

    documents: set[DocumentId] = field(default_factory=set)
    added: int = 0
    changed: int = 0
    removed: int = 0
    steps: int = 0
    rest: int = 0
    labels: set[tuple[str, str, tuple[str, ...]]] = field(default_factory=set)
    unknown: list[DocumentId] = field(default_factory=list)
    others: int = 0
    twice: set[DocumentId] = field(default_factory=set)

    @property
    def is_something(self) -> bool:
        """Whether the project is another now."""
        return bool(self.documents or self.steps or self.rest)


class Merger:
    """Brings *other* into a file; the caller has opened the transaction."""

    def __init__(self, database: Database, other: Database) -> None:
        self._db = database
        self._other = other
        self._mine = Layers(database, Documents(database))
        self._theirs = Layers(other, Documents(other))
        self.merged = Merged()

    def run(self, progress: Progress) -> Merged:
        """Merge all of the other file.

        Raises:
            InputError: The files do not go together; the transaction is to be
                taken back.
            CancelledError: Somebody asked for a stop; likewise.
        """
        people = self._people()
        known = {row[0] for row in self._db.rows("SELECT id FROM documents")}
        documents = [
            row[0]
            for row in self._other.rows("SELECT id FROM documents ORDER BY position")
        ]
        self.merged.unknown = [d for d in documents if d not in known]
        keys = self._keys(people, known)
        for number, key in enumerate(keys):
            progress.step(number, len(keys))
            self._layer(key)
        progress.step(len(keys), len(keys))
        for document_id in documents:
            if document_id in known:
                changed = merge_document(self._db, self._other, document_id)
                if changed:
                    self.merged.documents.add(document_id)
                self.merged.rest += changed
        self._time(people, known)
        for annotator_id in sorted(people):
            steps, twice = merge_history(self._db, self._other, annotator_id, known)
            self.merged.steps += steps
            self.merged.twice |= twice
        return self.merged

    # -- whose work comes in -----------------------------------------------

    def _people(self) -> set[AnnotatorId]:
        """Return whose layers are taken: all, or of a handout its annotator's."""
        owner = self._other.value("SELECT handout_for FROM project")
        rows = self._other.rows(
            """SELECT id, name FROM annotators WHERE id IN (
            SELECT annotator_id FROM layers UNION SELECT annotator_id FROM time_spent
            UNION SELECT author_id FROM comments)"""
        )
        for identity, name in rows:
            if not owner or identity == owner:
                self._admit(identity, name)
        if not owner:
            return {identity for identity, _ in rows}
        sql = "SELECT count(*) FROM layers WHERE annotator_id <> ?"
        self.merged.others = int(self._other.value(sql, (owner,)))
        return {owner}

    def _admit(self, annotator_id: AnnotatorId, name: str) -> None:
        found = self._db.rows(
            "SELECT id FROM annotators WHERE id = ? OR name = ?", (annotator_id, name)
        )
        ids = {row[0] for row in found}
        if annotator_id in ids:
            return
        if ids:
            raise InputError(
                tr(
                    "The file has work of another {name} than the project; rename"
                    " one of the two first.",
                    name=name,
                )
            )
        sql = insert_into("annotators")
        self._db.raw.execute(sql, (annotator_id, name, False, False))

    def _keys(self, people: set[AnnotatorId], known: set[DocumentId]) -> list[LayerKey]:
        rows = self._other.rows(
            """SELECT y.document_id, y.annotator_id FROM layers AS y
            JOIN documents AS d ON d.id = y.document_id
            ORDER BY d.position, y.annotator_id"""
        )
        return [(d, a) for d, a in rows if a in people and d in known]

    # -- one layer ---------------------------------------------------------

    def _layer(self, key: LayerKey) -> None:
        held = self._mine.layer(*key)
        mine = _entries(self._db, held)
        theirs = _entries(self._other, self._theirs.layer(*key))
        won = winners(mine, theirs)
        if not won:
            return
        merged = mine | won
        hidden = dangling(merged)
        change = _change(held, merged, won, hidden)
        self._db.raw.execute(ENSURE_LAYER, (*key, Status.TODO.value))
        self._suggestions(change.put_verdicts)
        self._mine.write(change)
        self._stamp(key, held, merged, won, hidden)
        self._note(held, won)
        self.merged.documents.add(key[0])

    def _suggestions(self, verdicts: Iterable[Verdict]) -> None:
        """Take along what the annotator decided on, for the pipeline's score."""
        for verdict in verdicts:
            row = self._other.row(_READ_SUGGESTION, (verdict.suggestion_id,))
            if row is not None:
                self._db.raw.execute(INSERT_SUGGESTION, row)

    def _stamp(
        self,
        key: LayerKey,
        held: Layer,
        merged: Entries,
        won: Entries,
        hidden: set[str],
    ) -> None:
        rows: list[Row] = []
        for (kind, item), entry in merged.items():
            payload = ""
            moved = late = (kind, item) in won
            if kind == LINK and isinstance(entry.value, Link):
                moved |= (item in hidden) == (item in held.links)
                payload = encoding.dump(_link_columns(entry.value))
                payload = payload if item in hidden else ""
            removed = entry.value is None
            if moved and (entry.stamp or payload or not late):
                rows.append((*key, kind, item, entry.stamp, removed, payload))
        self._db.raw.executemany(PUT_STAMP, rows)
        theirs = self._other.value(_CHANGED, key) or ""
        self._db.raw.execute(
            "UPDATE layers SET changed = max(changed, ?)"
            " WHERE document_id = ? AND annotator_id = ?",
            (theirs, *key),
        )

    def _note(self, held: Layer, won: Entries) -> None:
        merged = self.merged
        for (kind, item), entry in won.items():
            if kind != ANNOTATION:
                merged.rest += 1
            elif isinstance(entry.value, Annotation):
                value = entry.value
                merged.labels.add((value.kind, value.label, tuple(value.parts)))
                merged.changed += item in held.annotations
                merged.added += item not in held.annotations
            else:
                merged.removed += item in held.annotations

    # -- what is in no layer -----------------------------------------------

    def _time(self, people: set[AnnotatorId], known: set[DocumentId]) -> None:
        before = self._db.raw.total_changes
        rows = self._other.rows(
            "SELECT annotator_id, document_id, sitting, seconds, started"
            " FROM time_spent"
        )
        rows = [row for row in rows if row[0] in people and row[1] in known]
        self._db.raw.executemany(_PUT_TIME, rows)
        self.merged.rest += self._db.raw.total_changes - before


_CHANGED = "SELECT changed FROM layers WHERE document_id = ? AND annotator_id = ?"


def _entries(database: Database, layer: Layer) -> Entries:
    """Return what a file knows of a layer; nothing where it has none."""
    key = (layer.document_id, layer.annotator_id)
    if database.row(_CHANGED, key) is None:
        return {}
    stamps: dict[tuple[str, str], str] = {}
    entries: Entries = {}
    for kind, item, stamp, removed, payload in database.rows(_READ_STAMPS, key):
        stamps[kind, item] = stamp
        if payload:
            entries[kind, item] = Entry(stamp, Link(*encoding.load(payload)))
        elif removed and kind != OPERATION:
            entries[kind, item] = Entry(stamp, None)
    for kind, values in (
        (ANNOTATION, layer.annotations),
        (LINK, layer.links),
        (VERDICT, layer.verdicts),
        (SETTLEMENT, layer.settlements),
    ):
        for item, value in values.items():
            entries[kind, item] = Entry(stamps.get((kind, item), ""), value)
    entries[STATUS, ""] = Entry(stamps.get((STATUS, ""), ""), layer.status)
    return entries


def _change(
    held: Layer, merged: Entries, won: Entries, hidden: set[str]
) -> LayerChange:
    """Return what leads from the layer as it is held to the merged one."""
    marks = [e.value for e in merged.values() if isinstance(e.value, Annotation)]
    fresh = {item for (kind, item), e in won.items() if kind == ANNOTATION and e.value}
    put = in_order(marks, fresh)
    gone = [i for i in held.annotations if merged[ANNOTATION, i].value is None]
    links = {
        e.value.id: e.value
        for e in merged.values()
        if isinstance(e.value, Link) and e.value.id not in hidden
    }
    status = won.get((STATUS, ""))
    return LayerChange(
        held.document_id,
        held.annotator_id,
        put=tuple(put),
        # What is put anew gets its place in the order of rows anew.
        removed=(*gone, *(a.id for a in put if a.id in held.annotations)),
        put_links=tuple(k for k in links.values() if held.links.get(k.id) != k),
        removed_links=tuple(i for i in held.links if i not in links),
        put_verdicts=tuple(
            e.value for e in won.values() if isinstance(e.value, Verdict)
        ),
        removed_verdicts=tuple(
            i for i in held.verdicts if merged[VERDICT, i].value is None
        ),
        status=status.value if status and isinstance(status.value, Status) else None,
        put_settlements=tuple(
            e.value for e in won.values() if isinstance(e.value, Settlement)
        ),
        removed_settlements=tuple(
            i for i in held.settlements if merged[SETTLEMENT, i].value is None
        ),
    )


def _link_columns(link: Link) -> list[str]:
    return [link.id, link.label, link.source, link.target]
