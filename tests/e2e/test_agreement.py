"""``annotator agreement``, from imported layers to figures."""

from __future__ import annotations

import json

import pytest

TEXT = "Mayor Ada Lindqvist 👩‍🚒 met Bo Berg in Kyiv. She left Norrby on Monday."


def row(*marked: tuple[str, str]) -> str:
    spans = []
    for words, label in marked:
        start = TEXT.index(words)
        spans.append({"start": start, "end": start + len(words), "label": label})
    return json.dumps({"text": TEXT, "answer": "accept", "spans": spans}) + "\n"


ADA = row(("Ada Lindqvist", "PERSON"), ("Bo Berg", "PERSON"), ("Kyiv", "GPE"))
BO = row(("Mayor Ada Lindqvist", "PERSON"), ("Bo Berg", "PERSON"), ("Kyiv", "ORG"))


@pytest.fixture
def project(annotator, tmp_path):
    path = tmp_path / "team.annot"
    assert annotator("new", path)[0] == 0
    for name, line in (("ada", ADA), ("bo", BO)):
        file = tmp_path / f"{name}.jsonl"
        file.write_text(line, "utf-8")
        code, _, err = annotator("import", path, file, "--annotator", name)
        assert code == 0, err
    return path


def measured(annotator, *arguments):
    code, out, err = annotator("agreement", *arguments, "--json")
    assert code == 0, err
    return json.loads(out)


def test_figures_and_the_passages_behind_them(annotator, project):
    found = measured(
        annotator, project, "--tokens", "whitespace", "--differences", "--per-document"
    )
    assert (found["documents"], found["annotators"]) == (1, ["ada", "bo"])
    entity = found["kinds"]["entity"]
    assert entity["tokens"]["n"] == len(TEXT.split())
    assert entity["spans"]["exact"]["ada|bo"]["all"] == {
        "tp": 1,
        "a_only": 2,
        "b_only": 2,
        "precision": pytest.approx(1 / 3),
        "recall": pytest.approx(1 / 3),
        "f1": pytest.approx(1 / 3),
    }
    assert entity["spans"]["overlap"]["ada|bo"]["PERSON"]["tp"] == 2
    assert entity["spans"]["differences"]["ada|bo"] == {
        "agreed": 1,
        "boundary": 1,
        "label": 1,
        "missed": 0,
        "part": 0,
        "split": 0,
    }
    assert entity["units"]["gamma"] is None
    assert entity["ci95"] == {}  # Of one document there is none.
    (own,) = found["per_document"].values()
    assert own["kinds"]["entity"]["tokens"] == entity["tokens"]
    assert [(d["sort"], d["text"]) for d in found["differences"]] == [
        ("boundary", "Mayor Ada Lindqvist"),
        ("label", "Kyiv"),
    ]


def test_only_some_and_with_beginnings(annotator, project):
    found = measured(
        annotator,
        project,
        *("--tokens", "whitespace", "--scheme", "bio", "--label", "PERSON"),
        *("--kind", "entity", "--annotator", "bo", "--annotator", "ada"),
    )
    assert found["annotators"] == ["bo", "ada"]
    assert found["scheme"] == "bio"
    assert set(found["kinds"]["entity"]["tokens"]["pairs"]["bo|ada"]) == {
        "PERSON",
        "all",
    }


def test_the_table(annotator, project):
    code, out, _ = annotator("agreement", project, "--tokens", "whitespace")
    assert code == 0
    assert out.startswith("Agreement of ada, bo on 1 shared document\n")
    code, more, _ = annotator(
        "agreement", project, "--tokens", "whitespace", "--differences"
    )
    assert code == 0
    assert more.startswith(out)
    assert "entity label “Kyiv” ada: GPE; bo: ORG" in more


def test_tokens_of_the_pipeline_are_made_where_there_are_none(annotator, project):
    found = measured(annotator, project, "--no-intervals")
    assert found["tokens"] == "spacy"
    assert found["kinds"]["entity"]["tokens"]["n"] > len(TEXT.split())


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["--annotator", "zoe"], 1, "no annotator zoe"),
        (["--annotator", "ada"], 1, "no document that two of ada have finished"),
        (["--tokens", "words"], 2, "--tokens takes spacy or whitespace"),
        (["--scheme", "bilou"], 2, "--scheme takes io or bio"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_line(
    annotator, project, arguments, code, said
):
    found, out, err = annotator("agreement", project, *arguments)
    assert (found, out) == (code, "")
    assert said in err
