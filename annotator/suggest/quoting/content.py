"""The borders of what is told: which words of a clause belong to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.suggest.frames import Span
from annotator.suggest.quoting.attributions import Attribution
from annotator.suggest.quoting.marks import Quoted
from annotator.suggest.quoting.reading import Reading
from annotator.suggest.quoting.syntax import clause_tokens, fragments_of, trim

if TYPE_CHECKING:
    from spacy.tokens import Token

_EDGE = " \t\n\r\u00a0,;:.–—-"
_MARKS = (("“", "”"), ("‘", "’"), ("«", "»"))

Content = tuple[Span, ...]


def content_of(
    reading: Reading, attribution: Attribution, clauses: list[Token]
) -> tuple[Content, Span]:
    """Return what *clauses* tell, and the speaker, set off from one another.

    The content stays in the paragraph of the attribution, and on its own side of a
    reporting verb. The sentence's full stop and the comma of the attribution stay
    outside, a closing quotation mark inside.
    """
    speaker = attribution.speaker or attribution.cue
    first, last = attribution.extent
    word = attribution.word

    def is_attribution(token: Token) -> bool:
        return token == word or first <= token.idx < last

    words = {
        token
        for clause in clauses
        for token in clause_tokens(clause, is_attribution)
        if not token.is_space and not is_attribution(token)
    }
    if all(clause.head == word for clause in clauses):
        before = clauses[0].i < word.i
        words = {token for token in words if (token.i < word.i) == before}
    spans = fragments_of(words, reading.doc, reading.text, _EDGE)
    inside = clipped(spans, (reading.paragraph(attribution.cue[0]),))
    content = tuple(trim(reading.text, span, _EDGE) for span in inside)
    content, speaker = _set_apart(reading.text, content, speaker, attribution.cue)
    content = tuple(_closed(reading.text, s) for s in content if s[0] < s[1])
    return content, speaker


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
