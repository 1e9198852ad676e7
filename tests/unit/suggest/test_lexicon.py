from __future__ import annotations

import pytest

from annotator.suggest.lexicon import attribution, inflections


@pytest.mark.parametrize(
    ("lemma", "forms"),
    [
        ("warn", {"warn", "warns", "warned", "warning"}),
        ("reply", {"reply", "replies", "replied", "replying"}),
        ("say", {"say", "says", "sayed", "saying"}),
        ("declare", {"declare", "declares", "declared", "declaring"}),
        ("guess", {"guess", "guesses", "guessed", "guessing"}),
        ("agree", {"agree", "agrees", "agreed", "agreeing"}),
        ("preach", {"preach", "preaches", "preached", "preaching"}),
    ],
)
def test_regular_forms(lemma: str, forms: set[str]) -> None:
    assert inflections(lemma) == forms


def test_forms_lead_to_lemmas_of_the_lists() -> None:
    lexicon = attribution()
    lemmas = frozenset(lexicon.prepositions).union(
        lexicon.quoting, lexicon.intention, lexicon.request, lexicon.gerund
    )
    lemmas |= lexicon.naming | lexicon.casting | lexicon.stating
    assert set(lexicon.verbs.values()) == lemmas
    assert lexicon.weak <= lemmas
    assert lexicon.verbs["said"] == "say"
    assert lexicon.verbs["denied"] == "deny"
    assert lexicon.verbs["told"] in lexicon.speech
    assert {"made", "makes", "voiced", "had"} <= lexicon.carriers


def test_nouns_have_their_plurals() -> None:
    lexicon = attribution()
    assert lexicon.nouns["fears"] == lexicon.nouns["fear"] == "fear"
    assert lexicon.nouns["worries"] == "worry"
    assert set(lexicon.nouns.values()) == lexicon.that_nouns | lexicon.to_nouns
