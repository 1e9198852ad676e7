"""Putting another file in a project's place. SQLite only: locks, logs beside it."""

from __future__ import annotations

import shutil
import sqlite3
import time
from contextlib import closing
from pathlib import Path

from annotator.domain.errors import EnvironmentFault, InputError
from annotator.domain.progress import Progress
from annotator.domain.refusals import reason_of
from annotator.domain.wording import tr
from annotator.storage.backup import discard, free_name, temporary_beside
from annotator.storage.database import Database
from annotator.storage.files import refuse_what_is_no_project
from annotator.storage.shelf import Why, keep

_CHUNK = 1 << 24
_PATIENCE_S = 2.0
_IN_USE = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


def identity_of(path: Path) -> str:
    """Return the id of the project in a file, of whatever version.

    Raises:
        InputError: There is none, or it is damaged.
        NewerFileError: A newer program wrote it.
        EnvironmentFault: It cannot be opened.
    """
    refuse_what_is_no_project(path)
    with Database.looking_in(path) as database:
        return str(database.value("SELECT id FROM project"))


def refuse_if_open(path: Path) -> None:
    """Find out whether somebody has a project open: then its mode cannot change.

    Raises:
        InputError: Somebody has.
    """
    patience = time.monotonic() + _PATIENCE_S
    while _is_open(path):
        # Threads of this program that worked on it may be about to close it.
        if time.monotonic() > patience:
            raise InputError(
                tr(
                    "{path} is open in another window or program; close it there"
                    " first.",
                    path=path,
                )
            )
        time.sleep(0.1)


def _is_open(path: Path) -> bool:
    try:
        with closing(sqlite3.connect(path, timeout=0.1)) as database:
            database.execute("PRAGMA journal_mode = DELETE")
    except sqlite3.OperationalError as error:
        return error.sqlite_errorcode & 0xFF in _IN_USE
    except sqlite3.DatabaseError:
        pass  # it is damaged
    return False


def set_aside(path: Path, progress: Progress) -> Path:
    """Keep a project that is to be replaced; return where.

    If it can be read it becomes one of its own backups; if not, the file as it lies
    there gets another name.

    Raises:
        EnvironmentFault: The disk does not let it.
        CancelledError: Somebody asked for a stop.
    """
    try:
        with Database.looking_in(path) as database:
            return keep(database, Why.RESTORE, progress=progress)
    except InputError:
        return _rename(path)


def put_in_place(source: Path, path: Path, progress: Progress) -> None:
    """Put a copy of *source* in a project's place, whole or not at all.

    Raises:
        EnvironmentFault: The disk does not let it.
        CancelledError: Somebody asked for a stop; *path* is as it was.
    """
    temporary = temporary_beside(path)
    try:
        _copy(source, temporary, progress)
        # What is left of the old file's log must not be taken for the new one's.
        for end in ("-wal", "-shm", "-journal"):
            path.with_name(path.name + end).unlink(missing_ok=True)
        temporary.replace(path)
    except OSError as error:
        raise EnvironmentFault(
            tr(
                "{path} could not be written ({reason}); make room or change its"
                " permissions, and restore again.",
                path=path,
                reason=reason_of(error),
            )
        ) from error
    finally:
        discard(temporary)


def _copy(source: Path, target: Path, progress: Progress) -> None:
    total, done = source.stat().st_size, 0
    with source.open("rb") as reading, target.open("xb") as writing:
        while chunk := reading.read(_CHUNK):
            writing.write(chunk)
            done += len(chunk)
            progress.step(done, total)
    shutil.copymode(source, target)


def _rename(path: Path) -> Path:
    target = free_name(path, "damaged")
    try:
        for end in ("-wal", "-shm", ""):
            beside = path.with_name(path.name + end)
            if beside.exists():
                beside.rename(target.with_name(target.name + end))
    except OSError as error:
        raise EnvironmentFault(
            tr(
                "{path} could not be set aside ({reason}); close whatever uses"
                " it, or copy the backup to another name.",
                path=path,
                reason=reason_of(error),
            )
        ) from error
    return target
