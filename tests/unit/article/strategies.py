"""What the tests of the article view draw from."""

from __future__ import annotations

from hypothesis import strategies as st

ALPHABET = st.sampled_from(
    [*"ab .,’\n\t", "é", "e\u0301", "😀", "👩\u200d👧", "ש", "ع", "\u00a0", "\u2028"]
)
texts = st.lists(ALPHABET, max_size=60).map("".join)
