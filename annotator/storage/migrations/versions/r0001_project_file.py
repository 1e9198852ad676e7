"""Make the first project file: documents, layers, log, suggestions, search."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_CLUSTERED = {"sqlite_with_rowid": False}


def upgrade() -> None:
    """Make all tables."""
    _project()
    _documents()
    _layers()
    _marks()
    _log()
    _suggestions()
    _memory()
    _search()


def _strings(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.String(), nullable=False) for name in names]


def _integers(*names: str) -> list[sa.Column[int]]:
    return [sa.Column(name, sa.Integer(), nullable=False) for name in names]


def _blobs(*names: str) -> list[sa.Column[bytes]]:
    return [sa.Column(name, sa.LargeBinary(), nullable=False) for name in names]


def _refers(
    columns: list[str], targets: list[str], ondelete: str | None = None
) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        columns, targets, ondelete=ondelete, deferrable=True, initially="DEFERRED"
    )


def _of_document() -> sa.ForeignKeyConstraint:
    return _refers(["document_id"], ["documents.id"])


def _of_annotator() -> sa.ForeignKeyConstraint:
    return _refers(["annotator_id"], ["annotators.id"])


def _of_layer() -> sa.ForeignKeyConstraint:
    return _refers(
        ["document_id", "annotator_id"], ["layers.document_id", "layers.annotator_id"]
    )


def _project() -> None:
    op.create_table(
        "project",
        *_strings("id", "name", "created", "pipeline", "schema_toml"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "annotators",
        *_strings("id", "name"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("name"),
    )


def _documents() -> None:
    op.create_table(
        "documents",
        *_strings("id"),
        *_integers("position", "length"),
        *_strings("title", "source", "date", "url", "meta"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("position"),
    )
    op.create_table(
        "document_texts",
        *_strings("document_id", "text"),
        sa.PrimaryKeyConstraint("document_id"),
        _of_document(),
    )
    op.create_table(
        "tokens",
        *_strings("document_id", "tokenizer"),
        *_blobs("starts", "lengths", "sentences"),
        sa.PrimaryKeyConstraint("document_id"),
        _of_document(),
    )


def _layers() -> None:
    op.create_table(
        "layers",
        *_strings("document_id", "annotator_id", "status"),
        sa.PrimaryKeyConstraint("document_id", "annotator_id"),
        _of_document(),
        _of_annotator(),
        **_CLUSTERED,
    )
    op.create_index("ix_layers_status", "layers", ["annotator_id", "status"])


def _marks() -> None:
    op.create_table(
        "annotations",
        *_strings("id", "document_id", "annotator_id", "kind", "label"),
        *_integers("start", "end"),
        *_strings("sole_role", "attributes", "note", "origin", "created", "modified"),
        sa.PrimaryKeyConstraint("id"),
        sa.CheckConstraint(
            'start >= 0 AND start < "end"', name="ck_annotations_extent"
        ),
        _of_layer(),
    )
    op.create_index(
        "ix_annotations_layer",
        "annotations",
        ["document_id", "annotator_id", "start", sa.text('"end" DESC')],
    )
    op.create_table(
        "fragments",
        *_strings("annotation_id"),
        *_integers("position"),
        *_strings("role"),
        *_integers("start", "end"),
        *_strings("surface"),
        sa.PrimaryKeyConstraint("annotation_id", "position"),
        sa.CheckConstraint('start >= 0 AND start < "end"', name="ck_fragments_offsets"),
        _refers(["annotation_id"], ["annotations.id"], "CASCADE"),
        **_CLUSTERED,
    )
    op.create_table(
        "links",
        *_strings("id", "document_id", "annotator_id", "label"),
        *_strings("source_id", "target_id"),
        sa.PrimaryKeyConstraint("id"),
        _of_layer(),
        _refers(["source_id"], ["annotations.id"]),
        _refers(["target_id"], ["annotations.id"]),
    )
    op.create_index("ix_links_layer", "links", ["document_id", "annotator_id"])
    op.create_index("ix_links_source", "links", ["source_id"])
    op.create_index("ix_links_target", "links", ["target_id"])


def _log() -> None:
    op.create_table(
        "operations",
        *_strings("id"),
        *_integers("seq"),
        *_strings("annotator_id", "document_id", "name", "time"),
        sa.Column("undone", sa.Boolean(), nullable=False),
        *_strings("forward", "inverse"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("seq"),
        _of_layer(),
    )
    stack = ["annotator_id", "undone", "seq"]
    op.create_index("ix_operations_stack", "operations", stack)


def _suggestions() -> None:
    op.create_table(
        "suggestions",
        *_strings("id", "document_id", "pipeline", "version", "kind", "label", "parts"),
        sa.Column("score", sa.Float(), nullable=False),
        *_strings("attributes", "reason"),
        sa.PrimaryKeyConstraint("id"),
        _of_document(),
    )
    op.create_index("ix_suggestions_document", "suggestions", ["document_id"])
    op.create_table(
        "suggestion_runs",
        *_strings("document_id", "pipeline", "kind", "version"),
        sa.PrimaryKeyConstraint("document_id", "pipeline", "kind"),
        _of_document(),
        **_CLUSTERED,
    )
    op.create_table(
        "verdicts",
        *_strings("suggestion_id", "annotator_id", "document_id", "decision"),
        sa.Column("annotation_id", sa.String(), nullable=True),
        *_strings("time"),
        sa.PrimaryKeyConstraint("suggestion_id", "annotator_id"),
        _of_layer(),
        **_CLUSTERED,
    )
    op.create_index("ix_verdicts_layer", "verdicts", ["document_id", "annotator_id"])


def _memory() -> None:
    op.create_table(
        "places",
        *_strings("annotator_id", "document_id", "place"),
        sa.PrimaryKeyConstraint("annotator_id", "document_id"),
        _of_document(),
        _of_annotator(),
        **_CLUSTERED,
    )
    op.create_table(
        "settings",
        *_strings("annotator_id", "name", "value"),
        sa.PrimaryKeyConstraint("annotator_id", "name"),
        _of_annotator(),
        **_CLUSTERED,
    )


def _search() -> None:
    # SQLite's own full-text search; another database would bring another step.
    op.execute(
        """CREATE VIEW searchable_documents AS
    SELECT d.position AS position, d.title AS title, t.text AS text
    FROM documents AS d JOIN document_texts AS t ON t.document_id = d.id"""
    )
    op.execute(
        """CREATE VIRTUAL TABLE document_search USING fts5(
    title, text, content='searchable_documents', content_rowid='position',
    tokenize='unicode61 remove_diacritics 2')"""
    )
