"""Text whose letters were a font's own: bytes that are right and read like noise.

Before Unicode, fonts put the letters of other scripts on the places of ASCII. Such a
text decodes without a fault, as ``ekuokf/kdkj [kkfrj la;qDr``, and would be noise in a
corpus. What shows it are signs and digits inside of words: in the five files of that
kind among the 54 of the Universal Declaration's collection, 21 % to 60 % of the words
have some (but for one, which keeps to letters); in news, novels and posts of three
other corpora at most 4 %; in program code often more.
"""

from __future__ import annotations

import re

from annotator.domain.errors import InputError
from annotator.domain.wording import tr

MAX_SHARE = 0.18
"""Of the words, with signs inside."""
MIN_WORDS = 40
"""A shorter text is not judged."""

_SAMPLE = 200_000
_LETTER = "A-Za-z\u00c0-\u024f"
_SIGNS = r";\"\[\]{}\\|*?&^_$%#~`+=<>"
_NOISE = re.compile(
    rf"(?![@#]).*[{_LETTER}][{_SIGNS}@/0-9]+[{_LETTER}{_SIGNS}]"
    r"|[\[;?/^&%_\\]+[a-z]"
)


def refuse_font_text(text: str) -> None:
    """Raise for a text that only a font of its own can show.

    Raises:
        InputError: Half a sentence.
    """
    words = [w for w in text[:_SAMPLE].split() if any(map(str.isalpha, w))]
    if len(words) < MIN_WORDS:
        return
    noise = sum(
        len(word) < 80 and "://" not in word and _NOISE.match(word) is not None
        for word in words
    )
    if noise > MAX_SHARE * len(words):
        raise InputError(
            tr(
                "its words are full of signs, as where the letters are those of "
                "a special font (or it is program code); convert it to Unicode "
                "first, or say that it is text with --format text"
            )
        )
