"""What the window remembers between starts, apart from any project."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QByteArray, QSettings

from annotator.ui.theme import Theme

T = TypeVar("T", str, float, bool)

ZOOM_RANGE = (8.0, 40.0)
DEFAULT_ZOOM = 13.0


class Preferences:
    """Typed settings in one small file of the user's.

    A value that is missing, or is not of its type, is its default.
    """

    def __init__(self, settings: QSettings | None = None) -> None:
        self._settings = settings or _user_settings()

    @property
    def theme(self) -> Theme:
        """Light, dark, or as the system has it."""
        try:
            return Theme(self._value("theme", Theme.SYSTEM.value))
        except ValueError:
            return Theme.SYSTEM

    @theme.setter
    def theme(self, theme: Theme) -> None:
        self._settings.setValue("theme", theme.value)

    @property
    def zoom(self) -> float:
        """Size of the article's text in points."""
        low, high = ZOOM_RANGE
        return min(max(self._value("zoom", DEFAULT_ZOOM), low), high)

    @zoom.setter
    def zoom(self, points: float) -> None:
        self._settings.setValue("zoom", points)

    @property
    def characters(self) -> bool:
        """Whether selections may end inside words."""
        return self._value("characters", default=False)

    @characters.setter
    def characters(self, on: bool) -> None:
        self._settings.setValue("characters", on)

    @property
    def annotator(self) -> str:
        """Who is working; "" until somebody says."""
        return self._value("annotator", "")

    @annotator.setter
    def annotator(self, name: str) -> None:
        self._settings.setValue("annotator", name)

    @property
    def suggest(self) -> bool:
        """Whether the pipeline starts by itself when a project is opened."""
        return self._value("suggest", default=True)

    @suggest.setter
    def suggest(self, on: bool) -> None:
        self._settings.setValue("suggest", on)

    @property
    def folder(self) -> str:
        """Where the last file dialog was; "" at first."""
        return self._value("folder", "")

    @folder.setter
    def folder(self, path: str) -> None:
        self._settings.setValue("folder", path)

    def state(self, name: str) -> QByteArray:
        """Return a remembered window state; empty if there is none."""
        value = self._settings.value(f"window/{name}")
        return value if isinstance(value, QByteArray) else QByteArray()

    def set_state(self, name: str, state: QByteArray) -> None:
        """Remember a window state."""
        self._settings.setValue(f"window/{name}", state)

    @property
    def file(self) -> str:
        """Where all this is kept."""
        return self._settings.fileName()

    def _value(self, name: str, default: T) -> T:
        value = self._settings.value(name, default, type(default))
        return value if isinstance(value, type(default)) else default


def _user_settings() -> QSettings:
    from platformdirs import user_config_path

    folder = user_config_path("annotator", appauthor=False)
    return QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)
