"""From bytes to text: which encoding a file is in, or that it cannot be told.

What says so itself comes first: byte order marks, then strict UTF-8, which other
encodings hit by accident only in pure ASCII, then the 7-bit encodings with escape
sequences. Only what is left is guessed, by charset-normalizer, and a guess counts
only where a language was recognised.
"""

from __future__ import annotations

import codecs
from typing import NamedTuple

from annotator.domain.errors import InputError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


class Decoded(NamedTuple):
    """A text and the encoding that was taken for it."""

    text: str
    encoding: str


def decode(data: bytes) -> Decoded:
    """Return the text of a file.

    Raises:
        InputError: It is no text, or its encoding cannot be told.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(data.removeprefix(mark), encoding)
    if b"\x00" in data:
        raise InputError("it holds NUL bytes, so it is not plain text")
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return _guess(data)


def _strict(data: bytes, encoding: str) -> Decoded:
    try:
        return Decoded(data.decode(encoding), encoding)
    except UnicodeDecodeError as error:
        raise InputError(
            f"it starts as {encoding.upper()} but is damaged at byte {error.start}"
        ) from error


def _guess(data: bytes) -> Decoded:
    # Imported here: it loads tables that most files do not need.
    from charset_normalizer import from_bytes

    best = from_bytes(data).best()
    if best is None or not best.coherence:
        raise InputError("its encoding cannot be told; save it as UTF-8")
    return Decoded(str(best), best.encoding)
