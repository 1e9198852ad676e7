"""Keeps the panels in step with the article, and turns their signals into steps."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from annotator.domain.annotations import (
    Annotation,
    AttributeValue,
    Fragment,
    Link,
    Suggestion,
    merge_fragments,
)
from annotator.domain.ids import AnnotationId
from annotator.domain.wording import noop, tr
from annotator.ui.article_desk import ArticleDesk, Item
from annotator.ui.mark_building import styles_of
from annotator.ui.marking import MarkingController, Mode
from annotator.ui.marking_modes import Correcting, Sticky
from annotator.ui.panels.annotations import AnnotationList
from annotator.ui.panels.guideline import GuidelinePanel
from annotator.ui.panels.inspector import Inspector
from annotator.ui.panels.palette import LabelPalette
from annotator.ui.panels.scores import ScorePanel
from annotator.ui.panels.suggestions import SuggestionBar
from annotator.ui.reviewing import ReviewController

if TYPE_CHECKING:
    from annotator.domain.schema import Schema
    from annotator.services.changes import Changes
    from annotator.services.desk import Desk
    from annotator.services.steps import OpenDocument


@dataclass(frozen=True, slots=True)
class Panels:
    """The panels around the article."""

    palette: LabelPalette
    guideline: GuidelinePanel
    inspector: Inspector
    annotations: AnnotationList
    suggestions: SuggestionBar
    scores: ScorePanel


NOTHING_SELECTED = noop("Select an annotation or a suggestion to see its parts.")
NO_ARTICLE = noop("Open an article to see its annotations.")


class PanelLink(QObject):
    """Shows every change in the panels; they write nothing themselves."""

    def __init__(
        self,
        article: ArticleDesk,
        marking: MarkingController,
        review: ReviewController,
        panels: Panels,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._article = article
        self._marking = marking
        self._review = review
        self._panels = panels
        # After the article, so that a key pressed meanwhile does not wait for both.
        self._lists_timer = QTimer(self, interval=0, singleShot=True)
        self._lists_timer.timeout.connect(self._show_lists)
        article.opened.connect(self._on_opened)
        article.changed.connect(self._on_changed)
        article.selected.connect(self._on_selected)
        article.view.selection_changed.connect(self._on_selection_changed)
        marking.mode_changed.connect(self._on_mode_changed)
        self._connect_palette()
        self._connect_inspector()
        self._connect_lists()

    def set_schema(self, schema: Schema) -> None:
        """Show another schema."""
        panels = self._panels
        panels.palette.set_schema(schema)
        panels.guideline.set_schema(schema)
        panels.annotations.set_schema(schema)
        panels.annotations.set_styles(styles_of(schema))
        panels.suggestions.set_schema(schema)
        panels.scores.set_kinds(schema.kinds)

    # -- from the article to the panels ------------------------------------

    def _on_opened(self, document: OpenDocument | None) -> None:
        panels = self._panels
        if document is None:
            panels.annotations.clear()
            panels.suggestions.set_suggestions(())
            panels.palette.set_counts({})
            panels.inspector.show_nothing(tr(NO_ARTICLE))
            return
        self._lists_timer.start()

    def _on_changed(self, changes: Changes) -> None:
        document = self._article.document
        if document is None or changes.document_id != document.document.id:
            return
        if changes.reread or (changes.change is None and changes.suggestions):
            # Dozens have come at once: the article first, the lists in a moment.
            self._lists_timer.start()
            return
        if self._lists_timer.isActive():
            return  # they are about to be shown as they are now
        put, removed = self._article.last_applied
        self._panels.annotations.apply(filter(self._review.shows, put), removed)
        self._count()

    def _show_lists(self) -> None:
        document = self._article.document
        if document is not None:
            marks = filter(self._review.shows, self._article.marks.values())
            self._panels.annotations.set_marks(document.document.text, marks)
            self._panels.annotations.select(self._article.view.selected_mark())
            self._count()

    def _count(self) -> None:
        document = self._article.document
        if document is None:
            return
        annotations = document.layer.annotations.values()
        counts = Counter((a.kind, a.label) for a in annotations)
        self._panels.palette.set_counts(counts)
        blind = self._review.is_blind
        self._panels.suggestions.set_suggestions([] if blind else document.pending())
        self._panels.suggestions.set_notice(self._notice(document))

    def _notice(self, document: OpenDocument) -> str:
        """Return why an article has no suggestions; "" where that is by chance."""
        if self._review.is_blind:
            return tr("Suggestions are hidden until this article is done.")
        desk, language = self._article.desk, document.document.details.language
        if desk is None or document.suggestions or not language:
            return ""
        from annotator.services.choices import language_notice

        return language_notice(desk.project, language)

    def _on_selected(self, item: Item | None) -> None:
        panels, document = self._panels, self._article.document
        panels.annotations.select(item.id if item else None)
        panels.guideline.show_label(
            item.kind if item else None, item.label if item else ""
        )
        panels.suggestions.set_current(isinstance(item, Suggestion))
        frame = self._article.frame
        shown = frame or item
        panels.palette.set_context(shown.kind if shown else None)
        if document is None:
            panels.inspector.show_nothing(tr(NO_ARTICLE))
        elif isinstance(item, Annotation):
            panels.inspector.show_annotation(
                item, document.document.text, self._article.schema, self._links(item)
            )
        elif isinstance(item, Suggestion):
            panels.inspector.show_suggestion(
                self._marking.correction.drafted(item),
                document.document.text,
                self._article.schema,
            )
        else:
            panels.inspector.show_nothing(tr(NOTHING_SELECTED))

    def _links(self, item: Annotation) -> list[tuple[Link, Annotation]]:
        """Return the item's links with the annotation at the other end."""
        document = self._article.document
        if document is None:
            return []
        layer = document.layer
        found = []
        for link in layer.links.values():
            if item.id in (link.source, link.target):
                other = link.target if link.source == item.id else link.source
                if other in layer.annotations:
                    found.append((link, layer.annotations[other]))
        return found

    def _on_selection_changed(self) -> None:
        available = bool(self._article.view.selection())
        self._panels.inspector.set_selection_available(available)

    def _on_mode_changed(self, mode: Mode | None) -> None:
        if isinstance(mode, Sticky):
            self._panels.palette.set_sticky(mode.kind, mode.label)
        else:
            self._panels.palette.set_sticky("", None)
        self._show_correction(mode if isinstance(mode, Correcting) else None)

    def _show_correction(self, mode: Correcting | None) -> None:
        """Show the draft in the inspector, and its parts on the bar."""
        bar, document = self._panels.suggestions, self._article.document
        item = self._article.item(mode.item) if mode is not None else None
        kind = self._article.schema.kind(item.kind) if item is not None else None
        if mode is None or document is None or not isinstance(item, Suggestion):
            if bar.is_correcting:
                bar.end_correction()
                self._on_selected(self._article.current)
            return
        if kind is not None:
            bar.show_correction(kind, mode.role)
        self._panels.inspector.show_suggestion(
            self._marking.correction.drafted(item),
            document.document.text,
            self._article.schema,
        )

    # -- from the panels to steps ------------------------------------------

    def _connect_palette(self) -> None:
        palette = self._panels.palette
        palette.label_chosen.connect(self._marking.label_by_name)
        palette.role_chosen.connect(self._marking.role_by_name)
        palette.sticky_changed.connect(self._marking.set_sticky)

    def _connect_inspector(self) -> None:
        inspector = self._panels.inspector
        inspector.label_changed.connect(self._relabel)
        inspector.attribute_changed.connect(self._set_attribute)
        inspector.note_changed.connect(self._set_note)
        inspector.part_activated.connect(self._show_part)
        inspector.part_set.connect(self._set_part)
        inspector.part_added.connect(self._add_part)
        inspector.part_cleared.connect(self._clear_part)
        inspector.fragment_removed.connect(self._remove_fragment)
        inspector.unlink.connect(self._unlink)
        inspector.link_activated.connect(self._select)
        inspector.accept.connect(self._accept)
        inspector.reject.connect(self._review.reject)
        inspector.correct.connect(self._marking.correct)
        inspector.delete.connect(self._marking.delete)
        for answered in (inspector.accept, inspector.reject, inspector.correct):
            answered.connect(self._back_to_article)

    def _connect_lists(self) -> None:
        annotations, bar = self._panels.annotations, self._panels.suggestions
        annotations.mark_chosen.connect(self._select)
        annotations.mark_activated.connect(self._go_to)
        bar.next_requested.connect(self._review.next_suggestion)
        bar.previous_requested.connect(self._review.previous_suggestion)
        bar.accept_requested.connect(self._review.accept)
        bar.reject_requested.connect(self._review.reject)
        bar.accept_all_requested.connect(self._accept_all)
        bar.correct_requested.connect(self._marking.correct)
        bar.part_chosen.connect(self._marking.correction.choose)
        bar.done_requested.connect(self._marking.confirm)
        bar.stop_requested.connect(self._marking.cancel)
        bar.scores_requested.connect(self._panels.scores.open)
        self._review.limits_changed.connect(bar.set_limits)
        self._review.limits_changed.connect(self._lists_timer.start)
        for answered in (
            bar.correct_requested,
            bar.part_chosen,
            bar.done_requested,
            bar.stop_requested,
            bar.next_requested,
            bar.previous_requested,
            bar.accept_requested,
            bar.reject_requested,
            bar.accept_all_requested,
        ):
            # A button that goes grey hands its focus to the field beside it, which
            # would then take Ctrl+Z and the label keys for its own.
            answered.connect(self._back_to_article)

    def _run(self, step: Callable[[Desk, str], Changes | None]) -> None:
        """Carry out a step on what the inspector shows."""
        desk, shown = self._article.desk, self._panels.inspector.shown_id()
        if desk is None or self._article.item(shown) is None:
            return
        # A note is told of when something else has been selected already.
        follow = self._article.view.selected_mark() == shown
        self._article.run(lambda: step(desk, shown), follow=follow)

    def _accept(self) -> None:
        """Accept what the inspector shows: as suggested, or as corrected so far."""
        if isinstance(self._marking.mode, Correcting):
            self._marking.confirm()
        else:
            self._review.accept()

    def _relabel(self, label: str) -> None:
        if isinstance(self._marking.mode, Correcting):
            self._marking.correction.relabel(label)
            return
        self._run(lambda desk, shown: desk.relabel(shown, label))

    def _set_attribute(self, name: str, value: AttributeValue | None) -> None:
        self._run(lambda desk, shown: desk.set_attribute(shown, name, value))

    def _set_note(self, note: str) -> None:
        self._run(lambda desk, shown: desk.set_note(shown, note))

    def _set_part(self, role: str) -> None:
        self._put_part(role, self._article.view.selection())
        self._article.view.set_selection(())

    def _add_part(self, role: str) -> None:
        chosen = self._article.view.selection()
        if isinstance(self._marking.mode, Correcting):
            self._put_part(role, merge_fragments((*self._shown_part(role), *chosen)))
        else:
            self._run(lambda desk, shown: desk.add_fragment(shown, role, chosen))
        self._article.view.set_selection(())

    def _clear_part(self, role: str) -> None:
        self._put_part(role, ())

    def _remove_fragment(self, role: str, index: int) -> None:
        fragments = list(self._shown_part(role))
        del fragments[index : index + 1]
        self._put_part(role, fragments)

    def _shown_part(self, role: str) -> tuple[Fragment, ...]:
        """Return what the inspector shows of a part."""
        mode = self._marking.mode
        if isinstance(mode, Correcting):
            return mode.parts.get(role, ())
        item = self._article.item(self._panels.inspector.shown_id())
        return item.parts.get(role, ()) if item is not None else ()

    def _put_part(self, role: str, fragments: Sequence[Fragment]) -> None:
        """Set a part of what the inspector shows, or of the draft it shows."""
        if isinstance(self._marking.mode, Correcting):
            self._marking.correction.set_part(role, fragments)
        else:
            self._run(lambda desk, shown: desk.set_part(shown, role, fragments))

    def _unlink(self, link_id: str) -> None:
        self._run(lambda desk, _: desk.unlink(link_id))

    def _show_part(self, role: str, index: int) -> None:
        fragments = self._shown_part(role)
        if index < len(fragments):
            self._article.view.set_selection((fragments[index],))
            self._article.view.reveal(*fragments[index])

    def _select(self, item_id: str) -> None:
        if self._article.item(AnnotationId(item_id)) is not None:
            self._article.view.select_mark(item_id)

    def _go_to(self, item_id: str) -> None:
        self._select(item_id)
        self._article.view.setFocus()

    def _back_to_article(self) -> None:
        self._article.view.setFocus()

    def _accept_all(self, score: float, kind: str) -> None:
        self._review.accept_many(kind=kind or None, label=None, min_score=score)
