"""What figures of agreement there are. What is not defined is None."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import combinations

from annotator.agreement.bootstrap import Interval
from annotator.agreement.differences import Sort
from annotator.agreement.marks import Bools
from annotator.agreement.scores import Score
from annotator.agreement.tokens import Pair

ALL = "all"
"""All labels together; a pair counts where the labels are the same."""
ANY = "any"
"""All labels together; a pair counts whatever the labels."""


@dataclass(frozen=True, slots=True)
class TokenFigures:
    """Agreement on tokens; the measures are described where they are defined.

    Attributes:
        n: Tokens of documents that two or more have looked at.
        pair_n: For each pair, tokens of the documents of both.
        pairs: For each pair and label (and ``ALL``) the tokens under it, whether
            they begin anything or not: precision, recall, F1.
        labels: For each label alone the same measures, all other classes as one.
    """

    n: int
    pair_n: Mapping[str, int]
    cohen_kappa: Mapping[str, float | None]
    fleiss_kappa: float | None
    conger_kappa: float | None
    alpha: float | None
    gwet_ac1: float | None
    brennan_prediger: float | None
    pairs: Mapping[str, Mapping[str, Score]] = field(default_factory=dict)
    labels: Mapping[str, TokenFigures] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SpanFigures:
    """Agreement on spans between pairs; by label, ``ALL`` and ``ANY``."""

    exact: Mapping[str, Mapping[str, Score]]
    overlap: Mapping[str, Mapping[str, Score]]
    differences: Mapping[str, Mapping[Sort, int]]


@dataclass(frozen=True, slots=True)
class UnitFigures:
    """Agreement on what is cut out of the text.

    Attributes:
        alpha_u: Krippendorff's unitizing α.
        binary: The same whatever the labels.
        labels: For each label alone.
        gamma: γ; None also where it was not asked for.
    """

    alpha_u: float | None
    binary: float | None
    labels: Mapping[str, float | None] = field(default_factory=dict)
    gamma: float | None = None


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of a kind, or of one of its roles.

    Attributes:
        documents: How many two or more have looked at.
        roles: The same for each role of a frame.
        ci95: Measure → its 95 % interval, where one was asked for and there is one.
    """

    documents: int
    tokens: TokenFigures
    spans: SpanFigures
    units: UnitFigures
    roles: Mapping[str, Figures] = field(default_factory=dict)
    ci95: Mapping[str, Interval] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Choice:
    """Whose figures, and of which documents.

    Attributes:
        annotators: Their numbers.
        names: Their names, in the same order.
        documents: ``[documents]``: which count.
    """

    annotators: tuple[int, ...]
    names: tuple[str, ...]
    documents: Bools

    def pairs(self) -> list[tuple[str, Pair, bool]]:
        """Return name and numbers of each pair, and whether they are turned round."""
        several = zip(self.annotators, self.names, strict=True)
        return [
            (f"{one}|{other}", (min(i, j), max(i, j)), i > j)
            for (i, one), (j, other) in combinations(several, 2)
        ]
