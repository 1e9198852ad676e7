"""How this program got onto the machine, as far as advice depends on it."""

from __future__ import annotations

import sys


def is_bundled() -> bool:
    """Return whether this is the program that runs without Python, as a whole."""
    return bool(getattr(sys, "frozen", False))


def can_install() -> bool:
    """Return whether a package can be installed beside this one.

    Into the bundle, of which the Debian package is made too, none can.
    """
    return not is_bundled()
