"""What is left of annotations and tokens without stretches of the line."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.agreement.cutting import LineCut
from annotator.agreement.marks import Fragments, Marks
from annotator.agreement.painting import Stretches
from annotator.domain.annotations import Fragment
from annotator.domain.zones import ZoneMap

SIZE = 30
spans = st.tuples(st.integers(0, SIZE), st.integers(0, SIZE)).map(sorted)
solid = spans.filter(lambda pair: pair[0] < pair[1])


def cut_of(pairs) -> tuple[LineCut, list[int]]:
    zones = ZoneMap(Fragment(*pair) for pair in pairs)
    starts = np.array([s for s, _ in zones.stretches], np.int64)
    ends = np.array([e for _, e in zones.stretches], np.int64)
    gone = {i for s, e in zones.stretches for i in range(s, e)}
    return LineCut(starts, ends), [i for i in range(SIZE) if i not in gone]


def ints(values) -> np.ndarray:
    return np.array(list(values), np.int64)


@given(st.lists(solid, max_size=4))
@settings(max_examples=100, deadline=None)
def test_places_are_those_of_what_is_left(pairs) -> None:
    cut, kept = cut_of(pairs)
    assert cut.place(ints(kept)).tolist() == list(range(len(kept)))
    assert cut.back(ints(range(len(kept)))).tolist() == kept
    lengths = ints([7, 0, 13, 10])
    ends = np.cumsum(lengths).tolist()
    expected = [
        sum(e - n <= i < e for i in kept)
        for e, n in zip(ends, lengths.tolist(), strict=True)
    ]
    assert cut.lengths(lengths).tolist() == expected


@given(
    st.lists(solid, max_size=4),
    st.lists(st.lists(solid, min_size=1, max_size=3), max_size=5),
)
@settings(max_examples=150, deadline=None)
def test_annotations_are_what_is_left_of_them(pairs, annotations) -> None:
    cut, kept = cut_of(pairs)
    united = [ZoneMap(Fragment(*p) for p in own).stretches for own in annotations]
    rows = [(n, s, e) for n, own in enumerate(united) for s, e in own]
    main = Fragments(*np.array(rows, np.int64).reshape(-1, 3).T)
    nothing = Fragments(*(np.zeros(0, np.int64) for _ in range(3)))
    marks = Marks(
        ints([0] * len(united)), ints(range(len(united))), {"a": main, "b": nothing}
    )
    found = cut.marks(marks)
    place = {i: n for n, i in enumerate(kept)}
    expected = []
    for number, own in enumerate(united):
        characters = [place[i] for s, e in own for i in range(s, e) if i in place]
        if characters:
            left = ZoneMap(Fragment(i, i + 1) for i in characters).stretches
            expected.append((number, list(left)))
    got = [
        (
            int(label),
            [
                Fragment(int(s), int(e))
                for o, s, e in zip(
                    *[
                        x.tolist()
                        for x in (found.main.owner, found.main.start, found.main.end)
                    ],
                    strict=True,
                )
                if o == number
            ],
        )
        for number, label in enumerate(found.label)
    ]
    assert got == expected if cut else len(found) == len(marks)


def test_tokens_that_touch_are_left_out() -> None:
    cut, _ = cut_of([(4, 9)])
    tokens = Stretches(ints([0, 3, 5, 9]), ints([3, 5, 8, 12]), np.zeros(4, np.int32))
    left = cut.tokens(tokens)
    assert (left.start.tolist(), left.end.tolist()) == ([0, 4], [3, 7])


def test_without_a_main_part_the_others_count() -> None:
    cut, _ = cut_of([(0, 5)])
    nothing = Fragments(*(np.zeros(0, np.int64) for _ in range(3)))
    other = Fragments(ints([0, 1]), ints([1, 4]), ints([3, 7]))
    marks = Marks(ints([0, 0]), ints([0, 1]), {"main": nothing, "other": other})
    assert cut.marks(marks).label.tolist() == [1]
