"""Sizes, fonts and colours of the article at one zoom, in one theme."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtGui import QColor, QFont, QFontInfo, QFontMetricsF

from annotator.domain.schema import Style
from annotator.ui.theme import DARK, LIGHT

COLUMN_CHARACTERS = 82
_SAMPLE = (
    "The ministry said on Tuesday that talks would go on; nobody, it added, "
    "had been asked to leave the room before 5 p.m."
)


@dataclass(frozen=True, slots=True)
class Ink:
    """The colours of the article that do not belong to a label."""

    base: QColor
    text: QColor
    muted: QColor
    caret: QColor
    warning: QColor
    selection: QColor
    search: QColor
    search_now: QColor
    preview: QColor
    preview_edge: QColor
    dimmed: QColor
    dimmed_bar: QColor
    tint: float
    tint_hover: float
    tint_selected: float


_LIGHT_INK = Ink(
    base=QColor(LIGHT.base),
    text=QColor(LIGHT.text),
    muted=QColor(LIGHT.muted),
    caret=QColor(LIGHT.accent),
    warning=QColor(LIGHT.warning),
    selection=QColor("#bcd5fd"),
    search=QColor("#fff0b3"),
    search_now=QColor("#ffcb47"),
    preview=QColor("#dff5ea"),
    preview_edge=QColor(LIGHT.success),
    dimmed=QColor("#6b727e"),
    dimmed_bar=QColor(LIGHT.edge),
    tint=0.09,
    tint_hover=0.15,
    tint_selected=0.26,
)
_DARK_INK = Ink(
    base=QColor(DARK.base),
    text=QColor(DARK.text),
    muted=QColor(DARK.muted),
    caret=QColor(DARK.accent),
    warning=QColor(DARK.warning),
    selection=QColor("#2c4f8f"),
    search=QColor("#4d4214"),
    search_now=QColor("#6b5407"),
    preview=QColor("#173b2a"),
    preview_edge=QColor(DARK.success),
    dimmed=QColor("#868e9a"),
    dimmed_bar=QColor(DARK.edge),
    tint=0.13,
    tint_hover=0.20,
    tint_selected=0.30,
)


class Look:
    """Everything measured that drawing needs; all lengths in logical pixels.

    Attributes:
        bar: Thickness of a bar.
        thin: Height of a lane on a line where no span starts.
        tall: Height of a lane on a line where one does.
        plain_gap: Below a line without lanes.
        lane_gap: Below the lanes, where connectors run.
        dimmed_bar: Width of the bar beside what is no part of the article.
        gutter: Left and right of the column at least, where connectors run.
    """

    def __init__(self, font: QFont, *, points: float, dark: bool, dpr: float) -> None:
        self.dark = dark
        self.dpr = dpr
        self.ink = _DARK_INK if dark else _LIGHT_INK
        self.font = QFont(font)
        self.font.setPointSizeF(points)
        metrics = QFontMetricsF(self.font)
        self.ascent = float(round(metrics.ascent()))
        self.descent = float(round(metrics.descent()))
        em = float(QFontInfo(self.font).pixelSize())
        self.em = em
        self.character = metrics.horizontalAdvance(_SAMPLE) / len(_SAMPLE)
        self.column = round(self.character * COLUMN_CHARACTERS)
        self.pill_font = QFont(font)
        self.pill_font.setBold(True)
        self.pill_font.setPixelSize(max(8, round(em * 0.56)))
        pill = QFontMetricsF(self.pill_font)
        self.pill = float(max(11, round(pill.capHeight() + em * 0.34)))
        self.bar = float(max(3, round(em * 0.22)))
        self.thick_bar = self.bar + 2.0
        self.thin = self.bar + max(2, round(em * 0.16))
        self.tall = self.pill + max(3, round(em * 0.2))
        self.plain_gap = float(round(em * 0.46))
        self.lane_gap = float(max(7, round(em * 0.46)))
        self.paragraph_gap = float(round(em * 0.7))
        self.gutter = float(max(34, round(em * 2.4)))
        self.margin = float(round(em * 1.6))
        self.dimmed_bar = float(max(2, round(em * 0.16)))

    @property
    def text_height(self) -> float:
        """Height of a line's text."""
        return self.ascent + self.descent

    @property
    def plain_line(self) -> float:
        """Height of a line without lanes."""
        return self.text_height + self.plain_gap

    def colour(self, style: Style) -> QColor:
        """Return the colour of a label or role."""
        return _colour(style.dark if self.dark else style.light)

    def tinted(self, style: Style, strength: float) -> QColor:
        """Return the ground of text that is marked so."""
        return _mixed(
            style.dark if self.dark else style.light, self.ink.base.name(), strength
        )


@lru_cache(512)
def _colour(name: str) -> QColor:
    return QColor(name)


@lru_cache(512)
def _mixed(name: str, base: str, strength: float) -> QColor:
    """Return an opaque mixture, so that overlapping grounds never add up."""
    colour, ground = QColor(name), QColor(base)

    def mix(over: int, under: int) -> int:
        return round(over * strength + under * (1 - strength))

    return QColor(
        mix(colour.red(), ground.red()),
        mix(colour.green(), ground.green()),
        mix(colour.blue(), ground.blue()),
    )


@lru_cache(512)
def on_colour(name: str) -> QColor:
    """Return white or near-black, whichever is easier to read on a colour."""
    colour = QColor(name)
    luminance = (
        0.2126 * _linear(colour.redF())
        + 0.7152 * _linear(colour.greenF())
        + 0.0722 * _linear(colour.blueF())
    )
    # Where the contrast against both is the same.
    return QColor("#ffffff") if luminance < 0.19 else QColor("#101318")


def _linear(channel: float) -> float:
    if channel <= 0.04045:
        return channel / 12.92
    return float(((channel + 0.055) / 1.055) ** 2.4)
