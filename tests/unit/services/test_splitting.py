"""Splits: by share, balanced by label, nothing torn apart, the same every time."""

from __future__ import annotations

import random
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.domain.errors import InputError
from annotator.services.near_duplicates import groups
from annotator.services.splitting import SplitDocument, parse_split, split

SHARES = {"train": 80, "dev": 10, "test": 10}
WORDS = [f"word{n}" for n in range(3000)]


def documents(count, seed=1, sources=0):
    """Return documents with labels as unevenly spread as in news."""
    rng = random.Random(seed)
    made = []
    for number in range(count):
        labels = Counter(
            {
                ("entity", "PERSON"): rng.randrange(20),
                ("entity", "ORG"): rng.randrange(9),
                ("quote", "direct"): rng.choice((0, 0, 0, 5, 8)),
                ("entity", "LAW"): rng.choice((0,) * 19 + (1,)),
            }
        )
        source = f"Paper {rng.randrange(sources)}" if sources else ""
        made.append(SplitDocument(f"{number:032x}", source, +labels))
    return made


def copies_of(made, copies=()):
    """Return groups of texts that are alike only where *copies* says so."""
    return groups(texts(made, copies))


def texts(made, copies):
    """Yield texts that are alike only where *copies* says so."""
    for document in made:
        number = int(document.id, 16)
        leader = next((c[0] for c in copies if number in c), number)
        rng = random.Random(leader)
        body = " ".join(rng.choice(WORDS) for _ in range(60))
        yield document.id, f"{body} {number}"


def shares_of(parts, made):
    """Return part → what portion it has of documents and of each label."""
    by_id = {document.id: document for document in made}
    totals: Counter = Counter()
    for document in made:
        totals.update(document.labels)
    found = {}
    for name, ids in parts.items():
        counts: Counter = Counter()
        for identity in ids:
            counts.update(by_id[identity].labels)
        labels = {label: counts[label] / totals[label] for label in totals}
        found[name] = labels | {None: len(ids) / len(made)}
    return found


@pytest.mark.parametrize("seed", range(3))
def test_parts_are_alike_in_documents_and_in_every_label(seed):
    made = documents(400)
    parts = split(made, copies_of(made), SHARES, seed=seed)
    assert sorted(i for ids in parts.values() for i in ids) == [d.id for d in made]
    for name, found in shares_of(parts, made).items():
        wanted = SHARES[name] / 100
        assert found.pop(None) == pytest.approx(wanted, abs=0.01)
        rare = found.pop(("entity", "LAW"))
        assert rare == pytest.approx(wanted, abs=0.06)
        for portion in found.values():
            assert portion == pytest.approx(wanted, abs=0.01)


def test_by_chance_alone_they_would_not_be():
    made = documents(400)
    ids = [d.id for d in made]
    worst = []
    for seed in range(5):
        random.Random(seed).shuffle(ids)
        parts = {"dev": frozenset(ids[:40])}
        found = shares_of(parts, made)["dev"]
        worst.append(max(abs(portion - 0.1) for portion in found.values()))
    assert min(worst) > 0.015


def test_it_is_the_same_every_time_and_another_with_another_seed():
    made = documents(60)
    parts = split(made, copies_of(made), SHARES)
    again = split(
        made[::-1], copies_of(made[::-1]), {n: s * 3 for n, s in SHARES.items()}
    )
    assert parts == again
    assert list(parts) == ["train", "dev", "test"]
    other = split(made, copies_of(made), SHARES, seed=7)
    assert other != parts
    assert [len(ids) for ids in other.values()] == [len(i) for i in parts.values()]


def test_near_duplicates_stay_together():
    made = documents(50)
    copies = [(1, 30), (2, 40, 41), (5, 6)]
    parts = split(made, copies_of(made, copies), {"train": 1, "dev": 1})
    for group in copies:
        ids = {made[number].id for number in group}
        assert any(ids <= part for part in parts.values())


def one_sided(parts, made):
    sides: dict[str, set[str]] = {}
    for name, ids in parts.items():
        for document in made:
            if document.id in ids:
                sides.setdefault(document.source, set()).add(name)
    return all(len(names) == 1 for names in sides.values())


def test_sources_stay_together_where_there_are_enough_of_them():
    many = documents(300, sources=60)
    assert one_sided(split(many, copies_of(many), SHARES), many)
    assert not one_sided(split(many, copies_of(many), SHARES, keep_sources=False), many)
    few = documents(300, sources=3)
    assert not one_sided(split(few, copies_of(few), SHARES), few)
    forced = split(few, copies_of(few), SHARES, keep_sources=True)
    assert one_sided(forced, few)
    assert all(forced.values())


def test_documents_without_a_source_are_not_one_group():
    made = documents(40)
    parts = split(made, copies_of(made), {"a": 1, "b": 1}, keep_sources=True)
    assert [len(ids) for ids in parts.values()] == [20, 20]


def test_no_part_is_empty_and_too_few_documents_are_refused():
    made = documents(3)
    parts = split(made, copies_of(made), SHARES)
    assert [len(ids) for ids in parts.values()] == [1, 1, 1]
    with pytest.raises(InputError, match="2 articles cannot be split into 3 parts"):
        split(made[:2], copies_of(made[:2]), SHARES)
    with pytest.raises(InputError, match="3 articles in 2 groups that belong"):
        split(made, copies_of(made, [(0, 1)]), SHARES)
    one = documents(9, sources=1)
    with pytest.raises(InputError, match="articles of each source kept together"):
        split(one, copies_of(one), SHARES, keep_sources=True)


@settings(deadline=None, max_examples=40)
@given(
    count=st.integers(3, 25),
    sources=st.integers(0, 6),
    weights=st.lists(st.floats(0.1, 100), min_size=1, max_size=3),
    seed=st.integers(0, 9),
)
def test_every_document_is_in_one_part(count, sources, weights, seed):
    made = documents(count, seed, sources)
    shares = {f"part{n}": weight for n, weight in enumerate(weights)}
    parts = split(made, copies_of(made), shares, seed=seed)
    assert sorted(i for ids in parts.values() for i in ids) == [d.id for d in made]
    assert all(parts.values())


def test_what_a_split_is_written_like():
    assert parse_split(" train=80, dev=20 ") == {"train": 80, "dev": 20}
    assert parse_split("") == {}
    for wrong in ("train", "train=x", "train=-1", "a b=1", "a=1,a=2", "a=inf", "a=nan"):
        with pytest.raises(InputError, match="train=80,dev=20"):
            parse_split(wrong)
