"""brat's ``annotation.conf`` as a schema, with names and colours of ``visual.conf``.

What may be marked becomes what our readers make of it when it is marked: types of
entities are labels (by the mapping, else of kind ``entity``), an event that is a frame
of ours is its kind, any other event a label whose arguments are links. Hierarchies are
flattened; what is only a heading (``!Name``) is no label. See
https://brat.nlplab.org/configuration.html.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from annotator.domain.errors import InputError
from annotator.domain.refusals import reason_of
from annotator.domain.schema import Attribute, AttributeType, Schema, Style
from annotator.domain.wording import tr
from annotator.formats.assembling import PART_LABELS
from annotator.formats.base import Item
from annotator.formats.drafts import MAIN_ROLES, safe_name
from annotator.formats.encoding import decode
from annotator.formats.mapping import ENTITY, LINK, SKIP, LabelMap
from annotator.formats.schema_building import SchemaBuilding, style_of

VISUAL = "visual.conf"
LABEL_ATTRIBUTE = "label"
"""The attribute of an event of ours that has the annotation's label."""

_SECTION = re.compile(r"\[(\S+)\]")
_MACRO = re.compile(r"<([\w-]+)>\s*=\s*(\S.*)")
_ARGUMENT = re.compile(r"([^\s:]+?)(?:\{[^}]*\}|[?*+])?:(\S+)")
_HEX = re.compile(r"bgColor:(#[0-9a-fA-F]{6})")
_NESTING = "ENTITY-NESTING"
"""No relation, but what may stand inside what; now called <OVERLAP>."""
_MAX_LINES = 20_000
_MAX_BYTES = 1 << 22


@dataclass(frozen=True, slots=True)
class _Entry:
    """A line of a section: a type with its arguments, ``(role, types)`` each."""

    name: str
    arguments: tuple[tuple[str, tuple[str, ...]], ...] = ()


@dataclass(slots=True)
class _Looks:
    """What ``visual.conf`` says."""

    titles: dict[str, str] = field(default_factory=dict)
    styles: dict[str, Style] = field(default_factory=dict)


def read_configuration(path: Path, mapping: LabelMap) -> Iterator[Item]:
    """Yield the schema of a configuration, if it lets anything be marked.

    Raises:
        InputError: It cannot be read; half a sentence.
    """
    sections = _sections(_lines(path))
    visual = path.with_name(VISUAL)
    looks = _looks(_lines(visual)) if visual.is_file() else _Looks()
    schema = _Building(sections, looks, mapping).schema()
    if schema is not None:
        yield schema


def _lines(path: Path) -> list[str]:
    try:
        if path.stat().st_size > _MAX_BYTES:
            raise InputError(tr("it is too large for a configuration"))
        text = decode(path.read_bytes()).text
    except OSError as error:
        raise InputError(
            tr("it cannot be read ({reason})", reason=reason_of(error))
        ) from error
    return text.splitlines()[:_MAX_LINES]


def _sections(lines: Iterable[str]) -> dict[str, list[_Entry]]:
    sections: dict[str, list[_Entry]] = {}
    macros: dict[str, tuple[str, ...]] = {}
    entries: list[_Entry] = []
    for given in lines:
        line = given.strip()
        if not line or line.startswith("#") or not line.strip("-"):
            continue
        header, macro = _SECTION.fullmatch(line), _MACRO.fullmatch(line)
        if header is not None:
            entries = sections.setdefault(header[1].lower(), [])
        elif macro is not None:
            macros[f"<{macro[1]}>"] = tuple(macro[2].split("|"))
        elif not line.startswith(("<", "!")):
            entries.append(_entry(line, macros))
    return sections


def _entry(line: str, macros: Mapping[str, tuple[str, ...]]) -> _Entry:
    name, _, rest = line.partition("\t" if "\t" in line else " ")
    arguments = []
    for given in rest.split(","):
        match = _ARGUMENT.fullmatch(given.strip())
        if match is not None:
            types = [t for n in match[2].split("|") for t in macros.get(n, (n,))]
            arguments.append((match[1], tuple(types)))
    return _Entry(name.partition("|")[0], tuple(arguments))


def _looks(lines: Iterable[str]) -> _Looks:
    looks = _Looks()
    section = ""
    for given in lines:
        line = given.strip()
        header = _SECTION.fullmatch(line)
        if header is not None:
            section = header[1].lower()
        elif line and not line.startswith("#"):
            name, *rest = re.split(r"\s*\|\s*" if section == "labels" else r"\s+", line)
            colour = _HEX.search(line)
            if section == "labels" and rest and rest[0]:
                looks.titles[name] = rest[0]
            elif section == "drawing" and colour is not None:
                looks.styles[name] = style_of(colour[1])
    return looks


class _Building:
    """A schema while its kinds come together."""

    def __init__(
        self, sections: Mapping[str, list[_Entry]], looks: _Looks, mapping: LabelMap
    ) -> None:
        self._sections = sections
        self._looks = looks
        # What may be marked is not what is marked: no witness hears of it.
        self._mapping = replace(mapping, witness=None)
        self._made = SchemaBuilding()
        events = sections.get("events", [])
        self._frames = {
            event.name: kind
            for event in events
            if (kind := mapping.frame(event.name)) not in (None, SKIP)
        }

    def schema(self) -> Schema | None:
        """Return it, or None where it has no label."""
        for name in ("entities", "spans", "events"):
            for entry in self._sections.get(name, []):
                self._add_type(entry)
        for entry in self._sections.get("attributes", []):
            self._add_attribute(entry)
        for entry in self._sections.get("relations", []):
            self._add_relation(entry)
        for entry in self._sections.get("events", []):
            self._add_arguments(entry)
        return self._made.schema("brat")

    def _add_type(self, entry: _Entry) -> None:
        kind = self._frames.get(entry.name)
        if kind:
            self._made.add_kind(kind)
            for role, _ in entry.arguments:
                if name := self._mapping.frame_role(kind, role):
                    self._made.add_role(kind, name)
            return
        target = self._mapping.target(entry.name)
        if target is None:
            if self._frames and entry.name.casefold() in PART_LABELS:
                return
            target = self._mapping.fallback(entry.name)
        if not target.kind or target.role:
            return
        label = target.label or ("" if target.kind in MAIN_ROLES else entry.name)
        if label:
            self._add_label(target.kind, label, entry.name)

    def _add_label(self, kind: str, name: str, brat_name: str) -> None:
        titles, styles = self._looks.titles, self._looks.styles
        title = titles.get(brat_name, "")
        self._made.add_label(kind, name, title, styles.get(brat_name))

    def _add_attribute(self, entry: _Entry) -> None:
        arguments = dict(entry.arguments)
        types = arguments.get("Arg", ())
        # Before brat 1.2 the values were keys, each with a glyph to show for it.
        old = (a for a in arguments if a not in ("Arg", "Value") and a[0] != "<")
        given = arguments.get("Value") or tuple(old)
        choices = tuple(dict.fromkeys(filter(None, given)))
        kinds = {self._frames[t] for t in types if t in self._frames}
        if entry.name == LABEL_ATTRIBUTE and kinds:
            for kind in filter(None, kinds):
                for choice in choices:
                    self._add_label(kind, choice, choice)
            return
        name = self._mapping.attribute(entry.name)
        if not name:
            return
        kind_of_value = AttributeType.CHOICE if choices else AttributeType.FLAG
        name = safe_name(name)
        made = Attribute(name, name.replace("_", " "), kind_of_value, choices)
        if not kinds or any(t not in self._frames for t in types):
            kinds.add(ENTITY)
        for kind in filter(None, kinds):
            self._made.add_attribute(kind, made)

    def _add_relation(self, entry: _Entry) -> None:
        what = self._mapping.relation(entry.name)
        is_link = what is None or what.startswith(LINK)
        if not is_link or entry.name == _NESTING:
            return
        name = entry.name if what is None else what.removeprefix(LINK)
        ends = [self._kind_of(types) for _, types in entry.arguments[:2]]
        if len(ends) == 2 and all(ends):
            self._add_link(name, entry.name, *ends)

    def _add_arguments(self, entry: _Entry) -> None:
        if entry.name in self._frames:
            return
        for role, types in entry.arguments:
            name = role.rstrip("0123456789") or role
            what = self._mapping.relation(name)
            ends = self._kind_of((entry.name,)), self._kind_of(types)
            if all(ends) and (what is None or what.startswith(LINK)):
                self._add_link((what or name).removeprefix(LINK), name, *ends)

    def _add_link(self, name: str, brat_name: str, source: str, target: str) -> None:
        title = self._looks.titles.get(brat_name, "")
        self._made.add_link(name, title, source, target)

    def _kind_of(self, types: Iterable[str]) -> str:
        """Return the kind that one of brat's types is; "" for none we have."""
        for name in types:
            target = self._mapping.target(name) or self._mapping.fallback(name)
            kind = self._frames.get(name) or target.kind
            if kind in self._made.labels:
                return kind
        return ""
