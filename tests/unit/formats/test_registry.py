"""Which format a file is in, and which files there are."""

from __future__ import annotations

import os

import pytest

from annotator.domain.errors import CancelledError, EnvironmentFault, InputError
from annotator.domain.progress import Progress
from annotator.formats.registry import (
    WriteOptions,
    find_files,
    reader_for,
    readers,
    writer,
    writers,
)
from tests.unit.formats import making
from tests.unit.formats.conftest import read_one


def test_every_format_has_a_name_and_a_title_of_its_own():
    names = [r.name for r in readers()]
    assert len(set(names)) == len(names)
    assert {"jsonl", "markdown", "text", "html", "docx", "csv", "json"} <= set(names)
    assert {"jsonl", "docbin"} <= {w.name for w in writers()}
    for item in (*readers(), *writers()):
        assert item.title


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("a.txt", b"", "text"),
        ("A.TXT", b"", "text"),
        ("a.md", b"", "markdown"),
        ("a.jsonl", b"", "jsonl"),
        ("a.json", b'\xef\xbb\xbf\n{"text": "a"}\n{"text": "b"}', "jsonl"),
        ("a.json", b'{"text": 1}', "json"),
        ("a.json", b'{\n "text": "a"}', "json"),
        ("a.json", b"[]", "json"),
        ("README", b"Just text.", "text"),
        ("README", b'{"text": "a"}', "jsonl"),
        ("README", b"\xff\xfea\x00", "text"),
        ("program", b"\x7fELF\x00\x00", None),
        ("page.html", b"<p>Text.</p>", "html"),
        ("saved", b"<!DOCTYPE html><html><body>", "html"),
        ("a.txt", b"\xef\xbb\xbf<!-- x --><HTML>", "html"),
        ("a.csv", b"PAR1", "parquet"),
        ("news.xml", b'<?xml version="1.0"?><rss version="2.0"><channel>', "feed"),
        ("a.tsv", b"title\ttext\na\tb\n", "csv"),
        ("notes.md", "title,text\nA,Böse\nB,Gut\n".encode("utf-16"), "csv"),
        ("notes.md", b"title;body\nA;one\nB;two\n", "csv"),
        ("notes.txt", b"Date\tText\n2026-01-02\tOne.\n", "csv"),
        ("notes.txt", b"Text, title\nand so on, and so on, and so on\n", "text"),
        ("notes.md", b"# Title, text\n\nOnce upon a time.\n", "markdown"),
        ("notes.md", b'[\n {"title": "A", "body": "One."}\n]', "json"),
        ("notes.txt", b'{"text": "a"}\n{"text": "b"}\n', "jsonl"),
        ("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "docx"),
    ],
)
def test_the_format_of_a_file(tmp_path, name, data, expected):
    path = tmp_path / name
    path.write_bytes(data)
    if expected is None:
        with pytest.raises(InputError, match="it is in no format"):
            reader_for(path)
    else:
        assert reader_for(path).name == expected


def test_a_format_can_be_said(tmp_path):
    path = tmp_path / "page.html"
    path.write_text("<p>Text.</p>")
    assert read_one(path, "text").text == "<p>Text.</p>"


def test_formats_that_are_not_there_are_named(tmp_path):
    with pytest.raises(InputError, match=r"no import format “tei”.*jsonl"):
        reader_for(tmp_path / "a.xml", "tei")
    with pytest.raises(InputError, match=r"no export format “tei”.*docbin"):
        writer("tei")
    with pytest.raises(InputError, match=r"gone\.xyz cannot be read"):
        reader_for(tmp_path / "gone.xyz")


def test_folders_are_walked_in_order_without_hidden_files(tmp_path):
    for name in ("b/z.txt", "b/a.txt", "a.txt", ".git/config", "b/.DS_Store", "c/d/e"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")
    found = [str(p.relative_to(tmp_path)) for p in find_files([tmp_path])]
    assert found == ["a.txt", "b/a.txt", "b/z.txt", "c/d/e"]
    hidden = tmp_path / "b" / ".DS_Store"
    assert list(find_files([hidden, tmp_path / "a.txt"])) == [
        hidden,
        tmp_path / "a.txt",
    ]


def test_a_path_that_is_not_there_is_named(tmp_path):
    with pytest.raises(InputError, match="gone does not exist"):
        list(find_files([tmp_path / "gone"]))


@pytest.mark.parametrize("name", ["jsonl", "docbin"])
def test_a_cancelled_export_leaves_what_was_there(name, schema, tmp_path):
    target = tmp_path / "out"
    target.write_text("before")
    progress = Progress()
    progress.cancel()
    records = [making.record("Some text.")]
    with pytest.raises(CancelledError):
        writer(name).write(records, target, WriteOptions(schema), progress, 1)
    assert target.read_text() == "before"
    assert [p.name for p in tmp_path.iterdir()] == ["out"]


def test_a_place_that_cannot_be_written_is_named(schema, tmp_path):
    target = tmp_path / "gone" / "out.jsonl"
    with pytest.raises(EnvironmentFault, match="could not be written"):
        writer("jsonl").write([], target, WriteOptions(schema), Progress(), 0)


@pytest.mark.skipif(os.name == "nt", reason="Windows replaces no open folder")
def test_a_folder_is_not_replaced(schema, tmp_path):
    with pytest.raises(EnvironmentFault, match="could not be written"):
        writer("jsonl").write([], tmp_path, WriteOptions(schema), Progress(), 0)


def test_pipes_are_not_waited_for(tmp_path):
    (tmp_path / "a.txt").write_text("An article.", "utf-8")
    os.mkfifo(tmp_path / "pipe.txt")
    assert list(find_files([tmp_path])) == [tmp_path / "a.txt"]
    with pytest.raises(InputError, match="is no file"):
        list(find_files([tmp_path / "pipe.txt"]))


def test_types_of_uima_are_told_from_articles(tmp_path):
    path = tmp_path / "types.xml"
    path.write_text(
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<typeSystemDescription xmlns="http://uima.apache.org/resourceSpecifier">'
        "<types/></typeSystemDescription>"
    )
    with pytest.raises(InputError, match=r"types of UIMA and no articles"):
        reader_for(path)
