"""Every setting of the window: what it is called, and what it can be.

The dialog is built from this table and ``Preferences`` reads by it, so that a setting
is one entry here and the code that heeds it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from math import isfinite

from annotator.domain.wording import noop
from annotator.ui.theme import Theme
from annotator.ui.translation import Language

VERSION = 2
"""Of the file; 1 had no version and a subset of the same names."""

Value = str | float | int | bool


class Section(StrEnum):
    """A page of the dialog."""

    LOOK = noop("Look")
    WORK = noop("Work")
    BACKUPS = noop("Backups")


@dataclass(frozen=True, slots=True)
class Setting:
    """One thing that can be set.

    Attributes:
        default: Its type is the setting's.
        title: With the letter that leads to it.
        help: One sentence.
        low: The least a number can be.
        high: The most.
        unit: Behind a number.
        choices: What each choice is called.
        is_font: The text is the name of a family.
    """

    name: str
    default: Value
    section: Section
    title: str
    help: str
    low: float = 0.0
    high: float = 0.0
    unit: str = ""
    choices: Mapping[StrEnum, str] | None = None
    is_font: bool = False

    def read(self, stored: object) -> tuple[Value, bool]:
        """Return what a stored value means, and whether it made sense.

        What makes no sense is the default; a number out of bounds the nearest.
        """
        kind = type(self.default)
        try:
            value = _truth(stored) if kind is bool else kind(str(stored))
        except (KeyError, TypeError, ValueError):
            return self.default, False
        if isinstance(value, bool | str) or not self.high:
            return value, True
        if not isfinite(value):
            return self.default, False
        near = type(value)(min(max(float(value), self.low), self.high))
        return near, near == value


def _truth(stored: object) -> bool:
    if isinstance(stored, bool):
        return stored
    return {"true": True, "false": False}[str(stored).lower()]


THEME = Setting(
    "theme",
    Theme.SYSTEM,
    Section.LOOK,
    noop("&Theme"),
    noop("Light, dark, or as the system has it."),
    choices={
        Theme.SYSTEM: noop("As the system has it"),
        Theme.LIGHT: noop("Light"),
        Theme.DARK: noop("Dark"),
    },
)
LANGUAGE = Setting(
    "language",
    Language.SYSTEM,
    Section.LOOK,
    noop("&Language"),
    noop("The language of menus and dialogs; articles and labels stay as they are."),
    choices={
        Language.SYSTEM: noop("As the system has it"),
        Language.ENGLISH: "English",
        Language.GERMAN: "Deutsch",
    },
)
FONT = Setting(
    "font",
    "",
    Section.LOOK,
    noop("Article &font"),
    noop("What articles are set in; the program's own font shows most scripts."),
    is_font=True,
)
ZOOM = Setting(
    "zoom",
    13.0,
    Section.LOOK,
    noop("Text &size"),
    noop("Size of the article's text."),
    low=8.0,
    high=40.0,
    unit=" pt",
)
ANNOTATOR = Setting(
    "annotator",
    "",
    Section.WORK,
    noop("&Who is working"),
    noop("Annotations are kept by this name."),
)
CHARACTERS = Setting(
    "characters",
    False,
    Section.WORK,
    noop("Let selections end &inside words"),
    noop("Otherwise they snap to whole tokens."),
)
SUGGEST = Setting(
    "suggest",
    True,
    Section.WORK,
    noop("Suggest &by itself when a project is opened"),
    noop("Otherwise only when it is asked for in the menu."),
)
BLIND = Setting(
    "blind",
    False,
    Section.WORK,
    noop("&Hide suggestions until an article is done"),
    noop("So that the first pass is not led by the pipeline."),
)
DAILY = Setting(
    "backups_daily",
    True,
    Section.BACKUPS,
    noop("&Back a project up once a day of use"),
    noop("Beside the project, and only if something has changed."),
)
KEPT = Setting(
    "backups_kept",
    10,
    Section.BACKUPS,
    noop("&Daily backups that are kept"),
    noop("The oldest above this number is let go when a new one is made."),
    low=1,
    high=100,
)
SETTINGS = (
    THEME,
    LANGUAGE,
    FONT,
    ZOOM,
    ANNOTATOR,
    CHARACTERS,
    SUGGEST,
    BLIND,
    DAILY,
    KEPT,
)
