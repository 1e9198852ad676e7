"""DocBins are read as spaCy reads them, without spaCy; hostile ones are refused."""

from __future__ import annotations

import subprocess
import sys
import zlib
from dataclasses import replace

import pytest
import srsly
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.strings import StringStore
from spacy.symbols import NAMES
from spacy.tokens import Doc, DocBin, Span, SpanGroup

from annotator.domain.documents import Status
from annotator.domain.records import Problem, Record
from annotator.formats import docbin_file
from annotator.formats.base import HEAD_BYTES, Claim, ReadOptions
from annotator.formats.docbin_reader import DocBinReader
from annotator.formats.docbin_strings import SYMBOLS, numbered
from annotator.formats.mapping import LabelMap
from tests.unit.formats import making
from tests.unit.formats.conftest import read, read_one
from tests.unit.formats.making import annotation, record

TEXT = "👩‍🚒 Ada Lindqvist met e\u0301lan in Norrby.\n\nقالت آدا: «نعم»."  # noqa: RUF001


@pytest.fixture
def doc():
    return making.blank()(TEXT)


@pytest.fixture
def save(tmp_path):
    """Return a function that lets spaCy write Docs."""

    def run(*docs: Doc, **options):
        path = tmp_path / "theirs.spacy"
        options = {"store_user_data": True, **options}
        DocBin(docs=docs, **options).to_disk(path)
        return path

    return run


def found(record: Record):
    """Return ``(surface, label, attributes)`` of every annotation."""
    assert record.layer is not None
    return [
        (record.text[f.start : f.end], a.label, dict(a.attributes))
        for a in record.layer.annotations
        for f in a.parts["mention"]
    ]


def test_numbers_of_strings_are_spacy_s():
    assert list(NAMES) == list(SYMBOLS)
    strings = ["", "PERSON", "x", "quote", "émigré", "🙂" * 9, "12345678", "a" * 4000]
    store = StringStore()
    assert {store.add(s): s for s in strings} == numbered(strings)


def test_entities_and_every_group_are_read_once(doc, save):
    doc.ents = [
        Span(doc, 3, 5, "PERSON", kb_id="Q1"),
        Span(doc, 8, 9, "GPE"),
        Span(doc, 9, 10, "ODD"),
    ]
    doc.spans["places"] = [Span(doc, 8, 9, "GPE"), Span(doc, 3, 9, "SCENE")]
    doc.spans["sc"] = [*doc.spans["places"], Span(doc, 5, 6), *doc.ents]
    doc.spans["again"] = doc.spans["places"].copy()
    made = read_one(save(doc))
    assert made.text == doc.text == TEXT
    assert found(made) == [
        ("Ada Lindqvist", "PERSON", {"kb_id": "Q1"}),
        ("Norrby", "GPE", {}),
        (".", "ODD", {}),
        ("Ada Lindqvist met e\u0301lan in Norrby", "SCENE", {}),
        ("met", "sc", {}),
    ]
    assert made.layer.status is Status.DONE
    mapping = LabelMap(labels={"ents.PERSON": "skip"})
    options = ReadOptions(mapping=mapping, annotator="eve")
    (skipped,) = DocBinReader().read(save(doc), options)
    assert skipped.layer.annotator == "eve"
    assert "PERSON" not in {label for _, label, _ in found(skipped)}


def test_what_nobody_looked_at_has_no_layer(doc, save):
    assert read_one(save(doc)).layer is None
    doc.set_ents([], default="outside")
    assert read_one(save(doc)).layer.annotations == ()
    doc.set_ents([], default="missing", outside=[Span(doc, 1, 2)])
    assert read_one(save(doc)).layer.status is Status.IN_PROGRESS


def test_spaces_that_spacy_does_not_know_are_blanks(save):
    doc = Doc(making.blank().vocab, words=["Ada", "met", "Bo", "."])
    made = read_one(save(doc))
    assert made.text == doc.text == "Ada met Bo . "


@pytest.mark.parametrize("attrs", [["ENT_TYPE", "ENT_IOB", "SPACY"], ["ENT_TYPE"], []])
def test_other_attributes_than_the_usual_ones(doc, save, attrs):
    doc.ents = [Span(doc, 3, 5, "PERSON"), Span(doc, 8, 9, "GPE")]
    made = read_one(save(doc, attrs=attrs, store_user_data=False))
    labels = [label for _, label, _ in found(made)] if made.layer else []
    assert labels == (["PERSON", "GPE"] if attrs else [])


def test_files_of_older_releases(doc, tmp_path):
    group = SpanGroup(doc, name="old", spans=[Span(doc, 3, 5, "PERSON")])
    whole = srsly.msgpack_loads(group.to_bytes())
    # Before spaCy 3.4 a span had no id, and groups were a list.
    whole["spans"] = [span[8:] for span in whole["spans"]]
    packed = srsly.msgpack_loads(zlib.decompress(DocBin(docs=[doc]).to_bytes()))
    packed["span_groups"] = [srsly.msgpack_dumps([srsly.msgpack_dumps(whole)])]
    del packed["flags"], packed["version"], packed["cats"]
    packed["strings"].append("PERSON")
    path = tmp_path / "old.spacy"
    path.write_bytes(zlib.compress(srsly.msgpack_dumps(packed)))
    assert found(read_one(path)) == [("Ada Lindqvist", "PERSON", {})]


def test_user_data_and_categories_become_metadata(doc, save):
    doc.cats = {"sport": 0.25}
    doc.user_data = {
        "title": "A title",
        "section": ("local", 3),
        ("._.", "paywall", None, None): True,
        ("._.", "score", 3, 5): 0.5,
        "raw": b"\x00",
    }
    details = read_one(save(doc)).details
    assert details.title == "A title"
    assert details.meta == {
        "section": ["local", 3],
        "paywall": True,
        "cats": {"sport": 0.25},
    }


def test_nothing_in_a_file_is_run(doc, save):
    # What spaCy's own reader would hand to pickle.
    doc.user_data = {"title": "T", "x": {b"nd": True, b"kind": b"O", b"data": b"c."}}
    assert read_one(save(doc)).details.title == "T"


def test_carriage_returns_move_what_comes_after(save):
    doc = Doc(
        making.blank().vocab,
        words=["Ada", "\r\n", "met", "Bo"],
        spaces=[False, False, True, False],
    )
    doc.ents = [Span(doc, 3, 4, "PERSON")]
    made = read_one(save(doc))
    assert made.text == "Ada\nmet Bo"
    assert found(made) == [("Bo", "PERSON", {})]


@st.composite
def marked(draw):
    """Draw a Doc of spaCy's with entities and groups."""
    text = draw(making.texts)
    doc = making.blank().make_doc(text)
    size = len(doc)
    spans = st.tuples(
        st.integers(0, size - 1), st.integers(1, 4), st.sampled_from(["PERSON", "é🙂"])
    ).map(lambda t: Span(doc, t[0], min(t[0] + t[1], size), t[2]))
    taken: set[int] = set()
    ents = []
    for span in draw(st.lists(spans, max_size=4)):
        if taken.isdisjoint(range(span.start, span.end)):
            taken.update(range(span.start, span.end))
            ents.append(span)
    doc.set_ents(ents, default=draw(st.sampled_from(["outside", "missing"])))
    for name in ("sc", "other"):
        if draw(st.booleans()):
            doc.spans[name] = draw(st.lists(spans, max_size=4))
    return doc


@settings(
    deadline=None,
    max_examples=50,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(docs=st.lists(marked(), min_size=1, max_size=4))
def test_what_spacy_wrote_is_read_as_spacy_reads_it(docs, save):
    made = read(save(*docs))
    assert [r.text for r in made] == [doc.text for doc in docs]
    for one, doc in zip(made, docs, strict=True):
        spans = [*doc.ents, *(s for group in doc.spans.values() for s in group)]
        wanted = {(s.start_char, s.end_char, s.label_) for s in spans}
        items = one.layer.annotations if one.layer else ()
        got = [(*a.parts["mention"][0], a.label) for a in items]
        assert sorted(got) == sorted(wanted)


# ---------------------------------------------------------------- our own


@pytest.fixture
def own(export):
    """Return a DocBin of ours with two Docs."""
    ada = annotation(TEXT, "entity", "PERSON", mention="Ada Lindqvist")
    cut = annotation(TEXT, "entity", "GPE", mention="Norr")
    path, _ = export([record(TEXT, ada, cut), record("Another 🔥.")], "docbin")
    return path


def change(path, change_doc):
    """Let spaCy change the first Doc of a file."""
    docs = list(DocBin().from_disk(path).get_docs(making.blank().vocab))
    docs[0] = change_doc(docs[0]) or docs[0]
    DocBin(docs=docs, store_user_data=True).to_disk(path)


def test_what_we_wrote_comes_back_whole(own):
    first, second = read(own)
    assert [a.label for a in first.layer.annotations] == ["PERSON", "GPE"]
    assert first.tokens == making.word_tokens(TEXT)
    assert second.layer.status is Status.DONE
    change(own, lambda doc: None)
    assert read(own) == [first, second]
    assert first.losses == ()


def test_what_was_changed_since_is_said(own):
    def add(doc):
        doc.spans["entities"] = []

    change(own, add)
    first, _ = read(own)
    assert len(first.layer.annotations) == 2
    assert "changed after the export" in first.losses[0]

    def forget(doc):
        del doc.user_data["frames"]

    change(own, forget)
    first, _ = read(own)
    assert [label for _, label, _ in found(first)] == ["PERSON"]

    def rewrite(doc):
        other = making.blank()("Quite another text.")
        other.user_data = {**doc.user_data, "frames": '{"annotations": [1]}'}
        return other

    change(own, rewrite)
    first, _ = read(own)
    assert first.text == "Quite another text."
    assert first.layer.annotations == ()
    assert "text was changed" in first.losses[0]


@pytest.mark.parametrize("frames", ["{", "[]", "{}", '{"annotations": 3}'])
def test_frames_that_cannot_be_read_cost_their_doc(own, frames):
    def spoil(doc):
        doc.user_data["frames"] = frames

    change(own, spoil)
    problem, second = read(own)
    assert isinstance(problem, Problem)
    assert problem.where == "out.spacy, Doc 1"
    assert "frames" in problem.reason
    assert isinstance(second, Record)


# ----------------------------------------------------------- hostile files


def refused(path, data: bytes) -> str:
    path.write_bytes(data)
    items = list(DocBinReader().read(path, ReadOptions()))
    problem = items[-1]
    assert isinstance(problem, Problem)
    assert path.name in problem.where
    return problem.reason


def test_files_that_are_none_are_refused(own, tmp_path):
    path = tmp_path / "bad.spacy"
    whole = own.read_bytes()
    assert "damaged or no DocBin" in refused(path, b"")
    assert "damaged or no DocBin" in refused(path, b"no DocBin at all")
    assert "ends too early" in refused(path, whole[: len(whole) // 2])
    for inside in (b"", b"\x80", b"\xc1", b"\x81\x01\x01", b"\xdf" + b"\xff" * 40):
        assert "damaged or no DocBin" in refused(path, zlib.compress(inside))
    missing = list(DocBinReader().read(tmp_path / "none.spacy", ReadOptions()))
    assert "cannot be read" in missing[0].reason


def repacked(data: bytes, **changes) -> bytes:
    packed = srsly.msgpack_loads(zlib.decompress(data))
    return zlib.compress(srsly.msgpack_dumps({**packed, **changes}))


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"attrs": [66]}, "no text"),
        ({"attrs": "x"}, "damaged"),
        ({"strings": []}, "text is not in the file"),
        ({"strings": [1]}, "damaged"),
        ({"lengths": b"\xff\xff\xff\xff"}, "damaged"),
        ({"lengths": b"\x01"}, "damaged"),
        ({"spaces": b""}, "equally long"),
        ({"tokens": b"12345678"}, "equally long"),
        ({"span_groups": []}, "equally long"),
        ({"span_groups": [7, 7]}, "unknown kind"),
        ({"span_groups": [b"\xc1", b""]}, "damaged"),
        ({"user_data": [b"\xc1", b"\xc1"]}, "damaged"),
    ],
)
def test_columns_that_cannot_be_are_refused(own, tmp_path, changes, reason):
    made = repacked(own.read_bytes(), **changes)
    if "span_groups" in changes:
        made = repacked(made, user_data=[b"", b""])
    path = tmp_path / "bad.spacy"
    path.write_bytes(made)
    problems = [i for i in read(path) if isinstance(i, Problem)]
    assert any(reason in problem.reason for problem in problems), problems


def test_what_would_fill_memory_or_disk_is_refused(own, tmp_path, monkeypatch):
    path = tmp_path / "bad.spacy"
    whole = own.read_bytes()
    monkeypatch.setattr(docbin_file, "MAX_BYTES", 1 << 20)
    assert "more than 4 GiB" in refused(path, zlib.compress(bytes(1 << 24)))
    monkeypatch.setattr(docbin_file, "MAX_TOKENS", 1)
    assert "more than 1 tokens" in refused(path, whole)
    monkeypatch.setattr(docbin_file, "MAX_STRINGS", 1)
    assert "more different words" in refused(path, whole)


def test_a_text_that_would_grow_without_end_is_refused(tmp_path):
    word = "a" * (1 << 20)
    vocab = making.blank().vocab
    path = tmp_path / "bad.spacy"
    DocBin(docs=[Doc(vocab, words=[word] * 65)]).to_disk(path)
    (problem,) = read(path)
    assert "too long to be an article" in problem.reason


@settings(
    deadline=None,
    max_examples=80,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(place=st.floats(0, 1, exclude_max=True), value=st.integers(0, 255))
def test_a_changed_byte_costs_no_more_than_a_refusal(own, place, value):
    inside = bytearray(zlib.decompress(own.read_bytes()))
    inside[int(place * len(inside))] = value
    path = own.with_name("changed.spacy")
    path.write_bytes(zlib.compress(bytes(inside)))
    assert all(
        isinstance(item, Record | Problem)
        for item in DocBinReader().read(path, ReadOptions())
    )


def test_the_content_tells(own, tmp_path):
    reader = DocBinReader()
    path = tmp_path / "nameless"
    assert reader.sniff(path, own.read_bytes()[:HEAD_BYTES]) is Claim.SURE
    assert reader.sniff(path, zlib.compress(b"text")) is Claim.NO
    assert reader.sniff(path.with_suffix(".spacy"), b"text") is Claim.LIKELY
    assert reader.companions(path) == ()


def test_reading_does_not_import_spacy(own):
    code = (
        "import sys, pathlib; from annotator.formats.registry import *;"
        "path = pathlib.Path(sys.argv[1]);"
        "items = list(reader_for(path).read(path, ReadOptions()));"
        "assert len(items) == 2, items;"
        "sys.exit('spacy' in sys.modules or 'thinc' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code, str(own)], check=False)
    assert done.returncode == 0


def test_a_file_of_spacy_s_projects(shared_data):
    folder = shared_data / "formats/prodigy/projects/tutorials/ner_tweets/assets/demo"
    path = folder / "demo.spacy"
    docs = list(DocBin().from_disk(path).get_docs(making.blank().vocab))
    made = read(path)
    assert [r.text for r in made] == [doc.text for doc in docs]
    for one, doc in zip(made, docs, strict=True):
        wanted = {(e.start_char, e.end_char, e.label_) for e in doc.ents}
        wanted |= {
            (s.start_char, s.end_char, s.label_)
            for group in doc.spans.values()
            for s in group
        }
        items = one.layer.annotations if one.layer else ()
        assert {(*a.parts["mention"][0], a.label) for a in items} == wanted


def test_a_record_without_tokens_has_none_when_it_is_read(export):
    path, _ = export([replace(record(TEXT), tokens=None)], "docbin")
    assert read_one(path).tokens is None
