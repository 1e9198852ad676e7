"""``annotator evaluate``, from the demo and from gold that others have made."""

from __future__ import annotations

import json

import pytest

from annotator.domain.documents import Status
from annotator.services.demo import make_demo
from annotator.services.desk import Desk
from annotator.services.project import Project
from annotator.services.suggesting import suggest_project
from annotator.storage.store import Store
from tests.unit.agreement.oracle import load_score_quotes

GUM_DOCUMENTS = 7


@pytest.fixture(scope="module")
def suggested_demo(tmp_path_factory):
    """Make the demo project with its suggestions once: the pipeline takes its time."""
    path = make_demo(tmp_path_factory.mktemp("demo"))
    suggest_project(path)
    return path


@pytest.fixture
def demo(suggested_demo, tmp_path):
    """Return a copy of the demo project."""
    path = tmp_path / suggested_demo.name
    with Project.open(suggested_demo) as project:
        project.backup(path)
    return path


def evaluation(annotator, *arguments):
    code, out, err = annotator("evaluate", *arguments, "--json")
    assert code == 0, err
    return json.loads(out)


def test_from_accepting_to_figures(annotator, demo):
    """Ada accepts all, but for one entity with another label, and one quote not."""
    with Project.open(demo) as project:
        desk = Desk(project, project.annotator("ada"))
        first, second, *_ = project.store.documents.ids()
        opened = desk.open(first)
        pending = opened.pending()
        counts = {k: sum(s.kind == k for s in pending) for k in ("entity", "quote")}
        entity = next(s for s in pending if s.kind == "entity" and s.label != "LAW")
        quote = next(s for s in pending if s.kind == "quote")
        desk.correct(entity.id, label="LAW")
        desk.reject([quote.id])
        desk.accept_all()
        desk.set_status(Status.DONE)
        desk.open(second)
        desk.accept_all()
    found = evaluation(annotator, demo, "--against", "ada")
    assert found["documents"]["compared"] == 1
    assert found["documents"]["left_out"]["not_done"] == 1
    everything = found["kinds"]["entity"]["exact"]
    assert everything["all"]["f1"] == 1.0
    assert everything["labelled"]["tp"] == counts["entity"] - 1
    assert everything["labels"]["LAW"]["precision"] is None
    quotes = found["kinds"]["quote"]["exact"]["all"]
    assert (quotes["tp"], quotes["suggested"]) == (counts["quote"] - 1, counts["quote"])
    assert quotes["recall"] == 1.0
    more = evaluation(annotator, demo, "--against", "ada", "--include-unfinished")
    assert more["documents"]["compared"] == 2
    code, out, _ = annotator("evaluate", demo, "--against", "ada", "--kind", "quote")
    assert code == 0
    assert "1 document compared" in out
    assert "entity" not in out
    assert "speaker" in out


def test_what_was_exported_comes_back_as_gold_and_scores_1(annotator, demo, tmp_path):
    suggested, gold = tmp_path / "suggested.jsonl", tmp_path / "gold.jsonl"
    annotator("export", demo, suggested, "--format", "jsonl", "--suggestions")
    rows = [json.loads(line) for line in suggested.read_text("utf-8").splitlines()]
    for row in rows:
        row.pop("pipeline")
    gold.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    code, out, _ = annotator("import", demo, gold, "--gold")
    assert code == 0, out
    found = evaluation(annotator, demo, "--against", "gold")
    assert found["documents"]["compared"] == len(rows)
    for kind, figures in found["kinds"].items():
        assert figures["exact"]["labelled"]["f1"] == 1.0, kind
        for role in figures["exact"]["roles"].values():
            assert role["exact_accuracy"] == 1.0


def test_without_suggestions_one_line_says_what_to_do(annotator, articles, tmp_path):
    path = tmp_path / "p.annot"
    annotator("new", path)
    annotator("import", path, articles)
    with Project.open(path) as project:
        desk = Desk(project, project.annotator("ada"))
        desk.open(project.store.documents.ids()[0])
        desk.set_status(Status.DONE)
    code, out, err = annotator("evaluate", path, "--against", "ada")
    assert (code, out) == (1, "")
    assert err == (
        "annotator: There are no suggestions yet;"
        f" run “annotator suggest {path}” first.\n"
    )


@pytest.mark.parametrize(
    ("options", "exit_code", "said"),
    [
        ((), 2, "--against"),
        (("--against", "ada", "--min-score", "2"), 2, "--min-score"),
        (("--against", "zoe"), 1, "no annotator zoe; it has ada"),
        (("--against", "ada"), 1, "1 not done"),
        (("--against", "ada", "--kind", "dragon"), 1, "no kind “dragon”"),
    ],
)
def test_what_is_wrong_is_said(annotator, articles, tmp_path, options, exit_code, said):
    path = tmp_path / "p.annot"
    annotator("new", path)
    annotator("import", path, articles)
    with Project.open(path) as project:
        desk = Desk(project, project.annotator("ada"))
        document_id = project.store.documents.ids()[0]
        project.store.suggestions.put(document_id, "tool", "1", {"entity"}, [])
        desk.open(document_id)
        desk.mark("entity", "PERSON", [(0, 6)])
    code, out, err = annotator("evaluate", path, *options)
    assert (code, out) == (exit_code, "")
    assert said in err
    assert exit_code == 2 or err.count("\n") == 1


# -- the same figures as the scorer of quotes ----------------------------------------


def gum_rows(shared_data):
    """Return the shortest news articles with quotes, and the same as our JSONL."""
    path = shared_data / "gum_news" / "gold.jsonl"
    if not path.is_file():
        pytest.skip("GUM's news are not beside this checkout")
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    rows = [r for r in rows if any(s["layer"] == "quote" for s in r["spans"])]
    rows.sort(key=lambda row: len(row["text"]))
    return rows[:GUM_DOCUMENTS]


def as_own_line(row, quotes):
    annotations = [
        {
            "id": "",
            "kind": "quote",
            "label": "direct",
            "parts": {
                role: quote[role]
                for role in ("content", "speaker", "cue")
                if quote[role]
            },
        }
        for quote in quotes
    ]
    return json.dumps({"text": row["text"], "annotations": annotations}) + "\n"


def test_quotes_score_as_the_scorer_of_quotes_counts(annotator, shared_data, tmp_path):
    oracle = load_score_quotes(shared_data)
    rows = gum_rows(shared_data)
    file, path = tmp_path / "gold.jsonl", tmp_path / "gum.annot"
    lines = [as_own_line(row, oracle.gold_quotes(row)) for row in rows]
    file.write_text("".join(lines), "utf-8")
    annotator("new", path)
    code, out, _ = annotator("import", path, file, "--gold")
    assert code == 0, out
    assert f"{GUM_DOCUMENTS} new documents" in out
    assert annotator("suggest", path, "--kind", "quote")[0] == 0
    with Store.open(path) as store:
        documents = {
            store.documents.text(d): store.suggestions.of(d)
            for d in store.documents.ids()
        }
    predictions = {
        row["id"]: {"quotes": [dict(s.parts) for s in documents[row["text"]]]}
        for row in rows
    }
    expected = oracle.score(predictions, {row["id"]: row for row in rows})
    found = evaluation(annotator, path, "--against", "gold")["kinds"]["quote"]
    assert found["documents"] == GUM_DOCUMENTS
    for least in ("0.3", "0.8"):
        wanted, figures = expected[f"overlap>={least}"], found[f"overlap_{least}"]
        score, roles = figures["all"], figures["roles"]
        assert (score["suggested"], score["gold"]) == (wanted["pred"], wanted["gold"])
        assert score["tp"] > 0
        for ours, theirs in (
            (score["precision"], wanted["P"]),
            (score["recall"], wanted["R"]),
            (score["f1"], wanted["F1"]),
            (roles["speaker"]["accuracy"], wanted["speaker_acc"]),
            (roles["cue"]["accuracy"], wanted["cue_acc"]),
        ):
            assert ours == pytest.approx(theirs, abs=1e-4)
