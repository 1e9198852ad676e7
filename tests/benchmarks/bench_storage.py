"""What saving, importing and reading cost beside bare SQLite on the same tables.

Everything bare runs on a file of the same kind (WAL, same tables and indexes, FTS
included, same ``synchronous`` and cache) and in turns with ours, so that whatever
else the machine does falls on both alike.
"""

from __future__ import annotations

import gc
import json
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from annotator.domain.annotations import Annotation, now
from annotator.domain.documents import DocumentFilter, Status
from annotator.domain.ids import (
    AnnotationId,
    AnnotatorId,
    DocumentId,
    OperationId,
    new_id,
)
from annotator.domain.layers import LayerChange, Operation
from annotator.domain.progress import Progress
from annotator.domain.records import LayerRecord, Record
from annotator.storage.store import Store
from tests.benchmarks.corpus import ANNOTATIONS, records

Rows = dict[str, list[tuple[object, ...]]]

_TABLES = (
    "annotators",
    "documents",
    "document_texts",
    "tokens",
    "layers",
    "annotations",
    "fragments",
)
_BARE_READS = (
    """SELECT * FROM documents AS d JOIN document_texts AS t ON t.document_id = d.id
    LEFT JOIN tokens AS k ON k.document_id = d.id WHERE d.id = :d""",
    """SELECT id, kind, label, attributes, note, origin, created, modified
    FROM annotations WHERE document_id = :d AND annotator_id = :a
    ORDER BY start, "end" DESC, rowid""",
    """SELECT f.annotation_id, f.role, f.start, f."end" FROM annotations AS a
    JOIN fragments AS f ON f.annotation_id = a.id
    WHERE a.document_id = :d AND a.annotator_id = :a
    ORDER BY a.start, a."end" DESC, a.rowid, f.position""",
    "SELECT * FROM links WHERE document_id = :d AND annotator_id = :a",
    "SELECT * FROM layers WHERE document_id = :d AND annotator_id = :a",
)
# The order in which an import meets them, not that of the index.
_ORDER = {
    "fragments": " NATURAL JOIN (SELECT id AS annotation_id, rowid AS turn"
    " FROM annotations) ORDER BY turn, position",
}


# -- saving one annotation -------------------------------------------------


def bench_save(folder: Path, saves: int) -> dict[str, object]:
    """Compare committing one annotation with its log entry to a one-row commit."""
    record = next(records(1))
    models = _layer(record).annotations
    bare = _bare_connection(folder / "bare.db")
    bare.execute("CREATE TABLE one (id TEXT PRIMARY KEY, value TEXT)")
    value = json.dumps({"start": 1, "end": 5, "label": "PERSON", "text": "x" * 40})
    ours_s: list[float] = []
    bare_s: list[float] = []
    with Store.create(folder / "save.annot", schema_toml="", name="save") as store:
        with store.bulk() as bulk:
            bulk.add_document(record)
        annotator = store.annotator("ann").id
        gc.collect()
        for turn in range(saves):
            operation = _operation(record, annotator, models[turn % ANNOTATIONS])
            ours_s.append(_clock(lambda op=operation: store.commit(op)))
            row = (new_id(), value)
            bare_s.append(_clock(lambda row=row: _insert_one(bare, row)))
    bare.close()
    ours, limit = _p99(ours_s), _p99(bare_s)
    row = _row("save one annotation and its log entry, p99", ours * 1e3, "ms")
    row |= _against(limit * 1e3, "bare one-row commit, p99", ours / limit, 5.0)
    middle, bare_middle = statistics.median(ours_s), statistics.median(bare_s)
    row["detail"] = (
        f"median {middle * 1e3:.2f} ms, bare {bare_middle * 1e3:.2f} ms,"
        f" {middle / bare_middle:.2f} ×; {saves} saves in turns"
    )
    return row


def _operation(record: Record, annotator: AnnotatorId, model: Annotation) -> Operation:
    identity = AnnotationId(new_id())
    moment = now()
    annotation = Annotation(
        identity, model.kind, model.label, model.parts, {}, "", "manual", moment, moment
    )
    forward = LayerChange(record.document_id, annotator, put=(annotation,))
    inverse = LayerChange(record.document_id, annotator, removed=(identity,))
    return Operation(OperationId(new_id()), "Mark", moment, forward, inverse)


def _insert_one(connection: sqlite3.Connection, row: tuple[str, str]) -> None:
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("INSERT INTO one VALUES (?, ?)", row)
    connection.execute("COMMIT")


# -- importing and reading -------------------------------------------------


def bench_import_and_read(
    folder: Path, documents: int, rounds: int
) -> Iterator[dict[str, object]]:
    """Compare bulk import, and reading for export, to the bare rows."""
    corpus = list(records(documents))
    with _empty(folder, "corpus") as store:
        _import(store, corpus)
        rows = _all_rows(store)
        yield _bench_import(folder, corpus, rows, rounds)
        yield _bench_read(store, rounds + 2)
        yield from _bench_lists(store)


def _bench_import(
    folder: Path, corpus: list[Record], rows: Rows, rounds: int
) -> dict[str, object]:
    seconds: dict[str, list[float]] = {"ours": [], "bare": [], "unchecked": []}
    for turn in range(rounds):
        for name, found in seconds.items():
            with _empty(folder, f"{name}{turn}") as store:
                if name == "unchecked":
                    store._db.raw.execute("PRAGMA foreign_keys = OFF")
                gc.collect()
                started = time.process_time()
                if name == "ours":
                    _import(store, corpus)
                else:
                    _executemany(store, rows)
                found.append(time.process_time() - started)
    best = {name: min(found) for name, found in seconds.items()}
    ours, limit = best["ours"], best["bare"]
    number = sum(len(_layer(record).annotations) for record in corpus)
    row = _row(f"import {len(corpus)} articles, {number} annotations, CPU", ours, "s")
    row |= _against(limit, "same rows by executemany, FTS in both", ours / limit, 3.0)
    row["detail"] = (
        f"{len(rows['fragments'])} fragments; {ours / best['unchecked']:.2f} × with"
        f" foreign keys off in the bare run; best of {rounds} in turns"
    )
    return row


def _empty(folder: Path, name: str) -> Store:
    return Store.create(folder / f"{name}.annot", schema_toml="", name=name)


def _layer(record: Record) -> LayerRecord:
    assert record.layer is not None
    return record.layer


def _import(store: Store, corpus: list[Record]) -> None:
    with store.bulk() as bulk:
        for record in corpus:
            layer = _layer(record)
            annotator = bulk.annotator(layer.annotator).id
            bulk.add_document(record)
            bulk.add_layer(
                record, annotator, layer.annotations, layer.links, layer.status
            )


def _all_rows(store: Store) -> Rows:
    columns = {
        name: ", ".join(f'"{r[1]}"' for r in store._db.rows(_info(name)))
        for name in _TABLES
    }
    rows = {}
    for name in _TABLES:
        query = f"SELECT {columns[name]} FROM {name}{_ORDER.get(name, '')}"  # noqa: S608
        rows[name] = store._db.rows(query)
    rows["document_search (rowid, title, text)"] = store._db.rows(
        "SELECT position, title, text FROM searchable_documents"
    )
    return rows


def _info(name: str) -> str:
    return f"PRAGMA table_info({name})"


def _executemany(store: Store, rows: Rows) -> None:
    raw = store._db.raw
    raw.execute("PRAGMA synchronous = FULL")
    raw.execute("BEGIN IMMEDIATE")
    for name, found in rows.items():
        marks = ", ".join("?" * len(found[0]))
        raw.executemany(f"INSERT INTO {name} VALUES ({marks})", found)  # noqa: S608
    raw.execute("COMMIT")


def _bench_read(store: Store, rounds: int) -> dict[str, object]:
    ours_s, bare_s = [], []
    keys = store.layer_keys()
    for _ in range(rounds):
        ours_s.append(_cpu(lambda: sum(1 for _ in store.read_layers(keys))))
        bare_s.append(_cpu(lambda: _fetch_all(store, keys)))
    ours, limit = min(ours_s), min(bare_s)
    row = _row(f"read {len(keys)} layers for export, CPU", ours, "s")
    row |= _against(limit, "same rows fetched, nothing built", ours / limit, 1.5)
    row["detail"] = f"best of {rounds} in turns"
    return row


def _fetch_all(store: Store, keys: list[tuple[DocumentId, AnnotatorId]]) -> int:
    """Fetch, layer by layer, every column that a layer is made of."""
    raw = store._db.raw
    fetched = 0
    for key in keys:
        for statement in _BARE_READS:
            fetched += len(
                raw.execute(statement, {"d": key[0], "a": key[1]}).fetchall()
            )
    return fetched


def _bench_lists(store: Store) -> Iterator[dict[str, object]]:
    annotator = store.annotators()[0].id
    search = DocumentFilter(query="harb bridge", statuses=frozenset({Status.DONE}))
    jobs: dict[str, Callable[[], object]] = {
        "list page of 200 rows": lambda: store.documents.rows(annotator),
        "full-text search, page of 200": lambda: store.documents.rows(
            annotator, search
        ),
        "counts by state": lambda: store.documents.status_counts(annotator),
    }
    for name, job in jobs.items():
        job()
        seconds = statistics.median(_clock(job) for _ in range(20))
        yield _row(f"{name}, median", seconds * 1e3, "ms")
    seconds = _clock(lambda: store.check(Progress()))
    yield _row("check of the whole file", seconds, "s")


# -- measuring -------------------------------------------------------------


def _bare_connection(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    return connection


def _clock(job: Callable[[], object]) -> float:
    start = time.perf_counter()
    job()
    return time.perf_counter() - start


def _cpu(job: Callable[[], object]) -> float:
    start = time.process_time()
    job()
    return time.process_time() - start


def _p99(seconds: list[float]) -> float:
    return sorted(seconds)[int(len(seconds) * 0.99)]


def _row(name: str, value: float, unit: str) -> dict[str, object]:
    return {
        "name": name,
        "value": value,
        "unit": unit,
        "limit": None,
        "limit_name": "",
        "ratio": None,
        "target": "",
        "ok": None,
    }


def _against(limit: float, name: str, ratio: float, target: float) -> dict[str, object]:
    return {
        "limit": limit,
        "limit_name": name,
        "ratio": ratio,
        "target": f"≤ {target:g} ×",
        "ok": ratio <= target,
    }


def run(*, quick: bool = False) -> list[dict[str, object]]:
    """Return a row for each figure."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        return [
            bench_save(folder, 500 if quick else 1000),
            *bench_import_and_read(folder, 200 if quick else 1000, 2 if quick else 3),
        ]


if __name__ == "__main__":
    for line in run():
        print(line)  # noqa: T201
