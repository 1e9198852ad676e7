"""Intervals: the same from the same seed, and those of a plain bootstrap."""

from __future__ import annotations

import numpy as np
import pytest

from annotator.agreement.bootstrap import folded, intervals, part, total
from annotator.agreement.kappa import cohen_kappa
from annotator.agreement.ratings import PairSums


def sums(documents: int, seed: int = 3) -> PairSums:
    chance = np.random.default_rng(seed)
    both = chance.integers(0, 30, (documents, 3))
    left = both + chance.integers(0, 9, (documents, 3))
    right = both + left.sum(axis=1, keepdims=True) - left - both
    return PairSums(left, np.abs(right), both)


MEASURES = {"kappa": cohen_kappa}


def test_as_many_samples_drawn_one_by_one_give_the_same():
    made = sums(12)
    found = intervals(made, MEASURES, samples=40, seed=9)["kappa"]
    chance = np.random.default_rng(9)
    drawn = chance.integers(12, size=(40, 12))
    values = [float(cohen_kappa(total(part(made, some)))) for some in drawn]
    assert found == pytest.approx(tuple(np.percentile(values, [2.5, 97.5])))


def test_a_seed_is_repeatable_and_another_gives_another():
    made = sums(20)
    one = intervals(made, MEASURES, samples=200)
    assert one == intervals(made, MEASURES, samples=200)
    assert one != intervals(made, MEASURES, samples=200, seed=1)
    low, high = one["kappa"]
    assert low < float(cohen_kappa(total(made))) < high


def test_it_narrows_with_more_documents():
    widths = []
    for number in (10, 400):
        low, high = intervals(sums(number), MEASURES, samples=300)["kappa"]
        widths.append(high - low)
    assert widths[1] < widths[0] / 2


def test_no_interval_of_one_document_or_of_nothing_defined():
    assert intervals(sums(1), MEASURES) == {}
    nothing = PairSums(*(np.array([[4, 0], [6, 0]]),) * 3)
    assert intervals(nothing, MEASURES) == {}


def test_samples_that_are_not_defined_are_left_out():
    # One document of five has more than one class: most samples hold it.
    both = np.array([[5, 3], [5, 0], [5, 0], [5, 0], [5, 0]])
    more = np.zeros_like(both)
    more[0, 1] = 1
    made = PairSums(both + more, both + more[:, ::-1], both)
    low, high = intervals(made, MEASURES)["kappa"]
    assert 0 < low <= high <= 1


def test_weights_are_how_often_a_document_counts():
    made = sums(3)
    twice = folded(made, np.array([2.0, 0.0, 1.0]))
    again = total(part(made, [0, 0, 2]))
    for one, other in ((twice.left, again.left), (twice.both, again.both)):
        assert one.tolist() == other.tolist()
