"""What does not fit a format, in words: troubles, what can be done, and in which."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from annotator.domain.records import Trouble
from annotator.domain.wording import noop
from annotator.formats.base import Limits


@dataclass(frozen=True, slots=True)
class Remedy:
    """One thing that can be done.

    Attributes:
        value: Of the option of ``ExportRequest`` and of the command line.
        title: As a choice says it; to be translated where it is shown.
        mends: It can be done in the project, too.
    """

    value: str
    title: str
    mends: bool = False


@dataclass(frozen=True, slots=True)
class TroubleKind:
    """One trouble in words, to be translated where they are shown.

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


_NONE = noop(
    "The format has none, or none of that name or value. Other formats, JSONL first of"
    " all, keep them."
)

TROUBLES: dict[Trouble | None, TroubleKind] = {
    Trouble.CUT: TroubleKind(
        noop("Spans that cut a token"),
        noop("The format has whole tokens only."),
        "mend",
        (
            Remedy("report", noop("Leave them out")),
            Remedy("expand", noop("Widen them to whole tokens"), mends=True),
            Remedy("contract", noop("Narrow them to whole tokens"), mends=True),
        ),
    ),
    Trouble.SPACE: TroubleKind(
        noop("White space at the ends of spans"),
        noop("The format has no spans that begin or end with white space."),
        "space",
        (
            Remedy("trim", noop("Trim it"), mends=True),
            Remedy("drop", noop("Leave the spans out")),
        ),
    ),
    Trouble.OVERLAP: TroubleKind(
        noop("Annotations that overlap"),
        noop(
            "The format has one annotation for each token at most; the others are left"
            " out."
        ),
        "overlaps",
        (
            Remedy("longest", noop("Keep the longest")),
            Remedy("first", noop("Keep the first")),
            Remedy("kind", noop("Keep by kind, then the longest")),
        ),
    ),
    Trouble.PIECES: TroubleKind(
        noop("Parts in several pieces"),
        noop("The format has spans in one piece only."),
        "pieces",
        (
            Remedy("split", noop("Write each piece as a span of its own")),
            Remedy("hull", noop("Take along what stands between")),
            Remedy("drop", noop("Leave them out")),
        ),
    ),
    Trouble.PARTS: TroubleKind(
        noop("Parts that nothing ties together"),
        noop(
            "Each part becomes a span of its own. Other formats, JSONL first of all,"
            " keep them."
        ),
    ),
    Trouble.LINK: TroubleKind(noop("Links"), _NONE),
    Trouble.ATTRIBUTE: TroubleKind(noop("Attributes"), _NONE),
    Trouble.NOTE: TroubleKind(
        noop("Notes"),
        noop("The format has none. Other formats, JSONL first of all, keep them."),
    ),
    Trouble.ZONE: TroubleKind(
        noop("Annotations in boilerplate"),
        noop("The export is without boilerplate; what is marked there goes with it."),
    ),
    None: TroubleKind(noop("Other things"), noop("Each says why.")),
}
"""In the order of what is most worth doing something about."""


def in_order(troubles: dict[Trouble | None, int]) -> Iterator[Trouble | None]:
    """Yield those there are, in the order of ``TROUBLES``."""
    yield from (trouble for trouble in TROUBLES if troubles.get(trouble))
    yield from (t for t in troubles if t not in TROUBLES and troubles[t])


def kind_of(trouble: Trouble | None) -> TroubleKind:
    """Return a trouble in words, also one that nobody has found words for."""
    known = TROUBLES.get(trouble)
    return known or TroubleKind(str(trouble).capitalize(), noop("Each says why."))


def options_of(limits: Limits) -> frozenset[str]:
    """Return the options of ``ExportRequest`` that matter where these limits hold."""
    held = {
        "mend": limits.cuts,
        "space": limits.space,
        "overlaps": limits.overlaps,
        "pieces": limits.pieces,
    }
    return frozenset(option for option, holds in held.items() if not holds)
