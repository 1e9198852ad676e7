"""What a reporting verb tells by the order of the words alone.

For sentences that a small model's parse gets wrong: attributions in parentheses
("Any delay, he warned, would hurt"), "told … that", "…, she said." and "she said …".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.suggest.quoting.attributions import Attribution
from annotator.suggest.quoting.complements import Complement
from annotator.suggest.quoting.reading import Reading
from annotator.suggest.quoting.syntax import is_passive
from annotator.suggest.tags import FINITE

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_FAR = 12
_TAIL = 6
_LEAST = 3
_VERBAL = FINITE | {"VBN"}
_BREAKS = frozenset({",", "—", "–", "--"})
_QUESTIONS = frozenset({"whether", "why", "how", "when", "where", "if", "who", "what"})
# What follows "…, she said," and is no part of what she said.
_CONNECTORS = frozenset({"as", "of", "against", "for", "with", "to", "that", "about"})
_OPENERS = frozenset({"WDT", "WP", "IN"})
_NOT_TOLD = frozenset({"VBG", "CC", "WDT", "WP", "WP$", "WRB", "IN", "VBN"})


def by_parenthesis(reading: Reading, attribution: Attribution) -> Complement | None:
    """Return the sentence around "…, she said, …"."""
    if not _can_tell(reading, attribution):
        return None
    doc, sentence = attribution.word.doc, attribution.word.sent
    first, last = _tokens_of(attribution)
    if first <= sentence.start or doc[first - 1].text not in _BREAKS:
        return None
    close = _close_of(doc, last + 1, sentence.end)
    if close is None or close + 1 >= sentence.end:
        return None
    after = doc[close + 1]
    if after.tag_ in _NOT_TOLD or after.is_quote or after.is_space:
        return None
    start = sentence.start + int(doc[sentence.start].tag_ == "CC")
    if doc[first - 2].tag_ in _OPENERS:  # "in a table that, he said, nobody read"
        start = first - 1
    words = (*doc[start : first - 1], *doc[close + 1 : sentence.end])
    if not any(token.tag_ in FINITE for token in words):
        return None
    return Complement(words, 0.8, "clause around the verb", spelled=True)


def by_that(reading: Reading, attribution: Attribution) -> Complement | None:
    """Return what follows "said … that", where the parse saw no clause in it."""
    verb, lexicon = attribution.word, reading.lexicon
    if attribution.sort != "verb":
        return None
    asks = attribution.lemma in lexicon.asking
    if not asks and attribution.lemma not in lexicon.telling:
        return None
    for token in verb.doc[verb.i + 1 : min(verb.i + _FAR, verb.sent.end)]:
        if token.is_punct or token.tag_ in FINITE:
            return None
        if token.lower_ == "that" and token.tag_ in ("IN", "WDT"):
            rest = tuple(verb.doc[token.i : verb.sent.end])
            return Complement(rest, 0.55, "“that” after the verb", spelled=True)
        if asks and token.lower_ in _QUESTIONS:
            rest = tuple(verb.doc[token.i : verb.sent.end])
            return Complement(rest, 0.5, "question after the verb", spelled=True)
    return None


def by_to(reading: Reading, attribution: Attribution) -> Complement | None:
    """Return what follows "promised to", where the parse saw no infinitive."""
    verb = attribution.word
    if attribution.lemma not in reading.lexicon.intention or is_passive(verb):
        return None
    if attribution.speaker is None or verb.i + 2 >= len(verb.doc):
        return None
    first = verb.nbor(1)
    if first.lower_ != "to" or first.nbor(1).tag_ in ("DT", "PRP", "PRP$", "NNP"):
        return None
    words = []
    for token in verb.doc[first.i : verb.sent.end]:
        if token.is_punct and token.text != "-":
            break
        words.append(token)
    return Complement(tuple(words), 0.45, "“to” after the verb", spelled=True)


def by_lead(reading: Reading, attribution: Attribution) -> Complement | None:
    """Return what stands before "…, she said.", at the end of a sentence."""
    if not _can_tell(reading, attribution, weak=True):
        return None
    doc, sentence = attribution.word.doc, attribution.word.sent
    first, last = _tokens_of(attribution)
    if first <= sentence.start or doc[first - 1].text != ",":
        return None
    lead = doc[sentence.start : first - 1]
    if any(token.tag_ in FINITE for token in doc[last + 1 : sentence.end]):
        return None
    if len(lead) < _LEAST or not any(token.tag_ in FINITE for token in lead):
        return None
    if lead[0].tag_ in ("VBN", "VBG", "IN", "WRB"):  # "Asked about it, he said no."
        return None
    return Complement(tuple(lead), 0.6, "clause before the verb", spelled=True)


def by_rest(reading: Reading, attribution: Attribution) -> Complement | None:
    """Return what follows "she said" to the end of the sentence."""
    if attribution.lemma != "say" or not _can_tell(reading, attribution):
        return None
    verb = attribution.word
    if (
        not attribution.speaker
        or attribution.speaker[0] > attribution.cue[0]
        or verb.tag_ not in FINITE
    ):
        return None
    rest = verb.doc[verb.i + 1 : verb.sent.end]
    words = [token for token in rest if not token.is_space]
    if len(words) < _LEAST + 1 or words[0].is_punct or words[0].tag_ in _NOT_TOLD:
        return None
    if not any(token.tag_ in _VERBAL for token in words):
        return None
    return Complement(tuple(words), 0.5, "words after the verb", spelled=True)


def by_marks(reading: Reading, attribution: Attribution) -> Complement | None:
    """Return the words in marks that follow at once: "rejected it as “fiction”"."""
    verb, lexicon = attribution.word, reading.lexicon
    lemma, speaker = attribution.lemma, attribution.speaker
    known = (lexicon.speech, lexicon.casting, lexicon.prepositions)
    if (
        not any(lemma in words for words in known)
        or speaker is None
        or speaker[0] > attribution.cue[0]
    ):
        return None
    first = (
        verb.nbor(1) if lemma in lexicon.speech and verb.i + 1 < len(verb.doc) else None
    )
    for token in verb.doc[verb.i + 1 : min(verb.i + _FAR, verb.sent.end)]:
        quoted = reading.within.at(token.idx)
        if quoted is not None and quoted.is_name(reading.text):
            return None
        if quoted is not None:
            words = _until(token, quoted.end, first)
            return Complement(words, 0.5, "words in marks", spelled=True)
        if token.is_punct or token.tag_ in FINITE:
            return None
        if token.lower_ in _CONNECTORS:
            first = token
    return None


def _until(token: Token, end: int, first: Token | None) -> tuple[Token, ...]:
    doc = token.doc
    last = token.i
    while last + 1 < len(doc) and doc[last + 1].idx < end:
        last += 1
    return tuple(doc[(first or token).i : last + 1])


def _can_tell(
    reading: Reading, attribution: Attribution, *, weak: bool = False
) -> bool:
    lemma, lexicon = attribution.lemma, reading.lexicon
    if attribution.sort != "verb" or attribution.speaker is None:
        return False
    if is_passive(attribution.word):
        return False
    if (lemma in lexicon.weak and not weak) or lemma not in lexicon.telling:
        return False
    return reading.within.at(attribution.word.idx) is None


def _tokens_of(attribution: Attribution) -> tuple[int, int]:
    """Return the indexes of the first and the last token of cue and speaker."""
    doc = attribution.word.doc
    first, last = attribution.extent
    span = doc.char_span(first, last, alignment_mode="expand")
    if span is None:
        return attribution.word.i, attribution.word.i
    return span.start, span.end - 1


def _close_of(doc: Doc, start: int, end: int) -> int | None:
    """Return where the comma after an attribution stands, or None."""
    for index in range(start, min(start + _TAIL, end)):
        token = doc[index]
        if token.text in _BREAKS:
            return index
        if token.tag_ in FINITE or token.is_punct:
            return None
    return None
