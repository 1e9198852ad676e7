"""The article's own keys; all others are left to the window."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

if TYPE_CHECKING:
    from annotator.ui.article.view import ArticleView

_SHIFT = Qt.KeyboardModifier.ShiftModifier
_CTRL = Qt.KeyboardModifier.ControlModifier
_ALT = Qt.KeyboardModifier.AltModifier
_NONE = Qt.KeyboardModifier.NoModifier
_KNOWN = _SHIFT | _CTRL | _ALT | Qt.KeyboardModifier.MetaModifier

Stroke = tuple[Qt.Key, Qt.KeyboardModifier]


class Keys:
    """What each key does to one view."""

    def __init__(self, view: ArticleView) -> None:
        self._view = view
        key = Qt.Key
        self._table: dict[Stroke, Callable[[], object]] = {
            (key.Key_Tab, _NONE): lambda: view.next_mark(1),
            (key.Key_Backtab, _SHIFT): lambda: view.next_mark(-1),
            (key.Key_Backtab, _NONE): lambda: view.next_mark(-1),
            (key.Key_Up, _ALT): lambda: view.nest(1),
            (key.Key_Down, _ALT): lambda: view.nest(-1),
            (key.Key_Up, _CTRL): lambda: view.expand_selection(1),
            (key.Key_Down, _CTRL): lambda: view.expand_selection(-1),
            (key.Key_Right, _ALT): lambda: view.move_edge(1, end=True),
            (key.Key_Left, _ALT): lambda: view.move_edge(-1, end=True),
            (key.Key_Right, _ALT | _SHIFT): lambda: view.move_edge(1, end=False),
            (key.Key_Left, _ALT | _SHIFT): lambda: view.move_edge(-1, end=False),
            (key.Key_Space, _CTRL | _SHIFT): view.keep_fragment,
            (key.Key_Escape, _NONE): view.escape,
        }
        for modifiers, extend in ((_NONE, False), (_SHIFT, True)):
            self._add_caret_keys(modifiers, extend=extend)

    def _add_caret_keys(self, modifiers: Qt.KeyboardModifier, *, extend: bool) -> None:
        caret, key, move = self._view.caret_moves, Qt.Key, self._view.move_caret
        moves: dict[Stroke, Callable[[], None]] = {
            (key.Key_Right, _NONE): lambda: caret.sideways(1, extend=extend),
            (key.Key_Left, _NONE): lambda: caret.sideways(-1, extend=extend),
            (key.Key_Right, _CTRL): lambda: caret.sentence(1, extend=extend),
            (key.Key_Left, _CTRL): lambda: caret.sentence(-1, extend=extend),
            (key.Key_Down, _NONE): lambda: caret.vertical(1, extend=extend),
            (key.Key_Up, _NONE): lambda: caret.vertical(-1, extend=extend),
            (key.Key_PageDown, _NONE): lambda: caret.page(1, extend=extend),
            (key.Key_PageUp, _NONE): lambda: caret.page(-1, extend=extend),
            (key.Key_Home, _NONE): lambda: caret.line_edge(to_end=False, extend=extend),
            (key.Key_End, _NONE): lambda: caret.line_edge(to_end=True, extend=extend),
            (key.Key_Home, _CTRL): lambda: caret.text_edge(to_end=False, extend=extend),
            (key.Key_End, _CTRL): lambda: caret.text_edge(to_end=True, extend=extend),
        }
        for (code, others), action in moves.items():
            stroke = code, others | modifiers
            self._table[stroke] = partial(move, action)

    def has(self, event: QKeyEvent) -> bool:
        """Return whether the key is one of the article's."""
        if event.key() == Qt.Key.Key_Escape and not self._view.can_escape():
            return False
        return _stroke(event) in self._table

    def press(self, event: QKeyEvent) -> None:
        """Carry a key out, or leave it to whoever is next."""
        if self.has(event):
            event.accept()
            self._table[_stroke(event)]()
        else:
            event.ignore()


def _stroke(event: QKeyEvent) -> Stroke:
    return Qt.Key(event.key()), event.modifiers() & _KNOWN
