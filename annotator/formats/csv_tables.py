"""CSV and TSV: an article a row; how a file is cut is told by its content."""

from __future__ import annotations

import codecs
import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from annotator.domain.errors import InputError
from annotator.domain.records import Problem
from annotator.domain.refusals import reason_of
from annotator.domain.wording import noop, tr
from annotator.formats.article_fields import ROLES, choose, named_roles, preview
from annotator.formats.base import HEAD_BYTES, Claim, Item, ReadOptions, Table
from annotator.formats.encoding import decode
from annotator.formats.rows_of_articles import SAMPLE_ROWS, articles
from annotator.formats.text_stream import lines, open_lines

MAX_FIELD = 10_000_000
"""Characters of a cell; more means that a quote is left open."""

_DELIMITERS = (",", "\t", ";", "|")
_LONG_NAME = 80
_MAX_HEADER = 2000

OURS = frozenset(
    ("annotation", "document", "annotator", "kind", "start", "end", "left")
)
"""Columns that only a table has that ``csv_annotations`` wrote."""


@dataclass(frozen=True, slots=True)
class Dialect:
    """How a file is cut into cells.

    Attributes:
        quoted: Cells may stand in quotes; otherwise a quote is a character.
    """

    delimiter: str
    quoted: bool = True

    def rows(self, source: Iterator[str]) -> Iterator[list[str]]:
        """Yield the cells of each row.

        Raises:
            InputError: A cell is too long; half a sentence.
        """
        csv.field_size_limit(MAX_FIELD)
        reader = (
            csv.reader(source, delimiter=self.delimiter)
            if self.quoted
            else csv.reader(source, delimiter=self.delimiter, quoting=csv.QUOTE_NONE)
        )
        try:
            yield from reader
        except csv.Error as error:
            raise InputError(
                tr(
                    "a cell before line {line} is too long or broken (is a "
                    "quote left open?)",
                    line=reader.line_num + 1,
                )
            ) from error


class CsvReader:
    """Reads tables in text files, a row at a time."""

    name = "csv"
    title = noop("Tables (CSV, TSV)")
    suffixes: tuple[str, ...] = (".csv", ".tsv", ".tab")
    by_folder = False
    column_roles = ROLES

    def sniff(self, path: Path, head: bytes) -> Claim:
        """Take what is called a table and has a column of articles.

        Whatever it is called, a table whose columns are called like those of articles.
        """
        if path.suffix.lower() not in self.suffixes:
            return Claim.LIKELY if _is_table_of_articles(head) else Claim.NO
        try:
            text = decode(_whole_lines(head)).text
            header, rows = split_header(list(_table(text)))
            choose(header, [dict(zip(header, r, strict=False)) for r in rows], {})
        except InputError:
            return Claim.MAYBE
        return Claim.LIKELY

    def companions(self, path: Path) -> tuple[Path, ...]:
        """Return nothing: the file is all there is."""
        return ()

    def preview(self, path: Path, count: int, columns: Mapping[str, str]) -> Table:
        """Return the table's top."""
        with open_lines(path) as file:
            start = "".join(islice(lines(file), SAMPLE_ROWS))
        header, rows = split_header(list(_table(start)))
        named = [dict(zip(header, row, strict=False)) for row in rows[:count]]
        return preview(header, named, columns)

    def read(self, path: Path, options: ReadOptions) -> Iterator[Item]:
        """Yield an article for each row, or why it was left out."""
        try:
            with open_lines(path) as file:
                start = "".join(islice(lines(file), SAMPLE_ROWS))
                file.seek(0)
                dialect = tell_dialect(start)
                yield from _articles(path.name, dialect.rows(lines(file)), options)
        except OSError as error:
            yield Problem(
                path.name, tr("it cannot be read ({reason}).", reason=reason_of(error))
            )
        except InputError as error:
            yield Problem(path.name, f"{error}.")


def tell_dialect(start: str) -> Dialect:
    """Return how a file is cut, by its first lines.

    The delimiter that gives most cells in rows of one length is it. A tab file in
    which quotes are characters shows more rows where they are taken so.
    """
    found = [(_score(start, Dialect(d)), Dialect(d)) for d in _DELIMITERS]
    bare = Dialect("\t", quoted=False)
    found.append((_score(start, bare), bare))
    return max(found, key=lambda pair: pair[0])[1]


def split_header(rows: Sequence[list[str]]) -> tuple[list[str], list[list[str]]]:
    """Return the names of the columns and the rows below them.

    Columns without names are numbered from 1.
    """
    rows = [row for row in rows if any(row)]
    if not rows:
        raise InputError(tr("it has no rows"))
    first = [cell.strip().removeprefix("\ufeff") for cell in rows[0]]
    width = max(map(len, rows))
    if _is_header(first):
        extra = [str(n) for n in range(len(first) + 1, width + 1)]
        return [*_distinct(first), *extra], list(rows[1:])
    return [str(n) for n in range(1, width + 1)], list(rows)


def _articles(
    name: str, rows: Iterator[list[str]], options: ReadOptions
) -> Iterator[Item]:
    top = list(islice(rows, SAMPLE_ROWS))
    header, below = split_header(top)
    if set(header) >= OURS and "text" not in options.columns:
        raise InputError(
            tr(
                "it is this program’s table of annotations, which has no "
                "articles in it; export JSONL, or another format that is read, "
                "to import it again"
            )
        )
    first = 1 if len(below) == sum(any(r) for r in top) else 2

    def named() -> Iterator[Mapping[str, object]]:
        for row in below:
            yield dict(zip(header, row, strict=False))
        for row in rows:
            if any(row):
                yield dict(zip(header, row, strict=False))

    yield from articles(name, header, named(), options, first)


def _table(start: str) -> Iterator[list[str]]:
    return tell_dialect(start).rows(iter(start.splitlines(keepends=True)))


def _is_table_of_articles(head: bytes) -> bool:
    """Tell from its names of columns, with rows as wide as these."""
    first = head.replace(b"\x00", b"").partition(b"\n")[0]
    if len(first) > _MAX_HEADER or b"text" not in first.lower().replace(
        b"body", b"text"
    ):
        return False
    try:
        text = decode(_whole_lines(head)).text
        header, *rows = [row for row in _table(text) if any(row)]
    except (InputError, ValueError):
        return False
    roles = named_roles(header)
    alike = sum(len(row) == len(header) for row in rows)
    return "text" in roles and len(roles) > 1 and alike >= len(rows) * 0.9 > 0


def _whole_lines(head: bytes) -> bytes:
    """Return the lines of a head that may be cut off, in whichever width of letters."""
    if len(head) < HEAD_BYTES:
        return head
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        wide = b"\n\x00" if head.startswith(codecs.BOM_UTF16_LE) else b"\x00\n"
        cut = head.rfind(wide)
        while cut >= 0 and cut % 2:
            cut = head.rfind(wide, 0, cut)
        return head[: cut + 2]
    return head.rpartition(b"\n")[0] or head


def _score(start: str, dialect: Dialect) -> tuple[float, int]:
    try:
        rows = [r for r in dialect.rows(iter(start.splitlines(keepends=True))) if r]
    except InputError:
        return (0.0, 0)
    if not rows:
        return (0.0, 0)
    width = len(rows[0])
    alike = sum(len(row) == width for row in rows) / len(rows)
    return (alike if width > 1 else 0.0, width * (2 if dialect.quoted else 1))


def _is_header(cells: Sequence[str]) -> bool:
    """Return whether a first row is names: short, none twice, none a number."""
    names = [cell for cell in cells if cell]
    return (
        bool(names)
        and len(set(names)) == len(names)
        and all(len(n) <= _LONG_NAME and not _is_number(n) for n in names)
    )


def _is_number(cell: str) -> bool:
    return cell.replace(".", "", 1).replace("-", "", 2).isdecimal()


def _distinct(names: Sequence[str]) -> list[str]:
    return [name or str(number) for number, name in enumerate(names, 1)]
