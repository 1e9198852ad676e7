from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from annotator.domain.annotations import Fragment
from annotator.ui.article.blocks import LONGEST, Blocks
from tests.unit.article.strategies import texts


@given(texts)
def test_blocks_are_the_lines_of_the_text(text: str) -> None:
    blocks = Blocks(text)
    lines = [text[s:e] for s, e in zip(blocks.starts, blocks.ends, strict=True)]
    assert lines == text.split("\n")
    assert not any(blocks.continued)


@given(texts, st.data())
def test_a_position_lies_in_the_block_with_its_line_feed(
    text: str, data: st.DataObject
) -> None:
    blocks = Blocks(text)
    position = data.draw(st.integers(0, len(text)))
    block = blocks.at(position)
    assert block == text[:position].count("\n")
    assert blocks.starts[block] <= position <= blocks.ends[block]
    assert blocks.paragraph(position) == (blocks.starts[block], blocks.ends[block])


@given(texts.filter(len), st.data())
def test_covering_is_the_blocks_of_first_and_last_character(
    text: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    first, last = text[:start].count("\n"), text[: end - 1].count("\n")
    assert Blocks(text).covering(start, end) == (first, last)


def test_a_long_line_is_cut_after_blanks_and_is_one_paragraph() -> None:
    line = "word " * 20_000
    text = f"head\n{line}\ntail"
    blocks = Blocks(text)
    inside = [i for i in range(len(blocks)) if 5 <= blocks.starts[i] < 5 + len(line)]
    assert len(inside) == -(-len(line) // LONGEST)
    assert [blocks.continued[i] for i in inside] == [0] + [1] * (len(inside) - 1)
    assert all(blocks.ends[i] - blocks.starts[i] <= LONGEST for i in inside)
    assert all(text[blocks.ends[i] - 1] == " " for i in inside)
    assert all(blocks.ends[i] == blocks.starts[i + 1] for i in inside[:-1])
    assert blocks.paragraph(50_000) == Fragment(5, 5 + len(line))
    assert blocks.at(blocks.ends[inside[0]]) == inside[1]


def test_a_cut_without_blanks_keeps_visible_characters_whole() -> None:
    text = "e\u0301" * 3000 + "👩\u200d👧" * 3000 + "🇮🇱" * 3000
    blocks = Blocks(text)
    for start in blocks.starts[1:]:
        assert text[start] not in "\u0301\u200d"
        assert text[start - 1] != "\u200d"
    assert (
        "".join(text[s:e] for s, e in zip(blocks.starts, blocks.ends, strict=True))
        == text
    )
