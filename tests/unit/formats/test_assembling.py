"""Other tools' spans, relations and events become annotations with parts."""

import pytest

from annotator.domain.annotations import Fragment
from annotator.domain.documents import Details
from annotator.domain.errors import InputError
from annotator.formats.assembling import assemble
from annotator.formats.drafts import quote_label
from annotator.formats.foreign import (
    ForeignDocument,
    ForeignFrame,
    ForeignLayer,
    ForeignRelation,
    ForeignSpan,
    Own,
)
from annotator.formats.mapping import LabelMap, Target, parse_mapping, parse_target

TEXT = "Ada Moreau said on Monday that the bridge “will reopen”. Trains run."


def span(identity, label, surface, **more):
    start = TEXT.index(surface)
    return ForeignSpan(
        identity, label, (Fragment(start, start + len(surface)),), **more
    )


SOURCE = span("T1", "Source", "Ada Moreau")
CUE = span("T2", "Cue", "said")
CONTENT = span("T3", "Content", "that the bridge “will reopen”")
ATTRIBUTION = ForeignFrame(
    "E1", "Attribution", "T4", (("Content", "T3"), ("Cue", "T2"), ("Source1", "T1"))
)
NOTHING = LabelMap()
MAPPING = LabelMap(
    labels={
        "Source": "quote.speaker",
        "Cue": "quote.cue",
        "Content": "quote.content",
        "PER": "entity:PERSON",
    }
)


def read(mapping=NOTHING, **layer):
    document = ForeignDocument(
        TEXT, Details(title="Bridge"), "a.ann", (ForeignLayer("ada", **layer),)
    )
    (record,) = assemble(document, mapping)
    return record


def surfaces(annotation):
    return {
        role: [TEXT[start:end] for start, end in fragments]
        for role, fragments in annotation.parts.items()
    }


def test_without_a_mapping_a_span_is_an_entity():
    record = read(spans=(SOURCE, span("T9", "Band name", "Trains")))
    assert [(a.kind, a.label) for a in record.layer.annotations] == [
        ("entity", "Source"),
        ("entity", "Band name"),
    ]
    assert record.losses == ()


def test_an_attribution_is_one_quote_and_its_parts_are_no_entities():
    person = span("T7", "PERSON", "Ada Moreau")
    record = read(
        spans=(SOURCE, CUE, CONTENT, span("T4", "Attribution", "said"), person),
        frames=(ATTRIBUTION,),
    )
    entity, quote = sorted(record.layer.annotations, key=lambda a: a.kind)
    assert (entity.kind, entity.label) == ("entity", "PERSON")
    assert (quote.kind, quote.label) == ("quote", "mixed")
    assert surfaces(quote) == {
        "content": ["that the bridge “will reopen”"],
        "cue": ["said"],
        "speaker": ["Ada Moreau"],
    }


def test_an_entity_that_speaks_stays_an_entity():
    person = span("T1", "PERSON", "Ada Moreau")
    record = read(
        spans=(person, CUE, CONTENT, span("T4", "Attribution", "said")),
        frames=(ATTRIBUTION,),
    )
    assert {a.kind for a in record.layer.annotations} == {"entity", "quote"}


def test_any_other_event_is_a_mark_with_links():
    record = read(
        spans=(span("T1", "Person", "Ada Moreau"), span("T2", "Reopen", "will reopen")),
        frames=(ForeignFrame("E1", "Reopen", "T2", (("Agent", "T1"),)),),
    )
    by_label = {a.label: a for a in record.layer.annotations}
    (link,) = record.layer.links
    assert (link.label, link.source, link.target) == (
        "Agent",
        by_label["Reopen"].id,
        by_label["Person"].id,
    )


def test_relations_tie_mapped_parts_together():
    relations = (
        ForeignRelation("cue_of", "T2", "T1"),
        ForeignRelation("said_by", "T3", "T1"),
    )
    record = read(MAPPING, spans=(SOURCE, CUE, CONTENT), relations=relations)
    (quote,) = record.layer.annotations
    assert set(quote.parts) == {"content", "cue", "speaker"}
    assert record.layer.links == ()
    assert record.losses == ()


@pytest.mark.parametrize("content", ["quote", "quote.content"])
def test_an_event_that_hangs_on_a_part_is_the_whole(content):
    mapping = LabelMap(labels={**MAPPING.labels, "Content": content})
    arguments = (("Cue", "T2"), ("Source", "T1"), ("Content", "T3"))
    frame = ForeignFrame("E1", "Cue", "T2", arguments)
    record = read(mapping, spans=(SOURCE, CUE, CONTENT), frames=(frame,))
    (quote,) = record.layer.annotations
    assert set(quote.parts) == {"content", "cue", "speaker"}
    assert record.layer.links == ()
    assert record.losses == ()


def test_a_part_with_an_event_of_its_own_is_tied_by_its_arguments():
    frame = ForeignFrame("E1", "Cue", "T2", (("Source", "T1"),))
    relation = ForeignRelation("cue_of", "T2", "T3")
    record = read(
        MAPPING,
        spans=(SOURCE, CUE, CONTENT),
        frames=(frame,),
        relations=(relation,),
    )
    (quote,) = record.layer.annotations
    assert set(quote.parts) == {"content", "cue", "speaker"}


def test_a_part_that_belongs_to_nothing_is_named():
    record = read(MAPPING, spans=(SOURCE, CONTENT))
    (quote,) = record.layer.annotations
    assert set(quote.parts) == {"content"}
    (loss,) = record.losses
    assert loss.startswith("The speaker “Ada Moreau” at 0–10 was left out")


def test_pieces_can_be_joined():
    mapping = LabelMap(MAPPING.default, MAPPING.labels, relations={"next": "part"})
    pieces = (
        span("T1", "Content", "that the bridge"),
        span("T2", "Content", "Trains run"),
    )
    record = read(
        mapping, spans=pieces, relations=(ForeignRelation("next", "T1", "T2"),)
    )
    (quote,) = record.layer.annotations
    assert surfaces(quote) == {"content": ["that the bridge", "Trains run"]}


def test_what_our_own_writer_said_needs_no_mapping():
    own = {"annotation": "a" * 32, "kind": "quote", "label": "indirect"}
    record = read(
        LabelMap(default="skip"),
        spans=(
            span("1", "indirect", "that the bridge", own=Own(role="content", **own)),
            span("2", "speaker", "Ada Moreau", own=Own(role="speaker", **own)),
        ),
    )
    (quote,) = record.layer.annotations
    assert (quote.id, quote.label, set(quote.parts)) == (
        "a" * 32,
        "indirect",
        {"content", "speaker"},
    )


def test_ids_are_the_same_at_every_import_and_apart_from_one_another():
    spans = (span("1", "PER", "Ada Moreau"), span("2", "PER", "Ada Moreau"))
    first, again = (read(MAPPING, spans=spans).layer.annotations for _ in range(2))
    assert [a.id for a in first] == [a.id for a in again]
    assert len({a.id for a in first}) == 2


def test_a_model_makes_suggestions():
    layer = {"by_model": True, "version": "3"}
    record = read(MAPPING, spans=(span("1", "PER", "Ada Moreau", score=0.5),), **layer)
    (suggestion,) = record.layer.suggestions
    assert (suggestion.pipeline, suggestion.version) == ("ada", "3")
    assert (suggestion.label, suggestion.score) == ("PERSON", 0.5)


@pytest.mark.parametrize(
    ("surfaces", "label"),
    [
        (["“I will”"], "direct"),
        (["“I will,”", "“go.”"], "direct"),
        (["that it “fell”"], "mixed"),
        (["that it fell"], "indirect"),
    ],
)
def test_quotation_marks_tell_the_kind_of_a_quote(surfaces, label):
    text = "\n".join(surfaces)
    fragments, start = [], 0
    for surface in surfaces:
        fragments.append(Fragment(start, start + len(surface)))
        start += len(surface) + 1
    assert quote_label(text, fragments) == label


def test_targets():
    assert parse_target("entity:PERSON") == Target("entity", "PERSON")
    assert parse_target("quote.speaker") == Target("quote", "", "speaker")
    assert parse_target("claim") == Target("claim")
    assert parse_target("skip") == Target("")
    for wrong in ("", "quote.", ":X", "a b", "quote:"):
        with pytest.raises(InputError, match="is no target"):
            parse_target(wrong)


def test_a_mapping_names_what_it_does_not_know():
    for tables, reason in (
        ({"lables": {}}, "“lables” is not known"),
        ({"labels": {"PER": 3}}, "“labels.PER” is no text"),
        ({"labels": 3}, "“labels” is no table"),
        ({"relations": {"r": "join"}}, "“join” (of the relation r) is not known"),
        ({"default": 3}, "“default” is no kind"),
    ):
        with pytest.raises(InputError) as error:
            parse_mapping(tables)
        assert reason in str(error.value)


def test_labels_are_found_by_layer_and_whatever_their_case():
    mapping = parse_mapping(
        {"labels": {"ner.PER": "entity:PERSON", "ner.*": "skip", "org": "entity:ORG"}}
    )
    assert mapping.target("PER", "ner") == Target("entity", "PERSON")
    assert mapping.target("LOC", "ner") == Target("")
    assert mapping.target("ORG", "pos") == Target("entity", "ORG")
    assert mapping.target("PER", "pos") is None
