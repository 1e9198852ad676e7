"""The tables of a project file.

They are what the newest migration leaves behind; a test holds the two equal.
SQLModel does not validate table rows and they break outside a session, so no row
object ever leaves this package: readers turn columns into domain objects.
"""

from typing import Any

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    UniqueConstraint,
    text,
)
from sqlalchemy.orm import registry
from sqlalchemy.types import TypeEngine
from sqlmodel import Field, SQLModel

_WITHOUT_ROWID = {"sqlite_with_rowid": False}


def _reference(
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


def _layer_reference() -> ForeignKeyConstraint:
    return ForeignKeyConstraint(
        ["document_id", "annotator_id"],
        ["layers.document_id", "layers.annotator_id"],
        deferrable=True,
        initially="DEFERRED",
    )


def _added(default: str, kind: type[TypeEngine[Any]]) -> Any:
    """Return a column that a migration added to a table that has rows."""
    return Field(sa_column_kwargs={"server_default": default}, sa_type=kind)


class ProjectBase(SQLModel, registry=registry()):
    """Keeps these tables apart from whatever else uses SQLModel in the process."""

    metadata = MetaData()


class ProjectTable(ProjectBase, table=True):
    """The one row that describes the project."""

    __tablename__ = "project"

    id: str = Field(primary_key=True)
    name: str
    created: str
    pipeline: str
    schema_toml: str
    handout_for: str = _added("", String)
    schema_changed: str = _added("", String)
    schema_version: int = _added("1", Integer)


class AnnotatorTable(ProjectBase, table=True):
    """Who annotates; ``gold`` is one of them."""

    __tablename__ = "annotators"
    __table_args__ = (UniqueConstraint("name"),)

    id: str = Field(primary_key=True)
    name: str
    retired: bool = _added("0", Boolean)
    lead: bool = _added("0", Boolean)


class DocumentTable(ProjectBase, table=True):
    """What lists show of a document: everything but its text.

    ``surveyed`` is 1 where somebody has looked for zones, 2 for the language as well.
    """

    __tablename__ = "documents"
    __table_args__ = (
        UniqueConstraint("position"),
        Index("ix_documents_surveyed", "surveyed"),
    )

    id: str = Field(primary_key=True)
    position: int
    length: int
    title: str
    source: str
    date: str
    url: str
    meta: str
    language: str = _added("", String)
    surveyed: int = _added("0", Integer)


class TextTable(ProjectBase, table=True):
    """The text, apart, so that no list ever reads over it."""

    __tablename__ = "document_texts"
    __table_args__ = (_reference("document_id", "documents.id"),)

    document_id: str = Field(primary_key=True)
    text: str


class TokenTable(ProjectBase, table=True):
    """Tokens as packed offsets; see ``encoding.pack``."""

    __tablename__ = "tokens"
    __table_args__ = (_reference("document_id", "documents.id"),)

    document_id: str = Field(primary_key=True)
    tokenizer: str
    starts: bytes = Field(sa_column=Column(LargeBinary, nullable=False))
    lengths: bytes = Field(sa_column=Column(LargeBinary, nullable=False))
    sentences: bytes = Field(sa_column=Column(LargeBinary, nullable=False))


class LayerTable(ProjectBase, table=True):
    """One annotator on one document; made when they first touch it.

    ``changed`` is the stamp of its newest change; see ``stamps``.
    """

    __tablename__ = "layers"
    __table_args__ = (
        _reference("document_id", "documents.id"),
        _reference("annotator_id", "annotators.id"),
        Index("ix_layers_status", "annotator_id", "status"),
        Index("ix_layers_changed", "changed"),
        _WITHOUT_ROWID,
    )

    document_id: str = Field(primary_key=True)
    annotator_id: str = Field(primary_key=True)
    status: str
    changed: str = _added("", String)


class AnnotationTable(ProjectBase, table=True):
    """An annotation; ``start`` and ``end`` span all of its fragments.

    ``sole_role`` is the role of its only fragment, and empty where it has several:
    nearly all have one, and are read without looking into ``fragments``.
    """

    __tablename__ = "annotations"
    __table_args__ = (
        CheckConstraint('start >= 0 AND start < "end"', name="ck_annotations_extent"),
        _layer_reference(),
        Index(
            "ix_annotations_layer",
            "document_id",
            "annotator_id",
            "start",
            text('"end" DESC'),
        ),
    )

    id: str = Field(primary_key=True)
    document_id: str
    annotator_id: str
    kind: str
    label: str
    start: int
    end: int
    sole_role: str
    attributes: str
    note: str
    origin: str
    created: str
    modified: str


class FragmentTable(ProjectBase, table=True):
    """One ``[start, end)`` of an annotation, with the characters seen there.

    ``position`` numbers all fragments of the annotation, which keeps the order of
    its roles.
    """

    __tablename__ = "fragments"
    __table_args__ = (
        CheckConstraint('start >= 0 AND start < "end"', name="ck_fragments_offsets"),
        _reference("annotation_id", "annotations.id", cascade=True),
        _WITHOUT_ROWID,
    )

    annotation_id: str = Field(primary_key=True)
    position: int = Field(primary_key=True)
    role: str
    start: int
    end: int
    surface: str


class LinkTable(ProjectBase, table=True):
    """A typed relation between two annotations of one layer.

    The ends do not cascade: whoever deletes an annotation names its links, or undo
    could not bring them back.
    """

    __tablename__ = "links"
    __table_args__ = (
        _layer_reference(),
        _reference("source_id", "annotations.id"),
        _reference("target_id", "annotations.id"),
        Index("ix_links_layer", "document_id", "annotator_id"),
        Index("ix_links_source", "source_id"),
        Index("ix_links_target", "target_id"),
    )

    id: str = Field(primary_key=True)
    document_id: str
    annotator_id: str
    label: str
    source_id: str
    target_id: str


class OperationTable(ProjectBase, table=True):
    """The log that undo and redo read; ``seq`` rises with every operation.

    ``made`` is the stamp it was committed with, ``moved`` that of its newest undo or
    redo.
    """

    __tablename__ = "operations"
    __table_args__ = (
        UniqueConstraint("seq"),
        _layer_reference(),
        Index("ix_operations_stack", "annotator_id", "undone", "seq"),
    )

    id: str = Field(primary_key=True)
    seq: int
    annotator_id: str
    document_id: str
    name: str
    time: str
    undone: bool
    forward: str
    inverse: str
    made: str = _added("", String)
    moved: str = _added("", String)


class SuggestionTable(ProjectBase, table=True):
    """What a pipeline proposes; its parts as JSON, for nothing looks inside.

    ``zoned`` says that it touches a zone, so that nobody is shown it.
    """

    __tablename__ = "suggestions"
    __table_args__ = (
        _reference("document_id", "documents.id"),
        Index("ix_suggestions_document", "document_id"),
    )

    id: str = Field(primary_key=True)
    document_id: str
    pipeline: str
    version: str
    kind: str
    label: str
    parts: str
    score: float
    attributes: str
    reason: str
    zoned: bool = _added("0", Boolean)


class RunTable(ProjectBase, table=True):
    """Which pipeline has looked for which kind in a document, found or not.

    ``stale`` says that text it has not seen has come out of a zone since.
    """

    __tablename__ = "suggestion_runs"
    __table_args__ = (_reference("document_id", "documents.id"), _WITHOUT_ROWID)

    document_id: str = Field(primary_key=True)
    pipeline: str = Field(primary_key=True)
    kind: str = Field(primary_key=True)
    version: str
    stale: bool = _added("0", Boolean)


class VerdictTable(ProjectBase, table=True):
    """An annotator's decision on a suggestion.

    Neither the suggestion nor the annotation is a foreign key. A new run of the
    pipeline may take a suggestion away between an undo and its redo, and what came
    of it may be deleted later; the decision was still made.
    """

    __tablename__ = "verdicts"
    __table_args__ = (
        _layer_reference(),
        Index("ix_verdicts_layer", "document_id", "annotator_id"),
        _WITHOUT_ROWID,
    )

    suggestion_id: str = Field(primary_key=True)
    annotator_id: str = Field(primary_key=True)
    document_id: str
    decision: str
    annotation_id: str | None
    time: str


class PlaceTable(ProjectBase, table=True):
    """Where an annotator was in a document, as the window wrote it (JSON)."""

    __tablename__ = "places"
    __table_args__ = (
        _reference("document_id", "documents.id"),
        _reference("annotator_id", "annotators.id"),
        _WITHOUT_ROWID,
    )

    annotator_id: str = Field(primary_key=True)
    document_id: str = Field(primary_key=True)
    place: str


class SettingTable(ProjectBase, table=True):
    """One thing the window remembers for an annotator (JSON)."""

    __tablename__ = "settings"
    __table_args__ = (_reference("annotator_id", "annotators.id"), _WITHOUT_ROWID)

    annotator_id: str = Field(primary_key=True)
    name: str = Field(primary_key=True)
    value: str


class AssignmentTable(ProjectBase, table=True):
    """One document given to one annotator."""

    __tablename__ = "assignments"
    __table_args__ = (
        _reference("document_id", "documents.id"),
        _reference("annotator_id", "annotators.id"),
        Index("ix_assignments_document", "document_id"),
        _WITHOUT_ROWID,
    )

    annotator_id: str = Field(primary_key=True)
    document_id: str = Field(primary_key=True)
    shared: bool
    suggestions_withheld: bool
    created: str


class TimeTable(ProjectBase, table=True):
    """How long an annotator worked on a document in one sitting."""

    __tablename__ = "time_spent"
    __table_args__ = (
        _reference("document_id", "documents.id"),
        _reference("annotator_id", "annotators.id"),
        _WITHOUT_ROWID,
    )

    annotator_id: str = Field(primary_key=True)
    document_id: str = Field(primary_key=True)
    sitting: str = Field(primary_key=True)
    seconds: float
    started: str


class SettlementTable(ProjectBase, table=True):
    """How a thing of the settled layer came about; its sources as JSON.

    ``annotation_id`` is no foreign key: it is empty where nothing was taken.
    """

    __tablename__ = "settlements"
    __table_args__ = (
        _layer_reference(),
        Index("ix_settlements_layer", "document_id", "annotator_id"),
    )

    id: str = Field(primary_key=True)
    document_id: str
    annotator_id: str
    key: str
    how: str
    by: str
    time: str
    sources: str
    annotation_id: str


class CommentTable(ProjectBase, table=True):
    """What somebody says about a passage."""

    __tablename__ = "comments"
    __table_args__ = (
        CheckConstraint('start >= 0 AND start <= "end"', name="ck_comments_offsets"),
        _reference("document_id", "documents.id"),
        _reference("author_id", "annotators.id"),
        Index("ix_comments_document", "document_id", "start"),
    )

    id: str = Field(primary_key=True)
    document_id: str
    start: int
    end: int
    author_id: str
    time: str
    text: str
    resolved: bool


class ZoneTable(ProjectBase, table=True):
    """What of a document is boilerplate.

    ``marked_by`` is no foreign key: it is empty where a rule has found the zone.
    """

    __tablename__ = "zones"
    __table_args__ = (
        CheckConstraint('start >= 0 AND start < "end"', name="ck_zones_offsets"),
        _reference("document_id", "documents.id"),
        Index("ix_zones_document", "document_id", "start"),
    )

    id: str = Field(primary_key=True)
    document_id: str
    start: int
    end: int
    kind: str
    marked_by: str


class BinTable(ProjectBase, table=True):
    """A document that somebody has taken out of the project; see ``bin``.

    ``by`` is no foreign key: it came with a file of somebody who has no work here.
    """

    __tablename__ = "bin"
    __table_args__ = (_reference("document_id", "documents.id"), _WITHOUT_ROWID)

    document_id: str = Field(primary_key=True)
    by: str
    time: str


class FormerSchemaTable(ProjectBase, table=True):
    """A schema that the project had before, and from when on it had it."""

    __tablename__ = "former_schemas"
    __table_args__ = (_WITHOUT_ROWID,)

    version: int = Field(primary_key=True)
    toml: str
    since: str


class StampTable(ProjectBase, table=True):
    """When something of a layer was last changed or removed, for merging files.

    ``stamp`` is an id that sorts behind that of everything its maker knew of. What
    has no row was never changed by hand. ``annotator_id`` is empty for comments,
    zones, the language and the bin, which are nobody's. ``payload`` keeps what is there
    but cannot be shown: a link whose end another copy of the layer has removed.
    """

    __tablename__ = "stamps"
    __table_args__ = (_reference("document_id", "documents.id"), _WITHOUT_ROWID)

    document_id: str = Field(primary_key=True)
    annotator_id: str = Field(primary_key=True)
    kind: str = Field(primary_key=True)
    item: str = Field(primary_key=True)
    stamp: str
    removed: bool
    payload: str


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
