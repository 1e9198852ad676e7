"""Bulk import: many documents and layers in one transaction, in large batches."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from annotator.domain.annotations import Annotation, Link, Suggestion
from annotator.domain.collector import collector_paused
from annotator.domain.documents import LANGUAGE_SOUGHT, Annotator, Status
from annotator.domain.errors import InputError
from annotator.domain.ids import AnnotationId, AnnotatorId, DocumentId
from annotator.domain.records import Record
from annotator.domain.wording import tr
from annotator.domain.zones import Zone
from annotator.storage import encoding, search
from annotator.storage.bin import BinShelf
from annotator.storage.database import (
    Database,
    Row,
    insert_into,
)
from annotator.storage.layers import (
    PUT_FRAGMENT,
    LayerKey,
    annotation_row,
    fragment_rows,
)
from annotator.storage.people import People, ProjectRecord
from annotator.storage.stamps import ANNOTATION, BIN, LINK, PUT_STAMP, Stamps
from annotator.storage.suggestions import INSERT_SUGGESTION, suggestion_row
from annotator.storage.survey import PUT_ZONE, SurveyShelf, zone_row
from annotator.storage.tokens import INSERT_TOKENS

FLUSH_ROWS = 16_384
"""How many rows wait in memory before they are written."""

# An import never takes back what the annotator has said of a document.
_PUT_LAYER = insert_into("layers", ("document_id", "annotator_id", "status")) + (
    " ON CONFLICT (document_id, annotator_id) DO UPDATE SET status = excluded.status"
    " WHERE layers.status = 'todo'"
)

# In this order, and every statement only once a flush.
_STATEMENTS = {
    "documents": insert_into("documents"),
    "texts": insert_into("document_texts"),
    "search": search.INSERT,
    "tokens": INSERT_TOKENS,
    "zones": PUT_ZONE,
    "layers": _PUT_LAYER,
    "annotations": insert_into("annotations"),
    "fragments": PUT_FRAGMENT,
    "links": insert_into("links") + " ON CONFLICT (id) DO NOTHING",
    "suggestions": INSERT_SUGGESTION,
}

_PUT_AGAIN = """
UPDATE stamps SET stamp = ?, removed = 0
WHERE document_id = ? AND annotator_id = ? AND kind = ? AND item = ? AND removed = 1"""

_TAKEN = """
SELECT id, document_id, annotator_id FROM annotations
WHERE id IN (SELECT value FROM json_each(?))"""


class Bulk:
    """Adds to a project inside of one transaction; see ``Store.bulk``.

    A method that raises ``InputError`` has added nothing of its record, and the
    import may go on without it.
    """

    def __init__(
        self, database: Database, people: People, project: ProjectRecord
    ) -> None:
        self._db = database
        self._people = people
        self._project = project
        self._rows: dict[str, list[Row]] = {name: [] for name in _STATEMENTS}
        self._waiting = 0
        self._survey = SurveyShelf(database)
        self._bin = BinShelf(database)
        self._binned = {one.id for one in self._bin.list()}
        self._new_documents: set[DocumentId] = set()
        self._new_annotations: dict[AnnotationId, LayerKey] = {}
        removed = database.value("SELECT 1 FROM stamps WHERE removed = 1 LIMIT 1")
        self._some_removed = removed is not None
        self._stamp = Stamps(database).next()
        top = database.value("SELECT max(position) FROM documents")
        self._position = 0 if top is None else int(top) + 1

    def annotator(self, name: str) -> Annotator:
        """Return the annotator of that name, made at first need."""
        return self._people.ensure(name)

    def people(self) -> dict[str, AnnotatorId]:
        """Return the id of everybody by name."""
        return dict(self._db.rows("SELECT name, id FROM annotators"))

    def has_document(self, document_id: DocumentId) -> bool:
        """Return whether a document is there, or waits to be written."""
        return document_id in self._new_documents or self._is_stored(document_id)

    def set_schema_toml(self, text: str) -> None:
        """Replace the project's schema."""
        self._project.write_schema(text)

    def add_document(self, record: Record) -> bool:
        """Add a document; False if its text is already there.

        Tokens and zones that came along are kept if the document is new.

        Raises:
            InputError: A zone is outside of the text.
        """
        document_id, details = record.document_id, record.details
        if self.has_document(document_id):
            return False
        rows, text = self._rows, record.text
        zones = [_zone_row(zone, record) for zone in record.zones or ()]
        meta = encoding.dump_mapping(details.meta)
        rows["documents"].append(
            (
                document_id,
                self._position,
                len(text),
                details.title,
                details.source,
                details.date,
                details.url,
                meta,
                details.language,
                0 if record.zones is None else LANGUAGE_SOUGHT,
            )
        )
        rows["zones"] += zones
        rows["texts"].append((document_id, text))
        rows["search"].append((self._position, details.title, text))
        if record.tokens is not None:
            packed = encoding.pack_tokens(record.tokens)
            rows["tokens"].append((document_id, *packed))
        self._position += 1
        self._new_documents.add(document_id)
        self._count(4 + len(zones))
        return True

    def take_out(self, document_id: DocumentId) -> bool:
        """Take a document out of the bin; False if it is not in there."""
        if document_id not in self._binned:
            return False
        self._binned.remove(document_id)
        self._bin.put(document_id, "", AnnotatorId(""))
        stamp = (document_id, "", BIN, "", self._stamp, False, "")
        self._db.raw.execute(PUT_STAMP, stamp)
        return True

    def add_layer(
        self,
        record: Record,
        annotator_id: AnnotatorId,
        annotations: Sequence[Annotation],
        links: Sequence[Link],
        status: Status,
    ) -> int:
        """Add what a layer lacks; return how many annotations were new.

        Annotations and links whose id the project has are left alone, and so is the
        status of a layer that somebody has worked on.

        Raises:
            InputError: An annotation is outside of the text, or a link names one
                that is not in the layer.
        """
        key = (record.document_id, annotator_id)
        owners = self._owners([a.id for a in annotations])
        fresh: list[Annotation] = []
        for annotation in annotations:
            if annotation.id not in owners:
                owners[annotation.id] = key
                fresh.append(annotation)
        text, length = record.text, len(record.text)
        rows = [annotation_row(a, key, length) for a in fresh]
        link_rows = [
            (k.id, *key, k.label, k.source, k.target)
            for k in links
            if self._is_inside(k, key, owners)
        ]
        self._rows["layers"].append((*key, status.value))
        self._rows["annotations"] += rows
        fragments = self._rows["fragments"]
        before = len(fragments)
        for annotation in fresh:
            fragments.extend(fragment_rows(annotation, text))
        self._rows["links"] += link_rows
        self._new_annotations.update((a.id, key) for a in fresh)
        self._count(1 + len(rows) + len(fragments) - before + len(link_rows))
        return len(fresh)

    def add_suggestions(
        self,
        record: Record,
        pipeline: str,
        version: str,
        suggestions: Sequence[Suggestion],
    ) -> int:
        """Add suggestions; return how many were new.

        Raises:
            InputError: One is outside of the text.
        """
        length = len(record.text)
        rows = [suggestion_row(s, length) for s in suggestions]
        rows = [(*row[:2], pipeline, version, *row[4:]) for row in rows]
        self.flush()
        before = self._suggestion_count(record.document_id)
        self._db.raw.executemany(INSERT_SUGGESTION, rows)
        if self._survey.has_zones(record.document_id):
            self._survey.hide(record.document_id)
        return self._suggestion_count(record.document_id) - before

    def flush(self) -> None:
        """Write what waits; nothing is committed by it."""
        with collector_paused():
            self._put_again()
            for name, statement in _STATEMENTS.items():
                if self._rows[name]:
                    self._db.raw.executemany(statement, self._rows[name])
                    self._rows[name].clear()
        self._waiting = 0
        self._new_documents.clear()
        self._new_annotations.clear()

    def _put_again(self) -> None:
        """Stamp what somebody had removed and the file brings back."""
        if not self._some_removed:
            return
        rows = [
            (self._stamp, row[1], row[2], kind, row[0])
            for kind, name in ((ANNOTATION, "annotations"), (LINK, "links"))
            for row in self._rows[name]
        ]
        self._db.raw.executemany(_PUT_AGAIN, rows)

    def _count(self, rows: int) -> None:
        self._waiting += rows
        if self._waiting >= FLUSH_ROWS:
            self.flush()

    def _is_stored(self, document_id: DocumentId) -> bool:
        sql = "SELECT 1 FROM documents WHERE id = ?"
        return self._db.row(sql, (document_id,)) is not None

    def _suggestion_count(self, document_id: DocumentId) -> int:
        sql = "SELECT count(*) FROM suggestions WHERE document_id = ?"
        return int(self._db.value(sql, (document_id,)))

    def _owners(self, ids: Iterable[AnnotationId]) -> dict[AnnotationId, LayerKey]:
        """Return the layers of those annotations that the project already has."""
        asked = list(ids)
        owners = {
            annotation_id: (document_id, annotator_id)
            for annotation_id, document_id, annotator_id in self._db.rows(
                _TAKEN, (encoding.dump(asked),)
            )
        }
        waiting = self._new_annotations
        owners.update((i, waiting[i]) for i in asked if i in waiting)
        return owners

    def _is_inside(
        self, link: Link, key: LayerKey, owners: dict[AnnotationId, LayerKey]
    ) -> bool:
        """Return whether both ends are in this layer, and not left alone in another."""
        ends = (link.source, link.target)
        owners = owners | self._owners(end for end in ends if end not in owners)
        for end in ends:
            if end not in owners:
                raise InputError(
                    tr(
                        "A link “{label}” names an annotation ({annotation}) that the"
                        " file does not have.",
                        label=link.label,
                        annotation=end,
                    )
                )
        return all(owners[end] == key for end in ends)


def _zone_row(zone: Zone, record: Record) -> Row:
    if not 0 <= zone.start < zone.end <= len(record.text):
        raise InputError(
            tr(
                "A zone at {start}-{end} is outside of its text, which has"
                " {length} characters.",
                start=zone.start,
                end=zone.end,
                length=len(record.text),
            )
        )
    return zone_row(zone, record.document_id)
