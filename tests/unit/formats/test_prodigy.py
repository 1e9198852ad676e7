"""Prodigy's tasks: spans, relations, answers, and files that people really have."""

from __future__ import annotations

import csv
import json

import orjson
import pytest

from annotator.domain.annotations import Fragment
from annotator.domain.documents import Status
from annotator.domain.records import Record
from annotator.formats.mapping import LabelMap
from annotator.formats.registry import ReadOptions, reader_for
from tests.unit.formats import making
from tests.unit.formats.conftest import read, read_one

TEXT = "Ada 👩‍🚒 met Bo in Norrby."


def at(surface: str) -> tuple[int, int]:
    start = TEXT.index(surface)
    return start, start + len(surface)


def span(surface: str, label: str = "PERSON", **more) -> dict[str, object]:
    start, end = at(surface)
    return {"start": start, "end": end, "label": label, **more}


@pytest.fixture
def task(tmp_path):
    """Return a function that reads a task with the given keys."""

    def run(**keys) -> Record:
        path = tmp_path / "task.jsonl"
        path.write_bytes(orjson.dumps({"text": TEXT, **keys}))
        return read_one(path)

    return run


def test_every_span_is_an_entity_with_its_label(task):
    spans = [span("Ada"), span("Bo", "Source"), span("Norrby", "GPE", kind="")]
    layer = task(spans=spans, _annotator_id="news-ada", answer="accept").layer
    assert layer.annotator == "news-ada"
    assert layer.status is Status.DONE
    assert [(a.kind, a.label, *a.parts["mention"]) for a in layer.annotations] == [
        ("entity", "PERSON", at("Ada")),
        ("entity", "Source", at("Bo")),
        ("entity", "GPE", at("Norrby")),
    ]
    assert {a.origin for a in layer.annotations} == {"import"}


def test_ids_are_the_same_at_every_import_and_differ_in_a_file(task):
    keys = {"spans": [span("Ada"), span("Ada"), span("Bo")], "_session_id": "s-1"}
    first, second = (task(**keys).layer for _ in range(2))
    ids = [a.id for a in first.annotations]
    assert ids == [a.id for a in second.annotations]
    assert len(set(ids)) == 3
    other = task(**keys | {"_session_id": "s-2"}).layer
    assert not {a.id for a in other.annotations} & set(ids)


@pytest.mark.parametrize(
    ("keys", "status"),
    [
        ({"answer": "accept"}, Status.DONE),
        ({}, Status.DONE),
        ({"answer": "ignore"}, Status.SKIPPED),
        ({"answer": "accept", "_is_binary": True}, Status.IN_PROGRESS),
        ({"answer": "accept", "_is_binary": False}, Status.DONE),
    ],
)
def test_answers(task, keys, status):
    layer = task(spans=[span("Ada")], **keys).layer
    assert layer.status is status
    assert len(layer.annotations) == 1


def test_what_was_rejected_is_not_annotated(task):
    record = task(spans=[span("Ada")], answer="reject")
    assert record.layer is None
    assert "rejected" in record.losses[0]
    assert task(answer="reject", spans=[]).losses == ()


def test_a_span_with_an_answer_of_its_own(task):
    spans = [span("Ada", answer="accept"), span("Bo", answer="reject")]
    record = task(spans=spans)
    assert len(record.layer.annotations) == 1
    assert record.losses == (
        "Span 2 was left out: PERSON [12, 14) has the answer “reject”.",
    )


def test_a_view_for_spans_without_any_is_annotated_empty(task):
    assert task(_view_id="ner_manual", answer="accept").layer.status is Status.DONE
    assert task(_view_id="classification", answer="accept").layer is None


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        ("x", "it is no object"),
        ({"start": 0, "label": "X"}, "it has no start and end"),
        ({"start": 0, "end": 3.0, "label": "X"}, "it has no start and end"),
        ({"start": 0, "end": 3}, "[0, 3) has no label"),
        ({"start": 0, "end": 3, "label": ["X"]}, "[0, 3) has no label"),
        ({"start": 3, "end": 3, "label": "X"}, "X [3, 3) is empty"),
        ({"start": 4, "end": 3, "label": "X"}, "X [4, 3) is empty"),
        ({"start": 0, "end": 99, "label": "X"}, "X [0, 99) is outside the text"),
        ({"start": -2, "end": 3, "label": "X"}, "X [-2, 3) is outside the text"),
        (
            {"start": 0, "end": 3, "label": "X", "text": "Eve"},
            "the text at X [0, 3) is not “Eve”",
        ),
    ],
)
def test_a_bad_span_is_left_out_and_named(task, bad, reason):
    record = task(spans=[bad, span("Bo")])
    assert len(record.layer.annotations) == 1
    assert record.losses == (f"Span 1 was left out: {reason}.",)


@pytest.mark.parametrize("key", ["spans", "relations"])
def test_what_is_no_list_is_left_out_and_named(task, key):
    record = task(**{"spans": [], key: {"a": 1}})
    assert record.losses == (f"Its “{key}” are no list, so they were left out.",)


def test_offsets_that_count_otherwise_are_found_by_their_surface(tmp_path):
    raw = "\ufeffOne 👩‍🚒.\r\nAda 🙂 met Bo."
    stored = raw.replace("\r\n", "\n").removeprefix("\ufeff")
    units = raw.encode("utf-16-le")
    in_units = units.index("Bo".encode("utf-16-le")) // 2
    lf_units = stored.encode("utf-16-le").index("Bo".encode("utf-16-le")) // 2
    starts = [raw.index("Bo"), stored.index("Bo"), in_units, lf_units, lf_units + 1]
    assert len(set(starts)) == 5
    spans = [{"start": s, "end": s + 2, "label": "P", "text": "Bo"} for s in starts] + [
        {
            "start": stored.index("Bo"),
            "end": stored.index("Bo") + 1,
            "label": "P",
            "text": "Bo",
        }
    ]
    path = tmp_path / "a.jsonl"
    path.write_bytes(orjson.dumps({"text": raw, "spans": spans}))
    record = read_one(path)
    assert record.text == stored
    (loss,) = record.losses
    assert "found by their words: 5." in loss
    found = Fragment(stored.index("Bo"), stored.index("Bo") + 2)
    assert [a.parts for a in record.layer.annotations] == [{"mention": (found,)}] * 6


def relation(head: str, child: str, label: str = "knows", **more):
    heads = {"Ada": 0, "Bo": 3, "Norrby": 5}
    return {"head": heads[head], "child": heads[child], "label": label, **more}


def test_relations_become_links(task):
    spans = [span("Ada", token_end=0), span("Bo", token_end=3), span("Norrby")]
    by_span = relation(
        "Ada", "Bo", "likes", head_span=span("Norrby", "X"), child_span=span("Ada")
    )
    record = task(spans=spans, relations=[relation("Ada", "Bo"), by_span])
    ada, bo, norrby = (a.id for a in record.layer.annotations)
    assert [(k.label, k.source, k.target) for k in record.layer.links] == [
        ("knows", ada, bo),
        ("likes", norrby, ada),
    ]
    assert record.losses == ()


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        (7, "it is no object"),
        ({"head": 0, "child": 3}, "it has no label"),
        (relation("Ada", "Norrby"), "knows does not join two spans"),
        (relation("Ada", "Ada"), "knows does not join two spans"),
        ({"label": "x", "head_span": {"start": []}}, "x does not join two spans"),
    ],
)
def test_a_bad_relation_is_left_out_and_named(task, bad, reason):
    spans = [span("Ada", token_end=0), span("Bo", token_end=3)]
    record = task(spans=spans, relations=[bad])
    assert record.layer.links == ()
    assert record.losses == (f"Relation 1 was left out: {reason}.",)


def test_spans_that_say_so_are_parts_of_one_annotation(task):
    whole = {"kind": "quote", "annotation": "q"}
    spans = [
        span("Ada", "speaker", role="speaker", **whole),
        span("met", "direct", role="content", **whole),
        span("in", "direct", role="content", **whole),
        span("Bo", "speaker", role="speaker", kind="quote", annotation="r"),
        span("Norrby", "claim", role="claim", kind="claim"),
    ]
    ends = {"head_span": spans[1], "child_span": spans[0], "label": "speaker"}
    record = task(spans=spans, relations=[ends])
    quote, other, claim = record.layer.annotations
    assert (quote.kind, quote.label) == ("quote", "direct")
    assert quote.parts == {
        "speaker": (Fragment(*at("Ada")),),
        "content": (Fragment(*at("met")), Fragment(*at("in"))),
    }
    # Nothing bears its label, so the kind has to do.
    assert (other.kind, other.label) == ("quote", "quote")
    assert (claim.kind, claim.label) == ("claim", "claim")
    assert record.layer.links == ()
    assert record.losses == ()


def test_a_mapping_makes_quotes_of_spans_and_relations(tmp_path):
    spans = [
        span("Ada", "Source", token_end=0),
        span("met", "Content", token_end=2),
        span("Bo", "PER", token_end=3),
        span("Norrby", "Skipped"),
    ]
    row = {"text": TEXT, "spans": spans, "relations": [relation("Ada", "Norrby")]}
    row["relations"][0] |= {"child": 2, "label": "said"}
    path = tmp_path / "task.jsonl"
    path.write_bytes(orjson.dumps(row))
    labels = {
        "Source": "quote.speaker",
        "Content": "quote:indirect",
        "PER": "entity:PERSON",
        "Skipped": "skip",
    }
    options = ReadOptions(LabelMap(labels=labels), annotator="cy")
    (record,) = reader_for(path).read(path, options)
    assert record.layer.annotator == "cy"
    quote, entity = record.layer.annotations
    assert (quote.kind, quote.label) == ("quote", "indirect")
    assert quote.parts == {
        "content": (Fragment(*at("met")),),
        "speaker": (Fragment(*at("Ada")),),
    }
    assert (entity.kind, entity.label) == ("entity", "PERSON")
    assert record.losses == ()


def test_tasks_in_an_array(tmp_path):
    path = tmp_path / "tasks.json"
    rows = [{"text": TEXT, "spans": [span("Ada")]}, {"text": 3}, {"text": "Bo."}]
    path.write_text(json.dumps(rows, indent=1))
    assert reader_for(path).name == "prodigy"
    first, problem, last = read(path)
    assert len(first.layer.annotations) == 1
    assert str(problem) == "tasks.json, line 12, row 2: its “text” is no text."
    assert last.layer is None


def test_our_own_lines_are_not_taken_for_tasks(tmp_path):
    path = tmp_path / "own.jsonl"
    path.write_bytes(orjson.dumps({"text": TEXT, "spans": [], "annotations": []}))
    assert reader_for(path).name == "jsonl"
    path.write_bytes(orjson.dumps({"text": TEXT, "spans": []}))
    assert reader_for(path).name == "prodigy"
    flagged = read_one(path)
    assert flagged.layer.status is Status.DONE
    path.write_bytes(orjson.dumps({"text": TEXT, "spans": [], "flagged": True}))
    assert read_one(path).layer.status is Status.FLAGGED


def test_what_prodigy_cannot_say_is_found(export):
    cut = making.annotation(TEXT, "entity", "X", mention="Nor")
    bo = making.annotation(TEXT, "entity", "PERSON", mention="Bo")
    link = making.Link("d" * 32, "near", cut.id, bo.id)
    record = making.record(TEXT, cut, bo, links=(link,))
    path, report = export([record], "prodigy")
    assert [finding.trouble for finding in report.losses] == ["cut", "link"]
    task = orjson.loads(path.read_bytes())
    assert "annotations" not in task
    assert [s.get("token_start") for s in task["spans"]] == [5, None]
    assert task["answer"] == "accept"
    path, report = export([record], "prodigy", mend="expand")
    (finding,) = report.losses
    assert "was widened to “Norrby”" in finding.reason
    assert len(read_one(path).layer.links) == 1


def test_real_files_hold_what_their_manifest_says(shared_data):
    folder = shared_data / "formats"
    with (folder / "MANIFEST.tsv").open(encoding="utf-8") as file:
        rows = [
            row
            for row in csv.DictReader(file, delimiter="\t")
            if row["file"].startswith("prodigy/")
        ]
    assert len(rows) >= 10
    for row in rows:
        counts = json.loads(row["counts"])
        found = read(folder / row["file"])
        assert len(found) == counts["lines"]
        records = [item for item in found if isinstance(item, Record)]
        # Two tweets of one file are a single blank.
        assert all("empty" in p.reason for p in found if p not in records)
        assert len(found) - len(records) <= 2
        kept = sum(len(r.layer.annotations) for r in records if r.layer)
        rejected = sum(
            int(loss.rsplit(": ", 1)[1].rstrip("."))
            for record in records
            for loss in record.losses
            if "rejected" in loss
        )
        left_out = sum(
            loss.startswith("Span ") for record in records for loss in record.losses
        )
        assert kept + rejected + left_out == counts["spans"], row["file"]
        for record in records:
            for annotation in record.layer.annotations if record.layer else ():
                ((start, end),) = annotation.parts["mention"]
                assert record.text[start:end].strip()


def test_relations_of_a_real_file_are_all_links(shared_data):
    path = (
        shared_data
        / "formats/prodigy/projects/tutorials/rel_component/assets/annotations.jsonl"
    )
    records = read(path)
    assert not any(record.losses for record in records)
    # 267 relations, four of them given twice.
    assert sum(len(record.layer.links) for record in records) == 263
