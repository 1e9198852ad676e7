"""Limits of scores, with counts and precision that stay true."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from annotator.domain.annotations import Decision
from annotator.domain.scores import EMPTY, NONE_REACHES, ScoreCount, ScoreHistogram
from annotator.services import scoring
from annotator.services.desk import Desk
from annotator.services.project import Project
from annotator.ui.panels.scores import (
    ScorePanel,
    precision_words,
    verdicts_words,
)
from annotator.ui.scoring import ScoreKeeper
from tests.ui.hands import Hands
from tests.ui.panel_data import SCHEMA
from tests.ui.window_helpers import BRIDGE, HARBOUR, make_project, place, suggest

ADA = place(HARBOUR, "Ada Brook")
VELM = place(HARBOUR, "Velm")
BROOK = place(HARBOUR, "Brook", nth=1)
TORSK = place(BRIDGE, "Torsk")
OMAR = place(BRIDGE, "Omar Haddad")
DECIDED = ScoreHistogram.count(
    [
        *[("entity", 0.9, Decision.ACCEPTED)] * 18,
        *[("entity", 0.9, Decision.CORRECTED)] * 3,
        *[("entity", 0.4, Decision.REJECTED)] * 9,
        *[("entity", 0.9, None)] * 1200,
        ("entity", 0.4, None),
        ("quote", 0.7, None),
    ]
)


# -- the panel -----------------------------------------------------------------


@pytest.fixture
def panel(qtbot):
    panel = ScorePanel()
    qtbot.addWidget(panel)
    panel.set_kinds(SCHEMA.kinds)
    panel.resize(280, 600)
    panel.show()
    return panel


def test_the_figures_follow_the_slider(panel, qtbot):
    panel.set_scores(DECIDED, None)
    row = panel.rows["entity"]
    assert row.counts.text() == "Here 1,201 of 1,201"
    assert row.precision.text() == "Precision 60 % of 30 verdicts · 10 % corrected"
    with qtbot.waitSignal(panel.changed) as told:
        row.slider.setValue(41)
    assert told.args == [{"entity": 0.41, "quote": 0.0}]
    assert row.limit_label.text() == "≥ 0.41"
    assert row.counts.text() == "Here 1,200 of 1,201"
    assert row.precision.text() == "Precision 86 % of 21 verdicts · 14 % corrected"
    panel.set_scores(DECIDED, DECIDED.plus(DECIDED))
    assert row.counts.text() == "Here 1,200 of 1,201 · project 2,400 of 2,402"
    assert "of 42 verdicts" in row.precision.text()
    assert panel.rows["quote"].precision.text() == "No verdicts yet"


@pytest.mark.parametrize(
    ("key", "value"),
    [
        (Qt.Key.Key_Right, 51),
        (Qt.Key.Key_Left, 49),
        (Qt.Key.Key_PageUp, 60),
        (Qt.Key.Key_Home, 0),
        (Qt.Key.Key_End, 100),
    ],
)
def test_the_slider_goes_by_keys(panel, qtbot, key, value):
    slider = panel.rows["quote"].slider
    slider.setValue(50)
    qtbot.keyClick(slider, key)
    assert slider.value() == value


def test_a_kind_can_be_hidden_as_a_whole(panel, qtbot):
    panel.set_scores(DECIDED, None)
    row = panel.rows["entity"]
    row.slider.setValue(30)
    with qtbot.waitSignal(panel.changed):
        row.check.click()
    assert panel.limits() == {"entity": NONE_REACHES, "quote": 0.0}
    assert row.counts.text() == "Here 0 of 1,201"
    assert not row.slider.isEnabled()
    row.check.click()
    assert panel.limits()["entity"] == 0.3


def test_limits_are_set_without_telling_and_outlive_a_schema(panel, qtbot):
    with qtbot.assertNotEmitted(panel.changed):
        panel.set_limits({"quote": 0.55, "entity": NONE_REACHES})
        panel.set_kinds(SCHEMA.kinds)
    assert panel.limits() == {"entity": NONE_REACHES, "quote": 0.55}


def test_few_verdicts_are_said_to_be_few():
    assert precision_words(ScoreCount(open=9)) == "No verdicts yet"
    assert (
        precision_words(ScoreCount(0, 1, 0, 0)) == "Precision 100 % of 1 verdict (few)"
    )
    many = ScoreCount(0, 50, 5, 6)
    assert precision_words(many) == "Precision 82 % of 61 verdicts · 8 % corrected"
    words = verdicts_words(many)
    assert "50 accepted as they stood, 5 corrected, 6 rejected" in words
    assert "between 71 and 90 %" in words


def test_the_chart_stands_over_the_groove(panel):
    panel.set_scores(DECIDED, None)
    row = panel.rows["entity"]
    left, width = row.chart._groove()
    assert 0 < left < 20
    assert left * 2 + width == row.slider.width()
    drawn = row.chart.grab().toImage()
    x = round(left + width * 0.9)
    column = {drawn.pixelColor(x, y).name() for y in range(drawn.height())}
    assert len(column) >= 4  # accepted, corrected, open and the ground


def test_opening_asks_for_the_panel(panel, qtbot):
    with qtbot.waitSignal(panel.wanted):
        panel.open()
    assert panel.rows["entity"].slider.hasFocus()


# -- what keeps it true --------------------------------------------------------


class Scores(Hands):
    """Hands with the panel of scores."""

    def __init__(self, project: Project) -> None:
        super().__init__(project)
        self.panel = ScorePanel()
        self.panel.set_kinds(project.schema.kinds)
        self.keeper = ScoreKeeper(self.article, self.review, self.panel, self.article)
        self.article.open(self.documents[0])

    def text(self, kind: str) -> str:
        return self.panel.rows[kind].counts.text()

    def precision(self, kind: str) -> str:
        return self.panel.rows[kind].precision.text()


@pytest.fixture
def made(qtbot, tmp_path):
    with Project.open(make_project(tmp_path)) as project:
        here, there = project.store.documents.ids()
        suggest(
            project,
            here,
            [
                ("entity", "PERSON", {"mention": [ADA]}, 0.9),
                ("entity", "GPE", {"mention": [VELM]}, 0.3),
                ("entity", "PERSON", {"mention": [BROOK]}, 0.6),
            ],
        )
        suggest(
            project,
            there,
            [
                ("entity", "GPE", {"mention": [TORSK]}, 0.9),
                ("entity", "PERSON", {"mention": [OMAR]}, 0.2),
            ],
        )
        scores = Scores(project)
        qtbot.addWidget(scores.view)
        qtbot.addWidget(scores.panel)
        yield scores
        scores.article.set_desk(None)


def test_nothing_is_counted_while_nobody_looks(made, qtbot):
    qtbot.wait(20)
    assert made.text("entity") == "Here 0 of 0"
    made.panel.show()
    qtbot.waitUntil(lambda: made.text("entity") == "Here 3 of 3 · project 5 of 5")


def test_counts_follow_the_slider_each_verdict_and_the_article(made, qtbot):
    made.panel.show()
    qtbot.waitUntil(lambda: made.text("entity") == "Here 3 of 3 · project 5 of 5")
    made.panel.rows["entity"].slider.setValue(50)
    assert made.text("entity") == "Here 2 of 3 · project 3 of 5"
    assert len(made.review.shown_suggestions()) == 2
    made.view.select_mark(made.review.shown_suggestions()[0].id)
    made.review.accept()
    qtbot.waitUntil(lambda: made.text("entity") == "Here 1 of 2 · project 2 of 4")
    assert made.precision("entity") == "Precision 100 % of 1 verdict (few)"
    made.review.reject()
    qtbot.waitUntil(lambda: "Precision 50 % of 2" in made.precision("entity"))
    made.article.undo()
    qtbot.waitUntil(lambda: "Precision 100 % of 1" in made.precision("entity"))
    made.article.open(made.documents[1])
    qtbot.waitUntil(lambda: made.text("entity") == "Here 1 of 2 · project 2 of 4")
    made.article.undo()
    qtbot.waitUntil(lambda: made.precision("entity") == "No verdicts yet")
    qtbot.waitUntil(lambda: made.text("entity") == "Here 2 of 3 · project 3 of 5")


def test_what_a_pipeline_finds_elsewhere_is_counted_before_long(made, qtbot):
    made.keeper._again_timer.setInterval(10)
    made.panel.show()
    qtbot.waitUntil(lambda: made.text("entity").endswith("project 5 of 5"))
    suggest(
        made.project,
        made.documents[1],
        [("entity", "GPE", {"mention": [TORSK]}, 0.9)],
    )
    made.keeper.refresh()
    qtbot.waitUntil(lambda: made.text("entity").endswith("project 4 of 4"))


def test_limits_are_remembered_for_project_and_annotator(made, qtbot):
    made.panel.rows["entity"].slider.setValue(70)
    made.panel.rows["claim"].check.click()
    assert scoring.limits(made.article.desk) == {}
    qtbot.waitUntil(lambda: scoring.limits(made.article.desk) != {})
    ada = Desk(made.project, made.project.annotator("ada"))
    assert scoring.limits(ada) == {"entity": 0.7, "claim": NONE_REACHES}
    made.panel.rows["entity"].slider.setValue(20)  # written on leaving, too
    made.article.set_desk(Desk(made.project, made.project.annotator("bert")))
    made.article.open(made.documents[0])
    assert set(made.panel.limits().values()) == {0.0}
    assert len(made.review.shown_suggestions()) == 3
    made.article.set_desk(ada)
    made.article.open(made.documents[0])
    assert made.panel.limits() == {"entity": 0.2, "quote": 0.0, "claim": NONE_REACHES}
    assert not made.panel.rows["claim"].check.isChecked()


def test_broken_limits_are_none(made):
    store, me = made.project.store, made.article.desk.annotator.id
    for value in ("x", [1], {"entity": "high"}):
        store.set_setting(me, scoring.SCORE_LIMITS, value)
        assert scoring.limits(made.article.desk) == {}


def test_accepting_many_takes_only_what_is_shown(made):
    made.panel.rows["entity"].slider.setValue(50)
    made.review.accept_many(kind=None, label=None, min_score=0.0)
    assert [a.parts["mention"] for a in made.annotations] == [(ADA,), (BROOK,)]
    made.article.undo()
    assert made.annotations == []
    assert len(made.article.document.pending()) == 3


def test_the_document_counts_as_the_file_does(made):
    made.view.select_mark(made.review.shown_suggestions()[0].id)
    made.review.accept()
    opened = made.article.document
    everything = scoring.project_scores(
        made.project.path, made.article.desk.annotator.id, None
    )
    others = scoring.project_scores(
        made.project.path, made.article.desk.annotator.id, opened.document.id
    )
    here = everything.plus(others, -1)
    for least in (0, 30, 31, 60, 90, 91):
        assert here.at_least("entity", least) == scoring.document_scores(
            opened
        ).at_least("entity", least)
    assert others != EMPTY
