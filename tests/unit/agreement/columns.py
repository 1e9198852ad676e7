"""Random layers as plain tuples, and as the columns that measures take."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate
from random import Random

import numpy as np
from hypothesis import strategies as st

from annotator.agreement.aligning import Side
from annotator.agreement.marks import Fragments, Marks, places
from annotator.agreement.painting import Stretches
from annotator.domain.annotations import Fragment, merge_fragments

LABELS = 3
ROLES = ("content", "speaker")


@dataclass(frozen=True)
class Thing:
    """One annotation; *parts* by role."""

    label: int
    parts: dict[str, tuple[Fragment, ...]]

    @property
    def main(self) -> tuple[Fragment, ...]:
        return self.parts.get("content", ())

    def characters(self, role: str) -> set[int]:
        return {i for s, e in self.parts.get(role, ()) for i in range(s, e)}


Layer = list[Thing]


@dataclass(frozen=True)
class World:
    """Documents as lengths, and for each annotator a layer of each or None."""

    lengths: list[int]
    layers: list[list[Layer | None]]

    @property
    def present(self) -> np.ndarray:
        return np.array([[layer is not None for layer in own] for own in self.layers])

    def shuffled(self, order: list[int]) -> World:
        lengths = [self.lengths[d] for d in order]
        return World(lengths, [[own[d] for d in order] for own in self.layers])


def _fragments(chance: Random, size: int, most: int) -> tuple[Fragment, ...]:
    found = []
    for _ in range(chance.randint(1, most)):
        start = chance.randrange(size)
        found.append(Fragment(start, min(start + chance.randint(1, 6), size)))
    return merge_fragments(tuple(found))


def _thing(chance: Random, size: int, roles: tuple[str, ...]) -> Thing:
    parts = {"content": _fragments(chance, size, 2)}
    for role in roles[1:]:
        if chance.random() < 0.6:
            parts[role] = _fragments(chance, size, 1)
    return Thing(chance.randrange(LABELS), parts)


@st.composite
def worlds(draw, *, annotators: int = 2, missing: bool = False, roles=ROLES, most=6):
    """Return a strategy for worlds; only their size shrinks, which keeps it fast.

    Layers of several annotators have things in common, as real ones do.
    """
    chance = Random(draw(st.integers(0, 2**32 - 1)))
    lengths = [chance.randint(5, 24) for _ in range(draw(st.integers(1, 4)))]
    most = draw(st.integers(0, most))
    layers: list[list[Layer | None]] = [[] for _ in range(annotators)]
    for length in lengths:
        common = [_thing(chance, length, roles) for _ in range(most)]
        for own in layers:
            if missing and chance.random() < 0.3:
                own.append(None)
                continue
            number = chance.randint(0, most)
            layer = [chance.choice(common) for _ in range(number // 2)]
            layer += [_thing(chance, length, roles) for _ in range(number - len(layer))]
            chance.shuffle(layer)
            own.append(layer)
    return World(lengths, layers)


def bases(world: World) -> list[int]:
    return [0, *accumulate(world.lengths)][:-1]


def marks(world: World, annotator: int, roles: tuple[str, ...] = ROLES) -> Marks:
    """Return one annotator's layers as columns."""
    document, label = [], []
    rows: dict[str, list[tuple[int, int, int]]] = {role: [] for role in roles}
    own = world.layers[annotator]
    for number, (base, layer) in enumerate(zip(bases(world), own, strict=True)):
        for thing in layer or ():
            for role in roles:
                rows[role] += [
                    (len(label), base + s, base + e)
                    for s, e in thing.parts.get(role, ())
                ]
            document.append(number)
            label.append(thing.label)
    return Marks(
        np.array(document, np.int64),
        np.array(label, np.int64),
        {
            role: Fragments(*np.array(found, np.int64).reshape(-1, 3).T)
            for role, found in rows.items()
        },
    )


def sides(world: World, one: int = 0, other: int = 1, roles=ROLES) -> tuple[Side, Side]:
    """Return two annotators' layers, ready to be compared."""
    pair = [marks(world, one, roles), marks(world, other, roles)]
    found = {
        r: places([m.roles[r] for m in pair], [len(m) for m in pair]) for r in roles
    }
    left, right = (
        Side(m, {r: numbers[i] for r, numbers in found.items()})
        for i, m in enumerate(pair)
    )
    return left, right


def letters(world: World) -> Stretches:
    """Return every character as a token."""
    starts = np.arange(sum(world.lengths))
    documents = np.repeat(np.arange(len(world.lengths)), world.lengths)
    return Stretches(starts, starts + 1, documents.astype(np.int32))


def words(world: World, width: int = 3) -> Stretches:
    """Return tokens of *width* characters, the last of a document shorter."""
    found = [
        (base + s, base + min(s + width, length), number)
        for number, (base, length) in enumerate(
            zip(bases(world), world.lengths, strict=True)
        )
        for s in range(0, length, width)
    ]
    start, end, document = np.array(found, np.int64).T
    return Stretches(start, end, document.astype(np.int32))
