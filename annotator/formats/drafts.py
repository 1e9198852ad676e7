"""An annotation while its parts come in, and the names it may have."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from annotator.domain.annotations import AttributeValue, Fragment, merge_fragments
from annotator.domain.names import is_label_name, is_name
from annotator.formats.mapping import LabelMap

MAIN_ROLES: Mapping[str, str] = {"quote": "content", "claim": "claim"}
"""The main role of the kinds that are always there; any other kind's is ``mention``."""

_OPENING = tuple("“„«\"‘'")
_QUOTED = re.compile(r"[“”„«»\"]")


@dataclass(slots=True)
class Draft:
    """An annotation while its parts come in.

    Attributes:
        label: "" where what it is made of does not say.
        given: Its id in the file, where our own writer put one.
    """

    kind: str
    label: str
    parts: dict[str, tuple[Fragment, ...]] = field(default_factory=dict)
    attributes: dict[str, AttributeValue] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    score: float = 1.0
    given: str = ""
    origin: str = ""
    created: str = ""
    modified: str = ""
    id: str = ""

    def add(self, role: str, fragments: tuple[Fragment, ...]) -> None:
        """Add fragments to a part."""
        mine = self.parts.get(role)
        self.parts[role] = merge_fragments((*mine, *fragments)) if mine else fragments

    def describe(
        self, attributes: Mapping[str, AttributeValue], note: str, mapping: LabelMap
    ) -> None:
        """Take over attributes and a note, each once."""
        for name, value in attributes.items():
            called = mapping.attribute(name)
            if called:
                self.attributes[safe_name(called)] = value
        if note and note not in self.notes:
            self.notes.append(note)


@lru_cache(maxsize=4096)
def safe_label(label: str) -> str:
    """Return a label that can be stored: trimmed, without control characters."""
    if is_label_name(label):
        return label
    kept = "".join(c if is_label_name(c) else " " for c in label)
    return " ".join(kept.split()) or "unnamed"


@lru_cache(maxsize=4096)
def safe_name(name: str) -> str:
    """Return a name for a kind, role, attribute or link that can be stored."""
    return name if is_name(name) else safe_label(name).replace(" ", "_")


def quote_label(text: str, content: Iterable[Fragment]) -> str:
    """Return *direct*, *mixed* or *indirect*, by the quotation marks in the content."""
    surfaces = [text[start:end].strip() for start, end in content]
    if all(surface.startswith(_OPENING) for surface in surfaces):
        return "direct"
    return "mixed" if any(map(_QUOTED.search, surfaces)) else "indirect"


def main_role(kind: str) -> str:
    """Return the role that an annotation's label stands for."""
    return MAIN_ROLES.get(kind, "mention")
