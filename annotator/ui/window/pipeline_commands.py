"""Taking suggestions from another pipeline; from a folder, once it is allowed."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from annotator.domain.errors import AnnotatorError
from annotator.domain.progress import Progress
from annotator.domain.wording import tr
from annotator.ui.dialogs.trust import TrustDialog
from annotator.ui.errors import present
from annotator.ui.tasks import run_task

if TYPE_CHECKING:
    from annotator.services.trusting import PipelineFolder
    from annotator.ui.window.main_window import MainWindow


class PipelineCommands(QObject):
    """Chooses the project's pipeline.

    Signals:
        changed: Suggestions come from another pipeline, or may come at last.
    """

    changed = Signal()

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def choose_folder(self) -> None:
        """Ask for the folder of a pipeline."""
        dialog = QFileDialog(self._window, tr("Use the pipeline in a folder"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self.take)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def take(self, name: str) -> None:
        """Use an installed pipeline, or that of a folder once it is allowed."""
        from annotator.services.trusting import is_folder_name, meant

        source = meant(name)
        if not is_folder_name(source):
            self._set(source)
            return
        call = partial(_look_in, Path(source))
        run_task(self._window, tr("Looking at the pipeline"), call, self._on_described)

    def _on_described(self, folder: PipelineFolder) -> None:
        from annotator.services.trusting import is_allowed

        if is_allowed(folder):
            self._set(str(folder.path))
        else:
            self.ask(folder)

    def ask(self, folder: PipelineFolder) -> None:
        """Ask whether a pipeline that is not installed may be run."""
        dialog = TrustDialog(folder, self._window)
        dialog.allowed.connect(partial(self._allow, folder))
        dialog.open()

    def _allow(self, folder: PipelineFolder, pickles: bool) -> None:  # noqa: FBT001
        from annotator.services.trusting import allow

        try:
            allow(folder, pickles=pickles)
        except AnnotatorError as error:
            present(self._window, error)
            return
        self._set(str(folder.path))

    def _set(self, name: str) -> None:
        from annotator.services.choices import set_pipeline

        project = self._window.project.project
        if project is None:
            return
        try:
            set_pipeline(project, name)
        except AnnotatorError as error:
            present(self._window, error)
            return
        self.changed.emit()


def _look_in(path: Path, progress: Progress) -> PipelineFolder:
    from annotator.services.trusting import look_in

    return look_in(path, progress)
