"""Which keys do what, once somebody has changed some, and what gets in whose way."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtGui import QKeySequence

from annotator.domain.wording import tr
from annotator.ui.actions import ACTIONS, Action, Reach, SchemaKey, plain

Changed = Mapping[str, tuple[str, ...]]

# What the article view does by itself: see ``article/keys.py``.
ARTICLE_STROKES = tuple(
    f"{modifier}{key}"
    for modifiers, keys in (
        (
            ("", "Shift+", "Ctrl+", "Ctrl+Shift+"),
            ("Left", "Right", "Home", "End"),
        ),
        (("", "Shift+"), ("Up", "Down", "PgUp", "PgDown", "Tab")),
        (("Ctrl+", "Alt+"), ("Up", "Down")),
        (("Alt+", "Alt+Shift+"), ("Left", "Right")),
        (("Ctrl+Shift+",), ("Space",)),
        (("",), ("Esc",)),
    )
    for modifier in modifiers
    for key in keys
)


def same(key: str) -> str:
    """Return a key as Qt writes it, so that two ways to write it are one."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.PortableText)


def keys_of(entry: Action, changed: Changed) -> tuple[str, ...]:
    """Return the keys of an action."""
    return changed.get(entry.id, entry.keys)


def can_change(entry: Action) -> bool:
    """Return whether its keys are the window's, not the article view's."""
    return entry.reach is not Reach.SHOWN


def owners_of(
    key: str, entry: Action, changed: Changed, schema: Iterable[SchemaKey]
) -> list[str]:
    """Return what else a key would do: other actions, labels, moves in the article.

    Two actions that share a key from the start are never possible at once.
    """
    wanted = same(key)
    found = [
        plain(tr(other.text))
        for other in ACTIONS
        if other.id != entry.id
        and wanted in map(same, keys_of(other, changed))
        and not _shared(entry, other, wanted)
    ]
    found += [
        tr("{text} (label or part)", text=one.text)
        for one in schema
        if wanted in (same(one.key), same(f"Shift+{one.key}"))
    ]
    if wanted in set(map(same, ARTICLE_STROKES)) and wanted not in map(
        same, entry.keys
    ):
        found.append(tr("a move in the article"))
    return found


def _shared(one: Action, other: Action, key: str) -> bool:
    return key in map(same, one.keys) and key in map(same, other.keys)


def conflicts(changed: Changed, schema: Iterable[SchemaKey]) -> list[str]:
    """Return a sentence for each changed key that would do two things."""
    schema, found = list(schema), []
    for entry in ACTIONS:
        for key in changed.get(entry.id, ()):
            owners = owners_of(key, entry, changed, schema)
            if owners:
                found.append(
                    tr(
                        "{key} of “{name}” is also: {owners}.",
                        key=QKeySequence(key).toString(
                            QKeySequence.SequenceFormat.NativeText
                        ),
                        name=plain(tr(entry.text)),
                        owners=", ".join(owners),
                    )
                )
    return found
