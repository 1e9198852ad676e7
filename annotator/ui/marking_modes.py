"""What the keyboard is up to besides plain marking."""

from __future__ import annotations

from dataclasses import dataclass

from annotator.domain.annotations import Fragment, Parts


@dataclass(frozen=True, slots=True)
class Sticky:
    """Every selection made with the mouse is marked at once."""

    kind: str
    label: str


@dataclass(frozen=True, slots=True)
class Preview:
    """Places that would be marked alike; Return marks them."""

    kind: str
    label: str
    fragments: tuple[Fragment, ...]


@dataclass(frozen=True, slots=True)
class Linking:
    """The annotation whose link waits for its other end.

    Attributes:
        targets: Kind of the other end → label of the link.
    """

    source: str
    targets: dict[str, str]


@dataclass(frozen=True, slots=True)
class Correcting:
    """A suggestion that is being set right; Return makes it an annotation.

    Attributes:
        item: The suggestion.
        label: As it shall be.
        parts: Likewise.
        role: The part that follows the selection in the text; "" for none yet.
    """

    item: str
    label: str
    parts: Parts
    role: str = ""
