from __future__ import annotations

import gc
import json
import random
import weakref
from itertools import pairwise

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QFontMetricsF

from annotator.domain.annotations import Fragment
from annotator.ui.article.blocks import LONGEST
from annotator.ui.article.marks import Mark, MarkState, Snap, Styles
from tests.ui.article_helpers import (
    edge_point,
    entity,
    fragment,
    make_view,
    point_on,
    tokens_of,
)

TEXT = (
    "Ada Lovelace met Charles Babbage in London. “I will,” she said, “go home.”\n"
    "\n"
    "قال أحمد الخطيب يوم الاثنين إن شركة Siemens سوف تستمر.\n"
    "The mayor 😀 of Cafe\u0301town\u00a0X told\treporters\u2028that all is well.\n"
    "   \n"
    "End"
)
QUOTE = Mark(
    "q",
    "quote",
    "direct",
    "Direct",
    "content",
    {
        "content": (fragment(TEXT, "“I will,”"), fragment(TEXT, "“go home.”")),
        "speaker": (fragment(TEXT, "Ada Lovelace"),),
        "cue": (fragment(TEXT, "said"),),
    },
)
LONG = "\n".join(f"paragraph {n} about Ada and some other things" for n in range(400))


def names_of(view, mark_id: str) -> list[str]:
    """Return the pills that are drawn for a mark."""
    return [
        one.stamp.text
        for block, _ in view.page.visible()
        for one in view.page.laid_out(block).lanes.drawn
        if one.mark.id == mark_id and one.pill_room is not None
    ]


def test_an_empty_view_can_be_drawn_and_used(qtbot):
    view = make_view(qtbot, "")
    view.grab()
    assert (view.selection(), view.caret(), view.selected_mark()) == ((), 0, None)
    assert view.next_mark(1) is None
    assert view.unit_at_caret() is None
    view.nest(1)
    view.expand_selection(1)
    view.expand_selection(-1)
    view.move_edge(1, end=True)
    view.restore_place(view.place())
    view.clear()


def test_every_part_has_its_pill(qtbot):
    view = make_view(qtbot, TEXT, [QUOTE])
    assert names_of(view, "q") == ["Cue", "Direct", "⋯ Direct", "Speaker"] or sorted(
        names_of(view, "q")
    ) == ["Cue", "Direct", "Speaker", "⋯ Direct"]


def test_an_unfinished_mark_says_so(qtbot):
    parts = {"content": QUOTE.parts["content"]}
    unfinished = Mark(
        "u", "quote", "direct", "Direct", "content", parts, unfinished=True
    )
    view = make_view(qtbot, TEXT, [unfinished])
    assert names_of(view, "u") == ["Direct ?", "⋯ Direct"]
    view.grab()


def test_fragments_of_one_part_are_joined_in_one_lane(qtbot):
    view = make_view(qtbot, TEXT, [QUOTE, entity(TEXT, "she")])
    lanes = view.page.laid_out(0).lanes
    content = [one for one in lanes.drawn if one.span.role == "content"]
    assert len({one.lane for one in content}) == 1
    assert len(lanes.joints) == 1
    start, end, _ = lanes.joints[0]
    assert content[0].rooms[0].right < start.x() < end.x() < content[1].rooms[0].left


def test_shorter_marks_lie_nearer_to_the_text(qtbot):
    marks = [
        entity(TEXT, "Ada Lovelace met Charles Babbage", "DATE"),
        entity(TEXT, "Lovelace"),
        entity(TEXT, "Lovelace met Charles", "GPE"),
    ]
    view = make_view(qtbot, TEXT, marks)
    lanes = {one.mark.id: one.lane for one in view.page.laid_out(0).lanes.drawn}
    assert [lanes[marks[i].id] for i in (1, 2, 0)] == [0, 1, 2]
    nearest, farthest = point_on(view, "Lovelace").y(), point_on(view, marks[0].id).y()
    assert nearest < farthest


def test_lines_without_marks_cost_no_height(qtbot):
    plain = make_view(qtbot, TEXT)
    before = [line.height for line in plain.page.laid_out(0).text.lines]
    plain.apply([entity(TEXT, "Ada Lovelace")], [])
    after = [line.height for line in plain.page.laid_out(0).text.lines]
    assert after[0] > before[0]
    assert after[1:] == before[1:]


def test_too_many_marks_at_one_place_are_counted(qtbot):
    where = {"mention": (fragment(TEXT, "Ada"),)}
    marks = [Mark(f"m{n}", "entity", "GPE", "GPE", "mention", where) for n in range(11)]
    view = make_view(qtbot, TEXT, marks)
    lanes = view.page.laid_out(0).lanes
    assert (len(lanes.drawn), lanes.left_out) == (8, 3)
    view.grab()


@pytest.mark.parametrize("width", [260, 420, 900, 1600])
def test_pills_and_column_stay_inside_the_window(qtbot, width):
    text = "Ada " * 60 + "\n" + "أحمد " * 60
    words = [fragment(text, "Ada", n) for n in range(60)]
    words += [fragment(text, "أحمد", n) for n in range(60)]
    marks = [
        Mark(
            f"m{n}",
            "entity",
            "PERSON",
            "A very long title",
            "mention",
            {"mention": (w,)},
        )
        for n, w in enumerate(words)
    ]
    view = make_view(qtbot, text, marks, size=(width, 700))
    page = view.page
    character = QFontMetricsF(page.look.font).averageCharWidth()
    assert page.column <= 90 * character
    assert abs(page.left + page.column / 2 - page.width / 2) <= page.look.gutter
    for block, _ in page.visible():
        lanes = page.laid_out(block).lanes
        for one in lanes.drawn:
            rect = lanes.pill_rect(one)
            assert rect.left() + page.left >= 0
            assert rect.right() + page.left <= page.width
        by_lane: dict = {}
        for one in lanes.drawn:
            key = one.pill_room.line, one.lane
            by_lane.setdefault(key, []).append(one.pill_room)
        for rooms in by_lane.values():
            rooms.sort(key=lambda room: room.left)
            for left, right in pairwise(rooms):
                assert left.right <= right.left


def test_what_is_under_a_character_is_that_character(qtbot):
    view = make_view(qtbot, TEXT)
    view.set_snap(Snap.CHARACTER)
    for position, character in enumerate(TEXT):
        if character in "\n\u2028\u0301" or character.isspace():
            continue
        (rect, *_) = view.page.text_rects(Fragment(position, position + 1))
        assert view.page.position_at(rect.center(), on=True) == position, character


def test_rects_of_a_fragment_lie_on_its_lines(qtbot):
    view = make_view(qtbot, TEXT, size=(420, 600))
    whole = view.page.text_rects(Fragment(0, len(TEXT)))
    lines = sum(len(view.page.laid_out(b).text.lines) for b, _ in view.page.visible())
    assert 0 < len(whole) <= lines
    assert view.page.text_rects(fragment(TEXT, "\n")) == []


def test_a_very_long_paragraph_is_drawn_in_pieces(qtbot):
    text = "word and 😀 " * 10_000
    place = Fragment(LONGEST - 40, LONGEST + 40)
    mark = Mark("m", "entity", "GPE", "GPE", "mention", {"mention": (place,)})
    view = make_view(qtbot, text, [mark])
    blocks = view.page.model.blocks
    assert max(blocks.ends[i] - blocks.starts[i] for i in range(len(blocks))) <= LONGEST
    view.select_mark("m")
    assert {0, 1} <= {b for b, _ in view.page.visible()}
    first, second = (view.page.laid_out(b) for b in (0, 1))
    assert second.above == 0
    assert names_of(view, "m") == ["GPE"]
    assert second.lanes.drawn[0].rooms
    assert first.lanes.drawn[0].rooms
    view.set_caret(len(text))
    assert view.page.line_rect(len(text)).bottom() <= view.page.height


# -- changes ---------------------------------------------------------------------


def shown(view) -> list[tuple[int, float]]:
    return [(block, round(top)) for block, top in view.page.visible()]


def test_changes_lay_out_only_what_they_touch(qtbot):
    view = make_view(qtbot, LONG)
    before = {b: view.page.laid_out(b) for b, _ in view.page.visible()}
    texts = {b: laid_out.text for b, laid_out in before.items()}
    where = view.page.model.blocks.starts[2]
    parts = {"mention": (Fragment(where, where + 9),)}
    view.apply([Mark("m", "entity", "GPE", "GPE", "mention", parts)], [])
    for block, laid_out in before.items():
        now = view.page.laid_out(block)
        assert now.text is texts[block]
        assert (now is laid_out) == (block != 2)
    assert names_of(view, "m") == ["GPE"]
    view.apply([], ["m"])
    assert names_of(view, "m") == []


def test_a_change_above_or_inside_never_moves_what_is_read(qtbot):
    view = make_view(qtbot, LONG)
    view.scroll_by(1000)
    first, top = shown(view)[0]
    starts = view.page.model.blocks.starts
    marks = [
        Mark(
            f"m{b}",
            "entity",
            "GPE",
            "GPE",
            "mention",
            {"mention": (Fragment(s, s + 9),)},
        )
        for b, s in enumerate(starts[: first + 1])
    ]
    view.apply(marks[:-1], [])
    assert shown(view)[0] == (first, top)
    line = view.page.line_rect(starts[first]).top()
    view.apply(marks, [])
    assert view.page.line_rect(starts[first]).top() == line
    view.apply([], [m.id for m in marks])
    assert shown(view)[0] == (first, top)


def test_putting_a_mark_again_replaces_it(qtbot):
    view = make_view(qtbot, TEXT, [entity(TEXT, "Ada")])
    other = Mark("Ada", "entity", "GPE", "GPE", "mention", entity(TEXT, "met").parts)
    view.apply([other], [])
    assert names_of(view, "Ada") == ["GPE"]
    assert view.marks_at(0) == []
    assert view.marks_at(TEXT.index("met")) == ["Ada"]


def test_a_selected_mark_that_goes_is_no_longer_selected(qtbot):
    view = make_view(qtbot, TEXT, [entity(TEXT, "Ada"), entity(TEXT, "met")])
    view.select_mark("Ada")
    view.set_hovered("Ada")
    heard = []
    view.mark_selected.connect(heard.append)
    view.apply([entity(TEXT, "Ada", "GPE")], [])
    assert (heard, view.selected_mark()) == ([], "Ada")
    view.apply([], ["Ada"])
    assert (heard, view.selected_mark()) == ([""], None)
    assert view.focus.hovered is None
    view.select_mark("unknown")
    assert view.selected_mark() is None


def test_a_filter_hides_marks_and_brings_them_back(qtbot):
    marks = [entity(TEXT, "Ada"), entity(TEXT, "London", suggested=True)]
    view = make_view(qtbot, TEXT, marks)
    view.select_mark("London")
    view.set_visible_filter(lambda mark: mark.state is MarkState.ACCEPTED)
    assert names_of(view, "London") == []
    assert view.selected_mark() is None
    assert view.marks_at(TEXT.index("London")) == []
    assert view.next_mark(1) == "Ada"
    assert view.next_mark(1) is None
    view.set_visible_filter(None)
    assert names_of(view, "London") == ["PERSON"]
    assert view.next_mark(1) == "London"


def test_tokens_may_come_later(qtbot):
    view = make_view(qtbot, TEXT)
    view.set_document(TEXT, tokens_of(""), ())
    view.set_caret(TEXT.index("Babbage"))
    assert view.unit_at_caret() == fragment(TEXT, "Babbage")
    view.set_tokens(tokens_of(TEXT))
    assert view.unit_at_caret() == fragment(TEXT, "Babbage")


def test_a_new_document_starts_afresh(qtbot):
    view = make_view(qtbot, LONG, [entity(LONG, "Ada")])
    view.select_mark("Ada")
    view.set_selection([Fragment(3, 9)])
    view.set_search([Fragment(0, 3)], Fragment(0, 3))
    view.set_preview([Fragment(0, 3)])
    view.scroll_by(900)
    heard = []
    view.mark_selected.connect(heard.append)
    view.set_document(TEXT, tokens_of(TEXT), [QUOTE])
    assert (view.page.value, view.caret(), view.selection()) == (0, 0, ())
    assert heard == [""]
    assert not view.highlights.search
    assert not view.highlights.preview
    assert view.highlights.search_now is None


def test_a_closed_document_is_gone_without_the_garbage_collector(qtbot):
    view = make_view(qtbot, LONG, [entity(LONG, "Ada")])
    view.select_mark("Ada")
    page = view.page
    gone = [
        weakref.ref(thing)
        for thing in (page.model, page.laid_out(0).text, page.laid_out(0).lanes)
    ]
    gc.disable()
    try:
        view.clear()
        assert [reference() for reference in gone] == [None, None, None]
    finally:
        gc.enable()


# -- scrolling, zooming, places ----------------------------------------------------


def test_scrolling_up_never_jumps(qtbot):
    marks = [entity(LONG, "Ada", number=n) for n in range(0, 400, 3)]
    marks = [
        Mark(f"{n}", m.kind, m.label, m.title, m.main_role, m.parts)
        for n, m in enumerate(marks)
    ]
    view = make_view(qtbot, LONG, marks)
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    last, top = view.page.visible()[-1]
    bottom = top + view.page.laid_out(last).height
    assert bottom == pytest.approx(view.page.height, abs=1)
    while view.page.value > 0:
        before = dict(shown(view))
        view.scroll_by(-40)
        for block, now in shown(view):
            if block in before and view.page.value > 0:
                assert now - before[block] == 40
    assert shown(view)[0] == (0, 0)


def test_resizing_and_zooming_do_not_drift(qtbot):
    view = make_view(qtbot, LONG.replace("\n", " and so on. " * 30 + "\n"))
    view.scroll_by(3000)
    held = view.page.hold()
    where = shown(view)[0]
    for width in (880, 640, 480, 720, 900):
        view.resize(width, 600)
        assert view.page.hold() == held
        qtbot.wait(1)
    assert shown(view)[0] == where
    for points in (9.0, 22.0, 15.0, 13.0):
        view.set_zoom(points)
        top = view.page.line_rect(held.position).top()
        assert -view.page.look.plain_line * 1.5 < top < view.page.look.plain_line
    assert shown(view)[0] == where


def test_zoom_stays_within_bounds(qtbot):
    view = make_view(qtbot, TEXT)
    heard = []
    view.zoom_changed.connect(heard.append)
    view.zoom_in()
    view.zoom_out()
    view.zoom_out()
    view.set_zoom(500)
    view.set_zoom(500)
    view.zoom_reset()
    assert heard == [14.0, 13.0, 12.0, 40.0, 13.0]
    assert view.zoom() == 13.0


def test_a_place_is_found_again_exactly(qtbot):
    marks = [entity(LONG, "Ada", number=120)]
    view = make_view(qtbot, LONG, marks)
    view.select_mark("Ada")
    view.set_selection([Fragment(5100, 5109), Fragment(5120, 5125)])
    view.scroll_by(333)
    place = json.loads(json.dumps(view.place()))
    before = shown(view), view.selection(), view.caret(), view.selected_mark()
    view.set_document(TEXT, tokens_of(TEXT), ())
    view.set_document(LONG, tokens_of(LONG), marks)
    view.restore_place(place)
    assert before == (
        shown(view),
        view.selection(),
        view.caret(),
        view.selected_mark(),
    )


@pytest.mark.parametrize(
    "place",
    [
        {},
        {"top": 10**9, "caret": -4, "selection": [[5, 3], [0, 10**9], "x"]},
        {"top": "3", "into": None, "caret": None, "selection": None, "mark": 7},
    ],
)
def test_a_place_that_does_not_fit_does_no_harm(qtbot, place):
    view = make_view(qtbot, TEXT)
    view.restore_place(place)
    assert view.selection() == ()
    assert 0 <= view.caret() <= len(TEXT)
    view.grab()


def test_what_is_selected_comes_into_view_without_needless_jumps(qtbot):
    marks = [entity(LONG, "Ada", number=n) for n in (2, 4, 300)]
    marks = [
        Mark(f"{n}", m.kind, m.label, m.title, m.main_role, m.parts)
        for n, m in enumerate(marks)
    ]
    view = make_view(qtbot, LONG, marks)
    view.next_mark(1)
    view.next_mark(1)
    assert view.page.value == 0
    view.next_mark(1)
    rect = view.page.line_rect(view.caret())
    assert view.page.look.plain_line <= rect.top()
    assert rect.bottom() <= view.page.height - view.page.look.plain_line
    view.select_mark("0", reveal=False)
    assert view.page.value > 1000


def test_a_search_hit_comes_into_view(qtbot):
    view = make_view(qtbot, LONG)
    hits = [fragment(LONG, "Ada", n) for n in range(399)]
    view.set_search(hits, hits[350])
    rect = view.page.line_rect(hits[350].start)
    assert 0 < rect.top() < view.page.height
    view.set_search((), None)
    assert not view.highlights.search


def test_random_use_never_loses_the_window(qtbot):
    random_ = random.Random(5)
    view = make_view(qtbot, LONG.replace("about", "about שלום and 😀"))
    length = len(view.page.model.text)
    for _ in range(150):
        choice = random_.randrange(4)
        if choice == 0:
            view.verticalScrollBar().setValue(random_.randrange(20_000))
        elif choice == 1:
            view.scroll_by(random_.randrange(-900, 900))
        elif choice == 2:
            view.set_caret(random_.randrange(length))
        else:
            start = random_.randrange(length - 5)
            parts = {"mention": (Fragment(start, start + random_.randrange(1, 5)),)}
            name = f"{random_.randrange(9)}"
            view.apply([Mark(name, "entity", "GPE", "GPE", "mention", parts)], [])
        visible = view.page.visible()
        last, top = visible[-1]
        assert visible[0][1] <= 0
        assert top + view.page.laid_out(last).height >= view.page.height - 1
        assert 0 <= view.page.value <= view.page.maximum + 1
        assert view.verticalScrollBar().value() == view.page.value


# -- pixels, at few points -----------------------------------------------------------


def colours(view, point) -> str:
    return view.viewport().grab().toImage().pixelColor(point).name()


@pytest.mark.parametrize("dark", [False, True])
def test_marks_are_drawn_in_their_colours(qtbot, dark):
    marks = [entity(TEXT, "Charles Babbage"), QUOTE]
    view = make_view(qtbot, TEXT, marks)
    view.set_dark(dark)
    assert colours(view, edge_point(view, "Charles Babbage", end=True)) == (
        "#ed72a3" if dark else "#bf4958"
    )
    background = colours(view, QPointF(3, 3).toPoint())
    assert background == view.page.look.ink.base.name()


def test_a_suggestions_pill_is_hollow(qtbot):
    view = make_view(qtbot, TEXT, [entity(TEXT, "Charles Babbage", suggested=True)])
    image = view.viewport().grab().toImage()
    lanes = view.page.laid_out(0).lanes
    corner = lanes.pill_rect(lanes.drawn[0]).translated(
        view.page.left, shown(view)[0][1] + view.page.laid_out(0).above
    )
    inside = image.pixelColor(QPointF(corner.left() + 2, corner.top() + 2).toPoint())
    assert inside == view.page.look.ink.base


def test_every_state_can_be_drawn(qtbot):
    marks = [
        QUOTE,
        entity(TEXT, "Ada Lovelace", "MONEY"),
        entity(TEXT, "Charles", "DATE", suggested=True),
        entity(TEXT, "أحمد الخطيب", "GPE"),
    ]
    view = make_view(qtbot, TEXT, marks)
    plain = view.viewport().grab().toImage()
    view.select_mark("q")
    chosen = view.viewport().grab().toImage()
    assert chosen != plain
    view.set_hovered("أحمد الخطيب")
    hovered = view.viewport().grab().toImage()
    assert hovered != chosen
    view.set_preview([fragment(TEXT, "Siemens")])
    view.set_search([fragment(TEXT, "mayor")], fragment(TEXT, "mayor"))
    view.show_moved(("q", fragment(TEXT, "reporters")))
    assert view.viewport().grab().toImage() != hovered
    view.set_styles(Styles())
    view.grab()


@pytest.mark.parametrize("caret", ["Ada", "End"])
def test_connectors_lead_out_of_the_window(qtbot, caret):
    filler = "\n".join(["nothing happens here"] * 60)
    text = f"Ada said much.\n{filler}\n“Far away.”\n{filler}\nEnd"
    parts = {
        "content": (fragment(text, "“Far away.”"),),
        "speaker": (fragment(text, "Ada"),),
    }
    quote = Mark("q", "quote", "direct", "Direct", "content", parts)
    view = make_view(qtbot, text, [quote])
    view.set_caret(text.index(caret))
    before = view.viewport().grab().toImage()
    view.select_mark("q", reveal=False)
    assert (view.viewport().grab().toImage() != before) == (caret == "Ada")
    view.select_mark("q")
    view.grab()
