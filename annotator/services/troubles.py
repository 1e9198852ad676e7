"""What does not fit a format, in words: troubles, what can be done, and in which."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from annotator.domain.records import Trouble
from annotator.formats.base import Limits


@dataclass(frozen=True, slots=True)
class Remedy:
    """One thing that can be done.

    Attributes:
        value: Of the option of ``ExportRequest`` and of the command line.
        title: As a choice says it.
        mends: It can be done in the project, too.
    """

    value: str
    title: str
    mends: bool = False


@dataclass(frozen=True, slots=True)
class TroubleKind:
    """One trouble in words.

    Attributes:
        title: Heading of all that have it.
        advice: What becomes of them, one sentence.
        option: Of ``ExportRequest``; "" where nothing can be chosen.
        remedies: What it takes; the first is the default.
    """

    title: str
    advice: str
    option: str = ""
    remedies: tuple[Remedy, ...] = ()

    def remedy(self, value: str) -> Remedy | None:
        """Return the remedy of that value."""
        return next((r for r in self.remedies if r.value == value), None)


_NONE = "The format has none, or none of that name or value."
_KEEP = "Other formats, JSONL first of all, keep them."

TROUBLES: dict[Trouble | None, TroubleKind] = {
    Trouble.CUT: TroubleKind(
        "Spans that cut a token",
        "The format has whole tokens only.",
        "mend",
        (
            Remedy("report", "Leave them out"),
            Remedy("expand", "Widen them to whole tokens", mends=True),
            Remedy("contract", "Narrow them to whole tokens", mends=True),
        ),
    ),
    Trouble.SPACE: TroubleKind(
        "White space at the ends of spans",
        "The format has no spans that begin or end with white space.",
        "space",
        (
            Remedy("trim", "Trim it", mends=True),
            Remedy("drop", "Leave the spans out"),
        ),
    ),
    Trouble.OVERLAP: TroubleKind(
        "Annotations that overlap",
        "The format has one annotation for each token at most; the others are left"
        " out.",
        "overlaps",
        (
            Remedy("longest", "Keep the longest"),
            Remedy("first", "Keep the first"),
            Remedy("kind", "Keep by kind, then the longest"),
        ),
    ),
    Trouble.PIECES: TroubleKind(
        "Parts in several pieces",
        "The format has spans in one piece only.",
        "pieces",
        (
            Remedy("split", "Write each piece as a span of its own"),
            Remedy("hull", "Take along what stands between"),
            Remedy("drop", "Leave them out"),
        ),
    ),
    Trouble.PARTS: TroubleKind(
        "Parts that nothing ties together",
        f"Each part becomes a span of its own. {_KEEP}",
    ),
    Trouble.LINK: TroubleKind("Links", f"{_NONE} {_KEEP}"),
    Trouble.ATTRIBUTE: TroubleKind("Attributes", f"{_NONE} {_KEEP}"),
    Trouble.NOTE: TroubleKind("Notes", f"The format has none. {_KEEP}"),
    Trouble.ZONE: TroubleKind(
        "Annotations in boilerplate",
        "The export is without boilerplate; what is marked there goes with it.",
    ),
    None: TroubleKind("Other things", "Each says why."),
}
"""In the order of what is most worth doing something about."""


def in_order(troubles: dict[Trouble | None, int]) -> Iterator[Trouble | None]:
    """Yield those there are, in the order of ``TROUBLES``."""
    yield from (trouble for trouble in TROUBLES if troubles.get(trouble))
    yield from (t for t in troubles if t not in TROUBLES and troubles[t])


def kind_of(trouble: Trouble | None) -> TroubleKind:
    """Return a trouble in words, also one that nobody has found words for."""
    known = TROUBLES.get(trouble)
    return known or TroubleKind(str(trouble).capitalize(), "Each says why.")


def options_of(limits: Limits) -> frozenset[str]:
    """Return the options of ``ExportRequest`` that matter where these limits hold."""
    held = {
        "mend": limits.cuts,
        "space": limits.space,
        "overlaps": limits.overlaps,
        "pieces": limits.pieces,
    }
    return frozenset(option for option, holds in held.items() if not holds)
