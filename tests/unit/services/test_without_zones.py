"""Exports without boilerplate: texts, offsets, tokens; what goes is named."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.domain.annotations import Annotation, Fragment, Link, now
from annotator.domain.documents import Details, Status
from annotator.domain.ids import AnnotationId, LinkId, ZoneId, new_id
from annotator.domain.progress import Progress
from annotator.domain.records import Finding, LayerRecord, Record, Trouble
from annotator.domain.text import document_id
from annotator.domain.zones import Zone, ZoneKind, ZoneMap
from annotator.services.exporting import ExportRequest, check, export
from annotator.services.importing import ImportRequest, import_paths
from annotator.services.project import Project
from annotator.services.without_zones import ORIGINAL, ZoneCutter
from tests.unit.services.builders import NEWS, tokens_of

TEXT = (
    "Skip to content\n\nAda 👩‍💼 Lindqvist spoke in Norrby.\n"
    "Read more: Cafe\u0301 Norrby opens\n“We will,” she said.\n\n"
    "More from Norrby\n- Ada again\n"
)


def zone(text: str, start: int, end: int) -> Zone:
    return Zone(ZoneId(new_id()), start, end, ZoneKind.LINKS)


def entity(*fragments: Fragment, label: str = "PERSON") -> Annotation:
    moment = now()
    return Annotation(
        AnnotationId(new_id()),
        "entity",
        label,
        {"mention": fragments},
        created=moment,
        modified=moment,
    )


@st.composite
def records(draw):
    text = draw(
        st.text(alphabet="ab .\n👩‍💼e\u0301א", min_size=3, max_size=50).filter(
            str.strip
        )
    )
    spans = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(sorted)
    solid = spans.filter(lambda p: p[0] < p[1])
    zones = tuple(zone(text, *p) for p in draw(st.lists(solid, max_size=3)))
    items = tuple(
        entity(*ZoneMap(Fragment(*p) for p in own).stretches)
        for own in draw(st.lists(st.lists(solid, min_size=1, max_size=2), max_size=4))
    )
    layer = LayerRecord("ann", items)
    identity = document_id(text)
    return Record(identity, text, Details("T"), layer, tokens_of(text), zones=zones)


@given(records())
@settings(max_examples=200, deadline=None)
def test_annotations_say_what_is_left_of_what_they_said(record: Record) -> None:
    cutter = ZoneCutter(NEWS)
    left = cutter.cut(record)
    zones = ZoneMap(record.zones)
    assert all(
        isinstance(f, Finding) and f.trouble is Trouble.ZONE for f in cutter.findings
    )
    if left is None:
        assert not "".join(
            record.text[f.start : f.end]
            for f in zones.outside([Fragment(0, len(record.text))])
        ).strip()
        return
    kept = {a.id: a for a in left.layer.annotations}
    for before in record.layer.annotations:
        spans = before.parts["mention"]
        outside = "".join(record.text[s:e] for s, e in zones.outside(spans))
        after = kept.get(before.id)
        said = (
            "".join(left.text[s:e] for s, e in after.parts["mention"]) if after else ""
        )
        assert "".join(said.split()) == "".join(outside.split())
    touched = [a for a in record.layer.annotations if zones.touches(a.parts["mention"])]
    assert len(cutter.findings) >= len(touched)
    if zones:
        assert left.document_id == document_id(left.text)
        assert left.details.meta[ORIGINAL] == record.document_id
    tokens = left.tokens
    assert all(s < e for s, e in zip(tokens.starts, tokens.ends, strict=True))
    assert list(tokens.starts) == sorted(set(tokens.starts))
    assert set(tokens.sentences) <= set(tokens.starts)
    assert bool(len(tokens)) == bool(tokens.sentences)


@pytest.fixture
def project(tmp_path: Path):
    identity = document_id(TEXT)
    at = TEXT.index

    def words(surface: str, nth: int = 0) -> Fragment:
        start = -1
        for _ in range(nth + 1):
            start = TEXT.index(surface, start + 1)
        return Fragment(start, start + len(surface))

    zones = (
        Zone(ZoneId(new_id()), 0, 15, ZoneKind.MENU),
        Zone(ZoneId(new_id()), at("Read"), at("\n“"), ZoneKind.LINKS),
        Zone(ZoneId(new_id()), at("More"), len(TEXT) - 1, ZoneKind.LINKS, "ben"),
    )
    name = entity(Fragment(at("Ada"), at(" spoke")))
    inside = entity(words("Norrby", 1), label="GPE")
    straddling = entity(Fragment(at("Norrby."), at("Cafe") + 5), label="GPE")
    link = Link(LinkId(new_id()), "made_in", name.id, inside.id)
    with Project.create(tmp_path / "p.annot") as project:
        with project.store.bulk() as bulk:
            record = Record(identity, TEXT, Details("T", language="en"), zones=zones)
            ben = bulk.annotator("ben")
            bulk.add_document(record)
            marks = (name, inside, straddling)
            bulk.add_layer(record, ben.id, marks, (link,), Status.DONE)
        yield project


@pytest.mark.parametrize("format_name", ["jsonl", "docbin"])
def test_an_export_without_is_verified_and_names_what_went(
    project, tmp_path, format_name
):
    request = ExportRequest(format_name, without_zones=True)
    report = export(project.path, tmp_path / "out.x", request)
    assert report.verified
    assert report.losses.counts[Trouble.ZONE] == 2
    said = {str(loss) for loss in report.losses if loss.trouble is Trouble.ZONE}
    assert any("GPE “Norrby”: it lies in boilerplate" in s for s in said)
    assert any("was cut to the rest" in s for s in said)
    zoned = [f for f in report.losses if f.trouble is Trouble.ZONE]
    assert {TEXT[f.start : f.end] for f in zoned} == {
        "Norrby",
        TEXT[TEXT.index("Norrby.") : TEXT.index("Cafe") + 5],
    }
    again = check(project.path, request)
    assert again.losses.counts == report.losses.counts


def test_the_lines_say_what_is_left(project, tmp_path):
    out = tmp_path / "out.jsonl"
    export(project.path, out, ExportRequest("jsonl", without_zones=True))
    (line,) = [json.loads(x) for x in out.read_text(encoding="utf-8").splitlines()]
    assert line["text"] == "Ada 👩‍💼 Lindqvist spoke in Norrby.\n“We will,” she said."
    assert line["meta"]["document_id"] == document_id(line["text"])
    assert line["meta"][ORIGINAL] == document_id(TEXT)
    assert line["zones"] == line["links"] == []
    spans = {line["text"][s["start"] : s["end"]] for s in line["spans"]}
    assert spans == {"Ada 👩‍💼 Lindqvist", "Norrby."}
    words = [line["text"][t["start"] : t["end"]] for t in line["tokens"]]
    assert words == [t["text"] for t in line["tokens"]]
    assert "content" not in words


def test_zones_and_language_come_back_with_our_own_lines(project, tmp_path):
    out = tmp_path / "out.jsonl"
    export(project.path, out, ExportRequest("jsonl"))
    (before,) = [project.store.documents.get(d) for d in project.store.documents.ids()]
    with Project.create(tmp_path / "again.annot") as other:
        import_paths(other, [out])
        (after,) = [other.store.documents.get(d) for d in other.store.documents.ids()]
        people = {p.name: p.id for p in other.annotators()}
        assert other.check(Progress()) == []
    assert after.details.language == "en"
    assert [(z.id, z.start, z.end, z.kind) for z in after.zones] == [
        (z.id, z.start, z.end, z.kind) for z in before.zones
    ]
    assert {z.marked_by for z in after.zones} <= {"", "ben", people["ben"]}
    assert after.zones[-1].marked_by


def test_wrong_zones_of_a_line_cost_themselves(tmp_path):
    own = {"text": "One.\r\nShare\r\n", "annotations": [], "meta": {}}
    zones = [
        {"start": 6, "end": 11, "kind": "sharing"},
        {"start": 6, "end": 99, "kind": "sharing"},
        {"start": "a"},
        7,
        {"start": 0, "end": 3, "kind": "of another program", "id": 5, "marked_by": 5},
    ]
    file = tmp_path / "own.jsonl"
    file.write_bytes(json.dumps(own | {"zones": zones}).encode() + b"\n")
    with Project.create(tmp_path / "p.annot") as project:
        report = import_paths(project, [file], ImportRequest("jsonl"))
        (document,) = [
            project.store.documents.get(d) for d in project.store.documents.ids()
        ]
    assert len(report.problems) == 3
    found = [(document.text[z.start : z.end], z.kind) for z in document.zones]
    assert found == [("One", ZoneKind.OTHER), ("Share", ZoneKind.SHARING)]
