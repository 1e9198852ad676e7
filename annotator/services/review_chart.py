"""Colours of values and a chart as SVG, for the report of the review."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from annotator.domain.wording import number
from annotator.services.review_figures import Figure

RAMP = ("#fbeecb", "#cfd9dc", "#86add0", "#3f76b5", "#163f7a")
"""From 0 to 1 in equal steps on white; lightness alone tells them apart."""

_WIDTH, _HEIGHT = 640, 180
_LEFT, _RIGHT, _TOP, _FOOT = 40, 20, 10, 26
_LINES = (0.0, 0.25, 0.5, 0.75, 1.0)
_LUMINANCE = 0.179
"""From where on black has more contrast than white."""

Point = tuple[float, float]


def ground(value: float) -> str:
    """Return the colour of *value*; what is below 0 looks like 0."""
    place = min(max(value, 0.0), 1.0) * (len(RAMP) - 1)
    first = min(int(place), len(RAMP) - 2)
    share = place - first
    parts = zip(_parts(RAMP[first]), _parts(RAMP[first + 1]), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in parts)


def ink(colour: str) -> str:
    """Return black or white, whichever is read better on *colour*."""
    linear = [
        p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4
        for p in (part / 255 for part in _parts(colour))
    ]
    luminance = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    return "#000000" if luminance > _LUMINANCE else "#ffffff"


def _parts(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


@dataclass(frozen=True, slots=True)
class Chart:
    """Values in order, each with a title below it."""

    titles: Sequence[str]
    figures: Sequence[Figure]


def svg(chart: Chart) -> str:
    """Return a line with the band of its intervals, from 0 to 1."""
    said = "; ".join(
        f"{title}: {'–' if f.value is None else number(f.value, '.2f')}"
        for title, f in zip(chart.titles, chart.figures, strict=True)
    )
    return "".join(
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}"',
            f' width="{_WIDTH}" height="{_HEIGHT}" role="img"',
            f' aria-label="{escape(said)}" font-family="system-ui, sans-serif"',
            ' font-size="12" fill="#59616d">',
            *map(_scale, _LINES),
            *(_run(chart, run) for run in _runs(chart)),
            *_titles(chart),
            "</svg>",
        )
    )


def _scale(value: float) -> str:
    y = _y(value)
    return (
        f'<line x1="{_LEFT}" x2="{_WIDTH - _RIGHT}" y1="{y:.1f}" y2="{y:.1f}"'
        ' stroke="#dcdfe5"/>'
        f'<text x="{_LEFT - 6}" y="{y + 4:.1f}" text-anchor="end">'
        f"{number(value, 'g')}</text>"
    )


def _runs(chart: Chart) -> list[list[int]]:
    """Return the points in stretches without one that is not defined."""
    runs: list[list[int]] = [[]]
    for place, figure in enumerate(chart.figures):
        if figure.value is None:
            runs.append([])
        else:
            runs[-1].append(place)
    return [run for run in runs if run]


def _run(chart: Chart, run: Sequence[int]) -> str:
    line, low, high = [], [], []
    for place in run:
        figure, x = chart.figures[place], _x(chart, place)
        value = figure.value or 0.0
        line.append((x, _y(value)))
        low.append((x, _y(value if figure.low is None else figure.low)))
        high.append((x, _y(value if figure.high is None else figure.high)))
    dots = "".join(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3.5"/>' for x, y in line)
    return (
        f'<polygon points="{_places([*high, *reversed(low)])}" fill="#2f5bd0"'
        ' fill-opacity="0.25"/>'
        f'<polyline points="{_places(line)}" fill="none" stroke="#2f5bd0"'
        f' stroke-width="2"/><g fill="#2f5bd0">{dots}</g>'
    )


def _titles(chart: Chart) -> list[str]:
    every = max(1, -(-len(chart.titles) // 12))  # at most a dozen, so that they fit
    return [
        f'<text x="{_x(chart, n):.1f}" y="{_HEIGHT - 6}" text-anchor="middle">'
        f"{escape(title)}</text>"
        for n, title in enumerate(chart.titles)
        if n % every == 0
    ]


def _places(points: Sequence[Point]) -> str:
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in points)


def _x(chart: Chart, number: int) -> float:
    gaps = len(chart.figures) - 1
    width = _WIDTH - _LEFT - _RIGHT
    return _LEFT + width * (number / gaps if gaps else 0.5)


def _y(value: float) -> float:
    height = _HEIGHT - _TOP - _FOOT
    return _TOP + height * (1 - min(max(value, 0.0), 1.0))
