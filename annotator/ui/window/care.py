"""Taking care of a project: checking, backing up, going back, saving what is left."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from annotator.domain.errors import AnnotatorError
from annotator.domain.progress import Progress
from annotator.domain.records import Problem
from annotator.domain.wording import tr
from annotator.ui.dialogs.report import Outcome, ReportDialog, check_outcome
from annotator.ui.errors import NoticeDialog, present
from annotator.ui.tasks import Task, run_task, working_pool
from annotator.ui.window.preferences import Preferences
from annotator.ui.window.project_commands import NAME_FILTER

if TYPE_CHECKING:
    from annotator.services.backups import Kept, Restored
    from annotator.services.project import Project
    from annotator.services.repairing import Salvage
    from annotator.ui.window.main_window import MainWindow


class CareCommands(QObject):
    """What keeps a project safe, in the background and with progress."""

    def __init__(self, window: MainWindow, preferences: Preferences) -> None:
        super().__init__(window)
        self._window = window
        self._preferences = preferences
        self._warned: set[Path] = set()
        window.project.opened.connect(self._on_opened)
        window.project.damaged.connect(self.offer_help)

    @property
    def _project(self) -> Project | None:
        return self._window.project.project

    # -- once a day --------------------------------------------------------

    def _on_opened(self, project: Project | None) -> None:
        if project is not None:
            self._warn_of_share(project.path)
            kept = self._preferences.backups
            if kept:
                task = Task(partial(_back_up_daily, project.path, kept), self)
                task.failed.connect(self._not_backed_up)
                task.start(working_pool())

    def _warn_of_share(self, path: Path) -> None:
        """Say once what may happen to a project on a network drive."""
        from annotator.services.sharing import share_warning

        warning = share_warning(path)
        if warning and path not in self._warned:
            self._warned.add(path)
            title = tr("This project is on a network drive")
            NoticeDialog(self._window, title, warning).open()

    def _not_backed_up(self, error: Exception) -> None:
        self._window.parts.status.show_hint(
            tr("No backup was made today: {error}", error=error)
        )

    # -- check -------------------------------------------------------------

    def check(self) -> None:
        """Check the project with progress."""
        if self._project is not None:
            call = partial(_check, self._project.path)
            run_task(self._window, tr("Checking"), call, self._on_checked)

    def _on_checked(self, problems: list[Problem]) -> None:
        ReportDialog(check_outcome(problems), self._window).open()

    # -- back up and go back -----------------------------------------------

    def backup(self) -> None:
        """Ask where to copy the project to."""
        project = self._project
        if project is None:
            return
        from annotator.services.project import backup_path

        proposed = str(backup_path(project.path))
        dialog = QFileDialog(self._window, tr("Back up"), proposed, tr(NAME_FILTER))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(proposed)
        dialog.fileSelected.connect(self.run_backup)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def run_backup(self, name: str) -> None:
        """Copy the project while it stays open."""
        if self._project is None:
            return
        if not self._project.path.exists():
            self._save_what_is_open(self._project, Path(name))
        else:
            call = partial(_backup, self._project.path, Path(name))
            run_task(self._window, tr("Backing up"), call, self._on_backed_up)

    def _save_what_is_open(self, project: Project, target: Path) -> None:
        """Copy a project whose file is gone, by the connection that still has it.

        That is the window's own, so that nothing can go on meanwhile.
        """
        try:
            project.backup(target)
        except AnnotatorError as error:
            present(self._window, error)
            return
        self._on_backed_up(target)

    def _on_backed_up(self, target: Path) -> None:
        notes = (str(target), tr("It was read through after it was written."))
        outcome = Outcome(tr("Back up"), tr("Backed up"), (), notes=notes)
        ReportDialog(outcome, self._window).open()

    def restore(self) -> None:
        """Ask for a backup to go back to."""
        if self._project is not None:
            self._ask(self._project.path, "")

    def offer_help(self, path: Path, trouble: str) -> None:
        """Offer what can be done for a project that cannot be opened."""
        self._ask(path, trouble)

    def _ask(self, path: Path, trouble: str) -> None:
        from annotator.services.backups import list_backups
        from annotator.ui.dialogs.restore import RestoreDialog

        backups: Sequence[Kept] = list_backups(path)
        dialog = RestoreDialog(backups, self._window, trouble=trouble)
        dialog.chosen.connect(partial(self.run_restore, path))
        dialog.repair_wanted.connect(partial(self.run_repair, path))
        dialog.open()

    def run_restore(self, path: Path, backup: Path) -> None:
        """Go back to a backup: the project closes, and opens as it was then."""
        if self._project is not None:
            self._window.project.close()
        call = partial(_restore, path, backup)
        run_task(
            self._window,
            tr("Going back"),
            call,
            partial(self._on_restored, path),
            on_failed=partial(self._not_restored, path),
        )

    def _not_restored(self, path: Path, error: Exception) -> None:
        if path.exists():
            self._window.project.open_path(path)
        present(self._window, error)

    def _on_restored(self, path: Path, done: Restored) -> None:
        self._window.project.open_path(path)
        kept = (
            tr("As it was before it is kept in {before}.", before=done.before)
            if done.before
            else ""
        )
        self._window.parts.status.show_hint(kept)

    # -- save what is left -------------------------------------------------

    def run_repair(self, path: Path) -> None:
        """Write what can be read of a damaged project into a new file."""
        call = partial(_repair, path)
        run_task(self._window, tr("Saving what can be read"), call, self._on_repaired)

    def _on_repaired(self, outcome: tuple[Path, Salvage]) -> None:
        from annotator.services.repairing import repair_lines

        target, saved = outcome
        headline, *notes = repair_lines(target, saved)
        shown = Outcome(
            tr("Save what can be read"),
            headline,
            (),
            tuple(saved.lost),
            tr("Lost"),
            tuple(notes),
        )
        ReportDialog(shown, self._window).open()
        self._window.project.open_path(target)


def _back_up_daily(path: Path, kept: int, progress: Progress) -> Path | None:
    from annotator.services.backups import back_up_daily
    from annotator.services.project import Project

    with Project.open(path) as project:
        return back_up_daily(project, progress, limit=kept)


def _check(path: Path, progress: Progress) -> list[Problem]:
    from annotator.services.project import Project

    with Project.open(path) as project:
        return project.check(progress)


def _backup(path: Path, target: Path, progress: Progress) -> Path:
    from annotator.services.project import Project

    with Project.open(path) as project:
        project.backup(target, progress)
    return target


def _restore(path: Path, backup: Path, progress: Progress) -> Restored:
    from annotator.services.backups import restore

    return restore(path, backup, progress)


def _repair(path: Path, progress: Progress) -> tuple[Path, Salvage]:
    from annotator.services.repairing import repair

    return repair(path, None, progress)
