"""A whole article with the keyboard alone: whoever cannot use a mouse can do it all.

Every key goes to whatever has the keyboard at that moment, as from a real one;
nothing is set by calling the window. What is on the screen may be looked at.
"""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu

from annotator.domain.annotations import Fragment
from annotator.domain.documents import Status
from annotator.services.project import Project
from tests.ui.window_helpers import HARBOUR, place, suggest

CONTENT = place(HARBOUR, "“We waited nine years 🚢 for this,”")
MORE = place(HARBOUR, "“and it was worth it.”")
BROOK = place(HARBOUR, "Brook", nth=1)
TOLD = place(HARBOUR, "told")
ADA = place(HARBOUR, "Ada Brook")
COST = place(HARBOUR, "the harbour cost twice the sum that the council had agreed")
OMAR = place(HARBOUR, "Omar Haddad")
TORSK = place(HARBOUR, "Monday")


def press(*keys: str) -> None:
    """Press keys such as ``Ctrl+Home`` on whatever has the keyboard."""
    for key in keys:
        stroke = QKeySequence(key)[0]
        # Nothing activates a new window here, as a window manager would.
        front = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        target = QApplication.focusWidget()
        if front is not None:
            target = front.focusWidget() or front
        assert target is not None, "nothing has the keyboard"
        QTest.keyClick(target, stroke.key(), stroke.keyboardModifiers())


def until(condition, key: str, *, at_most: int = 300) -> None:
    """Press a key until something is so."""
    for _ in range(at_most):
        if condition():
            return
        press(key)
    pytest.fail(f"{key} never led there")


class Typist:
    """Works on the article of one window with keys, looking at the caret."""

    def __init__(self, window) -> None:
        self.window = window
        self.view = window.parts.view

    def select(self, wanted: Fragment) -> None:
        """Go to a stretch, token by token, and select it."""
        if self.view.caret() > wanted.start:
            press("Ctrl+Home")
        until(lambda: self.view.caret() >= wanted.start, "Right")
        assert self.view.caret() == wanted.start
        until(lambda: self.view.caret() >= wanted.end, "Shift+Right")
        assert self.view.selection() == (wanted,)

    def layer(self):
        return self.window.article.document.layer

    def made(self) -> list[tuple[str, dict]]:
        annotations = self.layer().annotations.values()
        return sorted(((a.label, dict(a.parts)) for a in annotations), key=repr)


@pytest.fixture
def suggested(path):
    """Return the project with two suggestions in its first article."""
    with Project.open(path) as project:
        harbour = next(
            one
            for one in project.store.documents.ids()
            if project.store.documents.text(one) == HARBOUR
        )
        suggest(
            project,
            harbour,
            [
                ("entity", "PERSON", {"mention": [OMAR]}, 0.9),
                ("entity", "GPE", {"mention": [TORSK]}, 0.4),
            ],
        )
    return path


def test_an_article_from_opening_to_done_without_a_mouse(
    qtbot, open_window, suggested, tmp_path
):
    window = open_window(suggested)
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is window.parts.view)
    typist = Typist(window)

    # An entity, and every further place of its words.
    typist.select(ADA)
    press("P")
    assert typist.made() == [("PERSON", {"mention": (ADA,)})]
    # A quote with its speaker, its cue and a further fragment.
    typist.select(CONTENT)
    press("Q")
    typist.select(BROOK)
    press("S")
    typist.select(TOLD)
    press("V")
    typist.select(MORE)
    press("A")
    quote = {"content": (CONTENT, MORE), "speaker": (BROOK,), "cue": (TOLD,)}
    assert ("direct", quote) in typist.made()
    # A claim that begins too early: its start is moved, token by token, and back.
    typist.select(COST)
    press("C")
    press("Alt+Shift+Left", "Alt+Shift+Right")
    assert ("claim", {"claim": (COST,)}) in typist.made()
    # A note, typed where notes are, and back to the article.
    press("F2")
    assert QApplication.focusWidget() is not window.parts.view
    QTest.keyClicks(QApplication.focusWidget(), "who said so?")
    press("Ctrl+Return", "Esc")
    until(lambda: QApplication.focusWidget() is window.parts.view, "Esc", at_most=3)
    assert "who said so?" in {a.note for a in typist.layer().annotations.values()}

    # One suggestion is right, one is not; the other way round, and undone.
    press("Ctrl+Home", "Esc", "Space")
    assert window.article.current.parts == {"mention": (TORSK,)}
    press("Ctrl+Backspace")
    assert window.article.current.parts == {"mention": (OMAR,)}
    press("Return")
    assert ("PERSON", {"mention": (OMAR,)}) in typist.made()
    press("Ctrl+Z", "Ctrl+Shift+Z")
    assert ("PERSON", {"mention": (OMAR,)}) in typist.made()
    assert window.article.pending_count == 0

    first = window.article.document.document.id
    press("Ctrl+Return")
    assert window.article.document.document.id != first
    window.close()
    with Project.open(suggested) as project:
        person = project.annotator("ada")
        kept = project.store.layer(first, person.id)
    assert kept.status is Status.DONE
    assert sorted(a.label for a in kept.annotations.values()) == [
        "PERSON",
        "PERSON",
        "claim",
        "direct",
    ]


def test_menus_and_dialogs_without_a_mouse(qtbot, window):
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is window.parts.view)
    # By name, from the palette of commands.
    press("Ctrl+K")
    QTest.keyClicks(QApplication.focusWidget(), "about")
    press("Return")
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None)
    assert QApplication.activeModalWidget().windowTitle() == "About Annotator"
    press("Esc")
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    # A window manager does this; there is none here.
    window.activateWindow()
    # A menu by its letter, with arrows.
    QTest.keyClick(window, Qt.Key.Key_V, Qt.KeyboardModifier.AltModifier)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    press("Down", "Esc")
    until(lambda: QApplication.activePopupWidget() is None, "Esc", at_most=3)
    # Tab goes round every control of a dialog, and comes back.
    QTest.keyClick(window, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None)
    dialog = QApplication.activeModalWidget()
    seen = []
    while dialog.focusWidget() not in seen:
        seen.append(dialog.focusWidget())
        press("Tab")
    reachable = [
        control
        for control in dialog.findChildren(QAbstractButton)
        if control.isVisible()
        and control.isEnabled()
        and control.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert reachable
    assert set(reachable) <= set(seen)
    press("Esc")
