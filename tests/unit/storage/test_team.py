"""People, assignments, time, settlements and comments in the project file."""

from __future__ import annotations

import pytest

from annotator.domain.documents import DocumentFilter, Status
from annotator.domain.errors import InputError
from annotator.domain.ids import CommentId, SettlementId, new_id
from annotator.domain.people import Assignment, Comment, TimeSpent
from annotator.domain.progress import Progress
from annotator.domain.settling import How, Settlement, Source
from annotator.storage.documents import _listing
from annotator.storage.store import Store
from tests.unit.storage.builders import (
    DOCUMENT,
    TEXT,
    add,
    commit,
    mark,
    record,
    suggestion,
)


def _comment(who: str, **fields: object) -> Comment:
    defaults: dict[str, object] = {"start": 6, "end": 9, "text": "Who is she?"}
    return Comment(
        CommentId(new_id()), author=who, time="2024-05-01", **(defaults | fields)
    )


def _settled(annotation_id: str, **fields: object) -> Settlement:
    defaults: dict[str, object] = {"key": "k", "how": How.ADJUDICATED, "by": "x"}
    sources = (Source("a", "b", ("content",)), Source("c", "d"))
    return Settlement(
        SettlementId(new_id()),
        time="2024-05-01",
        sources=sources,
        annotation_id=annotation_id,
        **(defaults | fields),
    )


# -- people ----------------------------------------------------------------


def test_people_are_renamed_retired_and_lead(store: Store, ann) -> None:
    commit(store, ann, put=(mark(),))
    store.rename_annotator(ann, "Änne")
    store.retire_annotator(ann, retired=True)
    store.set_lead(ann, lead=True)
    (person,) = store.annotators()
    assert (person.id, person.name, person.retired, person.lead) == (
        ann,
        "Änne",
        True,
        True,
    )
    assert store.annotator("Änne") == person
    assert len(store.layer(DOCUMENT, ann).annotations) == 1
    store.retire_annotator(ann, retired=False)
    store.set_lead(ann, lead=False)
    assert not store.annotators()[0].retired
    assert not store.annotators()[0].lead


def test_a_name_is_one_persons(store: Store, ann) -> None:
    bob = store.annotator("bob").id
    with pytest.raises(InputError, match="another annotator named bob"):
        store.rename_annotator(ann, "bob")
    store.rename_annotator(bob, "bob")  # their own
    with pytest.raises(InputError, match="no annotator"):
        store.rename_annotator("0" * 32, "carl")
    assert [p.name for p in store.annotators()] == ["ann", "bob"]


def test_who_takes_a_name_that_was_given_up_is_somebody_else(store: Store, ann) -> None:
    store.rename_annotator(ann, "anna")
    other = store.annotator("ann")
    assert other.id != ann
    assert store.annotator("ann") == other
    assert [p.name for p in store.annotators()] == ["anna", "ann"]


# -- assignments -----------------------------------------------------------


@pytest.fixture
def three(store: Store) -> list[str]:
    add(store, record("Two.", "Two"), record("Three.", "Three"))
    return store.documents.ids()


def test_lists_can_be_of_what_is_assigned(store: Store, ann, three: list[str]) -> None:
    bob = store.annotator("bob").id
    assert not store.has_assignments(ann)
    store.assign(
        [
            Assignment(ann, three[2], created="2024-05-01"),
            Assignment(ann, three[0], shared=True, suggestions_withheld=True),
            Assignment(bob, three[1]),
        ]
    )
    own, others = DocumentFilter(assigned=True), DocumentFilter(assigned=False)
    assert [r.id for r in store.documents.rows(ann, own)] == [three[0], three[2]]
    assert [r.id for r in store.documents.rows(ann, others)] == [three[1]]
    assert store.documents.count(ann, own) == 2
    assert store.documents.count(bob, own) == 1
    assert store.documents.count(ann) == 3
    assert store.documents.neighbour(ann, own, 0, step=1).id == three[2]
    both = DocumentFilter(assigned=True, statuses=frozenset({Status.TODO}), query="thr")
    assert [r.id for r in store.documents.rows(ann, both)] == [three[2]]
    assert store.has_assignments(ann)
    assert [a.document_id for a in store.assignments(ann)] == [three[0], three[2]]
    assert len(store.assignments()) == 3
    first = store.assignment(ann, three[0])
    assert first == Assignment(ann, three[0], shared=True, suggestions_withheld=True)
    assert store.assignment(ann, three[1]) is None


def test_states_are_counted_of_what_is_assigned(store: Store, ann, three) -> None:
    commit(store, ann, status=Status.DONE)
    commit(store, ann, document=three[1], status=Status.FLAGGED)
    store.assign([Assignment(ann, DOCUMENT), Assignment(ann, three[2])])
    counts = store.documents.status_counts(ann, DocumentFilter(assigned=True))
    assert counts == {
        Status.TODO: 1,
        Status.IN_PROGRESS: 0,
        Status.DONE: 1,
        Status.FLAGGED: 0,
        Status.SKIPPED: 0,
    }
    assert store.documents.status_counts(ann)[Status.FLAGGED] == 1


def test_assigning_again_changes_and_keeps_the_time(store: Store, ann) -> None:
    store.assign([Assignment(ann, DOCUMENT, created="2024-05-01")])
    again = Assignment(ann, DOCUMENT, suggestions_withheld=True, created="2025-01-01")
    store.assign([again])
    (found,) = store.assignments(ann)
    assert (found.suggestions_withheld, found.created) == (True, "2024-05-01")


def test_unassigning_keeps_the_work(store: Store, ann) -> None:
    store.assign([Assignment(ann, DOCUMENT)])
    commit(store, ann, put=(mark(),))
    store.unassign(ann, [DOCUMENT])
    assert store.assignments(ann) == []
    assert len(store.layer(DOCUMENT, ann).annotations) == 1


def test_withheld_suggestions_wait_for_nobody(store: Store, ann) -> None:
    bob = store.annotator("bob").id
    found = [suggestion("Ada"), suggestion("Norrby")]
    store.suggestions.put(DOCUMENT, "pipe", "1", frozenset({"entity"}), found)
    store.assign([Assignment(ann, DOCUMENT, suggestions_withheld=True)])
    store.assign([Assignment(bob, DOCUMENT)])
    assert store.documents.row(ann, DOCUMENT).pending == 0
    assert store.documents.row(bob, DOCUMENT).pending == 2
    waiting = DocumentFilter(has_suggestions=True)
    assert store.documents.count(ann, waiting) == 0
    assert store.documents.count(bob, waiting) == 1


def test_the_list_of_what_is_assigned_reads_no_other_document(store: Store) -> None:
    """It is read from the index of the annotator's own assignments."""
    query = _listing("x", DocumentFilter(assigned=True))
    sql = query.compile(store._db.connection, compile_kwargs={"literal_binds": True})
    plan = [row[3] for row in store._db.rows(f"EXPLAIN QUERY PLAN {sql}")]
    assert any(step.startswith("SEARCH assignments USING PRIMARY") for step in plan)
    assert any(step.startswith("SEARCH documents USING INDEX") for step in plan), plan
    assert not any(step.startswith("SCAN") for step in plan), plan


# -- time ------------------------------------------------------------------


def test_time_adds_up_by_sitting(store: Store, ann, three) -> None:
    for sitting, document, seconds in (
        ("1", three[1], 30.0),
        ("1", three[1], 12.5),
        ("2", three[1], 7.5),
        ("2", three[0], 60.0),
    ):
        started = f"2024-05-0{sitting}"
        store.add_time(TimeSpent(ann, document, sitting, seconds, started))
    assert store.time_spent(ann) == {three[0]: 60.0, three[1]: 50.0}
    assert sorted(t.seconds for t in store.sittings(ann)) == [7.5, 42.5, 60.0]
    assert store.time_spent("nobody") == {}


# -- settlements and comments ----------------------------------------------


def test_a_settlement_comes_and_goes_with_its_step(store: Store) -> None:
    gold = store.annotator("gold").id
    annotation = mark()
    settled = _settled(annotation.id)
    commit(store, gold, put=(annotation,), put_settlements=(settled,))
    assert store.layer(DOCUMENT, gold).settlements == {settled.id: settled}
    assert store.settlements(gold) == {DOCUMENT: {settled.id: settled}}
    assert store.check(Progress()) == []
    store.undo(gold)
    assert store.layer(DOCUMENT, gold).settlements == {}
    assert store.layer(DOCUMENT, gold).annotations == {}
    store.redo(gold)
    assert store.layer(DOCUMENT, gold).settlements == {settled.id: settled}


def test_a_settlement_can_be_changed_and_taken_away(store: Store) -> None:
    gold = store.annotator("gold").id
    first = _settled("", how=How.MAJORITY, by="")
    commit(store, gold, put_settlements=(first,))
    second = _settled("", key="k")
    commit(store, gold, removed_settlements=(first.id,), put_settlements=(second,))
    assert list(store.layer(DOCUMENT, gold).settlements) == [second.id]
    store.undo(gold)
    assert store.layer(DOCUMENT, gold).settlements == {first.id: first}
    assert store.check(Progress()) == []


def test_comments_are_everybodys(store: Store, ann) -> None:
    gold = store.annotator("gold").id
    said = _comment(ann)
    commit(store, ann, put_comments=(said,))
    assert store.layer(DOCUMENT, gold).comments == {said.id: said}
    assert store.comment_counts() == {DOCUMENT: 1}
    resolved = Comment(
        said.id, said.start, said.end, ann, said.time, said.text, resolved=True
    )
    commit(store, gold, put_comments=(resolved,))
    assert store.comments(DOCUMENT) == {said.id: resolved}
    assert store.comment_counts() == {}
    store.undo(gold)
    assert store.comments(DOCUMENT) == {said.id: said}
    commit(store, ann, removed_comments=(said.id,))
    assert store.comments(DOCUMENT) == {}
    store.undo(ann)
    assert store.comments(DOCUMENT) == {said.id: said}
    assert store.check(Progress()) == []


def test_comments_stand_in_text_order_and_inside_of_it(store: Store, ann) -> None:
    late, early = _comment(ann, start=20, end=23), _comment(ann, start=0, end=0)
    commit(store, ann, put_comments=(late, early))
    assert list(store.comments(DOCUMENT)) == [early.id, late.id]
    with pytest.raises(InputError, match="outside of its text"):
        commit(store, ann, put_comments=(_comment(ann, end=len(TEXT) + 1),))
    assert len(store.comments(DOCUMENT)) == 2


def test_ids_of_another_layer_or_document_are_refused(store: Store, ann) -> None:
    (other,) = add(store, record("Another text."))
    said, settled = _comment(ann), _settled("")
    commit(store, ann, put_comments=(said,), put_settlements=(settled,))
    with pytest.raises(InputError, match="taken in another document"):
        commit(store, ann, document=other, put_comments=(said,))
    with pytest.raises(InputError, match="taken by another layer"):
        commit(store, ann, document=other, put_settlements=(settled,))


# -- stamps ----------------------------------------------------------------


def _stamps(store: Store, kind: str) -> list[tuple[str, bool]]:
    rows = store._db.rows(
        "SELECT stamp, removed FROM stamps WHERE kind = ? ORDER BY stamp", (kind,)
    )
    return [(stamp, bool(removed)) for stamp, removed in rows]


def test_every_step_stamps_what_it_touches(store: Store, ann) -> None:
    annotation = mark()
    done = commit(store, ann, put=(annotation,))
    assert _stamps(store, "annotation") == [(done.id, False)]
    store.undo(ann)
    ((undone, removed),) = _stamps(store, "annotation")
    assert removed
    assert undone > done.id
    store.redo(ann)
    ((redone, removed),) = _stamps(store, "annotation")
    assert not removed
    assert redone > undone
    assert store._db.value("SELECT changed FROM layers") == redone
    assert store.check(Progress()) == []


def test_a_step_sorts_behind_a_clock_that_is_ahead(store: Store, ann) -> None:
    commit(store, ann, put=(mark(),))
    ahead = "f" + "0" * 31
    store._db.raw.execute("UPDATE layers SET changed = ?", (ahead,))
    commit(store, ann, put=(mark("Norrby"),))
    assert store._db.value("SELECT max(stamp) FROM stamps") == "f" + "0" * 30 + "1"


def test_steps_that_cannot_be_redone_leave_their_mark(store: Store, ann) -> None:
    commit(store, ann, put=(mark(),))
    store.undo(ann)
    assert _stamps(store, "operation") == []
    commit(store, ann, put=(mark("Norrby"),))
    ((_, removed),) = _stamps(store, "operation")
    assert removed
    assert len(store.operations(ann)) == 1
    assert store.check(Progress()) == []


def test_what_is_imported_again_is_there_again(store: Store, ann) -> None:
    annotation = mark()
    commit(store, ann, put=(annotation,))
    commit(store, ann, removed=(annotation.id,))
    with store.bulk() as bulk:
        added = bulk.add_layer(record(), ann, (annotation,), (), Status.TODO)
    assert added == 1
    assert store.check(Progress()) == []
    ((_, removed),) = _stamps(store, "annotation")
    assert not removed


DAMAGE = [
    ('UPDATE comments SET "end" = 9999', "A comment of ann at 6-9999 is outside"),
    ("UPDATE settlements SET sources = '{'", "How it was settled is unreadable"),
    ("UPDATE settlements SET how = 'guessed'", "How it was settled is unreadable"),
    ("UPDATE stamps SET removed = 1 WHERE kind = 'annotation'", "fit the annotations"),
    ("DELETE FROM comments", "fit the comments"),
    ("UPDATE time_spent SET seconds = -1", "time spent is not a time"),
    ("UPDATE assignments SET document_id = 'x'", "assignments row"),
]


@pytest.mark.parametrize(("statement", "finding"), DAMAGE, ids=range(len(DAMAGE)))
def test_damage_is_found(store: Store, ann, statement: str, finding: str) -> None:
    annotation = mark()
    commit(
        store,
        ann,
        put=(annotation,),
        put_settlements=(_settled(annotation.id),),
        put_comments=(_comment(ann),),
    )
    store.assign([Assignment(ann, DOCUMENT)])
    store.add_time(TimeSpent(ann, DOCUMENT, "1", 3.0, "2024-05-01"))
    assert store.check(Progress()) == []
    store._db.raw.execute("PRAGMA foreign_keys = OFF")
    store._db.raw.execute(statement)
    problems = store.check(Progress())
    assert any(finding in problem.reason for problem in problems), problems


def test_the_schema_knows_its_version(store: Store) -> None:
    before = store.info()
    store.set_schema_toml(store.schema_toml())
    assert store.info() == before  # nothing changed
    store.set_schema_toml('name = "other"\n')
    after = store.info()
    assert after.schema_version == before.schema_version + 1
    assert after.schema_changed >= before.schema_changed
