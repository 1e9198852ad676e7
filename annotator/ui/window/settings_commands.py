"""The settings dialog and what follows from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from annotator.domain.errors import AnnotatorError
from annotator.ui.errors import present
from annotator.ui.window.appearance import Appearance
from annotator.ui.window.pipeline_commands import PipelineCommands
from annotator.ui.window.preferences import ZOOM_RANGE, Preferences

if TYPE_CHECKING:
    from annotator.ui.dialogs.settings import Settings
    from annotator.ui.window.main_window import MainWindow


class SettingsCommands(QObject):
    """Shows the settings and puts what was chosen into force.

    Attributes:
        pipeline: Chooses the project's pipeline.

    Signals:
        annotator_changed: Somebody else is working now.
        pipeline_changed: Suggestions come from elsewhere, or at other times.
    """

    annotator_changed = Signal()
    pipeline_changed = Signal()

    def __init__(
        self, window: MainWindow, preferences: Preferences, appearance: Appearance
    ) -> None:
        super().__init__(window)
        self._window = window
        self._preferences = preferences
        self._appearance = appearance
        self.pipeline = PipelineCommands(window)
        self.pipeline.changed.connect(self.pipeline_changed)

    def open(self) -> None:
        """Show the settings."""
        from annotator.services.choices import installed_pipelines, pipeline_of
        from annotator.ui.dialogs.settings import Settings, SettingsDialog

        kept, project = self._preferences, self._window.project.project
        settings = Settings(
            kept.theme,
            kept.zoom,
            kept.characters,
            kept.annotator,
            pipeline_of(project) if project is not None else "",
            kept.suggest,
        )
        dialog = SettingsDialog(
            settings, installed_pipelines(), ZOOM_RANGE, self._window
        )
        dialog.chosen.connect(self.apply)
        dialog.open()

    def apply(self, settings: Settings) -> None:
        """Put settings into force."""
        kept = self._preferences
        self._appearance.set_theme(settings.theme)
        self._appearance.set_zoom(settings.zoom)
        self._window.actions_["snap"].setChecked(settings.characters)
        renamed = settings.annotator != kept.annotator
        restarted = settings.suggest != kept.suggest
        kept.annotator, kept.suggest = settings.annotator, settings.suggest
        restarted = self._set_pipeline(settings.pipeline) or restarted
        if renamed:
            self.annotator_changed.emit()
        elif restarted:
            self.pipeline_changed.emit()

    def _set_pipeline(self, name: str) -> bool:
        """Use another pipeline; return whether it is another one already.

        That of a folder may have to be asked about first.
        """
        from annotator.services.choices import pipeline_of, set_pipeline
        from annotator.services.trusting import is_folder_name

        project = self._window.project.project
        if project is None or not name or name == pipeline_of(project):
            return False
        if is_folder_name(name):
            self.pipeline.take(name)
            return False
        try:
            set_pipeline(project, name)
        except AnnotatorError as error:
            present(self._window, error)
            return False
        return True
