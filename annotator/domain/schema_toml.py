"""Schemas as TOML: read with the line of whatever is wrong, and written."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

from annotator.domain.errors import InputError, SchemaError
from annotator.domain.names import is_label_name
from annotator.domain.refusals import reason_of
from annotator.domain.schema import (
    Attribute,
    AttributeType,
    Kind,
    Label,
    LinkType,
    Pattern,
    Role,
    Schema,
    Style,
)
from annotator.domain.schema_table import SchemaTable
from annotator.domain.toml_lines import TomlLines
from annotator.domain.wording import tr

T = TypeVar("T")

_CLOSING_QUOTE = re.compile(r'"(?="|\Z)')
_SYNTAX_LINE = re.compile(r" \(at line (\d+), column (\d+)\)$")


def load_schema(path: Path) -> Schema:
    """Read a schema file.

    Raises:
        SchemaError: The schema is wrong; the message names file and line.
        InputError: The file cannot be read as text.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        reason = reason_of(error)
        raise InputError(
            tr("cannot read the schema {path}: {reason}", path=path, reason=reason)
        ) from error
    except UnicodeDecodeError as error:
        raise InputError(
            tr(
                "cannot read the schema {path}: it is not UTF-8 text; save it as UTF-8",
                path=path,
            )
        ) from error
    try:
        return parse_schema(text)
    except SchemaError as error:
        located = SchemaError(f"{path}: {error}")
        located.line = error.line
        raise located from error


def parse_schema(text: str) -> Schema:
    """Return the schema that a TOML text describes.

    Raises:
        SchemaError: It is wrong; carries the line of what is.
    """
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise _syntax_error(text, str(error)) from error
    root = SchemaTable(data, (), TomlLines(text), tr("the schema"))
    root.allow("name", "title", "guideline", "kind", "link")
    name = root.name()
    kind_tables = root.tables("kind")
    root.need(kind_tables, "kind", "[[kind]]")
    kinds = _unique(kind_tables, _kind, lambda kind: kind.name)
    _check_keys(kind_tables)
    return Schema(
        name=name,
        title=root.text("title", name),
        kinds=kinds,
        links=_links(root, kinds),
        guideline=root.text("guideline", ""),
    )


def _unique(
    tables: list[SchemaTable],
    read: Callable[[SchemaTable], T],
    name_of: Callable[[T], str],
) -> tuple[T, ...]:
    """Read every table, refusing a name that was there before."""
    items: dict[str, T] = {}
    for table in tables:
        item = read(table)
        if name_of(item) in items:
            raise table.error(
                tr("{what} is there twice; rename one", what=table.what), "name"
            )
        items[name_of(item)] = item
    return tuple(items.values())


def _kind(table: SchemaTable) -> Kind:
    table.allow("name", "title", "guideline", "role", "label", "attribute")
    name = table.name()
    roles = table.tables("role")
    labels = table.tables("label")
    attributes = table.tables("attribute")
    table.need(roles, "role", "[[kind.role]]")
    table.need(labels, "label", "[[kind.label]]")
    _check_former_names(labels)
    return Kind(
        name=name,
        title=table.text("title", name),
        roles=_unique(roles, _role, lambda role: role.name),
        labels=_unique(labels, _label, lambda label: label.name),
        attributes=_unique(attributes, _attribute, lambda attribute: attribute.name),
        guideline=table.text("guideline", ""),
    )


def _style(table: SchemaTable) -> Style:
    return Style(
        table.colour("light"),
        table.colour("dark"),
        table.one_of("pattern", Pattern, Pattern.SOLID),
    )


_STYLE_KEYS = ("light", "dark", "pattern")


def _label(table: SchemaTable) -> Label:
    table.allow(
        *("name", "title", "key", *_STYLE_KEYS, "description", "retired", "formerly")
    )
    name = table.name(is_valid=is_label_name)
    return Label(
        name=name,
        title=table.text("title", name),
        style=_style(table),
        key=table.key(),
        description=table.text("description", ""),
        retired=table.flag("retired"),
        formerly=table.texts("formerly"),
    )


def _role(table: SchemaTable) -> Role:
    table.allow("name", "title", "key", "required", "many", *_STYLE_KEYS, "description")
    name = table.name()
    return Role(
        name=name,
        title=table.text("title", name),
        style=_style(table),
        key=table.key(),
        required=table.flag("required"),
        many=table.flag("many"),
        description=table.text("description", ""),
    )


def _attribute(table: SchemaTable) -> Attribute:
    table.allow("name", "title", "type", "choices", "description")
    name = table.name()
    kind = table.one_of("type", AttributeType)
    choices = table.texts("choices")
    if kind is AttributeType.CHOICE and not choices:
        raise table.error(
            tr("{what} is a choice without choices", what=table.what), "type"
        )
    if kind is not AttributeType.CHOICE and choices:
        raise table.error(
            tr("{what} is no choice, so it has no choices", what=table.what), "choices"
        )
    return Attribute(
        name=name,
        title=table.text("title", name),
        type=kind,
        choices=choices,
        description=table.text("description", ""),
    )


def _links(root: SchemaTable, kinds: tuple[Kind, ...]) -> tuple[LinkType, ...]:
    known = [kind.name for kind in kinds]
    links: list[LinkType] = []
    for table in root.tables("link"):
        link = _link(table, known)
        if any(_ends(link) == _ends(other) for other in links):
            raise table.error(
                tr("{what} is there twice; remove one", what=table.what), "label"
            )
        links.append(link)
    return tuple(links)


def _ends(link: LinkType) -> tuple[str, str, str]:
    return link.label, link.source, link.target


def _link(table: SchemaTable, known: list[str]) -> LinkType:
    table.allow("label", "title", "source", "target")
    label = table.name("label")
    for end in ("source", "target"):
        if table.text(end) not in known:
            raise table.error(
                tr(
                    'the {end} "{name}" of {what} is no kind of this schema;'
                    " it has {known}",
                    end=end,
                    name=table.text(end),
                    what=table.what,
                    known=", ".join(known),
                ),
                end,
            )
    return LinkType(
        label, table.text("title", label), table.text("source"), table.text("target")
    )


def _check_former_names(labels: list[SchemaTable]) -> None:
    """Refuse a former name that two labels claim, or that a label has now."""
    owners = {label.text("name"): label.what for label in labels}
    for label in labels:
        for name in label.texts("formerly"):
            if name in owners:
                raise label.error(
                    tr(
                        'the former name "{name}" of {what} belongs to {owner}',
                        name=name,
                        what=label.what,
                        owner=owners[name],
                    ),
                    "formerly",
                )
            owners[name] = label.what


def _check_keys(kinds: list[SchemaTable]) -> None:
    """Refuse a keyboard key that would mean two things at the same moment.

    A label's key works at any time, a role's only while an annotation of its kind
    is selected.
    """
    label_keys: dict[str, str] = {}
    for kind in kinds:
        for label in kind.tables("label"):
            if not label.flag("retired"):  # its key is free for others
                _take_key(label, label_keys)
    for kind in kinds:
        role_keys = dict(label_keys)
        for role in kind.tables("role"):
            _take_key(role, role_keys)


def _take_key(table: SchemaTable, taken: dict[str, str]) -> None:
    key = table.key()
    if not key:
        return
    if key in taken:
        raise table.error(
            tr(
                'the key "{key}" of {what} already belongs to {owner}',
                key=key,
                what=table.what,
                owner=taken[key],
            ),
            "key",
        )
    taken[key] = table.what


def _syntax_error(text: str, message: str) -> SchemaError:
    """Return tomllib's complaint with the line taken out of its message."""
    match = _SYNTAX_LINE.search(message)
    if match is None:
        line = text.count("\n") + 1
        return SchemaError(tr("not valid TOML: {message}", message=message), line=line)
    reason = message[: match.start()]
    return SchemaError(
        tr(
            "not valid TOML: {reason} (column {column})", reason=reason, column=match[2]
        ),
        line=int(match[1]),
    )


def dump_schema(schema: Schema) -> str:
    """Return *schema* as TOML that ``parse_schema`` reads as the same schema.

    Raises:
        SchemaError: It breaks a rule, so nobody could read it back.
    """
    text = "\n".join(_schema_lines(schema)) + "\n"
    try:
        parse_schema(text)
    except SchemaError as error:
        raise SchemaError(
            tr("the schema cannot be kept: {reason}", reason=error.reason)
        ) from error
    return text


def _schema_lines(schema: Schema) -> Iterator[str]:
    yield from _pairs(name=schema.name, title=schema.title, guideline=schema.guideline)
    for kind in schema.kinds:
        yield from ("", "[[kind]]")
        yield from _pairs(name=kind.name, title=kind.title, guideline=kind.guideline)
        for role in kind.roles:
            yield from ("", "[[kind.role]]")
            yield from _named(role)
            yield from _pairs(required=role.required, many=role.many)
        for label in kind.labels:
            yield from ("", "[[kind.label]]")
            yield from _named(label)
            yield from _pairs(retired=label.retired)
            yield from _list("formerly", label.formerly)
        for attribute in kind.attributes:
            yield from ("", "[[kind.attribute]]")
            yield from _attribute_lines(attribute)
    for link in schema.links:
        yield from ("", "[[link]]")
        yield from _pairs(
            label=link.label, title=link.title, source=link.source, target=link.target
        )


def _named(item: Label | Role) -> Iterator[str]:
    yield from _pairs(
        name=item.name,
        title=item.title,
        key=item.key,
        light=item.style.light,
        dark=item.style.dark,
        pattern=item.style.pattern.value,
        description=item.description,
    )


def _attribute_lines(attribute: Attribute) -> Iterator[str]:
    yield from _pairs(
        name=attribute.name, title=attribute.title, type=attribute.type.value
    )
    yield from _list("choices", attribute.choices)
    yield from _pairs(description=attribute.description)


def _list(key: str, texts: tuple[str, ...]) -> Iterator[str]:
    if texts:
        yield f"{key} = [{', '.join(_string(text) for text in texts)}]"


def _pairs(**values: str | bool) -> Iterator[str]:
    """Yield ``key = value``, without what is empty; an empty title has to stand."""
    for key, value in values.items():
        if value is True:
            yield f"{key} = true"
        elif isinstance(value, str) and (value or key == "title"):
            yield f"{key} = {_string(value)}"


def _string(text: str) -> str:
    """Return a TOML string, over several lines where the text has them."""
    escaped = text.replace("\\", "\\\\")
    if "\n" not in text:
        return '"' + _escape_controls(escaped.replace('"', '\\"')) + '"'
    lines = _CLOSING_QUOTE.sub(r'\\"', escaped).split("\n")
    body = "\n".join(_escape_controls(line) for line in lines)
    return f'"""\n{body}"""'


def _escape_controls(text: str) -> str:
    return "".join(
        f"\\u{ord(char):04x}" if ord(char) < 0x20 or ord(char) == 0x7F else char
        for char in text
    )
