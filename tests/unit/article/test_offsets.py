from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from annotator.ui.article.offsets import OffsetMap
from tests.unit.article.strategies import texts


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


@given(texts)
def test_every_code_point_maps_to_its_unit_and_back(text: str) -> None:
    offsets = OffsetMap(text)
    for position in range(len(text) + 1):
        position_u16 = units(text[:position])
        assert offsets.to_u16(position) == position_u16
        assert offsets.from_u16(position_u16) == position


@given(texts, st.data())
def test_a_unit_inside_a_pair_is_the_pairs(text: str, data: st.DataObject) -> None:
    offsets = OffsetMap(text)
    position_u16 = data.draw(st.integers(0, units(text)))
    position = offsets.from_u16(position_u16)
    assert offsets.to_u16(position) in (position_u16, position_u16 - 1)


def test_a_family_of_emoji_is_counted_unit_by_unit() -> None:
    text = "a👩\u200d👧b"
    offsets = OffsetMap(text)
    assert [offsets.to_u16(i) for i in range(6)] == [0, 1, 3, 4, 6, 7]
    assert offsets.from_u16(2) == 1
