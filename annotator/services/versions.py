"""The versions of what the program is made of, for a report of a fault."""

from __future__ import annotations

import platform
from importlib.metadata import PackageNotFoundError, version

from annotator.domain.wording import noop
from annotator.storage.database import SQLITE_VERSION
from annotator.storage.migrate import VERSION

__all__ = ["installed", "versions"]


def installed(package: str) -> str:
    """Return a package's version without importing it; "–" if it is not there."""
    try:
        return version(package)
    except PackageNotFoundError:
        return "–"


def versions(pipeline: str = "") -> list[tuple[str, str]]:
    """Return names and versions.

    Args:
        pipeline: That of the open project; "" for none. One that is no package is
            named without a version.
    """
    found = [
        ("Python", platform.python_version()),
        ("spaCy", installed("spacy")),
        ("SQLite", SQLITE_VERSION),
        (noop("Project file"), str(VERSION)),
        (noop("System"), platform.platform()),
    ]
    if pipeline:
        made = installed(pipeline)
        found.insert(
            2, (noop("Pipeline"), pipeline if made == "–" else f"{pipeline} {made}")
        )
    return found
