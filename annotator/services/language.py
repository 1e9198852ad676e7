"""Which language a text is in, by py3langid: the same answer every time."""

from __future__ import annotations

from functools import cache
from typing import Any

from annotator.domain.languages import languages

MIN_LETTERS = 40
"""Below that, names and loan words decide more than the language."""

MIN_CONFIDENCE = 0.8
SAMPLES = (300, 4_000)
"""Characters of the text's beginning and of its middle that are looked at: few, and
more where these leave it unsure."""


def language_of(text: str) -> str:
    """Return a text's language as ISO 639-1, "" when unsure or too short."""
    for size in SAMPLES:
        sample = _sample(text, size)
        if sum(map(str.isalpha, sample)) >= MIN_LETTERS:
            language, confidence = _identifier().classify(sample)
            if confidence >= MIN_CONFIDENCE and language in languages():
                return str(language)
        if len(sample) == len(text):
            break
    return ""


def _sample(text: str, size: int) -> str:
    if len(text) <= 2 * size:
        return text
    middle = len(text) // 2
    return f"{text[:size]}\n{text[middle : middle + size]}"


@cache
def _identifier() -> Any:
    """Return the model, loaded at first need: that takes most of a second."""
    from py3langid.langid import (  # type: ignore[import-untyped]
        MODEL_FILE,
        LanguageIdentifier,
    )

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
