"""Nouns and adjectives that attribute: "fears that", "is confident that"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.suggest.frames import Span
from annotator.suggest.lexicon import Lexicon
from annotator.suggest.quoting.syntax import (
    char_span,
    cue_span,
    is_passive,
    speaker_of,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

Parts = tuple[Span, "Token | None"]
"""A cue, and the head of the phrase that names the speaker."""

# "the view of voters", "a claim by his rival", "warnings from officials"
_OWNERS = frozenset({"by", "from", "of", "among"})
_CLAUSES = frozenset({"acl", "ccomp", "relcl", "advcl", "xcomp"})
_BE = frozenset({"is", "was", "are", "were", "be", "been", "'s", "’s", "remains"})
_EXPLETIVES = frozenset({"it", "there", "this", "that", "what", "which"})
_HOLDERS = frozenset({"acomp", "attr", "oprd", "ROOT", "conj"})


def noun_parts(noun: Token, lexicon: Lexicon) -> Parts | None:
    """Return cue and speaker of a noun that introduces a clause, or None."""
    if not _introduces(noun):
        return None
    cue = noun.idx, noun.idx + len(noun)
    owner = next((c for c in noun.children if c.dep_ == "poss"), None)
    carrier = _carrier(noun, lexicon)
    if carrier is not None:
        start, _ = cue_span(carrier)
        speaker = speaker_of(carrier)
        return (min(start, cue[0]), cue[1]), speaker if speaker else owner
    return cue, owner if owner is not None else _named_after(noun)


def _introduces(noun: Token) -> bool:
    if any(child.dep_ in _CLAUSES and child.i > noun.i for child in noun.children):
        return True
    return noun.dep_ == "nsubj" and noun.head.lower_ in _BE


def _carrier(noun: Token, lexicon: Lexicon) -> Token | None:
    verb = noun.head
    if noun.dep_ == "conj" and verb.dep_ == "dobj":
        verb = verb.head
    elif noun.dep_ != "dobj":
        return None
    return verb if verb.lower_ in lexicon.carriers and verb.i < noun.i else None


def _named_after(noun: Token) -> Token | None:
    for child in noun.children:
        if child.dep_ in ("prep", "agent") and child.lower_ in _OWNERS:
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    return None


def adjective_parts(adjective: Token) -> tuple[Span, Token] | None:
    """Return cue and speaker of an adjective with a clause, or None."""
    if is_passive(adjective):  # "are concerned that", read as a verb
        subject = next((c for c in adjective.lefts if c.dep_ == "nsubjpass"), None)
        return (cue_span(adjective), subject) if subject is not None else None
    verb = adjective.head
    if adjective.dep_ not in _HOLDERS or verb.i >= adjective.i:
        return None
    speaker = speaker_of(verb)
    if speaker is None or speaker.lower_ in _EXPLETIVES:
        return None
    start, _ = cue_span(verb)
    _, end = char_span((adjective,))
    return (start, end), speaker
