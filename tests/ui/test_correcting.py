"""Setting suggestions right, on a real desk and a real view."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from annotator.domain.annotations import Annotation, Decision, Suggestion
from annotator.services.project import Project
from annotator.ui.marking_modes import Correcting
from tests.ui.hands import Hands
from tests.ui.window_helpers import HARBOUR, make_project, place, suggest

CONTENT = place(HARBOUR, "“We waited nine years 🚢 for this,”")
MORE = place(HARBOUR, "“and it was worth it.”")
BROOK = place(HARBOUR, "Brook", nth=1)
TOLD = place(HARBOUR, "told")
REPORTERS = place(HARBOUR, "reporters")
ADA = place(HARBOUR, "Ada Brook")
VELM = place(HARBOUR, "Velm")
CLAIM = place(HARBOUR, "the harbour cost twice the sum")
Key = Qt.Key


@pytest.fixture
def hands(qtbot, tmp_path):
    with Project.open(make_project(tmp_path)) as project:
        made = Hands(project)
        qtbot.addWidget(made.view)
        yield made
        made.article.set_desk(None)


@pytest.fixture
def quote(hands):
    """A suggested quote, selected, with a wrong speaker and a further suggestion."""
    parts = {"content": [CONTENT], "speaker": [REPORTERS], "cue": [TOLD]}
    made = suggest(
        hands.project,
        hands.documents[0],
        [
            ("quote", "direct", parts, 0.8),
            ("entity", "PERSON", {"mention": [BROOK]}, 0.9),
            ("entity", "PERSON", {"mention": [VELM]}, 0.9),
            ("claim", "claim", {"claim": [CLAIM]}, 0.7),
        ],
    )
    hands.article.open(hands.documents[0])
    hands.view.select_mark(made[0])
    return made[0]


def verdicts(hands):
    return {
        v.suggestion_id: v.decision
        for v in hands.article.document.layer.verdicts.values()
    }


def correct(hands):
    """Return the annotation that was made."""
    (made,) = hands.annotations
    return made


def test_a_role_key_chooses_the_part_and_its_words(hands, quote):
    hands.key("s")
    assert hands.marking.mode.role == "speaker"
    assert hands.view.selection() == (REPORTERS,)
    assert hands.annotations == []


def test_choose_select_done_is_one_step_and_the_next_is_current(hands, quote):
    hands.key("s")
    hands.select(BROOK)
    drawn = hands.view.page.model.marks[quote]
    assert drawn.parts["speaker"] == (BROOK,)
    hands.key("v")
    hands.select(TOLD, REPORTERS)  # a cue is one fragment: the last
    hands.key("a")
    hands.select(CONTENT, MORE)
    hands.key("x")
    hands.marking.confirm()
    made = correct(hands)
    assert made.label == "mixed"
    assert made.parts == {
        "content": (CONTENT, MORE),
        "speaker": (BROOK,),
        "cue": (REPORTERS,),
    }
    assert made.origin == "suggestion:invented"
    assert verdicts(hands) == {quote: Decision.CORRECTED}
    assert hands.marking.mode is None
    assert hands.view.selection() == ()
    following = hands.article.current
    assert isinstance(following, Suggestion)
    assert following.parts == {"mention": (BROOK,)}
    hands.article.undo()
    assert hands.annotations == []
    assert verdicts(hands) == {}
    assert hands.article.current.id == quote
    assert hands.view.page.model.marks[quote].parts["speaker"] == (REPORTERS,)


def test_done_without_a_change_accepts(hands, quote):
    hands.marking.correct()
    assert hands.marking.mode.role == ""
    hands.marking.confirm()
    assert verdicts(hands) == {quote: Decision.ACCEPTED}
    assert hands.article.undo_name.startswith("Accept")


def test_esc_leaves_the_suggestion_as_it_was(hands, quote):
    before = hands.article.marks[quote]
    hands.key("s")
    hands.select(BROOK)
    hands.marking.cancel()
    assert hands.marking.mode is None
    assert hands.view.page.model.marks[quote] == before
    assert hands.view.selection() == ()
    assert hands.annotations == []
    assert hands.article.undo_name is None


def test_tab_goes_from_part_to_part(hands, quote, qtbot):
    hands.view.show()
    hands.marking.correct()
    seen = []
    for key in (Key.Key_Tab, Key.Key_Tab, Key.Key_Tab, Key.Key_Tab, Key.Key_Backtab):
        qtbot.keyClick(hands.view, key)
        seen.append(hands.marking.mode.role)
    assert seen == ["content", "speaker", "cue", "content", "cue"]
    assert hands.view.selected_mark() == quote


def test_shift_and_arrows_move_the_end_both_ways(hands, quote, qtbot):
    hands.view.show()
    hands.key("a")
    qtbot.keyClick(hands.view, Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    shorter = hands.marking.mode.parts["content"][0]
    assert shorter.start == CONTENT.start
    assert shorter.end < CONTENT.end
    for _ in range(2):
        qtbot.keyClick(hands.view, Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert hands.marking.mode.parts["content"][0].end > CONTENT.end


def test_an_edge_that_is_moved_moves_in_the_draft(hands, quote):
    hands.key("v")
    hands.view.move_edge(1, end=True)
    (cue,) = hands.marking.mode.parts["cue"]
    assert cue.start == TOLD.start
    assert cue.end == REPORTERS.end
    assert hands.view.selection() == (cue,)
    assert hands.annotations == []


def test_a_part_can_be_left_empty_but_not_the_content(hands, quote):
    hands.key("v")
    hands.marking.delete()
    assert "cue" not in hands.marking.mode.parts
    hands.key("a")
    hands.marking.delete()
    assert "content" in hands.marking.mode.parts
    assert "cannot be empty" in hands.hints[-1]
    hands.marking.confirm()
    assert set(correct(hands).parts) == {"content", "speaker"}
    assert verdicts(hands) == {quote: Decision.CORRECTED}


def test_a_missing_part_begins_at_the_end_of_the_content(hands, quote):
    hands.key("v")
    hands.marking.delete()
    hands.key("s")
    hands.key("v")
    assert hands.view.selection() == ()
    assert hands.view.caret() == CONTENT.end


def test_an_entity_that_is_clicked_is_taken(hands, quote):
    hands.key("s")
    entity = next(s for s in hands.article.document.pending() if s.kind == "entity")
    hands.marking.correction.click(entity)
    assert hands.marking.mode.parts["speaker"] == entity.parts["mention"]
    assert hands.view.selected_mark() == quote
    hands.key("a")
    hands.marking.correction.click(entity)
    assert hands.marking.mode.parts["content"] == (CONTENT,)


def test_going_elsewhere_leaves_the_correction(hands, quote, qtbot):
    hands.key("s")
    other = hands.article.document.pending()[0]
    assert other.id != quote
    hands.view.select_mark(other.id)
    qtbot.waitUntil(lambda: hands.marking.mode is None)
    assert hands.view.selected_mark() == other.id
    assert hands.view.page.model.marks[quote].parts["speaker"] == (REPORTERS,)


def test_what_is_done_meanwhile_ends_it_but_not_what_a_pipeline_finds(hands, quote):
    hands.key("s")
    hands.select(BROOK)
    hands.article.show(hands.article.desk.reload_suggestions())
    assert isinstance(hands.marking.mode, Correcting)
    hands.review.reject()
    assert hands.marking.mode is None
    assert verdicts(hands) == {quote: Decision.REJECTED}


def test_a_key_of_another_kind_does_nothing(hands, quote):
    hands.key("s")
    hands.key("p")
    assert hands.annotations == []
    assert hands.marking.mode.label == "direct"
    assert "no part or label of a quote" in hands.hints[-1]


def test_an_entity_has_one_part_only(hands, quote):
    entity = next(s for s in hands.article.document.pending() if s.kind == "entity")
    hands.view.select_mark(entity.id)
    hands.marking.correct()
    assert hands.marking.mode.role == "mention"
    hands.select(ADA)
    hands.marking.confirm()
    assert correct(hands).parts == {"mention": (ADA,)}


def test_words_that_were_chosen_go_to_the_role_at_once(hands, quote):
    """Whoever selects first and then presses the key needs no mode."""
    hands.select(BROOK)
    hands.key("s")
    assert hands.marking.mode is None
    assert correct(hands).parts["speaker"] == (BROOK,)
    assert verdicts(hands) == {quote: Decision.CORRECTED}


def test_only_suggestions_are_corrected(hands):
    hands.marking.correct()
    assert hands.marking.mode is None
    assert hands.hints[-1] == "Select a suggestion first."


def test_a_corrected_claim_is_linked_to_its_quote_as_an_accepted_one_is(hands):
    whole = place(HARBOUR, "Opponents say the harbour cost twice the sum that")
    hands.mark("q", whole)
    (claim,) = suggest(
        hands.project,
        hands.documents[0],
        [("claim", "claim", {"claim": [CLAIM]}, 0.7)],
    )
    hands.article.show(hands.article.desk.reload_suggestions())
    hands.view.select_mark(claim)
    hands.key("a")
    hands.view.move_edge(-1, end=True)
    hands.marking.confirm()
    (link,) = hands.article.document.layer.links.values()
    assert link.label == "made_in"
    assert isinstance(hands.article.item(link.source), Annotation)


def test_undo_of_a_verdict_selects_what_is_open_again(hands, quote):
    hands.review.reject()
    assert hands.article.current.id != quote
    hands.article.undo()
    assert hands.article.current.id == quote
