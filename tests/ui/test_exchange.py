"""Handing out and merging from the window."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel

from annotator.services.merging import merge_files
from annotator.services.project import Project
from annotator.ui.dialogs.report import ReportDialog
from annotator.ui.errors import ErrorDialog
from annotator.ui.people.handing_out import HandOutDialog
from annotator.ui.people.merging import MergeDialog
from annotator.ui.theme import Theme, apply_theme
from annotator.ui.welcome import RecentProjects
from annotator.ui.window.main_window import MainWindow
from annotator.ui.window.preferences import Preferences
from tests.unit.services.handouts import NAMES, Worker, give, make_project


@pytest.fixture
def path(tmp_path):
    return make_project(tmp_path)


@pytest.fixture
def window(qtbot, qapp, tmp_path, path):
    preferences = Preferences()
    preferences.suggest = False
    keeper = apply_theme(qapp, Theme.LIGHT)
    recent = RecentProjects(tmp_path / "recent.json")
    window = MainWindow(preferences, keeper, recent, "lead")
    qtbot.addWidget(window)
    window.show()
    with qtbot.waitSignal(window.project.opened, timeout=10_000):
        window.project.open_path(path)
    yield window
    window.close()


def dialog_of(window, sort):
    """Return the dialog that was opened last."""
    return window.findChildren(sort)[-1]


def asked_from(window):
    """Return the window that dialogs open above."""
    people = window.people.shown
    return window if people is None else people


def reported(qtbot, window):
    """Wait for a report, close it, and return what it says."""
    above = asked_from(window)
    qtbot.waitUntil(lambda: bool(above.findChildren(ReportDialog)), timeout=10_000)
    dialog = dialog_of(above, ReportDialog)
    outcome = dialog.outcome
    with qtbot.waitSignal(dialog.destroyed):
        dialog.reject()
    return outcome


def worked(path, name, seed=1):
    file = give(path, name)
    Worker(file, name, seed).work(15)
    return file


def test_every_annotator_ticked_gets_a_file(qtbot, window, path, tmp_path):
    window.actions_["hand_out"].trigger()
    dialog = dialog_of(window, HandOutDialog)
    assert list(dialog.people) == list(NAMES)
    assert dialog.files.text() == "lead-ada.annot, lead-bob.annot, lead-cy.annot"
    dialog.folder.set_path(tmp_path / "nowhere")
    dialog.submit()
    assert "is not a folder" in dialog.problem.text()
    out = tmp_path / "out"
    out.mkdir()
    dialog.folder.set_path(out)
    dialog.people["cy"].setChecked(False)
    dialog.submit()
    outcome = reported(qtbot, window)
    assert outcome.headline == "2 files written"
    assert sorted(f.name for f in out.iterdir()) == ["lead-ada.annot", "lead-bob.annot"]
    with Project.open(out / "lead-ada.annot") as handout:
        assert handout.handout_for().name == "ada"
    # Work that has not come back is not written over; the other file is.
    Worker(out / "lead-ada.annot", "ada", 3).work(10)
    window.exchange.run_hand_out(["ada", "bob"], out, True)
    outcome = reported(qtbot, window)
    assert outcome.headline == "1 file written"
    (problem,) = outcome.problems
    assert problem.where == "ada"
    assert "holds work that has not been merged" in problem.reason


def test_files_chosen_are_merged_and_views_show_it(qtbot, window, path):
    files = [worked(path, name, number) for number, name in enumerate(NAMES)]
    window.actions_["people"].trigger()
    model = window.people.shown.people

    def numbers():
        return [model.index(row, 4).data() for row in range(model.rowCount())]

    before = numbers()
    window.actions_["merge"].trigger()
    dialog = dialog_of(asked_from(window), QFileDialog)
    assert dialog.fileMode() is QFileDialog.FileMode.ExistingFiles
    dialog.filesSelected.emit([str(file) for file in files])
    dialog.done(0)
    outcome = reported(qtbot, window)
    assert outcome.headline == "3 files merged"
    assert dict(outcome.counts)["Annotations new"] > 0
    assert outcome.problems == ()
    assert any("before-merge" in note for note in outcome.notes)
    assert numbers() != before
    window.exchange.run_merge(files)
    outcome = reported(qtbot, window)
    assert outcome.headline == "3 files merged, with nothing new"
    assert [note.split(": ")[1] for note in outcome.notes] == ["nothing new."] * 3


def test_dropped_files_are_merged_if_that_is_meant(qtbot, window, path):
    file = worked(path, "ada")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file))])
    how = (Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton)
    none = Qt.KeyboardModifier.NoModifier
    window.actions_["people"].trigger()
    for target in (window, window.people.shown):
        enter = QDragEnterEvent(QPointF(9, 9).toPoint(), *how, none)
        QApplication.sendEvent(target, enter)
        assert enter.isAccepted()
        QApplication.sendEvent(target, QDropEvent(QPointF(9, 9), *how, none))
        dialog = dialog_of(asked_from(window), MergeDialog)
        assert "ada.annot" in [label.text() for label in dialog.findChildren(QLabel)]
        dialog.submit()
        assert reported(qtbot, window).headline.startswith("1 file merged")


def test_what_is_refused_is_said_and_costs_itself_alone(qtbot, window, path, tmp_path):
    good = worked(path, "ada")
    damaged = tmp_path / "damaged.annot"
    damaged.write_bytes(good.read_bytes()[:9000])
    newer = give(path, "bob")
    with closing(sqlite3.connect(newer)) as database:
        database.execute("PRAGMA user_version = 99")
        database.execute("UPDATE alembic_version SET version_num = '0099'")
        database.commit()
    (tmp_path / "elsewhere").mkdir()
    other = make_project(tmp_path / "elsewhere")
    window.exchange.run_merge([damaged, newer, other, path, good])
    outcome = reported(qtbot, window)
    assert outcome.headline == "1 of 5 files merged"
    said = {problem.where: problem.reason for problem in outcome.problems}
    assert list(said) == [damaged.name, newer.name, other.name]
    assert all(reason.startswith("Refused.") for reason in said.values())
    assert "newer" in said[newer.name]
    reasons = [problem.reason for problem in outcome.problems]
    assert any("belongs to another project" in reason for reason in reasons)
    assert any("is this project itself" in reason for reason in reasons)
    window.exchange.run_merge([damaged])
    assert reported(qtbot, window).headline == "The file was refused"


def test_merging_that_is_stopped_keeps_what_came_in(qtbot, window, path, monkeypatch):
    files = [worked(path, name, number) for number, name in enumerate(NAMES)]

    def stopping(project, paths, progress, *, reports):
        merge_files(project, paths[:1], None, reports=reports)
        progress.cancel()
        progress.step(0, 1)

    monkeypatch.setattr("annotator.services.merging.merge_files", stopping)
    with qtbot.waitSignal(window.project.imported):
        window.exchange.run_merge(files)
    outcome = reported(qtbot, window)
    assert outcome.headline == "Stopped. 1 file merged"


def test_handouts_and_people_who_do_not_lead_can_do_neither(qtbot, window, path):
    window.project.enter("ada")
    assert not window.actions_["merge"].isEnabled()
    assert not window.actions_["hand_out"].isEnabled()
    window.exchange.take_files([path])
    assert not window.findChildren(MergeDialog)
    assert "in the lead’s project" in window.parts.status.hint.text()


def test_nobody_to_hand_out_to(qtbot, window):
    for name in NAMES:
        person = window.project.project.person(name)
        window.project.project.store.retire_annotator(person.id, retired=True)
    window.exchange.hand_out()
    dialog = dialog_of(window, ErrorDialog)
    texts = [label.text() for label in dialog.findChildren(QLabel)]
    assert any("add annotators first" in text for text in texts)
    dialog.close()
