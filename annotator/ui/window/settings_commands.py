"""The settings dialog and what follows from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from annotator.domain.errors import AnnotatorError
from annotator.ui import settings_model as model
from annotator.ui.errors import present
from annotator.ui.settings_model import SETTINGS
from annotator.ui.theme import Theme
from annotator.ui.translation import use_language
from annotator.ui.window.appearance import Appearance
from annotator.ui.window.pipeline_commands import PipelineCommands
from annotator.ui.window.preferences import Preferences

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
        language_changed: Texts are in another language from now on.
    """

    annotator_changed = Signal()
    pipeline_changed = Signal()
    language_changed = Signal()

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
        scores = self._window.parts.panels.scores
        settings = Settings(
            {setting.name: kept.get(setting) for setting in SETTINGS},
            pipeline_of(project) if project is not None else "",
            scores.limits() if project is not None else {},
            kept.keys,
        )
        keys = self._window.actions_.keys
        dialog = SettingsDialog(settings, installed_pipelines(), keys, self._window)
        dialog.chosen.connect(self.apply)
        dialog.open()

    def apply(self, settings: Settings) -> None:
        """Put settings into force."""
        kept, window = self._preferences, self._window
        before = {setting.name: kept.get(setting) for setting in SETTINGS}
        for setting in SETTINGS:
            kept.set(setting, settings.values[setting.name])
        changed = {n for n, v in settings.values.items() if v != before[n]}
        self._appearance.set_theme(Theme(str(settings.values["theme"])))
        self._appearance.set_font(kept.font)
        self._appearance.set_zoom(kept.zoom)
        window.actions_["snap"].setChecked(kept.characters)
        kept.keys = dict(settings.keys)
        window.actions_.set_bindings(kept.keys)
        window.review.set_blind(kept.blind)
        if settings.limits and settings.limits != window.parts.panels.scores.limits():
            window.parts.panels.scores.choose_limits(settings.limits)
        restarted = self._set_pipeline(settings.pipeline)
        if model.ANNOTATOR.name in changed:
            self.annotator_changed.emit()
        elif restarted or model.SUGGEST.name in changed:
            self.pipeline_changed.emit()
        if use_language(kept.language):
            self.language_changed.emit()

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
