"""Handing out and merging from the window, in the background."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from annotator.domain.errors import InputError
from annotator.domain.progress import Progress
from annotator.domain.wording import tr
from annotator.ui.errors import present
from annotator.ui.tasks import run_task, writing_pool
from annotator.ui.welcome import SUFFIX
from annotator.ui.window.project_commands import NAME_FILTER

if TYPE_CHECKING:
    from annotator.services.handing_out import HandoutOutcome
    from annotator.services.merging import FileReport
    from annotator.services.project import Project
    from annotator.ui.window.main_window import MainWindow


class ExchangeCommands(QObject):
    """Writes files for annotators and takes them back; for the lead of a project."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def _led(self) -> Project | None:
        """Return the project, if whoever is working may hand out and merge."""
        project, person = self._window.project.project, self._window.project.annotator
        if project is None or person is None:
            return None
        if not person.lead or project.handout_for() is not None:
            self._say(tr("Handing out and merging is done in the lead’s project."))
            return None
        return project

    def _say(self, sentence: str) -> None:
        self._window.parts.status.show_hint(sentence)

    def _above(self) -> QWidget:
        """Return the window of people while it is open, for it was asked from there."""
        people = self._window.people.shown
        shown = people is not None and people.isVisible()
        return people if people is not None and shown else self._window

    # -- handing out -------------------------------------------------------

    def hand_out(self) -> None:
        """Ask for annotators and a folder, then write a file for each."""
        project = self._led()
        if project is None:
            return
        from annotator.services.handing_out import handout_paths
        from annotator.services.people import assigned_numbers
        from annotator.ui.people.handing_out import HandOutDialog

        loads, above = assigned_numbers(project), self._above()
        if not loads:
            error = InputError(
                tr("There is nobody to hand out to; add annotators first.")
            )
            present(above, error)
            return
        paths = partial(handout_paths, project)
        dialog = HandOutDialog(loads, project.path.parent, paths, above)
        dialog.chosen.connect(self.run_hand_out)
        dialog.open()

    def run_hand_out(self, names: Sequence[str], folder: Path, force: bool) -> None:  # noqa: FBT001 - a slot
        """Write the files with progress; on cancel, those that are written stay."""
        project = self._led()
        if project is None:
            return
        outcomes: list[HandoutOutcome] = []
        call = partial(_hand_out, project.path, names, folder, force, outcomes)
        shown = partial(self._show_handed_out, outcomes)
        task = run_task(self._above(), tr("Handing out"), call, shown)
        task.cancelled.connect(partial(shown, None, stopped=True))

    def _show_handed_out(
        self, outcomes: list[HandoutOutcome], _value: object, *, stopped: bool = False
    ) -> None:
        from annotator.ui.dialogs.report import ReportDialog
        from annotator.ui.people.handing_out import handed_out

        ReportDialog(handed_out(outcomes, stopped=stopped), self._above()).open()

    # -- merging -----------------------------------------------------------

    def merge(self) -> None:
        """Ask for files and merge them."""
        project = self._led()
        if project is None:
            return
        folder = str(project.path.parent)
        dialog = QFileDialog(self._above(), tr("Merge"), folder, tr(NAME_FILTER))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(self._merge_names)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _merge_names(self, names: Sequence[str]) -> None:
        self.run_merge([Path(name) for name in names])

    def offer_merge(self, paths: Sequence[Path]) -> None:
        """Ask whether files that were dropped are to be merged."""
        project = self._led()
        if project is None:
            return
        from annotator.ui.people.merging import MergeDialog

        dialog = MergeDialog(paths, project.path.stem, self._above())
        dialog.chosen.connect(self.run_merge)
        dialog.open()

    def run_merge(self, paths: Sequence[Path]) -> None:
        """Merge with progress; on cancel, the files before stay merged."""
        project = self._led()
        if project is None:
            return
        reports: list[FileReport] = []
        call = partial(_merge, project.path, list(paths), reports)
        shown = partial(self._show_merged, reports)
        task = run_task(self._above(), tr("Merging"), call, shown, pool=writing_pool())
        task.cancelled.connect(partial(shown, None, stopped=True))
        task.failed.connect(partial(self._refresh, reports))

    def _show_merged(
        self, reports: list[FileReport], _value: object, *, stopped: bool = False
    ) -> None:
        from annotator.ui.dialogs.report import ReportDialog
        from annotator.ui.people.merging import merged

        self._refresh(reports)
        ReportDialog(merged(reports, stopped=stopped), self._above()).open()

    def _refresh(self, reports: list[FileReport], _error: object = None) -> None:
        """Let every view show what came in."""
        came = [r for r in reports if r.merged is not None and r.merged.is_something]
        if came:
            self._window.project.tell_imported(came)

    # -- files that are dropped --------------------------------------------

    def take_files(self, places: Sequence[Path | str]) -> None:
        """Merge project files, and import everything else, web addresses too."""
        paths = [place for place in places if isinstance(place, Path)]
        files = [path for path in paths if path.suffix.lower() == SUFFIX]
        others = [place for place in places if place not in files]
        if files:
            self.offer_merge(files)
        if others:
            self._window.project.offer_import(others)


def _hand_out(
    project_path: Path,
    names: Sequence[str],
    folder: Path,
    force: bool,  # noqa: FBT001
    outcomes: list[HandoutOutcome],
    progress: Progress,
) -> list[HandoutOutcome]:
    from annotator.services.handing_out import hand_out_all
    from annotator.services.project import Project

    with Project.open(project_path) as project:
        return hand_out_all(
            project, names, folder, force=force, progress=progress, outcomes=outcomes
        )


def _merge(
    project_path: Path,
    paths: Sequence[Path],
    reports: list[FileReport],
    progress: Progress,
) -> list[FileReport]:
    from annotator.services.merging import merge_files
    from annotator.services.project import Project

    with Project.open(project_path) as project:
        return merge_files(project, paths, progress, reports=reports)
