"""``annotator adjudicate`` from the command line to an export of gold."""

from __future__ import annotations

import json

import pytest
import spacy
from spacy.tokens import DocBin

from annotator.services.project import Project
from tests.unit.services.committee import Committee


@pytest.fixture
def path(tmp_path):
    team = Committee(tmp_path)
    with team.project:
        team.everybody("entity", "PERSON", "Ada Lindqvist")
        for name in ("ana", "ben"):
            team.mark(name, "entity", "GPE", "Norrby")
        team.mark("cem", "entity", "ORG", "Norrby")
        team.done()
    return team.project.path


def test_the_easy_part_by_rule(path, annotator, tmp_path):
    code, out, err = annotator("adjudicate", path, "--auto", "unanimous")
    assert (code, err) == (0, "")
    assert "Taken now: 1 unanimous." in out
    assert "Left open: 1 difference (1 label)." in out
    code, out, _ = annotator("adjudicate", path, "--auto", "majority", "--by", "lead")
    assert code == 0
    assert "1 by majority" in out
    assert "Settled: 1 of 1 article." in out
    code, out, _ = annotator("adjudicate", path, "--auto", "majority")
    assert "0 unanimous, 0 by majority" in out
    gold = tmp_path / "gold.jsonl"
    code, *_ = annotator("export", path, gold, "--format", "jsonl", "--gold")
    assert code == 0
    (line,) = gold.read_text("utf-8").splitlines()
    row = json.loads(line)
    assert (row["_annotator_id"], row["status"]) == ("gold", "done")
    settled = {a["label"]: a["settlement"] for a in row["annotations"]}
    assert {label: (s["how"], s["by"]) for label, s in settled.items()} == {
        "PERSON": ("unanimous", ""),
        "GPE": ("majority", "lead"),
    }
    named = {
        label: [x["annotator"] for x in s["sources"]] for label, s in settled.items()
    }
    assert {label: sorted(names) for label, names in named.items()} == {
        "PERSON": ["ana", "ben", "cem"],
        "GPE": ["ana", "ben"],
    }
    docbin = tmp_path / "gold.spacy"
    code, *_ = annotator("export", path, docbin, "--format", "docbin", "--gold")
    assert code == 0
    (doc,) = DocBin().from_disk(docbin).get_docs(spacy.blank("en").vocab)
    frames = json.loads(doc.user_data["frames"])
    hows = sorted(s["how"] for s in frames["settlements"].values())
    assert hows == ["majority", "unanimous"]
    assert {span.id_ for span in doc.spans["entities"]} == {*frames["settlements"]}
    again = tmp_path / "again.annot"
    annotator("new", again)
    code, *_ = annotator("import", again, gold, "--gold")
    assert code == 0
    code, *_ = annotator("check", path)
    assert code == 0


def test_wrong_usage_and_wrong_input(path, annotator):
    assert annotator("adjudicate", path, "--auto", "guess")[0] == 2
    assert annotator("adjudicate", path)[0] == 2
    code, _, err = annotator(
        "adjudicate", path, "--auto", "unanimous", "--annotator", "dora"
    )
    assert code == 1
    assert "no annotator dora" in err
    with Project.open(path) as project:
        assert project.store.layer_states(project.annotator("gold").id) == {}
