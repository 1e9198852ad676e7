"""The article as a column of blocks, laid out when they are first seen."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass

from annotator.domain.tokens import Tokens
from annotator.ui.article.fenwick import Fenwick
from annotator.ui.article.lane_layout import LaneLayout
from annotator.ui.article.look import Look
from annotator.ui.article.marks import Styles
from annotator.ui.article.model import ArticleModel
from annotator.ui.article.stamps import Stamps
from annotator.ui.article.text_block import TextBlock, starts_rtl

# Some 40 windows; with 400 blocks one garbage collection took 12 ms.
_MOST_BLOCKS = 160
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


class Column:
    """The blocks of one article in a column of some width, and their heights.

    Attributes:
        left: Of the text column.
        column: Its width.
        width: Of the window.
    """

    def __init__(self, look: Look) -> None:
        self.model = ArticleModel("", Tokens.of("", ()), ())
        self.styles = Styles()
        self.look = look
        self.stamps = Stamps(look, self.styles)
        self.width = 0.0
        self.left = self.column = 0.0
        self._cache: OrderedDict[int, LaidOut] = OrderedDict()
        self._cached_characters = 0
        self._heights = Fenwick([0.0])

    def _set_column(self) -> None:
        look = self.look
        room = self.width - 2 * look.gutter
        self.column = max(min(room, look.column), look.em * 6)
        self.left = float(round(max((self.width - self.column) / 2, look.gutter)))

    def _rebuild(self) -> None:
        """Forget everything that is laid out."""
        self._cache.clear()
        self._cached_characters = 0
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
