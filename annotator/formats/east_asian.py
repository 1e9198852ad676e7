"""Whether a text reads like Chinese, Japanese or Korean, to tell a wrong encoding by.

Their encodings share most byte pairs: what is Korean in one is a row of rare, or even
of common, Chinese characters in another. What no accident brings about is that the
few words without which nobody writes a sentence are as frequent as they are.
"""

from __future__ import annotations

import re
from collections import Counter

_SIMPLIFIED = frozenset("的一是不了在人有我他这个们中来上大为和国地到以说时要就出会年")
_TRADITIONAL = frozenset("的一是不了在人有我他這個們中來上大為和國地到以說時要就出會年")
_HANGUL = frozenset("이다는의을에가고하지로한도사은기리어대자시를그서아나있")
_MIN_FREQUENT = 0.04
"""Of the Chinese characters; in articles it is .1 to .3."""
_SPACED = re.compile("[\u4e00-\u9fff] (?=[\u4e00-\u9fff])")
_MAX_SPACED, _ALL_SPACED = 0.05, 0.7
"""Of the Chinese characters: other scripts set words apart, Chinese all or nothing."""
_MIN_HANGUL = 0.15
"""Of the syllables; in articles it is .3 to .5."""
_MIN_KANA = 0.15
"""Of what is beyond ASCII; in articles it is .3 to .7."""
_MAX_KANA = 0.05
_MIN_SYLLABLES = 0.6


def reads_like_chinese(text: str) -> bool:
    """Tell whether the text has the frequent characters of Chinese."""
    letters = _letters(text)
    han = [c for c in letters if "\u4e00" <= c <= "\u9fff"]
    kana = sum("\u3040" <= c <= "\u30ff" for c in letters)
    if kana > _MAX_KANA * len(letters) or len(han) * 2 < len(letters):
        return False
    spaced = len(_SPACED.findall(text)) / max(len(han), 1)
    if _MAX_SPACED < spaced < _ALL_SPACED:
        return False
    return any(_frequent(han, known) for known in (_SIMPLIFIED, _TRADITIONAL))


def reads_like_japanese(text: str) -> bool:
    """Tell whether the text has as many kana as Japanese."""
    letters = _letters(text)
    kana = sum("\u3040" <= c <= "\u30ff" for c in letters)
    return kana > _MIN_KANA * len(letters)


def reads_like_korean(text: str) -> bool:
    """Tell whether the text has the frequent syllables of Korean."""
    letters = _letters(text)
    syllables = [c for c in letters if "\uac00" <= c <= "\ud7a3"]
    if len(syllables) < _MIN_SYLLABLES * len(letters):
        return False
    return sum(c in _HANGUL for c in syllables) > _MIN_HANGUL * len(syllables)


def _frequent(han: list[str], known: frozenset[str]) -> bool:
    """Tell whether *known* characters are frequent, not counting the first of them.

    One alone may be what another script's most frequent letter looks like.
    """
    counts = sorted(Counter(c for c in han if c in known).values())
    return sum(counts[:-1]) > _MIN_FREQUENT * len(han)


def _letters(text: str) -> list[str]:
    return [c for c in text if c > "\x7f" and c.isalpha()]
