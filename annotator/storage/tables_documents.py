"""The tables of the articles: what everybody has, and what pipelines propose."""

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Index,
    Integer,
    LargeBinary,
    String,
    UniqueConstraint,
)
from sqlmodel import Field

from annotator.storage.tables_base import WITHOUT_ROWID, ProjectBase, added, reference


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
    language: str = added("", String)
    surveyed: int = added("0", Integer)


class TextTable(ProjectBase, table=True):
    """The text, apart, so that no list ever reads over it."""

    __tablename__ = "document_texts"
    __table_args__ = (reference("document_id", "documents.id"),)

    document_id: str = Field(primary_key=True)
    text: str


class TokenTable(ProjectBase, table=True):
    """Tokens as packed offsets; see ``encoding.pack``."""

    __tablename__ = "tokens"
    __table_args__ = (reference("document_id", "documents.id"),)

    document_id: str = Field(primary_key=True)
    tokenizer: str
    starts: bytes = Field(sa_column=Column(LargeBinary, nullable=False))
    lengths: bytes = Field(sa_column=Column(LargeBinary, nullable=False))
    sentences: bytes = Field(sa_column=Column(LargeBinary, nullable=False))


class ZoneTable(ProjectBase, table=True):
    """What of a document is boilerplate.

    ``marked_by`` is no foreign key: it is empty where a rule has found the zone.
    """

    __tablename__ = "zones"
    __table_args__ = (
        CheckConstraint('start >= 0 AND start < "end"', name="ck_zones_offsets"),
        reference("document_id", "documents.id"),
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
    __table_args__ = (reference("document_id", "documents.id"), WITHOUT_ROWID)

    document_id: str = Field(primary_key=True)
    by: str
    time: str


class SuggestionTable(ProjectBase, table=True):
    """What a pipeline proposes; its parts as JSON, for nothing looks inside.

    ``zoned`` says that it touches a zone, so that nobody is shown it.
    """

    __tablename__ = "suggestions"
    __table_args__ = (
        reference("document_id", "documents.id"),
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
    zoned: bool = added("0", Boolean)


class RunTable(ProjectBase, table=True):
    """Which pipeline has looked for which kind in a document, found or not.

    ``stale`` says that text it has not seen has come out of a zone since.
    """

    __tablename__ = "suggestion_runs"
    __table_args__ = (reference("document_id", "documents.id"), WITHOUT_ROWID)

    document_id: str = Field(primary_key=True)
    pipeline: str = Field(primary_key=True)
    kind: str = Field(primary_key=True)
    version: str
    stale: bool = added("0", Boolean)
