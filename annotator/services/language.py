"""Which language a text is in, by py3langid: the same answer every time."""

from __future__ import annotations

from functools import cache
from typing import Any

MIN_LETTERS = 40
"""Below that, names and loan words decide more than the language."""

MIN_CONFIDENCE = 0.8
SAMPLE = 4_000
"""Characters of the text's beginning and of its middle that are looked at."""


def language_of(text: str) -> str:
    """Return a text's language as ISO 639-1, "" when unsure or too short."""
    sample = _sample(text)
    if sum(map(str.isalpha, sample)) < MIN_LETTERS:
        return ""
    language, confidence = _identifier().classify(sample)
    sure = confidence >= MIN_CONFIDENCE and len(language) == 2
    return str(language) if sure else ""


def _sample(text: str) -> str:
    if len(text) <= 2 * SAMPLE:
        return text
    middle = len(text) // 2
    return f"{text[:SAMPLE]}\n{text[middle : middle + SAMPLE]}"


@cache
def _identifier() -> Any:
    """Return the model, loaded at first need: that takes most of a second."""
    from py3langid.langid import (  # type: ignore[import-untyped]
        MODEL_FILE,
        LanguageIdentifier,
    )

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
