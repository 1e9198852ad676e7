"""The borders of what is told: which words of a clause belong to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.suggest.frames import Span
from annotator.suggest.quoting.attributions import Attribution
from annotator.suggest.quoting.complements import Complement
from annotator.suggest.quoting.marks import Quoted
from annotator.suggest.quoting.reading import Reading
from annotator.suggest.quoting.syntax import (
    SUBJECTS,
    clause_tokens,
    fragments_of,
    stands_apart,
    trim,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

_EDGE = " \t\n\r\u00a0,;:.–—-"
_MARKS = (("“", "”"), ("‘", "’"), ("«", "»"))

Content = tuple[Span, ...]


def content_of(
    reading: Reading, attribution: Attribution, complement: Complement
) -> tuple[Content, Span | None]:
    """Return what is told, and the speaker, set off from one another.

    The content stays in the paragraph of the attribution, and on its own side of a
    reporting verb. The sentence's full stop and the comma of the attribution stay
    outside, a closing quotation mark inside.
    """
    words = _words(reading, attribution, complement)
    spans = fragments_of(words, reading.doc, reading.text, _EDGE)
    inside = clipped(spans, (reading.paragraph(attribution.cue[0]),))
    content = tuple(trim(reading.text, span, _EDGE) for span in inside)
    speaker = attribution.speaker
    if speaker is not None:
        content, speaker = _set_apart(reading.text, content, speaker, attribution.cue)
    content = tuple(_closed(reading.text, s) for s in content if s[0] < s[1])
    return _with_quoted(reading, content), speaker


def _with_quoted(reading: Reading, content: Content) -> Content:
    """Return *content* with the whole of a quotation that it ends in or before."""
    if not content:
        return content
    start, end = content[-1]
    quoted = reading.within.at(end - 1)
    if quoted is None and reading.text[end : end + 1] == " ":
        quoted = reading.within.at(end + 1)
    if quoted is None or quoted.start <= start or len(quoted.fragments) > 1:
        return content
    return (*content[:-1], (start, max(end, quoted.end)))


def _words(
    reading: Reading, attribution: Attribution, complement: Complement
) -> set[Token]:
    first, end = attribution.extent
    word, lexicon = attribution.word, reading.lexicon

    def is_outside(token: Token) -> bool:
        if token == word or first <= token.idx < end or token in complement.without:
            return True
        return stands_apart(token, word, lexicon)

    heads = [head for head in complement.heads if not is_outside(head)]
    if complement.spelled:
        apart = {
            t for head in complement.heads if is_outside(head) for t in head.subtree
        }
        return {head for head in heads if head not in apart and not head.is_space}
    words = {
        token
        for head in heads
        for token in clause_tokens(head, is_outside)
        if not token.is_space
    }
    if heads and all(head.head == word for head in heads):
        before = heads[0].i < word.i
        words = {token for token in words if (token.i < word.i) == before}
    words -= set(_before_that(heads, words, word))
    # "and" before what stands apart.
    while words and (last := max(words, key=lambda t: t.i)).tag_ in ("CC", ","):
        words.discard(last)
    return words


def _before_that(heads: list[Token], words: set[Token], verb: Token) -> list[Token]:
    """Return words on how and when: "said | only | that", "said | Monday | it is"."""
    if not heads or heads[0].i < verb.i:
        return []
    mark = next((c for c in heads[0].lefts if c.lower_ == "that"), None)
    if mark is not None and mark.dep_ == "mark":
        return [token for token in words if token.i < mark.i]
    subject = next((c for c in heads[0].lefts if c.dep_ in SUBJECTS), None)
    if subject is None:
        return []
    ahead = [t for t in verb.doc[verb.i + 1 : subject.left_edge.i] if t in words]
    return ahead if all(t.lower_ in _TIMES for t in ahead) else []


_TIMES = frozenset(
    {"on", "late", "early", "last", "this", "week", "month", "year", "night"}
    | {"today", "yesterday", "morning", "evening", "afternoon", "earlier", "later"}
    | {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}
)


def clipped(content: Content, borders: Content) -> Content:
    """Return *content* as far as it stands inside *borders*."""
    inside = (
        (max(start, first), min(end, last))
        for start, end in content
        for first, last in borders
    )
    return tuple(span for span in inside if span[0] < span[1])


def inside_marks(content: Content, quoted: Quoted) -> Content:
    """Return *content* as far as it stands inside a quoted stretch."""
    return clipped(content, quoted.fragments)


def _set_apart(
    text: str, content: Content, speaker: Span, cue: Span
) -> tuple[Content, Span]:
    """Move to the content what a parse took for the start of the speaker.

    Between content and a speaker after it stands a comma. Where there is none, but
    one inside the speaker, that is the border: "…has left | Kyiv, Ana Li, said".
    """
    if not content or not content[-1][1] <= speaker[0] < cue[0]:
        return content, speaker
    between = text[content[-1][1] : speaker[0]]
    comma = text.find(", ", *speaker)
    if between.strip() or comma == -1:
        return content, speaker
    start, _ = content[-1]
    return (*content[:-1], (start, comma)), (comma + 2, speaker[1])


def _closed(text: str, span: Span) -> Span:
    """Return *span* with the closing mark of a quotation that opens in it."""
    start, end = span
    surface = text[start:end]
    for opening, closing in _MARKS:
        if surface.count(opening) > surface.count(closing):
            return start, _after_mark(text, end, closing)
    if surface.count('"') % 2:
        return start, _after_mark(text, end, '"')
    return span


def _after_mark(text: str, end: int, closing: str) -> int:
    for position in range(end, min(end + 3, len(text))):
        if text[position] == closing:
            return position + 1
    return end
