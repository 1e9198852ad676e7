"""Saving what can be read of a damaged project into a new file.

Every table is read from its beginning up to where reading fails, then from its end
down to there, then between the two, a row at a time. What has been read goes into a
new file; ``mending`` then takes out what does not fit, and says so. The damaged file
is only read.
"""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from sqlalchemy import LargeBinary, Table

from annotator.domain.errors import InputError
from annotator.domain.progress import Progress
from annotator.domain.records import Problem
from annotator.domain.wording import tr
from annotator.storage.backup import (
    discard,
    move_into_place,
    require_free,
    temporary_beside,
)
from annotator.storage.database import Database, Row
from annotator.storage.faults import translated, words_of
from annotator.storage.files import lay_out
from annotator.storage.mending import mend
from annotator.storage.tables import metadata

_BATCH = 500
_LONGEST_GAP = 50_000
"""Keys of a table that are tried one after the other without finding a row."""

Known = Callable[[str], list[str]]
"""Name of a key's column → the values that other tables have of it."""

_MAX_SIZE = 1 << 40
_MAX_ROWID = (1 << 63) - 1
_LAST = "\U0010ffff"

_IDS = {
    "document_id": "documents",
    "annotator_id": "annotators",
    "annotation_id": "annotations",
    "suggestion_id": "suggestions",
}

_DAMAGE = (sqlite3.DatabaseError, UnicodeDecodeError, OverflowError)


@dataclass(slots=True)
class Salvage:
    """What was saved, and what was not.

    Attributes:
        read: Table → rows that could be read.
        lost: What is not in the new file, one sentence each.
    """

    read: dict[str, int] = field(default_factory=dict)
    lost: list[Problem] = field(default_factory=list)


def salvage(
    source: Path, target: Path, schema_toml: str, progress: Progress
) -> Salvage:
    """Write what can be read of *source* into a new project.

    Args:
        source: A damaged project; it is only read.
        target: The new file.
        schema_toml: For a file that has lost its own schema.
        progress: In tables.

    Raises:
        InputError: *target* exists, or *source* is no database at all.
        EnvironmentFault: The disk does not let it.
        CancelledError: Somebody asked for a stop; there is no new file.
    """
    require_free(target)
    temporary = temporary_beside(target)
    report = Salvage()
    try:
        database = Database(temporary)
        try:
            lay_out(database)
            with _readable(source) as path, closing(_opened(path, source)) as damaged:
                _copy_tables(damaged, database, source, report, progress)
            mend(database, source, schema_toml, report.lost, progress)
            with translated(target):
                database.raw.execute("PRAGMA journal_mode = DELETE")
        finally:
            database.close()
        move_into_place(temporary, target)
    finally:
        discard(temporary)
    return report


@contextmanager
def _readable(source: Path) -> Iterator[Path]:
    """Yield a file that SQLite looks into: it refuses one that ends early.

    Such a file is copied and filled up to the size that it says it has.
    """
    if not source.is_file():
        raise InputError(tr("{path} is not there or not a file.", path=source))
    with source.open("rb") as file:
        head = file.read(32)
    size = int.from_bytes(head[16:18], "big") or 4096
    wanted = size * int.from_bytes(head[28:32], "big")
    beside = source.with_name(f"{source.name}-wal")
    if beside.exists() or not source.stat().st_size < wanted < _MAX_SIZE:
        yield source
        return
    with tempfile.TemporaryDirectory(prefix="annotator-") as folder:
        copy = Path(shutil.copy(source, folder))
        with copy.open("r+b") as file:
            file.truncate(wanted)
        yield copy


def _opened(path: Path, source: Path) -> sqlite3.Connection:
    """Open a damaged file for reading, with texts as bytes: they may be none."""
    damaged = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
    try:
        damaged.text_factory = bytes
        damaged.execute("PRAGMA cell_size_check = ON")
        # A table whose own description is damaged does not hide the others.
        damaged.execute("PRAGMA writable_schema = ON")
        damaged.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.DatabaseError as error:
        damaged.close()
        raise InputError(
            tr(
                "Nothing in {path} can be read ({error}); restore a backup of it.",
                path=source,
                error=words_of(error),
            )
        ) from error
    return damaged


def _copy_tables(
    damaged: sqlite3.Connection,
    database: Database,
    source: Path,
    report: Salvage,
    progress: Progress,
) -> None:
    tables = [t for t in metadata.sorted_tables if t.name != "alembic_version"]
    known = partial(_known, database)
    # Whatever refers to what is not there is taken out afterwards.
    database.raw.execute("PRAGMA foreign_keys = OFF")
    for number, table in enumerate(tables):
        progress.step(number, len(tables))
        reading = _Reading(damaged, table, progress)
        with database.transaction(durable=True):
            kept = sum(_insert(database, reading, row) for row in reading.rows(known))
        report.read[table.name] = kept
        if reading.failed:
            report.lost.append(
                Problem(
                    source.name,
                    tr(
                        "Not all of “{name}” could be read: {reason};"
                        " {kept} rows could.",
                        name=table.name,
                        reason=reading.failed,
                        kept=kept,
                    ),
                )
            )


def _known(database: Database, column: str) -> list[str]:
    """Return the ids that the tables read before have for a column like this."""
    where = _IDS.get(column)
    if where is None:
        return []
    return [row[0] for row in database.rows(f"SELECT id FROM {where}")]  # noqa: S608


def _insert(database: Database, reading: _Reading, row: Row) -> bool:
    marks = ", ".join("?" * len(row))
    columns = ", ".join(f'"{name}"' for name in reading.columns)
    try:
        changed = database.raw.execute(
            f"INSERT OR IGNORE INTO {reading.table.name} ({columns})"  # noqa: S608
            f" VALUES ({marks})",
            row,
        ).rowcount
    except sqlite3.IntegrityError:
        changed = 0
    if not changed:
        reading.failed = reading.failed or tr("some rows contradict others")
    return bool(changed)


class _Reading:
    """One table of a damaged file while it is read.

    Attributes:
        columns: Those that the file has.
        failed: What was wrong first; "" if all was well.
    """

    def __init__(
        self, damaged: sqlite3.Connection, table: Table, progress: Progress
    ) -> None:
        self.table = table
        self.failed = ""
        self._damaged = damaged
        self._progress = progress
        self.columns = self._columns()
        without_rowid = table.dialect_options["sqlite"].get("with_rowid") is False
        self._key = next(iter(table.primary_key)).name if without_rowid else "rowid"
        self._blobs = {
            column.name
            for column in table.columns
            if isinstance(column.type, LargeBinary)
        }

    def rows(self, known: Known) -> Iterator[Row]:
        """Yield every row that can be read, each once."""
        if not self.columns:
            return
        low, whole = yield from self._run(None, down=False)
        if whole:
            return
        high, whole = yield from self._run(low, down=True)
        if not whole:
            yield from self._between(low, high, known)

    def _columns(self) -> list[str]:
        known = {column.name for column in self.table.columns}
        try:
            found = self._damaged.execute(
                f"PRAGMA table_info({self.table.name})"
            ).fetchall()
        except _DAMAGE as error:
            self.failed = words_of(error)
            return []
        names = [
            row[1].decode() if isinstance(row[1], bytes) else row[1] for row in found
        ]
        if not names:
            self.failed = tr("it is not there")
        return [name for name in names if name in known]

    def _run(
        self, after: object, *, down: bool
    ) -> Generator[Row, None, tuple[object, bool]]:
        """Yield rows from one end; return the last key and whether it was all."""
        last = None
        try:
            for row in self._select("> ?", after, down=down):
                last = row[0]
                yield from self._decoded(row)
        except _DAMAGE as error:
            self.failed = self.failed or words_of(error)
            return last, False
        return last, True

    def _between(self, low: object, high: object, known: Known) -> Iterator[Row]:
        """Yield the rows of single keys that neither end has reached."""
        missed = 0
        for key in self._keys(low, high, known):
            missed += 1
            try:
                for row in self._select("= ?", key, down=False):
                    missed = 0
                    yield from self._decoded(row)
            except _DAMAGE:  # one of those that are lost
                self._progress.step(0, 0)
            if missed > _LONGEST_GAP:
                return

    def _keys(self, low: object, high: object, known: Known) -> Iterable[object]:
        if self._key == "rowid":
            first = low if isinstance(low, int) else 0
            return range(first + 1, high if isinstance(high, int) else _MAX_ROWID)
        found = known(self._key)
        first_key = low.decode() if isinstance(low, bytes) else ""
        last_key = high.decode() if isinstance(high, bytes) else _LAST
        return [key for key in found if first_key <= key <= last_key]

    def _select(self, condition: str, key: object, *, down: bool) -> Iterator[Row]:
        columns = ", ".join(f'"{name}"' for name in self.columns)
        where = "" if key is None else f" WHERE {self._key} {condition}"
        cursor = self._damaged.execute(
            f"SELECT {self._key}, {columns} FROM {self.table.name}{where}"  # noqa: S608
            f" ORDER BY {self._key} {'DESC' if down else 'ASC'}",
            () if key is None else (key,),
        )
        while batch := cursor.fetchmany(_BATCH):
            self._progress.step(0, 0)
            yield from batch

    def _decoded(self, row: Row) -> Iterator[Row]:
        """Yield a row without its key, unless a text in it is none."""
        try:
            yield tuple(
                value.decode()
                if isinstance(value, bytes) and name not in self._blobs
                else value
                for name, value in zip(self.columns, row[1:], strict=True)
            )
        except UnicodeDecodeError as error:
            self.failed = self.failed or words_of(error)
