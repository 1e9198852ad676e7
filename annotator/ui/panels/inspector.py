"""The inspector: everything about the one annotation or suggestion selected."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from annotator.domain.annotations import Annotation, Link, Suggestion
from annotator.domain.schema import Kind, Schema
from annotator.domain.wording import noop, tr
from annotator.ui.panels.inspector_annotation import AnnotationForm
from annotator.ui.panels.inspector_suggestion import SuggestionForm
from annotator.ui.theme import Space, set_role

_HINT = noop(
    "Nothing is selected.\n\nClick an annotation or a suggestion in the text, or "
    "press Tab to go to the next one."
)

_WIDEST = 420


class Inspector(QWidget):
    """Shows one thing and tells what the user wants of it; changes nothing itself.

    Whoever gets a signal asks ``shown_id`` what it is about: something typed and
    not yet told is told before the next thing is shown.

    Signals:
        label_changed: The new label.
        attribute_changed: Name and value; None where it is no longer set.
        note_changed: The new note.
        part_activated: Role and position of a fragment to go to.
        part_set: A role to be made the selected text.
        part_added: A role to get the selected text as a further fragment.
        part_cleared: A role to be emptied.
        fragment_removed: Role and position of a fragment to take out.
        unlink: The id of a link to remove.
        link_activated: The id of the annotation at a link's other end.
        accept: Accept the suggestion.
        reject: Reject it.
        correct: Set its parts right.
        delete: Delete the annotation.
    """

    label_changed = Signal(str)
    attribute_changed = Signal(str, object)
    note_changed = Signal(str)
    part_activated = Signal(str, int)
    part_set = Signal(str)
    part_added = Signal(str)
    part_cleared = Signal(str)
    fragment_removed = Signal(str, int)
    unlink = Signal(str)
    link_activated = Signal(str)
    accept = Signal()
    reject = Signal()
    correct = Signal()
    delete = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Inspector"))
        self._shown = ""
        self._schema: Schema | None = None
        self._available = False
        self._forms: dict[str, AnnotationForm] = {}
        self._suggested: dict[str, SuggestionForm] = {}
        # What a form is for, with what the schema did not know of the last one.
        self._kinds: dict[QWidget, Kind] = {}
        self._hint = QLabel(tr(_HINT))
        self._hint.setWordWrap(True)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._hint.setMargin(Space.L)
        set_role(self._hint, "muted")
        self._stack = QStackedWidget()
        self._stack.addWidget(self._hint)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)

    def shown_id(self) -> str:
        """Return the id of what is shown, or ""."""
        return self._shown

    def show_annotation(
        self,
        annotation: Annotation,
        text: str,
        schema: Schema,
        links: Sequence[tuple[Link, Annotation]] = (),
    ) -> None:
        """Show an annotation of *text*; tells nobody.

        Args:
            links: Each with the annotation at its other end.
        """
        same = self._move_to(annotation.id, schema)
        form = self._form(_kind_of(annotation, schema))
        form.show_annotation(annotation, text, keep_typed=same)
        form.show_links(annotation, text, schema, links)
        self._turn_to(form)

    def show_suggestion(
        self, suggestion: Suggestion, text: str, schema: Schema
    ) -> None:
        """Show a suggestion for *text*; tells nobody."""
        self._move_to(suggestion.id, schema)
        form = self._suggestion_form(_kind_of(suggestion, schema))
        form.show_suggestion(suggestion, text)
        self._turn_to(form)

    def show_nothing(self, hint: str = "") -> None:
        """Show that nothing is selected, and what to do about it."""
        self.commit_note()
        self._shown = ""
        self._hint.setText(hint or tr(_HINT))
        self._stack.setCurrentWidget(self._hint)

    def commit_note(self) -> None:
        """Tell of a note, or another field, that is typed and not told yet."""
        for form in self._forms.values():
            if self._stack.currentWidget() is form.page:
                form.commit()

    def focus_note(self) -> None:
        """Put the caret into the note of the annotation that is shown."""
        for form in self._forms.values():
            if self._stack.currentWidget() is form.page:
                form.note.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def set_selection_available(self, available: bool) -> None:  # noqa: FBT001
        """Say whether text is selected that a role can be set to."""
        self._available = available
        forms: tuple[AnnotationForm | SuggestionForm, ...]
        forms = (*self._forms.values(), *self._suggested.values())
        for form in forms:
            form.parts.set_selection_available(available=available)

    # Inside -------------------------------------------------------------------

    def _move_to(self, new_id: str, schema: Schema) -> bool:
        """Finish with what is shown; return whether it is the same thing."""
        same = self._shown == new_id
        if not same:
            self.commit_note()
        if schema is not self._schema:
            self._drop_forms()
            self._schema = schema
        self._shown = new_id
        return same

    def _drop_forms(self) -> None:
        forms: tuple[AnnotationForm | SuggestionForm, ...]
        forms = (*self._forms.values(), *self._suggested.values())
        for form in forms:
            self._drop(form)
        self._forms = {}
        self._suggested = {}

    def _drop(self, form: AnnotationForm | SuggestionForm | None) -> None:
        if form is not None:
            del self._kinds[form]
            self._stack.removeWidget(form.page)
            form.page.deleteLater()

    def _turn_to(self, form: AnnotationForm | SuggestionForm) -> None:
        if self._stack.currentWidget() is not form.page:
            self._stack.setCurrentWidget(form.page)

    def _form(self, kind: Kind) -> AnnotationForm:
        form = self._forms.get(kind.name)
        if form is None or self._kinds[form] != kind:
            self._drop(form)
            form = AnnotationForm(kind)
            form.page = self._page(form)
            self._forms[kind.name] = form
            self._kinds[form] = kind
            self._connect(form)
        return form

    def _connect(self, form: AnnotationForm) -> None:
        self._connect_parts(form)
        form.attributes.changed.connect(self.attribute_changed)
        form.note.committed.connect(self.note_changed)
        form.unlink.connect(self.unlink)
        form.link_activated.connect(self.link_activated)
        form.delete.connect(self.delete)

    def _connect_parts(self, form: AnnotationForm | SuggestionForm) -> None:
        form.parts.set_selection_available(available=self._available)
        form.label_changed.connect(self.label_changed)
        form.parts.activated.connect(self.part_activated)
        form.parts.set_asked.connect(self.part_set)
        form.parts.add_asked.connect(self.part_added)
        form.parts.cleared.connect(self.part_cleared)
        form.parts.fragment_removed.connect(self.fragment_removed)

    def _suggestion_form(self, kind: Kind) -> SuggestionForm:
        form = self._suggested.get(kind.name)
        if form is None or self._kinds[form] != kind:
            self._drop(form)
            form = SuggestionForm(kind)
            form.page = self._page(form)
            self._suggested[kind.name] = form
            self._kinds[form] = kind
            self._connect_parts(form)
            form.accept.connect(self.accept)
            form.reject.connect(self.reject)
            form.correct.connect(self.correct)
        return form

    def _page(self, form: QWidget) -> QWidget:
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(form)
        # Sideways nothing scrolls: room for the longest words of any language.
        needed = (
            form.minimumSizeHint().width() + area.verticalScrollBar().sizeHint().width()
        )
        area.setMinimumWidth(min(needed, _WIDEST))
        self._stack.addWidget(area)
        return area


def _kind_of(item: Annotation | Suggestion, schema: Schema) -> Kind:
    """Return an item's kind, with whatever of it the schema does not know."""
    # A suggestion says more of itself than a schema has attributes for.
    attributes = item.attributes if isinstance(item, Annotation) else {}
    whole = schema.covering(item.kind, item.label, item.parts, attributes)
    kind = whole.kind(item.kind)
    if kind is None:
        raise LookupError(item.kind)
    return kind
