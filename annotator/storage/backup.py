"""Copies of a project file. SQLite only: its online backup."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from annotator.domain.errors import EnvironmentFault, InputError
from annotator.domain.ids import new_id
from annotator.domain.progress import Progress
from annotator.domain.refusals import reason_of
from annotator.domain.wording import number, tr
from annotator.storage.database import Database
from annotator.storage.faults import translated
from annotator.storage.interrupting import interruptible

_ROOM = 1.1
_PAGES = 1000
"""How many pages are copied before somebody can ask for a stop."""


def temporary_beside(target: Path) -> Path:
    """Return a fresh hidden name in the same folder, to be renamed to *target*."""
    return target.with_name(f".{target.name}.{new_id()}.part")


def require_free(target: Path) -> None:
    """Refuse a name at which no new file can be made.

    Raises:
        InputError: There is something of that name already, or no such folder.
    """
    if target.exists():
        raise InputError(
            tr("{target} exists already; choose another name.", target=target)
        )
    if not target.parent.is_dir():
        raise InputError(
            tr("{parent} is not a folder; create it first.", parent=target.parent)
        )


def move_into_place(temporary: Path, target: Path) -> None:
    """Give a finished file its name.

    Raises:
        EnvironmentFault: The folder does not let it.
    """
    try:
        temporary.replace(target)
    except OSError as error:
        raise EnvironmentFault(
            tr(
                "{target} could not be written: {reason}.",
                target=target,
                reason=reason_of(error),
            )
        ) from error


def free_name(path: Path, what: str) -> Path:
    """Return a free name beside *path* for a file that *what* says something of."""
    name, again = path.with_name(f"{path.stem}.{what}{path.suffix}"), 1
    while name.exists():
        again += 1
        name = path.with_name(f"{path.stem}.{what}-{again}{path.suffix}")
    return name


def discard(temporary: Path) -> None:
    """Remove an unfinished file and what SQLite keeps beside it."""
    for suffix in ("", "-wal", "-shm", "-journal"):
        temporary.with_name(temporary.name + suffix).unlink(missing_ok=True)


def back_up(database: Database, target: Path, progress: Progress | None = None) -> None:
    """Write a copy, whole and consistent, while others may go on working.

    It is read through once it is written, and only then gets its name.

    Raises:
        InputError: There is something of that name already, or no such folder.
        EnvironmentFault: The disk does not let it, or what was written is not what
            is read back.
        CancelledError: Somebody asked for a stop; there is no copy.
    """
    require_free(target)
    _require_room(database, target)
    progress = progress or Progress()
    temporary = temporary_beside(target)
    try:
        with (
            translated(target),
            closing(sqlite3.connect(temporary, isolation_level=None)) as copy,
        ):
            _copy(database, copy, progress)
            # The copy is one file that can be carried off, with no log beside it.
            copy.execute("PRAGMA journal_mode = DELETE")
            _verify(copy, target, progress)
        move_into_place(temporary, target)
    finally:
        discard(temporary)


def _require_room(database: Database, target: Path) -> None:
    """Refuse a copy that would fill the disk, on which people may be working.

    Raises:
        EnvironmentFault: There is too little room.
    """
    size = database.value("PRAGMA page_count") * database.value("PRAGMA page_size")
    try:
        free = shutil.disk_usage(target.parent).free
    except OSError:
        return  # it will be told when it is written
    if free < size * _ROOM:
        raise EnvironmentFault(
            tr(
                "{target} was not written: the copy needs {size} and"
                " {free} are free there; make room, or choose another disk.",
                target=target,
                size=_megabytes(size),
                free=_megabytes(free),
            )
        )


def _megabytes(size: int) -> str:
    return f"{number(size / 1e6, ',.1f')} MB"


def _copy(database: Database, copy: sqlite3.Connection, progress: Progress) -> None:
    def report(_status: int, left: int, total: int) -> None:
        progress.step(total - left, total)

    # Within a transaction that has read, the copy is of one moment, and need not
    # begin again whenever somebody else writes.
    with database.snapshot():
        database.value("SELECT count(*) FROM project")
        database.raw.backup(copy, pages=_PAGES, progress=report, sleep=0)


def _verify(copy: sqlite3.Connection, target: Path, progress: Progress) -> None:
    """Read a copy through.

    Raises:
        EnvironmentFault: Something in it is not what it must be.
    """
    with interruptible(copy, progress):
        ((finding,), *_) = copy.execute("PRAGMA quick_check(1)").fetchall()
    if finding != "ok":
        raise EnvironmentFault(
            tr(
                "{target} was written but does not read back as it should"
                " ({error}); check the disk, or back up to another.",
                target=target,
                error=finding,
            )
        )


def copy_aside(source: Path, target: Path) -> None:
    """Copy a project file without touching it, nor anything beside it.

    Raises:
        EnvironmentFault: It cannot be read, or the copy not be written.
        InputError: It is damaged.
    """
    try:
        if not source.with_name(f"{source.name}-wal").exists():
            shutil.copyfile(source, target)
            return
    except OSError as error:
        raise EnvironmentFault(
            tr(
                "{path} could not be copied: {reason}.",
                path=source,
                reason=reason_of(error),
            )
        ) from error
    # Somebody has it open, or left it without closing: part of it is in the log.
    address = f"{source.absolute().as_uri()}?mode=ro"
    with (
        translated(source),
        closing(sqlite3.connect(address, uri=True)) as opened,
        closing(sqlite3.connect(target, isolation_level=None)) as copy,
    ):
        opened.backup(copy)
