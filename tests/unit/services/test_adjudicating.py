"""Settling the differences of several annotators."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.domain.documents import Status
from annotator.domain.errors import InputError
from annotator.domain.settling import How
from annotator.services.adjudicating import Adjudication, Rule, Sort
from annotator.services.changes import Changes
from annotator.services.project import Project
from tests.unit.services.committee import Committee

CONTENT = "“We will reopen it,”"
REST = "“before the first snow falls.”"


@pytest.fixture
def team(tmp_path):
    team = Committee(tmp_path)
    with team.project:
        yield team


def settlement(bench, annotation_id=None):
    """Return the settlement of an annotation, or the only one there is."""
    found = [
        s
        for s in bench.opened.layer.settlements.values()
        if annotation_id in (None, s.annotation_id)
    ]
    assert len(found) == 1
    return found[0]


def only(cases):
    assert len(cases) == 1, cases
    return cases[0]


def on_disk(team, bench):
    """Assert that what the bench has in memory is what the file says."""
    stored = team.store.layer(bench.opened.document.id, bench.annotator.id)
    held = bench.opened.layer
    assert stored.annotations == held.annotations
    assert stored.links == held.links
    assert stored.settlements == held.settlements
    assert stored.comments == held.comments
    assert stored.status == held.status


# -- taking --------------------------------------------------------------------


def test_what_is_open_after_layers_were_done(team):
    team.everybody("entity", "PERSON", "Ada Lindqvist")
    team.mark("ana", "entity", "GPE", "Norrby")
    team.mark("ben", "entity", "ORG", "Norrby")
    team.done()
    hearing = team.bench().hearing
    assert hearing.is_comparable
    assert [c.cluster.sorts for c in hearing.cases] == [(), (Sort.MISSED, Sort.LABEL)]
    assert len(hearing.agreed) == 1
    assert len(hearing.open) == 2


def test_layers_that_are_not_done_do_not_count(team):
    team.everybody("entity", "PERSON", "Ada Lindqvist")
    team.done(None, "ana")
    hearing = team.bench().hearing
    assert hearing.voters == (team.id("ana"),)
    assert not hearing.is_comparable
    assert team.bench().fill() is None


def test_take_one_annotators(team):
    team.mark("ana", "entity", "GPE", "Norrby")
    theirs = team.mark("ben", "entity", "ORG", "Norrby")
    team.done()
    bench = team.bench()
    case = only(bench.hearing.open)
    changes = bench.take(case.key, team.id("ben"))
    assert isinstance(changes, Changes)
    assert changes.name == "Take ben’s: ORG “Norrby”"
    assert team.gold() == [("ORG", "Norrby")]
    made = only(list(bench.opened.layer.annotations.values()))
    assert made.id != theirs.id
    assert made.origin == "settled"
    row = settlement(bench)
    assert (row.how, row.by, row.annotation_id) == (
        How.ADJUDICATED,
        team.lead.id,
        made.id,
    )
    assert [(s.annotator_id, s.annotation_id) for s in row.sources] == [
        (team.id("ben"), theirs.id)
    ]
    assert bench.hearing.open == []
    assert team.status() is Status.DONE
    on_disk(team, bench)


def test_parts_of_several(team):
    team.mark("ana", "quote", "direct", CONTENT, speaker="Lindqvist#1")
    team.mark("ben", "quote", "mixed", CONTENT + " Lindqvist said, " + REST)
    team.done(None, "ana", "ben")
    bench = team.bench()
    case = only(bench.hearing.open)
    assert set(case.cluster.rows) == {"label", "content", "speaker"}
    bench.take(case.key, team.id("ben"), {"speaker": team.id("ana")})
    made = only(list(bench.opened.layer.annotations.values()))
    assert made.label == "mixed"
    assert team.words(made).endswith("falls.”")
    assert made.parts["speaker"] == (team.place("Lindqvist#1", None),)
    taken = {s.annotator_id: set(s.parts) for s in settlement(bench).sources}
    assert taken[team.id("ana")] == {"speaker"}
    assert {"label", "content"} <= taken[team.id("ben")]


def test_an_attribute_goes_with_its_part(team):
    for name, speaker, who in (("ana", "Lindqvist#1", "Ada"), ("ben", "Critics", "X")):
        quote = team.mark(name, "quote", "direct", CONTENT, speaker=speaker)
        team.desk(name).set_attribute(quote.id, "speaker_entity", who)
    team.done(None, "ana", "ben")
    bench = team.bench()
    case = only(bench.hearing.open)
    bench.take(case.key, team.id("ben"), {"speaker": team.id("ana")})
    made = only(list(bench.opened.layer.annotations.values()))
    assert made.attributes == {"speaker_entity": "Ada"}
    key = only(bench.hearing.cases).key
    bench.take(
        key,
        team.id("ben"),
        {"speaker": team.id("ana"), "speaker_entity": team.id("ben")},
    )
    (again,) = bench.opened.layer.annotations.values()
    assert again.id == made.id
    assert again.attributes == {"speaker_entity": "X"}


def test_a_part_that_somebody_lacks_can_be_taken_too(team):
    team.mark("ana", "quote", "direct", CONTENT, speaker="Critics")
    team.mark("ben", "quote", "direct", CONTENT)
    team.done(None, "ana", "ben")
    bench = team.bench()
    case = only(bench.hearing.open)
    bench.take(case.key, team.id("ana"), {"speaker": team.id("ben")})
    made = only(list(bench.opened.layer.annotations.values()))
    assert set(made.parts) == {"content"}


def test_take_none(team):
    team.mark("ana", "entity", "GPE", "Norrby")
    team.done()
    bench = team.bench()
    bench.take_none(only(bench.hearing.open).key)
    assert team.gold() == []
    row = settlement(bench)
    assert (row.annotation_id, row.sources) == ("", ())
    assert bench.hearing.open == []
    assert team.status() is Status.DONE


def test_take_two_of_them(team):
    team.mark("ana", "entity", "ORG", "Ada Lindqvist 👩‍💼 closed the bridge")
    team.mark("ben", "entity", "PERSON", "Ada Lindqvist")
    team.done(None, "ana", "ben")
    bench = team.bench()
    bench.take(only(bench.hearing.open).key, team.id("ana"))
    bench.take(only(bench.hearing.cases).key, team.id("ben"), also=True)
    assert sorted(label for label, _ in team.gold()) == ["ORG", "PERSON"]
    assert len(bench.opened.layer.settlements) == 2
    assert bench.hearing.open == []
    bench.take(only(bench.hearing.cases).key, team.id("ben"), also=True)
    assert len(team.gold()) == 2


def test_deciding_again_replaces_what_was_decided(team):
    team.mark("ana", "entity", "GPE", "Norrby")
    team.mark("ben", "entity", "ORG", "Norrby")
    team.done()
    bench = team.bench()
    for name in ("ana", "ben", "ana"):
        bench.take(only(bench.hearing.cases).key, team.id(name))
    assert team.gold() == [("GPE", "Norrby")]
    bench.take_none(only(bench.hearing.cases).key)
    assert team.gold() == []
    assert settlement(bench).annotation_id == ""


def test_open_again(team):
    team.mark("ana", "entity", "GPE", "Norrby")
    team.done()
    bench = team.bench()
    bench.take(only(bench.hearing.open).key, team.id("ana"))
    bench.reopen(only(bench.hearing.cases).key)
    assert team.gold() == []
    assert bench.opened.layer.settlements == {}
    assert team.status() is Status.IN_PROGRESS
    assert bench.reopen(only(bench.hearing.open).key) is None
    bench.undo()
    assert team.gold() == [("GPE", "Norrby")]
    assert bench.hearing.open == []


def test_what_is_not_there_cannot_be_taken(team):
    team.mark("ana", "entity", "GPE", "Norrby")
    team.done()
    bench = team.bench()
    key = only(bench.hearing.open).key
    with pytest.raises(InputError, match="nothing here"):
        bench.take(key, team.id("ben"))
    with pytest.raises(InputError, match="not there any more"):
        bench.take("no such key", team.id("ana"))
    assert team.gold() == []


# -- undo ----------------------------------------------------------------------


def test_each_decision_is_one_step_back(team):
    team.mark("ana", "entity", "GPE", "Norrby")
    team.mark("ana", "entity", "PERSON", "Ada Lindqvist")
    team.done()
    bench = team.bench()
    for case in bench.hearing.open:
        bench.take(case.key, team.id("ana"))
    bench.comment(0, 5, "Why “Mayor”?")
    assert team.status() is Status.DONE
    before = bench.opened.layer
    whole = (dict(before.annotations), dict(before.settlements), dict(before.comments))
    names = []
    while (changes := bench.undo()) is not None:
        names.append(changes.name)
        on_disk(team, bench)
    assert names == [
        "Comment “Why “Mayor”?”",
        "Take ana’s: GPE “Norrby”",
        "Take ana’s: PERSON “Ada Lindqvist”",
    ]
    assert (team.gold(), before.settlements, before.comments) == ([], {}, {})
    assert len(bench.hearing.open) == 2
    assert team.status() is Status.TODO
    while bench.redo() is not None:
        on_disk(team, bench)
    assert whole == (before.annotations, before.settlements, before.comments)
    assert team.status() is Status.DONE


def test_undo_survives_a_restart(team):
    team.mark("ana", "entity", "GPE", "Norrby")
    team.done()
    bench = team.bench()
    bench.take(only(bench.hearing.open).key, team.id("ana"))
    with Project.open(team.project.path) as again:
        other = Adjudication(again, team.lead)
        other.open(team.first)
        assert other.hearing.open == []
        other.undo()
        assert other.opened.layer.annotations == {}
        assert len(other.hearing.open) == 1


# -- what is new afterwards ----------------------------------------------------


def settled_on_ana(team):
    mine = team.mark("ana", "entity", "GPE", "Norrby")
    theirs = team.mark("ben", "entity", "ORG", "Norrby")
    team.done(None, "ana", "ben")
    bench = team.bench()
    bench.take(only(bench.hearing.open).key, team.id("ana"))
    return mine, theirs


def test_a_decision_survives_reading_again(team):
    settled_on_ana(team)
    assert team.bench().hearing.open == []


def test_an_annotation_changed_after_settling_opens_it_again(team):
    _, theirs = settled_on_ana(team)
    team.desk("ben").relabel(theirs.id, "LOC")
    bench = team.bench()
    case = only(bench.hearing.open)
    assert case.is_reopened
    assert [a.label for a in case.gold] == ["GPE"]
    assert bench.fill() is not None
    assert team.status() is Status.IN_PROGRESS
    bench.keep(case.key)
    assert team.gold() == [("GPE", "Norrby")]
    assert team.bench().hearing.open == []
    assert team.status() is Status.DONE
    assert [s.annotator_id for s in settlement(bench).sources] == [team.id("ana")]


def test_whoever_comes_to_agree_opens_nothing(team):
    _, theirs = settled_on_ana(team)
    team.desk("ben").relabel(theirs.id, "GPE")
    assert team.bench().hearing.open == []


def test_the_winner_changing_opens_it_again(team):
    mine, _ = settled_on_ana(team)
    team.desk("ana").relabel(mine.id, "LOC")
    assert only(team.bench().hearing.open).is_reopened


def test_deleting_opens_it_again(team):
    mine, _ = settled_on_ana(team)
    team.desk("ana").delete([mine.id])
    case = only(team.bench().hearing.open)
    assert [a.label for a in case.gold] == ["GPE"]


def test_what_nobody_has_any_more_is_asked_about(team):
    mine, theirs = settled_on_ana(team)
    team.desk("ana").delete([mine.id])
    team.desk("ben").delete([theirs.id])
    bench = team.bench()
    case = only(bench.hearing.open)
    assert not case.cluster.members
    bench.keep(case.key)
    bench = team.bench()
    assert bench.hearing.open == []
    assert team.gold() == [("GPE", "Norrby")]
    bench.undo()
    bench.take_none(only(bench.hearing.open).key)
    assert team.gold() == []
    assert team.bench().hearing.open == []


def test_somebody_who_comes_later(team):
    settled_on_ana(team)
    team.done(None, "cem")
    assert team.bench().hearing.open == []  # a person had decided
    team.mark("cem", "entity", "GPE", "Norrby")
    assert team.bench().hearing.open == []  # the same as gold
    team.mark("cem", "entity", "PERSON", "Ada Lindqvist")
    assert len(team.bench().hearing.open) == 1


def test_somebody_who_comes_later_with_something_else(team):
    settled_on_ana(team)
    team.mark("cem", "entity", "FAC", "Norrby")
    team.done(None, "cem")
    assert only(team.bench().hearing.open).is_reopened


def test_unanimous_no_longer(team):
    for name in ("ana", "ben"):
        team.mark(name, "entity", "GPE", "Norrby")
    team.done(None, "ana", "ben")
    team.bench().fill()
    assert team.status() is Status.DONE
    team.done(None, "cem")
    bench = team.bench()
    case = only(bench.hearing.open)
    assert case.cluster.sorts == (Sort.MISSED,)
    assert bench.fill(Rule.MAJORITY) is not None
    assert settlement(bench).how is How.MAJORITY
    assert team.status() is Status.DONE


def test_a_decision_that_gold_lost_is_open(team):
    settled_on_ana(team)
    bench = team.bench()
    from annotator.services.desk import Desk

    plain = Desk(team.project, bench.annotator)
    plain.open(team.first)
    plain.delete(list(plain.opened.layer.annotations))
    assert len(team.bench().hearing.open) == 1


# -- by rule -------------------------------------------------------------------


def test_fill_what_is_unanimous(team):
    team.everybody("entity", "PERSON", "Ada Lindqvist")
    team.mark("ana", "entity", "GPE", "Norrby")
    team.mark("ben", "entity", "GPE", "Norrby")
    team.done()
    bench = team.bench()
    changes = bench.fill()
    assert changes.name == "Take 1 annotation by rule"
    assert team.gold() == [("PERSON", "Ada Lindqvist")]
    row = settlement(bench)
    assert (row.how, len(row.sources)) == (How.UNANIMOUS, 3)
    assert team.status() is Status.IN_PROGRESS
    assert bench.fill() is None
    bench.fill(Rule.MAJORITY)
    assert team.gold()[1:] == [("GPE", "Norrby")]
    assert team.status() is Status.DONE
    assert bench.fill(Rule.MAJORITY) is None


def test_that_most_have_nothing_decides_nothing(team):
    team.mark("ana", "entity", "GPE", "Norrby")
    team.done()
    bench = team.bench()
    bench.fill(Rule.MAJORITY)
    assert team.gold() == []
    assert len(bench.hearing.open) == 1


def test_half_is_no_majority(team):
    team.mark("ana", "entity", "GPE", "Norrby")
    team.mark("ben", "entity", "ORG", "Norrby")
    team.done(None, "ana", "ben")
    bench = team.bench()
    bench.fill(Rule.MAJORITY)
    assert team.gold() == []


def test_a_majority_for_each_part_of_a_frame(team):
    team.mark("ana", "quote", "direct", CONTENT, speaker="Lindqvist#1")
    team.mark("ben", "quote", "direct", CONTENT, speaker="Critics", cue="said")
    team.mark("cem", "quote", "mixed", CONTENT, speaker="Lindqvist#1", cue="said")
    team.done()
    bench = team.bench()
    bench.fill(Rule.MAJORITY)
    made = only(list(bench.opened.layer.annotations.values()))
    assert made.label == "direct"
    assert made.parts["speaker"] == (team.place("Lindqvist#1", None),)
    assert made.parts["cue"] == (team.place("said", None),)
    sources = {s.annotator_id: set(s.parts) for s in settlement(bench).sources}
    assert sources == {
        team.id("ana"): {"label", "content", "speaker"},
        team.id("ben"): {"label", "content", "cue"},
        team.id("cem"): {"content", "speaker", "cue"},
    }


def test_a_frame_without_a_majority_for_one_part_stays_open(team):
    for name, speaker in (("ana", "Lindqvist#1"), ("ben", "Critics"), ("cem", "Ada")):
        team.mark(name, "quote", "direct", CONTENT, speaker=speaker)
    team.done()
    bench = team.bench()
    bench.fill(Rule.MAJORITY)
    assert team.gold() == []


def test_attributes_are_merged_unless_they_contradict(team):
    for name in ("ana", "ben", "cem"):
        team.mark(name, "claim", "claim", "Norrby has waited long enough")
    claims = {
        name: next(iter(team.desk(name).opened.layer.annotations))
        for name in team.people
    }
    team.desk("ana").set_attribute(claims["ana"], "checkable", "no")
    team.desk("ben").set_attribute(claims["ben"], "topic", "other")
    team.done()
    bench = team.bench()
    bench.fill()
    made = only(list(bench.opened.layer.annotations.values()))
    assert made.attributes == {"checkable": "no", "topic": "other"}
    team.desk("cem").set_attribute(claims["cem"], "checkable", "yes")
    bench = team.bench()
    case = only(bench.hearing.open)
    assert case.cluster.sorts == (Sort.ATTRIBUTE,)
    assert bench.fill(Rule.MAJORITY).change.put == ()
    bench.take(case.key, team.id("ana"), {"checkable": team.id("cem")})
    (made,) = bench.opened.layer.annotations.values()
    assert made.attributes == {"checkable": "yes"}


def test_notes_are_kept_and_are_no_difference(team):
    for name in ("ana", "ben"):
        made = team.mark(name, "entity", "GPE", "Norrby")
        team.desk(name).set_note(made.id, f"so says {name}")
    team.done(None, "ana", "ben")
    bench = team.bench()
    bench.fill()
    made = only(list(bench.opened.layer.annotations.values()))
    assert sorted(made.note.split("\n")) == ["so says ana", "so says ben"]


def test_no_rule_changes_what_a_person_decided(team):
    mine, theirs = settled_on_ana(team)
    team.desk("ana").relabel(mine.id, "LOC")
    team.desk("ben").relabel(theirs.id, "LOC")
    bench = team.bench()
    case = only(bench.hearing.open)
    assert case.cluster.is_agreed
    bench.fill()
    assert team.gold() == [("GPE", "Norrby")]
    bench.take(case.key, team.id("ben"))
    assert team.gold() == [("LOC", "Norrby")]


def test_a_rule_goes_with_those_who_all_changed_their_minds(team):
    team.everybody("entity", "GPE", "Norrby")
    team.done()
    team.bench().fill()
    for name in team.people:
        desk = team.desk(name)
        desk.relabel(next(iter(desk.opened.layer.annotations)), "LOC")
    bench = team.bench()
    bench.fill()
    assert team.gold() == [("LOC", "Norrby")]
    assert len(bench.opened.layer.settlements) == 1


def test_gold_that_was_there_before_is_adopted_or_left(team):
    gold = team.project.annotator("gold")
    from annotator.services.desk import Desk

    desk = Desk(team.project, gold)
    desk.open(team.first)
    same = desk.mark("entity", "GPE", [team.place("Norrby", None)]).select
    desk.mark("entity", "ORG", [team.place("Ada Lindqvist", None)])
    team.everybody("entity", "GPE", "Norrby")
    team.everybody("entity", "PERSON", "Ada Lindqvist")
    team.done()
    bench = team.bench()
    assert len(bench.hearing.open) == 2
    bench.fill()
    assert settlement(bench).annotation_id == same
    assert sorted(team.gold()) == [("GPE", "Norrby"), ("ORG", "Ada Lindqvist")]
    case = only(bench.hearing.open)
    assert [a.label for a in case.gold] == ["ORG"]
    bench.take(case.key, team.id("ana"))
    assert sorted(team.gold()) == [("GPE", "Norrby"), ("PERSON", "Ada Lindqvist")]


def test_two_who_found_nothing_have_settled_it(team):
    team.done(None, "ana", "ben")
    bench = team.bench()
    changes = bench.fill()
    assert changes.name == "Settle the article"
    assert team.status() is Status.DONE
    assert bench.fill() is None


def test_only_some_annotators(team):
    for name in ("ana", "ben"):
        team.mark(name, "entity", "GPE", "Norrby")
    team.done()
    some = [team.id("ana"), team.id("ben")]
    bench = team.bench(only=some)
    bench.fill()
    assert settlement(bench).how is How.UNANIMOUS
    assert len(team.bench().hearing.open) == 1


def test_the_same_twice_in_one_layer(team):
    team.everybody("entity", "GPE", "Norrby")
    team.mark("ana", "entity", "ORG", "Norrby")
    desk = team.desk("ana")
    twin = next(a for a in desk.opened.layer.annotations.values() if a.label == "ORG")
    desk.relabel(twin.id, "GPE")
    team.done()
    bench = team.bench()
    bench.fill()
    assert team.gold() == [("GPE", "Norrby")]
    bench.take_none(only(bench.hearing.open).key)
    assert team.bench().hearing.open == []


# -- links ---------------------------------------------------------------------


def linked(team, name):
    quote = team.mark(name, "quote", "direct", CONTENT)
    claim = team.mark(name, "claim", "claim", "We will reopen it")
    links = team.desk(name).opened.layer.links.values()
    assert [(k.source, k.target) for k in links] == [(claim.id, quote.id)]


def test_links_go_over_when_both_ends_do(team):
    linked(team, "ana")
    team.done(None, "ana", "ben")
    bench = team.bench()
    first, second = bench.hearing.open
    bench.take(first.key, team.id("ana"))
    assert bench.opened.layer.links == {}
    bench.take(second.key, team.id("ana"))
    link = only(list(bench.opened.layer.links.values()))
    assert link.label == "made_in"
    assert bench.opened.layer.annotations[link.source].kind == "claim"
    on_disk(team, bench)
    bench.take_none(first.key)
    assert bench.opened.layer.links == {}
    bench.undo()
    assert len(bench.opened.layer.links) == 1
    on_disk(team, bench)


def test_links_that_most_have_go_over(team):
    for name in team.people:
        linked(team, name)
    for name in ("ana", "ben"):
        desk = team.desk(name)
        desk.unlink(next(iter(desk.opened.layer.links)))
    team.done()
    bench = team.bench()
    bench.fill()
    assert bench.opened.layer.links == {}
    desk = team.desk("ana")
    assert [desk.undo().name for _ in range(2)] == ["Set done", "Remove link"]
    team.done(None, "ana")
    again = team.bench()
    again.take(again.hearing.cases[0].key, team.id("ana"))
    assert len(again.opened.layer.links) == 1


# -- by hand -------------------------------------------------------------------


def test_marking_by_hand_settles_the_difference_under_it(team):
    team.mark("ana", "entity", "GPE", "Norrby")
    team.mark("ben", "entity", "ORG", "Norrby")
    team.done()
    bench = team.bench()
    changes = bench.mark("entity", "FAC", [team.place("Norrby", None)])
    row = settlement(bench)
    assert (row.how, row.by, row.sources) == (How.ADJUDICATED, team.lead.id, ())
    assert row.annotation_id == changes.select
    assert bench.hearing.open == []
    assert team.status() is Status.DONE
    bench.undo()
    assert team.gold() == []
    assert len(bench.hearing.open) == 1


def test_marking_what_nobody_had_has_its_own_settlement(team):
    team.done()
    bench = team.bench()
    made = bench.mark("entity", "DATE", [team.place("Monday", None)]).select
    assert settlement(bench).annotation_id == made
    assert bench.hearing.open == []
    assert team.bench().hearing.open == []
    bench.delete([made])
    assert bench.opened.layer.settlements == {}


def test_a_mark_beside_others_takes_nothing_from_them(team):
    team.mark("ana", "entity", "PERSON", "Ada Lindqvist")
    team.done()
    bench = team.bench()
    bench.mark("entity", "GPE", [team.place("Ada", None)])
    assert len(bench.hearing.open) == 1
    bench.take(only(bench.hearing.open).key, team.id("ana"))
    assert sorted(label for label, _ in team.gold()) == ["GPE", "PERSON"]


def test_the_difference_somebody_is_at_comes_first(team):
    team.mark("ana", "entity", "PERSON", "Ada Lindqvist")
    team.done()
    bench = team.bench()
    bench.current = only(bench.hearing.open).key
    bench.mark("entity", "PERSON", [team.place("Ada", None)])
    assert bench.hearing.open == []


def test_changing_what_was_taken_is_still_from_there(team):
    team.mark("ana", "entity", "GPE", "Norrby")
    team.done()
    bench = team.bench()
    made = bench.take(only(bench.hearing.open).key, team.id("ana")).select
    bench.relabel(made, "LOC")
    row = settlement(bench)
    assert [s.annotator_id for s in row.sources] == [team.id("ana")]
    assert bench.hearing.open == []
    assert team.bench().hearing.open == []


def test_deleting_what_was_taken_is_a_decision_for_none(team):
    team.mark("ana", "entity", "GPE", "Norrby")
    team.done()
    bench = team.bench()
    made = bench.take(only(bench.hearing.open).key, team.id("ana")).select
    bench.delete([made])
    assert settlement(bench).annotation_id == ""
    assert bench.hearing.open == []
    assert team.status() is Status.DONE
    on_disk(team, bench)


def test_changing_what_the_rule_took_names_the_lead(team):
    team.everybody("entity", "GPE", "Norrby")
    team.done()
    bench = team.bench()
    bench.fill()
    made = next(iter(bench.opened.layer.annotations))
    bench.relabel(made, "LOC")
    row = settlement(bench)
    assert (row.how, row.by) == (How.ADJUDICATED, team.lead.id)
    assert bench.hearing.open == []
    bench.undo()
    assert settlement(bench).how is How.UNANIMOUS


def test_the_state_can_be_set_by_hand(team):
    team.done()
    bench = team.bench()
    bench.set_status(Status.FLAGGED)
    assert team.status() is Status.FLAGGED


# -- comments ------------------------------------------------------------------


def test_comments_are_for_everybody(team):
    team.mark("ana", "entity", "GPE", "Norrby")
    team.done()
    bench = team.bench()
    bench.comment(0, 5, "  Is “Mayor” part of it?  ")
    comment = only(list(team.desk("ana").opened.layer.comments.values()))
    assert (comment.author, comment.text) == (team.lead.id, "Is “Mayor” part of it?")
    assert bench.comment(0, 5, " ") is None
    bench.resolve(comment.id)
    comment = only(list(team.desk("ben").opened.layer.comments.values()))
    assert comment.resolved
    assert bench.resolve(comment.id) is None
    assert bench.resolve("none") is None


def test_a_rule_has_nothing_to_say(team):
    bench = Adjudication(team.project)
    bench.open(team.first)
    with pytest.raises(InputError, match="somebody"):
        bench.comment(0, 5, "Why?")


def test_there_are_no_suggestions_on_the_bench(team):
    bench = team.bench()
    assert bench.opened.suggestions == {}
    assert bench.reload_suggestions().suggestions is False


# -- whatever is decided -------------------------------------------------------


@settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.randoms(use_true_random=False))
def test_everything_can_be_settled_and_taken_back(tmp_path_factory, random):
    team = Committee(tmp_path_factory.mktemp("random"))
    with team.project:
        words = ["Ada Lindqvist", "Ada", "the bridge", "Monday", "Norrby", "Norrby#1"]
        for name in random.sample([*team.people], random.randint(2, 3)):
            for word in random.sample(words, random.randint(0, 4)):
                label = random.choice(["GPE", "ORG"])
                team.mark(name, "entity", label, word)
            if random.random() < 0.6:
                speaker = random.choice(["Lindqvist#1", "Critics"])
                team.mark(name, "quote", "direct", CONTENT, speaker=speaker)
            team.done(None, name)
        bench = team.bench()
        bench.fill(random.choice([*Rule]))
        while bench.hearing.open:
            case = random.choice(bench.hearing.open)
            names = [*case.cluster.members]
            if random.random() < 0.3:
                bench.take_none(case.key)
            elif random.random() < 0.5:
                bench.take(case.key, random.choice(names))
            else:
                row = random.choice(case.cluster.rows or ("label",))
                parts = {row: random.choice(names)}
                bench.take(case.key, random.choice(names), parts)
        on_disk(team, bench)
        assert team.status() is Status.DONE
        assert team.bench().hearing.open == []
        assert team.bench().fill(Rule.MAJORITY) is None
        settled = {s.annotation_id for s in bench.opened.layer.settlements.values()}
        assert set(bench.opened.layer.annotations) == settled - {""}
        while bench.undo() is not None:
            on_disk(team, bench)
        assert bench.opened.layer.annotations == {}
        assert bench.opened.layer.settlements == {}
