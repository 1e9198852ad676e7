"""Who is working: chosen at opening, shown always; and the time they spend."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication

from annotator.services.assigning import AssignRequest, assign
from annotator.services.handing_out import hand_out
from annotator.services.people import retire_person
from annotator.services.project import Project
from annotator.ui.dialogs.who import WhoDialog
from annotator.ui.errors import ErrorDialog
from annotator.ui.theme import Theme, apply_theme
from annotator.ui.welcome import RecentProjects
from annotator.ui.window.main_window import MainWindow
from annotator.ui.window.preferences import Preferences
from tests.ui.window_helpers import make_project


@pytest.fixture
def path(tmp_path):
    made = make_project(tmp_path)
    with Project.open(made) as project:
        project.enter("lena")
        project.annotator("ada")
        project.annotator("bob")
    return made


@pytest.fixture
def start(qtbot, qapp, tmp_path):
    """Return how to start the program with a project, without waiting for it."""
    windows = []

    def begin(path, annotator=None, last="") -> MainWindow:
        preferences = Preferences()
        preferences.suggest = False
        preferences.annotator = last
        keeper = apply_theme(qapp, Theme.LIGHT)
        recent = RecentProjects(tmp_path / "recent.json")
        window = MainWindow(preferences, keeper, recent, annotator)
        qtbot.addWidget(window)
        windows.append(window)
        window.show()
        window.project.open_path(path)
        return window

    yield begin
    for window in windows:
        window.close()


def who(window) -> str | None:
    """Return who works, where window, status bar and desk all say the same."""
    desk = window.article.desk
    if desk is None:
        return None
    name = desk.annotator.name
    assert window.parts.status.who.text() == name
    assert f"— {name} —" in window.windowTitle()
    assert window.project.annotator == desk.annotator
    return name


def asked(qtbot, window) -> WhoDialog:
    qtbot.waitUntil(lambda: bool(window.findChildren(WhoDialog)), timeout=10_000)
    (dialog,) = window.findChildren(WhoDialog)
    return dialog


def test_whoever_was_last_goes_on(qtbot, start, path):
    window = start(path, last="ada")
    qtbot.waitUntil(lambda: who(window) == "ada", timeout=10_000)
    assert not window.findChildren(WhoDialog)


def test_the_first_of_a_new_project_is_not_asked(qtbot, start, tmp_path):
    window = start(make_project(tmp_path), last="grace")
    qtbot.waitUntil(lambda: who(window) == "grace", timeout=10_000)
    assert window.project.annotator.lead


def test_a_project_of_others_asks_who_is_working(qtbot, start, path):
    window = start(path, last="stranger")
    dialog = asked(qtbot, window)
    offered = [dialog.names.itemText(i) for i in range(dialog.names.count())]
    assert offered == ["lena", "ada", "bob"]
    assert who(window) is None
    dialog.submit()
    assert "Choose a name" in dialog.problem.text()
    dialog.names.setCurrentText("bob")
    dialog.submit()
    qtbot.waitUntil(lambda: who(window) == "bob")
    assert not window.project.annotator.lead


def test_who_does_not_say_goes_back_to_the_welcome_screen(qtbot, start, path):
    window = start(path, last="stranger")
    asked(qtbot, window).reject()
    assert window.project.project is None
    assert window.windowTitle() == "Annotator"


def test_a_name_on_the_command_line_is_taken_as_it_is(qtbot, start, path):
    window = start(path, annotator="dora", last="ada")
    qtbot.waitUntil(lambda: who(window) == "dora", timeout=10_000)


def test_the_retired_are_refused(qtbot, start, path):
    with Project.open(path) as project:
        retire_person(project, "bob", retired=True)
    window = start(path, annotator="bob")
    qtbot.waitUntil(lambda: bool(window.findChildren(ErrorDialog)), timeout=10_000)
    (shown,) = window.findChildren(ErrorDialog)
    shown.close()
    assert window.project.project is None
    window.project.open_path(path)
    dialog = asked(qtbot, window)
    assert dialog.names.findText("bob") == -1
    dialog.reject()


def test_a_handout_opens_as_its_annotator(qtbot, start, path, tmp_path):
    with Project.open(path) as project:
        assign(project, AssignRequest(("ada", "bob")))
        report = hand_out(project, "ada", tmp_path / "ada")
    window = start(report.path, last="stranger")
    qtbot.waitUntil(lambda: who(window) == "ada", timeout=10_000)
    assert window.documents.library.count() == 1
    assert Preferences().annotator == "stranger"  # elsewhere they are who they were


def test_somebody_else_sits_down(qtbot, start, path):
    window = start(path, last="ada")
    qtbot.waitUntil(lambda: who(window) == "ada", timeout=10_000)
    window.parts.status.who.click()
    dialog = asked(qtbot, window)
    assert dialog.names.currentText() == "ada"
    dialog.names.setCurrentText("bob")
    dialog.submit()
    assert who(window) == "bob"
    with Project.open(path) as project:
        retire_person(project, "lena", retired=False)
        retire_person(project, "ada", retired=True)
    window.project.enter("ada")
    qtbot.waitUntil(lambda: bool(window.findChildren(ErrorDialog)))
    window.findChildren(ErrorDialog)[0].close()
    assert who(window) == "bob"
    assert Preferences().annotator == "bob"


def test_annotators_are_offered_their_own_layer_only(qtbot, start, path):
    from annotator.ui.dialogs.export import ExportDialog

    for name, everybody in (("ada", False), ("lena", True)):
        window = start(path, last=name)
        qtbot.waitUntil(lambda w=window, n=name: who(w) == n, timeout=10_000)
        window.exporting.ask()
        (dialog,) = window.findChildren(ExportDialog)
        offered = [dialog.layer.itemText(i) for i in range(dialog.layer.count())]
        assert ("Everybody" in offered) == everybody
        assert ("bob" in offered) == everybody
        assert name in offered
        dialog.reject()
        window.project.close()


def test_the_time_at_the_article_is_kept(qtbot, start, path, monkeypatch):
    window = start(path, last="ada")
    qtbot.waitUntil(lambda: who(window) == "ada", timeout=10_000)
    desk, view = window.article.desk, window.parts.view
    document = window.article.document.document.id
    moment = [1000.0]
    monkeypatch.setattr(desk.clock, "_clock", lambda: moment[0])
    desk.clock.touch()
    desk.clock._pending.clear()
    moment[0] += 20
    key = QKeyEvent(
        QEvent.Type.KeyPress, Qt.Key.Key_Shift, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(view, key)
    moment[0] += 10
    at = QPointF(view.viewport().rect().center())
    no = Qt.MouseButton.NoButton
    move = QMouseEvent(
        QEvent.Type.MouseMove, at, at, no, no, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(view.viewport(), move)
    moment[0] += 500  # away
    QApplication.sendEvent(view, key)
    moment[0] += 4
    QApplication.sendEvent(view, key)
    window.article.keep_places()
    spent = window.project.project.store.time_spent(desk.annotator.id)
    assert spent == {document: 34.0}
