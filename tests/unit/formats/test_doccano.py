"""doccano's rows in all their dialects, and files that people really have."""

from __future__ import annotations

import json

import orjson
import pytest

from annotator.domain.annotations import Fragment
from annotator.domain.documents import Status
from annotator.domain.records import Problem, Record
from annotator.formats.mapping import LabelMap
from annotator.formats.registry import ReadOptions, reader_for
from tests.unit.formats import making
from tests.unit.formats.conftest import read, read_one

TEXT = "Ada 👩‍🚒 met Bo in Norrby."


def at(surface: str) -> tuple[int, int]:
    start = TEXT.index(surface)
    return start, start + len(surface)


def entity(surface: str, label: object = "PERSON", **more) -> dict[str, object]:
    start, end = at(surface)
    return {"label": label, "start_offset": start, "end_offset": end, **more}


@pytest.fixture
def rows(tmp_path):
    """Return a function that writes rows and reads them back."""

    def run(*given: object, name: str = "rows.jsonl", options=None) -> list:
        path = tmp_path / name
        path.write_bytes(b"".join(orjson.dumps(row) + b"\n" for row in given))
        chosen = reader_for(path)
        assert chosen.name == "doccano"
        return list(chosen.read(path, options or ReadOptions()))

    return run


def found(record: Record) -> list[tuple[str, str]]:
    assert record.layer is not None
    return [
        (a.label, record.text[slice(*a.parts["mention"][0])])
        for a in record.layer.annotations
    ]


ADA, BO = [*at("Ada"), "PERSON"], [*at("Bo"), "PERSON"]
BOTH = [("PERSON", "Ada"), ("PERSON", "Bo")]


@pytest.mark.parametrize(
    "row",
    [
        {"text": TEXT, "label": [ADA, BO]},
        {"text": TEXT, "labels": [ADA, BO], "meta": {"n": 1}},
        {"id": 4, "data": TEXT, "label": [ADA, [*BO, "Bo"]], "Comments": []},
        {"doc_id": 20, "text": TEXT, "entities": [ADA, BO], "username": "cy"},
        {"text": TEXT, "entities": [ADA, BO], "cats": ["flight"]},
        {"text": TEXT, "entities": [entity("Ada"), entity("Bo")], "relations": []},
        {"text": TEXT, "annotations": [entity("Ada", user=2), entity("Bo", user=2)]},
        {"text": TEXT, "label": [[float(ADA[0]), float(ADA[1]), "PERSON"], BO]},
        {"text": TEXT, "label": [entity("Ada"), entity("Bo")]},
    ],
)
def test_every_dialect(rows, row):
    (record,) = rows(row)
    assert found(record) == BOTH
    assert record.losses == ()
    assert record.layer.status is Status.DONE


def test_an_array_and_a_file_without_a_name(tmp_path):
    for data in (
        json.dumps([{"text": TEXT, "label": [ADA]}, {"text": "No.", "label": []}]),
        json.dumps([{"text": TEXT, "label": [ADA]}, {"text": "No."}], indent=2),
    ):
        path = tmp_path / "export"
        path.write_text(data, "utf-8")
        assert reader_for(path).name == "doccano"
        first, second = read(path)
        assert found(first) == BOTH[:1]
        assert second.layer is None


def test_old_exports_have_a_layer_for_each_user(rows):
    marks = [
        entity("Ada", 7, user=1, created_at="2021-04-05T14:58:23.696176Z"),
        entity("Bo", 7, user=3),
        entity("Norrby", 8, user=1),
    ]
    row = {"id": 5, "text": TEXT, "annotations": marks, "annotation_approver": None}
    one, three = rows(row)
    assert (one.layer.annotator, three.layer.annotator) == ("user 1", "user 3")
    assert found(one) == [("7", "Ada"), ("8", "Norrby")]
    assert found(three) == [("7", "Bo")]
    assert one.layer.annotations[0].created == "2021-04-05T14:58:23.696Z"
    mapping = LabelMap(labels={"7": "entity:PERSON", "8": "skip"})
    one, _ = rows(row, options=ReadOptions(mapping))
    assert found(one) == [("PERSON", "Ada")]


def test_relations_are_links(rows):
    entities = [entity("Ada", id=11), entity("Bo", id=12), entity("Norrby", id=0)]
    relations = [
        {"id": 1, "from_id": 11, "to_id": 12, "type": "knows"},
        {"from_id": 12, "to_id": 0, "type": "lives_in"},
        {"from_id": 12, "to_id": 99, "type": "lost"},
        {"from_id": 12, "type": "half"},
        "x",
    ]
    (record,) = rows({"text": TEXT, "entities": entities, "relations": relations})
    ada, bo, norrby = (a.id for a in record.layer.annotations)
    assert [(k.label, k.source, k.target) for k in record.layer.links] == [
        ("knows", ada, bo),
        ("lives_in", bo, norrby),
    ]
    assert [loss.split(":")[0] for loss in record.losses] == [
        "Relation 4 was left out",
        "Relation 5 was left out",
        "The relation lost (12 → 99) was left out",
    ]


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        ([0, 99, "X"], "X [0, 99) is outside the text of 25 characters"),
        ([3, 3, "X"], "X [3, 3) is empty"),
        ([-1, 3, "X"], "it has no start and end"),
        ([0, 3, ""], "[0, 3) has no label"),
        ([0, 3, "X", "Eve"], "the text at X [0, 3) is not “Eve”"),
        ({"start_offset": 0, "label": "X"}, "it has no start and end"),
        ({"start_offset": True, "end_offset": 2, "label": "X"}, "it has no start"),
    ],
)
def test_a_bad_span_is_left_out_and_named(rows, bad, reason):
    (record,) = rows({"text": TEXT, "label": [bad, BO]})
    assert found(record) == BOTH[1:]
    assert record.losses[0].startswith(f"Span 1 was left out: {reason}")


def test_bad_rows_are_named_with_their_line(rows, tmp_path):
    good = {"text": TEXT, "label": [ADA]}
    found = rows(good, {"label": [ADA]}, {"text": 3, "label": []}, [1], good)
    assert [str(p) for p in found if isinstance(p, Problem)] == [
        "rows.jsonl, line 2: the row has no “text”.",
        "rows.jsonl, line 3: its “text” is no text.",
        "rows.jsonl, line 4: the line is no JSON object with a “text”.",
    ]
    path = tmp_path / "cut.json"
    path.write_text(json.dumps([good, good], indent=1)[:-30])
    first, problem = read(path, "doccano")
    assert isinstance(first, Record)
    assert "cut off in line" in problem.reason


def test_an_empty_text_is_to_do_unless_somebody_approved_it(rows):
    empty = {"text": TEXT, "label": []}
    (record,) = rows(empty)
    assert record.layer is None
    (record,) = rows(empty | {"annotation_approver": "cy"})
    assert record.layer.status is Status.DONE


def test_a_file_is_its_user_s_where_others_have_the_same_texts(rows, tmp_path):
    row = {"id": 1, "text": TEXT, "label": [ADA]}
    assert rows(row, name="cy.jsonl")[0].layer.annotator == ""
    assert rows(row, name="admin.jsonl")[0].layer.annotator == "admin"
    assert read_one(tmp_path / "cy.jsonl").layer.annotator == "cy"
    assert rows(row, name="all.jsonl")[0].layer.annotator == ""
    named = rows(row, name="cy.jsonl", options=ReadOptions(annotator="dee"))
    assert named[0].layer.annotator == "dee"
    other = rows({"text": "Else.", "label": [[0, 2, "X"]]}, name="dee.jsonl")
    assert other[0].layer.annotator == ""
    said = rows(row | {"username": "eve"}, name="dee.jsonl")
    assert said[0].layer.annotator == "eve"


def test_what_a_row_says_besides_is_kept(rows):
    row = {
        "id": 3,
        "text": TEXT,
        "label": [ADA],
        "meta": '{"wikiPageID": 2}',
        "title": "Norrby",
        "cats": ["x"],
        "Comments": [{"id": 1, "comment": "sure?"}],
    }
    details = rows(row)[0].details
    assert details.title == "Norrby"
    assert details.meta == {
        "id": 3,
        "wikiPageID": 2,
        "cats": ["x"],
        "Comments": ["sure?"],
    }


def test_categories_are_no_spans(tmp_path):
    path = tmp_path / "classes.jsonl"
    path.write_text('{"text": "Great.", "label": ["positive"]}\n')
    assert reader_for(path).name == "jsonl"
    record = read_one(path)
    assert record.layer is None
    assert record.details.meta["label"] == ["positive"]


def test_columns_that_are_called_otherwise(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_bytes(orjson.dumps({"body": TEXT, "marks": [ADA]}))
    columns = {"text": "body", "label": "marks"}
    options = ReadOptions(columns=columns)
    reader = reader_for(path, "doccano")
    table = reader.preview(path, 5, columns)
    assert (table.columns, table.chosen) == (("body", "marks"), columns)
    assert table.roles == reader.column_roles
    (record,) = reader_for(path, "doccano").read(path, options)
    assert found(record) == BOTH[:1]


def test_what_was_changed_in_doccano_is_no_longer_ours(export):
    """Its next export has our metadata but spans of its own."""
    text = "Ada met Bo."
    made = making.annotation(text, "entity", "PERSON", mention="Ada")
    path, _ = export([making.record(text, made, status=Status.FLAGGED)], "doccano")
    row = orjson.loads(path.read_bytes())
    assert row["entities"][0] | {"about": 0} == {
        "id": 0,
        "label": "PERSON",
        "start_offset": 0,
        "end_offset": 3,
        "annotation": made.id,
        "kind": "entity",
        "role": "mention",
        "about": 0,
    }
    kept = {key: row["entities"][0][key] for key in ("start_offset", "end_offset")}
    row["entities"] = [{"id": 7, "label": "ORG", **kept}]
    path.write_bytes(orjson.dumps(row))
    back = read_one(path)
    assert [(a.label, a.parts["mention"]) for a in back.layer.annotations] == [
        ("ORG", (Fragment(0, 3),))
    ]
    assert (back.layer.annotator, back.layer.status) == ("", Status.DONE)
    assert back.details.title == "Test"


def test_real_rows_of_novels_are_all_there(shared_data):
    folder = shared_data / "novels" / "doccano"
    for path in sorted(folder.glob("*.jsonl")):
        rows = [orjson.loads(line) for line in path.read_bytes().splitlines()]
        records = read(path)
        assert not any(record.losses for record in records)
        marks = [mark for row in rows for mark in row["annotations"]]
        assert sum(len(r.layer.annotations) for r in records if r.layer) == len(marks)
        texts = {r.text for r in records}
        assert texts == {row["text"].replace("\r\n", "\n") for row in rows}


@pytest.mark.parametrize(
    ("name", "documents", "spans", "links", "problems"),
    [
        ("export/pipeline/examples/sequence_labeling/example.jsonl", 3, 4, 0, 0),
        ("export/pipeline/examples/intent_detection/example.jsonl", 2, 3, 0, 0),
        ("export/pipeline/examples/relation_extraction/example.jsonl", 0, 0, 0, 49),
        ("export/pipeline/examples/bounding_box/example.jsonl", 0, 0, 0, 12),
        ("import/pipeline/examples/relation_extraction/example.jsonl", 1, 4, 3, 0),
        ("import/tests/data/relation_extraction/example.jsonl", 1, 4, 3, 0),
        ("import/tests/data/sequence_labeling/example.jsonl", 2, 1, 0, 1),
        ("import/tests/data/sequence_labeling/example_overlapping.jsonl", 1, 2, 0, 0),
        ("import/tests/data/intent/example.jsonl", 4, 2, 0, 1),
    ],
)
def test_doccano_s_own_examples(shared_data, name, documents, spans, links, problems):
    items = read(shared_data / "formats" / "doccano" / f"data_{name}")
    records = [item for item in items if isinstance(item, Record)]
    layers = [record.layer for record in records if record.layer]
    assert len(records) == documents
    assert sum(len(layer.annotations) for layer in layers) == spans
    assert sum(len(layer.links) for layer in layers) == links
    assert len(items) - len(records) == problems
