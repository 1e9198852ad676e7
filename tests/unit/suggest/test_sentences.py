from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.suggest.sentences import paragraphs, pieces, sentence_starts

TEXTS = st.text(alphabet=st.sampled_from('aB .!?\n“”’"é😀\u0301ש ,1'), max_size=200)


def sentences(text: str) -> list[str]:
    words = re.finditer(r"\b(?:U\.S\.|Mr\.)|\w+|[^\w\s]", text)
    starts = [match.start() for match in words]
    borders = [*sentence_starts(text, starts), len(text)]
    return [text[a:b].strip() for a, b in pairwise(borders)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It rains. We stay in!", ["It rains.", "We stay in!"]),
        ("“Go.” She left.", ["“Go.”", "She left."]),
        ("“Why?” she asked.", ["“Why?” she asked."]),
        ("Mr. Li of the U.S. army left.", ["Mr. Li of the U.S. army left."]),
        ("A headline\nThe text.", ["A headline", "The text."]),
        ("One line\nis broken\nin the middle\nof it. New.", None),
        ("خرج الوزير. عاد غدا.", ["خرج الوزير.", "عاد غدا."]),
        ("", []),
    ],
)
def test_sentences(text: str, expected: list[str] | None) -> None:
    if expected is None:
        expected = ["One line\nis broken\nin the middle\nof it.", "New."]
    assert sentences(text) == expected


@given(TEXTS)
def test_sentences_start_at_tokens(text: str) -> None:
    starts = [match.start() for match in re.finditer(r"\w+|[^\w\s]", text)]
    found = sentence_starts(text, starts)
    assert found == sorted(set(found))
    assert set(found) <= set(starts)
    assert found[:1] == starts[:1]


@given(TEXTS, st.integers(2, 40))
def test_pieces_are_the_text(text: str, limit: int) -> None:
    found = list(pieces(text, limit))
    assert "".join(piece for _, piece in found) == text
    assert all(text[at : at + len(piece)] == piece for at, piece in found)
    assert all(len(piece) <= limit for _, piece in found)


def test_pieces_end_at_paragraphs() -> None:
    text = "\n\n".join(["word " * 20] * 10)
    assert all(piece.endswith("\n\n") for _, piece in list(pieces(text, 400))[:-1])


@given(TEXTS)
def test_paragraphs_hold_all_that_is_not_blank(text: str) -> None:
    found = paragraphs(text)
    assert all(text[start:end].strip() for start, end in found)
    left = list(text)
    for start, end in found:
        left[start:end] = " " * (end - start)
    assert not "".join(left).strip()
