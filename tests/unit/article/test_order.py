from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from annotator.ui.article.order import Key, ReadingOrder

keys = st.lists(
    st.builds(
        lambda start, length, order, name: (start, -(start + length), order, name),
        st.integers(0, 40),
        st.integers(1, 20),
        st.integers(0, 1),
        st.text("abcd", min_size=1, max_size=3),
    ),
    unique=True,
    max_size=25,
)


def bucket(key: Key) -> int:
    return key[0] // 10


@given(keys, keys, st.data())
def test_steps_agree_with_a_sorted_list(first, added, data) -> None:
    order: ReadingOrder[Key] = ReadingOrder(lambda key: key)
    for key in first:
        order.insert(bucket(key), key)
    removed = [key for key in first if data.draw(st.booleans())]
    for key in removed:
        order.remove(bucket(key), key)
    rest = [key for key in first if key not in removed]
    for key in added:
        if key not in rest:
            order.insert(bucket(key), key)
            rest.append(key)
    origin = data.draw(st.sampled_from(rest) if rest else st.just((5, -9, 0, "b")))
    accept = data.draw(st.sampled_from([None, lambda key: key[3].startswith("a")]))
    wanted = sorted(key for key in rest if accept is None or accept(key))
    later = [key for key in wanted if key > origin]
    earlier = [key for key in wanted if key < origin]
    assert order.step(bucket(origin), origin, 1, accept) == (later or [None])[0]
    assert order.step(bucket(origin), origin, -1, accept) == (earlier or [None])[-1]


def test_nothing_follows_in_an_empty_order() -> None:
    order: ReadingOrder[Key] = ReadingOrder(lambda key: key)
    assert order.step(7, (70, -80, 0, "x"), 1) is None
    assert order.step(7, (70, -80, 0, "x"), -1) is None
