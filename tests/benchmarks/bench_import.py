"""Importing annotated articles, beside the same rows by bare ``executemany``.

Ours is all of it: reading the JSONL, deciding what is new, and writing. The limit
writes the very rows that the import left, search index included, with sqlite3
alone into tables of the same definition.
"""

from __future__ import annotations

import gc
import sqlite3
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from tests.benchmarks.corpus import records

TARGET = 6.0


def write_jsonl(path: Path, count: int) -> int:
    """Write the corpus as our own JSONL; return how many fragments it holds."""
    from annotator.domain.progress import Progress
    from annotator.domain.schema_toml import load_schema
    from annotator.formats.registry import WriteOptions, writer
    from annotator.services.project import default_schema_file

    made = list(records(count))
    options = WriteOptions(schema=load_schema(default_schema_file()))
    writer("jsonl").write(iter(made), path, options, Progress(), count)
    return sum(
        len(spans)
        for record in made
        for annotation in record.layer.annotations
        for spans in annotation.parts.values()
    )


def ours(jsonl: Path, target: Path) -> float:
    """Return the seconds that an import takes."""
    from annotator.services.importing import import_paths
    from annotator.services.project import Project

    with Project.create(target) as project:
        gc.collect()
        start = time.perf_counter()
        import_paths(project, [jsonl])
        return time.perf_counter() - start


def bare(filled: Path, empty: Path) -> float:
    """Return the seconds that the same rows take by bare ``executemany``."""
    source = sqlite3.connect(filled)
    target = sqlite3.connect(empty)
    target.executescript("PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL")
    tables = [
        name
        for name, sql in source.execute(
            "SELECT name, sql FROM sqlite_master WHERE type = 'table'"
        )
        if not name.startswith("sqlite_") and "_search" not in name
    ]
    rows = {t: source.execute(f"SELECT * FROM {t}").fetchall() for t in tables}  # noqa: S608
    search = source.execute(
        "SELECT d.position, d.title, t.text FROM documents d"
        " JOIN document_texts t ON t.document_id = d.id"
    ).fetchall()
    target.execute("PRAGMA foreign_keys=OFF")
    for table in tables:
        target.execute(f"DELETE FROM {table}")  # noqa: S608 - what a new file holds
    target.commit()
    gc.collect()
    start = time.perf_counter()
    with target:
        for table, held in rows.items():
            if held:
                marks = ",".join("?" * len(held[0]))
                target.executemany(f"INSERT INTO {table} VALUES ({marks})", held)  # noqa: S608
        target.executemany(
            "INSERT INTO document_search (rowid, title, text) VALUES (?, ?, ?)", search
        )
    seconds = time.perf_counter() - start
    target.close()
    source.close()
    return seconds


def run(*, quick: bool = False) -> list[dict[str, Any]]:
    """Return the figures: medians of interleaved rounds."""
    from annotator.services.project import Project

    count, rounds = (100, 2) if quick else (1000, 3)
    pairs = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        jsonl = folder / "corpus.jsonl"
        fragments = write_jsonl(jsonl, count)
        for number in range(rounds):
            filled, empty = folder / f"a{number}.annot", folder / f"b{number}.annot"
            seconds = ours(jsonl, filled)
            Project.create(empty).close()
            pairs.append((seconds, bare(filled, empty)))
    mine = statistics.median(pair[0] for pair in pairs)
    limit = statistics.median(pair[1] for pair in pairs)
    return [
        {
            "name": f"import {count} articles, {fragments:,} spans",
            "value": mine,
            "unit": "s",
            "limit": limit,
            "limit_name": "same rows, bare executemany",
            "ratio": mine / limit,
            "target": f"≤ {TARGET:g} ×",
            "ok": mine / limit <= TARGET,
        }
    ]


if __name__ == "__main__":
    for row in run():
        sys.stdout.write(f"{row}\n")
