"""A name found in a document, with what speaks for it."""

from __future__ import annotations

from dataclasses import dataclass

NAMES = frozenset(["PERSON", "ORG", "GPE", "LOC", "FAC", "NORP"])
"""Labels that the rules set and take away."""

PLACES = frozenset(["GPE", "LOC", "FAC"])
TITLED = frozenset(["EVENT", "PRODUCT", "WORK_OF_ART", "LAW", "LANGUAGE"])
"""Labels of proper names that the rules give way to but hardly set."""
TRIMMED = "trimmed"
GAZETTEER = "gazetteer: "
UNSURE = "?"
"""Ends the rule of what is in a gazetteer and may be something else."""


@dataclass(slots=True)
class Name:
    """A half-open range of tokens under a label.

    Attributes:
        label: In spaCy's terms; empty where the tokens are known to be no name.
        rule: What found it or set its label, for the reason.
        score: How likely an annotator accepts it.
        was: The model's label of the same tokens, where it was another.
        fixed: Whether the label is this mention's own, whatever others have.
    """

    start: int
    end: int
    label: str
    rule: str
    score: float
    was: str = ""
    fixed: bool = False

    def __len__(self) -> int:
        return self.end - self.start

    @property
    def is_listed(self) -> bool:
        """Whether a gazetteer has it."""
        return self.rule.startswith(GAZETTEER)

    def may_change(self) -> bool:
        """Whether no gazetteer is sure of its label."""
        return not self.is_listed or self.rule.endswith(UNSURE)


def family(label: str) -> str:
    """Return the label that stands for all sorts of places, or *label*."""
    return "GPE" if label in PLACES else label
