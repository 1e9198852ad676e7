"""The signs, weights and words of ``resources/suggest/claims.toml``, read once."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache

from annotator.domain.resources import resource


@dataclass(frozen=True, slots=True)
class Sign:
    """One sign that a sentence is worth checking, or that it is not.

    Attributes:
        title: As reasons name it.
        weight: What it adds to the sum; below 0 for signs against.
        topic: What a claim turns on that it is the strongest sign of; "" for none.
    """

    title: str
    weight: float
    topic: str


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All signs and the words that show them.

    Attributes:
        shown_by: Word in lower case → names of the signs that it shows.
        phrases: What lines hold that are no part of the text.
        base: The sum of a sentence without any sign.
        usual_words: How many words a sentence has that length says nothing of.
        length: What a sentence of twice as many gains.
        most: How many words count for one sign.
        triggers: Word → the rules that it sets off, whatever its tag.
        grammar: Closed lists that the rules look words up in.
    """

    signs: dict[str, Sign]
    shown_by: dict[str, tuple[str, ...]]
    phrases: tuple[str, ...]
    base: float
    usual_words: float
    length: float
    most: int
    triggers: dict[str, tuple[str, ...]]
    grammar: dict[str, frozenset[str]]


@cache
def vocabulary() -> Vocabulary:
    """Return what claims are told by."""
    data = tomllib.loads(resource("suggest", "claims.toml").read_text("utf-8"))
    return Vocabulary(
        signs={
            name: Sign(sign["title"], sign["weight"], sign.get("topic", ""))
            for name, sign in data["signs"].items()
        },
        shown_by=_by_word(
            {name: sign.get("words", []) for name, sign in data["signs"].items()}
        ),
        phrases=tuple(data["signs"]["boilerplate"]["phrases"]),
        base=data["score"]["base"],
        usual_words=data["score"]["usual_words"],
        length=data["score"]["length"],
        most=data["score"]["most"],
        triggers=_by_word(data["triggers"]),
        grammar={name: frozenset(words) for name, words in data["grammar"].items()},
    )


def _by_word(lists: dict[str, list[str]]) -> dict[str, tuple[str, ...]]:
    """Return word → names of the lists that hold it."""
    found: dict[str, tuple[str, ...]] = {}
    for name, words in lists.items():
        for word in words:
            found[word] = (*found.get(word, ()), name)
    return found
