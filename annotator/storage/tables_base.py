"""What the tables of a project file have in common."""

from typing import Any

from sqlalchemy import ForeignKeyConstraint, MetaData
from sqlalchemy.orm import registry
from sqlalchemy.types import TypeEngine
from sqlmodel import Field, SQLModel

WITHOUT_ROWID = {"sqlite_with_rowid": False}


class ProjectBase(SQLModel, registry=registry()):
    """Keeps these tables apart from whatever else uses SQLModel in the process."""

    metadata = MetaData()


def reference(
    column: str, target: str, *, cascade: bool = False
) -> ForeignKeyConstraint:
    """Return a foreign key that is checked when the transaction ends.

    Deferred, so that a change may put and remove things in any order.
    """
    return ForeignKeyConstraint(
        [column],
        [target],
        ondelete="CASCADE" if cascade else None,
        deferrable=True,
        initially="DEFERRED",
    )


def layer_reference() -> ForeignKeyConstraint:
    """Return the foreign key to the layer that a row belongs to, as above."""
    return ForeignKeyConstraint(
        ["document_id", "annotator_id"],
        ["layers.document_id", "layers.annotator_id"],
        deferrable=True,
        initially="DEFERRED",
    )


def added(default: str, kind: type[TypeEngine[Any]]) -> Any:
    """Return a column that a migration added to a table that has rows."""
    return Field(sa_column_kwargs={"server_default": default}, sa_type=kind)
