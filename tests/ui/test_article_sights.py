"""What of a frame is in view once it is selected."""

from __future__ import annotations

import pytest

from annotator.domain.annotations import Fragment, extent
from annotator.ui.article.marks import Mark, MarkState
from tests.ui.article_helpers import make_view

LINE = "Talks 🚢 would go on until the snow had melted, officials said on Monday.\n\n"
TEXT = LINE * 200


def frame(mark_id, content, speaker, cue=None):
    parts = {"content": (content,), "speaker": (speaker,)}
    if cue is not None:
        parts["cue"] = (cue,)
    return Mark(
        mark_id,
        "quote",
        "direct",
        "Direct",
        "content",
        parts,
        state=MarkState.SUGGESTED,
    )


def at(line, start=0, length=5):
    first = line * len(LINE) + start
    return Fragment(first, first + length)


def is_in_view(view, fragment):
    """Whether the lines a fragment begins and ends on are in the window whole."""
    height = view.viewport().height()
    rects = [view.page.line_rect(p) for p in (fragment.start, fragment.end - 1)]
    return rects[0].top() >= 0 and rects[1].bottom() <= height


@pytest.mark.parametrize("speaker", [at(98), at(103)])
@pytest.mark.parametrize("begin", [0, 97, 100, 104, 199])
def test_all_of_a_frame_is_shown_where_there_is_room(qtbot, speaker, begin):
    mark = frame("q", at(100, length=60), speaker, at(101))
    view = make_view(qtbot, TEXT, [mark])
    view.set_caret(begin * len(LINE))
    view.select_mark("q")
    assert is_in_view(view, extent(mark.parts))


def test_a_long_quote_is_shown_from_its_start_with_its_speaker(qtbot):
    long = Fragment(at(100).start, at(140).end)
    mark = frame("q", long, at(96))
    view = make_view(qtbot, TEXT, [mark])
    view.set_caret(len(TEXT))
    view.select_mark("q")
    assert is_in_view(view, at(100))
    assert is_in_view(view, at(96))


def test_a_cue_far_away_does_not_keep_the_speaker_out(qtbot):
    mark = frame("q", at(100), at(97), at(160))
    view = make_view(qtbot, TEXT, [mark])
    view.select_mark("q")
    assert is_in_view(view, at(100))
    assert is_in_view(view, at(97))


def test_where_nothing_else_fits_the_content_is_shown(qtbot):
    mark = frame("q", at(100), at(20), at(160))
    view = make_view(qtbot, TEXT, [mark])
    view.select_mark("q")
    assert is_in_view(view, at(100))


def test_nothing_moves_where_all_of_it_is_in_view(qtbot):
    marks = [frame("a", at(50), at(51)), frame("b", at(52), at(53))]
    view = make_view(qtbot, TEXT, marks)
    view.select_mark("a")
    view.scroll_by(60)
    before = view.page.origin
    view.select_mark("b")
    assert view.page.origin == before


def test_a_choice_by_key_forgets_what_the_mouse_was_left_on(qtbot):
    marks = [frame("a", at(0), at(1)), frame("b", at(2), at(3))]
    view = make_view(qtbot, TEXT, marks)
    view.set_hovered("a")
    view.next_mark(1, state=None)
    view.next_mark(1, state=None)
    assert view.selected_mark() == "b"
    assert view.focus.hovered is None
