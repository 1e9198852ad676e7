"""Proving that a project file is whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from annotator.domain.errors import InputError
from annotator.domain.ids import DocumentId
from annotator.domain.progress import Progress
from annotator.domain.records import Problem
from annotator.domain.text import document_id, excerpt
from annotator.domain.wording import noop, tr, trn
from annotator.storage import encoding
from annotator.storage.check_search import search_index_is_sound
from annotator.storage.database import Database
from annotator.storage.interrupting import interruptible
from annotator.storage.settlements import Settlements
from annotator.storage.stamps import (
    ANNOTATION,
    COMMENT,
    LINK,
    OPERATION,
    SETTLEMENT,
    VERDICT,
    ZONE,
)
from annotator.storage.suggestions import suggestions_of

READ_FRAGMENTS = """
SELECT a.id, p.name, a.kind, a.label, a.start, a."end", a.sole_role,
    f.role, f.start, f."end", f.surface
FROM annotations AS a LEFT JOIN fragments AS f ON f.annotation_id = a.id
JOIN annotators AS p ON p.id = a.annotator_id
WHERE a.document_id = ? ORDER BY a.annotator_id, a.start, a.id, f.position"""


_PARTS = 3
_PAGES_A_LOOK = 20


def check(
    database: Database, progress: Progress, *, deep: bool = False
) -> list[Problem]:
    """Return everything that is wrong with the file; empty if nothing is.

    Args:
        database: Open; others may go on working.
        progress: Told how far it is.
        deep: Compare the index of words to the texts word by word, though nobody can
            write meanwhile; a small project's always is.

    Raises:
        CancelledError: Somebody asked for a stop.
    """
    problems: list[Problem] = []
    try:
        pages = database.value("PRAGMA page_count")
        with interruptible(
            database.raw, progress.part(0, _PARTS), half_way=1 + pages // _PAGES_A_LOOK
        ):
            problems += _structure(database)
        problems += _search_index(database, progress.part(1, _PARTS), deep=deep)
        part = progress.part(2, _PARTS)
        total = database.value("SELECT count(*) FROM documents")
        for done, (identity, title, length) in enumerate(_documents(database)):
            part.step(done, total)
            problems += map(_in_document, _document(database, identity, title, length))
        progress.step(100, 100)
    except InputError as error:  # so damaged that reading stops
        problems.append(Problem(str(database.path), str(error)))
    return problems


def _documents(database: Database) -> Iterator[Any]:
    """Yield id, title and length, few at a time: there may be a million."""
    last = -1
    while page := database.rows(
        "SELECT id, title, length, position FROM documents WHERE position > ?"
        " ORDER BY position LIMIT 1000",
        (last,),
    ):
        yield from (row[:3] for row in page)
        last = page[-1][3]


def _structure(database: Database) -> Iterator[Problem]:
    name = database.path.name
    for (finding,) in database.rows("PRAGMA integrity_check"):
        if finding != "ok":
            yield Problem(name, tr("SQLite finds: {finding}.", finding=finding))
    for table, row, target, _ in database.rows("PRAGMA foreign_key_check"):
        yield Problem(
            name,
            tr(
                "{table} row {row} refers to {target} that is not there.",
                table=table,
                row=row,
                target=target,
            ),
        )
    yield from _log(database)
    yield from _stamps(database)
    yield from _times(database)
    yield from _bin(database)


def _search_index(
    database: Database, progress: Progress, *, deep: bool
) -> Iterator[Problem]:
    name = database.path.name
    missing = database.value(
        "SELECT count(*) FROM documents AS d WHERE NOT EXISTS"
        " (SELECT 1 FROM document_texts AS t WHERE t.document_id = d.id)"
    )
    if missing:
        yield Problem(
            name,
            trn(
                "{n} document has lost its text.",
                "{n} documents have lost their texts.",
                missing,
            ),
        )
    if not missing and not search_index_is_sound(database, progress, deep=deep):
        yield Problem(name, tr("The search index does not fit the texts."))


def _log(database: Database) -> Iterator[Problem]:
    cursor = database.raw.execute(
        "SELECT seq, forward, inverse FROM operations ORDER BY seq"
    )
    for seq, forward, inverse in cursor:
        if not is_readable_step(forward, inverse):
            yield Problem(
                database.path.name,
                tr("Step {number} of the history is unreadable.", number=seq),
            )


def is_readable_step(forward: str, inverse: str) -> bool:
    """Tell whether an operation's changes can be carried out."""
    try:
        encoding.load_change(forward, "", "")
        encoding.load_change(inverse, "", "")
    except (ValueError, TypeError, KeyError, AttributeError, IndexError):
        return False
    return True


def _document(
    database: Database, identity: DocumentId, title: str, length: int
) -> Iterator[Problem]:
    where = title or identity
    text = database.value(
        "SELECT text FROM document_texts WHERE document_id = ?", (identity,)
    )
    if text is None:
        return
    if document_id(text) != identity or len(text) != length:
        yield Problem(where, tr("The text is not the one that was imported."))
    rows = database.rows(READ_FRAGMENTS, (identity,))
    for _, found in groupby(rows, key=lambda row: row[0]):
        yield from _annotation(where, list(found), text)
    yield from tokens_problems(database, where, identity, len(text))
    try:
        yield from _suggestions(database, where, identity, len(text))
    except (ValueError, TypeError, AttributeError):
        yield Problem(where, tr("A suggestion is unreadable."))
    yield from _comments(database, where, identity, len(text))
    yield from _zones(database, where, identity, len(text))
    yield from _settled(database, where, identity)


def _in_document(problem: Problem) -> Problem:
    """Say that a problem is in a document: in words only where there is one."""
    return Problem(tr("document {title}", title=problem.where), problem.reason)


def _annotation(where: str, rows: list[Any], text: str) -> Iterator[Problem]:
    start, end, sole_role = rows[0][4:7]
    fragments = [row[7:] for row in rows if row[7] is not None]
    if not fragments:
        yield Problem(where, tr("{what} has no parts.", what=_what(rows[0])))
        return
    for role, first, last, surface in fragments:
        if text[first:last] != surface:
            yield Problem(
                where,
                tr(
                    "{what} was made on “{seen}” ({role}), but there the text"
                    " says “{found}”.",
                    what=_what(rows[0]),
                    seen=excerpt(surface, 0, len(surface)),
                    role=role,
                    found=excerpt(text, first, last),
                ),
            )
    span = (min(f[1] for f in fragments), max(f[2] for f in fragments))
    expected = fragments[0][0] if len(fragments) == 1 else ""
    if (start, end) != span or sole_role != expected:
        yield Problem(
            where, tr("{what} does not span its own parts.", what=_what(rows[0]))
        )
    if not is_ordered(fragments):
        yield Problem(
            where,
            tr(
                "{what} has parts that overlap or are out of order.",
                what=_what(rows[0]),
            ),
        )


def _what(row: Any) -> str:
    """Return in words which annotation a row of ``READ_FRAGMENTS`` is about."""
    _, who, kind, label, start, end = row[:6]
    return tr(
        "The {kind} “{label}” of {who} at {start}-{end}",
        kind=kind,
        label=label,
        who=who,
        start=start,
        end=end,
    )


def is_ordered(fragments: Iterable[tuple[str, int, int, str]]) -> bool:
    """Return whether the fragments of each role follow one another."""
    ends: dict[str, int] = {}
    for role, start, end, _ in fragments:
        if start < ends.get(role, 0):
            return False
        ends[role] = end
    return True


def tokens_problems(
    database: Database, where: str, identity: DocumentId, length: int
) -> Iterator[Problem]:
    """Yield what is wrong with a document's tokens."""
    row = database.row(
        "SELECT tokenizer, starts, lengths, sentences FROM tokens"
        " WHERE document_id = ?",
        (identity,),
    )
    if row is None:
        return
    try:
        tokens = encoding.unpack_tokens(*row)
    except (ValueError, IndexError, OverflowError):
        yield Problem(where, tr("The tokens are unreadable."))
        return
    if not tokens.fit(length):
        yield Problem(where, tr("The tokens do not fit the text."))


def _suggestions(
    database: Database, where: str, identity: DocumentId, length: int
) -> Iterator[Problem]:
    for suggestion in suggestions_of(database, identity):
        fragments = [f for spans in suggestion.parts.values() for f in spans]
        if not all(0 <= start < end <= length for start, end in fragments):
            yield Problem(
                where,
                tr(
                    "A suggestion of {pipeline} ({label}) is outside of the text.",
                    pipeline=suggestion.pipeline,
                    label=suggestion.label,
                ),
            )


def _comments(
    database: Database, where: str, identity: DocumentId, length: int
) -> Iterator[Problem]:
    for who, start, end in database.rows(
        'SELECT p.name, c.start, c."end" FROM comments AS c'
        " JOIN annotators AS p ON p.id = c.author_id"
        ' WHERE c.document_id = ? AND c."end" > ?',
        (identity, length),
    ):
        yield Problem(
            where,
            tr(
                "A comment of {who} at {start}-{end} is outside of the text.",
                who=who,
                start=start,
                end=end,
            ),
        )


def _zones(
    database: Database, where: str, identity: DocumentId, length: int
) -> Iterator[Problem]:
    for start, end in database.rows(
        'SELECT start, "end" FROM zones WHERE document_id = ? AND "end" > ?',
        (identity, length),
    ):
        yield Problem(
            where,
            tr("A zone at {start}-{end} is outside of the text.", start=start, end=end),
        )


def _settled(database: Database, where: str, identity: DocumentId) -> Iterator[Problem]:
    rows = database.rows(
        "SELECT annotator_id FROM settlements WHERE document_id = ?", (identity,)
    )
    shelf = Settlements(database)
    for annotator_id in {row[0] for row in rows}:
        try:
            shelf.of((identity, annotator_id))
        except (ValueError, TypeError) as error:
            yield Problem(
                where, tr("How it was settled is unreadable: {error}.", error=error)
            )


HELD = {
    ANNOTATION: "SELECT 1 FROM annotations AS t WHERE t.id = s.item",
    LINK: "SELECT 1 FROM links AS t WHERE t.id = s.item",
    SETTLEMENT: "SELECT 1 FROM settlements AS t WHERE t.id = s.item",
    COMMENT: "SELECT 1 FROM comments AS t WHERE t.id = s.item",
    ZONE: "SELECT 1 FROM zones AS t WHERE t.id = s.item",
    OPERATION: "SELECT 1 FROM operations AS t WHERE t.id = s.item",
    VERDICT: "SELECT 1 FROM verdicts AS t WHERE t.suggestion_id = s.item"
    " AND t.annotator_id = s.annotator_id",
}

_TITLES = {
    ANNOTATION: noop("annotations"),
    LINK: noop("links"),
    SETTLEMENT: noop("settlements"),
    COMMENT: noop("comments"),
    ZONE: noop("zones"),
    OPERATION: noop("operations"),
    VERDICT: noop("verdicts"),
}
"""What people call the things that are stamped; within a sentence."""


def _stamps(database: Database) -> Iterator[Problem]:
    """Find stamps that say another thing than the tables: a merge would obey them."""
    for kind, held in HELD.items():
        (wrong,) = database.rows(
            f"""SELECT count(*) FROM stamps AS s WHERE s.kind = ?
            AND s.payload = '' AND EXISTS ({held}) = s.removed""",  # noqa: S608
            (kind,),
        )[0]
        if wrong:
            yield Problem(
                database.path.name,
                tr(
                    "{wrong} notes of what was changed do not fit the {things}.",
                    wrong=wrong,
                    things=tr(_TITLES[kind]),
                ),
            )


def _times(database: Database) -> Iterator[Problem]:
    wrong = database.value("SELECT count(*) FROM time_spent WHERE NOT seconds >= 0")
    if wrong:
        yield Problem(
            database.path.name,
            trn(
                "{n} time spent is not a time.", "{n} times spent are not times.", wrong
            ),
        )


def _bin(database: Database) -> Iterator[Problem]:
    wrong = database.value("SELECT count(*) FROM bin WHERE time = ''")
    if wrong:
        yield Problem(
            database.path.name,
            trn(
                "Of {n} document in the bin nobody knows since when.",
                "Of {n} documents in the bin nobody knows since when.",
                wrong,
            ),
        )
