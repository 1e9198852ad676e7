"""Settling a whole project by rule, and what annotators are told afterwards."""

from __future__ import annotations

import pytest

from annotator.domain.documents import Status
from annotator.domain.errors import CancelledError, InputError
from annotator.domain.progress import Progress
from annotator.domain.settling import How
from annotator.services.adjudicating import Rule, Sort
from annotator.services.auto_adjudicating import (
    AutoRequest,
    adjudicate,
    as_lines,
)
from annotator.services.overruled import overruled
from tests.unit.services.committee import Committee


@pytest.fixture
def team(tmp_path):
    team = Committee(tmp_path)
    team.everybody("entity", "PERSON", "Ada Lindqvist")
    for name in ("ana", "ben"):
        team.mark(name, "entity", "GPE", "Norrby")
    team.mark("cem", "entity", "DATE", "Monday")
    team.done()
    team.mark("ana", "entity", "DATE", "Friday", document=team.second)
    team.done(team.second, "ana")
    with team.project:
        yield team


def test_unanimous_then_majority_then_nothing_more(team):
    report = adjudicate(team.project.path, AutoRequest())
    assert (report.documents, report.too_few) == (1, 1)
    assert report.taken == {How.UNANIMOUS: 1}
    assert report.sorts == {Sort.MISSED: 2}
    assert as_lines(report) == [
        "Compared ana, ben, cem on 1 article (1 done by one of them only).",
        "Taken now: 1 unanimous.",
        "Left open: 2 differences (2 missed).",
        "Settled: 0 of 1 article.",
        f"The project as it was is in {report.backup}.",
    ]
    report = adjudicate(team.project.path, AutoRequest(Rule.MAJORITY))
    assert report.taken == {How.MAJORITY: 1}
    assert as_lines(report)[1:3] == [
        "Taken now: 0 unanimous, 1 by majority.",
        "Left open: 1 difference (1 missed).",
    ]
    operations = len(team.store.operations(team.project.annotator("gold").id))
    again = adjudicate(team.project.path, AutoRequest(Rule.MAJORITY))
    assert not again.taken
    assert again.open == 1
    gold = team.project.annotator("gold")
    assert len(team.store.operations(gold.id)) == operations
    assert len(team.gold()) == 2


def test_only_some_annotators_and_kinds(team):
    request = AutoRequest(annotators=("ana", "ben"), kinds=frozenset({"quote"}))
    report = adjudicate(team.project.path, request)
    assert report.annotators == ("ana", "ben")
    assert not report.taken
    assert report.open == 2
    request = AutoRequest(annotators=("ana", "ben"), by="lead")
    report = adjudicate(team.project.path, request)
    assert report.taken == {How.UNANIMOUS: 2}
    assert report.settled == 1
    gold = team.project.annotator("gold")
    rows = team.store.settlements(gold.id)[team.first].values()
    assert {row.by for row in rows} == {team.lead.id}
    assert team.status() is Status.DONE


@pytest.mark.parametrize(
    ("request_", "said"),
    [
        (AutoRequest(annotators=("dora",)), "no annotator dora; it has ana, ben"),
        (AutoRequest(by="dora"), "no annotator dora"),
        (AutoRequest(annotators=("gold", "ana")), "no annotator gold"),
        (AutoRequest(kinds=frozenset({"verb"})), "no kind “verb”; it has entity"),
        (AutoRequest(annotators=("ana",)), "done by two annotators yet"),
    ],
)
def test_what_cannot_be_settled_is_refused(team, request_, said):
    with pytest.raises(InputError, match=said):
        adjudicate(team.project.path, request_)
    assert team.gold() == []


class StopsBeforeTheSecond(Progress):
    """Of two documents."""

    def step(self, done: int, total: int) -> None:
        if (done, total) == (1, 2):
            self.cancel()
        super().step(done, total)


def test_a_stop_keeps_what_was_settled(team):
    for name in ("ben", "cem"):
        team.mark(name, "entity", "DATE", "Friday", document=team.second)
    team.done(team.second, "ben", "cem")
    with pytest.raises(CancelledError):
        adjudicate(team.project.path, AutoRequest(), StopsBeforeTheSecond())
    assert (team.gold(), team.gold(team.second)) == ([("PERSON", "Ada Lindqvist")], [])
    adjudicate(team.project.path, AutoRequest())
    assert team.gold(team.second) == [("DATE", "Friday")]


# -- afterwards ----------------------------------------------------------------


def told(team, name):
    return [
        (
            one.mine.label if one.mine else "",
            one.gold.label if one.gold else "",
            one.sorts[0],
            one.how,
        )
        for one in overruled(team.store, team.people[name])
        if one.sorts
    ]


def test_annotators_are_told_where_they_were_overruled(team):
    adjudicate(team.project.path, AutoRequest(Rule.MAJORITY))
    assert told(team, "cem") == []  # not settled yet
    bench = team.bench()
    (case,) = bench.hearing.open
    bench.comment(*case.extent, "A weekday is a DATE.")
    bench.take(case.key, team.id("cem"))
    assert told(team, "cem") == [("", "GPE", Sort.MISSED, How.MAJORITY)]
    assert told(team, "ana") == [("", "DATE", Sort.MISSED, How.ADJUDICATED)]
    (place,) = overruled(team.store, team.people["ana"])
    assert place.fragments == (team.place("Monday", None),)
    assert [c.text for c in place.comments] == ["A weekday is a DATE."]
    bench.take_none(bench.hearing.case_of(case.cluster.members[team.id("cem")].id).key)
    assert told(team, "ana") == []
    assert told(team, "cem")[0] == ("DATE", "", Sort.MISSED, None)


def test_comments_are_told_to_whoever_has_begun_the_document(team):
    bench = team.bench()
    bench.comment(*team.place("Monday", None), "Which Monday?")
    (place,) = overruled(team.store, team.people["ana"])
    assert (place.sorts, place.mine, place.gold) == ((), None, None)
    assert place.fragments == (team.place("Monday", None),)
    assert [c.text for c in place.comments] == ["Which Monday?"]
    stranger = team.project.annotator("dora")
    assert overruled(team.store, stranger) == []
    bench.resolve(place.comments[0].id)
    assert overruled(team.store, team.people["ana"]) == []


def test_without_gold_nobody_is_overruled(tmp_path):
    team = Committee(tmp_path)
    with team.project:
        assert overruled(team.store, team.people["ana"]) == []
