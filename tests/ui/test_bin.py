"""Articles go into the bin and come back, by keys and mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QDialog, QMenu

from annotator.services.binning import put_into_bin
from annotator.services.project import Project
from annotator.ui.dialogs.bin import BinDialog, BinModel
from annotator.ui.dialogs.remove import RemoveDialog
from tests.ui.window_helpers import HARBOUR, make_project, place


@pytest.fixture
def other(path):
    """Return the project as another window has it."""
    with Project.open(path) as project:
        yield project


def dialog_of(window, kind: type[QDialog]) -> QDialog:
    return next(d for d in window.findChildren(kind) if d.isVisible())


def titles(window) -> list[str]:
    model = window.parts.documents.model
    return [model.document(row).title for row in range(model.rowCount())]


def opened(window) -> str:
    return window.article.document.document.details.title


def mark(window) -> None:
    desk = window.article.desk
    fragment = place(HARBOUR, "Ada Brook")
    window.article.run(lambda: desk.mark("entity", "PERSON", [fragment]))


def remove(window) -> RemoveDialog:
    window.actions_["remove"].trigger()
    dialog = dialog_of(window, RemoveDialog)
    said = dialog.work.text()
    dialog.accept_button.click()
    return said


def test_the_open_article_goes_and_undo_brings_it_back(window):
    first, second = titles(window)
    assert opened(window) == first
    mark(window)
    said = remove(window)
    assert said == "1 article with 1 annotation of ada."
    assert titles(window) == [second]
    assert opened(window) == second
    assert "1 article" in window.parts.documents._count.text()
    window.actions_["undo"].trigger()
    assert titles(window) == [first, second]
    assert opened(window) == first
    assert len(window.article.document.layer.annotations) == 1
    window.actions_["redo"].trigger()
    assert opened(window) == second
    assert titles(window) == [second]


def test_a_no_changes_nothing(window):
    window.actions_["remove"].trigger()
    dialog_of(window, RemoveDialog).reject()
    assert len(titles(window)) == 2
    assert window.article.undo_name is None


def test_the_last_article_leaves_an_empty_window(window):
    remove(window)
    remove(window)
    assert window.article.document is None
    assert not window.parts.shows_article
    assert titles(window) == []
    assert not window.actions_["remove"].isEnabled()
    window.actions_["undo"].trigger()
    assert len(titles(window)) == 1
    assert window.parts.shows_article


def test_all_that_is_listed_goes_in_one_step(window):
    window.actions_["remove_listed"].trigger()
    dialog = dialog_of(window, RemoveDialog)
    assert dialog.accept_button.text() == "Put 2 articles into the bin"
    dialog.accept_button.click()
    assert titles(window) == []
    assert window.article.undo_name == "Remove 2 articles"
    window.actions_["undo"].trigger()
    assert len(titles(window)) == 2


def test_very_many_go_with_progress(qtbot, window, monkeypatch):
    monkeypatch.setattr("annotator.ui.window.bin_commands.AT_ONCE", 1)
    window.actions_["remove_listed"].trigger()
    dialog_of(window, RemoveDialog).accept_button.click()
    qtbot.waitUntil(lambda: titles(window) == [])
    assert window.article.document is None
    window.actions_["undo"].trigger()
    assert len(titles(window)) == 2


def test_delete_and_the_menu_in_the_list(qtbot, window):
    panel = window.parts.documents
    panel.table.setFocus()
    qtbot.keyClick(panel.table, Qt.Key.Key_Delete)
    dialog_of(window, RemoveDialog).reject()
    row = panel.model.document(1)
    window.listed.open_menu(row.id, QPoint(0, 0))
    (menu,) = [m for m in window.findChildren(QMenu) if m.isVisible()]
    removed = next(a for a in menu.actions() if a.text() == "&Remove…")
    removed.trigger()
    menu.close()
    dialog = dialog_of(window, RemoveDialog)
    assert row.title in dialog.titles.text()
    dialog.accept_button.click()
    assert row.title not in titles(window)


def test_the_bin_lists_what_went_and_puts_it_back(qtmodeltester, window):
    first = opened(window)
    mark(window)
    remove(window)
    window.actions_["bin"].trigger()
    dialog = dialog_of(window, BinDialog)
    qtmodeltester.check(dialog.model)
    index = dialog.model.index(0, 0)
    assert index.data() == first
    assert dialog.model.index(0, 2).data() == "ada"
    assert dialog.model.index(0, 3).data() == "1 annotation of ada"
    dialog.accept_button.click()
    assert opened(window) == first
    assert len(titles(window)) == 2
    assert window.article.undo_name.startswith("Put back “")


def test_an_empty_bin_says_what_it_is_for(window):
    window.actions_["bin"].trigger()
    dialog = dialog_of(window, BinDialog)
    assert dialog.empty.isVisible()
    assert not dialog.accept_button.isEnabled()
    assert not dialog.everything.isVisible()


def test_all_of_it_comes_back_at_once(window, other):
    window.bin.remove(other.store.documents.ids())
    window.actions_["bin"].trigger()
    dialog = dialog_of(window, BinDialog)
    assert BinModel(other).rowCount() == 2
    dialog.everything.click()
    assert len(titles(window)) == 2
    assert window.article.document is not None


def test_an_article_that_went_in_another_window_is_left(window, other):
    _, second = titles(window)
    lead = other.person("ada")
    put_into_bin(other, lead, other.store.documents.ids()[:1])
    window.article.catch_up()
    assert opened(window) == second
    assert titles(window) == [second]
    assert "in another window" in window.parts.status.hint.text()


def test_only_the_lead_is_offered_it(open_window, tmp_path):
    path = make_project(tmp_path)
    with Project.open(path) as project:
        project.enter("lea")
    window = open_window(path, annotator="ben")
    window.update_actions()
    for name in ("remove", "remove_listed", "bin"):
        assert not window.actions_[name].isEnabled()
    window.parts.documents.table.deleted.emit()
    assert not [d for d in window.findChildren(RemoveDialog) if d.isVisible()]
