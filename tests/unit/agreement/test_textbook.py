"""The textbook's tables and their published coefficients."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import numpy as np
import pytest

from annotator.agreement.alpha import krippendorff_alpha
from annotator.agreement.bootstrap import total
from annotator.agreement.kappa import (
    brennan_prediger,
    cohen_kappa,
    conger_kappa,
    fleiss_kappa,
    gwet_ac1,
)
from annotator.agreement.ratings import PairSums, RatingSums

MEASURES = {
    "fleiss": fleiss_kappa,
    "gwet": gwet_ac1,
    "krippendorff": krippendorff_alpha,
    "conger": conger_kappa,
    "bp": brennan_prediger,
}


@pytest.fixture
def textbook(shared_data) -> Path:
    folder = shared_data / "iaa_textbook"
    if not folder.is_dir():
        pytest.skip("the textbook's tables are not in the shared data")
    return folder


@pytest.fixture
def values(textbook) -> dict:
    return json.loads((textbook / "values.json").read_text("utf-8"))


def rows(path: Path) -> list[list[str]]:
    with path.open(newline="", encoding="utf-8") as file:
        return list(csv.reader(file))


def coded(columns: list[list[str]]) -> RatingSums:
    """Return the sums of columns of classes, one column an annotator."""
    known = sorted({c for column in columns for c in column if c not in ("", "nan")})
    numbers = {name: i for i, name in enumerate(known)}
    table = np.array([[numbers.get(c, -1) for c in column] for column in columns])
    return total(RatingSums.of_units(table, len(known)))


def raters(path: Path) -> list[list[str]]:
    """Return the columns of the annotators."""
    head, *body = rows(path)
    first = head.index("Units") + 1
    return [[row[i] for row in body] for i in range(first, len(head))]


@pytest.mark.parametrize("name", ["raw_4raters", "raw_5observers"])
def test_raw_ratings_with_some_missing(textbook, values, name):
    sums = coded(raters(textbook / f"{name}.csv"))
    for measure, published in values[name]["irrCAC"].items():
        assert float(MEASURES[measure](sums)) == pytest.approx(
            published["value"], abs=6e-6
        ), measure
    alpha = values[name]["krippendorff_pkg_nominal"]
    assert float(krippendorff_alpha(sums)) == pytest.approx(alpha, abs=1e-12)


def test_krippendorffs_example(textbook, values):
    sums = coded(rows(textbook / "krippendorff_wikipedia_3x15.csv"))
    published = values["krippendorff_wikipedia_3x15"]["nominal"]
    assert float(krippendorff_alpha(sums)) == pytest.approx(published, abs=1e-12)


def test_fleiss_example(textbook, values):
    table = rows(textbook / "fleiss_wikipedia_counts_10x5.csv")
    sums = total(RatingSums.of_counts(np.array(table, np.int64)))
    published = values["fleiss_wikipedia_counts_10x5"]["kappa"]
    assert float(fleiss_kappa(sums)) == pytest.approx(published, abs=1e-12)


@pytest.mark.parametrize(
    ("name", "first"),
    [("dist_4cat", 1), ("dist_g1g2", 2), ("distrib_6raters", 1)],
)
def test_tables_of_counts(textbook, name, first):
    """Of these no coefficients are given: libraries for them stand in."""
    import krippendorff

    inter_rater = pytest.importorskip("statsmodels.stats.inter_rater")
    body = rows(textbook / f"{name}.csv")[1:]
    table = np.array([row[first:] for row in body], np.int64)
    sums = total(RatingSums.of_counts(table))
    theirs = krippendorff.alpha(value_counts=table, level_of_measurement="nominal")
    assert float(krippendorff_alpha(sums)) == pytest.approx(theirs, abs=1e-12)
    if len(set(table.sum(axis=1))) == 1:
        kappa = inter_rater.fleiss_kappa(table)
        assert float(fleiss_kappa(sums)) == pytest.approx(kappa, abs=1e-12)


@pytest.mark.parametrize("name", ["raw_ben_gerry", "raw_g1g2", "raw_gender"])
def test_raw_ratings_without_published_figures(textbook, name):
    import krippendorff

    columns = raters(textbook / f"{name}.csv")
    theirs = krippendorff.alpha(
        [[c or "nan" for c in column] for column in columns],
        level_of_measurement="nominal",
    )
    ours = float(krippendorff_alpha(coded(columns)))
    assert ours == pytest.approx(theirs, abs=1e-12)


@pytest.mark.parametrize("name", ["table_cont3x3abstractors", "table_cont4x4diagnosis"])
def test_tables_of_two_annotators(textbook, name):
    inter_rater = pytest.importorskip("statsmodels.stats.inter_rater")
    body = rows(textbook / f"{name}.csv")[1:]
    table = np.array([row[1:] for row in body], np.int64)
    sums = PairSums(table.sum(axis=1), table.sum(axis=0), np.diag(table))
    theirs = inter_rater.cohens_kappa(table, return_results=False)
    assert float(cohen_kappa(sums)) == pytest.approx(theirs, abs=1e-12)
