"""The tables of what people made of the articles, and the log of how."""

from sqlalchemy import CheckConstraint, Index, String, UniqueConstraint, text
from sqlmodel import Field

from annotator.storage.tables_base import (
    WITHOUT_ROWID,
    ProjectBase,
    added,
    layer_reference,
    reference,
)


class LayerTable(ProjectBase, table=True):
    """One annotator on one document; made when they first touch it.

    ``changed`` is the stamp of its newest change; see ``stamps``.
    """

    __tablename__ = "layers"
    __table_args__ = (
        reference("document_id", "documents.id"),
        reference("annotator_id", "annotators.id"),
        Index("ix_layers_status", "annotator_id", "status"),
        Index("ix_layers_changed", "changed"),
        WITHOUT_ROWID,
    )

    document_id: str = Field(primary_key=True)
    annotator_id: str = Field(primary_key=True)
    status: str
    changed: str = added("", String)


class AnnotationTable(ProjectBase, table=True):
    """An annotation; ``start`` and ``end`` span all of its fragments.

    ``sole_role`` is the role of its only fragment, and empty where it has several:
    nearly all have one, and are read without looking into ``fragments``.
    """

    __tablename__ = "annotations"
    __table_args__ = (
        CheckConstraint('start >= 0 AND start < "end"', name="ck_annotations_extent"),
        layer_reference(),
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
        reference("annotation_id", "annotations.id", cascade=True),
        WITHOUT_ROWID,
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
        layer_reference(),
        reference("source_id", "annotations.id"),
        reference("target_id", "annotations.id"),
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


class VerdictTable(ProjectBase, table=True):
    """An annotator's decision on a suggestion.

    Neither the suggestion nor the annotation is a foreign key. A new run of the
    pipeline may take a suggestion away between an undo and its redo, and what came
    of it may be deleted later; the decision was still made.
    """

    __tablename__ = "verdicts"
    __table_args__ = (
        layer_reference(),
        Index("ix_verdicts_layer", "document_id", "annotator_id"),
        WITHOUT_ROWID,
    )

    suggestion_id: str = Field(primary_key=True)
    annotator_id: str = Field(primary_key=True)
    document_id: str
    decision: str
    annotation_id: str | None
    time: str


class SettlementTable(ProjectBase, table=True):
    """How a thing of the settled layer came about; its sources as JSON.

    ``annotation_id`` is no foreign key: it is empty where nothing was taken.
    """

    __tablename__ = "settlements"
    __table_args__ = (
        layer_reference(),
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
        reference("document_id", "documents.id"),
        reference("author_id", "annotators.id"),
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


class OperationTable(ProjectBase, table=True):
    """The log that undo and redo read; ``seq`` rises with every operation.

    ``made`` is the stamp it was committed with, ``moved`` that of its newest undo or
    redo.
    """

    __tablename__ = "operations"
    __table_args__ = (
        UniqueConstraint("seq"),
        layer_reference(),
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
    made: str = added("", String)
    moved: str = added("", String)


class StampTable(ProjectBase, table=True):
    """When something of a layer was last changed or removed, for merging files.

    ``stamp`` is an id that sorts behind that of everything its maker knew of. What
    has no row was never changed by hand. ``annotator_id`` is empty for comments,
    zones, the language and the bin, which are nobody's. ``payload`` keeps what is there
    but cannot be shown: a link whose end another copy of the layer has removed.
    """

    __tablename__ = "stamps"
    __table_args__ = (reference("document_id", "documents.id"), WITHOUT_ROWID)

    document_id: str = Field(primary_key=True)
    annotator_id: str = Field(primary_key=True)
    kind: str = Field(primary_key=True)
    item: str = Field(primary_key=True)
    stamp: str
    removed: bool
    payload: str
