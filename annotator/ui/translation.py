"""Texts in the language of whoever reads them.

Every text of the window goes through ``tr``, or through ``trn`` where a number
decides its form; texts that stand in tables are marked with ``noop`` and go through
``tr`` where they are shown. The English text is the key. Translations stand in
``resources/translations``; ``packaging/translations.py`` collects and compiles them.
"""

from __future__ import annotations

from enum import StrEnum
from string import Formatter
from typing import Any

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from annotator.domain.resources import resource

CONTEXT = "annotator"
_MARKS = str.maketrans(",.", ".,")


class Language(StrEnum):
    """What can be chosen; each is written in itself."""

    SYSTEM = "system"
    ENGLISH = "en"
    GERMAN = "de"


class _Numbers(Formatter):
    """Writes numbers as the language does: 1,234.5 or 1.234,5."""

    swapped = False

    def format_field(self, value: Any, format_spec: str) -> str:
        said = str(super().format_field(value, format_spec))
        is_number = isinstance(value, int | float) and format_spec
        return said.translate(_MARKS) if self.swapped and is_number else said


_numbers = _Numbers()
_installed: list[QTranslator] = []


def tr(text: str, /, **values: object) -> str:
    """Return *text* in the chosen language, its ``{names}`` filled in."""
    said = QCoreApplication.translate(CONTEXT, text)
    return _numbers.vformat(said, (), values) if values else said


def trn(one: str, many: str, /, n: int, **values: object) -> str:
    """Return the form that fits the number *n*, which is ``{n}`` in the text."""
    said = QCoreApplication.translate(CONTEXT, many, "", n)
    if said == many and n == 1:
        said = one
    return _numbers.vformat(said, (), {"n": n, **values})


def noop(text: str) -> str:
    """Mark a text of a table for translation; ``tr`` it where it is shown."""
    return text


def current() -> Language:
    """Return the language that texts are in now."""
    return Language.GERMAN if _installed else Language.ENGLISH


def use_language(language: Language) -> bool:
    """Let all texts be in *language* from now on; return whether that is another.

    What is shown already stays as it is until it is made anew.
    """
    wanted = language
    if language is Language.SYSTEM:
        is_german = QLocale.system().language() is QLocale.Language.German
        wanted = Language.GERMAN if is_german else Language.ENGLISH
    if wanted is current():
        return False
    app = QCoreApplication.instance()
    while _installed:
        translator = _installed.pop()
        if app is not None:
            app.removeTranslator(translator)
    if wanted is not Language.ENGLISH:
        _installed.extend(_load(wanted))
        for translator in _installed:
            if app is not None:
                app.installTranslator(translator)
    _numbers.swapped = wanted is Language.GERMAN
    return True


def _load(language: Language) -> list[QTranslator]:
    """Return the program's translations and, where they are there, Qt's own."""
    own, qt = QTranslator(), QTranslator()
    own.load(str(resource("translations", f"annotator_{language}.qm")))
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    found = qt.load(f"qtbase_{language}", folder)
    return [qt, own] if found else [own]
