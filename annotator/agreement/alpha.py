"""Krippendorff's α: of units that are classed, and of a text that is unitized."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from annotator.agreement.marks import Floats
from annotator.agreement.ratings import Numbers, RatingSums, divided


def krippendorff_alpha(sums: RatingSums) -> Floats:
    """Return α for nominal classes; any number of annotators, some may be missing.

    1 - D_o / D_e with D_o = Σ_{c≠k} o_ck / n, D_e = Σ_{c≠k} n_c n_k / (n (n - 1)):
    o_ck are the coincidences of the classes c and k within units, n_c how often c
    was given on units that at least two have classed. K. Krippendorff, Content
    Analysis (4th ed., 2019), section 12.3; Computing Krippendorff's
    alpha-reliability (2011). Not a number where only one class occurs.
    """
    return _alpha(
        sums.pairable, sums.coincident, np.asarray(sums.pairable).sum(axis=-1)
    )


@dataclass(frozen=True, slots=True)
class UnitSums:
    """What several annotators make of a text: units with classes, and gaps.

    Attributes:
        lengths: ``[..., classes]``: code points under each class, of all annotators;
            the first class is the gaps.
        coincident: ``[...]``: of those, how many meet their like.
        squares: ``[...]``: sum of the squared lengths of all units, and of the
            lengths of the gaps.
    """

    lengths: Numbers
    coincident: Numbers
    squares: Numbers


def unitizing_alpha(sums: UnitSums) -> Floats:
    """Return u_α, in the form of 2016.

    1 - D_o / D_e over the coincidences of stretches: o_ck is the length of all
    intersections of a stretch of class c by one annotator and one of class k by
    another, each counted 1 / (m - 1) for m annotators; the expected
    e_ck = l (l_c l_k - [c = k] s_c) / (l² - Σ s), l_c being the length of class c by
    all, l of all classes, s_c the sum of the squared lengths of its units; for gaps,
    which are not units, s is their length. K. Krippendorff, Y. Mathet, S. Bouvry and
    A. Widlöcher, On the reliability of unitizing textual continua: Further
    developments, Quality & Quantity 50 (2016), and Content Analysis (4th ed., 2019),
    section 12.6. Not a number where only gaps, or only one class, occur.
    """
    return _alpha(sums.lengths, sums.coincident, sums.squares)


def _alpha(given: Numbers, coincident: Numbers, own: Numbers) -> Floats:
    """Return 1 - observed / expected.

    Args:
        given: How much of each class there is.
        coincident: How much meets its like.
        own: How much of all pairs would pair something with itself.
    """
    total = np.asarray(given).sum(axis=-1)
    square = total.astype(np.float64) ** 2
    different = square - (np.asarray(given, np.float64) ** 2).sum(axis=-1)
    observed = (total - coincident) * (square - own)
    return 1 - divided(observed, total * different)
