"""A DocBin holds what was marked, and says what it cannot hold."""

from __future__ import annotations

import io
import struct
import subprocess
import sys
import zlib
from dataclasses import replace

import orjson
import pytest
import srsly
from hypothesis import HealthCheck, given, settings
from spacy.tokens import DocBin

from annotator.domain.annotations import Fragment, Link, Suggestion
from annotator.domain.documents import Details, Status
from annotator.domain.records import ExportReport, LayerRecord, Record
from annotator.domain.text import document_id
from annotator.formats import docbin
from annotator.formats.doc_builder import DocBuilder
from annotator.formats.doc_spans import plural
from annotator.formats.registry import WriteOptions, writer
from tests.unit.formats import making
from tests.unit.formats.making import annotation, record

TEXT = (
    "👩‍🚒 Ada Lindqvist of Norrby spoke.\n\n“We will,” she said, “reopen it.”\n"
    "قالت آدا: «نعم»."
)


@pytest.fixture
def docs(export):
    """Return a function that exports records and gives their Docs and the report."""

    def run(*records: Record, **options):
        path, report = export(records, "docbin", **options)
        vocab = making.blank().vocab
        return list(DocBin().from_disk(path).get_docs(vocab)), report

    return run


def quote():
    return annotation(
        TEXT,
        "quote",
        "direct",
        content=("“We will,”", "“reopen it.”"),
        speaker="she",
        cue="said",
    )


def spans(doc, group):
    return [(s.text, s.label_) for s in doc.spans[group]]


def test_everything_is_there(docs):
    ada = annotation(TEXT, "entity", "PERSON", mention="Ada Lindqvist")
    claim = annotation(TEXT, "claim", "claim", claim="reopen it", claimant="she")
    claim = replace(claim, attributes={"checkable": True})
    link = Link("f" * 32, "made_in", claim.id, quote().id)
    arabic = annotation(TEXT, "entity", "PERSON", mention="آدا")
    details = Details("A title", "The Post", "2025-01-02", "https://example.org")
    (doc,), report = docs(
        record(TEXT, ada, quote(), claim, arabic, links=(link,), details=details)
    )
    assert doc.text == TEXT
    assert [(e.text, e.label_, e.id_) for e in doc.ents] == [
        ("Ada Lindqvist", "PERSON", ada.id),
        ("آدا", "PERSON", arabic.id),
    ]
    assert spans(doc, "entities") == [("Ada Lindqvist", "PERSON"), ("آدا", "PERSON")]
    assert spans(doc, "quotes") == [
        ("“We will,”", "direct"),
        ("“reopen it.”", "direct"),
    ]
    assert spans(doc, "speakers") == [("she", "speaker")]
    assert spans(doc, "cues") == [("said", "cue")]
    assert spans(doc, "claims") == [("reopen it", "claim")]
    assert spans(doc, "claimants") == [("she", "claimant")]
    assert len(doc.spans["sc"]) == 8
    ids = {s.id_ for group in ("quotes", "speakers", "cues") for s in doc.spans[group]}
    assert ids == {quote().id}
    data = doc.user_data
    assert data["document_id"] == document_id(TEXT)
    assert (data["title"], data["source"]) == ("A title", "The Post")
    assert (data["layer"], data["status"]) == ("ada", "done")
    frames = orjson.loads(data["frames"])
    made = {ada.id, quote().id, claim.id, arabic.id}
    assert {a["id"] for a in frames["annotations"]} == made
    assert frames["links"][0]["to"] == quote().id
    assert report.losses == []
    assert (report.records, report.annotations, report.left_out) == (1, 4, 0)


def test_done_without_an_entity_is_annotated_empty(docs):
    (doc,), _ = docs(record(TEXT))
    assert doc.has_annotation("ENT_IOB")
    assert {token.ent_iob_ for token in doc} == {"O"}
    assert len(doc.spans["sc"]) == len(doc.spans["quotes"]) == 0


def test_what_is_not_done_is_left_out_and_counted(docs):
    open_ones = [s for s in Status if s is not Status.DONE]
    records = [record(f"{TEXT} {s}", status=s) for s in open_ones]
    bare = replace(records[0], layer=None)
    found, report = docs(*records, bare)
    assert found == []
    assert report.left_out == len(open_ones) + 1
    assert report.records == 0


def test_what_is_not_done_is_unknown_where_nothing_is_marked(docs):
    ada = annotation(TEXT, "entity", "PERSON", mention="Ada Lindqvist")
    unfinished = record(TEXT, ada, status=Status.IN_PROGRESS)
    (doc,), report = docs(unfinished, include_unfinished=True)
    assert report.left_out == 0
    assert {token.ent_iob_ for token in doc} == {"", "B", "I"}
    (bare,), _ = docs(replace(unfinished, layer=None), include_unfinished=True)
    assert not bare.has_annotation("ENT_IOB")
    assert bare.user_data["layer"] == ""


def test_suggestions_count_as_done(docs):
    found = Suggestion(
        "e" * 32,
        document_id(TEXT),
        "p",
        "1",
        "entity",
        "PERSON",
        {"mention": making.fragments(TEXT, "Ada")},
        0.9,
    )
    (doc,), _ = docs(
        record(TEXT, suggestions=(found,), annotator="p", status=Status.TODO)
    )
    assert [e.text for e in doc.ents] == ["Ada"]


def test_kinds_that_were_not_asked_for_are_unknown(docs):
    ada = annotation(TEXT, "entity", "PERSON", mention="Ada Lindqvist")
    (doc,), report = docs(record(TEXT, ada, quote()), kinds=frozenset(["quote"]))
    assert not doc.has_annotation("ENT_IOB")
    assert "entities" not in doc.spans
    assert len(doc.spans["sc"]) == 4
    assert report.annotations == 1


def test_of_overlapping_entities_the_longest_stays(docs):
    long = annotation(TEXT, "entity", "ORG", mention="Ada Lindqvist of Norrby")
    short = annotation(TEXT, "entity", "PERSON", mention="Ada Lindqvist")
    same = annotation(TEXT, "entity", "PERSON", mention="Ada Lindqvist of Norrby")
    crossing = annotation(TEXT, "entity", "GPE", mention="Norrby spoke")
    (doc,), report = docs(record(TEXT, short, long, crossing, same))
    assert len(doc.ents) == 1
    assert len(doc.spans["entities"]) == 4
    assert len(report.losses) == 3
    assert all("overlaps" in loss.reason for loss in report.losses)
    assert document_id(TEXT)[:8] in report.losses[0].where
    # Of an entity that could not stay nobody can say that it is none.
    assert doc[TEXT.split().index("spoke.") - 1].text
    (spoke,) = [t for t in doc if t.text == "spoke"]
    assert spoke.ent_iob_ == ""


def cut():
    return annotation(TEXT, "entity", "GPE", mention="Norr")


@pytest.mark.parametrize(
    ("mend", "entities"),
    [("report", []), ("expand", ["Norrby"]), ("contract", [])],
)
def test_a_span_that_cuts_a_token(docs, mend, entities):
    (doc,), report = docs(record(TEXT, cut()), mend=mend)
    assert [e.text for e in doc.ents] == entities
    assert [s.text for s in doc.spans["entities"]] == entities
    (loss,) = report.losses
    assert "cuts a token" in loss.reason
    assert "characters 21–25" in loss.where
    (norrby,) = [t for t in doc if t.text == "Norrby"]
    assert norrby.ent_iob_ == ("B" if entities else "")
    frames = orjson.loads(doc.user_data["frames"])
    assert [a["id"] for a in frames["annotations"]] == [cut().id]


def test_a_span_is_narrowed_to_whole_tokens(docs):
    wide = annotation(TEXT, "entity", "PERSON", mention="Ada Lindqvist of Norr")
    (doc,), report = docs(record(TEXT, wide), mend="contract")
    assert [e.text for e in doc.ents] == ["Ada Lindqvist of"]
    assert "narrowed to “Ada Lindqvist of”" in report.losses[0].reason


@pytest.mark.parametrize(
    ("mend", "entities"),
    [("report", []), ("expand", ["spoke."]), ("contract", ["spoke."])],
)
def test_entities_have_no_white_space_at_their_ends(docs, mend, entities):
    loose = annotation(TEXT, "entity", "EVENT", mention="spoke.\n\n")
    (doc,), report = docs(record(TEXT, loose), mend=mend)
    assert [e.text for e in doc.ents] == entities
    assert [s.text for s in doc.spans["entities"]] == ["spoke.\n\n"]
    assert "white space" in report.losses[0].reason


def test_white_space_alone_cannot_be_mended(docs):
    text = "Ada  met."
    blank = replace(cut(), parts={"mention": (Fragment(3, 4),)})
    for mend in ("report", "expand"):
        (doc,), report = docs(record(text, blank), mend=mend)
        assert not doc.ents
        assert len(report.losses) == 1


def test_an_entity_in_fragments_is_no_ent(docs):
    split = annotation(TEXT, "entity", "ORG", mention=("Ada", "Norrby"))
    (doc,), report = docs(record(TEXT, split))
    assert not doc.ents
    assert [s.text for s in doc.spans["entities"]] == ["Ada", "Norrby"]
    assert "several fragments" in report.losses[0].reason


def test_kinds_of_other_schemas_get_groups_by_their_names(docs):
    other = annotation(TEXT, "story", "lead", body="spoke", witness="Ada", box="she")
    (doc,), _ = docs(record(TEXT, other))
    assert spans(doc, "stories") == [("spoke", "lead")]
    assert spans(doc, "boxes") == [("she", "box")]
    assert spans(doc, "witnesses") == [("Ada", "witness")]
    assert [plural(n) for n in ("day", "church", "role")] == [
        "days",
        "churches",
        "roles",
    ]


def test_a_document_without_tokens_gets_spacy_s(docs):
    ada = annotation(TEXT, "entity", "PERSON", mention="Ada Lindqvist")
    (doc,), _ = docs(replace(record(TEXT, ada), tokens=None))
    assert doc.text == TEXT
    assert [t.text for t in doc] == [t.text for t in making.blank()(TEXT)]
    assert [e.text for e in doc.ents] == ["Ada Lindqvist"]


def test_what_is_too_large_for_one_docbin_goes_on_in_the_next(
    export, monkeypatch, tmp_path
):
    monkeypatch.setattr(docbin, "LARGEST", 1)
    texts = [f"Article {number} is 🔥." for number in range(3)]
    _, report = export([record(text) for text in texts], "docbin")
    names = ["out.spacy", "out-2.spacy", "out-3.spacy"]
    assert report.files == [str(tmp_path / name) for name in names]
    assert sorted(p.name for p in tmp_path.iterdir()) == sorted(names)
    found = [
        doc.text
        for file in report.files
        for doc in DocBin().from_disk(file).get_docs(making.blank().vocab)
    ]
    assert found == texts
    read = writer("docbin").read_back(tmp_path / "out.spacy")
    assert [item.text for item in read] == texts


def test_nothing_is_written_where_something_goes_wrong(export, monkeypatch, tmp_path):
    monkeypatch.setattr(docbin, "LARGEST", 1)

    def records():
        yield record(TEXT)
        yield record("Another 🔥.")
        raise RuntimeError

    with pytest.raises(RuntimeError):
        export(records(), "docbin")
    assert list(tmp_path.iterdir()) == []


@settings(
    deadline=None,
    max_examples=60,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(made=making.records())
def test_any_record_is_written_and_nothing_vanishes(made, docs):
    (doc,), report = docs(made, include_unfinished=True)
    assert doc.text == made.text
    layer = made.layer or LayerRecord("")
    items = layer.annotations or layer.suggestions
    framed = {a["id"] for a in orjson.loads(doc.user_data["frames"])["annotations"]}
    assert framed == {item.id for item in items}
    cuts = sum("cuts a token" in loss.reason for loss in report.losses)
    fragments = sum(len(f) for item in items for f in item.parts.values())
    assert len(doc.spans["sc"]) + cuts == fragments
    entities = {item.id for item in items if item.kind == "entity"}
    assert {e.id_ for e in doc.ents} <= entities
    if not report.losses:
        assert {e.id_ for e in doc.ents} == entities


@settings(
    deadline=None,
    max_examples=60,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(made=making.records())
def test_what_was_written_is_read_back(made, export):
    path, _ = export([made], "docbin", include_unfinished=True)
    (found,) = writer("docbin").read_back(path)
    assert found.losses == ()
    assert (found.text, found.details) == (made.text, made.details)
    layer, read = made.layer or LayerRecord(""), found.layer or LayerRecord("")
    assert (read.annotator, read.status) == (layer.annotator, layer.status)
    for items in ("annotations", "suggestions", "links"):
        wanted = {item.id: item for item in getattr(layer, items)}
        assert {item.id: item for item in getattr(read, items)} == wanted


@pytest.mark.parametrize("changed", [False, True])
def test_docs_are_packed_as_spacy_packs_them(schema, monkeypatch, changed):
    if changed:
        # As if spaCy had come to pack spans otherwise.
        monkeypatch.setattr(docbin, "_SPAN", struct.Struct("<QQQllll"))
    items = [quote(), annotation(TEXT, "entity", "PERSON", mention="Ada Lindqvist")]
    records = [
        record(TEXT, *items),
        record("Don't go to Kyiv.  It’s cold."),
        *(record(f"{TEXT} {n}", *items) for n in range(40)),
    ]
    builder = DocBuilder(WriteOptions(schema), ExportReport())
    ours, spacy_s = docbin.Packing(), DocBin(store_user_data=True)
    for made in records:
        doc, words = builder.build(made)
        ours.add(doc, words)
        spacy_s.add(doc)
    file = io.BytesIO()
    with ours.columns as columns:
        columns.write(file)
    found = srsly.msgpack_loads(zlib.decompress(file.getvalue()))
    wanted = srsly.msgpack_loads(zlib.decompress(spacy_s.to_bytes()))
    assert list(found) == list(wanted)
    assert {*found.pop("strings"), ""} == {*wanted.pop("strings"), ""}
    assert found == wanted


def test_spacy_is_not_imported_before_it_is_needed():
    code = (
        "import sys, annotator.formats.registry;"
        "sys.exit(any(m in sys.modules for m in ('spacy', 'charset_normalizer')))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
