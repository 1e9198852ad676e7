from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.ui.article.intervals import IntervalIndex, Span

BLOCKS = 13


@st.composite
def placed(draw):
    first = draw(st.integers(0, BLOCKS - 1))
    last = draw(st.integers(first, BLOCKS - 1))
    start = first * 10 + draw(st.integers(0, 4))
    end = last * 10 + draw(st.integers(5, 9))
    mark_id = draw(st.text("abcdef", min_size=3, max_size=6))
    return Span(end - start, start, 0, mark_id, "mention", 0), first, last


spans = st.lists(placed(), unique_by=lambda p: p[0].mark_id, max_size=25)


def naive(items: list, block: int) -> list[Span]:
    return sorted(span for span, first, last in items if first <= block <= last)


@given(spans, spans, st.sets(st.integers(0, 30)), st.integers(0, 30))
@settings(max_examples=60)
def test_blocks_know_their_spans_after_any_changes(before, after, gone, most) -> None:
    index = IntervalIndex(BLOCKS, before)
    items = list(before)
    for where in sorted((w for w in gone if w < len(before)), reverse=True):
        index.remove(*items.pop(where))
    for item in after:
        index.insert(*item)
        items.append(item)
    for block in range(BLOCKS):
        expected = naive(items, block)
        found, left_out = index.take(block, most)
        assert found == expected[:most]
        assert left_out == max(len(expected) - most, 0)


@given(spans, st.sampled_from("abcdef"))
def test_what_is_not_accepted_does_not_count(items, letter) -> None:
    index = IntervalIndex(BLOCKS, items)
    for block in range(BLOCKS):
        wanted = [s for s in naive(items, block) if s.mark_id.startswith(letter)]
        assert index.take(block, 2, lambda s: s.mark_id.startswith(letter)) == (
            wanted[:2],
            max(len(wanted) - 2, 0),
        )


@given(spans)
def test_local_spans_are_fetched_once_and_before_changes(items) -> None:
    local = [item for item in items if item[1] == item[2]]
    spread = [item for item in items if item[1] != item[2]]
    asked: list[int] = []

    def fetch(block: int) -> list[Span]:
        asked.append(block)
        return [span for span, first, _ in local if first == block]

    index = IntervalIndex(BLOCKS, spread, fetch)
    for item in local:
        index.remove(*item)
        index.insert(*item)
    for block in range(BLOCKS):
        assert index.take(block, 99)[0] == naive(items, block)
    assert sorted(asked) == sorted(set(asked))
