"""Every action of the window, as data.

Menus, the toolbar, the command palette and the key sheet are made from
``ACTIONS`` and the schema's keys, so that none of them can tell another story.
"""

from __future__ import annotations

from dataclasses import dataclass

from annotator.domain.schema import Kind, Label, Role, Schema
from annotator.domain.wording import noop
from annotator.ui.action_types import Action, Fact, Menu, Reach
from annotator.ui.app_actions import (
    edit_actions,
    help_actions,
    project_actions,
    view_actions,
)
from annotator.ui.settle_actions import settle_actions
from annotator.ui.work_actions import (
    document_actions,
    mark_actions,
    suggestion_actions,
)

__all__ = [
    "ACTIONS",
    "ARTICLE_KEYS",
    "TOOLBAR",
    "Action",
    "Fact",
    "Menu",
    "Reach",
    "SchemaKey",
    "action",
    "plain",
    "schema_keys",
]

ACTIONS: tuple[Action, ...] = (
    *project_actions(),
    *edit_actions(),
    *mark_actions(),
    *suggestion_actions(),
    *document_actions(),
    *settle_actions(),
    *view_actions(),
    *help_actions(),
)

TOOLBAR: tuple[str, ...] = (
    "undo",
    "redo",
    "",
    "mark_all",
    "link",
    "note",
    "delete",
    "",
    "commands",
    "done_and_next",
)
"""Action ids in their order; "" for a gap."""

ARTICLE_KEYS: tuple[tuple[str, str], ...] = (
    ("← →", noop("Move by token")),
    ("Ctrl+← →", noop("Move by sentence")),
    ("↑ ↓", noop("Move by line")),
    ("PgUp PgDown", noop("Move by page")),
    ("Home End", noop("Go to the line's ends, with Ctrl to the article's")),
    (noop("Shift + any move"), noop("Extend the selection")),
    ("Ctrl+Shift+Space", noop("Keep the selection and begin a further fragment")),
    ("Alt+← →", noop("Move the selected mark's end by a token")),
    ("Alt+Shift+← →", noop("Move the selected mark's start by a token")),
    (
        noop("Shift + label key"),
        noop("Keep the label: every mouse selection is marked"),
    ),
    (noop("Double click"), noop("Select a word")),
    (noop("Triple click"), noop("Select a sentence")),
    (noop("Quadruple click"), noop("Select a paragraph")),
    ("Ctrl+drag", noop("Select a further fragment")),
    ("Alt+drag", noop("Select single characters")),
    (noop("Drag a bar's end"), noop("Move the boundary")),
    ("Ctrl+wheel", noop("Zoom")),
    (noop("Esc in a panel"), noop("Go back to the article")),
)
"""Keys and gestures of the article that are no actions of the window."""


@dataclass(frozen=True, slots=True)
class SchemaKey:
    """What a single character means by the schema: labels, roles, or both."""

    key: str
    labels: tuple[tuple[Kind, Label], ...]
    roles: tuple[tuple[Kind, Role], ...]

    @property
    def text(self) -> str:
        """What the key does, for menus and the key sheet."""
        if self.labels:
            return self.labels[0][1].title
        titles = dict.fromkeys(role.title for _, role in self.roles)
        return " / ".join(titles)


def schema_keys(schema: Schema) -> tuple[SchemaKey, ...]:
    """Return what every key of *schema* does: labels in their order, then roles."""
    labels: dict[str, list[tuple[Kind, Label]]] = {}
    roles: dict[str, list[tuple[Kind, Role]]] = {}
    for kind, label in schema.labels():
        if label.key and not label.retired:
            labels.setdefault(label.key, []).append((kind, label))
    for kind in schema.kinds:
        for role in kind.roles:
            if role.key:
                roles.setdefault(role.key, []).append((kind, role))
    keys = dict.fromkeys((*labels, *roles))
    return tuple(
        SchemaKey(key, tuple(labels.get(key, ())), tuple(roles.get(key, ())))
        for key in keys
    )


def action(identifier: str) -> Action:
    """Return the action of that id."""
    return _BY_ID[identifier]


def plain(text: str) -> str:
    """Return a menu text without its mnemonic and dots."""
    return text.replace("&", "").removesuffix("…")


_BY_ID = {entry.id: entry for entry in ACTIONS}
