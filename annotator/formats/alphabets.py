"""Which letters the languages of Europe write, to tell a wrong code page by.

Code pages of one script differ in few places: read by the wrong one, a text keeps most
of its letters and has some that no one language puts beside the others (``vąichni`` for
``všichni``). Statistics of letters miss that; the alphabets do not.
"""

from __future__ import annotations

import unicodedata
from collections import Counter

_ALPHABETS = tuple(
    map(
        frozenset,
        (
            "äöüßéàèç",  # German, with French words, as in Switzerland and Luxembourg
            "àâæçèéêëîïôœùûüÿ",  # French
            "áéíñóúüàçèïòª",  # Spanish, Catalan
            "àáâãçéêíóôõúüèò",  # Portuguese, Galician
            "àáèéìíîòóùú",  # Italian
            "äëïöüéèêáíóúûôâà",  # Dutch, Frisian, Afrikaans
            "åäöéüáà",  # Swedish, Finnish
            "åæøéèêóòôäöü",  # Danish, Norwegian
            "áðéíóúýþæöø",  # Icelandic, Faroese
            "ãäéíóöüõšž",  # Estonian
            "áéíóúàèìòùâêîôûŵŷäëïöẅÿ",  # Irish, Scottish, Welsh
            "çëâêîôû",  # Albanian
            "āčēģīķļņšūžōŗ",  # Latvian
            "ąčęėįšųūž",  # Lithuanian
            "ąćęłńóśźż",  # Polish
            "áčďéěíňóřšťúůýžäöü",  # Czech
            "áäčďéíĺľňóôŕšťúýžöü",  # Slovak
            "áéíóöőúüűä",  # Hungarian
            "ăâîşţșțéö",  # Romanian
            "čćđšžéöü",  # Croatian, Slovene, Bosnian
            "âçğıîöşüûəñ",  # Turkish, Azeri, Tatar
            "ċġħżàèéìòù",  # Maltese
            "ĉĝĥĵŝŭ",  # Esperanto
        ),
    )
)
_ENOUGH = 10
_MIN_SHARE = 0.01
"""Of the letters; where fewer are accented they stand in names, of any language."""


def accented(text: str) -> Counter[str]:
    """Return the Latin letters beyond ASCII, in lower case, with how many there are."""
    counts: Counter[str] = Counter()
    for letter, number in Counter(text).items():
        is_latin = letter > "\x7f" and letter.isalpha()
        if is_latin and unicodedata.name(letter, "").startswith("LATIN"):
            counts[letter.lower()[0]] += number
    return counts


def is_written(text: str) -> bool:
    """Tell whether letters are many enough to say which language has them."""
    number = accented(text).total()
    return number >= _ENOUGH and number >= _MIN_SHARE * sum(map(str.isalpha, text))


def coverage(text: str) -> float:
    """Return the share of the accented letters that the best alphabet has."""
    counts = accented(text)
    total = counts.total()
    if not total:
        return 1.0
    return max(sum(counts[x] for x in known) for known in _ALPHABETS) / total
