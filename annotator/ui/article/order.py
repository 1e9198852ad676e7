"""Items in the order they are read, and steps through it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

Key = tuple[int, int, int, str]
"""Start, minus end, order, id: outer marks before those inside them."""

T = TypeVar("T")


class ReadingOrder(Generic[T]):
    """Items in buckets whose numbers rise with the items' keys.

    A step looks into the few buckets around it only, so nothing is ever sorted:
    opening an article with 20,000 marks would pay for that and seldom use it.

    Attributes:
        buckets: May be filled directly to begin with.
    """

    def __init__(self, key: Callable[[T], Key]) -> None:
        self._key = key
        self.buckets: dict[int, list[T]] = {}

    def bucket(self, number: int) -> Sequence[T]:
        """Return what a bucket holds, in no order."""
        return self.buckets.get(number, ())

    def insert(self, number: int, item: T) -> None:
        """Add an item to a bucket."""
        self.buckets.setdefault(number, []).append(item)

    def remove(self, number: int, item: T) -> None:
        """Take an item out of the bucket that it was added to."""
        self.buckets[number].remove(item)

    def step(
        self,
        number: int,
        origin: Key,
        step: int,
        accept: Callable[[T], bool] | None = None,
    ) -> T | None:
        """Return what *step* (1 or -1) leads to from *origin*, or None.

        Args:
            number: The bucket that *origin* belongs to.
            origin: Where to start; itself never the answer.
            accept: Which items count; None for all.
        """
        last = max(self.buckets, default=-1)
        if step > 0:
            numbers, nearest = range(number, last + 1), min
        else:
            numbers, nearest = range(min(number, last), -1, -1), max
        key_of = self._key
        for place in numbers:
            found = [
                (key_of(item), item)
                for item in self.buckets.get(place, ())
                if accept is None or accept(item)
            ]
            beyond = [
                pair
                for pair in found
                if (pair[0] > origin if step > 0 else pair[0] < origin)
            ]
            if beyond:
                return nearest(beyond, key=lambda pair: pair[0])[1]
        return None
