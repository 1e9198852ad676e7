"""Languages by code and name."""

from __future__ import annotations

import pytest

from annotator.domain.languages import language_code, language_name


@pytest.mark.parametrize("given", ["de", "DE", "de-AT", "de_CH.UTF-8"[:5], " German "])
def test_tags_and_names_lead_to_the_code(given: str) -> None:
    assert language_code(given) == "de"


@pytest.mark.parametrize("given", ["", "xx", "q", "Klingon", "de AT", "deutschland"])
def test_what_is_no_language_has_no_code(given: str) -> None:
    assert language_code(given) == ""


def test_every_language_has_a_name() -> None:
    assert language_name("uk") == "Ukrainian"
    assert language_name("") == "unknown"
