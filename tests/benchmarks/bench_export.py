"""What exporting and reading files cost beside the bare libraries.

JSONL: a script that reads the same rows with ``sqlite3``, builds the same objects
and dumps them with orjson. DocBin: spaCy alone, ``make_doc``, ``char_span`` and
``DocBin`` with the same spans. Ours goes from the project file to the finished file,
as an export does. Both run in turns, and CPU time is what counts, so that whatever
else the machine does falls on both alike.
"""

from __future__ import annotations

import gc
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any

import orjson

from annotator.domain.progress import Progress
from annotator.domain.records import LayerRecord, Record
from annotator.domain.resources import resource
from annotator.domain.schema import Schema
from annotator.domain.schema_toml import load_schema
from annotator.formats.doc_spans import plural
from annotator.formats.jsonl_shape import input_hash, task_hash
from annotator.formats.layout import TokenLayout, lay_out
from annotator.formats.registry import ReadOptions, WriteOptions, reader_for, writer
from annotator.storage.encoding import unpack
from annotator.storage.store import Store
from tests.benchmarks.corpus import records

Row = dict[str, Any]
MAIN_ROLES = {"entity": "mention", "quote": "content", "claim": "claim"}


def make_project(folder: Path, count: int) -> Path:
    """Put *count* annotated articles into a project."""
    path = folder / "bench.annot"
    with (
        Store.create(path, schema_toml="", name="bench") as store,
        store.bulk() as bulk,
    ):
        for record in records(count):
            layer = record.layer
            assert layer is not None
            bulk.add_document(record)
            person = bulk.annotator(layer.annotator).id
            bulk.add_layer(record, person, layer.annotations, layer.links, layer.status)
    return path


def stored(store: Store) -> Iterator[Record]:
    """Yield the records of a project, as an export reads them."""
    names = {person.id: person.name for person in store.annotators()}
    for document, layer, tokens in store.read_layers(store.layer_keys()):
        made = LayerRecord(
            names[layer.annotator_id],
            tuple(layer.annotations.values()),
            tuple(layer.links.values()),
            layer.status,
        )
        yield Record(document.id, document.text, document.details, made, tokens)


def export(path: Path, target: Path, format_name: str, schema: Schema) -> None:
    """Export a project as this program does."""
    with Store.open(path) as store:
        writer(format_name).write(
            stored(store), target, WriteOptions(schema), Progress(), 0
        )


# -- the same by hand ------------------------------------------------------

_DOCUMENTS = """SELECT d.id, d.title, d.source, d.url, d.date, d.meta, t.text,
    k.tokenizer, k.starts, k.lengths, k.sentences, l.status, p.name, p.id
    FROM layers AS l JOIN documents AS d ON d.id = l.document_id
    JOIN document_texts AS t ON t.document_id = d.id
    JOIN tokens AS k ON k.document_id = d.id
    JOIN annotators AS p ON p.id = l.annotator_id ORDER BY d.position"""
_ANNOTATIONS = """SELECT id, kind, label, attributes, note, origin, created, modified
    FROM annotations WHERE document_id = ? AND annotator_id = ?
    ORDER BY start, "end", id"""
_FRAGMENTS = """SELECT f.annotation_id, f.role, f.start, f."end"
    FROM annotations AS a JOIN fragments AS f ON f.annotation_id = a.id
    WHERE a.document_id = ? AND a.annotator_id = ?
    ORDER BY a.start, a."end", a.id, f.role, f.start"""


def bare_jsonl(path: Path, target: Path, layouts: dict[str, TokenLayout]) -> None:
    """Read rows, build objects and dump them; the tokens' layout comes for free."""
    connection = sqlite3.connect(path)
    with target.open("wb", buffering=1 << 20) as file:
        for document in connection.execute(_DOCUMENTS):
            key = (document[0], document[13])
            items = connection.execute(_ANNOTATIONS, key).fetchall()
            fragments = connection.execute(_FRAGMENTS, key).fetchall()
            line = bare_line(document, items, fragments, layouts[document[0]])
            file.write(orjson.dumps(line, option=orjson.OPT_APPEND_NEWLINE))
    connection.close()


def bare_line(
    document: tuple[Any, ...],
    items: list[tuple[Any, ...]],
    fragments: list[tuple[Any, ...]],
    layout: TokenLayout,
) -> Row:
    """Return the object of one line."""
    identity, title, source, url, date, meta, text, tokenizer = document[:8]
    first = {start: n for n, start in enumerate(layout.starts)}
    last = {end: n for n, end in enumerate(layout.ends)}
    by_id: dict[str, tuple[Any, ...]] = {item[0]: item for item in items}
    spans: list[Row] = []
    relations: list[Row] = []
    parts: dict[str, dict[str, list[list[int]]]] = {}
    for owner, group in groupby(fragments, key=itemgetter(0)):
        _, kind, label, *_ = by_id[owner]
        mine: list[Row] = []
        for _, role, start, end in group:
            ranges = parts.setdefault(owner, {}).setdefault(role, [])
            ranges.append([start, end])
            mine.append(
                {
                    "start": start,
                    "end": end,
                    "token_start": first[start],
                    "token_end": last[end],
                    "label": label if role == MAIN_ROLES[kind] else role,
                    "id": f"{owner}.{role}.{len(ranges) - 1}",
                    "kind": kind,
                    "role": role,
                    "annotation": owner,
                }
            )
        spans += mine
        relations += [bare_relation(mine[0], other) for other in mine[1:]]
    spans.sort(key=itemgetter("start"))
    return {
        "text": text,
        "meta": {
            "title": title,
            "source": source,
            "url": url,
            "date": date,
            "document_id": identity,
            **orjson.loads(meta),
        },
        "answer": "accept",
        "_annotator_id": document[12],
        "_session_id": document[12],
        "_input_hash": input_hash(identity),
        "_task_hash": task_hash(identity, spans),
        "_view_id": "spans_manual",
        "tokenizer": {"name": tokenizer, "sentences": unpack(document[10]).tolist()},
        "tokens": [
            {"text": word, "start": start, "end": end, "id": n, "ws": blank}
            for n, (word, start, end, blank) in enumerate(zip(*layout, strict=True))
        ],
        "spans": spans,
        "relations": relations,
        "annotations": [
            {
                "id": item[0],
                "kind": item[1],
                "label": item[2],
                "parts": parts[item[0]],
                "attributes": orjson.loads(item[3]),
                "note": item[4],
                "origin": item[5],
                "created": item[6],
                "modified": item[7],
            }
            for item in items
        ],
        "links": [],
        "status": document[11],
    }


def bare_relation(head: Row, child: Row) -> Row:
    """Return the relation between two spans of one annotation."""
    keys = ("start", "end", "token_start", "token_end", "label")
    return {
        "head": head["token_end"],
        "child": child["token_end"],
        "label": child["label"],
        "head_span": {key: head[key] for key in keys},
        "child_span": {key: child[key] for key in keys},
    }


def bare_docbin(made: list[Record], target: Path) -> None:
    """Let spaCy alone write the same spans."""
    import spacy
    from spacy.tokens import DocBin
    from spacy.util import filter_spans

    nlp = spacy.blank("en")
    docs = DocBin(store_user_data=True)
    for record in made:
        assert record.layer is not None
        doc = nlp.make_doc(record.text)
        groups: dict[str, list[Any]] = {"sc": [], "entities": []}
        for item in record.layer.annotations:
            for role, fragments in item.parts.items():
                main = role == MAIN_ROLES[item.kind]
                label = item.label if main else role
                group = groups.setdefault(plural(item.kind if main else role), [])
                for start, end in fragments:
                    span = doc.char_span(start, end, label=label, span_id=item.id)
                    if span is not None:
                        group.append(span)
                        groups["sc"].append(span)
        doc.set_ents(filter_spans(groups["entities"]))
        for name, spans in groups.items():
            doc.spans[name] = spans
        doc.user_data["document_id"] = record.document_id
        docs.add(doc)
    docs.to_disk(target)


# -- measuring -------------------------------------------------------------


def in_turns(
    ours: Callable[[], object], bare: Callable[[], object], rounds: int
) -> tuple[float, float]:
    """Return the median CPU seconds of both, run in turns after a first time."""
    times: tuple[list[float], list[float]] = ([], [])
    for turn in range(rounds + 1):
        for run, kept in zip((ours, bare), times, strict=True):
            gc.collect()
            start = time.process_time()
            run()
            if turn:
                kept.append(time.process_time() - start)
    return statistics.median(times[0]), statistics.median(times[1])


def row(
    name: str, value: float, limit: float, limit_name: str, target: float | None
) -> dict[str, object]:
    """Return a row of the table."""
    ratio = value / limit
    return {
        "name": name,
        "value": value,
        "unit": "s",
        "limit": limit,
        "limit_name": limit_name,
        "ratio": ratio,
        "target": f"≤ {target:g} ×" if target else "",
        "ok": ratio <= target if target else None,
    }


def run(*, quick: bool = False) -> list[dict[str, object]]:
    """Measure both exports and the reading of both kinds of JSONL."""
    count, rounds = (100, 2) if quick else (1000, 3)
    schema = load_schema(resource("schemas", "news.toml"))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        project = make_project(folder, count)
        rows = [
            measure_jsonl(project, folder, schema, rounds),
            measure_docbin(project, folder, schema, rounds),
        ]
        rows += measure_reading(folder / "ours.jsonl", rounds)
    for line in rows:
        line["name"] = f"{line['name']}, {count} documents"
    return rows


def measure_jsonl(
    project: Path, folder: Path, schema: Schema, rounds: int
) -> dict[str, object]:
    """Compare exports to JSONL, and hold them equal."""
    ours, bare = folder / "ours.jsonl", folder / "bare.jsonl"
    with Store.open(project) as store:
        layouts = {
            r.document_id: lay_out(r.text, r.tokens) for r in stored(store) if r.tokens
        }
    gc.collect()
    gc.freeze()  # What stands around belongs to the benchmark, not to either side.
    figures = in_turns(
        lambda: export(project, ours, "jsonl", schema),
        lambda: bare_jsonl(project, bare, layouts),
        rounds,
    )
    gc.unfreeze()
    if ours.read_bytes() != bare.read_bytes():
        raise AssertionError("the two exports differ")
    return row("export to JSONL", *figures, "rows read, objects dumped", 3)


def measure_docbin(
    project: Path, folder: Path, schema: Schema, rounds: int
) -> dict[str, object]:
    """Compare exports to DocBin."""
    with Store.open(project) as store:
        made = list(stored(store))
    gc.collect()
    gc.freeze()
    figures = in_turns(
        lambda: export(project, folder / "ours.spacy", "docbin", schema),
        lambda: bare_docbin(made, folder / "bare.spacy"),
        rounds,
    )
    gc.unfreeze()
    return row("export to DocBin", *figures, "spaCy alone", 1.3)


def measure_reading(path: Path, rounds: int) -> list[dict[str, object]]:
    """Compare reading with parsing the same lines."""
    prodigy = path.with_name("prodigy.jsonl")
    with path.open("rb") as source, prodigy.open("wb") as target:
        for line in source:
            row_ = orjson.loads(line)
            spans = [
                {k: s[k] for k in ("start", "end", "label")} for s in row_["spans"]
            ]
            task = {"text": row_["text"], "spans": spans, "answer": "accept"}
            target.write(orjson.dumps(task, option=orjson.OPT_APPEND_NEWLINE))
    rows = []
    for name, file in (("our own JSONL", path), ("Prodigy’s spans", prodigy)):
        figures = in_turns(lambda f=file: drain(f), lambda f=file: parse(f), rounds)
        rows.append(row(f"read {name}", *figures, "lines parsed", None))
    return rows


def drain(path: Path) -> None:
    """Read a file as an import does."""
    for item in reader_for(path).read(path, ReadOptions()):
        if not isinstance(item, Record):
            raise TypeError(item)


def parse(path: Path) -> None:
    """Parse a file's lines and do nothing with them."""
    with path.open("rb") as file:
        for line in file:
            orjson.loads(line)


if __name__ == "__main__":
    from tests.benchmarks.__main__ import print_table

    print_table(run(quick="--quick" in sys.argv))
