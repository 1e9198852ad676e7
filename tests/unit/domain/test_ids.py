import uuid

import hypothesis.strategies as st
from hypothesis import given

from annotator.domain.ids import derived_id, new_id


def test_new_ids_are_version_7_and_rise():
    made = [new_id() for _ in range(10_000)]
    assert made == sorted(set(made))
    assert {uuid.UUID(i).version for i in made[:50]} == {7}
    assert {uuid.UUID(i).variant for i in made[:50]} == {uuid.RFC_4122}


def test_derived_ids_depend_on_every_part():
    assert derived_id("a", "b") == derived_id("a", "b")
    assert derived_id("a", "b") != derived_id("ab")
    assert uuid.UUID(derived_id("a")).version == 5


@given(st.lists(st.text(st.characters(codec="utf-8")), max_size=4))
def test_derived_ids_are_those_of_the_standard_library(parts):
    namespace = uuid.UUID("5f0a3c1e-8a53-4c33-9d5b-0e6f6a0f7a11")
    assert derived_id(*parts) == uuid.uuid5(namespace, "\x1f".join(parts)).hex
