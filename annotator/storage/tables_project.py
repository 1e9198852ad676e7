"""The tables that describe the project and who works on it."""

from sqlalchemy import Boolean, Index, Integer, String, UniqueConstraint
from sqlmodel import Field

from annotator.storage.tables_base import WITHOUT_ROWID, ProjectBase, added, reference


class ProjectTable(ProjectBase, table=True):
    """The one row that describes the project."""

    __tablename__ = "project"

    id: str = Field(primary_key=True)
    name: str
    created: str
    pipeline: str
    schema_toml: str
    handout_for: str = added("", String)
    schema_changed: str = added("", String)
    schema_version: int = added("1", Integer)


class FormerSchemaTable(ProjectBase, table=True):
    """A schema that the project had before, and from when on it had it."""

    __tablename__ = "former_schemas"
    __table_args__ = (WITHOUT_ROWID,)

    version: int = Field(primary_key=True)
    toml: str
    since: str


class AnnotatorTable(ProjectBase, table=True):
    """Who annotates; ``gold`` is one of them."""

    __tablename__ = "annotators"
    __table_args__ = (UniqueConstraint("name"),)

    id: str = Field(primary_key=True)
    name: str
    retired: bool = added("0", Boolean)
    lead: bool = added("0", Boolean)


class AssignmentTable(ProjectBase, table=True):
    """One document given to one annotator."""

    __tablename__ = "assignments"
    __table_args__ = (
        reference("document_id", "documents.id"),
        reference("annotator_id", "annotators.id"),
        Index("ix_assignments_document", "document_id"),
        WITHOUT_ROWID,
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
        reference("document_id", "documents.id"),
        reference("annotator_id", "annotators.id"),
        WITHOUT_ROWID,
    )

    annotator_id: str = Field(primary_key=True)
    document_id: str = Field(primary_key=True)
    sitting: str = Field(primary_key=True)
    seconds: float
    started: str


class PlaceTable(ProjectBase, table=True):
    """Where an annotator was in a document, as the window wrote it (JSON)."""

    __tablename__ = "places"
    __table_args__ = (
        reference("document_id", "documents.id"),
        reference("annotator_id", "annotators.id"),
        WITHOUT_ROWID,
    )

    annotator_id: str = Field(primary_key=True)
    document_id: str = Field(primary_key=True)
    place: str


class SettingTable(ProjectBase, table=True):
    """One thing the window remembers for an annotator (JSON)."""

    __tablename__ = "settings"
    __table_args__ = (reference("annotator_id", "annotators.id"), WITHOUT_ROWID)

    annotator_id: str = Field(primary_key=True)
    name: str = Field(primary_key=True)
    value: str
