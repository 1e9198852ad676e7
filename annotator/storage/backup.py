"""Copies of a project file. SQLite only: its online backup."""

from __future__ import annotations

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
