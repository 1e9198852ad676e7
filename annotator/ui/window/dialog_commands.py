"""Sheets and dialogs that belong to no project: commands, keys, about, and the like."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from annotator.domain.wording import tr
from annotator.ui.actions import plain
from annotator.ui.shortcuts import KeySheet
from annotator.ui.window.command_palette import CommandPalette
from annotator.ui.window.preferences import Preferences

if TYPE_CHECKING:
    from annotator.ui.window.main_window import MainWindow


class DialogCommands(QObject):
    """Opens what the window shows for a moment."""

    def __init__(self, window: MainWindow, preferences: Preferences) -> None:
        super().__init__(window)
        self._window = window
        self._preferences = preferences

    def show_commands(self) -> None:
        """Open the command palette."""
        window = self._window
        found = [(plain(tr(entry.menu.value)), made) for entry, made in window.actions_]
        found += [(tr("Mark"), made) for made in window.actions_.schema_actions()]
        palette = CommandPalette(found, window)
        corner = window.rect().center() - palette.rect().center()
        corner.setY(window.height() // 6)
        palette.move(window.mapToGlobal(corner))
        palette.open()
        palette.field.setFocus()

    def show_keys(self) -> None:
        """Open the key sheet."""
        actions = self._window.actions_
        KeySheet(actions.keys, self._window, actions.bindings).open()

    def show_guide(self) -> None:
        """Open the guide beside the window."""
        from annotator.ui.dialogs.help import HelpDialog

        HelpDialog(self._window).show()

    def show_about(self) -> None:
        """Say what the program is."""
        from annotator.services.choices import pipeline_of
        from annotator.ui.dialogs.about import AboutDialog

        project = self._window.project.project
        path = str(project.path) if project is not None else ""
        pipeline = pipeline_of(project) if project is not None else ""
        AboutDialog(self._preferences.file, path, pipeline, self._window).open()

    def accept_many(self) -> None:
        """Ask which suggestions to accept at once."""
        article = self._window.article
        if article.document is None:
            return
        from annotator.ui.dialogs.accept_many import AcceptManyDialog

        pending = self._window.review.shown_suggestions()
        dialog = AcceptManyDialog(article.schema, pending, self._window)
        dialog.chosen.connect(self._window.review.accept_chosen)
        dialog.open()

    def edit_note(self) -> None:
        """Go to the note of the selected annotation."""
        self._window.parts.inspector_dock.show()
        self._window.parts.panels.inspector.focus_note()
