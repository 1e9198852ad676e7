"""Layers: read whole, changed by ``LayerChange``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TypeVar

from annotator.domain.annotations import (
    Annotation,
    Decision,
    Link,
    Parts,
    Verdict,
    extent,
    iter_fragments,
)
from annotator.domain.collector import collector_paused
from annotator.domain.documents import Document, Status
from annotator.domain.errors import InputError
from annotator.domain.ids import (
    AnnotationId,
    AnnotatorId,
    DocumentId,
    LinkId,
    SuggestionId,
)
from annotator.domain.layers import Layer, LayerChange
from annotator.domain.tokens import Tokens
from annotator.domain.wording import tr
from annotator.storage import encoding
from annotator.storage.bin import BinShelf, kept
from annotator.storage.build import to_annotations
from annotator.storage.database import Database, Row, insert_into
from annotator.storage.documents import (
    DOCUMENT_COLUMNS,
    DOCUMENT_WIDTH,
    Documents,
    to_document,
)
from annotator.storage.settlements import Settlements
from annotator.storage.stamps import Stamps
from annotator.storage.survey import SurveyShelf

LayerKey = tuple[DocumentId, AnnotatorId]
T = TypeVar("T")

BATCH = 32
"""Layers read in one snapshot of the file."""

# In text order; what has the same extent, in the order it was made (rowid).
_READ_ANNOTATIONS = """
SELECT id, kind, label, attributes, note, origin, created, modified,
    sole_role, start, "end"
FROM annotations WHERE document_id = ? AND annotator_id = ?
ORDER BY start, "end" DESC, rowid"""

_READ_FRAGMENTS = """
SELECT annotation_id, role, start, "end" FROM fragments
WHERE annotation_id IN (SELECT value FROM json_each(?))
ORDER BY annotation_id, position"""

_READ_LINKS = """
SELECT id, label, source_id, target_id FROM links
WHERE document_id = ? AND annotator_id = ? ORDER BY id"""

_READ_VERDICTS = """
SELECT suggestion_id, decision, annotation_id, time FROM verdicts
WHERE document_id = ? AND annotator_id = ? ORDER BY time, suggestion_id"""

_READ_DOCUMENT = f"""
SELECT {DOCUMENT_COLUMNS}, k.tokenizer, k.starts, k.lengths, k.sentences
FROM documents AS d JOIN document_texts AS t ON t.document_id = d.id
LEFT JOIN tokens AS k ON k.document_id = d.id WHERE d.id = ?"""  # noqa: S608

ENSURE_LAYER = (
    insert_into("layers", ("document_id", "annotator_id", "status"))
    + " ON CONFLICT DO NOTHING"
)

_PUT_ANNOTATION = (
    insert_into("annotations")
    + """
ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, label = excluded.label,
    start = excluded.start, "end" = excluded."end", sole_role = excluded.sole_role,
    attributes = excluded.attributes, note = excluded.note,
    origin = excluded.origin, created = excluded.created, modified = excluded.modified
WHERE annotations.document_id = excluded.document_id
    AND annotations.annotator_id = excluded.annotator_id"""
)
PUT_FRAGMENT = insert_into("fragments")
_PUT_LINK = (
    insert_into("links")
    + """
ON CONFLICT (id) DO UPDATE SET label = excluded.label,
    source_id = excluded.source_id, target_id = excluded.target_id"""
)
_PUT_VERDICT = (
    insert_into("verdicts")
    + """
ON CONFLICT (suggestion_id, annotator_id) DO UPDATE SET
    decision = excluded.decision, annotation_id = excluded.annotation_id,
    time = excluded.time"""
)


class Layers:
    """Reads and changes layers."""

    def __init__(self, database: Database, documents: Documents) -> None:
        self._db = database
        self._documents = documents
        self._settlements = Settlements(database)
        self._stamps = Stamps(database)
        self._survey = SurveyShelf(database)
        self._bin = BinShelf(database)

    # -- reading -----------------------------------------------------------

    def layer(self, document_id: DocumentId, annotator_id: AnnotatorId) -> Layer:
        """Return a layer, empty where there is none."""
        with self._db.snapshot():
            layer = self._read((document_id, annotator_id))
            for suggestion, decision, annotation, time in self._db.rows(
                _READ_VERDICTS, (document_id, annotator_id)
            ):
                layer.verdicts[SuggestionId(suggestion)] = Verdict(
                    suggestion, Decision(decision), annotation, time
                )
            layer.settlements = self._settlements.of((document_id, annotator_id))
            layer.comments = self._settlements.comments(document_id)
            layer.zones = {z.id: z for z in self._survey.zones(document_id)}
            layer.language = self._survey.language(document_id)
            layer.bin, _ = self._bin.put_in(document_id)
        return layer

    def revision(self, key: LayerKey) -> str:
        """Return the stamp of a layer's newest change, "" where there is none."""
        found = self._db.value(
            "SELECT changed FROM layers WHERE document_id = ? AND annotator_id = ?", key
        )
        return found or ""

    def document_revision(self, document_id: DocumentId) -> str:
        """Return the stamp of the newest change of any layer of a document."""
        found = self._db.value(
            "SELECT max(changed) FROM layers WHERE document_id = ?", (document_id,)
        )
        return found or ""

    def keys(self) -> list[LayerKey]:
        """Return the layers with annotations or a state, in document order.

        Layers of one document come by their annotator's name, so that two files
        with the same content give the same order.
        """
        return [
            (document_id, annotator_id)
            for document_id, annotator_id in self._db.rows(
                f"""SELECT y.document_id, y.annotator_id FROM layers AS y
                JOIN documents AS d ON d.id = y.document_id
                JOIN annotators AS p ON p.id = y.annotator_id
                WHERE {kept("d.id")} AND (y.status <> 'todo'
                OR EXISTS (SELECT 1 FROM annotations AS a
                WHERE a.document_id = y.document_id
                AND a.annotator_id = y.annotator_id))
                ORDER BY d.position, p.name"""  # noqa: S608
            )
        ]

    def states(self, annotator_id: AnnotatorId) -> dict[DocumentId, tuple[Status, int]]:
        """Return state and number of annotations of an annotator's layers.

        In document order; documents that the annotator has not touched are left out.
        """
        return {
            document_id: (Status(status), number)
            for document_id, status, number in self._db.rows(
                f"""SELECT y.document_id, y.status, (SELECT count(*)
                FROM annotations AS a WHERE a.document_id = y.document_id
                AND a.annotator_id = y.annotator_id) FROM layers AS y
                JOIN documents AS d ON d.id = y.document_id
                WHERE y.annotator_id = ? AND {kept("d.id")}
                ORDER BY d.position""",  # noqa: S608
                (annotator_id,),
            )
        }

    def read(
        self, keys: Iterable[LayerKey]
    ) -> Iterator[tuple[Document, Layer, Tokens | None]]:
        """Yield layers with their documents, for an export; without verdicts."""
        for batch in _batches(keys, BATCH):
            # One snapshot a batch, never one for all: the caller may take its time,
            # and a snapshot kept open stops the log from being folded in.
            with self._db.snapshot(), collector_paused():
                found = list(self._read_batch(batch))
            yield from found

    def _read_batch(
        self, keys: Sequence[LayerKey]
    ) -> Iterator[tuple[Document, Layer, Tokens | None]]:
        last: tuple[Document, Tokens | None] | None = None
        for key in keys:
            if last is None or last[0].id != key[0]:
                last = self._read_document(key[0])
            yield last[0], self._read(key), last[1]

    def _read_document(self, document_id: DocumentId) -> tuple[Document, Tokens | None]:
        row = self._db.row(_READ_DOCUMENT, (document_id,))
        if row is None:
            raise InputError(
                tr(
                    "The project holds no document with the id {identity}.",
                    identity=document_id,
                )
            )
        packed = row[DOCUMENT_WIDTH:]
        tokens = None if packed[0] is None else encoding.unpack_tokens(*packed)
        return to_document(row[:DOCUMENT_WIDTH]), tokens

    def _read(self, key: LayerKey) -> Layer:
        layer = Layer(*key)
        status = self._db.value(
            "SELECT status FROM layers WHERE document_id = ? AND annotator_id = ?", key
        )
        if status is None:
            return layer
        layer.status = Status(status)
        rows = self._db.rows(_READ_ANNOTATIONS, key)
        several = [row[0] for row in rows if not row[8]]
        fragments: list[Row] = []
        if several:
            fragments = self._db.rows(_READ_FRAGMENTS, (encoding.dump(several),))
        layer.annotations = to_annotations(rows, fragments)
        for row in self._db.rows(_READ_LINKS, key):
            layer.links[LinkId(row[0])] = Link(*row)
        return layer

    def links_on(self, annotations: Sequence[AnnotationId]) -> list[Link]:
        """Return the links from or to any of these annotations."""
        return [
            Link(*row)
            for row in self._db.rows(
                """SELECT id, label, source_id, target_id FROM links
                WHERE source_id IN (SELECT value FROM json_each(?1))
                OR target_id IN (SELECT value FROM json_each(?1)) ORDER BY id""",
                (encoding.dump(annotations),),
            )
        ]

    def present(self, annotations: Iterable[AnnotationId]) -> set[AnnotationId]:
        """Return which of these annotations there are."""
        sql = "SELECT id FROM annotations WHERE id IN (SELECT value FROM json_each(?))"
        return {
            row[0] for row in self._db.rows(sql, (encoding.dump(list(annotations)),))
        }

    def holds(self, change: LayerChange) -> bool:
        """Return whether the layer has all annotations that *change* puts, as it does.

        Of the inverse of a planned change: whether it can still be carried out.
        """
        there, _ = self._bin.put_in(change.document_id)
        if change.bin is not None and change.bin != there:
            return False
        layer = self._read((change.document_id, change.annotator_id))
        return all(layer.annotations.get(a.id) == a for a in change.put)

    # -- changing ----------------------------------------------------------

    def apply(self, change: LayerChange, stamp: str) -> None:
        """Carry a change out and stamp all it touches; see ``write``."""
        self.write(change)
        self._stamps.put(change, stamp)

    def write(self, change: LayerChange) -> None:
        """Carry a change out; the caller has opened the transaction.

        Raises:
            InputError: A fragment is outside of the text, or an annotation's id
                belongs to another layer.
        """
        key = (change.document_id, change.annotator_id)
        run = self._db.raw.execute
        run(ENSURE_LAYER, (*key, Status.TODO.value))
        self._remove(change)
        self._put(change.put, key)
        many = self._db.raw.executemany
        many(
            _PUT_LINK,
            [(k.id, *key, k.label, k.source, k.target) for k in change.put_links],
        )
        many(
            _PUT_VERDICT,
            [
                (v.suggestion_id, key[1], key[0], v.decision, v.annotation_id, v.time)
                for v in change.put_verdicts
            ],
        )
        if change.status is not None:
            run(
                "UPDATE layers SET status = ?"
                " WHERE document_id = ? AND annotator_id = ?",
                (change.status, *key),
            )
        self._settle(change)
        self._change_document(change)

    def _change_document(self, change: LayerChange) -> None:
        self._survey.remove(change.document_id, change.removed_zones)
        if change.put_zones:
            length = len(self._documents.text(change.document_id))
            self._survey.put(change.document_id, change.put_zones, length)
        if change.language is not None:
            self._survey.set_language(change.document_id, change.language)
        if change.bin is not None:
            self._bin.put(change.document_id, change.bin, change.annotator_id)

    def _settle(self, change: LayerChange) -> None:
        key = (change.document_id, change.annotator_id)
        self._settlements.remove(key, change.removed_settlements)
        self._settlements.put(key, change.put_settlements)
        self._settlements.remove_comments(key[0], change.removed_comments)
        if change.put_comments:
            length = len(self._documents.text(key[0]))
            self._settlements.put_comments(key[0], change.put_comments, length)

    def _remove(self, change: LayerChange) -> None:
        key = (change.document_id, change.annotator_id)
        many = self._db.raw.executemany
        # The layer is part of every condition: no change reaches into another.
        same_layer = "AND document_id = ? AND annotator_id = ?"
        many(
            f"DELETE FROM links WHERE id = ? {same_layer}",  # noqa: S608
            [(i, *key) for i in change.removed_links],
        )
        many(
            f"DELETE FROM annotations WHERE id = ? {same_layer}",  # noqa: S608
            [(i, *key) for i in change.removed],
        )
        many(
            f"DELETE FROM verdicts WHERE suggestion_id = ? {same_layer}",  # noqa: S608
            [(i, *key) for i in change.removed_verdicts],
        )

    def _put(self, annotations: Sequence[Annotation], key: LayerKey) -> None:
        if not annotations:
            return
        text = self._documents.text(key[0])
        rows = [annotation_row(a, key, len(text)) for a in annotations]
        many = self._db.raw.executemany
        if many(_PUT_ANNOTATION, rows).rowcount != len(rows):
            raise InputError(
                tr(
                    "An annotation's id is taken by another layer; import the file"
                    " again under its own annotator's name."
                )
            )
        many(
            "DELETE FROM fragments WHERE annotation_id = ?",
            [(a.id,) for a in annotations],
        )
        many(PUT_FRAGMENT, [row for a in annotations for row in fragment_rows(a, text)])


def annotation_row(annotation: Annotation, key: LayerKey, length: int) -> Row:
    """Return the columns of an annotation, in the order of its table.

    Raises:
        InputError: It has no fragments, or one is outside of the text.
    """
    start, end, sole_role = _extent(annotation.parts)
    if start < 0 or end > length or start >= end:
        raise InputError(
            tr(
                "The {kind} “{label}” at {start}-{end} is outside of its text,"
                " which has {length} characters.",
                kind=annotation.kind,
                label=annotation.label,
                start=start,
                end=end,
                length=length,
            )
        )
    return (
        annotation.id,
        *key,
        annotation.kind,
        annotation.label,
        start,
        end,
        sole_role,
        encoding.dump_mapping(annotation.attributes),
        annotation.note,
        annotation.origin,
        annotation.created,
        annotation.modified,
    )


def _extent(parts: Parts) -> tuple[int, int, str]:
    """Return start, end and, if there is but one fragment, its role."""
    if len(parts) == 1:  # nearly every annotation is one fragment of one role
        ((role, fragments),) = parts.items()
        if len(fragments) == 1:
            return *fragments[0], role
    if not any(parts.values()):
        raise InputError(tr("An annotation marks no text at all."))
    for _, _, (start, end) in iter_fragments(parts):
        if start >= end:
            raise InputError(
                tr(
                    "A part of an annotation is empty: {start}-{end}.",
                    start=start,
                    end=end,
                )
            )
    return *extent(parts), ""


def fragment_rows(annotation: Annotation, text: str) -> Iterator[Row]:
    """Yield the columns of its fragments, in the order of their table."""
    position = 0
    for role, fragments in annotation.parts.items():
        for start, end in fragments:
            yield annotation.id, position, role, start, end, text[start:end]
            position += 1


def _batches(items: Iterable[T], size: int) -> Iterator[list[T]]:
    iterator = iter(items)
    while batch := list(islice(iterator, size)):
        yield batch
