"""Every measure of classed units against another's implementation of it."""

from __future__ import annotations

import math
import warnings

import krippendorff
import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from annotator.agreement.alpha import krippendorff_alpha
from annotator.agreement.bootstrap import part, total
from annotator.agreement.kappa import (
    brennan_prediger,
    cohen_kappa,
    conger_kappa,
    fleiss_kappa,
    gwet_ac1,
)
from annotator.agreement.ratings import RatingSums
from annotator.agreement.tokens import Scheme, classes, count_classes
from tests.unit.agreement.columns import LABELS, marks, words, worlds

metrics = pytest.importorskip("sklearn.metrics")
inter_rater = pytest.importorskip("statsmodels.stats.inter_rater")
nltk_agreement = pytest.importorskip("nltk.metrics.agreement")

WIDTH = Scheme.BIO.classes(LABELS)
SAME = np.arange(WIDTH)


def counted(world):
    tokens = words(world, 2)
    own = [marks(world, a, ("content",)) for a in range(len(world.layers))]
    found = [classes(m.main, m.label, tokens, Scheme.BIO) for m in own]
    return found, count_classes(found, world.present, tokens, WIDTH), tokens


def ratings(world) -> np.ndarray:
    """Return ``[annotators, tokens]``, -1 where the annotator has not looked."""
    found, _, tokens = counted(world)
    return np.where(world.present[:, tokens.document], found, -1)


def close(one, other) -> bool:
    return math.isclose(float(one), float(other), abs_tol=1e-9)


@given(worlds(roles=("content",)))
def test_cohens_kappa_is_scikit_learns(world):
    (left, right), made, _ = counted(world)
    ours = cohen_kappa(total(made.confusions[0, 1].sums(len(world.lengths), SAME)))
    if len({*left, *right}) == 1:
        assert np.isnan(ours)
    else:
        assert close(ours, metrics.cohen_kappa_score(left, right))


@given(worlds(annotators=3, roles=("content",)))
def test_fleiss_kappa_is_statsmodels(world):
    found, made, _ = counted(world)
    ours = fleiss_kappa(total(made.sums([0, 1, 2], SAME)))
    counts = np.stack([(np.array(found) == c).sum(axis=0) for c in range(WIDTH)]).T
    if (counts.sum(axis=0) > 0).sum() == 1:
        assert np.isnan(ours)
    else:
        assert close(ours, inter_rater.fleiss_kappa(counts))


@given(worlds(annotators=3, missing=True, roles=("content",)))
def test_alpha_is_that_of_the_library(world):
    rated = ratings(world)
    _, made, _ = counted(world)
    ours = krippendorff_alpha(total(made.sums([0, 1, 2], SAME)))
    pairable = rated[:, (rated >= 0).sum(axis=0) >= 2]
    if len(set(pairable[pairable >= 0])) < 2:
        assert np.isnan(ours)
        return
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        data = np.where(pairable < 0, np.nan, pairable)
        theirs = krippendorff.alpha(data, level_of_measurement="nominal")
    assert close(ours, theirs)


@given(worlds(annotators=3, roles=("content",)))
def test_three_measures_are_nltks(world):
    found, made, _ = counted(world)
    assume(len(np.unique(found)) > 1)
    data = [
        (f"a{a}", str(i), int(c))
        for a, own in enumerate(found)
        for i, c in enumerate(own)
    ]
    task = nltk_agreement.AnnotationTask(data)
    sums = total(made.sums([0, 1, 2], SAME))
    assert close(krippendorff_alpha(sums), task.alpha())
    pair = total(made.sums([0, 1], SAME))
    two = nltk_agreement.AnnotationTask([row for row in data if row[0] != "a2"])
    if len(np.unique(found[:2])) > 1:
        assert close(conger_kappa(pair), two.kappa())
        assert close(fleiss_kappa(pair), two.pi())
        occurring = len(np.unique(found[:2]))
        observed = np.mean(found[0] == found[1])
        expected = 1 / occurring
        ours = (observed - expected) / (1 - expected)
        assert close(brennan_prediger(pair), ours)


def ac1_by_hand(rated: np.ndarray) -> float:
    """Return AC1 unit by unit and pair by pair, over ``[annotators, units]``."""
    occurring = sorted(set(rated[rated >= 0].tolist()))
    observed, shares = [], []
    for unit in rated.T:
        given_ = [c for c in unit.tolist() if c >= 0]
        pairs = [
            given_[i] == given_[j]
            for i in range(len(given_))
            for j in range(len(given_))
            if i != j
        ]
        if pairs:
            observed.append(sum(pairs) / len(pairs))
        if given_:
            shares.append([given_.count(c) / len(given_) for c in occurring])
    prevalence = np.mean(shares, axis=0)
    expected = sum(p * (1 - p) for p in prevalence) / (len(occurring) - 1)
    return (np.mean(observed) - expected) / (1 - expected)


@given(worlds(annotators=3, missing=True, roles=("content",)))
def test_ac1_is_that_of_a_walk_over_pairs(world):
    rated = ratings(world)
    _, made, _ = counted(world)
    ours = gwet_ac1(total(made.sums([0, 1, 2], SAME)))
    shared = rated[:, (rated >= 0).sum(axis=0) >= 2]
    if len(set(shared[shared >= 0].tolist())) < 2:
        assert np.isnan(ours)
    else:
        assert close(ours, ac1_by_hand(shared))


RATED = st.integers(2, 4).flatmap(
    lambda raters: st.lists(
        st.lists(st.integers(-1, 3), min_size=raters, max_size=raters),
        min_size=1,
        max_size=12,
    )
)


@given(RATED)
def test_units_that_some_leave_out(rows):
    rated = np.array(rows).T
    sums = total(RatingSums.of_units(rated, 4))
    if (rated >= 0).sum(axis=0).max() < 2:
        assert np.isnan(gwet_ac1(sums))
        assert np.isnan(fleiss_kappa(sums))
    elif len(set(rated[rated >= 0].tolist())) > 1:
        assert close(gwet_ac1(sums), ac1_by_hand(rated))


MEASURES = [fleiss_kappa, conger_kappa, gwet_ac1, brennan_prediger, krippendorff_alpha]


@given(worlds(annotators=3, missing=True, roles=("content",)), st.data())
def test_the_order_of_annotators_and_documents_is_of_no_matter(world, data):
    documents = list(range(len(world.lengths)))
    turned = world.shuffled(data.draw(st.permutations(documents)))
    _, made, _ = counted(world)
    _, again, _ = counted(turned)
    order = data.draw(st.permutations([0, 1, 2]))
    for measure in MEASURES:
        ours = measure(total(made.sums([0, 1, 2], SAME)))
        theirs = measure(total(again.sums(order, SAME)))
        assert ours == pytest.approx(theirs, abs=1e-12, nan_ok=True)
    one = total(made.confusions[0, 1].sums(len(documents), SAME))
    other = type(one)(one.right, one.left, one.both)
    assert cohen_kappa(one) == pytest.approx(cohen_kappa(other), nan_ok=True)


@given(worlds(annotators=1, roles=("content",)))
def test_the_same_layers_agree_wholly_or_it_is_not_defined(world):
    same = type(world)(world.lengths, world.layers * 3)
    found, made, _ = counted(same)
    expected = 1.0 if len(np.unique(found)) > 1 else np.nan
    sums = total(made.sums([0, 1, 2], SAME))
    pair = total(made.confusions[0, 2].sums(len(world.lengths), SAME))
    for value in (cohen_kappa(pair), *(measure(sums) for measure in MEASURES)):
        assert value == pytest.approx(expected, abs=1e-12, nan_ok=True)


@given(worlds(annotators=3, missing=True, roles=("content",)))
def test_figures_of_each_document_come_of_the_same_sums(world):
    _, made, _ = counted(world)
    sums = made.sums([0, 1, 2], SAME)
    for measure in MEASURES:
        each = measure(sums)
        for number in range(len(world.lengths)):
            alone = measure(total(part(sums, [number])))
            assert each[number] == pytest.approx(alone, abs=1e-12, nan_ok=True)


def test_nothing_is_not_defined():
    empty = total(RatingSums.of_units(np.full((2, 3), -1), 2))
    for measure in MEASURES:
        assert np.isnan(measure(empty))
