"""A DocBin file written as its Docs come, in memory that does not grow with them.

The file is a zlib stream of one MessagePack map whose values are columns: all tokens
of all Docs, then all spaces, and so on. spaCy holds every column in memory until the
last Doc is there. Here each is deflated into a temporary file of its own. Deflated
pieces that end on a byte may be put one after another (RFC 1951, section 3.2.3: a
block refers to nothing that was not written before), so that in the end only the
lengths in front of the columns are missing, and nothing is deflated twice. The
stream's checksum is made of the columns' (``_adler32_of_both``).

MessagePack: https://github.com/msgpack/msgpack/blob/master/spec.md
"""

from __future__ import annotations

import shutil
import struct
import zlib
from array import array
from collections.abc import Sequence
from tempfile import SpooledTemporaryFile
from types import TracebackType
from typing import IO, BinaryIO, Self

VERSION = "0.1"
"""Of the DocBin format, not of spaCy."""

CONTINUED = "continued"

ZLIB_HEADER = b"\x78\x9c"
_LAST_BLOCK = b"\x03\x00"
_ADLER_BASE = 65_521
_SPOOL_BYTES = 1 << 20
_FLAGS = b"\x81\xb2has_unknown_spaces\xc2"
_NO_CATS = b"\x80"

_NAMES = ("tokens", "spaces", "span_groups", "user_data", "strings")


class Column:
    """One column while it is written: deflated, in a temporary file.

    Attributes:
        size: Bytes so far, before they are deflated.
        count: How many values were added.
    """

    def __init__(self) -> None:
        self.size = 0
        self.count = 0
        self._adler = 1
        self._deflate = zlib.compressobj(wbits=-zlib.MAX_WBITS)
        self._file: IO[bytes] = SpooledTemporaryFile(_SPOOL_BYTES)  # noqa: SIM115

    def add(self, data: bytes) -> None:
        """Add one value."""
        self.count += 1
        self.size += len(data)
        self._adler = zlib.adler32(data, self._adler)
        self._file.write(self._deflate.compress(data))

    def move_to(self, stream: DeflatedStream) -> None:
        """Append all of it to a stream; nothing can be added any more."""
        self._file.write(self._deflate.flush(zlib.Z_SYNC_FLUSH))
        self._file.seek(0)
        stream.append(self._file, self.size, self._adler)

    def close(self) -> None:
        """Give the temporary file back."""
        self._file.close()


class DeflatedStream:
    """A zlib stream put together of pieces."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._adler = 1
        file.write(ZLIB_HEADER)

    def write(self, data: bytes) -> None:
        """Append plain bytes."""
        deflate = zlib.compressobj(wbits=-zlib.MAX_WBITS)
        self._file.write(deflate.compress(data) + deflate.flush(zlib.Z_SYNC_FLUSH))
        self._adler = _adler32_of_both(self._adler, zlib.adler32(data), len(data))

    def append(self, deflated: IO[bytes], size: int, adler: int) -> None:
        """Append what is deflated already: *size* bytes with that checksum."""
        shutil.copyfileobj(deflated, self._file, _SPOOL_BYTES)
        self._adler = _adler32_of_both(self._adler, adler, size)

    def finish(self) -> None:
        """End the stream."""
        self._file.write(_LAST_BLOCK + struct.pack(">I", self._adler))


class DocBinColumns:
    """The columns of one file.

    Attributes:
        size: Bytes of all of it, before they are deflated.
    """

    def __init__(self, attrs: Sequence[int]) -> None:
        self._attrs = attrs
        self._columns = {name: Column() for name in _NAMES}
        self._lengths = array("i")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for column in self._columns.values():
            column.close()

    def __len__(self) -> int:
        return len(self._lengths)

    @property
    def size(self) -> int:
        """Bytes of all columns, before they are deflated."""
        return sum(column.size for column in self._columns.values())

    def add(
        self, length: int, tokens: bytes, spaces: bytes, groups: bytes, data: bytes
    ) -> None:
        """Add a Doc of *length* tokens.

        Args:
            tokens: ``length`` rows of as many uint64 as there are attributes.
            spaces: A byte a token, 0 or 1.
            groups: Packed, as ``SpanGroups.to_bytes`` has them.
            data: The packed user data.
        """
        columns = self._columns
        self._lengths.append(length)
        columns["tokens"].add(tokens)
        columns["spaces"].add(spaces)
        columns["span_groups"].add(bin_header(len(groups)) + groups)
        columns["user_data"].add(bin_header(len(data)) + data)

    def add_strings(self, strings: set[str]) -> None:
        """Add strings that tokens and spans refer to; twice does no harm."""
        column = self._columns["strings"]
        for string in strings:
            data = string.encode()
            column.add(str_header(len(data)) + data)

    def write(self, file: BinaryIO, *, continued: bool = False) -> None:
        """Write the whole file; nothing can be added any more.

        Args:
            continued: Say that there is a further file. spaCy takes no notice.
        """
        stream = DeflatedStream(file)
        count = len(self._lengths)
        attrs = b"".join(struct.pack(">BH", 0xCD, attr) for attr in self._attrs)
        head = (
            bytes((0x80 | 10 + continued,))
            + _key("version")
            + _key(VERSION)
            + _key("attrs")
            + array_header(len(self._attrs))
            + attrs
        )
        lengths = self._lengths.tobytes()
        stream.write(head)
        self._move("tokens", stream, bin_header(self._columns["tokens"].size))
        self._move("spaces", stream, bin_header(self._columns["spaces"].size))
        stream.write(_key("lengths") + bin_header(len(lengths)) + lengths)
        self._move("strings", stream, array_header(self._columns["strings"].count))
        stream.write(_key("cats") + array_header(count) + _NO_CATS * count)
        stream.write(_key("flags") + array_header(count) + _FLAGS * count)
        self._move("span_groups", stream, array_header(count))
        self._move("user_data", stream, array_header(count))
        if continued:
            stream.write(_key(CONTINUED) + b"\xc3")
        stream.finish()

    def _move(self, name: str, stream: DeflatedStream, header: bytes) -> None:
        stream.write(_key(name) + header)
        self._columns[name].move_to(stream)


def _key(name: str) -> bytes:
    return str_header(len(name)) + name.encode()


def bin_header(size: int) -> bytes:
    """Return what stands in front of *size* bytes."""
    if size < 1 << 8:
        return struct.pack(">BB", 0xC4, size)
    return struct.pack(">BH", 0xC5, size) if size < 1 << 16 else _long(0xC6, size)


def str_header(size: int) -> bytes:
    """Return what stands in front of a text of *size* bytes."""
    if size < 32:
        return bytes((0xA0 | size,))
    if size < 1 << 8:
        return struct.pack(">BB", 0xD9, size)
    return struct.pack(">BH", 0xDA, size) if size < 1 << 16 else _long(0xDB, size)


def array_header(count: int) -> bytes:
    """Return what stands in front of *count* values."""
    if count < 16:
        return bytes((0x90 | count,))
    return struct.pack(">BH", 0xDC, count) if count < 1 << 16 else _long(0xDD, count)


def _long(kind: int, size: int) -> bytes:
    return struct.pack(">BI", kind, size)


def _adler32_of_both(first: int, second: int, size: int) -> int:
    """Return the checksum of two pieces from theirs; *size* is the second's.

    Adler-32 (RFC 1950, section 8.2) is a sum a of all bytes and a sum b of all values
    that a had; the second piece's a began with 1 instead of the first's a.
    """
    a, b = first & 0xFFFF, first >> 16
    a2, b2 = second & 0xFFFF, second >> 16
    b = (b + b2 + size * (a - 1)) % _ADLER_BASE
    return b << 16 | (a + a2 - 1) % _ADLER_BASE
