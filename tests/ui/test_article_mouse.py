from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.domain.annotations import Fragment
from annotator.ui.article.marks import Mark, Snap
from tests.ui.article_helpers import (
    ALT,
    CTRL,
    LEFT,
    NONE,
    SHIFT,
    click,
    click_fast,
    drag,
    edge_point,
    entity,
    fragment,
    make_view,
    move,
    point_at,
    point_on,
    press,
    selected,
)

TEXT = (
    "Ada Lovelace met Charles Babbage in London. They talked 😀 for hours.\n"
    "قال أحمد الخطيب يوم الاثنين إن شركة Siemens سوف تستمر.\n"
    "The “night market” opens: Ukraine’s second-largest fair."
)
MARKS = [
    entity(TEXT, "Ada Lovelace"),
    entity(TEXT, "Lovelace", "DATE"),
    entity(TEXT, "أحمد الخطيب"),
    entity(TEXT, "London", "GPE", suggested=True),
]


@pytest.fixture
def view(qtbot):
    return make_view(qtbot, TEXT, MARKS)


def on(view, words: str, *, into: float = 3.0, last: bool = False) -> QPoint:
    where = fragment(TEXT, words)
    return point_at(view, where.end - 1 if last else where.start, into=into)


def test_a_drag_selects_whole_tokens(view, qtbot):
    with qtbot.waitSignal(view.selection_made):
        drag(view, on(view, "Charles", into=20), on(view, "Babbage", into=15))
    assert selected(view) == ["Charles Babbage"]
    drag(view, on(view, "Babbage", into=15), on(view, "met", into=15))
    assert selected(view) == ["met Charles Babbage"]


def test_a_drag_selects_whole_tokens_from_right_to_left(view):
    drag(view, on(view, "الخطيب", into=10), on(view, "أحمد", into=10))
    assert selected(view) == ["أحمد الخطيب"]
    drag(view, on(view, "شركة", into=10), on(view, "Siemens", into=10))
    assert selected(view) == ["شركة Siemens"]


def test_alt_selects_characters(view):
    drag(view, on(view, "abbage", into=0), on(view, "age", into=0), modifiers=ALT)
    assert selected(view) == ["abb"]


def test_a_setting_selects_characters(view):
    view.set_snap(Snap.CHARACTER)
    drag(
        view, on(view, "😀", into=1), on(view, "😀", into=12), on(view, " for", into=1)
    )
    assert selected(view) == ["😀"]


@pytest.mark.parametrize(
    ("snap", "words"),
    [
        (Snap.WORD, "second-largest"),
        (Snap.SENTENCE, "The “night market” opens: Ukraine’s second-largest fair."),
        (Snap.PARAGRAPH, "The “night market” opens: Ukraine’s second-largest fair."),
    ],
)
def test_a_setting_selects_more(view, snap, words):
    view.set_snap(snap)
    drag(view, on(view, "largest"), on(view, "largest", into=12))
    assert selected(view) == [words]


@pytest.mark.parametrize(
    ("times", "words"),
    [
        (2, "second-largest"),
        (3, "The “night market” opens: Ukraine’s second-largest fair."),
        (4, "The “night market” opens: Ukraine’s second-largest fair."),
    ],
)
def test_several_clicks_select_more_and_more(view, qtbot, times, words):
    with qtbot.waitSignal(view.selection_made):
        click_fast(view, on(view, "largest", into=12), times)
    assert selected(view) == [words]


def test_three_clicks_take_one_sentence_of_several(view):
    click_fast(view, on(view, "talked"), 3)
    assert selected(view) == ["They talked 😀 for hours."]


def test_a_click_sets_the_caret_and_clears(view):
    view.set_selection([fragment(TEXT, "met")])
    click(view, on(view, "Charles", into=20))
    assert (view.caret(), view.selection()) == (TEXT.index("Charles"), ())


def test_shift_click_extends(view):
    click(view, on(view, "Charles"))
    click(view, on(view, "London"), SHIFT)
    assert selected(view) == ["Charles Babbage in London"]
    click(view, on(view, "met"), SHIFT)
    assert selected(view) == ["met"] or selected(view) == ["met Charles"]


def test_ctrl_drag_adds_a_fragment(view):
    drag(view, on(view, "met"), on(view, "met", into=14))
    drag(view, on(view, "Babbage"), on(view, "in London"), modifiers=CTRL)
    assert selected(view) == ["met", "Babbage in"]
    drag(view, on(view, "hours"), on(view, "hours", into=14), modifiers=CTRL)
    assert selected(view) == ["met", "Babbage in", "hours"]


def test_ctrl_click_adds_and_takes_out_a_token(view):
    click(view, on(view, "met"), CTRL)
    click(view, on(view, "London"), CTRL)
    assert selected(view) == ["met", "London"]
    click(view, on(view, "met"), CTRL)
    assert selected(view) == ["London"]


def test_going_on_in_the_middle_of_a_drag_keeps_what_is_selected(view):
    drag(view, on(view, "Charles"), on(view, "London"), drop=False)
    view.apply([entity(TEXT, "Babbage")], [])
    assert selected(view) == ["Charles Babbage in London"]


def test_escape_gives_up_a_drag(view):
    drag(view, on(view, "Charles"), on(view, "London"), drop=False)
    press(view, Qt.Key.Key_Escape)
    assert view.selection() == ()
    move(view, on(view, "hours"))
    assert view.selection() == ()


# -- marks ---------------------------------------------------------------------


def test_a_click_on_a_pill_selects_its_mark(view, qtbot):
    with qtbot.waitSignal(view.mark_selected) as heard:
        click(view, point_on(view, "London"))
    assert heard.args == ["London"]
    assert view.selected_part() == ("mention", 0)


def test_clicks_at_one_place_go_outwards_and_round(view):
    where = point_on(view, "Lovelace")
    seen = []
    for _ in range(3):
        click(view, where)
        seen.append(view.selected_mark())
    assert seen == ["Lovelace", "Ada Lovelace", "Lovelace"]


def test_a_click_on_text_selects_the_innermost_mark_or_none(view):
    click(view, on(view, "Lovelace", into=12))
    assert view.selected_mark() == "Lovelace"
    click(view, on(view, "Ada"))
    assert view.selected_mark() == "Ada Lovelace"
    click(view, on(view, "hours"))
    assert view.selected_mark() is None


def test_selecting_text_keeps_the_selected_mark(view):
    view.select_mark("London")
    drag(view, on(view, "Ada"), on(view, "Lovelace", into=12))
    assert view.selected_mark() == "London"
    click_fast(view, on(view, "Lovelace", into=12), 2)
    assert (selected(view), view.selected_mark()) == (["Lovelace"], "London")


def test_a_double_click_on_a_pill_activates_it(view, qtbot):
    with qtbot.waitSignal(view.mark_activated) as heard:
        click_fast(view, point_on(view, "Lovelace"), 2)
    assert heard.args == ["Lovelace"]
    assert view.selected_mark() == "Lovelace"
    assert view.selection() == ()


def test_the_mark_under_the_mouse_is_known(view):
    move(view, point_on(view, "London"))
    assert view.focus.hovered == "London"
    assert view.viewport().cursor().shape() is Qt.CursorShape.PointingHandCursor
    move(view, edge_point(view, "London", end=True))
    assert view.viewport().cursor().shape() is Qt.CursorShape.SizeHorCursor
    move(view, on(view, "hours"))
    assert view.focus.hovered is None
    assert view.viewport().cursor().shape() is Qt.CursorShape.IBeamCursor


# -- edges ---------------------------------------------------------------------


def moved_by(view) -> list[tuple]:
    moved: list[tuple] = []
    view.boundary_moved.connect(lambda *found: moved.append(found))
    return moved


@pytest.mark.parametrize(
    ("mark_id", "end", "to", "words"),
    [
        ("London", True, "talked", "London. They talked"),
        ("London", False, "Charles", "Charles Babbage in London"),
        ("London", False, "hours", "London"),
        ("Ada Lovelace", True, "Ada", "Ada"),
        ("أحمد الخطيب", True, "يوم", "أحمد الخطيب يوم"),
        ("أحمد الخطيب", False, "قال", "قال أحمد الخطيب"),
    ],
)
def test_an_edge_can_be_dragged(view, mark_id, end, to, words):
    moved = moved_by(view)
    drag(view, edge_point(view, mark_id, end=end), on(view, to, into=8))
    wanted = fragment(TEXT, words)
    expected = [] if words == mark_id else [(mark_id, "mention", 0, *wanted)]
    assert moved == expected
    assert view.highlights.moved is None
    assert view.selection() == ()


def test_alt_drags_an_edge_by_characters(view):
    moved = moved_by(view)
    start = edge_point(view, "Lovelace", end=True)
    drag(view, start, on(view, "lace", into=0), modifiers=ALT)
    assert moved == [("Lovelace", "mention", 0, *fragment(TEXT, "Love"))]


def test_where_an_edge_would_go_is_shown_until_escape(view):
    moved = moved_by(view)
    start = edge_point(view, "London", end=True)
    drag(view, start, on(view, "talked"), drop=False)
    wanted = fragment(TEXT, "London. They talked")
    assert view.highlights.moved == ("London", wanted)
    view.grab()
    press(view, Qt.Key.Key_Escape)
    assert view.highlights.moved is None
    assert moved == []


def test_the_fragment_that_was_clicked_is_the_one_that_keys_move(qtbot):
    parts = {
        "content": (fragment(TEXT, "Ada"), fragment(TEXT, "Charles")),
        "speaker": (fragment(TEXT, "They"),),
    }
    quote = Mark("q", "quote", "direct", "Direct", "content", parts)
    view = make_view(qtbot, TEXT, [quote])
    moved = moved_by(view)
    click(view, point_on(view, "q", "speaker"))
    assert view.selected_part() == ("speaker", 0)
    press(view, Qt.Key.Key_Right, ALT)
    click(view, point_on(view, "q", "content", 0))
    press(view, Qt.Key.Key_Right, ALT)
    assert moved == [
        ("q", "speaker", 0, *fragment(TEXT, "They talked")),
        ("q", "content", 0, *fragment(TEXT, "Ada Lovelace")),
    ]


# -- wheel, menu, scrolling while dragging ---------------------------------------


def wheel(view, notches: int, modifiers=NONE) -> None:
    middle = QPointF(view.viewport().rect().center())
    event = QWheelEvent(
        middle,
        view.viewport().mapToGlobal(middle),
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.viewport(), event)


def test_the_wheel_scrolls_and_zooms(qtbot):
    text = "\n".join(f"line {n}" for n in range(300))
    view = make_view(qtbot, text)
    wheel(view, -2)
    assert view.page.value == round(6 * view.page.look.plain_line)
    assert view.verticalScrollBar().value() == view.page.value
    with qtbot.waitSignal(view.zoom_changed) as heard:
        wheel(view, 1, CTRL)
    assert heard.args == [14.0]
    wheel(view, -1, CTRL)
    assert view.page.value == pytest.approx(6 * view.page.look.plain_line, abs=1)


def test_a_drag_beyond_the_edge_scrolls(qtbot):
    text = "\n".join(f"word {n} of the article" for n in range(300))
    view = make_view(qtbot, text)
    start, beyond = point_at(view, 0), QPoint(300, view.viewport().height() + 60)
    drag(view, start, beyond, drop=False)
    qtbot.waitUntil(lambda: view.page.value > 300, timeout=5000)
    QTest.mouseRelease(view.viewport(), LEFT, NONE, beyond)
    (found,) = view.selection()
    assert found.start == 0
    assert found.end > 500
    settled = view.page.value
    qtbot.wait(80)
    assert view.page.value == settled


def menu(view, point: QPoint) -> None:
    where = view.viewport().mapToGlobal(point)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, where)
    QApplication.sendEvent(view.viewport(), event)


def test_a_menu_is_for_the_mark_under_the_mouse(view):
    asked = []
    view.menu_requested.connect(lambda _, mark_id: asked.append(mark_id))
    menu(view, point_on(view, "London"))
    assert (asked, view.selected_mark()) == (["London"], "London")
    menu(view, on(view, "Lovelace"))
    assert (asked[-1], view.selected_mark()) == ("Lovelace", "Lovelace")
    menu(view, on(view, "hours"))
    assert asked[-1] == ""
    view.set_selection([fragment(TEXT, "Ada Lovelace")])
    menu(view, on(view, "Ada"))
    assert asked[-1] == "Lovelace"
    assert selected(view) == ["Ada Lovelace"]


def test_the_menu_key_asks_at_the_caret(view):
    asked = []
    view.menu_requested.connect(lambda *found: asked.append(found))
    view.select_mark("London")
    view.set_caret(TEXT.index("They"))
    keyboard = QContextMenuEvent.Reason.Keyboard
    event = QContextMenuEvent(keyboard, QPoint(), QPoint())
    QApplication.sendEvent(view.viewport(), event)
    ((where, mark_id),) = asked
    assert mark_id == "London"
    caret = view.page.caret_rect(view.caret())
    assert abs(view.viewport().mapFromGlobal(where).x() - caret.x()) < 3


def test_every_selected_fragment_is_a_slice_of_the_text(view):
    whole = Fragment(0, len(TEXT))
    height, width = view.viewport().height(), view.viewport().width()
    for y in range(20, height, 90):
        for x in range(0, width, 110):
            drag(view, QPoint(x, y), QPoint(width - x, height - y))
            for start, end in view.selection():
                assert whole.start <= start < end <= whole.end
                surface = TEXT[start:end]
                assert surface == surface.strip()
                tokens = view.page.model.units.tokens
                assert tokens.aligned(start, end) is not None
