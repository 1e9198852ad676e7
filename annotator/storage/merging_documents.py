"""Merging what belongs to a document and no layer: comments, zones, language, bin."""

from __future__ import annotations

from annotator.domain.ids import AnnotatorId, CommentId, DocumentId, ZoneId
from annotator.domain.people import Comment
from annotator.domain.zones import Zone
from annotator.storage.bin import BinShelf
from annotator.storage.database import Database
from annotator.storage.lastly import Entries, Entry, winners
from annotator.storage.settlements import Settlements
from annotator.storage.stamps import BIN, COMMENT, LANGUAGE, PUT_STAMP, ZONE
from annotator.storage.survey import SurveyShelf

_READ_STAMPS = """
SELECT kind, item, stamp, removed FROM stamps
WHERE document_id = ? AND annotator_id = ''"""

# Whatever this file does next is later than all it has seen.
_TOUCH = "UPDATE layers SET changed = max(changed, ?) WHERE document_id = ?"


def merge_document(database: Database, other: Database, document_id: DocumentId) -> int:
    """Bring in what is said of a document; return how many things are others now."""
    won = winners(_entries(database, document_id), _entries(other, document_id))
    if not won:
        return 0
    _comments(database, document_id, won)
    _zones(database, document_id, won)
    language = won.get((LANGUAGE, ""))
    if language is not None:
        SurveyShelf(database).set_language(document_id, str(language.value))
    binned = won.get((BIN, ""))
    if binned is not None:
        time, _, by = str(binned.value).partition(" ")
        BinShelf(database).put(document_id, time, AnnotatorId(by))
    database.raw.executemany(
        PUT_STAMP,
        [
            (document_id, "", kind, item, e.stamp, e.value is None, "")
            for (kind, item), e in won.items()
            if e.stamp
        ],
    )
    newest = max(entry.stamp for entry in won.values())
    database.raw.execute(_TOUCH, (newest, document_id))
    return len(won)


def _entries(database: Database, document_id: DocumentId) -> Entries:
    """Return what a file knows; what was never changed by hand has no stamp."""
    survey = SurveyShelf(database)
    comments = Settlements(database).comments(document_id)
    stamps: dict[tuple[str, str], str] = {}
    entries: Entries = {}
    for kind, item, stamp, removed in database.rows(_READ_STAMPS, (document_id,)):
        stamps[kind, item] = stamp
        if removed:
            entries[kind, item] = Entry(stamp, None)
        elif kind == COMMENT and item in comments:
            entries[kind, item] = Entry(stamp, comments[CommentId(item)])
    for zone in survey.zones(document_id):
        entries[ZONE, zone.id] = Entry(stamps.get((ZONE, zone.id), ""), zone)
    stamp = stamps.get((LANGUAGE, ""), "")
    entries[LANGUAGE, ""] = Entry(stamp, survey.language(document_id))
    binned = " ".join(BinShelf(database).put_in(document_id)).strip()
    entries[BIN, ""] = Entry(stamps.get((BIN, ""), ""), binned)
    return entries


def _comments(database: Database, document_id: DocumentId, won: Entries) -> None:
    shelf = Settlements(database)
    gone = [CommentId(item) for kind, item in won if kind == COMMENT]
    put = [e.value for e in won.values() if isinstance(e.value, Comment)]
    shelf.remove_comments(document_id, gone)
    shelf.put_comments(document_id, put, _length(database, document_id))


def _zones(database: Database, document_id: DocumentId, won: Entries) -> None:
    shelf = SurveyShelf(database)
    gone = [
        ZoneId(item)
        for (kind, item), entry in won.items()
        if kind == ZONE and entry.value is None
    ]
    put = [e.value for e in won.values() if isinstance(e.value, Zone)]
    shelf.remove(document_id, gone)
    shelf.put(document_id, put, _length(database, document_id))


def _length(database: Database, document_id: DocumentId) -> int:
    sql = "SELECT length FROM documents WHERE id = ?"
    return int(database.value(sql, (document_id,)))
