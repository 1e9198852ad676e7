"""Evaluation: which documents, which suggestions, which figures and passages."""

from __future__ import annotations

import json

import pytest

from annotator.agreement.scores import LabelScore, RoleScore, Score
from annotator.domain.annotations import Suggestion
from annotator.domain.documents import Details, Status
from annotator.domain.errors import CancelledError, InputError
from annotator.domain.ids import SuggestionId, derived_id
from annotator.domain.progress import Progress
from annotator.domain.records import Record
from annotator.domain.text import document_id
from annotator.services import evaluating
from annotator.services.desk import Desk
from annotator.services.evaluating import evaluate, evaluation_choices
from annotator.services.evaluation import (
    Criterion,
    EvaluationRequest,
    LeftOut,
    Outcome,
)
from annotator.services.evaluation_report import as_json, as_lines, nothing_compared
from annotator.services.importing import ImportRequest, import_paths
from annotator.services.project import GOLD, Project
from tests.unit.services.builders import TEXT, place, tokens_of

KINDS = frozenset({"entity", "quote", "claim"})
OTHERS = [f"🔥 Article {i}: Norrby is not touched by anybody." for i in range(3)]
PIPELINE = "en_core_web_sm"
FIRST = document_id(TEXT)


def suggestion(label, *, version="1", score=0.9, kind="entity", text=TEXT, **parts):
    """Return a suggestion whose parts are words of a text."""
    made = {role: (place(words, text=text),) for role, words in parts.items()}
    return Suggestion(
        SuggestionId(derived_id(label, version, repr(made), text)),
        document_id(text),
        PIPELINE,
        version,
        kind,
        label,
        made,
        score,
    )


def put(project, *suggestions, text=TEXT, kinds=KINDS, pipeline=PIPELINE, version="1"):
    project.store.suggestions.put(
        document_id(text), pipeline, version, kinds, suggestions
    )


@pytest.fixture
def project(tmp_path):
    """Return a project with one article that ada has done, and three others."""
    with Project.create(tmp_path / "p.annot") as project:
        with project.store.bulk() as bulk:
            for text in (TEXT, *OTHERS):
                tokens = tokens_of(text)
                record = Record(document_id(text), text, Details(), None, tokens)
                bulk.add_document(record)
        desk = Desk(project, project.annotator("ada"))
        desk.open(FIRST)
        desk.mark("entity", "PERSON", [place("Ada Lindqvist")])
        desk.mark("entity", "GPE", [place("Norrby")])
        desk.mark("entity", "GPE", [place("Norrby", 1)])
        desk.mark("quote", "direct", [place("“We will reopen it,”")])
        quote = next(
            a for a in desk.opened.layer.annotations.values() if a.kind == "quote"
        )
        desk.set_part(quote.id, "speaker", [place("Lindqvist", 1)])
        desk.set_part(quote.id, "cue", [place("said")])
        desk.set_status(Status.DONE)
        yield project


@pytest.fixture
def suggested(project):
    put(
        project,
        suggestion("PERSON", mention="Mayor Ada Lindqvist"),
        suggestion("ORG", mention="Norrby", score=0.4),
        suggestion("DATE", mention="Monday"),
        suggestion(
            "direct",
            kind="quote",
            content="We will reopen it",
            speaker="Lindqvist said",
        ),
    )
    return project


def run(project, **options):
    return evaluate(project.path, EvaluationRequest("ada", **options))


def test_the_figures_of_one_document(suggested):
    result = run(suggested)
    assert (result.against, result.pipeline, result.versions) == (
        "ada",
        PIPELINE,
        ("1",),
    )
    assert result.compared == 1
    assert result.left_out == {LeftOut.NOT_ANNOTATED: 3}
    assert list(result.kinds) == ["entity", "quote"]
    assert result.absent == ("claim",)
    exact = result.kinds["entity"].tallies[Criterion.EXACT]
    assert exact.place == Score(1, 3, 3)
    assert exact.label == Score(0, 3, 3)
    loose = result.kinds["entity"].tallies[Criterion.LOOSE]
    assert loose.place == Score(2, 3, 3)
    assert loose.labels["PERSON"] == LabelScore(1, 1, 1, found=1)
    assert loose.labels["GPE"] == LabelScore(0, 0, 2, found=1)
    assert loose.labels["DATE"] == LabelScore(0, 1, 0, found=0)
    quotes = result.kinds["quote"].tallies
    assert quotes[Criterion.EXACT].place == Score(0, 1, 1)
    # Quotation marks and the comma do not count: all the letters are the same.
    assert quotes[Criterion.CLOSE].place == Score(1, 1, 1)
    speaker, cue = quotes[Criterion.CLOSE].roles.values()
    assert speaker == RoleScore(both=1, left=1, right=1, n=1, exact=0)
    assert cue == RoleScore(both=0, left=0, right=1, n=1, exact=0)


def test_decisions_play_no_part(suggested):
    before = as_json(run(suggested))
    desk = Desk(suggested, suggested.annotator("bo"))
    opened = desk.open(FIRST)
    desk.reject(list(opened.suggestions)[:2])
    desk.accept(list(opened.suggestions)[2:])
    assert as_json(run(suggested)) == before


def test_the_score_limit_and_the_labels(suggested):
    entity = run(suggested, min_score=0.5).kinds["entity"]
    assert entity.tallies[Criterion.LOOSE].place == Score(1, 2, 3)
    only = run(suggested, labels=frozenset({"PERSON"}), kinds=frozenset({"entity"}))
    assert only.kinds["entity"].tallies[Criterion.LOOSE].place == Score(1, 1, 1)


def test_only_what_is_done_counts_unless_asked_for(suggested):
    desk = Desk(suggested, suggested.annotator("ada"))
    for text, status in zip(OTHERS, ("in_progress", "skipped", "flagged"), strict=True):
        desk.open(document_id(text))
        if status != "flagged":
            desk.mark("entity", "GPE", [place("Norrby", text=text)])
        desk.set_status(Status(status))
        put(suggested, suggestion("GPE", mention="Norrby", text=text), text=text)
    result = run(suggested)
    assert result.compared == 1
    assert result.left_out == {LeftOut.NOT_DONE: 2, LeftOut.SKIPPED: 1}
    more = run(suggested, include_unfinished=True)
    assert more.compared == 2
    assert more.left_out == {LeftOut.SKIPPED: 1, LeftOut.NOT_DONE: 1}
    assert more.kinds["entity"].tallies[Criterion.EXACT].label == Score(1, 4, 4)


def test_done_and_empty_is_annotated(suggested):
    desk = Desk(suggested, suggested.annotator("ada"))
    desk.open(document_id(OTHERS[0]))
    desk.set_status(Status.DONE)
    wrong = suggestion("GPE", mention="Norrby", text=OTHERS[0])
    put(suggested, wrong, text=OTHERS[0])
    result = run(suggested)
    assert result.compared == 2
    assert result.kinds["entity"].tallies[Criterion.EXACT].place == Score(1, 4, 3)


def test_what_the_pipeline_has_not_looked_at_is_no_miss(project):
    quotes = frozenset({"quote"})
    put(project, kinds=quotes)
    result = run(project)
    assert list(result.kinds) == ["quote"]
    assert result.kinds["quote"].tallies[Criterion.EXACT].place == Score(0, 0, 1)
    desk = Desk(project, project.annotator("ada"))
    desk.open(document_id(OTHERS[0]))
    desk.set_status(Status.DONE)
    assert run(project).left_out[LeftOut.NOT_SUGGESTED] == 1
    with pytest.raises(InputError, match="not looked for the kind “entity”"):
        run(project, kinds=frozenset({"entity"}))


def test_what_an_older_version_suggested_is_not_counted(suggested):
    desk = Desk(suggested, suggested.annotator("bo"))
    desk.reject(list(desk.open(FIRST).suggestions))
    put(
        suggested,
        suggestion("PERSON", mention="Ada Lindqvist", version="2"),
        version="2",
    )
    assert len(suggested.store.suggestions.of(FIRST)) == 5
    result = run(suggested)
    assert result.versions == ("2",)
    entity = result.kinds["entity"].tallies[Criterion.EXACT]
    assert entity.label == Score(1, 1, 3)


def test_a_kind_can_be_asked_for_though_the_layer_has_none_of_it(suggested):
    put(suggested, suggestion("claim", kind="claim", claim="closed the bridge"))
    claim = run(suggested, kinds=frozenset({"claim"})).kinds["claim"]
    assert claim.tallies[Criterion.EXACT].place == Score(0, 1, 0)


def test_passages_lead_to_the_text(suggested):
    result = run(suggested, passages=Criterion.LOOSE)
    layer = suggested.store.layer(FIRST, suggested.annotator("ada").id)
    found = [
        (p.kind, p.outcome, p.label, p.suggested, TEXT[slice(*p.fragments[0])], p.parts)
        for p in result.passages
    ]
    assert found == [
        ("entity", Outcome.RIGHT, "PERSON", "PERSON", "Ada Lindqvist", ()),
        ("entity", Outcome.FALSE_ALARM, "", "DATE", "Monday", ()),
        ("entity", Outcome.LABEL, "GPE", "ORG", "Norrby", ()),
        ("entity", Outcome.MISSED, "GPE", "", "Norrby", ()),
        ("quote", Outcome.PART, "direct", "direct", "“We will reopen it,”", ("cue",)),
    ]
    for passage in result.passages:
        assert passage.document_id == FIRST
        if passage.annotation_id is not None:
            assert layer.annotations[passage.annotation_id].label == passage.label
        assert (passage.suggestion_id is None) == (passage.outcome is Outcome.MISSED)
        assert (passage.score is None) == (passage.outcome is Outcome.MISSED)
    assert run(suggested).passages == []


def test_the_passages_kept_are_bounded_and_the_figures_are_not(suggested, monkeypatch):
    monkeypatch.setattr(evaluating, "MOST_PASSAGES", 2)
    result = run(suggested, passages=Criterion.LOOSE)
    assert (len(result.passages), result.unkept) == (2, 3)
    assert result.kinds["quote"].tallies[Criterion.LOOSE].place.right == 1


# -- whom and what ---------------------------------------------------------------


def test_without_suggestions_one_sentence_says_what_to_do(project):
    with pytest.raises(InputError, match=r"run “annotator suggest .*p\.annot” first"):
        run(project)


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"against": "gold"}, "no settled layer; it has ada, bo"),
        ({"against": "zoe"}, "no annotator zoe"),
        ({"against": "bo"}, "bo has annotated nothing yet"),
        ({"pipeline": "xx"}, f"no suggestions of xx; there are some of {PIPELINE}"),
        ({"kinds": frozenset({"dragon"})}, "no kind “dragon”"),
        ({"labels": frozenset({"PER"})}, "no label “PER”"),
    ],
)
def test_what_is_not_there_is_named_with_what_is(suggested, options, said):
    suggested.annotator("bo")
    request = EvaluationRequest(**({"against": "ada"} | options))
    with pytest.raises(InputError, match=said):
        evaluate(suggested.path, request)


def test_of_several_pipelines_the_projects_own_is_taken(suggested):
    put(suggested, pipeline="another", kinds=frozenset({"quote"}))
    assert run(suggested).pipeline == PIPELINE
    assert run(suggested, pipeline="another").pipeline == "another"
    suggested.store.set_pipeline("a_third")
    with pytest.raises(InputError, match=f"choose one: another, {PIPELINE}"):
        run(suggested)


def test_the_only_pipeline_is_taken_though_the_project_has_another(project):
    put(project, pipeline="another")
    assert run(project).pipeline == "another"


def test_choices_of_a_window(suggested):
    ada = suggested.enter("ada")
    assert evaluation_choices(suggested, ada).layers == ("ada",)
    suggested.annotator("bo")
    gold = Desk(suggested, suggested.annotator(GOLD))
    gold.open(FIRST)
    gold.set_status(Status.DONE)
    choices = evaluation_choices(suggested, ada)
    assert choices.layers == ("gold", "ada")
    assert (choices.pipelines, choices.pipeline) == ((PIPELINE,), PIPELINE)
    assert evaluation_choices(suggested, suggested.annotator("bo")).layers == ()


def test_a_cancel_is_heard(suggested):
    progress = Progress()
    progress.cancel()
    with pytest.raises(CancelledError):
        evaluate(suggested.path, EvaluationRequest("ada"), progress)


# -- imported gold and imported suggestions ----------------------------------------


def test_gold_and_suggestions_from_files(tmp_path):
    """Neither says a state or a version: settled is done, and what came is judged."""
    row = {"text": "Ada Byron met Bo.", "annotations": []}
    rows = []
    for layer in ([("PERSON", 0, 9), ("PERSON", 14, 16)], [("PERSON", 0, 9)]):
        annotations = [
            {"id": "", "kind": "entity", "label": label, "parts": {"mention": [[s, e]]}}
            for label, s, e in layer
        ]
        rows.append(json.dumps(row | {"annotations": annotations}))
    gold, found = tmp_path / "gold.jsonl", tmp_path / "tool.jsonl"
    gold.write_text(rows[0] + "\n", "utf-8")
    found.write_text(rows[1] + "\n", "utf-8")
    with Project.create(tmp_path / "p.annot") as project:
        import_paths(project, [gold], ImportRequest(annotator=GOLD))
        import_paths(project, [found], ImportRequest(as_suggestions=True))
        result = evaluate(project.path, EvaluationRequest(GOLD))
    assert result.pipeline == "tool"
    score = result.kinds["entity"].tallies[Criterion.EXACT].label
    assert score == Score(1, 1, 2)


def test_an_import_for_a_person_settles_nothing(tmp_path):
    row = {
        "text": "Ada Byron met Bo.",
        "annotations": [
            {"id": "", "kind": "entity", "label": "GPE", "parts": {"mention": [[0, 3]]}}
        ],
    }
    file = tmp_path / "ada.jsonl"
    file.write_text(json.dumps(row) + "\n", "utf-8")
    with Project.create(tmp_path / "p.annot") as project:
        import_paths(project, [file], ImportRequest(annotator="ada"))
        states = project.store.layer_states(project.annotator("ada").id)
    assert [state for state, _ in states.values()] == [Status.TODO]


# -- reports -----------------------------------------------------------------------


def test_json_has_null_where_nothing_is_defined(suggested):
    report = as_json(run(suggested))
    assert json.loads(json.dumps(report)) == report
    assert report["documents"] == {
        "compared": 1,
        "left_out": {
            "not_annotated": 3,
            "not_done": 0,
            "skipped": 0,
            "not_suggested": 0,
        },
    }
    quote = report["kinds"]["quote"]
    assert (quote["documents"], quote["gold"], quote["suggested"]) == (1, 1, 1)
    assert quote["overlap_0.8"]["all"] == {
        "tp": 1,
        "suggested": 1,
        "gold": 1,
        "precision": 1.0,
        "recall": 1.0,
        "f1": 1.0,
    }
    assert quote["exact"]["roles"]["speaker"] == {
        "tp": 0,
        "suggested": 1,
        "gold": 1,
        "precision": 0.0,
        "recall": 0.0,
        "f1": 0.0,
        "n": 0,
        "accuracy": None,
        "exact": 0,
        "exact_accuracy": None,
    }
    date = report["kinds"]["entity"]["exact"]["labels"]["DATE"]
    assert (date["precision"], date["recall"], date["f1"]) == (0.0, None, None)
    assert date["found_share"] is None
    assert report["absent_kinds"] == ["claim"]


def test_the_table_lines_up_and_has_dashes(suggested):
    lines = list(as_lines(run(suggested, min_score=0.1)))
    assert lines[0] == (
        f"Suggestions of {PIPELINE} 1 against ada, from a score of 0.1 on"
    )
    assert lines[1] == "1 document compared, 3 left out: 3 not annotated"
    date = next(line for line in lines if line.strip().startswith("DATE"))
    assert date.split() == ["DATE", "0", "1", *("0.000", "–", "–") * 3]
    assert max(map(len, lines)) <= 90
    assert lines[-1].endswith("none of them: claim.")


def test_why_nothing_was_compared(suggested):
    desk = Desk(suggested, suggested.annotator("ada"))
    desk.open(FIRST)
    desk.set_status(Status.FLAGGED)
    result = run(suggested)
    assert result.compared == 0
    sentence = nothing_compared(result)
    assert "3 not annotated, 1 not done" in sentence
    assert "--include-unfinished" in sentence
