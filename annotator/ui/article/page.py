"""The article as a column of blocks: what is laid out, where, and scrolled how."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from annotator.domain.annotations import Fragment
from annotator.domain.tokens import Tokens
from annotator.ui.article.fenwick import Fenwick
from annotator.ui.article.lane_layout import DrawnSpan, LaneLayout
from annotator.ui.article.look import Look
from annotator.ui.article.marks import Styles
from annotator.ui.article.model import ArticleModel
from annotator.ui.article.stamps import Stamps
from annotator.ui.article.text_block import TextBlock, starts_rtl

_MOST_BLOCKS = 400
_MOST_CHARACTERS = 200_000


@dataclass(slots=True)
class LaidOut:
    """One block with its lanes.

    Attributes:
        above: Empty space over its first line.
        height: With the space above and below.
    """

    text: TextBlock
    lanes: LaneLayout
    above: float
    height: float


@dataclass(frozen=True, slots=True)
class Held:
    """A place in the text that stays where it is while everything is laid out anew.

    Attributes:
        into: How far below the top of its line the window begins, in lines.
    """

    position: int
    into: float


_TOP = Held(0, -99.0)


class Page:
    """Geometry of the article in a window of some size.

    The first block in the window, and how many pixels of it are above the window,
    are the truth; the scroll bar's value is derived from them. Blocks are laid out
    when they are first seen. Points and rectangles count from the window's corner.

    Attributes:
        left: Of the text column.
        column: Its width.
    """

    def __init__(self, look: Look) -> None:
        self.model = ArticleModel("", Tokens.of("", ()), ())
        self.styles = Styles()
        self.look = look
        self.stamps = Stamps(look, self.styles)
        self.width = self.height = 0.0
        self.left = self.column = 0.0
        self._block = 0
        self._into = 0.0
        self._held: Held | None = None
        self._cache: OrderedDict[int, LaidOut] = OrderedDict()
        self._cached_characters = 0
        self._heights = Fenwick([0.0])
        self._visible: list[tuple[int, float]] | None = None

    # -- what is shown -----------------------------------------------------

    def set_model(self, model: ArticleModel) -> None:
        """Show another article from its top."""
        self.model = model
        self._block, self._into, self._held = 0, 0.0, None
        self._rebuild()

    def set_look(self, look: Look) -> None:
        """Draw with other sizes or colours; the text in view stays in view."""
        held = self.hold()
        self.look, self.stamps = look, Stamps(look, self.styles)
        self._set_column()
        self._rebuild()
        self.let_go(held)

    def set_styles(self, styles: Styles) -> None:
        """Draw labels and roles differently."""
        held = self.hold()
        self.styles, self.stamps = styles, Stamps(self.look, styles)
        self._rebuild()
        self.let_go(held)

    def resize(self, width: float, height: float) -> None:
        """Fit the column to a window of another size."""
        held = self.hold()
        is_wider = width != self.width
        self.width, self.height = width, height
        if is_wider:
            self._set_column()
            self._rebuild()
        self.let_go(held)

    def marks_changed(self, blocks: Iterable[int] | None) -> None:
        """Lay the lanes of some blocks out anew; of all for None."""
        held = self.hold()
        if blocks is None:
            self._rebuild()
        else:
            for block in blocks:
                self._place_again(block)
            self._visible = None
        self.let_go(held)

    def _set_column(self) -> None:
        look = self.look
        room = self.width - 2 * look.gutter
        self.column = max(min(room, look.column), look.em * 6)
        self.left = float(round(max((self.width - self.column) / 2, look.gutter)))

    def _rebuild(self) -> None:
        self._cache.clear()
        self._cached_characters = 0
        self._visible = None
        self._heights = Fenwick(self._estimates())

    def _estimates(self) -> list[float]:
        """Return how high the blocks may be; exact once they are laid out.

        A window that is being resized asks for it with every step.
        """
        blocks, look = self.model.blocks, self.look
        per_line = max(int(self.column / look.character * 0.96), 1)
        plain, tall, gap = look.plain_line, look.tall, look.paragraph_gap
        counts = self.model.mark_counts()
        heights = []
        for start, end, continued, marks in zip(
            blocks.starts, blocks.ends, blocks.continued, counts, strict=True
        ):
            lines = (end - start) // per_line + 1
            height = lines * plain + (marks if marks < lines else lines) * tall
            heights.append(height if continued else height + gap)
        heights[0] += look.margin
        heights[-1] += look.margin
        return heights

    # -- blocks ------------------------------------------------------------

    def laid_out(self, block: int) -> LaidOut:
        """Return a block with its lines and lanes."""
        found = self._cache.get(block)
        if found is not None:
            self._cache.move_to_end(block)
            return found
        found = self._cache[block] = self._lay_out(block)
        self._cached_characters += found.text.end - found.text.start
        if found.height != self._heights[block]:
            self._heights.set(block, found.height)
        while len(self._cache) > 1 and (
            len(self._cache) > _MOST_BLOCKS
            or self._cached_characters > _MOST_CHARACTERS
        ):
            self._forget(next(iter(self._cache)))
        return found

    def _lay_out(self, block: int) -> LaidOut:
        model, look, blocks = self.model, self.look, self.model.blocks
        start, end = blocks.starts[block], blocks.ends[block]
        text = TextBlock(
            model.text[start:end],
            (start, end),
            model.offsets,
            is_rtl=self._is_rtl(block),
        )
        text.lay_out(look, self.column)
        return self._with_lanes(block, text)

    def _place_again(self, block: int) -> None:
        """Lay the lanes of a block out anew, if it is laid out; the text stays."""
        found = self._cache.get(block)
        if found is not None:
            found = self._cache[block] = self._with_lanes(block, found.text)
            self._heights.set(block, found.height)

    def _with_lanes(self, block: int, text: TextBlock) -> LaidOut:
        model, look, blocks = self.model, self.look, self.model.blocks
        lanes = LaneLayout(text, look, self.stamps)
        spans, left_out = model.spans(block)
        lanes.place(spans, model.marks, self.column)
        lanes.left_out += left_out
        is_joined = blocks.continued[block] or text.is_blank
        above = 0.0 if is_joined else look.paragraph_gap
        below = 0.0
        if block == 0:
            above += look.margin
        if block == len(blocks) - 1:
            below = look.margin
        return LaidOut(text, lanes, above, above + lanes.height + below)

    def _is_rtl(self, block: int) -> bool:
        blocks = self.model.blocks
        while blocks.continued[block]:
            block -= 1
        return starts_rtl(self.model.text[blocks.starts[block] : blocks.ends[block]])

    def _forget(self, block: int) -> None:
        found = self._cache.pop(block, None)
        if found is not None:
            self._cached_characters -= found.text.end - found.text.start

    # -- the window --------------------------------------------------------

    def visible(self) -> list[tuple[int, float]]:
        """Return the blocks in the window with their tops."""
        if self._visible is None:
            self._clamp()
            self._visible = list(self._walk())
        return self._visible

    def _walk(self) -> Iterable[tuple[int, float]]:
        block, y = self._block, -self._into
        while y < self.height and block < len(self.model.blocks):
            yield block, y
            y += self.laid_out(block).height
            block += 1

    def _clamp(self) -> None:
        """Keep the window inside the article, with every block in it laid out."""
        self._normalise()
        below = self.height + self._into
        last = len(self.model.blocks) - 1
        for block in range(self._block, last + 1):
            below -= self.laid_out(block).height
            if below <= 0:
                return
        self._into -= below
        self._normalise()

    def _normalise(self) -> None:
        last = len(self.model.blocks) - 1
        while self._into < 0 and self._block > 0:
            self._block -= 1
            self._into += self.laid_out(self._block).height
        self._into = max(self._into, 0.0)
        while self._block < last:
            height = self.laid_out(self._block).height
            if self._into < height:
                break
            self._into -= height
            self._block += 1

    @property
    def origin(self) -> tuple[int, float]:
        """The first block in the window and how much of it is above."""
        return self._block, self._into

    @property
    def value(self) -> int:
        """What the scroll bar shows."""
        return round(self._heights.before(self._block) + self._into)

    @property
    def maximum(self) -> int:
        """The highest value of the scroll bar."""
        return max(0, round(self._heights.total - self.height))

    def scroll_to(self, value: float) -> None:
        """Move the window to a value of the scroll bar."""
        self._held, self._visible = None, None
        if value >= self.maximum:
            self._block, self._into = len(self.model.blocks) - 1, self.height * 2
        else:
            self._block, self._into = self._heights.find(value)
        self._clamp()

    def scroll_by(self, pixels: float) -> None:
        """Move the window down by exact pixels, up where negative."""
        self._held, self._visible = None, None
        self._into += round(pixels)
        self._clamp()

    def hold(self) -> Held:
        """Return the place in the text that the window begins with."""
        if self._held is not None:
            return self._held
        self._normalise()
        if self._block == 0 and self._into == 0:
            return _TOP
        laid_out = self.laid_out(self._block)
        lines = laid_out.text.lines
        y = self._into - laid_out.above
        number = laid_out.text.line_below(y)
        line = lines[number]
        return Held(
            laid_out.text.position(line.start_u16),
            (y - line.top) / self.look.plain_line,
        )

    def let_go(self, held: Held) -> None:
        """Begin the window with the place that was held.

        It stays held until somebody scrolls, so that rounding never adds up.
        """
        self._visible = None
        self._held = held
        self._block = self.model.blocks.at(held.position)
        if not self.height:
            return
        laid_out = self.laid_out(self._block)
        line = laid_out.text.lines[laid_out.text.line_at(held.position)]
        into = round(held.into * self.look.plain_line)
        self._into = laid_out.above + line.top + into
        self._clamp()

    # -- places ------------------------------------------------------------

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

    def drawn_at(self, point: QPointF, slack: float) -> list[tuple[DrawnSpan, QRectF]]:
        """Return the spans whose bar or pill is at a point, with that rectangle."""
        block, top = self.block_at(point.y())
        laid_out = self.laid_out(block)
        local = point - QPointF(self.left, top + laid_out.above)
        found = []
        for one in laid_out.lanes.drawn:
            rects = [laid_out.lanes.pill_rect(one), *laid_out.lanes.bar_rects(one)]
            for rect in rects:
                if rect.adjusted(-slack, -slack, slack, slack).contains(local):
                    found.append((one, rect.translated(point - local)))
                    break
        return found

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
        before = self._block, self._into
        if -self.height < top < 0:
            self.scroll_by(top - margin)
        elif self.height < bottom < 2 * self.height:
            self.scroll_by(bottom + margin - self.height)
        else:
            self.let_go(Held(start, -self.height / 3 / self.look.plain_line))
            self._held = None
        return before != (self._block, self._into)
