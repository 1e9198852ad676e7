"""Zones: what they cover, and texts without them."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.domain.annotations import Fragment
from annotator.domain.cutting import Cut
from annotator.domain.zones import ZoneKind, ZoneMap, recognised_zone

LETTERS = st.text(alphabet="ab \n👩‍💼e\u0301אב\u00a0.", min_size=1, max_size=60)


@st.composite
def texts_with_stretches(draw):
    text = draw(LETTERS)
    ends = st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))
    pairs = draw(st.lists(ends, max_size=4))
    return text, [Fragment(min(p), max(p)) for p in pairs if p[0] != p[1]]


@given(texts_with_stretches())
@settings(max_examples=150, deadline=None)
def test_only_white_space_goes_with_what_is_cut_out(found):
    text, stretches = found
    cut = Cut(text, stretches)
    gone = ZoneMap(stretches)
    kept = [text[f.start : f.end] for f in gone.outside([Fragment(0, len(text))])]
    assert "".join(cut.text.split()) == "".join("".join(kept).split())
    assert cut.length == len(cut.text)


@given(texts_with_stretches(), st.data())
@settings(max_examples=200, deadline=None)
def test_offsets_lead_there_and_back(found, data):
    text, stretches = found
    cut = Cut(text, stretches)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    inside = cut.inside([Fragment(start, end)])
    assert len(inside) <= 1
    for fragment in inside:
        back = cut.back(*fragment)
        assert cut.text[fragment.start : fragment.end] == "".join(
            text[b.start : b.end] for b in back
        )
        assert all(start <= b.start < b.end <= end for b in back)
        assert cut.inside(back) == inside
    if not inside:
        kept = cut.back(0, cut.length)
        assert not ZoneMap(kept).touches([Fragment(start, end)] if start < end else [])


@given(texts_with_stretches(), st.data())
@settings(max_examples=100, deadline=None)
def test_a_map_knows_every_character(found, data):
    text, stretches = found
    zones = ZoneMap(stretches)
    inside = {i for start, end in stretches for i in range(start, end)}
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    place = set(range(start, end))
    fragment = [Fragment(start, end)]
    assert zones.touches(fragment) == bool(place & inside)
    assert zones.holds(fragment) == (place <= inside)
    rest = {i for s, e in zones.outside(fragment) for i in range(s, e)}
    assert rest == place - inside


def test_lines_stay_lines():
    text = "One.\n\nShare\nTweet\n\nTwo (Photo: AP)\nThree.\n\nMore\n- a\n"
    stretches = [
        Fragment(text.index(first), text.index(last) + len(last))
        for first, last in (("Share", "Tweet"), ("(Ph", "AP)"), ("More", "- a"))
    ]
    assert Cut(text, stretches).text == "One.\n\nTwo\nThree."
    assert Cut(text, [Fragment(0, len(text))]).text == ""
    assert Cut(text, []).text == text
    assert Cut("", []).text == ""


def test_a_recognised_zone_is_the_same_everywhere():
    one, other = (recognised_zone("d", 3, 9, ZoneKind.LINKS) for _ in range(2))
    assert one == other
    assert one.id != recognised_zone("d", 3, 8, ZoneKind.LINKS).id
