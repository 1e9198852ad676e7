import re

import hypothesis.strategies as st
import pytest
from hypothesis import given

from annotator.domain.annotations import Fragment
from annotator.domain.tokens import Tokens

TEXTS = st.text(st.sampled_from("ab .“”👩é\u0301ש\n"), max_size=60)


def tokens_of(text):
    spans = [m.span() for m in re.finditer(r"\w+|[^\w\s]", text)]
    starts = [s for i, (s, _) in enumerate(spans) if i == 0 or text[s - 1] == "\n"]
    return Tokens.of("test", spans, starts), spans


@given(TEXTS, st.integers(0, 60), st.integers(0, 60))
def test_snap_is_the_hull_of_the_tokens_touched(text, one, other):
    tokens, spans = tokens_of(text)
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    touched = [s for s in spans if s[0] < end and start < s[1]]
    expected = Fragment(touched[0][0], touched[-1][1]) if touched else None
    if start < end:
        assert tokens.snap(start, end) == expected


@given(TEXTS, st.integers(0, 60), st.integers(0, 60))
def test_aligned_names_the_tokens_exactly_there(text, one, other):
    tokens, spans = tokens_of(text)
    start, end = sorted((one, other))
    found = tokens.aligned(start, end)
    begins, finishes = [s for s, _ in spans], [e for _, e in spans]
    if start in begins and end in finishes and start < end:
        assert found == (begins.index(start), finishes.index(end) + 1)
    else:
        assert found is None


@pytest.mark.parametrize(
    ("spans", "sentences", "fit"),
    [
        ([(0, 3), (3, 4)], [0, 3], True),
        ([], [], True),
        ([(0, 3), (2, 4)], [], False),
        ([(2, 3), (0, 1)], [], False),
        ([(0, 0)], [], False),
        ([(0, 5)], [], False),
        ([(0, 3)], [1], False),
        ([(0, 1), (2, 3)], [2, 0], False),
    ],
)
def test_tokens_fit_a_text_in_order_and_within(spans, sentences, fit):
    assert Tokens.of("t", spans, sentences).fit(4) is fit


def test_sentence_leaves_white_space_out():
    text = "One two.  \nThree four. "
    spans = [m.span() for m in re.finditer(r"\w+|[^\w\s]", text)]
    tokens = Tokens.of("test", spans, [0, 11])
    assert text[slice(*tokens.sentence(3))] == "One two."
    assert text[slice(*tokens.sentence(9))] == "One two."
    assert text[slice(*tokens.sentence(22))] == "Three four."
    assert Tokens.of("test", []).sentence(0) is None
