"""The list of documents, as one annotator sees it: their own, if any are assigned."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from annotator.domain.documents import (
    Annotator,
    DocumentFilter,
    DocumentRow,
    Status,
)
from annotator.domain.ids import AnnotatorId, DocumentId
from annotator.domain.progress import Progress
from annotator.services.project import Project
from annotator.storage.store import Store

EVERYTHING = DocumentFilter()
_PAGE = 1000

AT_ONCE = 20_000
"""Documents that any filter goes through before somebody notices."""


class Library:
    """Read-only pages of a project's documents; use it from one thread.

    Who has documents assigned sees those; a lead sees all, and so does everybody
    to whom nothing is assigned.
    """

    def __init__(self, project: Project, annotator: Annotator) -> None:
        self._store = project.store
        self._annotator = annotator.id
        self._is_lead = annotator.lead

    def rows(
        self,
        where: DocumentFilter = EVERYTHING,
        *,
        after: int | None = None,
        before: int | None = None,
        limit: int = 200,
    ) -> list[DocumentRow]:
        """Return a page, in order of import, beside the row at a position."""
        return self._store.documents.rows(
            self._annotator, self._own(where), after=after, before=before, limit=limit
        )

    def row(self, document_id: DocumentId) -> DocumentRow:
        """Return one document's row."""
        return self._store.documents.row(self._annotator, document_id)

    def count(self, where: DocumentFilter = EVERYTHING) -> int:
        """Return how many documents the filter lets through."""
        return self._store.documents.count(self._annotator, self._own(where))

    def ids(self, where: DocumentFilter = EVERYTHING) -> list[DocumentId]:
        """Return all documents the filter lets through, in order of import."""
        found: list[DocumentId] = []
        last = -1
        while page := self.rows(where, after=last, limit=_PAGE):
            found += [row.id for row in page]
            last = page[-1].position
        return found

    def rows_at(self, positions: Sequence[int]) -> list[DocumentRow]:
        """Return the documents at positions that a finder gave."""
        return self._store.documents.rows_at(self._annotator, positions)

    def finder(
        self, where: DocumentFilter, *, most: int = AT_ONCE
    ) -> Callable[[Progress], Sequence[int]] | None:
        """Return what finds all positions of a list, for a thread in the background.

        It has a connection of its own.

        Args:
            where: Which documents.
            most: How many documents may be gone through while somebody waits.

        Returns:
            None where that is no work: they are few, or it is all of them.
        """
        own, last = self._own(where), self._store.documents.last_position()
        if last < most:
            return None
        # Without gaps in the positions, a row's number says where it is.
        if own == EVERYTHING and self.count() == last + 1:
            return None
        return partial(_find, self._store.path, self._annotator, own)

    def status_counts(self) -> dict[Status, int]:
        """Return how many documents are in each state."""
        return self._store.documents.status_counts(
            self._annotator, self._own(EVERYTHING)
        )

    def neighbour(
        self, document_id: DocumentId, where: DocumentFilter = EVERYTHING, *, step: int
    ) -> DocumentRow | None:
        """Return the next (1) or previous (-1) document the filter lets through."""
        position = self._store.documents.row(self._annotator, document_id).position
        return self._store.documents.neighbour(
            self._annotator, self._own(where), position, step=step
        )

    def first(self, where: DocumentFilter = EVERYTHING) -> DocumentRow | None:
        """Return the first document the filter lets through."""
        rows = self.rows(where, limit=1)
        return rows[0] if rows else None

    def _own(self, where: DocumentFilter) -> DocumentFilter:
        """Return *where* for the annotator's own documents."""
        if self._is_lead or where.assigned is not None:
            return where
        if not self._store.has_assignments(self._annotator):
            return where
        return replace(where, assigned=True)


def _find(
    path: Path, annotator: AnnotatorId, where: DocumentFilter, progress: Progress
) -> Sequence[int]:
    with Store.open(path) as store:
        return store.documents.positions(annotator, where, progress)
