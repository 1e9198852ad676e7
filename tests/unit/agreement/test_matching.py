"""Matching: the overlap of characters, and one-to-one pairs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.agreement.matching import (
    LEFT_OUT,
    Pair,
    Ruler,
    candidates,
    greedy,
    identical,
)
from annotator.domain.annotations import Fragment, merge_fragments
from tests.unit.agreement.oracle import load_score_quotes

TEXT = "“Café 👩‍🚒,” she said: ‘no’.\n שלום e\u0301nd;" * 3


def spans(*pairs: tuple[int, int]) -> tuple[Fragment, ...]:
    return tuple(Fragment(*pair) for pair in pairs)


def places(size: int):
    """Return a strategy for fragments of one thing, sorted and apart."""
    edge = st.integers(0, size - 1)
    one = st.tuples(edge, st.integers(1, 25)).map(
        lambda p: Fragment(p[0], min(p[0] + p[1], size))
    )
    return st.lists(one, max_size=3).map(lambda found: merge_fragments(tuple(found)))


THINGS = st.lists(places(len(TEXT)), max_size=9)


def counted(fragments) -> set[int]:
    return {i for s, e in fragments for i in range(s, e) if TEXT[i] not in LEFT_OUT}


def test_quotation_marks_blanks_and_end_punctuation_do_not_count():
    text = "“Yes, we do.”\n"
    ruler = Ruler(text)
    assert ruler.size(spans((0, len(text)))) == len("Yeswedo")
    assert ruler.shared(spans((0, 12)), spans((5, 14))) == len("wedo")


def test_offsets_are_code_points():
    text = "👩‍🚒 שלום e\u0301"
    assert Ruler(text).size(spans((0, 3))) == 3
    assert Ruler(text).size(spans((4, len(text)))) == 6


@given(places(len(TEXT)), places(len(TEXT)))
def test_the_ruler_measures_sets_of_characters(one, other):
    ruler = Ruler(TEXT)
    assert ruler.size(one) == len(counted(one))
    assert ruler.shared(one, other) == len(counted(one) & counted(other))
    assert ruler.shared(one, other) == ruler.shared(other, one)


@given(THINGS, THINGS)
def test_candidates_are_all_pairs_that_share_a_character(left, right):
    expected = {}
    for i, one in enumerate(left):
        for j, other in enumerate(right):
            both = counted(one) & counted(other)
            if both:
                expected[i, j] = len(both) / len(counted(one) | counted(other))
    found = candidates(left, right, Ruler(TEXT))
    assert {(c.left, c.right): c.overlap for c in found} == expected
    assert [c.overlap for c in found] == sorted(expected.values(), reverse=True)


@given(THINGS, THINGS, st.sampled_from([0.3, 0.8]))
def test_greedy_pairs_are_one_to_one_and_nothing_is_left_to_pair(left, right, least):
    found = candidates(left, right, Ruler(TEXT))
    pairs = greedy(found, least)
    lefts, rights = {p.left for p in pairs}, {p.right for p in pairs}
    assert len(lefts) == len(rights) == len(pairs)
    overlap = {(c.left, c.right): c.overlap for c in found}
    assert all(overlap[pair] >= least for pair in pairs)
    for candidate in found:
        if candidate.overlap >= least:
            assert candidate.left in lefts or candidate.right in rights


@given(left=THINGS, right=THINGS, least=st.sampled_from([0.3, 0.8]))
def test_greedy_matches_as_the_scorer_of_quotes_does(shared_data, left, right, least):
    oracle = load_score_quotes(shared_data)
    as_quotes = [[{"content": [list(f) for f in t]} for t in s] for s in (left, right)]
    expected = oracle.match(*as_quotes, TEXT, least)
    assert greedy(candidates(left, right, Ruler(TEXT)), least) == expected


def test_fragments_out_of_order_or_overlapping_are_put_in_order_first():
    [found] = candidates([spans((4, 8), (0, 5))], [spans((0, 8))], Ruler("abcdefgh"))
    assert found.overlap == 1.0


def test_the_best_pair_comes_first():
    text = "abcdefghij"
    left = [spans((0, 5)), spans((0, 9))]
    right = [spans((0, 10))]
    assert greedy(candidates(left, right, Ruler(text)), 0.3) == [Pair(1, 0)]


def test_the_same_fragments_and_the_same_label_go_together_first():
    here, there = spans((0, 3)), spans((4, 6))
    left = [("A", here), ("B", here), ("A", there), ("C", ())]
    right = [("B", here), ("C", here), ("A", there), ("C", ())]
    assert set(identical(left, right)) == {(1, 0), (0, 1), (2, 2)}


@given(
    st.lists(st.tuples(st.sampled_from("AB"), places(6)), max_size=8),
    st.lists(st.tuples(st.sampled_from("AB"), places(6)), max_size=8),
)
def test_identical_finds_as_many_as_there_are(left, right):
    from collections import Counter

    pairs = identical(left, right)
    assert len({p.left for p in pairs}) == len({p.right for p in pairs}) == len(pairs)
    assert all(left[p.left][1] == right[p.right][1] != () for p in pairs)
    for chosen in (lambda item: item[1], lambda item: item):
        ours = Counter(chosen(x) for x in left if x[1])
        theirs = Counter(chosen(x) for x in right if x[1])
        same = [p for p in pairs if chosen(left[p.left]) == chosen(right[p.right])]
        assert len(same) == (ours & theirs).total()


@pytest.mark.parametrize("empty", [([], []), ([()], [()]), ([spans((0, 2))], [])])
def test_nothing_matches_nothing(empty):
    left, right = empty
    assert candidates(left, right, Ruler("ab")) == []
    assert identical([("A", f) for f in left], [("A", f) for f in right]) == []
