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
    """All structures of one type, of which nothing but the extents is wanted.

    Most of a file are tokens; libxml2 gathers their offsets many times faster than
    they can be looked at one by one.

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
        placed: Types that may come as ``Places``, all of one type at once.

    Raises:
        InputError: It is too large, not well-formed, or no XMI; half a sentence.
        OSError: It cannot be read.
    """
    if path.stat().st_size > MAX_BYTES:
        raise InputError(
            f"it is larger than {MAX_BYTES >> 20} MB, too much for one article"
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
            line, message = error.lineno or 0, error.msg or "it ends too early"
            raise InputError(
                f"it is no well-formed XML: line {line}: {message}"
            ) from error


def refuse_dtd(data: bytes) -> None:
    """Raise for a document type, which XMI never has and attacks do.

    Raises:
        ValueError: It has one; half a sentence.
    """
    if _DTD.search(data[:_PROLOG].replace(b"\x00", b"")):
        raise ValueError("it has a document type, which no XMI has; it was not read")


def _elements(
    file: BinaryIO, placed: Collection[str], *, is_newer: bool
) -> Iterator[etree._Element | Places]:
    """Yield the children of the root, each gone once the next is asked for."""
    options = {"resolve_entities": False, "no_network": True, "load_dtd": False}
    if os.fstat(file.fileno()).st_size <= _SMALL:
        root = etree.fromstring(
            b"".join(_chunks(file, is_newer=is_newer)), etree.XMLParser(**options)
        )
        _check_root(root)
        for name in placed:
            found = _take_places(root, name)
            if found is not None:
                yield found
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


def _take_places(root: etree._Element, type_name: str) -> Places | None:
    """Take all structures of a type out of a tree, if they all have whole extents."""
    package, _, name = type_name.rpartition(".")
    tag = f"{{http:///{package.replace('.', '/')}.ecore}}{name}"
    rows = [
        (element.get("sofa"), element.get("begin"), element.get("end"))
        for element in root.iterchildren(tag)
    ]
    try:
        sofas, begins, ends = zip(*rows, strict=True)
        found = Places(type_name, sofas, [*map(int, begins)], [*map(int, ends)])
    except (TypeError, ValueError):
        return None
    if None in sofas:
        return None
    etree.strip_elements(root, tag, with_tail=False)
    return found


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
        raise InputError("it has a document type, which no XMI has; it was not read")
    if root.tag != f"{_XMI}XMI":
        raise InputError(f"it is XML, but no XMI: it starts with “{root.tag}”")


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
