"""Texts in the language of whoever reads them.

Every text that people read goes through ``tr``, or through ``trn`` where a number
decides its form; texts that stand in tables, made before the language is known, are
marked with ``noop`` and go through ``tr`` where they are shown. The English text is
the key, so that all layers can compose their sentences here without knowing where
the translations are kept: the window hands them over (``use``), Qt's in the end.
The command line speaks English. ``packaging/translations.py`` collects the texts.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from string import Formatter
from typing import Any

_MARKS = str.maketrans(",.", ".,")


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The words of one language.

    Attributes:
        translate: From an English text and the number that decides its form (-1 for
            none) to the text; returns the English where it has no other.
        swaps_marks: Numbers are written 1.234,5 and not 1,234.5.
        again: Lets another process speak this language; it can be pickled.
        has_capitals: Nouns have capitals within sentences, too.
    """

    translate: Callable[[str, int], str]
    swaps_marks: bool
    again: Callable[[], object]
    has_capitals: bool = False


class _Numbers(Formatter):
    """Writes numbers as the language does."""

    def format_field(self, value: Any, format_spec: str) -> str:
        said = str(super().format_field(value, format_spec))
        is_number = isinstance(value, int | float) and format_spec
        return said.translate(_MARKS) if is_number and _swaps_marks() else said


_numbers = _Numbers()
_used: list[Catalogue] = []


def tr(text: str, /, **values: object) -> str:
    """Return *text* in the chosen language, its ``{names}`` filled in."""
    said = _used[-1].translate(text, -1) if _used else text
    return _filled(said, values) if values else said


def trn(one: str, many: str, /, n: int, **values: object) -> str:
    """Return the form that fits the number *n*, which is ``{n}`` in the text."""
    said = _used[-1].translate(many, n) if _used else many
    if said == many and n == 1:
        said = one
    return _filled(said, {"n": n, **values})


def noop(text: str) -> str:
    """Mark a text of a table for translation; ``tr`` it where it is shown."""
    return text


def number(value: float, form: str = ",") -> str:
    """Return a number alone, as the language writes it: 1,234 or 1.234."""
    return _numbers.format_field(value, form)


def within(title: str) -> str:
    """Return a title as it stands within a sentence: small, unless nouns are not."""
    return title if _used and _used[-1].has_capitals else title.lower()


def use(catalogue: Catalogue | None) -> None:
    """Let all texts be in another language from now on; None for English.

    What was composed before stays as it is.
    """
    _used[:] = [catalogue] if catalogue else []


def carried() -> Callable[[], object] | None:
    """Return what lets another process speak as this one; None for English."""
    return _used[-1].again if _used else None


def _filled(said: str, values: dict[str, object]) -> str:
    # Losses are told by the hundred thousand: the detour is for numbers alone.
    if ":" in said and _swaps_marks():
        return _numbers.vformat(said, (), values)
    return said.format(**values)


def _swaps_marks() -> bool:
    return bool(_used) and _used[-1].swaps_marks
