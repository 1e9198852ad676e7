"""What names a key names the one that does it: as it is now, in the language in use."""

from __future__ import annotations

import re

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from annotator.ui.actions import ACTIONS, ARTICLE_KEYS
from annotator.ui.key_bindings import can_change
from annotator.ui.key_names import gesture, key_of, use_keys, way_to, with_key
from annotator.ui.shortcuts import KeySheet, sections
from annotator.ui.translation import Language, use_language
from tests.ui.window_helpers import HARBOUR, place, suggest

OTHER = {
    entry.id: (f"Ctrl+Alt+{chr(65 + n % 26)}, {chr(65 + n // 26)}",)
    for n, entry in enumerate(ACTIONS)
    if can_change(entry)
}
"""Keys for every action that are no usual ones."""


@pytest.fixture(autouse=True)
def _usual_keys(qapp):
    yield
    use_keys({})


@pytest.fixture
def german(qapp):
    use_language(Language.GERMAN)
    yield
    use_language(Language.ENGLISH)


def texts_of(root: QWidget) -> list[str]:
    """Return everything that buttons and labels say and their tips."""
    found = []
    for widget in (root, *root.findChildren(QWidget)):
        found += [widget.toolTip(), widget.accessibleName()]
        if isinstance(widget, QAbstractButton | QLabel):
            found.append(widget.text())
    return [text for text in found if text]


def test_a_key_is_named_as_it_is_now():
    assert key_of("accept") == "Return"
    assert key_of("reject", "delete") == "Ctrl+Backspace or Del"
    assert with_key("Accept", "accept") == "Accept (Return)"
    use_keys({"accept": ("Ctrl+J",), "undo": ()})
    assert with_key("Accept", "accept") == "Accept (Ctrl+J)"
    assert with_key("Take back", "undo") == "Take back"
    assert way_to("undo") == "“Undo”"


def test_buttons_and_tips_of_the_window_follow_a_change(window):
    bar = window.parts.panels.suggestions
    assert bar.accept.text() == "Accept  ⏎"
    assert bar.correct.text() == "Correct  ⇧⏎"
    window.actions_.set_bindings({"accept": ("Ctrl+J",), "snap": (), "reject": ()})
    assert bar.accept.text() == "Accept  Ctrl+J"
    assert bar.accept.accessibleName() == "Accept"
    assert bar.accept.toolTip().endswith("(Ctrl+J)")
    assert bar.reject.toolTip().endswith("(Del)")
    assert window.parts.status.snap.toolTip() == "What selections snap to"
    window.actions_.set_bindings({})
    assert bar.accept.text() == "Accept  ⏎"
    assert window.parts.status.snap.toolTip().endswith("(F6)")


def test_no_text_of_the_window_still_names_a_usual_key(window):
    window.actions_.set_bindings(OTHER)
    usual = {
        QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
        for entry in ACTIONS
        if can_change(entry)
        for key in entry.keys
        if "+" in key or re.fullmatch(r"F\d+", key)
    }
    # Not remapped: the note's field takes it by itself.
    usual -= {"Ctrl+Enter"}
    said = [
        text
        for text in texts_of(window)
        for key in usual
        if re.search(rf"(?<![\w+]){re.escape(key)}(?![\w+])", text)
    ]
    assert said == []


def test_hints_follow_too(window):
    document_id = window.article.document.document.id
    parts = {"mention": [place(HARBOUR, "Ada Brook")]}
    found = [("entity", "PERSON", parts, 0.9)]
    suggest(window.project.project, document_id, found)
    window.article.run(window.article.desk.reload_suggestions)
    hints = []
    window.article.hint.connect(hints.append)
    window.actions_.set_bindings({"confirm": ("F9",), "cancel": ("F10",)})
    window.review.next_suggestion()
    window.marking.correct()
    window.marking.correction.choose("mention")
    assert any("F9" in hint and "F10" in hint for hint in hints), hints
    window.marking.cancel()


@pytest.mark.usefixtures("german")
@pytest.mark.parametrize(
    ("keys", "said"),
    [
        ("Ctrl+← →", "Strg+← →"),
        ("Alt+Shift+← →", "Alt+Umschalt+← →"),
        ("PgUp PgDown", "Bild aufwärts Bild abwärts"),
        ("Home End", "Pos1 Ende"),
        ("Ctrl+Shift+Space", "Strg+Umschalt+Leertaste"),
        ("Ctrl+drag", "Strg+Ziehen"),
        ("Ctrl+wheel", "Strg+Mausrad"),
        ("Double click", "Doppelklick"),
        ("Shift + any move", "Umschalt + jede Bewegung"),
    ],
)
def test_gestures_in_german(keys, said):
    assert gesture(keys) == said


@pytest.mark.usefixtures("german")
def test_the_key_sheet_in_german_has_no_english_key(qtbot, window):
    words = {"Ctrl", "Shift", "Space", "Return", "PgUp", "PgDown", "Home", "End"}
    words |= {"Del", "Backspace", "drag", "wheel", "click", "Drag", "Up", "Down"}
    keys = [
        row[0] for section in sections(window.actions_.keys) for row in section.rows
    ]
    assert [k for k in keys if words & set(re.split(r"[+ ,]+", k))] == []
    sheet = KeySheet(window.actions_.keys)
    qtbot.addWidget(sheet)
    assert sheet.windowTitle() == "Tasten"


def test_gestures_in_english_are_written_as_they_are(qapp):
    for keys, _ in ARTICLE_KEYS:
        assert gesture(keys) == keys
