"""Where the files shipped with the program are."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


@cache
def _root() -> Path:
    """Return the resources: inside an installed package, beside it in a checkout."""
    installed = _PACKAGE / "_resources"
    return installed if installed.is_dir() else _PACKAGE.parent / "resources"


def resource(*names: str) -> Path:
    """Return the path of a shipped file or folder: ``"schemas", "news.toml"``."""
    return _root().joinpath(*names)
