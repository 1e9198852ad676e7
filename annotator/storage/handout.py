"""Writing a project file for one annotator: their documents and their own work.

Rows are copied into a new file, never deleted from a copy of the whole: what is not
for the annotator has then never been in it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from annotator.domain.ids import AnnotatorId, DocumentId
from annotator.domain.progress import Progress
from annotator.storage.backup import discard, move_into_place, temporary_beside
from annotator.storage.database import Database
from annotator.storage.faults import translated
from annotator.storage.files import lay_out
from annotator.storage.stamps import COMMENT
from annotator.storage.tables import table

# Every table with what of it goes along; :who is the annotator. ``wanted`` holds the
# documents. Comments of leads go along, for whoever is overruled is to learn why.
_LEADS = "(SELECT id FROM source.annotators WHERE lead = 1)"
_DOCUMENT = "document_id IN (SELECT id FROM wanted)"
_OWN = f"annotator_id = :who AND {_DOCUMENT}"
_WITHHELD = (
    "(SELECT document_id FROM source.assignments"
    " WHERE annotator_id = :who AND suggestions_withheld = 1)"
)
_SHOWN = f"{_DOCUMENT} AND document_id NOT IN {_WITHHELD}"
_MARKS = f"(SELECT id FROM source.annotations WHERE {_OWN})"  # noqa: S608
_COMMENT = f"{_DOCUMENT} AND (author_id = :who OR author_id IN {_LEADS})"
_COMMENTS = f"(SELECT id FROM source.comments WHERE {_COMMENT})"  # noqa: S608
_AUTHORS = f"(SELECT author_id FROM source.comments WHERE {_COMMENT})"  # noqa: S608
_STAMP = (
    f"{_DOCUMENT} AND (annotator_id = :who"
    f" OR annotator_id = '' AND (kind <> '{COMMENT}' OR item IN {_COMMENTS}))"
)
_WHAT = {
    "project": "1",
    # In the order they came in, which is what the order of rows says of these two.
    "annotators": f"id = :who OR id IN {_AUTHORS} ORDER BY rowid",
    "documents": "id IN (SELECT id FROM wanted)",
    "document_texts": _DOCUMENT,
    "tokens": _DOCUMENT,
    "layers": _OWN,
    "annotations": f"{_OWN} ORDER BY rowid",
    "fragments": f"annotation_id IN {_MARKS}",
    "links": _OWN,
    "operations": _OWN,
    "suggestions": _SHOWN,
    "suggestion_runs": _DOCUMENT,
    "verdicts": _OWN,
    "places": _OWN,
    "settings": "annotator_id = :who",
    "assignments": _OWN,
    "time_spent": _OWN,
    "settlements": _OWN,
    "comments": _COMMENT,
    "zones": _DOCUMENT,
    "bin": _DOCUMENT,
    "former_schemas": "0",
    "stamps": _STAMP,
}

_INDEX = """
INSERT INTO document_search (rowid, title, text)
SELECT d.position, d.title, t.text FROM documents AS d
JOIN document_texts AS t ON t.document_id = d.id"""


def write_handout(
    source: Path,
    target: Path,
    annotator_id: AnnotatorId,
    documents: Sequence[DocumentId],
    progress: Progress,
) -> None:
    """Write the file, in place of another of that name once it is whole.

    Raises:
        EnvironmentFault: The disk does not let it.
        CancelledError: Somebody asked for a stop; *target* is as it was.
    """
    temporary = temporary_beside(target)
    try:
        database = Database(temporary)
        try:
            lay_out(database)
            with _attached(database, source), database.transaction(durable=True):
                _fill(database, annotator_id, documents, progress)
        finally:
            database.close()
        move_into_place(temporary, target)
    finally:
        discard(temporary)


@contextmanager
def _attached(database: Database, source: Path) -> Iterator[None]:
    with translated(source):
        database.raw.execute("ATTACH ? AS source", (str(source),))
        try:
            yield
        finally:
            database.raw.execute("DETACH source")


def _fill(
    database: Database,
    annotator_id: AnnotatorId,
    documents: Sequence[DocumentId],
    progress: Progress,
) -> None:
    run = database.raw.execute
    run("CREATE TEMP TABLE wanted (id TEXT PRIMARY KEY)")
    database.raw.executemany(
        "INSERT INTO wanted VALUES (?)", [(document,) for document in documents]
    )
    steps = len(_WHAT) + 1
    for number, (name, condition) in enumerate(_WHAT.items()):
        progress.step(number, steps)
        columns = ", ".join(f'"{column.name}"' for column in table(name).columns)
        run(
            f"INSERT INTO main.{name} ({columns})"  # noqa: S608 - our own tables
            f" SELECT {columns} FROM source.{name} WHERE {condition}",
            {"who": annotator_id},
        )
    run("UPDATE project SET handout_for = ?", (annotator_id,))
    run(_INDEX)
    run("DROP TABLE wanted")
    progress.step(steps, steps)
