"""How a claimant stands to the claim that a quote ascribes to them."""

from __future__ import annotations

from annotator.suggest.claiming.vocabulary import vocabulary
from annotator.suggest.frames import Frame


def stance_of(text: str, quote: Frame) -> str:
    """Return ``denies`` or ``doubts`` where the cue of *quote* says so, or ""."""
    words = {
        word.lower()
        for start, end in quote.parts.get("cue", ())
        for word in text[start:end].split()
    }
    for stance in ("denies", "doubts"):
        if not words.isdisjoint(vocabulary().grammar[stance]):
            return stance
    return ""
