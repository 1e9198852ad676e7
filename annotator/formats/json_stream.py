"""Cutting the objects out of a JSON array of any size, one after the other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any, BinaryIO, NamedTuple

import orjson

from annotator.domain.errors import InputError
from annotator.domain.wording import tr

MAX_OBJECT_BYTES = 64 << 20
"""Of one object; an array may be of any size."""

MAX_DEPTH = 1_000
"""Of brackets in brackets; orjson reads hardly more."""

CHUNK = 1 << 20
BOM = b"\xef\xbb\xbf"

_PLAIN = rb'[^"\[\]{}]++|"[^"\\]*+(?:\\.[^"\\]*+)*+"'
_FLAT = rb"[\[{](?:%b)*+[\]}]" % _PLAIN
_FLATTER = rb"[\[{](?:%b|%b)*+[\]}]" % (_PLAIN, _FLAT)
_BRACKET = re.compile(rb"(?:%b)*+([\[\]{}])" % _PLAIN, re.S)
"""Up to the next bracket that stands in no string."""
_INSIDE = re.compile(rb"(?:%b|%b)*+([\[\]{}])" % (_PLAIN, _FLATTER), re.S)
"""The same within an object, over whatever closes again at once."""
_OPENING = (b"{", b"[")


class Element(NamedTuple):
    """An object as it stands in its array.

    Attributes:
        line: On which it starts, counted from 1.
    """

    line: int
    data: bytes


def elements(file: BinaryIO) -> Iterator[Element]:
    """Yield the objects of the first array of objects, as they stand there.

    Raises:
        InputError: One is too large, or the array does not end; half a sentence.
    """
    cutter = Cutter()
    while not cutter.ended:
        chunk = file.read(CHUNK)
        yield from cutter.feed(chunk, last=not chunk)
        if not chunk and not cutter.ended:
            raise InputError(
                tr(
                    "it is cut off in line {line}: its array does not end",
                    line=cutter.line,
                )
            )


def first_of(head: bytes, limit: int = 50) -> Iterator[dict[str, Any]]:
    """Yield the objects that stand whole in the first bytes of an array.

    Nothing where the bytes do not start with an array.
    """
    start = head.removeprefix(BOM).lstrip()
    if not start.startswith(b"["):
        return
    try:
        for element in islice(Cutter().feed(start), limit):
            yield load(element)
    except InputError:
        return


def load(element: Element) -> dict[str, Any]:
    """Return the object.

    Raises:
        InputError: It is not valid JSON; half a sentence with the line.
    """
    line, data = element
    try:
        row = orjson.loads(data)
    except orjson.JSONDecodeError as error:
        upto = data.decode("utf-8", "replace")[: error.pos]
        line += upto.count("\n")
        column = len(upto) - upto.rfind("\n")
        raise InputError(
            tr(
                "it is not valid JSON ({msg}; line {line}, character {column})",
                msg=error.msg,
                line=line,
                column=column,
            )
        ) from error
    if not isinstance(row, dict):
        raise InputError(tr("an element of its array is no object"))
    return row


class Cutter:
    """Cuts the objects out of an array without reading what is in them.

    Attributes:
        ended: The array is over.
        line: On which it is.
    """

    def __init__(self) -> None:
        self.ended = False
        self.line = 1
        self._buffer = b""
        self._position = 0
        self._counted = 0
        self._depth = 0
        self._base = -1
        """How deep the array's elements lie; -1 before it starts."""
        self._start = -1
        """Where the object under way starts; -1 between objects."""
        self._previous = b""
        self._enough = 0

    def feed(self, chunk: bytes, *, last: bool = False) -> Iterator[Element]:
        """Yield the objects that end in *chunk*, or in one before it.

        Where no bracket was found, it is not looked for again before there is twice
        as much to look through: one string may go on for a hundred chunks.

        Args:
            chunk: What comes next.
            last: Nothing comes after it.

        Raises:
            InputError: One is too large or too deep; half a sentence.
        """
        keep = self._start if self._start >= 0 else self._position
        if len(self._buffer) - keep > MAX_OBJECT_BYTES:
            raise InputError(
                tr("the object in line {line} is too large to be read", line=self.line)
            )
        self._count(keep)
        self._buffer = self._buffer[keep:] + chunk
        self._position -= keep
        self._counted = 0
        self._start = 0 if self._start >= 0 else -1
        if len(self._buffer) - self._position < self._enough and not last:
            return
        while match := self._next():
            token = match[1]
            self._position = match.end()
            if token in _OPENING:
                self._open(token, match)
            else:
                yield from self._close()
            self._previous = token
            if self.ended:
                return
        self._enough = 2 * (len(self._buffer) - self._position)

    def _next(self) -> re.Match[bytes] | None:
        pattern = _INSIDE if self._start >= 0 else _BRACKET
        return pattern.match(self._buffer, self._position)

    def _open(self, token: bytes, match: re.Match[bytes]) -> None:
        if self._base < 0 and token == b"{" and self._previous == b"[":
            gap = self._buffer[match.start() : match.start(1)]
            if not gap or gap.isspace():
                self._base = self._depth
        if self._depth == self._base:
            self._start = match.start(1)
            self._count(self._start)
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise InputError(
                tr("line {line} nests brackets too deeply to be read", line=self.line)
            )

    def _close(self) -> Iterator[Element]:
        self._depth -= 1
        if self._depth == self._base and self._start >= 0:
            yield Element(self.line, self._buffer[self._start : self._position])
            self._start = -1
        self.ended = self._depth < max(self._base, 1)

    def _count(self, upto: int) -> None:
        self.line += self._buffer.count(b"\n", self._counted, upto)
        self._counted = upto
