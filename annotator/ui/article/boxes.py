"""Boxes of characters on a line in which directions mix."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import pairwise
from typing import NamedTuple

from PySide6.QtGui import QTextLine

from annotator.ui.article.lanes import Room


class Box(NamedTuple):
    """Where one grapheme is on its line, and its units in the block."""

    left: float
    right: float
    low_u16: int
    high_u16: int
    rtl: bool


def chunk_boxes(
    line: QTextLine, low: int, high: int, next_u16: Callable[[int], int]
) -> list[Box]:
    """Return the boxes of the graphemes of a word, or of the blanks between two.

    Args:
        next_u16: The end of the grapheme that begins at a unit.
    """
    runs = line.glyphRuns(low, high - low)
    bounds = [low]
    while bounds[-1] < high:
        bounds.append(min(max(next_u16(bounds[-1]), bounds[-1] + 1), high))
    is_rtl = bool(runs) and runs[0].isRightToLeft()
    if any(run.isRightToLeft() != is_rtl for run in runs) and len(bounds) > 2:
        return [
            box
            for first, last in pairwise(bounds)
            for box in chunk_boxes(line, first, last, next_u16)
        ]
    left = min((run.boundingRect().left() for run in runs), default=0.0)
    right = max((run.boundingRect().right() for run in runs), default=left)
    inner = [min(max(x_of(line, bound), left), right) for bound in bounds[1:-1]]
    edges = [right, *inner, left] if is_rtl else [left, *inner, right]
    return [
        Box(min(near, far), max(near, far), first, last, is_rtl)
        for (near, far), (first, last) in zip(
            pairwise(edges), pairwise(bounds), strict=True
        )
    ]


def merged(number: int, edges: Iterable[tuple[float, float]]) -> list[Room]:
    """Return stretches of one line, those that touch as one."""
    rooms: list[Room] = []
    for left, right in edges:
        last = rooms[-1] if rooms else None
        if last is not None and left - last.right < 1.0:
            rooms[-1] = Room(number, last.left, max(right, last.right))
        elif right > left:
            rooms.append(Room(number, left, right))
    return rooms


def x_of(line: QTextLine, local_u16: int) -> float:
    """Return where a unit begins; wrong where the direction changes."""
    return float(line.cursorToX(local_u16)[0])  # type: ignore[index]
