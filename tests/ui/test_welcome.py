from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QPushButton, QToolButton

from annotator.ui.welcome import RecentProjects, WelcomeScreen


@pytest.fixture
def recent(tmp_path):
    return RecentProjects(tmp_path / "settings" / "recent.json")


@pytest.fixture
def project(tmp_path):
    path = tmp_path / "spring.annot"
    path.write_bytes(b"here")
    return path


@pytest.fixture
def screen(qtbot, recent):
    screen = WelcomeScreen(recent)
    qtbot.addWidget(screen)
    screen.show()
    return screen


@pytest.fixture
def named(screen, qtbot):
    def find(kind, name):
        def shown():
            found = screen.findChildren(kind)
            return [b for b in found if b.accessibleName() == name and b.isVisible()]

        qtbot.waitUntil(lambda: len(shown()) == 1)
        return shown()[0]

    return find


def test_recent_projects_newest_first_without_doubles(recent, tmp_path):
    for name in ("one", "two", "one"):
        recent.add(tmp_path / f"{name}.annot", name.title())
    assert [item.name for item in recent.items()] == ["One", "Two"]
    assert recent.items()[0].path == tmp_path / "one.annot"
    assert recent.items()[0].opened.endswith("Z")


def test_recent_projects_are_kept_across_starts_and_capped(tmp_path):
    file = tmp_path / "recent.json"
    for number in range(20):
        RecentProjects(file).add(tmp_path / f"{number}.annot", f"Nr {number} 🗞")
    names = [item.name for item in RecentProjects(file).items()]
    assert names[0] == "Nr 19 🗞"
    assert len(names) == 12


@pytest.mark.parametrize("content", ["", "{", "[1]", '[{"path": 3}]', "{}"])
def test_a_damaged_list_is_an_empty_one(tmp_path, content):
    file = tmp_path / "recent.json"
    file.write_text(content)
    assert RecentProjects(file).items() == []
    RecentProjects(file).add(tmp_path / "a.annot", "A")
    assert len(RecentProjects(file).items()) == 1


def test_a_list_that_cannot_be_written_stops_nobody(tmp_path):
    (tmp_path / "file").write_text("")
    recent = RecentProjects(tmp_path / "file" / "recent.json")
    recent.add(tmp_path / "a.annot", "A")
    assert recent.items() == []


def test_the_list_is_the_users_own_by_default():
    RecentProjects().add(Path("a.annot"), "A")
    assert [item.path.name for item in RecentProjects().items()] == ["a.annot"]
    assert RecentProjects().items()[0].path.is_absolute()


def test_the_three_buttons(screen, qtbot):
    for button, signal in (
        (screen.new_button, screen.new_requested),
        (screen.open_button, screen.open_requested),
        (screen.demo_button, screen.demo_requested),
    ):
        with qtbot.waitSignal(signal):
            button.click()


def test_a_recent_project_opens(screen, named, recent, project, qtbot):
    recent.add(project, "Spring & summer")
    screen.refresh()
    button = named(QPushButton, "Open Spring & summer")
    with qtbot.waitSignal(screen.project_chosen) as told:
        qtbot.keyClick(button, Qt.Key.Key_Space)
    assert told.args == [project]


def test_a_missing_project_is_greyed_and_can_be_taken_off(
    screen, named, recent, project, tmp_path
):
    recent.add(project, "Spring")
    recent.add(tmp_path / "gone.annot", "Gone")
    screen.refresh()
    gone = named(QPushButton, "Open Gone")
    assert not gone.isEnabled()
    assert "Missing" in gone.accessibleDescription()
    named(QToolButton, "Remove Gone from the list").click()
    assert [item.name for item in recent.items()] == ["Spring"]
    assert named(QPushButton, "Open Spring").isEnabled()


def drop(screen, *paths):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    buttons = Qt.MouseButton.LeftButton
    keys = Qt.KeyboardModifier.NoModifier
    copy = Qt.DropAction.CopyAction
    enter = QDragEnterEvent(QPoint(5, 5), copy, data, buttons, keys)
    enter.ignore()
    screen.dragEnterEvent(enter)
    event = QDropEvent(QPointF(5, 5), copy, data, buttons, keys)
    screen.dropEvent(event)
    return enter.isAccepted()


def test_a_dropped_project_opens(screen, project, qtbot):
    with qtbot.waitSignal(screen.project_chosen) as told:
        assert drop(screen, project.with_name("notes.txt"), project)
    assert told.args == [project]


def test_other_files_are_refused(screen, tmp_path, qtbot):
    with qtbot.assertNotEmitted(screen.project_chosen):
        assert not drop(screen, tmp_path / "notes.txt")


def test_arrow_keys_move_through_the_buttons(screen, recent, project, qtbot):
    recent.add(project, "Spring")
    screen.refresh()
    screen.activateWindow()
    screen.new_button.setFocus()
    qtbot.waitUntil(screen.new_button.hasFocus)
    qtbot.keyClick(screen.new_button, Qt.Key.Key_Down)
    assert screen.open_button.hasFocus()
    qtbot.keyClick(screen.open_button, Qt.Key.Key_Up)
    assert screen.new_button.hasFocus()


def test_the_screen_fits_a_small_window(screen, recent, tmp_path, qtbot):
    deep = tmp_path.joinpath(*["a-very-long-folder-name"] * 6, "deep.annot")
    recent.add(deep, "A name that is also rather long " * 4)
    screen.refresh()
    screen.resize(420, 400)
    assert screen.minimumSizeHint().width() <= 420
    assert screen.width() == 420
