"""Naming keys: whatever says which key does something says the one that does it now.

Buttons, tool tips and hints name an action; which key that is stands in the table of
actions until somebody gives it another. What is shown follows such a change.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractButton, QWidget

from annotator.domain.wording import noop, tr
from annotator.ui.actions import action, plain
from annotator.ui.key_bindings import Changed, keys_of

_TIP, _TEXT = "tip_of_key", "text_of_key"
_SIGNS = {"Return": "⏎", "Shift+Return": "⇧⏎"}
_MODIFIERS = ("Ctrl", "Shift", "Alt")
_HAND = (noop("drag"), noop("wheel"))
_changed: dict[str, tuple[str, ...]] = {}


def native(key: str) -> str:
    """Return a key as this system writes it, in the language in use."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)


def shown_keys(keys: Iterable[str]) -> list[str]:
    """Return *keys* to show; the second Enter key of a keyboard is understood."""
    return [native(key) for key in keys if not key.endswith("Enter")]


def gesture(keys: str) -> str:
    """Return what hands do as this system writes it: ``Ctrl+drag``, ``PgUp PgDown``."""
    *modifiers, last = keys.split("+")
    if not set(modifiers) <= set(_MODIFIERS):
        return tr(keys)
    held = native("+".join((*modifiers, "A")))[:-1] if modifiers else ""
    if " " in last and not last.isascii():
        return f"{held}{last}"  # arrows are written alike everywhere
    words = [native(word) for word in last.split(" ")]
    if last in _HAND:
        return f"{held}{tr(last)}"
    return f"{held}{' '.join(words)}" if all(words) else tr(keys)


def use_keys(changed: Changed, window: QWidget | None = None) -> None:
    """Name other keys than the usual ones from now on, also what *window* shows."""
    _changed.clear()
    _changed.update(changed)
    for widget in window.findChildren(QWidget) if window is not None else ():
        if widget.property(_TIP):
            _show_tip(widget)
        if widget.property(_TEXT) and isinstance(widget, QAbstractButton):
            _show_text(widget)


def key_of(*identifiers: str) -> str:
    """Return the first key of each action, "a or b"; "" where there is none."""
    found = [shown_keys(keys_of(action(name), _changed))[:1] for name in identifiers]
    return tr(" or ").join(key for keys in found for key in keys)


def way_to(identifier: str) -> str:
    """Return the first key of an action; where it has none, its name in the menu."""
    return key_of(identifier) or tr("“{name}”", name=plain(tr(action(identifier).text)))


def with_key(text: str, *identifiers: str) -> str:
    """Return a text with the keys of actions in brackets after it."""
    keys = key_of(*identifiers)
    return f"{text} ({keys})" if keys else text


def name_in_tip(widget: QWidget, text: str, *identifiers: str) -> None:
    """Give a widget a tool tip that ends in the keys of actions."""
    widget.setProperty(_TIP, [text, *identifiers])
    _show_tip(widget)


def name_on(button: QAbstractButton, text: str, identifier: str) -> None:
    """Give a button a text that ends in the key of an action; its name is without."""
    button.setProperty(_TEXT, [text, identifier])
    button.setAccessibleName(text)
    _show_text(button)


def _show_tip(widget: QWidget) -> None:
    text, *identifiers = widget.property(_TIP)
    widget.setToolTip(with_key(text, *identifiers))


def _show_text(button: QAbstractButton) -> None:
    text, identifier = button.property(_TEXT)
    keys = keys_of(action(identifier), _changed)
    sign = _SIGNS.get(keys[0]) or native(keys[0]) if keys else ""
    button.setText(f"{text}  {sign}".rstrip())
