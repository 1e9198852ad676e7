from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.suggest.quoting.marks import Within, find_quoted


def quoted(text: str) -> list[list[str]]:
    return [[text[a:b] for a, b in q.fragments] for q in find_quoted(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“Go,” she said, “now.”", [["“Go,”"], ["“now.”"]]),
        ('He said: "Stay." "Why?"', [['"Stay."'], ['"Why?"']]),
        ("«Va,» dit-il.", [["«Va,»"]]),
        ("“He said ‘go’ twice,” I said.", [["“He said ‘go’ twice,”"]]),
        ("'Hello there,' he said.", [["'Hello there,'"]]),
        ("‘It’s Jess’s dog,’ he said.", [["‘It’s Jess’s dog,’"]]),
        ("The dogs’ home and ’90s music; it’s ’tis.", []),
        ("“One.\n\n“Two.\n\n“Three.” Four.", [["“One.", "“Two.", "“Three.”"]]),
        ("“One.\n\nTwo.” Three “four”.", [["“One.", "Two.”"], ["“four”"]]),
        ("“Never closed.\n\nNext “is” fine.", [["“Never closed."], ["“is”"]]),
        ("“קדימה,” אמר דוד.", [["“קדימה,”"]]),
        ("😀 “👍🏽” é", [["“👍🏽”"]]),
        ("”stray “", [["“"]]),
        ("", []),
    ],
)
def test_marks_that_belong_together(text: str, expected: list[list[str]]) -> None:
    assert quoted(text) == expected


def test_what_is_not_closed_says_so() -> None:
    assert [q.closed for q in find_quoted("“a b\n“c d” e “f")] == [True, False]


@given(st.text(alphabet="“”\"'‘’«» ab.,\n😀", max_size=80))
def test_stretches_are_apart_and_in_order(text: str) -> None:
    found = find_quoted(text)
    fragments = [span for q in found for span in q.fragments]
    assert all(0 <= start < end <= len(text) for start, end in fragments)
    for (_, end), (start, _) in pairwise(fragments):
        assert end <= start
    within = Within(found)
    for q in found:
        assert all(within.at(start) == q for start, _ in q.fragments)
