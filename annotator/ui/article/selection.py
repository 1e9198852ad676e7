"""The caret and the selected text: kept fragments and the one being made."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from annotator.domain.annotations import Fragment, merge_fragments

_NOWHERE = Fragment(0, 0)


@dataclass(slots=True)
class Selection:
    """What is selected in a text.

    Attributes:
        text: What it selects in.
        anchor: Where the present fragment began: the unit under the mouse then,
            or an empty fragment at the caret.
        head: The end that moves; the caret stands there.
        kept: Further fragments, finished.
    """

    text: str = ""
    anchor: Fragment = _NOWHERE
    head: int = 0
    kept: tuple[Fragment, ...] = ()

    @property
    def active(self) -> Fragment:
        """The fragment being made; may be empty."""
        start, end = self.anchor
        return Fragment(min(start, self.head), max(end, self.head))

    def fragments(self) -> tuple[Fragment, ...]:
        """Return everything selected, sorted; touching fragments joined.

        A fragment never begins or ends with a blank, unless it is nothing else.
        """
        active = self._trimmed(self.active)
        if active.start == active.end:
            return self.kept
        return merge_fragments((*self.kept, active))

    def show(self, text: str) -> None:
        """Select in another text, from its start."""
        self.text, self.kept = text, ()
        self.move(0)

    def _trimmed(self, fragment: Fragment) -> Fragment:
        surface = self.text[fragment.start : fragment.end]
        if not surface or surface.isspace():
            return fragment
        start = fragment.start + len(surface) - len(surface.lstrip())
        return Fragment(start, start + len(surface.strip()))

    def move(self, position: int) -> None:
        """Put the caret at *position*, with nothing being made there.

        Fragments that are kept stay, so that one can walk to the next.
        """
        self.anchor, self.head = Fragment(position, position), position

    def extend(self, position: int) -> None:
        """Move the head of the present fragment."""
        self.head = position

    def begin(self, unit: Fragment) -> None:
        """Begin a fragment with a whole unit."""
        self.anchor, self.head = unit, unit.end

    def reach(self, unit: Fragment) -> None:
        """Extend the present fragment so that it takes in *unit*."""
        if unit.start <= self.anchor.start and self.anchor.end <= unit.end:
            self.begin(unit)
            return
        backwards = unit.start < self.anchor.start
        self.head = unit.start if backwards else unit.end

    def keep(self) -> None:
        """Finish the present fragment; the next begins at the caret."""
        self.kept = self.fragments()
        self.move(self.head)

    def replace(self, fragments: Iterable[Fragment]) -> None:
        """Select exactly *fragments*; the last becomes the present one."""
        merged = merge_fragments(tuple(fragments))
        if merged:
            self.kept = merged[:-1]
            self.begin(merged[-1])
        else:
            self.clear()

    def clear(self) -> None:
        """Select nothing; the caret stays."""
        self.kept = ()
        self.move(self.head)

    def toggle(self, unit: Fragment) -> None:
        """Add *unit* as a fragment, or take out those that it touches."""
        fragments = self.fragments()
        others = tuple(
            f for f in fragments if f.end <= unit.start or unit.end <= f.start
        )
        self.kept = others if len(others) < len(fragments) else (*fragments, unit)
        self.kept = merge_fragments(self.kept)
        self.move(unit.end)
