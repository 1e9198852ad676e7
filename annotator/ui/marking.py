"""Marking: what keys, clicks and menus mean for the open article."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent

from annotator.domain.annotations import Annotation, Fragment, Suggestion
from annotator.domain.schema import Kind, Label, Role
from annotator.domain.wording import tr, trn, within
from annotator.ui.actions import SchemaKey
from annotator.ui.article_desk import ArticleDesk, Item
from annotator.ui.correcting import CorrectionController
from annotator.ui.key_names import native, way_to
from annotator.ui.marking_modes import Correcting, Linking, Preview, Sticky
from annotator.ui.reviewing import ReviewController

if TYPE_CHECKING:
    from annotator.services.changes import Changes
    from annotator.services.desk import Desk
    from annotator.services.steps import OpenDocument

Mode = Sticky | Preview | Linking | Correcting

_TAB_STEPS = {Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}


class MarkingController(QObject):
    """Turns what the user does into steps of the desk.

    Attributes:
        mode: What the next gesture is for, besides plain marking; None for nothing.
        correction: What keys and clicks mean while a suggestion is set right.

    Signals:
        mode_changed: The mode that now holds, or None.
    """

    mode_changed = Signal(object)

    def __init__(
        self,
        article: ArticleDesk,
        review: ReviewController,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._article = article
        self._view = article.view
        self._review = review
        self.mode: Mode | None = None
        self._sticky: Sticky | None = None
        self.correction = CorrectionController(article, review, self._set_mode, self)
        article.changed.connect(self._on_changed)
        article.opened.connect(self._on_opened)
        article.selected.connect(self._on_selected)
        self._view.selection_made.connect(self._on_selection_made)
        self._view.boundary_moved.connect(self._on_boundary_moved)
        self._view.installEventFilter(self)

    # -- labels and roles --------------------------------------------------

    def press(self, key: SchemaKey) -> None:
        """Do what a key of the schema means here."""
        if isinstance(self.mode, Correcting):
            self.correction.press(key)
            return
        frame = self._article.frame
        for kind, role in key.roles:
            if frame is not None and frame.kind == kind.name:
                self.set_role(kind, role)
                return
        if key.labels:
            self.label(*key.labels[0])
            return
        kinds = tr(" or ").join(dict.fromkeys(k.name for k, _ in key.roles))
        self._article.hint.emit(
            tr(
                "Select a {kinds} first; then {key} sets its {text}.",
                kinds=kinds,
                key=key.key,
                text=key.text,
            )
        )

    def label(self, kind: Kind, label: Label) -> None:
        """Mark the selection, or relabel what is selected."""
        if isinstance(self.mode, Correcting):
            self.correction.relabel(label.name)
            return
        fragments = self._view.selection()
        item = self._article.current
        if fragments:
            self.mark(kind.name, label.name, fragments)
        elif item is not None and item.kind == kind.name:
            self._article.run(lambda: self._desk.relabel(item.id, label.name))
        else:
            self._article.hint.emit(
                tr(
                    "Select text first; then {key} marks {title}.",
                    key=label.key,
                    title=label.title,
                )
            )

    def label_by_name(self, kind_name: str, label_name: str) -> None:
        """Do what a label's key does, for the palette."""
        kind = self._article.schema.kind(kind_name)
        label = kind.label(label_name) if kind else None
        if kind is not None and label is not None:
            self.label(kind, label)
            self._view.setFocus()

    def role_by_name(self, kind_name: str, role_name: str) -> None:
        """Do what a role's key does, for the palette."""
        kind = self._article.schema.kind(kind_name)
        role = kind.role(role_name) if kind else None
        if kind is not None and role is not None:
            self.set_role(kind, role)
            self._view.setFocus()

    def mark(self, kind: str, label: str, fragments: Iterable[Fragment]) -> None:
        """Mark *fragments*, and select what came of it."""
        changes = self._article.run(lambda: self._desk.mark(kind, label, fragments))
        if changes is None:
            return
        self._view.set_selection(())
        if changes.change is None:
            self._article.hint.emit(tr("This is marked already."))
        else:
            self._say_what_is_missing(changes.select)

    def set_role(self, kind: Kind, role: Role) -> None:
        """Set a part of the frame to the selection or the token at the caret.

        The part of a suggestion, with no words chosen for it, is to be corrected.
        """
        frame = self._article.frame
        if isinstance(self.mode, Correcting):
            self.correction.choose(role.name)
            return
        if self._is_to_be_corrected(frame):
            self.correction.begin(role.name)
            return
        fragments = self._chosen()
        if frame is None or frame.kind != kind.name:
            self._article.hint.emit(tr("Select a {name} first.", name=kind.name))
            return
        if not fragments:
            self._article.hint.emit(
                tr("Select the {title} in the text first.", title=within(role.title))
            )
            return
        desk = self._desk
        call = desk.add_fragment if role.many else desk.set_part
        changes = self._article.run(lambda: call(frame.id, role.name, fragments))
        if changes is not None:
            self._view.set_selection(())
            self._say_what_is_missing(changes.select)

    def _is_to_be_corrected(self, frame: Item | None) -> bool:
        """Return whether a role key can only be about the part that is there."""
        return (
            isinstance(frame, Suggestion)
            and frame is self._article.current
            and not self._view.selection()
            and not self._view.focus.walked
        )

    def correct(self) -> None:
        """Set the selected suggestion right, part by part."""
        self.correction.begin()

    def clear_role(self, item_id: str, role: str) -> None:
        """Take a part away from a quote or claim."""
        self._article.run(lambda: self._desk.clear_part(item_id, role))

    def _chosen(self) -> tuple[Fragment, ...]:
        """Return what a role key takes: selection, selected entity, or caret token."""
        fragments = self._view.selection()
        if fragments:
            return fragments
        item = self._article.current
        if item is not None and item is not self._article.frame:
            kind = self._article.schema.kind(item.kind)
            if kind is not None and not kind.is_frame:
                return tuple(item.parts.get(kind.main_role.name, ()))
        unit = self._view.unit_at_caret()
        return (unit,) if unit is not None else ()

    def _say_what_is_missing(self, item_id: str | None) -> None:
        item = self._article.item(item_id)
        kind = self._article.schema.kind(item.kind) if item else None
        if item is None or kind is None or not kind.is_frame:
            return
        open_roles = [r for r in kind.roles if r.key and r.name not in item.parts]
        if open_roles:
            keys = " · ".join(f"{r.key} {within(r.title)}" for r in open_roles)
            self._article.hint.emit(tr("Select text, then: {keys}", keys=keys))

    # -- the selected item -------------------------------------------------

    def delete(self) -> None:
        """Delete the selected annotation, or reject the selected suggestion."""
        item = self._article.current
        if isinstance(self.mode, Correcting):
            self.correction.clear_part()
        elif isinstance(item, Suggestion):
            self._review.reject()
        elif item is not None:
            self._article.run(lambda: self._desk.delete([item.id]))

    def copy(self) -> None:
        """Copy the selected text, or that of the selected mark."""
        document = self._article.document
        if document is None:
            return
        item = self._article.current
        fragments: Iterable[Fragment] = self._view.selection()
        if not fragments and item is not None:
            fragments = item.parts[self._article.marks[item.id].main_role]
        text = document.document.text
        copied = " … ".join(text[start:end] for start, end in fragments)
        if copied:
            QGuiApplication.clipboard().setText(copied)
            self._article.hint.emit(tr("Copied."))

    # -- modes -------------------------------------------------------------

    def set_sticky(self, kind: str, label: str) -> None:
        """Keep a label for every mouse selection; "" lets it go."""
        self._set_mode(Sticky(kind, label) if label else None)

    def press_sticky(self, key: SchemaKey) -> None:
        """Keep the label of a key, or let it go when it is kept already."""
        kind, label = key.labels[0]
        sticky = Sticky(kind.name, label.name)
        if self.mode == sticky:
            self._set_mode(None)
            self._article.hint.emit(tr("{title} is let go.", title=label.title))
        else:
            self._set_mode(sticky)
            self._article.hint.emit(
                tr(
                    "Every mouse selection is marked {title} until {key}.",
                    key=way_to("cancel"),
                    title=label.title,
                )
            )

    def preview_occurrences(self) -> None:
        """Show every other place of the same words; ``confirm`` marks them."""
        item = self.repeatable
        if item is None:
            return
        kind = self._article.schema.kind(item.kind)
        fragment = item.parts[kind.main_role.name][0] if kind else None
        if fragment is None:
            return
        found = tuple(self._desk.occurrences(fragment, item.kind))
        if not found:
            self._article.hint.emit(tr("There is no further place of these words."))
            return
        self._set_mode(Preview(item.kind, item.label, found))
        more = trn("{n} more place", "{n} more places", len(found))
        self._article.hint.emit(
            tr(
                "{more}: {marks} marks, {leaves} leaves",
                more=more,
                marks=way_to("confirm"),
                leaves=way_to("cancel"),
            )
        )
        self._view.set_preview(found)

    def start_link(self) -> None:
        """Wait for the annotation that the selected one is to be linked to."""
        item = self._article.current
        if item is not None:
            rules = [k for k in self._article.schema.links if k.source == item.kind]
            targets = {rule.target: rule.label for rule in rules}
            self._set_mode(Linking(item.id, targets))
            ends = tr(" or ").join(targets)
            self._article.hint.emit(
                tr(
                    "Click the {ends}, or go to it and press {key}",
                    ends=ends,
                    key=native("Return"),
                )
            )

    def confirm(self) -> None:
        """Carry out what is previewed."""
        mode = self.mode
        if isinstance(mode, Preview):
            self._clear_mode()
            self._article.run(
                lambda: self._desk.mark_all(mode.kind, mode.label, mode.fragments)
            )
        elif isinstance(mode, Linking):
            self._finish_link(mode)
        elif isinstance(mode, Correcting):
            self.correction.finish()

    def cancel(self) -> None:
        """Leave preview, sticky label, linking or correcting."""
        self._sticky = None
        if self.mode is not None:
            self._set_mode(None)
            self._article.hint.emit("")

    def _finish_link(self, mode: Linking) -> None:
        item = self._article.current
        if item is None or item.id == mode.source or item.kind not in mode.targets:
            return
        self._clear_mode()
        label = mode.targets[item.kind]
        self._article.run(lambda: self._desk.link(mode.source, item.id, label))

    def _clear_mode(self) -> None:
        """Leave whatever waits for an answer; a sticky label stays."""
        if not isinstance(self.mode, Sticky):
            self._set_mode(self._sticky)

    def _set_mode(self, mode: Mode | None) -> None:
        if isinstance(self.mode, Preview):
            self._view.set_preview(())
        self.mode = mode
        self.correction.take(mode if isinstance(mode, Correcting) else None)
        if isinstance(mode, Sticky) or mode is None:
            self._sticky = mode
        self.mode_changed.emit(mode)
        self._article.facts_changed.emit()

    @property
    def repeatable(self) -> Annotation | None:
        """The selected annotation, if its words can be looked for elsewhere."""
        item = self._article.current
        kind = self._article.schema.kind(item.kind) if item else None
        if not isinstance(item, Annotation) or kind is None or kind.is_frame:
            return None
        return item if len(item.parts.get(kind.main_role.name, ())) == 1 else None

    # -- the article's signals ---------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Esc leave a mode before the article takes it for itself.

        While a suggestion is corrected, Tab goes from part to part.
        """
        if (
            isinstance(self.mode, Correcting)
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in _TAB_STEPS
        ):
            self.correction.step(_TAB_STEPS[Qt.Key(event.key())])
            return True
        if (
            self.mode is not None
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and event.key() == Qt.Key.Key_Escape
        ):
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def _on_opened(self, document: OpenDocument | None) -> None:
        if document is None:
            self.cancel()
        else:
            self._clear_mode()

    def _on_selected(self, item: Item | None) -> None:
        """Take a click as the answer while a link waits for its other end."""
        clicked = QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton
        if isinstance(self.mode, Linking) and clicked:
            self._finish_link(self.mode)
        elif isinstance(self.mode, Correcting) and (
            item is None or item.id != self.mode.item
        ):
            # When everybody has heard of this choice, which is about to be undone.
            QTimer.singleShot(0, self, self._on_strayed)

    def _on_strayed(self) -> None:
        """Take a click in the article for the correction; elsewhere, leave it."""
        item, mode = self._article.current, self.mode
        if not isinstance(mode, Correcting):
            return
        if item is not None and item.id == mode.item:
            return
        if self._view.viewport().underMouse():
            self.correction.click(item)
        else:
            self._clear_mode()

    def _on_changed(self, changes: Changes) -> None:
        """Leave a correction when something else has been done meanwhile."""
        mode = self.mode
        if isinstance(mode, Correcting) and (
            changes.change is not None or mode.item not in self._article.marks
        ):
            self._clear_mode()

    def _on_selection_made(self) -> None:
        fragments = self._view.selection()
        if isinstance(self.mode, Sticky) and fragments:
            self.mark(self.mode.kind, self.mode.label, fragments)

    def _on_boundary_moved(
        self, mark_id: str, role: str, index: int, start: int, end: int
    ) -> None:
        fragment = Fragment(start, end)
        if isinstance(self.mode, Correcting) and self.mode.item == mark_id:
            self.correction.move_edge(role, index, fragment)
            return
        self._article.run(lambda: self._desk.resize(mark_id, role, index, fragment))

    @property
    def _desk(self) -> Desk:
        if self._article.desk is None:
            raise RuntimeError("no project is open")
        return self._article.desk
