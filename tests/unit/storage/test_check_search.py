"""The index of words is proved in slices where SQLite's own proof takes too long."""

from __future__ import annotations

import threading
import time
from pathlib import Path

import pytest

from annotator.domain.documents import Details
from annotator.domain.errors import CancelledError
from annotator.domain.progress import Progress
from annotator.domain.records import Record
from annotator.domain.text import document_id
from annotator.storage import check_search
from annotator.storage.interrupting import interruptible
from annotator.storage.store import Store

TEXTS = [
    "The harbour opens 🚢 on Monday, says “Ada”.",
    "קו הרכבת נפתח היום. e\u0301t\u00e9",
    "🙂🙂",
    "ends within a wor" + "d" * 300,
    *(f"Story {number} of the “ferry” line" for number in range(300)),
]
UNINDEX = (
    "INSERT INTO document_search (document_search, rowid, title, text)"
    " SELECT 'delete', rowid, title, text FROM document_search WHERE rowid = 9"
)
ENDLESS = """WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n)
SELECT count(*) FROM n"""


@pytest.fixture
def large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    """Return a project that is taken for a large one."""
    monkeypatch.setattr(check_search, "SMALL", 0)
    monkeypatch.setattr(check_search, "_SLICE", 7)
    monkeypatch.setattr(check_search, "_SAMPLED", 1)
    store = Store.create(tmp_path / "large.annot", schema_toml="", name="large")
    with store.bulk() as bulk:
        for number, text in enumerate(TEXTS):
            details = Details(f"Title {number}")
            bulk.add_document(Record(document_id(text), text, details, zones=()))
    return store


def test_a_sound_index_is_found_sound(large: Store) -> None:
    with large:
        assert large.check(Progress()) == []


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM document_search_docsize WHERE id = 200",
        "UPDATE document_search_docsize SET sz = X'0105' WHERE id = 200",
        "INSERT INTO document_search_docsize VALUES (5000, X'0101')",
        UNINDEX,
        "INSERT INTO document_search (rowid, title, text) VALUES (900, 'a', 'b')",
    ],
)
def test_what_does_not_fit_is_found(large: Store, statement: str) -> None:
    with large:
        large._db.raw.execute(statement)
        (problem,) = large.check(Progress())
        assert problem.reason == "The search index does not fit the texts."


def test_words_that_are_not_found_are_found_out(large: Store) -> None:
    with large:
        # The same number of words, others: only a look at the words tells.
        large._db.raw.execute(UNINDEX)
        large._db.raw.execute(
            "INSERT INTO document_search (rowid, title, text)"
            " SELECT rowid, title, replace(text, 'ferry', 'train')"
            " FROM document_search WHERE rowid = 9"
        )
        assert large.check(Progress()) != []
        assert large.check(Progress(), deep=True) != []


class Meddling(Progress):
    """Lets somebody write while the index is looked at."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.path = path
        self.wrote = 0

    def step(self, done: int, total: int) -> None:
        if not self.wrote and 34 <= done < 60:
            with Store.open(self.path) as other:
                other._db.raw.execute("PRAGMA busy_timeout = 0")
                other.annotator("somebody")
                self.wrote += 1


def test_others_can_write_meanwhile(large: Store) -> None:
    meddling = Meddling(large.path)
    with large:
        assert large.check(meddling) == []
    assert meddling.wrote


def test_one_long_statement_is_stopped_from_another_thread(large: Store) -> None:
    progress = Progress()
    threading.Timer(0.1, progress.cancel).start()
    started = time.monotonic()
    with large, pytest.raises(CancelledError), interruptible(large._db.raw, progress):
        large._db.raw.execute(ENDLESS).fetchall()
    assert time.monotonic() - started < 60
