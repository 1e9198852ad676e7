"""Reading what doccano exports: JSON Lines, or the same objects in one array.

See ``doccano_rows`` for what a row says. Whose layer it is says, the first that is
there: the span (``user``), the row, the folder, the file. An export that is not
shared has a file named after each user, with the same texts in all of them; so a
file's name is taken for a name where another file beside it has one of its texts,
or where it is that of doccano's first user, ``admin``.

Nothing in a file tells a text without anything to mark from one that nobody has
looked at. Such a document is to do, unless the row names who approved it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any

import orjson

from annotator.domain.annotations import now
from annotator.domain.documents import Details, Status
from annotator.domain.errors import InputError
from annotator.domain.records import Problem, Record
from annotator.domain.text import document_id
from annotator.domain.wording import tr
from annotator.formats.article_fields import preview
from annotator.formats.assembling import assemble
from annotator.formats.base import HEAD_BYTES, Claim, Item, ReadOptions, Table
from annotator.formats.doccano_rows import RowReading, marks_in, text_key
from annotator.formats.foreign import (
    ForeignDocument,
    ForeignLayer,
    ForeignRelation,
    ForeignSpan,
)
from annotator.formats.json_stream import first_of
from annotator.formats.jsonl import (
    load_row,
    objects_of,
    row_details,
    rows_of_head,
)
from annotator.formats.jsonl_own import is_id, read_status
from annotator.formats.offsets import OffsetMap
from annotator.formats.prodigy import looks_like_a_task
from annotator.formats.zone_rows import read_zones

Row = Mapping[str, Any]

FIRST_USER = "admin"
_SHARED = "all"
_COMMENTS = "Comments"
_OURS = ("annotator", "username", _COMMENTS)
_BESIDE = 100
"""How many files beside one are looked at."""


class DoccanoReader:
    """Reads rows of texts with offsets."""

    name = "doccano"
    title = "doccano JSONL"
    suffixes: tuple[str, ...] = (".jsonl", ".json")
    by_folder = False
    column_roles = ("text", "label")

    def sniff(self, path: Path, head: bytes) -> Claim:
        """Take files whose first rows mark spans as doccano does."""
        best = Claim.NO
        for row in _rows_of_head(head):
            claim = _claim(row)
            if claim is None:
                return Claim.NO
            best = max(best, claim)
        return best

    def companions(self, path: Path) -> tuple[Path, ...]:
        """Return nothing: the file is all there is."""
        return ()

    def preview(
        self, path: Path, count: int, columns: Mapping[str, str]
    ) -> Table | None:
        """Return the first rows where neither text nor marks are called as usual."""
        rows: list[Row] = []
        for _, line in islice(objects_of(path), count):
            if isinstance(line, Problem):
                raise InputError(line.reason.rstrip("."))
            rows.append(load_row(line))
        if any(map(_claim, rows)):
            return None
        names = list(dict.fromkeys(key for row in rows for key in row))
        chosen = {role: name for role, name in columns.items() if name in names}
        table = preview(names, rows, columns)
        return replace(table, chosen=chosen, roles=self.column_roles)

    def read(self, path: Path, options: ReadOptions) -> Iterator[Item]:
        """Yield a record for each row and user, or why it was left out."""
        moment = now()
        name = options.annotator or _named_after(path)
        for where, line in objects_of(path):
            if isinstance(line, Problem):
                yield line
                continue
            try:
                row = load_row(line)
                yield from _records(row, where, options, (name, moment))
            except InputError as error:
                yield Problem(where, f"{error}.")


def _claim(row: Row) -> Claim | None:
    """Return what a row says of its file; None where it is another format's."""
    if looks_like_a_task(row):
        return None
    marks = marks_in(row)
    if not marks or not isinstance(row.get(text_key(row)), str):
        return Claim.NO
    return Claim.SURE if any(found for _, found in marks) else Claim.LIKELY


def _rows_of_head(head: bytes) -> Iterator[Row]:
    yield from rows_of_head(head)
    yield from first_of(head)


def _records(
    row: Row, where: str, options: ReadOptions, names: tuple[str, str]
) -> Iterator[Record]:
    """Yield the records of a row.

    Args:
        row: The row.
        where: For messages.
        options: As the user gave them.
        names: Whose layer it is where the row does not say, and the moment.
    """
    told = options.columns
    key = text_key(row, told.get("text", ""))
    raw = row.get(key)
    if raw is None:
        raise InputError(tr("the row has no “{key}”", key=key))
    if not isinstance(raw, str):
        raise InputError(tr("its “{key}” is no text", key=key))
    offsets = OffsetMap(raw)
    reading = RowReading(row, offsets)
    reading.read(told.get("label", ""))
    layers = _layers(row, reading, names)
    zones = None
    if _has_our_meta(row):
        zones = read_zones(row, offsets, document_id(offsets.text), reading.losses)
    document = ForeignDocument(
        offsets.text,
        _details(row, offsets.text, key, told.get("label", "")),
        where,
        layers,
        losses=(*reading.losses, *offsets.repairs()),
        zones=zones,
    )
    yield from assemble(document, options.mapping)


def _layers(
    row: Row, reading: RowReading, names: tuple[str, str]
) -> tuple[ForeignLayer, ...]:
    name, moment = names
    pipeline = row.get("pipeline")
    if _is_own(row, reading):
        name = _string(row.get("annotator")) or name
        default = Status.DONE if reading.spans else Status.TODO
        status = read_status(row, default)
    else:
        name = _string(row.get("username")) or name
        pipeline = None
        approved = row.get("annotation_approver") is not None
        status = Status.DONE if reading.spans or approved else Status.TODO
    relations: dict[str, list[ForeignRelation]] = {}
    for user, relation in reading.relations():
        relations.setdefault(user, []).append(relation)
    spans: Mapping[str, list[ForeignSpan]] = reading.spans
    if not spans and (name or status is not Status.TODO):
        spans = {"": []}
    if isinstance(pipeline, dict):
        name = _string(pipeline.get("name"))
    return tuple(
        ForeignLayer(
            user or name,
            tuple(marked),
            tuple(relations.get(user, ())),
            status=status,
            by_model=isinstance(pipeline, dict),
            version=_string(pipeline.get("version")) if pipeline else "",
            moment=moment,
        )
        for user, marked in spans.items()
    )


def _is_own(row: Row, reading: RowReading) -> bool:
    """Tell whether our writer wrote the row, and nobody has marked in it since."""
    spans = [span for marked in reading.spans.values() for span in marked]
    if spans:
        return spans[0].own is not None
    return _has_our_meta(row)


def _has_our_meta(row: Row) -> bool:
    meta = row.get("meta")
    return isinstance(meta, dict) and is_id(meta.get("document_id"))


def _details(row: Row, text: str, key: str, told: str) -> Details:
    used = {key, *_OURS, *(k for k, _ in marks_in(row, told))}
    meta = row.get("meta")
    if isinstance(meta, str):
        with suppress(orjson.JSONDecodeError):
            row = {**row, "meta": orjson.loads(meta)}
    details = row_details(row, text, frozenset(used))
    comments = row.get(_COMMENTS)
    if not isinstance(comments, list) or not comments:
        return details
    said = [c.get("comment", c) if isinstance(c, dict) else c for c in comments]
    return replace(details, meta={**details.meta, _COMMENTS: said})


def _named_after(path: Path) -> str:
    """Return the user whose export the file is, by its name; "" for nobody."""
    if path.stem == FIRST_USER:
        return path.stem
    if path.stem == _SHARED:
        return ""
    texts = _first_texts(path)
    if not texts:
        return ""
    beside = (p for p in sorted(path.parent.glob(f"*{path.suffix}")) if p != path)
    for other in islice(beside, _BESIDE):
        if texts & _first_texts(other):
            return path.stem
    return ""


def _first_texts(path: Path) -> set[str]:
    try:
        with path.open("rb") as file:
            head = file.read(HEAD_BYTES)
    except OSError:
        return set()
    texts = (row.get(text_key(row)) for row in _rows_of_head(head) if _claim(row))
    return {text for text in texts if isinstance(text, str)}


def _string(value: object) -> str:
    return value if isinstance(value, str) else ""
