"""Large text files, a line at a time: in which encoding, and never a line too long."""

from __future__ import annotations

import codecs
import io
from collections.abc import Iterator
from pathlib import Path

from annotator.domain.errors import InputError
from annotator.domain.wording import tr
from annotator.formats.encoding import decode

MAX_LINE = 16 << 20
"""Characters; a longer line is no row of articles."""

_CHUNK = 1 << 20
_SAMPLE = 1 << 18
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def encoding_of(path: Path) -> str:
    """Return the encoding of a text file of any size.

    A file that is valid UTF-8 to its end is that. Of any other, the lines that show
    that it is not are a sample for ``encoding.decode``.

    Raises:
        InputError: It is no text, or its encoding cannot be told; half a sentence.
    """
    with path.open("rb") as file:
        head = file.read(4)
        for mark, encoding in _MARKS:
            if head.startswith(mark):
                return encoding
        file.seek(0)
        decoder = codecs.getincrementaldecoder("utf-8")()
        sample = b""
        valid = True
        while chunk := file.read(_CHUNK):
            if b"\x00" in chunk:
                raise InputError(tr("it holds NUL bytes, so it is not plain text"))
            if valid:
                valid = _goes_on(decoder, chunk)
            if not valid and len(sample) < _SAMPLE:
                sample += _telling(chunk)
    if valid and _goes_on(decoder, b"", final=True):
        return "utf-8"
    if not sample:
        raise InputError(tr("it is UTF-8, but its last character is cut off"))
    return decode(sample[:_SAMPLE]).encoding


def open_lines(path: Path) -> io.TextIOWrapper:
    """Open a text file in its encoding; line ends are left as they are.

    Raises:
        InputError: Its encoding cannot be told; half a sentence.
    """
    encoding = encoding_of(path)
    return path.open("r", encoding=encoding, newline="")


def lines(file: io.TextIOBase) -> Iterator[str]:
    """Yield the lines with their ends.

    Raises:
        InputError: A line is too long, or a byte is not of the encoding.
    """
    number = 0
    try:
        while line := file.readline(MAX_LINE):
            number += 1
            if len(line) == MAX_LINE:
                raise InputError(
                    tr("line {number} is too long to hold an article", number=number)
                )
            yield line
    except UnicodeDecodeError as error:
        raise InputError(
            tr(
                "it is {encoding}, but damaged after line {number}",
                encoding=error.encoding.upper(),
                number=number,
            )
        ) from error


def _goes_on(
    decoder: codecs.IncrementalDecoder, chunk: bytes, *, final: bool = False
) -> bool:
    try:
        decoder.decode(chunk, final)
    except UnicodeDecodeError:
        return False
    return True


def _telling(chunk: bytes) -> bytes:
    """Return the lines that hold anything but ASCII."""
    if chunk.isascii():
        return b""
    kept = [line for line in chunk.splitlines(keepends=True) if not line.isascii()]
    return b"".join(line[:4096] for line in kept)[:_SAMPLE]
