"""The columns of a DocBin file, a Doc at a time, without spaCy.

The file is inflated into a temporary file and never held as a whole. Nothing in it is
trusted: sizes are compared with what is there before anything of that size is made,
and no value can name code to run, as spaCy's own MessagePack reader lets NumPy do.
For the layout see ``docbin_columns``.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from itertools import repeat
from pathlib import Path
from tempfile import SpooledTemporaryFile
from types import TracebackType
from typing import IO, TYPE_CHECKING, Any, NamedTuple, Self

from annotator.domain.errors import InputError
from annotator.domain.wording import noop, tr
from annotator.formats.docbin_columns import CONTINUED
from annotator.formats.docbin_strings import NUMBERS, numbered
from annotator.formats.jsonl_own import is_id

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Rows = npt.NDArray[np.uint64]

MAX_BYTES = 1 << 32
"""Of the inflated file; spaCy itself reads half of that."""
MAX_VALUE_BYTES = 1 << 28
"""Of one value, as of a line in JSONL."""
MAX_TOKENS = 2_000_000
"""In one Doc."""
MAX_STRINGS = 2_000_000
MAX_STRING_BYTES = 1 << 27
"""Of all strings together."""

_CHUNK = 1 << 20
_BATCH = 4_096
_BIN_SIZES = {0xC4: 1, 0xC5: 2, 0xC6: 4}
_NEEDED = ("attrs", "tokens", "spaces", "lengths", "strings")
_SAID = noop("it is damaged or no DocBin")


class RawDoc(NamedTuple):
    """One Doc as the file has it.

    Attributes:
        tokens: A row a token, a column an attribute.
        spaces: Whether a blank follows each token; None where nobody knows.
        cats: Categories of the whole text and their scores.
        groups: Packed span groups.
        data: Packed user data.
    """

    tokens: Rows
    spaces: npt.NDArray[np.bool_] | None
    cats: object
    groups: object
    data: object


class _Place(NamedTuple):
    """Where a value is: its bytes, or how many values an array has from there on."""

    start: int
    size: int


class DocBinFile:
    """An open file.

    Attributes:
        attrs: Number of a token's attribute → its column.
        strings: Number → string, of all that are no ids of ours.
        continued: There is a further file.
    """

    def __init__(self, path: Path) -> None:
        """Open a file.

        Raises:
            InputError: It is no DocBin, damaged, or too large.
            OSError: It cannot be read, or there is no room to inflate it.
        """
        self._file: IO[bytes] = SpooledTemporaryFile(_CHUNK)  # noqa: SIM115
        try:
            self._size = _inflate(path, self._file)
            self._places: dict[str, _Place] = {}
            self.attrs: dict[int, int] = {}
            self.strings: dict[int, str] = {}
            self.continued = False
            self._scan()
            self._lengths = self._checked_lengths()
        except BaseException:
            self._file.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._file.close()

    def __len__(self) -> int:
        return len(self._lengths)

    def docs(self) -> Iterator[RawDoc]:
        """Yield each Doc.

        Raises:
            InputError: What is in the columns cannot be read.
        """
        import numpy as np

        width, first = len(self.attrs), 0
        tokens, spaces = self._places["tokens"], self._places["spaces"]
        columns = (
            self._column(name, default)
            for name, default in (
                ("flags", {}),
                ("cats", {}),
                ("span_groups", b""),
                ("user_data", None),
            )
        )
        for length, flags, cats, groups, data in zip(
            self._lengths, *columns, strict=False
        ):
            place = _Place(tokens.start + first * width * 8, length * width * 8)
            rows = np.frombuffer(self._bytes(place), "<u8").reshape(length, width)
            place = _Place(spaces.start + first, length)
            blanks = np.frombuffer(self._bytes(place), bool)
            unknown = isinstance(flags, dict) and flags.get("has_unknown_spaces")
            yield RawDoc(rows, None if unknown else blanks, cats, groups, data)
            first += length

    # ------------------------------------------------------------- opening

    def _scan(self) -> None:
        """Find the columns; take over what is small."""
        unpacker = self._unpacker(0)
        count, place = _read(unpacker.read_map_header), unpacker.tell()
        for _ in range(min(count, 32)):
            unpacker = self._unpacker(place)
            key, place = _read(unpacker.unpack), place + unpacker.tell()
            if not isinstance(key, str):
                raise InputError(tr(_SAID))
            place = self._take(key, place)
        if count > 32 or not all(key in self._places for key in _NEEDED):
            raise InputError(tr(_SAID))

    def _take(self, key: str, place: int) -> int:
        """Take note of a value, and return where the next one begins."""
        head = self._bytes(_Place(place, min(5, self._size - place)))
        if head and head[0] in _BIN_SIZES:
            width = _BIN_SIZES[head[0]]
            size = int.from_bytes(head[1 : 1 + width], "big")
            self._places[key] = _Place(place + 1 + width, size)
            end = place + 1 + width + size
            if end > self._size:
                raise InputError(
                    tr("it is damaged or no DocBin: it ends in its “{key}”", key=key)
                )
            return end
        unpacker = self._unpacker(place)
        if not head or not _is_array(head[0]):
            _read(unpacker.skip)
            self.continued |= key == CONTINUED
            return place + int(unpacker.tell())
        count = _read(unpacker.read_array_header)
        self._places[key] = _Place(place, count)
        if key == "attrs":
            self._take_attrs([_read(unpacker.unpack) for _ in range(min(count, 1000))])
        elif key == "strings":
            self._take_strings(_read(unpacker.unpack) for _ in range(count))
        else:
            for _ in range(count):
                _read(unpacker.skip)
        return place + int(unpacker.tell())

    def _take_attrs(self, attrs: list[object]) -> None:
        numbers = [attr for attr in attrs if isinstance(attr, int)]
        self.attrs = {attr: column for column, attr in enumerate(numbers)}
        if len(self.attrs) != len(attrs) or NUMBERS["ORTH"] not in self.attrs:
            raise InputError(tr("its tokens have no text (the attribute ORTH)"))

    def _take_strings(self, strings: Iterator[object]) -> None:
        """Number the strings; ids of annotations of ours are not needed."""
        size = count = 0
        batch: list[str] = []
        for string in strings:
            if not isinstance(string, str):
                raise InputError(tr(_SAID))
            if is_id(string):
                continue
            size, count = size + len(string), count + 1
            if size > MAX_STRING_BYTES or count > MAX_STRINGS:
                raise InputError(tr("it has more different words than can be held"))
            batch.append(string)
            if len(batch) == _BATCH:
                self.strings |= numbered(batch)
                batch.clear()
        self.strings |= numbered(batch)

    def _checked_lengths(self) -> list[int]:
        """Return the lengths of the Docs, if all columns are as long as they say."""
        import numpy as np

        place = self._places["lengths"]
        if place.size % 4 or place.size > self._size:
            raise InputError(tr(_SAID))
        lengths: list[int] = np.frombuffer(self._bytes(place), "<i4").tolist()
        rows, width = sum(lengths), len(self.attrs)
        if min(lengths, default=0) < 0:
            raise InputError(tr(_SAID))
        if max(lengths, default=0) > MAX_TOKENS:
            raise InputError(
                tr(
                    "one of its Docs has more than {number:,} tokens",
                    number=MAX_TOKENS,
                )
            )
        whole = (
            self._places["tokens"].size == rows * width * 8
            and self._places["spaces"].size == rows
        )
        lists = ("cats", "flags", "span_groups", "user_data")
        if not whole or any(
            self._places[name].size != len(lengths)
            for name in lists
            if name in self._places
        ):
            raise InputError(
                tr("it is damaged or no DocBin: its columns are not equally long")
            )
        return lengths

    # ------------------------------------------------------------- reading

    def _column(self, name: str, default: object) -> Iterator[object]:
        if name not in self._places:
            yield from repeat(default)
            return
        place = self._places[name]
        unpacker = self._unpacker(place.start)
        for _ in range(_read(unpacker.read_array_header)):
            yield _read(unpacker.unpack)

    def _bytes(self, place: _Place) -> bytes:
        self._file.seek(place.start)
        data = self._file.read(place.size)
        if len(data) != place.size:
            raise InputError(tr(_SAID))
        return data

    def _unpacker(self, start: int) -> Any:
        # Not ``srsly.msgpack.Unpacker``, which lets arrays of objects be unpickled.
        from srsly.msgpack._unpacker import (  # type: ignore[import-untyped]
            Unpacker,
        )

        return Unpacker(
            _Window(self._file, start),
            raw=False,
            use_list=False,
            read_size=1 << 16,
            max_buffer_size=MAX_VALUE_BYTES,
        )


class _Window:
    """A file read on from a place of its own."""

    def __init__(self, file: IO[bytes], start: int) -> None:
        self._file = file
        self._place = start

    def read(self, size: int) -> bytes:
        """Return the next bytes."""
        self._file.seek(self._place)
        data = self._file.read(size)
        self._place += len(data)
        return data


def unpacked(data: object) -> Any:
    """Return what was packed in a value, lists as tuples; None for nothing.

    Raises:
        InputError: It is damaged.
    """
    from srsly.msgpack._unpacker import unpackb

    if not data:
        return None
    if not isinstance(data, bytes):
        raise InputError(tr("it holds a value of an unknown kind"))
    return _read(lambda: unpackb(data, raw=False, use_list=False))


def _read(call: Any) -> Any:
    try:
        return call()
    except Exception as error:
        raise InputError(tr(_SAID)) from error


def _is_array(head: int) -> bool:
    return 0x90 <= head <= 0x9F or head in (0xDC, 0xDD)


def _inflate(path: Path, target: IO[bytes]) -> int:
    """Inflate a file, and return how large it is then."""
    size = 0
    inflate = zlib.decompressobj()
    try:
        with path.open("rb") as source:
            while not inflate.eof:
                data = inflate.unconsumed_tail or source.read(_CHUNK)
                if not data:
                    raise InputError(
                        tr("it is damaged or no DocBin: it ends too early")
                    )
                data = inflate.decompress(data, _CHUNK)
                size += len(data)
                if size > MAX_BYTES:
                    raise InputError(
                        tr("it holds more than 4 GiB; split it with spaCy")
                    )
                target.write(data)
    except zlib.error as error:
        raise InputError(tr(_SAID)) from error
    return size
