"""Stories of suggestions in the window: reviewed, corrected, limited."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QCursor

from annotator.domain.annotations import Decision
from annotator.ui.suggestion_card import SuggestionCard
from annotator.ui.theme import Theme, apply_theme
from annotator.ui.welcome import RecentProjects
from annotator.ui.window.main_window import MainWindow
from annotator.ui.window.preferences import Preferences
from tests.ui.window_helpers import HARBOUR, SHIFT, make_project, place, suggest

CONTENT = place(HARBOUR, "“We waited nine years 🚢 for this,”")
MORE = place(HARBOUR, "“and it was worth it.”")
BROOK = place(HARBOUR, "Brook", nth=1)
TOLD = place(HARBOUR, "told")
VELM = place(HARBOUR, "Velm")
Key = Qt.Key


@pytest.fixture
def window(qtbot, qapp, tmp_path):
    preferences = Preferences()
    preferences.suggest = False
    keeper = apply_theme(qapp, Theme.LIGHT)
    window = MainWindow(
        preferences, keeper, RecentProjects(tmp_path / "recent.json"), "ada"
    )
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    with qtbot.waitSignal(window.project.opened, timeout=10_000):
        window.project.open_path(make_project(tmp_path))
    yield window
    window.close()


def press(qtbot, window, *keys, modifier=Qt.KeyboardModifier.NoModifier):
    """Press keys in the article."""
    window.activateWindow()
    window.parts.view.setFocus()
    for key in keys:
        qtbot.keyClick(window.parts.view, key, modifier)


def layer(window):
    return window.article.document.layer


def labels(window):
    return sorted(a.label for a in layer(window).annotations.values())


def suggest_a_quote(window):
    """Return a suggested quote with a wrong speaker, and an entity after it."""
    project = window.project.project
    document = window.article.document.document.id
    parts = {"content": [CONTENT, MORE], "speaker": [VELM], "cue": [TOLD]}
    made = suggest(
        project,
        document,
        [
            ("quote", "direct", parts, 0.86),
            ("entity", "PERSON", {"mention": [BROOK]}, 0.4),
        ],
    )
    window.article.show(window.article.desk.reload_suggestions())
    return made


def test_a_quote_is_corrected_from_the_keyboard_as_one_step(qtbot, window):
    quote, entity = suggest_a_quote(window)
    bar = window.parts.panels.suggestions
    press(qtbot, window, Key.Key_Space)
    assert window.article.current.id == quote
    press(qtbot, window, Key.Key_Return, modifier=SHIFT)
    assert bar.is_correcting
    press(qtbot, window, Key.Key_S)
    assert window.parts.view.selection() == (VELM,)
    window.parts.view.set_selection([BROOK])
    form = window.parts.panels.inspector._suggested["quote"]
    assert form.parts.rows["speaker"].passages() == ["Brook"]
    press(qtbot, window, Key.Key_Return)
    (made,) = layer(window).annotations.values()
    assert made.parts["speaker"] == (BROOK,)
    assert not bar.is_correcting
    assert window.article.current.id == entity
    window.article.undo()
    assert labels(window) == []
    assert window.article.current.id == quote


def test_a_click_on_an_entity_takes_it(qtbot, window):
    _, entity = suggest_a_quote(window)
    press(qtbot, window, Key.Key_Space, Key.Key_S)
    view = window.parts.view
    view.grab()
    at = view.page.text_rects(BROOK)[0].center().toPoint()
    QCursor.setPos(view.viewport().mapToGlobal(at))
    qtbot.mouseMove(view.viewport(), at)
    qtbot.waitUntil(view.viewport().underMouse)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    form = window.parts.panels.inspector._suggested["quote"]
    qtbot.waitUntil(lambda: form.parts.rows["speaker"].passages() == ["Brook"])
    assert window.article.current.id != entity
    assert window.parts.panels.inspector.shown_id() == window.article.current.id
    assert labels(window) == []


def test_esc_gives_a_correction_up(qtbot, window):
    suggest_a_quote(window)
    press(qtbot, window, Key.Key_Space, Key.Key_S)
    assert window.parts.panels.suggestions.is_correcting
    press(qtbot, window, Key.Key_Delete)
    press(qtbot, window, Key.Key_Escape)
    assert not window.parts.panels.suggestions.is_correcting
    assert labels(window) == []
    form = window.parts.panels.inspector._suggested["quote"]
    assert form.parts.rows["speaker"].passages() == ["Velm"]


def test_the_inspectors_buttons_work_on_the_draft(qtbot, window):
    suggest_a_quote(window)
    press(qtbot, window, Key.Key_Space)
    form = window.parts.panels.inspector._suggested["quote"]
    form.correct_button.click()
    assert window.parts.view.hasFocus()
    form.parts.rows["cue"].clear_button.click()
    window.parts.view.set_selection([BROOK])
    form.parts.rows["speaker"].set_button.click()
    form.parts.rows["content"].fragment_row(1).remove.click()
    assert labels(window) == []
    form.accept_button.click()
    (made,) = layer(window).annotations.values()
    assert made.parts == {"content": (CONTENT,), "speaker": (BROOK,)}


def test_the_inspector_sets_a_part_of_a_suggestion_at_once(qtbot, window):
    quote, _ = suggest_a_quote(window)
    press(qtbot, window, Key.Key_Space)
    window.parts.view.set_selection([BROOK])
    form = window.parts.panels.inspector._suggested["quote"]
    form.parts.rows["speaker"].set_button.click()
    (made,) = layer(window).annotations.values()
    assert made.parts["speaker"] == (BROOK,)
    assert layer(window).verdicts[quote].decision is Decision.CORRECTED


def test_the_keyboard_goes_to_the_limits_and_back(qtbot, window):
    suggest_a_quote(window)
    press(qtbot, window, Key.Key_F7)
    panel = window.parts.panels.scores
    slider = panel.rows["entity"].slider
    qtbot.waitUntil(slider.hasFocus)
    for _ in range(5):
        qtbot.keyClick(slider, Key.Key_PageUp)
    assert len(window.review.shown_suggestions()) == 1
    bar = window.parts.panels.suggestions
    qtbot.waitUntil(lambda: bar.summary.text() == "<b>2</b> · 1 hidden")
    qtbot.keyClick(slider, Key.Key_Escape)
    qtbot.waitUntil(window.parts.view.hasFocus)
    slider.setValue(0)
    assert bar.summary.text() == "<b>2 suggestions</b>"
    qtbot.waitUntil(lambda: "project 1 of 1" in panel.rows["entity"].counts.text())


def test_a_bar_tells_score_and_reason(qtbot, window):
    quote, _ = suggest_a_quote(window)
    view = window.parts.view
    view.select_mark(quote)
    view.grab()
    card = window.findChild(SuggestionCard)
    texts = {
        card.text_at(QPoint(x, y))
        for x in range(0, view.viewport().width(), 4)
        for y in range(0, view.viewport().height(), 2)
    }
    assert texts == {
        "",
        "<b>Direct</b>, suggested with a score of 0.86",
        "<b>Person</b>, suggested with a score of 0.40",
    }
