"""The tables of a project file.

They are what the newest migration leaves behind; a test holds the two equal.
SQLModel does not validate table rows and they break outside a session, so no row
object ever leaves this package: readers turn columns into domain objects.
"""

from sqlalchemy import Column, PrimaryKeyConstraint, String, Table

# For the tables that they define.
from annotator.storage import (  # noqa: F401
    tables_documents,
    tables_layers,
    tables_project,
)
from annotator.storage.tables_base import ProjectBase

metadata = ProjectBase.metadata

# Alembic's own, here so that a new file can be made without Alembic.
Table(
    "alembic_version",
    metadata,
    Column("version_num", String(32), nullable=False),
    PrimaryKeyConstraint("version_num", name="alembic_version_pkc"),
)


def table(name: str) -> Table:
    """Return the table of that name, for SQLAlchemy Core."""
    return metadata.tables[name]
