"""Importing and exporting annotated documents through every annotated format.

Two levels: the readers and writers alone, and whole imports and exports, out of a
project (the file read back and compared, as always) and into a new one. Each writes
the same invented articles (see ``corpus``; 87 annotations each) and reads them again;
own JSONL, on the same level in the same run, is what they are compared with. Each
happens in a child process of its own, and what is told besides CPU time is the most
memory that process ever had.

``python -m tests.benchmarks.bench_formats [--quick] [COUNT] [alone|project] [NAME...]``
"""

from __future__ import annotations

import multiprocessing
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from annotator.domain.ids import DocumentId
from annotator.domain.progress import Progress
from annotator.domain.records import ImportReport, Record
from annotator.domain.resources import resource as shipped
from annotator.domain.schema_toml import load_schema
from annotator.formats.registry import (
    PartsWriter,
    ReadOptions,
    WriteOptions,
    Writer,
    find_files,
    readers,
    writer,
    writers,
)
from annotator.services.exporting import ExportRequest, export
from annotator.services.importing import ImportRequest, import_paths
from annotator.services.project import Project
from tests.benchmarks.__main__ import cells, print_table
from tests.benchmarks.corpus import records

ONE_WAY = frozenset(("csv",))
"""The reader of that name reads tables of articles."""

Figures = tuple[float, float]
"""CPU seconds and MB."""

Call = Callable[[str, Path, int], None]
"""Of a format, a target and a number of documents."""

OWN = "jsonl"
PROJECT = "bench.annot"
TARGET = 3.0
MOST_MB = 500.0
FEW, ROUNDS = 1000, 3
"""Fewer documents are gone through that often, and the best time counts."""
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


def take_out(name: str, target: Path, count: int) -> None:
    """Export the project beside the target."""
    report = export(target.with_name(PROJECT), target, ExportRequest(name))
    if report.records != count or report.faults:
        raise ValueError(f"{name}: {report.records} of {count}; {report.faults}")


def bring_in(name: str, target: Path, count: int) -> None:
    """Import what was exported into a new project."""
    with tempfile.TemporaryDirectory(dir=target.parent) as folder:
        found = fill(Path(folder, PROJECT), name, target)
    if found.documents != count or found.annotations < count:
        raise ValueError(f"{name}: {found}")


def fill(project: Path, name: str, source: Path) -> ImportReport:
    """Import into a new project."""
    with Project.create(project) as made:
        return import_paths(made, [source], ImportRequest(name))


def make_project(name: str, target: Path, count: int) -> None:
    """Put the documents into a project beside the target."""
    source = target.with_name("corpus.jsonl")
    write(OWN, source, count)
    fill(target.with_name(PROJECT), OWN, source)
    source.unlink()


def make_only(name: str, target: Path, count: int) -> None:
    """Make the records and do nothing with them: what writing is not."""
    for _ in records(count):
        pass


def measured(call: Call, name: str, target: Path, count: int) -> Figures:
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


def _serve(pipe: Connection, call: Call, name: str, target: Path, count: int) -> None:
    # A first, small run loads all modules.
    with tempfile.TemporaryDirectory() as folder:
        small = Path(folder, f"small{target.suffix}")
        if call in (read, bring_in):
            write(name, small, 6)
        elif call is take_out:
            make_project(name, small, 6)
        call(name, small, 6)
    times = []
    for _ in range(ROUNDS if count < FEW else 1):
        start = time.process_time()
        call(name, target, count)
        times.append(time.process_time() - start)
    pipe.send((min(times), _peak_mb()))


def _peak_mb() -> float:
    """Return the most memory that this process has had."""
    try:
        status = Path("/proc/self/status").read_text("ascii")
    except OSError:
        size = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return size / (1 << 20 if sys.platform == "darwin" else 1 << 10)
    (line,) = (n for n in status.splitlines() if n.startswith("VmHWM:"))
    return int(line.split()[1]) / (1 << 10)


LEVELS: dict[str, tuple[tuple[str, Call], ...]] = {
    "alone": (("write", write), ("read", read)),
    "project": (("export", take_out), ("import", bring_in)),
}


def _rows(count: int, levels: set[str], names: set[str]) -> Iterator[dict[str, Any]]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        made, _ = measured(make_only, OWN, folder / "none", count)
        if "project" in levels:
            make_project(OWN, folder / "none", count)
        for level, calls in LEVELS.items():
            if level not in levels:
                continue
            limits: dict[str, float] = {}
            for chosen in sorted(writers(), key=lambda w: w.name != OWN):
                if chosen.name == OWN or chosen.name in (names or {chosen.name}):
                    yield from _both(chosen, folder, count, calls, made, limits)


def _both(
    chosen: Writer,
    folder: Path,
    count: int,
    calls: Iterable[tuple[str, Call]],
    made: float,
    limits: dict[str, float],
) -> Iterator[dict[str, Any]]:
    """Yield the rows of a format, out and in; nothing is left of what it wrote."""
    readable = {candidate.name for candidate in readers()} - ONE_WAY
    with tempfile.TemporaryDirectory(dir=folder) as inner:
        target = Path(inner, f"bench-{chosen.name}{chosen.suffix}")
        target.with_name(PROJECT).symlink_to(folder / PROJECT)
        for what, call in calls:
            if call in (read, bring_in) and chosen.name not in readable:
                continue
            seconds, memory = measured(call, chosen.name, target, count)
            seconds -= made if call is write else 0
            limits.setdefault(what, seconds)
            rows = (
                _time_row(what, chosen.name, seconds, limits[what]),
                _memory_row(what, chosen.name, memory),
            )
            for row in rows:
                sys.stderr.write("  ".join(cells(row)) + "\n")
                yield row


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
    *,
    quick: bool = False,
    count: int = 0,
    levels: set[str] | None = None,
    names: set[str] | None = None,
) -> list[dict[str, object]]:
    """Measure every format that is written and read.

    Args:
        count: Of documents; 0 for the usual number.
        levels: Of ``LEVELS``; None for all.
        names: Only these formats, and own JSONL; None for all.
    """
    count = count or (200 if quick else 10_000)
    rows = list(_rows(count, levels or set(LEVELS), names or set()))
    for line in rows:
        line["name"] = f"{line['name']}, {count} documents"
    return rows


if __name__ == "__main__":
    words = {word for word in sys.argv[1:] if not word.startswith("-")}
    numbers = {word for word in words if word.isdigit()}
    print_table(
        run(
            quick="--quick" in sys.argv,
            count=sum(map(int, numbers)),
            levels=words & set(LEVELS),
            names=words - numbers - set(LEVELS),
        )
    )
