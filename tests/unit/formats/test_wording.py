"""What formats say of files that are read and written is translated."""

from __future__ import annotations

import re

import pytest

from annotator.domain import wording
from annotator.domain.annotations import Link
from annotator.domain.documents import Details, Status
from annotator.domain.errors import AnnotatorError, InputError
from annotator.domain.ids import derived_id
from annotator.domain.progress import Progress
from annotator.domain.records import ExportReport, Problem, Record
from annotator.domain.schema_toml import load_schema
from annotator.domain.wording import Catalogue
from annotator.formats.mapping import parse_mapping
from annotator.formats.registry import ReadOptions, WriteOptions, readers, writers
from annotator.services import export_report
from annotator.services.import_mapping import Sort, choices
from annotator.services.project import default_schema_file
from annotator.services.troubles import TROUBLES
from tests.unit.formats import making

TEXT = "ADA LINDQVIST SPOKE. BO KNEW."
FILES = {
    "nothing": b"",
    "nul": b"\x00\x01\x02",
    "broken-object": b'{"text": 5}\n{"other": 1}\n{"text": "A", "spans": 3}\n',
    "broken-spans": b'{"text": "ADA", "spans": [{"start": 9, "end": 99, "label": "X"},'
    b' {"end": 1}, {"start": 0, "end": 1}], "relations": 3, "answer": "accept"}\n'
    b'{"text": "ADA", "annotations": [{"kind": "entity", "label": "X", "parts": {}},'
    b' 7], "links": {}}\n'
    b'{"text": "ADA", "label": [[7, 9, "X"], [2, 1, "X"]], "relations": [{}]}\n',
    "array": b'[{"data": 3}, {"data": {"text": "ADA"}, "annotations": [{"result": 5}]},'
    b' {"data": {"text": "ADA"}, "annotations": [{"result": [4, {"type": "labels",'
    b' "id": "R", "value": {"start": 5, "end": 77, "labels": ["X"]}}]}]}]',
    "xml": b"<?xml version='1.0'?><a><b>ADA</b></a>",
    "cut-off": b"<a><b",
    "brat": b"T1\tX 0 99\tADA\nT1\tX 0 1\tA\nE1\tX:T9\nR1\tX Arg1:T1 Arg2:T7\nODD\n"
    b"A1\tSURE T88\n#1\tAnnotatorNotes T77\tN\nT3\tX 3 3\t\nT4\tX\t\n*\tX\n",
    "columns": b"ADA B-PER\nBO\nX Y Z\n\nQ O\n" * 9,
    "webanno": b"#FORMAT=WebAnno TSV 3.3\n#T_SP=de.X|a\n\n\n#Text=ADA BO\n"
    b"1-1\t0-3\tADA\tX\tY\n1-2\t4-6\tZZ\t_\n",
    "old-webanno": b"#FORMAT=WebAnno TSV 2\nODD\n",
    "table": b"a;b\n1;2\n",
    "latin": b"\xff\xfe\xfa\xfb\x81\x8d\x8f\x90",
}


def hidden(text: str, n: int) -> str:
    """Return a text as if in a language without letters."""
    return re.sub(r"\{[^}]*\}|[^\W\d_]", lambda m: m[0] if len(m[0]) > 1 else "·", text)


@pytest.fixture(autouse=True)
def without_letters():
    wording.use(Catalogue(hidden, swaps_marks=False, again=str))
    yield
    wording.use(None)


# What stands in brackets or quotes is of a file or of a library, and so is what
# lxml says of XML; options of the command line are as they are.
_NOT_OURS = re.compile(
    r"\([^()]*\)|“[^“”]*”|--[a-z-]+(?: [a-z|]+)?|: [A-Z][^:]*, line \d+, column \d+"
)


def english(said: str) -> str:
    """Return words that were not translated, with their sentence; "" for none."""
    plain, before = said, ""
    while plain != before:
        plain, before = _NOT_OURS.sub("", plain), plain
    found = re.search(r"\b[a-z]{2,} [a-z]{2,}", plain)
    return f"{found[0]}: {said}" if found else ""


def told(items) -> list[str]:
    """Return the sentences of what was read."""
    said = []
    for item in items:
        if isinstance(item, Problem):
            said += [item.where, item.reason]
        elif isinstance(item, Record):
            said += [item.where, *item.losses]
    return said


@pytest.mark.parametrize("reader", readers(), ids=lambda r: r.name)
def test_what_is_said_of_broken_files(reader, tmp_path):
    said: list[str] = []
    for number, (name, data) in enumerate(FILES.items()):
        path = tmp_path / f"{number}{(*reader.suffixes, '.x')[0]}"
        path.write_bytes(data)
        options = ReadOptions(columns={"text": "NONE"} if name == "table" else {})
        said += told(reader.read(path, options))
    assert said
    assert [found for one in said if (found := english(one))] == []


def awkward() -> list[Record]:
    """Return articles with whatever some format has no place for."""
    cut = making.annotation(TEXT, "entity", "X Y", mention="DA LINDQ")
    over = making.annotation(TEXT, "entity", "PERSON", mention="ADA LINDQVIST")
    pieces = making.annotation(TEXT, "entity", "ORG", mention=("ADA", "SPOKE"))
    space = making.annotation(TEXT, "entity", "GPE", mention=" SPOKE")
    quote = making.annotation(TEXT, "quote", "direct", content="BO KNEW", speaker="ADA")
    marked = [over, cut, pieces, space, quote]
    marked[0] = type(over)(
        over.id, over.kind, over.label, over.parts, {"ODD NAME": "V"}, "N\x01\nM"
    )
    link = Link(derived_id("link"), "SAYS SO", over.id, quote.id)
    to_itself = Link(derived_id("other"), "SELF", over.id, over.id)
    details = Details(title="T", source="S", date="2024", url="U", meta={"K": "V"})
    one = making.record(TEXT, *marked, links=(link, to_itself), details=details)
    other = making.record(TEXT, over, annotator="bo", status=Status.DONE)
    more = making.record("BO\x01 KNEW.", annotator="bo")
    return [one, other, more]


@pytest.mark.parametrize("mend", ["report", "expand", "contract"])
@pytest.mark.parametrize("writer", writers(), ids=lambda w: w.name)
def test_what_is_said_of_what_does_not_fit(writer, mend, tmp_path):
    schema = load_schema(default_schema_file())
    records = awkward()
    options = WriteOptions(
        schema=schema,
        mend=mend,
        parts={r.document_id: n for r, n in zip(records, ("A", "A", "B"), strict=True)},
    )
    target = tmp_path / f"out{writer.suffix}"
    report = writer.write(records, target, options, Progress(), len(records))
    said = [text for p in report.losses for text in (p.where, p.reason)]
    said += export_report.loss_lines(report, writer.name, "")
    assert [found for one in said if (found := english(one))] == []


def test_what_is_said_of_an_export():
    report = ExportReport(records=2, left_out=3, verified=False, losses_file="L")
    report.tally.roles.update(["A", "B"])
    lines = [*export_report.as_lines(report, "conll")]
    lines += export_report.check_lines(report, "conll")
    assert [found for one in lines if (found := english(one))] == []


def test_what_names_may_become():
    schema = load_schema(default_schema_file())
    links = {link.title for link in schema.links}
    said = [c.title for sort in Sort for c in choices(schema, sort)]
    said = [one for one in said if not any(one.endswith(title) for title in links)]
    data = {k.name for k in schema.kinds} | {
        r.name for k in schema.kinds for r in k.roles
    }
    assert said
    assert [one for one in said if english(one) and not data & set(one.split())] == []


def test_what_is_said_of_troubles():
    said = [wording.tr(text) for k in TROUBLES.values() for text in (k.title, k.advice)]
    said += [wording.tr(r.title) for k in TROUBLES.values() for r in k.remedies]
    assert [found for one in said if (found := english(one))] == []


@pytest.mark.parametrize(
    "mapping",
    [
        {"odd": 1},
        {"default": "B A"},
        {"label": {"A": "B C"}},
        {"label": 3},
        {"label": {"A": 3}},
        {"relation": {"A": "B"}},
    ],
    ids=str,
)
def test_what_is_said_of_a_mapping(mapping):
    with pytest.raises(InputError) as refused:
        parse_mapping(mapping)
    assert english(str(refused.value)) == ""


def test_what_is_said_of_formats_that_are_not_there():
    from annotator.formats.registry import reader_for, writer

    for call in (lambda: writer("ODD"), lambda: reader_for(None, "ODD")):
        with pytest.raises(AnnotatorError) as refused:
            call()
        assert not str(refused.value).startswith("There")
