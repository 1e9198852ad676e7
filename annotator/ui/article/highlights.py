"""What is highlighted in the text besides marks."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from annotator.domain.annotations import Fragment


class FragmentList:
    """Fragments that can be asked for by extent; they may overlap."""

    def __init__(self, fragments: Iterable[Fragment] = ()) -> None:
        self._sorted = sorted(fragments)
        self._starts = [fragment.start for fragment in self._sorted]
        self._longest = max((f.end - f.start for f in self._sorted), default=0)

    def __bool__(self) -> bool:
        return bool(self._sorted)

    def within(self, start: int, end: int) -> list[Fragment]:
        """Return those that share a character with ``[start, end)``."""
        low = bisect_right(self._starts, start - self._longest)
        low = max(low - 1, 0)
        high = bisect_left(self._starts, end)
        return [f for f in self._sorted[low:high] if f.end > start]


class Dimmed(FragmentList):
    """Stretches that are no part of the article, each with the reason why."""

    def __init__(self, reasons: Mapping[Fragment, str] | None = None) -> None:
        self._reasons = dict(reasons or {})
        super().__init__(self._reasons)

    def reason_at(self, position: int) -> str:
        """Return why a character is dimmed; "" where it is not."""
        found = self.within(position, position + 1)
        return self._reasons[found[0]] if found else ""


@dataclass(slots=True)
class Highlights:
    """Everything that is highlighted now.

    Attributes:
        dimmed: What is drawn as no part of the article.
        moved: A mark's id and the fragment that one of its edges is dragged to.
    """

    dimmed: Dimmed = field(default_factory=Dimmed)
    preview: FragmentList = field(default_factory=FragmentList)
    search: FragmentList = field(default_factory=FragmentList)
    search_now: Fragment | None = None
    moved: tuple[str, Fragment] | None = None

    def forget(self) -> None:
        """Highlight nothing, and dim nothing."""
        self.dimmed = Dimmed()
        self.preview, self.search = FragmentList(), FragmentList()
        self.search_now = self.moved = None
