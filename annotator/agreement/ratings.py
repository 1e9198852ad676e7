"""What the chance-corrected measures are made of: sums over units that add up.

Every field of these sums is a sum over units, so that those of several documents
are added, and those of a sample of documents are a product of matrices. Leading
axes are documents or samples: a measure computes all of them at once.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from annotator.agreement.marks import Bools, Floats, Ints

Numbers = npt.NDArray[Any]
"""Whole numbers, or products of them and of weights."""


@dataclass(frozen=True, slots=True)
class PairSums:
    """What two annotators class units as.

    Attributes:
        left: ``[..., classes]``: how many units the first has put in each class.
        right: ``[..., classes]``: how many the second has.
        both: ``[..., classes]``: how many both have.
    """

    left: Numbers
    right: Numbers
    both: Numbers


@dataclass(frozen=True, slots=True)
class RatingSums:
    """What any number of annotators class units as; some may be missing.

    Attributes:
        units: ``[...]``: how many units have a class by anybody.
        paired: ``[...]``: how many have one by at least two.
        observed: ``[...]``: sum over those of the share of pairs of annotators that
            agree: Σ_k r_k (r_k - 1) / (r (r - 1)), r of r_k annotators.
        share: ``[..., classes]``: sum over units of the share r_k / r.
        pairable: ``[..., classes]``: how many classes were given, on units that at
            least two have classed.
        coincident: ``[...]``: of those, how many meet their like in Krippendorff's
            coincidence matrix: Σ_k r_k (r_k - 1) / (r - 1).
        raters: ``[..., annotators, classes]``: how many each has given.
    """

    units: Numbers
    paired: Numbers
    observed: Numbers
    share: Numbers
    pairable: Numbers
    coincident: Numbers
    raters: Numbers

    @classmethod
    def of_documents(cls, present: Bools, together: Ints, raters: Ints) -> RatingSums:
        """Make the sums of documents, whose units all have the same annotators.

        Args:
            present: ``[annotators, documents]``.
            together: For each document, how often two annotators agree on a unit.
            raters: ``[documents, annotators, classes]``.
        """
        number = present.sum(axis=0)
        shared = number >= 2
        kept = np.where(shared[:, None, None], raters, 0)
        given = kept.sum(axis=1)
        units = given.sum(axis=1) / np.maximum(number, 1)
        pairs = np.maximum(number * (number - 1), 1)
        agreed = np.where(shared, 2.0 * together, 0.0)
        return cls(
            units,
            units,
            agreed / pairs,
            given / np.maximum(number, 1)[:, None],
            given,
            agreed / np.maximum(number - 1, 1),
            kept,
        )

    @classmethod
    def of_units(cls, ratings: Ints, classes: int) -> RatingSums:
        """Make the sums of each single unit.

        Args:
            ratings: ``[annotators, units]``: a class from 0 on, below 0 where there
                is none.
            classes: How many classes there are.
        """
        given = ratings[:, :, None] == np.arange(classes)
        raters = given.transpose(1, 0, 2).astype(np.int64)
        return cls.of_counts(raters.sum(axis=1), raters)

    @classmethod
    def of_counts(cls, counts: Ints, raters: Ints | None = None) -> RatingSums:
        """Make the sums of each single unit.

        Args:
            counts: ``[units, classes]``: how many annotators put it there.
            raters: Who did; None where that is not known.
        """
        number = counts.sum(axis=1)
        paired = number >= 2
        agreed = np.where(paired, (counts * (counts - 1)).sum(axis=1), 0)
        some = np.maximum(number, 1)
        return cls(
            (number > 0).astype(np.float64),
            paired.astype(np.float64),
            agreed / np.maximum(number * (number - 1), 1),
            counts / some[:, None],
            np.where(paired[:, None], counts, 0),
            agreed / np.maximum(number - 1, 1),
            counts[:, None, :] if raters is None else raters,
        )


def divided(one: Numbers, other: Numbers) -> Floats:
    """Return *one* by *other*, not a number where *other* is 0."""
    result = np.full(np.broadcast(one, other).shape, np.nan)
    np.divide(one, other, out=result, where=np.asarray(other) != 0)
    return result
