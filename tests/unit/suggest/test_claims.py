from __future__ import annotations

import logging

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from annotator.suggest.frames import Frame

TEXTS = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=80)


def claims(nlp: Language, text: str) -> list[Frame]:
    return nlp(text)._.annotator_claims


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("Unemployment in Spain fell to 12 per cent in June.", "figure"),
        ("The court sentenced Karl Imhof to nine years in March 2019.", "date"),
        ("Vellmar Steel paid less tax than any other firm in Norway.", "comparison"),
        ("The flood was caused by a dam that broke near Lyon on Monday.", "cause"),
    ],
)
def test_what_can_be_checked(nlp: Language, text: str, sign: str) -> None:
    (frame,) = claims(nlp, text)
    assert frame.label == "claim"
    assert frame.parts == {"claim": ((0, len(text)),)}
    assert frame.score >= 0.4
    assert sign in frame.reason


@pytest.mark.parametrize(
    "text",
    [
        "Did unemployment in Spain fall to 12 per cent in June?",
        "Contact us at 24 Harbour Street, London, since 1999.",
        "More Must-Reads from TIME were published in 2024.",
        "- The 100 best films of 2024 were made in France",
        "The 100 Best Books of 2024",
        "I hope that we should all be glad.",
        "It rains.",
    ],
)
def test_what_cannot(nlp: Language, text: str) -> None:
    assert claims(nlp, text) == []


def test_a_claim_in_a_quote_has_its_speaker_as_claimant(nlp: Language) -> None:
    text = "The minister said that prices in France rose by 9 per cent in May."
    (frame,) = claims(nlp, text)
    surfaces = {r: [text[a:b] for a, b in s] for r, s in frame.parts.items()}
    assert surfaces == {
        "claim": ["that prices in France rose by 9 per cent in May"],
        "claimant": ["The minister"],
    }


def test_more_signs_score_higher(nlp: Language) -> None:
    less = claims(nlp, "The firm paid Norway a lower tax in June.")[0]
    more = claims(nlp, "The firm paid Norway $3 million less tax in June.")[0]
    assert more.score > less.score


@settings(deadline=None, max_examples=60)
@given(TEXTS)
def test_no_text_makes_it_fail(nlp: Language, text: str) -> None:
    for frame in claims(nlp, text):
        assert 0 <= frame.score <= 1
        for spans in frame.parts.values():
            assert all(0 <= start < end <= len(text) for start, end in spans)


def test_without_entities_figures_tell_and_it_is_said_once(caplog) -> None:
    blank = spacy.blank("en")
    blank.add_pipe("annotator_claims")
    with caplog.at_level(logging.WARNING):
        (frame,) = blank("Prices rose by 12 per cent last year.")._.annotator_claims
        blank("Again.")
    assert "12" in frame.reason
    assert len(caplog.records) == 1


def test_empty_and_blank_texts_have_none(nlp: Language) -> None:
    assert [claims(nlp, text) for text in ("", " ", "\n\n\t")] == [[], [], []]
