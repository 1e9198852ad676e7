"""A project of very many short documents, invented, the same at every run."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from annotator.domain.annotations import Annotation, Fragment, Suggestion, suggestion_id
from annotator.domain.documents import Details, Status
from annotator.domain.ids import AnnotationId, DocumentId, derived_id
from annotator.domain.records import Record
from annotator.domain.schema_toml import dump_schema, load_schema
from annotator.domain.text import document_id
from annotator.services.project import default_schema_file
from annotator.storage.store import Store
from annotator.suggest.client import Result

ANNOTATOR = "ann"
PIPELINE = ("bench", "1")
WORDS = 100
EVERY_LAYER = 20
EVERY_SUGGESTED = 5
_KINDS = frozenset({"entity"})
_COMMON = ("the", "of", "and", "to", "in", "a", "for", "on", "is", "that", "with")
_ONSETS = ("b", "br", "d", "f", "g", "h", "k", "l", "m", "n", "p", "r", "s", "st", "t")
_VOWELS = ("a", "e", "i", "o", "u", "ai", "ou")
_VOCABULARY = 40_000
_CHUNK = 1_000
_BATCH = 5_000
_MOMENT = "2026-01-01T00:00:00.000Z"


def vocabulary() -> NDArray[np.str_]:
    """Return the words, the most frequent first."""
    rng = np.random.default_rng(5)
    syllables = [onset + vowel for onset in _ONSETS for vowel in _VOWELS]
    found = dict.fromkeys(_COMMON)
    while len(found) < _VOCABULARY:
        found["".join(rng.choice(syllables, rng.integers(2, 5)))] = None
    return np.array(list(found), dtype=object)


def texts(count: int) -> Iterator[str]:
    """Yield *count* different texts of about 100 words, as frequent as in news."""
    words = vocabulary()
    weights = 1 / np.arange(1, len(words) + 1)
    shares = np.cumsum(weights / weights.sum())
    rng = np.random.default_rng(7)
    for first in range(0, count, _CHUNK):
        number = min(_CHUNK, count - first)
        lengths = rng.integers(WORDS - 40, WORDS + 40, number)
        drawn = words[np.searchsorted(shares, rng.random(int(lengths.sum())))]
        cuts = [0, *np.cumsum(lengths).tolist()]
        for place, (start, end) in enumerate(pairwise(cuts)):
            yield f"Report {first + place}\n{' '.join(drawn[start:end])}."


def make(path: Path, count: int) -> None:
    """Write the project: a layer every 20 documents, suggestions every 5."""
    schema = dump_schema(load_schema(default_schema_file()))
    with Store.create(path, schema_toml=schema, name="million") as store:
        suggested: list[tuple[DocumentId, str]] = []
        with store.bulk() as bulk:
            annotator = bulk.annotator(ANNOTATOR).id
            for number, text in enumerate(texts(count)):
                record = _record(number, text)
                bulk.add_document(record)
                if number % EVERY_LAYER == 0:
                    layer = [_annotation(record)]
                    bulk.add_layer(record, annotator, layer, (), Status.DONE)
                if number % EVERY_SUGGESTED == 0:
                    suggested.append((record.document_id, text))
        store.set_lead(annotator, lead=True)
        for first in range(0, len(suggested), _BATCH):
            some = suggested[first : first + _BATCH]
            store.suggestions.put_results([_result(*one) for one in some], _KINDS)


def _record(number: int, text: str) -> Record:
    details = Details(f"Report {number}", "Wire", "2026-01-01", language="en")
    return Record(document_id(text), text, details, zones=())


def _annotation(record: Record) -> Annotation:
    return Annotation(
        AnnotationId(derived_id("million", record.document_id)),
        "entity",
        "PERSON",
        {"mention": (Fragment(0, 6),)},
        created=_MOMENT,
        modified=_MOMENT,
    )


def _result(identity: DocumentId, text: str) -> Result:
    parts = [{"mention": (Fragment(s, s + 6),)} for s in (0, 20, 40)]
    found = tuple(
        Suggestion(
            suggestion_id(identity, PIPELINE, "entity", "ORG", part),
            identity,
            *PIPELINE,
            "entity",
            "ORG",
            part,
            0.5,
            {},
            "bench",
        )
        for part in parts
    )
    return Result(identity, None, *PIPELINE, found, suggested=True)
