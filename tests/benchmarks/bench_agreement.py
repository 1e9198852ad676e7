"""How long agreement takes: three annotators, 10,000 documents, 50 spans each.

Each figure is of a process of its own, so that its memory is known: all measures of
all kinds, labels, roles and pairs, by the tokens that the project keeps, without γ
and bootstrap. *Counting* is the part after reading, from arrays to figures.
"""

from __future__ import annotations

import json
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from annotator.domain.annotations import Annotation, Fragment
from annotator.domain.documents import Details, Status
from annotator.domain.ids import AnnotationId, derived_id
from annotator.domain.records import LayerRecord, Record
from annotator.domain.resources import resource
from annotator.domain.text import document_id
from annotator.domain.tokens import Tokens
from annotator.storage.store import Store
from tests.benchmarks.corpus import article

PEOPLE = ("ada", "bo", "cleo")
ENTITIES, QUOTES = 46, 4
"""One in twelve is a quote, as in the articles of the other benchmarks."""
_LABELS = ("PERSON", "ORG", "GPE", "DATE")


def _common(chance: random.Random, tokens: Tokens) -> list[tuple[str, str, list[int]]]:
    """Return kind, label and first token of what there is to be found."""
    places = sorted(chance.sample(range(len(tokens) - 30), ENTITIES + QUOTES))
    quotes = set(chance.sample(range(len(places)), QUOTES))
    return [
        ("quote", "direct", [place, 5 + chance.randrange(9)])
        if number in quotes
        else ("entity", chance.choice(_LABELS), [place, 1 + chance.randrange(3)])
        for number, place in enumerate(places)
    ]


def _layer(number: int, person: str, identity: str, tokens: Tokens) -> LayerRecord:
    """Return what one person made of it: some missed, some moved, some renamed."""
    found = _common(random.Random(number), tokens)
    chance = random.Random(f"{number} {person}")
    made = []
    for index, (kind, name, (place, size)) in enumerate(found):
        label, first, width, luck = name, place, size, chance.random()
        if luck < 0.06:
            first = chance.randrange(len(tokens) - 30)
        elif luck < 0.14:
            width += chance.choice((1, 2))
        elif luck < 0.2 and kind == "entity":
            label = chance.choice(_LABELS)

        def words(start: int, count: int) -> tuple[Fragment, ...]:
            return (Fragment(tokens.starts[start], tokens.ends[start + count - 1]),)

        parts = {"mention": words(first, width)}
        if kind == "quote":
            parts = {"content": words(first, width)}
            parts["speaker"] = words(first + width + 1 + (luck > 0.9), 2)
            if luck > 0.7:
                parts["content"] += words(first + width + 4, 5)
        own = AnnotationId(derived_id("bench", identity, person, str(index)))
        made.append(Annotation(own, kind, label, parts))
    return LayerRecord(person, tuple(made), (), Status.DONE)


def _records(documents: int) -> Iterator[Record]:
    for number in range(documents):
        text, tokens = article(number)
        identity = document_id(text)
        details = Details(text.split("\n")[0][:60], "The Norrby Post", "2026-01-01")
        for person in PEOPLE:
            layer = _layer(number, person, identity, tokens)
            yield Record(identity, text, details, layer, tokens)


def make_project(path: Path, documents: int) -> None:
    """Put *documents* with three layers each into a project."""
    schema = resource("schemas", "news.toml").read_text("utf-8")
    with (
        Store.create(path, schema_toml=schema, name="bench") as store,
        store.bulk() as bulk,
    ):
        for record in _records(documents):
            layer = record.layer
            assert layer is not None
            if layer.annotator == PEOPLE[0]:
                bulk.add_document(record)
            person = bulk.annotator(layer.annotator).id
            bulk.add_layer(record, person, layer.annotations, layer.links, layer.status)


MEASURE = """
import json, resource, sys, time
from pathlib import Path
started = time.perf_counter()
from annotator.domain.progress import Progress
from annotator.services.agreeing import Study
from annotator.services.agreement import AgreementRequest
from annotator.storage.store import Store
with Store.open(Path(sys.argv[1])) as store:
    study = Study(store, AgreementRequest(intervals=False), Progress())
    read = time.perf_counter()
    made = {kind: study.table(kind).whole() for kind in study.kinds}
    done = time.perf_counter()
    half = set(study.line.documents[::2])
    again = {kind: study.table(kind, documents=half).whole() for kind in study.kinds}
    filtered = time.perf_counter()
assert all(figures.tokens.n for figures in made.values())
assert all(figures.documents == len(half) for figures in again.values())
memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
print(json.dumps([done - started, done - read, filtered - done, memory]))
"""


def measure(path: Path) -> dict[str, float]:
    """Return seconds and bytes."""
    done = subprocess.run(
        [sys.executable, "-c", MEASURE, str(path)],
        capture_output=True,
        check=True,
        text=True,
    )
    names = ("whole", "counting", "filter", "memory")
    return dict(zip(names, json.loads(done.stdout), strict=True))


def run(*, quick: bool) -> list[dict[str, object]]:
    """Return the figures."""
    documents = 1_000 if quick else 10_000
    with tempfile.TemporaryDirectory() as folder:
        found = {}
        for count in (documents // 10, documents):
            path = Path(folder) / f"{count}.annot"
            make_project(path, count)
            found[count] = measure(path)
    small, large = found.values()
    # The interpreter and its libraries take a second of either.
    limit = 2 + 8 * documents / 10_000
    name = f"agreement of {len(PEOPLE)}, {documents:,} documents, 50 spans each"
    slower = large["counting"] / small["counting"] / 10
    return [
        row(f"{name}: all measures, from SQLite", large["whole"], "s", limit),
        row(f"{name}: counting and figures", large["counting"], "s", limit),
        row(f"{name}: figures of half the documents", large["filter"], "s", 1.0),
        row(f"{name}: memory", large["memory"] / 1e6, "MB", 1000.0),
        row(f"{name}: time beside that of a tenth", slower, "times 10", 1.5),
    ]


def row(name: str, value: float, unit: str, target: float) -> dict[str, object]:
    """Return a row of the table."""
    return {
        "name": name,
        "value": value,
        "unit": unit,
        "target": f"≤ {target:.3g} {unit}",
        "ok": value <= target,
    }
