"""What may be the name of something in a schema."""

from __future__ import annotations

import unicodedata

_BREAKS = frozenset({"Cc", "Zl", "Zp", "Cs"})


def is_name(text: str) -> bool:
    """Whether *text* may name a kind, role, attribute or link."""
    return is_label_name(text) and not any(map(str.isspace, text))


def is_label_name(text: str) -> bool:
    """Whether *text* may name a label.

    Blanks inside are let through: corpora made elsewhere have such labels.
    """
    is_trimmed = bool(text) and text == text.strip()
    return is_trimmed and not any(unicodedata.category(c) in _BREAKS for c in text)
