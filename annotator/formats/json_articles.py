"""JSON with articles in it: an array of objects, alone or inside of an object.

``[{…}, {…}]``, ``{"articles": [{…}, …], …}``, ``{"id": {…}, …}`` and one article alone.
Which field is the text, the title and so on is told as for the columns of a table;
``article.body`` names a field of an object within. An array of any size is read an
object at a time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import chain, islice
from pathlib import Path
from typing import Any, BinaryIO

import orjson

from annotator.domain.errors import InputError
from annotator.domain.records import Problem
from annotator.domain.refusals import reason_of
from annotator.domain.wording import noop, tr
from annotator.formats import json_stream
from annotator.formats.article_fields import (
    ROLES,
    Chosen,
    choose,
    has_text,
    make_record,
    preview,
)
from annotator.formats.base import Claim, Item, ReadOptions, Table
from annotator.formats.encoding import decode
from annotator.formats.json_stream import BOM, elements, load
from annotator.formats.jsonl import rows_of_head

_SAMPLE = 20
_MARKED = (b"\xff\xfe", b"\xfe\xff")


class JsonReader:
    """Reads articles out of JSON files."""

    name = "json"
    title = noop("JSON (articles)")
    suffixes: tuple[str, ...] = (".json",)
    by_folder = False
    column_roles = ROLES

    def sniff(self, path: Path, head: bytes) -> Claim:
        """Take what starts like a JSON array or object, whatever is in it."""
        start = head.removeprefix(BOM).lstrip()
        if path.suffix.lower() in self.suffixes and start[:1] in (b"[", b"{"):
            return Claim.LIKELY
        looks_like = re.match(rb'(?:\[\s*\{\s*"|\{\s*")', start) is not None
        if looks_like and _holds_articles(start):
            return Claim.LIKELY
        return Claim.MAYBE if looks_like and not path.suffix else Claim.NO

    def companions(self, path: Path) -> tuple[Path, ...]:
        """Return nothing: the file is all there is."""
        return ()

    def preview(self, path: Path, count: int, columns: Mapping[str, str]) -> Table:
        """Return the first objects, a column for each of their fields."""
        with path.open("rb") as file:
            rows = list(islice(_objects(file), max(count, _SAMPLE)))
        names = list(dict.fromkeys(key for row in rows for key in row))
        return preview(names, rows[:count], columns)

    def read(self, path: Path, options: ReadOptions) -> Iterator[Item]:
        """Yield the articles, or why one was left out."""
        try:
            with path.open("rb") as file:
                rows = _objects(file)
                sample = list(islice(rows, _SAMPLE))
                chosen = choose_fields(sample, options.columns)
                for number, row in enumerate(chain(sample, rows), 1):
                    where = tr(
                        "{name}, article {number}", name=path.name, number=number
                    )
                    try:
                        yield make_record(row, chosen, where)
                    except InputError as error:
                        yield Problem(where, f"{error}.")
        except OSError as error:
            yield Problem(
                path.name, tr("it cannot be read ({reason}).", reason=reason_of(error))
            )
        except InputError as error:
            yield Problem(path.name, f"{error}.")


def _holds_articles(head: bytes) -> bool:
    """Tell whether the objects at the start have texts; they may be cut off."""
    rows = chain(json_stream.first_of(head), rows_of_head(head))
    return any(map(has_text, islice(rows, _SAMPLE)))


def choose_fields(rows: list[Mapping[str, object]], told: Mapping[str, str]) -> Chosen:
    """Return which fields of objects are what.

    Raises:
        InputError: There are no objects, or none has a text; half a sentence.
    """
    if not rows:
        raise InputError(tr("it holds no articles"))
    names = list(dict.fromkeys(key for row in rows for key in row))
    return choose(names, rows, told)


def _objects(file: BinaryIO) -> Iterator[Mapping[str, object]]:
    """Yield the objects that may be articles."""
    head = file.read(json_stream.CHUNK)
    file.seek(0)
    if head.startswith(_MARKED):
        yield from _within(
            _load(decode(file.read(json_stream.MAX_OBJECT_BYTES)).text.encode())
        )
        return
    if head.removeprefix(BOM).lstrip().startswith(b"["):
        yield from map(load, elements(file))
        return
    if _is_lines(head):
        lines = iter(lambda: file.readline(json_stream.MAX_OBJECT_BYTES), b"")
        yield from (_object(line.removeprefix(BOM)) for line in lines if line.strip())
        return
    whole = file.read(json_stream.MAX_OBJECT_BYTES + 1)
    if len(whole) <= json_stream.MAX_OBJECT_BYTES:
        yield from _within(_load(whole.removeprefix(BOM)))
        return
    file.seek(0)
    yield from map(load, elements(file))


def _is_lines(head: bytes) -> bool:
    """Return whether a file's first line is an object and others follow."""
    first, _, rest = head.partition(b"\n")
    if not rest.strip():
        return False
    try:
        orjson.loads(first.removeprefix(BOM))
    except orjson.JSONDecodeError:
        return False
    return True


def _within(data: Any) -> Iterator[Mapping[str, object]]:
    """Yield the articles in a value: itself, or the longest list of objects in it."""
    if isinstance(data, dict) and not has_text(data):
        lists = list(_lists(data))
        data = max(lists, key=len, default=[data])
    rows = data if isinstance(data, list) else [data]
    yield from (row for row in rows if isinstance(row, dict))


def _lists(data: dict[str, Any], depth: int = 2) -> Iterator[list[dict[str, Any]]]:
    """Yield the lists of objects in an object and in the objects in it."""
    inner = list(data.values())
    if inner and all(isinstance(value, dict) for value in inner):
        yield inner
    for value in inner:
        if isinstance(value, list) and value and isinstance(value[0], dict):
            yield value
        elif isinstance(value, dict) and depth > 1:
            yield from _lists(value, depth - 1)


def _object(data: bytes) -> Mapping[str, object]:
    row = _load(data)
    if not isinstance(row, dict):
        raise InputError(tr("an element of its array is no object"))
    return row


def _load(data: bytes) -> Any:
    try:
        return orjson.loads(data)
    except orjson.JSONDecodeError as error:
        raise InputError(tr("it is not valid JSON ({msg})", msg=error.msg)) from error
