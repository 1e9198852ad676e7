"""The sentences of a document, with what the signs of claims are read from."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from annotator.suggest.frames import Span
from annotator.suggest.sentences import sentence_starts

if TYPE_CHECKING:
    from spacy.tokens import Doc

_FIGURE = re.compile(r"\d[\d,.]*(?:\s?%|\b)")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence.

    Attributes:
        surface: Its text.
        line: The line it starts in, from the line's start.
        words: Its words in lower case.
        tags: Its part-of-speech tags; empty without a tagger.
        entities: ``(label, surface)`` of each entity in it.
        figure: Its first number in digits, or "".
        has_verb: It has a finite verb, as far as can be told.
    """

    start: int
    end: int
    surface: str
    line: str
    words: tuple[str, ...]
    tags: tuple[str, ...]
    entities: tuple[tuple[str, str], ...]
    figure: str
    has_verb: bool


_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def sentences_of(doc: Doc) -> Iterator[Sentence]:
    """Yield the sentences of *doc*, by rule, cut at every line end."""
    text = doc.text
    tokens = [(t.idx, t.lower_, t.tag_) for t in doc if not t.is_space]
    starts = [start for start, _, _ in tokens]
    entities = [(e.start_char, e.label_, e.text) for e in doc.ents]
    entity_starts = [start for start, _, _ in entities]
    borders = [*sentence_starts(text, starts), len(text)]
    for start, limit in pairwise(borders):
        inside = tokens[bisect_left(starts, start) : bisect_left(starts, limit)]
        named = entities[
            bisect_left(entity_starts, start) : bisect_left(entity_starts, limit)
        ]
        yield _sentence(text, (start, limit), inside, named)


def _sentence(
    text: str,
    span: Span,
    tokens: list[tuple[int, str, str]],
    entities: list[tuple[int, str, str]],
) -> Sentence:
    start, limit = span
    surface = text[start:limit].rstrip()
    tags = tuple(tag for _, _, tag in tokens if tag)
    figure = _FIGURE.search(surface)
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", start)
    return Sentence(
        start=start,
        end=start + len(surface),
        surface=surface,
        line=text[line_start : line_end if line_end != -1 else len(text)],
        words=tuple(word for _, word, _ in tokens if word[:1].isalnum() or "'" in word),
        tags=tags,
        entities=tuple((label, name) for _, label, name in entities),
        figure=figure.group().rstrip(".,") if figure else "",
        has_verb=not tags or any(tag in _FINITE for tag in tags),
    )
