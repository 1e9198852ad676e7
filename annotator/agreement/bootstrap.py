"""How far a figure may be off: intervals by drawing documents again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields
from typing import Any, ClassVar, Protocol, TypeVar

import numpy as np

from annotator.agreement.marks import Floats

SAMPLES = 1000
SEED = 2026
_AT_ONCE = 50
"""How many samples are drawn together; bounds the memory."""

Interval = tuple[float, float]


class Sums(Protocol):
    """A dataclass whose fields are arrays, documents first, that add up."""

    __dataclass_fields__: ClassVar[dict[str, Any]]


S = TypeVar("S", bound=Sums)


def folded(sums: S, weights: Floats) -> S:
    """Add up documents, each as often as it was drawn.

    Args:
        sums: By document.
        weights: ``[..., documents]``.
    """
    return type(sums)(*(np.tensordot(weights, value, 1) for value in _values(sums)))


def total(sums: S) -> S:
    """Add up all documents."""
    return type(sums)(*(value.sum(axis=0) for value in _values(sums)))


def part(sums: S, keep: Any) -> S:
    """Return the documents to *keep*: a mask or numbers."""
    return type(sums)(*(value[keep] for value in _values(sums)))


def _values(sums: Sums) -> list[Any]:
    return [getattr(sums, field.name) for field in fields(sums)]


def intervals(
    sums: S,
    measures: Mapping[str, Callable[[S], Floats]],
    *,
    samples: int = SAMPLES,
    seed: int = SEED,
) -> dict[str, Interval]:
    """Return the 95 % intervals of measures.

    The percentile method: documents are drawn with replacement, as many as there
    are, and the interval runs from the 2.5th to the 97.5th percentile of the
    measure on these samples (B. Efron and R. J. Tibshirani, An Introduction to the
    Bootstrap, 1993, chapter 13). Documents and not tokens are drawn, because what
    one article holds hangs together. Samples on which a measure is not defined are
    left out. There is no interval with fewer than two documents, or where the
    measure is not defined on half of the samples.

    Args:
        sums: By document; only those that the measures are of.
        measures: By name; each computes many samples at once.
        samples: How many are drawn.
        seed: The same gives the same intervals.
    """
    number = len(_values(sums)[0])
    if number < 2:
        return {}
    chance = np.random.default_rng(seed)
    found: dict[str, list[Floats]] = {name: [] for name in measures}
    real = type(sums)(*(np.asarray(value, np.float64) for value in _values(sums)))
    for first in range(0, samples, _AT_ONCE):
        count = min(_AT_ONCE, samples - first)
        drawn = chance.integers(number, size=(count, number))
        drawn += np.arange(count)[:, None] * number
        times = np.bincount(drawn.ravel(), minlength=count * number)
        sample = folded(real, times.reshape(count, number).astype(np.float64))
        for name, measure in measures.items():
            found[name].append(measure(sample))
    bounds = {name: _bounds(np.concatenate(some)) for name, some in found.items()}
    return {name: some for name, some in bounds.items() if some is not None}


def _bounds(values: Floats) -> Interval | None:
    defined = values[~np.isnan(values)]
    if len(defined) * 2 < len(values):
        return None
    low, high = np.percentile(defined, [2.5, 97.5])
    return float(low), float(high)
