"""What several annotators took for the same thing."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.agreement.settling import Sort, clusters
from annotator.domain.annotations import Annotation, Fragment, merge_fragments
from annotator.domain.ids import AnnotationId, derived_id
from annotator.domain.resources import resource
from annotator.domain.schema_toml import load_schema

KINDS = load_schema(resource("schemas", "news.toml")).kinds
TEXT = (
    "Ada Brook 🚢 told Velm’s Harbour Post that “it is done, she said. It is.”"
    " שלום e\u0301"
)
_serial = iter(range(10**9))


def made(kind: str, label: str, attributes=None, **parts) -> Annotation:
    """Return an annotation; parts are words of the text, or lists of fragments."""
    return Annotation(
        AnnotationId(derived_id("test", str(next(_serial)))),
        kind,
        label,
        {
            role: (place(words),) if isinstance(words, str) else tuple(words)
            for role, words in parts.items()
        },
        attributes or {},
    )


def place(words: str) -> Fragment:
    start = TEXT.index(words)
    return Fragment(start, start + len(words))


def entity(label: str, words: str) -> Annotation:
    return made("entity", label, mention=words)


def quote(content: str, speaker: str = "", **more) -> Annotation:
    parts = {"speaker": speaker} if speaker else {}
    return made("quote", "direct", content=content, **parts, **more)


def found(**layers):
    return clusters(layers, TEXT, KINDS)


def test_what_everybody_has_is_agreed():
    (one,) = found(a=[entity("PERSON", "Ada Brook")], b=[entity("PERSON", "Ada Brook")])
    assert one.is_agreed
    assert set(one.members) == {"a", "b"}
    assert TEXT[one.start : one.end] == "Ada Brook"


@pytest.mark.parametrize(
    ("mine", "yours", "sorts", "rows"),
    [
        (
            entity("ORG", "Velm"),
            entity("GPE", "Velm"),
            (Sort.LABEL,),
            ("label",),
        ),
        (
            entity("ORG", "Harbour Post"),
            entity("ORG", "Harbour"),
            (Sort.BOUNDARY,),
            ("mention",),
        ),
        (
            quote("it is done", "Ada Brook"),
            quote("it is done", "she"),
            (Sort.PART,),
            ("speaker",),
        ),
        (quote("it is done", "she"), quote("it is done"), (Sort.PART,), ("speaker",)),
        (
            made("claim", "claim", {"checkable": "yes"}, claim="it is done"),
            made("claim", "claim", {"checkable": "no"}, claim="it is done"),
            (Sort.ATTRIBUTE,),
            ("checkable",),
        ),
        (
            made("claim", "claim", {"checkable": "yes"}, claim="it is done"),
            made("claim", "claim", claim="it is done"),
            (),
            (),
        ),
        (
            made("claim", "claim", {"odd": True}, claim="it is done"),
            made("claim", "claim", claim="it is done"),
            (Sort.ATTRIBUTE,),
            ("odd",),
        ),
    ],
)
def test_sorts_of_differences(mine, yours, sorts, rows):
    for layers in ({"a": [mine], "b": [yours]}, {"a": [yours], "b": [mine]}):
        (one,) = clusters(layers, TEXT, KINDS)
        assert (one.sorts, one.rows) == (sorts, rows)


def test_what_somebody_lacks_is_missed_also_by_whoever_marked_nothing():
    (one,) = found(a=[entity("GPE", "Velm")], b=[], c=[entity("GPE", "Velm")])
    assert one.sorts == (Sort.MISSED,)
    assert one.missing == ("b",)


def test_several_sorts_at_once_have_the_chief_one_first():
    (one,) = found(
        a=[entity("GPE", "Velm")], b=[entity("ORG", "Velm’s Harbour Post")], c=[]
    )
    assert one.sorts == (Sort.MISSED, Sort.LABEL, Sort.BOUNDARY)


def test_one_quote_and_two_in_its_place():
    whole = quote("it is done, she said. It is.")
    first, second = quote("it is done"), quote("It is.")
    one, two = found(a=[whole], b=[first, second])
    assert one.members == {"a": whole, "b": first}
    assert two.members == {"b": second}
    assert one.sorts == (Sort.SPLIT, Sort.BOUNDARY)
    assert two.sorts == (Sort.SPLIT, Sort.MISSED)


def test_a_name_inside_a_name_that_all_have_is_no_split():
    outer = "Velm’s Harbour Post"
    one, two = found(
        a=[entity("ORG", outer)], b=[entity("ORG", outer), entity("GPE", "Velm")]
    )
    assert one.is_agreed
    assert two.sorts == (Sort.MISSED,)


def test_a_name_inside_a_name_with_another_boundary_is_no_split():
    one, two = found(
        a=[entity("ORG", "Harbour Post")],
        b=[entity("ORG", "Velm’s Harbour Post"), entity("FAC", "Harbour")],
    )
    assert one.sorts == (Sort.BOUNDARY,)
    assert two.sorts == (Sort.MISSED,)


def test_nested_things_of_both_find_their_own_partners():
    outer = "Velm’s Harbour Post"
    one, two = found(
        a=[entity("ORG", outer), entity("GPE", "Velm")],
        b=[entity("GPE", "Velm"), entity("ORG", outer)],
    )
    assert one.is_agreed
    assert two.is_agreed


def test_of_two_in_one_place_those_of_one_label_belong_together():
    one, two = found(
        a=[entity("GPE", "Velm"), entity("ORG", "Velm")],
        b=[entity("ORG", "Velm"), entity("GPE", "Velm")],
    )
    assert one.is_agreed
    assert two.is_agreed


def test_frames_of_one_content_go_with_their_speakers():
    one, two = found(
        a=[quote("it is done", "she"), quote("it is done", "Ada Brook")],
        b=[quote("it is done", "Ada Brook"), quote("it is done", "she")],
    )
    assert one.is_agreed
    assert two.is_agreed


def test_twins_go_with_those_of_the_same_attributes():
    def claims(*values):
        return [
            made("claim", "claim", {"checkable": v}, claim="it is done") for v in values
        ]

    one, two = found(a=claims("yes", "no"), b=claims("no", "yes"))
    assert one.is_agreed
    assert two.is_agreed


def test_a_place_without_letters_is_still_the_same_place():
    (one,) = found(a=[entity("ORG", "“")], b=[entity("ORG", "“")])
    assert one.is_agreed


def test_a_frame_without_its_main_part_is_compared_by_what_it_has():
    (one,) = found(
        a=[made("quote", "direct", speaker="she")],
        b=[made("quote", "direct", speaker="she")],
    )
    assert one.is_agreed


def test_kinds_that_are_not_asked_for_are_left_out():
    layers = {"a": [entity("GPE", "Velm"), quote("it is done")], "b": []}
    assert [c.kind for c in clusters(layers, TEXT, KINDS[:1])] == ["entity"]


def test_the_order_is_that_of_the_text():
    layers = {
        "a": [quote("it is done"), entity("GPE", "Velm"), entity("PERSON", "Ada")],
        "b": [entity("ORG", "Harbour Post"), entity("PERSON", "Ada Brook")],
    }
    starts = [c.start for c in clusters(layers, TEXT, KINDS)]
    assert starts == sorted(starts)


# -- whatever people mark ------------------------------------------------------


fragments = st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, 12)).map(
    lambda p: Fragment(p[0], min(p[0] + p[1], len(TEXT)))
)
spans = st.lists(fragments, min_size=1, max_size=3).map(
    lambda some: merge_fragments(tuple(some))
)


@st.composite
def annotations(draw):
    kind = draw(st.sampled_from(KINDS))
    label = draw(st.sampled_from(kind.labels[:3])).name
    first, *rest = (role.name for role in kind.roles)
    parts = {first: draw(spans)}
    parts |= {role: draw(spans) for role in rest if draw(st.booleans())}
    checkable = draw(st.sampled_from(["", "yes", "no"]))
    attributes = {"checkable": checkable} if checkable else {}
    return made(kind.name, label, attributes, **parts)


layer = st.lists(annotations(), max_size=6)
several = st.lists(layer, min_size=1, max_size=4).map(
    lambda some: {f"annotator {n}": items for n, items in enumerate(some)}
)


@settings(max_examples=40)
@given(several)
def test_every_annotation_is_in_exactly_one_cluster(layers):
    gathered = [
        (name, a.id)
        for one in clusters(layers, TEXT, KINDS)
        for name, a in one.members.items()
    ]
    expected = [(name, a.id) for name, items in layers.items() for a in items]
    assert sorted(gathered) == sorted(expected)


@settings(max_examples=40)
@given(several)
def test_a_cluster_is_of_one_kind_and_names_everybody_once(layers):
    for one in clusters(layers, TEXT, KINDS):
        assert {a.kind for a in one.members.values()} == {one.kind}
        assert sorted([*one.members, *one.missing]) == sorted(layers)
        assert one.is_agreed == (not one.rows and not one.missing and not one.sorts)


@settings(max_examples=40)
@given(layer, st.integers(2, 4))
def test_identical_layers_agree_on_everything(items, number):
    layers = {
        f"annotator {n}": [
            replace(a, id=AnnotationId(derived_id(a.id, str(n)))) for a in items
        ]
        for n in range(number)
    }
    found = clusters(layers, TEXT, KINDS)
    assert len(found) == len(items)
    assert all(one.is_agreed for one in found)


@settings(max_examples=40)
@given(several, st.randoms())
def test_neither_the_order_nor_the_names_of_annotators_matter(layers, random):
    names = list(layers)
    shuffled = list(names)
    random.shuffle(shuffled)
    renamed = {
        new: random.sample(layers[old], len(layers[old]))
        for new, old in zip(shuffled, names, strict=True)
    }

    def shape(found):
        return [
            (one.kind, {a.id for a in one.members.values()}, one.sorts, one.rows)
            for one in found
        ]

    one, other = clusters(layers, TEXT, KINDS), clusters(renamed, TEXT, KINDS)
    assert sorted(map(repr, map(sorted_ids, shape(one)))) == sorted(
        map(repr, map(sorted_ids, shape(other)))
    )


def sorted_ids(shape):
    kind, ids, sorts, rows = shape
    return kind, sorted(ids), sorts, rows
