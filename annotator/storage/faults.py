"""What the database says, in words for whoever has to do something about it."""

from __future__ import annotations

import errno
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from annotator.domain.errors import (
    AnnotatorError,
    DamagedFileError,
    EnvironmentFault,
    InputError,
)
from annotator.domain.wording import noop, tr

_ENVIRONMENT = {
    sqlite3.SQLITE_FULL: noop("the disk is full; make room and do it again"),
    sqlite3.SQLITE_BUSY: noop(
        "another program has been writing to it for too long;"
        " wait until that is done and do it again"
    ),
    sqlite3.SQLITE_LOCKED: noop(
        "another part of the program is using it; wait a moment and do it again"
    ),
    sqlite3.SQLITE_READONLY: noop(
        "the file or its folder is read-only; change that or work on a copy"
    ),
    sqlite3.SQLITE_PERM: noop(
        "you have no permission to use it; ask whoever owns the file"
    ),
    sqlite3.SQLITE_AUTH: noop(
        "you have no permission to use it; ask whoever owns the file"
    ),
    sqlite3.SQLITE_CANTOPEN: noop(
        "it cannot be opened; check that the file and its folder can be written to"
    ),
    sqlite3.SQLITE_IOERR: noop(
        "the disk reported an error; check the disk, then go on from a backup"
    ),
    sqlite3.SQLITE_PROTOCOL: noop(
        "its locks do not work, as on some network drives;"
        " copy the file to a disk of this computer"
    ),
    sqlite3.SQLITE_NOMEM: noop("there is not enough memory; close other programs"),
}

_HARDLY_ANY = 128 * 1024
"""Bytes; SQLite's index of its log grows by 32 KiB."""

_DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)

_WORDS = (
    noop("database disk image is malformed"),
    noop("file is not a database"),
)
"""What SQLite itself says of damage."""


def words_of(error: BaseException | None) -> str:
    """Return what SQLite says, in the reader's language where it is of damage."""
    said = str(error)
    return tr(said) if said in _WORDS else said


def fault(path: Path, error: BaseException | None) -> AnnotatorError | None:
    """Return what *error* means to the user; None where it is a bug of ours."""
    if isinstance(error, DBAPIError):
        error = error.orig
    if isinstance(error, UnicodeEncodeError):
        return InputError(tr("The text holds half a surrogate pair; type it anew."))
    # Extended codes carry the primary one in their low byte.
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in _DAMAGED:
        return DamagedFileError(
            tr(
                "{path} is damaged ({error}); go on from a backup of it if there"
                " is one.",
                path=path,
                error=words_of(error),
            )
        )
    if code == sqlite3.SQLITE_IOERR:
        code = _cause(path)
    if code in _ENVIRONMENT:
        return EnvironmentFault(
            tr(
                "{path} could not be used: {reason}.",
                path=path,
                reason=tr(_ENVIRONMENT[code]),
            )
        )
    return None


def _cause(path: Path) -> int:
    """Return SQLite's code for where a disk's error comes from.

    That it is full SQLite says of the project file and its log only, not of the
    index of the log beside them, nor where a quota is at fault. A file system that
    has gone read-only under open files, as they do after an error, it takes for any
    other error: whether it has is tried.
    """
    try:
        if shutil.disk_usage(path.parent).free < _HARDLY_ANY:
            return sqlite3.SQLITE_FULL
        with tempfile.TemporaryFile(dir=path.parent):
            return sqlite3.SQLITE_IOERR
    except OSError as error:
        if error.errno in (errno.EROFS, errno.EACCES, errno.EPERM):
            return sqlite3.SQLITE_READONLY
        return sqlite3.SQLITE_IOERR


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Raise the user's error in place of the database's, where there is one."""
    try:
        yield
    except (sqlite3.Error, DBAPIError, UnicodeEncodeError) as error:
        known = fault(path, error)
        if known is None:
            raise
        raise known from error
