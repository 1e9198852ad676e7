"""Several articles are selected in the list, and something is done with all."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu

from annotator.domain.documents import Status
from annotator.services.backups import list_backups
from annotator.services.project import Project
from annotator.storage.shelf import Why
from annotator.ui.dialogs.remove import RemoveDialog
from annotator.ui.window import list_commands
from tests.ui.test_bin import dialog_of, mark, opened, titles

SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier


def states(window) -> list[Status]:
    model = window.parts.documents.model
    return [model.document(row).status for row in range(model.rowCount())]


def choose_all(qtbot, window):
    table = window.parts.documents.table
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_A, CTRL)
    assert window.parts.documents.selected_count() == 2


def menu_of(window) -> QMenu:
    window.listed.open_menu(window.parts.documents.model.document(0).id, QPoint(0, 0))
    return next(m for m in window.findChildren(QMenu) if m.isVisible())


def entry(menu: QMenu, words: str):
    return next(a for a in menu.actions() if words in a.text())


@pytest.mark.parametrize("at_once", [100, 1])
def test_all_that_are_selected_are_set_to_done_and_one_undo_takes_it_back(
    qtbot, window, path, monkeypatch, at_once
):
    monkeypatch.setattr(list_commands, "AT_ONCE", at_once)
    mark(window)
    here = opened(window)
    choose_all(qtbot, window)
    menu = menu_of(window)
    entry(entry(menu, "Set 2 articles to").menu(), "Done").trigger()
    menu.close()
    qtbot.waitUntil(lambda: states(window) == [Status.DONE] * 2, timeout=10_000)
    assert opened(window) == here
    assert window.article.document.layer.status is Status.DONE
    assert "takes that back" in window.parts.status.hint.text()
    window.actions_["undo"].trigger()
    assert states(window) == [Status.IN_PROGRESS, Status.TODO]
    assert opened(window) == here
    kept = [kept.why for kept in list_backups(path)]
    assert (Why.BULK in kept) is (at_once == 1)


def test_another_article_is_set_from_the_list_and_not_opened(window):
    here, (_, other) = opened(window), window.parts.documents.model._pages[0]
    window.listed.set_status([other.id], Status.FLAGGED)
    assert states(window) == [Status.TODO, Status.FLAGGED]
    assert opened(window) == here
    window.listed.set_status([other.id], Status.FLAGGED)  # nothing to do


def test_delete_removes_all_that_are_selected(qtbot, window, path):
    choose_all(qtbot, window)
    qtbot.keyClick(window.parts.documents.table, Qt.Key.Key_Delete)
    dialog = dialog_of(window, RemoveDialog)
    assert "2 articles" in dialog.work.text()
    dialog.accept_button.click()
    assert titles(window) == []
    window.actions_["undo"].trigger()
    with Project.open(path) as project:
        assert len(project.store.documents.ids()) == 2


def test_selecting_more_opens_nothing(qtbot, window):
    here, table = opened(window), window.parts.documents.table
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Down, SHIFT)
    assert window.parts.documents.selected_count() == 2
    box = table.visualRect(window.parts.documents.model.index(1, 0))
    viewport, left = table.viewport(), Qt.MouseButton.LeftButton
    qtbot.mouseClick(viewport, left, CTRL, pos=box.center())
    assert window.parts.documents.selected_count() == 1
    qtbot.wait(250)
    assert opened(window) == here
    qtbot.mouseClick(viewport, left, pos=box.center())
    assert opened(window) != here
