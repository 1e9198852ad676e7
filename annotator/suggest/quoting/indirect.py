"""Indirect speech: what reporting words introduce or follow."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from annotator.suggest.frames import Frame
from annotator.suggest.quoting.attributions import ACCORDING_TO, Attribution
from annotator.suggest.quoting.complements import Complement, complement_of
from annotator.suggest.quoting.content import content_of, inside_marks
from annotator.suggest.quoting.fallbacks import (
    by_lead,
    by_marks,
    by_parenthesis,
    by_rest,
    by_that,
    by_to,
)
from annotator.suggest.quoting.reading import Reading
from annotator.suggest.tags import FINITE

if TYPE_CHECKING:
    from spacy.tokens import Token

# Outside quotation marks these are the writer and the reader; "let us know".
_PERSONS = {"i": 0.6, "we": 0.6, "you": 0.6, "us": 0.0, "me": 0.0, "them": 0.0}
_MIN_WORDS = 2
_CLAUSES = frozenset({"ROOT", "ccomp", "conj", "relcl"})


def indirect_frames(
    reading: Reading, attributions: list[Attribution]
) -> Iterator[Frame]:
    """Yield the indirect and mixed quotes of *attributions*."""
    for attribution in attributions:
        for rule in _RULES:
            complement = rule(reading, attribution)
            if complement is not None and not _is_undergone(reading, attribution):
                frame = _frame(reading, attribution, complement)
                if frame is not None:
                    yield frame
                break


def _is_undergone(reading: Reading, attribution: Attribution) -> bool:
    """Whether nobody tells anything: "he was seen that day", not "it was feared"."""
    if attribution.speaker is not None or attribution.sort != "verb":
        return False
    if attribution.lemma in reading.lexicon.speech:
        return False
    return not any(child.lower_ == "it" for child in attribution.word.lefts)


def _by_parse(reading: Reading, attribution: Attribution) -> Complement | None:
    """Return what the parse gives the word as its complement."""
    return complement_of(attribution, reading.lexicon)


def _by_as(reading: Reading, attribution: Attribution) -> Complement | None:
    """Return the main clause of "as she told the paper, …"."""
    verb = attribution.word
    if verb.dep_ != "advcl" or attribution.lemma not in reading.lexicon.speech:
        return None
    if not any(child.dep_ == "mark" and child.lower_ == "as" for child in verb.lefts):
        return None
    return Complement((verb.head,), 0.7, "“as” before the speaker")


def _according(reading: Reading, attribution: Attribution) -> Complement | None:
    """Return what stands with "according to": its clause, without the phrase."""
    if attribution.lemma != ACCORDING_TO:
        return None
    word = attribution.word
    root: Token = word
    while root.head != root and (root == word or root.dep_ not in _CLAUSES):
        root = root.head
    if root == word or reading.within.at(word.idx) is not None:
        return None
    if _is_set_off(word) or (
        root.dep_ == "conj" and not any(c.dep_ == "nsubj" for c in root.children)
    ):
        root = word.sent.root
    return Complement((root,), 0.8, ACCORDING_TO)


def _is_set_off(word: Token) -> bool:
    """Whether the phrase stands after a comma at the end of its sentence."""
    rest = [t for t in word.doc[word.i : word.sent.end] if t.tag_ in FINITE]
    return word.i > 0 and word.nbor(-1).text == "," and not rest


_RULES = (
    by_parenthesis,
    _by_parse,
    _by_as,
    by_that,
    by_to,
    by_lead,
    by_rest,
    by_marks,
    _according,
)


def _frame(
    reading: Reading, attribution: Attribution, complement: Complement
) -> Frame | None:
    score, reason = complement.score, complement.reason
    content, speaker = content_of(reading, attribution, complement)
    label = _label(content, reading)
    around = reading.within.at(attribution.word.idx)
    if around is not None:
        content, label = inside_marks(content, around), "indirect"
        score *= 0.5
        reason += ", inside a quotation"
    text = reading.text
    if sum(len(text[start:end].split()) for start, end in content) < _MIN_WORDS:
        return None
    parts = {"content": content, "cue": (attribution.cue,)}
    if speaker is None:
        score *= 0.6
    else:
        parts["speaker"] = (speaker,)
        score *= _PERSONS.get(text[slice(*speaker)].lower(), 1.0)
    if not attribution.parsed:
        score *= 0.8
    return Frame(
        label=label,
        parts=parts,
        score=round(score, 2),
        reason=f"{attribution.lemma}: {reason}",
    )


def _label(content: tuple[tuple[int, int], ...], reading: Reading) -> str:
    touches = reading.within.touches
    return "mixed" if any(touches(*span) for span in content) else "indirect"
