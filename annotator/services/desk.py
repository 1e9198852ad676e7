"""The desk: one annotator at work on one project."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from annotator.domain.annotations import (
    AttributeValue,
    Fragment,
    Parts,
    Suggestion,
)
from annotator.domain.documents import STATUS_TITLES, Status
from annotator.domain.errors import InputError
from annotator.domain.ids import DocumentId
from annotator.domain.layers import Operation
from annotator.domain.wording import tr, within
from annotator.services import binning, marking, occurrences, reviewing, zoning
from annotator.services.afresh import afresh
from annotator.services.changes import Changes
from annotator.services.statuses import set_statuses
from annotator.services.steps import Step
from annotator.services.workplace import Workplace


class Desk(Workplace):
    """One annotator's document on the table, and all that can be done with it.

    Every method that changes something is one transaction and one undo entry, and is
    on disk when it returns. It returns None where there was nothing to do.
    """

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
            raise InputError(
                tr("Only the lead of the project sets an article’s language.")
            )
        return self._do(zoning.set_language(self._opened, language))

    # -- the bin -----------------------------------------------------------

    def put_into_bin(self, documents: Sequence[DocumentId]) -> Changes | None:
        """Take documents out of the project, as one step; see ``binning``."""
        return self._stepped(
            binning.put_into_bin(self.project, self.annotator, documents)
        )

    def take_out_of_bin(self, documents: Sequence[DocumentId]) -> Changes | None:
        """Put documents back into the project, as one step."""
        return self._stepped(
            binning.take_out_of_bin(self.project, self.annotator, documents)
        )

    def _stepped(self, done: Sequence[Operation]) -> Changes | None:
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
        name = tr("Set {state}", state=within(tr(STATUS_TITLES[status])))
        return self._do(Step(name, status=status))

    def set_statuses(
        self, documents: Sequence[DocumentId], status: Status
    ) -> Changes | None:
        """Set how far the annotator is with documents, as one step."""
        done = set_statuses(self.project, self.annotator, documents, status)
        changes = self._stepped(done)
        if changes is None or changes.document_id in {None, self._here}:
            return changes
        return replace(changes, document_id=None, change=None)

    @property
    def _here(self) -> DocumentId | None:
        return self.opened.document.id if self.opened is not None else None

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
