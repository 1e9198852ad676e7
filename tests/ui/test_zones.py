"""Boilerplate in the window: dimmed, without suggestions, marked and unmarked."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from annotator.domain.documents import DocumentFilter
from annotator.domain.text import document_id, normalise
from annotator.services.choices import language_notice
from annotator.services.project import Project
from annotator.ui.article.look import _DARK_INK, _LIGHT_INK
from annotator.ui.dialogs.language import LanguageDialog
from annotator.ui.panels.filter_bar import FilterBar
from tests.ui.test_window_stories import press
from tests.ui.window_helpers import make_project, place, suggest

TAIL = "More from the Velm Courier\n- Ada Brook sails\nContact us at desk@velm.example"
TEXT = (
    "Mayor Ada Brook opened the new harbour in Velm on Monday 🚢.\n\n"
    "Brook told reporters that it was worth nine years of waiting.\n\n" + TAIL + "\n"
)
DE = (
    "Die Brücke in Velm ist am Montag nach einem Jahr wieder geöffnet worden, sagt Ada."
)
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = make_project(tmp_path, (TEXT, DE))
    with Project.open(path) as project:
        found = [place(TEXT, "Ada Brook"), place(TEXT, "Ada Brook", nth=1)]
        items = [("entity", "PERSON", {"mention": [f]}, 0.9) for f in found]
        suggest(project, document_id(normalise(TEXT)), items)
    return path


@pytest.fixture
def window(open_window, path):
    window = open_window(path)
    assert window.article.document.document.text == TEXT
    return window


def dimmed(window) -> str:
    zones = window.article.document.zones.stretches
    return "|".join(TEXT[start:end] for start, end in zones)


def pending(window) -> int:
    return window.article.pending_count


def test_the_tail_is_dimmed_and_has_no_suggestions(qtbot, window):
    view = window.parts.view
    assert dimmed(window) == TAIL
    assert pending(window) == len(window.article.marks) == 1
    rows = window.documents.library.rows()
    assert [row.pending for row in rows] == [1, 0]
    view.set_caret(0)
    press(qtbot, window, Qt.Key.Key_Space)
    first = view.selected_mark()
    press(qtbot, window, Qt.Key.Key_Space)
    assert view.selected_mark() == first
    # The caret goes through it all the same.
    view.set_caret(TEXT.index("More"))
    press(qtbot, window, Qt.Key.Key_Right)
    assert TEXT[view.caret() :].startswith("from the Velm")


def test_keys_unmark_and_mark_and_undo(qtbot, window, path):
    view = window.parts.view
    view.set_caret(TEXT.index("Contact"))
    assert window.actions_["unmark_zone"].isEnabled()
    press(qtbot, window, Qt.Key.Key_U, modifier=CTRL)
    assert dimmed(window) == ""
    assert pending(window) == len(window.article.marks) == 2
    assert not window.actions_["unmark_zone"].isEnabled()
    view.set_caret(3)
    press(qtbot, window, Qt.Key.Key_D, modifier=CTRL)
    assert dimmed(window) == TEXT[: TEXT.index("\n")]
    assert pending(window) == 1
    assert window.documents.library.rows()[0].pending == 1
    press(qtbot, window, Qt.Key.Key_Z, modifier=CTRL)
    press(qtbot, window, Qt.Key.Key_Z, modifier=CTRL)
    assert dimmed(window) == TAIL
    assert pending(window) == 1
    with Project.open(path) as project:
        zones = project.store.zones(document_id(TEXT))
        assert [TEXT[z.start : z.end] for z in zones] == [TAIL]


def test_a_selection_is_marked_and_what_is_there_already_is_said(qtbot, window):
    view = window.parts.view
    view.set_selection([place(TEXT, "🚢")])
    window.actions_["mark_zone"].trigger()
    assert dimmed(window) == f"🚢|{TAIL}"
    assert view.selection() == ()
    view.set_caret(TEXT.index("Contact") + 2)
    window.actions_["mark_zone"].trigger()
    assert "already" in window.parts.status.hint.text()
    window.actions_["recognise_zones"].trigger()
    assert "Nothing more" in window.parts.status.hint.text()


def test_the_menu_on_dimmed_text_offers_to_unmark_it(window):
    window.parts.view.set_caret(TEXT.index("sails"))
    texts = [action.text() for action in window._menus.build("").actions()]
    assert "Not boile&rplate" in texts
    assert "Mark as &boilerplate" not in texts
    window.parts.view.set_caret(3)
    texts = [action.text() for action in window._menus.build("").actions()]
    assert "Mark as &boilerplate" in texts
    assert "Not boile&rplate" not in texts


def colours_of(window, words: str) -> set[str]:
    view = window.parts.view
    view.reveal(*place(TEXT, words))
    image = view.viewport().grab().toImage()
    (rect,) = [r.toRect() for r in view.page.text_rects(place(TEXT, words))]
    return {
        image.pixelColor(x, y).name()
        for x in range(rect.left(), rect.right())
        for y in range(rect.top(), rect.bottom())
    }


@pytest.mark.parametrize("dark", [False, True])
def test_it_is_drawn_in_a_colour_that_stands_back(window, dark):
    view = window.parts.view
    view.set_dark(dark)
    ink = view.page.look.ink
    assert ink.dimmed.name() in colours_of(window, "Contact us at")
    assert ink.text.name() not in colours_of(window, "Contact us at")
    assert ink.text.name() in colours_of(window, "told reporters")
    window.actions_["unmark_zone"].setEnabled(True)
    view.set_caret(TEXT.index("sails"))
    window.zones.unmark()
    view.set_selection([place(TEXT, "told reporters")])
    window.zones.mark()
    view.set_caret(0)
    assert ink.dimmed.name() in colours_of(window, "told reporters")
    assert ink.text.name() in colours_of(window, "worth nine years")


@pytest.mark.parametrize("ink", [_LIGHT_INK, _DARK_INK])
def test_dimmed_text_can_be_read(ink):
    def luminance(colour: QColor) -> float:
        channels = (colour.redF(), colour.greenF(), colour.blueF())
        linear = [
            c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4
            for c in channels
        ]
        return sum(w * c for w, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))

    one, other = sorted((luminance(ink.dimmed), luminance(ink.base)))
    assert (other + 0.05) / (one + 0.05) >= 4.5


def test_the_reason_is_said_where_the_mouse_rests(window):
    view = window.parts.view
    view.reveal(*place(TEXT, "Contact us at"))
    (rect,) = view.page.text_rects(place(TEXT, "Contact us at"))
    reason = "Boilerplate: links to other articles (recognised)"
    assert view.dimmed_reason(rect.center()) == reason
    beside = rect.center()
    beside.setX(view.page.left - 15)
    assert view.dimmed_reason(beside) == reason
    (rect,) = view.page.text_rects(place(TEXT, "told reporters"))
    assert view.dimmed_reason(rect.center()) == ""
    view.set_caret(3)
    window.zones.mark()
    name = window.article.desk.annotator.name
    (rect,) = view.page.text_rects(place(TEXT, "opened the"))
    assert view.dimmed_reason(rect.center()) == f"Boilerplate (marked by {name})"


def test_the_language_is_shown_set_and_undone(qtbot, window):
    assert "English" in window.parts.header.details.text()
    window.zones.set_language("de")
    assert "German" in window.parts.header.details.text()
    window.article.undo()
    assert "English" in window.parts.header.details.text()


def test_the_dialog_takes_names_and_codes(qtbot):
    dialog = LanguageDialog("en")
    qtbot.addWidget(dialog)
    assert dialog.names.currentText() == "English"
    dialog.names.setEditText("Klingon")
    dialog.submit()
    assert "Klingon" in dialog.problem.text()
    chosen = []
    dialog.chosen.connect(chosen.append)
    dialog.names.setEditText("sv")
    dialog.submit()
    assert chosen == ["sv"]


def test_an_article_in_another_language_says_why_nothing_is_suggested(window, path):
    window.documents.next()
    bar = window.parts.panels.suggestions
    sentence = "Nothing is suggested in German: en_core_web_sm knows English"
    assert language_notice(window.project.project, "de") == sentence
    assert language_notice(window.project.project, "") == ""
    window._panel_link._show_lists()
    assert bar.summary.text() == sentence


def test_the_list_is_narrowed_to_a_language(qtbot, window):
    bar = FilterBar()
    qtbot.addWidget(bar)
    bar.search.setText("brücke language:German")
    assert bar.filter() == DocumentFilter("brücke", languages=frozenset({"de"}))
    bar.set_filter(DocumentFilter("a", languages=frozenset({"", "en"})))
    assert bar.search.text() == "a language:unknown language:en"
    bar.search.setText("language:x")
    assert bar.filter() == DocumentFilter("language:x")
    library = window.documents.library
    assert library.count(DocumentFilter(languages=frozenset({"de"}))) == 1
