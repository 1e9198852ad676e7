"""Label Studio's tasks: every version's exports, and texts as it shows them."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from dataclasses import replace

import orjson
import pytest

from annotator.domain.annotations import Link
from annotator.domain.documents import Status
from annotator.domain.progress import Progress
from annotator.domain.records import Problem, Record
from annotator.formats import json_stream
from annotator.formats.label_studio_writer import LabelStudioWriter
from annotator.formats.mapping import LabelMap
from annotator.formats.registry import ReadOptions, WriteOptions, reader_for
from tests.unit.formats import making
from tests.unit.formats.conftest import read, read_one

TEXT = "Ada 👩‍🚒 met Bo in Norrby."


def region(surface: str, *labels: str, identity: str = "", text: str = TEXT, **more):
    start = text.index(surface)
    value = {"start": start, "end": start + len(surface), "text": surface}
    return {
        "id": identity or surface,
        "from_name": "label",
        "to_name": "text",
        "type": "labels",
        "value": value | {"labels": list(labels)},
        **more,
    }


def relation(source: str, target: str, *labels: str, direction: str = "right"):
    return {
        "type": "relation",
        "from_id": source,
        "to_id": target,
        "direction": direction,
        "labels": list(labels),
    }


def task(*result: object, data: object = None, **annotation):
    made = {"id": 9, "completed_by": 2, "result": list(result)} | annotation
    return {"id": 1, "data": data or {"text": TEXT}, "annotations": [made]}


ADA, BO = region("Ada", "PERSON"), region("Bo", "PERSON")


@pytest.fixture
def tasks(tmp_path):
    """Return a function that writes tasks and reads them back."""

    def run(*given: object, options=None) -> list:
        path = tmp_path / "export.json"
        path.write_bytes(orjson.dumps(list(given)))
        chosen = reader_for(path)
        assert chosen.name == "label-studio"
        return list(chosen.read(path, options or ReadOptions()))

    return run


def found(record: Record) -> list[tuple[str, str]]:
    assert record.layer is not None
    items = record.layer.annotations or record.layer.suggestions
    return [(a.label, record.text[slice(*a.parts["mention"][0])]) for a in items]


BOTH = [("PERSON", "Ada"), ("PERSON", "Bo")]


def test_an_annotation_is_a_layer(tasks):
    (record,) = tasks(task(ADA, BO, created_at="2023-12-08T14:51:55.388658Z"))
    assert found(record) == BOTH
    assert (record.layer.annotator, record.layer.status) == ("user 2", Status.DONE)
    assert record.layer.annotations[0].created == "2023-12-08T14:51:55.388Z"
    assert record.losses == ()


@pytest.mark.parametrize(
    ("person", "name"),
    [
        ({"id": 3, "email": "cy@example.org", "first_name": "Cy"}, "cy@example.org"),
        ({"id": 3, "email": "", "first_name": "Cy", "last_name": "Day"}, "Cy Day"),
        ({"id": 3}, "user 3"),
        ("cy", "cy"),
        (None, ""),
    ],
)
def test_who_completed_it(tasks, person, name):
    (record,) = tasks(task(ADA, completed_by=person))
    assert record.layer.annotator == name


def test_layers_of_several_people_and_models(tasks):
    given = task(ADA)
    given["annotations"] += [
        {"completed_by": 3, "result": [], "was_cancelled": True},
        {"completed_by": 4, "result": [], "was_cancelled": True},
        {"completed_by": 4, "result": [BO]},
    ]
    given["predictions"] = [
        {"model_version": "m 2", "score": 0.5, "result": [ADA, BO | {"score": 0.25}]},
        17,
    ]
    given["drafts"] = [
        {"user": "eve", "result": [ADA]},
        {"user": "user 2", "result": [BO]},
    ]
    one, three, four, eve, model = tasks(given)
    assert found(one) == BOTH[:1]
    assert three.layer.status is Status.SKIPPED
    assert (four.layer.annotator, four.layer.status) == ("user 4", Status.DONE)
    assert (eve.layer.annotator, eve.layer.status) == ("eve", Status.IN_PROGRESS)
    assert found(model) == BOTH
    assert [(s.pipeline, s.score) for s in model.layer.suggestions] == [
        ("m 2", 0.5),
        ("m 2", 0.25),
    ]
    assert model.layer.annotations == ()


def test_versions_before_1_0(tasks):
    given = task(ADA, BO, created_at=1609789589)
    given["completions"] = given.pop("annotations")
    (record,) = tasks(given)
    assert found(record) == BOTH
    assert record.layer.annotations[0].created == "2021-01-04T19:46:29.000Z"


def test_relations(tasks):
    norrby = region("Norrby", "GPE")
    relations = [
        relation("Ada", "Bo", "knows"),
        relation("Bo", "Norrby", "home_of", direction="left"),
        relation("Ada", "Norrby", "near", "in", direction="bi"),
        relation("Ada", "Norrby"),
        relation("Ada", "gone", "lost"),
    ]
    (record,) = tasks(task(ADA, BO, norrby, *relations))
    ada, bo, place = (a.id for a in record.layer.annotations)
    assert [(k.label, k.source, k.target) for k in record.layer.links] == [
        ("knows", ada, bo),
        ("home_of", place, bo),
        ("near", ada, place),
        ("in", ada, place),
        ("related", ada, place),
    ]
    assert [loss.split(" (")[0] for loss in record.losses] == [
        "The relation near goes both ways; it was kept from Ada to Norrby.",
        "The relation lost",
    ]


def test_what_is_said_of_a_region_is_its_attributes_and_note(tasks):
    def said(kind: str, name: str, value: object, key: str = ""):
        place = {k: ADA["value"][k] for k in ("start", "end")}
        item = {"id": "Ada", "from_name": name, "to_name": "text", "type": kind}
        return item | {"value": place | {key or kind: value}}

    items = [
        said("choices", "mood", ["glad"]),
        ADA | {"meta": {"text": ["who is", "she?"]}},
        said("choices", "tags", ["a", "b"]),
        said("textarea", "full", ["Ada", "Moreau"], "text"),
        said("number", "age", 34),
        said("rating", "stars", 4),
        said("taxonomy", "topic", [["A", "B"], ["C"]]),
        said("choices", "none", []),
    ]
    (record,) = tasks(task(*items))
    (ada,) = record.layer.annotations
    assert (ada.label, ada.note) == ("PERSON", "who is\nshe?")
    assert ada.attributes == {
        "mood": "glad",
        "tags": "a, b",
        "full": "Ada\nMoreau",
        "age": 34,
        "stars": 4,
        "topic": "A / B, C",
    }


def test_answers_about_the_whole_text_are_metadata(tasks):
    answer = {
        "id": "x",
        "from_name": "mood",
        "to_name": "text",
        "type": "choices",
        "value": {"choices": ["glad"]},
    }
    given = task(ADA, answer)
    other = answer | {"value": {"choices": ["sad"]}}
    given["annotations"].append({"completed_by": 5, "result": [other]})
    first, _ = tasks(given)
    assert first.details.meta == {"mood": "glad", "mood (user 5)": "sad", "id": 1}


def test_several_labels_and_none(tasks):
    both = region("Ada", "PERSON", "HERO")
    nothing = region("Bo")
    record = tasks(task(both, nothing))[0]
    assert found(record) == [("PERSON", "Ada"), ("HERO", "Ada"), ("label", "Bo")]


def test_a_mapping_knows_the_control(tasks):
    mapping = LabelMap(labels={"label.PERSON": "entity:PER"})
    (record,) = tasks(task(ADA), options=ReadOptions(mapping))
    assert found(record) == [("PER", "Ada")]


def test_the_text_is_where_the_regions_find_their_words(tasks):
    """As in files whose field “text” is another text than the one shown."""
    data = {"text": "Ada  👩‍🚒  met  Bo  .", "shown": TEXT, "source": "The Post"}
    empty = {"id": 7, "data": {"text": "Other.", "shown": "Shown."}}
    first, second = tasks(task(BO, data=data), empty)
    assert (first.text, second.text) == (TEXT, "Shown.")
    assert found(first) == BOTH[1:]
    assert first.details.source == "The Post"
    options = ReadOptions(columns={"text": "text"})
    first, _ = tasks(task(ADA, data=data), empty, options=options)
    assert first.text == data["text"]


def test_two_texts_in_a_task_are_two_documents(tasks):
    data = {"one": "Ada came.", "two": "Bo went."}
    items = [
        region("Ada", "P", text=data["one"], to_name="one"),
        region("Bo", "P", text=data["two"], to_name="two"),
    ]
    first, second = tasks(task(*items, data=data))
    assert found(first) == [("P", "Ada")]
    assert found(second) == [("P", "Bo")]
    assert first.losses == second.losses == ()


def test_offsets_that_count_otherwise_are_found_by_the_words(tasks):
    raw = "👩‍🚒 One.\r\nAda\u00a0Moreau 🙂 met Bo. Ada slept."
    units = raw.encode("utf-16-le").index("Bo".encode("utf-16-le")) // 2
    in_units = region("Bo", "P", text=raw)
    in_units["value"] |= {"start": units, "end": units + 2}
    blanks = region("Ada\u00a0Moreau", "P", text=raw)
    blanks["value"] |= {"text": "Ada Moreau"}
    lines = region("One.\r\nAda", "P", text=raw)
    lines["value"] |= {"text": "One.\\nAda"}
    shifted = region("slept", "P", text=raw)
    shifted["value"] |= {"start": 2, "end": 7}
    strings = region("met", "P", text=raw)
    strings["value"] |= {k: str(strings["value"][k]) for k in ("start", "end")}
    wrong = region("Ada", "P", identity="w", text=raw)
    wrong["value"] |= {"start": 0, "end": 3}
    items = [in_units, blanks, lines, shifted, strings, wrong]
    (record,) = tasks(task(*items, data={"text": raw}))
    assert [text for _, text in found(record)] == [
        "Bo",
        "Ada\u00a0Moreau",
        "One.\nAda",
        "slept",
        "met",
    ]
    assert len(record.losses) == 2
    # “Ada” is there twice.
    assert "Region w (P) was left out: the text at 0–3 is not “Ada”." in record.losses
    assert any("found by their words: 2." in loss for loss in record.losses)


def test_regions_without_their_words(tasks):
    item = region("Bo", "P")
    del item["value"]["text"]
    beyond = region("Ada", "P")
    beyond["value"] = {"start": 4, "end": 400, "labels": ["P"]}
    (record,) = tasks(task(item, beyond))
    assert found(record) == [("P", "Bo")]
    assert "4–400 is outside the text of 25 characters" in record.losses[0]


def hyper(words: str, start: int, end: int, path: str, offsets: tuple[int, int]):
    return {
        "id": words,
        "from_name": "ner",
        "to_name": "page",
        "type": "hypertextlabels",
        "value": {
            "start": path,
            "end": path,
            "startOffset": offsets[0],
            "endOffset": offsets[1],
            "text": words,
            "hypertextlabels": ["X"],
            "globalOffsets": {"start": start, "end": end},
        },
    }


PAGE = (
    "<html><head><title>T</title></head><body><div><h1>Norrby 🙂</h1><p>Ada <b>met</b>"
    " Bo.<br>She slept.</p></div><script>no()</script></body></html>"
)


def test_pages_are_texts_with_lines(tasks):
    shown = "Norrby 🙂Ada met Bo.\nShe slept."

    def at(words: str, shift: int = 0) -> tuple[str, int, int]:
        start = shown.index(words) + shift
        return words, start, start + len(words)

    items = [
        hyper(*at("Ada"), "/div[1]/p[1]/text()[1]", (0, 3)),
        hyper(*at("met", 1), "/x[1]", (0, 0)),  # in UTF-16 units
        hyper("Bo", 0, 1, "/div[1]/p[1]/text()[2]", (1, 3)),
        hyper("slept", 900, 905, "/gone[1]", (0, 0)),
    ]
    (record,) = tasks(task(*items, data={"page": PAGE}))
    assert record.text == "Norrby 🙂\nAda met Bo.\nShe slept.\n"
    assert [text for _, text in found(record)] == ["Ada", "met", "Bo", "slept"]
    assert len(record.losses) == 1
    gone = hyper("nowhere", 900, 907, "/gone[1]", (0, 0))
    (record,) = tasks(task(gone, data={"page": PAGE}))
    assert "Region nowhere (X) was left out" in record.losses[0]


def test_pages_that_nobody_marked_are_pages_too(tasks):
    marked = task(
        hyper("Ada", 0, 1, "/div[1]/p[1]/text()[1]", (0, 3)), data={"page": PAGE}
    )
    plain = {"id": 2, "data": {"page": "<p>So it <i>was</i>.</p>"}}
    first, second = tasks(marked, plain)
    assert found(first) == [("X", "Ada")]
    assert second.text == "So it was.\n"


@pytest.mark.parametrize("address", ["s3://bucket/a.txt", "/data/upload/1/a.txt"])
def test_texts_that_are_elsewhere_are_refused(tasks, address):
    (problem,) = tasks(task(region("Bo", "P"), data={"text": address}))
    assert f"its text is not in the file but at {address}" in str(problem)


def test_pages_marked_with_plain_labels(tasks):
    item = hyper("Bo", 0, 1, "/div[1]/p[1]/text()[2]", (1, 3))
    item["type"] = "labels"
    item["value"]["labels"] = item["value"].pop("hypertextlabels")
    (record,) = tasks(task(item, data={"page": PAGE}))
    assert found(record) == [("X", "Bo")]


def test_plain_text_that_was_shown_as_a_page(tasks):
    text = "Ada came.\n\nAda slept. Ada woke."
    items = [
        hyper("Ada", 11, 14, "/text()[2]", (0, 3)),
        hyper("Ada", 22, 25, "/text()[2]", (11, 14)) | {"id": "b"},
        hyper("Ada", 0, 3, "/text()[1]", (0, 3)) | {"id": "c"},
    ]
    del items[0]["value"]["globalOffsets"]
    (record,) = tasks(task(*items, data={"page": text}))
    places = [a.parts["mention"][0].start for a in record.layer.annotations]
    assert places == [11, 22, 0]
    assert record.losses == ()


def test_dialogues_are_lines(tasks):
    turns = [
        {"author": "Ada", "text": "Where is Bo?"},
        {"author": "Cy", "text": "In Norrby 🙂."},
    ]
    item = region("Bo", "x", text="Bo")
    item |= {"type": "paragraphlabels", "to_name": "talk"}
    values = [
        {"start": "0", "end": "0", "startOffset": 9, "endOffset": 11, "text": "Bo"},
        {"start": "1", "end": "1", "startOffset": 3, "endOffset": 9},
        {"start": "4", "end": "4", "startOffset": 3, "endOffset": 9, "text": "x y"},
    ]
    items = [
        item | {"id": str(n), "value": value | {"paragraphlabels": ["X"]}}
        for n, value in enumerate(values)
    ]
    (record,) = tasks(task(*items, data={"talk": turns}))
    assert record.text == "Ada: Where is Bo?\nCy: In Norrby 🙂."
    assert found(record) == [("X", "Bo"), ("X", "Norrby")]
    assert len(record.losses) == 1


def test_regions_in_pictures_and_sound_are_named(tasks):
    picture = {
        "id": "p",
        "type": "rectanglelabels",
        "from_name": "box",
        "to_name": "image",
        "value": {"x": 1, "y": 2, "rectanglelabels": ["cat"]},
    }
    sound = {
        "id": "s",
        "type": "labels",
        "original_length": 12.5,
        "value": {"start": 1, "end": 2, "channel": 0, "labels": ["noise"]},
    }
    (record,) = tasks(task(picture, sound, ADA))
    assert found(record) == BOTH[:1]
    assert [loss.split(" marks")[0] for loss in record.losses] == [
        "Region p was left out: rectanglelabels",
        "Region s was left out: labels",
    ]


def test_the_short_form(tmp_path):
    rows = [
        {
            "id": 4,
            "body": TEXT,
            "label": [ADA["value"], BO["value"]],
            "mood": "glad",
            "annotator": 7,
            "annotation_id": 3,
            "lead_time": 2.5,
        }
    ]
    path = tmp_path / "min.json"
    path.write_text(json.dumps(rows))
    assert reader_for(path).name == "label-studio"
    record = read_one(path)
    assert found(record) == BOTH
    assert record.layer.annotator == "user 7"
    assert record.details.meta == {"mood": "glad", "id": 4}


@pytest.mark.parametrize("indent", [None, 2])
def test_one_task_and_lines_of_tasks(tmp_path, indent):
    path = tmp_path / "12"
    path.write_text(json.dumps(task(ADA), indent=indent))
    assert reader_for(path).name == "label-studio"
    assert found(read_one(path)) == BOTH[:1]
    path = tmp_path / "tasks.jsonl"
    path.write_text("\n".join(json.dumps(task(item)) for item in (ADA, BO)))
    assert reader_for(path).name == "label-studio"
    assert [found(record) for record in read(path)] == [BOTH[:1], BOTH[1:]]


@pytest.mark.parametrize(
    ("rows", "name"),
    [
        ([{"data": {"text": TEXT}}], "label-studio"),
        ([{"data": {"html": PAGE}, "id": 3}], "label-studio"),
        ([{"data": {"image": "a"}, "annotations": []}], "label-studio"),
        ({"data": {"articles": [{"text": TEXT}]}}, "json"),
        ({"data": [{"text": TEXT}], "annotations": "x"}, "json"),
    ],
)
def test_what_is_taken_for_tasks(tmp_path, rows, name):
    path = tmp_path / "a.json"
    for indent in (None, 1):
        path.write_text(json.dumps(rows, indent=indent))
        assert reader_for(path).name == name


def test_a_first_task_longer_than_what_is_looked_at(tmp_path):
    path = tmp_path / "long.json"
    data = {"text": TEXT + " More." * 20_000}
    for given in ([{"data": data} | task(ADA, data=data)], task(ADA, data=data)):
        path.write_text(json.dumps(given))
        assert reader_for(path).name == "label-studio"
        assert found(read_one(path)) == BOTH[:1]


def test_bad_tasks_are_named(tasks, tmp_path, monkeypatch):
    bad = [{"data": {"image": 3}}, {"data": []}, {"data": {"text": " "}}]
    items = tasks(task(ADA), *bad, task(7, BO), task(result={}))
    problems = [str(item) for item in items if isinstance(item, Problem)]
    assert problems == [
        "export.json, task 2: the task shows no text; its data has image.",
        "export.json, task 3: the task has no “data”.",
        "export.json, task 4: the text is empty.",
    ]
    assert items[4].losses == ("Item 1 is no object; it was left out.",)
    assert items[5].losses == ("Its “result” is no list, so it was left out.",)
    path = tmp_path / "broken.json"
    text = json.dumps([task(ADA), task(BO)], indent=1)
    path.write_text(text.replace('"id": 9,', '"id": 9 9,', 1))
    problem, record = read(path, "label-studio")
    assert "it is not valid JSON" in problem.reason
    assert "line 9, character" in problem.reason
    assert found(record) == BOTH[1:]
    path.write_text(text[:-40])
    _, problem = read(path)
    assert "cut off in line" in problem.reason
    monkeypatch.setattr(json_stream, "MAX_OBJECT_BYTES", 50)
    monkeypatch.setattr(json_stream, "CHUNK", 60)
    (problem,) = read(path)
    assert "too large" in problem.reason


def test_the_config_knows_all_that_was_written(export, schema):
    ada = making.annotation(TEXT, "entity", "Sea <&>", mention="Ada")
    bo = making.annotation(TEXT, "event", "meeting", mention="met", place="Norrby")
    made = ada, replace(bo, attributes={"sure": True, "n": 2, "say": "x\ny"})
    link = Link("d" * 32, "at", ada.id, bo.id)
    path, report = export([making.record(TEXT, *made, links=(link,))], "label-studio")
    config = path.with_name("out-config.xml")
    assert report.files == [str(path), str(config)]
    root = ET.fromstring(config.read_text("utf-8"))  # noqa: S314 - our own
    controls = {e.get("name"): e for e in root if e.get("name")}
    assert len(controls) == len([e for e in root if e.get("name")])
    known = {name: {c.get("value") for c in e} for name, e in controls.items()}
    relations = {e.get("value") for e in root.iter("Relation")}
    (written,) = orjson.loads(path.read_bytes())
    for item in written["annotations"][0]["result"]:
        if item["type"] == "relation":
            assert {*item["labels"]} <= relations
            continue
        control = controls[item["from_name"]]
        assert control.tag.lower() == item["type"]
        if control.tag in ("Labels", "Choices"):
            assert {*item["value"][item["type"]]} <= known[item["from_name"]]
    assert {label.name for label in schema.kinds[0].labels} < known["entity"]
    assert reader_for(path).companions(path) == (config,)


def test_what_was_changed_in_label_studio_counts(export):
    made = making.annotation(TEXT, "entity", "PERSON", mention="Ada")
    made = replace(made, attributes={"mood": "glad", "sure": True})
    path, _ = export([making.record(TEXT, made)], "label-studio")
    (given,) = orjson.loads(path.read_bytes())
    result = given["annotations"][0]["result"]
    result[0]["value"]["labels"] = ["ORG"]
    result[0]["value"] |= {"end": 10, "text": TEXT[:10]}
    (mood,) = (item for item in result if item["from_name"] == "mood")
    mood["value"]["text"] = ["sad"]
    path.write_bytes(orjson.dumps([given]))
    (back,) = read_one(path).layer.annotations
    assert (back.id, back.label) == (made.id, "ORG")
    assert back.attributes == {"mood": "sad", "sure": True}
    assert TEXT[slice(*back.parts["mention"][0])] == TEXT[:10]


def test_nothing_and_a_failure_leave_whole_files(export, schema, tmp_path):
    path, _ = export([], "label-studio")
    assert orjson.loads(path.read_bytes()) == []

    def broken():
        yield making.record(TEXT)
        raise KeyboardInterrupt

    before = path.read_bytes()
    with pytest.raises(KeyboardInterrupt):
        LabelStudioWriter().write(broken(), path, WriteOptions(schema), Progress(), 0)
    assert path.read_bytes() == before
    assert not [p for p in tmp_path.iterdir() if p.suffix == ".part"]


@pytest.mark.parametrize(
    ("name", "spans", "links"), [("testing_ls", 34, 0), ("testing_ls_full", 13, 7)]
)
def test_real_files(shared_data, name, spans, links):
    folder = shared_data / "formats" / "label_studio" / "biographynet_nl"
    records = read(folder / f"{name}.json")
    assert len(records) == 2
    assert not any(record.losses for record in records)
    assert sum(len(r.layer.annotations) for r in records) == spans
    assert sum(len(r.layer.links) for r in records) == links
