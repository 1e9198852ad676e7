"""Excel workbooks and Parquet files: an article a row, read in portions."""

from __future__ import annotations

import warnings
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, islice
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

from annotator.domain.errors import InputError
from annotator.domain.records import Problem
from annotator.domain.refusals import reason_of
from annotator.domain.text import in_a_line
from annotator.domain.wording import noop, tr
from annotator.formats.article_fields import ROLES, as_json, preview
from annotator.formats.base import Claim, Item, ReadOptions, Table
from annotator.formats.csv_tables import split_header
from annotator.formats.office import BROKEN_ZIP, OLD_OFFICE, holds_part, refuse_harmful
from annotator.formats.rows_of_articles import SAMPLE_ROWS, articles

_PARQUET = b"PAR1"
_BROKEN = (
    *(KeyError, TypeError, AttributeError, IndexError, OSError, OverflowError),
    *(*BROKEN_ZIP, ET.ParseError, SyntaxError),
)
"""What the parts of a workbook raise that are not what they must be."""

_BATCH = 256


class ExcelReader:
    """Reads the first sheet of a workbook that has rows; formulas as their results."""

    name = "excel"
    title = noop("Excel workbook")
    suffixes: tuple[str, ...] = (".xlsx", ".xlsm", ".xls")
    by_folder = False
    column_roles = ROLES

    def sniff(self, path: Path, head: bytes) -> Claim:
        """Take packages with a workbook, and old workbooks to say what to do."""
        if holds_part(path, head, "xl/workbook.xml"):
            return Claim.SURE
        old = head.startswith(OLD_OFFICE) and path.suffix.lower() in self.suffixes
        return Claim.SURE if old else Claim.NO

    def companions(self, path: Path) -> tuple[Path, ...]:
        """Return nothing: the file is all there is."""
        return ()

    def preview(self, path: Path, count: int, columns: Mapping[str, str]) -> Table:
        """Return the top of the sheet."""
        top = [list(row) for row in islice(_sheet(path), count + 1)]
        header, below = split_header([[_shown(c) for c in row] for row in top])
        named = [dict(zip(header, row, strict=False)) for row in below[:count]]
        return preview(header, named, columns)

    def read(self, path: Path, options: ReadOptions) -> Iterator[Item]:
        """Yield an article for each row, or why it was left out."""
        try:
            rows = _sheet(path)
            top = list(islice(rows, SAMPLE_ROWS))
            header, below = split_header([[_shown(c) for c in row] for row in top])
            skipped = sum(any(_shown(c) for c in row) for row in top) - len(below)
            full = (r for r in chain(top, rows) if any(c is not None for c in r))
            named = (
                dict(zip(header, row, strict=False))
                for row in islice(full, skipped, None)
            )
            yield from articles(path.name, header, named, options, 1 + skipped)
        except InputError as error:
            yield Problem(path.name, f"{error}.")


class ParquetReader:
    """Reads a Parquet file, some rows at a time."""

    name = "parquet"
    title = "Parquet"
    suffixes: tuple[str, ...] = (".parquet", ".pq")
    by_folder = False
    column_roles = ROLES

    def sniff(self, path: Path, head: bytes) -> Claim:
        """Take what starts with the format's mark."""
        return Claim.SURE if head.startswith(_PARQUET) else Claim.NO

    def companions(self, path: Path) -> tuple[Path, ...]:
        """Return nothing: the file is all there is."""
        return ()

    def preview(self, path: Path, count: int, columns: Mapping[str, str]) -> Table:
        """Return the file's top."""
        import pyarrow as pa  # type: ignore[import-untyped]
        from pyarrow import parquet

        try:
            with parquet.ParquetFile(path, memory_map=True) as file:
                names = [str(name) for name in file.schema_arrow.names]
                return preview(names, list(islice(_parquet_rows(file), count)), columns)
        except (OSError, ValueError, pa.ArrowException) as error:
            raise InputError(
                tr("it is damaged Parquet ({error})", error=in_a_line(error))
            ) from error

    def read(self, path: Path, options: ReadOptions) -> Iterator[Item]:
        """Yield an article for each row, or why it was left out."""
        import pyarrow as pa
        from pyarrow import parquet

        try:
            with parquet.ParquetFile(path, memory_map=True) as file:
                names = [str(name) for name in file.schema_arrow.names]
                rows = _parquet_rows(file)
                yield from articles(path.name, names, rows, options, 1)
        except InputError as error:
            yield Problem(path.name, f"{error}.")
        except (OSError, ValueError, pa.ArrowException) as error:
            yield Problem(
                path.name,
                tr("it is damaged Parquet ({error}).", error=in_a_line(error)),
            )


def _parquet_rows(file: Any) -> Iterator[Mapping[str, object]]:
    for batch in file.iter_batches(batch_size=_BATCH, use_threads=False):
        yield from batch.to_pylist()


def _sheet(path: Path) -> Iterator[Sequence[object]]:
    """Yield the rows of the first sheet that has any."""
    try:
        with path.open("rb") as file:
            if file.read(8) == OLD_OFFICE:
                raise InputError(
                    tr(
                        "it is in the format of Excel before 2007 or has a "
                        "password; save it as .xlsx without one"
                    )
                )
        with zipfile.ZipFile(path) as package:
            refuse_harmful(package)
    except OSError as error:
        raise InputError(
            tr("it cannot be read ({reason})", reason=reason_of(error))
        ) from error
    except BROKEN_ZIP as error:
        raise InputError(tr("it is a damaged workbook")) from error
    try:
        yield from _workbook_rows(path)
    except _BROKEN as error:
        raise InputError(
            tr("it is a damaged workbook ({error})", error=in_a_line(error))
        ) from error


def _workbook_rows(path: Path) -> Iterator[Sequence[object]]:
    from openpyxl import load_workbook  # type: ignore[import-untyped]

    with path.open("rb") as file, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        # From a file: a path it would judge by its name.
        book = load_workbook(file, read_only=True, data_only=True, keep_links=False)
        try:
            for sheet in book.worksheets:
                rows = sheet.iter_rows(values_only=True)
                first = next((r for r in rows if any(c is not None for c in r)), None)
                if first is not None:
                    yield first
                    yield from rows
                    return
        finally:
            book.close()


def _shown(cell: object) -> str:
    value = as_json(cell)
    return "" if value is None else str(value)
