"""The evaluation in the window: figures, passages, and the way to the text."""

from __future__ import annotations

import threading
import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from annotator.agreement.scores import LabelScore
from annotator.domain.documents import Status
from annotator.domain.errors import CancelledError, InputError
from annotator.domain.ids import SuggestionId
from annotator.services import evaluating
from annotator.services.desk import Desk
from annotator.services.evaluating import evaluate
from annotator.services.evaluation import Criterion, EvaluationRequest, Outcome
from annotator.services.passages import PassageReader
from annotator.services.project import Project
from annotator.ui.errors import ErrorDialog
from annotator.ui.theme import Theme, apply_theme
from annotator.ui.welcome import RecentProjects
from annotator.ui.window.evaluation_figures import (
    F1,
    NAME,
    PRECISION,
    RECALL,
    RIGHT,
    SUGGESTED,
    FigureModel,
    figures_of,
)
from annotator.ui.window.evaluation_passages import (
    ARTICLE,
    LABELS,
    OUTCOME,
    WORDS,
    PassageModel,
)
from annotator.ui.window.evaluation_tree import FigureTree
from annotator.ui.window.main_window import MainWindow
from annotator.ui.window.preferences import Preferences
from tests.ui.window_helpers import BRIDGE, HARBOUR, make_project, place, suggest

ADA = place(HARBOUR, "Ada Brook")
VELM = place(HARBOUR, "Velm")
MONDAY = place(HARBOUR, "Monday")
CONTENT = place(HARBOUR, "“We waited nine years 🚢 for this,”")
BROOK = place(HARBOUR, "Brook", nth=1)
TOLD = place(HARBOUR, "told")
TORSK = place(BRIDGE, "Torsk")
SUMMARY = "1 article compared; left out: 1 not done; ada has no claims."


@pytest.fixture
def path(tmp_path):
    """Return a project where Ada has done one article and begun another."""
    path = make_project(tmp_path)
    with Project.open(path) as project:
        first, second = project.store.documents.ids()
        suggest(
            project,
            first,
            [
                ("entity", "PERSON", {"mention": [ADA]}, 0.9),
                ("entity", "ORG", {"mention": [VELM]}, 0.4),
                ("entity", "DATE", {"mention": [MONDAY]}, 0.8),
                (
                    "quote",
                    "direct",
                    {"content": [CONTENT], "speaker": [TOLD]},
                    0.7,
                ),
            ],
        )
        suggest(
            project,
            second,
            [("entity", "GPE", {"mention": [place(BRIDGE, "Friday")]}, 0.6)],
        )
        desk = Desk(project, project.annotator("ada"))
        desk.open(first)
        desk.mark("entity", "PERSON", [ADA])
        desk.mark("entity", "GPE", [VELM])
        desk.mark("entity", "GPE", [place(HARBOUR, "Velm", nth=1)])
        changes = desk.mark("quote", "direct", [CONTENT])
        desk.set_part(changes.select, "speaker", [BROOK])
        desk.set_status(Status.DONE)
        desk.open(second)
        desk.mark("entity", "GPE", [TORSK])
    return path


@pytest.fixture
def open_window(qtbot, qapp, tmp_path):
    windows = []

    def start(path, annotator="ada") -> MainWindow:
        preferences = Preferences()
        preferences.suggest = False
        recent = RecentProjects(tmp_path / "recent.json")
        keeper = apply_theme(qapp, Theme.LIGHT)
        window = MainWindow(preferences, keeper, recent, annotator)
        qtbot.addWidget(window)
        windows.append(window)
        window.show()
        with qtbot.waitSignal(window.project.opened, timeout=10_000):
            window.project.open_path(path)
        return window

    yield start
    for window in windows:
        window.close()


def evaluated(qtbot, window):
    """Open the evaluation and wait for its figures."""
    window.actions_["evaluate"].trigger()
    settled(qtbot, window)
    return window.evaluation.panel


def settled(qtbot, window):
    qtbot.waitUntil(lambda: not window.evaluation.running, timeout=10_000)


def rows_of(panel):
    """Return what the list shows: outcome, labels, words, article."""
    model = panel.passages
    return [
        tuple(model.index(row, column).data() for column in (OUTCOME, LABELS, WORDS))
        for row in range(model.rowCount())
    ]


def choose(panel, *key):
    tree = panel.tree
    index = tree.figures.find(key)
    assert index.isValid(), key
    tree.setCurrentIndex(index)


def figures(path, **options):
    request = EvaluationRequest("ada", passages=Criterion.LOOSE, **options)
    return evaluate(path, request)


# -- models ----------------------------------------------------------------------


def test_the_tree_of_figures(qtmodeltester, path):
    with Project.open(path) as project:
        schema = project.schema
    rows = figures_of(figures(path), schema, Criterion.LOOSE)
    model = FigureModel()
    model.set_figures(rows)
    qtmodeltester.check(model)
    assert [row.title for row in rows] == ["Entities", "Quotes"]
    entities, quotes = rows
    assert [c.title for c in entities.children] == [
        "Same label",
        "PERSON",
        "ORG",
        "GPE",
        "DATE",
    ]
    # One label only: no rows for it, but those of the parts.
    assert [c.title for c in quotes.children] == ["Speaker", "Cue"]
    cells = [
        [model.index(row, column, model.index(0, 0)).data() for column in range(7)]
        for row in range(5)
    ]
    assert cells[0] == ["Same label", "0.33", "0.33", "0.33", "0.50 of 2", "3", "3"]
    assert cells[3] == ["GPE", "–", "0.00", "–", "0.00 of 1", "2", "0"]
    assert cells[4] == ["DATE", "0.00", "–", "–", "–", "0", "1"]
    speaker = model.index(0, RIGHT, model.index(1, 0))
    assert speaker.data() == "0.00 of 1"
    tip = speaker.data(Qt.ItemDataRole.ToolTipRole)
    assert (
        tip == "Speaker: of 1 found that have one, 0 overlap and 0 are exactly right."
    )
    assert model.index(0, F1).data(Qt.ItemDataRole.AccessibleTextRole) == "F1 0.67"


def test_a_kind_of_many_labels_is_folded_and_stays_as_it_was_left(qtbot, path):
    tree = FigureTree()
    qtbot.addWidget(tree)
    with Project.open(path) as project:
        schema = project.schema
    rows = figures_of(figures(path), schema, Criterion.LOOSE)
    tree.show_figures(rows)
    first, second = tree.figures.index(0, 0), tree.figures.index(1, 0)
    assert tree.isExpanded(first)
    assert tree.isExpanded(second)
    tree.collapse(second)
    tree.setCurrentIndex(tree.figures.find(("entity", "GPE", "")))
    tree.show_figures(rows)
    assert tree.isExpanded(tree.figures.index(0, 0))
    assert not tree.isExpanded(tree.figures.index(1, 0))
    assert tree.current().label == "GPE"
    many = {f"L{n}": LabelScore(1, 1, 1) for n in range(9)}
    evaluation = figures(path)
    evaluation.kinds["entity"].tallies[Criterion.LOOSE].labels = many
    fresh = FigureTree()
    qtbot.addWidget(fresh)
    fresh.show_figures(figures_of(evaluation, schema, Criterion.LOOSE))
    assert not fresh.isExpanded(fresh.figures.index(0, 0))


def test_a_narrow_tree_keeps_the_figures_and_how_many_there_are(qtbot, path):
    tree = FigureTree()
    qtbot.addWidget(tree)
    tree.resize(1000, 300)
    tree.show()
    assert not tree.isColumnHidden(SUGGESTED)
    tree.resize(330, 300)
    assert tree.isColumnHidden(SUGGESTED)
    assert tree.isColumnHidden(RIGHT)
    assert not any(map(tree.isColumnHidden, (NAME, PRECISION, RECALL, F1)))


def test_the_list_of_passages(qtmodeltester, path):
    model = PassageModel()
    with Project.open(path) as project:
        reader = PassageReader(project)
        found = figures(path)
        model.set_passages(
            found.passages,
            project.schema,
            lambda p: reader.snippet(p.document_id, p.fragments),
        )
        qtmodeltester.check(model)
        counts = model.set_filter(None, frozenset(Outcome))
        assert counts == {
            Outcome.RIGHT: 1,
            Outcome.LABEL: 1,
            Outcome.FALSE_ALARM: 1,
            Outcome.MISSED: 1,
            Outcome.PART: 1,
        }
        said = model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
        assert said == (
            "other label, GPE → ORG, score 0.40: “Velm” in"
            " Mayor Ada Brook opened the new harbour in Velm on Monday."
        )
        assert model.index(1, ARTICLE).data().startswith("Mayor Ada Brook")
        model.clear()
        assert model.rowCount() == 0


def test_words_stand_in_their_context(path):
    with Project.open(path) as project:
        reader = PassageReader(project)
        document = project.store.documents.ids()[0]
        snippet = reader.snippet(document, (VELM,))
        assert snippet.before == "Mayor Ada Brook opened the new harbour in "
        assert snippet.words == "Velm"
        assert snippet.after == " on Monday. “We waited nine years 🚢 for this,”"
        both = reader.snippet(document, (ADA, MONDAY))
        assert both.words == "Ada Brook … Monday"
        whole = reader.snippet(document, (place(HARBOUR, HARBOUR.strip()),))
        assert (whole.before, whole.after) == ("", "")
        assert "\n" not in whole.words


# -- the window ------------------------------------------------------------------


def test_figures_and_passages(qtbot, open_window, path):
    window = open_window(path)
    panel = evaluated(qtbot, window)
    assert panel.isVisible()
    assert panel.bar.against.currentText() == "ada"
    assert panel.bar.state.text() == SUMMARY
    assert panel.has_figures
    assert rows_of(panel) == [
        ("other label", "GPE → ORG", "Velm"),
        ("false alarm", "DATE", "Monday"),
        ("missed", "GPE", "Velm"),
    ]
    assert panel.chips[Outcome.RIGHT].text() == "Right 1"
    assert panel.chips[Outcome.MISSED].text() == "Missed 1"
    choose(panel, "entity", "DATE", "")
    assert rows_of(panel) == [("false alarm", "DATE", "Monday")]
    choose(panel, "quote", "Speaker", "speaker")
    assert rows_of(panel) == [
        ("other speaker", "Direct", "“We waited nine years 🚢 for this,”")
    ]
    choose(panel, "quote", "Cue", "cue")
    assert rows_of(panel) == []
    assert panel.none.isVisible()
    choose(panel, "entity", "Entities", "")
    panel.chips[Outcome.FALSE_ALARM].click()
    panel.chips[Outcome.LABEL].click()
    assert rows_of(panel) == [("missed", "GPE", "Velm")]
    panel.chips[Outcome.RIGHT].click()
    assert ("right", "PERSON", "Ada Brook") in rows_of(panel)


def go_to(qtbot, window, outcome, label, *, enter=True):
    """Choose a passage of the list by keys."""
    panel = window.evaluation.panel
    model = panel.passages
    row = next(
        n
        for n in range(model.rowCount())
        if model.passage(n).outcome is outcome
        and label in (model.passage(n).label, model.passage(n).suggested)
    )
    panel.table.setFocus()
    panel.table.selectRow(row)
    if enter:
        qtbot.keyClick(panel.table, Qt.Key.Key_Return)
    return model.passage(row)


def test_enter_goes_to_the_annotation_or_the_suggestion(qtbot, open_window, path):
    window = open_window(path)
    window.documents.next()
    assert window.article.document.document.text == BRIDGE
    evaluated(qtbot, window)
    missed = go_to(qtbot, window, Outcome.MISSED, "GPE")
    assert window.article.document.document.text == HARBOUR
    assert window.parts.view.selected_mark() == missed.annotation_id
    assert window.article.current.parts["mention"] == missed.fragments
    assert window.parts.view.hasFocus()
    alarm = go_to(qtbot, window, Outcome.FALSE_ALARM, "DATE")
    assert window.parts.view.selected_mark() == alarm.suggestion_id
    other = go_to(qtbot, window, Outcome.LABEL, "ORG")
    assert window.parts.view.selected_mark() == other.annotation_id


def test_a_click_shows_and_leaves_the_focus_in_the_list(qtbot, open_window, path):
    window = open_window(path)
    panel = evaluated(qtbot, window)
    missed = go_to(qtbot, window, Outcome.MISSED, "GPE", enter=False)
    index = panel.table.currentIndex()
    centre = panel.table.visualRect(index).center()
    qtbot.mouseClick(panel.table.viewport(), Qt.MouseButton.LeftButton, pos=centre)
    assert window.parts.view.selected_mark() == missed.annotation_id
    assert QApplication.focusWidget() is panel.table


def test_arrow_keys_show_one_after_the_other(qtbot, open_window, path):
    window = open_window(path)
    panel = evaluated(qtbot, window)
    qtbot.keyClick(panel.tree, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is panel.table
    assert panel.table.currentIndex().row() == 0
    with qtbot.waitSignal(panel.passage_shown):
        qtbot.keyClick(panel.table, Qt.Key.Key_Down)
    passage = panel.passages.passage(1)
    shown = window.parts.view.selected_mark()
    assert shown in (passage.annotation_id, passage.suggestion_id)
    qtbot.keyClick(panel.table, Qt.Key.Key_Escape)
    assert window.parts.view.hasFocus()


def test_what_was_decided_or_is_hidden_is_shown_all_the_same(qtbot, open_window, path):
    window = open_window(path)
    evaluated(qtbot, window)
    alarm = go_to(qtbot, window, Outcome.FALSE_ALARM, "DATE")
    desk = window.article.desk
    window.article.run(lambda: desk.accept([alarm.suggestion_id]))
    window.parts.view.select_mark(None)
    go_to(qtbot, window, Outcome.FALSE_ALARM, "DATE")
    assert window.article.current.label == "DATE"
    assert window.article.current.parts["mention"] == (MONDAY,)
    window.article.undo()
    window.article.run(lambda: desk.reject([alarm.suggestion_id]))
    go_to(qtbot, window, Outcome.FALSE_ALARM, "DATE")
    assert window.parts.view.selected_mark() is None
    assert window.parts.view.selection() == (MONDAY,)
    window.article.undo()
    window.review.set_thresholds({"entity": 0.85})
    go_to(qtbot, window, Outcome.FALSE_ALARM, "DATE")
    assert window.parts.view.selection() == (MONDAY,)


def test_somebody_elses_annotation_is_selected_as_text(qtbot, open_window, path):
    window = open_window(path, "bo")
    panel = evaluated(qtbot, window)
    assert panel.bar.against.currentText() == "ada"
    missed = go_to(qtbot, window, Outcome.MISSED, "GPE")
    assert window.parts.view.selected_mark() is None
    assert window.parts.view.selection() == missed.fragments


def test_every_choice_compares_anew(qtbot, open_window, path):
    window = open_window(path)
    panel = evaluated(qtbot, window)

    def first(column):
        settled(qtbot, window)
        return panel.tree.figures.index(0, column).data()

    assert (first(PRECISION), first(RECALL)) == ("0.67", "0.67")
    panel.bar.score.setValue(0.5)
    qtbot.waitUntil(lambda: first(PRECISION) == "0.50")
    assert first(RECALL) == "0.33"
    panel.bar.score.setValue(0.0)
    qtbot.waitUntil(lambda: first(PRECISION) == "0.67")
    panel.bar.unfinished.click()
    assert first(RECALL) == "0.50"
    assert panel.bar.state.text() == "2 articles compared; ada has no claims."
    panel.bar.criterion.setCurrentIndex(2)
    panel.bar.criterion.activated.emit(2)
    settled(qtbot, window)
    assert panel.bar.request().passages is Criterion.EXACT
    choose(panel, "quote", "Quotes", "")
    assert panel.tree.figures.index(1, F1).data() == "1.00"


def test_a_step_makes_the_figures_old_and_again_makes_them_new(
    qtbot, open_window, path
):
    window = open_window(path)
    panel = evaluated(qtbot, window)
    window.parts.view.set_selection([MONDAY])
    window.article.run(lambda: window.article.desk.mark("entity", "DATE", [MONDAY]))
    assert panel.bar.state.text().endswith("Changed since.")
    panel.bar.button.click()
    settled(qtbot, window)
    assert panel.bar.state.text() == SUMMARY
    choose(panel, "entity", "DATE", "")
    assert panel.tree.currentIndex().siblingAtColumn(F1).data() == "1.00"


def test_a_comparison_can_be_stopped(qtbot, open_window, path, monkeypatch):
    window = open_window(path)
    panel = evaluated(qtbot, window)
    begun = threading.Event()
    ended: list[bool] = []

    def endless(_path, _request, progress):
        progress.step(1, 5)
        begun.set()
        try:
            while True:
                progress.step(2, 5)
                time.sleep(0.01)
        except CancelledError:
            ended.append(True)
            raise

    monkeypatch.setattr(evaluating, "evaluate", endless)
    panel.bar.button.click()
    assert begun.wait(5)
    qtbot.waitUntil(lambda: panel.bar.progress.maximum() == 5)
    assert panel.bar.button.text() == "Cancel"
    assert panel.bar.progress.isVisible()
    panel.bar.button.click()
    assert not window.evaluation.running
    assert panel.bar.state.text() == "Stopped; the figures below are older."
    assert panel.bar.button.text() == "Evaluate again"
    qtbot.waitUntil(lambda: ended == [True])


def test_what_goes_wrong_is_said_where_the_figures_would_be(
    qtbot, open_window, path, monkeypatch
):
    window = open_window(path)

    def failing(_path, _request, _progress):
        raise InputError("The layer is gone.")

    monkeypatch.setattr(evaluating, "evaluate", failing)
    panel = evaluated(qtbot, window)
    assert panel.advice.sentence.text() == "The layer is gone."
    assert not panel.has_figures
    assert window.findChild(ErrorDialog) is None


def test_without_suggestions_the_way_to_them_is_offered(qtbot, open_window, tmp_path):
    window = open_window(make_project(tmp_path))
    panel = evaluated(qtbot, window)
    assert panel.advice.headline.text() == "There are no suggestions yet"
    assert panel.bar.isHidden()
    with qtbot.waitSignal(panel.suggest_wanted):
        panel.suggest_wanted.disconnect(window.suggesting.start)
        panel.advice.button.click()
    document = window.article.document.document.id
    suggest(
        window.project.project,
        document,
        [("entity", "PERSON", {"mention": [ADA]}, 0.9)],
    )
    window.suggesting.listed.emit()
    qtbot.waitUntil(
        lambda: panel.advice.headline.text() == "Nobody has annotated anything yet",
        timeout=5000,
    )
    assert panel.advice.button.isHidden()
    desk = window.article.desk
    window.article.run(lambda: desk.mark("entity", "PERSON", [ADA]))
    qtbot.waitUntil(
        lambda: panel.advice.headline.text() == "No article can be compared",
        timeout=5000,
    )
    assert "1 not done" in panel.advice.sentence.text()
    panel.advice.button.click()
    settled(qtbot, window)
    assert panel.has_figures
    assert panel.bar.unfinished.isChecked()
    assert panel.bar.isVisible()
    assert panel.tree.figures.index(0, F1).data() == "1.00"


def test_closing_the_project_puts_the_figures_away(qtbot, open_window, path):
    window = open_window(path)
    panel = evaluated(qtbot, window)
    dock = panel.parentWidget()
    assert dock.isVisible()
    window.project.close()
    assert dock.isHidden()
    assert panel.passages.rowCount() == 0
    assert panel.tree.figures.rowCount() == 0
    assert not window.actions_["evaluate"].isEnabled()
    with qtbot.waitSignal(window.project.opened, timeout=10_000):
        window.project.open_path(path)
    assert evaluated(qtbot, window) is panel
    assert panel.has_figures


def test_the_list_paints_every_outcome_in_both_themes(qtbot, qapp, open_window, path):
    window = open_window(path)
    panel = evaluated(qtbot, window)
    panel.chips[Outcome.RIGHT].click()
    images = []
    for theme in (Theme.LIGHT, Theme.DARK):
        apply_theme(qapp, theme)
        images.append(panel.grab().toImage())
    assert images[0] != images[1]
    shapes = set()
    for row in range(panel.passages.rowCount()):
        box = panel.table.visualRect(panel.passages.index(row, OUTCOME))
        box.setWidth(24)
        image = panel.table.viewport().grab(box).toImage()
        ground = image.pixelColor(0, 0)
        shapes.add(
            tuple(
                image.pixelColor(x, y) != ground
                for y in range(image.height())
                for x in range(image.width())
            )
        )
    assert len(shapes) == panel.passages.rowCount() == 4
    apply_theme(qapp, Theme.LIGHT)


def test_a_suggestion_that_is_gone_by_now_is_shown_as_text(qtbot, open_window, path):
    window = open_window(path)
    evaluated(qtbot, window)
    document = window.article.document.document.id
    suggest(window.project.project, document, [])
    window.article.show(window.article.desk.reload_suggestions())
    alarm = go_to(qtbot, window, Outcome.FALSE_ALARM, "DATE")
    assert window.article.item(SuggestionId(alarm.suggestion_id)) is None
    assert window.parts.view.selection() == (MONDAY,)
