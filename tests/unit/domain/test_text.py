import hashlib

import hypothesis.strategies as st
import pytest
from hypothesis import assume, given

from annotator.domain import text
from annotator.domain.errors import InputError


@given(st.text(st.characters(codec="utf-8", exclude_characters="\x00")))
def test_normalising_twice_changes_nothing(raw):
    assume(raw.removeprefix("\ufeff").strip())
    once = text.normalise(raw)
    assume(not once.startswith("\ufeff"))
    assert text.normalise(once) == once
    assert "\r" not in once


def test_line_ends_and_mark_go_and_nothing_else_does():
    raw = "\ufeffOne\r\nTwo\rThree\u2028\u00a0e\u0301 👩‍🚒\n"
    assert text.normalise(raw) == "One\nTwo\nThree\u2028\u00a0e\u0301 👩‍🚒\n"


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        ("a\x00b", "NUL"),
        ("a \ud83d b", "surrogate"),
        (" \n\t", "empty"),
        ("", "empty"),
    ],
)
def test_what_is_no_text_is_refused(raw, reason):
    with pytest.raises(InputError, match=reason):
        text.normalise(raw)


def test_id_is_the_hash_with_version_and_variant_set():
    made = text.document_id("Ein Dorf")
    digest = hashlib.sha256(b"Ein Dorf").hexdigest()
    assert made[:12] == digest[:12]
    assert made[12] == "8"
    assert made[16] in "89ab"
    assert made[17:] == digest[17:32]
    assert text.document_id("Ein Dorf ") != made


def test_excerpt_fits_on_one_line():
    long = "one two\nthree " * 20
    cut = text.excerpt(long, 0, len(long), limit=31)
    assert len(cut) <= 31
    assert "\n" not in cut
    assert "…" in cut
    assert text.excerpt("a \n b", 0, 5) == "a b"


def test_first_line_skips_blank_lines():
    assert text.first_line("\n  \n  Title here \nBody") == "Title here"
    assert text.first_line("x" * 100, limit=10) == "x" * 9 + "…"


def test_what_a_library_says_is_put_on_one_line():
    assert text.in_a_line("Char 0x0\n, line 3 \n") == "Char 0x0, line 3"
    assert text.in_a_line(ValueError("a\r\nb")) == "a b"
    cut = text.in_a_line("x" * 200)
    assert (len(cut), cut[-1]) == (120, "…")
