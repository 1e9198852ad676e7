"""Settling, agreement and evaluation speak the language of whoever reads them."""

from __future__ import annotations

import re
import sys
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from annotator.domain.errors import InputError
from annotator.services import agreeing_gamma
from annotator.services.adjudicating import Adjudication, Rule
from annotator.services.auto_adjudicating import AutoRequest, adjudicate
from annotator.services.evaluating import EvaluationRequest, evaluate
from annotator.services.extras import gamma_advice
from annotator.services.review import Review
from annotator.services.review_figures import ReviewRequest
from annotator.services.review_report import as_html, write_report
from tests.unit.services.committee import Committee

pytestmark = pytest.mark.usefixtures("wrapped")


@pytest.fixture
def team(tmp_path):
    team = Committee(tmp_path)
    with team.project:
        yield team


def is_wrapped(said: str) -> bool:
    return said.startswith("⟦") and said.endswith("⟧")


def test_the_names_of_the_steps_of_settling(team):
    team.everybody("entity", "PERSON", "Ada Lindqvist")
    team.mark("ana", "entity", "GPE", "Norrby")
    team.mark("ben", "entity", "ORG", "Norrby")
    team.done()
    bench = team.bench()
    bench.takes_along = True
    key = next(c.key for c in bench.hearing.open if c.cluster.sorts)
    ana, ben = team.id("ana"), team.id("ben")
    names = [
        changes.name
        for changes in (
            bench.take(key, ben),
            bench.keep(key),
            bench.take(key, ana, {"label": ben}),
            bench.take_none(key),
            bench.reopen(key),
            bench.comment(0, 3, "Is this a town?"),
            bench.fill(Rule.MAJORITY),
        )
        if changes is not None
    ]
    comment = next(iter(bench.opened.layer.comments))
    names += [
        bench.resolve(comment).name,
        bench.resolve(comment, resolved=False).name,
    ]
    assert len(names) >= 8
    assert [name for name in names if not is_wrapped(name)] == []


def test_what_is_refused_in_settling(team):
    team.done(None, "ana")
    with pytest.raises(InputError) as too_few:
        adjudicate(team.project.path, AutoRequest())
    with pytest.raises(InputError) as nobody:
        adjudicate(team.project.path, AutoRequest(annotators=("zoe",)))
    with pytest.raises(InputError) as no_kind:
        adjudicate(team.project.path, AutoRequest(kinds=frozenset({"poem"})))
    with pytest.raises(InputError) as gone:
        team.bench().take_none("no such case")
    bench = Adjudication(team.project, None)
    bench.open(team.first)
    with pytest.raises(InputError) as alone:
        bench.comment(0, 1, "?")
    for caught in (too_few, nobody, no_kind, gone, alone):
        assert is_wrapped(str(caught.value)), caught.value


@pytest.mark.parametrize(
    "request_", [EvaluationRequest("zoe"), EvaluationRequest("gold")]
)
def test_what_is_refused_in_evaluating(team, request_):
    with pytest.raises(InputError) as caught:
        evaluate(team.project.path, request_)
    assert is_wrapped(str(caught.value))


def test_the_report_of_a_review(team, tmp_path):
    team.everybody("entity", "PERSON", "Ada Lindqvist")
    team.mark("ana", "entity", "GPE", "Norrby")
    team.done()
    review = Review.load(team.project.path)
    request = ReviewRequest("entity")
    figures = review.figures(request, with_intervals=False)
    moment = datetime(2026, 11, 22, tzinfo=UTC)
    for one in (figures, replace(figures, by_day=not figures.by_day)):
        page = as_html("corpus", review.schema, [one], moment)
        body = re.sub(r"<(style|svg)\b.*?</\1>|<[^>]*>", "\n", page, flags=re.S)
        lines = {line.strip() for line in body.splitlines() if line.strip()}
        # What is left are data and figures.
        data = {"ana", "ben", "cem", "PERSON", "GPE", "n", "F1", "α", "1", "2"}
        plain = {x for x in lines - data if re.search(r"[A-Za-z]", x) and "⟦" not in x}
        titles = {row.title for row in one.articles}
        assert plain - titles == {review.schema.kind("entity").title}
    with pytest.raises(InputError) as caught:
        write_report(review, replace(request, annotators=("ana",)), tmp_path / "a")
    assert is_wrapped(str(caught.value))


def test_what_gamma_needs_depends_on_how_the_program_was_installed(monkeypatch):
    monkeypatch.setattr(agreeing_gamma, "gamma_is_available", lambda: False)
    with pytest.raises(InputError, match="pip install"):
        agreeing_gamma.check_gamma()
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert "pip install" not in gamma_advice()
    assert is_wrapped(gamma_advice())
