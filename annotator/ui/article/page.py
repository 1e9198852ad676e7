"""Where everything in the window is, and what is at a point of it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF

from annotator.domain.annotations import Fragment
from annotator.ui.article.lane_layout import DrawnSpan
from annotator.ui.article.scrolling import Held, Scroller


class Page(Scroller):
    """The geometry of an article in its window.

    Points and rectangles count from the window's corner.
    """

    def top_of(self, block: int) -> float:
        """Return the top of a block, exact for those in the window."""
        for number, y in self.visible():
            if number == block:
                return y
        self.laid_out(block)
        return (
            self._heights.before(block)
            - self._heights.before(self._block)
            - (self._into)
        )

    def line_rect(self, position: int) -> QRectF:
        """Return the whole line that *position* stands on, with its lanes."""
        block = self.model.blocks.at(position)
        laid_out = self.laid_out(block)
        line = laid_out.text.lines[laid_out.text.line_at(position)]
        y = self.top_of(block) + laid_out.above + line.top
        return QRectF(self.left, y, self.column, line.height)

    def strip(self, start: int, end: int) -> QRectF:
        """Return the lines in the window that ``[start, end]`` reaches."""
        strip = QRectF()
        for block, y in self.visible():
            laid_out = self.laid_out(block)
            text = laid_out.text
            if start <= text.end and text.start <= end:
                first = text.lines[text.line_at(max(start, text.start))]
                last = text.lines[text.line_at(min(end, text.end))]
                bottom = last.top + last.height
                top = y + laid_out.above + first.top
                strip |= QRectF(0.0, top, self.width, bottom - first.top)
        return strip

    def caret_rect(self, position: int) -> QRectF:
        """Return where the caret is drawn."""
        block = self.model.blocks.at(position)
        laid_out = self.laid_out(block)
        number, x = laid_out.text.caret_x(position)
        line = laid_out.text.lines[number]
        y = self.top_of(block) + laid_out.above + line.top
        return QRectF(self.left + x - 1, y, 2.0, line.text_height)

    def text_rects(self, fragment: Fragment) -> list[QRectF]:
        """Return the grounds of the visible part of a fragment."""
        rects = []
        for block, y in self.visible():
            laid_out = self._cache[block]
            if (
                fragment.start < laid_out.text.end
                and laid_out.text.start < fragment.end
            ):
                rooms = laid_out.text.rooms(*fragment)
                rects += [
                    rect.translated(self.left, y + laid_out.above)
                    for rect in laid_out.lanes.text_rects(rooms)
                ]
        return rects

    def block_at(self, y: float) -> tuple[int, float]:
        """Return the block at a height of the window, and its top."""
        visible = self.visible()
        for block, top in reversed(visible):
            if y >= top:
                return block, top
        return visible[0]

    def position_at(self, point: QPointF, *, on: bool) -> int:
        """Return the position nearest to a point.

        Args:
            on: The character under the point, else the nearest gap between two.
        """
        block, top = self.block_at(point.y())
        laid_out = self.laid_out(block)
        number = laid_out.text.line_below(point.y() - top - laid_out.above)
        return laid_out.text.hit(number, point.x() - self.left, on=on)

    def is_over_text(self, point: QPointF) -> bool:
        """Return whether the point is on a line's text, not beside or below it."""
        block, top = self.block_at(point.y())
        laid_out = self.laid_out(block)
        x, y = point.x() - self.left, point.y() - top - laid_out.above
        line = laid_out.text.lines[laid_out.text.line_below(y)]
        inside = 0 <= y - line.top < line.text_height
        return inside and line.left <= x < line.right

    def position_beside(self, y: float) -> int:
        """Return where the line at a height of the window begins."""
        block, top = self.block_at(y)
        laid_out = self.laid_out(block)
        number = laid_out.text.line_below(y - top - laid_out.above)
        return laid_out.text.line_extent(number)[0]

    def drawn_at(self, point: QPointF, slack: float) -> list[DrawnSpan]:
        """Return the spans whose bar or pill is at a point, shortest first."""
        block, top = self.block_at(point.y())
        laid_out = self.laid_out(block)
        local = point - QPointF(self.left, top + laid_out.above)
        lanes = laid_out.lanes
        return [
            one
            for one in lanes.drawn
            if any(
                rect.adjusted(-slack, -slack, slack, slack).contains(local)
                for rect in (lanes.pill_rect(one), *lanes.bar_rects(one))
                if not rect.isEmpty()
            )
        ]

    def reveal(self, start: int, end: int) -> bool:
        """Scroll so that a stretch is in view with some space; return whether it did.

        Nothing moves where its line is in view already.
        """
        first, last = self.line_rect(start), self.line_rect(max(start, end - 1))
        margin = min(self.look.plain_line * 1.5, self.height / 4)
        top, bottom = first.top(), last.bottom()
        if bottom - top > self.height - 2 * margin:
            bottom = first.bottom()
        if top >= 0 and bottom <= self.height:
            return False
        before = self.origin
        if -self.height < top < 0:
            self.scroll_by(top - margin)
        elif self.height < bottom < 2 * self.height:
            self.scroll_by(bottom + margin - self.height)
        else:
            self.let_go(Held(start, -self.height / 3 / self.look.plain_line))
            self._held = None
        return before != self.origin

    def reveal_first(self, places: Sequence[Fragment]) -> bool:
        """Reveal the first of some stretches that the window has room for.

        Args:
            places: From the one best seen to the one that must be; the last is
                shown as far as it goes.

        Returns:
            Whether anything moved.
        """
        before = self.origin
        must = places[-1]
        if abs(self.line_rect(must.start).top()) > self.height:
            # Heights far away are guessed: go there first.
            self.reveal(*must)
        for start, end in places:
            top = self.line_rect(start).top()
            bottom = self.line_rect(max(start, end - 1)).bottom()
            if bottom - top <= self.height or (start, end) == must:
                self._fit(top, bottom)
                break
        return before != self.origin

    def _fit(self, top: float, bottom: float) -> None:
        """Scroll a strip of the window into view, in the middle of little room."""
        if top >= 0 and bottom <= self.height:
            return
        room = max(self.height - (bottom - top), 0.0)
        margin = min(self.look.plain_line * 1.5, room / 2)
        if top < 0 or not room:
            self.scroll_by(top - margin)
        else:
            self.scroll_by(bottom + margin - self.height)
