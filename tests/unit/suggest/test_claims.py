from __future__ import annotations

import logging
import time

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc, DocBin

from annotator.suggest.claims import find_claims
from annotator.suggest.frames import Frame, read_frames

TEXTS = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=80)


def claims(nlp: Language, text: str) -> list[Frame]:
    return nlp(text)._.annotator_claims


def everything(nlp: Language, text: str) -> list[Frame]:
    """Return a frame for every sentence, whatever its score."""
    doc = nlp(text)
    return list(find_claims(doc, read_frames(doc, "annotator_quotes"), 0.0))


def score(nlp: Language, text: str) -> float:
    (row,) = nlp(text)._.annotator_checkworthiness
    return row[2]


def surfaces(text: str, frame: Frame) -> dict[str, list[str]]:
    return {r: [text[a:b] for a, b in spans] for r, spans in frame.parts.items()}


@pytest.mark.parametrize(
    ("text", "sign", "topic"),
    [
        ("Unemployment in Spain fell to 12 per cent in June.", "figure", "figures"),
        ("The court sentenced Karl Imhof to a fine in 2019.", "date", "events"),
        ("Vellmar Steel paid less tax than any firm in Oslo.", "compar", "comparison"),
        ("The flood was caused by a dam that broke near Lyon.", "cause", "cause"),
        ("You voted against the rescue of the car industry.", "position", "position"),
        ("We created fifteen million jobs in six years.", "own record", "figures"),
        ("She never passed a law in thirty years.", "denial", "events"),
        ("It was the largest cut in taxes ever.", "superlative", "comparison"),
    ],
)
def test_what_can_be_checked(nlp: Language, text: str, sign: str, topic: str) -> None:
    (frame,) = claims(nlp, text)
    assert frame.label == "claim"
    assert frame.parts == {"claim": ((0, len(text) - 1),)}
    assert frame.score >= 0.4
    assert sign in frame.reason
    assert frame.attributes["topic"] == topic


@pytest.mark.parametrize(
    "text",
    [
        "Did unemployment in Spain fall to 12 per cent in June?",
        "Contact us at 24 Harbour Street, London, since 1999.",
        "Write to lena.marsh@landmere.example, who won 3 prizes in 2019.",
        "More Must-Reads from TIME were published in 2024.",
        "- The 100 best films of 2024 were made in France",
        "Photo: 300 people were killed in Lyon in 2019.",
        "By Lena Marsh and Karl Imhof",
        "(APPLAUSE)",
        "The 100 Best Books of 2024",
        "I hope that we should all be glad.",
        "It rains.",
        "Thank you, Senator Keane, you have two minutes.",
        "We should cut taxes.",
        "I think it's terrible.",
    ],
)
def test_what_cannot(nlp: Language, text: str) -> None:
    assert claims(nlp, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "By 2019 unemployment in Spain had fallen to 12 per cent.",
        "The law on copyright cost Spain 300 million euros in 2019.",
    ],
)
def test_what_only_looks_like_boilerplate(nlp: Language, text: str) -> None:
    assert len(claims(nlp, text)) == 1


@pytest.mark.parametrize(
    ("more", "less"),
    [
        ("He cut taxes by 3 million.", "He cut taxes."),
        ("We cut taxes in 2019.", "We will cut taxes in 2030."),
        ("The firm closed the plant.", "The firm will close the plant."),
        ("I did not support the war.", "I do not support him."),
        ("He raised taxes in Ohio.", "He was wonderful in Ohio."),
        ("Bill Marsh sold the bank.", "Bill Marsh is a friend."),
        ("Crime is up.", "Stand up."),
        ("There are six hundred guns.", "I have six hundred seconds."),
        ("Greece owes Spain money.", "Greece, you have the floor."),
        ("You voted for it.", "You voted for it?"),
    ],
)
def test_what_is_rather_checked(nlp: Language, more: str, less: str) -> None:
    assert score(nlp, more) > score(nlp, less)


def test_predictions_are_kept_apart(nlp: Language) -> None:
    text = "Unemployment in Spain will fall to 4 per cent by 2030."
    (frame,) = everything(nlp, text)
    assert frame.attributes == {"topic": "prediction", "checkable": "no"}
    assert "but: prediction (will)" in frame.reason
    assert frame.score < score(nlp, "Unemployment in Spain fell to 4 per cent in 2003.")


@pytest.mark.parametrize(
    ("text", "claim", "claimant"),
    [
        (
            "The minister said that prices in France rose by 9 per cent in May.",
            ["prices in France rose by 9 per cent in May"],
            ["The minister"],
        ),
        (
            "Unemployment in Spain fell to 4 per cent, the minister said.",
            ["Unemployment in Spain fell to 4 per cent"],
            ["the minister"],
        ),
        (
            "“We cut 300 jobs in Lyon,” she said, “and saved 4 million.”",
            ["We cut 300 jobs in Lyon", "and saved 4 million"],
            ["she"],
        ),
    ],
)
def test_a_claim_in_a_quote_is_the_quoted_words(
    nlp: Language, text: str, claim: list[str], claimant: list[str]
) -> None:
    (frame,) = claims(nlp, text)
    assert surfaces(text, frame) == {"claim": claim, "claimant": claimant}


def test_each_sentence_of_a_quote_is_a_claim_of_its_speaker(nlp: Language) -> None:
    text = "“Prices fell by 3 per cent. Wages rose by 4 per cent,” Ana Berg said."
    doc = nlp(text)
    found = doc._.annotator_claims
    assert [surfaces(text, frame) for frame in found] == [
        {"claim": ["Prices fell by 3 per cent"], "claimant": ["Ana Berg"]},
        {"claim": ["Wages rose by 4 per cent"], "claimant": ["Ana Berg"]},
    ]
    assert doc._.annotator_made_in == [0, 0]


def test_what_somebody_vows_to_do_is_no_claim_of_its_own(nlp: Language) -> None:
    text = "In 2019 the mayor vowed to cut taxes in Lyon by 3 million euros."
    doc = nlp(text)
    assert len(doc._.annotator_quotes) == 1
    (frame,) = everything(nlp, text)
    assert surfaces(text, frame) == {"claim": [text[:-1]]}


def test_quoted_words_inside_a_claim_keep_their_marks(nlp: Language) -> None:
    text = "In 2019 the court fined Vellmar Steel for “gross neglect”."
    (frame,) = everything(nlp, text)
    assert surfaces(text, frame)["claim"] == [text[:-1]]


def test_a_claim_outside_quotes_is_made_in_none(nlp: Language) -> None:
    doc = nlp("Unemployment in Spain fell to 12 per cent in June.")
    assert doc._.annotator_made_in == [None]


def test_who_denies_it_is_said(nlp: Language) -> None:
    text = "The mayor denied that the bridge had been closed for two years."
    (frame,) = claims(nlp, text)
    assert frame.attributes["stance"] == "denies"
    assert surfaces(text, frame)["claimant"] == ["The mayor"]


def test_the_name_of_who_has_the_floor_is_left_out(nlp: Language) -> None:
    text = "SEN. KEANE: We created 15 million jobs in Ohio."
    (frame,) = claims(nlp, text)
    assert surfaces(text, frame) == {"claim": ["We created 15 million jobs in Ohio"]}


def test_every_sentence_with_words_has_a_score(nlp: Language) -> None:
    text = "Thank you. … Who voted?\nNo!\n\n—\n\nWe cut 3 million jobs in Ohio."
    rows = nlp(text)._.annotator_checkworthiness
    assert [text[start:end] for start, end, _, _ in rows] == [
        "Thank you.",
        "Who voted?",
        "No!",
        "We cut 3 million jobs in Ohio.",
    ]
    assert [(f.score, f.reason) for f in everything(nlp, text)] == [
        (worth, reason) for _, _, worth, reason in rows
    ]
    assert len(claims(nlp, text)) == 1


def test_min_score_is_configured() -> None:
    strict = spacy.blank("en")
    strict.add_pipe("annotator_claims", config={"min_score": 0.0})
    assert len(claims(strict, "It rains.\nWe cut 3 million jobs.")) == 2


def test_claims_survive_a_file(nlp: Language) -> None:
    doc = nlp("Unemployment in Spain fell to 12 per cent in June.")
    stored = DocBin(store_user_data=True, docs=[doc]).to_bytes()
    (back,) = DocBin().from_bytes(stored).get_docs(nlp.vocab)
    assert back._.annotator_claims == doc._.annotator_claims != []
    assert back._.annotator_checkworthiness == doc._.annotator_checkworthiness


@settings(deadline=None, max_examples=60)
@given(TEXTS)
def test_no_text_makes_it_fail(nlp: Language, text: str) -> None:
    for frame in everything(nlp, text):
        assert 0 <= frame.score <= 1
        for spans in frame.parts.values():
            assert all(0 <= start < end <= len(text) for start, end in spans)


@pytest.mark.parametrize(
    "text",
    [
        "😀👩‍👩‍👧 fell by 12 %. é̂ rose!",
        "ارتفعت البطالة إلى 12 في المئة في يونيو. هذا صحيح",
        "UNEMPLOYMENT IN SPAIN FELL TO 12 PER CENT. HE VOTED FOR IT.",
        "one line\r\nanother, with 3 million\r\n",
        "no stop anywhere and nothing said",
    ],
)
def test_odd_texts_have_sound_claims(nlp: Language, text: str) -> None:
    found = everything(nlp, text)
    assert found
    for frame in found:
        for start, end in frame.parts["claim"]:
            assert text[start:end] == text[start:end].strip() != ""


def test_a_megabyte_is_no_matter() -> None:
    """One sentence or many, one line or many: time must not grow with the square."""
    blank = spacy.blank("en")
    blank.max_length = 2_000_000
    words = ["in", "2019", "Senator", "Keane", ",", "we", "cut", "jobs"] * 25_000
    many = [*words[:-1], "."]
    many[9::10] = ["."] * len(many[9::10])
    blank.add_pipe("annotator_claims", config={"min_score": 0.0})
    finder = blank.get_pipe("annotator_claims")
    for tokens in (words, many):
        doc = Doc(blank.vocab, words=tokens)
        doc.set_ents([doc.char_span(8, 21, label="PERSON")])
        begun = time.process_time()
        finder(doc)
        assert time.process_time() - begun < 15
        assert doc._.annotator_claims


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
