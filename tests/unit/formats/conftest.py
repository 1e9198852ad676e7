"""What the tests of formats share."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from annotator.domain.progress import Progress
from annotator.domain.records import ExportReport, Problem, Record
from annotator.domain.resources import resource
from annotator.domain.schema import Schema
from annotator.domain.schema_toml import load_schema
from annotator.formats.registry import ReadOptions, WriteOptions, reader_for, writer

Export = Callable[..., tuple[Path, ExportReport]]


@pytest.fixture(scope="session")
def schema() -> Schema:
    """Return the schema that new projects get."""
    return load_schema(resource("schemas", "news.toml"))


@pytest.fixture
def export(schema: Schema, tmp_path: Path) -> Export:
    """Return a function that writes records and gives file and report."""

    def run(
        records: Iterable[Record], format_name: str, name: str = "out", **options
    ) -> tuple[Path, ExportReport]:
        chosen = writer(format_name)
        target = tmp_path / f"{name}{chosen.suffix}"
        records = list(records)
        settings = WriteOptions(**{"schema": schema, **options})
        report = chosen.write(records, target, settings, Progress(), len(records))
        return target, report

    return run


def read(path: Path, name: str = "auto") -> list[Record | Problem]:
    """Return everything a file holds."""
    return list(reader_for(path, name).read(path, ReadOptions()))


def read_one(path: Path, name: str = "auto") -> Record:
    """Return the one record that a file holds."""
    (record,) = read(path, name)
    assert isinstance(record, Record), record
    return record
