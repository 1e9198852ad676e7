"""Layers of many documents as columns, for measures that need numbers only.

SQLite joins the values of a layer into one string each, and whoever reads them turns
many strings into an array at once: five times as fast as row by row.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from annotator.domain.documents import Status
from annotator.domain.ids import AnnotatorId, DocumentId
from annotator.storage import encoding
from annotator.storage.bin import kept
from annotator.storage.database import Database, Row
from annotator.storage.faults import translated

# Values of one aggregate come in the same order as those of another. The layers are
# joined once more, for a row costs far more than what is in it.
_WHOLE = """
SELECT json_group_array(document_id), json_group_array(annotator_id),
    coalesce(group_concat(size), ''), coalesce(group_concat(numbers), ''),
    coalesce(group_concat(starts), ''), coalesce(group_concat(ends), ''),
    coalesce(group_concat(roles), ''), coalesce(group_concat(kinds), ''),
    coalesce(group_concat(labels), '')
FROM (
    SELECT document_id, annotator_id, count(*) AS size,
        group_concat(CASE WHEN sole_role = '' THEN rowid END) AS numbers,
        group_concat(start) AS starts, group_concat("end") AS ends,
        json_group_array(sole_role) AS roles, json_group_array(kind) AS kinds,
        json_group_array(label) AS labels
    FROM annotations
    WHERE annotator_id IN (SELECT value FROM json_each(?))
    AND document_id IN (SELECT value FROM json_each(?))
    GROUP BY document_id, annotator_id)"""

_PARTS = """
SELECT group_concat(a.rowid), group_concat(f.start), group_concat(f."end"),
    json_group_array(f.role)
FROM annotations AS a JOIN fragments AS f ON f.annotation_id = a.id
WHERE a.sole_role = '' AND a.annotator_id IN (SELECT value FROM json_each(?))
AND a.rowid BETWEEN ? AND ?"""

_PARTS_OF = 20_000
"""Annotations of which the fragments are read at once."""

_TEXTS = """
SELECT t.document_id, t.text FROM document_texts AS t
WHERE t.document_id IN (SELECT value FROM json_each(?))"""

_TOKENS = """
SELECT document_id, starts, lengths FROM tokens
WHERE document_id IN (SELECT value FROM json_each(?))"""


_STATES = f"""
SELECT y.document_id, y.status, y.status <> 'done' AND EXISTS (
    SELECT 1 FROM annotations AS a WHERE a.document_id = y.document_id
    AND a.annotator_id = y.annotator_id)
FROM layers AS y WHERE y.annotator_id = ? AND {kept("y.document_id")}"""  # noqa: S608


class LayerColumns(NamedTuple):
    """The annotations of several layers, one layer behind another.

    Attributes:
        documents: A JSON array: of each layer.
        annotators: Likewise.
        sizes: How many annotations each layer has; decimal, with commas. So are the
            next three.
        numbers: Of those annotations that have several fragments a number that is
            good for one reading.
        starts: Of all annotations; code points of the document's text.
        ends: Likewise.
        roles: JSON arrays, one for each layer, with commas between: the role of the
            only fragment, empty where there are several.
        kinds: Likewise.
        labels: Likewise.
    """

    documents: str
    annotators: str
    sizes: str
    numbers: str
    starts: str
    ends: str
    roles: str
    kinds: str
    labels: str


class PartColumns(NamedTuple):
    """Fragments of annotations that have several, each with its annotation's number.

    The columns are written as in ``LayerColumns``.
    """

    numbers: str
    starts: str
    ends: str
    roles: str


class Columns:
    """Reads columns; layers come in no particular order."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def lengths(self) -> dict[DocumentId, int]:
        """Return the code points of every document, in order of import."""
        sql = f"SELECT id, length FROM documents WHERE {kept('id')} ORDER BY position"  # noqa: S608
        return dict(self._db.rows(sql))

    def titles(self) -> dict[DocumentId, str]:
        """Return what every document is called in a list."""
        sql = f"SELECT id, title FROM documents WHERE {kept('id')}"  # noqa: S608
        return dict(self._db.rows(sql))

    def days(self) -> dict[DocumentId, str]:
        """Return the day of the last change of every document with annotations."""
        return dict(
            self._db.rows(
                f"""SELECT document_id, substr(max(modified), 1, 10) FROM annotations
                WHERE {kept("document_id")} GROUP BY document_id"""  # noqa: S608
            )
        )

    def zones(self) -> Iterator[tuple[DocumentId, int, int]]:
        """Yield ``(document, start, end)`` of what is boilerplate, in no order."""
        yield from self._db.rows(
            'SELECT document_id, start, "end" FROM zones'  # noqa: S608
            f" WHERE {kept('document_id')}"
        )

    def states(
        self, annotator: AnnotatorId
    ) -> Iterator[tuple[DocumentId, Status, bool]]:
        """Yield document and state of an annotator's layers.

        And whether one that is not done has annotations; of what is done that is
        not looked up.
        """
        for document_id, status, marked in self._each(_STATES, annotator):
            yield document_id, Status(status), bool(marked)

    def annotations(
        self, annotators: Iterable[AnnotatorId], documents: Iterable[DocumentId]
    ) -> LayerColumns:
        """Return the annotations of some annotators on some documents."""
        chosen = encoding.dump(list(annotators)), encoding.dump(list(documents))
        return LayerColumns(*self._db.rows(_WHOLE, chosen)[0])

    def fragments(self, annotators: Iterable[AnnotatorId]) -> Iterator[PartColumns]:
        """Yield the fragments of those annotations that have several, some at once."""
        chosen = encoding.dump(list(annotators))
        last = self._db.value("SELECT max(rowid) FROM annotations") or 0
        for first in range(0, last + 1, _PARTS_OF):
            found = self._db.row(_PARTS, (chosen, first, first + _PARTS_OF - 1))
            if found is not None and found[0] is not None:
                yield PartColumns(*found)

    def texts(self, documents: Iterable[DocumentId]) -> Iterator[tuple[str, str]]:
        """Yield the texts of some documents, with their ids."""
        yield from self._each(_TEXTS, encoding.dump(list(documents)))

    def tokens(
        self, documents: Iterable[DocumentId]
    ) -> Iterator[tuple[DocumentId, array[int], array[int]]]:
        """Yield the tokens of those documents that have any.

        As ``(document, gaps, lengths)``: the first gap is where the first token
        starts, the others run from one token's start to the next one's.
        """
        chosen = encoding.dump(list(documents))
        for document_id, starts, lengths in self._each(_TOKENS, chosen):
            gaps = encoding.unpack_numbers(starts)
            yield document_id, gaps, encoding.unpack_numbers(lengths)

    def _each(self, sql: str, parameter: str) -> Iterator[Row]:
        with translated(self._db.path):
            yield from self._db.raw.execute(sql, (parameter,))
