"""How likely a sentence is worth checking, from the signs that it shows."""

from __future__ import annotations

from dataclasses import dataclass
from math import exp, log2

from annotator.suggest.claiming.sentences import Sentence
from annotator.suggest.claiming.signs import Shown, signs_of
from annotator.suggest.claiming.vocabulary import Vocabulary, vocabulary

_REASONS = 6
_FEWEST, _MOST = -2.0, 1.0


@dataclass(frozen=True, slots=True)
class Worth:
    """What was found out about one sentence.

    Attributes:
        score: Between 0 and 1, in thousandths: the higher, the rather it is checked.
        shown: The signs that it shows.
        parts: What each of them adds to the sum.
    """

    score: float
    shown: Shown
    parts: dict[str, float]

    @property
    def reason(self) -> str:
        """The strongest signs for it and, after “but”, those against it."""
        return _reason(vocabulary(), self.shown, self.parts)

    @property
    def topic(self) -> str:
        """What it turns on, as the news schema names topics; "" for nothing."""
        return _topic(vocabulary(), self.shown, self.parts)


def worth_of(sentence: Sentence) -> Worth:
    """Return how worthwhile it is to check *sentence*.

    The score is ``1 / (1 + exp(-z))`` with
    ``z = base + length + sum(weight * log2(1 + n))`` over the signs shown, each by
    *n* different words (``claims.toml`` has the weights and their reasons).
    """
    known = vocabulary()
    shown = signs_of(sentence)
    parts = {
        name: known.signs[name].weight * log2(1 + min(len(words), known.most))
        for name, words in shown.items()
    }
    total = known.base + _length(sentence, known) + sum(parts.values())
    return Worth(round(1 / (1 + exp(-total)), 3), shown, parts)


def _length(sentence: Sentence, known: Vocabulary) -> float:
    words = len(sentence.surface.split())
    doublings = log2(max(words, 1) / known.usual_words)
    return known.length * min(max(doublings, _FEWEST), _MOST)


def _reason(known: Vocabulary, shown: Shown, parts: dict[str, float]) -> str:
    ranked = sorted(parts, key=lambda name: -abs(parts[name]))
    found = {
        against: ", ".join(
            _named(known.signs[name].title, shown[name])
            for name in [n for n in ranked if (parts[n] < 0) == against][:_REASONS]
        )
        for against in (False, True)
    }
    if found[False] and found[True]:
        return f"{found[False]}; but: {found[True]}"
    return found[False] or found[True] or "no sign"


def _named(title: str, words: dict[str, None]) -> str:
    surface = ", ".join(list(words)[:2])
    return f"{title} ({surface})" if any(words) else title


def _topic(known: Vocabulary, shown: Shown, parts: dict[str, float]) -> str:
    # What is told of the past stays a claim about it, whatever it leads to.
    if not {"plan", "prediction"}.isdisjoint(shown) and "past" not in shown:
        return "prediction"
    for_it = [name for name in parts if known.signs[name].topic]
    best = max(for_it, key=parts.__getitem__, default="")
    return known.signs[best].topic if best else ""
