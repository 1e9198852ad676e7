"""The part of a project file that is about people and their work together."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from annotator.domain.documents import Annotator
from annotator.domain.ids import AnnotatorId, CommentId, DocumentId, SettlementId
from annotator.domain.people import Assignment, Comment, TimeSpent
from annotator.domain.settling import Settlement
from annotator.storage.assignments import Assignments
from annotator.storage.database import Database
from annotator.storage.people import People
from annotator.storage.settlements import Settlements


class Team:
    """What ``Store`` says of people, assignments, time, settlements, comments."""

    def __init__(self, database: Database) -> None:
        self._people = People(database)
        self._assignments = Assignments(database)
        self._settlements = Settlements(database)

    # -- people ------------------------------------------------------------

    def annotators(self) -> list[Annotator]:
        """Return everybody in order of arrival."""
        return self._people.all()

    def annotator(self, name: str) -> Annotator:
        """Return the annotator of exactly that name, made at first need."""
        return self._people.named(name)

    def rename_annotator(self, annotator_id: AnnotatorId, name: str) -> None:
        """Give an annotator another name; the id and the work stay.

        Raises:
            InputError: Somebody else has that name, or there is no such annotator.
        """
        self._people.rename(annotator_id, name)

    def retire_annotator(self, annotator_id: AnnotatorId, *, retired: bool) -> None:
        """Let an annotator go, or come back; what was done stays."""
        self._people.retire(annotator_id, retired=retired)

    def set_lead(self, annotator_id: AnnotatorId, *, lead: bool) -> None:
        """Make somebody a lead of the project, or no longer."""
        self._people.set_lead(annotator_id, lead=lead)

    def annotation_counts(self) -> dict[AnnotatorId, list[tuple[str, str, int]]]:
        """Return for each annotator the number of each ``(kind, label)``."""
        return self._people.annotation_counts()

    def place(
        self, annotator_id: AnnotatorId, document_id: DocumentId
    ) -> dict[str, Any] | None:
        """Return where the annotator was in a document, None if never there."""
        return self._people.place(annotator_id, document_id)

    def set_place(
        self, annotator_id: AnnotatorId, document_id: DocumentId, place: dict[str, Any]
    ) -> None:
        """Remember where the annotator is in a document (JSON values)."""
        self._people.set_place(annotator_id, document_id, place)

    def setting(self, annotator_id: AnnotatorId, name: str) -> object:
        """Return what was remembered under a name, or None."""
        return self._people.setting(annotator_id, name)

    def set_setting(self, annotator_id: AnnotatorId, name: str, value: object) -> None:
        """Remember a JSON value under a name."""
        self._people.set_setting(annotator_id, name, value)

    # -- assignments and time ----------------------------------------------

    def assign(self, rows: Iterable[Assignment]) -> None:
        """Give documents to annotators; all of it or nothing."""
        self._assignments.assign(rows)

    def unassign(
        self, annotator_id: AnnotatorId, documents: Iterable[DocumentId]
    ) -> None:
        """Take documents from an annotator; what was done on them stays."""
        self._assignments.unassign(annotator_id, documents)

    def assignments(self, annotator_id: AnnotatorId | None = None) -> list[Assignment]:
        """Return an annotator's (None: everybody's) assignments in document order."""
        return self._assignments.of(annotator_id)

    def assignment(
        self, annotator_id: AnnotatorId, document_id: DocumentId
    ) -> Assignment | None:
        """Return an assignment, None where the document is not assigned to them."""
        return self._assignments.one(annotator_id, document_id)

    def has_assignments(self, annotator_id: AnnotatorId) -> bool:
        """Return whether anything at all is assigned to an annotator."""
        return self._assignments.has_any(annotator_id)

    def add_time(self, time: TimeSpent) -> None:
        """Add to the time an annotator worked on a document in one sitting."""
        self._assignments.add_time(time)

    def time_spent(self, annotator_id: AnnotatorId) -> dict[DocumentId, float]:
        """Return the seconds an annotator worked on each document, in order."""
        return self._assignments.time_spent(annotator_id)

    def sittings(self, annotator_id: AnnotatorId) -> list[TimeSpent]:
        """Return an annotator's time by sitting and document, in order of time."""
        return self._assignments.sittings(annotator_id)

    # -- settlements and comments ------------------------------------------
    # They are changed by ``commit``, as part of a ``LayerChange``.

    def settlements(
        self, annotator_id: AnnotatorId
    ) -> dict[DocumentId, dict[SettlementId, Settlement]]:
        """Return where all of ``gold``'s annotations came from, by document."""
        return self._settlements.all_of(annotator_id)

    def comments(self, document_id: DocumentId) -> dict[CommentId, Comment]:
        """Return everybody's comments on a document, in text order."""
        return self._settlements.comments(document_id)

    def comment_counts(self) -> dict[DocumentId, int]:
        """Return how many comments are not resolved, where there are any."""
        return self._settlements.comment_counts()
