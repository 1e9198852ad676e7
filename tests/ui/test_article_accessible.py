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


def test_the_carets_block_is_readable_in_utf16(view, text):
    assert text.text(0, -1) == "Ada 😀 met Charles."
    assert text.characterCount() == len("Ada xx met Charles.")
    press(view, Qt.Key.Key_Right, times=2)
    assert text.cursorPosition() == len("Ada xx ")
    assert text.text(7, 10) == "met"
    press(view, Qt.Key.Key_Down)
    assert text.text(0, text.characterCount()) == "قال أحمد الخطيب يوم الاثنين."


def test_the_caret_can_be_moved_and_found(view, text):
    text.setCursorPosition(7)
    assert view.caret() == TEXT.index("met")
    text.setCursorPosition(10**6)
    assert view.caret() == TEXT.index("\n")
    rect = text.characterRect(7)
    assert text.offsetAtPoint(rect.center() + QPoint(3, 0)) == 7
    text.scrollToSubstring(0, 3)
    assert text.selectionCount() == 0


def test_everything_goes_on_while_somebody_listens(view):
    interface = QAccessible.queryAccessibleInterface(view)
    assert isinstance(interface, ArticleAccessible)
    assert interface is view.accessible
    assert interface.text(QAccessible.Text.Name) == "Article"
    assert interface.actionInterface() is None
    view.select_mark("Charles")
    press(view, Qt.Key.Key_Down, times=4)
    view.set_document("", view.page.model.units.tokens, ())


def test_the_interface_goes_with_its_view(qapp):
    QAccessible.setActive(True)
    view = ArticleView()
    interface = QAccessible.queryAccessibleInterface(view)
    assert interface is view.accessible
    shiboken6.delete(view)
    is_left = shiboken6.isValid(interface)
    QAccessible.setActive(False)
    assert not is_left
