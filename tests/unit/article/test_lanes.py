from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from annotator.ui.article.lanes import Room, assign_lanes

room = st.builds(
    lambda line, left, width: Room(line, left, left + width),
    st.integers(0, 2),
    st.integers(0, 60),
    st.integers(1, 30),
)
demands = st.lists(st.lists(room, min_size=1, max_size=3), max_size=20)
GAP = 2


def clash(one: list[Room], other: list[Room]) -> bool:
    return any(
        a.line == b.line and a.left < b.right + GAP and b.left < a.right + GAP
        for a in one
        for b in other
    )


@given(demands, st.integers(1, 4))
def test_each_takes_the_first_lane_with_room(items, most) -> None:
    lanes = assign_lanes(items, gap=GAP, most=most)
    for number, lane in enumerate(lanes):
        taken = {
            lanes[before]
            for before in range(number)
            if clash(items[before], items[number])
        }
        free = [lane for lane in range(most) if lane not in taken]
        assert lane == (free[0] if free else None)


def test_the_first_lies_nearest_to_the_text() -> None:
    short, long = [Room(0, 10, 20)], [Room(0, 0, 100), Room(1, 0, 50)]
    after = [Room(1, 60, 80)]
    assert assign_lanes([short, long, after]) == [0, 1, 0]
