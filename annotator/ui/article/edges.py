"""The ends of bars, which can be dragged."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from annotator.domain.annotations import Fragment
from annotator.ui.article.column import LaidOut
from annotator.ui.article.lane_layout import DrawnSpan
from annotator.ui.article.page import Page

_GRIP = 5.0


@dataclass(frozen=True, slots=True)
class Edge:
    """One end of one fragment of a mark."""

    mark_id: str
    role: str
    number: int
    fragment: Fragment
    is_end: bool


def edge_at(page: Page, preferred: str | None, point: QPointF) -> Edge | None:
    """Return the end of a bar at a point.

    Args:
        preferred: The mark whose ends come first where several are near.
    """
    block, top = page.block_at(point.y())
    laid_out = page.laid_out(block)
    local = point - QPointF(page.left, top + laid_out.above)
    found: list[tuple[bool, float, Edge]] = []
    for one in laid_out.lanes.drawn:
        if one.mark.fixed:
            continue
        for is_end, rect in _ends(laid_out, one):
            grip = min(_GRIP, max(2.0, rect.width() / 4))
            right = is_end != one.rtl
            x = rect.right() if right else rect.left()
            inside = rect.top() - 2 <= local.y() <= rect.bottom() + 2
            distance = abs(local.x() - x)
            if inside and distance <= grip:
                span = one.span
                fragment = Fragment(span.start, span.end)
                edge = Edge(span.mark_id, span.role, span.number, fragment, is_end)
                found.append((span.mark_id != preferred, distance, edge))
    return min(found, key=lambda item: item[:2])[2] if found else None


def _ends(laid_out: LaidOut, one: DrawnSpan) -> list[tuple[bool, QRectF]]:
    """Return the bars that the fragment starts and ends with in this block."""
    rects = laid_out.lanes.bar_rects(one)
    if not rects:
        return []
    by_line = list(zip(one.rooms, rects, strict=True))
    first, last = one.rooms[0].line, one.rooms[-1].line
    ends = []
    if one.span.start >= laid_out.text.start:
        firsts = [rect for room, rect in by_line if room.line == first]
        ends.append((False, firsts[-1] if one.rtl else firsts[0]))
    if one.span.end <= laid_out.text.end:
        lasts = [rect for room, rect in by_line if room.line == last]
        ends.append((True, lasts[0] if one.rtl else lasts[-1]))
    return ends
