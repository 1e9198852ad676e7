"""From the bytes of a web page to its text.

What counts, in this order: a byte order mark, what the server said, valid UTF-8, what
the page declares, and then what ``encoding.decode`` can tell from the words alone. A
page's own word is not taken blindly: servers and templates declare Western European
by default, and a page that says so but reads like another script is guessed.
"""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from annotator.domain.errors import InputError
from annotator.domain.wording import tr
from annotator.formats.encoding import (
    REPLACED,
    decode,
    is_of_another_page,
    looks_turkish,
    odd,
)

_HEAD_BYTES = 4096
_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_DECLARED = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})"""
    rb"""|^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{2,40})["']""",
    re.I,
)
_TAGS = re.compile(rb"<(script|style)\b.*?</\1\s*>|<!--.*?-->|<[^>]*>", re.I | re.S)

# What browsers take these names for: https://encoding.spec.whatwg.org/#names-and-labels
_ALIASES = {
    "ascii": "cp1252",
    "us-ascii": "cp1252",
    "iso-8859-1": "cp1252",
    "iso8859-1": "cp1252",
    "latin1": "cp1252",
    "latin-1": "cp1252",
    "windows-1252": "cp1252",
    "iso-8859-9": "cp1254",
    "iso-8859-11": "cp874",
    "tis-620": "cp874",
    "windows-874": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "x-gbk": "gb18030",
    "big5": "big5hkscs",
    "shift_jis": "cp932",
    "shift-jis": "cp932",
    "sjis": "cp932",
    "x-sjis": "cp932",
    "euc-kr": "cp949",
    "ks_c_5601-1987": "cp949",
    "x-mac-cyrillic": "mac_cyrillic",
    # A page in which a declaration could be read is not in UTF-16.
    "utf-16": "utf-8",
    "utf-16le": "utf-8",
    "utf-16be": "utf-8",
}
_NO_CHARACTER_SETS = frozenset(
    (
        "idna",
        "mbcs",
        "oem",
        "palmos",
        "punycode",
        "raw-unicode-escape",
        "undefined",
        "unicode-escape",
        "utf-7",
    )
)
_ESCAPES = (b"\x1b$", b"~{")
_WESTERN = frozenset(("cp1252", "iso8859-15"))
_MAX_FOREIGN = 0.15
"""Of the letters: Western European text has fewer beyond ASCII than that."""
_MAX_REPLACED = 0.01
"""Of the characters beyond ASCII, before the encoding is taken to be another one."""
_MIN_FOREIGN = 20
_MAX_ODD = 0.1
_MAX_CAPITALS = 0.6
_MAX_SOUNDS = 0.01
_SOUNDS = re.compile("[\u3105-\u3129\ue000-\uf8ff]")


class PageText(NamedTuple):
    """A page as text.

    Attributes:
        text: May hold ``REPLACED`` where single bytes are damaged.
        encoding: What it was read as.
    """

    text: str
    encoding: str


def decode_page(data: bytes, told: str = "") -> PageText:
    """Return the text of a page.

    Args:
        data: The page as it was stored or sent.
        told: The encoding that the server or the archive names; "" if none.

    Raises:
        InputError: The encoding cannot be told; half a sentence.
    """
    if data.startswith(_MARKS):
        return PageText(*decode(data))
    declared = text_codec(told) or text_codec(_declaration(data))
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _legacy(data, declared)
    if "\x00" in text:
        raise InputError(tr("it holds NUL bytes, so it is no web page"))
    # The escapes of ISO 2022 and HZ are ASCII, which is valid UTF-8.
    if declared.startswith(("iso2022", "hz")):
        return PageText(data.decode(declared, "replace"), declared)
    if not declared and any(sign in data for sign in _ESCAPES):
        encoding = decode(_TAGS.sub(b" ", data)).encoding
        return PageText(data.decode(encoding, "replace"), encoding)
    return PageText(text, "utf-8")


def _legacy(data: bytes, declared: str) -> PageText:
    """Return the text of a page that is not valid UTF-8."""
    if declared:
        text = data.decode(declared, "replace")
        if _plausible(text, declared):
            return PageText(text, declared)
    words = _TAGS.sub(b" ", data)
    if b"\x00" in words:
        raise InputError(tr("it holds NUL bytes, so it is no web page"))
    try:
        encoding = decode(words).encoding
    except InputError:
        text = data.decode("utf-8", "replace")
        if _plausible(text, "utf-8"):
            return PageText(text, "utf-8")
        raise
    return PageText(data.decode(encoding, "replace"), encoding)


def _plausible(text: str, encoding: str) -> bool:
    """Return whether a page that is said to be in *encoding* reads like it."""
    foreign = [c for c in text if c > "\x7f"]
    replaced = foreign.count(REPLACED)
    if replaced > max(1, len(foreign) * _MAX_REPLACED):
        return False
    if len(foreign) < _MIN_FOREIGN:
        return True
    words = re.sub(r"<[^>]*>", " ", text)
    if _is_garbled(words):
        return False
    if encoding not in _WESTERN:
        return True
    if looks_turkish(words) or is_of_another_page(words, encoding):
        return False
    letters = sum(map(str.isalpha, words))
    return sum(c > "\x7f" for c in words) <= letters * _MAX_FOREIGN


def _is_garbled(words: str) -> bool:
    """Tell whether words read like those of another encoding.

    Controls and symbols inside words are what one code page makes of another; mostly
    capitals what Windows makes of KOI8; signs for sounds between Chinese characters
    are the commas of the other Chinese encoding.
    """
    foreign = [c for c in words if c > "\x7f"]
    controls = sum(c < "\xa0" for c in foreign)
    letters = sum(map(str.isalpha, foreign))
    capitals = sum(map(str.isupper, foreign))
    sounds = len(_SOUNDS.findall(words))
    return (
        controls + odd(words) > len(foreign) * _MAX_ODD
        or capitals > letters * _MAX_CAPITALS
        or sounds > len(foreign) * _MAX_SOUNDS
    )


def _declaration(data: bytes) -> str:
    match = _DECLARED.search(data[:_HEAD_BYTES])
    return (match[1] or match[2]).decode("ascii") if match else ""


def text_codec(label: str) -> str:
    """Return Python's name of an encoding, "" for none that pages are written in."""
    label = label.strip().lower()
    try:
        found = codecs.lookup(_ALIASES.get(label, label)) if label else None
    except (LookupError, UnicodeError, ValueError):
        return ""
    # Python's "codecs" like zip and rot13 turn no bytes into text.
    is_text = found is not None and getattr(found, "_is_text_encoding", True)
    return found.name if found is not None and is_text and _is_real(found.name) else ""


def _is_real(name: str) -> bool:
    """Return whether it is a character set: others escape, and some take for ever."""
    return name not in _NO_CHARACTER_SETS


def is_utf8(data: bytes) -> bool:
    """Return whether bytes are UTF-8 from end to end."""
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True
