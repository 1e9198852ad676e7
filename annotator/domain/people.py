"""Who works on what, for how long, and what people say to one another."""

from __future__ import annotations

from dataclasses import dataclass

from annotator.domain.ids import AnnotatorId, CommentId, DocumentId

SETTLING = "settling-"
"""How the id of a sitting begins in which differences were settled."""


@dataclass(frozen=True, slots=True)
class Assignment:
    """One document given to one annotator.

    Attributes:
        shared: Everybody has this document, so that agreement can be measured.
        suggestions_withheld: The annotator is to work without suggestions on it.
        created: UTC, ISO 8601.
    """

    annotator_id: AnnotatorId
    document_id: DocumentId
    shared: bool = False
    suggestions_withheld: bool = False
    created: str = ""


@dataclass(frozen=True, slots=True)
class TimeSpent:
    """How long an annotator worked on a document in one sitting.

    A sitting is one opening of a project: counts of different files can then be
    merged any number of times without adding anything twice.

    Attributes:
        sitting: Id of the sitting; one of settling begins with ``SETTLING``.
        seconds: Idle time left out.
        started: When, UTC, ISO 8601.
    """

    annotator_id: AnnotatorId
    document_id: DocumentId
    sitting: str
    seconds: float
    started: str

    @property
    def is_settling(self) -> bool:
        """Whether differences were settled, and nothing annotated."""
        return self.sitting.startswith(SETTLING)


@dataclass(frozen=True, slots=True)
class Comment:
    """What somebody says about a passage, for everybody who can see it.

    Attributes:
        author: Who says it.
        start: First code point of the passage.
        end: Behind its last; equal to ``start`` for no passage in particular.
        time: When, UTC, ISO 8601.
    """

    id: CommentId
    start: int
    end: int
    author: AnnotatorId
    time: str
    text: str
    resolved: bool = False
