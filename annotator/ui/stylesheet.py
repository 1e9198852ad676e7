"""The style sheet: flat surfaces, thin borders, a clear ring around the focus."""

from __future__ import annotations

from dataclasses import asdict
from string import Template
from typing import TYPE_CHECKING

from annotator.domain.resources import resource

if TYPE_CHECKING:
    from annotator.ui.theme import Colours

_BUTTONS = """
QAbstractScrollArea { border: none; }
QPushButton, QToolButton { color: $text; background: $raised;
  border: 1px solid $border_strong; border-radius: 6px; padding: 5px 12px; }
QToolButton { padding: 4px 6px; }
QPushButton:hover, QToolButton:hover { background: $hover; }
QPushButton:pressed, QToolButton:pressed { background: $border; }
QPushButton:checked, QToolButton:checked { background: $accent_soft;
  border-color: $accent; }
QPushButton:focus { border: 2px solid $accent; padding: 4px 11px; }
QToolButton:focus { border: 2px solid $accent; padding: 3px 5px; }
QPushButton:disabled, QToolButton:disabled { color: $faint; background: transparent;
  border-color: $border; }
QPushButton::menu-indicator, QToolButton::menu-indicator { image: none; }
QPushButton[role="primary"] { color: $on_accent; background: $accent;
  border-color: $accent; font-weight: bold; }
QPushButton[role="primary"]:hover { background: $accent_hover; }
QPushButton[role="primary"]:focus { border: 3px double $on_accent;
  padding: 3px 10px; }
QPushButton[role="primary"]:disabled { color: $faint; background: $hover;
  border-color: $border; }
QPushButton[role="danger"] { color: $danger; }
QPushButton[role="danger"]:hover { background: $danger_soft; }
QPushButton[role="quiet"], QToolButton[role="quiet"], QToolBar QToolButton {
  background: transparent; border-color: transparent; }
QPushButton[role="quiet"]:hover, QToolButton[role="quiet"]:hover,
QToolBar QToolButton:hover { background: $hover; }
QPushButton[role="quiet"]:focus, QToolButton[role="quiet"]:focus {
  border-color: $accent; }
QToolButton[role="quiet"]:checked, QToolBar QToolButton:checked {
  background: $accent_soft; border-color: $accent; }
QPushButton[role="small"] { padding: 2px 8px; border-radius: 4px; }
QPushButton[role="small"]:focus { padding: 1px 7px; }
QToolButton[role="small"] { padding: 2px 4px; border-radius: 4px; }
QToolButton[role="small"]:focus { padding: 1px 3px; }
"""

_FIELDS = """
QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox, QComboBox { color: $text;
  background: $base; border: 1px solid $edge; border-radius: 6px;
  padding: 4px 8px; selection-background-color: $accent;
  selection-color: $on_accent; }
QPlainTextEdit, QTextEdit { padding: 2px 4px; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QAbstractSpinBox:focus,
QComboBox:focus { border: 2px solid $accent; padding: 3px 7px; }
QPlainTextEdit:focus, QTextEdit:focus { padding: 1px 3px; }
QLineEdit:disabled, QPlainTextEdit:disabled, QAbstractSpinBox:disabled,
QComboBox:disabled { color: $faint; background: $window; border-color: $border; }
QComboBox { padding-right: 20px; }
QComboBox:focus { padding-right: 19px; }
QComboBox::drop-down { border: none; width: 20px; }
QComboBox::down-arrow { image: url("$art/down-$shade.svg"); width: 10px;
  height: 10px; }
QComboBox QAbstractItemView { background: $raised; color: $text; outline: none;
  border: 1px solid $border_strong; selection-background-color: $accent_soft;
  selection-color: $text; padding: 4px; }
QComboBox QLineEdit, QAbstractSpinBox QLineEdit { border: none; padding: 0;
  background: transparent; }
QAbstractSpinBox QLineEdit { padding-left: 6px; }
QTextBrowser { border: 2px solid transparent; border-radius: 0; padding: 0; }
QTextBrowser:focus { border-color: $accent; padding: 0; }
QAbstractSpinBox { padding-left: 2px; padding-right: 18px; }
QAbstractSpinBox:focus { padding-left: 1px; padding-right: 17px; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { border: none;
  width: 16px; background: transparent; subcontrol-origin: border; }
QAbstractSpinBox::up-button { subcontrol-position: top right; }
QAbstractSpinBox::down-button { subcontrol-position: bottom right; }
QAbstractSpinBox::up-button:hover, QAbstractSpinBox::down-button:hover {
  background: $hover; border-radius: 4px; }
QAbstractSpinBox::up-arrow { image: url("$art/up-$shade.svg"); width: 9px;
  height: 9px; }
QAbstractSpinBox::down-arrow { image: url("$art/down-$shade.svg"); width: 9px;
  height: 9px; }
QCheckBox, QRadioButton { spacing: 8px; padding: 2px; border-radius: 4px;
  border: 1px solid transparent; }
QCheckBox:focus, QRadioButton:focus { border-color: $accent; }
QCheckBox::indicator { width: 14px; height: 14px; border-radius: 4px;
  border: 1px solid $edge; background: $base; }
QCheckBox::indicator:hover { border-color: $accent; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent;
  image: url("$art/check-$shade.svg"); }
QCheckBox::indicator:indeterminate { background: $accent_soft;
  border-color: $accent; }
QSlider::groove:horizontal { height: 4px; border-radius: 2px; background: $edge; }
QSlider::sub-page:horizontal { border-radius: 2px; background: $accent; }
QSlider::handle:horizontal { width: 14px; margin: -6px 0; border-radius: 8px;
  background: $raised; border: 2px solid $accent; }
QSlider::handle:horizontal:focus { background: $accent; }
QProgressBar { background: $border; border: none; border-radius: 3px;
  text-align: center; max-height: 6px; min-height: 6px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
"""

_VIEWS = """
QTableView, QListView, QTreeView { background: $base; color: $text; outline: none;
  border: 1px solid transparent; gridline-color: $border;
  selection-background-color: $accent_soft; selection-color: $text; }
QTableView:focus, QListView:focus, QTreeView:focus { border-color: $accent; }
QHeaderView::section { background: $window; color: $muted; border: none;
  border-bottom: 1px solid $border; padding: 4px 8px; }
QTableCornerButton::section { background: $window; border: none; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $edge; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
"""

_WINDOW = """
QMainWindow, QDialog { background: $window; }
QMainWindow::separator { background: $border; width: 1px; height: 1px; }
QMainWindow::separator:hover { background: $accent; }
QSplitter::handle { background: $border; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QDockWidget { color: $muted; font-weight: bold; }
QDockWidget::title { background: $window; padding: 6px 12px; text-align: left; }
QDockWidget::close-button, QDockWidget::float-button { border: none; padding: 1px;
  border-radius: 4px; background: transparent; }
QDockWidget::close-button:hover, QDockWidget::float-button:hover {
  background: $hover; }
QMenuBar { background: $window; color: $text; padding: 2px 4px; }
QMenuBar::item { padding: 4px 8px; border-radius: 4px; background: transparent; }
QMenuBar::item:selected { background: $hover; }
QMenu { background: $raised; color: $text; border: 1px solid $border_strong;
  padding: 4px; }
QMenu::item { padding: 5px 24px 5px 24px; border-radius: 4px; }
QMenu::icon { padding-left: 4px; }
QMenu::item:selected { background: $accent_soft; }
QMenu::item:disabled { color: $faint; }
QMenu::separator { height: 1px; background: $border; margin: 4px 8px; }
QToolBar { background: $window; border: none; spacing: 4px; padding: 4px 8px; }
QToolBar::separator { background: $border; width: 1px; margin: 4px; }
QStatusBar { background: $window; color: $muted; border-top: 1px solid $border; }
QStatusBar::item { border: none; }
QStatusBar QLabel { color: $muted; }
QTabBar { background: transparent; }
QTabBar::tab { background: transparent; color: $muted; padding: 6px 12px;
  border: none; border-bottom: 2px solid transparent; }
QTabBar::tab:hover { color: $text; }
QTabBar::tab:selected { color: $text; border-bottom-color: $accent; }
QTabBar::tab:focus { background: $accent_soft; }
QTabBar QToolButton { padding: 0; border: none; background: $window; }
QTabWidget::pane { border: none; border-top: 1px solid $border; }
QToolTip { background: $raised; color: $text; border: 1px solid $border_strong;
  padding: 6px 8px; }
QGroupBox { border: 1px solid $border; border-radius: 6px; margin-top: 10px;
  padding: 10px 8px 8px 8px; }
QGroupBox::title { subcontrol-origin: margin; left: 10px; padding: 0 4px;
  color: $muted; }
"""

_ROLES = """
QLabel[role="title"] { font-size: 22pt; font-weight: bold; }
QLabel[role="heading"] { font-size: 12pt; font-weight: bold; }
QLabel[role="caption"] { color: $muted; font-weight: bold; }
QLabel[role="muted"] { color: $muted; }
QLabel[role="warning"] { color: $warning; background: $warning_soft;
  border-radius: 6px; padding: 6px 8px; }
QLabel[role="error"] { color: $danger; }
QFrame[role="card"] { background: $base; border: 1px solid $border;
  border-radius: 8px; }
QFrame[role="bar"] { background: $window; border: none;
  border-bottom: 1px solid $border; }
QFrame[role="bar"] QComboBox, QFrame[role="bar"] QAbstractSpinBox { padding-top: 1px;
  padding-bottom: 1px; border-radius: 4px; }
QFrame[role="line"] { background: $border; border: none; max-height: 1px;
  min-height: 1px; }
QFrame[role="popup"] { background: $raised; border: 1px solid $border_strong;
  border-radius: 8px; }
QFrame[role="drop"] { border: 2px dashed $accent; border-radius: 8px; }
"""


def stylesheet(look: Colours) -> str:
    """Return the application's style sheet in the colours of *look*."""
    values = {name: str(value) for name, value in asdict(look).items()}
    values["art"] = resource("theme").as_posix()
    values["shade"] = "dark" if look.dark else "light"
    return Template(_BUTTONS + _FIELDS + _VIEWS + _WINDOW + _ROLES).substitute(values)
