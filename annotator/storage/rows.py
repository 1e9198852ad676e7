"""What the store returns that is no domain object."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from annotator.domain.annotations import Decision, Suggestion
from annotator.domain.ids import AnnotatorId, DocumentId, OperationId
from annotator.domain.tokens import Tokens


@dataclass(frozen=True, slots=True)
class StoredProject:
    """What the file says of itself.

    Attributes:
        created: UTC, ISO 8601.
        version: The number of the newest migration it has been through.
        pipeline: The spaCy pipeline chosen for it; "" for the default one.
        handout_for: Whose handout the file is (an annotator's id); "" for a whole
            project.
        schema_version: Rises with every change of the schema.
        schema_changed: When it was last changed, UTC, ISO 8601; "" if never since
            the program notes it.
    """

    id: str
    name: str
    created: str
    version: int
    pipeline: str
    handout_for: str = ""
    schema_version: int = 1
    schema_changed: str = ""


@dataclass(frozen=True, slots=True)
class LoggedOperation:
    """One line of the history."""

    id: OperationId
    name: str
    time: str
    document_id: DocumentId
    undone: bool


@dataclass(frozen=True, slots=True)
class Binned:
    """One document in the bin.

    Attributes:
        length: Code points of its text.
        by: Who put it there.
        time: When, UTC, ISO 8601.
    """

    id: DocumentId
    title: str
    source: str
    date: str
    length: int
    by: AnnotatorId
    time: str


@dataclass(frozen=True, slots=True)
class Hanging:
    """What work hangs on some documents.

    Attributes:
        annotations: Annotator → how many.
        assigned: To whom any of the documents is assigned.
        comments: How many.
        seconds: Of work, everybody's.
    """

    annotations: dict[AnnotatorId, int]
    assigned: list[AnnotatorId]
    comments: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Use:
    """How often somebody has used a label, part, attribute, value or link.

    Attributes:
        kind: Of the annotation; of a link, of where it starts.
        value: Of an attribute; of a link, the kind of where it ends.
    """

    kind: str
    name: str
    annotator: AnnotatorId
    count: int
    value: str = ""


@dataclass(frozen=True, slots=True)
class FormerSchema:
    """A schema that the project had before.

    Attributes:
        version: Rises with every change of the schema.
        since: From when on it was the project's, UTC, ISO 8601; "" where nobody
            knows.
    """

    version: int
    toml: str
    since: str


@dataclass(frozen=True, slots=True)
class VerdictCount:
    """How often a decision was made on one pipeline's suggestions of one kind."""

    pipeline: str
    version: str
    kind: str
    decision: Decision
    count: int

    def __str__(self) -> str:
        return (
            f"{self.pipeline} {self.version}, {self.kind}: {self.count} {self.decision}"
        )


class PipelineResult(Protocol):
    """What a worker says about one document.

    ``suggested`` is unset where only tokens came; with an ``error`` there are no
    suggestions either, and the document is still to be done.
    """

    @property
    def document_id(self) -> DocumentId: ...  # noqa: D102
    @property
    def tokens(self) -> Tokens | None: ...  # noqa: D102
    @property
    def pipeline(self) -> str: ...  # noqa: D102
    @property
    def version(self) -> str: ...  # noqa: D102
    @property
    def suggestions(self) -> Sequence[Suggestion]: ...  # noqa: D102
    @property
    def suggested(self) -> bool: ...  # noqa: D102
    @property
    def error(self) -> str: ...  # noqa: D102
