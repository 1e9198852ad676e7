"""Reading brat: lines, offsets, folders, configurations."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.domain.records import Problem, Record
from annotator.domain.schema import AttributeType, Schema
from annotator.formats.base import Claim, ReadOptions
from annotator.formats.brat import BratReader
from annotator.formats.registry import reader_for
from annotator.services.importing import plan
from tests.unit.formats.conftest import read

TEXT = (
    "“We saw 👩\u200d🚒 IL-9 bind,” said Ada.\n"
    "The second line names Kim Lee\nand others.\n"
)


class Standoff:
    """Lines about a text, their offsets counted by the test."""

    def __init__(self, text: str, count=len) -> None:
        self.text = text
        self._count = count
        self.lines: list[str] = []

    def span(self, label: str, *surfaces: str) -> Standoff:
        """Add a T line."""
        places = []
        for surface in surfaces:
            start = self.text.index(surface)
            ends = (self.text[:start], self.text[: start + len(surface)])
            places.append(" ".join(str(self._count(end)) for end in ends))
        number = 1 + sum(line.startswith("T") for line in self.lines)
        words = " ".join(" ".join(surfaces).split())
        self.lines.append(f"T{number}\t{label} {';'.join(places)}\t{words}")
        return self

    def line(self, *lines: str) -> Standoff:
        """Add lines as they are."""
        self.lines += lines
        return self

    def save(
        self, folder: Path, name: str = "story", data: bytes | None = None
    ) -> Path:
        """Write both files."""
        folder.mkdir(exist_ok=True)
        (folder / f"{name}.txt").write_bytes(
            self.text.encode() if data is None else data
        )
        path = folder / f"{name}.ann"
        path.write_bytes("".join(f"{line}\n" for line in self.lines).encode())
        return path


def words(record: Record) -> list[tuple[str, str, dict[str, list[str]]]]:
    """Return kind, label and the surfaces of every annotation."""
    found = [
        (
            a.kind,
            a.label,
            {r: [record.text[s:e] for s, e in f] for r, f in a.parts.items()},
        )
        for a in record.layer.annotations
    ]
    return sorted(found, key=repr)


def one(path: Path) -> Record:
    """Return the record of a file that has one, whatever is said besides."""
    return next(item for item in read(path) if isinstance(item, Record))


def problems(path: Path) -> list[str]:
    """Return what is said of a file."""
    found = [str(i) for i in read(path) if isinstance(i, Problem)]
    return found + [x for i in read(path) if isinstance(i, Record) for x in i.losses]


def test_spans_relations_events_attributes_and_notes(tmp_path):
    made = Standoff(TEXT).span("Protein", "IL-9").span("Binding", "bind")
    made.span("Person", "Ada").span("Person", "Kim", "and others")
    made.line(
        "R1\tKnows Arg1:T3 Arg2:T4\t",
        "*\tEquiv T1 T3",
        "E1\tBinding:T2 Theme:T1 Theme2:T3",
        "A1\tNegation E1",
        "M2\tConfidence T1 rather high",
        "N1\tReference T1 UniProt:P1\tInterleukin",
        "#1\tAnnotatorNotes T1\tcheck this",
        "#\tAnnotatorNotes M2\tand its confidence",
    )
    path = made.save(tmp_path)
    record = one(path)
    assert problems(path) == []
    assert words(record) == [
        ("entity", "Binding", {"mention": ["bind"]}),
        ("entity", "Person", {"mention": ["Ada"]}),
        ("entity", "Person", {"mention": ["Kim", "and others"]}),
        ("entity", "Protein", {"mention": ["IL-9"]}),
    ]
    by_label = {a.label: a for a in record.layer.annotations}
    assert by_label["Binding"].attributes == {"Negation": True}
    protein = by_label["Protein"]
    assert protein.attributes == {
        "Confidence": "rather high",
        "Reference": "UniProt:P1 Interleukin",
    }
    assert protein.note == "check this\nand its confidence"
    links = sorted(link.label for link in record.layer.links)
    assert links == ["Equiv", "Knows", "Theme", "Theme"]


def test_an_event_whose_argument_is_an_event(tmp_path):
    made = Standoff(TEXT).span("Binding", "bind").span("Saying", "said")
    made.line("E2\tSaying:T2 What:E1", "E1\tBinding:T1")
    (link,) = one(made.save(tmp_path)).layer.links
    assert link.label == "What"


def test_attributions_are_quotes(tmp_path):
    made = Standoff(TEXT)
    made.span("Content", "“We saw 👩\u200d🚒 IL-9 bind,”").span("Cue", "said")
    made.span("Source", "Ada").span("Attribution", "said").span("Person", "Ada")
    made.line("E1\tAttribution:T4 Content:T1 Cue:T2 Source:T3")
    assert words(one(made.save(tmp_path))) == [
        ("entity", "Person", {"mention": ["Ada"]}),
        (
            "quote",
            "direct",
            {
                "content": ["“We saw 👩\u200d🚒 IL-9 bind,”"],
                "cue": ["said"],
                "speaker": ["Ada"],
            },
        ),
    ]


def test_a_span_over_the_end_of_a_line_is_whole_again(tmp_path):
    made = Standoff(TEXT).span("Person", "Kim Lee", "and others")
    assert words(one(made.save(tmp_path))) == [
        ("entity", "Person", {"mention": ["Kim Lee\nand others"]})
    ]


def test_the_end_of_a_line_as_an_escape(tmp_path):
    start, middle = TEXT.index("Kim"), TEXT.index("and others")
    line = f"T1\tP {start} {start + 7};{middle} {middle + 10}\tKim Lee\\nand others"
    found = words(one(Standoff(TEXT).line(line).save(tmp_path)))
    assert found == [("entity", "P", {"mention": ["Kim Lee\nand others"]})]


def test_words_that_go_on_in_the_next_line(tmp_path):
    start = TEXT.index("Kim")
    made = Standoff(TEXT).line(f"T1\tP {start} {start + 18}\tKim Lee", "and others")
    path = made.line("and more").save(tmp_path)
    assert words(one(path)) == [("entity", "P", {"mention": ["Kim Lee\nand others"]})]
    assert [told.partition(":")[0] for told in problems(path)] == ["story.ann, line 3"]


UTF16 = lambda text: len(text.encode("utf-16-le")) // 2  # noqa: E731
CRLF = TEXT.replace("\n", "\r\n")


@pytest.mark.parametrize(
    ("text", "data", "count", "told"),
    [
        (TEXT, TEXT.encode(), len, None),
        (CRLF, CRLF.encode(), len, None),
        (TEXT, CRLF.encode(), len, "line ends as one character"),
        ("\ufeff" + TEXT, TEXT.encode("utf-8-sig"), len, None),
        (TEXT, TEXT.encode("utf-8-sig"), len, None),
        (TEXT, TEXT.encode(), UTF16, "UTF-16"),
        (CRLF, CRLF.encode(), UTF16, "UTF-16"),
        (TEXT, TEXT.encode(), lambda text: len(text.encode()), "bytes"),
        (TEXT, TEXT.encode(), lambda text: len(text) + 1, "another character"),
    ],
    ids=[
        "plain",
        "crlf",
        "lf-in-crlf",
        "bom",
        "no-bom",
        "utf16",
        "utf16-crlf",
        "bytes",
        "from-one",
    ],
)
def test_offsets_are_put_right_by_the_words(tmp_path, text, data, count, told):
    made = Standoff(text, count).span("P", "IL-9").span("V", "bind")
    made.span("P", "Ada").span("P", "Kim Lee")
    path = made.save(tmp_path, data=data)
    record = one(path)
    assert record.text == TEXT
    assert sorted(surface for _, _, p in words(record) for surface in p["mention"]) == [
        "Ada",
        "IL-9",
        "Kim Lee",
        "bind",
    ]
    said = problems(path)
    assert (told in said[0] and len(said) == 1) if told else said == []


def test_a_span_that_moved_is_found_near_by_and_reported(tmp_path):
    made = Standoff(TEXT).span("P", "IL-9").span("V", "bind").span("P", "Ada")
    path = made.line("T9\tPerson 60 67\tKim Lee").save(tmp_path)
    start = TEXT.index("Kim Lee")
    assert len(one(path).layer.annotations) == 4
    (told,) = problems(path)
    assert told.startswith("story.ann, line 4: T9 (Person) stands at 60–67, its words")
    assert f"at {start}–{start + 7}; it was moved." in told


@pytest.mark.parametrize(
    ("line", "label", "surfaces"),
    [
        ("T1\tTwo words 1 3\tWe", "Two words", ["We"]),
        ("T1\tP  1  3\tWe", "P", ["We"]),
        ("T1 P 1 3 We", "P", ["We"]),
        ("T1\tP 1 3", "P", ["We"]),
        ("T1\tP 1 3 ; 4 7\tWe saw", "P", ["We", "saw"]),
        ("T1\tP 1 3;4 7", "P", ["We", "saw"]),
    ],
)
def test_spans_as_other_programs_write_them(tmp_path, line, label, surfaces):
    path = Standoff(TEXT).line(line).save(tmp_path)
    assert words(one(path)) == [("entity", label, {"mention": surfaces})]
    assert problems(path) == []


def test_lines_that_cannot_be_read_cost_themselves_and_are_named(tmp_path):
    made = Standoff(TEXT).span("P", "IL-9")
    made.line(
        "what is this",
        "T1\tP 0 3\tabc",
        "T5\tP 7 7\t",
        "T6\tP 0 3\txyzzy",
        "T7\tP 100000 100003",
        "R1\tKnows Arg1:T1 Arg2:T99",
        "R2\tKnows Arg1:T1",
        "A1\tSure",
        "E1\tno trigger",
        "T8 P 0 3 “We",
        "",
    )
    path = made.save(tmp_path)
    assert len(one(path).layer.annotations) == 2  # by blanks is good enough
    assert sorted(p.partition(":")[0] for p in problems(path)) == sorted(
        f"story.ann, line {n}" for n in range(2, 11)
    )


@pytest.mark.parametrize(
    "data", [b"\x00\x01\x02", b"no brat\nat all\n", b"T1\tP x y\tfoo\n"]
)
def test_a_file_that_is_not_brat_is_refused(tmp_path, data):
    Standoff(TEXT).save(tmp_path)
    path = tmp_path / "story.ann"
    path.write_bytes(data)
    found = read(path)
    assert found
    assert all(isinstance(item, Problem) for item in found)
    assert "story.ann" in found[0].where


def test_a_file_without_its_text_is_refused(tmp_path):
    path = tmp_path / "lost.ann"
    path.write_text("T1\tP 0 1\ta\n")
    (problem,) = read(path)
    assert "lost.txt" in problem.reason


def test_empty_standoff_is_an_empty_layer_and_a_text_alone_an_article(tmp_path):
    path = Standoff(TEXT).save(tmp_path)
    record = one(path)
    assert record.layer.annotations == ()
    alone = tmp_path / "alone.txt"
    alone.write_text("Only words.\n")
    assert reader_for(alone).name == "text"


def test_the_halves_of_a_shared_task_are_one_layer(tmp_path):
    made = Standoff(TEXT).span("Protein", "IL-9")
    made.save(tmp_path).rename(tmp_path / "story.a1")
    start = TEXT.index("bind")
    (tmp_path / "story.a2").write_text(
        f"T2\tBinding {start} {start + 4}\tbind\nE1\tBinding:T2 Theme:T1\n"
    )
    first = tmp_path / "story.a1"
    assert set(BratReader().companions(first)) == {
        tmp_path / "story.txt",
        tmp_path / "story.a2",
    }
    record = one(first)
    assert [k.label for k in record.layer.links] == ["Theme"]


def test_annotators_by_folder_and_by_name(tmp_path):
    for name in ("ada", "ben"):
        Standoff(TEXT).span("P", "Ada").save(tmp_path / name)
        (tmp_path / name / "annotation.conf").write_text("[entities]\nP\n")
    files = sorted(p for p in tmp_path.rglob("*") if p.is_file())
    sources, faults = plan(files)
    assert faults == []
    assert {s.path.name: s.annotator for s in sources if s.path.suffix == ".ann"} == {
        "story.ann": "ben"
    }
    assert sorted(s.annotator for s in sources if s.path.suffix == ".ann") == [
        "ada",
        "ben",
    ]
    named = (tmp_path / "ada" / "story.ann").rename(tmp_path / "ada" / "story.cleo.ann")
    assert one(named).layer.annotator == "cleo"


def test_folders_with_a_configuration_each_are_no_annotators(tmp_path):
    for name in ("train", "dev"):
        Standoff(TEXT).span("P", "Ada").save(tmp_path / name, f"story-{name}")
        (tmp_path / name / "annotation.conf").write_text("[entities]\nP\n")
    sources, _ = plan(sorted(p for p in tmp_path.rglob("*") if p.is_file()))
    assert {source.annotator for source in sources} == {""}


def test_the_text_may_be_in_a_folder_beside(tmp_path):
    path = Standoff(TEXT).span("P", "Ada").save(tmp_path / "marks")
    (tmp_path / "texts").mkdir()
    (tmp_path / "marks" / "story.txt").rename(tmp_path / "texts" / "story.txt")
    assert len(one(path).layer.annotations) == 1


def test_a_configuration_becomes_a_schema(tmp_path):
    (tmp_path / "annotation.conf").write_text(
        "# what may be marked\n[entities]\n!Being\n\tPerson\n\tGroup\nSource\n"
        "Content\n[relations]\n<PEOPLE>=Person|Group\n"
        "Knows Arg1:<PEOPLE>, Arg2:Person\n"
        "<OVERLAP> Arg1:<ANY>, Arg2:<ANY>, <OVL-TYPE>:<ANY>\n[events]\n"
        "Meeting Who+:Person, Where?:Group\n"
        "Attribution Content+:Content, Source?:Source\n-----\n[attributes]\n"
        "Negation Arg:<EVENT>\nSure Arg:Person, Value:yes|no\n"
        "label Arg:Attribution, Value:direct|free\n"
    )
    (tmp_path / "visual.conf").write_text(
        "[labels]\nPerson | A person | Pers\n[drawing]\nPerson bgColor:#ffccaa\n"
    )
    path = tmp_path / "annotation.conf"
    assert BratReader().sniff(path, path.read_bytes()) is Claim.SURE
    (schema,) = reader_for(path).read(path, ReadOptions())
    assert isinstance(schema, Schema)
    kinds = {kind.name: kind for kind in schema.kinds}
    assert [x.name for x in kinds["entity"].labels] == ["Person", "Group", "Meeting"]
    person = kinds["entity"].labels[0]
    assert person.title == "A person"
    assert person.style.light != person.style.dark
    assert [x.name for x in kinds["quote"].labels] == ["direct", "free"]
    assert [r.name for r in kinds["quote"].roles] == ["content", "speaker"]
    assert {a.name: a.type for a in kinds["entity"].attributes} == {
        "Negation": AttributeType.FLAG,
        "Sure": AttributeType.CHOICE,
    }
    assert {x.label for x in schema.links} == {"Knows", "Who", "Where"}


def test_every_real_file_says_its_words(shared_data):
    folder = shared_data / "litbank" / "brat"
    for path in sorted(folder.glob("*.ann")):
        (record,) = read(path)
        lines = path.read_text("utf-8").splitlines()
        assert len(record.layer.annotations) == len(lines)
        assert record.losses == ()
        found = {
            (
                a.label,
                *a.parts["mention"][0],
                record.text[slice(*a.parts["mention"][0])],
            )
            for a in record.layer.annotations
        }
        for line in lines:
            _, body, surface = line.split("\t")
            label, start, end = body.split(" ")
            assert (label, int(start), int(end), surface) in found
