"""Suggesting through the worker, beside bare spaCy with the same components.

Both work on the same articles in the same run. Starting processes and loading the
model is left out of the ratio and reported by itself.
"""

from __future__ import annotations

import os
import queue
import random
import statistics
import subprocess
import sys
import tempfile
import time
from itertools import pairwise
from pathlib import Path
from typing import Any

import orjson

from annotator.domain.ids import DocumentId, derived_id
from annotator.domain.progress import Progress
from annotator.suggest.client import Worker, run_all
from annotator.suggest.kernels import single_threaded
from annotator.suggest.pipelines import DEFAULT_PIPELINE, find

ARTICLES = 200
QUICK_ARTICLES = 48
WARM_UP = 32
SETTLING = 152
URGENT_WORDS = 700
SHARED = 48
ROUNDS = 5
_COMPONENTS = ("annotator_names", "annotator_quotes", "annotator_claims")

_PEOPLE = ("Ana Lindqvist", "Tomasz Berg", "Minister Ruth Okafor", "Karl Imhof")
_PLACES = ("Northport", "Vellmar", "the Lower Valley", "Castrum", "Eastbridge")
_BODIES = ("the Harbour Board", "Vellmar Steel", "the Transport Ministry", "the union")
_VERBS = ("said", "told reporters", "warned", "confirmed", "announced")
_SENTENCES = (
    "{body} will close its works in {place} next {day}, {person} {verb}.",
    "“We have waited {n} years for this bridge,” {person} said, “and it is not safe.”",
    "Prices in {place} rose by {n} per cent in a year, according to {body}.",
    "{person} {verb} that {n} people had been hurt when the ferry ran aground.",
    "The plan, which {body} called “unworkable”, would cost ${n} million a year.",
    "Residents of {place} gathered on {day} because the water had turned brown again.",
    "In {month}, a court in {place} fined {body} €{n},000 for spilling oil.",
    "“Nobody asked us,” said {person}, who has lived in {place} since 19{n}.",
    "He denied that the talks had failed, adding that both sides would meet on {day}.",
    "It was the largest fall since {month}, and few in {place} expect it to end soon.",
)


def article(number: int) -> str:
    """Return an invented article of 400 to 900 words, always the same for *number*."""
    chance = random.Random(number)
    paragraphs = [f"{chance.choice(_PLACES).upper()} —"]
    for _ in range(chance.randint(10, 22)):
        sentences = [
            chance.choice(_SENTENCES).format(
                body=chance.choice(_BODIES),
                place=chance.choice(_PLACES),
                person=chance.choice(_PEOPLE),
                verb=chance.choice(_VERBS),
                day=chance.choice(("Monday", "Thursday", "Saturday")),
                month=chance.choice(("March", "June", "October")),
                n=chance.randint(11, 98),
            )
            for _ in range(chance.randint(2, 4))
        ]
        paragraphs.append(" ".join(s[0].upper() + s[1:] for s in sentences))
    return "\n\n".join(paragraphs)


def articles(count: int) -> list[tuple[DocumentId, str]]:
    """Return *count* invented articles with ids."""
    made = ((number, article(number)) for number in range(count))
    return [(DocumentId(derived_id("bench", str(n))), text) for n, text in made]


def run(quick: bool = False) -> list[dict[str, Any]]:  # noqa: FBT001, FBT002
    """Measure; see the package for what the rows mean."""
    items = articles(QUICK_ARTICLES if quick else ARTICLES)
    with tempfile.TemporaryDirectory() as folder:
        _use_cache(Path(folder))
        _warm_kernels(items)
        bare = _bare(items)
        one, loading = _through_worker(items, jobs=1)
        two, _ = _through_worker(items, jobs=2)
        tokens, _ = _through_worker(items, jobs=1, suggest=False)
        urgent = _urgent(items)
        shares = _shares(items)
    return [
        _row("suggest: bare nlp.pipe", bare, "words/s"),
        _row("suggest: worker, 1 job", one, "words/s", bare, "bare nlp.pipe", 1.0),
        _row("suggest: worker, 2 jobs", two, "words/s", one, "1 job", 1.0),
        _row("suggest: tokens only", tokens, "words/s", 20_000.0, "words/s", 1.0),
        _row("suggest: start to first result", loading, "s"),
        _row("suggest: urgent article, warm", urgent, "s", 0.5, "s", 1.0, most=True),
        *(
            _row(f"suggest: {name}", spent, "µs/word", model, "the model alone")
            for name, spent, model in shares[:-1]
        ),
        _row(
            "suggest: the components together",
            *(shares[-1][1], "µs/word", shares[-1][2], "the model alone", 0.15),
            most=True,
        ),
    ]


def _row(
    name: str,
    value: float,
    unit: str,
    limit: float | None = None,
    limit_name: str = "",
    target: float | None = None,
    *,
    most: bool = False,
) -> dict[str, Any]:
    ratio = value / limit if limit else None
    ok = None
    if ratio is not None and target is not None:
        ok = ratio <= target if most else ratio >= target
    sign = "≤" if most else "≥"
    return {
        "name": name,
        "value": value,
        "unit": unit,
        "limit": limit,
        "limit_name": limit_name,
        "ratio": ratio,
        "target": f"{sign} {target:g} ×" if target is not None else "",
        "ok": ok,
    }


def _use_cache(folder: Path) -> None:
    """Let workers remember their choice of kernel for this run only."""
    os.environ["XDG_CACHE_HOME"] = str(folder)


def _warm_kernels(items: list[tuple[DocumentId, str]]) -> None:
    """Run until the worker has settled on a kernel, as on any machine but a new one."""
    several = [
        (DocumentId(derived_id(document_id, str(n))), text)
        for n in range(-(-SETTLING // len(items)))
        for document_id, text in items
    ][:SETTLING]
    for _ in run_all(
        several, DEFAULT_PIPELINE, jobs=1, progress=Progress(), total=len(several)
    ):
        pass


def _words(items: list[tuple[DocumentId, str]]) -> int:
    return sum(len(text.split()) for _, text in items)


def _bare(items: list[tuple[DocumentId, str]]) -> float:
    """Return the words a second of spaCy as it comes, in a process of its own."""
    code = (
        "import sys, time, json, spacy\n"
        f"nlp = spacy.load({find(DEFAULT_PIPELINE).package!r})\n"
        f"for name in {_COMPONENTS!r}: nlp.add_pipe(name)\n"
        "texts = json.load(sys.stdin)\n"
        f"list(nlp.pipe(texts[:{WARM_UP}]))\n"
        "begun = time.perf_counter()\n"
        "for doc in nlp.pipe(texts): pass\n"
        "print(time.perf_counter() - begun)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        input=orjson.dumps([text for _, text in items]),
        stdout=subprocess.PIPE,
        check=True,
    )
    return _words(items) / float(done.stdout)


def _shares(
    items: list[tuple[DocumentId, str]],
) -> list[tuple[str, float, float]]:
    """Return ``(component, its CPU time, the model's)``, and of all together last.

    Microseconds a word; medians of rounds, each of which times model and components
    on the same documents.
    """
    code = (
        "import sys, time, json, spacy\n"
        f"nlp = spacy.load({find(DEFAULT_PIPELINE).package!r})\n"
        f"ours = [nlp.create_pipe(name) for name in {_COMPONENTS!r}]\n"
        f"texts = json.load(sys.stdin)[:{SHARED}]\n"
        "clock = time.process_time\n"
        "list(nlp.pipe(texts))\n"
        f"for _ in range({ROUNDS}):\n"
        "    spent = [clock()]\n"
        "    docs = list(nlp.pipe(texts))\n"
        "    spent.append(clock())\n"
        "    for component in ours:\n"
        "        for doc in docs: component(doc)\n"
        "        spent.append(clock())\n"
        "    print(json.dumps(spent))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        input=orjson.dumps([text for _, text in items]),
        stdout=subprocess.PIPE,
        check=True,
    )
    rounds = [
        [after - before for before, after in pairwise(orjson.loads(line))]
        for line in done.stdout.splitlines()
    ]
    unit = 1e6 / _words(items[:SHARED])
    model, *parts = (statistics.median(c) * unit for c in zip(*rounds, strict=True))
    together = statistics.median(sum(line[1:]) for line in rounds) * unit
    named = zip(_COMPONENTS, parts, strict=True)
    return [*((n, spent, model) for n, spent in named), ("", together, model)]


def _through_worker(
    items: list[tuple[DocumentId, str]], *, jobs: int, suggest: bool = True
) -> tuple[float, float]:
    """Return words a second once warm, and the seconds to the first result."""
    warm = [(DocumentId(derived_id("warm", i)), text) for i, text in items[:WARM_UP]]
    everything = [*warm, *items]
    begun = time.perf_counter()
    first = steady = 0.0
    words = 0
    lengths = {document_id: len(text.split()) for document_id, text in everything}
    results = run_all(
        everything,
        DEFAULT_PIPELINE,
        jobs=jobs,
        suggest=suggest,
        progress=Progress(),
        total=len(everything),
    )
    for done, result in enumerate(results, 1):
        first = first or time.perf_counter()
        if done == len(warm):
            steady = time.perf_counter()
        elif done > len(warm):
            words += lengths[result.document_id]
    return words / (time.perf_counter() - steady), first - begun


def _urgent(items: list[tuple[DocumentId, str]]) -> float:
    """Return the seconds from opening an article to its suggestions, worker warm."""
    results: queue.SimpleQueue[Any] = queue.SimpleQueue()
    worker = Worker(DEFAULT_PIPELINE, results.put, results.put)
    text = " ".join(" ".join(text for _, text in items[:4]).split()[:URGENT_WORDS])
    try:
        times = []
        for number in range(6):
            begun = time.perf_counter()
            worker.submit(DocumentId(f"{number:032x}"), text, urgent=True)
            while not results.get(timeout=120).suggested:
                pass
            times.append(time.perf_counter() - begun)
    finally:
        worker.close()
    return sorted(times[1:])[2]


if __name__ == "__main__":
    os.environ.update(single_threaded({}))
    for line in run(quick="--quick" in sys.argv):
        value, ratio = f"{line['value']:,.2f} {line['unit']}", line["ratio"]
        beside = f"{ratio:.2f} × {line['limit_name']}" if ratio else ""
        sys.stdout.write(f"{line['name']:34}{value:>20}  {beside:28}{line['ok']}\n")
