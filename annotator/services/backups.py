"""Backups of a project: once a day of use, before large changes, and back again."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from annotator.domain.errors import EnvironmentFault, InputError
from annotator.domain.progress import Progress
from annotator.domain.wording import tr
from annotator.services.project import Project
from annotator.storage.replacing import (
    identity_of,
    put_in_place,
    refuse_if_open,
    set_aside,
)
from annotator.storage.shelf import DEFAULT_KEPT, TITLES, Kept, Why, backups_of

__all__ = [
    "Kept",
    "Restored",
    "back_up_daily",
    "back_up_first",
    "list_backups",
    "restore",
]

_PAUSE_S = 0.01

DAY = timedelta(hours=20)
"""Somebody who starts at nine and the next day at eight gets both days backed up."""

JUST_NOW = timedelta(hours=1)
"""How long changes in a row share the backup that was made before the first."""


@dataclass(frozen=True, slots=True)
class Restored:
    """What restoring did.

    Attributes:
        backup: What is the project now.
        before: Where the project as it was before is.
    """

    backup: Path
    before: Path | None


def back_up_daily(
    project: Project, progress: Progress | None = None, *, limit: int = DEFAULT_KEPT
) -> Path | None:
    """Back a project up if that was not done today and something has changed since.

    Raises:
        EnvironmentFault: The disk does not let it.
        CancelledError: Somebody asked for a stop.
    """
    newest = next(iter(project.store.backups()), None)
    if newest is not None:
        if datetime.now(UTC) - newest.moment < DAY:
            return None
        if _changed(project.path) < newest.moment:
            return None
    gentle = _Gentle(progress or Progress())
    return project.store.keep_backup(Why.DAILY, gentle, limit)


def back_up_first(project: Project, progress: Progress | None = None) -> Path | None:
    """Back a project up before much of it changes at once.

    Nobody needs one where nobody has worked yet, nor where the newest backup holds
    all that is there; and ten files imported one after the other share one, for all
    that came in since can come in again.

    Returns:
        The backup; None where none was needed.

    Raises:
        EnvironmentFault: The disk does not let it; whatever was to be changed must
            not be, and the sentence says that it was not.
        CancelledError: Somebody asked for a stop.
    """
    if not project.store.has_work():
        return None
    newest = next(iter(project.store.backups()), None)
    if newest is not None and _serves(newest, project):
        return None
    try:
        return project.store.keep_backup(Why.BULK, progress)
    except EnvironmentFault as error:
        raise EnvironmentFault(
            tr(
                "Nothing was changed, for the project could not be backed up first."
                " {error}",
                error=error,
            )
        ) from error


def _serves(newest: Kept, project: Project) -> bool:
    """Return whether a backup is as good as a new one."""
    if _changed(project.path) < newest.moment:
        return True
    is_recent = datetime.now(UTC) - newest.moment < JUST_NOW
    return is_recent and project.store.is_backed_up(newest)


class _Gentle(Progress):
    """Leaves the disk to others between two steps: nobody has asked for the backup."""

    def __init__(self, whole: Progress) -> None:
        super().__init__()
        self._whole = whole

    @property
    def cancelled(self) -> bool:
        """Whether somebody asked for a stop."""
        return self._whole.cancelled

    def step(self, done: int, total: int) -> None:
        """Report it, and wait a moment where there is more to do."""
        self._whole.step(done, total)
        if total and done < total:
            time.sleep(_PAUSE_S)


def list_backups(path: Path) -> list[Kept]:
    """Return a project's backups, the newest first, even of one that is damaged."""
    return backups_of(path)


def restore(path: Path, backup: Path, progress: Progress | None = None) -> Restored:
    """Put a backup in a project's place; what was there is kept.

    The project must not be open anywhere, in this process neither.

    Raises:
        InputError: The backup is no project, or of another one, or the project is
            open somewhere.
        NewerFileError: A newer program wrote the backup.
        EnvironmentFault: The disk does not let it.
        CancelledError: Somebody asked for a stop; nothing was changed.
    """
    progress = progress or Progress()
    if path.exists() and backup.exists() and path.samefile(backup):
        raise InputError(
            tr(
                "{backup} is the project itself; choose one of its backups.",
                backup=backup,
            )
        )
    _refuse_another(path, backup)
    before = None
    if path.exists():
        refuse_if_open(path)
        before = set_aside(path, progress)
    put_in_place(backup, path, progress)
    return Restored(backup, before)


def backup_line(kept: Kept) -> str:
    """Return what a list says of a backup."""
    moment = kept.moment.astimezone()
    return f"{moment:%Y-%m-%d %H:%M:%S}  {kept.size / 1e6:8.1f} MB  {why_title(kept)}"


def before_line(backup: Path) -> str:
    """Return what a report says of the backup made before a change."""
    return tr("The project as it was is in {backup}.", backup=backup)


def why_title(kept: Kept) -> str:
    """Return why a backup was made, as people call it."""
    return tr(TITLES[kept.why])


def _changed(path: Path) -> datetime:
    """Return when a project's file or its log was last written."""
    files = (path, path.with_name(f"{path.name}-wal"))
    moment = max(f.stat().st_mtime for f in files if f.exists())
    return datetime.fromtimestamp(moment, UTC)


def _refuse_another(path: Path, backup: Path) -> None:
    identity = identity_of(backup)
    try:
        mine = identity_of(path) if path.exists() else identity
    except InputError:  # it is damaged, which is why somebody restores it
        return
    if mine != identity:
        raise InputError(
            tr(
                "{backup} is a backup of another project; choose one of {name}.",
                backup=backup,
                name=path.name,
            )
        )
