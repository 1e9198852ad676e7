"""Languages by their codes (ISO 639-1) and their names."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache

from annotator.domain.resources import resource
from annotator.domain.wording import noop, tr

UNKNOWN = noop("unknown")
"""What people call the language that nobody knows; within a sentence."""

_TAG = re.compile(r"([a-z]{2})(?:[-_][a-z0-9]+)*", re.I)


@cache
def languages() -> Mapping[str, str]:
    """Return the code of every language with its name, in English."""
    text = resource("languages.toml").read_text(encoding="utf-8")
    names: Mapping[str, str] = tomllib.loads(text)["names"]
    return names


def language_name(code: str) -> str:
    """Return what people call a language; ``unknown`` for ""."""
    return tr(languages().get(code, code) or UNKNOWN)


def language_code(given: str) -> str:
    """Return the code that a tag or a name stands for, "" where there is none.

    ``en``, ``en-GB``, ``EN_us`` and ``English`` all are ``en``, and so is what
    English is called in the language in use.
    """
    given = given.strip()
    tag = _TAG.fullmatch(given)
    if tag is not None and tag.group(1).lower() in languages():
        return tag.group(1).lower()
    wanted = given.casefold()
    for code, name in languages().items():
        if wanted in (name.casefold(), tr(name).casefold()):
            return code
    return ""
