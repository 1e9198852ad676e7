"""Whose layers are shown: number, initials and tint of each annotator."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from annotator.domain.documents import Annotator
from annotator.domain.schema import Pattern, Schema, Style

_TINTS = (
    ("#1d68ad", "#6fb3ee"),
    ("#a84e0a", "#eba063"),
    ("#27743f", "#73cf93"),
    ("#8338a3", "#cf98ea"),
    ("#a83048", "#f08fa3"),
    ("#0d7377", "#5fd0d3"),
    ("#66600f", "#cfc76a"),
    ("#555b67", "#b5bac6"),
    ("#8f3f70", "#e0a3c8"),
)
"""On light and on dark: told apart by hue; initials and patterns say the same."""


@dataclass(frozen=True, slots=True)
class Voice:
    """One annotator beside the others.

    Attributes:
        number: The key that takes what this one has, from 1 on; above 9 none does.
        initials: Two characters or a few, of nobody else here.
    """

    id: str
    name: str
    number: int
    initials: str
    style: Style


@dataclass(frozen=True, slots=True)
class World:
    """What differences are differences of.

    Attributes:
        text: The document's.
        schema: The project's.
        voices: Who has done the document.
    """

    text: str
    schema: Schema
    voices: Sequence[Voice]


def voices_of(people: Iterable[Annotator]) -> list[Voice]:
    """Return the voices of *people*, in the order of their names."""
    patterns = list(Pattern)
    found: list[Voice] = []
    ordered = sorted(people, key=lambda p: (p.name.casefold(), p.id))
    for number, person in enumerate(ordered, 1):
        light, dark = _TINTS[(number - 1) % len(_TINTS)]
        style = Style(light, dark, patterns[(number - 1) % len(patterns)])
        taken = {voice.initials for voice in found}
        initials = _initials(person.name, number, taken)
        found.append(Voice(person.id, person.name, number, initials, style))
    return found


def _initials(name: str, number: int, taken: set[str]) -> str:
    words = name.replace(".", " ").replace("_", " ").replace("-", " ").split()
    first = words[0] if words else name
    tries = [
        "".join(word[0] for word in words[:2]) if len(words) > 1 else first[:2],
        f"{first[:1]}{first[-1:]}",
        f"{first[:1]}{number}",
    ]
    known = (short.upper() for short in tries if short)
    return next((short for short in known if short not in taken), str(number))
