"""How long it takes to count all suggestions by score, and one verdict later."""

from __future__ import annotations

import random
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from annotator.domain.annotations import Decision, Fragment, Suggestion, Verdict, now
from annotator.domain.documents import Details
from annotator.domain.ids import DocumentId, OperationId, SuggestionId, new_id
from annotator.domain.layers import LayerChange, Operation
from annotator.domain.records import Record
from annotator.domain.scores import ScoreHistogram
from annotator.domain.text import document_id
from annotator.domain.tokens import Tokens
from annotator.storage.store import Store

_KINDS = {"entity": "mention", "quote": "content", "claim": "claim"}
_EACH = 200
_TEXT = "The port of Velm will open again on Monday, its director said. " * 50
_ROUNDS = 5
_BARE = "SELECT kind, sum(score), count(*) FROM suggestions GROUP BY kind"


@dataclass(frozen=True)
class _Found:
    """What a worker hands over."""

    document_id: DocumentId
    suggestions: list[Suggestion]
    tokens: Tokens | None = None
    pipeline: str = "invented"
    version: str = "1"
    suggested: bool = True
    error: str = ""


def run(*, quick: bool) -> list[dict[str, object]]:
    """Return the figures."""
    number = 30_000 if quick else 300_000
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "scores.annot"
        with Store.create(path, schema_toml='name = "news"\n', name="scores") as store:
            me = _fill(store, number // _EACH)
            ours = _best(lambda: store.suggestions.score_histogram(me))
            bare = _best(lambda: store._db.rows(_BARE))
            whole = store.suggestions.score_histogram(me)
        one = ScoreHistogram.count(("quote", n / _EACH, None) for n in range(_EACH))
        verdict = _best(lambda: whole.plus(one).plus(one, -1))
    name = f"count {number:,} suggestions, {number // 10:,} verdicts by score"
    return [
        {
            "name": name,
            "value": ours,
            "unit": "s",
            "limit": bare,
            "limit_name": "sums of all scores by kind, raw SQLite",
            "ratio": ours / bare,
            "target": "≤ 5 ×",
            "ok": ours / bare <= 5,
        },
        {
            "name": f"the same after a verdict, an article of {_EACH}",
            "value": verdict * 1000,
            "unit": "ms",
            "limit": 16.0,
            "limit_name": "one frame",
            "ratio": verdict * 1000 / 16,
            "target": "≤ 1 ×",
            "ok": verdict * 1000 <= 16,
        },
    ]


def _fill(store: Store, documents: int) -> str:
    chance = random.Random(7)
    texts = [f"Article {n}. {_TEXT}" for n in range(documents)]
    records = [Record(document_id(t), t, Details(str(n))) for n, t in enumerate(texts)]
    with store.bulk() as bulk:
        for record in records:
            bulk.add_document(record)
    me = store.annotator("ada").id
    for first in range(0, documents, 50):
        found = [
            _Found(r.document_id, _suggestions(r.document_id, chance))
            for r in records[first : first + 50]
        ]
        store.suggestions.put_results(found, frozenset(_KINDS))
        for result in found[::10]:
            verdicts = tuple(
                Verdict(s.id, chance.choice(list(Decision)), None, now())
                for s in result.suggestions
            )
            change = LayerChange(result.document_id, me, put_verdicts=verdicts)
            inverse = store.layer(result.document_id, me).inverse(change)
            operation = Operation(
                OperationId(new_id()), "Decide", now(), change, inverse
            )
            store.commit(operation)
    return me


def _suggestions(document: DocumentId, chance: random.Random) -> list[Suggestion]:
    made = []
    for place in range(_EACH):
        kind = list(_KINDS)[place % len(_KINDS)]
        parts = {_KINDS[kind]: (Fragment(place * 12, place * 12 + 40),)}
        score = round(chance.betavariate(5, 2), 3)
        made.append(
            Suggestion(
                SuggestionId(new_id()),
                document,
                "invented",
                "1",
                kind,
                "direct",
                parts,
                score,
                {},
                "said: clause after the verb",
            )
        )
    return made


def _best(call: Callable[[], object]) -> float:
    seconds = []
    for _ in range(_ROUNDS):
        started = time.perf_counter()
        call()
        seconds.append(time.perf_counter() - started)
    return min(seconds)
