"""The keys of settling: what each means while differences are decided."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

_CTRL = Qt.KeyboardModifier.ControlModifier
_ALT = Qt.KeyboardModifier.AltModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_NONE = Qt.KeyboardModifier.NoModifier
_KNOWN = _SHIFT | _CTRL | _ALT | Qt.KeyboardModifier.MetaModifier


class Decider(Protocol):
    """Who carries out what the keys mean."""

    @property
    def is_marking(self) -> bool:
        """Whether keys mark, as they do elsewhere, and do not decide."""

    def go(self, step: int) -> None:
        """Go to the next or previous open difference."""

    def take_number(self, number: int, *, also: bool = False) -> None:
        """Take what an annotator has."""

    def part_from(self, number: int) -> None:
        """Take one part from an annotator."""

    def press_letter(self, letter: str) -> bool:
        """Do what a letter means; return whether it means anything."""

    def want(self, name: str) -> None:
        """Do what a button of the card does."""

    def take_agreed(self) -> bool:
        """Take what all agree on; return whether there was anything."""

    def finish_marking(self) -> bool:
        """Decide again; return whether that can be."""

    def escape(self) -> bool:
        """Forget what was begun; return whether there was anything."""


class Keys(QObject):
    """Filters the key presses of widgets that have the focus while deciding."""

    def __init__(self, decider: Decider, parent: QObject) -> None:
        super().__init__(parent)
        self._decider = decider
        key = Qt.Key
        self._plain: dict[tuple[int, Qt.KeyboardModifier], Callable[[], None]] = {
            (key.Key_Tab, _NONE): lambda: decider.go(1),
            (key.Key_Backtab, _SHIFT): lambda: decider.go(-1),
            (key.Key_Backtab, _NONE): lambda: decider.go(-1),
            (key.Key_N, _NONE): lambda: decider.go(1),
            (key.Key_P, _NONE): lambda: decider.go(-1),
            (key.Key_0, _NONE): lambda: decider.want("none"),
            (key.Key_Delete, _NONE): lambda: decider.want("none"),
            (key.Key_K, _NONE): lambda: decider.want("keep"),
            (key.Key_E, _NONE): lambda: decider.want("edit"),
            (key.Key_R, _NONE): lambda: decider.want("reopen"),
            (key.Key_C, _NONE): lambda: decider.want("comment"),
        }

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys that decide; leave all others to the widget."""
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if event.key() == Qt.Key.Key_Escape:
            return self._decider.escape()
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if self._decider.is_marking:
            return enter and self._decider.finish_marking()
        if enter and not event.modifiers() & _KNOWN:
            return self._decider.take_agreed()
        return self._press(event)

    def _press(self, event: QKeyEvent) -> bool:
        # The keypad's digits are digits.
        modifiers = event.modifiers() & _KNOWN
        known = self._plain.get((event.key(), modifiers))
        if known is not None:
            known()
            return True
        number = event.key() - Qt.Key.Key_0
        if 1 <= number <= 9:
            return self._press_number(number, modifiers)
        letter = event.text().lower()
        if modifiers == _NONE and len(letter) == 1 and letter.isalpha():
            return self._decider.press_letter(letter)
        return False

    def _press_number(self, number: int, modifiers: Qt.KeyboardModifier) -> bool:
        if modifiers == _NONE:
            self._decider.take_number(number)
        elif modifiers == _CTRL:
            self._decider.take_number(number, also=True)
        elif modifiers == _ALT:
            self._decider.part_from(number)
        else:
            return False
        return True
