"""Finds out, before Qt does it the hard way, whether a window can be shown here.

Qt ends the process with a core dump where a library of its platform plugin or
the display itself is missing; this says in a sentence what to do instead.
Nothing here imports Qt.
"""

from __future__ import annotations

import ctypes
import importlib.util
import os
import sys
from collections.abc import Mapping
from pathlib import Path

from annotator.domain.errors import EnvironmentFault

PACKAGES = {
    "Debian, Ubuntu": (
        "apt install libegl1 libgl1 libxkbcommon0 libdbus-1-3 libfontconfig1 "
        "libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 "
        "libxcb-render-util0 libxcb-shape0 libxcb-xkb1 libxkbcommon-x11-0"
    ),
    "Fedora": (
        "dnf install mesa-libEGL mesa-libGL libxkbcommon dbus-libs fontconfig "
        "xcb-util-cursor xcb-util-wm xcb-util-image xcb-util-keysyms "
        "xcb-util-renderutil libxkbcommon-x11"
    ),
    "Arch": (
        "pacman -S libglvnd libxkbcommon dbus fontconfig xcb-util-cursor "
        "xcb-util-wm xcb-util-image xcb-util-keysyms xcb-util-renderutil "
        "libxkbcommon-x11"
    ),
}


def missing_library(reason: object) -> EnvironmentFault:
    """Return the error that names the packages to install."""
    lines = "\n".join(f"  {system}: {line}" for system, line in PACKAGES.items())
    return EnvironmentFault(
        f"Qt lacks a library of the system ({reason}). Install as root:\n{lines}"
    )


def platform_name(environment: Mapping[str, str]) -> str:
    """Return the platform plugin that Qt will choose on Linux; "" for none."""
    asked = environment.get("QT_QPA_PLATFORM", "").partition(";")[0]
    if asked:
        return asked.partition(":")[0]
    if environment.get("WAYLAND_DISPLAY"):
        return "wayland"
    return "xcb" if environment.get("DISPLAY") else ""


def require_display() -> None:
    """Make sure that Qt can open a window.

    Raises:
        EnvironmentFault: There is no display, or a library is missing.
    """
    if not sys.platform.startswith("linux"):
        return
    platform = platform_name(os.environ)
    if not platform:
        raise EnvironmentFault(
            "There is no screen to open a window on: neither DISPLAY nor "
            "WAYLAND_DISPLAY is set. The other commands work without one."
        )
    if platform == "xcb":
        _require_xcb()


def _require_xcb() -> None:
    plugin = _plugins() / "platforms" / "libqxcb.so"
    if plugin.is_file():
        try:
            ctypes.CDLL(str(plugin))
        except OSError as error:
            raise missing_library(error) from error
    if not _display_answers():
        raise EnvironmentFault(
            f"The display {os.environ.get('DISPLAY', '')} does not answer; "
            "check DISPLAY, or allow this user to use it."
        )


def _plugins() -> Path:
    found = importlib.util.find_spec("PySide6")
    places = found.submodule_search_locations if found else None
    return Path(places[0] if places else "") / "Qt" / "plugins"


def _display_answers() -> bool:
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError as error:
        raise missing_library(error) from error
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connection_has_error.argtypes = [ctypes.c_void_p]
    xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(None, None)
    answers = not xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return answers
