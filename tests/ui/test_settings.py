"""Settings in force at once: keys, hidden suggestions, backups, language."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QLabel,
    QWidget,
)
from shiboken6 import isValid

from annotator import app as composition
from annotator.domain.documents import Status
from annotator.services.backups import list_backups
from annotator.ui.actions import ACTIONS
from annotator.ui.dialogs.settings import Settings, SettingsDialog
from annotator.ui.dialogs.settings_keys import KEYS, KeyModel, KeysPage
from annotator.ui.key_bindings import ARTICLE_STROKES, conflicts, same
from annotator.ui.panels.document_model import ROW_ROLE
from annotator.ui.settings_model import SETTINGS
from annotator.ui.shortcuts import sections
from annotator.ui.translation import Language, use_language
from annotator.ui.window.preferences import Preferences
from tests.ui.window_helpers import CTRL, HARBOUR, place, suggest

TIP, AS_READ = Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole
ALT = Qt.KeyboardModifier.AltModifier
ADA = place(HARBOUR, "Ada Brook")


def settings(window, keys=None, limits=None, **values) -> Settings:
    kept = {setting.name: window._preferences.get(setting) for setting in SETTINGS}
    return Settings({**kept, **values}, "", limits or {}, keys or {})


# -- keys ----------------------------------------------------------------------


def test_the_usual_keys_get_in_nobodys_way(window):
    usual = {entry.id: entry.keys for entry in ACTIONS}
    assert conflicts(usual, window.actions_.keys) == []


def test_the_moves_of_the_article_are_those_that_are_known_as_such(window):
    known = {QKeySequence(stroke)[0] for stroke in ARTICLE_STROKES}
    none = Qt.KeyboardModifier.NoModifier
    table = {
        stroke
        for stroke in window.parts.view._keys._table
        if stroke[0] is not Qt.Key.Key_Backtab
    }
    strokes = {(c.key(), c.keyboardModifiers()) for c in known}
    # Shift+Tab is Backtab where it arrives.
    strokes.discard((Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier))
    assert table - strokes == set()
    assert strokes - table == set()
    assert (Qt.Key.Key_Tab, none) in table


def test_another_key_works_at_once_and_is_shown_everywhere(qtbot, window):
    view = window.parts.view
    window.settings.apply(settings(window, {"mark_zone": ("Ctrl+Alt+D",)}))
    window.activateWindow()
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_D, CTRL)
    assert not window.article.document.layer.zones
    qtbot.keyClick(view, Qt.Key.Key_D, CTRL | ALT)
    assert window.article.document.layer.zones
    assert "Ctrl+Alt+D" in window.actions_["mark_zone"].toolTip()
    rows = [
        row for s in sections((), window.actions_.bindings) for row in s.rows if row[0]
    ]
    assert "Ctrl+Alt+D" in {keys for keys, _, _ in rows}
    assert Preferences().keys == {"mark_zone": ("Ctrl+Alt+D",)}
    window.settings.apply(settings(window))
    assert window.actions_["mark_zone"].shortcut().toString() == "Ctrl+D"


def test_changed_keys_are_there_after_a_restart(open_window, path):
    first = open_window(path)
    first.settings.apply(settings(first, {"undo": ("F12",), "copy": ()}))
    first.close()
    again = open_window(path)
    assert again.actions_["undo"].shortcut().toString() == "F12"
    assert again.actions_["copy"].shortcut().isEmpty()


def test_conflicts_name_what_is_in_the_way(window):
    keys = window.actions_.keys
    (said,) = conflicts({"theme": ("Ctrl+E",)}, keys)
    assert said == "Ctrl+E of “Light or dark” is also: Export annotations."
    (label,) = conflicts({"theme": ("p",)}, keys)
    assert "label or part" in label
    (kept,) = conflicts({"theme": ("Shift+P",)}, keys)
    assert "label or part" in kept
    (move,) = conflicts({"theme": ("Alt+Left",)}, keys)
    assert "a move in the article" in move
    assert conflicts({"theme": ("Ctrl+Alt+F8",)}, keys) == []
    # Free again, once the other has let go of it.
    assert conflicts({"theme": ("Ctrl+E",), "export": ()}, keys) == []


@pytest.fixture
def page(qtbot, window):
    made = KeysPage({}, window.actions_.keys)
    qtbot.addWidget(made)
    made.show()
    return made


def choose(page, name: str) -> None:
    page.search.setText("")
    row = next(n for n, e in enumerate(page.model.rows) if e.id == name)
    page.table.setCurrentIndex(page._proxy.mapFromSource(page.model.index(row, 0)))


def test_a_key_is_recorded_by_pressing_it(qtbot, page):
    choose(page, "theme")
    page.recorder.setFocus()
    qtbot.keyClick(page.recorder, Qt.Key.Key_E, CTRL)
    assert page.changed == {"theme": ("Ctrl+E",)}
    assert "Export annotations" in page.said.text()
    assert page.conflicts()
    page.own.click()
    assert page.changed == {}
    assert page.said.text() == ""
    page.none.click()
    assert page.changed == {"theme": ()}
    choose(page, "undo")
    page.none.click()
    page.all.click()
    assert page.changed == {}


def test_actions_are_found_by_name_and_by_key(page):
    page.search.setText("backup")
    assert page._proxy.rowCount() == 1
    page.search.setText("ctrl+shift+z")
    assert page._proxy.rowCount() == 1
    index = page._proxy.index(0, KEYS)
    assert index.data() == "Ctrl+Shift+Z or Ctrl+Y"
    page.search.setText("nothing is called so")
    assert page.current() is None
    page.none.click()
    assert page.changed == {}


def test_the_list_of_keys_is_a_sound_model(qtbot, qtmodeltester, page):
    qtmodeltester.check(KeyModel({}, page))


def test_settings_with_a_conflict_are_not_taken(qtbot, window):
    dialog = SettingsDialog(
        settings(window, {"theme": ("Ctrl+E",)}), [], window.actions_.keys
    )
    qtbot.addWidget(dialog)
    chosen = []
    dialog.chosen.connect(chosen.append)
    dialog.submit()
    assert "Export annotations" in dialog.problem.text()
    assert dialog.pages.currentWidget() is dialog.keys
    assert not chosen


def test_a_key_is_the_same_however_it_is_written():
    assert same("ctrl+e") == same("Ctrl+E")


# -- suggestions that wait for the first pass ----------------------------------


@pytest.fixture
def suggested(window):
    project = window.project.project
    document_id = window.article.document.document.id
    suggest(project, document_id, [("entity", "PERSON", {"mention": [ADA]}, 1.0)])
    window.article.run(window.article.desk.reload_suggestions)
    assert len(window.review.shown_suggestions()) == 1
    return window


def test_suggestions_are_hidden_until_the_article_is_done(suggested):
    window, limits = suggested, []
    window.review.limits_changed.connect(limits.append)
    window.settings.apply(settings(window, blind=True))
    assert window.review.shown_suggestions() == []
    assert window.parts.view.page.model.reading_order() == []
    window.review.accept_many(kind=None, label=None, min_score=0.0)
    assert not window.article.document.layer.annotations
    window.documents.set_status(Status.DONE)
    assert len(window.review.shown_suggestions()) == 1
    assert len(window.parts.view.page.model.reading_order()) == 1
    window.documents.set_status(Status.IN_PROGRESS)
    assert window.review.shown_suggestions() == []
    window.settings.apply(settings(window, blind=False))
    assert len(window.review.shown_suggestions()) == 1
    assert limits


def said_by(window) -> str:
    """Return all that the window says in words, names, tips, cells and menus."""
    said = []
    for widget in window.findChildren(QWidget):
        said += [widget.toolTip(), widget.accessibleName()]
        said += [widget.text()] if isinstance(widget, QAbstractButton | QLabel) else []
        if isinstance(widget, QAbstractItemView) and widget.model() is not None:
            model = widget.model()
            for row in range(model.rowCount()):
                index = model.index(row, 0)
                said += [str(index.data(role)) for role in (TIP, AS_READ)]
    return "\n".join(said)


def test_not_even_the_number_of_hidden_suggestions_is_told(qtbot, suggested):
    window, panels = suggested, suggested.parts.panels
    panels.scores.open()
    rows, listed = window.parts.documents.model, panels.annotations.model
    qtbot.waitUntil(lambda: listed.rowCount() == 1)
    qtbot.waitUntil(lambda: "1 of 1" in said_by(window))
    assert window.actions_["next_suggestion"].isEnabled()
    for leak in ("1 suggestion open", "1 open suggestion", "<b>1 suggestion</b>"):
        assert leak in said_by(window)
    window.settings.apply(settings(window, blind=True))
    qtbot.waitUntil(lambda: listed.rowCount() == 0)
    said = said_by(window)
    for leak in ("1 suggestion", "1 open", "1 of 1", "0 of 1", "1 hidden", "PERSON, "):
        assert leak not in said
    assert not window.actions_["next_suggestion"].isEnabled()
    assert not window.parts.documents.bar.suggestions.isVisibleTo(window)
    assert {rows.index(n, 0).data(ROW_ROLE).pending for n in range(2)} == {0}
    window.documents.set_status(Status.DONE)
    qtbot.waitUntil(lambda: listed.rowCount() == 1)
    assert "1 suggestion open" in said_by(window)
    window.documents.set_status(Status.IN_PROGRESS)
    qtbot.waitUntil(lambda: listed.rowCount() == 0)
    window.settings.apply(settings(window, blind=False))
    qtbot.waitUntil(lambda: listed.rowCount() == 1)
    assert "1 open suggestion" in said_by(window)


def test_limits_are_set_from_the_settings(suggested):
    window = suggested
    limits = window.parts.panels.scores.limits()
    window.settings.apply(settings(window, limits={**limits, "entity": 0.8}))
    assert window.parts.panels.scores.limits()["entity"] == pytest.approx(0.8)
    assert len(window.review.shown_suggestions()) == 1


# -- backups, font -------------------------------------------------------------


@pytest.mark.parametrize("daily", [True, False])
def test_backups_are_made_or_not(qtbot, open_window, path, daily):
    preferences = Preferences()
    for setting in SETTINGS:
        if setting.name == "backups_daily":
            preferences.set(setting, daily)
    from annotator.ui.tasks import working_pool

    open_window(path)
    assert working_pool().waitForDone(10_000)
    assert bool(list_backups(path)) is daily


def test_a_font_is_used_at_once(window):
    own = window.parts.view.page.look.font.family()
    window.settings.apply(settings(window, font="DejaVu Sans Mono"))
    assert window.parts.view.font().family() == "DejaVu Sans Mono"
    window.settings.apply(settings(window, font=""))
    assert window.parts.view.page.look.font.family() == own


# -- language ------------------------------------------------------------------


def test_the_window_is_made_anew_in_another_language(qtbot, qapp, path):
    preferences = Preferences()
    preferences.suggest = False
    old = composition.make_window(qapp, "ada")
    old.show()
    with qtbot.waitSignal(old.project.opened, timeout=10_000):
        old.project.open_path(path)
    document = old.article.document.document.id
    names = [dock.objectName() for dock in old.parts.docks]
    old.settings.apply(settings(old, language=Language.GERMAN))
    new = qapp.property("window")
    qtbot.addWidget(new)
    try:
        qtbot.waitUntil(lambda: new.article.document is not None, timeout=10_000)
        assert new.article.document.document.id == document
        titles = [action.text() for action in new.menuBar().actions()]
        assert titles[:3] == ["&Projekt", "&Bearbeiten", "&Markieren"]
        assert new.actions_["export"].statusTip().startswith("Prüfen")
        # The panels stand where they stood: they are known by the same names.
        assert [dock.objectName() for dock in new.parts.docks] == names
        assert not new.parts.inspector_dock.isHidden()
        qtbot.waitUntil(lambda: not isValid(old))
        assert new.isVisible()
        assert QApplication.quitOnLastWindowClosed()
    finally:
        new.close()
        qapp.setProperty("window", None)
        use_language(Language.ENGLISH)
