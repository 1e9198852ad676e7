"""Suggestions counted by their score: how many are open, how many were right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import sqrt
from typing import NamedTuple

from annotator.domain.annotations import Decision

TOP = 100
"""The highest bin; bin *n* holds the scores from n/100 to below (n+1)/100."""

ROUNDING = 1e-6
"""What a score times 100 may lack of a whole number: 0.29 is not quite 29/100."""

NONE_REACHES = 1.01
"""A limit that hides every suggestion of a kind."""

_Z95 = 1.959964
"""Two-sided 95 % quantile of the normal distribution."""


def score_bin(score: float) -> int:
    """Return how many whole hundredths a score reaches, 0 to 100."""
    return min(max(int(score * TOP + ROUNDING), 0), TOP)


def reaches(score: float, least: float) -> bool:
    """Return whether a score is at least a limit that has two decimals."""
    return score_bin(score) >= round(least * TOP)


class ScoreCount(NamedTuple):
    """Suggestions of some scores.

    Attributes:
        open: Not decided on.
        accepted: Right as they stood.
        corrected: Accepted with another label or other parts.
        rejected: Wrong.
    """

    open: int = 0
    accepted: int = 0
    corrected: int = 0
    rejected: int = 0

    @property
    def decided(self) -> int:
        """How many verdicts there are."""
        return self.accepted + self.corrected + self.rejected

    @property
    def total(self) -> int:
        """How many suggestions there are."""
        return self.open + self.decided

    @property
    def precision(self) -> float | None:
        """Share of the verdicts that found the suggestion right as it stood."""
        return self.accepted / self.decided if self.decided else None

    def plus(self, other: ScoreCount, sign: int = 1) -> ScoreCount:
        """Return the sums, or with *sign* -1 the differences."""
        return ScoreCount(*(a + sign * b for a, b in zip(self, other, strict=True)))


NO_SCORES = ScoreCount()

_FIELDS = {
    None: ScoreCount(open=1),
    Decision.ACCEPTED: ScoreCount(accepted=1),
    Decision.CORRECTED: ScoreCount(corrected=1),
    Decision.REJECTED: ScoreCount(rejected=1),
}


@dataclass(frozen=True, slots=True)
class ScoreHistogram:
    """How many suggestions there are of each kind and hundredth of a score.

    Attributes:
        bins: Kind → bin → counts; bins of nothing may be missing.
    """

    bins: Mapping[str, Mapping[int, ScoreCount]]

    @classmethod
    def count(
        cls, items: Iterable[tuple[str, float, Decision | None]]
    ) -> ScoreHistogram:
        """Count ``(kind, score, decision)``; None is not decided on."""
        rows = ((kind, score_bin(score), d, 1) for kind, score, d in items)
        return cls.of(rows)

    @classmethod
    def of(
        cls, rows: Iterable[tuple[str, int, Decision | None, int]]
    ) -> ScoreHistogram:
        """Add up rows of kind, bin, decision (None: open) and number."""
        bins: dict[str, dict[int, ScoreCount]] = {}
        for kind, number, decision, count in rows:
            of_kind = bins.setdefault(kind, {})
            before = of_kind.get(number, NO_SCORES)
            of_kind[number] = before.plus(_FIELDS[decision], count)
        return cls(bins)

    def at_least(self, kind: str, least: int) -> ScoreCount:
        """Return the counts of a kind from bin *least* on."""
        total = NO_SCORES
        for number, count in self.bins.get(kind, {}).items():
            if number >= least:
                total = total.plus(count)
        return total

    def plus(self, other: ScoreHistogram, sign: int = 1) -> ScoreHistogram:
        """Return the sums of two, or with *sign* -1 the differences."""
        bins = {kind: dict(of_kind) for kind, of_kind in self.bins.items()}
        for kind, number, count in other.rows():
            of_kind = bins.setdefault(kind, {})
            of_kind[number] = of_kind.get(number, NO_SCORES).plus(count, sign)
        return ScoreHistogram(bins)

    def rows(self) -> Iterator[tuple[str, int, ScoreCount]]:
        """Yield kind, bin and counts."""
        for kind, of_kind in self.bins.items():
            for number, count in of_kind.items():
                yield kind, number, count


EMPTY = ScoreHistogram({})


def wilson(right: int, total: int) -> tuple[float, float]:
    """Return the 95 % interval of a share; (0, 1) where nothing was counted.

    Wilson's score interval (E. B. Wilson, JASA 22, 1927): unlike the plain normal
    interval it holds for few observations and for shares near 0 and 1.
    """
    if not total:
        return 0.0, 1.0
    share, square = right / total, _Z95 * _Z95
    scale = 1 + square / total
    middle = (share + square / (2 * total)) / scale
    spread = share * (1 - share) / total + square / (4 * total * total)
    half = _Z95 * sqrt(spread) / scale
    return max(middle - half, 0.0), min(middle + half, 1.0)
