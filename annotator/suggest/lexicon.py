"""The word lists of the components, read once from ``resources/suggest``."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache

from annotator.domain.resources import resource

_VOWELS = "aeiou"


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Words that attribute content.

    Attributes:
        verbs: Lower-case form → lemma, of every verb in any list.
        speech: Lemmas of saying and writing.
        thought: Lemmas of states of mind.
        asking: Lemmas of questions.
        quoting: Lemmas that may introduce a quotation in marks.
        intention: Lemmas whose "to" says what somebody means to do.
        request: Lemmas whose "to" says what others are asked to do.
        weak: Lemmas that need a clearer sign than others.
    """

    verbs: dict[str, str]
    speech: frozenset[str]
    thought: frozenset[str]
    asking: frozenset[str]
    quoting: frozenset[str]
    intention: frozenset[str]
    request: frozenset[str]
    weak: frozenset[str]


@cache
def attribution() -> Lexicon:
    """Return the words that attribute content."""
    data = tomllib.loads(resource("suggest", "attribution.toml").read_text("utf-8"))
    lists = {name: frozenset(words) for name, words in data["verbs"].items()}
    speech = lists["speech"] | lists["writing"]
    lemmas = frozenset().union(*lists.values())
    forms = {form: lemma for lemma in lemmas for form in inflections(lemma)}
    return Lexicon(
        verbs={**forms, **data["forms"]},
        speech=speech,
        thought=lists["thought"],
        asking=lists["asking"],
        quoting=speech | lists["thought"] | lists["asking"] | lists["voicing"],
        intention=lists["intention"],
        request=lists["request"],
        weak=lists["weak"],
    )


def inflections(lemma: str) -> set[str]:
    """Return the regular forms of an English verb, itself included."""
    third, base = lemma + "s", lemma
    if lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        third, base = lemma[:-1] + "ies", lemma[:-1] + "i"
    elif lemma.endswith(("s", "x", "z", "ch", "sh")):
        third = lemma + "es"
    past = base + ("d" if lemma.endswith("e") else "ed")
    stem = lemma[:-1] if lemma.endswith("e") and not lemma.endswith("ee") else lemma
    return {lemma, third, past, stem + "ing"}
