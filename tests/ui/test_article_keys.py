from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from annotator.ui.article.marks import Mark, MarkState, Snap
from tests.ui.article_helpers import (
    ALT,
    CTRL,
    NONE,
    SHIFT,
    entity,
    fragment,
    make_view,
    press,
    selected,
)

Key = Qt.Key
TEXT = (
    "Ada Lovelace met Charles Babbage in London. They talked.\n"
    "Nobody else came 😀 that day, he wrote. Cafe\u0301 rain.\n"
    "\n"
    "قال أحمد الخطيب يوم الاثنين إن شركة Siemens سوف تستمر.\n"
    "Last line"
)


@pytest.fixture
def view(qtbot):
    return make_view(qtbot, TEXT)


def test_arrows_go_from_token_to_token(view):
    press(view, Key.Key_Right, times=2)
    assert view.caret() == TEXT.index("met")
    press(view, Key.Key_Left)
    assert view.caret() == TEXT.index("Lovelace")
    assert selected(view) == []


def test_shift_extends_and_shrinks_by_tokens(view):
    press(view, Key.Key_Right, SHIFT, 3)
    assert selected(view) == ["Ada Lovelace met"]
    press(view, Key.Key_Left, SHIFT)
    assert selected(view) == ["Ada Lovelace"]
    press(view, Key.Key_Left, SHIFT, 2)
    assert selected(view) == []
    press(view, Key.Key_Right, times=3)
    press(view, Key.Key_Left, SHIFT, 2)
    assert selected(view) == ["Lovelace met"]
    press(view, Key.Key_Right, SHIFT)
    assert selected(view) == ["met"]


def test_ctrl_goes_by_sentences(view):
    press(view, Key.Key_Right, CTRL)
    assert view.caret() == TEXT.index("They")
    press(view, Key.Key_Right, CTRL | SHIFT)
    assert selected(view) == ["They talked."]
    press(view, Key.Key_Left, CTRL)
    assert view.caret() == TEXT.index("They")
    press(view, Key.Key_Left, CTRL)
    assert view.caret() == 0


def test_characters_are_graphemes(view):
    view.set_snap(Snap.CHARACTER)
    view.set_caret(TEXT.index("😀"))
    press(view, Key.Key_Right, SHIFT)
    assert selected(view) == ["😀"]
    view.set_caret(TEXT.index("e\u0301"))
    press(view, Key.Key_Right, SHIFT)
    assert selected(view) == ["e\u0301"]
    view.set_caret(TEXT.index("\n"))
    press(view, Key.Key_Right)
    assert view.caret() == TEXT.index("Nobody")
    press(view, Key.Key_Left)
    assert view.caret() == TEXT.index("\n")


def test_up_and_down_keep_their_x(view):
    view.set_caret(TEXT.index("Babbage"))
    x = view.page.caret_rect(view.caret()).x()
    press(view, Key.Key_Down)
    assert view.page.model.blocks.at(view.caret()) == 1
    press(view, Key.Key_Down)
    assert view.caret() == TEXT.index("\n\n") + 1
    press(view, Key.Key_Up, times=2)
    assert view.caret() == TEXT.index("Babbage")
    assert view.page.caret_rect(view.caret()).x() == x
    press(view, Key.Key_Up)
    assert view.caret() == 0
    press(view, Key.Key_Down, times=9)
    assert view.caret() == len(TEXT)


def test_shift_down_selects_over_lines(view):
    view.set_caret(TEXT.index("They"))
    press(view, Key.Key_Down, SHIFT)
    (found,) = selected(view)
    assert found.startswith("They talked.\nNobody")
    assert not found.endswith(" ")


def test_home_and_end(view):
    view.set_caret(TEXT.index("Charles"))
    press(view, Key.Key_End)
    assert view.caret() == TEXT.index("\n")
    press(view, Key.Key_Home, SHIFT)
    assert selected(view) == [TEXT.split("\n", 1)[0]]
    press(view, Key.Key_End, CTRL)
    assert view.caret() == len(TEXT)
    press(view, Key.Key_Home, CTRL | SHIFT)
    assert selected(view) == [TEXT]


def test_left_goes_on_in_right_to_left_text(view):
    start = TEXT.index("قال")
    view.set_caret(start)
    press(view, Key.Key_Left)
    assert view.caret() == TEXT.index("أحمد")
    press(view, Key.Key_Left, SHIFT, 2)
    assert selected(view) == ["أحمد الخطيب"]
    press(view, Key.Key_Right, SHIFT)
    assert selected(view) == ["أحمد"]
    view.set_caret(start)
    press(view, Key.Key_Right)
    assert view.caret() == TEXT.index("rain.") + 4  # the line before ends there


def test_no_token_is_skipped_in_mixed_directions(view):
    view.set_caret(TEXT.index("قال"))
    line_end = TEXT.index("\n", TEXT.index("قال"))
    seen = set()
    while view.caret() < line_end and len(seen) < 50:
        seen.add(view.caret())
        press(view, Key.Key_Left)
    starts = view.page.model.units.starts_within(TEXT.index("قال"), line_end)
    assert seen == set(starts)


def test_page_keys_take_the_caret_along(qtbot):
    text = "\n".join(f"paragraph {n} of the long article" for n in range(200))
    view = make_view(qtbot, text)
    press(view, Key.Key_PageDown, times=3)
    assert view.page.value > 0
    assert view.verticalScrollBar().value() == view.page.value
    assert 0 < view.page.caret_rect(view.caret()).y() < view.page.height
    caret = view.caret()
    press(view, Key.Key_PageDown, SHIFT)
    assert view.selection()[0].start == caret
    press(view, Key.Key_PageUp, times=9)
    assert view.page.value == 0
    assert view.caret() == 0
    press(view, Key.Key_PageDown, times=60)
    assert view.caret() == len(text)
    assert view.page.value == view.page.maximum


def test_expanding_and_back(view):
    view.set_caret(TEXT.index("Charles"))
    found = []
    for _ in range(4):
        press(view, Key.Key_Up, CTRL)
        found += selected(view)
    first = TEXT.split("\n", 1)[0]
    sentence = "Ada Lovelace met Charles Babbage in London."
    assert found == ["Charles", sentence, first, first]
    press(view, Key.Key_Down, CTRL)
    assert selected(view) == [sentence]
    press(view, Key.Key_Down, CTRL, 4)
    assert selected(view) == []
    assert view.caret() == TEXT.index("Charles")


def test_fragments_by_keys(view, qtbot):
    press(view, Key.Key_Right, SHIFT)
    press(view, Key.Key_Space, CTRL | SHIFT)
    press(view, Key.Key_Right, times=2)
    assert selected(view) == ["Ada"]
    press(view, Key.Key_Right, SHIFT)
    assert selected(view) == ["Ada", "met"]
    press(view, Key.Key_Escape)
    assert selected(view) == []


MARKS = [
    entity(TEXT, "Ada Lovelace"),
    entity(TEXT, "Lovelace"),
    entity(TEXT, "Charles Babbage in London", "DATE"),
    entity(TEXT, "London", "GPE", suggested=True),
    entity(TEXT, "أحمد الخطيب", suggested=True),
]


@pytest.fixture
def marked(qtbot):
    return make_view(qtbot, TEXT, MARKS)


def test_tab_walks_through_all_marks(marked):
    seen = []
    for _ in range(7):
        press(marked, Key.Key_Tab)
        seen.append(marked.selected_mark())
    order = [mark.id for mark in MARKS]
    assert seen == [*order, order[-1], order[-1]]
    assert marked.caret() == TEXT.index("أحمد")
    press(marked, Key.Key_Backtab, SHIFT)
    assert marked.selected_mark() == "London"


def test_tab_goes_on_from_where_the_caret_was_taken(marked):
    press(marked, Key.Key_Tab)
    press(marked, Key.Key_End)
    press(marked, Key.Key_Tab)
    assert marked.selected_mark() == "أحمد الخطيب"
    press(marked, Key.Key_Home, CTRL)
    press(marked, Key.Key_Tab)
    assert marked.selected_mark() == "Ada Lovelace"


def test_next_of_one_state(marked):
    assert marked.next_mark(1, state=MarkState.SUGGESTED) == "London"
    assert marked.next_mark(1, state=MarkState.SUGGESTED) == "أحمد الخطيب"
    assert marked.next_mark(1, state=MarkState.SUGGESTED) is None
    assert marked.selected_mark() == "أحمد الخطيب"
    assert marked.next_mark(-1, state=MarkState.ACCEPTED) == "Charles Babbage in London"


def test_nesting_out_and_in(marked):
    marked.set_caret(TEXT.index("London"))
    press(marked, Key.Key_Up, ALT)
    assert marked.selected_mark() == "London"
    press(marked, Key.Key_Up, ALT, 2)
    assert marked.selected_mark() == "Charles Babbage in London"
    press(marked, Key.Key_Down, ALT, 2)
    assert marked.selected_mark() == "London"


@pytest.mark.parametrize(
    ("key", "modifiers", "words"),
    [
        (Key.Key_Right, ALT, "Lovelace met"),
        (Key.Key_Left, ALT | SHIFT, "Ada Lovelace"),
        (Key.Key_Left, ALT, None),
        (Key.Key_Right, ALT | SHIFT, None),
    ],
)
def test_alt_arrows_move_the_edges(marked, qtbot, key, modifiers, words):
    marked.select_mark("Lovelace")
    moved = []
    marked.boundary_moved.connect(lambda *found: moved.append(found))
    press(marked, key, modifiers)
    if words is None:  # a mark is never made empty
        assert moved == []
    else:
        assert moved == [("Lovelace", "mention", 0, *fragment(TEXT, words))]


def test_alt_arrows_follow_the_direction_of_the_paragraph(marked):
    marked.select_mark("أحمد الخطيب")
    moved = []
    marked.boundary_moved.connect(lambda *found: moved.append(found[3:]))
    press(marked, Key.Key_Left, ALT)
    press(marked, Key.Key_Right, ALT | SHIFT)
    assert moved == [
        fragment(TEXT, "أحمد الخطيب يوم"),
        fragment(TEXT, "قال أحمد الخطيب"),
    ]


def test_edges_of_several_fragments(qtbot):
    parts = {"content": (fragment(TEXT, "Ada"), fragment(TEXT, "met Charles"))}
    quote = Mark("q", "quote", "direct", "Direct", "content", parts)
    view = make_view(qtbot, TEXT, [quote])
    view.select_mark("q")
    moved = []
    view.boundary_moved.connect(lambda *found: moved.append(found[2:]))
    press(view, Key.Key_Right, ALT)
    press(view, Key.Key_Right, ALT | SHIFT)
    press(view, Key.Key_Left, ALT)
    assert moved == [
        (1, *fragment(TEXT, "met Charles Babbage")),
        (1, *fragment(TEXT, "met")),
    ]


def test_escape_clears_text_then_mark_then_is_left_alone(marked):
    marked.select_mark("London")
    marked.set_selection([fragment(TEXT, "met")])
    press(marked, Key.Key_Escape)
    assert (marked.selection(), marked.selected_mark()) == ((), "London")
    press(marked, Key.Key_Escape)
    assert marked.selected_mark() is None
    event = QKeyEvent(QKeyEvent.Type.KeyPress, Key.Key_Escape, NONE)
    QApplication.sendEvent(marked, event)
    assert not event.isAccepted()


@pytest.mark.parametrize(
    ("key", "modifiers", "ours"),
    [
        (Key.Key_Tab, NONE, True),
        (Key.Key_Left, ALT, True),
        (Key.Key_P, NONE, False),
        (Key.Key_Z, CTRL, False),
        (Key.Key_Return, NONE, False),
        (Key.Key_F6, NONE, False),
    ],
)
def test_only_own_keys_are_claimed(view, key, modifiers, ours):
    override = QKeyEvent(QKeyEvent.Type.ShortcutOverride, key, modifiers)
    override.ignore()
    QApplication.sendEvent(view, override)
    assert override.isAccepted() == ours
    pressed = QKeyEvent(QKeyEvent.Type.KeyPress, key, modifiers)
    QApplication.sendEvent(view, pressed)
    assert pressed.isAccepted() == ours


def test_caret_moves_are_announced_once(view, qtbot):
    heard = []
    view.selection_changed.connect(lambda: heard.append(view.caret()))
    press(view, Key.Key_Right)
    press(view, Key.Key_Home)
    press(view, Key.Key_Home)
    assert heard == [TEXT.index("Lovelace"), 0]


def test_the_unit_at_the_caret(view):
    view.set_caret(TEXT.index("Babbage"))
    assert view.unit_at_caret() == fragment(TEXT, "Babbage")
    view.set_snap(Snap.SENTENCE)
    assert view.unit_at_caret() == fragment(
        TEXT, "Ada Lovelace met Charles Babbage in London."
    )
    view.set_snap(Snap.CHARACTER)
    assert view.unit_at_caret() == fragment(TEXT, "Babbage")


def test_characters_from_right_to_left(view):
    view.set_snap(Snap.CHARACTER)
    start = TEXT.index("قال")
    view.set_caret(start)
    press(view, Key.Key_Left, times=3)
    assert view.caret() == start + 3
    press(view, Key.Key_Right)
    assert view.caret() == start + 2
    press(view, Key.Key_Left, SHIFT)
    assert selected(view) == ["ل"]
    press(view, Key.Key_Down)
    press(view, Key.Key_Up)
    assert view.page.model.blocks.at(view.caret()) == 3


def test_larger_units_by_keys(view):
    view.set_snap(Snap.SENTENCE)
    press(view, Key.Key_Right, SHIFT, 2)
    assert selected(view) == [TEXT.split("\n", 1)[0]]
    press(view, Key.Key_Left, SHIFT)
    assert selected(view) == ["Ada Lovelace met Charles Babbage in London."]
    view.set_caret(TEXT.index("They"))
    press(view, Key.Key_Left, SHIFT)
    assert selected(view) == ["Ada Lovelace met Charles Babbage in London."]


def test_edges_by_characters(marked):
    marked.set_snap(Snap.CHARACTER)
    marked.select_mark("London")
    moved = []
    marked.boundary_moved.connect(lambda *found: moved.append(found[3:]))
    press(marked, Key.Key_Left, ALT)
    press(marked, Key.Key_Right, ALT | SHIFT)
    assert moved == [fragment(TEXT, "Londo"), fragment(TEXT, "ondon")]


def test_both_ends_of_the_text_hold(view):
    press(view, Key.Key_Left)
    press(view, Key.Key_Left, CTRL)
    press(view, Key.Key_Left, SHIFT)
    assert (view.caret(), view.selection()) == (0, ())
    press(view, Key.Key_End, CTRL)
    press(view, Key.Key_Right)
    press(view, Key.Key_Right, CTRL)
    press(view, Key.Key_Right, SHIFT)
    assert (view.caret(), view.selection()) == (len(TEXT), ())


def test_edges_and_caret_never_stop_inside_a_grapheme(qtbot):
    text = "family 👩\u200d👩\u200d👧 e\u0301 end"
    view = make_view(qtbot, text, [entity(text, "family")])
    view.set_snap(Snap.CHARACTER)
    view.set_document(text, view.page.model.units.tokens, [entity(text, "family 👩")])
    view.select_mark("family 👩")
    moved = []
    view.boundary_moved.connect(lambda *found: moved.append(text[found[3] : found[4]]))
    press(view, Key.Key_Right, ALT)
    assert moved == ["family 👩\u200d👩\u200d👧"]
    stops = []
    view.set_caret(0)
    while view.caret() < len(text) and len(stops) < 40:
        press(view, Key.Key_Right)
        stops.append(view.caret())
    assert not any(text[stop - 1] == "\u200d" for stop in stops)
    assert text.index("\u0301") not in stops
    while view.caret() > 0 and len(stops) < 80:
        press(view, Key.Key_Left)
        stops.append(view.caret())
    assert stops[-1] == 0
    assert text.index("\u0301") not in stops


def test_characters_of_a_very_long_paragraph(qtbot):
    text = "word " * 2000
    view = make_view(qtbot, text)
    view.set_snap(Snap.CHARACTER)
    view.set_caret(4002)
    press(view, Key.Key_Left, times=4)
    assert view.caret() == 3998
    press(view, Key.Key_Right, times=4)
    assert view.caret() == 4002
