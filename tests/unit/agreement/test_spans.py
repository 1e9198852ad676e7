"""Counts of spans and of differences, against walks over the layers."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.agreement.aligning import align
from annotator.agreement.bootstrap import total
from annotator.agreement.differences import Sort
from annotator.agreement.spans import compare, confusion, count_role, count_spans
from annotator.domain.annotations import Fragment
from tests.unit.agreement.columns import LABELS, ROLES, Thing, World, sides, worlds


def counts(world: World):
    compared = compare(*sides(world))
    return compared, count_spans(compared, len(world.lengths), LABELS)


@given(worlds())
def test_exact_counts_are_those_of_multisets(world):
    _, made = counts(world)
    for document in range(len(world.lengths)):
        mine, theirs = (world.layers[a][document] for a in (0, 1))
        for label in range(LABELS):
            one = Counter(t.main for t in mine if t.label == label)
            other = Counter(t.main for t in theirs if t.label == label)
            assert made.left[document, label] == one.total()
            assert made.right[document, label] == other.total()
            assert made.exact[document, label] == (one & other).total()
        one, other = (Counter(t.main for t in layer) for layer in (mine, theirs))
        assert made.exact_any[document] == (one & other).total()


@given(worlds(), st.integers(0, LABELS - 1))
def test_a_label_counts_the_same_alone_and_among_others(world, label):
    _, made = counts(world)
    only = [[[t for t in y if t.label == label] for y in own] for own in world.layers]
    _, alone = counts(World(world.lengths, only))
    for one, other in (
        (made.exact, alone.exact),
        (made.overlap, alone.overlap),
        (made.left, alone.left),
    ):
        assert (one[:, label] == other[:, label]).all()


@given(worlds())
def test_figures_are_the_same_from_both_sides(world):
    turned = World(world.lengths, world.layers[::-1])
    (_, made), (_, back) = counts(world), counts(turned)
    assert (made.left == back.right).all()
    assert (made.right == back.left).all()
    for name in ("exact", "overlap", "exact_any", "overlap_any"):
        assert (getattr(made, name) == getattr(back, name)).all(), name
    assert (made.sorts == back.sorts).all()


@given(worlds(), st.data())
def test_the_order_of_documents_is_of_no_matter(world, data):
    order = data.draw(st.permutations(range(len(world.lengths))))
    _, made = counts(world)
    _, again = counts(world.shuffled(order))
    for name in ("left", "exact", "overlap", "exact_any", "overlap_any", "sorts"):
        assert (getattr(made, name)[list(order)] == getattr(again, name)).all()


@given(worlds())
def test_everything_has_one_outcome_and_the_counts_are_of_them(world):
    compared, made = counts(world)
    listed = list(compared.outcomes.listed())
    for position, side in ((1, compared.left), (2, compared.right)):
        assert sorted(i for d in listed for i in d[position]) == list(range(len(side)))
    sorts = Counter(d.sort for d in listed)
    assert [sorts[s] for s in Sort] == total(made).sorts.tolist()
    for found in listed:
        alone = len(found.left) == len(found.right) == 1
        agreed = alone and not found.roles
        if agreed:
            labels = [
                side.marks.label[numbers[0]]
                for side, numbers in zip(
                    (compared.left, compared.right), found[1:3], strict=True
                )
            ]
            agreed = labels[0] == labels[1]
        assert (found.sort is Sort.AGREED) == agreed
        assert (found.sort is Sort.MISSED) is (not found.left or not found.right)
        assert (len(found.left) > 1 or len(found.right) > 1) is (
            found.sort is Sort.SPLIT
        )


@given(worlds())
def test_the_confusion_of_labels_counts_everything_once(world):
    compared, made = counts(world)
    documents = len(world.lengths)
    first = np.arange(documents) == 0
    table = confusion(compared, first, LABELS) + confusion(compared, ~first, LABELS)
    found = compared.outcomes
    assert table[:, :-1].sum() == len(compared.right)
    assert table[:-1].sum() == len(compared.left)
    assert table[-1, -1] == 0
    assert table[:-1, :-1].sum() == len(found.pairs)
    assert (table[:-1].sum(axis=1) == total(made).left).all()


@given(worlds())
def test_parts_are_counted_in_aligned_frames(world):
    compared = compare(*sides(world))
    ones = [t for layer in world.layers[0] for t in layer]
    others = [t for layer in world.layers[1] for t in layer]
    pairs = align(*sides(world)).pairs
    for role in ROLES:
        made = total(count_role(compared, role, len(world.lengths), LABELS))
        exact, touching, sorts = 0, 0, Counter()
        partner = dict(zip(pairs.left.tolist(), pairs.right.tolist(), strict=True))
        for i, one in enumerate(ones):
            other = others[partner[i]] if i in partner else None
            mine = one.parts.get(role)
            theirs = other.parts.get(role) if other else None
            if not mine and not theirs:
                continue
            same = mine == theirs
            both = other and one.characters(role) & other.characters(role)
            exact += same
            touching += bool(both)
            if same:
                sorts[Sort.AGREED] += 1
            elif both:
                sorts[Sort.BOUNDARY] += 1
            else:
                sorts[Sort.PART if mine and theirs else Sort.MISSED] += 1
        paired = set(partner.values())
        sorts[Sort.MISSED] += sum(
            1 for j, t in enumerate(others) if j not in paired and t.parts.get(role)
        )
        assert (made.exact_any, made.overlap_any) == (exact, touching)
        assert made.sorts.tolist() == [sorts[s] for s in Sort]
        assert made.left.sum() == sum(1 for t in ones if t.parts.get(role))
        assert made.exact.sum() <= exact


# -- the sorts one by one ----------------------------------------------------


def span(start: int, end: int, label: int = 0, **roles: tuple[int, int]) -> Thing:
    parts = {"content": (Fragment(start, end),)}
    return Thing(label, parts | {r: (Fragment(*f),) for r, f in roles.items()})


def differences(left: list[Thing], right: list[Thing]):
    compared = compare(*sides(World([100], [[left], [right]])))
    return [(d.sort, d.left, d.right, d.roles) for d in compared.outcomes.listed()]


BOTH = ("content",)


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ([span(0, 9)], [span(0, 9)], [(Sort.AGREED, (0,), (0,), ())]),
        ([span(0, 9)], [], [(Sort.MISSED, (0,), (), ())]),
        ([span(0, 9)], [span(0, 9, 1)], [(Sort.LABEL, (0,), (0,), ())]),
        ([span(0, 9)], [span(4, 12, 1)], [(Sort.LABEL, (0,), (0,), BOTH)]),
        ([span(0, 9)], [span(1, 9)], [(Sort.BOUNDARY, (0,), (0,), BOTH)]),
        (
            [span(0, 9, speaker=(20, 24))],
            [span(0, 9, speaker=(30, 34))],
            [(Sort.PART, (0,), (0,), ("speaker",))],
        ),
        (
            [span(0, 9, speaker=(20, 24))],
            [span(0, 9)],
            [(Sort.PART, (0,), (0,), ("speaker",))],
        ),
        (
            [span(0, 9, speaker=(20, 24))],
            [span(0, 9, speaker=(18, 24))],
            [(Sort.BOUNDARY, (0,), (0,), ("speaker",))],
        ),
        (
            [span(0, 9, speaker=(20, 24))],
            [span(0, 8)],
            [(Sort.PART, (0,), (0,), ("content", "speaker"))],
        ),
        (
            [span(0, 30)],
            [span(0, 18), span(19, 30)],
            [(Sort.SPLIT, (0,), (0, 1), BOTH)],
        ),
        (
            [span(0, 9), span(10, 19), span(20, 40)],
            [span(0, 40)],
            [(Sort.SPLIT, (2, 0, 1), (0,), BOTH)],
        ),
        # What is nested in what both have is missed, not split.
        (
            [span(0, 30)],
            [span(0, 30), span(0, 4)],
            [(Sort.AGREED, (0,), (0,), ()), (Sort.MISSED, (), (1,), ())],
        ),
        # So is what lies over its neighbour, or for the most part beside the whole.
        (
            [span(0, 30)],
            [span(0, 28), span(2, 9)],
            [(Sort.BOUNDARY, (0,), (0,), BOTH), (Sort.MISSED, (), (1,), ())],
        ),
        (
            [span(0, 30)],
            [span(0, 20), span(25, 60)],
            [(Sort.BOUNDARY, (0,), (0,), BOTH), (Sort.MISSED, (), (1,), ())],
        ),
    ],
)
def test_sorts_of_differences(left, right, expected):
    assert differences(left, right) == expected
    turned = [(sort, b, a, roles) for sort, a, b, roles in expected]
    assert differences(right, left) == turned


def test_one_partner_each_by_the_greatest_sum():
    # Alone the first would take the second on the right, and leave its own.
    left = [span(0, 10), span(12, 20)]
    right = [span(3, 14)]
    assert differences(left, right)[0] == (Sort.BOUNDARY, (0,), (0,), BOTH)
    left = [span(0, 12), span(11, 30)]
    right = [span(2, 13), span(13, 40)]
    found = differences(left, right)
    assert [d[1:3] for d in found] == [((0,), (0,)), ((1,), (1,))]
