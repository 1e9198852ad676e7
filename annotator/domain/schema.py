"""A project's schema: kinds, roles, labels, attributes and links."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from annotator.domain.wording import tr


class Pattern(StrEnum):
    """How a label's bar is drawn, so that hue is never the only difference."""

    SOLID = "solid"
    DOUBLE = "double"
    DOTTED = "dotted"
    STRIPED = "striped"
    NOTCHED = "notched"


class AttributeType(StrEnum):
    """What values an attribute takes."""

    FLAG = "flag"
    CHOICE = "choice"
    TEXT = "text"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class Style:
    """How a label or role looks.

    Attributes:
        light: Colour on a light background, ``#rrggbb``.
        dark: Colour on a dark background, ``#rrggbb``.
    """

    light: str
    dark: str
    pattern: Pattern = Pattern.SOLID


@dataclass(frozen=True, slots=True)
class Label:
    """One label of a kind.

    Attributes:
        name: As exported, e.g. ``PERSON``.
        title: As shown, e.g. ``Person``.
        key: The single character that marks with it; "" for none.
        description: What it is for, from the guidelines.
        retired: It is not offered any more; what was marked with it stays, and is
            drawn, counted and exported.
        formerly: Names that it had before. Work that comes in under one of them is
            given this one's.
    """

    name: str
    title: str
    style: Style
    key: str = ""
    description: str = ""
    retired: bool = False
    formerly: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Role:
    """One role of a kind; the first role of a kind is what the annotator selects.

    Attributes:
        key: The character that sets the selected annotation's role; "" for none.
        required: An annotation without it is shown as unfinished.
        many: It may have several fragments; a kind's first role always may.
    """

    name: str
    title: str
    style: Style
    key: str = ""
    required: bool = False
    many: bool = False
    description: str = ""


@dataclass(frozen=True, slots=True)
class Attribute:
    """One attribute of a kind."""

    name: str
    title: str
    type: AttributeType
    choices: tuple[str, ...] = ()
    description: str = ""


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of annotation."""

    name: str
    title: str
    roles: tuple[Role, ...]
    labels: tuple[Label, ...]
    attributes: tuple[Attribute, ...] = ()
    guideline: str = ""

    @property
    def main_role(self) -> Role:
        """The role that the annotation's label stands for."""
        return self.roles[0]

    @property
    def offered(self) -> tuple[Label, ...]:
        """The labels to mark with: those that are not retired."""
        return tuple(label for label in self.labels if not label.retired)

    @property
    def is_frame(self) -> bool:
        """Whether its annotations have parts besides the main one."""
        return len(self.roles) > 1

    def role(self, name: str) -> Role | None:
        """Return the role of that name, or None."""
        return next((role for role in self.roles if role.name == name), None)

    def label(self, name: str) -> Label | None:
        """Return the label of that name, or None."""
        return next((label for label in self.labels if label.name == name), None)


@dataclass(frozen=True, slots=True)
class LinkType:
    """A relation that the schema allows between annotations of two kinds."""

    label: str
    title: str
    source: str
    target: str


@dataclass(frozen=True, slots=True)
class Schema:
    """Everything a project lets its annotators say."""

    name: str
    title: str
    kinds: tuple[Kind, ...]
    links: tuple[LinkType, ...] = ()
    guideline: str = ""

    def kind(self, name: str) -> Kind | None:
        """Return the kind of that name, or None."""
        return next((kind for kind in self.kinds if kind.name == name), None)

    def labels(self) -> Iterator[tuple[Kind, Label]]:
        """Yield every label with its kind."""
        for kind in self.kinds:
            for label in kind.labels:
                yield kind, label

    def present_name(self, kind_name: str, label: str) -> str:
        """Return what a label is called now, which may have had another name."""
        kind = self.kind(kind_name)
        if kind is None or kind.label(label) is not None:
            return label
        names = (one.name for one in kind.labels if label in one.formerly)
        return next(names, label)

    def former_names(self) -> Iterator[tuple[str, str, str]]:
        """Yield kind, former name and present name of labels that were renamed."""
        for kind, label in self.labels():
            for name in label.formerly:
                if kind.label(name) is None:
                    yield kind.name, name, label.name

    def missing_roles(self, kind_name: str, roles: frozenset[str]) -> tuple[str, ...]:
        """Return the required roles of a kind that *roles* lacks."""
        kind = self.kind(kind_name)
        if kind is None:
            return ()
        return tuple(r.name for r in kind.roles if r.required and r.name not in roles)

    def with_label(self, kind_name: str, label: str, role: str = "mention") -> Schema:
        """Return the schema with *label* added to a kind.

        Args:
            role: The first role of the kind, should the kind be new.
        """
        label = self.present_name(kind_name, label)
        kind = self.kind(kind_name)
        if kind is None:
            first = Role(role, role.replace("_", " ").capitalize(), _SPARE_STYLES[0])
            kind = Kind(kind_name, kind_name.replace("_", " ").title(), (first,), ())
            grown_schema = replace(self, kinds=(*self.kinds, kind))
            return grown_schema.with_label(kind_name, label)
        if kind.label(label) is not None:
            return self
        style = _SPARE_STYLES[len(kind.labels) % len(_SPARE_STYLES)]
        added = Label(label, label.replace("_", " ").capitalize(), style)
        grown = replace(kind, labels=(*kind.labels, added))
        kinds = tuple(grown if k.name == kind_name else k for k in self.kinds)
        return replace(self, kinds=kinds)

    def with_role(self, kind_name: str, role: str) -> Schema:
        """Return the schema with *role* added to a kind that it has."""
        kind = self.kind(kind_name)
        if kind is None or kind.role(role) is not None:
            return self
        style = _SPARE_STYLES[len(kind.roles) % len(_SPARE_STYLES)]
        added = Role(role, role.replace("_", " ").capitalize(), style, many=True)
        grown = replace(kind, roles=(*kind.roles, added))
        kinds = tuple(grown if k.name == kind_name else k for k in self.kinds)
        return replace(self, kinds=kinds)

    def covering(
        self,
        kind_name: str,
        label: str,
        roles: Iterable[str],
        attributes: Mapping[str, object] | None = None,
    ) -> Schema:
        """Return the schema with what an annotation has and it lacks.

        That is retired, so that it is shown and can be edited, but is not offered.
        """
        names = tuple(roles)
        grown = self.with_label(kind_name, label, next(iter(names), "mention"))
        for role in names:
            grown = grown.with_role(kind_name, role)
        kinds = tuple(
            _with_foreign(k, self.kind(kind_name), attributes or {})
            if k.name == kind_name
            else k
            for k in grown.kinds
        )
        return self if kinds == self.kinds else replace(grown, kinds=kinds)

    def grown_by(self, other: Schema) -> Schema:
        """Return the schema with what *other* has and it lacks; nothing is changed."""
        kinds = {kind.name: kind for kind in self.kinds}
        for kind in other.kinds:
            mine = kinds.get(kind.name)
            kinds[kind.name] = kind if mine is None else _grown(mine, kind)
        known = {link.label for link in self.links}
        links = tuple(link for link in other.links if link.label not in known)
        return replace(self, kinds=tuple(kinds.values()), links=(*self.links, *links))


def foreign_title(name: str) -> str:
    """Return what to call something that the schema does not have."""
    return tr("{name} (not in the schema)", name=name)


def _with_foreign(
    kind: Kind, mine: Kind | None, attributes: Mapping[str, object]
) -> Kind:
    """Return a kind whose foreign things say that they are.

    Args:
        kind: As it has grown.
        mine: As the schema has it; None where it does not.
        attributes: What an annotation has.
    """
    known = {attribute.name for attribute in kind.attributes}
    foreign = tuple(
        Attribute(name, foreign_title(name), _type_of(value))
        for name, value in attributes.items()
        if name not in known
    )
    labels = tuple(
        label
        if mine and mine.label(label.name)
        else replace(label, title=foreign_title(label.name), retired=True)
        for label in kind.labels
    )
    roles = tuple(
        role
        if mine is None or mine.role(role.name)
        else replace(role, title=foreign_title(role.name))
        for role in kind.roles
    )
    return replace(
        kind,
        title=kind.title if mine else foreign_title(kind.name),
        labels=labels,
        roles=roles,
        attributes=(*kind.attributes, *foreign),
    )


def _type_of(value: object) -> AttributeType:
    if isinstance(value, bool):
        return AttributeType.FLAG
    return AttributeType.TEXT if isinstance(value, str) else AttributeType.NUMBER


def _grown(kind: Kind, other: Kind) -> Kind:
    return replace(
        kind,
        roles=(*kind.roles, *(r for r in other.roles if kind.role(r.name) is None)),
        labels=(
            *kind.labels,
            *(label for label in other.labels if kind.label(label.name) is None),
        ),
        attributes=(
            *kind.attributes,
            *(
                attribute
                for attribute in other.attributes
                if attribute.name not in {mine.name for mine in kind.attributes}
            ),
        ),
    )


_SPARE_STYLES = (
    Style("#5b5f66", "#b4bac4", Pattern.DOUBLE),
    Style("#1f6f78", "#6fd3dd", Pattern.DOTTED),
    Style("#7a4a12", "#e0b070", Pattern.STRIPED),
    Style("#6b3fa0", "#c3a2f2", Pattern.NOTCHED),
    Style("#2f6b1f", "#93d67c", Pattern.DOUBLE),
    Style("#8c2f4b", "#f095af", Pattern.DOTTED),
)
