"""Suggestions: replaced by the next run, kept where somebody has decided."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.domain.annotations import Decision, Fragment
from annotator.domain.errors import InputError
from annotator.domain.progress import Progress
from annotator.domain.scores import ScoreCount, reaches
from annotator.domain.tokens import Tokens
from annotator.storage.store import Store, VerdictCount
from tests.unit.storage.builders import (
    DOCUMENT,
    add,
    commit,
    fragment,
    record,
    suggestion,
    verdict,
)

ENTITY = frozenset({"entity"})
BOTH = frozenset({"entity", "quote"})


@dataclass(frozen=True)
class Result:
    """What a worker hands over."""

    document_id: str
    tokens: Tokens | None
    pipeline: str = "pipe"
    version: str = "1"
    suggestions: tuple = ()
    error: str = ""
    suggested: bool = True


def test_they_come_back_in_text_order(store: Store) -> None:
    early, late = suggestion("Ada", score=0.25), suggestion("snow")
    wide = replace(
        suggestion("Lindqvist"),
        parts={
            "content": (fragment("Ada Lindqvist"), fragment("snow")),
            "cue": (fragment("said"),),
        },
        attributes={"n": 1.0, "b": True},
        reason="",
    )
    store.suggestions.put(DOCUMENT, "pipe", "1", ENTITY, [late, early, wide])
    read = store.suggestions.of(DOCUMENT)
    assert read == [wide, early, late]
    assert list(read[0].parts) == ["content", "cue"]
    assert type(read[0].parts["cue"][0]) is Fragment
    assert store.check(Progress()) == []


def test_a_run_again_changes_nothing(store: Store, ann) -> None:
    found = [suggestion("Ada"), suggestion("snow")]
    store.suggestions.put(DOCUMENT, "pipe", "1", ENTITY, found)
    commit(store, ann, put_verdicts=(verdict(found[0]),))
    store.suggestions.put(DOCUMENT, "pipe", "1", ENTITY, found)
    assert store.suggestions.of(DOCUMENT) == found
    assert store.documents.row(ann, DOCUMENT).pending == 1


def test_a_run_replaces_its_own_kinds_but_what_was_decided(store: Store, ann) -> None:
    decided, dropped = suggestion("Ada"), suggestion("snow")
    said = suggestion("said", kind="quote")
    foreign = suggestion("she", made_by=("other", "9"))
    store.suggestions.put(DOCUMENT, "pipe", "1", BOTH, [decided, dropped, said])
    store.suggestions.put(DOCUMENT, "other", "9", ENTITY, [foreign])
    commit(store, ann, put_verdicts=(verdict(decided),))
    newer = suggestion("Norrby", made_by=("pipe", "2"))
    store.suggestions.put(DOCUMENT, "pipe", "2", ENTITY, [newer])
    left = {s.id for s in store.suggestions.of(DOCUMENT)}
    assert left == {decided.id, said.id, foreign.id, newer.id}
    assert store.suggestions.pipelines() == [
        ("other", "9"),
        ("pipe", "1"),
        ("pipe", "2"),
    ]
    assert store.suggestions.counts() == [
        ("other", "9", "entity", 1),
        ("pipe", "1", "entity", 1),
        ("pipe", "1", "quote", 1),
        ("pipe", "2", "entity", 1),
    ]


def test_redo_of_a_verdict_on_what_a_new_run_dropped(store: Store, ann) -> None:
    found = suggestion("Ada")
    store.suggestions.put(DOCUMENT, "pipe", "1", ENTITY, [found])
    decision = verdict(found)
    commit(store, ann, "Reject", put_verdicts=(decision,))
    store.undo(ann)
    store.suggestions.put(DOCUMENT, "pipe", "2", ENTITY, [])
    assert store.suggestions.of(DOCUMENT) == []
    store.redo(ann)
    assert store.layer(DOCUMENT, ann).verdicts == {found.id: decision}
    assert store.documents.row(ann, DOCUMENT).pending == 0
    assert store.suggestions.verdict_counts() == []
    assert store.check(Progress()) == []


def test_what_has_been_run_is_known(store: Store) -> None:
    (second,) = add(store, record("A second text."))
    assert store.suggestions.todo("pipe", "1", BOTH) == [DOCUMENT, second]
    store.suggestions.put(second, "pipe", "1", ENTITY, [])
    assert store.suggestions.todo("pipe", "1", ENTITY) == [DOCUMENT]
    assert store.suggestions.todo("pipe", "1", BOTH) == [DOCUMENT, second]
    assert store.suggestions.todo("pipe", "2", ENTITY) == [DOCUMENT, second]
    assert store.suggestions.todo("pipe", "1", frozenset()) == []
    store.suggestions.put(second, "pipe", "1", frozenset({"quote"}), [])
    assert store.suggestions.todo("pipe", "1", BOTH) == [DOCUMENT]
    assert store.suggestions.is_done(second, "pipe", "1", BOTH)
    assert not store.suggestions.is_done(second, "pipe", "2", ENTITY)
    assert not store.suggestions.is_done(DOCUMENT, "pipe", "1", ENTITY)
    store.suggestions.put(second, "pipe", "2", ENTITY, [])
    assert not store.suggestions.is_done(second, "pipe", "1", ENTITY)
    assert store.suggestions.pipelines() == []


def test_a_batch_of_results(store: Store) -> None:
    second, third = add(store, record("A second text."), record("A third."))
    tokens = Tokens.of("t", [(0, 1), (2, 8)], [0])
    results = [
        Result(DOCUMENT, tokens, suggestions=(suggestion("Ada"),)),
        Result(second, tokens, suggested=False),
        Result(third, None, error="It failed."),
    ]
    store.suggestions.put_results(results, ENTITY)
    assert store.documents_without_tokens() == [third]
    assert store.suggestions.todo("pipe", "1", ENTITY) == [second, third]
    assert [s.id for s in store.suggestions.of(DOCUMENT)] == [suggestion("Ada").id]


def test_a_batch_is_one_transaction(store: Store) -> None:
    (second,) = add(store, record("A second text."))
    wide = replace(suggestion("Ada", second), parts={"m": (Fragment(0, 999),)})
    results = [
        Result(DOCUMENT, None, suggestions=(suggestion("Ada"),)),
        Result(second, None, suggestions=(wide,)),
    ]
    with pytest.raises(InputError, match="outside"):
        store.suggestions.put_results(results, ENTITY)
    assert store.suggestions.of(DOCUMENT) == []
    assert store.suggestions.todo("pipe", "1", ENTITY) == [DOCUMENT, second]


def test_verdicts_score_the_pipeline(store: Store, ann) -> None:
    found = [suggestion(s) for s in ("Ada", "snow", "Norrby")]
    said = suggestion("said", kind="quote")
    store.suggestions.put(DOCUMENT, "pipe", "1", BOTH, [*found, said])
    verdicts = [verdict(found[0], Decision.ACCEPTED), verdict(found[1])]
    commit(store, ann, put_verdicts=(*verdicts, verdict(said)))
    other = store.annotator("other").id
    commit(store, other, put_verdicts=(verdict(found[0], Decision.ACCEPTED),))
    counts = store.suggestions.verdict_counts()
    assert counts == [
        VerdictCount("pipe", "1", "entity", Decision.ACCEPTED, 2),
        VerdictCount("pipe", "1", "entity", Decision.REJECTED, 1),
        VerdictCount("pipe", "1", "quote", Decision.REJECTED, 1),
    ]
    assert str(counts[0]) == "pipe 1, entity: 2 accepted"


def test_they_are_read_for_export_by_pipeline(store: Store) -> None:
    (second,) = add(store, record("A second text."))
    tokens = Tokens.of("t", [(0, 5)], [0])
    store.put_tokens([(DOCUMENT, tokens)])
    mine, late = suggestion("Ada"), suggestion("snow")
    theirs = suggestion("she", made_by=("other", "9"))
    store.suggestions.put(DOCUMENT, "pipe", "1", ENTITY, [late, mine])
    store.suggestions.put(DOCUMENT, "other", "9", ENTITY, [theirs])
    store.suggestions.put(second, "pipe", "1", ENTITY, [])
    document = store.documents.get(DOCUMENT)
    assert list(store.suggestions.read(None)) == [
        (document, "other", "9", [theirs], tokens),
        (document, "pipe", "1", [mine, late], tokens),
    ]
    assert [row[1] for row in store.suggestions.read("pipe")] == ["pipe"]
    assert list(store.suggestions.read("nobody")) == []


def test_tokens_are_replaced(store: Store) -> None:
    one, two = Tokens.of("a", [(0, 5)], [0]), Tokens.of("b", [(0, 3), (3, 5)], [0])
    store.put_tokens([(DOCUMENT, one)])
    store.put_tokens([(DOCUMENT, two)])
    assert store.tokens(DOCUMENT) == two
    assert store.documents_without_tokens() == []


SCORED = st.lists(
    st.tuples(
        st.sampled_from(["entity", "quote"]),
        st.one_of(st.floats(0, 1), st.integers(0, 100).map(lambda n: n / 100)),
        st.one_of(st.none(), st.sampled_from(Decision)),
    ),
    max_size=12,
)
RUN = count()


@settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(SCORED, SCORED, st.integers(0, 101))
def test_the_file_counts_scores_as_one_by_one(store, here, there, least) -> None:
    one, other = add(
        store, record(f"Ada said {next(RUN)}."), record(f"Ada said {next(RUN)}.")
    )
    me = store.annotator(f"ann{next(RUN)}").id
    somebody = store.annotator("bert").id
    for document_id, items in ((one, here), (other, there)):
        made = [
            replace(
                suggestion("Ada", kind=kind, score=score),
                id=f"{document_id}-{number}",
                document_id=document_id,
                parts={"mention": (Fragment(0, 3),)},
            )
            for number, (kind, score, _) in enumerate(items)
        ]
        store.suggestions.put(document_id, "pipe", "1", BOTH, made)
        verdicts = tuple(
            verdict(s, decision)
            for s, (_, _, decision) in zip(made, items, strict=True)
            if decision is not None
        )
        commit(store, me, document=document_id, put_verdicts=verdicts)
        commit(
            store,
            somebody,
            document=document_id,
            put_verdicts=tuple(verdict(s, Decision.REJECTED) for s in made),
        )
    before = store.suggestions.score_histogram(me, besides=one)
    everything = store.suggestions.score_histogram(me)
    for kind in ("entity", "quote"):
        found = Counter(d for k, s, d in here if k == kind and reaches(s, least / 100))
        expected = ScoreCount(found[None], *(found[d] for d in Decision))
        assert everything.plus(before, -1).at_least(kind, least) == expected
    store.suggestions.put(one, "pipe", "1", BOTH, [])
