"""XMI as feature structures: read as hostile XML, and quickly.

A file is flat: the children of its root are feature structures, their attributes
features. No document type, no entities, nothing from the network; libxml2's limits on
depth and lengths hold, and the size is bounded.

XML 1.1, which INCEpTION also exports, allows control characters as references
(``&#1;``), which libxml2 does not read. They are read as noncharacters of Unicode
instead, one for one, and put back.
"""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import BinaryIO, NamedTuple

from lxml import etree  # type: ignore[import-untyped]

from annotator.domain.errors import InputError
from annotator.domain.text import in_a_line
from annotator.domain.wording import tr

MAX_BYTES = 40 << 20
"""A larger file is no document; reading it would fill the memory."""

_CHUNK = 1 << 18
_PROLOG = 1 << 16
_SMALL = 4 << 20
_XMI = "{http://www.omg.org/XMI}"
ID = f"{_XMI}id"
_STANDS_FOR_CONTROL = 0xFDD0
_BACK = {_STANDS_FOR_CONTROL + code: chr(code) for code in range(0x20)}
_VERSION = re.compile(rb"\A(?:\xef\xbb\xbf)?<\?xml\s+version\s*=\s*[\"']1\.1[\"']")
_REFERENCE = re.compile(rb"&#(?:[xX]([0-9a-fA-F]{1,6})|([0-9]{1,7}));")
_DECLARATION = b"<?xml "
_MORE_THAN_TAGS = re.compile(rb"<[!?]")
_ENCODING = re.compile(rb"<\?xml\s[^>]*?encoding\s*=\s*[\"']([\w.-]+)[\"']")
_DTD = re.compile(rb"<!(DOCTYPE|ENTITY)")


@dataclass(slots=True)
class Structure:
    """A feature structure.

    Attributes:
        type: With its package, e.g. ``webanno.custom.Quote``.
        features: As text; several strings of an array are joined by “; ”.
    """

    id: str
    type: str
    features: dict[str, str] = field(default_factory=dict)


class Places(NamedTuple):
    """Structures of one type, of which nothing but the extents is wanted.

    Most of a file are tokens; their offsets are gathered many times faster than the
    structures can be looked at one by one.

    Attributes:
        sofas: Of each structure the id of its sofa; as long as the other two.
    """

    type: str
    sofas: Sequence[str]
    begins: Sequence[int]
    ends: Sequence[int]


def structures(
    path: Path, placed: Collection[str] = ()
) -> Iterator[Structure | Places]:
    """Yield the feature structures of an XMI file.

    Args:
        placed: Types that may come as ``Places``.

    Raises:
        InputError: It is too large, not well-formed, or no XMI; half a sentence.
        OSError: It cannot be read.
    """
    if path.stat().st_size > MAX_BYTES:
        raise InputError(
            tr(
                "it is larger than {limit} MB, too much for one article",
                limit=MAX_BYTES >> 20,
            )
        )
    with path.open("rb") as file:
        head = file.read(_PROLOG)
        try:
            refuse_dtd(head)
        except ValueError as error:
            raise InputError(str(error)) from error
        file.seek(0)
        is_newer = _VERSION.match(head) is not None
        try:
            for element in _elements(file, placed, is_newer=is_newer):
                if isinstance(element, Places):
                    yield element
                else:
                    yield _structure(element, is_newer=is_newer)
        except etree.XMLSyntaxError as error:
            line, message = (
                error.lineno or 0,
                in_a_line(error.msg or tr("it ends too early")),
            )
            raise InputError(
                tr(
                    "it is no well-formed XML: line {line}: {message}",
                    line=line,
                    message=message,
                )
            ) from error


def refuse_dtd(data: bytes) -> None:
    """Raise for a document type, which XMI never has and attacks do.

    Raises:
        ValueError: It has one; half a sentence.
    """
    if _DTD.search(data[:_PROLOG].replace(b"\x00", b"")):
        raise ValueError(
            tr("it has a document type, which no XMI has; it was not read")
        )


def _elements(
    file: BinaryIO, placed: Collection[str], *, is_newer: bool
) -> Iterator[etree._Element | Places]:
    """Yield the children of the root, each gone once the next is asked for."""
    options = {"resolve_entities": False, "no_network": True, "load_dtd": False}
    if os.fstat(file.fileno()).st_size <= _SMALL:
        data = b"".join(_chunks(file, is_newer=is_newer))
        data, found = _cut_places(data, placed)
        yield from found
        root = etree.fromstring(data, etree.XMLParser(**options))
        _check_root(root)
        yield from root
        return
    # A tree takes some fifteen times the file.
    parser = etree.XMLPullParser(("start", "end"), **options)
    root = None
    for chunk in _chunks(file, is_newer=is_newer):
        parser.feed(chunk)
        for event, element in parser.read_events():
            if root is None:
                root = element
                _check_root(root)
            elif event == "end" and element.getparent() is root:
                yield element
                root.remove(element)
    parser.close()


def _cut_places(data: bytes, names: Collection[str]) -> tuple[bytes, list[Places]]:
    """Take the structures of some types out of a file, as far as UIMA wrote them so.

    What looks like a tag is one, except in comments, processing instructions and
    CDATA sections; a file that might have these is left as it is.
    """
    found: list[Places] = []
    body = len(_DECLARATION) if data.startswith(_DECLARATION) else 0
    if _MORE_THAN_TAGS.search(data, body) or not _is_utf8(data):
        return data, found
    for type_name in names:
        package, _, name = type_name.rpartition(".")
        prefix = _prefix(data, f"http:///{package.replace('.', '/')}.ecore".encode())
        pieces = _tag(prefix, name.encode()).split(data) if prefix else []
        if len(pieces) > 1:
            _, sofas, begins, ends = (pieces[column::4] for column in range(4))
            named = [sofa.decode() for sofa in sofas]
            offsets = ([*map(int, begins)], [*map(int, ends)])
            found.append(Places(type_name, named, *offsets))
            data = b"".join(pieces[::4])
    return data, found


def _prefix(data: bytes, namespace: bytes) -> bytes:
    """Return what stands for a namespace in all of a file; b"" if that is not sure."""
    end = data.find(b'="%s"' % namespace)
    prefix = data[:end].rpartition(b" xmlns:")[2] if end > 0 else b""
    is_sure = prefix.isalnum() and data.count(b"xmlns:%s=" % prefix) == 1
    return prefix if is_sure else b""


def _is_utf8(data: bytes) -> bool:
    declared = _ENCODING.match(data)
    return declared is None or declared[1].lower() == b"utf-8"


@lru_cache(maxsize=64)
def _tag(prefix: bytes, name: bytes) -> re.Pattern[bytes]:
    """Return what a structure without text looks like as UIMA and cassis write it."""
    number = rb'"(\d{1,9})"'
    return re.compile(
        rb'<%s:%s(?: xmi:id="\d+")? sofa=%s begin=%s end=%s(?: \w+="[^"<&]*")* ?/>'
        % (prefix, name, number, number, number)
    )


def _chunks(file: BinaryIO, *, is_newer: bool) -> Iterator[bytes]:
    if is_newer:
        data = _REFERENCE.sub(_legal, file.read())
        yield data.replace(b"1.1", b"1.0", 1)
        return
    while chunk := file.read(_CHUNK):
        yield chunk


def _legal(match: re.Match[bytes]) -> bytes:
    code = int(match[1], 16) if match[1] else int(match[2])
    if code >= 0x20 or code in (0x9, 0xA, 0xD):
        return match[0]
    return b"&#%d;" % (_STANDS_FOR_CONTROL + code)


def _check_root(root: etree._Element) -> None:
    if root.getroottree().docinfo.doctype:
        raise InputError(
            tr("it has a document type, which no XMI has; it was not read")
        )
    if root.tag != f"{_XMI}XMI":
        raise InputError(
            tr("it is XML, but no XMI: it starts with “{tag}”", tag=root.tag)
        )


def _structure(element: etree._Element, *, is_newer: bool) -> Structure:
    features = dict(element.items())
    identity = features.pop(ID, "")
    for child in element if len(element) else ():
        if isinstance(child.tag, str):
            before = features.get(child.tag)
            value = child.text or ""
            features[child.tag] = value if before is None else f"{before}; {value}"
    if is_newer:
        features = {name: text.translate(_BACK) for name, text in features.items()}
    return Structure(identity, type_name(str(element.tag)), features)


@lru_cache(maxsize=1024)
def type_name(tag: str) -> str:
    """Return the type that an element's name stands for.

    ``{http:///webanno/custom.ecore}Quote`` is ``webanno.custom.Quote``.
    """
    namespace, _, name = tag.rpartition("}")
    package = namespace.removeprefix("{http:///").removesuffix(".ecore")
    if package in ("", "uima/noNamespace"):
        return name
    return f"{package.replace('/', '.')}.{name}"
