"""The optimal assignment against SciPy's."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.agreement import assignment
from annotator.agreement.assignment import assign

optimize = pytest.importorskip("scipy.optimize")


@st.composite
def problems(draw, most: int = 9):
    rows, columns = draw(st.integers(1, most)), draw(st.integers(1, most))
    cells = [(i, j) for i in range(rows) for j in range(columns)]
    kept = draw(st.lists(st.sampled_from(cells), unique=True, max_size=30))
    weights = draw(st.lists(st.integers(1, 9), min_size=len(kept), max_size=len(kept)))
    return kept, weights


def solved(kept, weights):
    left = np.array([i for i, _ in kept], np.int64)
    right = np.array([j for _, j in kept], np.int64)
    return left, right, assign(left, right, np.array(weights, np.int64))


def best(kept, weights) -> int:
    matrix = np.zeros((10, 10), np.int64)
    for (i, j), weight in zip(kept, weights, strict=True):
        matrix[i, j] = weight
    rows, columns = optimize.linear_sum_assignment(matrix, maximize=True)
    return int(matrix[rows, columns].sum())


@given(problems())
def test_the_sum_is_the_greatest_and_nothing_is_in_two_pairs(problem):
    kept, weights = problem
    left, right, chosen = solved(kept, weights)
    assert len(set(left[chosen])) == len(set(right[chosen])) == chosen.sum()
    assert int(np.array(weights, np.int64)[chosen].sum()) == best(kept, weights)


@settings(max_examples=50)
@given(problem=problems())
def test_large_groups_go_through_kuhns_method(problem):
    kept, weights = problem
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(assignment, "MOST_WAYS", 0)
        _, _, chosen = solved(kept, weights)
    assert int(np.array(weights, np.int64)[chosen].sum()) == best(kept, weights)


def test_many_problems_of_all_shapes_at_once():
    chance = np.random.default_rng(5)
    left, right, weight, expected = [], [], [], 0
    for number in range(300):
        shape = chance.integers(1, 8, 2)
        matrix = chance.integers(1, 1000, shape)
        i, j = np.divmod(np.arange(matrix.size), shape[1])
        left.append(i + number * 10)
        right.append(j + number * 10)
        weight.append(matrix.ravel())
        rows, columns = optimize.linear_sum_assignment(matrix, maximize=True)
        expected += int(matrix[rows, columns].sum())
    order = chance.permutation(sum(map(len, left)))
    columns = [np.concatenate(some)[order] for some in (left, right, weight)]
    chosen = assign(*columns)
    assert int(columns[2][chosen].sum()) == expected


def test_nothing_to_assign():
    empty = np.empty(0, np.int64)
    assert not len(assign(empty, empty, empty))
