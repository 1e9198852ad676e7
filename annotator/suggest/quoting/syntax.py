"""Speakers, cues and clauses, read off a dependency parse.

Labels are those of spaCy's English models (ClearNLP style); tags are Penn's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from annotator.suggest.frames import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_AUXILIARIES = frozenset({"aux", "auxpass", "neg", "prt"})
# A speaker is the phrase with its apposition; what tells a story about it is not.
_NOT_OF_SPEAKER = frozenset({"relcl", "acl", "advcl", "ccomp", "parataxis", "punct"})
_INHERITING = frozenset({"conj", "advcl", "xcomp", "dep"})
_EDGE = " \t\n,;:.–—-()[]"
_EXPLETIVES = frozenset({"it", "there"})
_FAR = 4


def char_span(tokens: Iterable[Token]) -> Span:
    """Return the characters from the first to the last of *tokens*."""
    ordered = sorted(tokens, key=lambda token: token.i)
    last = ordered[-1]
    return ordered[0].idx, last.idx + len(last)


def trim(text: str, span: Span, edge: str = _EDGE) -> Span:
    """Return *span* without the characters of *edge* at its ends; may be empty."""
    start, end = span
    while start < end and text[start] in edge:
        start += 1
    while end > start and text[end - 1] in edge:
        end -= 1
    return start, end


def cue_span(verb: Token) -> Span:
    """Return a verb with its auxiliaries, negation and particle."""
    parts = [verb, *(child for child in verb.children if child.dep_ in _AUXILIARIES)]
    first = min(token.i for token in parts)
    between = verb.doc[first : verb.i]
    if any(token.dep_ in SUBJECTS and token.head == verb for token in between):
        parts = [token for token in parts if token.i >= verb.i]
    return char_span(parts)


def noun_phrase(head: Token, text: str) -> Span:
    """Return the phrase of *head* with its apposition, without relative clauses.

    Args:
        text: Of the document; ``doc.text`` puts it together anew at every call.
    """
    inside = {head.i}
    _collect(head, inside)
    first = last = head.i
    doc = head.doc
    while first - 1 >= 0 and _belongs(doc[first - 1], inside):
        first -= 1
    while last + 1 < len(doc) and _belongs(doc[last + 1], inside):
        last += 1
    tokens = [token for token in doc[first : last + 1] if token.i in inside]
    return trim(text, char_span(tokens))


def _collect(head: Token, inside: set[int]) -> None:
    for child in head.children:
        if child.dep_ not in _NOT_OF_SPEAKER:
            inside.add(child.i)
            _collect(child, inside)


def _belongs(token: Token, inside: set[int]) -> bool:
    return token.i in inside or (token.dep_ == "punct" and "\n" not in token.text)


def speaker_of(verb: Token) -> Token | None:
    """Return the head of the phrase that names whose words *verb* tells."""
    agent = _agent(verb)
    if agent is not None:
        return agent
    for _ in range(_FAR):
        subject = next((c for c in verb.children if c.dep_ in SUBJECTS), None)
        if subject is not None:
            return _resolved(subject, verb)
        if verb.dep_ == "pcomp" and verb.head.head.lower_ in ("quoted", "cited"):
            verb = verb.head.head  # "was quoted as saying"
        elif verb.dep_ == "acl":
            return verb.head  # "a statement saying that"
        elif verb.dep_ in _INHERITING and verb.head != verb:
            verb = verb.head
        else:
            return None
    return None


def _agent(verb: Token) -> Token | None:
    for child in verb.children:
        if child.dep_ == "agent":
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    return None


def _resolved(subject: Token, verb: Token) -> Token | None:
    if subject.lower_ in _EXPLETIVES and subject.dep_ == "nsubjpass":
        return None  # "it was announced that"
    if subject.tag_ in ("WP", "WDT"):
        return verb.head if verb.dep_ == "relcl" else None
    if subject.dep_ == "nsubjpass" and verb.lower_ not in ("quoted", "cited"):
        return None  # "he was told that": the subject is who hears
    return subject


def clause_tokens(head: Token, leave_out: Callable[[Token], bool]) -> Iterator[Token]:
    """Yield the tokens of a clause, without the subtrees of some of its words."""
    yield head
    for child in head.children:
        if not leave_out(child):
            yield from clause_tokens(child, leave_out)


def fragments_of(
    tokens: Iterable[Token], doc: Doc, text: str, edge: str
) -> tuple[Span, ...]:
    """Return the runs of neighbouring *tokens* as spans, trimmed, empty ones out."""
    runs: list[list[int]] = []
    for index in sorted(token.i for token in tokens):
        # A gap of one mark or blank is no gap.
        if runs and index - runs[-1][1] <= 2 and _is_slight(doc, runs[-1][1], index):
            runs[-1][1] = index
        else:
            runs.append([index, index])
    spans = [
        trim(text, char_span((doc[first], doc[last])), edge) for first, last in runs
    ]
    return tuple(span for span in spans if span[0] < span[1])


def _is_slight(doc: Doc, left: int, right: int) -> bool:
    return all(t.is_punct or t.is_space for t in doc[left + 1 : right])
