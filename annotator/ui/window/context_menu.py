"""The menu on a mark or a selection: all that keys do, for the mouse."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from annotator.domain.annotations import Annotation, Suggestion
from annotator.domain.schema import Kind, Label
from annotator.domain.text import excerpt
from annotator.domain.wording import tr, within
from annotator.ui.article_desk import ArticleDesk, Item
from annotator.ui.marking import MarkingController
from annotator.ui.window.action_set import ActionSet
from annotator.ui.window.swatch import swatch


class ContextMenus:
    """Builds the article's menus from the schema and the table of actions."""

    def __init__(
        self,
        article: ArticleDesk,
        marking: MarkingController,
        actions: ActionSet,
        window: QWidget,
    ) -> None:
        self._article = article
        self._marking = marking
        self._actions = actions
        self._window = window

    def open(self, position: QPoint, mark_id: str) -> None:
        """Open the menu for what is under the mouse."""
        if self._article.document is None:
            return
        self.build(mark_id).popup(position)

    def build(self, mark_id: str) -> QMenu:
        """Return the menu for a mark, or for the selected text where there is none."""
        menu = QMenu(self._window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        item = self._article.item(mark_id)
        selected = bool(self._article.view.selection())
        frame = self._article.frame
        kind = self._article.schema.kind(frame.kind) if frame else None
        if kind is not None and (selected or item is not frame):
            self._add_roles(menu, kind)
        if selected:
            self._add_selection(menu)
        if item is not None:
            if not selected:
                self._add_item(menu, item)
            self._add_enclosing(menu, item)
        if not selected and item is None:
            menu.addSection(tr("Select text to mark it"))
        menu.addSeparator()
        in_zone = self._actions["unmark_zone"].isEnabled()
        if selected or not in_zone:
            menu.addAction(self._actions["mark_zone"])
        if in_zone:
            menu.addAction(self._actions["unmark_zone"])
        menu.addSeparator()
        menu.addAction(self._actions["copy"])
        menu.addAction(self._actions["commands"])
        return menu

    def _add_selection(self, menu: QMenu) -> None:
        for kind in self._article.schema.kinds:
            target = menu
            if len(kind.offered) > 6:
                target = menu.addMenu(tr("Mark as {name}", name=kind.name))
            self._add_labels(target, kind)
            menu.addSeparator()

    def _add_item(self, menu: QMenu, item: Item) -> None:
        kind = self._article.schema.kind(item.kind)
        if isinstance(item, Suggestion):
            menu.addAction(self._actions["accept"])
            menu.addAction(self._actions["correct"])
        menu.addAction(self._actions["delete"])
        menu.addSeparator()
        if kind is not None:
            change = menu.addMenu(tr("Change the label to"))
            self._add_labels(change, kind)
            if kind.is_frame:
                self._add_clear(menu, item, kind)
        menu.addSeparator()
        menu.addAction(self._actions["mark_all"])
        if isinstance(item, Annotation):
            menu.addAction(self._actions["note"])
            menu.addAction(self._actions["link"])

    def _add_labels(self, menu: QMenu, kind: Kind) -> None:
        for label in kind.offered:
            made = QAction(swatch(label.style, self._window), _keyed(label), menu)
            made.triggered.connect(partial(_call, self._marking.label, (kind, label)))
            menu.addAction(made)

    def _add_roles(self, menu: QMenu, kind: Kind) -> None:
        menu.addSection(tr("For the selected {name}", name=kind.name))
        for role in kind.roles:
            verb = tr("Add as further") if role.many else tr("Set as")
            text = f"{verb} {within(role.title)}" + (
                f"\t{role.key}" if role.key else ""
            )
            made = QAction(swatch(role.style, self._window), text, menu)
            made.triggered.connect(partial(_call, self._marking.set_role, (kind, role)))
            menu.addAction(made)
        menu.addSeparator()

    def _add_clear(self, menu: QMenu, item: Item, kind: Kind) -> None:
        for role in kind.roles[1:]:
            if role.name in item.parts:
                made = menu.addAction(
                    tr("Remove the {title}", title=within(role.title))
                )
                made.triggered.connect(
                    partial(_call, self._marking.clear_role, (item.id, role.name))
                )

    def _add_enclosing(self, menu: QMenu, item: Item) -> None:
        """List what else lies under the mouse, to get at what is covered."""
        view = self._article.view
        document = self._article.document
        position = min(f.start for fs in item.parts.values() for f in fs)
        others = [i for i in view.marks_at(position) if i != item.id]
        if not others or document is None:
            return
        below = menu.addMenu(tr("Select instead"))
        for other_id in others:
            other = self._article.item(other_id)
            mark = self._article.marks.get(other_id)
            if other is None or mark is None:
                continue
            fragments = other.parts[mark.main_role]
            surface = excerpt(
                document.document.text, fragments[0].start, fragments[-1].end, 40
            )
            made = below.addAction(f"{mark.title} {tr('“{words}”', words=surface)}")
            made.triggered.connect(partial(_call, view.select_mark, (other_id,)))


def _keyed(label: Label) -> str:
    return f"{label.title}\t{label.key}" if label.key else label.title


def _call(method: Callable[..., None], values: tuple[object, ...], *_: object) -> None:
    """Call with *values* alone, whether or not Qt adds its ``checked``."""
    method(*values)
