"""Reading JSONL: this program's own, Prodigy's, and articles alone.

One object a line. A line that cannot be read costs that line; something in it that
cannot be kept (a span outside the text, say) costs that thing and is named in the
record's ``losses``.

- A line with ``annotations`` is our own: see ``jsonl_own``.
- Any other with ``spans``, ``relations`` or one of Prodigy's views for marking text
  is read as Prodigy's: see ``prodigy``.
- Everything else is an article alone: ``text``, with ``title``, ``source``,
  ``url``, ``date`` and whatever more there is at the top or in ``meta`` as details.
  Without a ``text``, or where the user says which field is what, the fields are told
  as for the columns of a table: see ``article_fields``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain
from pathlib import Path
from typing import Any, BinaryIO

import orjson

from annotator.domain.annotations import now
from annotator.domain.documents import Details
from annotator.domain.errors import InputError
from annotator.domain.records import Problem, Record
from annotator.domain.refusals import reason_of
from annotator.domain.text import document_id
from annotator.domain.wording import noop, tr
from annotator.formats.article_fields import (
    ROLES,
    choose,
    has_text,
    make_record,
    preview,
)
from annotator.formats.assembling import assemble
from annotator.formats.base import HEAD_BYTES, Claim, Item, ReadOptions, Table
from annotator.formats.details import gather
from annotator.formats.foreign import ForeignDocument
from annotator.formats.json_stream import elements, first_of
from annotator.formats.jsonl_own import is_id, read_own_layer, read_tokens
from annotator.formats.jsonl_shape import unwrap_meta
from annotator.formats.offsets import OffsetMap
from annotator.formats.prodigy import looks_like_a_task, read_task
from annotator.formats.zone_rows import read_zones

MAX_LINE_BYTES = 1 << 26
"""A line this long is no article; reading on would fill the memory."""

_PIECE = 1 << 20
_BOM = b"\xef\xbb\xbf"
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")

_NOT_DETAILS = frozenset(
    (
        "text",
        "meta",
        "tokens",
        "spans",
        "relations",
        "answer",
        "annotations",
        "links",
        "status",
        "tokenizer",
        "pipeline",
        "zones",
    )
)
_OF_SPANS = frozenset(("kind", "parts", "start", "start_offset", "result"))
_FOREIGN_MARKS = ("label", "labels", "entities")


class JsonlReader:
    """Reads JSON Lines, a line at a time."""

    name = "jsonl"
    title = noop("JSONL (this program’s)")
    suffixes: tuple[str, ...] = (".jsonl", ".ndjson", ".jsonlines")
    by_folder = False
    column_roles = ROLES

    def sniff(self, path: Path, head: bytes) -> Claim:
        """Take what is called so, or starts with a whole line that has a text."""
        if path.suffix.lower() in self.suffixes:
            return Claim.LIKELY
        row = next(rows_of_head(head), None)
        has_text = row is not None and isinstance(row.get("text"), str)
        return Claim.LIKELY if has_text else Claim.NO

    def companions(self, path: Path) -> tuple[Path, ...]:
        """Return nothing: the file is all there is."""
        return ()

    def preview(
        self, path: Path, count: int, columns: Mapping[str, str]
    ) -> Table | None:
        """Return the first lines, a column for each field; None where it has marks."""
        rows: list[dict[str, Any]] = []
        with path.open("rb") as file:
            for line in _lines(file):
                if line.isspace():
                    continue
                rows.append(load_row(line))
                if "annotations" in rows[-1] or looks_like_a_task(rows[-1]):
                    return None
                if len(rows) == count:
                    break
        names = list(dict.fromkeys(key for row in rows for key in row))
        return preview(names, rows, columns)

    def lines(self, path: Path) -> Iterator[tuple[str, bytes | Problem]]:
        """Yield where each line is, and the line."""
        return lines_of(path)

    def read(self, path: Path, options: ReadOptions) -> Iterator[Item]:
        """Yield a record for each line, or why it was left out."""
        moment = now()
        for where, line in self.lines(path):
            if isinstance(line, Problem):
                yield line
                continue
            try:
                yield _record(line, where, moment, options)
            except InputError as error:
                yield Problem(where, f"{error}.")


class ProdigyReader(JsonlReader):
    """The same for files that hold Prodigy's tasks, also in one array."""

    name = "prodigy"
    title = "Prodigy JSONL"

    def sniff(self, path: Path, head: bytes) -> Claim:
        """Take files of tasks, unless they are this program's own."""
        for row in chain(rows_of_head(head), first_of(head)):
            if isinstance(row.get("annotations"), list):
                return Claim.NO
            if isinstance(row.get("text"), str) and looks_like_a_task(row):
                return Claim.SURE
        return Claim.NO

    def preview(
        self,
        path: Path,
        count: int,
        columns: Mapping[str, str],
    ) -> Table | None:
        """Return None: tasks have no columns to choose from."""
        return None

    def lines(self, path: Path) -> Iterator[tuple[str, bytes | Problem]]:
        """Yield each line, or each object of an array."""
        return objects_of(path)


def objects_of(path: Path) -> Iterator[tuple[str, bytes | Problem]]:
    """Yield where each object is, and the object: lines, or what is in an array."""
    if not _is_array(path):
        yield from lines_of(path)
        return
    try:
        with path.open("rb") as file:
            for number, element in enumerate(elements(file), 1):
                yield (
                    tr(
                        "{name}, line {line}, row {number}",
                        name=path.name,
                        line=element.line,
                        number=number,
                    ),
                    element.data,
                )
    except InputError as error:
        yield path.name, Problem(path.name, f"{error}.")


def _is_array(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(HEAD_BYTES).removeprefix(_BOM).lstrip().startswith(b"[")
    except OSError:
        return False


def rows_of_head(head: bytes, limit: int = 50) -> Iterator[dict[str, Any]]:
    """Yield the objects in the whole lines at the start of a file."""
    lines = head.removeprefix(_BOM).lstrip().split(b"\n", limit)
    for line in lines[:limit]:
        if not line.startswith(b"{"):
            return
        try:
            row = orjson.loads(line)
        except orjson.JSONDecodeError:
            return
        yield row


def lines_of(path: Path) -> Iterator[tuple[str, bytes | Problem]]:
    """Yield where each line is that is not blank, and the line.

    What cannot be read is a problem in place of a line.
    """
    try:
        with path.open("rb") as file:
            for number, line in enumerate(_lines(file), 1):
                if line and not line.isspace():
                    yield (
                        tr("{name}, line {number}", name=path.name, number=number),
                        line,
                    )
    except OSError as error:
        problem = Problem(
            path.name, tr("it cannot be read ({reason}).", reason=reason_of(error))
        )
        yield path.name, problem
    except _NotUtf8Error as error:
        yield path.name, Problem(path.name, f"{error}.")


class _NotUtf8Error(InputError):
    """The file as a whole is in another encoding."""


def _lines(file: BinaryIO) -> Iterator[bytes]:
    """Yield the lines; of one that is too long only the beginning."""
    first = True
    while line := file.readline(MAX_LINE_BYTES):
        cut_off = len(line) == MAX_LINE_BYTES and not line.endswith(b"\n")
        if first:
            first = False
            line = line if cut_off else line.removeprefix(_BOM)
            if line.startswith(_UTF_16):
                raise _NotUtf8Error(tr("it is in UTF-16; save it as UTF-8"))
        yield line
        if cut_off:
            while (piece := file.readline(_PIECE)) and not piece.endswith(b"\n"):
                pass


def _record(line: bytes, where: str, moment: str, options: ReadOptions) -> Record:
    row = _with_labels(load_row(line))
    columns = options.columns
    if _is_article_of_others(row, columns):
        return make_record(row, choose(list(row), [row], columns), where)
    offsets = OffsetMap(_text(row))
    text = offsets.text
    losses: list[str] = []
    if not isinstance(row.get("annotations"), list) and looks_like_a_task(row):
        return _task(row, offsets, where, moment, options)
    identity = document_id(text)
    tokens = own = None
    if isinstance(row.get("annotations"), list):
        own = read_own_layer(row, offsets, identity, losses)
        tokens = read_tokens(row, offsets, losses)
    else:
        _name_foreign_marks(row, losses)
    details = row_details(row, text)
    zones = read_zones(row, offsets, identity, losses)
    return Record(identity, text, details, own, tokens, where, tuple(losses), zones)


def _with_labels(row: dict[str, Any]) -> dict[str, Any]:
    """Return a row in which labels of the whole text are details.

    doccano's projects of classification have them as annotations of nothing.
    """
    given = row.get("annotations")
    is_whole = isinstance(given, list) and all(
        isinstance(one, dict)
        and isinstance(one.get("label"), str | int)
        and one.keys().isdisjoint(_OF_SPANS)
        for one in given
    )
    if not given or not is_whole:
        return row
    rest = {key: value for key, value in row.items() if key != "annotations"}
    return {"labels": [one["label"] for one in given]} | rest


def _task(
    row: dict[str, Any],
    offsets: OffsetMap,
    where: str,
    moment: str,
    options: ReadOptions,
) -> Record:
    losses: list[str] = []
    layer = read_task(row, offsets, moment, losses, options.annotator)
    zones = read_zones(row, offsets, document_id(offsets.text), losses)
    document = ForeignDocument(
        offsets.text,
        row_details(row, offsets.text),
        where,
        () if layer is None else (layer,),
        losses=(*losses, *offsets.repairs()),
        zones=zones,
    )
    return next(assemble(document, options.mapping))


def _is_article_of_others(row: dict[str, Any], columns: Mapping[str, str]) -> bool:
    """Return whether it is an article alone whose text is called otherwise."""
    if isinstance(row.get("annotations"), list) or looks_like_a_task(row):
        return False
    return bool(columns) or (row.get("text") is None and has_text(row))


def load_row(line: bytes) -> dict[str, Any]:
    """Return the object in a line.

    Raises:
        InputError: There is none; half a sentence.
    """
    if len(line) >= MAX_LINE_BYTES:
        raise InputError(tr("the line is too long to be an article"))
    try:
        row = orjson.loads(line)
    except orjson.JSONDecodeError as error:
        raise InputError(_why(line, error)) from error
    if not isinstance(row, dict):
        raise InputError(tr("the line is no JSON object with a “text”"))
    return row


def _why(line: bytes, error: orjson.JSONDecodeError) -> str:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError as fault:
        return tr("the line is not valid UTF-8 (byte {place})", place=fault.start + 1)
    return tr(
        "the line is not valid JSON ({msg}, character {place})",
        msg=error.msg,
        place=error.pos + 1,
    )


def _text(row: dict[str, Any]) -> str:
    text = row.get("text")
    if text is None:
        raise InputError(tr("the line has no “text”"))
    if not isinstance(text, str):
        raise InputError(tr("its “text” is no text"))
    return text


def row_details(
    row: Mapping[str, Any], text: str, others: frozenset[str] = frozenset()
) -> Details:
    """Return what a line says of its article besides the text.

    Args:
        row: The line's object.
        text: As it is stored.
        others: Keys besides the usual that are no details.
    """
    meta = row.get("meta")
    if isinstance(meta, dict):
        if is_id(meta.get("document_id")):
            return unwrap_meta(meta)
    elif meta is None:
        meta = {}
    else:
        meta = {"meta": meta}
    top = {
        key: value
        for key, value in row.items()
        if key not in _NOT_DETAILS and key not in others and not key.startswith("_")
    }
    return gather(text, top, meta)


def _name_foreign_marks(row: dict[str, Any], losses: list[str]) -> None:
    for key in _FOREIGN_MARKS:
        marks = row.get(key)
        if isinstance(marks, list) and any(isinstance(m, list | dict) for m in marks):
            losses.append(
                tr(
                    "What “{key}” marks was kept as metadata only: this format "
                    "has marks in “spans”; if doccano wrote it, say --format "
                    "doccano.",
                    key=key,
                )
            )
