"""The sentences of a document, with what the signs of claims are read from."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from annotator.suggest.sentences import sentence_starts

if TYPE_CHECKING:
    from spacy.tokens import Doc

Token = tuple[int, str, str, str]
Entity = tuple[int, int, str]

_LINE = 300
"""Longer lines are paragraphs."""

# “SEN. KEANE: ” as transcripts name who has the floor.
_TURN = re.compile(r"[A-Z][A-Z.’'\- ]{1,40}:\s+")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence.

    Attributes:
        start: Where it starts, after the name of who has the floor.
        surface: Its text from there.
        line: The line it starts in; itself if that is long, so a paragraph.
        words: Its tokens in lower case, punctuation included.
        tags: Their part-of-speech tags; empty strings without a tagger.
        labels: The label of the entity that each of them is in; "" for none.
        entities: ``(start, end, label)`` of each entity in it, from ``start``.
    """

    start: int
    end: int
    surface: str
    line: str
    words: tuple[str, ...]
    tags: tuple[str, ...]
    labels: tuple[str, ...]
    entities: tuple[Entity, ...]


def sentences_of(doc: Doc, text: str) -> Iterator[Sentence]:
    """Yield the sentences of *doc*, by rule, cut at every line end.

    Args:
        text: ``doc.text``, which takes spaCy a while to put together.
    """
    tokens = [(t.idx, t.lower_, t.tag_, t.ent_type_) for t in doc if not t.is_space]
    starts = [token[0] for token in tokens]
    entities = [(e.start_char, e.end_char, e.label_) for e in doc.ents]
    entity_starts = [start for start, _, _ in entities]
    borders = [*sentence_starts(text, starts), len(text)]
    for start, limit in pairwise(borders):
        turn = _TURN.match(text, start, limit)
        said = turn.end() if turn and turn.end() < limit else start
        inside = tokens[bisect_left(starts, said) : bisect_left(starts, limit)]
        named = entities[
            bisect_left(entity_starts, said) : bisect_left(entity_starts, limit)
        ]
        yield _sentence(text, said, limit, inside, named)


def _sentence(
    text: str, start: int, limit: int, tokens: list[Token], entities: list[Entity]
) -> Sentence:
    surface = text[start:limit].rstrip()
    _, words, tags, labels = zip(*tokens, strict=True) if tokens else ((), (), (), ())
    return Sentence(
        start=start,
        end=start + len(surface),
        surface=surface,
        line=_line(text, start) or surface,
        words=words,
        tags=tags,
        labels=labels,
        entities=tuple((s - start, e - start, label) for s, e, label in entities),
    )


def _line(text: str, start: int) -> str:
    """Return the line that *start* is in, "" if it is long."""
    first = text.rfind("\n", max(0, start - _LINE), start)
    last = text.find("\n", start, start + _LINE)
    if first == -1 and start > _LINE:
        return ""
    if last == -1 and len(text) - start > _LINE:
        return ""
    return text[first + 1 : last if last != -1 else len(text)]
