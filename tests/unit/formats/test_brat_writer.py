"""Writing brat: its lines, its folders, and that all of it comes back."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.domain.annotations import Fragment, Link
from annotator.domain.errors import InputError
from annotator.domain.names import is_label_name, is_name
from annotator.domain.progress import Progress
from annotator.domain.records import Record, Trouble
from annotator.domain.schema import Schema
from annotator.formats.base import WriteOptions
from annotator.formats.brat_writer import BratWriter
from annotator.formats.tallying import verify
from tests.unit.formats.conftest import read
from tests.unit.formats.making import annotation, of_annotations, record, records

TEXT = "“I will,” said Ada, “go\nto Norrby 🙂.” She claims the bridge is closed."


def quote():
    return annotation(
        TEXT,
        "quote",
        "direct",
        content=("“I will,”", "“go\nto Norrby 🙂.”"),
        speaker="Ada",
        cue="said",
    )


def claim():
    return annotation(
        TEXT, "claim", "claim", claim="the bridge is closed", claimant="She"
    )


def lines(folder: Path) -> list[str]:
    (path,) = folder.rglob("*.ann")
    return path.read_text("utf-8").splitlines()


def test_a_quote_is_an_attribution(export):
    folder, report = export([record(TEXT, quote())], "brat")
    assert lines(folder) == [
        "T1\tContent 0 9;20 23;24 37\t“I will,” “go to Norrby 🙂.”",
        "T2\tCue 10 14\tsaid",
        "T3\tSource 15 18\tAda",
        "T4\tAttribution 10 14\tsaid",
        "E1\tAttribution:T4 Content:T1 Cue:T2 Source:T3",
        "A1\tlabel E1 direct",
    ]
    assert of_annotations(report.losses) == []


def test_a_claim_is_an_event(export):
    folder, _ = export([record(TEXT, claim())], "brat")
    assert lines(folder)[2:] == [
        "T3\tClaim 49 69\tthe bridge is closed",
        "E1\tClaim:T3 Content:T1 Claimant:T2",
        "A1\tlabel E1 claim",
    ]


def test_attributes_notes_and_links(export):
    person = replace(
        annotation(TEXT, "entity", "PERSON", mention="Ada"),
        note="who?\nasked",
        attributes={"sure": True, "score": 5, "text": "5", "why": "she said so"},
    )
    link = Link("a" * 32, "said_by", quote().id, person.id)
    folder, report = export([record(TEXT, quote(), person, links=(link,))], "brat")
    assert [x for x in lines(folder) if x[0] in "R#"] == [
        "#1\tAnnotatorNotes T5\twho?",
        "#2\tAnnotatorNotes T5\tasked",
        "R1\tsaid_by Arg1:E1 Arg2:T5",
    ]
    (path,) = folder.rglob("*.ann")
    (back,) = read(path)
    made = {a.label: a for a in back.layer.annotations}
    assert made["PERSON"].attributes == person.attributes
    assert made["PERSON"].note == person.note
    assert [k.label for k in back.layer.links] == ["said_by"]
    assert of_annotations(report.losses) == []


def test_what_brat_cannot_spell_comes_back_by_a_note(export):
    odd = annotation(
        TEXT, "event", "Press conférence", mention="the bridge", place="Ada"
    )
    folder, report = export([record(TEXT, odd)], "brat")
    assert "#1\tAnnotator T1\tevent mention 1 Press conférence" in lines(folder)
    (path,) = folder.rglob("*.ann")
    (back,) = read(path)
    (made,) = back.layer.annotations
    assert (made.kind, made.label, made.parts) == (odd.kind, odd.label, odd.parts)
    assert of_annotations(report.losses) == []


def test_white_space_at_the_ends_is_trimmed_and_named(export):
    spaced = replace(
        annotation(TEXT, "entity", "GPE", mention="Norrby"),
        parts={"mention": (Fragment(23, 34),)},
    )
    folder, report = export([record(TEXT, spaced)], "brat")
    assert lines(folder) == ["T1\tGPE 24 33\tto Norrby"]
    assert [loss.trouble for loss in of_annotations(report.losses)] == [Trouble.SPACE]


def test_fragments_around_the_end_of_a_line_are_joined_and_named(export):
    parts = {"mention": (Fragment(20, 23), Fragment(24, 26))}
    split = replace(annotation(TEXT, "entity", "X", mention="go"), parts=parts)
    folder, report = export([record(TEXT, split)], "brat")
    assert lines(folder) == ["T1\tX 20 23;24 26\t“go to"]
    assert [loss.trouble for loss in of_annotations(report.losses)] == [Trouble.PIECES]


def test_one_annotator_needs_no_folder_several_have_one_each(export):
    ada = record(TEXT, quote(), annotator="ada")
    folder, _ = export([ada], "brat", "one")
    assert {p.suffix for p in folder.iterdir() if p.is_file()} >= {".txt", ".ann"}
    ben = record(TEXT, claim(), annotator="ben/the 2nd")
    bare = Record("b" * 32, "Bare.", ada.details)
    folder, report = export([ada, ben, bare], "brat", "two")
    found = sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*.ann"))
    assert [x.rpartition("/")[0] for x in found] == ["", "ada", "ben_the 2nd"]
    back = [i for i in BratWriter().read_back(folder) if isinstance(i, Record)]
    assert {r.layer.annotator: len(r.layer.annotations) for r in back} == {
        "": 0,
        "ada": 1,
        "ben_the 2nd": 1,
    }
    assert report.records == 3


def test_the_configuration_is_the_schema(export, schema: Schema):
    folder, _ = export([record(TEXT, quote(), claim())], "brat")
    (back,) = (i for i in read(folder / "annotation.conf") if isinstance(i, Schema))
    for kind in schema.kinds:
        mine = back.kind(kind.name)
        assert [x.name for x in mine.labels] == [x.name for x in kind.labels]
        assert {r.name for r in mine.roles} == {r.name for r in kind.roles}
    assert "[drawing]" in (folder / "visual.conf").read_text("utf-8")
    assert "P\tPERSON" in (folder / "kb_shortcuts.conf").read_text("utf-8")


def test_a_zip_file_holds_the_same(schema, tmp_path):
    made = record(TEXT, quote(), claim())
    target, options = tmp_path / "out.zip", WriteOptions(schema=schema)
    report = BratWriter().write([made], target, options, Progress(), 1)
    assert "annotation.conf" in zipfile.ZipFile(target).namelist()
    back = BratWriter().read_back(target)
    assert verify(report.tally, back, options, BratWriter.limits) == []


def test_a_folder_of_the_users_is_left_alone(export, tmp_path):
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "mine.txt").write_text("mine")
    with pytest.raises(InputError, match=r"mine\.txt"):
        export([record(TEXT, quote())], "brat")
    assert [p.name for p in (tmp_path / "out").iterdir()] == ["mine.txt"]


def is_storable(made: Record) -> bool:
    """Tell whether labels and names are such as a project takes."""
    if made.layer is None:
        return True
    items = (*made.layer.annotations, *made.layer.suggestions)
    return all(
        is_label_name(a.label) and all(map(is_name, a.attributes)) for a in items
    ) and all(is_name(k.label) for k in made.layer.links)


def shape(made: Record) -> list[str]:
    """Return all that an annotation says, whatever its id."""
    layer = made.layer
    items = (*layer.annotations, *layer.suggestions) if layer else ()
    return sorted(
        repr(
            (
                a.kind,
                a.label,
                sorted(a.parts.items()),
                sorted(a.attributes.items()),
                getattr(a, "note", ""),
            )
        )
        for a in items
    )


@settings(
    max_examples=20,
    deadline=None,
    suppress_health_check=[
        HealthCheck.function_scoped_fixture,
        HealthCheck.filter_too_much,
        HealthCheck.too_slow,
    ],
)
@given(
    st.lists(
        records().filter(is_storable),
        min_size=1,
        max_size=2,
        unique_by=lambda record: record.document_id,
    )
)
def test_what_is_written_is_read_or_named(schema, tmp_path_factory, made):
    target = tmp_path_factory.mktemp("brat") / "out"
    options, writer = WriteOptions(schema=schema), BratWriter()
    report = writer.write(made, target, options, Progress(), len(made))
    back = list(writer.read_back(target))
    assert verify(report.tally, iter(back), options, writer.limits) == []
    assert all(isinstance(item, Record) and not item.losses for item in back)
    if not of_annotations(report.losses):
        assert sorted(map(shape, back)) == sorted(map(shape, made))
