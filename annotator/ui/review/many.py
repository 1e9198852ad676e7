"""A button with a menu of which several things can be ticked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu, QToolButton

_NAMED = 2
"""Names that stand on the button; of more there is the number."""


class ManyButton(QToolButton):
    """Lets somebody tick some of several things, or all by ticking none.

    Signals:
        changed: Others are ticked.
    """

    changed = Signal()

    def __init__(self, everything: str, nouns: str, name: str) -> None:
        """Make the button.

        Args:
            everything: What stands on it while nothing is ticked.
            nouns: What several of them are called.
            name: What it is, for a tooltip and for screen readers.
        """
        super().__init__()
        self._everything = everything
        self._nouns = nouns
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.choices = _StayingMenu(self)
        self.setMenu(self.choices)
        self._all = self.choices.addAction(everything.capitalize())
        self._all.triggered.connect(self._on_all)
        self.choices.addSeparator()
        self._ticks: dict[str, QAction] = {}
        self._show()

    def offer(self, names: Sequence[str]) -> None:
        """Offer these; what was ticked before stays so."""
        before = set(self.ticked())
        for action in self._ticks.values():
            self.choices.removeAction(action)
        self._ticks = {}
        for name in names:
            action = self.choices.addAction(name.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(name in before)
            action.triggered.connect(self._on_tick)
            self._ticks[name] = action
        self._show()

    def ticked(self) -> tuple[str, ...]:
        """Return what is ticked; nothing stands for everything."""
        return tuple(name for name, a in self._ticks.items() if a.isChecked())

    def tick(self, *names: str) -> None:
        """Tick these and nothing else, as a click would."""
        for name, action in self._ticks.items():
            action.setChecked(name in names)
        self._on_tick()

    def _on_all(self) -> None:
        self.tick()

    def _on_tick(self) -> None:
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        names = self.ticked()
        few = ", ".join(names) if names else self._everything
        self.setText(few if len(names) <= _NAMED else f"{len(names)} {self._nouns}")
        self._all.setEnabled(bool(names))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the menu on the keys that open a list of choices."""
        keys = {Qt.Key.Key_Down, Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_F4}
        if event.key() in keys:
            self.showMenu()
        else:
            super().keyPressEvent(event)


class _StayingMenu(QMenu):
    """Stays open while things are ticked, by mouse or with Space."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not self._toggle(self.actionAt(event.position().toPoint())):
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        space = event.key() == Qt.Key.Key_Space
        # There may be none, whatever the stubs say.
        active = cast("QAction | None", self.activeAction())
        if not (space and self._toggle(active)):
            super().keyPressEvent(event)

    def _toggle(self, action: QAction | None) -> bool:
        if action is None or not action.isCheckable():
            return False
        action.trigger()
        return True
