"""What has no columns of its own comes back as it was."""

from __future__ import annotations

from array import array

import hypothesis.strategies as st
from hypothesis import HealthCheck, given, settings

from annotator.domain.tokens import Tokens
from annotator.storage import encoding


@st.composite
def tokens(draw: st.DrawFn) -> Tokens:
    """Draw tokens, with gaps and lengths of one, two and four bytes."""
    size = st.integers(1, 300) | st.integers(60_000, 70_000)
    pairs, position = [], 0
    for _ in range(draw(st.integers(0, 12))):
        start = position + draw(st.just(0) | size)
        position = start + draw(size)
        pairs.append((start, position))
    starts = [start for start, _ in pairs]
    sentences = draw(st.lists(st.sampled_from(starts), unique=True)) if starts else []
    return Tokens.of("t-1", pairs, sorted(sentences))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(tokens())
def test_tokens(made: Tokens) -> None:
    read = encoding.unpack_tokens(*encoding.pack_tokens(made))
    assert read == made
    assert read.starts.typecode == made.starts.typecode == "I"


def test_tokens_of_an_article_take_little_room() -> None:
    made = Tokens.of("t", [(i * 5, i * 5 + 4) for i in range(600)], [0, 500])
    packed = encoding.pack_tokens(made)
    assert sum(map(len, packed[1:])) < 1300


def test_a_packed_number_says_its_width() -> None:
    assert encoding.pack(array("I", [])) == b"B"
    assert encoding.pack(array("I", [1, 3])) == b"B\x01\x02"
    assert encoding.pack(array("I", [300])) == b"H\x2c\x01"
    assert encoding.pack(array("I", [70_000]))[:1] == b"I"
