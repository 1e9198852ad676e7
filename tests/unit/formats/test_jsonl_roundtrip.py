"""What is written as JSONL comes back as it was, and is written alike again."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import orjson
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.domain.documents import Details, Status
from annotator.domain.errors import InputError
from annotator.domain.records import LayerRecord, Record
from annotator.domain.text import document_id, normalise
from annotator.formats.jsonl_shape import unwrap_meta, wrap_meta
from annotator.formats.rows import select
from tests.unit.formats import making
from tests.unit.formats.conftest import read_one

per_example = settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)


def comparable(record: Record) -> Record:
    """Return a record without what a file does not keep: order and place."""
    layer = record.layer
    if layer is not None:
        # A layer that nobody has touched is no layer.
        layer = replace(
            layer,
            annotations=tuple(select(layer.annotations, None)),
            suggestions=tuple(select(layer.suggestions, None)),
            links=tuple(sorted(layer.links, key=lambda k: k.id)),
        )
    return replace(record, layer=layer, where="")


@per_example
@given(record=making.records())
def test_a_record_comes_back_and_is_written_alike(record, export):
    first, _ = export([record], "jsonl", "first")
    back = read_one(first)
    assert back.losses == ()
    assert comparable(back) == comparable(record)
    second, _ = export([back], "jsonl", "second")
    assert second.read_bytes() == first.read_bytes()


@per_example
@given(record=making.records())
def test_the_order_of_annotations_and_roles_does_not_matter(record, export):
    layer = record.layer
    if layer is None:
        return
    turned = replace(
        record,
        layer=replace(
            layer,
            annotations=tuple(
                replace(
                    a,
                    parts=dict(reversed(list(a.parts.items()))),
                    attributes=dict(reversed(list(a.attributes.items()))),
                )
                for a in reversed(layer.annotations)
            ),
            links=tuple(reversed(layer.links)),
        ),
    )
    first, _ = export([record], "jsonl", "first")
    second, _ = export([turned], "jsonl", "second")
    assert second.read_bytes() == first.read_bytes()


@per_example
@given(record=making.records())
def test_every_span_is_where_an_annotation_says(record, export):
    path, _ = export([record], "jsonl")
    row = orjson.loads(path.read_bytes())
    expected = {
        (item["id"], role, start, end)
        for item in row["annotations"]
        for role, spans in item["parts"].items()
        for start, end in spans
    }
    told = {(s["annotation"], s["role"], s["start"], s["end"]) for s in row["spans"]}
    assert told == expected
    for span in row["spans"]:
        if "token_start" in span:
            assert row["tokens"][span["token_start"]]["start"] == span["start"]
            assert row["tokens"][span["token_end"]]["end"] == span["end"]
    if "tokens" in row:
        whole = "".join(t["text"] + " " * t["ws"] for t in row["tokens"])
        assert whole == row["text"]
        assert [t["id"] for t in row["tokens"]] == list(range(len(row["tokens"])))


@per_example
@given(record=making.records())
def test_the_spans_alone_give_parts_and_ids_back(record, export):
    """Without ``annotations`` a reader still puts every quote together."""
    path, _ = export([record], "jsonl")
    row = orjson.loads(path.read_bytes())
    del row["annotations"]
    path.write_bytes(orjson.dumps(row))
    back = read_one(path)
    layer = record.layer or LayerRecord("")
    found = back.layer or LayerRecord("")
    again = found.annotations or found.suggestions
    told = {a.id: (a.kind, a.parts) for a in again}
    made = layer.annotations or layer.suggestions
    assert told == {a.id: (a.kind, dict(sorted(a.parts.items()))) for a in made}
    assert back.details == record.details


@given(details=making.details)
def test_metadata_of_any_name_comes_back(details):
    meta = wrap_meta(details, document_id("x"))
    assert unwrap_meta(orjson.loads(orjson.dumps(meta))) == details


@per_example
@given(raw=making.raw_texts, data=st.data(), bom=st.booleans())
def test_offsets_of_a_raw_text_move_with_its_line_ends(raw, data, bom, tmp_path):
    """A line with CRLF and BOM: its spans still say what they said there."""
    raw = ("\ufeff" if bom else "") + raw
    try:
        text = normalise(raw)
    except InputError:
        return
    start = data.draw(st.integers(0, len(raw) - 1))
    end = data.draw(st.integers(start + 1, len(raw)))
    surface = raw[start:end].removeprefix("\ufeff" if not start else "")
    # A span that parts CR from LF has no place in the stored text.
    cut = [p for p in (start, end) if raw[p - 1 : p + 1] == "\r\n" and p]
    path = tmp_path / "raw.jsonl"
    rows = {
        "text": raw,
        "_annotator_id": "ada",
        "status": "done",
        "annotations": [
            {"id": "1", "kind": "entity", "label": "X", "parts": {"m": [[start, end]]}}
        ],
    }
    path.write_bytes(orjson.dumps(rows))
    own = read_one(path)
    rows["spans"] = [{"start": start, "end": end, "label": "X"}]
    del rows["annotations"]
    path.write_bytes(orjson.dumps(rows))
    foreign = read_one(path)
    assert own.text == foreign.text == text
    for record in (own, foreign):
        assert record.layer is not None
        for found in record.layer.annotations:
            ((fragment,),) = found.parts.values()
            said = text[fragment.start : fragment.end]
            if not cut:
                assert said == surface.replace("\r\n", "\n").replace("\r", "\n")
        assert len(record.layer.annotations) + len(record.losses) == 1
        if not cut and surface:
            assert not record.losses


def test_a_layer_without_a_name_or_a_mark_is_none(export):
    record = making.record("Some text.", annotator="", status=Status.TODO)
    path, _ = export([record], "jsonl")
    assert orjson.loads(path.read_bytes())["_annotator_id"] is None
    assert read_one(path).layer is None


def test_numbers_that_json_libraries_refuse_are_written(export):
    details = Details("Big", meta={"views": 10**30})
    path, _ = export([making.record("Some text.", details=details)], "jsonl")
    assert b"1" + b"0" * 30 in path.read_bytes()


def test_a_pipeline_s_runs_are_lines_of_their_own(export):
    text = "Ada met Bo."
    one = making.Suggestion(
        "a" * 32,
        document_id(text),
        "p",
        "1",
        "entity",
        "PERSON",
        {"mention": (making.Fragment(0, 3),)},
        0.5,
    )
    two = replace(one, id="b" * 32, version="2", score=0.25, reason="seen before")
    record = making.record(text, suggestions=(two, one), annotator="p")
    path, report = export([record], "jsonl")
    lines = [orjson.loads(line) for line in Path(path).read_bytes().splitlines()]
    assert [line["pipeline"]["version"] for line in lines] == ["1", "2"]
    assert lines[1]["annotations"][0]["score"] == 0.25
    assert lines[1]["annotations"][0]["reason"] == "seen before"
    assert report.records == 2
    assert report.annotations == 2


def test_annotations_and_links_are_written_in_the_order_of_the_text(export):
    text = "Ada met Bo in Norrby."
    made = [
        making.annotation(text, "entity", "PERSON", mention=word)
        for word in ("Ada", "Bo", "Norrby")
    ]
    links = [making.Link(digit * 32, "with", made[0].id, made[1].id) for digit in "123"]
    turned = making.record(text, *made[::-1], links=tuple(links[::-1]))
    path, _ = export([turned], "jsonl")
    row = orjson.loads(path.read_bytes())
    assert [a["id"] for a in row["annotations"]] == [a.id for a in made]
    assert [k["id"] for k in row["links"]] == [k.id for k in links]
    assert [s["start"] for s in row["spans"]] == [0, 8, 14]
