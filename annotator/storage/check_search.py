"""Proving that the index of words fits the texts, without holding anybody up.

SQLite's own proof is a write to it, and so keeps everybody else from writing until
it is done: nothing among some thousand texts, a minute among a million. There, the
texts are indexed again in memory, some at a time, and compared: how many words each
has in title and text, and of some of them whether the index finds their beginnings.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing

from annotator.domain.progress import Progress
from annotator.storage import search
from annotator.storage.database import Database
from annotator.storage.faults import translated
from annotator.storage.interrupting import interruptible

SMALL = 30_000_000
"""Characters of text that SQLite's own proof takes about a second for."""

_SLICE = 2_000
_SAMPLED = 100
_BEGINNING = 200

_TEXTS = """
SELECT d.position, d.title, t.text FROM documents AS d
JOIN document_texts AS t ON t.document_id = d.id
WHERE d.position > ? ORDER BY d.position LIMIT ?"""
_SIZES = "SELECT id, sz FROM document_search_docsize WHERE id > ? AND id <= ?"
_FINDS = "SELECT 1 FROM document_search WHERE document_search MATCH ? AND rowid = ?"


def search_index_is_sound(
    database: Database, progress: Progress, *, deep: bool
) -> bool:
    """Return whether the index fits the texts.

    Args:
        database: Open.
        progress: Told of every slice.
        deep: Let SQLite prove it, word by word, however long others have to wait.

    Raises:
        CancelledError: Somebody asked for a stop.
    """
    characters = database.value("SELECT sum(length) FROM documents") or 0
    if deep or characters <= SMALL:
        return _sqlite_finds_nothing(database, progress)
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as memory:
        memory.execute(search.IN_MEMORY)
        return all(_slices(database, memory, progress))


def _sqlite_finds_nothing(database: Database, progress: Progress) -> bool:
    with translated(database.path), interruptible(database.raw, progress):
        try:
            database.raw.execute(search.CHECK, search.CHECK_ARGUMENTS)
        except sqlite3.OperationalError:  # a lock, a full disk, a stop
            raise
        except sqlite3.DatabaseError:
            # Its complaint is the same as for a damaged file; that was looked at.
            return False
    return True


def _slices(
    database: Database, memory: sqlite3.Connection, progress: Progress
) -> Iterator[bool]:
    """Compare some documents at a time; every slice yields whether they agree."""
    last = int(database.value("SELECT max(position) FROM documents"))
    reached = -1
    while reached < last:
        progress.step(reached, last)
        with database.snapshot():
            texts = database.rows(_TEXTS, (reached, _SLICE))
            end = texts[-1][0] if texts else last
            sizes: dict[int, bytes] = dict(database.rows(_SIZES, (reached, end)))
        memory.execute(search.FORGET_ALL)
        memory.executemany(search.INSERT, texts)
        expected = dict(memory.execute(_SIZES, (reached, end)))
        yield sizes == expected
        yield all(
            _finds_beginning(database, memory, position, text)
            for position, _, text in texts[::_SAMPLED]
        )
        reached = end
    beyond = database.value("SELECT max(id) FROM document_search_docsize")
    yield beyond is None or beyond <= last


def _finds_beginning(
    database: Database, memory: sqlite3.Connection, position: int, text: str
) -> bool:
    """Return whether a text's first words find it, where they are any."""
    words = search.phrase(text[:_BEGINNING])
    if not words or not memory.execute(_FINDS, (words, position)).fetchone():
        return True  # they end within a word, or are none
    return database.row(_FINDS, (words, position)) is not None
