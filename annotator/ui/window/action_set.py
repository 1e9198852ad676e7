"""Menus, toolbar and shortcuts, made from the table of actions and the schema."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from PySide6.QtCore import QObject, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QToolBar, QWidget

from annotator.domain.schema import Schema
from annotator.domain.wording import noop, tr
from annotator.ui.actions import (
    ACTIONS,
    TOOLBAR,
    Action,
    Fact,
    Menu,
    Reach,
    SchemaKey,
    plain,
    schema_keys,
)
from annotator.ui.icons import icon
from annotator.ui.key_bindings import can_change, keys_of
from annotator.ui.key_names import native, use_keys
from annotator.ui.window.swatch import swatch


class ActionSet(QObject):
    """One ``QAction`` for every action of the table and every key of the schema.

    Signals:
        key_pressed: ``SchemaKey``.
        sticky_pressed: ``SchemaKey``, with Shift.
    """

    key_pressed = Signal(object)
    sticky_pressed = Signal(object)

    def __init__(
        self, window: QWidget, article: QWidget, owners: Mapping[str, object]
    ) -> None:
        """Make the actions.

        Args:
            window: Where most keys work.
            article: Where the keys of ``Reach.ARTICLE`` work.
            owners: Whose methods the handlers name.
        """
        super().__init__(window)
        self._window = window
        self._article = article
        self._made: dict[str, QAction] = {}
        self._schema_actions: list[QAction] = []
        self._schema: Schema | None = None
        self.keys: tuple[SchemaKey, ...] = ()
        self.mark_menu: QMenu | None = None
        self.bindings: dict[str, tuple[str, ...]] = {}
        for entry in ACTIONS:
            self._made[entry.id] = self._make(entry, _handler(entry, owners))

    def __getitem__(self, identifier: str) -> QAction:
        return self._made[identifier]

    def __iter__(self) -> Iterator[tuple[Action, QAction]]:
        return ((entry, self._made[entry.id]) for entry in ACTIONS)

    def _make(self, entry: Action, handler: Callable[..., None]) -> QAction:
        made = QAction(tr(entry.text), self)
        made.setObjectName(entry.id)
        made.setCheckable(entry.checkable)
        keys = [QKeySequence(key) for key in entry.keys]
        if entry.icon:
            made.setIcon(icon(entry.icon))
        if entry.reach is Reach.SHOWN:
            # After a tab a menu shows a key without listening to it.
            made.setText(f"{tr(entry.text)}\t{native(entry.keys[0])}")
        else:
            made.setShortcuts(keys)
        made.setStatusTip(tr(entry.help))
        made.setToolTip(_tip(entry, keys))
        if entry.reach is Reach.ARTICLE:
            made.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            self._article.addAction(made)
        else:
            self._window.addAction(made)
        if entry.checkable:
            made.toggled.connect(handler)
        else:
            made.triggered.connect(partial(_call, handler))
        return made

    def set_bindings(self, changed: Mapping[str, tuple[str, ...]]) -> None:
        """Let actions have other keys than the usual ones, from now on."""
        self.bindings = dict(changed)
        use_keys(self.bindings, self._window)
        for entry, made in self:
            if can_change(entry):
                keys = [QKeySequence(key) for key in keys_of(entry, self.bindings)]
                made.setShortcuts(keys)
                made.setToolTip(_tip(entry, keys))

    def fill(self, bar: QMenuBar) -> None:
        """Build the menus."""
        menus: dict[Menu, QMenu] = {menu: bar.addMenu(tr(menu.value)) for menu in Menu}
        group: dict[Menu, str] = {}
        for entry, made in self:
            menu = menus[entry.menu]
            if group.setdefault(entry.menu, entry.group) != entry.group:
                menu.addSeparator()
                group[entry.menu] = entry.group
            menu.addAction(made)
        self.mark_menu = menus[Menu.MARK]

    def toolbar(self) -> QToolBar:
        """Return the toolbar."""
        bar = QToolBar(tr("Toolbar"))
        bar.setIconSize(QSize(18, 18))
        for identifier in TOOLBAR:
            if identifier:
                bar.addAction(self[identifier])
            else:
                bar.addSeparator()
        return bar

    def set_schema(self, schema: Schema | None) -> None:
        """Make the keys of *schema* work, and no others."""
        for made in self._schema_actions:
            self._window.removeAction(made)
            made.deleteLater()
        self._schema_actions = []
        self._schema = schema
        self.keys = schema_keys(schema) if schema else ()
        for key in self.keys:
            self._add_key(key)
        if self.mark_menu is not None and self._schema_actions:
            first = self.mark_menu.actions()[0]
            shown = [a for a in self._schema_actions if not a.property("sticky")]
            self.mark_menu.insertActions(first, shown)
            self._schema_actions.append(self.mark_menu.insertSeparator(first))

    def repaint_swatches(self) -> None:
        """Draw the labels' colours for the theme that now is."""
        self.set_schema(self._schema)

    def _add_key(self, key: SchemaKey) -> None:
        style = (key.labels or key.roles)[0][1].style
        made = QAction(swatch(style, self._window), key.text, self)
        made.setShortcut(QKeySequence(key.key))
        made.setStatusTip(_key_help(key))
        made.triggered.connect(partial(_emit, self.key_pressed, key))
        self._schema_actions.append(made)
        self._window.addAction(made)
        if key.labels:
            kept = QAction(made.icon(), tr("Keep {text}", text=key.text), self)
            kept.setProperty("sticky", True)
            kept.setShortcut(QKeySequence(f"Shift+{key.key}"))
            kept.triggered.connect(partial(_emit, self.sticky_pressed, key))
            self._schema_actions.append(kept)
            self._window.addAction(kept)

    def schema_actions(self) -> list[QAction]:
        """Return the actions that the schema's keys carry out."""
        return [a for a in self._schema_actions if a.text() and not a.isSeparator()]

    def update_enabled(self, facts: frozenset[Fact]) -> None:
        """Enable what can be done now, and nothing else."""
        for entry, made in self:
            made.setEnabled(entry.needs <= facts)
        for made in self._schema_actions:
            made.setEnabled(Fact.DOCUMENT in facts)
        self["delete"].setText(
            tr("&Reject") if Fact.SUGGESTION in facts else tr("&Delete")
        )

    def name_history(self, undo: str | None, redo: str | None) -> None:
        """Say in the menu what undo and redo would do."""
        for identifier, alone, named, name in (
            ("undo", tr("&Undo"), noop("&Undo {name}"), undo),
            ("redo", tr("&Redo"), noop("&Redo {name}"), redo),
        ):
            text = tr(named, name=name.replace("&", "&&")) if name else alone
            self[identifier].setText(text)
            self[identifier].setToolTip(plain(text))


def _handler(entry: Action, owners: Mapping[str, object]) -> Callable[..., None]:
    owner, _, method = entry.handler.partition(".")
    handler: Callable[..., None] = getattr(owners[owner], method)
    return handler


def _call(handler: Callable[..., None], *_: object) -> None:
    """Leave out Qt's ``checked``, which is no argument of ours."""
    handler()


def _emit(signal: SignalInstance, key: SchemaKey, *_: object) -> None:
    signal.emit(key)


def _tip(entry: Action, keys: list[QKeySequence]) -> str:
    shown = keys[0].toString(QKeySequence.SequenceFormat.NativeText) if keys else ""
    text = plain(tr(entry.text))
    return f"{text} ({shown})" if shown else text


def _key_help(key: SchemaKey) -> str:
    if key.labels:
        return tr(
            "Mark the selection as {text}, or change the selected label to it.",
            text=key.text,
        )
    return tr(
        "Set the {text} of the selected quote or claim to the selection.", text=key.text
    )
