"""Articles on their way in that are nearly the same as others, here or there."""

from __future__ import annotations

import threading
from dataclasses import dataclass

from annotator.domain.errors import InputError
from annotator.domain.ids import DocumentId
from annotator.domain.progress import Progress
from annotator.domain.records import Record
from annotator.domain.wording import tr
from annotator.services.near_duplicates import Sketches
from annotator.services.project import Project


@dataclass(frozen=True, slots=True)
class Copy:
    """An article and what it is nearly the same as.

    Attributes:
        where: The file and line of the article.
        other: The title of the article that came before it, or is in the project.
        in_project: Whether the other one is in the project.
        document_id: Of the article.
        share: Of their three-word sequences, how much the two have in common: an
            estimate, from 0 to 1.
        other_where: The file and line of the other one; "" where it is in the project.
        annotated: Whether the article brings annotations.
    """

    where: str
    title: str
    other: str
    in_project: bool
    document_id: DocumentId
    share: float
    other_where: str
    annotated: bool


class KnownArticles:
    """A project's articles as sketches, made once for several looks.

    Safe to use from any thread; who comes second waits for the first.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._sketches = Sketches()
        self._ids: set[DocumentId] = set()

    def sketches(self, project: Project, progress: Progress) -> Sketches:
        """Return the sketches of all articles that are in a project now.

        Raises:
            CancelledError: The user asked for a stop; what was made is kept.
        """
        with self._lock:
            ids = project.store.documents.ids()
            for number, document_id in enumerate(ids):
                progress.step(number, len(ids))
                if document_id not in self._ids:
                    self._sketches.add(
                        document_id, project.store.documents.text(document_id)
                    )
                    self._ids.add(document_id)
            return self._sketches.copy()


class Copies:
    """The articles of a project and those seen since, to find copies of them."""

    def __init__(
        self,
        project: Project,
        progress: Progress | None = None,
        known: KnownArticles | None = None,
    ) -> None:
        self._project = project
        known = known or KnownArticles()
        self._sketches = known.sketches(project, progress or Progress())
        self._titles: dict[DocumentId, tuple[str, str]] = {}
        self._stored = frozenset(project.store.documents.ids())
        self._binned = frozenset(one.id for one in project.store.binned())

    def look(self, record: Record) -> Copy | None:
        """Return what an article is a copy of, None if it is of none.

        A text that is there already, letter by letter, is none: it is not doubled
        anyway.
        """
        near = [
            other
            for other in self._sketches.add(record.document_id, record.text)
            if other not in self._binned
        ]
        named = (record.details.title, record.where)
        self._titles.setdefault(record.document_id, named)
        if not near:
            return None
        other = near[0]
        stored = other in self._stored
        title, where = (
            (self._project.store.documents.get(other).details.title, "")
            if stored
            else self._titles[other]
        )
        return Copy(
            record.where,
            record.details.title,
            title,
            stored,
            record.document_id,
            self._sketches.share(record.document_id, other),
            where,
            record.layer is not None,
        )

    def refuse(self, record: Record) -> None:
        """Raise for a copy that brings no annotations.

        Raises:
            InputError: It is one.
        """
        copy = self.look(record)
        if copy is not None and record.layer is None:
            raise InputError(
                tr(
                    "nearly the same as “{title}” in the project, so it was left out.",
                    title=copy.other,
                )
                if copy.in_project
                else tr(
                    "nearly the same as “{title}” in this import, so it was left out.",
                    title=copy.other,
                )
            )
