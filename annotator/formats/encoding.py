"""From bytes to text: which encoding a file is in, or that it cannot be told.

What says so itself comes first: byte order marks, then strict UTF-8, which other
encodings hit by accident only where they are pure ASCII, then escape sequences. Only
what is left is guessed, by charset-normalizer among the encodings that articles are
kept in. A wrong guess would put wrong letters into the corpus for good, so a guess
counts only where the text then looks like a language; everything else is refused.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from annotator.domain.errors import InputError
from annotator.domain.wording import tr
from annotator.formats import alphabets
from annotator.formats.east_asian import (
    reads_like_chinese,
    reads_like_japanese,
    reads_like_korean,
)

if TYPE_CHECKING:
    from charset_normalizer import CharsetMatch

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_ESCAPES = (
    (re.compile(rb"\x1b\$[@B(]"), "iso2022_jp_2"),
    (re.compile(rb"\x1b\$\)C"), "iso2022_kr"),
    (re.compile(rb"~\{(?:[\x21-\x77][\x21-\x7e])+~\}"), "hz"),
)
_WESTERN = "cp1252"
_WESTERN_PAGES = frozenset((_WESTERN, "iso8859_15", "cp1254"))
_LATIN_9 = re.compile(
    r"¤|(?<=[^\W\d_])[¦¨\u00b4\u00b8¼½]|[¦¨\u00b4\u00b8¼½](?=[^\W\d_])"
)
_WINDOWS_ONLY = re.compile(rb"[\x80-\x9f]")
REPLACED = "\ufffd"
"""Stands in a text for bytes that are no character of its encoding."""
_ONE_BYTE = (
    "cp1250",
    "cp1251",
    _WESTERN,
    "cp1253",
    "cp1254",
    "cp1255",
    "cp1256",
    "cp1257",
    "iso8859_2",
    "iso8859_4",
    "iso8859_5",
    "iso8859_6",
    "iso8859_7",
    "iso8859_8",
    "iso8859_13",
    "iso8859_15",
    "koi8_r",
    "koi8_u",
    "cp874",
)
_MANY_BYTES: Mapping[str, Callable[[str], bool]] = {
    "gb18030": reads_like_chinese,
    "big5": reads_like_chinese,
    "big5hkscs": reads_like_chinese,
    "cp932": reads_like_japanese,
    "euc_jp": reads_like_japanese,
    "cp949": reads_like_korean,
}

_ONLY = {"Turkish": "cp1254", "Vietnamese": ""}
"""The only page of one byte that holds a language; others look like it, but for a few
letters. None that is tried holds Vietnamese."""

_MIN_COHERENCE = 0.4
_SHORT_BYTES = 1000
"""Below this no language can be recognised with certainty."""
_MAX_SHORT_CHAOS = 0.02
_MAX_FOREIGN = 0.15
"""Western European text has more ASCII than this leaves; another script has less."""
_WESTERN_BONUS = 0.1
_MAX_ODD = 0.1
"""Of the characters beyond ASCII: capitals and symbols where no language has them."""

_MAX_CAPITALS = 0.6
"""Of the letters beyond ASCII: KOI8 and others read each other’s with swapped case."""
_MIN_COVERAGE = 0.9
_COVERAGE_TOLERANCE = 0.02
_ENOUGH = 1 << 18
"""Bytes, which are characters of these pages: more tells no more of a language."""
_SURE_COVERAGE = 0.98
_SURE_LETTERS, _SURE_KINDS = 10, 3
"""How many accented letters, of how many sorts, are enough to take nothing else."""
_LATIN = (
    "cp1250",
    "iso8859_2",
    _WESTERN,
    "cp1254",
    "cp1257",
    "iso8859_13",
    "iso8859_4",
)

_FEW_ODD, _MAX_ODD_CYRILLIC = 2, 0.015

_ICELANDIC = re.compile("[ðýþÐÝÞ]")
_NORDIC_VOWELS = re.compile("[áíóúæÁÍÓÚÆ]")
_MIN_LETTERS = 3
_CONTROL = re.compile(r"[\x80-\x9f]")
_SYMBOL_IN_WORD = re.compile(
    r"(?<=[^\W\d_])(?!(?<=[cdkm])[²³])[¢¤¦¨¬¯±²³¹µ¶\u00b8¼½¾¿×÷]"
    r"|(?<!\d)[¼¾](?=[^\W\d_])"
    r"|(?<=[^\W\d_])[\u201a\u201e†‡\u02c6‰§\u02c7\u02d8\u02d9](?=[^\W\d_])"
)
_INSIDE = re.compile(r"(?<=[^\W\d_])[^\x00-\x7f]")
_SMALL_CYRILLIC = re.compile("[\u0430-\u044e]")
_LARGE_CYRILLIC = re.compile("[\u0410-\u042e]")
_MAC_CAPITALS = re.compile(
    "[\u0402\u0403\u201a\u0453\u201e…†‡€‰\u0409\u2039\u040a\u040c\u040b\u040f]"
)
_MANY_LETTERS = 100
_NOT_WESTERN = frozenset(
    (
        "Croatian",
        "Czech",
        "Estonian",
        "Hungarian",
        "Lithuanian",
        "Polish",
        "Romanian",
        "Slovak",
        "Slovene",
        "Turkish",
    )
)


class Decoded(NamedTuple):
    """A text and the encoding that was taken for it."""

    text: str
    encoding: str


def decode(data: bytes) -> Decoded:
    """Return the text of a file.

    Raises:
        InputError: It is no text, or its encoding cannot be told. The message is
            half a sentence that goes on from the file's name.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(data.removeprefix(mark), encoding)
    if b"\x00" in data:
        raise InputError(tr("it holds NUL bytes, so it is not plain text"))
    for pattern, encoding in _ESCAPES:
        if pattern.search(data):
            return _strict(data, encoding)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        return _guess(data, error)


def _strict(data: bytes, encoding: str) -> Decoded:
    try:
        return Decoded(data.decode(encoding), encoding)
    except UnicodeDecodeError as error:
        raise InputError(
            tr(
                "it is {encoding}, but damaged at byte {start}",
                encoding=encoding.upper(),
                start=error.start + 1,
            )
        ) from error


def _guess(data: bytes, fault: UnicodeDecodeError) -> Decoded:
    if not data.translate(None, _common_bytes()):
        common = data.decode(_WESTERN)
        if not _is_odd(common):
            return Decoded(common, _WESTERN)
    _refuse_damaged_utf8(data, fault)
    # Imported here: it loads tables that most files do not need.
    from charset_normalizer import from_bytes

    matches = list(from_bytes(data, cp_isolation=[*_ONE_BYTE, *_MANY_BYTES]))
    for match in _by_preference(matches):
        encoding = _name(match)
        text = data.decode(encoding)
        if encoding == _WESTERN and _LATIN_9.search(text):
            text, encoding = _as_latin_9(data, text)
        if _looks_right(text, encoding, match, len(data)) and _fits(
            text, encoding, data
        ):
            return _sisters(data, text, encoding)
    if (found := _by_alphabet(data)) is not None:
        return found
    raise InputError(
        tr(
            "its encoding cannot be told (it is not UTF-8 from byte {start} on); "
            "save it as UTF-8",
            start=fault.start + 1,
        )
    )


def _readings(data: bytes) -> dict[str, str]:
    """Return what Latin code pages make of a text, where it is clean, with the page."""
    found: dict[str, str] = {}
    for encoding in _LATIN:
        try:
            text = data[:_ENOUGH].decode(encoding)
        except UnicodeDecodeError:
            continue
        if not _CONTROL.search(text) and not _is_odd(text):
            found.setdefault(text, encoding)
    return found


def _fits(text: str, encoding: str, data: bytes) -> bool:
    """Tell whether a language has these letters, and no other page has better ones.

    A few letters may stand in names of several languages; in which, Western European
    is what most texts are in.
    """
    text = text[:_ENOUGH]
    covered = alphabets.coverage(text)
    others = [c for c in map(alphabets.coverage, _readings(data)) if c >= _MIN_COVERAGE]
    if covered < max(others, default=covered) - _COVERAGE_TOLERANCE:
        return False
    is_few = encoding in _WESTERN_PAGES and not alphabets.is_written(text)
    return is_few or covered >= _MIN_COVERAGE


def is_of_another_page(words: str, encoding: str) -> bool:
    """Tell whether letters are those of no language, but of one on another page."""
    if not alphabets.is_written(words) or alphabets.coverage(words) >= _MIN_COVERAGE:
        return False
    readings = _readings(words[:_ENOUGH].encode(encoding, "ignore"))
    return any(alphabets.coverage(text) >= _SURE_COVERAGE for text in readings)


def _sisters(data: bytes, text: str, encoding: str) -> Decoded:
    """Prefer Latin-2 to Windows' page where both give a language's letters.

    Whoever writes š, ž or ť in Windows' page writes bytes that Latin-2 has no letters
    for; a text without any of these, but with what stands for them in Latin-2, is in
    that.
    """
    if encoding != "cp1250" or _WINDOWS_ONLY.search(data):
        return Decoded(text, encoding)
    other = data.decode("iso8859_2")
    is_better = other != text and alphabets.coverage(other) >= alphabets.coverage(text)
    return Decoded(other, "iso8859_2") if is_better else Decoded(text, encoding)


def _by_alphabet(data: bytes) -> Decoded | None:
    """Return the text if it is the only one of a language that a Latin page gives."""
    found = [page for text, page in _readings(data).items() if _is_sure(text)]
    if len(found) != 1:
        return None
    try:
        text = data.decode(found[0])
    except UnicodeDecodeError:
        return None
    return None if _is_garbled(text, found[0]) else Decoded(text, found[0])


def _is_sure(text: str) -> bool:
    letters = alphabets.accented(text)
    return (
        letters.total() >= _SURE_LETTERS
        and len(letters) >= _SURE_KINDS
        and alphabets.coverage(text) >= _SURE_COVERAGE
    )


def _as_latin_9(data: bytes, text: str) -> Decoded:
    """Prefer the euro to the currency sign, and œ to a fraction beside letters."""
    other = data.decode("iso8859_15")
    return (
        Decoded(text, _WESTERN)
        if _CONTROL.search(other)
        else Decoded(other, "iso8859_15")
    )


def _refuse_damaged_utf8(data: bytes, fault: UnicodeDecodeError) -> None:
    """Raise if the text is UTF-8 but for some bytes; others never look like it."""
    foreign = [c for c in data.decode("utf-8", "replace") if c > "\x7f"]
    if foreign.count("\ufffd") * 2 < len(foreign):
        raise InputError(
            tr("it is UTF-8, but damaged at byte {start}", start=fault.start + 1)
        )


def _common_bytes() -> bytes:
    """Return the bytes that are the same character in every Windows code page.

    ASCII, curly quotes, dashes, bullet, ellipsis, hard blank: where a text has
    nothing else, it does not matter which page is taken.
    """
    pages = [f"cp125{n}" for n in range(9)]
    return bytes(
        byte
        for byte in range(256)
        if len({bytes([byte]).decode(page, "replace") for page in pages}) == 1
        and bytes([byte]).decode(_WESTERN, "replace") != "\ufffd"
    )


def _name(match: CharsetMatch) -> str:
    """Return the encoding's name, the best known where several give this text."""
    return _WESTERN if _WESTERN in match.could_be_from_charset else match.encoding


def _by_preference(matches: list[CharsetMatch]) -> list[CharsetMatch]:
    """Put Western European first where nothing speaks more for another."""
    if not matches:
        return []
    best = matches[0]
    western = [
        match
        for match in matches
        if _name(match) == _WESTERN
        and best.language not in _NOT_WESTERN
        and match.coherence >= best.coherence - _WESTERN_BONUS
        and match.chaos <= best.chaos + _MAX_SHORT_CHAOS
    ]
    return [*western, *matches]


def _looks_right(text: str, encoding: str, match: CharsetMatch, size: int) -> bool:
    if encoding in _MANY_BYTES:
        return _MANY_BYTES[encoding](text)
    if _is_garbled(text, encoding) or encoding != _ONLY.get(match.language, encoding):
        return False
    if encoding == _WESTERN and match.language in _NOT_WESTERN:
        return False
    if encoding == _WESTERN and size < _SHORT_BYTES:
        letters = sum(c.isalpha() for c in text if c > "\x7f")
        return match.chaos <= _MAX_SHORT_CHAOS and letters < size * _MAX_FOREIGN
    return match.coherence >= _MIN_COHERENCE


def _is_garbled(text: str, encoding: str) -> bool:
    """Tell whether there is what no language writes."""
    if _CONTROL.search(text) or _is_odd(text) or _is_shouted(text):
        return True
    return encoding == "cp1251" and _is_macs(text)


def _is_macs(text: str) -> bool:
    """Tell whether Cyrillic has signs where its capitals should be.

    The Macintosh has small letters where Windows has them, capitals elsewhere.
    """
    return (
        len(_SMALL_CYRILLIC.findall(text)) > _MANY_LETTERS
        and _LARGE_CYRILLIC.search(text) is None
        and _MAC_CAPITALS.search(text) is not None
    )


def _is_shouted(text: str) -> bool:
    foreign = [c for c in text if c > "\x7f"]
    letters = sum(map(str.isalpha, foreign))
    return sum(map(str.isupper, foreign)) > letters * _MAX_CAPITALS


def looks_turkish(text: str) -> bool:
    """Tell whether letters that only Icelandic has stand for those of Turkish.

    The six letters that differ between the Western European and the Turkish code
    page; where they are Icelandic or Faroese, accented vowels are more frequent.
    """
    letters = len(_ICELANDIC.findall(text))
    return letters >= _MIN_LETTERS and letters > len(_NORDIC_VOWELS.findall(text))


def _is_odd(text: str) -> bool:
    foreign = [c for c in text if c > "\x7f"]
    cyrillic = sum("\u0400" <= c <= "\u04ff" for c in foreign)
    # Cyrillic pages share most small letters, and what else a text has is capitals.
    if cyrillic * 2 > len(foreign):
        return odd(text) > max(_FEW_ODD, _MAX_ODD_CYRILLIC * len(foreign))
    return odd(text) > _MAX_ODD * len(foreign)


def odd(text: str) -> int:
    """Count what a wrong guess puts into words: capitals inside, symbols."""
    places = (found.start() for found in _INSIDE.finditer(text))
    capitals = sum(text[i].isupper() and text[i - 1].islower() for i in places)
    return capitals + len(_SYMBOL_IN_WORD.findall(text))
