"""Every control of every window and dialog has a name that can be read aloud."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QLineEdit,
    QPlainTextEdit,
    QScrollBar,
    QTextEdit,
    QWidget,
)

from annotator.ui.tasks import working_pool

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


OPENERS = (
    "new_project",
    "import",
    "export",
    "settings",
    "restore",
    "keys",
    "guide",
    "about",
    "commands",
    "language",
    "people",
    "agreement",
    "adjudicate",
)


def test_the_window_with_all_its_panels(qtbot, window):
    for dock in window.parts.docks:
        dock.show()
        dock.raise_()
        qtbot.waitUntil(lambda dock=dock: not dock.widget().visibleRegion().isEmpty())
        assert nameless(window) == []


def test_the_welcome_screen(open_window):
    assert nameless(open_window()) == []


@pytest.mark.parametrize("name", OPENERS)
def test_what_an_action_opens(qtbot, window, name):
    before = set(QApplication.topLevelWidgets())
    action = {entry.id: made for entry, made in window.actions_}.get(name)
    if action is None:
        pytest.fail(f"there is no action {name}")
    action.trigger()
    opened = [
        widget
        for widget in QApplication.topLevelWidgets()
        if widget not in before and widget.isVisible()
    ]
    assert nameless(window) == []
    for widget in opened:
        assert nameless(widget) == []
        assert widget.windowTitle() or not isinstance(widget, QDialog)
        widget.close()
    # What is computed for them reads the project, which is closed after this.
    assert working_pool().waitForDone(10_000)
