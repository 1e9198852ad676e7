"""Documents: one by one with their text, or as rows of a list without it."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import (
    ColumnElement,
    FromClause,
    Integer,
    ScalarSelect,
    Select,
    and_,
    case,
    column,
    exists,
    func,
    literal,
    literal_column,
    or_,
    select,
)
from sqlalchemy import table as light_table
from sqlalchemy.dialects.sqlite import dialect as sqlite_dialect

from annotator.domain.documents import (
    Details,
    Document,
    DocumentFilter,
    DocumentRow,
    Status,
)
from annotator.domain.errors import InputError
from annotator.domain.ids import AnnotatorId, DocumentId
from annotator.domain.progress import Progress
from annotator.domain.wording import tr
from annotator.storage import encoding
from annotator.storage.bin import is_kept, kept
from annotator.storage.database import Database, Row
from annotator.storage.faults import translated
from annotator.storage.interrupting import interruptible
from annotator.storage.search import split_query
from annotator.storage.survey import ZONES_COLUMN, load_zones
from annotator.storage.tables import table

_documents = table("documents").c
_texts = table("document_texts").c
_layers = table("layers").c
_annotations = table("annotations").c
_suggestions = table("suggestions").c
_verdicts = table("verdicts").c
_assignments = table("assignments").c
# SQLite only: the index of words, and the hidden column that stands for all of it.
_search = light_table("document_search", column("rowid", Integer))
_whole_index: ColumnElement[str] = column("document_search")

DOCUMENT_COLUMNS = (
    f"d.id, d.title, d.source, d.date, d.url, d.meta, d.language, t.text,{ZONES_COLUMN}"
)
DOCUMENT_WIDTH = 9
"""How many columns these are."""

_EVERYTHING = DocumentFilter()


def to_document(row: Iterable[Any]) -> Document:
    """Return the document of a row of ``DOCUMENT_COLUMNS``."""
    document_id, title, source, date, url, meta, language, text, zones = row
    loaded = {} if meta == "{}" else encoding.load(meta)
    details = Details(title, source, date, url, loaded, language)
    return Document(document_id, text, details, load_zones(zones))


class Documents:
    """Reads documents."""

    def __init__(self, database: Database) -> None:
        self._db = database
        # The open document's text: every save needs it for the surfaces.
        self._last: tuple[DocumentId, str] | None = None

    def get(self, document_id: DocumentId) -> Document:
        """Return a document with its text.

        Raises:
            InputError: There is none of that id; so for ``text`` and ``row``.
        """
        row = self._db.row(
            f"SELECT {DOCUMENT_COLUMNS} FROM documents AS d"  # noqa: S608 - constant
            " JOIN document_texts AS t ON t.document_id = d.id WHERE d.id = ?",
            (document_id,),
        )
        if row is None:
            raise _unknown(document_id)
        document = to_document(row)
        self._last = (document_id, document.text)
        return document

    def text(self, document_id: DocumentId) -> str:
        """Return the text of a document."""
        if self._last is not None and self._last[0] == document_id:
            return self._last[1]
        text = self._db.value(
            "SELECT text FROM document_texts WHERE document_id = ?", (document_id,)
        )
        if not isinstance(text, str):
            raise _unknown(document_id)
        self._last = (document_id, text)
        return text

    def has(self, document_id: DocumentId) -> bool:
        """Return whether the project holds that document, in the bin or not."""
        sql = "SELECT 1 FROM documents WHERE id = ?"
        return self._db.row(sql, (document_id,)) is not None

    def ids(self) -> list[DocumentId]:
        """Return all ids in order of import, without those in the bin."""
        rows = self._db.rows(
            f"SELECT id FROM documents WHERE {kept('id')} ORDER BY position"  # noqa: S608
        )
        return [row[0] for row in rows]

    def rows(
        self,
        annotator_id: AnnotatorId,
        where: DocumentFilter = _EVERYTHING,
        *,
        after: int | None = None,
        before: int | None = None,
        limit: int = 200,
    ) -> list[DocumentRow]:
        """Return a page of a list, in order of import.

        Args:
            annotator_id: Whose states and counts the rows show.
            where: Which documents.
            after: Only positions above this one.
            before: Only positions below this one; without *after*, the last *limit*
                of them.
            limit: How many at most.
        """
        query, position = _listing(annotator_id, where), _position(where)
        if after is not None:
            query = query.where(position > after)
        if before is not None:
            query = query.where(position < before)
        backwards = before is not None and after is None
        order = position.desc() if backwards else position
        found = list(map(_to_row, self._db.select(query.order_by(order).limit(limit))))
        return found[::-1] if backwards else found

    def rows_at(
        self, annotator_id: AnnotatorId, positions: Sequence[int]
    ) -> list[DocumentRow]:
        """Return the documents at these ``positions``, in order of import."""
        query = _listing(annotator_id, _EVERYTHING).where(
            _documents.position.in_(positions)
        )
        return list(map(_to_row, self._db.select(query.order_by(_documents.position))))

    def neighbour(
        self,
        annotator_id: AnnotatorId,
        where: DocumentFilter,
        position: int,
        *,
        step: int,
    ) -> DocumentRow | None:
        """Return the next (*step* above 0) or previous row of a list, or None."""
        edge = {"after" if step > 0 else "before": position}
        found = self.rows(annotator_id, where, limit=1, **edge)
        return found[0] if found else None

    def positions(
        self, annotator_id: AnnotatorId, where: DocumentFilter, progress: Progress
    ) -> array[int]:
        """Return where all documents are that the filter lets through, in order.

        Eight bytes each, so that a list of a million can be gone through at will.

        Raises:
            CancelledError: Somebody asked for a stop.
        """
        position = _position(where)
        query = _filtered(select(position), annotator_id, where).order_by(position)
        compiled = query.compile(
            dialect=sqlite_dialect(), compile_kwargs={"render_postcompile": True}
        )
        values = [compiled.params[name] for name in compiled.positiontup or ()]
        with translated(self._db.path), interruptible(self._db.raw, progress):
            cursor = self._db.raw.execute(str(compiled), values)
            return array("q", (row[0] for row in cursor))

    def id_at(self, position: int) -> DocumentId | None:
        """Return the document at a position, None where there is none."""
        sql = "SELECT id FROM documents WHERE position = ?"
        found: DocumentId | None = self._db.value(sql, (position,))
        return found

    def last_position(self) -> int:
        """Return the last document's; -1 where there is none. Takes no time."""
        last = self._db.value("SELECT max(position) FROM documents")
        return -1 if last is None else int(last)

    def row(self, annotator_id: AnnotatorId, document_id: DocumentId) -> DocumentRow:
        """Return a document as a list shows it, also one that is in the bin."""
        query = _joined(_shown(annotator_id), annotator_id, outer=True)
        found = self._db.select(query.where(_documents.id == document_id))
        if not found:
            raise _unknown(document_id)
        return _to_row(found[0])

    def count(
        self, annotator_id: AnnotatorId, where: DocumentFilter = _EVERYTHING
    ) -> int:
        """Return how many documents a list has in all."""
        if where == _EVERYTHING:
            return int(self._db.value(_COUNT_KEPT))
        query = _filtered(select(func.count()), annotator_id, where)
        return int(self._db.select(query)[0][0])

    def status_counts(
        self, annotator_id: AnnotatorId, where: DocumentFilter = _EVERYTHING
    ) -> dict[Status, int]:
        """Return how many documents are in each state, those with none included."""
        counts = dict.fromkeys(Status, 0)
        if where == _EVERYTHING:  # from the layers alone, which may be few
            for status, number in self._db.rows(
                "SELECT status, count(*) FROM layers WHERE annotator_id = ?"  # noqa: S608
                f" AND {kept('document_id')} GROUP BY status",
                (annotator_id,),
            ):
                counts[Status(status)] = number
            total = self._db.value(_COUNT_KEPT)
            others = sum(n for status, n in counts.items() if status is not Status.TODO)
            counts[Status.TODO] = total - others
            return counts
        state = func.coalesce(_layers.status, Status.TODO.value)
        counted: Any = select(state, func.count())
        query = _filtered(counted, annotator_id, where, with_layers=True)
        for status, number in self._db.select(query.group_by(state)):
            counts[Status(status)] = number
        return counts


def _to_row(row: Row) -> DocumentRow:
    """Return the row of a list for a row of ``_listing``."""
    document_id, position, title, source, date, length, status, done, pending = row
    return DocumentRow(
        document_id,
        position,
        title,
        source,
        date,
        length,
        Status(status),
        annotations=done,
        pending=pending,
    )


def _unknown(document_id: DocumentId) -> InputError:
    return InputError(
        tr(
            "The project holds no document with the id {identity}.",
            identity=document_id,
        )
    )


# Both are counted without looking at any row.
_COUNT_KEPT = """
SELECT (SELECT count(*) FROM documents) - (SELECT count(*) FROM bin)"""


def _listing(annotator_id: AnnotatorId, where: DocumentFilter) -> Select[Any]:
    """Return the query for rows of a list."""
    return _filtered(_shown(annotator_id), annotator_id, where, with_layers=True)


def _shown(annotator_id: AnnotatorId) -> Select[Any]:
    """Return what rows of a list are made of; it never touches a text."""
    return select(
        _documents.id,
        _documents.position,
        _documents.title,
        _documents.source,
        _documents.date,
        _documents.length,
        func.coalesce(_layers.status, Status.TODO.value),
        _annotation_count(annotator_id),
        _pending_count(annotator_id),
    )


def _annotation_count(annotator_id: AnnotatorId) -> ScalarSelect[int]:
    return (
        select(func.count())
        .where(
            _annotations.document_id == _documents.id,
            _annotations.annotator_id == annotator_id,
        )
        .correlate(table("documents"))
        .scalar_subquery()
    )


def _pending_count(annotator_id: AnnotatorId) -> ColumnElement[int]:
    """Return suggestions less those decided on: two short index scans.

    What touches boilerplate is not counted. Suggestions that are withheld from the
    annotator do not wait for anybody.
    """
    proposed = (
        select(func.count())
        .where(_suggestions.document_id == _documents.id, ~_suggestions.zoned)
        .correlate(table("documents"))
        .scalar_subquery()
    )
    decided = (
        select(func.count())
        .where(
            _verdicts.document_id == _documents.id,
            _verdicts.annotator_id == annotator_id,
            _suggestions.id == _verdicts.suggestion_id,
            ~_suggestions.zoned,
        )
        .correlate(table("documents"))
        .scalar_subquery()
    )
    withheld = _assigned(annotator_id).where(_assignments.suggestions_withheld)
    return case((withheld.exists(), 0), else_=proposed - decided)


def _assigned(annotator_id: AnnotatorId) -> Select[Any]:
    """Return the query for the assignment of a document to an annotator."""
    return (
        select(literal(1))
        .where(
            _assignments.annotator_id == annotator_id,
            _assignments.document_id == _documents.id,
        )
        .correlate(table("documents"))
    )


def _position(where: DocumentFilter) -> ColumnElement[int]:
    """Return the column that a list is in the order of.

    The index of words gives its hits in that order one by one, and so ends early
    where only a page is asked for.
    """
    expression, _ = split_query(where.query)
    return _search.c.rowid if expression else _documents.position


def _filtered(
    query: Select[Any],
    annotator_id: AnnotatorId,
    where: DocumentFilter,
    *,
    with_layers: bool = False,
) -> Select[Any]:
    """Return *query* over the documents that the filter lets through.

    Args:
        query: What is asked of each.
        annotator_id: Whose states and assignments count.
        where: Which documents.
        with_layers: The query asks for something of the layers.
    """
    # An inner join lets the database start from the few layers of a rare state.
    outer = not where.statuses or Status.TODO in where.statuses
    expression, symbols = split_query(where.query)
    only_words = where == DocumentFilter(where.query) and not symbols
    if expression and only_words and not with_layers:
        return _only_found(query, expression)
    source = _found() if expression else table("documents")
    if with_layers or where.statuses:
        query = _joined(query, annotator_id, outer=outer, source=source)
    else:
        query = query.select_from(source)
    query = query.where(is_kept(_documents.id))
    if expression:
        query = query.where(_whole_index.op("MATCH")(literal(expression)))
    if where.statuses:
        wanted = _layers.status.in_(sorted(where.statuses))
        query = query.where(or_(wanted, _layers.status.is_(None)) if outer else wanted)
    if where.has_suggestions is not None:
        pending = _pending_count(annotator_id)
        query = query.where(pending > 0 if where.has_suggestions else pending == 0)
    if where.assigned is not None:
        # From the annotator's own assignments, which may be few.
        own = select(_assignments.document_id).where(
            _assignments.annotator_id == annotator_id
        )
        is_own = _documents.id.in_(own)
        query = query.where(is_own if where.assigned else ~is_own)
    if where.languages:
        query = query.where(_documents.language.in_(sorted(where.languages)))
    for symbol in symbols:
        query = query.where(_holds(symbol))
    return query


def _found() -> FromClause:
    """Return the documents that the index of words finds. SQLite only.

    The plus keeps the database from asking the index for each document.
    """
    rowid = literal_column("+document_search.rowid", Integer)
    return _search.join(table("documents"), _documents.position == rowid)


def _only_found(query: Select[Any], expression: str) -> Select[Any]:
    """Return *query* over what the index of words finds, without looking further."""
    binned = select(_documents.position).where(~is_kept(_documents.id))
    return query.select_from(_search).where(
        _whole_index.op("MATCH")(literal(expression)), _search.c.rowid.not_in(binned)
    )


def _joined(
    query: Select[Any],
    annotator_id: AnnotatorId,
    *,
    outer: bool,
    source: FromClause | None = None,
) -> Select[Any]:
    """Return *query* over documents (or *source*) and the annotator's layers."""
    same = and_(
        _layers.document_id == _documents.id, _layers.annotator_id == annotator_id
    )
    documents: FromClause = table("documents") if source is None else source
    return query.select_from(documents.join(table("layers"), same, isouter=outer))


def _holds(symbol: str) -> ColumnElement[bool]:
    """Return the condition that title or text has what no index knows."""
    in_text = exists().where(
        _texts.document_id == _documents.id, func.instr(_texts.text, symbol) > 0
    )
    return or_(func.instr(_documents.title, symbol) > 0, in_text)
