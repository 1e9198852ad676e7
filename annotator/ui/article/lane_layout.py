"""The spans of one block in their lanes under its lines."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPixmap

from annotator.domain.annotations import Fragment
from annotator.ui.article.intervals import Span
from annotator.ui.article.lanes import Room, assign_lanes
from annotator.ui.article.look import Look
from annotator.ui.article.marks import Mark
from annotator.ui.article.stamps import Stamp, Stamps
from annotator.ui.article.text_block import TextBlock

_PILL_GAP = 4.0


class DrawnSpan:
    """One span as it is drawn in one block.

    Attributes:
        rooms: Where its text is, line by line.
        joint: Where the way from the fragment before it runs, line by line.
        pill_room: Where its pill is; None where it goes on from an earlier block.
        lane: None while it has none.
    """

    __slots__ = (
        "joint",
        "lane",
        "mark",
        "pill_room",
        "rooms",
        "rtl",
        "span",
        "stamp",
    )

    def __init__(self, span: Span, mark: Mark, stamp: Stamp) -> None:
        self.span = span
        self.mark = mark
        self.stamp = stamp
        self.rooms: list[Room] = []
        self.joint: list[Room] = []
        self.pill_room: Room | None = None
        self.rtl = False
        self.lane: int | None = None


class LaneLayout:
    """Where the spans of a block are drawn; sets the heights of its lines.

    Attributes:
        drawn: Every span that has a lane, shortest first.
        left_out: How many have none.
        bars: Pictures of bars to be tiled, with their places.
        pills: Pictures of pills with their places.
        tints: Grounds of the innermost accepted spans.
        joints: Dotted lines between the fragments of one part.
        height: Of all lines.
    """

    def __init__(self, block: TextBlock, look: Look, stamps: Stamps) -> None:
        self._block = block
        self._look = look
        self._stamps = stamps
        self.drawn: list[DrawnSpan] = []
        self.left_out = 0
        self.bars: list[tuple[QRectF, QPixmap]] = []
        self.pills: list[tuple[QPointF, QPixmap]] = []
        self.tints: list[tuple[QRectF, QColor]] = []
        self.joints: list[tuple[QPointF, QPointF, QColor]] = []
        self.height = 0.0

    def place(
        self,
        spans: Sequence[Span],
        marks: Mapping[str, Mark],
        width: float,
    ) -> None:
        """Give every span a lane and every line its height."""
        drawn = [self._drawn(s, marks[s.mark_id], width) for s in spans]
        groups: dict[tuple[str, str], list[DrawnSpan]] = {}
        for one in drawn:
            # Taken out and put in again: a part stands where its longest is.
            key = one.span.mark_id, one.span.role
            groups[key] = [*groups.pop(key, ()), one]
        for group in groups.values():
            self._join(group)
        self._assign(list(groups.values()))
        self.drawn = [one for one in drawn if one.lane is not None]
        self.left_out = len(drawn) - len(self.drawn)
        self._set_heights()
        self._picture()

    def _assign(self, groups: Sequence[list[DrawnSpan]]) -> None:
        """Give lanes to the groups, tier by tier."""
        below = 0
        for tier in sorted({group[0].mark.tier for group in groups}):
            some = [group for group in groups if group[0].mark.tier == tier]
            lanes = assign_lanes(
                [[room for one in group for room in _needs(one)] for group in some],
                gap=_PILL_GAP,
            )
            for group, lane in zip(some, lanes, strict=True):
                for one in group:
                    one.lane = None if lane is None else below + lane
            below += max((lane + 1 for lane in lanes if lane is not None), default=0)

    def _drawn(self, span: Span, mark: Mark, width: float) -> DrawnSpan:
        stamp = self._stamps.of(mark, span.role, span.number)
        one = DrawnSpan(span, mark, stamp)
        one.rooms = self._block.rooms(span.start, span.end)
        if one.rooms and span.start >= self._block.start:
            one.rtl = self._block.rtl_at(span.start)
            one.pill_room = self._pill_room(one, width)
        return one

    def _pill_room(self, one: DrawnSpan, width: float) -> Room:
        line, beyond = one.rooms[0].line, self._look.gutter / 2
        size = one.stamp.width
        if one.rtl:
            right = max(room.right for room in one.rooms if room.line == line)
            left = max(round(right) - size, -beyond)
        else:
            # Rooms of one line stand from left to right.
            left = min(round(one.rooms[0].left), width + beyond - size)
        return Room(line, left, left + size)

    def _join(self, group: list[DrawnSpan]) -> None:
        """Reserve the way between the fragments of one part."""
        if len(group) < 2:
            return
        group.sort(key=lambda one: one.span.start)
        for before, after in pairwise(group):
            gap = Fragment(before.span.end, after.span.start)
            after.joint = self._block.rooms(*gap)

    def _set_heights(self) -> None:
        look, lines = self._look, self._block.lines
        used: list[dict[int, bool]] = [{} for _ in lines]
        for one in self.drawn:
            lane = one.lane or 0
            for room in (*one.rooms, *one.joint):
                used[room.line].setdefault(lane, False)
            if one.pill_room is not None:
                used[one.pill_room.line][lane] = True
        top = 0.0
        for line, lanes in zip(lines, used, strict=True):
            line.move_to(top)
            y = top + line.text_height + 1.0
            line.lane_tops = {}
            for lane in sorted(lanes):
                line.lane_tops[lane] = y
                y += look.tall if lanes[lane] else look.thin
            if lanes:
                line.height = y + look.lane_gap - top
            elif self._block.is_blank:
                # Paragraphs are apart anyhow; a blank line only adds to that.
                line.height = float(round(line.text_height * 0.6))
            else:
                line.height = line.text_height + look.plain_gap
            top += line.height
        self.height = top

    def _picture(self) -> None:
        """Collect what is drawn every time, whatever is selected."""
        tinted: list[tuple[int, int]] = []
        for one in self.drawn:
            for rect in self.bar_rects(one):
                self.bars.append((rect, one.stamp.bar))
            if one.pill_room is not None:
                self.pills.append((self.pill_rect(one).topLeft(), one.stamp.pill))
            if one.joint:
                self._add_joints(one)
            if not (one.stamp.suggested or one.mark.fixed):
                self._add_tint(one, tinted)

    def _add_tint(self, one: DrawnSpan, tinted: list[tuple[int, int]]) -> None:
        start, end = one.span.start, one.span.end
        for other_start, other_end in tinted:
            if other_start < end and start < other_end:
                break
        else:
            colour = one.stamp.tint
            self.tints += [(rect, colour) for rect in self.text_rects(one.rooms)]
        tinted.append((start, end))

    def _add_joints(self, one: DrawnSpan) -> None:
        colour = one.stamp.colour
        for room in one.joint:
            y = self._lane_top(room.line, one) + self._look.bar / 2
            if room.right - room.left > 4.0:
                self.joints.append(
                    (QPointF(room.left + 2, y), QPointF(room.right - 2, y), colour)
                )

    def text_rects(self, rooms: Sequence[Room]) -> list[QRectF]:
        """Return the grounds of the text in *rooms*."""
        lines = self._block.lines
        return [
            QRectF(
                room.left,
                lines[room.line].top,
                room.right - room.left,
                lines[room.line].text_height,
            )
            for room in rooms
        ]

    def bar_rects(self, one: DrawnSpan, *, thick: bool = False) -> list[QRectF]:
        """Return where the bars of a span are."""
        height = self._look.thick_bar if thick else self._look.bar
        return [
            QRectF(
                round(room.left),
                self._lane_top(room.line, one),
                max(round(room.right) - round(room.left), 2),
                height,
            )
            for room in one.rooms
        ]

    def pill_rect(self, one: DrawnSpan) -> QRectF:
        """Return where the pill of a span is; empty if it has none here."""
        room = one.pill_room
        if room is None:
            return QRectF()
        top = self._lane_top(room.line, one)
        return QRectF(room.left, top, room.right - room.left, self._look.pill)

    def _lane_top(self, line: int, one: DrawnSpan) -> float:
        return self._block.lines[line].lane_tops[one.lane or 0]


def _needs(one: DrawnSpan) -> list[Room]:
    pill = () if one.pill_room is None else (one.pill_room,)
    return [*one.rooms, *one.joint, *pill]
