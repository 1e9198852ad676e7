"""One connection to one project file, set up the same way everywhere.

All that is SQLite's own (pragmas, files, error codes) is in this module, in
``faults``, ``search`` and ``backup``.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Executable, create_engine, insert
from sqlalchemy.dialects.sqlite import dialect as sqlite_dialect
from sqlalchemy.pool import StaticPool

from annotator.domain.errors import EnvironmentFault, InputError
from annotator.domain.wording import tr
from annotator.storage.faults import fault, translated
from annotator.storage.shares import network_share
from annotator.storage.tables import table

SQLITE_VERSION = sqlite3.sqlite_version
APPLICATION_ID = 0x416E6E74
"""What the file's header says it is: “Annt”."""

BUSY_TIMEOUT_S = 10.0
CACHE_KIB = 32 * 1024

# A checkpoint costs two more syncs. Every 4,000 pages it falls on one save in
# several hundred; at SQLite's 1,000 it is one in a hundred, which people notice.
CHECKPOINT_PAGES = 4000
BACKGROUND_PAGES = 500

Row = tuple[Any, ...]


class Database:
    """One connection; used from one thread at a time.

    Attributes:
        path: The file.
        raw: The driver's connection, for the hot paths. It commits every statement
            by itself outside of ``transaction``.
        connection: The same connection for SQLAlchemy Core and Alembic.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._durable: bool | None = None
        self._patience_s = BUSY_TIMEOUT_S
        with translated(path):
            self.raw = sqlite3.connect(
                path,
                timeout=BUSY_TIMEOUT_S,
                isolation_level=None,
                check_same_thread=False,
                cached_statements=256,
            )
        engine = create_engine(
            "sqlite://", creator=lambda: self.raw, poolclass=StaticPool
        )
        self._place = _place(path)
        try:
            with translated(path):
                self._prepare()
                self._place = _place(path)
                self.connection = engine.connect()
                # SQLAlchemy is to think that it is in a transaction, so that it
                # never commits one: they are begun and ended here, on ``raw``.
                self.connection.begin()
        except BaseException:
            self.raw.close()
            raise

    @classmethod
    @contextmanager
    def looking_in(cls, path: Path) -> Iterator[Database]:
        """Open a file that is there for a look, whatever version it has.

        Raises:
            InputError: There is none.
            EnvironmentFault: It cannot be opened.
        """
        if not path.is_file():
            raise InputError(tr("{path} is not there or not a file.", path=path))
        database = cls(path)
        try:
            yield database
        finally:
            database.close()

    def _prepare(self) -> None:
        for pragma in (
            "foreign_keys = ON",
            f"cache_size = -{CACHE_KIB}",
            f"wal_autocheckpoint = {CHECKPOINT_PAGES}",
            "journal_size_limit = 67108864",
            "temp_store = MEMORY",
        ):
            self.raw.execute(f"PRAGMA {pragma}")

    def set_patience(self, seconds: float) -> None:
        """Wait for others who write no longer than this, from now on."""
        self._patience_s = seconds
        self.raw.execute(f"PRAGMA busy_timeout = {round(seconds * 1000)}")

    @contextmanager
    def impatient(self) -> Iterator[None]:
        """Do not wait for others at all in a block."""
        usual = self._patience_s
        self.set_patience(0)
        try:
            yield
        finally:
            self.set_patience(usual)

    def require_in_place(self) -> None:
        """Refuse to go on with a file that is no longer where it was opened.

        Some systems let one write on into a file that has been deleted; what is
        written is lost with it. Takes two microseconds.

        Raises:
            EnvironmentFault: It was moved or deleted, its drive removed, or another
                file has been put in its place.
        """
        place = _place(self.path)
        if place is not None and (self._place is None or place == self._place):
            return
        if place is not None and network_share(self.path):
            return  # the numbers of files may change there
        raise EnvironmentFault(
            tr(
                "{path} is no longer there: it was moved, deleted or replaced,"
                " or its drive was removed. Nothing more can be saved in it. Put"
                " it back, or save a copy of what is still open with Project →"
                " Back up.",
                path=self.path,
            )
        )

    def close(self) -> None:
        """Close it; what was not committed is rolled back."""
        with translated(self.path):
            self.connection.close()
            self.raw.close()

    def rows(self, sql: str, parameters: Sequence[Any] = ()) -> list[Row]:
        """Return all rows of a query."""
        try:
            return self.raw.execute(sql, parameters).fetchall()
        except (sqlite3.Error, UnicodeEncodeError) as error:
            known = fault(self.path, error)
            if known is None:
                raise
            raise known from error

    def row(self, sql: str, parameters: Sequence[Any] = ()) -> Row | None:
        """Return the first row of a query, or None."""
        found = self.rows(sql, parameters)
        return found[0] if found else None

    def value(self, sql: str, parameters: Sequence[Any] = ()) -> Any:
        """Return the first column of the first row, or None."""
        found = self.row(sql, parameters)
        return found[0] if found else None

    def select(self, statement: Executable) -> list[Row]:
        """Return all rows of a SQLAlchemy Core query."""
        with translated(self.path):
            return [tuple(row) for row in self.connection.execute(statement)]

    @contextmanager
    def transaction(self, *, durable: bool) -> Iterator[None]:
        """Run a block as one transaction; any exception rolls it back.

        Args:
            durable: On disk before the block ends (``synchronous=FULL``). Otherwise
                a power cut may take it back, but a crash of the program cannot.
        """
        self.require_in_place()
        with translated(self.path):
            self._set_durable(durable=durable)
            self.raw.execute("BEGIN IMMEDIATE")
            try:
                yield
                self.raw.execute("COMMIT")
            except BaseException:
                if self.raw.in_transaction:
                    self.raw.execute("ROLLBACK")
                raise

    def _set_durable(self, *, durable: bool) -> None:
        if durable is not self._durable:
            self.raw.execute(f"PRAGMA synchronous = {'FULL' if durable else 'NORMAL'}")
            self._durable = durable

    def others_wrote(self) -> int:
        """Return a number that is another one once another connection has written.

        A few microseconds; this connection's own writes do not count.
        """
        return int(self.value("PRAGMA data_version"))

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Let several queries see one and the same state of the file."""
        if self.raw.in_transaction:
            yield
            return
        with translated(self.path):
            self.raw.execute("BEGIN")
            try:
                yield
            finally:
                self.raw.execute("COMMIT")


def _place(path: Path) -> tuple[int, int] | None:
    """Return which file is at *path*; None if there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def insert_into(name: str, columns: Iterable[str] | None = None) -> str:
    """Return the INSERT of a table as SQL for tuples, in the order of its columns."""
    target = table(name)
    keys = list(columns or target.columns.keys())
    compiled = insert(target).compile(dialect=sqlite_dialect(), column_keys=keys)
    return str(compiled)
