"""Which lane under the text a span is drawn in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

MOST_LANES = 8


class Room(NamedTuple):
    """What a span needs on one line: pixels, its pill included."""

    line: int
    left: float
    right: float


def assign_lanes(
    spans: Iterable[Sequence[Room]], *, gap: float = 0.0, most: int = MOST_LANES
) -> list[int | None]:
    """Return the lane of each span: the first that has room on all its lines.

    Lane 0 is the nearest to the text, so what comes first lies nearest. A span
    keeps its lane on every line. None where all lanes are taken.
    """
    taken: list[dict[int, list[tuple[float, float]]]] = [{} for _ in range(most)]
    lanes: list[int | None] = []
    for rooms in spans:
        lane = next((i for i in range(most) if _fits(taken[i], rooms, gap)), None)
        lanes.append(lane)
        if lane is not None:
            for line, left, right in rooms:
                taken[lane].setdefault(line, []).append((left, right))
    return lanes


def _fits(
    taken: dict[int, list[tuple[float, float]]], rooms: Sequence[Room], gap: float
) -> bool:
    for line, left, right in rooms:
        for other_left, other_right in taken.get(line, ()):
            if left < other_right + gap and other_left < right + gap:
                return False
    return True
