"""Whoever works without a mouse sees where the keyboard is, on every control."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QSlider,
    QSpinBox,
    QTabBar,
    QTableView,
    QTextBrowser,
    QToolButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from annotator.ui.theme import DARK, LIGHT, Theme, ThemeKeeper, apply_theme, set_role
from tests.unit.colour_vision import contrast

SORTS = (
    *(f"QPushButton {role}" for role in ("", "primary", "danger", "quiet", "small")),
    *(f"QToolButton {role}" for role in ("", "quiet", "small")),
    "QLineEdit",
    "QPlainTextEdit",
    "QTextBrowser",
    "QSpinBox",
    "QComboBox",
    "QCheckBox",
    "QRadioButton",
    "QSlider",
    "QTabBar",
    "QTableView",
    "QListView",
    "QTreeView",
)
KINDS = {
    kind.__name__: kind
    for kind in (
        QCheckBox,
        QComboBox,
        QLineEdit,
        QListView,
        QPlainTextEdit,
        QPushButton,
        QRadioButton,
        QSpinBox,
        QTableView,
        QTextBrowser,
        QToolButton,
        QTreeView,
    )
}


def make(sort: str) -> QWidget:
    name, _, role = sort.partition(" ")
    if name == "QSlider":
        return QSlider(Qt.Orientation.Horizontal)
    if name == "QTabBar":
        bar = QTabBar()
        bar.addTab("One")
        bar.addTab("Two")
        return bar
    made = KINDS[name]()
    if isinstance(made, QPushButton | QToolButton):
        made.setText("Do it")
        set_role(made, role)
    if isinstance(made, QTableView | QListView | QTreeView):
        made.setModel(QStringListModel(["one", "two"], made))
    return made


@pytest.fixture(params=[Theme.LIGHT, Theme.DARK], ids=["light", "dark"])
def look(request, qapp):
    sheet, palette, font = qapp.styleSheet(), qapp.palette(), qapp.font()
    apply_theme(qapp, request.param)
    yield DARK if request.param is Theme.DARK else LIGHT
    keeper = qapp.findChild(ThemeKeeper)
    qapp.styleHints().unsetColorScheme()
    keeper.setParent(None)
    keeper.deleteLater()
    qapp.setStyleSheet(sheet)
    qapp.setPalette(palette)
    qapp.setFont(font)


@pytest.mark.parametrize("sort", SORTS)
def test_a_control_with_the_keyboard_looks_otherwise(qtbot, look, sort):
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    control, other = make(sort), QPushButton("Elsewhere")
    control.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    column.addWidget(control)
    column.addWidget(other)
    window.resize(320, 240)
    window.show()
    window.activateWindow()
    other.setFocus()
    qtbot.waitUntil(other.hasFocus)
    without = control.grab().toImage()
    control.setFocus()
    qtbot.waitUntil(control.hasFocus)
    having = control.grab().toImage()
    changed = [
        (without.pixelColor(x, y).name(), having.pixelColor(x, y).name())
        for x in range(without.width())
        for y in range(without.height())
        if without.pixel(x, y) != having.pixel(x, y)
    ]
    # More than a blinking caret, and so that it is seen (WCAG 2.2, 2.4.11).
    clear = [pair for pair in changed if contrast(*pair) >= 3]
    assert len(clear) >= 40, (len(changed), len(clear))
