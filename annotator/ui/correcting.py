"""Setting a suggestion right: choose a part, select the right words, done."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from annotator.domain.annotations import Fragment, Suggestion
from annotator.domain.schema import Kind
from annotator.domain.wording import tr, within
from annotator.ui.actions import SchemaKey
from annotator.ui.article_desk import ArticleDesk, Item
from annotator.ui.key_names import way_to
from annotator.ui.mark_building import mark_of
from annotator.ui.marking_modes import Correcting
from annotator.ui.reviewing import ReviewController

if TYPE_CHECKING:
    from annotator.services.changes import Changes
    from annotator.services.desk import Desk


class CorrectionController(QObject):
    """Keeps a draft of the suggestion that is being corrected.

    The article shows the draft as the words are selected; the desk hears of it
    once, when it is finished, so that one undo takes all of it back.
    """

    def __init__(
        self,
        article: ArticleDesk,
        review: ReviewController,
        set_mode: Callable[[Correcting | None], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._article = article
        self._view = article.view
        self._review = review
        self._set_mode = set_mode
        self._mode: Correcting | None = None
        self._moving = False
        self._view.selection_changed.connect(self._follow)

    # -- begin and end -----------------------------------------------------

    def begin(self, role: str = "") -> None:
        """Correct the selected suggestion, beginning with a part of it."""
        item = self._article.current
        kind = self._article.schema.kind(item.kind) if item else None
        if not isinstance(item, Suggestion) or kind is None:
            self._article.hint.emit(tr("Select a suggestion first."))
            return
        if len(kind.roles) == 1:
            role = kind.main_role.name
        self._view.set_selection(())
        self._change(Correcting(item.id, item.label, dict(item.parts)))
        if role:
            self.choose(role)
            return
        keys = " · ".join(f"{r.key} {within(r.title)}" for r in kind.roles if r.key)
        self._article.hint.emit(tr("Which part? {keys}, or Tab", keys=keys))

    def take(self, mode: Correcting | None) -> None:
        """Hear which mode holds now; a draft that was left is shown no more."""
        before, self._mode = self._mode, mode
        if before is None or mode is not None:
            return
        self._view.set_selection(())
        mark = self._article.marks.get(before.item)
        if mark is not None:
            self._view.apply([mark], [])

    def finish(self) -> None:
        """Make the draft an annotation and go to the next suggestion."""
        mode = self._mode
        if mode is None:
            return
        self._set_mode(None)
        self._view.select_mark(mode.item, reveal=False)

        def step(desk: Desk, item: Suggestion) -> Changes | None:
            if (mode.label, mode.parts) == (item.label, dict(item.parts)):
                return desk.accept([item.id])
            return desk.correct(item.id, label=mode.label, parts=mode.parts)

        self._review.decide(step)

    # -- while it is being corrected ---------------------------------------

    def press(self, key: SchemaKey) -> None:
        """Choose the part, or the label, that a key of the schema stands for."""
        kind = self._kind
        for its_kind, role in key.roles:
            if its_kind is kind:
                self.choose(role.name)
                return
        for its_kind, label in key.labels:
            if its_kind is kind:
                self.relabel(label.name)
                return
        self._article.hint.emit(
            tr(
                "{key} is no part or label of a {name}; {keep} is done, {leave} gives"
                " up.",
                keep=way_to("confirm"),
                leave=way_to("cancel"),
                key=key.key,
                name=kind.name,
            )
        )

    def choose(self, role_name: str) -> None:
        """Let a part follow the selection from now on, beginning with its words."""
        mode, kind = self._mode, self._kind
        role = kind.role(role_name)
        if mode is None or role is None:
            return
        self._change(replace(mode, role=role_name))
        fragments = mode.parts.get(role_name, ())
        self._moving = True
        if fragments:
            self._view.adjust_selection(fragments)
            self._view.pick_mark(mode.item, (role_name, 0))
        else:
            # Near where it is to be looked for.
            main = mode.parts[kind.main_role.name]
            self._view.set_caret(main[-1].end)
        self._moving = False
        if fragments:
            self._view.reveal(*fragments[0])
        title = within(role.title)
        drop = (
            ""
            if role is kind.main_role
            else tr("{key} leaves it empty, ", key=way_to("delete"))
        )
        self._article.hint.emit(
            tr(
                "Select the right words for the {title}; {keep} is done, {drop}{leave} "
                "gives up.",
                keep=way_to("confirm"),
                leave=way_to("cancel"),
                title=title,
                drop=drop,
            )
        )

    def step(self, step: int) -> None:
        """Choose the next (1) or previous (-1) part."""
        mode = self._mode
        if mode is None:
            return
        names = [role.name for role in self._kind.roles]
        if mode.role in names:
            self.choose(names[(names.index(mode.role) + step) % len(names)])
        else:
            self.choose(names[0 if step > 0 else -1])

    def relabel(self, label: str) -> None:
        """Give the draft another label."""
        if self._mode is not None:
            self._change(replace(self._mode, label=label))

    def set_part(self, role_name: str, fragments: Sequence[Fragment]) -> None:
        """Make a part of the draft some words, or empty."""
        mode, role = self._mode, self._kind.role(role_name)
        if mode is None or role is None:
            return
        main = self._kind.main_role
        if not fragments and role is main:
            self._article.hint.emit(
                tr(
                    "The {title} cannot be empty; {key} rejects the whole suggestion.",
                    key=way_to("reject"),
                    title=within(role.title),
                )
            )
            return
        if not role.many and role is not main:
            fragments = fragments[-1:]
        parts: dict[str, tuple[Fragment, ...]] = dict(mode.parts)
        parts.pop(role_name, None)
        if fragments:
            parts[role_name] = tuple(fragments)
        self._change(replace(mode, parts=parts))

    def clear_part(self) -> None:
        """Leave the chosen part empty."""
        mode = self._mode
        if mode is not None and mode.role:
            self.set_part(mode.role, ())

    def move_edge(self, role: str, index: int, fragment: Fragment) -> None:
        """Move the boundaries of one fragment of the draft."""
        mode = self._mode
        if mode is None:
            return
        fragments = list(mode.parts.get(role, ()))
        fragments[index : index + 1] = [fragment]
        self.set_part(role, fragments)
        if role == mode.role:
            self._moving = True
            self._view.adjust_selection(fragments)
            self._moving = False
        self._view.pick_mark(mode.item, (role, index))

    def click(self, item: Item | None) -> None:
        """Keep the suggestion selected after a click; a clicked entity is taken."""
        mode = self._mode
        if mode is None:
            return
        kind = self._article.schema.kind(item.kind) if item is not None else None
        if (
            item is not None
            and kind is not None
            and not kind.is_frame
            and mode.role not in ("", self._kind.main_role.name)
        ):
            self._view.set_selection(item.parts.get(kind.main_role.name, ()))
            mode = self._mode or mode
        part = (mode.role, 0) if mode.parts.get(mode.role) else None
        self._view.pick_mark(mode.item, part)

    def drafted(self, item: Suggestion) -> Suggestion:
        """Return a suggestion as it has been corrected so far."""
        mode = self._mode
        if mode is None or mode.item != item.id:
            return item
        return replace(item, label=mode.label, parts=mode.parts)

    def _follow(self) -> None:
        """Take the selected words for the part that was chosen."""
        mode = self._mode
        if mode is None or not mode.role or self._moving:
            return
        fragments = self._view.selection()
        if fragments and fragments != tuple(mode.parts.get(mode.role, ())):
            self.set_part(mode.role, fragments)

    def _change(self, mode: Correcting) -> None:
        item = self._article.item(mode.item)
        self._set_mode(mode)
        if isinstance(item, Suggestion):
            draft = mark_of(self.drafted(item), self._article.schema)
            self._view.apply([draft], [])

    @property
    def _kind(self) -> Kind:
        item = self._article.item(self._mode.item) if self._mode else None
        kind = self._article.schema.kind(item.kind) if item is not None else None
        if kind is None:
            raise RuntimeError("nothing is being corrected")
        return kind
