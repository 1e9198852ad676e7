"""Every control of every window and dialog has a name that can be read aloud."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QDialog,
    QLineEdit,
    QPlainTextEdit,
    QScrollBar,
    QTextEdit,
    QWidget,
)

import annotator.ui
from tests.ui.every_window import SCENES, opened

CONTROLS = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
)


@pytest.fixture(autouse=True)
def listening(qapp):
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


def is_part_of_another(widget: QWidget) -> bool:
    """Return whether Qt made it as the inside of another control."""
    parent = widget.parentWidget()
    while parent is not None and not parent.isWindow():
        if isinstance(parent, QComboBox | QAbstractSpinBox | QLineEdit):
            return True
        parent = parent.parentWidget()
    return widget.objectName().startswith("qt_") or isinstance(widget, QScrollBar)


def nameless(root: QWidget) -> list[str]:
    """Return the visible controls of *root* that say nothing of themselves."""
    found = []
    for widget in root.findChildren(QWidget):
        if not isinstance(widget, CONTROLS) or not widget.isVisibleTo(root):
            continue
        if widget.focusPolicy() == Qt.FocusPolicy.NoFocus and not isinstance(
            widget, QAbstractButton
        ):
            continue
        if widget.window() is not root.window() or is_part_of_another(widget):
            continue
        interface = QAccessible.queryAccessibleInterface(widget)
        if not interface.text(QAccessible.Text.Name).strip():
            chain = [type(widget).__name__]
            parent = widget.parentWidget()
            while parent is not None:
                chain.append(parent.accessibleName() or type(parent).__name__)
                parent = parent.parentWidget()
            found.append(" in ".join(chain))
    return found


def test_the_window_with_all_its_panels(qtbot, window):
    for dock in window.parts.docks:
        dock.show()
        dock.raise_()
        qtbot.waitUntil(lambda dock=dock: not dock.widget().visibleRegion().isEmpty())
        assert nameless(window) == []


def test_the_welcome_screen(open_window):
    assert nameless(open_window()) == []


@pytest.mark.parametrize("scene", SCENES)
def test_every_window_and_dialog(story, scene):
    for widget in opened(story, scene):
        assert nameless(widget) == []
        assert widget.windowTitle() or not isinstance(widget, QDialog)


def test_every_dialog_is_among_the_scenes():
    for path in Path(annotator.ui.__file__).parent.rglob("*.py"):
        parts = path.relative_to(Path(annotator.__file__).parent.parent).with_suffix("")
        importlib.import_module(".".join(parts.parts))
    known = {sort for _, sort in SCENES.values()}
    assert {d.__name__ for d in dialogs(QDialog)} - known == set()


def dialogs(base: type) -> Iterator[type]:
    """Yield the program's classes of dialogs that others are not made of."""
    for one in base.__subclasses__():
        if one.__subclasses__():
            yield from dialogs(one)
        elif one.__module__.startswith("annotator."):
            yield one
