"""Copies of a project file. SQLite only: its online backup."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from annotator.domain.errors import EnvironmentFault, InputError
from annotator.domain.ids import new_id
from annotator.storage.database import Database
from annotator.storage.faults import translated


def temporary_beside(target: Path) -> Path:
    """Return a fresh hidden name in the same folder, to be renamed to *target*."""
    return target.with_name(f".{target.name}.{new_id()}.part")


def require_free(target: Path) -> None:
    """Refuse a name at which no new file can be made.

    Raises:
        InputError: There is something of that name already, or no such folder.
    """
    if target.exists():
        raise InputError(f"{target} exists already; choose another name.")
    if not target.parent.is_dir():
        raise InputError(f"{target.parent} is not a folder; create it first.")


def move_into_place(temporary: Path, target: Path) -> None:
    """Give a finished file its name.

    Raises:
        EnvironmentFault: The folder does not let it.
    """
    try:
        temporary.replace(target)
    except OSError as error:
        raise EnvironmentFault(
            f"{target} could not be written: {error.strerror or error}."
        ) from error


def free_name(path: Path, what: str) -> Path:
    """Return a free name beside *path* for a copy that *what* says something of."""
    name, again = path.with_name(f"{path.stem}.{what}{path.suffix}"), 1
    while name.exists():
        again += 1
        name = path.with_name(f"{path.stem}.{what}-{again}{path.suffix}")
    return name


def discard(temporary: Path) -> None:
    """Remove an unfinished file and what SQLite keeps beside it."""
    for suffix in ("", "-wal", "-shm", "-journal"):
        temporary.with_name(temporary.name + suffix).unlink(missing_ok=True)


def back_up(database: Database, target: Path) -> None:
    """Write a copy, whole and consistent, while others may go on working.

    Raises:
        InputError: There is something of that name already, or no such folder.
        EnvironmentFault: The disk does not let it.
    """
    require_free(target)
    temporary = temporary_beside(target)
    try:
        with (
            translated(target),
            closing(sqlite3.connect(temporary, isolation_level=None)) as copy,
        ):
            database.raw.backup(copy)
            # The copy is one file that can be carried off, with no log beside it.
            copy.execute("PRAGMA journal_mode = DELETE")
        move_into_place(temporary, target)
    finally:
        discard(temporary)


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
            f"{source} could not be copied: {error.strerror or error}."
        ) from error
    # Somebody has it open, or left it without closing: part of it is in the log.
    address = f"{source.absolute().as_uri()}?mode=ro"
    with (
        translated(source),
        closing(sqlite3.connect(address, uri=True)) as opened,
        closing(sqlite3.connect(target, isolation_level=None)) as copy,
    ):
        opened.backup(copy)
