"""Overlaps, places and the alignment, against walks over sets of characters."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.agreement.aligning import align
from annotator.agreement.marks import NO_PLACE
from annotator.agreement.overlaps import overlaps, shared
from annotator.agreement.spans import compare
from tests.unit.agreement.columns import (
    ROLES,
    World,
    bases,
    marks,
    sides,
    words,
    worlds,
)

optimize = pytest.importorskip("scipy.optimize")


def flat(world: World, annotator: int):
    """Return ``(document, thing)`` in the order of the columns."""
    return [
        (d, t) for d, layer in enumerate(world.layers[annotator]) for t in layer or ()
    ]


def characters(world: World, item, role: str) -> set[int]:
    base = bases(world)[item[0]]
    return {base + i for i in item[1].characters(role)}


@given(worlds())
def test_overlaps_are_all_pairs_that_share_characters(world):
    for role in ROLES:
        left, right = (marks(world, a).roles[role] for a in (0, 1))
        expected = {}
        for i, one in enumerate(flat(world, 0)):
            for j, other in enumerate(flat(world, 1)):
                both = characters(world, one, role) & characters(world, other, role)
                if both:
                    expected[i, j] = len(both)
        found = overlaps(left, right)
        pairs = list(zip(found.left, found.right, strict=True))
        assert pairs == sorted(expected)
        assert found.shared.tolist() == [expected[pair] for pair in sorted(expected)]


@given(worlds(), st.data())
def test_shared_characters_of_given_pairs(world, data):
    ones, others = flat(world, 0), flat(world, 1)
    if not ones or not others:
        return
    pair = st.tuples(st.integers(0, len(ones) - 1), st.integers(0, len(others) - 1))
    pairs = data.draw(st.lists(pair, max_size=8))
    left, right = (np.array([p[i] for p in pairs], np.int64) for i in (0, 1))
    for role in ROLES:
        found = shared(
            marks(world, 0).roles[role], left, marks(world, 1).roles[role], right
        )
        assert found.tolist() == [
            len(characters(world, ones[i], role) & characters(world, others[j], role))
            for i, j in pairs
        ]


@given(worlds())
def test_places_are_equal_where_the_fragments_are(world):
    left, right = sides(world)
    for role in ROLES:
        mine = [(d, t.parts.get(role, ())) for d, t in flat(world, 0)]
        theirs = [(d, t.parts.get(role, ())) for d, t in flat(world, 1)]
        keys = mine + theirs
        numbers = [*left.places[role], *right.places[role]]
        for i, key in enumerate(keys):
            assert (numbers[i] == NO_PLACE) == (not key[1])
            for j, other in enumerate(keys[:i]):
                if key[1] and other[1]:
                    assert (numbers[i] == numbers[j]) == (key == other)


@given(worlds())
def test_the_same_places_are_paired_first(world):
    left, right = sides(world)
    found = align(left, right)
    ones, others = flat(world, 0), flat(world, 1)

    def common(key) -> int:
        mine, theirs = Counter(map(key, ones)), Counter(map(key, others))
        return sum((mine & theirs).values())

    assert len(found.same) == common(lambda x: (x[0], x[1].label, x[1].main))
    assert len(found.same) + len(found.placed) == common(lambda x: (x[0], x[1].main))
    for i, j in zip(found.same.left, found.same.right, strict=True):
        assert ones[i][1].main == others[j][1].main
        assert ones[i][1].label == others[j][1].label


def whole(world: World, one, other) -> float:
    """Return Jaccard's index of two things as wholes, 0 if their contents are apart."""
    if not characters(world, one, "content") & characters(world, other, "content"):
        return 0.0
    mine, theirs = (
        {(role, c) for role in ROLES for c in characters(world, item, role)}
        for item in (one, other)
    )
    return len(mine & theirs) / len(mine | theirs)


@given(worlds())
def test_the_rest_is_assigned_optimally(world):
    left, right = sides(world)
    found = align(left, right)
    ones, others = flat(world, 0), flat(world, 1)

    def check(taken, matches, *, labels: bool) -> None:
        rows = [i for i in range(len(ones)) if i not in set(taken.left)]
        columns = [j for j in range(len(others)) if j not in set(taken.right)]
        matrix = np.zeros((len(rows), len(columns)))
        for r, i in enumerate(rows):
            for c, j in enumerate(columns):
                alike = ones[i][1].label == others[j][1].label
                index = whole(world, ones[i], others[j])
                if labels:
                    matrix[r, c] = index if alike else 0
                elif index:
                    matrix[r, c] = index + alike / 8
        best = optimize.linear_sum_assignment(matrix, maximize=True)
        total = sum(
            matrix[rows.index(i), columns.index(j)]
            for i, j in zip(matches.left, matches.right, strict=True)
        )
        assert total == pytest.approx(matrix[best].sum(), abs=1e-4)
        assert len(set(matches.left)) == len(set(matches.right)) == len(matches)

    check(found.same, found.overlapping, labels=True)
    check(found.same.and_(found.placed), found.whole, labels=False)


@given(worlds(annotators=1))
def test_a_layer_goes_with_itself(world):
    both = World(world.lengths, world.layers * 2)
    compared = compare(*sides(both))
    assert len(compared.alignment.same) == len(compared.left)
    assert not compared.outcomes.sorts.any()
    assert not len(compared.outcomes.lone_left)


def test_words_end_with_their_document():
    world = World([7, 2], [[[], []]])
    tokens = words(world)
    assert tokens.start.tolist() == [0, 3, 6, 7]
    assert tokens.end.tolist() == [3, 6, 7, 9]
    assert tokens.document.tolist() == [0, 0, 0, 1]
