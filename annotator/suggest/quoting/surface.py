"""Speakers told by the words around a verb, where there is no parse or it fails."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.suggest.frames import Span
from annotator.suggest.tags import FINITE

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_PRONOUNS = frozenset({"he", "she", "they", "i", "we", "you"})
_STOPS = frozenset({".", "!", "?", ";", ":", "“", "”", '"', "«", "»"})
_LONGEST = 25
_DETERMINERS = frozenset({"the", "a", "an", "his", "her", "their", "its", "one"})


def speaker_near(verb: Token, *, tagged: bool) -> Span | None:
    """Return the noun phrase right before *verb*, or else right after it.

    With tags, the phrase before it is what stands between the verb and the last
    finite verb, cut at commas: "…has left Kyiv, Ana Li, a member of her party, said".
    Without them, it is a pronoun or a run of capitalised words.
    """
    if tagged:
        return _before(verb) or _capitalised(verb)
    return _capitalised(verb)


def _before(verb: Token) -> Span | None:
    doc = verb.doc
    commas: list[int] = []
    first = verb.i
    while first > 0 and verb.i - first < _LONGEST:
        token = doc[first - 1]
        if token.text in _STOPS or token.is_space or token.is_sent_start:
            first -= int(bool(token.is_sent_start) and token.text not in _STOPS)
            break
        if token.tag_ in FINITE:
            break
        if token.text == ",":
            commas.append(first - 1)
        first -= 1
    blocked = first > 0 and doc[first - 1].tag_ in FINITE
    if blocked:
        # What comes before the first comma belongs to the clause before.
        if not commas:
            return None
        first = commas[-1] + 1
    return _phrase(doc, first, verb.i)


def _phrase(doc: Doc, first: int, last: int) -> Span | None:
    while first < last and not _can_start(doc[first]):
        first += 1
    while first < last and (doc[last - 1].is_punct or doc[last - 1].tag_ == "RB"):
        last -= 1
    if first >= last:
        return None
    if not any(t.tag_.startswith(("NN", "PRP", "CD")) for t in doc[first:last]):
        return None
    return doc[first].idx, doc[last - 1].idx + len(doc[last - 1])


def _can_start(token: Token) -> bool:
    return token.tag_.startswith(("NN", "PRP", "DT", "JJ", "CD", "WP"))


def _capitalised(verb: Token) -> Span | None:
    doc = verb.doc
    start = verb.i
    while start > 0 and _is_name(doc[start - 1]):
        start -= 1
    if start < verb.i and doc[verb.i - 1].lower_ not in _DETERMINERS:
        return doc[start].idx, doc[verb.i - 1].idx + len(doc[verb.i - 1])
    end = verb.i + 1
    while end < len(doc) and _is_name(doc[end]):
        end += 1
    if end > verb.i + 1 and doc[end - 1].lower_ not in _DETERMINERS:
        return doc[verb.i + 1].idx, doc[end - 1].idx + len(doc[end - 1])
    return None


def _is_name(token: Token) -> bool:
    if token.lower_ in _PRONOUNS or token.lower_ in _DETERMINERS:
        return True
    return token.text[:1].isupper() and token.text[:1].isalpha()
