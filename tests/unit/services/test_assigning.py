"""Assigning: balanced, repeatable, and nothing that was given is taken away."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.domain.errors import InputError
from annotator.domain.people import Assignment
from annotator.services.assigning import (
    AssignRequest,
    Share,
    assign,
    distribute,
    parse_share,
)
from annotator.services.importing import import_paths
from annotator.services.people import retire_person
from annotator.services.project import Project

WHO = ["a", "b", "c", "d", "e"]


@pytest.fixture
def project(tmp_path: Path):
    with Project.create(tmp_path / "p.annot") as made:
        add_documents(made, tmp_path, 0, 10)
        yield made


def add_documents(project: Project, folder: Path, first: int, last: int) -> None:
    sources = folder / f"texts-{first}"
    sources.mkdir()
    for number in range(first, last):
        text = f"Title {number}\n\n" + "word " * (number * 7 % 30 + 1) + "end.\n"
        (sources / f"{number:03}.txt").write_text(text, "utf-8")
    import_paths(project, [sources])


def loads(rows: list[Assignment], who: list[str]) -> dict[str, int]:
    counted = Counter(row.annotator_id for row in rows)
    return {name: counted[name] for name in who}


# -- the rule ----------------------------------------------------------------

requests = st.builds(
    AssignRequest,
    annotators=st.just(()),
    per_document=st.integers(1, 3),
    shared=st.builds(Share, st.integers(0, 6)),
    withhold=st.builds(Share, st.integers(0, 6)),
    withhold_shared=st.booleans(),
    seed=st.integers(0, 5),
)
documents = st.integers(0, 25).map(lambda n: [f"d{i:02}" for i in range(n)])
people = st.integers(3, 5).map(lambda n: WHO[:n])


@given(documents, people, requests)
def test_loads_differ_by_one_at_most(ids, who, request) -> None:
    rows = distribute(ids, who, [], request, {})
    counted = loads(rows, who)
    assert max(counted.values()) - min(counted.values()) <= 1
    holders: dict[str, list[str]] = {}
    for row in rows:
        holders.setdefault(row.document_id, []).append(row.annotator_id)
    shared = {row.document_id for row in rows if row.shared}
    assert len(shared) == min(len(ids), request.shared.number)
    for document in ids:
        expected = len(who) if document in shared else request.per_document
        assert len(holders[document]) == len(set(holders[document])) == expected


@given(documents, people, requests)
def test_the_same_seed_gives_the_same(ids, who, request) -> None:
    def pairs(order):
        rows = distribute(order, who, [], request, {})
        return {(r.annotator_id, r.document_id, r.suggestions_withheld) for r in rows}

    assert pairs(ids) == pairs(ids[::-1])


@given(documents, people, requests, st.integers(0, 25))
def test_more_documents_later_keep_the_balance(ids, who, request, cut) -> None:
    first = distribute(ids[:cut], who, [], request, {})
    second = distribute(ids, who, first, request, {})
    before = {(r.annotator_id, r.document_id) for r in first}
    assert not before & {(r.annotator_id, r.document_id) for r in second}
    counted = loads([*first, *second], who)
    assert max(counted.values()) - min(counted.values()) <= 1
    assert distribute(ids, who, [*first, *second], request, {}) == []


@given(documents, people, requests)
def test_suggestions_are_withheld_from_all_or_nobody(ids, who, request) -> None:
    rows = distribute(ids, who, [], request, {})
    withheld = {r.document_id for r in rows if r.suggestions_withheld}
    assert all(r.suggestions_withheld == (r.document_id in withheld) for r in rows)
    shared = {r.document_id for r in rows if r.shared}
    least = min(len(ids), request.withhold.number)
    if request.withhold_shared:
        assert shared <= withheld
        assert len(withheld) <= least + len(shared)
    else:
        assert len(withheld) == least


@given(
    st.lists(st.integers(1, 900), min_size=1, max_size=30),
    people,
    st.integers(1, 3),
    st.integers(0, 3),
)
def test_words_are_balanced_to_the_longest_document(lengths, who, number, seed) -> None:
    weights = {f"d{i}": length for i, length in enumerate(lengths)}
    request = AssignRequest((), number, seed=seed, by_words=True)
    rows = distribute(list(weights), who, [], request, weights)
    words = dict.fromkeys(who, 0)
    for row in rows:
        words[row.annotator_id] += weights[row.document_id]
    assert max(words.values()) - min(words.values()) <= max(lengths)


def test_seeds_differ_and_pairs_mix() -> None:
    ids = [f"d{i:03}" for i in range(120)]
    found = []
    for seed in (1, 2):
        rows = distribute(ids, WHO[:4], [], AssignRequest((), 2, seed=seed), {})
        pairs = Counter(
            frozenset(r.annotator_id for r in rows if r.document_id == d) for d in ids
        )
        assert len(pairs) == len(list(combinations(WHO[:4], 2)))
        found.append({(r.annotator_id, r.document_id) for r in rows})
    assert found[0] != found[1]


def test_somebody_new_gets_the_shared_documents_and_what_comes_later() -> None:
    ids = [f"d{i:02}" for i in range(20)]
    request = AssignRequest((), 2, Share(4))
    first = distribute(ids[:12], WHO[:3], [], request, {})
    second = distribute(ids, WHO[:4], first, request, {})
    shared = {r.document_id for r in first if r.shared}
    assert shared <= {r.document_id for r in second if r.annotator_id == "d"}
    counted = loads([*first, *second], WHO[:4])
    assert max(counted.values()) - min(counted.values()) <= 1


def test_who_is_not_named_keeps_what_they_have() -> None:
    first = distribute(["x", "y"], ["a", "b"], [], AssignRequest((), 2), {})
    second = distribute(["x", "y"], ["b", "c"], first, AssignRequest((), 2), {})
    assert second == []
    third = distribute(
        ["x", "y"], ["b", "c"], first, AssignRequest((), 2, Share(2)), {}
    )
    assert third == []  # they have been given out: none is left to share


# -- the service ---------------------------------------------------------------


def test_assigning_says_what_it_did(project: Project) -> None:
    request = AssignRequest(("ada", " bob ", "ada", "cy"), 2, Share(3), Share(2))
    report = assign(project, request)
    assert report.made == ["ada", "bob", "cy"]
    assert (report.documents, report.shared, report.withheld) == (10, 3, 2)
    assert sum(report.loads.values()) == 3 * 3 + 7 * 2
    assert report.new == report.loads
    assert report.words == {}
    again = assign(project, request)
    assert (again.documents, again.made, again.loads) == (0, [], report.loads)
    assert set(again.new.values()) == {0}


def test_more_documents_later(project: Project, tmp_path: Path) -> None:
    names = ("ada", "bob", "cy")
    assign(project, AssignRequest(names, 2))
    before = set(project.store.assignments())
    add_documents(project, tmp_path, 10, 17)
    report = assign(project, AssignRequest(names, 2, seed=9))
    assert before <= set(project.store.assignments())
    assert report.documents == 7
    assert max(report.loads.values()) - min(report.loads.values()) <= 1


def test_words_are_told(project: Project) -> None:
    report = assign(project, AssignRequest(("ada", "bob"), by_words=True))
    total = sum(
        len(project.store.documents.text(d).split())
        for d in project.store.documents.ids()
    )
    assert sum(report.words.values()) == total


def test_only_some_documents(project: Project) -> None:
    queries = ("Title 3", "title 4", "nothing of the kind")
    report = assign(project, AssignRequest(("ada",), queries=queries))
    assert report.documents == 2


@pytest.mark.parametrize(
    ("request_", "finding"),
    [
        (AssignRequest(("ada", "bob"), 3), "3 annotators per document are more than"),
        (AssignRequest(("ada", "ada"), 2), "more than the 1 who are named"),
        (AssignRequest(("ada",), 0), "one annotator at least"),
        (AssignRequest((" ", "")), "Nobody is named"),
        (AssignRequest(("gold",)), "settled layer"),
        (AssignRequest(("ada",), queries=("zebra",)), "no such documents"),
    ],
)
def test_what_cannot_be_assigned(project: Project, request_, finding) -> None:
    with pytest.raises(InputError, match=finding):
        assign(project, request_)
    assert project.annotators() == []


def test_nothing_goes_to_the_retired(project: Project) -> None:
    project.enter("lead")
    project.annotator("ada")
    retire_person(project, "ada", retired=True)
    with pytest.raises(InputError, match="ada is retired"):
        assign(project, AssignRequest(("ada", "bob")))
    assert [p.name for p in project.annotators()] == ["lead", "ada"]


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("0", Share()),
        ("12", Share(12)),
        (" 10% ", Share(part=Fraction(1, 10))),
        ("100%", Share(part=Fraction(1))),
        ("2.5 %", Share(part=Fraction(1, 40))),
    ],
)
def test_shares_are_read(text: str, share: Share) -> None:
    assert parse_share(text) == share


@pytest.mark.parametrize("text", ["", "%", "-1", "101%", "-5%", "many", "1/0%", "1.5"])
def test_what_is_no_share(text: str) -> None:
    with pytest.raises(InputError, match="no share"):
        parse_share(text)


def test_a_share_of_documents() -> None:
    assert parse_share("20%").of(16) == 3
    assert parse_share("20").of(16) == 16
    assert parse_share("0").of(16) == 0
