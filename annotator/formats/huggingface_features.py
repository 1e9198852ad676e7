"""The columns of a data set for Hugging Face, for Arrow and for a dataset card.

``id``, ``text``, ``title``, ``source``, ``date``, ``url``, ``language``
    The document; its id is its text's.
``layer``, ``status``
    Whose annotations they are, and how far the document is annotated.
``tokens``, ``ner_tags``
    The tokens without white space, and for each an IOB2 tag of the entities; only
    where entities are exported. Entities cannot overlap there.
``spans``
    Every fragment of every part: ``start``, ``end`` (code points of ``text``, the end
    exclusive), ``label``, ``kind``, ``role``, and ``annotation``, the id that ties the
    parts of one together. The label is the annotation's for its main part, else the
    role's name.
``quotes``, ``claims``, …
    A column for each kind that has parts: ``id``, ``label``, a list of ``start`` and
    ``end`` for each role, ``attributes`` (a JSON object) and ``note``.
``frames``
    A JSON object with all there is, as in a DocBin: attributes, notes and links too.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotator.domain.schema import Kind
from annotator.formats.doc_spans import ENTITY, plural

if TYPE_CHECKING:
    import pyarrow as pa  # type: ignore[import-untyped]

STRING, INTEGER = "string", "int32"

OUTSIDE = "O"


@dataclass(frozen=True, slots=True)
class ListOf:
    """Any number of values of one type."""

    of: Type


@dataclass(frozen=True, slots=True)
class Tag:
    """A number that stands for a name."""


Type = str | ListOf | Tag | Mapping[str, "Type"]

PLACES = ListOf({"start": INTEGER, "end": INTEGER})
SPANS = ListOf(
    {
        "start": INTEGER,
        "end": INTEGER,
        "label": STRING,
        "kind": STRING,
        "role": STRING,
        "annotation": STRING,
    }
)
_PLAIN = (
    "id",
    "text",
    "title",
    "source",
    "date",
    "url",
    "language",
    "layer",
    "status",
)


class Features:
    """The columns of one data set.

    Attributes:
        columns: Name → type.
        frames: Kind → the column of its annotations.
        has_tags: Whether there are tokens with tags.
    """

    def __init__(self, kinds: Sequence[Kind]) -> None:
        self.has_tags = any(kind.name == ENTITY for kind in kinds)
        self.frames: dict[str, str] = {}
        self.columns: dict[str, Type] = dict.fromkeys(_PLAIN, STRING)
        if self.has_tags:
            self.columns |= {"tokens": ListOf(STRING), "ner_tags": ListOf(Tag())}
        self.columns["spans"] = SPANS
        self._roles: dict[str, tuple[str, ...]] = {}
        taken = {*self.columns, "frames"}
        for kind in kinds:
            if kind.is_frame:
                name = plural(kind.name)
                name = f"{name}_" if name in taken else name
                self.frames[kind.name] = name
                self.columns[name] = ListOf(_frame(kind))
                self._roles[kind.name] = tuple(role.name for role in kind.roles)
        self.columns["frames"] = STRING

    def roles(self, kind: str) -> tuple[str, ...]:
        """Return the roles of a kind that has a column."""
        return self._roles[kind]


def _frame(kind: Kind) -> Mapping[str, Type]:
    own = {"id": STRING, "label": STRING, "attributes": STRING, "note": STRING}
    roles = {role_column(role.name): PLACES for role in kind.roles}
    return {"id": STRING, "label": STRING, **roles, **own}


def role_column(role: str) -> str:
    """Return what a role is called beside the fields that all frames have."""
    return f"{role}_" if role in ("id", "label", "attributes", "note") else role


def arrow_schema(columns: Mapping[str, Type]) -> pa.Schema:
    """Return the columns as Arrow has them."""
    import pyarrow as pa

    return pa.schema([(name, _arrow(kind)) for name, kind in columns.items()])


def _arrow(kind: Type) -> pa.DataType:
    import pyarrow as pa

    if isinstance(kind, ListOf):
        return pa.list_(_arrow(kind.of))
    if isinstance(kind, Tag):
        return pa.int64()
    if isinstance(kind, str):
        return pa.string() if kind == STRING else pa.int32()
    return pa.struct([(name, _arrow(inner)) for name, inner in kind.items()])


def yaml_lines(
    columns: Mapping[str, Type], tags: Sequence[str], indent: str
) -> Iterator[str]:
    """Yield the columns as the header of a dataset card has them.

    Args:
        tags: The names of tags, in the order of their numbers.
    """
    for name, kind in columns.items():
        yield f"{indent}- name: {name}"
        yield from _yaml(kind, tags, f"{indent}  ")


def _yaml(kind: Type, tags: Sequence[str], indent: str) -> Iterator[str]:
    if isinstance(kind, str):
        yield f"{indent}dtype: {kind}"
    elif isinstance(kind, Tag):
        yield f"{indent}class_label:"
        yield f"{indent}  names:"
        for number, tag in enumerate(tags):
            yield f"{indent}    '{number}': {quoted(tag)}"
    elif isinstance(kind, Mapping):
        yield f"{indent}struct:"
        yield from yaml_lines(kind, tags, indent)
    elif isinstance(kind.of, str):
        # What releases before 4 have for lists of single values; later ones too.
        yield f"{indent}sequence: {kind.of}"
    elif isinstance(kind.of, Mapping):
        yield f"{indent}list:"
        yield from yaml_lines(kind.of, tags, indent)
    else:
        yield f"{indent}sequence:"
        yield from _yaml(kind.of, tags, f"{indent}  ")


def quoted(text: str) -> str:
    """Return *text* as YAML has it between single quotes."""
    return "'" + text.replace("'", "''") + "'"
