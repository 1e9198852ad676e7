"""Indirect speech: clauses that reporting words introduce or follow."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from annotator.suggest.frames import Frame
from annotator.suggest.lexicon import Lexicon
from annotator.suggest.quoting.attributions import ACCORDING_TO, Attribution
from annotator.suggest.quoting.content import Content, content_of, inside_marks
from annotator.suggest.quoting.reading import Reading

if TYPE_CHECKING:
    from spacy.tokens import Token

_FIRST_PERSON = frozenset({"i", "we", "you"})
_MIN_WORDS = 2
_QUESTION_TAGS = frozenset({"WP", "WRB", "WDT", "WP$"})

Sign = tuple[float, str]
"""How sure it is that a clause is told by somebody, and what says so."""


def indirect_frames(
    reading: Reading, attributions: list[Attribution]
) -> Iterator[Frame]:
    """Yield the indirect and mixed quotes of *attributions*."""
    for attribution in attributions:
        if attribution.speaker is None:
            continue
        if attribution.lemma == ACCORDING_TO:
            frame = _according(reading, attribution)
        else:
            frame = _by_verb(reading, attribution)
        if frame is not None:
            yield frame


def _by_verb(reading: Reading, attribution: Attribution) -> Frame | None:
    for child in attribution.word.children:
        sign = _sign(attribution.word, child, attribution.lemma, reading.lexicon)
        frame = _frame(reading, attribution, child, sign) if sign else None
        if frame is not None:
            return frame
    return None


def _sign(verb: Token, clause: Token, lemma: str, lexicon: Lexicon) -> Sign | None:
    if clause.dep_ == "xcomp":
        return _infinitive(verb, clause, lemma, lexicon)
    if clause.dep_ != "ccomp":
        return None
    if lemma in lexicon.speech | lexicon.thought:
        return _clause(verb, clause, lemma, lexicon)
    if lemma in lexicon.asking and _asks(clause):
        return 0.6, "question clause"
    return None


def _clause(verb: Token, clause: Token, lemma: str, lexicon: Lexicon) -> Sign:
    score = 0.85 if lemma in lexicon.speech else 0.6
    that = any(child.lower_ == "that" for child in clause.lefts)
    if lemma in lexicon.weak and not that:
        score -= 0.2
    if clause.i < verb.i:
        return score, "clause before the verb"
    if that:
        return score + 0.07, "clause with “that”"
    return score, "object clause"


def _infinitive(
    verb: Token, clause: Token, lemma: str, lexicon: Lexicon
) -> Sign | None:
    if not any(child.lower_ == "to" and child.dep_ == "aux" for child in clause.lefts):
        return None
    if lemma in lexicon.request and any(c.dep_ == "dobj" for c in verb.children):
        return 0.5, "request"
    if lemma in lexicon.intention:
        return 0.55, "stated intention"
    return None


def _asks(clause: Token) -> bool:
    words = [token for token in clause.subtree if token.i <= clause.i]
    return any(t.lower_ in ("if", "whether") or t.tag_ in _QUESTION_TAGS for t in words)


def _according(reading: Reading, attribution: Attribution) -> Frame | None:
    """Return what stands with "according to": its clause, without the phrase."""
    word = attribution.word
    root = word
    while root.head != root and (root == word or root.dep_ not in _CLAUSES):
        root = root.head
    if root == word or reading.within.at(word.idx) is not None:
        return None
    if root.dep_ == "conj" and not any(c.dep_ == "nsubj" for c in root.children):
        root = word.sent.root
    return _frame(reading, attribution, root, (0.8, ACCORDING_TO))


_CLAUSES = frozenset({"ROOT", "ccomp", "conj", "relcl"})


def _frame(
    reading: Reading, attribution: Attribution, clause: Token, sign: Sign
) -> Frame | None:
    score, reason = sign
    content, speaker = content_of(reading, attribution, clause)
    label = _label(content, reading)
    around = reading.within.at(attribution.word.idx)
    if around is not None:
        content, label = inside_marks(content, around), "indirect"
        score *= 0.5
        reason += ", inside a quotation"
    text = reading.text
    if sum(len(text[start:end].split()) for start, end in content) < _MIN_WORDS:
        return None
    if text[slice(*speaker)].lower() in _FIRST_PERSON:
        score *= 0.6
    if not attribution.parsed:
        score *= 0.8
    return Frame(
        label=label,
        parts={"content": content, "speaker": (speaker,), "cue": (attribution.cue,)},
        score=round(score, 2),
        reason=f"{attribution.lemma}: {reason}",
    )


def _label(content: Content, reading: Reading) -> str:
    for quoted in reading.quoted:
        if inside_marks(content, quoted):
            return "mixed"
    return "indirect"
