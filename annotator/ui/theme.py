"""Colours, spacing and fonts of the window, light and dark, in one place."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QDoubleSpinBox,
    QLineEdit,
    QSpinBox,
    QStyleFactory,
    QToolButton,
    QWidget,
)

from annotator.domain.resources import resource
from annotator.domain.schema import Style
from annotator.domain.wording import tr
from annotator.ui.stylesheet import stylesheet

SpinBox = TypeVar("SpinBox", QSpinBox, QDoubleSpinBox)

RADIUS = 6
RADIUS_SMALL = 4
_SMALLEST_POINTS = 9.5


class Theme(StrEnum):
    """What the user can choose."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Space:
    """Distances in device independent pixels; nothing else is used."""

    XS = 4
    S = 8
    M = 12
    L = 16
    XL = 24


@dataclass(frozen=True, slots=True)
class Colours:
    """The colours of one theme, ``#rrggbb``.

    Every text colour holds 4.5 : 1 against ``window``, ``base`` and ``raised``,
    and each ``on_…`` against its own ground.

    Attributes:
        window: Behind panels and bars.
        base: Behind text that is read: lists, fields, the article.
        raised: Buttons, cards, menus.
        hover: A row or button under the mouse.
        faint: Things that cannot be used now.
        edge: Where a field or a box ends, and signs without words: 3 : 1 against
            the grounds.
        accent_soft: Behind the selected row; carries ``text``.
    """

    dark: bool
    window: str
    base: str
    raised: str
    hover: str
    text: str
    muted: str
    faint: str
    border: str
    border_strong: str
    edge: str
    accent: str
    on_accent: str
    accent_hover: str
    accent_soft: str
    success: str
    warning: str
    warning_soft: str
    danger: str
    on_danger: str
    danger_soft: str


LIGHT = Colours(
    dark=False,
    window="#f3f4f6",
    base="#ffffff",
    raised="#ffffff",
    hover="#e9ecf1",
    text="#1c2026",
    muted="#59616d",
    faint="#8f96a1",
    border="#dcdfe5",
    border_strong="#b9c0ca",
    edge="#818996",
    accent="#2f5bd0",
    on_accent="#ffffff",
    accent_hover="#254cb3",
    accent_soft="#dfe8fc",
    success="#1a7444",
    warning="#8f5400",
    warning_soft="#fdf1d8",
    danger="#b3261e",
    on_danger="#ffffff",
    danger_soft="#fce8e6",
)
DARK = Colours(
    dark=True,
    window="#1c1f24",
    base="#16191d",
    raised="#272b32",
    hover="#2c3139",
    text="#e3e6ea",
    muted="#a3abb7",
    faint="#6c7480",
    border="#31363e",
    border_strong="#4a515c",
    edge="#79818d",
    accent="#82a8f8",
    on_accent="#0e1422",
    accent_hover="#a0bdfa",
    accent_soft="#283a5e",
    success="#6fcb98",
    warning="#e6b553",
    warning_soft="#3a3019",
    danger="#f48f86",
    on_danger="#2a0d0a",
    danger_soft="#45211e",
)


def is_dark(palette: QPalette) -> bool:
    """Return whether *palette* is that of the dark theme."""
    # A role that no style sheet changes: others differ from widget to widget.
    return palette.color(QPalette.ColorRole.Mid).lightness() < 128


def colours(palette: QPalette) -> Colours:
    """Return the colours of the theme that *palette* belongs to."""
    return DARK if is_dark(palette) else LIGHT


def style_colour(style: Style, palette: QPalette) -> QColor:
    """Return a label's colour for the theme that *palette* belongs to."""
    return QColor(style.dark if is_dark(palette) else style.light)


def set_role(widget: QWidget, role: str) -> None:
    """Give *widget* one of the looks that the style sheet knows by name.

    ``primary``, ``danger`` and ``quiet`` for buttons; ``title``, ``heading``,
    ``caption``, ``muted``, ``warning`` and ``error`` for labels; ``card``,
    ``bar`` and ``banner`` for frames.
    """
    widget.setProperty("role", role)
    # Before it is first shown it will be polished anyway: twice costs double.
    if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def add_clear_button(field: QLineEdit) -> None:
    """Give a field a button that empties it, with a name to be read aloud."""
    field.setClearButtonEnabled(True)
    for button in field.findChildren(QToolButton):
        if not button.accessibleName():
            button.setAccessibleName(tr("Clear"))


def indented(field: SpinBox) -> SpinBox:
    """Return a field with its number as far from the edge as the text of others.

    A style sheet does not reach it.
    """
    field.lineEdit().setTextMargins(Space.XS, 0, 0, 0)
    return field


@cache
def load_fonts() -> str:
    """Load the shipped fonts; return their family, or "" if there are none."""
    family = ""
    for file in sorted(resource("fonts").glob("*.ttf")):
        number = QFontDatabase.addApplicationFont(str(file))
        names = QFontDatabase.applicationFontFamilies(number)
        family = family or (names[0] if names else "")
    return family


def make_palette(look: Colours) -> QPalette:
    """Return the palette that widgets without a style of their own draw with."""
    palette = QPalette()
    role = QPalette.ColorRole
    for target, colour in (
        (role.Window, look.window),
        (role.WindowText, look.text),
        (role.Base, look.base),
        (role.AlternateBase, look.window),
        (role.Text, look.text),
        (role.Button, look.raised),
        (role.ButtonText, look.text),
        (role.BrightText, look.danger),
        (role.ToolTipBase, look.raised),
        (role.ToolTipText, look.text),
        (role.PlaceholderText, look.muted),
        (role.Highlight, look.accent),
        (role.HighlightedText, look.on_accent),
        (role.Accent, look.accent),
        (role.Link, look.accent),
        (role.LinkVisited, look.accent),
        (role.Light, look.raised),
        (role.Midlight, look.hover),
        (role.Mid, look.border_strong),
        (role.Dark, look.border_strong),
        (role.Shadow, look.border),
    ):
        palette.setColor(target, QColor(colour))
    disabled = QPalette.ColorGroup.Disabled
    for target in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(disabled, target, QColor(look.faint))
    palette.setColor(disabled, role.Highlight, QColor(look.border_strong))
    return palette


class ThemeKeeper(QObject):
    """Keeps the application in the chosen theme while the system's changes.

    Signals:
        changed: Whether the theme now is the dark one.
    """

    changed = Signal(bool)

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._system_points = app.font().pointSizeF()
        self.theme = Theme.SYSTEM
        self.dark = False
        app.setStyle(QStyleFactory.create("Fusion"))
        app.styleHints().colorSchemeChanged.connect(self._system_changed)

    def choose(self, theme: Theme) -> None:
        """Draw everything in *theme* from now on."""
        self.theme = theme
        hints = self._app.styleHints()
        if theme is Theme.SYSTEM:
            hints.unsetColorScheme()
        else:
            hints.setColorScheme(
                Qt.ColorScheme.Dark if theme is Theme.DARK else Qt.ColorScheme.Light
            )
        self._draw()

    def _system_changed(self) -> None:
        if self.theme is Theme.SYSTEM:
            self._draw()

    def _draw(self) -> None:
        if self.theme is Theme.SYSTEM:
            scheme = self._app.styleHints().colorScheme()
            self.dark = scheme is Qt.ColorScheme.Dark
        else:
            self.dark = self.theme is Theme.DARK
        look = DARK if self.dark else LIGHT
        self._app.setFont(self._font())
        self._app.setPalette(make_palette(look))
        self._app.setStyleSheet(stylesheet(look))
        self.changed.emit(self.dark)

    def _font(self) -> QFont:
        font = QFont(self._app.font())
        family = load_fonts()
        if family:
            font.setFamily(family)
            # The same pixels on every machine, and spacing that scales evenly.
            font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
            font.setStyleStrategy(QFont.StyleStrategy.NoSubpixelAntialias)
        # DejaVu is a large face: half a point less than the system's looks equal.
        font.setPointSizeF(max(_SMALLEST_POINTS, self._system_points - 0.5))
        return font


def apply_theme(app: QApplication, theme: Theme) -> ThemeKeeper:
    """Draw *app* in *theme*; return who tells when light and dark change."""
    keeper = app.findChild(ThemeKeeper)
    if keeper is None:
        keeper = ThemeKeeper(app)
    keeper.choose(theme)
    return keeper


def scaled_font(widget: QWidget, factor: float, *, bold: bool = False) -> QFont:
    """Return the widget's font, its size times *factor*."""
    font = QFont(widget.font())
    if font.pointSizeF() > 0:
        font.setPointSizeF(font.pointSizeF() * factor)
    else:
        font.setPixelSize(round(font.pixelSize() * factor))
    font.setBold(bold)
    return font
