"""Frames: what the components find, in plain values that any file can keep."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Frame:
    """One quote or claim found in a document.

    Attributes:
        label: ``direct``, ``indirect``, ``mixed`` or ``claim``.
        parts: Role → sorted ``(start, end)`` in code points of ``doc.text``.
        score: Between 0 and 1: how likely an annotator accepts it as it is.
        reason: One line that says which signs were found.
    """

    label: str
    parts: Mapping[str, tuple[Span, ...]]
    score: float
    reason: str = ""
    attributes: Mapping[str, str] = field(default_factory=dict)

    def to_json(self) -> dict[str, Any]:
        """Return it as JSON and msgpack keep it, ``Doc.user_data`` included."""
        return {
            "label": self.label,
            "parts": {r: [list(s) for s in spans] for r, spans in self.parts.items()},
            "score": self.score,
            "reason": self.reason,
            "attributes": dict(self.attributes),
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Frame:
        """Return what ``to_json`` was made of."""
        return cls(
            label=data["label"],
            parts={
                role: tuple((int(start), int(end)) for start, end in spans)
                for role, spans in data["parts"].items()
            },
            score=data["score"],
            reason=data.get("reason", ""),
            attributes=data.get("attributes", {}),
        )


def read_frames(doc: Any, key: str) -> list[Frame]:
    """Return the frames a component left under *key* in ``doc.user_data``."""
    return [Frame.from_json(data) for data in doc.user_data.get(key, ())]


def write_frames(doc: Any, key: str, frames: Iterable[Frame]) -> None:
    """Leave *frames* under *key* in ``doc.user_data``."""
    doc.user_data[key] = [frame.to_json() for frame in frames]
