from __future__ import annotations

import logging

import pytest
import spacy
from hypothesis import example, given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import DocBin

from annotator.agreement.matching import Ruler, candidates, greedy
from annotator.domain.annotations import Fragment
from annotator.suggest.frames import Frame
from annotator.suggest.quotes import find_quotes
from tests.unit.suggest.marked_articles import load_all

ALPHABET = "“”\"'’ ab.,\n😀\u0301שAB:—–said he according to that I "
TEXTS = st.one_of(
    st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=60),
    st.text(alphabet=st.sampled_from(ALPHABET), max_size=120),
    st.lists(
        st.sampled_from(
            [
                *("“Go,”", "he said", "that", "prices fell", ".", ",", "\n", "“", "”"),
                *("she", "according to", "officials", "- Read", "SAID", "'No'", "🚢"),
            ]
        ),
        max_size=20,
    ).map(" ".join),
)


def surfaces(text: str, frame: Frame) -> dict[str, list[str]]:
    return {role: [text[a:b] for a, b in s] for role, s in frame.parts.items()}


def only(nlp: Language, text: str) -> tuple[Frame, dict[str, list[str]]]:
    frames = nlp(text)._.annotator_quotes
    assert len(frames) == 1, [surfaces(text, frame) for frame in frames]
    return frames[0], surfaces(text, frames[0])


@pytest.mark.parametrize(
    ("text", "content", "speaker", "cue"),
    [
        ("“We will go,” the mayor said.", ["“We will go,”"], "the mayor", "said"),
        ('"We will go," said Ana Berg.', ['"We will go,"'], "Ana Berg", "said"),
        ("'We will go,' she whispered.", ["'We will go,'"], "she", "whispered"),
        (
            "“Go home,” said Anna Berg, who leads the group, “and stay there.”",
            ["“Go home,”", "“and stay there.”"],
            "Anna Berg",
            "said",
        ),
        (
            "Karl Imhof told reporters: “The bridge is not safe.”",
            ["“The bridge is not safe.”"],
            "Karl Imhof",
            "told",
        ),
        (
            "“The ship has left the harbour,” according to a statement.",
            ["“The ship has left the harbour,”"],
            "a statement",
            "according to",
        ),
        (
            "“It is late,” Ana Berg, a doctor from Vellmar, said.",
            ["“It is late,”"],
            "Ana Berg, a doctor from Vellmar",
            "said",
        ),
        (
            "The minister said: “First.\n\n“Second,” and left.",
            ["“First.", "“Second,”"],
            "The minister",
            "said",
        ),
    ],
)
def test_direct_quotes(
    nlp: Language, text: str, content: list[str], speaker: str, cue: str
) -> None:
    frame, parts = only(nlp, text)
    assert frame.label == "direct"
    assert parts == {"content": content, "speaker": [speaker], "cue": [cue]}
    assert frame.score >= 0.7
    assert frame.reason


@pytest.mark.parametrize(
    ("text", "content", "speaker", "cue"),
    [
        (
            "The minister said that prices would not rise.",
            "that prices would not rise",
            "The minister",
            "said",
        ),
        (
            "The bridge is closed, officials said.",
            "The bridge is closed",
            "officials",
            "said",
        ),
        (
            "The mayor has not confirmed that the talks failed.",
            "that the talks failed",
            "The mayor",
            "has not confirmed",
        ),
        (
            "According to the union, three workers were hurt.",
            "three workers were hurt",
            "the union",
            "According to",
        ),
        (
            "The delegation left Kyiv, Fedir Venislavskyi, a member of his team, said.",
            "The delegation left Kyiv",
            "Fedir Venislavskyi, a member of his team",
            "said",
        ),
        (
            "She asked whether the ferry was late.",
            "whether the ferry was late",
            "She",
            "asked",
        ),
        (
            "The company promised to repair the road.",
            "to repair the road",
            "The company",
            "promised",
        ),
        (
            "As Colette Heald told The Post, ozone has dropped since the law.",
            "ozone has dropped since the law",
            "Colette Heald",
            "told",
        ),
        (
            "Microsoft announced on Friday that it is time to move.",
            "that it is time to move",
            "Microsoft",
            "announced",
        ),
        (
            "He was quoted as saying the deal was dead.",
            "the deal was dead",
            "He",
            "was quoted as saying",
        ),
        (
            "Mr. Berg's claim that taxes would rise was wrong.",
            "that taxes would rise",
            "Mr. Berg",
            "claim",
        ),
        (
            "Aides to the governor voiced concern that turnout would fall.",
            "that turnout would fall",
            "Aides to the governor",
            "voiced concern",
        ),
        (
            "Rivera is confident that voters will come.",
            "that voters will come",
            "Rivera",
            "is confident",
        ),
        (
            "The senator called on the company to return the money.",
            "to return the money",
            "The senator",
            "called",
        ),
        (
            "She accused the committee of hiding the report.",
            "of hiding the report",
            "She",
            "accused",
        ),
        (
            "Officials warned of new attacks in the spring.",
            "of new attacks in the spring",
            "Officials",
            "warned",
        ),
        (
            "He described the plan as a threat to workers.",
            "as a threat to workers",
            "He",
            "described",
        ),
        (
            "The ministry denied any wrongdoing.",
            "any wrongdoing",
            "The ministry",
            "denied",
        ),
        (
            "He refused to say how many had died.",
            "how many had died",
            "He",
            "refused to say",
        ),
        (
            "The bridge is safe, said Ana Li, a spokeswoman for the port.",
            "The bridge is safe",
            "Ana Li, a spokeswoman for the port",
            "said",
        ),
    ],
)
def test_indirect_quotes(
    nlp: Language, text: str, content: str, speaker: str, cue: str
) -> None:
    frame, parts = only(nlp, text)
    assert frame.label == "indirect"
    assert parts == {"content": [content], "speaker": [speaker], "cue": [cue]}


def test_an_indirect_quote_with_marks_inside_is_mixed(nlp: Language) -> None:
    text = "The minister said the plan was “a gift to the rich”."
    frame, parts = only(nlp, text)
    assert frame.label == "mixed"
    assert parts["content"] == ["the plan was “a gift to the rich”"]


def test_a_second_verb_takes_the_first_ones_speaker(nlp: Language) -> None:
    text = "The mayor said the road was open, adding that buses would run."
    speakers = [surfaces(text, f)["speaker"] for f in nlp(text)._.annotator_quotes]
    assert speakers == [["The mayor"], ["The mayor"]]


def test_a_verb_in_the_middle_leaves_its_clause_on_both_sides(nlp: Language) -> None:
    _, parts = only(nlp, "Any delay, he warned, would hurt the farmers.")
    assert parts["content"] == ["Any delay", "would hurt the farmers"]
    assert parts["speaker"] == ["he"]


def test_a_second_reporting_verb_is_no_part_of_what_the_first_tells(nlp: Language):
    text = (
        "Aides said that the bank had two accounts and predicted that it would close."
    )
    found = [surfaces(text, frame) for frame in nlp(text)._.annotator_quotes]
    assert [parts["content"] for parts in found] == [
        ["that the bank had two accounts"],
        ["that it would close"],
    ]
    assert [parts["speaker"] for parts in found] == [["Aides"], ["Aides"]]


def test_a_quote_carries_on_with_the_last_speaker(nlp: Language) -> None:
    text = "“We will go,” the mayor said. “We never stop working for the town.”"
    first, second = nlp(text)._.annotator_quotes
    assert surfaces(text, second)["speaker"] == ["the mayor"]
    assert "cue" not in second.parts
    assert second.score < first.score


def test_what_is_told_with_no_source_has_no_speaker(nlp: Language) -> None:
    _, parts = only(nlp, "It was announced that the bridge would close.")
    assert parts == {
        "content": ["that the bridge would close"],
        "cue": ["was announced"],
    }


@pytest.mark.parametrize(
    ("headline", "parts"),
    [
        (
            "Police: Gunman Was Fired in May",
            {"content": ["Gunman Was Fired in May"], "speaker": ["Police"]},
        ),
        (
            "Mayor Vows to Veto Farm Bill as Allies Waver",
            {
                "content": ["to Veto Farm Bill"],
                "speaker": ["Mayor"],
                "cue": ["Vows"],
            },
        ),
        (
            "Officer in Toledo had been disciplined twice, city says",
            {
                "content": ["Officer in Toledo had been disciplined twice"],
                "speaker": ["city"],
                "cue": ["says"],
            },
        ),
    ],
)
def test_headlines(nlp: Language, headline: str, parts: dict[str, list[str]]) -> None:
    text = f"{headline}\n\nRain fell all day."
    assert only(nlp, text)[1] == parts


def test_the_answers_of_an_interview(nlp: Language) -> None:
    text = (
        "The Post: Will it hold?\n\nMs. Berg: It will. (Laughs.) I built it.\n\n"
        "The Post: How long?\n\nMs. Berg: For ever, if it is painted."
    )
    found = [surfaces(text, frame) for frame in nlp(text)._.annotator_quotes]
    assert found == [
        {"content": ["It will.", "I built it."], "speaker": ["Ms. Berg"]},
        {"content": ["For ever, if it is painted."], "speaker": ["Ms. Berg"]},
    ]


def test_whom_a_speaker_stands_for(nlp: Language) -> None:
    text = (
        "Justice Minister Ana Berg said on Monday that the law was dead.\n"
        "“We will not wait,” she said. The minister added that talks had failed.\n"
        "Paul Carter, a spokesman for the port, said ships would sail. "
        "He denied that they were late."
    )
    frames = nlp(text)._.annotator_quotes
    assert [frame.attributes.get("speaker_entity") for frame in frames] == [
        "Ana Berg",
        "Ana Berg",
        "Ana Berg",
        "Paul Carter",
        "Paul Carter",
    ]


def test_the_invented_articles_are_read_well(nlp: Language) -> None:
    """A floor, a little under what was reached: F1 at overlap .3 and .8."""
    counts = {0.3: [0, 0, 0], 0.8: [0, 0, 0]}
    for article in load_all():
        gold = [fragments(quote.content) for quote in article.quotes]
        frames = nlp(article.text)._.annotator_quotes
        found = [fragments(frame.parts["content"]) for frame in frames]
        ranked = candidates(found, gold, Ruler(article.text))
        for threshold, count in counts.items():
            count[0] += len(greedy(ranked, threshold))
            count[1] += len(found)
            count[2] += len(gold)
    f1 = {t: 2 * tp / (p + g) for t, (tp, p, g) in counts.items()}
    assert f1[0.3] > 0.88
    assert f1[0.8] > 0.82


def fragments(spans: tuple[tuple[int, int], ...]) -> list[Fragment]:
    return [Fragment(start, end) for start, end in spans]


def test_a_turn_of_a_dialogue_is_a_quote_though_nobody_is_named(nlp: Language):
    text = "“Where is the ship?”\n\n“Gone.”\n\nNobody spoke."
    frames = nlp(text)._.annotator_quotes
    assert [surfaces(text, frame) for frame in frames] == [
        {"content": ["“Where is the ship?”"]},
        {"content": ["“Gone.”"]},
    ]
    assert all(frame.score < 0.5 for frame in frames)


def test_attributions_nest(nlp: Language) -> None:
    text = "Officials said they were “not ready” to talk, Tass reported."
    found = [surfaces(text, frame) for frame in nlp(text)._.annotator_quotes]
    assert [(parts["speaker"], parts["cue"]) for parts in found] == [
        (["Tass"], ["reported"]),
        (["Officials"], ["said"]),
    ]


def test_many_marks_and_verbs_take_time_in_proportion(blank: Language) -> None:
    for unit in ("“a ", " 'a", "' a", "said ", "“Go,” he said. "):
        text = unit * 2000
        check(text, find_quotes(blank(text)))


@pytest.mark.parametrize(
    "text",
    [
        "The “smart” phone was sold in a “shop”.",
        "Her book “The Long Way” won a prize.",
        "William “Bill” Carter opened the door.",
        "Rain fell all day.",
        "The so-called “reform” failed.",
        "A cat called “Otis” slept.",
        "He was seen in a film, “Dry River,” that nobody liked.",
        "- Read what the mayor said that nobody believed",
    ],
)
def test_what_is_no_quote(nlp: Language, text: str) -> None:
    assert nlp(text)._.annotator_quotes == []


def test_parts_stay_in_their_paragraph(nlp: Language) -> None:
    text = "Prices rose in May\n- FX’s Say Nothing Is a Film\nThe end of it all said"
    for frame in nlp(text)._.annotator_quotes:
        assert not any(
            "\n" in s for part in surfaces(text, frame).values() for s in part
        )


def check(text: str, frames: list[Frame]) -> None:
    for frame in frames:
        assert frame.label in ("direct", "indirect", "mixed")
        assert 0 <= frame.score <= 1
        assert frame.parts["content"]
        for spans in frame.parts.values():
            assert list(spans) == sorted(spans)
            for start, end in spans:
                assert 0 <= start < end <= len(text)
                assert text[start:end].strip() == text[start:end]


@settings(deadline=None, max_examples=40)
@example("0D”, 1 saId")  # nothing but a comma before the speaker
@given(TEXTS)
def test_no_text_makes_it_fail(nlp: Language, text: str) -> None:
    check(text, nlp(text)._.annotator_quotes)


@settings(deadline=None, max_examples=40)
@given(TEXTS)
def test_no_text_makes_it_fail_without_a_model(blank: Language, text: str) -> None:
    check(text, find_quotes(blank(text)))


def test_a_real_article(nlp: Language, seed_article: str) -> None:
    frames = nlp(seed_article)._.annotator_quotes
    check(seed_article, frames)
    found = [surfaces(seed_article, frame) for frame in frames]
    speakers = {parts["speaker"][0] for parts in found}
    assert "a statement on Zelenskiy’s website" in speakers
    assert "Fedir Venislavskyi, a member of Zelenskiy’s political party" in speakers
    assert not any("Must-Read" in c for parts in found for c in parts["content"])
    assert not any(c == "“neutral”" for parts in found for c in parts["content"])


def test_without_a_parser_direct_quotes_are_found_and_it_is_said_once(caplog) -> None:
    blank = spacy.blank("en")
    blank.add_pipe("annotator_quotes")
    text = "“We will go,” Ana Berg said. The mayor said that all was well."
    with caplog.at_level(logging.WARNING):
        frames = blank(text)._.annotator_quotes
        blank(text)
    assert [surfaces(text, frame) for frame in frames] == [
        {"content": ["“We will go,”"], "speaker": ["Ana Berg"], "cue": ["said"]}
    ]
    assert len(caplog.records) == 1
    assert "no parser" in caplog.text


def test_frames_survive_a_docbin(nlp: Language) -> None:
    doc = nlp("“We will go,” the mayor said.")
    data = DocBin(docs=[doc], store_user_data=True).to_bytes()
    (back,) = DocBin().from_bytes(data).get_docs(nlp.vocab)
    assert back._.annotator_quotes == doc._.annotator_quotes


def test_the_least_score_is_a_setting() -> None:
    blank = spacy.blank("en")
    blank.add_pipe("annotator_quotes", config={"min_score": 0.99})
    assert blank("“We will go,” Ana Berg said.")._.annotator_quotes == []
