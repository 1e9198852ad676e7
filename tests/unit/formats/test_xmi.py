"""XMI as INCEpTION and dkpro-cassis write it, as attackers do, and as we do."""

from __future__ import annotations

import shutil
import zipfile
from collections import Counter
from dataclasses import replace
from pathlib import Path

import cassis
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.domain.annotations import Link
from annotator.domain.progress import Progress
from annotator.domain.records import Problem, Record
from annotator.formats.base import Claim, ReadOptions, WriteOptions
from annotator.formats.cas import Choice
from annotator.formats.cas_types import TOKEN
from annotator.formats.mapping import LabelMap, parse_mapping
from annotator.formats.registry import reader_for, writer
from annotator.formats.xmi import XmiReader
from annotator.formats.xmi_cas import read_cases
from annotator.formats.xmi_types import TypeSystem
from annotator.formats.xmi_xml import Places, structures
from tests.unit.formats import making
from tests.unit.formats.conftest import read, read_one
from tests.unit.formats.test_webanno import links, marks

NAMESPACES = {
    "xmi": "http://www.omg.org/XMI",
    "cas": "http:///uima/cas.ecore",
    "tcas": "http:///uima/tcas.ecore",
    "ner": "http:///de/tudarmstadt/ukp/dkpro/core/api/ner/type.ecore",
    "seg": "http:///de/tudarmstadt/ukp/dkpro/core/api/segmentation/type.ecore",
    "meta": "http:///de/tudarmstadt/ukp/dkpro/core/api/metadata/type.ecore",
    "custom": "http:///webanno/custom.ecore",
}
SOFA = (
    '<cas:Sofa xmi:id="1" sofaNum="1" sofaID="_InitialView" mimeType="text" '
    'sofaString="{}"/>'
)
PERSON = '<ner:NamedEntity xmi:id="{}" sofa="1" begin="{}" end="{}" value="{}"/>'


def make(folder: Path, body: str, head: str = '<?xml version="1.0"?>') -> Path:
    path = folder / "doc.xmi"
    spaces = " ".join(f'xmlns:{k}="{v}"' for k, v in NAMESPACES.items())
    path.write_text(f'{head}<xmi:XMI {spaces} xmi:version="2.0">{body}</xmi:XMI>')
    return path


def types(*descriptions: tuple[str, str, dict[str, str]]) -> str:
    """Return a type system of ``(name, parent, feature → range)``."""
    made = ""
    for name, parent, features in descriptions:
        held = "".join(
            f"<featureDescription><name>{n}</name><rangeTypeName>{r}</rangeTypeName>"
            "</featureDescription>"
            for n, r in features.items()
        )
        made += (
            f"<typeDescription><name>{name}</name><supertypeName>{parent}"
            f"</supertypeName><features>{held}</features></typeDescription>"
        )
    return (
        '<typeSystemDescription xmlns="http://uima.apache.org/resourceSpecifier">'
        f"<types>{made}</types></typeSystemDescription>"
    )


def test_entities_by_utf_16_units_with_the_documents_details(tmp_path):
    body = (
        '<meta:DocumentMetaData xmi:id="9" sofa="1" begin="0" end="9" language="en" '
        'documentTitle="A title" documentUri="https://news.example/a"/>'
        '<meta:MetaDataStringField xmi:id="8" sofa="1" begin="0" end="9" '
        'key="section" value="World"/>'
        '<seg:Token xmi:id="7" sofa="1" begin="0" end="2"/>'
        + PERSON.format(2, 3, 7, "GPE")
        + SOFA.format("🙂 Kyiv&#13;&#10;x")
    )
    record = read_one(make(tmp_path, body))
    assert marks(record) == [("GPE", "Kyiv")]
    assert record.text == "🙂 Kyiv\nx"
    assert record.details.title == "A title"
    assert record.details.url == "https://news.example/a"
    assert record.details.language == "en"
    assert record.details.meta == {"section": "World"}
    assert record.losses == ()


SECOND = '<seg:Token xmi:id="8" sofa="1" begin="2" end="3"/>'


@pytest.mark.parametrize(
    ("more", "gathered", "expected"),
    [
        (SECOND, True, [(0, 1), (1, 2)]),
        (SECOND.replace("/>", ' order="1" lemma="&lt;"/>'), True, [(0, 1), (1, 2)]),
        (SECOND.replace('"', "'"), True, [(0, 1), (1, 2)]),
        (SECOND.replace(' end="3"', ""), True, [(0, 1)]),
        (SECOND.replace("3", "x"), True, [(0, 1)]),
        (f"<!--{SECOND}-->", False, [(0, 1)]),
        (f"<?old {SECOND}?>", False, [(0, 1)]),
        (f"<cas:String>{SECOND}</cas:String><!---->", False, [(0, 1)]),
        (SECOND.replace("seg:Token", 'seg:Token xmlns:seg="x"'), False, [(0, 1)]),
    ],
)
def test_tokens_are_the_same_all_at_once_and_one_by_one(
    tmp_path, more, gathered, expected
):
    tokens = f'<seg:Token xmi:id="7" sofa="1" begin="0" end="2"/>{more}'
    path = make(
        tmp_path, tokens + PERSON.format(2, 3, 7, "GPE") + SOFA.format("🙂 Kyiv")
    )
    choice = Choice(LabelMap())

    def read_with(placed):
        parts = list(structures(path, placed))
        (cas,) = read_cases(path, parts, TypeSystem(), choice)
        return (
            any(isinstance(p, Places) for p in parts),
            cas.tokens,
            [(m.start, m.end) for m in cas.marks],
        )

    assert read_with([TOKEN]) == (gathered, expected, [(2, 6)])
    assert read_with([]) == (False, expected, [(2, 6)])


@pytest.mark.parametrize("before", ["", "<?xml version='1.0'?>", "<?xml-old?>"])
def test_a_comment_in_front_hides_no_tokens_of_its_own(tmp_path, before):
    path = make(tmp_path, SECOND + SOFA.format("Kyiv"))
    text = path.read_text("utf-8")
    path.write_text(f"{before}<!--{SECOND}-->{text[text.index('<xmi:XMI') :]}", "utf-8")
    parts = list(structures(path, [TOKEN]))
    assert [part.type for part in parts].count(TOKEN) == 1


def test_code_points_for_units_are_read_and_said(tmp_path):
    body = PERSON.format(2, 1, 2, "X") + SOFA.format("🙂🙂🙂")
    record = read_one(make(tmp_path, body))
    assert marks(record) == [("X", "🙂")]
    assert "code points" in record.losses[0]


def test_offsets_outside_the_text_are_named(tmp_path):
    body = PERSON.format(2, 0, 4, "X") + PERSON.format(3, 2, 9, "Y")
    body += PERSON.format(4, "a", 2, "Z") + PERSON.format(5, 2, 2, "W")
    record = read_one(make(tmp_path, body + SOFA.format("Kyiv")))
    assert marks(record) == [("X", "Kyiv")]
    assert [loss.split(" at ")[0] for loss in record.losses] == [
        "NamedEntity 3",
        "NamedEntity 4",
        "A NamedEntity",
    ]


def test_what_is_not_in_the_index_was_deleted(tmp_path):
    body = PERSON.format(2, 0, 1, "X") + PERSON.format(3, 0, 2, "Y")
    body += SOFA.format("Kyiv") + '<cas:View sofa="1" members="2"/>'
    assert marks(read_one(make(tmp_path, body))) == [("X", "K")]


RELATIONS = (
    PERSON.format(2, 0, 3, "PER")
    + PERSON.format(3, 8, 11, "PER")
    + '<custom:Rel xmi:id="4" sofa="1" begin="8" end="11" Governor="2" Dependent="3" '
    'label="knows"/>' + SOFA.format("Ana met Ben")
)


def test_relations_point_from_governor_to_dependent(tmp_path):
    assert links(read_one(make(tmp_path, RELATIONS))) == {("knows", "Ana", "Ben")}


def test_a_mapping_joins_parts_by_relations(tmp_path):
    mapping = parse_mapping(
        {"labels": {"NamedEntity.PER": "quote.speaker", "Said.*": "quote"}}
    )
    body = RELATIONS.replace("custom:Rel", "custom:By").replace('="2" D', '="5" D')
    body += '<custom:Said xmi:id="5" sofa="1" begin="4" end="7"/>'
    (record,) = XmiReader().read(make(tmp_path, body), ReadOptions(mapping))
    (quote,) = record.layer.annotations
    assert dict(quote.parts) == {"content": ((4, 7),), "speaker": ((8, 11),)}
    assert "nothing ties it" in record.losses[0]


SLOTS = (
    PERSON.format(2, 0, 3, "PER")
    + PERSON.format(3, 9, 14, "OBJ")
    + '<custom:HostLink xmi:id="4" role="seller" target="2"/>'
    '<custom:HostLink xmi:id="5" target="3"/>'
    '<custom:Host xmi:id="6" sofa="1" begin="4" end="8" links="{}" value="sale"/>'
    + SOFA.format("Bob sold clock")
)


@pytest.mark.parametrize(
    ("named", "more"),
    [
        ("4 5", ""),
        ("7", '<cas:FSArray xmi:id="7" elements="4 5"/>'),
        (
            "7",
            (
                '<cas:NonEmptyFSList xmi:id="7" head="4" tail="8"/>'
                '<cas:NonEmptyFSList xmi:id="8" head="5" tail="7"/>'
            ),
        ),
    ],
)
def test_slots_inline_in_arrays_and_in_lists(tmp_path, named, more):
    record = read_one(make(tmp_path, SLOTS.format(named) + more))
    assert ("sale", "sold") in marks(record)
    assert links(record) == {("seller", "sold", "Bob"), ("links", "sold", "clock")}


def test_chains_are_followed_and_never_round_in_circles(tmp_path):
    link = (
        '<custom:CorefLink xmi:id="{}" sofa="1" begin="{}" end="{}" next="{}" '
        'referenceType="{}" referenceRelation="same"/>'
    )
    body = (
        link.format(2, 0, 3, 3, "nam")
        + link.format(3, 8, 11, 2, "pro")
        + '<custom:CorefChain xmi:id="4" first="2"/>'
        + SOFA.format("Ana met her")
    )
    record = read_one(make(tmp_path, body))
    assert marks(record) == [("nam", "Ana"), ("pro", "her")]
    assert links(record) == {("same", "Ana", "her")}


def test_a_type_system_says_what_features_hold(tmp_path):
    (tmp_path / "TypeSystem.xml").write_text(
        types(
            ("custom.Base", "uima.tcas.Annotation", {"sure": "uima.cas.Boolean"}),
            (
                "webanno.custom.Fact",
                "custom.Base",
                {
                    "count": "uima.cas.Integer",
                    "share": "uima.cas.Double",
                    "label": "uima.cas.String",
                    "about": "uima.tcas.Annotation",
                },
            ),
        )
    )
    body = (
        PERSON.format(2, 0, 3, "PER")
        + '<custom:Fact xmi:id="3" sofa="1" begin="4" end="7" sure="true" count="2" '
        'share="0.5" label="F" about="2"/>' + SOFA.format("Ana won")
    )
    path = make(tmp_path, body)
    record = read_one(path)
    assert record.layer.annotations[1].attributes == {
        "sure": True,
        "count": 2,
        "share": 0.5,
    }
    assert links(record) == {("about", "won", "Ana")}
    assert XmiReader().companions(path) == (tmp_path / "TypeSystem.xml",)


def test_several_views(tmp_path):
    other = SOFA.replace('"1"', '"20"').replace("_InitialView", "Translation")
    same = SOFA.replace('"1"', '"30"').replace("_InitialView", "Copy")
    body = (
        PERSON.format(2, 0, 4, "A")
        + PERSON.replace('sofa="1"', 'sofa="20"').format(3, 0, 4, "B")
        + PERSON.replace('sofa="1"', 'sofa="30"').format(4, 0, 4, "C")
        + SOFA.format("Rome")
        + other.format("Roma")
        + same.format("Rome")
    )
    first, second = read(make(tmp_path, body))
    assert marks(first) == [("A", "Rome"), ("C", "Rome")]
    assert marks(second) == [("B", "Roma")]
    assert second.details.title == "doc (Translation)"


def test_xml_1_1_keeps_control_characters(tmp_path):
    body = PERSON.format(2, 2, 6, "GPE") + SOFA.format("&#x1;&#27;Kyiv")
    record = read_one(make(tmp_path, body, head='<?xml version="1.1"?>'))
    assert record.text == "\x01\x1bKyiv"
    assert marks(record) == [("GPE", "Kyiv")]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("<a", "no well-formed XML: line 1"),
        (
            '<xmi:XMI xmlns:xmi="http://www.omg.org/XMI">\n<b\n',
            "no well-formed XML: line",
        ),
        ('<a xmlns:xmi="http://www.omg.org/XMI"/>', "no XMI: it starts with “a”"),
        ('<xmi:XMI xmlns:xmi="http://www.omg.org/XMI"/>', "it holds no text."),
        (
            (
                '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
                '<xmi:XMI xmlns:xmi="http://www.omg.org/XMI"/>'
            ),
            "document type",
        ),
        (
            (
                f"<!--{'x' * 70_000}--><!DOCTYPE a [<!ENTITY x 'y'>]>"
                '<xmi:XMI xmlns:xmi="http://www.omg.org/XMI">&x;</xmi:XMI>'
            ),
            "document type",
        ),
        (
            (
                '<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" '
                'xmlns:cas="http:///uima/cas.ecore">'
                '<cas:Sofa xmi:id="1" sofaURI="file:///x.txt"/></xmi:XMI>'
            ),
            "it is elsewhere (file:///x.txt)",
        ),
    ],
)
def test_what_is_broken_or_hostile_is_refused(tmp_path, text, reason):
    path = tmp_path / "bad.xmi"
    path.write_text(text)
    (problem,) = read(path, "xmi")
    assert isinstance(problem, Problem)
    assert reason in problem.reason


def test_depth_and_size_are_bounded(tmp_path):
    deep = make(tmp_path, "<a>" * 5000 + "</a>" * 5000)
    (problem,) = read(deep)
    assert "no well-formed XML" in problem.reason
    with deep.open("ab") as file:
        file.truncate(100 << 20)
    (problem,) = read(deep)
    assert "larger than 40 MB" in problem.reason


def test_it_is_told_by_its_root(tmp_path):
    assert reader_for(make(tmp_path, SOFA.format("a"))).name == "xmi"
    assert XmiReader().sniff(Path("x.xmi"), b"<rss/>") is Claim.NO


# ------------------------------------------------------------------ dkpro-cassis

TEXT = (
    "🙂 “I will,” she said, “go to Kyiv.”\n\n"
    "Mayor Ada Lind 👩‍🚒 denied that prices rose."
)
QUOTE = replace(
    making.annotation(
        TEXT,
        "quote",
        "direct",
        content=("“I will,”", "“go to Kyiv.”"),
        speaker="she",
        cue="said",
    ),
    attributes={"hedged": True, "count": 3, "topic": "a<b"},
    note="line\nbreak",
)
CLAIM = making.annotation(
    TEXT, "claim", "claim", claim="prices rose", claimant="Mayor Ada Lind 👩‍🚒"
)
PLACE = making.annotation(TEXT, "entity", "GPE", mention="Kyiv")
LINKS = (Link("f" * 32, "made_in", CLAIM.id, QUOTE.id),)


def ours() -> Record:
    return making.record(TEXT, QUOTE, CLAIM, PLACE, links=LINKS)


def load(folder: Path) -> cassis.Cas:
    """Return the one CAS of an export as dkpro-cassis reads it."""
    with (folder / "TypeSystem.xml").open("rb") as file:
        system = cassis.load_typesystem(file)
    (path,) = folder.glob("*.xmi")
    with path.open("rb") as file:
        return cassis.load_cas_from_xmi(file, system)


def test_cassis_sees_our_quotes_claims_and_entities(export):
    folder, _ = export([ours()], "xmi")
    cas = load(folder)
    assert cas.sofa_string == TEXT
    (quote,) = cas.select("webanno.custom.Quote")
    assert (quote.get_covered_text(), quote.value) == ("“I will,”", "direct")
    assert (quote.hedged, quote.count, quote.topic, quote.note) == (
        True,
        3,
        "a<b",
        "line\nbreak",
    )
    assert {(p.role, p.target.get_covered_text()) for p in quote.parts.elements} == {
        ("content", "“go to Kyiv.”"),
        ("speaker", "she"),
        ("cue", "said"),
    }
    (claim,) = cas.select("webanno.custom.Claim")
    assert [(k.role, k.target) for k in claim.links.elements] == [("made_in", quote)]
    (place,) = cas.select("de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity")
    assert (place.get_covered_text(), place.value) == ("Kyiv", "GPE")
    tokens = cas.select("de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token")
    assert [t.get_covered_text() for t in tokens] == [
        TEXT[s:e] for s, e in zip(ours().tokens.starts, ours().tokens.ends, strict=True)
    ]


def test_what_went_through_cassis_is_the_same_annotations(export, tmp_path):
    folder, _ = export([ours()], "xmi")
    cas = load(folder)
    again = tmp_path / "again"
    again.mkdir()
    cas.to_xmi(again / "a.xmi")
    cas.typesystem.to_xml(again / "TypeSystem.xml")
    record = read_one(again / "a.xmi")
    made = {
        a.id: (a.kind, a.label, a.parts, a.attributes) for a in ours().layer.annotations
    }
    assert made == {
        a.id: (a.kind, a.label, a.parts, a.attributes) for a in record.layer.annotations
    }


def test_without_our_own_field_the_layers_are_enough(export, tmp_path):
    folder, _ = export([ours()], "xmi")
    (path,) = folder.glob("*.xmi")
    lines = path.read_text("utf-8").splitlines(keepends=True)
    path.write_text("".join(x for x in lines if 'key="annotator"' not in x), "utf-8")
    record = read_one(path)
    found = {(a.kind, a.label): a for a in record.layer.annotations}
    assert set(found) == {("quote", "direct"), ("claim", "claim"), ("entity", "GPE")}
    quote = found["quote", "direct"]
    assert dict(quote.parts) == dict(QUOTE.parts)
    assert (quote.attributes, quote.note) == (QUOTE.attributes, QUOTE.note)
    assert {k.label for k in record.layer.links} == {"made_in"}


def test_illegal_characters_are_replaced_named_and_put_back(export):
    text = "Form\x0cfeed in Kyiv"
    record = making.record(
        text, making.annotation(text, "entity", "GPE", mention="Kyiv")
    )
    folder, report = export([record], "xmi")
    assert "U+000C (at 4)" in report.losses[0].reason
    assert load(folder).sofa_string == "Form\ufffdfeed in Kyiv"
    (back,) = writer("xmi").read_back(folder)
    assert back.text == text


@pytest.mark.parametrize("format_name", ["xmi", "webanno"])
def test_a_zip_holds_the_same_and_is_read_back(export, tmp_path, format_name, schema):
    folder, _ = export([ours()], format_name)
    target = tmp_path / "out.zip"
    chosen = writer(format_name)
    chosen.write([ours()], target, WriteOptions(schema), Progress(), 1)
    with zipfile.ZipFile(target) as package:
        for name in package.namelist():
            assert package.read(name) == (folder / name).read_bytes()
    (back,) = chosen.read_back(target)
    assert len(back.layer.annotations) == 3


@pytest.mark.parametrize("format_name", ["xmi", "webanno"])
def test_suggestions_come_back_as_suggestions(export, format_name):
    text = "Kyiv waits"
    record = making.record(text)
    made = making.Suggestion(
        "0" * 32,
        record.document_id,
        "sm",
        "3.8",
        "entity",
        "GPE",
        {"mention": making.fragments(text, "Kyiv")},
        0.5,
        {},
        "a rule",
    )
    layer = replace(record.layer, annotator="sm", suggestions=(made,))
    folder, _ = export([replace(record, layer=layer)], format_name)
    (back,) = writer(format_name).read_back(folder)
    (found,) = back.layer.suggestions
    assert (found.pipeline, found.version, found.score) == ("sm", "3.8", 0.5)
    assert found.reason == "a rule"


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    deadline=None,
    max_examples=40,
)
@given(data=st.data())
def test_what_cassis_writes_is_read_with_the_same_surfaces(tmp_path, data):
    text = data.draw(making.texts)
    system = cassis.TypeSystem()
    kind = system.create_type("webanno.custom.Thing")
    system.create_feature(kind, "value", "uima.cas.String")
    cas = cassis.Cas(typesystem=system)
    cas.sofa_string, cas.sofa_mime = text, "text/plain"
    spans = data.draw(making.parts(len(text)))
    wanted = Counter()
    for role, fragments in spans.items():
        for start, end in fragments:
            cas.add(kind(begin=start, end=end, value=role))
            wanted[role, text[start:end]] += 1
    path = tmp_path / "c.xmi"
    cas.to_xmi(path)
    record = read_one(path)
    assert record.text == text
    assert Counter(marks(record)) == wanted


def test_every_real_file_is_read_without_a_surface_astray(shared_data, tmp_path):
    folder = shared_data / "formats" / "cassis_xmi"
    no_text = 0
    found = {}
    for number, path in enumerate(sorted(folder.rglob("*.xmi"))):
        copy = tmp_path / f"{number}-{path.name}"
        shutil.copy(path, copy)
        for item in read(copy):
            if isinstance(item, Problem):
                no_text += "it holds no text" in item.reason
            else:
                found[path.relative_to(folder).as_posix()] = item
    assert no_text == 7
    assert len(found) == 20
    assert marks(found["xmi/cas_with_smileys.xmi"]) == [
        ("OTH", "Transformers"),
        ("OTH", "Transformers"),
        ("OTH", "Transformers"),
        ("OTH", "PyTorch"),
        ("OTH", "TensorFlow"),
    ]
    emoji = found[
        "json/fs_as_array/ser-ref/casWithEmojiUnicodeTextAndAnnotations/debug.xmi"
    ]
    assert " ".join(surface for _, surface in marks(emoji)) == emoji.text
    assert all("not in the text" not in "".join(r.losses) for r in found.values())
