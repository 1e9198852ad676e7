"""Places in a text that say whose words something is: "the mayor said"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from annotator.suggest.frames import Span
from annotator.suggest.lexicon import attribution
from annotator.suggest.quoting.predicates import adjective_parts, noun_parts
from annotator.suggest.quoting.reading import Reading
from annotator.suggest.quoting.surface import speaker_near
from annotator.suggest.quoting.syntax import (
    cue_span,
    is_passive,
    noun_phrase,
    speaker_of,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

ACCORDING_TO = "according to"
_LONGEST_NAME = 7


@dataclass(frozen=True, slots=True)
class Attribution:
    """One reporting word with its speaker.

    Attributes:
        word: The verb, noun or adjective, or the "according" of "according to".
        lemma: Of the word; "according to" for that.
        speaker: None where nobody is named.
        parsed: The speaker comes from the parse, not from the words around.
        sort: What the word is: "verb", "noun", "adjective" or "phrase".
    """

    word: Token
    lemma: str
    cue: Span
    speaker: Span | None
    parsed: bool
    sort: str = "verb"

    @property
    def extent(self) -> Span:
        """Return the characters of cue and speaker together."""
        spans = [self.cue, *([self.speaker] if self.speaker else [])]
        return min(s for s, _ in spans), max(e for _, e in spans)


def find_attributions(reading: Reading) -> list[Attribution]:
    """Return the reporting words of a document, in order."""
    found = (
        _attribution(token, reading)
        for token in _candidates(reading)
        if not reading.is_listed(token.idx)
    )
    return [attribution for attribution in found if attribution is not None]


def _candidates(reading: Reading) -> Iterator[Token]:
    # Hashes of words: a look at every token's text would be ten times as slow.
    doc = reading.doc
    wanted = _hashes(parsed=reading.parsed)
    for index, word in enumerate(doc.to_array(["LOWER"]).tolist()):
        if word in wanted:
            yield doc[index]


@cache
def _hashes(*, parsed: bool) -> frozenset[int]:
    """Return the hashes of all words that can attribute, as spaCy makes them."""
    from spacy.strings import get_string_id

    lexicon = attribution()
    words = {*lexicon.verbs, "according"}  # of "according to"
    if parsed:
        words |= {*lexicon.nouns, *lexicon.adjectives}
    return frozenset(get_string_id(word) for word in words)


def _attribution(token: Token, reading: Reading) -> Attribution | None:
    lexicon, word, tag = reading.lexicon, token.lower_, token.tag_
    if word == "according":
        return _according(token, reading)
    # "are concerned that" may be tagged as a verb.
    state = word in lexicon.adjectives and is_passive(token)
    if word in lexicon.verbs and not state and (not tag or tag.startswith("VB")):
        return _verb(token, reading)
    if reading.parsed and word in lexicon.nouns and tag.startswith("NN"):
        return _noun(token, reading)
    if reading.parsed and word in lexicon.adjectives and tag in ("JJ", "VBN"):
        return _adjective(token, reading)
    return None


def _verb(token: Token, reading: Reading) -> Attribution | None:
    lemma = reading.lexicon.verbs[token.lower_]
    if not reading.parsed:
        cue = token.idx, token.idx + len(token)
        return Attribution(
            token, lemma, cue, speaker_near(token, tagged=reading.tagged), parsed=False
        )
    cue = cue_span(token)
    head = speaker_of(token)
    after = _speaker_after(token, head)
    if after is not None:
        return Attribution(token, lemma, cue, after, parsed=False)
    if head is not None and _is_near(reading, head, token):
        speaker = noun_phrase(head, reading.text)
        return Attribution(token, lemma, cue, speaker, parsed=True)
    if is_passive(token):  # "is described as": whoever is named is not who tells
        return Attribution(token, lemma, cue, None, parsed=True)
    return Attribution(
        token, lemma, cue, speaker_near(token, tagged=reading.tagged), parsed=False
    )


def _speaker_after(verb: Token, subject: Token | None) -> Span | None:
    """Return who says it in "The dealers, said Li, are gone", whatever the parse."""
    doc, index = verb.doc, verb.i
    if subject is None or index - subject.i != 2 or doc[index - 1].text != ",":
        return None
    for end in range(index + 1, min(index + _LONGEST_NAME, len(doc))):
        token = doc[end]
        if token.text == "," and end > index + 1:
            return doc[index + 1].idx, doc[end - 1].idx + len(doc[end - 1])
        if token.tag_ not in ("NNP", "PRP", "DT", "NN"):
            break
    return None


def _noun(token: Token, reading: Reading) -> Attribution | None:
    parts = noun_parts(token, reading.lexicon)
    if parts is None:
        return None
    cue, head = parts
    speaker = None
    if head is not None and _is_near(reading, head, token):
        speaker = noun_phrase(head, reading.text)
    lemma = reading.lexicon.nouns[token.lower_]
    return Attribution(token, lemma, cue, speaker, parsed=True, sort="noun")


def _adjective(token: Token, reading: Reading) -> Attribution | None:
    parts = adjective_parts(token)
    if parts is None:
        return None
    cue, head = parts
    speaker = noun_phrase(head, reading.text)
    return Attribution(token, token.lower_, cue, speaker, parsed=True, sort="adjective")


def _is_near(reading: Reading, head: Token, verb: Token) -> bool:
    """Whether they stand in one paragraph; a parse may join what does not belong."""
    return reading.paragraph_number(head.idx) == reading.paragraph_number(verb.idx)


def _according(token: Token, reading: Reading) -> Attribution | None:
    doc = token.doc
    if token.i + 2 >= len(doc) or doc[token.i + 1].lower_ != "to":
        return None
    to = doc[token.i + 1]
    cue = token.idx, to.idx + len(to)
    objects = (child for word in (to, token) for child in word.children)
    named = next((child for child in objects if child.dep_ == "pobj"), None)
    speaker, parsed = speaker_near(to, tagged=reading.tagged), False
    if named is not None:
        speaker, parsed = noun_phrase(named, reading.text), True
    return Attribution(token, ACCORDING_TO, cue, speaker, parsed, sort="phrase")
