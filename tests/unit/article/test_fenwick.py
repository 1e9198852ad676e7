from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.ui.article.fenwick import Fenwick

heights = st.lists(st.integers(0, 50), min_size=1, max_size=40)
changes = st.lists(st.tuples(st.integers(0, 1000), st.integers(0, 50)), max_size=20)


@given(heights, changes)
def test_sums_agree_with_adding_up(values: list[int], changes: list) -> None:
    tree = Fenwick(values)
    for where, value in changes:
        tree.set(where % len(values), value)
        values[where % len(values)] = value
    assert [tree[i] for i in range(len(tree))] == values
    assert [tree.before(i) for i in range(len(values) + 1)] == [
        sum(values[:i]) for i in range(len(values) + 1)
    ]
    assert tree.total == sum(values)


@given(heights, st.integers(-5, 2500))
def test_find_says_where_a_height_falls(values: list[int], target: int) -> None:
    index, into = Fenwick(values).find(target)
    if target <= 0:
        assert (index, into) == (0, 0)
    elif target >= sum(values):
        assert (index, into) == (len(values) - 1, values[-1])
    else:
        assert sum(values[:index]) + into == target
        assert 0 <= into < values[index]


@pytest.mark.parametrize("count", [1, 2, 3, 7, 8, 9])
def test_every_size_finds_its_last(count: int) -> None:
    assert Fenwick([10] * count).find(count * 10 - 1) == (count - 1, 9)
