"""Bringing a project file up to date, one numbered migration at a time.

The migrations are Alembic scripts in ``migrations/versions``; their revision ids
are numbers with leading zeros. Alembic is imported only if there is one to run.
"""

from __future__ import annotations

from pathlib import Path

from annotator.domain.errors import EnvironmentFault
from annotator.domain.wording import tr
from annotator.storage.database import Database
from annotator.storage.shelf import Why, keep

SCRIPTS = Path(__file__).resolve().parent / "migrations"
VERSION = 4
"""The number of the newest migration; a test holds it equal to the scripts."""


def revision(number: int) -> str:
    """Return the revision id of a migration's number."""
    return f"{number:04d}"


def stored_version(database: Database) -> int:
    """Return the number of the newest migration a file has been through."""
    return int(database.value("SELECT version_num FROM alembic_version") or 0)


def stamp(database: Database, number: int) -> None:
    """Say in the file's header, too, which version it is.

    The header can be read without opening the file, so that a newer one is refused
    before anything touches it.
    """
    database.raw.execute(f"PRAGMA user_version = {number}")


def migrate(
    database: Database,
    *,
    scripts: Path = SCRIPTS,
    target: int = VERSION,
    keep_old: bool = True,
) -> Path | None:
    """Bring an older file up to date; return the backup made first, if any.

    Each migration is one transaction with its own record: when one fails, the file
    stays at the version before it.

    Raises:
        EnvironmentFault: The backup could not be made, or a migration failed.
    """
    present = stored_version(database)
    if present >= target:
        return None
    backup = keep(database, Why.MIGRATION) if keep_old else None
    # Tables that others refer to cannot be rebuilt while references are enforced.
    database.raw.execute("PRAGMA foreign_keys = OFF")
    try:
        for number in range(present + 1, target + 1):
            _step(database, scripts, number, backup)
    finally:
        database.raw.execute("PRAGMA foreign_keys = ON")
    return backup


def _step(database: Database, scripts: Path, number: int, backup: Path | None) -> None:
    try:
        with database.transaction(durable=True):
            run_step(database, scripts, number)
            _refuse_loose_ends(database)
    except Exception as error:
        why = str(error).split("\n", 1)[0]
        if backup is None:
            message = tr(
                "{path} could not be brought up to version {number} ({why});"
                " it is as it was before.",
                path=database.path,
                number=number,
                why=why,
            )
        else:
            message = tr(
                "{path} could not be brought up to version {number} ({why});"
                " it is as it was before, and there is a copy in {backup}.",
                path=database.path,
                number=number,
                why=why,
                backup=backup,
            )
        raise EnvironmentFault(message) from error


def _refuse_loose_ends(database: Database) -> None:
    if database.rows("PRAGMA foreign_key_check"):
        raise EnvironmentFault(tr("references between its tables would break"))


def run_step(database: Database, scripts: Path, number: int) -> None:
    """Run one migration inside of the open transaction."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(scripts).replace("%", "%%"))
    config.attributes["connection"] = database.connection
    command.upgrade(config, revision(number))
    stamp(database, number)
