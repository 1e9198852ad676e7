"""Export: which layers, which split, and in a child process for the window."""

import csv
import json
from collections import Counter
from pathlib import Path

import pytest

from annotator.domain.documents import Details, Status
from annotator.domain.errors import CancelledError, EnvironmentFault, InputError
from annotator.domain.progress import Progress
from annotator.domain.records import Losses, Problem, Record, Trouble
from annotator.domain.text import document_id
from annotator.formats.jsonl_writer import JsonlWriter
from annotator.services.child import run_in_child
from annotator.services.desk import Desk
from annotator.services.exporting import (
    ExportRequest,
    check,
    check_aside,
    export,
    export_aside,
)
from annotator.services.project import Project
from tests.unit.services.builders import TEXT, place, tokens_of

OTHERS = [f"🔥 Article {i} is not touched by anybody." for i in range(9)]


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "p.annot"
    with Project.create(path) as project:
        with project.store.bulk() as bulk:
            for text in (OTHERS[0], TEXT, *OTHERS[1:]):
                tokens = tokens_of(text)
                record = Record(document_id(text), text, Details(), None, tokens)
                bulk.add_document(record)
        for name in ("ada", "bo"):
            desk = Desk(project, project.annotator(name))
            desk.open(document_id(TEXT))
            desk.mark("entity", "PERSON", [place("Ada Lindqvist")])
            desk.mark("claim", "claim", [place("closed the bridge")])
            desk.set_status(Status.DONE)
    return path


def lines(path):
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def test_the_whole_project_is_every_layer_and_every_untouched_document(path, tmp_path):
    out = tmp_path / "all.jsonl"
    report = export(path, out, ExportRequest("jsonl"))
    found = lines(out)
    assert report.records == len(found) == 11
    assert [row["_annotator_id"] for row in found[:3]] == [None, "ada", "bo"]
    assert [row["text"] for row in found[:3]] == [OTHERS[0], TEXT, TEXT]


def test_one_layer_and_one_kind(path, tmp_path):
    out = tmp_path / "ada.jsonl"
    request = ExportRequest("jsonl", "ada", kinds=frozenset({"claim"}))
    export(path, out, request)
    (row,) = lines(out)
    assert [a["kind"] for a in row["annotations"]] == ["claim"]


def test_layers_of_a_document_stay_in_one_part_of_a_split(path, tmp_path):
    request = ExportRequest("jsonl", split={"train": 60, "dev": 40})
    report = export(path, tmp_path / "news.jsonl", request)
    names = sorted(p.name for p in tmp_path.glob("news-*.jsonl"))
    assert names == ["news-dev.jsonl", "news-train.jsonl"]
    texts = [{row["text"] for row in lines(tmp_path / name)} for name in names]
    assert not texts[0] & texts[1]
    assert len(texts[0] | texts[1]) == 10
    assert report.records == 11


def test_a_split_says_what_each_part_got(path, tmp_path):
    request = ExportRequest("jsonl", split={"train": 60, "dev": 40}, seed=3)
    report = export(path, tmp_path / "news.jsonl", request)
    assert [(part.name, part.records) for part in report.parts] in (
        [("train", 7), ("dev", 4)],
        [("train", 6), ("dev", 5)],
    )
    assert sum((part.kinds for part in report.parts), Counter()) == {
        ("entity", "PERSON"): 2,
        ("claim", "claim"): 2,
    }
    again = {p.name: p.read_bytes() for p in tmp_path.glob("news-*")}
    export(path, tmp_path / "news.jsonl", request)
    assert again == {p.name: p.read_bytes() for p in tmp_path.glob("news-*")}
    with pytest.raises(InputError, match="cannot be split into 11 parts"):
        export(
            path,
            tmp_path / "x.jsonl",
            ExportRequest("jsonl", split={f"p{n}": 1 for n in range(11)}),
        )


def test_in_a_child_process_it_is_the_same(path, tmp_path):
    here, there = tmp_path / "here.jsonl", tmp_path / "there.jsonl"
    steps = []
    export(path, here, ExportRequest("jsonl"))
    progress = Progress(lambda done, total: steps.append((done, total)))
    report = export_aside(path, there, ExportRequest("jsonl"), progress)
    assert report.records == 11
    assert steps
    assert here.read_bytes() == there.read_bytes()
    with pytest.raises(InputError, match="no annotator eve"):
        export_aside(path, there, ExportRequest("jsonl", "eve"))
    assert here.read_bytes() == there.read_bytes()


def fail(_progress):
    raise ValueError("a mistake of ours")


def die(_progress):
    import os

    os._exit(3)


def dawdle(progress):
    import time

    for i in range(10_000):
        progress.step(i, 10_000)
        time.sleep(0.01)


def test_a_child_that_fails_dies_or_is_cancelled():
    with pytest.raises(EnvironmentFault, match="a mistake of ours"):
        run_in_child(fail, progress=Progress())
    with pytest.raises(EnvironmentFault, match="code 3"):
        run_in_child(die, progress=Progress())
    progress = Progress()
    progress.cancel()
    with pytest.raises(CancelledError):
        run_in_child(dawdle, progress=progress)


def test_what_cannot_be_exported_says_why(path, tmp_path):
    with pytest.raises(InputError, match="is not a folder"):
        export(path, tmp_path / "no" / "x.jsonl", ExportRequest("jsonl"))
    with pytest.raises(InputError, match="no suggestions"):
        export(path, tmp_path / "x.jsonl", ExportRequest("jsonl", suggestions=True))
    with pytest.raises(InputError, match="no settled layer"):
        export(path, tmp_path / "x.jsonl", ExportRequest("jsonl", "gold"))
    assert not (tmp_path / "x.jsonl").exists()


# -- what the report says ------------------------------------------------------


def test_the_report_says_what_is_in_the_file_and_that_it_was_read_back(path, tmp_path):
    for name in ("jsonl", "docbin"):
        report = export(path, tmp_path / f"out.{name}", ExportRequest(name))
        assert report.verified is True, report.faults
        assert report.tally.kinds == {
            ("entity", "PERSON"): 2,
            ("claim", "claim"): 2,
        }
        assert report.tally.roles == {"mention": 2, "claim": 2}
        assert report.losses_file == ""
    unread = ExportRequest("jsonl", verify=False)
    assert export(path, tmp_path / "o.jsonl", unread).verified is None


def test_each_part_of_a_split_says_what_it_got(path, tmp_path):
    request = ExportRequest("jsonl", split={"train": 60, "dev": 40})
    report = export(path, tmp_path / "news", request)
    assert [p.name for p in report.parts] == ["train", "dev"]
    assert sum(p.records for p in report.parts) == report.records
    assert sum((p.kinds for p in report.parts), Counter()) == report.tally.kinds
    assert sorted(Path(f).name for f in report.files) == [
        "news-dev.jsonl",
        "news-train.jsonl",
    ]


def test_a_file_that_is_not_what_was_written_is_told_apart(path, tmp_path, monkeypatch):
    real = JsonlWriter.read_back

    def forgetful(writer, target):
        for item in real(writer, target):
            if item.layer is None or item.layer.annotator != "bo":
                yield item
            else:
                yield Problem("line 3", "it was left out.")

    monkeypatch.setattr(JsonlWriter, "read_back", forgetful)
    report = export(path, tmp_path / "o.jsonl", ExportRequest("jsonl"))
    assert report.verified is False
    assert report.faults == [
        "o.jsonl: PERSON: 2 were written, 1 read back.",
        "o.jsonl: claim: 2 were written, 1 read back.",
        "o.jsonl: line 3: it was left out.",
    ]


@pytest.fixture
def cut(path):
    """A project in which every article has a name that cuts a token."""
    with Project.open(path) as project:
        desk = Desk(project, project.annotator("cy"))
        for text in OTHERS:
            desk.open(document_id(text))
            desk.mark("entity", "PERSON", [place("Arti", text=text)])
            desk.set_status(Status.DONE)
    return path


def test_losses_are_counted_exactly_and_listed_where_they_are_too_many(
    cut, tmp_path, monkeypatch
):
    monkeypatch.setattr(Losses, "KEPT", 4)
    out = tmp_path / "o.spacy"
    aside = check_aside(cut, ExportRequest("docbin", "cy"))
    assert aside.losses.counts == {Trouble.CUT: 9}
    report = export(cut, out, ExportRequest("docbin", "cy"))
    assert len(report.losses) == 4
    assert report.losses.total == 9
    with Path(report.losses_file).open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    assert len(rows) == 9
    assert {(r["trouble"], r["layer"], r["start"], r["end"]) for r in rows} == {
        ("cut", "cy", "2", "6")
    }
    assert {r["document"] for r in rows} == {document_id(t) for t in OTHERS}
    fits = ExportRequest("jsonl", "ada", list_losses=True)
    assert export(cut, out, fits).losses_file == ""
    assert not list(tmp_path.glob("*.losses.tsv"))


def test_a_check_says_what_the_export_would_lose_and_writes_nothing(cut, tmp_path):
    before = sorted(tmp_path.iterdir())
    for request in (
        ExportRequest("docbin", "cy"),
        ExportRequest("docbin", "cy", mend="expand"),
        ExportRequest("jsonl"),
    ):
        found = check(cut, request)
        assert found.files == []
        assert sorted(tmp_path.iterdir()) == before
        written = export(cut, tmp_path / "out", request)
        assert list(found.losses) == list(written.losses)
        assert found.losses.counts == written.losses.counts
        assert found.records == written.records
        (tmp_path / "out").unlink()
