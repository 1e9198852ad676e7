"""Data sets load with Hugging Face's own library, and hold what was marked."""

from __future__ import annotations

import zipfile
from collections import Counter
from dataclasses import replace

import orjson
import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, given, settings

from annotator.domain.annotations import Link
from annotator.domain.documents import Details, Status
from annotator.domain.progress import Progress
from annotator.domain.records import LayerRecord, Trouble
from annotator.formats.registry import PartsWriter, WriteOptions, writer
from annotator.formats.tallying import verify
from tests.unit.formats import making
from tests.unit.formats.making import annotation, record

TEXT = (
    "👩‍🚒 Ada Lindqvist of Norrby spoke.\n\n“We will,” she said, “reopen it.”\n"
    "قالت آدا: «نعم»."
)
FORMATS = ("huggingface", "huggingface-jsonl")


@pytest.fixture(scope="module")
def load(tmp_path_factory):
    """Return ``load_dataset``, offline and with a cache of its own."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HF_HUB_OFFLINE", "1")
        patch.setenv("HF_HOME", str(tmp_path_factory.mktemp("hf")))
        import datasets

        datasets.disable_progress_bars()
        cache = tmp_path_factory.mktemp("cache")
        yield lambda path: datasets.load_dataset(str(path), cache_dir=str(cache))


def quote():
    made = annotation(
        TEXT,
        "quote",
        "direct",
        content=("“We will,”", "“reopen it.”"),
        speaker="she",
        cue="said",
    )
    return replace(made, attributes={"tense": "past"}, note="Two pieces.")


def ada():
    return annotation(TEXT, "entity", "PERSON", mention="Ada Lindqvist")


@pytest.mark.parametrize("name", FORMATS)
def test_load_dataset_reads_it(export, load, name):
    arabic = annotation(TEXT, "entity", "PERSON", mention="آدا")
    details = Details("A title", "The Post", "2025-01-02", "https://example.org")
    made = record(TEXT, ada(), quote(), arabic, details=details)
    path, report = export([made, record("Bo met “X”.")], name)
    data = load(path)
    assert list(data) == ["train"]
    row, other = data["train"]
    assert row["text"] == TEXT
    assert (row["id"], row["title"]) == (made.document_id, "A title")
    assert (row["layer"], row["status"]) == ("ada", "done")
    names = data["train"].features["ner_tags"].feature.names
    assert names[0] == "O"
    tagged = [
        (word, names[tag])
        for word, tag in zip(row["tokens"], row["ner_tags"], strict=True)
        if tag
    ]
    assert tagged == [
        ("Ada", "B-PERSON"),
        ("Lindqvist", "I-PERSON"),
        ("آدا", "B-PERSON"),
    ]
    surfaces = [(TEXT[s["start"] : s["end"]], s["label"]) for s in row["spans"]]
    assert sorted(surfaces) == sorted(
        [
            ("Ada Lindqvist", "PERSON"),
            ("“We will,”", "direct"),
            ("“reopen it.”", "direct"),
            ("she", "speaker"),
            ("said", "cue"),
            ("آدا", "PERSON"),
        ]
    )
    (frame,) = row["quotes"]
    content = [TEXT[p["start"] : p["end"]] for p in frame["content"]]
    assert content == ["“We will,”", "“reopen it.”"]
    assert orjson.loads(frame["attributes"]) == {"tense": "past"}
    assert frame["note"] == "Two pieces."
    assert row["claims"] == other["quotes"] == other["spans"] == []
    assert set(other["ner_tags"]) == {0}
    assert (report.records, report.annotations, report.losses) == (2, 3, [])


def test_the_card_says_what_is_in_it(export, tmp_path):
    path, _ = export([record(TEXT, ada(), quote())], "huggingface", "my|news")
    card = (path / "README.md").read_text("utf-8")
    assert "license: unknown" in card
    assert "pretty_name: 'my|news'" in card
    assert "| documents | 1 |" in card
    assert "| entity PERSON | 1 |" in card
    table = pq.read_table(path / "data" / "train.parquet")
    assert table.num_rows == 1
    assert {p.name for p in path.iterdir()} >= {"README.md", "data"}


@pytest.mark.parametrize("name", FORMATS)
def test_parts_of_a_split_are_splits(schema, load, tmp_path, name):
    texts = [f"Article {n} of Norrby. 🔥" for n in range(5)]
    made = [
        record(text, annotation(text, "entity", label, mention="Norrby"))
        for text, label in zip(
            texts, ["GPE", "GPE", "X'é: #", "GPE", "ORG"], strict=True
        )
    ]
    parts = {r.document_id: "train" if n < 3 else "test" for n, r in enumerate(made)}
    chosen = writer(name)
    assert isinstance(chosen, PartsWriter)
    options = WriteOptions(schema, parts=parts)
    report = chosen.write(made, tmp_path / "out", options, Progress(), 5)
    assert [(p.name, p.records) for p in report.parts] == [("train", 3), ("test", 2)]
    assert report.parts[0].kinds == {("entity", "GPE"): 2, ("entity", "X'é: #"): 1}
    data = load(tmp_path / "out")
    assert {part: rows["text"][:] for part, rows in data.items()} == {
        "train": texts[:3],
        "test": texts[3:],
    }
    names = data["test"].features["ner_tags"].feature.names
    assert "B-X'é: #" in names
    tags = {names[t] for row in data["train"] for t in row["ner_tags"]}
    assert tags == {"O", "B-GPE", "B-X'é: #"}


def test_what_tags_cannot_hold_is_named(export):
    long = annotation(TEXT, "entity", "ORG", mention="Ada Lindqvist of Norrby")
    cut = annotation(TEXT, "entity", "EVENT", mention="spok")
    path, report = export([record(TEXT, long, ada(), cut)], "huggingface")
    assert Counter(loss.trouble for loss in report.losses) == {
        Trouble.OVERLAP: 1,
        Trouble.CUT: 1,
    }
    assert all("“spans” has it in full" in loss.reason for loss in report.losses)
    (row,) = pq.read_table(path / "data" / "train.parquet").to_pylist()
    assert sum(tag > 0 for tag in row["ner_tags"]) == 4
    assert len(row["spans"]) == 3


def test_without_entities_there_are_no_tags(export, load):
    path, _ = export(
        [record(TEXT, ada(), quote())], "huggingface", kinds=frozenset({"quote"})
    )
    (row,) = load(path)["train"]
    assert "ner_tags" not in row
    assert "claims" not in row
    assert len(row["quotes"]) == 1


def test_nothing_at_all_is_an_empty_data_set(export, load):
    path, _ = export([], "huggingface")
    assert pq.read_table(path / "data" / "train.parquet").num_rows == 0


def test_a_zip_file_of_the_folder(schema, tmp_path):
    target = tmp_path / "out.zip"
    made = record(TEXT, ada(), quote())
    for name in FORMATS:
        options = WriteOptions(schema)
        writer(name).write([made], target, options, Progress(), 1)
        with zipfile.ZipFile(target) as package:
            assert package.testzip() is None
            assert "README.md" in package.namelist()
        (found,) = writer(name).read_back(target)
        assert found.text == TEXT


def test_spans_that_are_not_those_of_the_annotations_are_found_out(export):
    path, _ = export([record(TEXT, ada())], "huggingface-jsonl")
    file = path / "data" / "train.jsonl"
    row = orjson.loads(file.read_bytes())
    row["spans"][0]["end"] += 1
    file.write_bytes(orjson.dumps(row))
    (problem,) = writer("huggingface-jsonl").read_back(path)
    assert "not those of its annotations" in problem.reason


@pytest.mark.parametrize("name", FORMATS)
def test_links_and_everything_else_come_back(export, name):
    link = Link("f" * 32, "made_in", ada().id, quote().id)
    made = record(TEXT, ada(), quote(), links=(link,))
    path, _ = export([made], name)
    (found,) = writer(name).read_back(path)
    assert found.layer.links == (link,)
    assert {a.id: a for a in found.layer.annotations} == {
        a.id: a for a in made.layer.annotations
    }


@settings(
    deadline=None,
    max_examples=40,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(made=making.records())
def test_any_record_is_written_and_read_back(made, schema, tmp_path):
    for name in FORMATS:
        chosen = writer(name)
        options = WriteOptions(schema, include_unfinished=True)
        target = tmp_path / "out.zip"
        report = chosen.write([made], target, options, Progress(), 1)
        found = list(chosen.read_back(target))
        assert verify(report.tally, found, options, chosen.limits) == []
        layer, read = made.layer or LayerRecord(""), found[0].layer or LayerRecord("")
        for items in ("annotations", "suggestions", "links"):
            wanted = {item.id: item for item in getattr(layer, items)}
            assert {item.id: item for item in getattr(read, items)} == wanted


def test_what_is_not_done_is_left_out_unless_it_is_wanted(schema, tmp_path):
    made = record(TEXT, ada())
    begun = replace(made, layer=replace(made.layer, status=Status.IN_PROGRESS))
    for wanted, number in ((False, 0), (True, 1)):
        options = WriteOptions(schema, include_unfinished=wanted)
        chosen, target = writer("huggingface"), tmp_path / f"{wanted}.zip"
        report = chosen.write([begun], target, options, Progress(), 1)
        assert (report.records, report.left_out) == (number, 1 - number)
        assert len(list(chosen.read_back(target))) == number
