"""Precision, recall and F1 from counts; what is not defined is None, never 0 or 1."""

from __future__ import annotations

from dataclasses import dataclass


def share(part: int, whole: int) -> float | None:
    """Return *part* of *whole*, from 0 to 1; None of nothing."""
    return part / whole if whole else None


@dataclass(slots=True)
class Score:
    """How two lists of things compare, one to one.

    Attributes:
        both: Pairs that belong together.
        left: How many there are on the left: found, suggested, or annotator A's.
        right: How many there are on the right: the reference, or annotator B's.
    """

    both: int = 0
    left: int = 0
    right: int = 0

    @property
    def precision(self) -> float | None:
        """Share of the left that the right has: both / left."""
        return share(self.both, self.left)

    @property
    def recall(self) -> float | None:
        """Share of the right that the left has: both / right."""
        return share(self.both, self.right)

    @property
    def f1(self) -> float | None:
        """Harmonic mean of precision and recall: 2 both / (left + right).

        C. J. van Rijsbergen, Information Retrieval (1979), with β = 1. None where
        either of the two is not defined.
        """
        if not self.left or not self.right:
            return None
        return 2 * self.both / (self.left + self.right)

    def add(self, both: int, left: int, right: int) -> None:
        """Count these in."""
        self.both += both
        self.left += left
        self.right += right


@dataclass(slots=True)
class LabelScore(Score):
    """The score of one label: a pair counts where both have it.

    Attributes:
        found: Those of the right that have a partner under whatever label.
    """

    found: int = 0

    @property
    def found_share(self) -> float | None:
        """Recall whatever the label says: found / right."""
        return share(self.found, self.right)


@dataclass(slots=True)
class RoleScore(Score):
    """The score of one part of frames (the speaker of quotes).

    ``both`` are pairs of frames whose parts overlap in at least one character;
    ``left`` and ``right`` all frames that have the part, matched or not.

    Attributes:
        n: Pairs of frames whose right has the part.
        exact: Those of them whose left has it on the same fragments.
    """

    n: int = 0
    exact: int = 0

    @property
    def accuracy(self) -> float | None:
        """Of ``n``, the share where the left's part overlaps: both / n."""
        return share(self.both, self.n)

    @property
    def exact_accuracy(self) -> float | None:
        """Of ``n``, the share where the left has the same fragments: exact / n."""
        return share(self.exact, self.n)
