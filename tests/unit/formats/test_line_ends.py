"""Line ends of other systems, and zones, through every format."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from annotator.domain.annotations import Fragment
from annotator.domain.progress import Progress
from annotator.domain.records import Record
from annotator.domain.text import document_id, normalise
from annotator.domain.zones import ZoneKind, recognised_zone
from annotator.formats.registry import ReadOptions, WriteOptions, reader_for, writer
from annotator.formats.uncarried import ZONES
from tests.unit.formats import making

LINES = ("jsonl", "prodigy", "doccano", "label-studio", "webanno", "brat", "conll")
ZONED = ("jsonl", "prodigy", "doccano", "label-studio", "docbin", "huggingface")
quick = settings(
    deadline=None,
    max_examples=25,
    suppress_health_check=[
        HealthCheck.function_scoped_fixture,
        HealthCheck.filter_too_much,
        HealthCheck.too_slow,
    ],
)


@st.composite
def marked_texts(draw, alphabet: str = making.ALPHABET):
    """Draw a text with a span that neither begins nor ends with white space."""
    text = draw(st.text(alphabet=alphabet, min_size=1, max_size=30))
    start = draw(st.integers(0, len(text) - 1))
    end = draw(st.integers(start + 1, len(text)))
    assume(text[start:end] == text[start:end].strip(" \n\r\t\xa0\u2028’"))
    return text, start, end


def entity(text: str, start: int, end: int):
    """Return an annotation of those characters."""
    made = making.annotation(text, "entity", "PERSON")
    return replace(made, parts={"mention": (Fragment(start, end),)})


def surfaces(items) -> list[tuple[str, tuple[str, ...]]]:
    """Return label and surfaces of all annotations."""
    found = [x for x in items if isinstance(x, Record) and x.layer]
    return sorted(
        (a.label, tuple(r.text[f.start : f.end] for p in a.parts.values() for f in p))
        for r in found
        for a in r.layer.annotations
    )


def windows(path: Path) -> None:
    """Give the files at a place the line ends that Windows' editors write."""
    for file in [path] if path.is_file() else path.rglob("*"):
        if file.is_file():
            file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))


@pytest.mark.parametrize("name", LINES)
@quick
@given(drawn=marked_texts())
def test_files_with_the_line_ends_of_windows_say_the_same(
    name, schema, tmp_path_factory, drawn
):
    text, start, end = drawn
    assume(normalise(text) == text)
    made = making.record(text, entity(text, start, end))
    target = tmp_path_factory.mktemp("out") / f"file{writer(name).suffix}"
    options = WriteOptions(schema, mend="expand")
    writer(name).write([made], target, options, Progress(), 1)
    before = list(writer(name).read_back(target))
    windows(target)
    after = list(writer(name).read_back(target))
    assert surfaces(after) == surfaces(before)
    assert [x.text for x in after if isinstance(x, Record)] == [
        x.text for x in before if isinstance(x, Record)
    ]
    assert len(after) == len(before)


def triple(text, start, end):
    return {"text": text, "label": [[start, end, "PERSON"]]}


def task(text, start, end):
    spans = [{"start": start, "end": end, "label": "PERSON"}]
    return {"text": text, "spans": spans, "answer": "accept"}


def region(text, start, end):
    value = {"start": start, "end": end, "text": text[start:end], "labels": ["PERSON"]}
    item = {
        "id": "a",
        "from_name": "l",
        "to_name": "text",
        "type": "labels",
        "value": value,
    }
    return {"data": {"text": text}, "annotations": [{"id": 1, "result": [item]}]}


def pair(text, start, end):
    return [text, {"entities": [[start, end, "PERSON"]]}]


@pytest.mark.parametrize("made", [triple, task, region, pair])
@quick
@given(drawn=marked_texts(making.ALPHABET + "\r"))
def test_offsets_in_a_text_with_any_line_ends(made, tmp_path_factory, drawn):
    text, start, end = drawn
    # A span that cuts a line end in two marks none of its characters.
    assume(text[start - 1 : start + 1] != "\r\n" and text[end - 1 : end + 1] != "\r\n")
    try:
        stored = normalise(text)
    except ValueError:
        assume(False)
    path = tmp_path_factory.mktemp("in") / "a.jsonl"
    path.write_text(json.dumps(made(text, start, end)) + "\n")
    if made is region:
        path = path.rename(path.with_suffix(".json"))
        path.write_text(json.dumps([made(text, start, end)]))
    items = list(reader_for(path).read(path, ReadOptions()))
    assert [x.text for x in items if isinstance(x, Record)] == [stored]
    wanted = text[start:end].replace("\r\n", "\n").replace("\r", "\n")
    assert surfaces(items) == [("PERSON", (wanted,))]


@quick
@given(drawn=marked_texts(making.ALPHABET + "\r"))
def test_standoff_of_a_text_with_any_line_ends(tmp_path_factory, drawn):
    text, start, end = drawn
    assume(not {"\n", "\r", "\u2028"} & set(text[start:end]))
    folder = tmp_path_factory.mktemp("in")
    (folder / "a.txt").write_bytes(text.encode())
    line = f"T1\tPERSON {start} {end}\t{text[start:end]}\n"
    (folder / "a.ann").write_bytes(line.encode())
    path = folder / "a.ann"
    items = list(reader_for(path).read(path, ReadOptions()))
    assume(any(isinstance(x, Record) for x in items))
    assert surfaces(items) == [("PERSON", (text[start:end],))]


@pytest.mark.parametrize("name", ZONED)
@quick
@given(drawn=marked_texts(), marked=st.booleans())
def test_zones_come_back_as_they_were(name, schema, tmp_path_factory, drawn, marked):
    text, start, end = drawn
    assume(normalise(text) == text)
    assert ZONES in writer(name).limits.articles
    zone = recognised_zone(document_id(text), start, end, ZoneKind.CONTACT)
    if marked:
        zone = replace(zone, marked_by="bo")
    made = making.record(text, entity(text, 0, len(text)), zones=(zone,))
    target = tmp_path_factory.mktemp("out") / f"file{writer(name).suffix}"
    options = WriteOptions(schema, mend="expand")
    writer(name).write([made], target, options, Progress(), 1)
    (back,) = (x for x in writer(name).read_back(target) if isinstance(x, Record))
    assert back.zones == (zone,)


def cas_json(text: str, start: int, end: int) -> str:
    sofa = {"%ID": 1, "%TYPE": "uima.cas.Sofa", "sofaNum": 1, "sofaID": "_InitialView"}
    name = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity"
    mark = {"%ID": 2, "%TYPE": name, "@sofa": 1, "value": "PERSON"}
    return json.dumps(
        {
            "%TYPES": {},
            "%FEATURE_STRUCTURES": [
                {**sofa, "sofaString": text},
                {**mark, "begin": u16(text, start), "end": u16(text, end)},
            ],
            "%VIEWS": {"_InitialView": {"%SOFA": 1, "%MEMBERS": [2]}},
        }
    )


def cas_xml(text: str, start: int, end: int) -> str:
    plain = "".join(f"&#{ord(c)};" for c in text)
    return (
        '<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmi:version="2.0"'
        ' xmlns:cas="http:///uima/cas.ecore" xmlns:ner="http:///de/tudarmstadt/ukp/'
        'dkpro/core/api/ner/type.ecore"><cas:NULL xmi:id="0"/>'
        f'<ner:NamedEntity xmi:id="2" sofa="1" begin="{u16(text, start)}"'
        f' end="{u16(text, end)}" value="PERSON"/>'
        f'<cas:Sofa xmi:id="1" sofaNum="1" sofaID="_InitialView" sofaString="{plain}"/>'
        '<cas:View sofa="1" members="2"/></xmi:XMI>'
    )


def u16(text: str, position: int) -> int:
    """Return a position as Java counts."""
    return len(text[:position].encode("utf-16-le")) // 2


@pytest.mark.parametrize(("made", "end"), [(cas_json, "json"), (cas_xml, "xmi")])
@quick
@given(drawn=marked_texts(making.ALPHABET + "\r"))
def test_cas_counts_as_java_does_over_any_line_ends(made, end, tmp_path_factory, drawn):
    text, first, last = drawn
    assume(
        text[first - 1 : first + 1] != "\r\n" and text[last - 1 : last + 1] != "\r\n"
    )
    assume(text.strip())
    path = tmp_path_factory.mktemp("in") / f"a.{end}"
    path.write_text(made(text, first, last), encoding="utf-8")
    items = list(reader_for(path).read(path, ReadOptions()))
    assert [x.text for x in items if isinstance(x, Record)] == [normalise(text)]
    wanted = text[first:last].replace("\r\n", "\n").replace("\r", "\n")
    assert surfaces(items) == [("PERSON", (wanted,))]
