"""Reading spaCy's DocBin without spaCy: our own without a loss, others' as they are.

Our own Docs say everything in their user data (see ``docbin``). Of any other,
``doc.ents`` are read, and the spans of every group, one that stands in several of
them once. Which group it was is what a mapping knows as its layer; ``ents`` is the
one of ``doc.ents``. A Doc whose spaces spaCy does not know has a blank after every
token. Categories and whatever plain values there are in the user data become
metadata.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Generator, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from annotator.domain.annotations import AttributeValue, Fragment, now
from annotator.domain.documents import Status
from annotator.domain.errors import InputError
from annotator.domain.records import Problem
from annotator.domain.refusals import reason_of
from annotator.domain.wording import tr
from annotator.formats.assembling import assemble
from annotator.formats.base import Claim, Item, ReadOptions
from annotator.formats.details import gather
from annotator.formats.docbin_file import DocBinFile, RawDoc, unpacked
from annotator.formats.docbin_own import is_own, marks_check, read_record
from annotator.formats.docbin_strings import NUMBERS, SYMBOLS
from annotator.formats.foreign import ForeignDocument, ForeignLayer, ForeignSpan
from annotator.formats.offsets import OffsetMap

if TYPE_CHECKING:
    import numpy.typing as npt

ENTS = "ents"
"""The layer of ``doc.ents``."""

MAX_CHARACTERS = 1 << 26
"""Of one Doc's text."""

_DEFAULT_KEY = "sc"
_SPAN = struct.Struct(">QQQllll")
_OLD_SPAN = struct.Struct(">QQllll")
"""Before spaCy 3.4 spans had no ids."""
_HEAD = 64
_INSIDE = 1


class DocBinReader:
    """Reads one Doc after the other."""

    name = "docbin"
    title = "spaCy DocBin"
    suffixes: tuple[str, ...] = (".spacy",)
    by_folder = False

    def sniff(self, path: Path, head: bytes) -> Claim:
        """Take what inflates to a map that begins as a DocBin does."""
        try:
            start = zlib.decompressobj().decompress(head, _HEAD)
        except zlib.error:
            start = b""
        if start[:1] and start[0] >> 4 == 8 and b"\xa5attrs" in start:
            return Claim.SURE
        return Claim.LIKELY if path.suffix.lower() in self.suffixes else Claim.NO

    def companions(self, path: Path) -> tuple[Path, ...]:
        """Return nothing: the file is all there is."""
        return ()

    def read(self, path: Path, options: ReadOptions) -> Iterator[Item]:
        """Yield the records of each Doc, or why it was left out."""
        yield from _items(path, options)


def read_volumes(target: Path) -> Iterator[Item]:
    """Yield what a file of ours holds, and the further ones that belong to it."""
    number, continued = 1, True
    while continued:
        continued = yield from _items(volume(target, number), ReadOptions())
        number += 1


def volume(target: Path, number: int) -> Path:
    """Return the path of one of several files, the second being ``NAME-2.spacy``."""
    if number == 1:
        return target
    return target.with_name(f"{target.stem}-{number}{target.suffix}")


def _items(path: Path, options: ReadOptions) -> Generator[Item, None, bool]:
    """Yield what a file holds; return whether there is a further one."""
    moment = now()
    try:
        with DocBinFile(path) as file:
            for number, raw in enumerate(file.docs(), 1):
                where = tr("{name}, Doc {number}", name=path.name, number=number)
                try:
                    yield from _records(raw, file, where, options, moment)
                except InputError as error:
                    yield Problem(where, f"{error}.")
            return file.continued
    except InputError as error:
        yield Problem(path.name, f"{error}.")
    except OSError as error:
        yield Problem(
            path.name, tr("it cannot be read ({reason}).", reason=reason_of(error))
        )
    return False


class _Words(NamedTuple):
    """A Doc's text and where its tokens are, in code points of the raw text."""

    text: str
    starts: list[int]
    ends: list[int]


def _records(
    raw: RawDoc, file: DocBinFile, where: str, options: ReadOptions, moment: str
) -> Iterator[Item]:
    words = _words(raw, file)
    data = _user_data(raw)
    if is_own(data):
        check = marks_check(raw.tokens, raw.groups, file.attrs)
        tokens = zip(words.starts, words.ends, strict=True)
        yield read_record(words.text, data, where, tokens, check)
        return
    offsets = OffsetMap(words.text)
    marks = _Marks(raw, file, words, offsets)
    spans, status = marks.spans(), marks.status()
    layers: tuple[ForeignLayer, ...] = ()
    if spans or status is not Status.TODO:
        layers = (
            ForeignLayer(
                options.annotator,
                tuple(spans),
                status=status,
                moment=moment,
                losses=tuple(marks.losses),
            ),
        )
    top, meta = _metadata(raw, data)
    document = ForeignDocument(
        offsets.text, gather(offsets.text, top, meta), where, layers
    )
    yield from assemble(document, options.mapping)


def _words(raw: RawDoc, file: DocBinFile) -> _Words:
    """Return the text that the tokens make."""
    column = raw.tokens[:, file.attrs[NUMBERS["ORTH"]]].tolist()
    strings = file.strings
    try:
        words = [strings[number] for number in column]
    except KeyError as error:
        raise InputError(tr("it has a token whose text is not in the file")) from error
    blanks = raw.spaces.tolist() if raw.spaces is not None else [True] * len(words)
    starts, ends, place = [], [], 0
    for word, blank in zip(words, blanks, strict=True):
        starts.append(place)
        place += len(word)
        ends.append(place)
        place += blank
        if place > MAX_CHARACTERS:
            raise InputError(tr("its text is too long to be an article"))
    pieces = (
        word + " " if blank else word for word, blank in zip(words, blanks, strict=True)
    )
    return _Words("".join(pieces), starts, ends)


def _user_data(raw: RawDoc) -> Mapping[Any, Any]:
    data = unpacked(raw.data)
    return data if isinstance(data, dict) else {}


class _Marks:
    """What is marked in one Doc of somebody else's.

    Attributes:
        losses: What could not be kept, one sentence each.
    """

    def __init__(
        self, raw: RawDoc, file: DocBinFile, words: _Words, offsets: OffsetMap
    ) -> None:
        self.losses: list[str] = []
        self._raw = raw
        self._file = file
        self._words = words
        self._offsets = offsets
        self._spans: list[ForeignSpan] = []
        self._seen: set[tuple[int, int, str]] = set()
        self._iob = self._column("ENT_IOB")
        self._groups = dict(_groups(raw.groups))

    def spans(self) -> list[ForeignSpan]:
        """Return the entities and the spans of all groups, each once."""
        self._add_entities()
        # What is in the group of everything most likely stands in another as well,
        # and that one's name says more.
        for name in sorted(self._groups, key=_DEFAULT_KEY.__eq__):
            for span in self._groups[name]:
                self._add_packed(name, span)
        return self._spans

    def status(self) -> Status:
        """Return how far the Doc is annotated; *todo* where nobody has looked."""
        known = self._iob is not None and bool((self._iob > 0).any())
        if not known and not self._groups:
            return Status.TODO
        partly = self._iob is not None and known and bool((self._iob == 0).any())
        return Status.IN_PROGRESS if partly else Status.DONE

    def _column(self, name: str) -> npt.NDArray[Any] | None:
        place = self._file.attrs.get(NUMBERS[name])
        return None if place is None else self._raw.tokens[:, place]

    def _add_entities(self) -> None:
        types = self._column("ENT_TYPE")
        if types is None:
            return
        bases = self._column("ENT_KB_ID")
        for first, last in self._runs(types):
            base = 0 if bases is None else int(bases[first])
            self._add(ENTS, first, last, int(types[first]), base)

    def _runs(self, types: npt.NDArray[Any]) -> list[tuple[int, int]]:
        """Return the first token of each entity, and the one after its last."""
        runs: list[tuple[int, int]] = []
        for number in types.nonzero()[0].tolist():
            if self._iob is None:
                goes_on = bool(types[number] == types[number - 1])
            else:
                goes_on = bool(self._iob[number] == _INSIDE)
            if runs and runs[-1][1] == number and goes_on:
                runs[-1] = runs[-1][0], number + 1
            else:
                runs.append((number, number + 1))
        return runs

    def _add_packed(self, group: str, data: object) -> None:
        if not isinstance(data, bytes):
            raise InputError(tr("its spans are of an unknown kind"))
        if len(data) == _SPAN.size:
            _, base, label, first, last, *_ = _SPAN.unpack(data)
        elif len(data) == _OLD_SPAN.size:
            base, label, first, last, *_ = _OLD_SPAN.unpack(data)
        else:
            raise InputError(tr("its spans are of an unknown kind"))
        self._add(group, first, last, label, base)

    def _add(self, group: str, first: int, last: int, number: int, base: int) -> None:
        """Add the tokens from *first* to before *last*."""
        label = self._string(number) or group
        if not 0 <= first < last <= len(self._words.starts):
            self.losses.append(
                tr(
                    "{label} was left out: there are no tokens {first} to {last}.",
                    label=label,
                    first=first,
                    last=last,
                )
            )
            return
        start, end = self._words.starts[first], self._words.ends[last - 1]
        fragment = self._offsets.fragment(start, end)
        key = (*fragment, label)
        if key in self._seen or fragment.start >= fragment.end:
            return
        self._seen.add(key)
        known = self._string(base) if base else ""
        attributes: dict[str, AttributeValue] = {"kb_id": known} if known else {}
        self._spans.append(
            ForeignSpan(
                str(len(self._spans)),
                label,
                (Fragment(*fragment),),
                group,
                attributes,
            )
        )

    def _string(self, number: int) -> str:
        if number < len(SYMBOLS):
            return SYMBOLS[number]
        return self._file.strings.get(number, f"#{number}")


def _groups(data: object) -> Iterator[tuple[str, tuple[object, ...]]]:
    """Yield name and packed spans of each group, of whatever release of spaCy."""
    found = unpacked(data)
    packed: list[tuple[object, object]]
    if isinstance(found, tuple):
        packed = [(group, None) for group in found]
    elif isinstance(found, dict):
        packed = list(found.items())
    else:
        return
    for value, names in packed:
        group = unpacked(value)
        spans = group.get("spans") if isinstance(group, dict) else None
        if not isinstance(spans, tuple):
            raise InputError(tr("its span groups cannot be read"))
        # A group that goes by several names is one.
        named = names[0] if isinstance(names, tuple) and names else group.get("name")
        yield str(named), spans


def _metadata(
    raw: RawDoc, data: Mapping[Any, Any]
) -> tuple[dict[str, object], dict[str, object]]:
    """Return plain user data, and what else there is to know of the document."""
    top, meta = {}, {}
    for key, value in data.items():
        plain = _plain(value)
        if plain is None:
            continue
        if isinstance(key, str):
            top[key] = plain
        elif isinstance(key, tuple) and key[:1] == ("._.",) and key[2:] == (None, None):
            # An extension attribute of the whole Doc.
            meta[str(key[1])] = plain
    cats = _plain(raw.cats) if raw.cats else None
    if cats:
        meta["cats"] = cats
    return top, meta


def _plain(value: object, depth: int = 0) -> Any:
    """Return a value as JSON has it, None where it has none."""
    if isinstance(value, str | bool | int | float):
        return value
    if depth < 8 and isinstance(value, tuple):
        return [_plain(one, depth + 1) for one in value]
    if depth < 8 and isinstance(value, dict):
        return {str(key): _plain(one, depth + 1) for key, one in value.items()}
    return None
