"""Making and opening project files. SQLite only: headers, pragmas."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from annotator.domain.annotations import now
from annotator.domain.errors import (
    AnnotatorError,
    DamagedFileError,
    InputError,
    NewerFileError,
)
from annotator.domain.ids import new_id
from annotator.domain.wording import tr
from annotator.storage import search
from annotator.storage.backup import (
    discard,
    move_into_place,
    require_free,
    temporary_beside,
)
from annotator.storage.database import APPLICATION_ID, Database, insert_into
from annotator.storage.faults import fault, translated, words_of
from annotator.storage.migrate import VERSION, migrate, revision, stamp, stored_version
from annotator.storage.tables import metadata


def create_file(path: Path, *, schema_toml: str, name: str) -> Database:
    """Make a project file and open it; it has its name once it is whole.

    Raises:
        InputError: There is something of that name already, or no such folder.
        EnvironmentFault: The disk does not let it.
    """
    require_free(path)
    temporary = temporary_beside(path)
    try:
        _write_new(temporary, schema_toml=schema_toml, name=name)
        move_into_place(temporary, path)
    finally:
        discard(temporary)
    return open_file(path)


def _write_new(path: Path, *, schema_toml: str, name: str) -> None:
    database = Database(path)
    try:
        lay_out(database)
        with database.transaction(durable=True):
            moment = now()
            values = (new_id(), name, moment, "", schema_toml, "", moment, 1)
            database.raw.execute(insert_into("project"), values)
        with translated(path):
            database.raw.execute("PRAGMA journal_mode = WAL")
    finally:
        database.close()


def lay_out(database: Database) -> None:
    """Make the tables in a file that has nothing yet."""
    with database.transaction(durable=True):
        run = database.raw.execute
        run(f"PRAGMA application_id = {APPLICATION_ID}")
        # Straight from the tables instead of through every migration; a test
        # holds the outcome equal.
        metadata.create_all(database.connection)
        for statement in search.STATEMENTS:
            run(statement)
        run("INSERT INTO alembic_version VALUES (?)", (revision(VERSION),))
        stamp(database, VERSION)


def open_file(path: Path, *, keep_old: bool = True) -> Database:
    """Open a project file, bringing an older one up to date.

    Args:
        path: The file.
        keep_old: Back an older one up first; not needed for what is a copy itself.

    Raises:
        InputError: There is none, it is no project, or it is damaged.
        NewerFileError: A newer program wrote it; it has not been touched.
        EnvironmentFault: It cannot be opened, or a migration failed.
    """
    refuse_what_is_no_project(path)
    database = Database(path)
    try:
        _check_contents(database)
        migrate(database, keep_old=keep_old)
    except BaseException:
        database.close()
        raise
    return database


def refuse_what_is_no_project(path: Path) -> None:
    """Refuse what is no project, or too new, before anything is changed.

    It asks SQLite and never opens the file by hand: POSIX drops all locks that a
    process has on a file as soon as the process closes any handle of it. Another
    program that looks in would then take the project for closed, and remove the
    log that this one is still writing to.
    """
    if not path.is_file():
        raise InputError(tr("{path} is not there or not a file.", path=path))
    address = f"{path.absolute().as_uri()}?mode=rw"
    try:
        with closing(sqlite3.connect(address, uri=True)) as database:
            (application,) = database.execute("PRAGMA application_id").fetchone()
            (version,) = database.execute("PRAGMA user_version").fetchone()
    except sqlite3.Error as error:
        if error.sqlite_errorcode == sqlite3.SQLITE_NOTADB:
            raise _no_project(path) from error
        known = fault(path, error)
        if known is None:
            raise
        raise known from error
    if application != APPLICATION_ID:
        raise _no_project(path)
    _refuse_newer(path, version)


def _check_contents(database: Database) -> None:
    # A newer program may have died before its header reached the file itself.
    path = database.path
    try:
        with translated(path):
            database.raw.execute("PRAGMA journal_mode = WAL")
            version = stored_version(database)
            whole = database.value("SELECT count(*) FROM project") == 1
    except AnnotatorError:
        raise
    except Exception as error:
        raise DamagedFileError(
            tr(
                "{path} is damaged ({error}); go on from a backup of it.",
                path=path,
                error=words_of(error),
            )
        ) from error
    if not whole:
        raise DamagedFileError(
            tr("{path} is damaged: it does not say what project it is.", path=path)
        )
    _refuse_newer(path, version)


def _refuse_newer(path: Path, version: int) -> None:
    if version > VERSION:
        raise NewerFileError(
            tr(
                "{path} was written by a newer version of Annotator (file"
                " version {version}, this program knows {known}); update the"
                " program.",
                path=path,
                version=version,
                known=VERSION,
            )
        )


def _no_project(path: Path) -> InputError:
    return InputError(
        tr(
            "{path} is not an Annotator project; to bring it into one, import it.",
            path=path,
        )
    )
