"""Invented articles for the benchmarks, the same at every run."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

from annotator.domain.annotations import Annotation, Fragment
from annotator.domain.documents import Details, Status
from annotator.domain.ids import AnnotationId, derived_id
from annotator.domain.records import LayerRecord, Record
from annotator.domain.text import document_id
from annotator.domain.tokens import Tokens

PEOPLE = (
    "Ada Lindqvist",
    "Tomas Brenner",
    "Oyelaran Adeyemi",
    "Mirela Kovač",
    "Ji-ho Park",
)
PLACES = ("Norrby", "Kyiv", "Lake Vättern", "Porto", "Valparaíso", "Nairobi")
BODIES = ("the Harbour Board", "Nordbank", "the Ministry of Transport", "City Hospital")
SAID = ("said", "told reporters", "wrote", "warned", "confirmed")
THINGS = (
    "the bridge would stay closed until spring",
    "prices had risen by {n} percent in a year",
    "some {n} households were still without power",
    "talks with the union had broken down again",
    "the new line would carry {n},000 passengers a day",
    "no decision had been taken on the budget of {n} million euros",
)
TOKEN = re.compile(r"\w+(?:-\w+)*|[^\w\s]")
ANNOTATIONS = 87


def sentences(rng: random.Random) -> Iterator[str]:
    """Yield sentences as news has them."""
    while True:
        person, place, body = (rng.choice(x) for x in (PEOPLE, PLACES, BODIES))
        thing = rng.choice(THINGS).format(n=rng.randint(3, 98))
        said = rng.choice(SAID)
        yield rng.choice(
            (
                f"{person}, who speaks for {body}, {said} that {thing}.",
                f"“{thing[0].upper()}{thing[1:]},” {person} {said} in {place} 🙂.",
                f"In {place}, {body} {said} on Monday that {thing}.",
                f"{place} has waited {rng.randint(2, 40)} years for an answer.",
            )
        )


def article(number: int) -> tuple[str, Tokens]:
    """Return a text of about 3 kB with its tokens."""
    rng = random.Random(number)
    body, size = [f"Report {number} from {rng.choice(PLACES)}"], 0
    for sentence in sentences(rng):
        body.append(("\n\n" if rng.random() < 0.2 else " ") + sentence)
        size += len(sentence) + 1
        if size >= 2900:
            break
    text = "".join(body)
    spans = [m.span() for m in TOKEN.finditer(text)]
    return text, Tokens.of("bench", spans, [0])


def annotations(number: int, text: str, tokens: Tokens) -> tuple[Annotation, ...]:
    """Return 87 annotations: entities, and quotes with content, speaker and cue."""
    rng = random.Random(-number)
    identity = document_id(text)
    made = []
    for index in range(ANNOTATIONS):
        first = rng.randrange(len(tokens) - 30)
        width = rng.randint(1, 3)
        span = Fragment(tokens.starts[first], tokens.ends[first + width - 1])
        kind, label, parts = "entity", rng.choice(("PERSON", "ORG", "GPE")), {}
        parts["mention"] = (span,)
        if index % 12 == 0:
            kind, label = "quote", "direct"
            end = first + 20
            parts = {
                "content": (
                    Fragment(tokens.starts[first], tokens.ends[first + 8]),
                    Fragment(tokens.starts[first + 14], tokens.ends[end]),
                ),
                "speaker": (
                    Fragment(tokens.starts[first + 10], tokens.ends[first + 11]),
                ),
                "cue": (Fragment(tokens.starts[first + 12], tokens.ends[first + 12]),),
            }
        made.append(
            Annotation(
                AnnotationId(derived_id("bench", identity, str(index))),
                kind,
                label,
                parts,
                created="2026-01-01T00:00:00.000Z",
                modified="2026-01-01T00:00:00.000Z",
            )
        )
    return tuple(made)


def records(count: int) -> Iterator[Record]:
    """Yield *count* annotated documents with tokens."""
    for number in range(count):
        text, tokens = article(number)
        layer = LayerRecord("ada", annotations(number, text, tokens), (), Status.DONE)
        details = Details(text.split("\n")[0][:60], "The Norrby Post", "2026-01-01")
        yield Record(document_id(text), text, details, layer, tokens)
