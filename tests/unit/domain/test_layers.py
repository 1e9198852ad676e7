import copy
import itertools

import hypothesis.strategies as st
from hypothesis import given

from annotator.domain.annotations import (
    Annotation,
    Decision,
    Fragment,
    Link,
    Verdict,
    extent,
    merge_fragments,
)
from annotator.domain.documents import Status
from annotator.domain.layers import Layer, LayerChange

FRAGMENTS = st.builds(
    lambda start, length: Fragment(start, start + length),
    st.integers(0, 40),
    st.integers(1, 10),
)
ANNOTATIONS = st.builds(
    Annotation,
    st.sampled_from("abcd"),
    st.just("entity"),
    st.sampled_from(["PERSON", "ORG"]),
    st.builds(lambda f: {"mention": (f,)}, FRAGMENTS),
)
LINKS = st.builds(
    Link,
    st.sampled_from("xyz"),
    st.just("made_in"),
    st.sampled_from("abcd"),
    st.sampled_from("abcd"),
)
VERDICTS = st.builds(
    Verdict,
    st.sampled_from("stu"),
    st.sampled_from(Decision),
    st.none(),
    st.just("2026-01-01T00:00:00.000Z"),
)


def unique(items, key):
    return tuple({key(i): i for i in items}.values())


@st.composite
def changes(draw):
    put = unique(draw(st.lists(ANNOTATIONS, max_size=3)), lambda a: a.id)
    links = unique(draw(st.lists(LINKS, max_size=2)), lambda k: k.id)
    verdicts = unique(draw(st.lists(VERDICTS, max_size=2)), lambda v: v.suggestion_id)
    gone = set(draw(st.lists(st.sampled_from("abcd"), max_size=2)))
    return LayerChange(
        "doc",
        "me",
        put,
        tuple(sorted(gone - {a.id for a in put})),
        links,
        (),
        verdicts,
        (),
        draw(st.none() | st.sampled_from(Status)),
    )


@given(st.lists(changes(), max_size=8))
def test_inverses_lead_back_step_by_step(steps):
    layer = Layer("doc", "me")
    past = []
    for step in steps:
        past.append((copy.deepcopy(layer), layer.inverse(step), step))
        layer.apply(step)
    for before, inverse, step in reversed(past):
        after = copy.deepcopy(layer)
        layer.apply(inverse)
        assert layer == before
        layer.apply(step)
        assert layer == after
        layer.apply(inverse)


@given(st.lists(FRAGMENTS, max_size=8))
def test_merged_fragments_cover_the_same_and_stand_apart(fragments):
    merged = merge_fragments(tuple(fragments))
    covered = {i for s, e in fragments for i in range(s, e)}
    assert {i for s, e in merged for i in range(s, e)} == covered
    assert all(a.end < b.start for a, b in itertools.pairwise(merged))


def test_with_part_sets_replaces_and_clears():
    quote = Annotation("q", "quote", "direct", {"content": (Fragment(4, 9),)})
    spoken = quote.with_part("speaker", (Fragment(20, 25),))
    assert extent(spoken.parts) == Fragment(4, 25)
    assert spoken.with_part("speaker", ()) == quote
    assert quote.parts == {"content": (Fragment(4, 9),)}
