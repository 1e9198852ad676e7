"""The open article: the desk's document on one side, the article view on the other."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from annotator.domain.annotations import Annotation, Fragment, Suggestion
from annotator.domain.errors import AnnotatorError, InputError
from annotator.domain.ids import (
    AnnotationId,
    AnnotatorId,
    DocumentId,
    SuggestionId,
)
from annotator.domain.layers import LayerChange
from annotator.domain.schema import Schema
from annotator.domain.wording import tr
from annotator.domain.zones import ZONE_TITLES, ZoneKind
from annotator.ui.article.marks import Mark
from annotator.ui.article.view import ArticleView
from annotator.ui.mark_building import (
    mark_of,
    provisional_tokens,
    styles_of,
)

if TYPE_CHECKING:
    from annotator.services.changes import Changes
    from annotator.services.desk import Desk
    from annotator.services.steps import OpenDocument

Item = Annotation | Suggestion


class ArticleDesk(QObject):
    """One annotator's open article.

    Everything that changes a layer goes through ``run``, and whatever changed,
    by doing, undoing or redoing, comes back through ``show``.

    Attributes:
        desk: Where steps are taken; None while no project is open.
        last_applied: The marks put and the ids removed by the last change.
        undo_name: What undo would take back; None for nothing.
        redo_name: What redo would do again; None for nothing.
        pending_count: How many suggestions of the article are not decided on.

    Signals:
        changed: ``Changes``, after the article shows them.
        opened: ``OpenDocument`` that has just been laid on the desk, or None.
        selected: The item now selected: an annotation, a suggestion or None.
        facts_changed: What the user can do now may be something else.
        hint: One sentence for the status bar.
        failed: An error that kept something from being saved.
        elsewhere: Id of a document that a step was taken back or done again in.
    """

    changed = Signal(object)
    opened = Signal(object)
    selected = Signal(object)
    facts_changed = Signal()
    hint = Signal(str)
    failed = Signal(object)
    elsewhere = Signal(str)

    def __init__(self, view: ArticleView, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.view = view
        self.desk: Desk | None = None
        self._frame = ""
        self._marks: dict[str, Mark] = {}
        self.last_applied: tuple[list[Mark], list[str]] = ([], [])
        self.undo_name: str | None = None
        self.redo_name: str | None = None
        self.pending_count = 0
        self._trouble = ""
        view.mark_selected.connect(self._on_mark_selected)
        view.selection_changed.connect(self.facts_changed)

    # -- what is open ------------------------------------------------------

    @property
    def schema(self) -> Schema:
        """The project's schema, as it is now."""
        return self._desk.project.schema

    @property
    def document(self) -> OpenDocument | None:
        """The open document, or None."""
        return self.desk.opened if self.desk else None

    @property
    def marks(self) -> dict[str, Mark]:
        """What is drawn in the article, by id."""
        return self._marks

    def set_desk(self, desk: Desk | None) -> None:
        """Work at another desk, or at none."""
        self.desk = desk
        self._marks.clear()
        self._frame = ""
        self.view.clear()
        self._note()
        self.opened.emit(None)
        self.selected.emit(None)
        self.facts_changed.emit()

    def set_schema(self) -> None:
        """Draw labels as the project's schema now says."""
        self.view.set_styles(styles_of(self.schema))

    def redraw(self) -> None:
        """Draw the open article's marks as the schema now says."""
        if self.document is not None:
            self._reload()
            self._on_mark_selected(self.view.selected_mark() or "")

    def _note(self) -> None:
        """Keep what is asked after every key press and changes only with a step."""
        desk, document = self.desk, self.document
        self.undo_name = desk.undo_name if desk else None
        self.redo_name = desk.redo_name if desk else None
        self.pending_count = len(document.pending()) if document else 0

    def open(self, document_id: str, *, select: str | None = None) -> None:
        """Lay a document on the desk and show it where it was left."""
        if self.document is not None:
            self.remember_place()
        opened = self._desk.open(DocumentId(document_id))
        self._frame = ""
        self._marks = {i.id: mark_of(i, self.schema) for i in self._items()}
        text = opened.document.text
        tokens = opened.tokens or provisional_tokens(text)
        self.view.set_document(text, tokens, self._marks.values())
        self._dim()
        place = self._desk.places.of(opened.document.id)
        if place is not None:
            self.view.restore_place(place)
        self._note()
        self.opened.emit(opened)
        if select is not None:
            self.view.select_mark(select)
        self._on_mark_selected(self.view.selected_mark() or "")

    def close(self) -> None:
        """Take the article off the desk; there is none to go on to."""
        self._desk.close()
        self._marks.clear()
        self._frame = ""
        self.view.clear()
        self._note()
        self.opened.emit(None)
        self.selected.emit(None)
        self.facts_changed.emit()

    def remember_place(self) -> None:
        """Note where the annotator is in the open document."""
        if self.document is not None:
            self._desk.places.note(self.document.document.id, self.view.place())

    def keep_places(self) -> None:
        """Write down where the annotator is, and was in other documents."""
        if self.document is not None:
            self.remember_place()
            try:
                self._desk.keep_places()
            except AnnotatorError as error:  # whoever marks next is told properly
                self.hint.emit(tr("Where you are was not noted: {error}", error=error))

    def item(self, item_id: str | None) -> Item | None:
        """Return the annotation or the suggestion of that id in the document."""
        if self.document is None or not item_id:
            return None
        annotation = self.document.layer.annotations.get(AnnotationId(item_id))
        if annotation is not None:
            return annotation
        return self.document.suggestions.get(SuggestionId(item_id))

    @property
    def current(self) -> Item | None:
        """The selected annotation or suggestion."""
        return self.item(self.view.selected_mark())

    @property
    def frame(self) -> Item | None:
        """The quote or claim whose parts the role keys set."""
        return self.item(self._frame)

    # -- one way for every change ------------------------------------------

    def run(
        self, step: Callable[[], Changes | None], *, follow: bool = True
    ) -> Changes | None:
        """Carry out one service call and show what it changed.

        Args:
            step: The call.
            follow: Select what the step is about; not where somebody has just
                gone on to something else.
        """
        try:
            changes = step()
        except InputError as error:
            self.hint.emit(str(error))
            return None
        except AnnotatorError as error:
            self.failed.emit(error)
            return None
        if changes is not None:
            self.show(changes, follow=follow)
        return changes

    def show(self, changes: Changes, *, follow: bool = True) -> None:
        """Bring the article up to date; the window does the same for the panels."""
        self._note()
        document = self.document
        if document is None or changes.document_id != document.document.id:
            thrown_away = changes.change is not None and changes.change.bin
            if changes.document_id is not None and not thrown_away:
                self.elsewhere.emit(changes.document_id)
                if changes.select is not None:
                    self.view.select_mark(changes.select)
            self.changed.emit(changes)
            return
        self.last_applied = ([], [])
        if changes.zones:
            self._dim()
        if changes.zones or changes.reread:
            self._reload()
        elif changes.change is not None:
            self._apply(*self._difference(changes.change))
        elif changes.suggestions:
            self._reload()
        self.changed.emit(changes)
        if follow and changes.select is not None:
            self.view.select_mark(changes.select)
        self._on_mark_selected(self.view.selected_mark() or "")

    def _difference(self, change: LayerChange) -> tuple[list[Mark], list[str]]:
        """Return the marks to put and the ids to take away for a change."""
        document = self._document
        put = [mark_of(annotation, self.schema) for annotation in change.put]
        removed: list[str] = list(change.removed)
        removed += [verdict.suggestion_id for verdict in change.put_verdicts]
        for suggestion_id in change.removed_verdicts:
            suggestion = document.suggestions.get(suggestion_id)
            if suggestion is not None:
                put.append(mark_of(suggestion, self.schema))
        return put, removed

    def _reload(self) -> None:
        """Show the document's layer, suggestions and tokens as they were read again."""
        tokens = self._document.tokens
        if tokens is not None:
            self.view.set_tokens(tokens)
        wanted = {i.id: mark_of(i, self.schema) for i in self._items()}
        put = [m for m in wanted.values() if self._marks.get(m.id) != m]
        self._apply(put, [i for i in self._marks if i not in wanted])

    def _apply(self, put: Iterable[Mark], removed: Iterable[str]) -> None:
        put, removed = list(put), list(removed)
        self.last_applied = (put, removed)
        for mark_id in removed:
            self._marks.pop(mark_id, None)
        self._marks.update((mark.id, mark) for mark in put)
        self.view.apply(put, removed)

    def _dim(self) -> None:
        """Draw the document's boilerplate as such."""
        document = self._document
        people = {p.id: p.name for p in self._desk.project.annotators()}
        reasons = {}
        for zone in document.layer.zones.values():
            said = tr(ZONE_TITLES[zone.kind])
            by = people.get(AnnotatorId(zone.marked_by), zone.marked_by)
            how = tr("marked by {by}", by=by) if by else tr("recognised")
            what = (
                said
                if zone.kind is ZoneKind.OTHER
                else tr("boilerplate: {said}", said=said)
            )
            reason = f"{what[0].upper()}{what[1:]} ({how})"
            reasons[Fragment(zone.start, zone.end)] = reason
        self.view.set_dimmed(reasons)

    def _items(self) -> list[Item]:
        document = self._document
        return [*document.layer.annotations.values(), *document.pending()]

    def catch_up(self, *, beside: bool = False) -> None:
        """Show what other windows and programs have done to the project since.

        Args:
            beside: One of them works at this program's own store.
        """
        if self.desk is None:
            return
        try:
            changes = self.desk.catch_up(beside=beside)
        except AnnotatorError as error:
            if str(error) != self._trouble:  # it is asked for twice a second
                self._trouble = str(error)
                self.failed.emit(error)
            return
        self._trouble = ""
        if changes is not None:
            self.show(changes, follow=False)

    # -- history -----------------------------------------------------------

    def undo(self) -> None:
        """Take back the newest step, wherever it was done."""
        self._step_back(self._desk.undo, tr("Undone"))

    def redo(self) -> None:
        """Do again what was undone last."""
        self._step_back(self._desk.redo, tr("Done again"))

    def _step_back(self, call: Callable[[], Changes | None], said: str) -> None:
        changes = self.run(call)
        if changes is not None:
            self.hint.emit(f"{said}: {changes.name}")

    def _on_mark_selected(self, mark_id: str) -> None:
        item = self.item(mark_id)
        if item is None:
            self._frame = ""
        elif (kind := self.schema.kind(item.kind)) is not None and kind.is_frame:
            self._frame = item.id
        elif self.item(self._frame) is None:
            self._frame = ""
        self.selected.emit(item)
        self.facts_changed.emit()

    @property
    def _desk(self) -> Desk:
        if self.desk is None:
            raise RuntimeError("no project is open")
        return self.desk

    @property
    def _document(self) -> OpenDocument:
        if self.document is None:
            raise RuntimeError("no document is open")
        return self.document
