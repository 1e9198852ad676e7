"""The desk: one annotator at work on one project."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from annotator.domain.annotations import (
    Annotation,
    AttributeValue,
    Fragment,
    Parts,
    Suggestion,
    now,
)
from annotator.domain.documents import STATUS_TITLES, Annotator, Status
from annotator.domain.errors import InputError
from annotator.domain.ids import DocumentId, OperationId, SuggestionId, new_id
from annotator.domain.layers import LayerChange, Operation
from annotator.domain.tokens import Tokens
from annotator.services import binning, marking, occurrences, reviewing, zoning
from annotator.services.activity import ActivityClock
from annotator.services.afresh import afresh
from annotator.services.changes import Changes
from annotator.services.project import Project
from annotator.services.steps import OpenDocument, Step, in_reading_order
from annotator.services.surveying import ensure_zones

LAST_DOCUMENT = "last_document"


class Desk:
    """One annotator's document on the table.

    It reads the annotator's own layer and no other: whoever works here is blind to
    what the others did. Every method that changes something is one transaction and
    one undo entry, and is on disk when it returns. It returns None where there was
    nothing to do. Use it from one thread.

    Attributes:
        opened: The document on the desk, or None.
        clock: Counts the time spent; whoever sees a sign of life touches it.
    """

    def __init__(self, project: Project, annotator: Annotator) -> None:
        self.project = project
        self.annotator = annotator
        self.opened: OpenDocument | None = None
        self.clock = ActivityClock(project.store, annotator)
        self._store = project.store
        self._revision = ""
        self._document_revision = ""
        self._pulse = project.store.pulse()
        self._places: dict[DocumentId, dict[str, object]] = {}

    # -- the document ------------------------------------------------------

    def open(self, document_id: DocumentId) -> OpenDocument:
        """Put a document on the desk."""
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
        """Take the document off the desk."""
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

    # -- what others do at the same time -----------------------------------

    def catch_up(self) -> Changes | None:
        """Take in what other windows and programs have done since; None for nothing.

        A few microseconds where nobody has written.

        Raises:
            EnvironmentFault: The file is no longer where it was opened.
        """
        self._store.require_in_place()
        if not self._store.others_wrote():
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

    def last_document(self) -> DocumentId | None:
        """Return the document this annotator had open last, if it is still there."""
        value = self._store.setting(self.annotator.id, LAST_DOCUMENT)
        if not isinstance(value, str):
            return None
        known = self._store.documents.has(DocumentId(value))
        binned = self._store.is_binned(DocumentId(value))
        return DocumentId(value) if known and not binned else None

    def place(self) -> dict[str, object] | None:
        """Return where the annotator was in the open document."""
        document_id = self._opened.document.id
        if document_id in self._places:
            return self._places[document_id]
        return self._store.place(self.annotator.id, document_id)

    def remember_place(self, place: dict[str, object]) -> None:
        """Note where the annotator is in the open document.

        It is on disk after ``keep_places``: a place is worth no waiting, while
        somebody goes from article to article and a pipeline writes, too.
        """
        self._places[self._opened.document.id] = place

    def keep_places(self) -> None:
        """Write what ``remember_place`` noted, which document is open, the time.

        Nobody waits for that: where somebody else is writing it fails at once, and
        can be done later.

        Raises:
            EnvironmentFault: It could not be written.
        """
        with self._store.impatient():
            self.clock.write()
            for document_id, place in self._places.items():
                self._store.set_place(self.annotator.id, document_id, place)
            self._places.clear()
            if self.opened is not None:
                self._store.set_setting(
                    self.annotator.id, LAST_DOCUMENT, self.opened.document.id
                )

    def reload_suggestions(self) -> Changes:
        """Read the open document's suggestions and tokens again."""
        opened = self._opened
        document_id = opened.document.id
        opened.suggestions = self._suggestions(document_id)
        opened.tokens = self._store.tokens(document_id)
        return Changes("Suggestions", document_id, suggestions=True)

    def set_tokens(self, tokens: Tokens) -> None:
        """Give the open document its tokens, as soon as they are made."""
        self._opened.tokens = tokens

    # -- annotations -------------------------------------------------------

    @afresh
    def mark(
        self,
        kind: str,
        label: str,
        fragments: Iterable[Fragment],
        *,
        parts: Parts | None = None,
    ) -> Changes | None:
        """Make an annotation; a frame's other roles come from a suggestion."""
        return self._do(
            marking.mark(
                self._opened, self.project.schema, kind, label, fragments, parts
            )
        )

    @afresh
    def set_part(
        self, item_id: str, role: str, fragments: Iterable[Fragment]
    ) -> Changes | None:
        """Set or move one role of an annotation or suggestion."""
        schema = self.project.schema
        return self._do(
            marking.set_part(self._opened, schema, item_id, role, fragments)
        )

    @afresh
    def add_fragment(
        self, item_id: str, role: str, fragments: Iterable[Fragment]
    ) -> Changes | None:
        """Add further fragments to a role."""
        schema = self.project.schema
        return self._do(
            marking.set_part(self._opened, schema, item_id, role, fragments, add=True)
        )

    def clear_part(self, item_id: str, role: str) -> Changes | None:
        """Take a role away."""
        return self.set_part(item_id, role, ())

    @afresh
    def resize(
        self, item_id: str, role: str, index: int, fragment: Fragment
    ) -> Changes | None:
        """Move the boundaries of one fragment."""
        return self._do(marking.resize(self._opened, item_id, role, index, fragment))

    @afresh
    def relabel(self, item_id: str, label: str) -> Changes | None:
        """Change a label."""
        return self._do(
            marking.relabel(self._opened, self.project.schema, item_id, label)
        )

    @afresh
    def set_attribute(
        self, item_id: str, name: str, value: AttributeValue | None
    ) -> Changes | None:
        """Set or clear an attribute."""
        return self._do(marking.set_attribute(self._opened, item_id, name, value))

    @afresh
    def set_note(self, item_id: str, note: str) -> Changes | None:
        """Write a note."""
        return self._do(marking.set_note(self._opened, item_id, note))

    @afresh
    def delete(self, annotation_ids: Iterable[str]) -> Changes | None:
        """Delete annotations."""
        return self._do(
            marking.delete(self._opened, self.project.schema, annotation_ids)
        )

    @afresh
    def link(self, source: str, target: str, label: str) -> Changes | None:
        """Relate two annotations."""
        return self._do(
            marking.link(self._opened, self.project.schema, source, target, label)
        )

    @afresh
    def unlink(self, link_id: str) -> Changes | None:
        """Take a link away."""
        return self._do(marking.unlink(self._opened, link_id))

    def occurrences(self, fragment: Fragment, kind: str) -> list[Fragment]:
        """Return the further places of the same string, not yet marked so."""
        return occurrences.occurrences(
            self._opened, self.project.schema, fragment, kind
        )

    @afresh
    def mark_all(
        self, kind: str, label: str, fragments: Iterable[Fragment]
    ) -> Changes | None:
        """Mark several places alike, as one step."""
        return self._do(
            occurrences.mark_all(
                self._opened, self.project.schema, kind, label, fragments
            )
        )

    # -- what everybody has ------------------------------------------------

    @afresh
    def mark_zones(self, fragments: Iterable[Fragment]) -> Changes | None:
        """Make some of the document boilerplate."""
        return self._do(zoning.mark_zones(self._opened, fragments, self.annotator.id))

    @afresh
    def unmark_zones(self, fragments: Iterable[Fragment]) -> Changes | None:
        """Take something out of the zones of boilerplate.

        An empty fragment stands for the whole zone at its place.
        """
        return self._do(zoning.unmark_zones(self._opened, fragments, self.annotator.id))

    @afresh
    def recognise_zones(self) -> Changes | None:
        """Mark as boilerplate what the rules find."""
        return self._do(zoning.recognise_zones(self._opened))

    @afresh
    def set_language(self, language: str) -> Changes | None:
        """Say which language the document is in; the lead's word.

        Raises:
            InputError: There is no such language, or somebody else says it.
        """
        if not self.annotator.lead:
            raise InputError("Only the lead of the project sets an article’s language.")
        return self._do(zoning.set_language(self._opened, language))

    # -- the bin -----------------------------------------------------------

    @property
    def is_binned(self) -> bool:
        """Whether the open document is in the bin."""
        return self.opened is not None and bool(self.opened.layer.bin)

    def put_into_bin(self, documents: Sequence[DocumentId]) -> Changes | None:
        """Take documents out of the project, as one step; see ``binning``."""
        return self._binned(
            binning.put_into_bin(self.project, self.annotator, documents)
        )

    def take_out_of_bin(self, documents: Sequence[DocumentId]) -> Changes | None:
        """Put documents back into the project, as one step."""
        return self._binned(
            binning.take_out_of_bin(self.project, self.annotator, documents)
        )

    def _binned(self, done: Sequence[Operation]) -> Changes | None:
        self.clock.touch()
        return self._moved([(o.name, o.forward) for o in done])

    # -- suggestions -------------------------------------------------------

    @afresh
    def accept(self, suggestion_ids: Iterable[str]) -> Changes | None:
        """Accept suggestions as they are."""
        return self._do(
            reviewing.accept(self._opened, self.project.schema, suggestion_ids)
        )

    @afresh
    def reject(self, suggestion_ids: Iterable[str]) -> Changes | None:
        """Reject suggestions."""
        return self._do(
            reviewing.reject(self._opened, self.project.schema, suggestion_ids)
        )

    @afresh
    def correct(
        self,
        suggestion_id: str,
        *,
        label: str | None = None,
        parts: Parts | None = None,
    ) -> Changes | None:
        """Accept a suggestion with another label or other parts."""
        return self._do(
            reviewing.correct(
                self._opened,
                self.project.schema,
                suggestion_id,
                label=label,
                parts=parts,
            )
        )

    def matching(
        self,
        *,
        kind: str | None = None,
        label: str | None = None,
        min_score: float = 0.0,
        limits: Mapping[str, float] | None = None,
    ) -> list[Suggestion]:
        """Return the pending suggestions that ``accept_all`` would take."""
        return reviewing.matching(
            self._opened, kind=kind, label=label, min_score=min_score, limits=limits
        )

    def accept_all(
        self,
        *,
        kind: str | None = None,
        label: str | None = None,
        min_score: float = 0.0,
        limits: Mapping[str, float] | None = None,
    ) -> Changes | None:
        """Accept every pending suggestion of a kind from a score on, as one step.

        Args:
            kind: None for every kind.
            label: None for every label.
            min_score: The least score.
            limits: Kind → least score that is shown; what is hidden stays open.
        """
        found = self.matching(
            kind=kind, label=label, min_score=min_score, limits=limits
        )
        return self.accept(s.id for s in found)

    # -- states and history ------------------------------------------------

    @afresh
    def set_status(self, status: Status) -> Changes | None:
        """Set how far the annotator is with the open document."""
        if self._opened.layer.status is status:
            return None
        return self._do(Step(f"Set {STATUS_TITLES[status].lower()}", status=status))

    @afresh
    def undo(self) -> Changes | None:
        """Take back the newest step, in whatever document it was done."""
        done = self._store.undo(self.annotator.id, self._known)
        return self._moved([(o.name, o.inverse) for o in done])

    @afresh
    def redo(self) -> Changes | None:
        """Do again what was undone last."""
        done = self._store.redo(self.annotator.id, self._known)
        return self._moved([(o.name, o.forward) for o in done])

    @property
    def undo_name(self) -> str | None:
        """Name of what undo would take back."""
        return self._store.undo_name(self.annotator.id)

    @property
    def redo_name(self) -> str | None:
        """Name of what redo would do again."""
        return self._store.redo_name(self.annotator.id)

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
        return self._changes(name, change, found)

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
