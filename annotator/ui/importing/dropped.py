"""What is dragged onto the window: files, folders, and links out of a browser."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData

Place = Path | str
"""A file or folder; text is a web address."""


def places_in(data: QMimeData) -> list[Place]:
    """Return the files, folders and web addresses that are dragged."""
    places: list[Place] = []
    for url in data.urls():
        if url.isLocalFile():
            places.append(Path(url.toLocalFile()))
        elif url.scheme() in {"http", "https"}:
            places.append(url.toString())
    return places
