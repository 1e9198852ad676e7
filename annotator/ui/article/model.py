"""One open article: its text, blocks, units and marks, without anything drawn."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from functools import partial

from annotator.domain.annotations import Fragment
from annotator.domain.tokens import Tokens
from annotator.ui.article.blocks import Blocks
from annotator.ui.article.intervals import IntervalIndex, Placed, Span
from annotator.ui.article.marks import Mark, MarkState
from annotator.ui.article.offsets import OffsetMap
from annotator.ui.article.order import Key, ReadingOrder
from annotator.ui.article.units import Units

MOST_SPANS = 160
Accept = Callable[[Mark], bool]


def key_of(mark: Mark) -> Key:
    """Return where *mark* stands in reading order."""
    main = mark.main
    start, end = min(main)[0], max(fragment[1] for fragment in main)
    return start, -end, mark.order, mark.id


def fragment_of(mark: Mark, role: str, number: int) -> Fragment | None:
    """Return one fragment of *mark*, or None if it has no such."""
    fragments = mark.parts.get(role, ())
    return fragments[number] if 0 <= number < len(fragments) else None


class ArticleModel:
    """A text with its marks; offsets are code points.

    Attributes:
        marks: By id, also those that are hidden.
    """

    def __init__(self, text: str, tokens: Tokens, marks: Iterable[Mark]) -> None:
        self.text = text
        self.offsets = OffsetMap(text)
        self.blocks = Blocks(text)
        self.units = Units(text, self.blocks, tokens)
        self.marks = {mark.id: mark for mark in marks}
        self._visible: Accept | None = None
        self._order: ReadingOrder[Mark] = ReadingOrder(key_of)
        spread = self._fill_order()
        self._index = IntervalIndex(
            len(self.blocks),
            self._away_from_home(spread),
            # Not a method: a cycle would keep the text alive after gc.freeze().
            partial(_at_home, self.blocks, self._order),
        )

    def set_tokens(self, tokens: Tokens) -> None:
        """Snap to other tokens from now on."""
        self.units = Units(self.text, self.blocks, tokens)

    def set_filter(self, visible: Accept | None) -> None:
        """Show only the marks that *visible* accepts; None for all."""
        self._visible = visible

    def apply(self, put: Iterable[Mark], removed: Iterable[str]) -> set[int]:
        """Put marks in and take marks out; return the blocks that are touched."""
        touched: set[int] = set()
        for mark_id in removed:
            self._take_out(mark_id, touched)
        for mark in put:
            self._take_out(mark.id, touched)
            self.marks[mark.id] = mark
            for span, first, last in _spans(self.blocks, mark):
                self._index.insert(span, first, last)
                touched.update(range(first, last + 1))
            # After the index, which asks the order for a block's spans.
            self._order.insert(self._home(mark), mark)
        return touched

    def spans(self, block: int) -> tuple[list[Span], int]:
        """Return the visible spans of a block and how many more there are."""
        visible, marks = self._visible, self.marks
        if visible is None:
            return self._index.take(block, MOST_SPANS)
        return self._index.take(
            block, MOST_SPANS, lambda span: visible(marks[span.mark_id])
        )

    def reading_order(self) -> list[str]:
        """Return the ids of the visible marks in the order they are read."""
        shown = [mark for mark in self.marks.values() if self.is_visible(mark)]
        return [mark.id for mark in sorted(shown, key=key_of)]

    def mark_counts(self) -> list[int]:
        """Return how many marks start in each block."""
        counts = [0] * len(self.blocks)
        for block, marks in self._order.buckets.items():
            counts[block] = len(marks)
        return counts

    def is_visible(self, mark: Mark) -> bool:
        """Return whether *mark* passes the filter."""
        return self._visible is None or self._visible(mark)

    def marks_at(self, position: int) -> list[str]:
        """Return the visible marks that hold the character, innermost first."""
        found = self._index.take(
            self.blocks.at(position),
            len(self.marks),
            lambda span: (
                span.start <= position < span.start + span.length
                and self.is_visible(self.marks[span.mark_id])
            ),
        )[0]
        return list(dict.fromkeys(span.mark_id for span in found))

    def step(self, origin: Key, step: int, state: MarkState | None) -> str | None:
        """Return the next or previous visible mark of that state, or None."""
        mark = self._order.step(
            self.blocks.at(origin[0]),
            origin,
            step,
            lambda m: (state is None or m.state is state) and self.is_visible(m),
        )
        return None if mark is None else mark.id

    def _fill_order(self) -> list[Mark]:
        """Put every mark where it starts; return those with several fragments.

        Opening a document spends most of its time here, hence the plain loop.
        """
        buckets = self._order.buckets
        starts, ends = self.blocks.starts, self.blocks.ends
        spread = []
        for mark in self.marks.values():
            parts = mark.parts
            fragments = next(iter(parts.values()))
            if len(parts) == 1 and len(fragments) == 1:
                start, end = fragments[0]
                home = bisect_right(starts, start) - 1
                if end > ends[home]:
                    spread.append(mark)
            else:
                home = self._home(mark)
                spread.append(mark)
            if home in buckets:
                buckets[home].append(mark)
            else:
                buckets[home] = [mark]
        return spread

    def _home(self, mark: Mark) -> int:
        """Return the block that *mark* starts in."""
        return self.blocks.at(min(mark.main).start)

    def _away_from_home(self, marks: Iterable[Mark]) -> Iterator[Placed]:
        for mark in marks:
            home = self._home(mark)
            for placed in _spans(self.blocks, mark):
                if not placed[1] == placed[2] == home:
                    yield placed

    def _take_out(self, mark_id: str, touched: set[int]) -> None:
        mark = self.marks.pop(mark_id, None)
        if mark is None:
            return
        for span, first, last in _spans(self.blocks, mark):
            self._index.remove(span, first, last)
            touched.update(range(first, last + 1))
        self._order.remove(self._home(mark), mark)


def _spans(blocks: Blocks, mark: Mark) -> Iterator[Placed]:
    """Yield the spans of *mark* with their blocks."""
    for role, fragments in mark.parts.items():
        for number, (start, end) in enumerate(fragments):
            span = Span(end - start, start, mark.order, mark.id, role, number)
            yield span, *blocks.covering(start, end)


def _at_home(blocks: Blocks, order: ReadingOrder[Mark], block: int) -> Iterator[Span]:
    """Yield the spans that lie in the block their mark starts in, in it alone."""
    for mark in order.bucket(block):
        for span, first, last in _spans(blocks, mark):
            if first == last == block:
                yield span
