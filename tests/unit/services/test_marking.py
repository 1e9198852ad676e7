from dataclasses import replace

import pytest

from annotator.domain.annotations import Decision, Fragment
from annotator.domain.documents import Status
from annotator.domain.errors import InputError
from annotator.services import marking, reviewing
from annotator.services.occurrences import mark_all, occurrences
from tests.unit.services.builders import NEWS, TEXT, do, opened, place, suggest

QUOTE = suggest(
    "quote",
    "direct",
    content="“We will reopen it,”|“before the first snow falls.”",
    speaker="Lindqvist#1",
    cue="said",
)


def only(desk):
    (annotation,) = desk.layer.annotations.values()
    return annotation


def test_a_mark_is_trimmed_named_and_sets_the_document_in_progress():
    desk = opened()
    start, end = place("Ada Lindqvist")
    step = marking.mark(desk, NEWS, "entity", "PERSON", [Fragment(start - 1, end + 1)])
    assert step.name == "Mark PERSON “Ada Lindqvist”"
    do(desk, step)
    assert only(desk).parts == {"mention": (Fragment(start, end),)}
    assert desk.layer.status is Status.IN_PROGRESS


def test_marking_white_space_does_nothing():
    gap = TEXT.index(" Ada")
    assert (
        marking.mark(opened(), NEWS, "entity", "ORG", [Fragment(gap, gap + 1)]) is None
    )


def test_marking_the_same_twice_selects_what_is_there():
    desk = opened()
    first = do(desk, marking.mark(desk, NEWS, "entity", "GPE", [place("Norrby")]))
    again = marking.mark(desk, NEWS, "entity", "GPE", [place("Norrby")])
    assert (again.name, again.select, again.put) == ("", first, ())


def test_a_label_that_the_schema_lacks_is_refused():
    with pytest.raises(InputError, match="no entity label DRAGON"):
        marking.mark(opened(), NEWS, "entity", "DRAGON", [place("Ada")])


def test_a_quote_takes_speaker_and_cue_from_the_suggestion_it_overlaps():
    desk = opened(QUOTE)
    do(desk, marking.mark(desk, NEWS, "quote", "direct", QUOTE.parts["content"]))
    quote = only(desk)
    assert quote.parts == QUOTE.parts
    assert quote.origin == "suggestion:test_pipeline"
    assert desk.layer.verdicts[QUOTE.id].decision is Decision.ACCEPTED
    assert desk.pending() == []


def test_a_quote_cut_otherwise_corrects_the_suggestion():
    desk = opened(QUOTE)
    one = place("“We will reopen it,” Lindqvist said, “before the first snow falls.”")
    do(desk, marking.mark(desk, NEWS, "quote", "mixed", [one]))
    # Speaker and cue stand inside what was selected, so they are not lent.
    assert set(only(desk).parts) == {"content"}
    assert desk.layer.verdicts[QUOTE.id].decision is Decision.CORRECTED


def test_an_entity_inside_a_suggested_one_leaves_it_undecided():
    person = suggest("entity", "PERSON", mention="Ada Lindqvist")
    desk = opened(person)
    do(desk, marking.mark(desk, NEWS, "entity", "PERSON", [place("Ada")]))
    assert desk.layer.verdicts == {}


def test_another_label_on_a_suggested_place_corrects_it():
    person = suggest("entity", "ORG", mention="Norrby")
    desk = opened(person)
    do(desk, marking.mark(desk, NEWS, "entity", "GPE", [place("Norrby")]))
    assert desk.layer.verdicts[person.id].decision is Decision.CORRECTED


def test_editing_back_makes_a_verdict_accepted_again():
    person = suggest("entity", "PERSON", mention="Ada Lindqvist")
    desk = opened(person)
    made = do(desk, reviewing.accept(desk, NEWS, [person.id]))
    start, end = place("Ada Lindqvist")
    do(desk, marking.resize(desk, made, "mention", 0, Fragment(start - 6, end)))
    assert desk.layer.verdicts[person.id].decision is Decision.CORRECTED
    assert desk.layer.verdicts[person.id].annotation_id == made
    do(desk, marking.resize(desk, made, "mention", 0, Fragment(start, end)))
    assert desk.layer.verdicts[person.id].decision is Decision.ACCEPTED


def test_deleting_what_came_from_a_suggestion_rejects_it():
    person = suggest("entity", "PERSON", mention="Ada Lindqvist")
    desk = opened(person)
    made = do(desk, reviewing.accept(desk, NEWS, [person.id]))
    step = marking.delete(desk, NEWS, [made])
    inverse = desk.layer.inverse(step.change(desk.layer))
    do(desk, step)
    assert desk.layer.verdicts[person.id].decision is Decision.REJECTED
    desk.layer.apply(inverse)
    assert desk.layer.verdicts[person.id].decision is Decision.ACCEPTED
    assert made in desk.layer.annotations


def test_speaker_is_set_moved_and_cleared_and_content_grows():
    desk = opened()
    made = do(
        desk,
        marking.mark(desk, NEWS, "quote", "direct", [place("“We will reopen it,”")]),
    )
    do(desk, marking.set_part(desk, NEWS, made, "speaker", [place("Lindqvist", 1)]))
    do(desk, marking.set_part(desk, NEWS, made, "speaker", [place("Critics")]))
    assert only(desk).parts["speaker"] == (place("Critics"),)
    further = place("“before the first snow falls.”")
    step = marking.set_part(desk, NEWS, made, "content", [further], add=True)
    assert step.name.startswith("Add to content")
    do(desk, step)
    assert len(only(desk).parts["content"]) == 2
    do(desk, marking.set_part(desk, NEWS, made, "speaker", []))
    assert "speaker" not in only(desk).parts


def test_what_makes_no_sense_is_refused_in_words():
    desk = opened()
    made = do(
        desk,
        marking.mark(desk, NEWS, "quote", "direct", [place("“We will reopen it,”")]),
    )
    with pytest.raises(InputError, match="delete the whole annotation"):
        marking.set_part(desk, NEWS, made, "content", [])
    both = [place("Ada"), place("Critics")]
    with pytest.raises(InputError, match="takes one fragment"):
        marking.set_part(desk, NEWS, made, "speaker", both)
    with pytest.raises(InputError, match="no part called mention"):
        marking.set_part(desk, NEWS, made, "mention", [place("Ada")])


def test_a_claim_in_a_quote_is_linked_to_it_whichever_comes_first():
    inner, outer = place("We will reopen it"), place("“We will reopen it,”")
    for order in ((("claim", "claim", inner), ("quote", "direct", outer)),):
        for steps in (order, order[::-1]):
            desk = opened()
            for kind, label, where in steps:
                do(desk, marking.mark(desk, NEWS, kind, label, [where]))
            (link,) = desk.layer.links.values()
            kinds = desk.layer.annotations
            assert kinds[link.source].kind == "claim"
            assert kinds[link.target].kind == "quote"
            do(desk, marking.delete(desk, NEWS, [link.target]))
            assert desk.layer.links == {}


def test_links_follow_the_schema():
    desk = opened()
    person = do(desk, marking.mark(desk, NEWS, "entity", "PERSON", [place("Ada")]))
    town = do(desk, marking.mark(desk, NEWS, "entity", "GPE", [place("Norrby")]))
    with pytest.raises(InputError, match="no link made_in from a entity"):
        marking.link(desk, NEWS, person, town, "made_in")


def test_an_unchanged_edit_is_no_step():
    desk = opened()
    made = do(desk, marking.mark(desk, NEWS, "entity", "PERSON", [place("Ada")]))
    assert marking.relabel(desk, NEWS, made, "PERSON") is None
    assert marking.set_note(desk, made, "") is None
    assert marking.resize(desk, made, "mention", 0, place("Ada")) is None


def test_attributes_are_set_and_cleared():
    desk = opened()
    made = do(
        desk, marking.mark(desk, NEWS, "claim", "claim", [place("closed the bridge")])
    )
    do(desk, marking.set_attribute(desk, made, "checkable", "yes"))
    assert only(desk).attributes == {"checkable": "yes"}
    do(desk, marking.set_attribute(desk, made, "checkable", None))
    assert only(desk).attributes == {}


def test_further_occurrences_are_whole_tokens_not_yet_marked():
    text = "Iran, Iranian, Iran. IRAN; Iran"
    desk = opened(text=text)
    first = Fragment(0, 4)
    found = occurrences(desk, NEWS, first, "entity")
    assert [text[slice(*f)] for f in found] == ["Iran", "Iran"]
    assert [f.start for f in found] == [15, 27]
    do(desk, marking.mark(desk, NEWS, "entity", "GPE", [found[0]]))
    assert occurrences(desk, NEWS, first, "entity") == [found[1]]
    desk.tokens = None
    assert occurrences(desk, NEWS, first, "entity") == [found[1]]
    step = mark_all(desk, NEWS, "entity", "GPE", found)
    assert step.name == "Mark 2 more GPE “Iran”"
    assert {a.origin for a in step.put} == {"propagated"}


def test_marking_further_occurrences_decides_what_was_suggested_there():
    town = suggest("entity", "GPE", mention="Norrby#1")
    other = suggest("entity", "ORG", mention="Norrby")
    desk = opened(town, other)
    step = mark_all(desk, NEWS, "entity", "GPE", [place("Norrby"), place("Norrby", 1)])
    do(desk, step)
    assert desk.pending() == []
    assert desk.layer.verdicts[town.id].decision is Decision.ACCEPTED
    assert desk.layer.verdicts[other.id].decision is Decision.CORRECTED


def test_names_of_steps_have_one_pair_of_quotation_marks():
    opening = place("“We will reopen it,”")
    step = marking.mark(opened(), NEWS, "quote", "direct", [opening])
    assert step.name == "Mark direct “We will reopen it,”"


def test_accepting_all_from_a_score_on_is_one_step_and_doubles_nothing():
    high = suggest("entity", "PERSON", 0.95, mention="Ada Lindqvist")
    low = suggest("entity", "DATE", 0.4, mention="Monday")
    desk = opened(high, low, QUOTE)
    do(desk, marking.mark(desk, NEWS, "entity", "PERSON", [place("Ada Lindqvist")]))
    desk.layer.verdicts.clear()
    found = reviewing.matching(desk, kind="entity", min_score=0.5)
    assert found == [high]
    step = reviewing.accept(desk, NEWS, [s.id for s in desk.pending()])
    assert (step.name, step.select) == ("Accept 3 suggestions", None)
    do(desk, step)
    assert len(desk.layer.annotations) == 3
    assert desk.pending() == []
    assert reviewing.accept(desk, NEWS, [low.id]) is None


def test_reject_and_correct():
    date = suggest("entity", "DATE", mention="Monday")
    desk = opened(date, QUOTE)
    step = reviewing.reject(desk, NEWS, [date.id])
    assert step.name == "Reject DATE “Monday”"
    do(desk, step)
    assert desk.layer.annotations == {}
    do(desk, reviewing.correct(desk, NEWS, QUOTE.id, label="mixed"))
    assert only(desk).label == "mixed"
    assert desk.layer.verdicts[QUOTE.id].decision is Decision.CORRECTED


def test_changing_a_suggestion_corrects_it():
    desk = opened(QUOTE)
    do(desk, marking.set_part(desk, NEWS, QUOTE.id, "speaker", [place("Critics")]))
    assert only(desk).parts["speaker"] == (place("Critics"),)
    assert desk.layer.verdicts[QUOTE.id].decision is Decision.CORRECTED


def test_another_speaker_does_not_stand_for_the_one_before():
    known = replace(QUOTE, attributes={"speaker_entity": "Ada Lindqvist", "n": 1})
    moved = Fragment(known.parts["speaker"][0].start - 4, known.parts["speaker"][0].end)
    for fragments, left in (
        ([moved], {"speaker_entity": "Ada Lindqvist", "n": 1}),
        ([place("Norrby")], {"n": 1}),
        ([], {"n": 1}),
    ):
        desk = opened(known)
        do(desk, marking.set_part(desk, NEWS, known.id, "speaker", fragments))
        assert only(desk).attributes == left
    desk = opened(known)
    do(desk, reviewing.correct(desk, NEWS, known.id, parts={**known.parts}))
    assert only(desk).attributes == known.attributes
    elsewhere = [place("Norrby")]
    do(desk, marking.set_part(desk, NEWS, only(desk).id, "speaker", elsewhere))
    assert only(desk).attributes == {"n": 1}


def test_accepting_all_leaves_what_is_hidden():
    here, there = (
        suggest("entity", "PERSON", mention="Ada"),
        suggest("quote", "direct", content="“We will reopen it,”", speaker="Ada"),
    )
    desk = opened(here, there)
    limits = {"quote": 1.01, "entity": here.score}
    assert reviewing.matching(desk, limits=limits) == [here]
    assert reviewing.matching(desk, limits={}) == [here, there]
