"""CSV, Excel, Parquet, JSON: which column is what, and files that mean harm."""

from __future__ import annotations

import csv
import json
from datetime import datetime

import openpyxl
import pyarrow as pa
import pytest
from pyarrow import parquet

from annotator.domain.records import Problem, Record
from annotator.formats import article_fields, csv_tables, json_stream, jsonl
from annotator.formats.registry import ReadOptions, reader_for
from tests.unit.formats.conftest import read, read_one
from tests.unit.formats.pages import PARAGRAPHS, TITLE, packed

ROWS = [
    {
        "id": 1,
        "Headline": TITLE,
        "Body": "\n".join(PARAGRAPHS),
        "Published At": "2025-01-13",
        "outlet": "The Veldstad Post",
        "link": "https://post.example/1",
        "section": "Local",
    },
    {
        "id": 2,
        "Headline": 'A “second”, "quoted"',
        "Body": "Mayor 😀 e\u0301, “said” so; it's\ttrue." * 3,
        "Published At": "2025-01-14",
        "outlet": "",
        "link": "",
        "section": "",
    },
]


def write(path, kind):
    if kind in ("csv", "semicolon", "tsv", "latin"):
        delimiter = {"semicolon": ";", "tsv": "\t"}.get(kind, ",")
        with path.open("w", newline="", encoding="utf-8") as file:
            table = csv.DictWriter(file, list(ROWS[0]), delimiter=delimiter)
            table.writeheader()
            table.writerows(ROWS)
    elif kind == "xlsx":
        book = openpyxl.Workbook()
        book.active.append(list(ROWS[0]))
        for row in ROWS:
            when = datetime.fromisoformat(row["Published At"])
            book.active.append([*(row | {"Published At": when}).values()])
        book.save(path)
    elif kind == "parquet":
        parquet.write_table(pa.Table.from_pylist(ROWS), path)
    elif kind == "jsonl":
        path.write_text("".join(json.dumps(row) + "\n" for row in ROWS))
    elif kind == "object":
        path.write_text(json.dumps({"status": "ok", "page": {"articles": ROWS}}))
    else:
        path.write_text(json.dumps(ROWS, indent=1))


def told(path, **columns):
    return list(reader_for(path).read(path, ReadOptions(columns=columns)))


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("csv", "a.csv"),
        ("semicolon", "a.csv"),
        ("tsv", "a.tsv"),
        ("xlsx", "a.xlsx"),
        ("parquet", "a.parquet"),
        ("json", "a.json"),
        ("object", "a.json"),
        ("jsonl", "a.json"),
        ("jsonl", "a.jsonl"),
    ],
)
def test_columns_are_told_by_their_names(tmp_path, kind, name):
    path = tmp_path / name
    write(path, kind)
    first, second = read(path)
    assert (first.text, second.text) == (ROWS[0]["Body"], ROWS[1]["Body"])
    details = first.details
    assert (details.title, details.source) == (TITLE, "The Veldstad Post")
    assert details.date[:10] == "2025-01-13"
    assert details.url == "https://post.example/1"
    assert {k: str(v) for k, v in details.meta.items()} == {
        "id": "1",
        "section": "Local",
    }
    assert second.details.title == ROWS[1]["Headline"]


def test_columns_can_be_said_by_name_number_and_path(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("a,text,c\none,two,three\n")
    (record,) = told(path, text="3", title="A")
    assert (record.text, record.details.title) == ("three", "one")
    path = tmp_path / "a.json"
    path.write_text('[{"article": {"body": ["x", "y"]}, "title": "t"}]')
    (record,) = told(path, text="article.body")
    assert record.text == "x\ny"
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": "short", "lead": "The lead."}\n')
    assert told(path, text="lead")[0].text == "The lead."
    (problem,) = told(path, text="led")
    assert "there is no column “led” for the text" in problem.reason


def test_the_longest_column_is_the_text_where_no_name_says_so(tmp_path):
    path = tmp_path / "a.csv"
    long = PARAGRAPHS[0].replace('"', "")
    path.write_text(f'name,x\nshort,"{long}"\nother,"{long}"\n')
    assert [record.text for record in read(path)] == [long, long]
    path.write_text("a,b\n1,2\n3,4\n")
    (problem,) = read(path)
    assert "--column text=NAME) among a, b" in problem.reason


def test_a_table_without_a_header_has_numbers(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text(f'2025-01-02,"{PARAGRAPHS[0]}"\n2025-01-03,"{PARAGRAPHS[1]}"\n')
    first, second = read(path)
    assert (first.text, second.text) == PARAGRAPHS[:2]
    assert first.where == "a.csv, row 1"
    assert first.details.meta == {"1": "2025-01-02"}


def test_rows_without_a_text_cost_themselves(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text('title,text\na,"x"\nb,\nc,"y"\n\n')
    found = read(path)
    assert [type(item) for item in found] == [Record, Problem, Record]
    assert str(found[1]) == "a.csv, row 3: its “text” is empty."


@pytest.mark.parametrize(
    ("codec", "words"),
    [
        ("utf-16", "Über 😀 straße"),
        ("utf-8-sig", "Über 😀 straße"),
        ("cp1252", "Die Straße über die Brücke ist für Fußgänger gesperrt worden."),
        ("cp1251", "Мэр города заявил, что мост закроют до весны для ремонта."),
    ],
)
def test_encodings_of_tables(tmp_path, codec, words):
    path = tmp_path / "a.csv"
    rows = "".join(f'{n},"{words * 9}"\r\n' for n in range(60))
    path.write_bytes(f"title,text\r\n{rows}".encode(codec))
    found = read(path)
    assert len(found) == 60
    assert all(record.text == words * 9 for record in found)


def test_damage_far_below_is_no_mojibake(tmp_path):
    path = tmp_path / "a.csv"
    line = b"t,na\xc3\xafve \xe2\x80\x94 text\n"
    path.write_bytes(b"title,text\n" + line * 200 + b"t,na\xefve\n")
    (problem,) = read(path)
    assert "damaged" in problem.reason


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("quote.csv", b'title,text\na,"' + b"x\n" * 600, "is a quote left open?"),
        ("line.csv", b"title,text\na," + b"x" * 9_000, "too long to hold an article"),
        ("nul.csv", b"title,text\na,b\x00\n", "NUL"),
        ("empty.csv", b"", "no rows"),
        ("deep.json", b"[" * 100_000, "too deeply"),
        ("deep.json", b'[{"text":' + b"[" * 5_000 + b"]" * 5_000 + b"}]", "too deeply"),
        ("deep.json", b'{"text":' * 3_000 + b"1" + b"}" * 3_000, "JSON"),
        ("cut.json", b'[{"text": "a"}, {"text": "b', "cut off"),
        ("wrong.json", b'[{"text": a}]', "not valid JSON"),
        ("none.json", b"[]", "no articles"),
        ("none.json", b"{}", "none of its columns"),
        ("bad.parquet", b"PAR1" + b"\x00" * 50 + b"PAR1", "damaged Parquet"),
        ("bad.xlsx", b"PK\x03\x04 no more", "no format"),
        ("old.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1....", "save it as .xlsx"),
        ("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1....", "save it as .docx"),
    ],
)
def test_hostile_and_broken_files_are_refused(tmp_path, monkeypatch, name, data, said):
    monkeypatch.setattr(csv_tables, "MAX_FIELD", 1_000)
    monkeypatch.setattr("annotator.formats.text_stream.MAX_LINE", 8_000)
    path = tmp_path / name
    path.write_bytes(data)
    try:
        found = read(path)
    except Exception as error:  # noqa: BLE001 - whatever says it
        found = [error]
    assert said in str(found[-1])
    assert len(found) <= 2


def test_entities_and_bombs_in_a_workbook_are_refused(tmp_path):
    path = tmp_path / "a.xlsx"
    lol = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "&c;">]><workbook/>'
    path.write_bytes(packed(xl__workbook_dot_xml=lol))
    (problem,) = read(path)
    assert "defines entities" in problem.reason
    big = "<workbook>" + " " * (11 << 20)
    path.write_bytes(packed(xl__workbook_dot_xml=big))
    (problem,) = read(path)
    assert "unpacks to far more than it is" in problem.reason
    path.write_bytes(packed(xl__workbook_dot_xml="<workbook/>"))
    (problem,) = read(path)
    assert "damaged workbook" in problem.reason


def test_an_array_is_cut_wherever_the_chunks_end(tmp_path, monkeypatch):
    rows = [
        {"text": 'a "quoted" \\ {brace} [bracket] 😀', "tags": [{"x": "}]"}]},
        {"text": "\\\\", "more": {"a": [1, [2]]}},
    ]
    path = tmp_path / "a.json"
    path.write_text(json.dumps(rows))
    for size in (1, 2, 3, 7, 50):
        monkeypatch.setattr(json_stream, "CHUNK", size)
        assert [r.text for r in read(path)] == [row["text"] for row in rows]


def test_a_large_object_is_read_as_a_stream(tmp_path, monkeypatch):
    path = tmp_path / "a.json"
    path.write_text(json.dumps({"n": {"m": [1]}, "articles": ROWS, "x": [{"a": 1}]}))
    monkeypatch.setattr(json_stream, "MAX_OBJECT_BYTES", 1_500)
    monkeypatch.setattr(json_stream, "CHUNK", 100)
    assert [r.text for r in read(path)] == [row["Body"] for row in ROWS]
    monkeypatch.setattr(json_stream, "MAX_OBJECT_BYTES", 300)
    (problem,) = read(path)
    assert "too large to be read" in problem.reason


def test_one_article_alone_and_a_map_of_articles(tmp_path):
    path = tmp_path / "a.json"
    path.write_text('{"headline": "H", "body": "B", "tags": [{"name": "x"}]}')
    (record,) = read(path)
    assert (record.text, record.details.title) == ("B", "H")
    path.write_text('{"k1": {"text": "A"}, "k2": {"text": "B"}}')
    assert [r.text for r in read(path)] == ["A", "B"]
    path.write_text('[{"text": "A", "source": {"id": null, "name": "Post"}}]')
    assert read(path)[0].details.source == "Post"


def test_dates_of_a_workbook_are_dates(tmp_path):
    book = openpyxl.Workbook()
    book.active.append(["title", "date", "text", "seen"])
    moment = datetime.fromisoformat("2025-01-13T08:30:00")
    book.active.append(["Bridge", moment.date(), "A bridge. " * 9, moment])
    book.save(tmp_path / "a.xlsx")
    details = read_one(tmp_path / "a.xlsx").details
    assert details.date.startswith("2025-01-13")
    assert details.meta["seen"] == "2025-01-13T08:30:00"


@pytest.mark.parametrize("name", ["a.jsonl", "a.json"])
def test_values_as_deep_as_a_well_are_cut_off(tmp_path, name):
    well = "[" * 900 + "]" * 900
    row = f'{{"body": "An article about a bridge.", "x": {well}}}'
    (tmp_path / name).write_text(row + "\n" if name == "a.jsonl" else f"[{row}]")
    record = read_one(tmp_path / name)
    assert record.text == "An article about a bridge."
    assert str(record.details.meta["x"]).count("[") == article_fields.MAX_DEPTH


def test_a_line_without_end_costs_itself_and_little_memory(tmp_path, monkeypatch):
    monkeypatch.setattr(jsonl, "MAX_LINE_BYTES", 100)
    monkeypatch.setattr(jsonl, "_PIECE", 7)
    long = '{"text": "' + "word " * 99 + '"}'
    (tmp_path / "a.jsonl").write_text(f'\ufeff{long}\n{{"text": "Next."}}\n', "utf-8")
    problem, record = read(tmp_path / "a.jsonl")
    assert "line 1: the line is too long" in str(problem)
    assert record.text == "Next."
