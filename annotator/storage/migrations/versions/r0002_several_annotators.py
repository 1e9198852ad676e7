"""Several annotators: roles, assignments, time, settlements, comments, stamps."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from annotator.storage.migrations.stamping import stamp_history

revision = "0002"
down_revision = "0001"

_CLUSTERED = {"sqlite_with_rowid": False}


def upgrade() -> None:
    """Make the new tables and columns, and stamp what the history tells."""
    _columns()
    _assignments()
    _time()
    _settlements()
    _comments()
    _stamps()
    stamp_history(op.get_bind())


def _strings(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.String(), nullable=False) for name in names]


def _integers(*names: str) -> list[sa.Column[int]]:
    return [sa.Column(name, sa.Integer(), nullable=False) for name in names]


def _flags(*names: str) -> list[sa.Column[bool]]:
    return [sa.Column(name, sa.Boolean(), nullable=False) for name in names]


def _added(name: str, kind: sa.types.TypeEngine[Any], default: str) -> sa.Column[Any]:
    """Return a column for a table that has rows."""
    return sa.Column(name, kind, nullable=False, server_default=default)


def _refers(columns: list[str], targets: list[str]) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        columns, targets, deferrable=True, initially="DEFERRED"
    )


def _of_document() -> sa.ForeignKeyConstraint:
    return _refers(["document_id"], ["documents.id"])


def _of_annotator(column: str = "annotator_id") -> sa.ForeignKeyConstraint:
    return _refers([column], ["annotators.id"])


def _columns() -> None:
    for name in ("retired", "lead"):
        op.add_column("annotators", _added(name, sa.Boolean(), "0"))
    for table, name, default in (
        ("project", "handout_for", ""),
        ("project", "schema_changed", ""),
        ("layers", "changed", ""),
        ("operations", "made", ""),
        ("operations", "moved", ""),
    ):
        op.add_column(table, _added(name, sa.String(), default))
    op.add_column("project", _added("schema_version", sa.Integer(), "1"))
    op.create_index("ix_layers_changed", "layers", ["changed"])


def _assignments() -> None:
    op.create_table(
        "assignments",
        *_strings("annotator_id", "document_id"),
        *_flags("shared", "suggestions_withheld"),
        *_strings("created"),
        sa.PrimaryKeyConstraint("annotator_id", "document_id"),
        _of_document(),
        _of_annotator(),
        **_CLUSTERED,
    )
    op.create_index("ix_assignments_document", "assignments", ["document_id"])


def _time() -> None:
    op.create_table(
        "time_spent",
        *_strings("annotator_id", "document_id", "sitting"),
        sa.Column("seconds", sa.Float(), nullable=False),
        *_strings("started"),
        sa.PrimaryKeyConstraint("annotator_id", "document_id", "sitting"),
        _of_document(),
        _of_annotator(),
        **_CLUSTERED,
    )


def _settlements() -> None:
    op.create_table(
        "settlements",
        *_strings("id", "document_id", "annotator_id", "key", "how", "by", "time"),
        *_strings("sources", "annotation_id"),
        sa.PrimaryKeyConstraint("id"),
        _refers(
            ["document_id", "annotator_id"],
            ["layers.document_id", "layers.annotator_id"],
        ),
    )
    op.create_index(
        "ix_settlements_layer", "settlements", ["document_id", "annotator_id"]
    )


def _comments() -> None:
    op.create_table(
        "comments",
        *_strings("id", "document_id"),
        *_integers("start", "end"),
        *_strings("author_id", "time", "text"),
        *_flags("resolved"),
        sa.PrimaryKeyConstraint("id"),
        sa.CheckConstraint('start >= 0 AND start <= "end"', name="ck_comments_offsets"),
        _of_document(),
        _of_annotator("author_id"),
    )
    op.create_index("ix_comments_document", "comments", ["document_id", "start"])


def _stamps() -> None:
    op.create_table(
        "stamps",
        *_strings("document_id", "annotator_id", "kind", "item", "stamp"),
        *_flags("removed"),
        *_strings("payload"),
        sa.PrimaryKeyConstraint("document_id", "annotator_id", "kind", "item"),
        _of_document(),
        **_CLUSTERED,
    )
