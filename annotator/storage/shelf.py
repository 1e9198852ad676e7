"""Where the backups of projects are kept, and how many.

They lie in the user's data folder rather than beside the project: whoever deletes
the project's folder, or pulls its drive, still has them. Each project has a folder
there, named after the project's id; a handout has the id of its project and so has
its annotator's id in the name, too. A backup's name says which file it was made of,
when, and why: ``news.2026-11-28-155039-250.before-merge.annot``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import Path

from annotator.domain.errors import AnnotatorError, EnvironmentFault
from annotator.domain.progress import Progress
from annotator.domain.refusals import reason_of
from annotator.domain.wording import noop, tr
from annotator.storage.backup import back_up
from annotator.storage.database import Database

DEFAULT_KEPT = 10
"""Backups of one project that are kept, of each reason."""

KEPT_BYTES = 2_000_000_000
"""How much room they may take; the newest two are kept whatever they take."""

_KEPT_ALWAYS = 2

_STAMP = "%Y-%m-%d-%H%M%S-%f"
_NAME = re.compile(r"(.+)\.(\d{4}-\d\d-\d\d-\d{6}-\d{3})\.([a-z0-9-]+)\.annot")
_WHERE = "project.txt"
"""Beside the backups: the path of the project, for when it cannot be read itself."""

_WORK = """
SELECT (SELECT max(changed) FROM layers), (SELECT count(*) FROM operations),
    schema_version FROM project"""
"""What differs whenever somebody does something, or a merge brings what they did."""


class Why(StrEnum):
    """Why a backup was made."""

    DAILY = "daily"
    MIGRATION = "before-update"
    MERGE = "before-merge"
    BULK = "before-change"
    RESTORE = "before-restore"


TITLES = {
    Why.DAILY: noop("daily"),
    Why.MIGRATION: noop("before an update of the file"),
    Why.MERGE: noop("before merging"),
    Why.BULK: noop("before a change of many articles"),
    Why.RESTORE: noop("before restoring another"),
}
"""What people call the reasons; they go on from “made”."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A backup.

    Attributes:
        name: Of the project's file when it was made, without its suffix.
        moment: UTC.
        size: Bytes.
    """

    path: Path
    name: str
    moment: datetime
    why: Why
    size: int


def folder_of(database: Database) -> Path:
    """Return where the backups of an open project are; it may not exist yet."""
    columns = {row[1] for row in database.rows("PRAGMA table_info(project)")}
    identity = str(database.value("SELECT id FROM project"))
    owner = (
        database.value("SELECT handout_for FROM project")
        if "handout_for" in columns
        else ""
    )
    return _shelf() / (f"{identity}-{owner}" if owner else identity)


def folders_for(path: Path) -> list[Path]:
    """Return where backups of the project at *path* are, though it be unreadable."""
    wanted = str(path.absolute())
    found = []
    for note in sorted(_shelf().glob(f"*/{_WHERE}")):
        with suppress(OSError, UnicodeDecodeError):
            if note.read_text("utf-8").strip() == wanted:
                found.append(note.parent)
    return found


def keep(
    database: Database,
    why: Why,
    *,
    of: Path | None = None,
    progress: Progress | None = None,
    limit: int = DEFAULT_KEPT,
) -> Path:
    """Back a project up, verified, and let go of the oldest above *limit*.

    Args:
        database: Open.
        why: For the name; each reason has its own *limit*.
        of: The project's path, if it is not the database's.
        progress: Asked for a stop on the way.
        limit: How many of this reason are kept.

    Raises:
        EnvironmentFault: It cannot be written.
        CancelledError: Somebody asked for a stop; there is no new backup.
    """
    path = of or database.path
    folder = folder_of(database)
    target = _free(folder, path, why)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / _WHERE).write_text(f"{path.absolute()}\n", "utf-8")
    except OSError as error:
        raise EnvironmentFault(
            tr(
                "No backup could be made in {folder} ({reason}); make room or"
                " change its permissions.",
                folder=folder,
                reason=reason_of(error),
            )
        ) from error
    back_up(database, target, progress)
    for old in _too_many([k for k in kept((folder,)) if k.why is why], limit):
        with suppress(OSError):  # it goes the next time
            old.path.unlink()
    return target


def _too_many(found: list[Kept], limit: int) -> list[Kept]:
    """Return those of backups, newest first, that go."""
    room, number = KEPT_BYTES, 0
    for one in found:
        room -= one.size
        if number >= limit or (number >= _KEPT_ALWAYS and room < 0):
            break
        number += 1
    return found[number:]


def kept(folders: Iterable[Path]) -> list[Kept]:
    """Return the backups in these folders, the newest first."""
    found = [_read(path) for folder in folders for path in folder.glob("*.annot")]
    known = [one for one in found if one is not None]
    return sorted(known, key=lambda k: (k.moment, k.path.name), reverse=True)


def backups_of(path: Path) -> list[Kept]:
    """Return the backups of a project, the newest first, whatever state it is in."""
    folders = folders_for(path)
    with suppress(AnnotatorError), Database.looking_in(path) as database:
        own = folder_of(database)
        folders = [own, *(f for f in folders if f != own)]
    return kept(folders)


def holds_work(backup: Kept, database: Database) -> bool:
    """Return whether a backup holds all that people have done in a project.

    What was imported since is not looked at.
    """
    with suppress(AnnotatorError), Database.looking_in(backup.path) as then:
        return then.rows(_WORK) == database.rows(_WORK)
    return False


def _shelf() -> Path:
    from platformdirs import user_data_path

    return user_data_path("annotator", appauthor=False) / "backups"


def _free(folder: Path, path: Path, why: Why) -> Path:
    moment = datetime.now(UTC)
    while (name := folder / _named(path, moment, why)).exists():
        moment += timedelta(milliseconds=1)
    return name


def _named(path: Path, moment: datetime, why: Why) -> str:
    return f"{path.stem}.{moment.strftime(_STAMP)[:-3]}.{why}.annot"


def _read(path: Path) -> Kept | None:
    found = _NAME.fullmatch(path.name)
    if found is None or found[3] not in tuple(Why):
        return None
    moment = datetime.strptime(found[2], _STAMP).replace(tzinfo=UTC)
    try:
        size = path.stat().st_size
    except OSError:
        return None
    return Kept(path, found[1], moment, Why(found[3]), size)
