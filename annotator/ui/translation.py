"""The languages there are, and Qt's translations for ``annotator.domain.wording``.

Translations stand in ``resources/translations``.
"""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache, partial

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from annotator.domain import wording
from annotator.domain.resources import resource
from annotator.domain.wording import Catalogue

CONTEXT = "annotator"

_REMEMBERED = 4_096
"""Texts that need not be looked up again: losses are told by the hundred thousand."""


class Language(StrEnum):
    """What can be chosen; each is written in itself."""

    SYSTEM = "system"
    ENGLISH = "en"
    GERMAN = "de"


_installed: list[QTranslator] = []


def current() -> Language:
    """Return the language that texts are in now."""
    return Language.GERMAN if _installed else Language.ENGLISH


def use_language(language: Language) -> bool:
    """Let all texts be in *language* from now on; return whether that is another.

    What is shown already stays as it is until it is made anew. Works in a process
    without an application too, where nothing of Qt's own is to be translated.
    """
    wanted = language
    if language is Language.SYSTEM:
        speaks_german = QLocale.system().language() is QLocale.Language.German
        wanted = Language.GERMAN if speaks_german else Language.ENGLISH
    QLocale.setDefault(_locale(wanted))
    if wanted is current():
        return False
    app = QCoreApplication.instance()
    while _installed:
        translator = _installed.pop()
        if app is not None:
            app.removeTranslator(translator)
    if wanted is Language.ENGLISH:
        wording.use(None)
        return True
    _installed.extend(_load(wanted))
    for translator in _installed:
        if app is not None:
            app.installTranslator(translator)
    own = _installed[-1]

    @lru_cache(_REMEMBERED)
    def translate(text: str, n: int) -> str:
        return own.translate(CONTEXT, text, "", n) or text

    again = partial(use_language, wanted)
    is_german = wanted is Language.GERMAN
    wording.use(Catalogue(translate, is_german, again, is_german))
    return True


def _locale(language: Language) -> QLocale:
    """Return how dates and fields are written: as on this machine where that fits."""
    system = QLocale.system()
    wanted = QLocale(str(language))
    return system if system.language() == wanted.language() else wanted


def _load(language: Language) -> list[QTranslator]:
    """Return Qt's own translations, where they are there, and the program's."""
    own, qt = QTranslator(), QTranslator()
    own.load(str(resource("translations", f"annotator_{language}.qm")))
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    found = qt.load(f"qtbase_{language}", folder)
    return [qt, own] if found else [own]
