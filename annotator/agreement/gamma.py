"""γ of Mathet, Widlöcher and Métivier, by the optional package pygamma-agreement."""

from __future__ import annotations

import logging
import os
import sys
import warnings
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from importlib.util import find_spec
from types import ModuleType
from typing import Any, NamedTuple

import numpy as np

SAMPLES = 30
"""Random continua by which the expected disorder is estimated, per document."""
SEED = 2026

Unit = tuple[int, int, str]
"""Start, end and label."""


class Disorder(NamedTuple):
    """What γ is made of; adds up over documents.

    Attributes:
        observed: Of the best alignment of the annotators' units.
        expected: The mean of that of random continua.
    """

    observed: float = 0.0
    expected: float = 0.0

    def gamma(self) -> float | None:
        """Return 1 - observed / expected; None where there was nothing to align."""
        return 1 - self.observed / self.expected if self.expected else None


def gamma_is_available() -> bool:
    """Return whether the optional package is installed."""
    return find_spec("pygamma_agreement") is not None


def disorders(
    documents: Iterable[Sequence[Sequence[Unit]]], *, samples: int = SAMPLES
) -> Iterator[Disorder]:
    """Yield the disorder of each document.

    Y. Mathet, A. Widlöcher and J.-P. Métivier, The unified and holistic method
    gamma (γ) for inter-annotator agreement measure and alignment, Computational
    Linguistics 41 (2015), with the combined dissimilarity (α = β = 1, δ_∅ = 1) as
    implemented by H. Titeux and R. Riad, pygamma-agreement (2021). The paper divides
    a document's disorder by its units per annotator; here it is not divided, so that
    the γ of a corpus weighs documents by their units: 1 - Σ observed / Σ expected.

    A document costs between a tenth of a second and minutes, and more with each
    annotator. The random continua are the same at every call.

    Args:
        documents: For each the units of every annotator who has looked at it, at
            least two; an annotator may have none.
        samples: Random continua for each document.

    Raises:
        ImportError: The optional package is not installed.
    """
    package, segment = _load()
    dissimilarity = package.CombinedCategoricalDissimilarity()
    for annotators in documents:
        if not any(annotators):
            yield Disorder()
            continue
        continuum = package.Continuum()
        for number, units in enumerate(annotators):
            continuum.add_annotator(str(number))
            for start, end, label in units:
                continuum.add(str(number), segment(start, end), label)
        with _seeded(), _silent():
            found = continuum.compute_gamma(dissimilarity, n_samples=samples)
        units_each = float(continuum.avg_num_annotations_per_annotator)
        yield Disorder(
            float(found.observed_disorder) * units_each,
            float(found.expected_disorder) * units_each,
        )


def _load() -> tuple[ModuleType, Any]:
    # Old string escapes of its dependencies are no matter of ours.
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import pygamma_agreement  # type: ignore[import-untyped]
        from pyannote.core import Segment  # type: ignore[import-untyped]
    return pygamma_agreement, Segment


@contextmanager
def _seeded() -> Iterator[None]:
    """Make NumPy's common generator, which the package draws from, repeatable."""
    before = np.random.get_state()
    np.random.seed(SEED)
    try:
        yield
    finally:
        np.random.set_state(before)


@contextmanager
def _silent() -> Iterator[None]:
    """Keep the solver's protocol, which it prints itself, out of what we print."""
    sys.stdout.flush()
    before = logging.root.manager.disable
    logging.disable(logging.WARNING)
    kept = os.dup(1)
    with open(os.devnull, "wb") as nothing:  # noqa: PTH123 - a number is needed
        os.dup2(nothing.fileno(), 1)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        os.dup2(kept, 1)
        os.close(kept)
        logging.disable(before)
