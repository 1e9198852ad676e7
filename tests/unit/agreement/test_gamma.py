"""γ, against the package's own figure for a document."""

from __future__ import annotations

import random
import warnings

import numpy as np
import pytest

from annotator.agreement.gamma import Disorder, disorders, gamma_is_available

pytestmark = pytest.mark.skipif(
    not gamma_is_available(), reason="the extra annotator[gamma] is not installed"
)


def layers(seed: int, shift: int) -> list[list[tuple[int, int, str]]]:
    chance = random.Random(seed)
    first, second = [], []
    for place in range(0, 120, 20):
        label = chance.choice("AB")
        first.append((place, place + 9, label))
        moved = place + chance.randint(0, shift)
        second.append((moved, moved + 9, chance.choice("AB") if shift else label))
    return [first, second]


def theirs(annotators, samples: int) -> float:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import pygamma_agreement
        from pyannote.core import Segment

        continuum = pygamma_agreement.Continuum()
        for number, units in enumerate(annotators):
            for start, end, label in units:
                continuum.add(str(number), Segment(start, end), label)
        np.random.seed(11)
        found = continuum.compute_gamma(n_samples=samples)
        return float(found.gamma)


def test_one_document_is_the_packages_own_figure_within_its_error():
    annotators = layers(4, 6)
    (ours,) = disorders([annotators])
    gamma = ours.gamma()
    assert gamma is not None
    # Two estimates of the expected disorder by 30 samples each.
    assert gamma == pytest.approx(theirs(annotators, 30), abs=0.05)


def test_repeatable_in_any_order_and_without_a_trace():
    np.random.seed(5)
    before = np.random.get_state()[1].tolist()
    one = list(disorders([layers(1, 4), layers(2, 8)], samples=8))
    other = list(disorders([layers(2, 8), layers(1, 4)], samples=8))
    assert one == other[::-1]
    assert np.random.get_state()[1].tolist() == before
    whole = Disorder(*map(sum, zip(*one, strict=True)))
    each = [found.gamma() for found in one]
    assert min(each) < whole.gamma() < max(each)


def test_the_same_layers_agree_wholly_and_empty_ones_are_not_defined():
    same = layers(3, 0)
    found = list(disorders([[same[0], same[0]], [[], []]], samples=5))
    assert found[0].gamma() == 1.0
    assert found[1].gamma() is None


def test_what_only_one_has_is_disorder():
    (found,) = disorders([[layers(3, 0)[0], []]], samples=8)
    assert found.gamma() < 0.3


def test_nothing_is_printed(capfd):
    units = [(0, 5, "A"), (9, 12, "B")]
    (found,) = disorders([[units, units]], samples=3)
    assert found.gamma() == 1.0
    assert capfd.readouterr() == ("", "")
