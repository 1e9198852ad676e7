"""Where an annotator was in each document, and in which one last."""

from __future__ import annotations

from annotator.domain.documents import Annotator
from annotator.domain.ids import DocumentId
from annotator.storage.store import Store

_LAST_DOCUMENT = "last_document"


class Places:
    """One annotator's places (JSON values), written from time to time.

    A place is worth no waiting, while somebody goes from article to article and a
    pipeline writes, too: it is on disk after ``keep``.
    """

    def __init__(self, store: Store, annotator: Annotator) -> None:
        self._store = store
        self._annotator = annotator
        self._noted: dict[DocumentId, dict[str, object]] = {}

    def of(self, document_id: DocumentId) -> dict[str, object] | None:
        """Return where the annotator was in a document, None if never there."""
        if document_id in self._noted:
            return self._noted[document_id]
        return self._store.place(self._annotator.id, document_id)

    def note(self, document_id: DocumentId, place: dict[str, object]) -> None:
        """Note where the annotator is in a document."""
        self._noted[document_id] = place

    def last_document(self) -> DocumentId | None:
        """Return the document the annotator had open last, if it is still there."""
        value = self._store.setting(self._annotator.id, _LAST_DOCUMENT)
        if not isinstance(value, str):
            return None
        known = self._store.documents.has(DocumentId(value))
        binned = self._store.is_binned(DocumentId(value))
        return DocumentId(value) if known and not binned else None

    def keep(self, current: DocumentId | None) -> None:
        """Write what was noted, and which document is open.

        Raises:
            EnvironmentFault: It could not be written; it can be tried again.
        """
        for document_id, place in self._noted.items():
            self._store.set_place(self._annotator.id, document_id, place)
        self._noted.clear()
        if current is not None:
            self._store.set_setting(self._annotator.id, _LAST_DOCUMENT, current)
