"""Annotate with overlaps and cut tokens; check, mend, undo, export, verified."""

import csv
import json
import re
from array import array

import pytest

from annotator.domain.annotations import Fragment
from annotator.domain.documents import Status
from annotator.domain.tokens import Tokens
from annotator.formats.registry import writers
from annotator.services.desk import Desk
from annotator.services.project import Project

TEXT = (
    "Ada Brook 👩\u200d💼 opened the Velm Harbour Museum on Monday.\n\n"
    "“We waited nine years,” Brook said, “and it was worth it.”\n"
)
OTHER = "Nobody is named here.\n"


def words(text):
    spans = [m.span() for m in re.finditer(r"\w+|[^\w\s]+", text)]
    starts, ends = (array("I", ends) for ends in zip(*spans, strict=True))
    return Tokens("words", starts, ends, array("I", [0]))


@pytest.fixture
def project(annotator, tmp_path):
    """A project with a name that cuts a token, an overlap, a quote in two pieces."""
    path, source = tmp_path / "p.annot", tmp_path / "velm.txt"
    source.write_text(TEXT, "utf-8")
    assert annotator("new", path)[0] == 0
    other = tmp_path / "torsk.txt"
    other.write_text(OTHER, "utf-8")
    assert annotator("import", path, source, other)[0] == 0
    with Project.open(path) as opened:
        desk = Desk(opened, opened.enter("ada"))
        document, empty = opened.store.documents.ids()
        opened.store.put_tokens([(document, words(TEXT)), (empty, words(OTHER))])
        desk.open(empty)
        desk.set_status(Status.DONE)
        desk.open(document)

        def at(words):
            start = TEXT.index(words)
            return Fragment(start, start + len(words))

        desk.mark("entity", "PERSON", [at("da Brook")])
        desk.mark("entity", "FAC", [at("Velm Harbour Museum")])
        desk.mark("entity", "GPE", [at("Velm")])
        pieces = [at("We waited nine years"), at("and it was worth it")]
        quote = desk.mark("quote", "direct", pieces).select
        start = TEXT.index("Brook said")
        desk.set_part(quote, "speaker", [Fragment(start, start + 5)])
        desk.set_status(Status.DONE)
    return path


def counts(annotator, project, *more):
    command = ("export", project, "--format", "docbin", "--check", "--json", *more)
    code, out, _ = annotator(*command)
    assert code == 0
    return json.loads(out)["loss_counts"]


def test_check_mend_undo_export(annotator, project, tmp_path):
    out = tmp_path / "news.spacy"
    code, said, _ = annotator("export", project, out, "--format", "docbin", "--check")
    assert code == 0
    assert "Spans that cut a token (1)" in said
    assert "PERSON mention “da Brook” cuts a token" in said
    assert "Annotations that overlap (1)" in said
    assert not out.exists()
    assert counts(annotator, project) == {"cut": 1, "overlap": 1}

    mending = ("--mend", "expand", "--apply", "--as", "ada")
    code, said, _ = annotator("export", project, out, "--format", "docbin", *mending)
    assert code == 0, said
    assert "Mended 1 span in 1 article; one undo takes it back." in said
    assert "verified: read back and equal." in said
    assert "entity: FAC 1, GPE 1, PERSON 1" in said
    assert "quote: direct 1" in said
    assert "spans: mention 3, content 2, speaker 1" in said
    assert "GPE “Velm” overlaps FAC “Velm Harbour Museum”" in said
    assert counts(annotator, project) == {"overlap": 1}
    with Project.open(project) as opened:
        desk = Desk(opened, opened.person("ada"))
        assert desk.undo_name == "Mend 1 span"
        desk.undo()
    assert counts(annotator, project) == {"cut": 1, "overlap": 1}
    assert counts(annotator, project, "--overlaps", "first") == {"cut": 1, "overlap": 1}


def test_others_are_mended_in_the_export_only(annotator, project, tmp_path):
    with Project.open(project) as opened:
        opened.annotator("bo")
    out = tmp_path / "news.spacy"
    command = ("export", project, out, "--format", "docbin", "--annotator", "ada")
    mine = (*command, "--mend", "expand", "--apply", "--as", "bo")
    code, _, error = annotator(*mine)
    assert code == 1
    assert "ada’s to change, not bo’s" in error
    assert not out.exists()
    code, said, _ = annotator(*command, "--mend", "expand", "--list-losses")
    assert code == 0
    assert "it was widened to “Ada Brook”" in said
    with (tmp_path / "news.spacy.losses.tsv").open(encoding="utf-8") as file:
        assert [r["trouble"] for r in csv.DictReader(file, delimiter="\t")] == [
            "cut",
            "overlap",
        ]


@pytest.mark.parametrize("name", [writer.name for writer in writers()])
def test_every_format_is_checked_written_and_verified(
    annotator, project, tmp_path, name
):
    """With whatever each can hold; it says itself what it cannot."""
    command = ("export", project, tmp_path / "out", "--format", name)
    _, checked, _ = annotator(*command, "--check", "--json")
    code, written, error = annotator(*command, "--json")
    assert code == 0, error
    report = json.loads(written)
    assert report["verified"] is True, report["faults"]
    assert report["loss_counts"] == json.loads(checked)["loss_counts"]
    assert report["documents"] == 2
    assert report["files"]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--mend", "glue"), "--mend takes report, expand or contract"),
        (("--overlaps", "both"), "--overlaps takes"),
        (("--pieces", "x"), "--pieces takes"),
        (("--space", "x"), "--space takes"),
        ((), "name a file to write, or add --check"),
    ],
)
def test_wrong_usage(annotator, project, options, said):
    code, _, error = annotator("export", project, "--format", "jsonl", *options)
    assert code == 2
    assert said in " ".join(error.split())
