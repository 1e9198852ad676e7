"""Agreement beyond chance: the κ of Cohen, Fleiss and Conger, Gwet's AC1.

All are (observed - expected) / (1 - expected) and differ in the agreement they
expect by chance. Where only one class occurs, chance explains everything and none
of them is defined: the result is not a number, whatever was agreed.

Units that some have not classed count as in K. L. Gwet, Handbook of Inter-Rater
Reliability (4th ed., 2014), chapter 2: agreement is observed where there are two
classes or more, expectations come from every unit.
"""

from __future__ import annotations

import numpy as np

from annotator.agreement.marks import Floats
from annotator.agreement.ratings import Numbers, PairSums, RatingSums, divided


def cohen_kappa(sums: PairSums) -> Floats:
    """Return Cohen's κ of two annotators.

    expected = Σ_k left_k right_k / n². J. Cohen, A coefficient of agreement for
    nominal scales, Educational and Psychological Measurement 20 (1960).
    """
    units = sums.left.sum(axis=-1)
    expected = (sums.left * sums.right).sum(axis=-1)
    observed = sums.both.sum(axis=-1) * units
    return divided(observed - expected, units * units - expected)


def fleiss_kappa(sums: RatingSums) -> Floats:
    """Return Fleiss' κ; of two annotators it is Scott's π.

    expected = Σ_k p_k², p_k being the mean share of class k. J. L. Fleiss, Measuring
    nominal scale agreement among many raters, Psychological Bulletin 76 (1971).
    """
    return _corrected(sums, np.asarray((_shares(sums) ** 2).sum(axis=-1)))


def conger_kappa(sums: RatingSums) -> Floats:
    """Return Conger's κ: Cohen's for any number of annotators.

    expected = mean over pairs of annotators of Σ_k p_ik p_jk, p_ik being the share
    of class k in what i has classed; annotators who have classed nothing are left
    out. A. J. Conger, Integration and generalization of kappas for multiple raters,
    Psychological Bulletin 88 (1980).
    """
    given = sums.raters.sum(axis=-1, keepdims=True)
    shares = np.nan_to_num(divided(sums.raters, given))
    number = (given[..., 0] > 0).sum(axis=-1)
    total = shares.sum(axis=-2)
    # The sum over pairs: the square of the sum without the squares themselves.
    pairs = (total**2).sum(axis=-1) - (shares**2).sum(axis=(-1, -2))
    return _corrected(sums, divided(pairs, number * (number - 1)))


def gwet_ac1(sums: RatingSums) -> Floats:
    """Return Gwet's AC1.

    expected = Σ_k p_k (1 - p_k) / (q - 1) for the q classes that occur. K. L. Gwet,
    Computing inter-rater reliability and its variance in the presence of high
    agreement, British Journal of Mathematical and Statistical Psychology 61 (2008).
    """
    share = _shares(sums)
    spread = np.asarray((share * (1 - share)).sum(axis=-1), np.float64)
    return _corrected(sums, divided(spread, _occurring(sums.share) - 1))


def brennan_prediger(sums: RatingSums) -> Floats:
    """Return Brennan and Prediger's κ.

    expected = 1 / q for the q classes that occur. R. L. Brennan and D. J. Prediger,
    Coefficient kappa: some uses, misuses, and alternatives, Educational and
    Psychological Measurement 41 (1981).
    """
    return _corrected(sums, divided(np.ones(()), _occurring(sums.share)))


def _shares(sums: RatingSums) -> Floats:
    return divided(sums.share, np.asarray(sums.units)[..., None])


def _occurring(share: Numbers) -> Floats:
    """Return how many classes occur."""
    return np.asarray((share > 0).sum(axis=-1), np.float64)


def _corrected(sums: RatingSums, expected: Floats) -> Floats:
    observed = divided(sums.observed, sums.paired)
    several = _occurring(sums.share) > 1
    return divided(observed - expected, np.where(several, 1 - expected, 0))
