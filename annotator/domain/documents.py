"""Documents, their states, and how lists of them are narrowed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from annotator.domain.ids import AnnotatorId, DocumentId
from annotator.domain.wording import noop
from annotator.domain.zones import Zone


class Status(StrEnum):
    """How far one annotator is with one document."""

    TODO = "todo"
    IN_PROGRESS = "in_progress"
    DONE = "done"
    FLAGGED = "flagged"
    SKIPPED = "skipped"


STATUS_TITLES = {
    Status.TODO: noop("To do"),
    Status.IN_PROGRESS: noop("In progress"),
    Status.DONE: noop("Done"),
    Status.FLAGGED: noop("Flagged"),
    Status.SKIPPED: noop("Skipped"),
}
"""What people call the states; within a sentence in lower case."""


@dataclass(frozen=True, slots=True)
class Details:
    """What is known of an article besides its text.

    Attributes:
        date: As the source gives it, ISO 8601 where it could be read as a date.
        meta: Free metadata; JSON values only.
        language: ISO 639-1; "" where nobody knows.
    """

    title: str = ""
    source: str = ""
    date: str = ""
    url: str = ""
    meta: Mapping[str, object] = field(default_factory=dict)
    language: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """One article.

    Attributes:
        zones: What of it is boilerplate, in the order of the text.
    """

    id: DocumentId
    text: str
    details: Details
    zones: tuple[Zone, ...] = ()


ZONES_SOUGHT = 1
LANGUAGE_SOUGHT = 2
"""How far a document has been looked at: for zones; for its language as well."""


@dataclass(frozen=True, slots=True)
class Survey:
    """What a look at a text has found.

    Attributes:
        language: ISO 639-1; "" where it cannot be told, None where it has not been
            looked for.
    """

    document_id: DocumentId
    zones: tuple[Zone, ...]
    language: str | None


@dataclass(frozen=True, slots=True)
class Annotator:
    """Somebody who annotates, or the settled layer (``gold``).

    Attributes:
        retired: Works here no longer; what was done stays.
        lead: Sees everybody's layers; the others see only their own.
    """

    id: AnnotatorId
    name: str
    retired: bool = False
    lead: bool = False


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A document as a list shows it: never with its text.

    Attributes:
        position: Rises in the order of import; the key to page by.
        annotations: How many the annotator has made.
        pending: Suggestions the annotator has not decided on.
    """

    id: DocumentId
    position: int
    title: str
    source: str
    date: str
    length: int
    status: Status
    annotations: int
    pending: int


@dataclass(frozen=True, slots=True)
class DocumentFilter:
    """Which documents a list shows.

    Attributes:
        query: Words that title or text must hold, each as a prefix; "" for any.
        statuses: Any of these; empty for all.
        has_suggestions: True or False to ask for it, None for either.
        assigned: True for documents assigned to the annotator whose list it is,
            False for the others, None for either.
        languages: Any of these, "" being unknown; empty for all.
    """

    query: str = ""
    statuses: frozenset[Status] = frozenset()
    has_suggestions: bool | None = None
    assigned: bool | None = None
    languages: frozenset[str] = frozenset()
