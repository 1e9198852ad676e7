"""WebAnno TSV as WebAnno, INCEpTION and careless scripts write it."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import orjson
import pytest

from annotator.domain.records import Problem, Record
from annotator.formats.base import Claim, ReadOptions
from annotator.formats.mapping import parse_mapping
from annotator.formats.registry import reader_for
from annotator.formats.webanno_tsv import WebannoReader
from tests.unit.formats.conftest import read, read_one

NER = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity"
POS = "de.tudarmstadt.ukp.dkpro.core.api.lexmorph.type.pos.POS"


def make(tmp_path: Path, header: str, body: str, version: str = "3.3") -> Path:
    """Write a file; in *body* a bar ``¦`` stands for a tab."""
    path = tmp_path / "doc.tsv"
    head = f"#FORMAT=WebAnno TSV {version}\n{header}\n"
    path.write_bytes(f"{head}\n\n{body.replace('¦', chr(9))}\n".encode())
    return path


def marks(record: Record) -> list[tuple[str, str]]:
    """Return label and surface of every annotation."""
    assert record.layer is not None
    return [
        (a.label, "…".join(record.text[s:e] for f in a.parts.values() for s, e in f))
        for a in record.layer.annotations
    ]


def links(record: Record) -> set[tuple[str, str, str]]:
    """Return links by the words that they join."""
    assert record.layer is not None
    words = {
        a.id: record.text[s:e]
        for a in record.layer.annotations
        for s, e in [next(iter(a.parts.values()))[0]]
    }
    return {(k.label, words[k.source], words[k.target]) for k in record.layer.links}


def test_stacked_and_multi_token_marks_and_other_features(tmp_path):
    path = make(
        tmp_path,
        f"#T_SP={NER}|identifier|value",
        "#Text=New York Times\n"
        "1-1¦0-3¦New¦*[1]|Q60[2]¦ORG[1]|LOC[2]¦\n"
        "1-2¦4-8¦York¦*[1]|Q60[2]¦ORG[1]|LOC[2]¦\n"
        "1-3¦9-14¦Times¦*[1]¦ORG[1]¦\n",
    )
    record = read_one(path)
    assert marks(record) == [("ORG", "New York Times"), ("LOC", "New York")]
    assert [dict(a.attributes) for a in record.layer.annotations] == [
        {},
        {"identifier": "Q60"},
    ]
    assert record.details.title == "doc"
    assert record.losses == ()


def test_stacked_marks_of_one_token_without_numbers(tmp_path):
    path = make(tmp_path, f"#T_SP={NER}|value", "#Text=Rome\n1-1¦0-4¦Rome¦GPE|LOC¦\n")
    assert marks(read_one(path)) == [("GPE", "Rome"), ("LOC", "Rome")]


def test_pieces_of_tokens(tmp_path):
    path = make(
        tmp_path,
        f"#T_SP={NER}|value",
        "#Text=pre-Brexit talks\n"
        "1-1¦0-10¦pre-Brexit¦_¦\n"
        "1-1.1¦0-3¦pre¦A¦\n"
        "1-1.2¦4-10¦Brexit¦B[1]¦\n"
        "1-2¦11-16¦talks¦_¦\n"
        "1-2.1¦11-15¦talk¦B[1]¦\n",
    )
    assert marks(read_one(path)) == [("A", "pre"), ("B", "Brexit talk")]


def test_marks_of_no_width_are_named(tmp_path):
    path = make(
        tmp_path,
        f"#T_SP={NER}|value",
        "#Text=Oslo\n1-1¦0-4¦Oslo¦_¦\n1-1.1¦4-4¦¦GAP¦\n1-1.2¦0-2¦Os¦X¦\n",
    )
    record = read_one(path)
    assert marks(record) == [("X", "Os")]
    assert "covers no characters" in record.losses[0]


def test_offsets_count_utf_16_units(tmp_path):
    path = make(
        tmp_path,
        f"#T_SP={NER}|value",
        "#Text=👩‍🚒 saw 🙂 Kyiv\n"
        "1-1¦0-5¦👩‍🚒¦_¦\n1-2¦6-9¦saw¦_¦\n1-3¦10-12¦🙂¦X¦\n1-4¦13-17¦Kyiv¦GPE¦\n"
        "\n#Text=Oslo\n2-1¦18-22¦Oslo¦GPE¦\n",
    )
    record = read_one(path)
    assert marks(record) == [("X", "🙂"), ("GPE", "Kyiv"), ("GPE", "Oslo")]
    assert record.text == "👩‍🚒 saw 🙂 Kyiv\nOslo"
    assert record.losses == ()


def test_code_points_for_units_are_read_and_said(tmp_path):
    path = make(
        tmp_path,
        f"#T_SP={NER}|value",
        "#Text=🙂 Kyiv\n1-1¦0-1¦🙂¦_¦\n1-2¦2-6¦Kyiv¦GPE¦\n"
        "\n#Text=Oslo\n2-1¦7-11¦Oslo¦GPE¦\n",
    )
    record = read_one(path)
    assert marks(record) == [("GPE", "Kyiv"), ("GPE", "Oslo")]
    assert "code points" in record.losses[0]


def test_offsets_that_fit_nothing_give_way_to_the_words(tmp_path):
    path = make(
        tmp_path,
        f"#T_SP={NER}|value",
        "#Text=In Kyiv and\n1-1¦5-7¦In¦_¦\n1-2¦8-12¦Kyiv¦GPE¦\n1-2.1¦8-9¦K¦X¦\n"
        "\n#Text=Oslo\n2-1¦1-5¦Oslo¦GPE¦\n",
    )
    record = read_one(path)
    assert marks(record) == [("GPE", "Kyiv"), ("X", "K"), ("GPE", "Oslo")]
    assert "looked for" in record.losses[0]


def test_white_space_before_the_first_token_of_a_sentence(tmp_path):
    body = "#Text=  One\n1-1¦2-5¦One¦X¦\n\n#Text= two\n2-1¦7-10¦two¦_¦\n"
    record = read_one(make(tmp_path, f"#T_SP={NER}|value", body))
    assert record.text == "  One\n two"
    assert marks(record) == [("X", "One")]
    assert record.losses == ()


def test_texts_over_several_lines_and_gaps(tmp_path):
    path = make(
        tmp_path,
        "",
        "#Sentence.id=s-1\n#Text=One\\ttwo\n#Text=three.\n"
        "1-1¦0-3¦One¦\n1-2¦4-7¦two¦\n1-3¦8-13¦three¦\n1-4¦13-14¦.¦\n"
        "\n#Text=Four.\n2-1¦16-20¦Four¦\n2-2¦20-21¦.¦\n"
        "\n#Text=Five.\n3-1¦21-25¦Five¦\n3-2¦25-26¦.¦\n",
    )
    assert read_one(path).text == "One\ttwo\nthree.\n\nFour.Five."


def test_crlf_files_and_carriage_returns_in_the_text(tmp_path):
    path = make(
        tmp_path,
        f"#T_SP={NER}|value",
        "#Text=One\\r\n#Text=Rome\n1-1¦0-3¦One¦_¦\n1-2¦5-9¦Rome¦GPE¦\n",
    )
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    record = read_one(path)
    assert record.text == "One\nRome"
    assert marks(record) == [("GPE", "Rome")]


def test_values_that_look_like_the_format(tmp_path):
    path = make(
        tmp_path,
        f"#T_SP={NER}|value",
        "#Text=a b c d e\n"
        "1-1¦0-1¦a¦x\\|y\\[1\\]¦\n1-2¦2-3¦b¦\\*|\\_¦\n1-3¦4-5¦c¦n____[7]¦\n"
        "1-4¦6-7¦d¦one\\->two\\;¦\n1-5¦8-9¦e¦back\\\\[3]|tab\\tend¦\n",
    )
    assert [label for label, _ in marks(read_one(path))] == [
        "x|y[1]",
        "*",
        "_",
        "n____",
        "one->two;",
        "back\\",
        "tab end",
    ]


def test_before_3_2_texts_have_the_escapes_of_java(tmp_path):
    body = (
        '#Text=caf\\u00e9 \\uD83D\\uDE42 \\"hi\\"\n'
        '1-1¦0-4¦café¦X¦\n1-2¦5-7¦🙂¦_¦\n1-3¦8-12¦"hi"¦_¦\n'
    )
    path = make(tmp_path, f"#T_SP={NER}|value", body, version="3.1")
    assert read_one(path).text == 'café 🙂 "hi"'


def test_relations_point_from_the_reference_to_the_row(tmp_path):
    path = make(
        tmp_path,
        f"#T_SP={NER}|value\n#T_RL=webanno.custom.Rel|kind|comment|BT_{NER}",
        "#Text=Ana met Ben\n"
        "1-1¦0-3¦Ana¦PER¦_¦_¦_¦\n1-2¦4-7¦met¦_¦_¦_¦_¦\n"
        "1-3¦8-11¦Ben¦PER[1]|X[2]¦knows|*¦sure|*¦1-1[0_1]|1-1[0_2]¦\n",
    )
    record = read_one(path)
    assert links(record) == {("knows", "Ana", "Ben"), ("Rel", "Ana", "Ben")}
    assert record.losses == (
        "Of the relations Rel, note was left out: a link has a label only.",
    )


def test_a_relation_that_joins_nothing_is_named(tmp_path):
    path = make(
        tmp_path,
        f"#T_SP={NER}|value\n#T_RL=webanno.custom.Rel|BT_{NER}",
        "#Text=Ana met\n1-1¦0-3¦Ana¦PER¦1-2¦\n1-2¦4-7¦met¦_¦_¦\n",
    )
    assert "line 7, from 1-2 to 1-1" in read_one(path).losses[0]


def test_slots_lead_to_marks_of_any_layer(tmp_path):
    host = "webanno.custom.Frame"
    path = make(
        tmp_path,
        f"#T_SP={NER}|value\n"
        f"#T_SP={host}|FE|ROLE_{host}:Roles_{host}RolesLink|uima.tcas.Annotation",
        "#Text=Bob sold the clock\n"
        "1-1¦0-3¦Bob¦PER[1]¦_¦_¦_¦\n"
        "1-2¦4-8¦sold¦_¦sale¦seller;*¦1-1[1];1-3[2]¦\n"
        "1-3¦9-12¦the¦OBJ[2]¦empty¦_¦*¦\n1-4¦13-18¦clock¦OBJ[2]¦_¦_¦_¦\n",
    )
    record = read_one(path)
    assert ("sale", "sold") in marks(record)
    assert ("empty", "the") in marks(record)
    assert links(record) == {("seller", "sold", "Bob"), ("Roles", "sold", "the clock")}


def test_a_layer_called_quote_is_quotes(tmp_path):
    host = "webanno.custom.Quote"
    body = (
        "#Text=“Go!” said Ana\n"
        "1-1¦0-1¦“¦direct[1]¦speaker;cue[1]¦1-5;1-4¦_¦\n"
        "1-2¦1-4¦Go!¦direct[1]¦speaker;cue[1]¦1-5;1-4¦_¦\n"
        "1-3¦4-5¦”¦direct[1]¦speaker;cue[1]¦1-5;1-4¦_¦\n"
        "1-4¦6-10¦said¦_¦_¦_¦cue¦\n1-5¦11-14¦Ana¦_¦_¦_¦speaker¦\n"
    )
    path = make(
        tmp_path,
        f"#T_SP={host}|value|ROLE_{host}:parts_{host}PartsLink|webanno.custom.Bit\n"
        "#T_SP=webanno.custom.Bit|value",
        body,
    )
    (quote,) = read_one(path).layer.annotations
    assert (quote.kind, quote.label) == ("quote", "direct")
    assert dict(quote.parts) == {
        "content": ((0, 5),),
        "speaker": ((11, 14),),
        "cue": ((6, 10),),
    }


def test_chains_tie_each_element_to_the_next(tmp_path):
    path = make(
        tmp_path,
        "#T_CH=webanno.custom.CorefLink|referenceRelation|referenceType",
        "#Text=Ana Lind said she won\n"
        "1-1¦0-3¦Ana¦same->1-1¦nam[1]¦\n1-2¦4-8¦Lind¦same->1-1¦nam[1]¦\n"
        "1-3¦9-13¦said¦_¦_¦\n1-4¦14-17¦she¦*->1-2|*->2-1¦pro[1]|*[2]¦\n"
        "1-5¦18-21¦won¦_¦_¦\n",
    )
    record = read_one(path)
    assert marks(record) == [("nam", "Ana Lind"), ("pro", "she"), ("CorefLink", "she")]
    assert links(record) == {("same", "Ana Lind", "she")}


def test_processing_is_left_out_unless_it_is_named(tmp_path):
    path = make(
        tmp_path,
        f"#T_SP={POS}|PosValue\n#T_SP={NER}|value",
        "#Text=Go Ana\n1-1¦0-2¦Go¦VB¦_¦\n1-2¦3-6¦Ana¦NNP¦PER¦\n",
    )
    record = read_one(path)
    assert marks(record) == [("PER", "Ana")]
    (loss,) = record.losses
    assert loss.startswith("2 POS were left out: they are linguistic processing")
    assert "“POS.*”" in loss
    mapping = parse_mapping({"labels": {"POS.*": "entity", "NamedEntity.*": "skip"}})
    (named,) = WebannoReader().read(path, ReadOptions(mapping))
    assert [surface for _, surface in marks(named)] == ["Go", "Ana"]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("#FORMAT=WebAnno TSV 2.0\n\n\n", "line 1 is “#FORMAT=WebAnno TSV 2.0”"),
        ("#FORMAT=WebAnno TSV 3.2\n\n\n", "it holds no sentence"),
        ("#FORMAT=WebAnno TSV 3.2\n\n\n1-1\t0-1\ta\n", "line 4 is a row"),
        ("#FORMAT=WebAnno TSV 3.2\n\n\n#Text=a\nnonsense\n", "line 5 is no row"),
        ("#FORMAT=WebAnno TSV 3.2\n\n\n#Text=a\n1-1\t0-x\ta\n", "line 5 is no row"),
        ("#FORMAT=WebAnno TSV 3.2\n\n\n#Text=a\nx\t0-1\ta\n", "line 5 has no row num"),
        (
            "#FORMAT=WebAnno TSV 3.2\n#T_SP=a.B|v|w\n\n\n#Text=a\n1-1\t0-1\ta\t_\n",
            "line 6 has 1 columns of annotations, but the header declares 2",
        ),
        ("#FORMAT=WebAnno TSV 3.2\n#T_SP=|v\n\n\n#Text=a\n", "without a name"),
        ("#FORMAT=WebAnno TSV 3.2\n\n\n#Text=a\n1-1\t0-1\tb\n", "“b” in line 5"),
        ("#FORMAT=WebAnno TSV 3.2\n\n\n#Text= \n", "the text is empty"),
    ],
)
def test_what_is_broken_is_refused_with_its_line(tmp_path, text, reason):
    path = tmp_path / "broken.tsv"
    path.write_text(text)
    (problem,) = read(path)
    assert isinstance(problem, Problem)
    assert problem.where == "broken.tsv"
    assert reason in problem.reason


def test_absurd_gaps_and_sizes_are_no_bombs(tmp_path):
    body = "#Text=a\n1-1¦0-1¦a¦\n\n#Text=b\n2-1¦2000000000-2000000001¦b¦\n"
    record = read_one(make(tmp_path, "", body))
    assert record.text == "a\nb"
    large = tmp_path / "large.tsv"
    with large.open("wb") as file:
        file.write(b"#FORMAT=WebAnno TSV 3.3\n")
        file.truncate(100 << 20)
    (problem,) = read(large)
    assert "larger than 16 MB" in problem.reason


def test_it_is_told_by_its_first_line(tmp_path):
    path = make(tmp_path, "", "#Text=a\n1-1¦0-1¦a¦\n")
    assert reader_for(path).name == "webanno"
    assert WebannoReader().sniff(Path("x.tsv"), b"a\tb\n") is Claim.NO


@pytest.mark.parametrize(
    ("place", "title", "annotator"),
    [
        ("annotation/news.txt/ana.tsv", "news", "ana"),
        ("curation/news.txt/CURATION_USER.tsv", "news", "gold"),
        ("annotation/news.txt/INITIAL_CAS.tsv", "news", ""),
        ("mine/news.tsv", "news", ""),
    ],
)
def test_inceptions_folders_say_whose_work_it_is(tmp_path, place, title, annotator):
    path = tmp_path / place
    path.parent.mkdir(parents=True)
    made = make(tmp_path, f"#T_SP={NER}|value", "#Text=Oslo\n1-1¦0-4¦Oslo¦GPE¦\n")
    made.rename(path)
    record = read_one(path)
    assert record.details.title == title
    assert record.layer.annotator == annotator


def test_gum_has_the_entities_of_its_other_edition(shared_data):
    gold = {}
    with (shared_data / "gum_news" / "gold.jsonl").open("rb") as lines:
        for row in map(orjson.loads, lines):
            gold[row["id"]] = Counter(
                (span["label"], "".join(span["text"].split()))
                for span in row["spans"]
                if span["layer"] == "entity"
            )
    files = sorted((shared_data / "gum_news" / "webanno_tsv").glob("*.tsv"))
    assert len(files) == 39
    for path in files:
        record = read_one(path)
        assert record.losses == ()
        found = Counter((label, "".join(w.split())) for label, w in marks(record))
        assert found == gold[path.stem], path.name
