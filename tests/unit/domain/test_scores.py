"""Counts of suggestions by score."""

from __future__ import annotations

from collections import Counter
from math import sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.domain.annotations import Decision
from annotator.domain.scores import (
    EMPTY,
    NONE_REACHES,
    ScoreCount,
    ScoreHistogram,
    reaches,
    score_bin,
    wilson,
)

SCORES = st.one_of(
    st.floats(0, 1), st.integers(0, 100).map(lambda n: n / 100), st.just(0.29)
)
ITEMS = st.lists(
    st.tuples(
        st.sampled_from(["entity", "quote"]),
        SCORES,
        st.one_of(st.none(), st.sampled_from(Decision)),
    )
)


@pytest.mark.parametrize("hundredths", range(101))
def test_a_score_with_two_decimals_reaches_its_own_limit_and_no_higher_one(
    hundredths: int,
) -> None:
    score = hundredths / 100
    assert score_bin(score) == hundredths
    assert reaches(score, score)
    assert not reaches(score, (hundredths + 1) / 100)
    assert not reaches(score, NONE_REACHES)


@given(ITEMS, st.integers(0, 101))
def test_what_a_limit_lets_through_is_counted_as_one_by_one(items, least) -> None:
    histogram = ScoreHistogram.count(items)
    for kind in ("entity", "quote"):
        found = Counter(
            decision
            for its_kind, score, decision in items
            if its_kind == kind and reaches(score, least / 100)
        )
        assert histogram.at_least(kind, least) == ScoreCount(
            found[None],
            found[Decision.ACCEPTED],
            found[Decision.CORRECTED],
            found[Decision.REJECTED],
        )


@given(ITEMS, ITEMS)
def test_what_is_added_can_be_taken_away(one, other) -> None:
    first, second = ScoreHistogram.count(one), ScoreHistogram.count(other)
    both = first.plus(second)
    assert both.at_least("quote", 0) == first.at_least("quote", 0).plus(
        second.at_least("quote", 0)
    )
    left = both.plus(second, -1)
    for least in range(101):
        assert left.at_least("quote", least) == first.at_least("quote", least)


def test_precision_is_the_share_that_was_right_as_it_stood() -> None:
    assert ScoreCount(open=7, accepted=6, corrected=1, rejected=1).precision == 0.75
    assert ScoreCount(open=7).precision is None
    assert EMPTY.at_least("quote", 0) == ScoreCount()


def test_wilsons_interval_of_a_known_case() -> None:
    # Newcombe, Statistics in Medicine 17 (1998), table I, method 3.
    assert wilson(81, 263) == pytest.approx((0.2553, 0.3662), abs=5e-5)
    assert wilson(15, 148) == pytest.approx((0.0624, 0.1605), abs=5e-5)
    assert wilson(0, 20) == pytest.approx((0.0, 0.1611), abs=5e-5)
    assert wilson(0, 0) == (0.0, 1.0)


@given(st.integers(1, 40).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_the_share_lies_as_far_from_both_ends_as_chance_takes_it(case) -> None:
    """Wilson's definition: the test of the end against the share just holds."""
    right, total = case
    low, high = wilson(right, total)
    share = right / total
    assert 0 <= low <= share + 1e-12
    assert share - 1e-12 <= high <= 1
    for end in (low, high):
        off = 1.959964 * sqrt(end * (1 - end) / total)
        assert abs(share - end) == pytest.approx(off, abs=1e-6)
