"""Colours for values from 0 to 1: one ramp of lightness, so that hue is not needed."""

from __future__ import annotations

from PySide6.QtGui import QColor

from annotator.services.review_chart import RAMP
from annotator.ui.theme import Colours

_DARK = ("#2a2410", "#28384a", "#2c5a8c", "#5b93d1", "#b9d8fb")
"""From 0 to 1 in equal steps; sand and blue stay apart without red or green."""

_DARK_TEXT = QColor("#000000")
_LIGHT_TEXT = QColor("#ffffff")


def value_colour(value: float, look: Colours) -> QColor:
    """Return the ground for *value*; what is below 0 looks like 0."""
    stops = [QColor(stop) for stop in (_DARK if look.dark else RAMP)]
    place = min(max(value, 0.0), 1.0) * (len(stops) - 1)
    first = min(int(place), len(stops) - 2)
    return _between(stops[first], stops[first + 1], place - first)


def text_colour(ground: QColor) -> QColor:
    """Return what is read best on *ground*: black or white."""
    best = max((_DARK_TEXT, _LIGHT_TEXT), key=lambda c: contrast(c, ground))
    return QColor(best)


def contrast(one: QColor, other: QColor) -> float:
    """Return the contrast of two colours, 1 to 21.

    Source: WCAG 2.1, "contrast ratio".
    """
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    linear = [
        p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _between(one: QColor, other: QColor, share: float) -> QColor:
    return QColor.fromRgbF(
        one.redF() + (other.redF() - one.redF()) * share,
        one.greenF() + (other.greenF() - one.greenF()) * share,
        one.blueF() + (other.blueF() - one.blueF()) * share,
    )
