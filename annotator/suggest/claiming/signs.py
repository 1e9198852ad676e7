"""How likely a sentence says something checkable, and by which signs."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache

from annotator.domain.resources import resource
from annotator.suggest.claiming.sentences import Sentence

_FIGURES = frozenset({"CARDINAL", "MONEY", "PERCENT", "QUANTITY", "ORDINAL"})
_DATES = frozenset({"DATE", "TIME"})
_PARTIES = frozenset({"PERSON", "ORG", "GPE", "NORP", "LOC", "FAC", "LAW", "PRODUCT"})
_PAST = frozenset({"VBD", "VBN"})
_LIST_MARKS = ("- ", "• ", "* ", "– ", "· ")


@dataclass(frozen=True, slots=True)
class _Signs:
    words: dict[str, str]
    titles: dict[str, str]
    weights: dict[str, float]
    phrases: tuple[str, ...]


@cache
def _signs() -> _Signs:
    data = tomllib.loads(resource("suggest", "claims.toml").read_text("utf-8"))
    signs = data["signs"]
    return _Signs(
        words={word: name for name, sign in signs.items() for word in sign["words"]},
        titles={name: sign["title"] for name, sign in signs.items()},
        weights={**data["weights"], **{n: s["weight"] for n, s in signs.items()}},
        phrases=tuple(data["boilerplate"]["phrases"]),
    )


def checkworthiness(sentence: Sentence) -> tuple[float, str]:
    """Return a score between 0 and 1, and in words what it comes from."""
    signs = _signs()
    why_not = _ruled_out(sentence, signs)
    if why_not:
        return 0.0, why_not
    weights = signs.weights
    score = weights["base"]
    reasons = []
    for name, title, surface in _found(sentence, signs):
        score += weights[name]
        reasons.append(f"{title} ({surface})" if surface else title)
    if len(sentence.words) < weights["least_words"]:
        score += weights["short"]
        reasons.append("short")
    return round(min(max(score, 0.0), 0.98), 2), ", ".join(reasons) or "no sign"


def _ruled_out(sentence: Sentence, signs: _Signs) -> str:
    if sentence.surface.rstrip("”\"'’)").endswith("?"):
        return "a question"
    lower = sentence.line.lower()
    if lower.startswith(_LIST_MARKS):
        return "a line of a list"
    if any(phrase in lower for phrase in signs.phrases):
        return "boilerplate"
    if not sentence.has_verb:
        return "no verb"
    return ""


def _found(sentence: Sentence, signs: _Signs) -> list[tuple[str, str, str]]:
    """Return ``(weight's name, title, surface)`` of every sign of *sentence*."""
    found = []
    for labels, name in ((_FIGURES, "figure"), (_DATES, "date"), (_PARTIES, "party")):
        surfaces = [surface for label, surface in sentence.entities if label in labels]
        if surfaces:
            found.append((name, _TITLES[name], surfaces[0]))
        if name == "party" and len(set(surfaces)) > 1:
            found.append(("two_parties", "another", surfaces[1]))
    if "figure" not in {name for name, _, _ in found} and sentence.figure:
        found.append(("figure", "figure", sentence.figure))
    first: dict[str, str] = {}
    for word in sentence.words:
        name = signs.words.get(word, "")
        if name and name not in first:
            first[name] = word
    found.extend((name, signs.titles[name], word) for name, word in first.items())
    if any(tag in _PAST for tag in sentence.tags):
        found.append(("past", "past", ""))
    return found


_TITLES = {"figure": "figure", "date": "date", "party": "named party"}
