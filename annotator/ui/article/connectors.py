"""Lines from a quote or claim to its other parts, never across text."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from annotator.ui.article.column import LaidOut
from annotator.ui.article.focus import MarkFocus
from annotator.ui.article.lane_layout import DrawnSpan
from annotator.ui.article.page import Page

_ARROW = 3.5
_TRACK = 3.0
_MOST_WAYS = 40


@dataclass(frozen=True, slots=True)
class _End:
    """One end of a connector: under a pill or bar.

    Attributes:
        x: Where it leaves.
        y: The lower edge of the pill or bar.
        gap: The top of the free space under the lanes of its line.
        line: Identifies the line.
    """

    x: float
    y: float
    gap: float
    line: tuple[int, int]
    rtl: bool
    colour: QColor


def draw_connectors(painter: QPainter, page: Page, focus: MarkFocus) -> None:
    """Draw the connectors of the selected and of the hovered mark."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for mark_id in dict.fromkeys((focus.hovered, focus.selected)):
        mark = None if mark_id is None else page.model.marks.get(mark_id)
        if mark is None or len(mark.parts) < 2 or not page.model.is_visible(mark):
            continue
        ends = _ends(page, mark.id)
        source = ends.pop((mark.main_role, 0), None) or _beyond(
            page, min(mark.main).start
        )
        track = 0
        for role, fragments in mark.parts.items():
            if role == mark.main_role:
                continue
            for number, fragment in enumerate(fragments):
                target = ends.get((role, number)) or _beyond(page, fragment.start)
                colour = page.stamps.of(mark, role, number).colour
                _draw(painter, page, _Route(source, target, track), colour)
                track += 1
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)


def _ends(page: Page, mark_id: str) -> dict[tuple[str, int], _End]:
    """Return the visible ends by role and number of the fragment."""
    ends: dict[tuple[str, int], _End] = {}
    for block, top in page.visible():
        laid_out = page.laid_out(block)
        for one in laid_out.lanes.drawn:
            key = one.span.role, one.span.number
            if one.span.mark_id == mark_id and one.rooms and key not in ends:
                ends[key] = _end(page, laid_out, one, (block, top))
    return ends


def _end(
    page: Page, laid_out: LaidOut, one: DrawnSpan, place: tuple[int, float]
) -> _End:
    block, top = place
    number = one.rooms[0].line
    line = laid_out.text.lines[number]
    x, y = _way_out(laid_out, one, inset=page.look.em * 0.4)
    down = top + laid_out.above
    return _End(
        page.left + x,
        down + y,
        down + line.top + line.height - page.look.lane_gap,
        (block, number),
        laid_out.text.is_rtl,
        one.stamp.colour,
    )


def _way_out(laid_out: LaidOut, one: DrawnSpan, *, inset: float) -> tuple[float, float]:
    """Return where a line can leave downwards without crossing another's pill."""
    lanes, room = laid_out.lanes, one.rooms[-1] if one.rtl else one.rooms[0]
    bar = lanes.bar_rects(one)[0]
    pill = lanes.pill_rect(one)
    edge = bar if pill.isEmpty() else pill
    inset = min(inset, edge.width() / 2)
    first = edge.right() - inset if one.rtl else edge.left() + inset
    below = [
        other.pill_room
        for other in lanes.drawn
        if other.pill_room is not None
        and other.pill_room.line == one.rooms[0].line
        and (other.lane or 0) > (one.lane or 0)
    ]
    ways = [first, *(room.left + 4.0 + 6.0 * k for k in range(_MOST_WAYS))]
    free = (
        x
        for x in ways
        if (x == first or x < room.right)
        and not any(p.left - 4 < x < p.right + 4 for p in below)
    )
    x = next(free, first)
    is_under_pill = edge.left() <= x <= edge.right()
    return x, edge.bottom() if is_under_pill else bar.bottom()


def _beyond(page: Page, position: int) -> _End:
    """Return an end that is above or below the window."""
    first, _ = page.visible()[0]
    is_above = position < page.model.blocks.starts[first] or (
        page.line_rect(position).top() < 0
    )
    y = -20.0 if is_above else page.height + 20.0
    block = page.model.blocks.at(position)
    return _End(page.left, y, y, (block, -1), False, page.look.ink.muted)


@dataclass(frozen=True, slots=True)
class _Route:
    source: _End
    target: _End
    track: int

    def points(self, page: Page) -> list[QPointF]:
        """Return the corners: down, along the gaps, and through the gutter."""
        source, target = self.source, self.target
        lowest = page.look.lane_gap - 2.0
        start_x = source.x + 4.0 * self.track
        gap = source.gap + min(1.0 + _TRACK * (self.track % 2), lowest)
        points = [QPointF(start_x, source.y), QPointF(start_x, gap)]
        if source.line == target.line:
            points.append(QPointF(target.x, gap))
        else:
            other = target.gap + min(1.0 + _TRACK * (self.track % 2), lowest)
            x = self._gutter(page)
            points += [QPointF(x, gap), QPointF(x, other), QPointF(target.x, other)]
        points.append(QPointF(target.x, target.y + 1.0))
        return points

    def _gutter(self, page: Page) -> float:
        away = 10.0 + 4.0 * min(self.track, 4)
        if self.source.rtl:
            return page.left + page.column + away
        return page.left - away


def _draw(painter: QPainter, page: Page, route: _Route, colour: QColor) -> None:
    points = [
        QPointF(round(p.x()) + 0.5, round(p.y()) + 0.5) for p in route.points(page)
    ]
    path = QPainterPath(points[0])
    for point in points[1:]:
        path.lineTo(point)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour, 1.5))
    painter.drawPath(path)
    tip = points[-1]
    arrow = QPainterPath(tip)
    arrow.lineTo(tip + QPointF(-_ARROW, _ARROW * 1.5))
    arrow.lineTo(tip + QPointF(_ARROW, _ARROW * 1.5))
    arrow.closeSubpath()
    painter.fillPath(arrow, colour)
