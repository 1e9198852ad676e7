"""How figures are written in the review."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.domain.wording import number

if TYPE_CHECKING:
    from annotator.services.review_figures import Figure

UNDEFINED = "–"


def written(value: float | None, digits: int = 2) -> str:
    """Return a value, or a dash where it is not defined."""
    if value is None:
        return UNDEFINED
    return number(value, f".{digits}f").replace("-", "−")


def interval(figure: Figure) -> str:
    """Return the 95 % interval; "" where there is none."""
    if figure.low is None or figure.high is None:
        return ""
    return f"{written(figure.low)} – {written(figure.high)}"
