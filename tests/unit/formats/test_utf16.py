"""Positions in UTF-16 units beside a count of them one by one."""

from hypothesis import given
from hypothesis import strategies as st

from annotator.domain.text import normalise
from annotator.formats.utf16 import StoredPositions, size_in_units, units_of

TEXTS = st.text(st.sampled_from("aé\u0301ש\r\n🙂🏛\ufeff"), min_size=1, max_size=12)


@given(TEXTS)
def test_units_are_counted_as_the_codec_has_them(text):
    sizes = [len(text[:n].encode("utf-16-le")) // 2 for n in range(len(text) + 1)]
    assert list(units_of(text)) == sizes
    assert size_in_units(text) == sizes[-1]


@given(TEXTS.map(lambda text: f"{text}x"))
def test_every_unit_leads_to_its_character_in_the_stored_text(raw):
    positions = StoredPositions(raw)
    expected = []
    for at, character in enumerate(raw):
        # CR of CRLF is where its LF is, and a first BOM where the text starts.
        stored = 0 if at == 0 else len(normalise(f"{raw[:at]}|")) - 1
        if character == "\n" and raw[:at].endswith("\r"):
            stored -= 1
        expected.append(stored)
        if character > "\uffff":
            expected.append(-1)
    assert list(positions.of_units) == [*expected, len(positions.text)]
    assert positions.of_points() == [
        *(p for p in expected if p >= 0),
        len(positions.text),
    ]
