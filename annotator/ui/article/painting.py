"""Draws the visible blocks with their marks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTextLayout

from annotator.domain.annotations import Fragment
from annotator.ui.article.column import LaidOut
from annotator.ui.article.connectors import draw_connectors
from annotator.ui.article.focus import MarkFocus
from annotator.ui.article.highlights import Highlights
from annotator.ui.article.lane_layout import DrawnSpan
from annotator.ui.article.page import Page
from annotator.ui.article.selection import Selection
from annotator.ui.article.text_block import TextBlock


@dataclass(frozen=True, slots=True)
class Scene:
    """Everything that is drawn."""

    page: Page
    selection: Selection
    focus: MarkFocus
    highlights: Highlights


def paint(painter: QPainter, scene: Scene, clip: QRectF, *, caret: bool) -> None:
    """Draw what lies within *clip*.

    Args:
        caret: The article has the keyboard.
    """
    page = scene.page
    painter.fillRect(clip, page.look.ink.base)
    painter.setFont(page.look.font)
    for block, top in page.visible():
        laid_out = page.laid_out(block)
        if top > clip.bottom() or top + laid_out.height < clip.top():
            continue
        origin = QPointF(page.left, top + laid_out.above)
        painter.translate(origin)
        _paint_block(painter, scene, laid_out, clip.translated(-origin))
        painter.translate(-origin)
    if scene.focus.selected is not None or scene.focus.hovered is not None:
        draw_connectors(painter, page, scene.focus)
    _paint_moved(painter, scene)
    if caret:
        rect = page.caret_rect(scene.selection.head)
        painter.fillRect(rect, page.look.ink.caret)


def _paint_block(painter: QPainter, scene: Scene, block: LaidOut, clip: QRectF) -> None:
    lanes = block.lanes
    for rect, colour in lanes.tints:
        painter.fillRect(rect, colour)
    focused = [
        one
        for one in lanes.drawn
        if one.span.mark_id in (scene.focus.selected, scene.focus.hovered)
    ]
    _paint_focus_grounds(painter, scene, block, focused)
    _paint_highlights(painter, scene, block)
    _paint_text(painter, scene, block, clip)
    for start, end, colour in lanes.joints:
        painter.setPen(QPen(colour, 1.5, Qt.PenStyle.DotLine))
        painter.drawLine(start, end)
    for rect, pixmap in lanes.bars:
        painter.drawTiledPixmap(rect, pixmap)
    for corner, pixmap in lanes.pills:
        painter.drawPixmap(corner, pixmap)
    for one in focused:
        _paint_focus_bar(painter, scene, block, one)
    if lanes.left_out:
        _paint_left_out(painter, scene.page, block)


def _paint_text(painter: QPainter, scene: Scene, block: LaidOut, clip: QRectF) -> None:
    """Draw the words; what is no part of the article in a colour that stands back."""
    ink, text = scene.page.look.ink, block.text
    stretches = scene.highlights.dimmed.within(text.start, text.end)
    ranges = []
    painter.setPen(ink.text)
    for start, end in stretches:
        _paint_dimmed_bar(painter, scene, block, start, end)
        if start <= text.start and text.end <= end:
            painter.setPen(ink.dimmed)
            continue
        ranges.append(_format(text, start, end, ink.dimmed))
    if stretches:
        ranges += [_format(text, *f, ink.text) for f in _grounds(scene, block)]
    text.layout.draw(painter, QPointF(0.0, 0.0), ranges, clip)


def _grounds(scene: Scene, block: LaidOut) -> Iterator[Fragment]:
    """Yield what lies on a ground of its own: dimmed it could hardly be read."""
    extent, highlights = (block.text.start, block.text.end), scene.highlights
    yield from scene.selection.fragments()
    yield from highlights.search.within(*extent)
    yield from highlights.preview.within(*extent)
    if highlights.search_now is not None:
        yield highlights.search_now
    for one in block.lanes.drawn:
        yield Fragment(one.span.start, one.span.start + one.span.length)


def _format(
    text: TextBlock, start: int, end: int, colour: QColor
) -> QTextLayout.FormatRange:
    """Return how a stretch of a block is written in a colour; empty outside of it."""
    start, end = max(start, text.start), min(end, text.end)
    part = QTextLayout.FormatRange()
    part.start = text.local_u16(start) if start < end else 0
    part.length = text.local_u16(end) - part.start if start < end else 0
    part.format.setForeground(colour)
    return part


def _paint_dimmed_bar(
    painter: QPainter, scene: Scene, block: LaidOut, start: int, end: int
) -> None:
    """Draw a bar beside the lines of what is no part of the article."""
    text, look = block.text, scene.page.look
    first = text.lines[text.line_at(max(start, text.start))]
    last = text.lines[text.line_at(max(min(end, text.end) - 1, text.start))]
    top = first.top if start >= text.start else -block.above
    bottom = last.top + (last.text_height if end <= text.end else last.height)
    bar = QRectF(-look.gutter / 2, top, look.dimmed_bar, bottom - top)
    painter.fillRect(bar, look.ink.dimmed_bar)


def _paint_focus_grounds(
    painter: QPainter, scene: Scene, block: LaidOut, focused: Iterable[DrawnSpan]
) -> None:
    look = scene.page.look
    for one in sorted(focused, key=lambda d: d.span.mark_id == scene.focus.selected):
        is_selected = one.span.mark_id == scene.focus.selected
        strength = look.ink.tint_selected if is_selected else look.ink.tint_hover
        colour = look.tinted(one.stamp.style, strength)
        for rect in block.lanes.text_rects(one.rooms):
            painter.fillRect(rect, colour)


def _paint_highlights(painter: QPainter, scene: Scene, block: LaidOut) -> None:
    ink, highlights = scene.page.look.ink, scene.highlights
    extent = block.text.start, block.text.end
    _fill(painter, block, highlights.search.within(*extent), ink.search)
    if highlights.search_now is not None:
        _fill(painter, block, [highlights.search_now], ink.search_now)
    preview = highlights.preview.within(*extent)
    if preview:
        _fill(painter, block, preview, ink.preview)
    _fill(painter, block, scene.selection.fragments(), ink.selection)
    if preview:
        painter.setPen(QPen(ink.preview_edge, 1.0, Qt.PenStyle.DashLine))
        for rect in _rects(block, preview):
            painter.drawRect(rect.adjusted(-0.5, -0.5, 0.5, 0.5))


def _fill(
    painter: QPainter, block: LaidOut, fragments: Iterable[Fragment], colour: QColor
) -> None:
    for rect in _rects(block, fragments):
        painter.fillRect(rect, colour)


def _rects(block: LaidOut, fragments: Iterable[Fragment]) -> list[QRectF]:
    return [
        rect
        for start, end in fragments
        if start < block.text.end and block.text.start < end
        for rect in block.lanes.text_rects(block.text.rooms(start, end))
    ]


def _paint_focus_bar(
    painter: QPainter, scene: Scene, block: LaidOut, one: DrawnSpan
) -> None:
    page, lanes = scene.page, block.lanes
    for rect in lanes.bar_rects(one, thick=True):
        painter.drawTiledPixmap(rect, one.stamp.thick_bar)
    if one.pill_room is None:
        return
    pill = lanes.pill_rect(one)
    painter.drawPixmap(pill.topLeft(), one.stamp.pill)
    if one.span.mark_id == scene.focus.selected:
        is_part = scene.focus.part in (None, (one.span.role, one.span.number))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(page.look.ink.text, 1.5 if is_part else 1.0))
        ring = QRectF(pill)
        ring.setWidth(one.stamp.body)
        painter.drawRoundedRect(ring.adjusted(-1.5, -1.5, 1.5, 1.5), 3.5, 3.5)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)


def _paint_left_out(painter: QPainter, page: Page, block: LaidOut) -> None:
    """Say how many spans of the block found no room."""
    look = page.look
    line = block.text.lines[-1]
    painter.setFont(look.pill_font)
    painter.setPen(look.ink.muted)
    baseline = line.top + line.ascent
    painter.drawText(QPointF(page.column + 6, baseline), f"+{block.lanes.left_out}")
    painter.setFont(look.font)


def _paint_moved(painter: QPainter, scene: Scene) -> None:
    """Show where the edge that is being dragged would come to lie."""
    if scene.highlights.moved is None:
        return
    mark_id, fragment = scene.highlights.moved
    page = scene.page
    mark = page.model.marks.get(mark_id)
    if mark is None:
        return
    colour = page.stamps.of(mark, mark.main_role, 0).colour
    ground = QColor(colour)
    ground.setAlphaF(0.3)
    for rect in page.text_rects(fragment):
        painter.fillRect(rect, ground)
        height = page.look.bar + 2
        painter.fillRect(
            QRectF(rect.left(), rect.bottom() + 1, rect.width(), height), colour
        )
