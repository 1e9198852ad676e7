"""Where the keys take the caret."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPointF

from annotator.domain.annotations import Fragment
from annotator.ui.article.marks import Snap
from annotator.ui.article.page import Page
from annotator.ui.article.selection import Selection
from annotator.ui.article.units import Units


class Spot(NamedTuple):
    """A place in the text under the mouse.

    Attributes:
        character: The position of the character there.
        gap: The nearest position between two characters.
    """

    character: int
    gap: int


class Caret:
    """Moves the head of a selection over a page.

    Each move takes the caret along, or with ``extend`` only the head, so that the
    selection grows or shrinks.

    Attributes:
        snap: What Left and Right step over.
    """

    def __init__(self, page: Page, selection: Selection) -> None:
        self._page = page
        self._selection = selection
        self._goal_x: float | None = None
        self.snap = Snap.TOKEN

    @property
    def _units(self) -> Units:
        return self._page.model.units

    def forget_goal(self) -> None:
        """Start the next run of Up and Down from where the caret then is."""
        self._goal_x = None

    def _go(self, position: int, *, extend: bool) -> None:
        position = min(max(position, 0), len(self._page.model.text))
        if extend:
            self._selection.extend(position)
        else:
            self._selection.move(position)

    # -- along the line ----------------------------------------------------

    def sideways(self, direction: int, *, extend: bool) -> None:
        """Go one unit to the right (1) or the left (-1) as it is seen."""
        self.forget_goal()
        head = self._selection.head
        block = self._page.model.blocks.at(head)
        text = self._page.laid_out(block).text
        forward = (direction > 0) != text.is_rtl
        if self.snap is Snap.CHARACTER and text.has_rtl and not extend:
            self._go(self._seen_character(direction), extend=False)
        elif self.snap is Snap.CHARACTER:
            self._go(self.beside(head, forward=forward), extend=extend)
        elif extend:
            self._go(self.extended(self.snap, forward=forward), extend=True)
        elif text.has_rtl:
            self._go(self._seen_neighbour(direction, forward=forward), extend=False)
        else:
            self._go(self._next_token(forward=forward), extend=False)

    def _next_token(self, *, forward: bool) -> int:
        head = self._selection.head
        if forward:
            start = self._units.next_start(head)
            return len(self._page.model.text) if start is None else start
        start = self._units.previous_start(head, Snap.TOKEN)
        return 0 if start is None else start

    def extended(self, snap: Snap, *, forward: bool) -> int:
        """Return where the head goes when the selection grows or shrinks by one."""
        head, anchor, units = self._selection.head, self._selection.anchor, self._units
        if forward and head < anchor.start:
            start = units.next_start(head)
            return min(anchor.start, start or anchor.start)
        if forward:
            end = units.next_end(head, snap)
            return head if end is None else end
        if head > anchor.end:
            end = units.previous_end(head)
            if snap is not Snap.TOKEN:
                end = units.previous_start(head, snap)
            return max(anchor.end, end or anchor.end)
        start = units.previous_start(min(head, anchor.start), snap)
        return head if start is None else start

    def _seen_neighbour(self, direction: int, *, forward: bool) -> int:
        """Return the token beside the caret in a line of mixed directions."""
        page, head = self._page, self._selection.head
        block = page.model.blocks.at(head)
        text = page.laid_out(block).text
        number = text.line_at(head)
        start, end = text.line_extent(number)
        tokens = self._units.starts_within(start, end)
        ordered = text.visual_order(number, tokens)
        before = [token for token in tokens if token <= head]
        if before:
            index = ordered.index(before[-1]) + direction
            if 0 <= index < len(ordered):
                return ordered[index]
        elif tokens and forward:
            return tokens[0]
        return self._seen_first(block, number, forward=forward)

    def _seen_first(self, block: int, number: int, *, forward: bool) -> int:
        """Return the token that the next line begins, or the previous ends, with."""
        page, step = self._page, 1 if forward else -1
        blocks = page.model.blocks
        while True:
            number += step
            if not 0 <= number < len(page.laid_out(block).text.lines):
                block += step
                if not 0 <= block < len(blocks):
                    return len(page.model.text) if forward else 0
                lines = page.laid_out(block).text.lines
                number = 0 if forward else len(lines) - 1
            text = page.laid_out(block).text
            tokens = self._units.starts_within(*text.line_extent(number))
            if tokens:
                ordered = text.visual_order(number, tokens)
                return ordered[0 if forward != text.is_rtl else -1]

    def _seen_character(self, direction: int) -> int:
        """Return the boundary of the grapheme to the right or left, as it is seen."""
        head = self._selection.head
        text = self._page.laid_out(self._page.model.blocks.at(head)).text
        local_u16 = text.local_u16(head)
        if direction > 0:
            found = text.layout.rightCursorPosition(local_u16)
        else:
            found = text.layout.leftCursorPosition(local_u16)
        if found == local_u16:
            return self.beside(head, forward=(direction > 0) != text.is_rtl)
        return text.position(found)

    def beside(self, position: int, *, forward: bool) -> int:
        """Return the next or previous boundary of a grapheme."""
        blocks = self._page.model.blocks
        block = blocks.at(position)
        if forward and position == blocks.ends[block]:
            return min(position + 1, len(self._page.model.text))
        if not forward and position == blocks.starts[block]:
            if not blocks.continued[block]:
                return max(position - 1, 0)
            block -= 1
        text = self._page.laid_out(block).text
        local_u16 = text.local_u16(position)
        step = text.next_u16 if forward else text.previous_u16
        return text.position(step(local_u16))

    def edge_beside(self, position: int, *, end: bool, forward: bool) -> int | None:
        """Return where the edge of a mark goes that is moved by one unit."""
        units, snap = self._units, self.snap
        if snap is Snap.CHARACTER:
            return self.beside(position, forward=forward)
        if end:
            if forward:
                return units.next_end(position, snap)
            return units.previous_end(position)
        if forward:
            return units.next_start(position)
        return units.previous_start(position, snap)

    def sentence(self, direction: int, *, extend: bool) -> None:
        """Go to the next or previous start of a sentence."""
        self.forget_goal()
        head, units = self._selection.head, self._units
        text = self._page.laid_out(self._page.model.blocks.at(head)).text
        forward = (direction > 0) != text.is_rtl
        if extend:
            self._go(self.extended(Snap.SENTENCE, forward=forward), extend=True)
            return
        if forward:
            end = units.next_end(head, Snap.SENTENCE)
            start = None if end is None else units.next_start(end - 1)
            self._go(
                len(self._page.model.text) if start is None else start, extend=False
            )
        else:
            start = units.previous_start(head, Snap.SENTENCE)
            self._go(start or 0, extend=False)

    def line_edge(self, *, to_end: bool, extend: bool) -> None:
        """Go to the start or the end of the line."""
        self.forget_goal()
        head = self._selection.head
        text = self._page.laid_out(self._page.model.blocks.at(head)).text
        start, end = text.line_extent(text.line_at(head))
        self._go(end if to_end else start, extend=extend)

    def text_edge(self, *, to_end: bool, extend: bool) -> None:
        """Go to the start or the end of the article."""
        self.forget_goal()
        self._go(len(self._page.model.text) if to_end else 0, extend=extend)

    # -- between lines -----------------------------------------------------

    def vertical(self, step: int, *, extend: bool) -> None:
        """Go to the line below (1) or above (-1), keeping to one x."""
        page, head = self._page, self._selection.head
        block = page.model.blocks.at(head)
        text = page.laid_out(block).text
        number, x = text.caret_x(head)
        if self._goal_x is None:
            self._goal_x = x
        number += step
        if not 0 <= number < len(text.lines):
            block += step
            if not 0 <= block < len(page.model.blocks):
                self._go(len(page.model.text) if step > 0 else 0, extend=extend)
                return
            lines = page.laid_out(block).text.lines
            number = 0 if step > 0 else len(lines) - 1
        self._go_to_line(block, number, extend=extend)

    def page(self, step: int, *, extend: bool) -> None:
        """Go one window down (1) or up (-1); the caret keeps its height in it."""
        page, selection = self._page, self._selection
        rect = page.caret_rect(selection.head)
        if self._goal_x is None:
            self._goal_x = rect.x() + 1 - page.left
        y = min(max(rect.center().y(), 0.0), page.height)
        before = page.value
        page.scroll_by(step * (page.height - 2 * page.look.plain_line))
        if page.value == before:
            self._go(len(page.model.text) if step > 0 else 0, extend=extend)
            return
        block, top = page.block_at(y)
        laid_out = page.laid_out(block)
        number = laid_out.text.line_below(y - top - laid_out.above)
        self._go_to_line(block, number, extend=extend)

    def _go_to_line(self, block: int, number: int, *, extend: bool) -> None:
        text = self._page.laid_out(block).text
        x = self._goal_x or 0.0
        if self.snap is Snap.CHARACTER:
            self._go(text.hit(number, x, on=False), extend=extend)
            return
        # The caret of a token stands on its edge: look a little inside.
        position = text.hit(number, x + (-1.0 if text.is_rtl else 1.0), on=True)
        start, end = text.line_extent(number)
        unit = self._units.near(position, Snap.TOKEN)
        if unit is None or unit.end <= start or unit.start >= max(end, start + 1):
            unit = Fragment(start, start)
        if extend and position >= self._selection.anchor.start:
            self._go(unit.end, extend=True)
        else:
            self._go(unit.start, extend=extend)

    # -- with the mouse ----------------------------------------------------

    def spot_at(self, point: QPointF) -> Spot:
        """Return what is under a point."""
        return Spot(
            self._page.position_at(point, on=True),
            self._page.position_at(point, on=False),
        )

    def unit_of(self, spot: Spot, snap: Snap) -> Fragment:
        """Return the unit at a spot, or the nearest on its line."""
        if snap is not Snap.CHARACTER:
            unit = self._units.near(spot.character, snap)
            if unit is not None:
                return unit
        return Fragment(spot.gap, spot.gap)
