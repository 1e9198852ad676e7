"""Which spans reach a block: a segment tree over blocks."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Callable, Iterable
from heapq import merge
from typing import NamedTuple


class Span(NamedTuple):
    """One fragment of one mark; sorts shortest first.

    Attributes:
        order: Of the mark; decides between spans of the same extent.
        number: Which fragment of its role it is.
    """

    length: int
    start: int
    order: int
    mark_id: str
    role: str
    number: int

    @property
    def end(self) -> int:
        """Where it ends, in code points."""
        return self.start + self.length


Placed = tuple[Span, int, int]
"""A span with the first and the last block that it reaches."""


class IntervalIndex:
    """Spans by the blocks they reach.

    A span stands in O(log n) nodes however many blocks it reaches; a node's list
    is made and sorted when it is first asked for.

    Args:
        blocks: How many blocks there are.
        spans: To begin with.
        local: Gives the spans that *spans* leaves out because they lie in one
            block alone; called once for each block, when it is first needed.
    """

    def __init__(
        self,
        blocks: int,
        spans: Iterable[Placed] = (),
        local: Callable[[int], Iterable[Span]] | None = None,
    ) -> None:
        self._size = 1 << max(blocks - 1, 0).bit_length()
        self._nodes: dict[int, list[Span]] = {}
        self._local = local
        self._ready: set[int] = set()
        for span, first, last in spans:
            for key in self._keys(first, last):
                self._nodes.setdefault(key, []).append(span)

    def _keys(self, first: int, last: int) -> list[int]:
        """Return the nodes that together are exactly the blocks first to last."""
        keys = []
        low, high = first + self._size, last + self._size + 1
        while low < high:
            if low & 1:
                keys.append(low)
                low += 1
            if high & 1:
                high -= 1
                keys.append(high)
            low >>= 1
            high >>= 1
        return keys

    def _list(self, key: int) -> list[Span]:
        if key in self._ready:
            return self._nodes[key]
        self._ready.add(key)
        spans = self._nodes.setdefault(key, [])
        if self._local is not None and key >= self._size:
            spans += self._local(key - self._size)
        spans.sort()
        return spans

    def insert(self, span: Span, first: int, last: int) -> None:
        """Add a span that reaches the blocks *first* to *last*."""
        for key in self._keys(first, last):
            insort(self._list(key), span)

    def remove(self, span: Span, first: int, last: int) -> None:
        """Take out a span that was added with the same blocks."""
        for key in self._keys(first, last):
            spans = self._list(key)
            del spans[bisect_left(spans, span)]

    def take(
        self, block: int, most: int, accept: Callable[[Span], bool] | None = None
    ) -> tuple[list[Span], int]:
        """Return the shortest spans that reach a block, and how many are left out.

        Args:
            most: How many spans at most.
            accept: Which spans count; None for all.
        """
        lists = []
        node = block + self._size
        while node:
            spans = self._list(node)
            if spans:
                lists.append(spans)
            node >>= 1
        spans = lists[0] if len(lists) == 1 else list(merge(*lists))
        if accept is not None:
            spans = [span for span in spans if accept(span)]
        return spans[:most], max(len(spans) - most, 0)
