"""A workplace: an annotator's own layer of one document, in step with the file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from annotator.domain.annotations import Annotation, Suggestion, now
from annotator.domain.documents import Annotator
from annotator.domain.ids import DocumentId, OperationId, SuggestionId, new_id
from annotator.domain.layers import LayerChange, Operation
from annotator.domain.tokens import Tokens
from annotator.domain.wording import tr
from annotator.services.activity import ActivityClock
from annotator.services.changes import Changes
from annotator.services.places import Places
from annotator.services.project import Project
from annotator.services.steps import OpenDocument, Step, in_reading_order
from annotator.services.surveying import ensure_zones


class Workplace:
    """Where an annotator has a document open: reads it, and writes what is done.

    It reads the annotator's own layer and no other: whoever works here is blind to
    what the others did. What is in memory is what was read last; what other windows
    and programs have written since is taken in by ``catch_up``. Use it from one
    thread.

    Attributes:
        opened: The document on the table, or None.
        clock: Counts the time spent; whoever sees a sign of life touches it.
        places: Where the annotator was in each document.
    """

    def __init__(self, project: Project, annotator: Annotator) -> None:
        self.project = project
        self.annotator = annotator
        self.opened: OpenDocument | None = None
        self.clock = ActivityClock(project.store, annotator)
        self.places = Places(project.store, annotator)
        self._store = project.store
        self._revision = ""
        self._document_revision = ""
        self._others = project.store.others_wrote()
        self._pulse = project.store.pulse()

    # -- the document ------------------------------------------------------

    def open(self, document_id: DocumentId) -> OpenDocument:
        """Put a document on the table."""
        ensure_zones(self._store, document_id)
        self._note_revision(document_id)
        document = self._store.documents.get(document_id)
        self.opened = OpenDocument(
            document,
            self._store.tokens(document_id),
            self._store.layer(document_id, self.annotator.id),
            self._suggestions(document_id),
        )
        self.clock.open(document_id)
        return self.opened

    def close(self) -> None:
        """Take the document off the table."""
        self.keep_places()
        self.opened = None
        self.clock.open(None)

    def _suggestions(self, document_id: DocumentId) -> dict[SuggestionId, Suggestion]:
        """Return a document's suggestions, none where they are withheld."""
        if self._withheld(document_id):
            return {}
        return in_reading_order(self._store.suggestions.of(document_id))

    def _withheld(self, document_id: DocumentId) -> bool:
        assignment = self._store.assignment(self.annotator.id, document_id)
        return assignment is not None and assignment.suggestions_withheld

    @property
    def is_binned(self) -> bool:
        """Whether the open document is in the bin."""
        return self.opened is not None and bool(self.opened.layer.bin)

    # -- what others do at the same time -----------------------------------

    def catch_up(self, *, beside: bool = False) -> Changes | None:
        """Take in what other windows and programs have done since; None for nothing.

        A few microseconds where nobody has written.

        Args:
            beside: Another workplace has written through the same store, of which
                the file tells nothing.

        Raises:
            EnvironmentFault: The file is no longer where it was opened.
        """
        self._store.require_in_place()
        others, self._others = self._others, self._store.others_wrote()
        if others == self._others and not beside:
            return None
        before, self._pulse = self._pulse, self._store.pulse()
        if before == self._pulse:
            return self._catch_up_suggestions()
        changes = Changes("", documents=True, history=True)
        if before[:2] != self._pulse[:2]:
            self.project.reload_schema()
            changes = replace(changes, schema=True)
        opened = self.opened
        if opened is None:
            return changes
        newest = self._store.document_revision(opened.document.id)
        if newest == self._document_revision:
            return changes
        self._reread()
        return replace(_reread_changes(opened.document.id), schema=changes.schema)

    def catch_up_layer(self) -> Changes | None:
        """Read the open document's layer again if somebody else has changed it."""
        if self.opened is None:
            return None
        document_id = self.opened.document.id
        if self._store.revision(document_id, self.annotator.id) == self._revision:
            return None
        self._reread()
        return _reread_changes(document_id)

    def _catch_up_suggestions(self) -> Changes | None:
        """Show suggestions that another program has made for the open document."""
        opened = self.opened
        if opened is None:
            return None
        number = self._store.suggestions.count(opened.document.id)
        if number == len(opened.suggestions) or self._withheld(opened.document.id):
            return None
        return self.reload_suggestions()

    def _note_own(self, change: LayerChange) -> None:
        """Note what the open document's layer is like after a change from here."""
        newest = self._store.newest_change(change.document_id)
        self._revision = self._document_revision = newest

    def _note_revision(self, document_id: DocumentId) -> None:
        """Note what a document's layers are like; before they are read, not after."""
        self._revision = self._store.revision(document_id, self.annotator.id)
        self._document_revision = self._store.document_revision(document_id)

    def _reread(self) -> None:
        """Read again what of the open document somebody can change."""
        opened = self._opened
        document_id = opened.document.id
        self._note_revision(document_id)
        opened.document = self._store.documents.get(document_id)
        opened.layer = self._store.layer(document_id, self.annotator.id)
        opened.suggestions = self._suggestions(document_id)

    def reload_suggestions(self) -> Changes:
        """Read the open document's suggestions and tokens again."""
        opened = self._opened
        document_id = opened.document.id
        opened.suggestions = self._suggestions(document_id)
        opened.tokens = self._store.tokens(document_id)
        return Changes(tr("Suggestions"), document_id, suggestions=True)

    def set_tokens(self, tokens: Tokens) -> None:
        """Give the open document its tokens, as soon as they are made."""
        self._opened.tokens = tokens

    def keep_places(self) -> None:
        """Write where the annotator was, which document is open, the time.

        Nobody waits for that: where somebody else is writing it fails at once, and
        can be done later.

        Raises:
            EnvironmentFault: It could not be written.
        """
        with self._store.impatient():
            self.clock.write()
            self.places.keep(self.opened.document.id if self.opened else None)

    # -- how a step becomes an operation -----------------------------------

    @property
    def _opened(self) -> OpenDocument:
        if self.opened is None:
            raise RuntimeError("no document is open")
        return self.opened

    @property
    def _known(self) -> tuple[DocumentId, str] | None:
        """The open document, and the revision of its layer that is in memory."""
        return (self.opened.document.id, self._revision) if self.opened else None

    def _do(self, step: Step | None) -> Changes | None:
        """Commit a step, then apply it in memory: never the other way round."""
        if step is None:
            return None
        if not step.name:  # nothing to write, only something to show
            return Changes("", self._opened.document.id, select=step.select)
        return self._commit(step.name, self._planned(step), step.select)

    def _planned(self, step: Step) -> LayerChange:
        """Return what a step changes; for whoever has to add something to it."""
        return step.change(self._opened.layer)

    def _commit(self, name: str, change: LayerChange, select: str | None) -> Changes:
        layer = self._opened.layer
        operation = Operation(
            OperationId(new_id()), name, now(), change, layer.inverse(change)
        )
        self._store.commit(operation, self._revision)
        self._note_own(change)
        self.clock.touch()
        self._opened.take(change)
        return self._changes(name, change, select)

    def _moved(self, done: Sequence[tuple[str, LayerChange]]) -> Changes | None:
        """Follow a step through the history; of several documents, show the open one.

        Args:
            done: Name and change of each operation of the step.
        """
        if not done:
            return None
        here = self.opened.document.id if self.opened else None
        name, change = next((d for d in done if d[1].document_id == here), done[0])
        if self.opened is not None and change.document_id == here:
            self._note_own(change)
            self.opened.take(change)
        put: Iterable[Annotation] = change.put
        found: str | None = next((a.id for a in put), None)
        if found is None and len(change.removed_verdicts) == 1:
            # The suggestion is open again: whoever took the verdict back wants it.
            found = change.removed_verdicts[0]
        changes = self._changes(name, change, found)
        return replace(changes, several=len(done) > 1)

    def _changes(self, name: str, change: LayerChange, select: str | None) -> Changes:
        zones = bool(change.put_zones or change.removed_zones)
        return Changes(
            name,
            change.document_id,
            change,
            select,
            documents=True,
            history=True,
            suggestions=bool(change.put_verdicts or change.removed_verdicts) or zones,
            zones=zones,
            language=change.language is not None,
            binned=change.bin is not None,
        )


def _reread_changes(document_id: DocumentId) -> Changes:
    """Return what there is to refresh after a document was read again."""
    return Changes(
        "",
        document_id,
        documents=True,
        history=True,
        suggestions=True,
        zones=True,
        language=True,
        binned=True,
        reread=True,
    )
