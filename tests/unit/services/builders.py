"""Small worlds for tests of services: one document, a schema, suggestions."""

from __future__ import annotations

import re

from annotator.domain.annotations import Fragment, Suggestion
from annotator.domain.documents import Details, Document
from annotator.domain.ids import DocumentId, SuggestionId, derived_id
from annotator.domain.layers import Layer
from annotator.domain.resources import resource
from annotator.domain.schema_toml import load_schema
from annotator.domain.text import document_id
from annotator.domain.tokens import Tokens
from annotator.services.steps import OpenDocument, in_reading_order

TEXT = (
    "Mayor Ada Lindqvist 👩‍💼 closed the bridge on Monday.\n"
    "“We will reopen it,” Lindqvist said, “before the first snow falls.”\n"
    "Critics in Norrby say Norrby has waited long enough."
)

NEWS = load_schema(resource("schemas", "news.toml"))


def place(surface: str, nth: int = 0, text: str = TEXT) -> Fragment:
    """Return where *surface* stands for the nth time."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(surface, start + 1)
    return Fragment(start, start + len(surface))


def tokens_of(text: str) -> Tokens:
    """Return words and punctuation marks as tokens, lines as sentences."""
    spans = [m.span() for m in re.finditer(r"\w+|[^\w\s]", text)]
    firsts = [s for i, (s, _) in enumerate(spans) if i == 0 or text[s - 1] == "\n"]
    return Tokens.of("test", spans, firsts)


def suggest(kind: str, label: str, score: float = 0.9, **parts: str) -> Suggestion:
    """Return a suggestion whose parts are surfaces.

    Fragments are split by ``|``; ``Norrby#1`` is the second place of that word.
    """
    places = {}
    for role, surfaces in parts.items():
        named = [s.partition("#") for s in surfaces.split("|")]
        places[role] = tuple(place(s, int(nth or 0)) for s, _, nth in named)
    identity = derived_id(kind, label, repr(places))
    return Suggestion(
        SuggestionId(identity),
        document_id(TEXT),
        "test_pipeline",
        "1",
        kind,
        label,
        places,
        score,
    )


def opened(*suggestions: Suggestion, text: str = TEXT) -> OpenDocument:
    """Return a document on the desk, with an empty layer."""
    identity = DocumentId(document_id(text))
    return OpenDocument(
        Document(identity, text, Details("Bridge")),
        tokens_of(text),
        Layer(identity, "me"),
        in_reading_order(suggestions),
    )


def do(desk: OpenDocument, step) -> str | None:
    """Apply a step in memory and return what it selects."""
    assert step is not None
    desk.layer.apply(step.change(desk.layer))
    return step.select
