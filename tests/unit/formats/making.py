"""Records for tests: built by hand, and drawn by Hypothesis."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

import spacy
from hypothesis import strategies as st

from annotator.domain.annotations import (
    Annotation,
    Fragment,
    Link,
    Suggestion,
    merge_fragments,
)
from annotator.domain.documents import Details, Status
from annotator.domain.errors import InputError
from annotator.domain.ids import derived_id
from annotator.domain.records import LayerRecord, Problem, Record
from annotator.domain.text import document_id, normalise
from annotator.domain.tokens import Tokens
from annotator.formats.drafts import safe_name

MOMENT = "2026-02-03T04:05:06.789Z"


def fragments(text: str, *surfaces: str) -> tuple[Fragment, ...]:
    """Return where *surfaces* first stand in *text*."""
    return tuple(Fragment(text.index(s), text.index(s) + len(s)) for s in surfaces)


def annotation(text: str, kind: str, label: str, **parts: str | tuple[str, ...]):
    """Return an annotation whose parts are given as surfaces."""
    made = {
        role: fragments(text, *([given] if isinstance(given, str) else given))
        for role, given in parts.items()
    }
    return Annotation(
        derived_id("test", kind, label, repr(sorted(made.items()))),
        kind,
        label,
        made,
        created=MOMENT,
        modified=MOMENT,
    )


@cache
def blank():
    return spacy.blank("en")


def word_tokens(text: str, name: str = "blank") -> Tokens:
    """Return spaCy's tokens of a text, white space left out, one sentence."""
    doc = blank().make_doc(text)
    spans = [(t.idx, t.idx + len(t)) for t in doc if not t.is_space]
    return Tokens.of(name, spans, [spans[0][0]] if spans else [])


def record(text: str, *annotations: Annotation, **more) -> Record:
    """Return a record of Ada's with tokens."""
    layer = LayerRecord(
        more.pop("annotator", "ada"),
        annotations,
        more.pop("links", ()),
        more.pop("status", Status.DONE),
        more.pop("suggestions", ()),
    )
    details = more.pop("details", Details(title="Test"))
    tokens = more.pop("tokens", None) or word_tokens(text)
    return Record(document_id(text), text, details, layer, tokens, **more)


def of_annotations(losses: Iterable[Problem]) -> list[Problem]:
    """Return losses without what is said of articles, which all have a title here."""
    return [loss for loss in losses if loss.where != "articles"]


ALPHABET = "aB z.,“”\n 👩\u200d🚒🙂e\u0301\u0327שלוםقال\xa0\u2028\t’é字𝒳"  # noqa: RUF001 - right to left


def _is_text(text: str) -> bool:
    try:
        return normalise(text) == text
    except InputError:
        return False


texts = st.text(alphabet=ALPHABET, min_size=1, max_size=40).filter(_is_text)
raw_texts = st.text(alphabet=ALPHABET + "\r", min_size=1, max_size=40)
words = st.text(alphabet="abcé_字 -", min_size=1, max_size=6)
any_string = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=8)
scalars = st.one_of(
    st.booleans(),
    st.integers(-(2**53), 2**53),
    st.floats(allow_nan=False, allow_infinity=False),
    any_string,
)
json_values = st.recursive(
    scalars | st.none(),
    lambda inner: (
        st.lists(inner, max_size=2) | st.dictionaries(any_string, inner, max_size=2)
    ),
    max_leaves=4,
)
reserved = st.sampled_from(
    ["title", "_title", "__url", "document_id", "_document_id", "date", "section"]
)
details = st.builds(
    Details,
    title=any_string,
    source=any_string,
    date=any_string,
    url=any_string,
    meta=st.dictionaries(any_string | reserved, json_values, max_size=3),
)
hex_ids = st.uuids().map(lambda u: u.hex)


@st.composite
def parts(draw, size: int):
    """Draw parts of a text of *size* characters."""
    roles = draw(
        st.sampled_from(
            [("mention",), ("content",), ("content", "speaker", "cue"), ("cue",)]
        )
    )
    made = {}
    for role in roles:
        drawn = draw(
            st.lists(
                st.tuples(st.integers(0, size - 1), st.integers(1, size)).filter(
                    lambda pair: pair[0] < pair[1]
                ),
                min_size=1,
                max_size=3,
            )
        )
        made[role] = merge_fragments(tuple(Fragment(*pair) for pair in drawn))
    return made


@st.composite
def annotations(draw, size: int):
    """Draw an annotation."""
    return Annotation(
        draw(hex_ids),
        draw(st.sampled_from(["entity", "quote", "claim", "event"])),
        draw(words),
        draw(parts(size)),
        draw(st.dictionaries(any_string, scalars, max_size=3)),
        draw(any_string),
        draw(st.sampled_from(["manual", "import", "suggestion:en_core_web_sm"])),
        MOMENT,
        draw(st.just(MOMENT) | st.just("")),
    )


@st.composite
def suggestions(draw, size: int, identity: str):
    """Draw a suggestion of one run of a pipeline."""
    return Suggestion(
        draw(hex_ids),
        identity,
        "en_core_web_sm",
        "3.8.0",
        draw(st.sampled_from(["entity", "quote"])),
        draw(words),
        draw(parts(size)),
        draw(st.floats(0, 1)),
        draw(st.dictionaries(any_string, scalars, max_size=1)),
        draw(any_string),
    )


@st.composite
def tokens(draw, text: str):
    """Draw tokens without white space that leave out no other character."""
    spans = []
    start = None
    for position, character in enumerate(text + " "):
        if start is not None and (character.isspace() or draw(st.integers(0, 3)) == 0):
            spans.append((start, position))
            start = None
        if start is None and not character.isspace():
            start = position
    starts = [start for start, _ in spans]
    sentences = sorted(draw(st.sets(st.sampled_from(starts), max_size=3)))
    return Tokens.of(draw(words), spans, sentences)


@st.composite
def records(draw):
    """Draw a record with a layer of annotations, of suggestions, or none."""
    text = draw(texts)
    identity = document_id(text)
    size = len(text)
    kind = draw(st.sampled_from(["none", "annotations", "suggestions"]))
    layer = None
    if kind == "annotations":
        made = draw(st.lists(annotations(size), max_size=4, unique_by=lambda a: a.id))
        ids = [a.id for a in made] or [""]
        links = draw(
            st.lists(
                st.builds(
                    Link,
                    hex_ids,
                    words.map(safe_name),  # as every reader makes them
                    st.sampled_from(ids),
                    st.sampled_from(ids),
                ),
                max_size=2 if made else 0,
                unique_by=lambda k: k.id,
            )
        )
        layer = LayerRecord(
            draw(words), tuple(made), tuple(links), draw(st.sampled_from(Status))
        )
    elif kind == "suggestions":
        proposed = draw(
            st.lists(
                suggestions(size, identity),
                min_size=1,
                max_size=3,
                unique_by=lambda s: s.id,
            )
        )
        layer = LayerRecord("en_core_web_sm", suggestions=tuple(proposed))
    made_tokens = draw(st.none() | tokens(text))
    return Record(identity, text, draw(details), layer, made_tokens)
