"""What keys and clicks mean for the open article, on a real desk and a real view."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication

from annotator.domain.annotations import Annotation, Fragment, Suggestion
from annotator.domain.documents import Status
from annotator.domain.errors import EnvironmentFault
from annotator.services.project import Project
from annotator.ui.article.marks import MarkState
from annotator.ui.mark_building import mark_of, provisional_tokens
from annotator.ui.marking_modes import Linking, Preview, Sticky
from tests.ui.hands import Hands
from tests.ui.window_helpers import BRIDGE, HARBOUR, make_project, place, suggest

CONTENT = place(HARBOUR, "“We waited nine years 🚢 for this,”")
MORE = place(HARBOUR, "“and it was worth it.”")
BROOK = place(HARBOUR, "Brook", nth=1)
TOLD = place(HARBOUR, "told")
ADA = place(HARBOUR, "Ada Brook")
VELM = place(HARBOUR, "Velm")
CLAIM = place(HARBOUR, "the harbour cost twice the sum")


@pytest.fixture
def hands(qtbot, tmp_path):
    with Project.open(make_project(tmp_path)) as project:
        made = Hands(project)
        qtbot.addWidget(made.view)
        yield made
        made.article.set_desk(None)


def test_a_label_key_marks_the_selection_and_selects_the_annotation(hands):
    made = hands.mark("p", ADA)
    assert (made.kind, made.label, made.parts) == (
        "entity",
        "PERSON",
        {"mention": (ADA,)},
    )
    assert hands.view.selected_mark() == made.id
    assert hands.view.selection() == ()
    assert hands.article.marks[made.id].state is MarkState.ACCEPTED
    assert hands.article.undo_name == "Mark PERSON “Ada Brook”"
    assert hands.article.document.layer.status is Status.IN_PROGRESS


def test_a_label_key_without_a_selection_relabels_the_selected(hands):
    made = hands.mark("p", VELM)
    hands.key("g")
    assert hands.article.current.label == "GPE"
    assert hands.article.current.id == made.id
    hands.article.undo()
    assert hands.article.current.label == "PERSON"


def test_a_label_of_another_kind_does_not_relabel(hands):
    made = hands.mark("p", VELM)
    hands.key("q")
    assert hands.annotations == [made]
    assert "Select text first" in hands.hints[-1]


def test_nothing_selected_gives_a_hint(hands):
    hands.key("p")
    assert hands.annotations == []
    assert hands.hints == ["Select text first; then p marks Person."]
    hands.key("s")
    assert "quote or claim" in hands.hints[-1]


def test_marking_the_same_twice_only_selects(hands):
    made = hands.mark("p", ADA)
    changes = len(hands.changes)
    again = hands.mark("p", ADA)
    assert again.id == made.id
    assert len(hands.annotations) == 1
    assert hands.changes[changes:][-1].change is None
    assert hands.hints[-1] == "This is marked already."


def test_a_quote_is_made_and_then_its_parts_by_one_key_each(hands):
    quote = hands.mark("q", CONTENT)
    assert hands.article.marks[quote.id].unfinished
    assert "s speaker" in hands.hints[-1]
    hands.select(BROOK)
    hands.key("s")
    assert hands.view.selected_mark() == quote.id
    assert not hands.article.marks[quote.id].unfinished
    hands.select(TOLD)
    hands.key("v")
    hands.select(MORE)
    hands.key("a")
    [made] = hands.annotations
    assert made.parts == {
        "content": (CONTENT, MORE),
        "speaker": (BROOK,),
        "cue": (TOLD,),
    }


def test_a_quote_of_two_fragments_in_one_gesture(hands):
    quote = hands.mark("q", CONTENT, MORE)
    assert quote.parts["content"] == (CONTENT, MORE)


def test_a_role_key_moves_the_part(hands):
    quote = hands.mark("q", CONTENT)
    hands.select(BROOK)
    hands.key("s")
    hands.select(ADA)
    hands.key("s")
    assert hands.article.item(quote.id).parts["speaker"] == (ADA,)
    hands.article.undo()
    assert hands.article.item(quote.id).parts["speaker"] == (BROOK,)


def test_a_role_key_takes_the_token_at_the_caret(hands):
    quote = hands.mark("q", CONTENT)
    hands.view.set_caret(BROOK.start + 2)
    hands.key("s")
    assert hands.article.item(quote.id).parts["speaker"] == (BROOK,)


def test_a_role_key_takes_the_entity_that_was_selected_after_the_quote(hands):
    name = hands.mark("p", ADA)
    quote = hands.mark("q", CONTENT)
    hands.view.select_mark(name.id)
    hands.key("s")
    assert hands.article.item(quote.id).parts["speaker"] == (ADA,)
    assert hands.view.selected_mark() == quote.id


def test_deselecting_lets_the_quote_go(hands):
    quote = hands.mark("q", CONTENT)
    hands.view.select_mark(None)
    hands.select(BROOK)
    hands.key("s")
    assert "speaker" not in hands.article.item(quote.id).parts


def test_a_part_can_be_taken_away_but_not_the_content(hands):
    quote = hands.mark("q", CONTENT)
    hands.select(BROOK)
    hands.key("s")
    hands.marking.clear_role(quote.id, "speaker")
    assert set(hands.article.item(quote.id).parts) == {"content"}
    hands.marking.clear_role(quote.id, "content")
    assert set(hands.article.item(quote.id).parts) == {"content"}
    assert "delete the whole annotation" in hands.hints[-1]


def test_delete_and_undo(hands):
    made = hands.mark("p", ADA)
    hands.marking.delete()
    assert hands.annotations == []
    assert made.id not in hands.article.marks
    hands.article.undo()
    assert hands.annotations == [made]
    assert hands.view.selected_mark() == made.id
    hands.article.redo()
    assert hands.annotations == []


def test_a_moved_boundary_keeps_the_annotation(hands):
    made = hands.mark("p", ADA)
    hands.view.boundary_moved.emit(made.id, "mention", 0, ADA.start - 6, ADA.end)
    moved = hands.article.item(made.id)
    assert moved.parts["mention"] == (Fragment(ADA.start - 6, ADA.end),)
    assert hands.article.marks[made.id].parts == moved.parts


def test_undo_reaches_the_other_article(hands):
    made = hands.mark("p", ADA)
    hands.article.open(hands.documents[1])
    hands.mark("p", place(BRIDGE, "Omar Haddad"))
    hands.article.undo()
    assert hands.article.document.document.id == hands.documents[1]
    hands.article.undo()
    assert hands.article.document.document.id == hands.documents[0]
    assert made.id not in hands.article.marks
    assert hands.annotations == []
    hands.article.redo()
    assert hands.article.current.parts == made.parts


def test_a_failed_save_changes_nothing_that_is_shown(hands, monkeypatch):
    def full(*_given):
        raise EnvironmentFault("The disk is full; make room and try again.")

    monkeypatch.setattr(hands.project.store, "commit", full)
    hands.select(ADA)
    hands.key("p")
    assert hands.annotations == []
    assert hands.article.marks == {}
    assert [str(e) for e in hands.failures] == [
        "The disk is full; make room and try again."
    ]
    assert hands.view.selection() == (ADA,)


# -- suggestions ---------------------------------------------------------------


@pytest.fixture
def suggested(hands):
    ids = suggest(
        hands.project,
        hands.documents[0],
        [
            ("entity", "PERSON", {"mention": [ADA]}, 0.9),
            ("entity", "ORG", {"mention": [VELM]}, 0.4),
            (
                "quote",
                "direct",
                {"content": [CONTENT], "speaker": [BROOK], "cue": [TOLD]},
                0.8,
            ),
        ],
    )
    hands.article.show(hands.article.desk.reload_suggestions())
    return ids


def test_suggestions_appear_when_they_are_reloaded(hands, suggested):
    assert set(hands.article.marks) == set(suggested)
    assert hands.article.pending_count == 3


def test_going_through_suggestions(hands, suggested):
    ada, velm, quote = suggested
    hands.review.next_suggestion()
    assert hands.view.selected_mark() == ada
    hands.review.accept()
    assert hands.view.selected_mark() == velm
    hands.review.reject()
    assert hands.view.selected_mark() == quote
    hands.review.accept()
    assert hands.article.pending_count == 0
    labels = {(a.label, tuple(sorted(a.parts))) for a in hands.annotations}
    assert labels == {
        ("PERSON", ("mention",)),
        ("direct", ("content", "cue", "speaker")),
    }
    hands.review.next_suggestion()
    assert hands.hints[-1] == "No suggestion is left in this article."


def test_going_back_and_round(hands, suggested):
    ada, _, quote = suggested
    hands.view.select_mark(ada)
    hands.review.previous_suggestion()
    assert hands.view.selected_mark() == quote
    hands.review.next_suggestion()
    assert hands.view.selected_mark() == ada


def test_the_first_suggestion_at_the_caret_is_not_passed_over(hands):
    whole = Fragment(0, HARBOUR.index("."))
    ids = suggest(
        hands.project,
        hands.documents[0],
        [
            ("claim", "claim", {"claim": [whole]}, 0.9),
            ("entity", "PERSON", {"mention": [Fragment(0, 15)]}, 0.9),
        ],
    )
    hands.article.show(hands.article.desk.reload_suggestions())
    hands.view.set_caret(0)
    for expected in (*ids, ids[0]):
        hands.review.next_suggestion()
        assert hands.view.selected_mark() == expected


def test_undo_of_accept_brings_the_suggestion_back(hands, suggested):
    ada = suggested[0]
    hands.view.select_mark(ada)
    hands.review.accept()
    assert ada not in hands.article.marks
    hands.article.undo()
    assert hands.article.marks[ada].state is MarkState.SUGGESTED
    assert hands.annotations == []


def test_a_label_key_corrects_the_selected_suggestion(hands, suggested):
    velm = suggested[1]
    hands.view.select_mark(velm)
    hands.key("g")
    made = hands.article.current
    assert isinstance(made, Annotation)
    assert made.label == "GPE"
    verdict = hands.article.document.layer.verdicts[velm]
    assert verdict.decision == "corrected"
    assert velm not in hands.article.marks


def test_a_role_key_corrects_the_selected_suggestion(hands, suggested):
    quote = suggested[2]
    hands.view.select_mark(quote)
    hands.select(ADA)
    hands.key("s")
    made = hands.article.current
    assert isinstance(made, Annotation)
    assert made.parts["speaker"] == (ADA,)
    assert quote not in hands.article.marks


def test_marking_a_quote_takes_speaker_and_cue_from_the_suggestion(hands, suggested):
    made = hands.mark("q", CONTENT)
    assert made.parts == {
        "content": (CONTENT,),
        "speaker": (BROOK,),
        "cue": (TOLD,),
    }
    assert suggested[2] not in hands.article.marks


def test_delete_rejects_a_suggestion_and_goes_on(hands, suggested):
    hands.view.select_mark(suggested[0])
    hands.marking.delete()
    assert suggested[0] not in hands.article.marks
    assert hands.view.selected_mark() == suggested[1]


def test_thresholds_pass_over_doubtful_suggestions(hands, suggested):
    ada, _, quote = suggested
    hands.review.set_thresholds({"entity": 0.5})
    hands.view.select_mark(ada)
    hands.review.next_suggestion()
    assert hands.view.selected_mark() == quote
    assert [s.id for s in hands.review.shown_suggestions()] == [ada, quote]
    hands.review.set_thresholds({})
    assert len(hands.review.shown_suggestions()) == 3


def test_accepting_many_is_one_step(hands, suggested):
    hands.review.accept_many(kind=None, label=None, min_score=0.5)
    assert len(hands.annotations) == 2
    hands.article.undo()
    assert hands.annotations == []
    assert len(hands.article.marks) == 3


# -- modes ---------------------------------------------------------------------


def test_a_sticky_label_marks_every_mouse_selection_until_it_is_let_go(hands):
    hands.marking.press_sticky(hands.keys["p"])
    assert hands.marking.mode == Sticky("entity", "PERSON")
    for fragment in (ADA, BROOK):
        hands.select(fragment)
        hands.view.selection_made.emit()
    assert [a.parts["mention"] for a in hands.annotations] == [(ADA,), (BROOK,)]
    hands.article.open(hands.documents[1])
    assert hands.marking.mode == Sticky("entity", "PERSON")
    hands.marking.press_sticky(hands.keys["p"])
    assert hands.marking.mode is None
    hands.select(place(BRIDGE, "Torsk"))
    hands.view.selection_made.emit()
    assert hands.annotations == []


def test_every_further_occurrence_is_previewed_and_marked_as_one_step(hands):
    hands.mark("g", VELM)
    hands.marking.preview_occurrences()
    further = (place(HARBOUR, "Velm", nth=1), place(HARBOUR, "Velm", nth=2))
    assert hands.marking.mode == Preview("entity", "GPE", further)
    assert hands.hints[-1] == "2 more places: Return marks, Esc leaves"
    assert len(hands.annotations) == 1
    hands.marking.confirm()
    assert hands.marking.mode is None
    assert {a.parts["mention"] for a in hands.annotations} == {
        (VELM,),
        *((f,) for f in further),
    }
    hands.article.undo()
    assert len(hands.annotations) == 1


def test_a_preview_can_be_left(hands):
    hands.mark("g", VELM)
    hands.marking.preview_occurrences()
    hands.marking.cancel()
    assert hands.marking.mode is None
    assert len(hands.annotations) == 1
    hands.marking.confirm()
    assert len(hands.annotations) == 1


def test_nothing_further_gives_a_hint(hands):
    hands.mark("p", ADA)
    hands.marking.preview_occurrences()
    assert hands.marking.mode is None
    assert "no further place" in hands.hints[-1]


def test_quotes_are_not_repeated(hands):
    hands.mark("q", CONTENT)
    assert hands.marking.repeatable is None
    hands.marking.preview_occurrences()
    assert hands.marking.mode is None


def test_a_claim_is_linked_to_the_quote_chosen_next(hands):
    quote = hands.mark("q", CONTENT)
    claim = hands.mark("c", CLAIM)
    hands.marking.start_link()
    assert hands.marking.mode == Linking(claim.id, {"quote": "made_in"})
    hands.marking.confirm()
    assert isinstance(hands.marking.mode, Linking)
    hands.view.select_mark(quote.id)
    hands.marking.confirm()
    assert hands.marking.mode is None
    [link] = hands.article.document.layer.links.values()
    assert (link.source, link.target, link.label) == (claim.id, quote.id, "made_in")


def test_opening_another_article_leaves_preview_and_linking(hands):
    hands.mark("c", CLAIM)
    hands.marking.start_link()
    hands.article.open(hands.documents[1])
    assert hands.marking.mode is None


# -- the rest ------------------------------------------------------------------


def test_copy_takes_the_selection_or_the_selected_mark(hands):
    hands.mark("q", CONTENT, MORE)
    hands.marking.copy()
    text = QGuiApplication.clipboard().text()
    assert text == "“We waited nine years 🚢 for this,” … “and it was worth it.”"
    hands.select(place(HARBOUR, "שלום"))
    hands.marking.copy()
    assert QGuiApplication.clipboard().text() == "שלום"


def test_the_place_in_an_article_is_remembered(hands):
    hands.view.set_caret(BROOK.start)
    hands.article.open(hands.documents[1])
    hands.article.open(hands.documents[0])
    assert hands.view.caret() == BROOK.start


def test_an_annotation_without_a_required_part_is_unfinished(hands):
    quote = hands.mark("q", CONTENT)
    schema = hands.project.schema
    assert mark_of(quote, schema).unfinished
    assert not mark_of(quote.with_part("speaker", (BROOK,)), schema).unfinished


def test_a_suggestion_shows_its_score_and_is_never_unfinished(hands, suggested):
    item = hands.article.item(suggested[2])
    assert isinstance(item, Suggestion)
    mark = mark_of(item, hands.project.schema)
    assert (mark.score, mark.unfinished, mark.main_role) == (0.8, False, "content")


@pytest.mark.parametrize("text", [HARBOUR, BRIDGE, "a", "…\n\nب. ג! “d.” e", "🚢🚢"])
def test_provisional_tokens_lie_in_the_text_and_leave_out_white_space(text):
    tokens = provisional_tokens(text)
    covered = set()
    for start, end in zip(tokens.starts, tokens.ends, strict=True):
        assert 0 <= start < end <= len(text)
        assert not any(c.isspace() for c in text[start:end])
        covered.update(range(start, end))
    assert covered == {i for i, c in enumerate(text) if not c.isspace()}
    assert set(tokens.sentences) <= set(tokens.starts)
    assert list(tokens.sentences) == sorted(set(tokens.sentences))


def test_provisional_sentences():
    tokens = provisional_tokens("One. Two!\n\n“Three?” Four")
    assert [tokens.starts.index(s) for s in tokens.sentences] == [0, 2, 4, 8]
