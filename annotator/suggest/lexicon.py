"""The word lists of the components, read once from ``resources/suggest``."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from annotator.domain.resources import resource

_VOWELS = "aeiou"

Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Words that attribute content.

    Attributes:
        verbs: Lower-case form → lemma, of every verb in any list.
        speech: Lemmas of saying and writing, and of what studies find.
        thought: Lemmas of states of mind.
        telling: Lemmas of both.
        asking: Lemmas of questions.
        quoting: Lemmas that may introduce a quotation in marks.
        intention: Lemmas whose "to" says what somebody means to do.
        request: Lemmas whose object and "to" say what others are asked to do.
        gerund: Lemmas whose gerund says what was or should be done.
        naming: Lemmas with an object and what it is called.
        casting: Lemmas with an object and "as".
        stating: Lemmas whose object says what is told.
        weak: Lemmas that need a clearer sign than others.
        prepositions: Lemma → prepositions whose phrase says what is told.
        nouns: Lower-case form → lemma, of every noun in any list.
        that_nouns: Lemmas of nouns with a clause.
        to_nouns: Lemmas of nouns with an infinitive.
        carriers: Lower-case forms of verbs that only carry such a noun.
        that_adjectives: Adjectives with a clause.
        to_adjectives: Adjectives with an infinitive.
        adjectives: Those of both lists.
    """

    verbs: Mapping[str, str]
    speech: Words
    thought: Words
    telling: Words
    asking: Words
    quoting: Words
    intention: Words
    request: Words
    gerund: Words
    naming: Words
    casting: Words
    stating: Words
    weak: Words
    prepositions: Mapping[str, Words]
    nouns: Mapping[str, str]
    that_nouns: Words
    to_nouns: Words
    carriers: Words
    that_adjectives: Words
    to_adjectives: Words
    adjectives: Words


@cache
def attribution() -> Lexicon:
    """Return the words that attribute content."""
    data = tomllib.loads(resource("suggest", "attribution.toml").read_text("utf-8"))
    verbs = _lists(data["verbs"])
    nouns, adjectives = _lists(data["nouns"]), _lists(data["adjectives"])
    speech = verbs["speech"] | verbs["writing"] | verbs["findings"]
    prepositions = {k: frozenset(v) for k, v in data["prepositions"].items()}
    lemmas = frozenset(prepositions).union(*verbs.values())
    forms = {form: lemma for lemma in lemmas for form in inflections(lemma)}
    carriers = frozenset().union(*map(inflections, nouns["carriers"]))
    return Lexicon(
        verbs={**forms, **data["forms"]},
        speech=speech,
        thought=verbs["thought"],
        telling=speech | verbs["thought"],
        asking=verbs["asking"],
        quoting=speech | verbs["thought"] | verbs["asking"] | verbs["voicing"],
        intention=verbs["intention"],
        request=verbs["request"],
        gerund=verbs["gerund"],
        naming=verbs["naming"],
        casting=verbs["casting"],
        stating=verbs["stating"],
        weak=verbs["weak"],
        prepositions=prepositions,
        nouns=_plurals(nouns["that"] | nouns["to"]),
        that_nouns=nouns["that"],
        to_nouns=nouns["to"],
        carriers=carriers | frozenset(data["carriers"]["forms"]),
        that_adjectives=adjectives["that"],
        to_adjectives=adjectives["to"],
        adjectives=adjectives["that"] | adjectives["to"],
    )


def _lists(table: Mapping[str, list[str]]) -> dict[str, Words]:
    return {name: frozenset(words) for name, words in table.items()}


def _plurals(lemmas: Words) -> dict[str, str]:
    plurals = {_third(lemma): lemma for lemma in lemmas}
    return {**{lemma: lemma for lemma in lemmas}, **plurals}


def inflections(lemma: str) -> set[str]:
    """Return the regular forms of an English verb, itself included."""
    base = lemma
    if lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        base = lemma[:-1] + "i"
    past = base + ("d" if lemma.endswith("e") else "ed")
    stem = lemma[:-1] if lemma.endswith("e") and not lemma.endswith("ee") else lemma
    return {lemma, _third(lemma), past, stem + "ing"}


def _third(lemma: str) -> str:
    """Return *lemma* with the ending of third person and plural alike."""
    if lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        return lemma[:-1] + "ies"
    if lemma.endswith(("s", "x", "z", "ch", "sh")):
        return lemma + "es"
    return lemma + "s"
