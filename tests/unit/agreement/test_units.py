"""The unitizing α: the book's example, and a walk over pairs of stretches."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.agreement.alpha import unitizing_alpha
from annotator.agreement.bootstrap import total
from annotator.agreement.marks import Fragments
from annotator.agreement.units import unitize
from tests.unit.agreement.columns import LABELS, World, bases, marks, worlds

SAME = np.arange(LABELS + 1)
FIGURE_12_11 = (
    [(0, 7, 1), (7, 13, 2), (30, 32, 5), (32, 37, 6), (37, 44, 6), (44, 60, 7)],
    [(0, 7, 1), (7, 13, 3), (13, 21, 5), (32, 44, 6)],
    [(0, 7, 1), (7, 13, 4), (13, 21, 5), (32, 37, 6), (37, 41, 6), (41, 44, 6)],
)
"""Start, end and value of the units of three observers on a continuum of 60: the
example of Krippendorff, Content Analysis (2019), figure 12.11."""


def test_the_example_of_the_book():
    parts = []
    for units in FIGURE_12_11:
        start, end, value = np.array(units).T
        owner = np.arange(len(units))
        parts.append((Fragments(owner, start, end), value - 1))
    made = unitize(parts, np.ones((3, 1), bool), np.array([60]), 7)
    chosen = [0, 1, 2]
    nominal = unitizing_alpha(total(made.sums(chosen, np.arange(8))))
    assert round(float(nominal), 3) == 0.510
    binary = unitizing_alpha(total(made.sums(chosen, np.minimum(np.arange(8), 1))))
    # The book says .413, from coincidences that it has rounded.
    assert float(binary) == pytest.approx(0.413, abs=0.001)


def stretches(world: World, annotator: int) -> list[list[tuple[int, int, int]]]:
    """Return for each document ``(start, end, class)``, found letter by letter."""
    found = []
    for document, layer in enumerate(world.layers[annotator]):
        if layer is None:
            found.append([])
            continue
        owners = []
        for place in range(world.lengths[document]):
            over = []
            for number, thing in enumerate(layer):
                if place in thing.characters("content"):
                    size = len(thing.characters("content"))
                    start = max(s for s, e in thing.main if s <= place < e)
                    over.append((size, -start, -thing.label, number))
            owners.append(min(over, default=None))
        edges = [0]
        edges += [i for i in range(1, len(owners)) if owners[i] != owners[i - 1]]
        edges.append(len(owners))
        found.append(
            [
                (s, e, 0 if owners[s] is None else 1 - owners[s][2])
                for s, e in pairwise(edges)
            ]
        )
    return found


def by_hand(world: World, annotators: int) -> float:
    """Return u_α stretch by stretch, documents one behind another."""
    own = [stretches(world, a) for a in range(annotators)]
    observed = np.zeros((LABELS + 1, LABELS + 1))
    squares = np.zeros(LABELS + 1)
    for document in range(len(world.lengths)):
        here = [s[document] for s in own if s[document]]
        if len(here) < 2:
            continue
        for i, one in enumerate(here):
            for s, e, c in one:
                squares[c] += (e - s) ** 2 if c else e - s
            for j, other in enumerate(here):
                if i == j:
                    continue
                for s, e, c in one:
                    for s2, e2, k in other:
                        length = max(min(e, e2) - max(s, s2), 0)
                        observed[c, k] += length / (len(here) - 1)
    margins = observed.sum(axis=1)
    if (margins > 0).sum() < 2:
        return np.nan
    whole = margins.sum()
    expected = np.outer(margins, margins) - np.diag(squares)
    expected *= whole / (whole**2 - squares.sum())
    different = ~np.eye(LABELS + 1, dtype=bool)
    return 1 - observed[different].sum() / expected[different].sum()


def made_of(world: World, annotators: int):
    own = [marks(world, a, ("content",)) for a in range(annotators)]
    parts = [(m.main, m.label) for m in own]
    return unitize(parts, world.present, np.array(world.lengths), LABELS)


@given(worlds(annotators=3, missing=True, roles=("content",)))
def test_any_layers(world):
    ours = unitizing_alpha(total(made_of(world, 3).sums([0, 1, 2], SAME)))
    assert float(ours) == pytest.approx(by_hand(world, 3), abs=1e-9, nan_ok=True)


@given(worlds(annotators=3, missing=True, roles=("content",)), st.data())
def test_no_order_matters(world, data):
    order = data.draw(st.permutations(range(len(world.lengths))))
    people = data.draw(st.permutations([0, 1, 2]))
    one = unitizing_alpha(total(made_of(world, 3).sums([0, 1, 2], SAME)))
    other = unitizing_alpha(total(made_of(world.shuffled(order), 3).sums(people, SAME)))
    assert one == pytest.approx(other, abs=1e-12, nan_ok=True)


@given(worlds(annotators=1, roles=("content",)))
def test_the_same_layers_agree_wholly_or_it_is_not_defined(world):
    same = World(world.lengths, world.layers * 2)
    value = unitizing_alpha(total(made_of(same, 2).sums([0, 1], SAME)))
    classes = {c for found in stretches(same, 0) for _, _, c in found}
    assert value == pytest.approx(1 if len(classes) > 1 else np.nan, nan_ok=True)


@given(worlds(annotators=2, roles=("content",), most=3), st.integers(0, LABELS - 1))
def test_one_label_alone_is_the_layers_without_the_others(world, label):
    lengths = world.lengths
    # Apart from one another, so that nothing hides under something shorter.
    for own in world.layers:
        for layer in own:
            taken: set[int] = set()
            for thing in list(layer):
                if taken & thing.characters("content"):
                    layer.remove(thing)
                taken |= thing.characters("content")
    only = [[[t for t in y if t.label == label] for y in own] for own in world.layers]
    mapping = (label + 1 == SAME).astype(np.int64)
    one = unitizing_alpha(total(made_of(world, 2).sums([0, 1], mapping)))
    other = unitizing_alpha(total(made_of(World(lengths, only), 2).sums([0, 1], SAME)))
    assert one == pytest.approx(other, abs=1e-12, nan_ok=True)


def test_documents_stand_one_behind_another():
    world = World([4, 3], [[[], []]])
    assert bases(world) == [0, 4]
