from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.domain.annotations import Fragment
from annotator.domain.tokens import Tokens
from annotator.ui.article.blocks import Blocks
from annotator.ui.article.marks import Snap
from annotator.ui.article.units import Units
from tests.unit.article.strategies import texts

TEXT = (
    "“We will go,” said Ukraine’s second-largest party. Nobody left 🎉.\n"
    "قال أحمد ذلك. Then he went home.\n"
)
FIRST = TEXT[: TEXT.index("\n")]
NO_TOKENS = Tokens.of("", ())


def tokens_of(text: str) -> Tokens:
    spans = [m.span() for m in re.finditer(r"’s|\w+|[^\w\s]", text)]
    sentences = [0, text.index("Nobody"), text.index("Then")]
    return Tokens.of("test", spans, sentences)


@pytest.fixture
def units() -> Units:
    return Units(TEXT, Blocks(TEXT), tokens_of(TEXT))


def at(units: Units, word: str, snap: Snap) -> str | None:
    unit = units.at(TEXT.index(word), snap)
    return None if unit is None else TEXT[unit.start : unit.end]


def test_words_lose_quotes_and_possessives(units: Units) -> None:
    assert at(units, "We", Snap.WORD) == "We"
    assert at(units, "Ukraine", Snap.WORD) == "Ukraine"
    assert at(units, "’s", Snap.WORD) == "’s"
    assert at(units, "largest", Snap.WORD) == "second-largest"
    assert at(units, "“", Snap.WORD) == "“"


def test_sentences_stop_at_the_end_of_the_paragraph(units: Units) -> None:
    assert at(units, "left", Snap.SENTENCE) == "Nobody left 🎉."
    assert at(units, "أحمد", Snap.SENTENCE) == "قال أحمد ذلك."
    assert at(units, "home", Snap.SENTENCE) == "Then he went home."


def test_paragraphs_have_no_blanks_around(units: Units) -> None:
    assert at(units, "party", Snap.PARAGRAPH) == FIRST
    assert units.at(len(TEXT), Snap.PARAGRAPH) is None


def test_a_blank_belongs_to_no_token_but_has_a_near_one(units: Units) -> None:
    blank = TEXT.index(" ")
    assert units.at(blank, Snap.TOKEN) is None
    assert units.near(blank, Snap.TOKEN) == units.at(blank - 1, Snap.TOKEN)
    assert units.near(len(TEXT), Snap.TOKEN) is None


def test_widening_goes_from_token_to_paragraph(units: Units) -> None:
    found, start, end = [], TEXT.index("largest"), TEXT.index("largest")
    while (wider := units.wider(start, end)) is not None:
        found.append(TEXT[wider.start : wider.end])
        start, end = wider
    assert found == [
        "largest",
        "second-largest",
        "“We will go,” said Ukraine’s second-largest party.",
        FIRST,
    ]


def test_steps_stop_at_both_ends(units: Units) -> None:
    assert units.next_start(len(TEXT)) is None
    assert units.next_end(len(TEXT), Snap.TOKEN) is None
    assert units.previous_start(0, Snap.TOKEN) is None
    assert units.previous_end(0) is None


@pytest.mark.parametrize("snap", list(Snap))
def test_a_text_of_blanks_has_no_units(snap: Snap) -> None:
    units = Units(" \n\t", Blocks(" \n\t"), NO_TOKENS)
    expected = Fragment(1, 1) if snap is Snap.CHARACTER else None
    assert units.at(1, snap) == expected
    assert units.snapped(1, 1, snap) is None
    assert units.near(0, snap) in (None, Fragment(0, 0))


@settings(max_examples=60)
@given(texts, st.data())
def test_what_is_selected_is_whole_units(text: str, data: st.DataObject) -> None:
    units = Units(text, Blocks(text), NO_TOKENS)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    snap = data.draw(st.sampled_from(list(Snap)))
    found = units.snapped(start, end, snap)
    if found is None:
        assert snap is not Snap.CHARACTER or start == end
        assert not any(c.isalnum() for c in text[start:end])
        return
    assert found.start < found.end <= len(text)
    if snap is not Snap.CHARACTER:
        assert not text[found.start].isspace()
        assert not text[found.end - 1].isspace()
        assert units.snapped(*found, snap) == found


@settings(max_examples=60)
@given(texts, st.integers(0, 60))
def test_walking_by_tokens_meets_every_token(text: str, origin: int) -> None:
    units = Units(text, Blocks(text), NO_TOKENS)
    starts = list(units.tokens.starts)
    ends = list(units.tokens.ends)
    assert units.next_start(origin) == next((s for s in starts if s > origin), None)
    assert units.next_end(origin, Snap.TOKEN) == next(
        (e for e in ends if e > origin), None
    )
    assert units.previous_start(origin, Snap.TOKEN) == next(
        (s for s in reversed(starts) if s < origin), None
    )
    assert units.previous_end(origin) == next(
        (e for e in reversed(ends) if e < origin), None
    )
