"""Every kind of damage is found, and said with its place."""

from __future__ import annotations

import pytest

from annotator.domain.errors import CancelledError
from annotator.domain.progress import Progress
from annotator.domain.tokens import Tokens
from annotator.storage.store import Store
from tests.unit.storage.builders import DOCUMENT, commit, mark, quote, suggestion


@pytest.fixture
def full(store: Store, ann) -> Store:
    """Fill the project with one of everything."""
    commit(store, ann, put=(mark("👩‍💼"), quote()))
    store.put_tokens([(DOCUMENT, Tokens.of("t", [(0, 5), (6, 9)], [0]))])
    found = [suggestion("Ada")]
    store.suggestions.put(DOCUMENT, "pipe", "1", frozenset({"entity"}), found)
    assert store.check(Progress()) == []
    return store


DAMAGE = [
    (
        """UPDATE fragments SET start = start + 1, "end" = "end" + 1
        WHERE role = 'mention'""",
        "was made on “👩‍💼”",
    ),
    ("UPDATE fragments SET surface = 'x' WHERE role = 'cue'", "was made on “x” (cue)"),
    ("DELETE FROM fragments WHERE role = 'mention'", "has no parts"),
    (
        "UPDATE fragments SET position = position + 10 WHERE position = 1",
        "out of order",
    ),
    ("UPDATE annotations SET start = 0 WHERE kind = 'quote'", "its own parts"),
    ("UPDATE annotations SET sole_role = 'mention'", "its own parts"),
    ("UPDATE document_texts SET text = 'y' || text", "not the one that was imported"),
    ("UPDATE documents SET length = 3", "not the one that was imported"),
    ("UPDATE documents SET title = 'Other'", "search index"),
    ("DELETE FROM document_texts", "lost its text"),
    ("UPDATE tokens SET lengths = X'4244' ", "tokens do not fit"),
    ("UPDATE tokens SET starts = X'490102'", "tokens are unreadable"),
    ("UPDATE tokens SET sentences = X'4203'", "tokens do not fit"),
    ("UPDATE operations SET forward = '{'", "history is unreadable"),
    ("UPDATE operations SET inverse = '{\"put\": [{}]}'", "history is unreadable"),
    ("UPDATE suggestions SET parts = '{\"m\": [[0, 9999]]}'", "outside of the text"),
    ("DELETE FROM layers", "refers to layers that is not there"),
    ("UPDATE annotations SET annotator_id = 'nobody'", "refers to layers"),
]


@pytest.mark.parametrize(("statement", "finding"), DAMAGE, ids=range(len(DAMAGE)))
def test_damage_is_found(full: Store, statement: str, finding: str) -> None:
    full._db.raw.execute("PRAGMA foreign_keys = OFF")
    full._db.raw.execute(statement)
    problems = full.check(Progress())
    assert any(finding in problem.reason for problem in problems), problems
    assert all(problem.where for problem in problems)


@pytest.mark.parametrize("statement", [s for s, _ in DAMAGE], ids=range(len(DAMAGE)))
@pytest.mark.usefixtures("wrapped")
def test_what_is_found_is_said_in_the_language_in_use(
    full: Store, statement: str
) -> None:
    full._db.raw.execute("PRAGMA foreign_keys = OFF")
    full._db.raw.execute(statement)
    problems = full.check(Progress())
    assert problems
    for problem in problems:
        assert problem.reason.startswith("⟦"), problem
        assert problem.reason.endswith("⟧"), problem
        assert problem.where in (
            "project.annot",
            "⟦document Bridge⟧",
            "⟦document Other⟧",
        )


def test_a_problem_names_the_document(full: Store) -> None:
    full._db.raw.execute("UPDATE fragments SET surface = 'x' WHERE role = 'mention'")
    (problem,) = full.check(Progress())
    assert problem.where == "document Bridge"
    assert problem.reason == (
        "The entity “PERSON” of ann at 20-23 was made on “x” (mention), but there the"
        " text says “👩‍💼”."
    )


def test_the_database_itself_refuses_what_is_wrong(full: Store) -> None:
    import sqlite3

    for statement in (
        'UPDATE fragments SET start = "end"',
        "UPDATE fragments SET start = -1",
        'UPDATE annotations SET "end" = start',
        "DELETE FROM annotators",
    ):
        with pytest.raises(sqlite3.IntegrityError):
            full._db.raw.execute(statement)


def test_checking_can_be_stopped(full: Store) -> None:
    progress = Progress()
    progress.cancel()
    with pytest.raises(CancelledError):
        full.check(progress)


def test_checking_reports_progress(full: Store) -> None:
    steps: list[tuple[int, int]] = []
    full.check(Progress(lambda done, total: steps.append((done, total))))
    assert steps[-1] == (100, 100)
