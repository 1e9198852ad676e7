from __future__ import annotations

from itertools import pairwise

from hypothesis import assume, given
from hypothesis import strategies as st

from annotator.domain.annotations import Fragment
from annotator.ui.article.selection import Selection

units = st.builds(
    lambda s, n: Fragment(s, s + n), st.integers(0, 30), st.integers(1, 9)
)


@given(units, units)
def test_a_drag_takes_in_both_units(first: Fragment, last: Fragment) -> None:
    nested = first.start <= last.start and last.end <= first.end
    around = last.start <= first.start and first.end <= last.end
    apart = last.end <= first.start or first.end <= last.start
    assume(nested or around or apart)  # units of one text never overlap by halves
    selection = Selection()
    selection.begin(first)
    selection.reach(last)
    assert selection.fragments() == (
        (min(first.start, last.start), max(first.end, last.end)),
    )


@given(st.lists(units, max_size=6))
def test_fragments_are_sorted_and_apart(fragments: list[Fragment]) -> None:
    selection = Selection()
    selection.replace(fragments)
    found = selection.fragments()
    assert {i for f in found for i in range(*f)} == {
        i for f in fragments for i in range(*f)
    }
    assert all(a.end < b.start for a, b in pairwise(found))


def test_blanks_at_the_ends_are_not_selected() -> None:
    selection = Selection(text="a  b\n c ")
    selection.replace([Fragment(1, 5)])
    assert selection.fragments() == ((3, 4),)
    selection.replace([Fragment(1, 3)])
    assert selection.fragments() == ((1, 3),)


def test_walking_on_keeps_finished_fragments() -> None:
    selection = Selection()
    selection.begin(Fragment(2, 5))
    selection.keep()
    selection.move(9)
    assert selection.fragments() == ((2, 5),)
    selection.extend(12)
    assert selection.fragments() == ((2, 5), (9, 12))
    selection.clear()
    assert selection.fragments() == ()
    assert selection.head == 12


def test_toggle_adds_and_takes_out() -> None:
    selection = Selection()
    selection.toggle(Fragment(2, 5))
    selection.toggle(Fragment(8, 9))
    assert selection.fragments() == ((2, 5), (8, 9))
    selection.toggle(Fragment(3, 4))
    assert selection.fragments() == ((8, 9),)
    assert selection.head == 4


def test_extending_backwards_keeps_the_anchor() -> None:
    selection = Selection()
    selection.begin(Fragment(10, 14))
    selection.extend(3)
    assert selection.active == (3, 14)
