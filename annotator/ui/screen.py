"""Windows that are no larger than the screen they open on."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

TITLE_BAR = 40
"""Pixels that a window's frame may take at the top; it is not known before it shows."""


def fit_to_screen(window: QWidget) -> None:
    """Make a window smaller where the screen, without its panels, is."""
    room = window.screen().availableSize() - QSize(0, TITLE_BAR)
    window.resize(window.size().boundedTo(room))
