"""One block of text laid out in lines, and where its characters are."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QTextLayout, QTextLine, QTextOption

from annotator.ui.article.boxes import Box, chunk_boxes, merged, x_of
from annotator.ui.article.lanes import Room
from annotator.ui.article.look import Look
from annotator.ui.article.offsets import OffsetMap

# Scripts written from right to left, and the characters that force a direction.
_OPPOSITE = re.compile(
    "[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc"
    "\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_CHUNK = re.compile(r"\s+|\S+")
_BLANK = " \t\u2028\u3000"


class Line:
    """One line of a block.

    Attributes:
        start_u16: First unit, counted from the start of the block.
        end_u16: One past its last unit.
        text_end_u16: The same without the blanks at its end.
        left: Where its text begins, from the left edge of the column.
        right: Where its text ends.
        top: Of the line, from the top of the block.
        height: With lanes and the gap below them.
        text_height: Of the text alone; at least that of the main font.
        lane_tops: Lane → its top, from the top of the block.
    """

    __slots__ = (
        "ascent",
        "boxes",
        "end_u16",
        "height",
        "lane_tops",
        "left",
        "qt",
        "right",
        "start_u16",
        "text_end_u16",
        "text_height",
        "top",
    )

    def __init__(self, qt: QTextLine, text_end_u16: int, look: Look) -> None:
        self.qt = qt
        self.start_u16 = qt.textStart()
        self.end_u16 = self.start_u16 + qt.textLength()
        self.text_end_u16 = max(self.start_u16, min(self.end_u16, text_end_u16))
        self.ascent = max(look.ascent, qt.ascent())
        self.text_height = self.ascent + max(look.descent, qt.descent())
        natural = qt.naturalTextRect()
        self.left, self.right = natural.left(), natural.right()
        self.top = 0.0
        self.height = 0.0
        self.lane_tops: dict[int, float] = {}
        self.boxes: list[Box] | None = None

    def move_to(self, top: float) -> None:
        """Put the line's top *top* pixels below that of the block."""
        self.top = top
        # Lines with a taller font of another script keep to one baseline.
        self.qt.setPosition(QPointF(0.0, top + self.ascent - self.qt.ascent()))


class TextBlock:
    """One block of text in lines of a given width.

    Positions are code points of the whole text; lengths are pixels from the top
    left of the block.
    """

    def __init__(
        self, text: str, extent: tuple[int, int], offsets: OffsetMap, *, is_rtl: bool
    ) -> None:
        self.start, self.end = extent
        self._offsets = offsets
        self._start_u16 = offsets.to_u16(self.start)
        self._text = text
        self.is_rtl = is_rtl
        self.has_rtl = is_rtl or _OPPOSITE.search(text) is not None
        self.is_blank = not text or text.isspace()
        self.layout = QTextLayout()
        self.lines: list[Line] = []
        self._line_starts: list[int] = []

    def lay_out(self, look: Look, width: float) -> None:
        """Break the text into lines."""
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(
            Qt.LayoutDirection.RightToLeft
            if self.is_rtl
            else Qt.LayoutDirection.LeftToRight
        )
        if self.is_rtl:
            option.setAlignment(Qt.AlignmentFlag.AlignRight)
        option.setTabStopDistance(look.em * 3)
        layout = self.layout = QTextLayout(self._text, look.font)
        layout.setTextOption(option)
        layout.setCacheEnabled(True)
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0.0, 0.0))
            self.lines.append(Line(line, self._text_end(line), look))
        layout.endLayout()
        self._line_starts = [line.start_u16 for line in self.lines]

    def _text_end(self, line: QTextLine) -> int:
        """Return where the line ends without its trailing blanks, in local units."""
        if not self._text:
            return 0
        start = self.position(line.textStart())
        end = self.position(line.textStart() + line.textLength())
        surface = self._text[start - self.start : end - self.start]
        # What is stripped takes one unit each.
        return (
            line.textStart()
            + line.textLength()
            - (len(surface) - len(surface.rstrip(_BLANK)))
        )

    def local_u16(self, position: int) -> int:
        """Return a position in units of the layout, clamped to the block."""
        position = min(max(position, self.start), self.end)
        return self._offsets.to_u16(position) - self._start_u16

    def position(self, local_u16: int) -> int:
        """Return the code point at a unit of the layout."""
        return self._offsets.from_u16(self._start_u16 + local_u16)

    def line_at(self, position: int) -> int:
        """Return the line that the character at *position* stands on."""
        found = bisect_right(self._line_starts, self.local_u16(position)) - 1
        return max(found, 0)

    def line_below(self, y: float) -> int:
        """Return the line at a height, the first or last for one beyond."""
        for number, line in enumerate(self.lines):
            if y < line.top + line.height:
                return number
        return len(self.lines) - 1

    def line_extent(self, number: int) -> tuple[int, int]:
        """Return where a line starts and ends, without the blanks at its end."""
        line = self.lines[number]
        return self.position(line.start_u16), self.position(line.text_end_u16)

    def rooms(self, start: int, end: int) -> list[Room]:
        """Return the places of ``[start, end)``: one a line, more if it is mixed."""
        first_u16, last_u16 = self.local_u16(start), self.local_u16(end)
        rooms: list[Room] = []
        if first_u16 >= last_u16:
            return rooms
        number = max(bisect_right(self._line_starts, first_u16) - 1, 0)
        while number < len(self.lines) and self._line_starts[number] < last_u16:
            line = self.lines[number]
            low = max(first_u16, line.start_u16)
            high = min(last_u16, line.end_u16)
            if low < line.text_end_u16:
                high = min(high, line.text_end_u16)
            if low < high:
                rooms += self._line_rooms(number, low, high)
            number += 1
        return rooms

    def _line_rooms(self, number: int, low: int, high: int) -> list[Room]:
        line = self.lines[number]
        if not self.has_rtl:
            left, right = x_of(line.qt, low), x_of(line.qt, high)
            return [Room(number, left, max(right, left + 1.0))]
        if self._cuts_word(low) or self._cuts_word(high):
            # Glyph runs of half a ligature are wrong.
            boxes = [b for b in self._boxes(number) if low <= b.low_u16 < high]
            edges = sorted((box.left, box.right) for box in boxes)
        else:
            # cursorToX is wrong where the direction changes; whole runs are right.
            rects = (r.boundingRect() for r in line.qt.glyphRuns(low, high - low))
            edges = sorted((rect.left(), rect.right()) for rect in rects)
        return merged(number, edges)

    def _cuts_word(self, local_u16: int) -> bool:
        at = self.position(local_u16) - self.start
        if not 0 < at < len(self._text):
            return False
        return _is_letter(self._text[at - 1]) and _is_letter(self._text[at])

    def rtl_at(self, position: int) -> bool:
        """Return whether the character there is written from right to left."""
        if not self.has_rtl:
            return False
        if self.start <= position < self.end:
            # Most spans begin with a letter, and a letter has one direction.
            direction = unicodedata.bidirectional(self._text[position - self.start])
            if direction in ("L", "R", "AL"):
                return direction != "L"
        line = self.lines[self.line_at(position)]
        local_u16 = self.local_u16(position)
        runs = line.qt.glyphRuns(local_u16, 1) if local_u16 < line.end_u16 else []
        return runs[0].isRightToLeft() if runs else self.is_rtl

    def caret_x(self, position: int) -> tuple[int, float]:
        """Return the line and the x of the caret in front of a character."""
        number = self.line_at(position)
        line = self.lines[number]
        local_u16 = self.local_u16(position)
        if not self.has_rtl:
            return number, x_of(line.qt, local_u16)
        boxes = self._boxes(number)
        for box in boxes:
            if box.low_u16 <= local_u16 < box.high_u16:
                return number, box.right if box.rtl else box.left
        if boxes:
            return number, boxes[-1].left if boxes[-1].rtl else boxes[-1].right
        return number, x_of(line.qt, local_u16)

    def hit(self, number: int, x: float, *, on: bool) -> int:
        """Return the position at *x* on a line.

        Args:
            on: The character under *x*, else the nearest gap between two.
        """
        line = self.lines[number]
        if self.has_rtl:
            local_u16 = self._hit_boxes(number, x, on=on)
        else:
            mode = (
                QTextLine.CursorPosition.CursorOnCharacter
                if on
                else QTextLine.CursorPosition.CursorBetweenCharacters
            )
            local_u16 = int(line.qt.xToCursor(x, mode))
        highest = line.text_end_u16
        if on and highest > line.start_u16:
            highest = self.previous_u16(highest)
        return self.position(min(max(local_u16, line.start_u16), highest))

    def _hit_boxes(self, number: int, x: float, *, on: bool) -> int:
        boxes = self._boxes(number)
        if not boxes:
            return self.lines[number].start_u16
        nearest = min(boxes, key=lambda b: max(b.left - x, x - b.right, 0.0))
        if on:
            return nearest.low_u16
        is_left = x < (nearest.left + nearest.right) / 2
        return nearest.low_u16 if is_left != nearest.rtl else nearest.high_u16

    def _boxes(self, number: int) -> list[Box]:
        """Return the boxes of the graphemes of a line, in the order of the text."""
        line = self.lines[number]
        if line.boxes is None:
            line.boxes = []
            start, end = self.line_extent(number)
            surface = self._text[start - self.start : end - self.start]
            for match in _CHUNK.finditer(surface):
                low = self.local_u16(start + match.start())
                high = self.local_u16(start + match.end())
                line.boxes += chunk_boxes(line.qt, low, high, self.next_u16)
        return line.boxes

    def next_u16(self, local_u16: int) -> int:
        """Return the end of the grapheme that begins at a unit."""
        return self.layout.nextCursorPosition(local_u16)

    def previous_u16(self, local_u16: int) -> int:
        """Return the start of the grapheme before a unit."""
        return self.layout.previousCursorPosition(local_u16)

    def visual_order(self, number: int, starts: list[int]) -> list[int]:
        """Return positions of one line from the left to the right."""
        if not self.has_rtl:
            return starts
        left = {box.low_u16: box.left for box in self._boxes(number)}
        return sorted(starts, key=lambda p: left.get(self.local_u16(p), 0.0))


def starts_rtl(text: str) -> bool:
    """Return whether the first letter of *text* is written from right to left."""
    if text.isascii():
        return False
    for character in text:
        direction = unicodedata.bidirectional(character)
        if direction in ("L", "R", "AL"):
            return direction != "L"
    return False


def _is_letter(character: str) -> bool:
    return character.isalnum() or unicodedata.combining(character) > 0
