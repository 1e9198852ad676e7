"""What the window remembers between starts, apart from any project."""

from __future__ import annotations

import json
from collections.abc import Mapping

from PySide6.QtCore import QByteArray, QSettings

from annotator.domain.wording import tr
from annotator.ui import settings_model as model
from annotator.ui.settings_model import Setting, Value
from annotator.ui.theme import Theme
from annotator.ui.translation import Language

Keys = dict[str, tuple[str, ...]]

ZOOM_RANGE = (model.ZOOM.low, model.ZOOM.high)
DEFAULT_ZOOM = float(model.ZOOM.default)


class Preferences:
    """Typed settings in one small file of the user's.

    A value that is missing is its default; one that makes no sense as well, and
    ``problems`` says so. A file of a newer version is read as far as it is known.
    """

    def __init__(self, settings: QSettings | None = None) -> None:
        self._settings = settings or _user_settings()
        self.problems: list[str] = []
        if self._settings.allKeys():
            for setting in model.SETTINGS:
                self._check(setting)
        self._settings.setValue("version", model.VERSION)

    def _check(self, setting: Setting) -> None:
        stored = self._settings.value(setting.name)
        if stored is None:
            return
        value, sensible = setting.read(stored)
        if not sensible:
            title = tr(setting.title).replace("&", "")
            self.problems.append(
                tr(
                    "The setting “{title}” made no sense ({stored}); "
                    "it is {value} now.",
                    title=title,
                    stored=str(stored)[:40],
                    value=str(value) or "–",
                )
            )

    def get(self, setting: Setting) -> Value:
        """Return what is set."""
        stored = self._settings.value(setting.name)
        return setting.default if stored is None else setting.read(stored)[0]

    def set(self, setting: Setting, value: Value) -> None:
        """Remember what is set."""
        plain = value.value if isinstance(value, Theme | Language) else value
        self._settings.setValue(setting.name, plain)

    @property
    def theme(self) -> Theme:
        """Light, dark, or as the system has it."""
        return Theme(str(self.get(model.THEME)))

    @theme.setter
    def theme(self, theme: Theme) -> None:
        self.set(model.THEME, theme)

    @property
    def language(self) -> Language:
        """What texts are in."""
        return Language(str(self.get(model.LANGUAGE)))

    @property
    def font(self) -> str:
        """The family that articles are set in; "" for the program's own."""
        return str(self.get(model.FONT))

    @property
    def zoom(self) -> float:
        """Size of the article's text in points."""
        return float(self.get(model.ZOOM))

    @zoom.setter
    def zoom(self, points: float) -> None:
        self.set(model.ZOOM, points)

    @property
    def characters(self) -> bool:
        """Whether selections may end inside words."""
        return bool(self.get(model.CHARACTERS))

    @characters.setter
    def characters(self, on: bool) -> None:
        self.set(model.CHARACTERS, on)

    @property
    def annotator(self) -> str:
        """Who is working; "" until somebody says."""
        return str(self.get(model.ANNOTATOR))

    @annotator.setter
    def annotator(self, name: str) -> None:
        self.set(model.ANNOTATOR, name)

    @property
    def suggest(self) -> bool:
        """Whether the pipeline starts by itself when a project is opened."""
        return bool(self.get(model.SUGGEST))

    @suggest.setter
    def suggest(self, on: bool) -> None:
        self.set(model.SUGGEST, on)

    @property
    def blind(self) -> bool:
        """Whether suggestions are hidden until an article is done."""
        return bool(self.get(model.BLIND))

    @property
    def backups(self) -> int:
        """How many daily backups are kept; 0 where none are to be made."""
        return int(self.get(model.KEPT)) if self.get(model.DAILY) else 0

    @property
    def keys(self) -> Keys:
        """The keys of the actions whose keys were changed; () for none at all."""
        try:
            stored = json.loads(str(self._settings.value("keys", "{}")))
        except ValueError:
            return {}
        if not isinstance(stored, dict):
            return {}
        return {
            str(name): tuple(map(str, keys))
            for name, keys in stored.items()
            if isinstance(keys, list)
        }

    @keys.setter
    def keys(self, keys: Mapping[str, tuple[str, ...]]) -> None:
        self._settings.setValue("keys", json.dumps({n: [*k] for n, k in keys.items()}))

    @property
    def folder(self) -> str:
        """Where the last file dialog was; "" at first."""
        stored = self._settings.value("folder", "")
        return stored if isinstance(stored, str) else ""

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


def _user_settings() -> QSettings:
    from platformdirs import user_config_path

    folder = user_config_path("annotator", appauthor=False)
    return QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)
