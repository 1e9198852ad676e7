"""Which column of a table, or which field of an object, is an article's what.

The user's word counts first; then the names that scrapers, news interfaces and data
sets use; for the text at last the column with the longest values. What is neither
text nor detail stays as metadata.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from types import MappingProxyType

from annotator.domain.errors import InputError
from annotator.domain.records import Record
from annotator.domain.text import document_id, normalise
from annotator.domain.wording import tr
from annotator.formats.base import ROLE_TITLES, Table
from annotator.formats.details import gather

ROLES = ("text", "title", "date", "source", "url", "language")
"""What can be said of a column with ``--column ROLE=NAME``."""

_NAMES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "text": (
            "text",
            "articletext",
            "fulltext",
            "maintext",
            "body",
            "articlebody",
            "bodytext",
            "content",
            "contents",
            "article",
            "articlecontent",
            "story",
            "plaintext",
            "rawtext",
            "document",
            "paragraphs",
        ),
        "title": ("title", "headline", "heading", "articletitle", "head", "titel"),
        "date": (
            "date",
            "datepublished",
            "publishedat",
            "publisheddate",
            "datepublish",
            "publishdate",
            "publicationdate",
            "publishtime",
            "published",
            "pubdate",
            "datetime",
            "timestamp",
            "webpublicationdate",
            "datum",
        ),
        "source": (
            "source",
            "sourcename",
            "sourcedomain",
            "publisher",
            "publication",
            "outlet",
            "newspaper",
            "sitename",
            "site",
            "website",
            "domain",
        ),
        "url": ("url", "link", "articleurl", "weburl", "permalink", "href", "uri"),
        "language": ("language", "lang", "languagecode", "langcode", "inlanguage"),
    }
)
MAX_DEPTH = 32
"""Of objects and lists in metadata."""
_SHOWN = 500
"""Characters of a cell in a preview."""
_MIN_TEXT = 60
"""Characters, on average: a column with less is no text of articles."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the columns are.

    Attributes:
        columns: Role → name of a column; ``text`` is always there.
        told: Whether the user chose the text.
    """

    columns: Mapping[str, str]
    told: bool = False

    @property
    def text(self) -> str:
        """The column with the text."""
        return self.columns["text"]


def choose(
    names: Sequence[str],
    rows: Sequence[Mapping[str, object]],
    told: Mapping[str, str],
) -> Chosen:
    """Return what the columns are.

    Args:
        names: Of all columns, in their order.
        rows: Some of the first ones.
        told: Role → name of a column, or its number counted from 1.

    Raises:
        InputError: A column that was named is not there, or none looks like text;
            half a sentence.
    """
    columns = {role: _told(names, role, told[role]) for role in ROLES if told.get(role)}
    for role in ROLES:
        if role not in columns:
            taken = set(columns.values())
            found = _by_name(role, [n for n in names if n not in taken], rows)
            if found is not None:
                columns[role] = found
    if "text" not in columns:
        longest = _longest(names, rows)
        columns = {role: n for role, n in columns.items() if n != longest}
        columns["text"] = longest
    return Chosen(columns, bool(told.get("text")))


def preview(
    names: Sequence[str],
    rows: Sequence[Mapping[str, object]],
    told: Mapping[str, str],
) -> Table:
    """Return the top of a table of articles; objects in cells as columns too."""
    try:
        chosen = choose(names, rows, told).columns
    except InputError:
        # Nothing looks like the text: it is for the user to say.
        chosen = {role: name for role, name in told.items() if name in names}
    columns = tuple(_unfolded(names, rows))
    shown = tuple(
        tuple(_cell(field_of(row, column)) for column in columns) for row in rows
    )
    return Table(columns, shown, chosen, ROLES)


def _unfolded(
    names: Sequence[str], rows: Sequence[Mapping[str, object]]
) -> Iterator[str]:
    """Yield the columns; after one with objects in it the fields of those."""
    for name in names:
        yield name
        inner = (row.get(name) for row in rows)
        fields = [key for value in inner if isinstance(value, Mapping) for key in value]
        yield from (f"{name}.{key}" for key in dict.fromkeys(map(str, fields)))


def _cell(value: object) -> str:
    text = _as_text(value)
    if text is None:
        plain = as_json(value)
        text = "" if plain is None else str(plain)
    return text[:_SHOWN]


def has_text(row: Mapping[str, object]) -> bool:
    """Return whether one of an object's fields is called like a text and is one."""
    return _by_name("text", list(row), [row]) is not None


def named_roles(names: Sequence[str]) -> frozenset[str]:
    """Return the roles that columns are called by, whatever is in them."""
    return frozenset(role for role in ROLES if _by_name(role, names, ()) is not None)


def make_record(row: Mapping[str, object], chosen: Chosen, where: str) -> Record:
    """Return the article in a row.

    Raises:
        InputError: It has no text, or one that cannot be stored; half a sentence.
    """
    raw = field_of(row, chosen.text)
    if raw is None or raw == "":
        raise InputError(tr("its “{text}” is empty", text=chosen.text))
    joined = _as_text(raw)
    if joined is None:
        raise InputError(tr("its “{text}” is no text", text=chosen.text))
    text = normalise(joined)
    roles = {
        role: shown
        for role, name in chosen.columns.items()
        if role != "text" and (shown := _detail(field_of(row, name)))
    }
    used = set(chosen.columns.values())
    rest = {
        key: value
        for key, given in row.items()
        if key not in used and (value := as_json(given)) not in (None, "", [], {})
    }
    details = gather(text, roles, {k: v for k, v in rest.items() if k not in ROLES})
    return Record(document_id(text), text, details, where=where)


def field_of(row: Mapping[str, object], name: str) -> object:
    """Return a field; a dot leads into an object in it."""
    if name in row or "." not in name:
        return row.get(name)
    first, rest = name.split(".", 1)
    inner = row.get(first)
    return field_of(inner, rest) if isinstance(inner, Mapping) else None


def as_json(value: object, depth: int = MAX_DEPTH) -> object:
    """Return a value of a table as metadata holds it: JSON values only.

    What lies deeper than *depth* objects and lists is cut off: nobody reads it, and
    nothing should run out of its stack over it.
    """
    if isinstance(value, int):
        return value if abs(value) < 1 << 63 else str(value)
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, Mapping | list | tuple) and not depth:
        return "…"
    if isinstance(value, Mapping):
        return {str(key): as_json(inner, depth - 1) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [as_json(inner, depth - 1) for inner in value]
    return _simple(value)


def _simple(value: object) -> str | None:
    if value is None or isinstance(value, bytes):
        return None
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    return str(value)


def _told(names: Sequence[str], role: str, name: str) -> str:
    if name in names:
        return name
    folded = [n for n in names if n.casefold() == name.casefold()]
    if folded:
        return folded[0]
    if name.isdecimal() and 1 <= int(name) <= len(names):
        return names[int(name) - 1]
    if "." in name and name.split(".", 1)[0] in names:
        return name
    known = ", ".join(names[:20]) + (", …" if len(names) > 20 else "")
    raise InputError(
        tr(
            "there is no column “{name}” for the {role}; the columns are {known}",
            name=name,
            role=tr(ROLE_TITLES[role]),
            known=known,
        )
    )


def _by_name(
    role: str, names: Sequence[str], rows: Sequence[Mapping[str, object]]
) -> str | None:
    plain = {re.sub(r"[\W_]+", "", name).casefold(): name for name in reversed(names)}
    for wanted in _NAMES[role]:
        name = plain.get(wanted)
        if name is not None and (not rows or _fits(role, name, rows)):
            return name
    return None


def _fits(role: str, name: str, rows: Sequence[Mapping[str, object]]) -> bool:
    """Return whether some row has in that column what can be read as such."""
    read = _as_text if role == "text" else _detail
    return any(read(row.get(name)) for row in rows)


def _longest(names: Sequence[str], rows: Sequence[Mapping[str, object]]) -> str:
    lengths: dict[str, float] = {}
    for name in names:
        values = [v for row in rows if isinstance(v := row.get(name), str) and v]
        if values:
            lengths[name] = sum(map(len, values)) / len(values)
    best = max(lengths, key=lambda name: lengths[name], default="")
    if not best or lengths[best] < _MIN_TEXT:
        known = ", ".join(names[:20]) + (", …" if len(names) > 20 else "")
        raise InputError(
            tr(
                "none of its columns looks like the text of articles; choose it "
                "(on the command line: --column text=NAME) among {known}",
                known=known or tr("none"),
            )
        )
    return best


def _as_text(value: object) -> str | None:
    """Return a text; paragraphs in a list become its lines."""
    if isinstance(value, str):
        return value
    if isinstance(value, list) and value and all(isinstance(v, str) for v in value):
        return "\n".join(value)
    return None


def _detail(value: object) -> str:
    """Return a detail as text; of a source that is an object its name."""
    if isinstance(value, Mapping):
        named = (value.get(key) for key in ("name", "title", "domain", "id"))
        value = next((v for v in named if isinstance(v, str) and v), None)
    value = as_json(value)
    if isinstance(value, str | int | float) and not isinstance(value, bool):
        return str(value).strip()
    return ""
