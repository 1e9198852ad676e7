"""What goes out in other tools' formats comes back, or is named as a loss.

The formats here keep keys of ours, so nothing at all may be lost but what the
report names.
"""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.domain.annotations import Annotation, Link, Suggestion
from annotator.domain.documents import Details, Status
from annotator.domain.records import Finding, LayerRecord, Record, Trouble
from annotator.domain.text import document_id
from annotator.domain.zones import ZoneKind, recognised_zone
from annotator.formats.registry import WriteOptions, reader_for, writer
from annotator.formats.rows import select
from annotator.formats.tallying import verify
from tests.unit.formats import making
from tests.unit.formats.conftest import read

FORMATS = ("prodigy", "doccano", "label-studio")
quick = settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    deadline=None,
    max_examples=40,
)

# What a project can hold: names without blanks, labels without blanks at their ends.
names = st.text(alphabet="abcé_字-", min_size=1, max_size=5)
labels = st.text(alphabet="abcé_字 -🙂<&\"'", min_size=1, max_size=6).filter(
    lambda label: label == label.strip()
)
values = st.one_of(
    st.booleans(),
    st.integers(-(2**53), 2**53),
    st.floats(-1e6, 1e6).filter(lambda x: not x.is_integer()),
    st.text(alphabet="ab é🙂\n", min_size=1, max_size=6),
)
moments = st.just(making.MOMENT) | st.just("2025-12-31T23:59:59.999Z")
notes = st.text(alphabet="ab é🙂\n", max_size=6)


@st.composite
def annotations(draw, size: int):
    return Annotation(
        draw(making.hex_ids),
        draw(st.sampled_from(["entity", "quote", "claim", "event"])),
        draw(labels),
        draw(making.parts(size)),
        draw(st.dictionaries(names, values, max_size=3)),
        draw(notes),
        draw(st.sampled_from(["manual", "import", "suggestion:en_core_web_sm"])),
        draw(moments),
        draw(moments),
    )


@st.composite
def suggestions(draw, size: int, identity: str):
    return Suggestion(
        draw(making.hex_ids),
        identity,
        "en_core_web_sm",
        draw(st.sampled_from(["3.8.0", "3.7.1"])),
        draw(st.sampled_from(["entity", "quote"])),
        draw(labels),
        draw(making.parts(size)),
        draw(st.floats(0, 1)),
        draw(st.dictionaries(names, values, max_size=1)),
        draw(notes),
    )


@st.composite
def records(draw):
    text = draw(making.texts)
    size = len(text)
    kind = draw(st.sampled_from(["none", "annotations", "suggestions"]))
    layer = None
    if kind == "annotations":
        made = draw(st.lists(annotations(size), max_size=4, unique_by=lambda a: a.id))
        ends = st.sampled_from([a.id for a in made] or [""])
        links = draw(
            st.lists(
                st.builds(Link, making.hex_ids, names, ends, ends),
                max_size=2 if made else 0,
                unique_by=lambda k: k.id,
            )
        )
        status = draw(st.sampled_from(Status))
        layer = LayerRecord(draw(labels), tuple(made), tuple(links), status)
    elif kind == "suggestions":
        found = st.lists(
            suggestions(size, document_id(text)),
            min_size=1,
            max_size=3,
            unique_by=lambda s: s.id,
        )
        layer = LayerRecord("en_core_web_sm", suggestions=tuple(draw(found)))
    tokens = draw(st.none() | making.tokens(text))
    details = draw(making.details)
    details = replace(details, language=draw(st.sampled_from(["", "en", "de"])))
    identity = document_id(text)
    start = draw(st.integers(0, size - 1))
    end = draw(st.integers(start + 1, size))
    zone = recognised_zone(identity, start, end, ZoneKind.MENU)
    zones = draw(st.sampled_from([None, (), (zone,), (replace(zone, marked_by="b"),)]))
    return Record(identity, text, details, layer, tokens, zones=zones)


def together(items: list[object]) -> dict[str, object]:
    """Return what a file says of one document: pipelines' runs are in one layer."""
    found = [item for item in items if isinstance(item, Record)]
    assert len(found) == len(items), items
    layers = [record.layer for record in found if record.layer is not None]
    return {
        "text": found[0].text,
        "details": found[0].details,
        "zones": found[0].zones,
        "losses": [loss for record in found for loss in record.losses],
        "annotations": sorted(
            (a for layer in layers for a in layer.annotations), key=lambda a: a.id
        ),
        "suggestions": sorted(
            (s for layer in layers for s in layer.suggestions), key=lambda s: s.id
        ),
        "links": sorted((k for layer in layers for k in layer.links), key=repr),
        "status": {
            (layer.annotator, layer.status)
            for layer in layers
            if layer.annotations or layer.status is not Status.TODO
        },
    }


@pytest.mark.parametrize("name", FORMATS)
@quick
@given(record=records())
def test_all_that_was_written_comes_back(name, record, export, schema):
    path, report = export([record], name)
    back = together(read(path, name))
    layer = record.layer or LayerRecord("")
    lost = [f for f in report.losses if isinstance(f, Finding)]
    assert len(lost) == len(report.losses)
    unlinked = [f for f in lost if f.trouble is Trouble.LINK]
    assert {f.trouble for f in lost} <= {Trouble.LINK, Trouble.CUT}
    if name != "prodigy":
        assert not lost
    assert back["text"] == record.text
    assert back["details"] == record.details
    assert back["zones"] == record.zones
    assert back["losses"] == []
    assert back["annotations"] == sorted(layer.annotations, key=lambda a: a.id)
    assert back["suggestions"] == sorted(layer.suggestions, key=lambda s: s.id)
    links = sorted(layer.links, key=repr)
    assert len(back["links"]) == len(links) - len(unlinked)
    assert {*back["links"]} <= {*links}
    touched = layer.annotations or layer.status is not Status.TODO
    expected = {(layer.annotator, layer.status)} if touched else set()
    assert back["status"] == expected
    options = WriteOptions(schema)
    chosen = writer(name)
    assert verify(report.tally, chosen.read_back(path), options, chosen.limits) == []


@pytest.mark.parametrize("name", FORMATS)
def test_a_format_is_told_by_its_content(name, export, tmp_path):
    text = "Ada met Bo."
    made = making.annotation(text, "entity", "PERSON", mention="Ada")
    path, _ = export([making.record(text, made)], name)
    other = tmp_path / "noname"
    other.write_bytes(path.read_bytes())
    assert reader_for(path).name == name
    assert reader_for(other).name == name


@pytest.mark.parametrize("name", FORMATS)
def test_layers_of_several_people_and_runs_of_a_pipeline(name, export):
    text = "“I will,” she said, “go.”"
    parts = {"content": ("“I will,”", "“go.”"), "speaker": "she", "cue": "said"}
    quote = making.annotation(text, "quote", "direct", **parts)
    other = making.annotation(text, "entity", "PERSON", mention="she")
    proposed = Suggestion(
        "c" * 32, document_id(text), "p", "1", "entity", "PERSON", other.parts, 0.25
    )
    written = [
        making.record(text, quote, annotator="ada"),
        making.record(text, other, annotator="bo", status=Status.SKIPPED),
        making.record(text, suggestions=(proposed,), annotator="p"),
    ]
    path, report = export(written, name)
    assert (report.records, report.annotations) == (3, 3)
    back = [item.layer for item in read(path, name)]
    assert [layer.annotator for layer in back] == ["ada", "bo", "p"]
    assert back[0].annotations == (quote,)
    assert back[0].links == ()
    assert back[1].status is Status.SKIPPED
    assert back[2].suggestions == (proposed,)


@pytest.mark.parametrize("name", FORMATS)
def test_only_some_kinds(name, export):
    text = "Ada met Bo."
    ada, bo = (
        making.annotation(text, kind, "X", mention=word)
        for kind, word in (("entity", "Ada"), ("event", "Bo"))
    )
    link = Link("d" * 32, "knows", ada.id, bo.id)
    record = making.record(text, ada, bo, links=(link,))
    path, report = export([record], name, kinds=frozenset(("entity",)))
    (back,) = read(path, name)
    assert back.layer.annotations == (ada,)
    assert back.layer.links == ()
    assert report.annotations == 1


@pytest.mark.parametrize("name", FORMATS)
def test_documents_without_a_layer(name, export):
    record = Record(document_id("Text."), "Text.", Details("T"), None)
    untouched = replace(record, layer=LayerRecord("ada", status=Status.TODO))
    for one in (record, untouched):
        path, _ = export([one], name)
        (back,) = read(path, name)
        assert back.layer is None or not select(back.layer.annotations, None)
        assert back.layer is None or back.layer.status is Status.TODO
