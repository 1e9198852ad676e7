"""Classes of tokens and what is counted of them, against walks over characters."""

from __future__ import annotations

from itertools import combinations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from annotator.agreement.tokens import (
    Scheme,
    classes,
    count_classes,
    white_space_tokens,
)
from annotator.domain.annotations import Fragment
from tests.unit.agreement.columns import (
    LABELS,
    Thing,
    World,
    bases,
    marks,
    words,
    worlds,
)

TEXTS = st.lists(
    st.text(
        st.sampled_from(
            "ab🙂é\u0301ש \t\n\r\x0b\x1c\x85\u00a0\u2003\u2028\u200b\u3000"
        ),
        max_size=20,
    ),
    max_size=5,
)


@given(TEXTS)
def test_white_space_tokens_are_those_of_split(texts):
    starts, ends = white_space_tokens(texts)
    whole = "".join(texts)
    found = [whole[s:e] for s, e in zip(starts, ends, strict=True)]
    assert found == [word for text in texts for word in text.split()]


def by_hand(world: World, annotator: int, scheme: Scheme) -> list[int]:
    """Return the class of every word, found token by token."""
    tokens = words(world)
    base = bases(world)
    found = []
    for start, end, document in zip(*tokens, strict=True):
        over = []
        for thing in world.layers[annotator][document] or ():
            covered = {c + base[document] for c in thing.characters("content")}
            if covered & set(range(start, end)):
                touching = max(s for s, e in thing.main if s + base[document] < end)
                over.append((len(covered), -touching, -thing.label, covered))
        if not over:
            found.append(0)
            continue
        _, _, label, covered = min(over, key=lambda o: o[:3])
        label = -label
        first = not covered & set(range(start))
        found.append(1 + label if scheme is Scheme.IO else 2 + 2 * label - first)
    return found


@given(worlds(annotators=1, roles=("content",)), st.sampled_from(Scheme))
def test_a_token_has_the_class_of_the_shortest_annotation(world, scheme):
    own = marks(world, 0, ("content",))
    found = classes(own.main, own.label, words(world), scheme)
    expected = by_hand(world, 0, scheme)
    # Of two of one size on one token the later wins; which is later, two fragments
    # may tell differently: compare only what is told by the sizes.
    sizes = [len(t.characters("content")) for layer in world.layers[0] for t in layer]
    if len(set(sizes)) == len(sizes):
        assert found.tolist() == expected
    assert [bool(x) for x in found] == [bool(x) for x in expected]


def test_what_is_nested_cuts_a_token_and_begins():
    bank = Thing(0, {"content": (Fragment(0, 12),)})
    city = Thing(1, {"content": (Fragment(4, 7),)})
    quote = Thing(2, {"content": (Fragment(13, 14), Fragment(16, 20))})
    world = World([21], [[[bank, city, quote]]])
    own = marks(world, 0, ("content",))
    tokens = words(world)
    plain = classes(own.main, own.label, tokens, Scheme.IO)
    assert plain.tolist() == [1, 2, 2, 1, 3, 3, 3]
    begun = classes(own.main, own.label, tokens, Scheme.BIO)
    assert begun.tolist() == [1, 3, 4, 2, 5, 6, 6]


def test_classes_know_their_labels():
    assert Scheme.BIO.classes(3) == 7
    assert Scheme.BIO.label(2).tolist() == [0, 1, 1, 2, 2]
    assert Scheme.IO.label(2).tolist() == [0, 1, 2]
    assert Scheme.BIO.alike(2).tolist() == [0, 1, 2, 1, 2]
    assert Scheme.IO.alike(3).tolist() == [0, 1, 1, 1]
    assert Scheme.IO.alike(0).tolist() == [0]
    assert Scheme.BIO.only(2, 1).tolist() == [0, 0, 0, 1, 2]
    assert Scheme.IO.only(3, 1).tolist() == [0, 0, 1, 0]


@given(
    worlds(annotators=3, missing=True, roles=("content",)),
    st.sampled_from(Scheme),
    st.booleans(),
)
def test_counts_are_those_of_the_units(world, scheme, weighted):
    tokens = words(world)
    own = [marks(world, a, ("content",)) for a in range(3)]
    found = [classes(m.main, m.label, tokens, scheme) for m in own]
    width = scheme.classes(LABELS)
    present = world.present
    weight = (tokens.end - tokens.start) if weighted else None
    each = np.ones(len(tokens), int) if weight is None else weight
    counted = count_classes(found, present, tokens, width, weight)
    for a in range(3):
        for d in range(len(world.lengths)):
            for c in range(width):
                here = (tokens.document == d) & (found[a] == c)
                expected = each[here].sum() if present[a, d] else 0
                assert counted.marginals[a, d, c] == expected
    for one, other in combinations(range(3), 2):
        keep = np.zeros(len(world.lengths), bool)
        keep[0] = True
        shared = present[one] & present[other]
        for mask in (keep, ~keep):
            expected = np.zeros((width, width), int)
            for i in np.flatnonzero((shared & mask)[tokens.document]):
                expected[found[one][i], found[other][i]] += each[i]
            confusion = counted.confusions[one, other]
            assert confusion.matrix(mask, width).tolist() == expected.tolist()
        cells = list(
            zip(confusion.document, confusion.left, confusion.right, strict=True)
        )
        assert len(set(cells)) == len(cells)
        assert confusion.count.all()
