"""A schema while what another tool lets be marked comes together."""

from __future__ import annotations

import colorsys
from collections.abc import Mapping

from annotator.domain.schema import (
    Attribute,
    Kind,
    Label,
    LinkType,
    Role,
    Schema,
    Style,
)
from annotator.formats.drafts import main_role, safe_label, safe_name

_TITLES: Mapping[str, str] = {
    "entity": "Entities",
    "quote": "Quotes",
    "claim": "Claims",
}
_PALETTE = tuple(
    Style(light, dark)
    for light, dark in (
        ("#4a5160", "#b4bcc9"),
        ("#1f6f78", "#6fd3dd"),
        ("#7a4a12", "#e0b070"),
        ("#6b3fa0", "#c3a2f2"),
        ("#2f6b1f", "#93d67c"),
        ("#8c2f4b", "#f095af"),
        ("#1d5fa8", "#86bdf5"),
        ("#6a6300", "#d6cd62"),
    )
)


def style_of(colour: str) -> Style:
    """Return a colour that others fill boxes with as two that bars are drawn in.

    Args:
        colour: As ``#rrggbb``.
    """
    red, green, blue = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    hue, light, saturation = colorsys.rgb_to_hls(red, green, blue)

    def at(lightness: float) -> str:
        rgb = colorsys.hls_to_rgb(hue, lightness, saturation * 0.8)
        return "#" + "".join(f"{round(c * 255):02x}" for c in rgb)

    return Style(at(min(light, 0.36)), at(max(light, 0.72)))


class SchemaBuilding:
    """Kinds, labels, roles, attributes and links, each of them once.

    Attributes:
        labels: Kind → name → label.
    """

    def __init__(self) -> None:
        self.labels: dict[str, dict[str, Label]] = {}
        self._roles: dict[str, dict[str, Role]] = {}
        self._attributes: dict[str, dict[str, Attribute]] = {}
        self._links: dict[str, LinkType] = {}

    def add_kind(self, kind: str) -> None:
        """Let there be a kind, also if none of its labels is named."""
        self.add_role(kind, main_role(kind))
        self.labels.setdefault(kind, {})

    def add_label(
        self, kind: str, name: str, title: str = "", style: Style | None = None
    ) -> None:
        """Let a kind have a label; its look is the next free one if none is given."""
        labels = self.labels.setdefault(kind, {})
        self.add_role(kind, main_role(kind))
        name = safe_label(name)
        spare = _PALETTE[len(labels) % len(_PALETTE)]
        title = title or name.replace("_", " ")
        labels.setdefault(name, Label(name, title, style or spare))

    def add_role(self, kind: str, name: str) -> None:
        """Let a kind have a role; the first is its main one."""
        roles = self._roles.setdefault(kind, {})
        name = safe_name(name)
        title = name.replace("_", " ").capitalize()
        style = _PALETTE[len(roles) % len(_PALETTE)]
        roles.setdefault(name, Role(name, title, style, many=bool(roles)))

    def add_attribute(self, kind: str, attribute: Attribute) -> None:
        """Let a kind have an attribute."""
        self._attributes.setdefault(kind, {}).setdefault(attribute.name, attribute)

    def add_link(self, name: str, title: str, source: str, target: str) -> None:
        """Let annotations of two kinds be linked."""
        name = safe_name(name)
        title = title or name.replace("_", " ")
        self._links.setdefault(name, LinkType(name, title, source, target))

    def schema(self, name: str) -> Schema | None:
        """Return it, or None where it has no kind."""
        kinds = tuple(map(self._kind, self.labels))
        return Schema(name, name, kinds, tuple(self._links.values())) if kinds else None

    def _kind(self, name: str) -> Kind:
        labels = self.labels[name]
        if not labels:
            plain = ("direct", "indirect", "mixed") if name == "quote" else (name,)
            for label in plain:
                self.add_label(name, label)
        return Kind(
            safe_name(name),
            _TITLES.get(name, name.replace("_", " ").title()),
            tuple(self._roles[name].values()),
            tuple(self.labels[name].values()),
            tuple(self._attributes.get(name, {}).values()),
        )
