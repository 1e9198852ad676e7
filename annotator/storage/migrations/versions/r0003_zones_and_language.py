"""Zones of boilerplate, and the language of documents."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make the new table and columns; nobody has looked at any document yet."""
    op.add_column("documents", _added("language", sa.String(), ""))
    op.add_column("documents", _added("surveyed", sa.Integer(), "0"))
    op.create_index("ix_documents_surveyed", "documents", ["surveyed"])
    op.add_column("suggestions", _added("zoned", sa.Boolean(), "0"))
    op.add_column("suggestion_runs", _added("stale", sa.Boolean(), "0"))
    _zones()


def _added(name: str, kind: sa.types.TypeEngine[Any], default: str) -> sa.Column[Any]:
    """Return a column for a table that has rows."""
    return sa.Column(name, kind, nullable=False, server_default=default)


def _zones() -> None:
    op.create_table(
        "zones",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("document_id", sa.String(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("marked_by", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.CheckConstraint('start >= 0 AND start < "end"', name="ck_zones_offsets"),
        sa.ForeignKeyConstraint(
            ["document_id"], ["documents.id"], deferrable=True, initially="DEFERRED"
        ),
    )
    op.create_index("ix_zones_document", "zones", ["document_id", "start"])
