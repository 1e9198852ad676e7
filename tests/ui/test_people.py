"""The window of people: names, progress, assigning."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel

from annotator.services.project import Project
from annotator.ui.errors import ErrorDialog
from annotator.ui.people.dialogs import AssignDialog, NameDialog
from annotator.ui.people.window import PeopleWindow
from annotator.ui.theme import Theme, apply_theme
from annotator.ui.welcome import RecentProjects
from annotator.ui.window.main_window import MainWindow
from annotator.ui.window.preferences import Preferences
from tests.ui.window_helpers import make_project

TEXTS = [f"Article {n} from Velm.\n" for n in range(6)]


@pytest.fixture
def project(tmp_path):
    with Project.open(make_project(tmp_path, TEXTS)) as project:
        project.enter("lea")
        yield project


@pytest.fixture
def people(qtbot, project):
    window = PeopleWindow(project)
    qtbot.addWidget(window)
    window.show()
    return window


def dialog_of(window, sort):
    """Return the dialog that was opened last."""
    return window.findChildren(sort)[-1]


def add(window, name):
    window.add.click()
    dialog = dialog_of(window, NameDialog)
    dialog.name.setText(name)
    dialog.submit()


def shown(window):
    model = window.people
    return [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def test_people_are_added_renamed_retired_and_brought_back(qtbot, project, people):
    add(people, "ada")
    add(people, "ben")
    assert [row[0] for row in shown(people)] == ["lea (lead)", "ada", "ben"]
    people.table.selectRow(2)
    people.rename.click()
    dialog = dialog_of(people, NameDialog)
    assert dialog.name.text() == "ben"
    dialog.name.setText(" ")
    dialog.submit()
    assert dialog.isVisible()
    dialog.name.setText("bo")
    dialog.submit()
    assert [p.name for p in project.annotators() if not p.lead] == ["ada", "bo"]
    people.retire.click()
    assert "bo (retired)" in [row[0] for row in shown(people)]
    assert people.retire.text() == "Bring &back"
    people.retire.click()
    assert not any(p.retired for p in project.annotators())


def test_the_only_lead_cannot_retire(qtbot, people):
    people.table.selectRow(0)
    people.retire.click()
    dialog = dialog_of(people, ErrorDialog)
    assert any("only lead" in label.text() for label in dialog.findChildren(QLabel))
    dialog.close()


def test_assigning_shows_the_loads_before_it_is_done(qtbot, project, people):
    people.assign.click()
    assert people.state.text() == "Add annotators first."
    for name in ("ada", "ben", "cy"):
        add(people, name)
    people.assign.click()
    dialog = dialog_of(people, AssignDialog)
    assert set(dialog.people) == {"ada", "ben", "cy"}
    dialog.shared.setText("3")
    loads = dialog.loads.text()
    assert "ada: 4 (4 new); ben: 4 (4 new); cy: 4 (4 new)." in loads
    assert "3 shared by all" in loads
    assert project.store.assignments() == []
    dialog.shared.setText("some")
    assert "no share" in dialog.loads.text()
    dialog.submit()
    assert dialog.isVisible()
    dialog.shared.setText("3")
    dialog.withhold_shared.setChecked(True)
    assert "3 newly without suggestions" in dialog.loads.text()
    dialog.submit()
    assert [row[1] for row in shown(people)[1:]] == ["4", "4", "4"]
    assert people.state.text() == "12 assignments made."
    assert sum(a.suggestions_withheld for a in project.store.assignments()) == 9


def test_only_the_lead_opens_it_and_it_goes_with_the_lead(qtbot, qapp, tmp_path):
    path = make_project(tmp_path, TEXTS)
    with Project.open(path) as project:
        project.enter("lea")
        project.annotator("ada")
    preferences = Preferences()
    preferences.suggest = False
    keeper = apply_theme(qapp, Theme.LIGHT)
    recent = RecentProjects(tmp_path / "recent.json")
    window = MainWindow(preferences, keeper, recent, "lea")
    qtbot.addWidget(window)
    window.show()
    with qtbot.waitSignal(window.project.opened, timeout=10_000):
        window.project.open_path(path)
    window.actions_["people"].trigger()
    assert window.people.shown.isVisible()
    window.project.enter("ada")
    assert window.people.shown is None
    assert not window.actions_["people"].isEnabled()
    window.close()
