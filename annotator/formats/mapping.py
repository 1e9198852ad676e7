"""What the labels of other tools become here: which kind, which role, which label.

A mapping is a TOML file::

    default = "entity"              # the kind of whatever is not named, or "skip"

    [labels]                        # a span's label, or the name of an event's role
    PER = "entity:PERSON"           # an entity with another label
    Source = "quote.speaker"        # a part of a quote
    Content = "quote:indirect"      # the main part of a quote with that label
    Claim = "claim"                 # a claim; its label is the first the kind has
    Sentence = "skip"

    [frames]                        # an event's or frame's own label
    Attribution = "quote"

    [relations]
    said_by = "part"                # joins its two spans into one annotation
    coref = "link:same_as"          # a link with another label
    next = "skip"

    [attributes]
    Factuality = "certainty"
    Confidence = "skip"

Labels are found as they are written, else whatever their case. In front of a label
may stand what the format calls its layer: ``NamedEntity.PER``, and ``NamedEntity.*``
for all labels of it.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol

from annotator.domain.errors import InputError
from annotator.domain.names import is_label_name, is_name
from annotator.domain.wording import tr

if TYPE_CHECKING:
    from annotator.formats.foreign import ForeignDocument

ENTITY = "entity"
SKIP = "skip"
PART = "part"
LINK = "link:"

_TABLES = ("labels", "frames", "relations", "attributes")

_FRAMES: Mapping[str, str] = {
    "attribution": "quote",
    "quote": "quote",
    "quotation": "quote",
    "claim": "claim",
}
"""What events are taken for without a mapping: our own exports call them so, and so
do the corpora of quotes."""

_FRAME_ROLES: Mapping[str, Mapping[str, str]] = {
    "quote": {
        "content": "content",
        "source": "speaker",
        "speaker": "speaker",
        "cue": "cue",
    },
    "claim": {"claim": "claim", "content": "claim", "claimant": "claimant"},
}


class Target(NamedTuple):
    """What a label becomes.

    Attributes:
        kind: "" to leave it out.
        label: "" for the label as it is.
        role: Set where it is a part of a kind rather than an annotation of its own.
    """

    kind: str
    label: str = ""
    role: str = ""


class Witness(Protocol):
    """Sees what a mapping is applied to, whatever the format."""

    def saw(self, document: ForeignDocument) -> None:
        """Take note of a document before anything in it is mapped."""
        ...

    def fell_back(self, label: str) -> None:
        """Take note that the mapping says nothing of a span's label."""
        ...


@dataclass(frozen=True, slots=True)
class LabelMap:
    """A mapping; empty, every span becomes an entity with its own label.

    Attributes:
        default: The kind of labels that are not named; ``skip`` to leave them out.
        labels: Label (or ``Layer.label``, ``Layer.*``) → target as written.
        frames: An event's label → kind.
        relations: Label → ``part``, ``link:LABEL`` or ``skip``.
        attributes: Name → name, or ``skip``.
        witness: Told of what is mapped; no part of the mapping.
    """

    default: str = ENTITY
    labels: Mapping[str, str] = field(default_factory=dict)
    frames: Mapping[str, str] = field(default_factory=dict)
    relations: Mapping[str, str] = field(default_factory=dict)
    attributes: Mapping[str, str] = field(default_factory=dict)
    witness: Witness | None = field(default=None, compare=False, repr=False)

    def target(self, label: str, layer: str = "") -> Target | None:
        """Return what a span's label becomes; None where the mapping is silent."""
        found = _find(self.labels, label, layer)
        return None if found is None else parse_target(found)

    def fallback(self, label: str) -> Target:
        """Return what a label becomes of which the mapping says nothing."""
        if self.witness is not None:
            self.witness.fell_back(label)
        return Target("") if self.default == SKIP else Target(self.default, label)

    def frame(self, label: str) -> str | None:
        """Return the kind that an event becomes; None where it is none of ours."""
        found = _find(self.frames, label)
        return _FRAMES.get(label.casefold()) if found is None else found

    def frame_role(self, kind: str, role: str) -> str:
        """Return the role that an event's argument has in a kind; "" for none."""
        role = bare_role(role)
        target = self.target(role)
        if target is not None and not target.kind:
            return ""
        if target is not None and target.kind == kind and target.role:
            return target.role
        return _FRAME_ROLES.get(kind, {}).get(role.casefold(), role)

    def relation(self, label: str) -> str | None:
        """Return what a relation becomes; None where the mapping is silent."""
        return _find(self.relations, label)

    def attribute(self, name: str) -> str:
        """Return what an attribute is called here; "" to leave it out."""
        found = _find(self.attributes, name)
        if found is None:
            return name
        return "" if found == SKIP else found


def bare_role(role: str) -> str:
    """Return a role without the number that several of one event have."""
    return role.rstrip("0123456789") or role


def parse_target(text: str) -> Target:
    """Return what ``entity:PERSON``, ``quote.speaker``, ``claim`` or ``skip`` says.

    Raises:
        InputError: It is of no such form; without the place.
    """
    if text == SKIP:
        return Target("")
    kind, colon, label = text.partition(":")
    if colon:
        if is_name(kind) and is_label_name(label):
            return Target(kind, label)
    else:
        kind, dot, role = text.partition(".")
        if is_name(kind) and (is_name(role) if dot else not role):
            return Target(kind, "", role)
    raise InputError(
        tr(
            "“{text}” is no target; write kind:LABEL, kind.role, kind or skip",
            text=text,
        )
    )


def read_mapping(path: Path) -> LabelMap:
    """Return the mapping in a TOML file.

    Raises:
        InputError: It cannot be read, or something in it cannot be meant.
    """
    try:
        tables = tomllib.loads(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise InputError(
            tr("{path} cannot be read as a mapping: {error}.", path=path, error=error)
        ) from error
    try:
        return parse_mapping(tables)
    except InputError as error:
        raise InputError(f"{path}: {error}.") from error


def parse_mapping(tables: Mapping[str, object]) -> LabelMap:
    """Return the mapping that the tables of a TOML file say.

    Raises:
        InputError: Something cannot be meant; without the file's name.
    """
    unknown = sorted(set(tables) - {"default", *_TABLES})
    if unknown:
        names = ", ".join(("default", *_TABLES))
        raise InputError(
            tr(
                "“{unknown}” is not known; a mapping has {names}",
                unknown=unknown[0],
                names=names,
            )
        )
    default = tables.get("default", ENTITY)
    if not isinstance(default, str) or not is_name(default):
        raise InputError(tr("“default” is no kind; write a name or skip"))
    labels, frames, relations, attributes = (_table(tables, n) for n in _TABLES)
    for target in labels.values():
        parse_target(target)
    for name in (*frames.values(), *attributes.values()):
        if not is_name(name):
            raise InputError(tr("“{name}” is no name", name=name))
    for label, what in relations.items():
        is_link = what.startswith(LINK) and is_name(what.removeprefix(LINK))
        if what not in (PART, SKIP) and not is_link:
            raise InputError(
                tr(
                    "“{what}” (of the relation {label}) is not known; write "
                    "part, link:LABEL or skip",
                    what=what,
                    label=label,
                )
            )
    return LabelMap(default, labels, frames, relations, attributes)


def dump_mapping(mapping: LabelMap) -> str:
    """Return a mapping as the text of a TOML file, which reads as the same again."""
    return "\n".join(_mapping_lines(mapping)) + "\n"


def _mapping_lines(mapping: LabelMap) -> Iterator[str]:
    yield f"default = {_quoted(mapping.default)}"
    for name in _TABLES:
        table: Mapping[str, str] = getattr(mapping, name)
        if table:
            yield ""
            yield f"[{name}]"
            for key, value in table.items():
                bare = re.fullmatch(r"[A-Za-z0-9_-]+", key) is not None
                yield f"{key if bare else _quoted(key)} = {_quoted(value)}"


def _quoted(text: str) -> str:
    """Return a basic string of TOML: JSON's escapes are a part of its own."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007F")


def _table(tables: Mapping[str, object], name: str) -> dict[str, str]:
    table = tables.get(name, {})
    if not isinstance(table, dict):
        raise InputError(tr("“{name}” is no table", name=name))
    for key, value in table.items():
        if not isinstance(value, str):
            raise InputError(tr("“{name}.{key}” is no text", name=name, key=key))
    return table


def _find(table: Mapping[str, str], label: str, layer: str = "") -> str | None:
    if not table:
        return None
    for key in (f"{layer}.{label}", label, f"{layer}.*") if layer else (label,):
        if key in table:
            return table[key]
    folded = label.casefold()
    return next((v for k, v in table.items() if k.casefold() == folded), None)
