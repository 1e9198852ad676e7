"""The window on the column: what is in view, and how it scrolls."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from annotator.ui.article.column import Column
from annotator.ui.article.look import Look
from annotator.ui.article.marks import Styles
from annotator.ui.article.model import ArticleModel
from annotator.ui.article.stamps import Stamps


@dataclass(frozen=True, slots=True)
class Held:
    """A place in the text that stays where it is while everything is laid out anew.

    Attributes:
        into: How far below the top of its line the window begins, in lines.
    """

    position: int
    into: float


_TOP = Held(0, -99.0)


class Scroller(Column):
    """A column in a window of some height.

    The first block in the window, and how many pixels of it are above the window,
    are the truth; the scroll bar's value is derived from them.

    Attributes:
        height: Of the window.
    """

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.height = 0.0
        self._block = 0
        self._into = 0.0
        self._held: Held | None = None
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

    def _rebuild(self) -> None:
        """Forget everything that is laid out."""
        self._visible = None
        super()._rebuild()

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
