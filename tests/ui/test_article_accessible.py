from __future__ import annotations

from dataclasses import replace

import pytest
import shiboken6
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible

from annotator.ui.article.accessible import ArticleAccessible, spoken
from annotator.ui.article.view import ArticleView
from tests.ui.article_helpers import entity, fragment, make_view, press

TEXT = "Ada 😀 met Charles.\nقال أحمد الخطيب يوم الاثنين.\n\nEnd"  # noqa: RUF001


@pytest.fixture
def view(qtbot):
    QAccessible.setActive(True)
    yield make_view(qtbot, TEXT, [entity(TEXT, "Charles", suggested=True)])
    QAccessible.setActive(False)


@pytest.fixture
def text(view):
    return QAccessible.queryAccessibleInterface(view).textInterface()


def test_a_mark_is_said_in_words():
    mark = entity(TEXT, "Charles", suggested=True)
    assert spoken(mark, TEXT) == "PERSON, Charles, suggestion"
    assert (
        spoken(replace(mark, score=0.871), TEXT) == "PERSON, Charles, suggestion 0.87"
    )
    two = replace(
        entity(TEXT, "Ada"),
        parts={"mention": (fragment(TEXT, "Ada"), fragment(TEXT, "End"))},
        unfinished=True,
    )
    assert spoken(two, TEXT) == "PERSON, Ada … End, unfinished"


def test_the_article_is_readable_in_utf16(view, text):
    assert text.text(0, -1) == TEXT
    assert text.characterCount() == len(TEXT) + 1
    press(view, Qt.Key.Key_Right, times=2)
    assert text.cursorPosition() == len("Ada xx ")
    assert text.text(7, 10) == "met"
    press(view, Qt.Key.Key_Down)
    assert view.caret() > TEXT.index("\n")
    assert text.cursorPosition() == view.caret() + 1
    assert text.text(-5, 3) == "Ada"
    assert text.text(5, 2) == ""


def test_the_caret_can_be_moved_and_found(view, text):
    text.setCursorPosition(7)
    assert view.caret() == TEXT.index("met")
    text.setCursorPosition(10**6)
    assert view.caret() == len(TEXT)
    rect = text.characterRect(7)
    assert text.offsetAtPoint(rect.center() + QPoint(3, 0)) == 7
    text.scrollToSubstring(0, 3)
    text.addSelection(7, 10)
    assert view.selection() == (fragment(TEXT, "met"),)
    text.setSelection(0, 3, 3)
    assert view.selection() == (fragment(TEXT, "met"),)
    text.removeSelection(0)
    assert view.selection() == ()
    assert text.selectionCount() == 0


def test_everything_goes_on_while_somebody_listens(view):
    interface = QAccessible.queryAccessibleInterface(view)
    assert isinstance(interface, ArticleAccessible)
    assert QAccessible.queryAccessibleInterface(view) is interface
    assert interface.text(QAccessible.Text.Name) == "Article"
    view.clearFocus()
    actions = interface.actionInterface()
    (name,) = actions.actionNames()
    actions.doAction("Press")
    assert not view.hasFocus()
    actions.doAction(name)
    assert view.hasFocus()
    assert actions.keyBindingsForAction(name) == []
    view.select_mark("Charles")
    press(view, Qt.Key.Key_Down, times=4)
    view.set_document("", view.page.model.units.tokens, ())


def test_the_interface_goes_with_its_view(qapp):
    QAccessible.setActive(True)
    view = ArticleView()
    interface = QAccessible.queryAccessibleInterface(view)
    # A slot that comes later gives the view another meta-object: Qt asks again.
    view.mark_selected.connect(view.escape)
    QAccessible.queryAccessibleInterface(view)
    shiboken6.delete(view)
    is_left = shiboken6.isValid(interface)
    QAccessible.setActive(False)
    assert not is_left


# -- marks ---------------------------------------------------------------------


def children(view) -> list:
    interface = QAccessible.queryAccessibleInterface(view)
    return [interface.child(number) for number in range(interface.childCount())]


def names(view) -> list[str]:
    return [child.text(QAccessible.Text.Name) for child in children(view)]


def test_every_mark_is_a_child_in_reading_order_that_says_what_and_where(view):
    view.apply([entity(TEXT, "Ada"), replace(entity(TEXT, "End"), unfinished=True)], ())
    interface = QAccessible.queryAccessibleInterface(view)
    assert names(view) == ["PERSON: Ada", "PERSON: Charles", "PERSON: End"]
    ada, charles, end = children(view)
    assert ada.role() is QAccessible.Role.Note
    assert ada.text(QAccessible.Text.Description) == "mention 0–3"
    said = charles.text(QAccessible.Text.Description)
    start = TEXT.index("Charles")
    assert said == f"suggestion; mention {start}–{start + len('Charles')}"
    assert end.text(QAccessible.Text.Description).startswith("unfinished; mention")
    assert end.text(QAccessible.Text.Value) == ""
    assert [interface.indexOfChild(child) for child in (ada, charles, end)] == [0, 1, 2]
    assert interface.indexOfChild(interface) == -1
    assert interface.child(3) is None
    assert ada.parent() is interface
    assert (ada.childCount(), ada.child(0), ada.indexOfChild(end)) == (0, None, -1)
    assert ada.window() is view.window().windowHandle()
    assert ada.textInterface() is None


def test_a_mark_can_be_selected_and_found_at_its_place(view):
    (charles,) = children(view)
    assert not charles.state().selected
    actions = charles.actionInterface()
    view.clearFocus()
    (name,) = actions.actionNames()
    actions.doAction("no such")
    assert view.selected_mark() is None
    actions.doAction(name)
    assert actions.keyBindingsForAction(name) == []
    assert view.selected_mark() == "Charles"
    state = charles.state()
    assert state.selected
    assert state.focused
    assert not state.offscreen
    middle = charles.rect().center()
    interface = QAccessible.queryAccessibleInterface(view)
    assert interface.childAt(middle.x(), middle.y()) is charles
    assert interface.childAt(middle.x() - 60, middle.y()) is None
    outside = view.viewport().mapToGlobal(view.viewport().rect().bottomRight())
    assert interface.childAt(outside.x(), outside.y()) is None


def test_marks_come_and_go_while_somebody_listens(qtbot, view):
    (charles,) = children(view)
    item = charles.object()
    view.apply((), ["Charles"])
    assert names(view) == []
    assert charles.text(QAccessible.Text.Name) == ""
    assert charles.rect().isEmpty()
    qtbot.waitUntil(lambda: not shiboken6.isValid(item))
    view.apply([entity(TEXT, "Ada"), entity(TEXT, "Charles")], ())
    view.set_visible_filter(lambda mark: mark.id == "Ada")
    assert names(view) == ["PERSON: Ada"]
    view.clear()
    assert names(view) == []


def test_a_mark_out_of_sight_is_said_to_be(qtbot):
    QAccessible.setActive(True)
    text = "Ada met Omar.\n" * 200 + "Charles"
    view = make_view(qtbot, text, [entity(text, "Charles")])
    (charles,) = children(view)
    assert charles.state().offscreen
    assert charles.rect().isEmpty()
    view.select_mark("Charles")
    assert not charles.state().offscreen
    QAccessible.setActive(False)
