"""The stored text: normalised once, never changed, addressed by code points."""

from __future__ import annotations

import hashlib
import uuid

from annotator.domain.errors import InputError
from annotator.domain.ids import DocumentId
from annotator.domain.wording import tr


def normalise(text: str) -> str:
    r"""Return *text* as it is stored: LF line ends, no byte order mark.

    Nothing else changes, so offsets of other tools hold wherever their text had
    LF line ends.

    Raises:
        InputError: The text holds NUL or a lone surrogate, or nothing but blanks.
    """
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if "\x00" in text:
        raise InputError(tr("the text holds a NUL character, so it is not plain text"))
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise InputError(
            tr(
                "the text holds half a surrogate pair at character {place}",
                place=error.start,
            )
        ) from error
    if not text.strip():
        raise InputError(tr("the text is empty"))
    return text


def document_id(text: str) -> DocumentId:
    """Return the id of a normalised text: the first 128 bits of its SHA-256.

    The UUID version bits are set (version 8, RFC 9562, section 5.8).
    """
    digest = hashlib.sha256(text.encode()).digest()
    value = int.from_bytes(digest[:16], "big")
    value = value & ~(0xF000 << 64) | 0x8000 << 64
    value = value & ~(0xC000 << 48) | 0x8000 << 48
    return DocumentId(uuid.UUID(int=value).hex)


def first_line(text: str, limit: int = 80) -> str:
    """Return the first line that is not blank, cut to *limit* characters."""
    line = next((line.strip() for line in text.split("\n") if line.strip()), "")
    return line if len(line) <= limit else line[: limit - 1].rstrip() + "…"


def in_a_line(said: object, limit: int = 120) -> str:
    """Return what a library says on one line, cut to *limit* characters."""
    line = " ".join(str(said).split()).replace(" ,", ",")
    return line if len(line) <= limit else line[: limit - 1].rstrip() + "…"


def excerpt(text: str, start: int, end: int, limit: int = 60) -> str:
    """Return ``text[start:end]`` on one line, its middle cut out over *limit*."""
    surface = " ".join(text[start:end].split())
    if len(surface) <= limit:
        return surface
    half = (limit - 3) // 2
    return f"{surface[:half].rstrip()} … {surface[-half:].lstrip()}"
