"""Data sets that Hugging Face's ``load_dataset`` reads from their folder.

A folder with ``data/PART.parquet`` (or ``.jsonl``) for each part of a split (``train``
alone without one) and ``README.md``, a dataset card that says in its header which file
is which part and what the columns are: see ``huggingface_features``. A target called
``….zip`` becomes a zip file of the folder.

Parquet is written in groups of rows, so that memory does not grow with the corpus.
The licence of the articles is theirs who own them, so the card says *unknown*.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from itertools import groupby
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, BinaryIO, Protocol

import orjson

from annotator.domain.errors import InputError
from annotator.domain.progress import Progress
from annotator.domain.records import ExportReport, PartReport, Problem, Record
from annotator.domain.schema import Schema
from annotator.domain.wording import noop, tr
from annotator.formats.base import Item, Limits, WriteOptions
from annotator.formats.docbin_own import read_record
from annotator.formats.finishing import finished
from annotator.formats.folders import Folder, replacing_folder, written_files
from annotator.formats.huggingface_card import card
from annotator.formats.huggingface_features import Features, arrow_schema
from annotator.formats.huggingface_rows import Row, RowMaker
from annotator.formats.rows import Marked
from annotator.formats.tallying import tallied

if TYPE_CHECKING:
    import pyarrow as pa  # type: ignore[import-untyped]

ONLY = "train"
"""The one part where there is no split."""

_GROUP = 200
"""Rows of a group in a Parquet file."""


class _Rows(Protocol):
    """A data file while it is written."""

    def add(self, row: Row) -> None:
        """Add a row."""
        ...


class HuggingFaceWriter:
    """Writes Parquet files and a dataset card."""

    name = "huggingface"
    title = noop("Hugging Face data set (Parquet)")
    suffix = ""
    needs_spacy = False
    needs_tokens = True
    folder = True
    limits = Limits(overlaps=False, cuts=False)
    finished_only = True
    """What its tags hold; its spans and frames hold everything."""
    default_split: Mapping[str, float] = {}
    _ending = "parquet"

    def write(
        self,
        records: Iterable[Record],
        target: Path,
        options: WriteOptions,
        progress: Progress,
        total: int,
    ) -> ExportReport:
        """Write *records* to the folder *target*, whole or not at all."""
        report = ExportReport(files=[str(target)], losses=options.losses)
        features = Features(_kinds(options))
        maker = RowMaker(features, options, report)
        wanted = finished(records, options, report)
        by_part = groupby(wanted, lambda r: options.parts.get(r.document_id, ONLY))
        parts: dict[str, PartReport] = {}
        with replacing_folder(target) as folder:
            for name, members in by_part:
                kinds, done = report.tally.kinds.copy(), report.records
                counted = tallied(members, self.limits, options, report)
                with self._opened(folder, name, features, maker) as rows:
                    for record in counted:
                        rows.add(maker.row(record))
                        report.records += 1
                        progress.step(report.records + report.left_out, total)
                parts[name] = PartReport(
                    name, report.records - done, report.tally.kinds - kinds
                )
            if not parts:
                parts[ONLY] = PartReport(ONLY, 0, Counter())
                with self._opened(folder, ONLY, features, maker):
                    pass
            readme = card(
                target.stem, features, maker.tags, list(parts.values()), self._ending
            )
            folder.write("README.md", readme.encode())
        if options.parts:
            report.parts = list(parts.values())
        return report

    @contextmanager
    def _opened(
        self, folder: Folder, part: str, features: Features, maker: RowMaker
    ) -> Iterator[_Rows]:
        with folder.opened(f"data/{part}.parquet") as file:
            rows = _Parquet(file, arrow_schema(features.columns))
            yield rows
            rows.finish()

    def read_back(self, target: Path) -> Iterator[Item]:
        """Yield the records of all data files, the spans compared with the frames."""
        for path in written_files(target, f"data/*.{self._ending}"):
            with path.open("rb") as file:
                for number, row in enumerate(self._rows(file), 1):
                    where = tr("{name}, row {number}", name=path.name, number=number)
                    try:
                        yield _record(row, where)
                    except InputError as error:
                        yield Problem(where, f"{error}.")

    def _rows(self, file: IO[bytes]) -> Iterator[Row]:
        import pyarrow.parquet as pq  # type: ignore[import-untyped]

        for batch in pq.ParquetFile(file).iter_batches(_GROUP):
            yield from batch.to_pylist()


class HuggingFaceJsonWriter(HuggingFaceWriter):
    """Writes JSON Lines and a dataset card; tags by their names."""

    name = "huggingface-jsonl"
    title = noop("Hugging Face data set (JSONL)")
    _ending = "jsonl"

    @contextmanager
    def _opened(
        self, folder: Folder, part: str, features: Features, maker: RowMaker
    ) -> Iterator[_Rows]:
        with folder.opened(f"data/{part}.jsonl") as file:
            yield _Json(file, maker)

    def _rows(self, file: IO[bytes]) -> Iterator[Row]:
        yield from map(orjson.loads, file)


class _Parquet:
    """A Parquet file while it is written, in groups of rows."""

    def __init__(self, file: BinaryIO, schema: pa.Schema) -> None:
        import pyarrow as pa
        import pyarrow.parquet as pq

        self._batch = pa.RecordBatch
        self._schema = schema
        self._writer = pq.ParquetWriter(file, schema, compression="zstd")
        self._waiting: list[Row] = []

    def add(self, row: Row) -> None:
        """Add a row."""
        self._waiting.append(row)
        if len(self._waiting) >= _GROUP:
            self._flush()

    def finish(self) -> None:
        """Write the rest and the footer."""
        self._flush()
        self._writer.close()

    def _flush(self) -> None:
        if self._waiting:
            batch = self._batch.from_pylist(self._waiting, schema=self._schema)
            self._writer.write_batch(batch)
            self._waiting.clear()


class _Json:
    """A file of JSON Lines while it is written."""

    def __init__(self, file: BinaryIO, maker: RowMaker) -> None:
        self._file = file
        self._maker = maker

    def add(self, row: Row) -> None:
        """Add a row."""
        if "ner_tags" in row:
            tags = self._maker.tags
            row["ner_tags"] = [tags[number] for number in row["ner_tags"]]
        self._file.write(orjson.dumps(row, option=orjson.OPT_APPEND_NEWLINE))


def _kinds(options: WriteOptions) -> list[Any]:
    schema: Schema = options.schema
    return [
        kind
        for kind in schema.kinds
        if options.kinds is None or kind.name in options.kinds
    ]


def _record(row: Row, where: str) -> Record:
    """Return the record of a row.

    Raises:
        InputError: Its spans are not those of its annotations.
    """
    data = {**row, "document_id": row["id"]}
    record = read_record(row["text"], data, where, (), None)
    layer = record.layer
    items: tuple[Marked, ...] = ()
    if layer is not None:
        items = (*layer.annotations, *layer.suggestions)
    expected = Counter(
        (item.id, role, start, end)
        for item in items
        for role, fragments in item.parts.items()
        for start, end in fragments
    )
    found = Counter(
        (span["annotation"], span["role"], span["start"], span["end"])
        for span in row["spans"]
    )
    if found != expected:
        raise InputError(tr("its spans are not those of its annotations"))
    return record
