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
_FAR = 9
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
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
        for rule in _RULES:
            frame = rule(reading, attribution)
            if frame is not None:
                yield frame
                break


def _by_verb(reading: Reading, attribution: Attribution) -> Frame | None:
    """Return the clause that the parse gives a verb as its object."""
    verb = attribution.word
    signs = [
        (sign, child)
        for child in verb.children
        if (sign := _sign(verb, child, attribution.lemma, reading.lexicon))
    ]
    if not signs:
        return None
    sign, best = max(signs, key=lambda pair: (pair[0][0], pair[1].i))
    # A parse may give one long clause to the verb in two.
    clauses = [c for _, c in signs if c.dep_ == best.dep_ and _same_side(c, best, verb)]
    return _frame(reading, attribution, clauses, sign)


def _same_side(one: Token, other: Token, verb: Token) -> bool:
    return (one.i < verb.i) == (other.i < verb.i)


def _by_that(reading: Reading, attribution: Attribution) -> Frame | None:
    """Return what follows "said … that", where the parse saw no clause in it."""
    verb, lexicon = attribution.word, reading.lexicon
    if attribution.lemma not in lexicon.speech | lexicon.thought:
        return None
    for token in verb.doc[verb.i + 1 : verb.i + _FAR]:
        if token.is_punct or token.tag_ in _FINITE or token.is_sent_start:
            return None
        if token.lower_ == "that" and token.tag_ == "IN":
            rest = list(verb.doc[token.i : verb.sent.end])
            return _frame(reading, attribution, rest, (0.55, "“that” after the verb"))
    return None


def _by_as(reading: Reading, attribution: Attribution) -> Frame | None:
    """Return the main clause of "as she told the paper, …"."""
    verb = attribution.word
    if verb.dep_ != "advcl" or attribution.lemma not in reading.lexicon.speech:
        return None
    if not any(child.dep_ == "mark" and child.lower_ == "as" for child in verb.lefts):
        return None
    return _frame(reading, attribution, [verb.head], (0.7, "“as” before the speaker"))


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
    if attribution.lemma != ACCORDING_TO:
        return None
    word = attribution.word
    root = word
    while root.head != root and (root == word or root.dep_ not in _CLAUSES):
        root = root.head
    if root == word or reading.within.at(word.idx) is not None:
        return None
    if root.dep_ == "conj" and not any(c.dep_ == "nsubj" for c in root.children):
        root = word.sent.root
    return _frame(reading, attribution, [root], (0.8, ACCORDING_TO))


_RULES = (_by_verb, _by_as, _by_that, _according)

_CLAUSES = frozenset({"ROOT", "ccomp", "conj", "relcl"})


def _frame(
    reading: Reading, attribution: Attribution, clauses: list[Token], sign: Sign
) -> Frame | None:
    score, reason = sign
    content, speaker = content_of(reading, attribution, clauses)
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
    touches = reading.within.touches
    return "mixed" if any(touches(*span) for span in content) else "indirect"
