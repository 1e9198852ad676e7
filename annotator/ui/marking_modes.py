"""What the keyboard is up to besides plain marking: sticky label, preview, link."""

from __future__ import annotations

from dataclasses import dataclass

from annotator.domain.annotations import Fragment


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
