from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.domain.annotations import Fragment, merge_fragments
from annotator.domain.tokens import Tokens
from annotator.ui.article.marks import Mark, MarkState, Styles
from annotator.ui.article.model import ArticleModel, fragment_of, key_of

TEXT = "\n".join(f"paragraph {n} with some words" for n in range(12))
NO_TOKENS = Tokens.of("", ())

fragments = st.builds(
    lambda start, length: Fragment(start, min(start + length, len(TEXT))),
    st.integers(0, len(TEXT) - 1),
    st.one_of(st.integers(1, 12), st.integers(1, 150)),
)
marks = st.lists(
    st.builds(
        lambda name, main, other, suggested: Mark(
            name,
            "quote",
            "direct",
            "Direct",
            "content",
            {"content": merge_fragments(tuple(main))}
            | ({"speaker": (other,)} if other else {}),
            MarkState.SUGGESTED if suggested else MarkState.ACCEPTED,
        ),
        st.text("abc", min_size=1, max_size=4),
        st.lists(fragments, min_size=1, max_size=3),
        st.none() | fragments,
        st.booleans(),
    ),
    unique_by=lambda mark: mark.id,
    max_size=12,
)


def naive_spans(items: list[Mark], start: int, end: int) -> set:
    return {
        (mark.id, role, number, *fragment)
        for mark in items
        for role, found in mark.parts.items()
        for number, fragment in enumerate(found)
        if fragment.start < max(end, start + 1) and start < fragment.end
    }


@settings(max_examples=50)
@given(marks, marks, st.data())
def test_blocks_show_the_marks_after_any_changes(first, put, data) -> None:
    model = ArticleModel(TEXT, NO_TOKENS, first)
    if data.draw(st.booleans()):
        for block in range(0, len(model.blocks), 3):
            model.spans(block)
    gone = [mark.id for mark in first if data.draw(st.booleans())]
    touched = model.apply(put, gone)
    expected = {m.id: m for m in first if m.id not in gone} | {m.id: m for m in put}
    assert model.marks == expected
    items = list(expected.values())
    for block, (start, end) in enumerate(
        zip(model.blocks.starts, model.blocks.ends, strict=True)
    ):
        spans, left_out = model.spans(block)
        found = {(s.mark_id, s.role, s.number, s.start, s.end) for s in spans}
        # A line feed at the end of a span belongs to the block before it.
        assert found == naive_spans(items, start, end + 1)
        assert left_out == 0
        if block not in touched:
            assert found == naive_spans(first, start, end + 1)


@settings(max_examples=50)
@given(marks, st.integers(0, len(TEXT)), st.sampled_from([None, *MarkState]))
def test_steps_and_places_agree_with_looking_at_all(items, position, state) -> None:
    model = ArticleModel(TEXT, NO_TOKENS, items)
    model.set_filter(lambda mark: "b" not in mark.id)
    shown = [mark for mark in items if "b" not in mark.id]
    origin = (position, -position, 0, "")
    wanted = sorted(key_of(m) for m in shown if state in (None, m.state))
    after = [key[3] for key in wanted if key > origin]
    before = [key[3] for key in wanted if key < origin]
    assert model.step(origin, 1, state) == (after or [None])[0]
    assert model.step(origin, -1, state) == (before or [None])[-1]
    holding = {
        mark.id
        for mark in shown
        for part in mark.parts.values()
        for f in part
        if f.start <= position < f.end
    }
    assert set(model.marks_at(position)) == holding


def test_marks_at_a_place_are_innermost_first() -> None:
    def mark(name: str, start: int, end: int) -> Mark:
        parts = {"mention": (Fragment(start, end),)}
        return Mark(name, "entity", "ORG", "ORG", "mention", parts)

    model = ArticleModel(
        TEXT, NO_TOKENS, [mark("o", 0, 60), mark("i", 10, 11), mark("m", 5, 20)]
    )
    assert model.marks_at(10) == ["i", "m", "o"]
    assert model.marks_at(40) == ["o"]
    assert model.marks_at(len(TEXT)) == []


def test_a_crowded_block_says_how_many_it_leaves_out() -> None:
    crowd = [
        Mark(f"{n}", "entity", "ORG", "ORG", "mention", {"mention": (Fragment(0, 9),)})
        for n in range(200)
    ]
    spans, left_out = ArticleModel(TEXT, NO_TOKENS, crowd).spans(0)
    assert (len(spans), left_out) == (160, 40)


def test_an_unknown_label_still_has_a_look() -> None:
    parts = {"content": (Fragment(0, 2),), "cue": (Fragment(4, 6),)}
    mark = Mark("a", "quote", "new", "New", "content", parts)
    assert Styles().of(mark, "content")[0] == "New"
    assert Styles().of(mark, "cue")[0] == "cue"
    assert mark.main == (Fragment(0, 2),)
    assert fragment_of(mark, "cue", 0) == (4, 6)
    assert fragment_of(mark, "cue", 1) is None
    headless = Mark("b", "quote", "new", "New", "gone", parts)
    assert headless.main == (Fragment(0, 2), Fragment(4, 6))
