"""Windows on small screens: no larger than those, and nothing cut off."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QMainWindow, QScrollArea, QWidget

from annotator import app as composition
from annotator.ui.screen import fit_to_screen
from annotator.ui.shortcuts import KeySheet
from annotator.ui.translation import Language, use_language
from tests.ui.every_window import SCENES, opened

SMALL = (1024, 728)
"""What a screen of 1024 × 768 leaves of itself."""


@pytest.fixture
def german(qapp):
    """Speak the language whose words are the longer ones."""
    use_language(Language.GERMAN)
    yield
    use_language(Language.ENGLISH)


def test_a_window_is_made_as_small_as_the_screen(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(5000, 4000)
    fit_to_screen(window)
    room = window.screen().availableSize()
    assert window.width() == room.width()
    assert window.height() < room.height()
    window.resize(300, 200)
    fit_to_screen(window)
    assert (window.width(), window.height()) == (300, 200)


def test_the_program_opens_on_the_screen_that_is_there(qtbot, qapp):
    window = composition.make_window(qapp, "ada")
    qtbot.addWidget(window)
    room = window.screen().availableSize()
    assert window.width() <= room.width()
    assert window.height() <= room.height()


@pytest.mark.parametrize("scene", SCENES)
def test_no_window_needs_more_than_a_small_screen(german, story, scene):
    for window in opened(story, scene):
        needed = window.minimumSizeHint().expandedTo(window.minimumSize())
        assert needed.width() <= SMALL[0]
        assert needed.height() <= SMALL[1]
        if isinstance(window, QMainWindow):
            window.resize(*SMALL)
            assert (window.width(), window.height()) == SMALL


def test_the_key_sheet_shows_fewer_columns_where_they_would_be_cut(
    qtbot, german, window
):
    sheet = KeySheet(window.actions_.keys)
    qtbot.addWidget(sheet)
    sheet.resize(*SMALL)
    sheet.show()
    area = sheet.findChild(QScrollArea)
    for width in (SMALL[0], 1180, 700):
        sheet.resize(width, SMALL[1])
        qtbot.waitUntil(lambda: area.widget().width() > 0)
        assert area.horizontalScrollBar().maximum() == 0, width
