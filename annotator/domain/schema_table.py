"""One table of a schema's TOML text: its values, or what is wrong with them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import TypeVar

from annotator.domain.errors import SchemaError
from annotator.domain.names import is_name
from annotator.domain.toml_lines import TomlLines, TomlPath
from annotator.domain.wording import noop, tr

E = TypeVar("E", bound=StrEnum)

_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


class SchemaTable:
    """One table of the text, and how to complain about it.

    Attributes:
        data: Its keys and values.
        path: Where it stands.
        lines: Of the whole text.
        what: What it is called in complaints.
    """

    def __init__(
        self, data: Mapping[str, object], path: TomlPath, lines: TomlLines, what: str
    ) -> None:
        self.data = data
        self.path = path
        self.lines = lines
        name = data.get("label" if what == "link" else "name")
        self.what = f'{what} "{name}"' if isinstance(name, str) and name else what

    def error(self, message: str, key: str = "") -> SchemaError:
        """Return what to raise; it carries the line of the table, or of its *key*."""
        path = (*self.path, key) if key else self.path
        return SchemaError(message, line=self.lines.line(path))

    def allow(self, *keys: str) -> None:
        """Refuse any other key."""
        for key in self.data:
            if key not in keys:
                known = ", ".join(keys)
                raise self.error(
                    tr(
                        '"{key}" means nothing in {what}; it may have {known}',
                        key=key,
                        what=self.what,
                        known=known,
                    ),
                    key,
                )

    def need(self, items: object, key: str, header: str) -> None:
        """Refuse the table if it lacks *items*."""
        if not items:
            raise self.error(
                tr(
                    "{what} has no {key}; add a {header} table",
                    what=self.what,
                    key=key,
                    header=header,
                )
            )

    def text(self, key: str, default: str | None = None) -> str:
        """Return a string; without a default it has to be there."""
        value = self.data.get(key, default)
        if value is None:
            raise self.error(
                tr('{what} has no {key}; add {key} = "…"', what=self.what, key=key)
            )
        if not isinstance(value, str):
            raise self.error(
                tr(
                    "the {key} of {what} must be text in quotes",
                    key=key,
                    what=self.what,
                ),
                key,
            )
        return value

    def name(self, key: str = "name", is_valid: Callable[[str], bool] = is_name) -> str:
        """Return a name."""
        value = self.text(key)
        if not value.strip():
            raise self.error(
                tr("the {key} of {what} is empty", key=key, what=self.what), key
            )
        if not is_valid(value):
            rule = (
                noop("the {key} of {what} must hold no blanks and no line break")
                if is_valid is is_name
                else noop(
                    "the {key} of {what} must hold no blanks at its ends and no"
                    " line break"
                )
            )
            raise self.error(tr(rule, key=key, what=self.what), key)
        return value

    def flag(self, key: str) -> bool:
        """Return whether something is so; it is not where there is no such key."""
        value = self.data.get(key, False)
        if not isinstance(value, bool):
            raise self.error(
                tr("{key} of {what} must be true or false", key=key, what=self.what),
                key,
            )
        return value

    def one_of(self, key: str, options: type[E], default: E | None = None) -> E:
        """Return one of several words; without a default it has to be there."""
        value = self.text(key, default)
        try:
            return options(value)
        except ValueError as error:
            known = ", ".join(options)
            raise self.error(
                tr(
                    '"{value}" is no {key} for {what}; choose from {known}',
                    value=value,
                    key=key,
                    what=self.what,
                    known=known,
                ),
                key,
            ) from error

    def colour(self, key: str) -> str:
        """Return a colour, ``#rrggbb``."""
        value = self.text(key)
        if not _COLOUR.fullmatch(value):
            raise self.error(
                tr(
                    '"{value}" is no colour for {what}; write {key} = "#rrggbb"',
                    value=value,
                    what=self.what,
                    key=key,
                ),
                key,
            )
        return value

    def key(self) -> str:
        """Return the keyboard key."""
        value = self.text("key", "")
        if not value:
            return value
        if len(value) > 1 or not value.isprintable() or value.isspace():
            raise self.error(
                tr('"{value}" of {what} is no single key', value=value, what=self.what),
                "key",
            )
        if value != value.lower():
            raise self.error(
                tr(
                    'the key "{value}" of {what} must be lower case',
                    value=value,
                    what=self.what,
                ),
                "key",
            )
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of strings, each once; empty where there is no such key."""
        value = self.data.get(key, [])
        if not isinstance(value, list) or not all(
            isinstance(item, str) and item.strip() for item in value
        ):
            raise self.error(
                tr("{key} of {what} must be a list of texts", key=key, what=self.what),
                key,
            )
        if len(set(value)) < len(value):
            raise self.error(
                tr("{key} of {what} holds a value twice", key=key, what=self.what), key
            )
        return tuple(value)

    def tables(self, key: str) -> list[SchemaTable]:
        """Return the tables of an array; none where there is no such key."""
        value = self.data.get(key, [])
        if not isinstance(value, list) or not all(isinstance(v, dict) for v in value):
            header = ".".join(str(p) for p in (*self.path, key) if isinstance(p, str))
            raise self.error(
                tr("write each {key} as a table [[{header}]]", key=key, header=header),
                key,
            )
        return [
            SchemaTable(item, (*self.path, key, position), self.lines, key)
            for position, item in enumerate(value)
        ]
