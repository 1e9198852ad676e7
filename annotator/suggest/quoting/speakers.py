"""Whom a speaker stands for: "he", "the minister", "Li" → "Ana Li"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from annotator.suggest.frames import Frame, Span
from annotator.suggest.quoting.reading import Reading

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Entity

ATTRIBUTE = "speaker_entity"
"""The attribute of a quote that names whom its speaker stands for."""

_HE = frozenset({"he", "him", "his"})
_SHE = frozenset({"she", "her"})
_IT = frozenset({"it", "its"})
_NAMED = frozenset({"PERSON", "ORG", "GPE", "NORP"})
_BODIES = frozenset({"ORG", "GPE"})
_MALE = frozenset(
    {"mr", "mr.", "sir", "lord", "king", "prince", "father", "spokesman", "chairman"}
    | {"congressman", "businessman", "policeman", "son", "brother", "husband"}
)
_FEMALE = frozenset(
    {"mrs", "mrs.", "ms", "ms.", "miss", "lady", "queen", "princess", "sister"}
    | {"spokeswoman", "chairwoman", "congresswoman", "businesswoman", "daughter"}
    | {"mother", "wife"}
)
_POSSESSIVE = ("'s", "’s", "'", "’")
_DEFINITE = frozenset({"the", "that", "this"})
_NEAR_PARAGRAPHS = 3
_TITLE_WORDS = 5


def with_entities(reading: Reading, frames: list[Frame]) -> list[Frame]:
    """Return *frames* with the attribute where it can be told and says more.

    Works on the document's entities alone; without any, nothing is told.
    """
    if not reading.doc.ents:
        return frames
    memory = _Memory(reading)
    found: dict[int, str] = {}
    order = sorted(range(len(frames)), key=lambda i: _place(frames[i]))
    for index in order:
        speaker = frames[index].parts.get("speaker")
        if speaker is not None:
            found[index] = memory.name_of(speaker[0])
    return [
        _named(reading.text, frame, found.get(index, ""))
        for index, frame in enumerate(frames)
    ]


def _place(frame: Frame) -> int:
    spans = frame.parts.get("speaker") or frame.parts["content"]
    return spans[0][0]


def _named(text: str, frame: Frame, name: str) -> Frame:
    if not name or text[slice(*frame.parts["speaker"][0])] == name:
        return frame
    return replace(frame, attributes={**frame.attributes, ATTRIBUTE: name})


@dataclass
class _Memory:
    """Who has been named and who has spoken, from the start of the text on."""

    reading: Reading
    entities: list[Entity] = field(init=False)
    starts: list[int] = field(init=False)
    full: dict[str, str] = field(init=False)
    gender: dict[str, str] = field(default_factory=dict)
    roles: dict[str, list[tuple[int, str]]] = field(default_factory=dict)
    spoken: list[tuple[int, str, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        doc = self.reading.doc
        self.entities = [ent for ent in doc.ents if ent.label_ in _NAMED]
        self.starts = [ent.start_char for ent in self.entities]
        self.full = _full_names(self.entities)
        for ent in self.entities:
            if ent.label_ == "PERSON":
                self._learn(ent)

    def name_of(self, span: Span) -> str:
        """Return the name of who speaks at *span*, or ""."""
        words = self.reading.text[slice(*span)].lower().split()
        if len(words) == 1 and words[0] in _HE | _SHE:
            name, label = self._person(span[0], words[0]), "PERSON"
        elif len(words) == 1 and words[0] in _IT:
            name, label = self._body(span[0]), "ORG"
        else:
            name, label = self._inside(span)
            if not name and words[0] in _DEFINITE:
                name, label = self._role(span[0], words), "PERSON"
        if name:
            self.spoken.append((span[0], name, label))
        return name

    def _inside(self, span: Span) -> tuple[str, str]:
        """Return the entity that heads the phrase at *span*, and its label."""
        named = [ent for ent in self._between(*span) if not _is_owner(ent)]
        persons = [ent for ent in named if ent.label_ == "PERSON"]
        if persons:
            return self.full[persons[0].text], "PERSON"
        text = self.reading.text
        for ent in named:
            before = text[span[0] : ent.start_char].strip().lower()
            if ent.end_char == span[1] and before in ("", "the"):
                return ent.text, ent.label_
        return "", ""

    def _between(self, start: int, end: int) -> Iterator[Entity]:
        for index in range(bisect_left(self.starts, start), len(self.entities)):
            if self.starts[index] >= end:
                return
            yield self.entities[index]

    def _person(self, at: int, pronoun: str) -> str:
        """Return the person a pronoun at *at* stands for."""
        gender = "male" if pronoun in _HE else "female"
        name = self._subject_before(at, gender) or self._spoken_before(at, gender)
        if name:
            self.gender.setdefault(name, gender)
        return name

    def _subject_before(self, at: int, gender: str) -> str:
        """Return the first person named in the sentence before *at*."""
        sentence = self.reading.sentence_start(at)
        for ent in self._between(sentence, at):
            if ent.label_ == "PERSON" and not _is_owner(ent):
                name = self.full[ent.text]
                if self._agrees(name, gender) and not self.reading.within.at(
                    ent.start_char
                ):
                    return name
        return ""

    def _spoken_before(self, at: int, gender: str) -> str:
        paragraph = self.reading.paragraph_number(at)
        for place, name, label in reversed(self.spoken):
            if paragraph - self.reading.paragraph_number(place) > _NEAR_PARAGRAPHS:
                break
            if label == "PERSON" and self._agrees(name, gender):
                return name
        for index in range(bisect_left(self.starts, at) - 1, -1, -1):
            ent = self.entities[index]
            if ent.label_ == "PERSON" and self._agrees(self.full[ent.text], gender):
                near = paragraph - self.reading.paragraph_number(ent.start_char)
                return self.full[ent.text] if near <= _NEAR_PARAGRAPHS else ""
        return ""

    def _body(self, at: int) -> str:
        paragraph = self.reading.paragraph_number(at)
        for place, name, label in reversed(self.spoken):
            if paragraph - self.reading.paragraph_number(place) > 1:
                break
            if label in _BODIES:
                return name
        return ""

    def _role(self, at: int, words: list[str]) -> str:
        """Return who was last called what *words* say: "the minister"."""
        known = [entry for entry in self.roles.get(words[-1], ()) if entry[0] < at]
        return known[-1][1] if known else ""

    def _agrees(self, name: str, gender: str) -> bool:
        return self.gender.get(name, gender) == gender

    def _learn(self, ent: Entity) -> None:
        """Remember what *ent* is called: by its title, and by its apposition."""
        name = self.full[ent.text]
        for word in (*_titles(ent), *_apposition(ent)):
            if word in _MALE:
                self.gender[name] = "male"
            elif word in _FEMALE:
                self.gender[name] = "female"
            self.roles.setdefault(word, []).append((ent.start_char, name))


def _full_names(entities: list[Entity]) -> dict[str, str]:
    """Return for each person's name the first longer name that ends in it."""
    persons = [ent.text for ent in entities if ent.label_ == "PERSON"]
    by_surname: dict[str, str] = {}
    for name in persons:
        if len(words := name.split()) > 1:
            by_surname.setdefault(words[-1], name)
    return {name: by_surname.get(name, name) for name in persons}


def _is_owner(ent: Entity) -> bool:
    """Whether it is but the owner of what is named: "Ana Li's lawyer"."""
    doc, end = ent.doc, ent.end
    return ent.text.endswith(_POSSESSIVE) or (
        end < len(doc) and doc[end].text in _POSSESSIVE
    )


def _titles(ent: Entity) -> Iterator[str]:
    """Yield the last word of a title before a name: "Justice Minister Ana Li"."""
    if ent.start > 0:
        token = ent.doc[ent.start - 1]
        if token.is_alpha or token.text.endswith("."):
            yield token.lower_


def _apposition(ent: Entity) -> Iterator[str]:
    """Yield the head noun of "Ana Li, the justice minister,"."""
    doc = ent.doc
    if ent.end + 1 >= len(doc) or doc[ent.end].text != ",":
        return
    noun = _head_noun(doc, ent.end + 1)
    if noun is not None:
        yield noun.lower_


def _head_noun(doc: Doc, start: int) -> Token | None:
    """Return the last noun of the phrase that starts at *start* with an article."""
    noun = None
    for token in doc[start : start + _TITLE_WORDS + 1]:
        if token.tag_ in ("NN", "NNS"):
            noun = token
        elif noun is not None or token.is_punct or token.tag_.startswith("VB"):
            break
    return noun
