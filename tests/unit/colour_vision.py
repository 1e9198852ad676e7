"""How far apart colours are for eyes of several kinds.

Contrast as in WCAG 2; colour vision deficiency after Machado, Oliveira and Fernandes
(2009), severity 1; distance in CIELAB (1976), where 2.3 can just be told apart.
"""

from __future__ import annotations

from math import dist

Triple = tuple[float, float, float]
Matrix = tuple[Triple, Triple, Triple]

VISIONS: dict[str, Matrix] = {
    "usual": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
}
_XYZ: Matrix = (
    (0.4124564, 0.3575761, 0.1804375),
    (0.2126729, 0.7151522, 0.0721750),
    (0.0193339, 0.1191920, 0.9503041),
)
_WHITE: Triple = (0.95047, 1.0, 1.08883)


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two ``#rrggbb`` colours, 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def distance(one: str, other: str, vision: str) -> float:
    """Return how far apart two ``#rrggbb`` colours look."""
    return dist(_lab(one, VISIONS[vision]), _lab(other, VISIONS[vision]))


def _linear(colour: str) -> Triple:
    channels = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return red, green, blue


def _luminance(colour: str) -> float:
    return _apply(_XYZ, _linear(colour))[1]


def _apply(matrix: Matrix, vector: Triple) -> Triple:
    x, y, z = (
        sum(factor * value for factor, value in zip(row, vector, strict=True))
        for row in matrix
    )
    return x, y, z


def _lab(colour: str, vision: Matrix) -> Triple:
    red, green, blue = (min(max(c, 0), 1) for c in _apply(vision, _linear(colour)))
    xyz = _apply(_XYZ, (red, green, blue))
    x, y, z = (_curve(v / white) for v, white in zip(xyz, _WHITE, strict=True))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _curve(value: float) -> float:
    return value ** (1 / 3) if value > 216 / 24389 else (24389 / 27 * value + 16) / 116
