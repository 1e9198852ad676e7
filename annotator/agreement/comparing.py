"""Two annotators' (or a pipeline's and a person's) things of one kind, compared."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Generic, Protocol, TypeVar

from annotator.agreement.matching import Pair, Ruler, candidates, greedy, identical
from annotator.agreement.scores import LabelScore, RoleScore, Score
from annotator.domain.annotations import Parts


class Marked(Protocol):
    """What can be compared: annotations and suggestions."""

    @property
    def label(self) -> str: ...  # noqa: D102
    @property
    def parts(self) -> Parts: ...  # noqa: D102


L = TypeVar("L", bound=Marked)
R = TypeVar("R", bound=Marked)


class Criterion(StrEnum):
    """When two things count as the same, whatever their labels."""

    EXACT = "exact"
    """Their main parts have the same fragments."""
    LOOSE = "overlap_0.3"
    """Jaccard's index of the characters of their main parts is at least .3."""
    CLOSE = "overlap_0.8"
    """It is at least .8."""


LEAST_OVERLAP = {Criterion.LOOSE: 0.3, Criterion.CLOSE: 0.8}


class Outcome(StrEnum):
    """What became of one thing, or of a pair."""

    RIGHT = "right"
    MISSED = "missed"
    """On the right only."""
    FALSE_ALARM = "false_alarm"
    """On the left only."""
    LABEL = "label"
    """On both sides, under different labels."""
    PART = "part"
    """On both sides under one label, but a further part is missing or elsewhere."""


@dataclass(frozen=True, slots=True)
class Compared(Generic[L, R]):
    """One outcome with whom it is about.

    Attributes:
        parts: The roles that are missing, too many or elsewhere.
    """

    outcome: Outcome
    left: L | None
    right: R | None
    parts: tuple[str, ...] = ()


class Comparison(Generic[L, R]):
    """All things of one kind on one document, from two sides.

    Attributes:
        left: What is judged: suggestions, or annotator A's.
        right: What it is judged by: a layer, or annotator B's.
        roles: The kind's further roles.
        pairs: For each criterion a one-to-one matching by the main parts.
    """

    def __init__(
        self,
        left: Sequence[L],
        right: Sequence[R],
        ruler: Ruler,
        *,
        main_role: str,
        roles: Sequence[str] = (),
    ) -> None:
        """Match the two sides.

        Args:
            left: What is judged.
            right: What it is judged by.
            ruler: Of the document's text.
            main_role: What two things are matched by.
            roles: The kind's further roles.
        """
        self.left = left
        self.right = right
        self.roles = tuple(roles)
        self._ruler = ruler
        lefts = [(item.label, item.parts.get(main_role, ())) for item in left]
        rights = [(item.label, item.parts.get(main_role, ())) for item in right]
        ranked = candidates([f for _, f in lefts], [f for _, f in rights], self._ruler)
        self.pairs: Mapping[Criterion, list[Pair]] = {
            Criterion.EXACT: identical(lefts, rights),
            **{c: greedy(ranked, least) for c, least in LEAST_OVERLAP.items()},
        }

    def role_overlaps(self, pair: Pair, role: str) -> bool:
        """Return whether both sides' parts of that role share a character."""
        one = self.left[pair.left].parts.get(role, ())
        other = self.right[pair.right].parts.get(role, ())
        return self._ruler.shared(one, other) > 0

    def role_is_same(self, pair: Pair, role: str) -> bool:
        """Return whether both sides have that role on the same fragments, or not."""
        one = self.left[pair.left].parts.get(role, ())
        return tuple(one) == tuple(self.right[pair.right].parts.get(role, ()))

    def outcomes(self, criterion: Criterion) -> Iterator[Compared[L, R]]:
        """Yield what became of everything, in the order of the lists.

        First the pairs and misses by the right, then the left's false alarms.
        """
        partner = {pair.right: pair for pair in self.pairs[criterion]}
        for number, right in enumerate(self.right):
            pair = partner.get(number)
            if pair is None:
                yield Compared(Outcome.MISSED, None, right)
            else:
                yield self._paired(pair)
        taken = {pair.left for pair in self.pairs[criterion]}
        for number, left in enumerate(self.left):
            if number not in taken:
                yield Compared(Outcome.FALSE_ALARM, left, None)

    def _paired(self, pair: Pair) -> Compared[L, R]:
        left, right = self.left[pair.left], self.right[pair.right]
        wrong = tuple(role for role in self.roles if not self._agrees(pair, role))
        if left.label != right.label:
            return Compared(Outcome.LABEL, left, right, wrong)
        return Compared(Outcome.PART if wrong else Outcome.RIGHT, left, right, wrong)

    def _agrees(self, pair: Pair, role: str) -> bool:
        neither = not (
            self.left[pair.left].parts.get(role)
            or self.right[pair.right].parts.get(role)
        )
        return neither or self.role_overlaps(pair, role)


@dataclass(slots=True)
class Tally:
    """The counts of one kind under one criterion, over any number of documents.

    Attributes:
        place: Pairs whatever their labels.
        label: Pairs of the same label, all labels together.
        labels: The same for each label.
        roles: For each further role.
    """

    place: Score = field(default_factory=Score)
    label: Score = field(default_factory=Score)
    labels: dict[str, LabelScore] = field(default_factory=dict)
    roles: dict[str, RoleScore] = field(default_factory=dict)

    def add(self, comparison: Comparison[L, R], criterion: Criterion) -> None:
        """Count a document in."""
        pairs = comparison.pairs[criterion]
        left, right = comparison.left, comparison.right
        same = 0
        labels = defaultdict(LabelScore, self.labels)
        for one in left:
            labels[one.label].left += 1
        for other in right:
            labels[other.label].right += 1
        for i, j in pairs:
            score = labels[right[j].label]
            score.found += 1
            if left[i].label == right[j].label:
                score.both += 1
                same += 1
        self.labels = dict(labels)
        self.place.add(len(pairs), len(left), len(right))
        self.label.add(same, len(left), len(right))
        for role in comparison.roles:
            self._add_role(comparison, pairs, role)

    def _add_role(
        self, comparison: Comparison[L, R], pairs: Sequence[Pair], role: str
    ) -> None:
        score = self.roles.setdefault(role, RoleScore())
        score.left += sum(1 for item in comparison.left if item.parts.get(role))
        score.right += sum(1 for item in comparison.right if item.parts.get(role))
        for pair in pairs:
            if comparison.right[pair.right].parts.get(role):
                score.n += 1
                score.both += comparison.role_overlaps(pair, role)
                score.exact += comparison.role_is_same(pair, role)
