"""Importing and exporting annotated documents through every annotated format.

Each writer writes the same invented articles (see ``corpus``; 87 annotations each),
each reader of the same name reads that file again; own JSONL, in the same run, is what
they are compared with. Both happen in a child process of their own, and what is told
besides CPU time is the most memory that process ever had beyond what it had when all
modules were loaded.
"""

from __future__ import annotations

import multiprocessing
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from annotator.domain.ids import DocumentId
from annotator.domain.progress import Progress
from annotator.domain.records import Record
from annotator.domain.resources import resource as shipped
from annotator.domain.schema_toml import load_schema
from annotator.formats.registry import (
    PartsWriter,
    ReadOptions,
    WriteOptions,
    find_files,
    readers,
    writer,
    writers,
)
from tests.benchmarks.corpus import records

ONE_WAY = frozenset(("csv",))
"""The reader of that name reads tables of articles."""

Figures = tuple[float, float]
"""CPU seconds and MB."""

OWN = "jsonl"
TARGET = 3.0
MOST_MB = 500.0
BINARY = frozenset(("docbin", "spacy-project", "huggingface"))
"""No text formats: their figures are told, not judged."""


def write(name: str, target: Path, count: int) -> None:
    """Export *count* documents."""
    schema = load_schema(shipped("schemas", "news.toml"))
    chosen, parts = writer(name), {}
    if isinstance(chosen, PartsWriter) and chosen.default_split:
        ids: list[DocumentId] = [record.document_id for record in records(count)]
        names = [n for n in chosen.default_split for _ in range(count // 2 + 1)]
        parts = dict(zip(ids, names, strict=False))
    options = WriteOptions(schema, parts=parts)
    chosen.write(records(count), target, options, Progress(), count)


def read(name: str, target: Path, count: int) -> None:
    """Import what was exported."""
    (reader,) = [candidate for candidate in readers() if candidate.name == name]
    found = 0
    taken: set[Path] = set()
    for path in find_files([target]):
        if path in taken:
            continue
        taken.update(reader.companions(path))
        for item in reader.read(path, ReadOptions()):
            found += isinstance(item, Record)
    if found < count:
        raise ValueError(f"{name}: {found} of {count} documents came back")


def make_only(name: str, target: Path, count: int) -> None:
    """Make the records and do nothing with them: what writing is not."""
    for _ in records(count):
        pass


def measured(call: Callable[..., None], name: str, target: Path, count: int) -> Figures:
    """Return what a call costs in a process of its own."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    child = context.Process(target=_serve, args=(theirs, call, name, target, count))
    child.start()
    theirs.close()
    try:
        figures: Figures = ours.recv()
    except EOFError as error:
        raise RuntimeError(f"{name} failed") from error
    finally:
        child.join()
    return figures


def _serve(
    pipe: Connection, call: Callable[..., None], name: str, target: Path, count: int
) -> None:
    # A first, small run loads all modules.
    with tempfile.TemporaryDirectory() as folder:
        small = Path(folder, f"small{target.suffix}")
        if call is read:
            write(name, small, 6)
        call(name, small, 6)
    memory, start = _peak_mb(), time.process_time()
    call(name, target, count)
    pipe.send((time.process_time() - start, _peak_mb() - memory))


def _peak_mb() -> float:
    size = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return size / (1 << 20 if sys.platform == "darwin" else 1 << 10)


def _rows(count: int, names: set[str]) -> Iterator[dict[str, Any]]:
    readable = {candidate.name for candidate in readers()}
    made, _ = measured(make_only, OWN, Path("none"), count)
    limits: dict[str, float] = {}
    ordered = sorted(writers(), key=lambda w: w.name != OWN)
    with tempfile.TemporaryDirectory() as folder:
        for chosen in ordered:
            if names and chosen.name not in {*names, OWN}:
                continue
            target = Path(folder, f"bench-{chosen.name}{chosen.suffix}")
            for what, call in (("export", write), ("import", read)):
                if call is read and chosen.name not in readable - ONE_WAY:
                    continue
                seconds, memory = measured(call, chosen.name, target, count)
                seconds -= made if call is write else 0
                limits.setdefault(what, seconds)
                yield _time_row(what, chosen.name, seconds, limits[what])
                yield _memory_row(what, chosen.name, memory)


def _time_row(what: str, name: str, seconds: float, limit: float) -> dict[str, Any]:
    judged = name not in BINARY
    ratio = seconds / limit
    return {
        "name": f"{what} {name}",
        "value": seconds,
        "unit": "s",
        "limit": limit,
        "limit_name": "own JSONL",
        "ratio": ratio,
        "target": f"≤ {TARGET:g} ×" if judged else "",
        "ok": ratio <= TARGET if judged else None,
    }


def _memory_row(what: str, name: str, memory: float) -> dict[str, Any]:
    return {
        "name": f"{what} {name}: memory",
        "value": memory,
        "unit": "MB",
        "target": f"≤ {MOST_MB:g} MB",
        "ok": memory <= MOST_MB,
    }


def run(
    *, quick: bool = False, count: int = 0, names: set[str] | None = None
) -> list[dict[str, object]]:
    """Measure every format that is written and read.

    Args:
        count: Of documents; 0 for the usual number.
        names: Only these formats, and own JSONL.
    """
    count = count or (200 if quick else 10_000)
    rows = list(_rows(count, names or set()))
    for line in rows:
        line["name"] = f"{line['name']}, {count} documents"
    return rows


if __name__ == "__main__":
    from tests.benchmarks.__main__ import print_table

    numbers = [int(word) for word in sys.argv[1:] if word.isdigit()]
    chosen = {word for word in sys.argv[1:] if not word.isdigit() and word[0] != "-"}
    print_table(
        run(quick="--quick" in sys.argv, count=sum(numbers), names=chosen or None)
    )
