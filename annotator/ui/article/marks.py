"""What the article view is given to draw; the view knows nothing of storage."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum

from annotator.domain.annotations import Fragment, Parts, extent
from annotator.domain.schema import Style

_UNKNOWN_STYLE = Style("#5b5f66", "#b4bac4")


class MarkState(Enum):
    """Whether somebody has accepted what a mark says."""

    ACCEPTED = "accepted"
    SUGGESTED = "suggested"


class Snap(Enum):
    """What a selection is widened to."""

    CHARACTER = "character"
    TOKEN = "token"  # noqa: S105 - a word, no secret
    WORD = "word"
    SENTENCE = "sentence"
    PARAGRAPH = "paragraph"


@dataclass(frozen=True, slots=True)
class Mark:
    """One annotation or suggestion as it is drawn, with all its parts.

    Attributes:
        title: The text of the pill.
        main_role: The role that the title stands for; the others show their own.
        unfinished: A required role is missing; drawn with a warning.
        order: Decides between marks of the same extent, lowest first.
        score: What a screen reader says of a suggestion; None for nothing.
        tier: Of a higher one the lanes lie under all lanes of the lower ones.
        fixed: Its edges cannot be moved here, and it lends the text no ground.
    """

    id: str
    kind: str
    label: str
    title: str
    main_role: str
    parts: Parts
    state: MarkState = MarkState.ACCEPTED
    unfinished: bool = False
    order: int = 0
    score: float | None = None
    tier: int = 0
    fixed: bool = False

    @property
    def main(self) -> tuple[Fragment, ...]:
        """The fragments of the main role, or of every role if it has none."""
        spans = self.parts.get(self.main_role, ())
        return spans or tuple(s for part in self.parts.values() for s in part)

    def sights(self) -> list[Fragment]:
        """Return what is worth seeing of it, from everything down to its start.

        All of it; where it starts, with the other parts; where it starts, with the
        first of them, which in a quote is the speaker; its first fragment.
        """
        first = min(self.main)
        start = Fragment(first.start, first.start + 1)
        others = [part for role, part in self.parts.items() if role != self.main_role]
        return [
            extent(self.parts),
            *(_around(start, few) for few in (others, others[:1]) if few),
            first,
        ]


def _around(start: Fragment, parts: Iterable[Iterable[Fragment]]) -> Fragment:
    found = [start, *(fragment for part in parts for fragment in part)]
    return Fragment(min(f.start for f in found), max(f.end for f in found))


@dataclass(frozen=True, slots=True)
class Styles:
    """How marks look.

    Attributes:
        labels: (kind, label) → style of the main role's bar and pill.
        roles: (kind, role) → text of the pill and style of the other roles.
    """

    labels: Mapping[tuple[str, str], Style] = field(default_factory=dict)
    roles: Mapping[tuple[str, str], tuple[str, Style]] = field(default_factory=dict)

    def of(self, mark: Mark, role: str) -> tuple[str, Style]:
        """Return the text of the pill and the style of one role of *mark*."""
        if role == mark.main_role:
            style = self.labels.get((mark.kind, mark.label), _UNKNOWN_STYLE)
            return mark.title, style
        return self.roles.get((mark.kind, role), (role, _UNKNOWN_STYLE))
