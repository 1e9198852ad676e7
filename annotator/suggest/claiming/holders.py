"""Which quote a claim is made in, and which words of the sentence are the claim."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from annotator.suggest.claiming.sentences import Sentence
from annotator.suggest.frames import Frame, Span

_MUCH = 0.35
"""A quote holds the claim if it is more of the sentence than this."""

_MARKS = "\"“”„«»'‘’"
_EDGES = " \t\n\r\u00a0,;:–—-"
_STOPS = ".…!?"


@dataclass(frozen=True, slots=True)
class Holder:
    """A quote that is much of a sentence, and what of its content is in there."""

    quote: Frame
    content: tuple[Span, ...]


def holders_of(
    text: str, sentences: Sequence[Sentence], quotes: Sequence[Frame]
) -> list[Holder | None]:
    """Return for each of *sentences*, in order, the innermost quote that holds it.

    Quotes without a speaker hold nothing: the claim has no claimant either way. Nor
    do those that only say what somebody means to do (“vowed to cut taxes”): the claim
    there is that they vowed it.

    Args:
        text: What the offsets of both are of.
    """
    starts = [sentence.start for sentence in sentences]
    best: list[Holder | None] = [None] * len(sentences)
    for quote in quotes:
        content = quote.parts.get("content", ())
        if not content or "speaker" not in quote.parts:
            continue
        if text.startswith("to ", content[0][0]):
            continue
        first = max(bisect_right(starts, content[0][0]) - 1, 0)
        last = bisect_right(starts, content[-1][1] - 1)
        for number in range(first, last):
            inside = _clipped(content, sentences[number])
            size = _size(inside)
            least = _MUCH * (sentences[number].end - sentences[number].start)
            held = best[number]
            if size > least and (held is None or size < _size(held.content)):
                best[number] = Holder(quote, inside)
    return best


def _clipped(content: Sequence[Span], sentence: Sentence) -> tuple[Span, ...]:
    spans = (
        (max(start, sentence.start), min(end, sentence.end)) for start, end in content
    )
    return tuple(span for span in spans if span[0] < span[1])


def _size(spans: Sequence[Span]) -> int:
    return sum(end - start for start, end in spans)


def claim_spans(text: str, spans: Sequence[Span]) -> tuple[Span, ...]:
    """Return *spans* as claims are marked.

    Quotation marks round the whole, “that” at the head, commas at the edges and the
    full stop at the end stay outside; where that leaves nothing, nothing is cut.
    """
    cut = []
    for start, end in spans:
        inner = _bare(text, start, end)
        if inner is not None:
            cut.append(inner)
    if not cut:
        return tuple(spans)
    start, end = cut[0]
    head = text[start : min(start + 5, end)]
    if head.lower() == "that " and end - start > len(head):
        cut[0] = (start + len(head), end)
    return tuple(cut)


def _bare(text: str, start: int, end: int) -> Span | None:
    """Return the span without marks and stops at its edges, None if that is all."""
    while start < end and text[start] in _EDGES + _MARKS:
        start += 1
    closing = _EDGES + _STOPS + _MARKS
    while start < end and text[end - 1] in closing and not _opened(text, start, end):
        end -= 1
    return (start, end) if start < end else None


def _opened(text: str, start: int, end: int) -> bool:
    """Whether the mark at the end closes one that stands inside: it stays, then."""
    opener = {"”": "“", "’": "‘", "»": "«", '"': '"'}.get(text[end - 1])
    return opener is not None and text.rfind(opener, start, end - 1) != -1
