"""How the window looks: theme, text size, what selections snap to, docks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QMainWindow

from annotator.ui.article.marks import Snap
from annotator.ui.article.view import ArticleView
from annotator.ui.theme import Theme, ThemeKeeper
from annotator.ui.window.preferences import DEFAULT_ZOOM, Preferences

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDockWidget


class Appearance(QObject):
    """Changes the look and remembers it.

    Signals:
        changed: Text size or snapping is another one now.
        settings_wanted: The settings are to be shown.
    """

    changed = Signal()
    settings_wanted = Signal()

    def __init__(
        self,
        window: QMainWindow,
        view: ArticleView,
        keeper: ThemeKeeper,
        preferences: Preferences,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._view = view
        self._keeper = keeper
        self._preferences = preferences
        self._documents: QDockWidget | None = None
        self._sides: Sequence[QDockWidget] = ()
        keeper.changed.connect(view.set_dark)
        view.set_dark(keeper.dark)
        self.set_font(preferences.font)
        view.set_zoom(preferences.zoom)
        view.zoom_changed.connect(self._on_zoom_changed)
        self._apply_snap()

    def set_docks(self, documents: QDockWidget, sides: Sequence[QDockWidget]) -> None:
        """Say which docks the actions show and hide."""
        self._documents = documents
        self._sides = sides

    def settings(self) -> None:
        """Show the settings."""
        self.settings_wanted.emit()

    def zoom_in(self) -> None:
        """Make the article's text larger."""
        self._view.zoom_in()

    def zoom_out(self) -> None:
        """Make the article's text smaller."""
        self._view.zoom_out()

    def zoom_reset(self) -> None:
        """Show the article in its usual size."""
        self._view.set_zoom(DEFAULT_ZOOM)

    def set_zoom(self, points: float) -> None:
        """Show the article's text in a size."""
        self._view.set_zoom(points)

    def set_font(self, family: str) -> None:
        """Set the article in a family of letters; "" for the program's own."""
        # Only what is set here is not the application's any more.
        self._view.setFont(QFont(family) if family else QFont())

    def set_characters(self, on: bool) -> None:  # noqa: FBT001 - a Qt slot
        """Let selections end inside words, or at whole tokens."""
        self._preferences.characters = on
        self._apply_snap()
        self.changed.emit()

    def _apply_snap(self) -> None:
        characters = self._preferences.characters
        self._view.set_snap(Snap.CHARACTER if characters else Snap.TOKEN)

    def show_documents(self, on: bool) -> None:  # noqa: FBT001 - a Qt slot
        """Show or hide the list of articles."""
        if self._documents is not None:
            self._documents.setVisible(on)

    def show_side(self, on: bool) -> None:  # noqa: FBT001 - a Qt slot
        """Show or hide the inspector and the list of annotations."""
        for dock in self._sides:
            dock.setVisible(on)

    def set_theme(self, theme: Theme) -> None:
        """Use a theme and remember it."""
        self._preferences.theme = theme
        self._keeper.choose(theme)

    def toggle_theme(self) -> None:
        """Change between light and dark."""
        self.set_theme(Theme.LIGHT if self._keeper.dark else Theme.DARK)

    def toggle_full_screen(self) -> None:
        """Use the whole screen, or go back to a window."""
        if self._window.isFullScreen():
            self._window.showNormal()
        else:
            self._window.showFullScreen()

    def _on_zoom_changed(self, points: float) -> None:
        self._preferences.zoom = points
        self.changed.emit()
