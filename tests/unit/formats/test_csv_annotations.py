"""The table of annotations says everything once, and runs nothing."""

from __future__ import annotations

import csv
import json
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.domain.annotations import Link, Suggestion
from annotator.domain.documents import Details
from annotator.domain.progress import Progress
from annotator.domain.text import document_id
from annotator.formats.base import ReadOptions
from annotator.formats.csv_annotations import harmless, plain
from annotator.formats.registry import WriteOptions, reader_for, writer
from annotator.formats.tallying import verify
from tests.unit.formats import making
from tests.unit.formats.making import annotation, record

TEXT = "Ada of Norrby spoke.\n\n“We will,” she said, “reopen  it.”\n=1+1 قالت 🔥"


def rows(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def quote():
    made = annotation(
        TEXT,
        "quote",
        "direct",
        content=("“We will,”", "“reopen  it.”"),
        speaker="she",
        cue="said",
    )
    return replace(made, attributes={"tense": "past"}, note="=cmd|x")


def test_one_row_an_annotation(export):
    ada = annotation(TEXT, "entity", "PERSON", mention="Ada")
    link = Link("f" * 32, "made_in", ada.id, quote().id)
    details = Details("A, title", "The Post", "2025-01-02", "https://example.org")
    made = record(TEXT, ada, quote(), links=(link,), details=details)
    path, report = export([made], "csv")
    first, second = rows(path)
    assert (first["text"], first["start"], first["end"]) == ("Ada", "0", "3")
    assert (first["left"], first["right"]) == (
        "",
        "of Norrby spoke. “We will,” she said, “reopen it.” =1+1 ق",
    )
    assert json.loads(first["links"]) == {"made_in": [quote().id]}
    assert (first["title"], first["annotator"]) == ("A, title", "ada")
    assert (first["status"], first["created"]) == ("done", making.MOMENT)
    assert second["text"] == "“We will,” … “reopen  it.”"
    assert (second["speaker"], second["cue"]) == ("she", "said")
    assert second["left"] == "Ada of Norrby spoke."
    assert json.loads(second["attributes"]) == {"tense": "past"}
    assert json.loads(second["parts"])["content"] == [[22, 32], [43, 56]]
    assert second["note"] == "'=cmd|x"
    assert report.losses == []
    assert (report.records, report.annotations) == (1, 2)


def test_excel_knows_the_encoding_and_the_line_ends(export):
    path, report = export([record(TEXT)], "csv")
    data = path.read_bytes()
    assert data.startswith(b"\xef\xbb\xbfannotation,document,title")
    assert data.endswith(b"parts,more\r\n")
    assert "1 document without annotations" in report.losses[0].reason


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_formulas_are_made_harmless(export, start):
    text = f"{start.strip() or '='}1+1 said Bo."
    marked = replace(
        annotation(text, "entity", "PERSON", mention=text[:4]),
        note=f"{start}SUM(A1)",
    )
    path, _ = export([record(text, marked)], "csv")
    (row,) = rows(path)
    assert row["note"] == f"'{start}SUM(A1)"
    assert row["text"] == f"'{text[:4]}"


@given(st.text(alphabet="'=+-@\t\rab", max_size=6))
def test_what_was_made_harmless_is_read_as_it_was(cell):
    made = harmless(cell)
    assert plain(made) == cell
    assert not made.startswith(("=", "+", "-", "@", "\t", "\r"))


def test_it_is_no_table_of_articles(export):
    path, _ = export([record(TEXT, quote())], "csv")
    (problem,) = reader_for(path).read(path, ReadOptions())
    assert "no articles" in problem.reason
    assert "export JSONL" in problem.reason


def test_suggestions_have_a_score(export):
    found = Suggestion(
        "e" * 32,
        document_id(TEXT),
        "p",
        "1",
        "entity",
        "PERSON",
        {"mention": making.fragments(TEXT, "Ada")},
        0.9,
        {},
        "a rule",
    )
    path, _ = export([record(TEXT, suggestions=(found,), annotator="p")], "csv")
    (row,) = rows(path)
    assert (row["score"], row["origin"], row["note"]) == (
        "0.9",
        "suggestion:p-1",
        "a rule",
    )


def test_roles_that_the_schema_does_not_have(export):
    odd = annotation(TEXT, "story", "lead", body="spoke", note="Ada", speaker="she")
    path, _ = export([record(TEXT, odd)], "csv")
    (row,) = rows(path)
    assert (row["text"], row["speaker"]) == ("spoke", "she")
    assert json.loads(row["more"]) == {"note": "Ada"}


def test_a_changed_file_is_found_out(export, schema):
    path, report = export(
        [record(TEXT, annotation(TEXT, "entity", "PERSON", mention="Ada"))], "csv"
    )
    path.write_bytes(path.read_bytes().replace(b",Ada,", b",Ida,"))
    found = writer("csv").read_back(path)
    limits = writer("csv").limits
    assert verify(report.tally, found, WriteOptions(schema), limits)


@settings(
    deadline=None,
    max_examples=60,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(made=making.records())
def test_any_record_is_written_and_read_back(made, schema, tmp_path):
    chosen, options = writer("csv"), WriteOptions(schema)
    target = tmp_path / "out.csv"
    report = chosen.write([made], target, options, Progress(), 1)
    found = list(chosen.read_back(target))
    assert verify(report.tally, found, options, chosen.limits) == []
