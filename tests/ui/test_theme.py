import itertools

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPalette
from PySide6.QtWidgets import QLabel, QPushButton

from annotator.domain.schema import Pattern, Style
from annotator.ui import icons
from annotator.ui.icons import icon, tinted
from annotator.ui.panels.drawing import luminance
from annotator.ui.stylesheet import stylesheet
from annotator.ui.theme import (
    DARK,
    LIGHT,
    Theme,
    ThemeKeeper,
    apply_theme,
    colours,
    is_dark,
    load_fonts,
    scaled_font,
    set_role,
    style_colour,
)


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(QColor(one)), luminance(QColor(other))))
    return (high + 0.05) / (low + 0.05)


@pytest.fixture
def themed(qapp):
    """Give the application back as it was: other tests know no theme."""
    sheet, palette, font = qapp.styleSheet(), qapp.palette(), qapp.font()
    yield qapp
    keeper = qapp.findChild(ThemeKeeper)
    qapp.styleHints().unsetColorScheme()
    if keeper is not None:
        keeper.setParent(None)
        keeper.deleteLater()
    qapp.setStyleSheet(sheet)
    qapp.setPalette(palette)
    qapp.setFont(font)


@pytest.mark.parametrize("look", [LIGHT, DARK], ids=["light", "dark"])
def test_every_text_can_be_read(look):
    texts = (
        look.text,
        look.muted,
        look.accent,
        look.success,
        look.warning,
        look.danger,
    )
    grounds = (look.window, look.base, look.raised)
    for text, ground in itertools.product(texts, grounds):
        assert contrast(text, ground) >= 4.5, (text, ground)
    for text, ground in (
        (look.text, look.hover),
        (look.text, look.accent_soft),
        (look.on_accent, look.accent),
        (look.on_accent, look.accent_hover),
        (look.on_danger, look.danger),
        (look.warning, look.warning_soft),
        (look.danger, look.danger_soft),
    ):
        assert contrast(text, ground) >= 4.5, (text, ground)


def test_contrast_is_that_of_wcag():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize(
    ("theme", "look"),
    [(Theme.LIGHT, LIGHT), (Theme.DARK, DARK)],
    ids=["light", "dark"],
)
def test_a_chosen_theme_reaches_every_widget(themed, qtbot, theme, look):
    label = QLabel("words")
    qtbot.addWidget(label)
    keeper = apply_theme(themed, theme)
    assert keeper.dark is look.dark
    qtbot.waitUntil(lambda: is_dark(label.palette()) is look.dark)
    assert colours(label.palette()) is look
    assert themed.palette().color(QPalette.ColorRole.Window) == QColor(look.window)


def test_a_widget_with_a_look_of_its_own_is_still_known_as_light(themed, qtbot):
    apply_theme(themed, Theme.LIGHT)
    button = QPushButton("Go")
    qtbot.addWidget(button)
    set_role(button, "quiet")
    button.ensurePolished()
    assert colours(button.palette()) is LIGHT


def test_the_keeper_is_one_and_tells_of_the_change(themed, qtbot):
    keeper = apply_theme(themed, Theme.LIGHT)
    with qtbot.waitSignal(keeper.changed) as told:
        assert apply_theme(themed, Theme.DARK) is keeper
    assert told.args == [True]


def test_choosing_a_theme_twice_does_not_grow_the_font(themed):
    apply_theme(themed, Theme.LIGHT)
    size = themed.font().pointSizeF()
    apply_theme(themed, Theme.DARK)
    assert themed.font().pointSizeF() == size


def test_the_system_theme_follows_the_system(themed):
    keeper = apply_theme(themed, Theme.SYSTEM)
    dark = themed.styleHints().colorScheme() is Qt.ColorScheme.Dark
    assert keeper.dark is dark


@pytest.mark.parametrize("look", [LIGHT, DARK], ids=["light", "dark"])
def test_the_style_sheet_has_no_gap(look):
    sheet = stylesheet(look)
    assert "$" not in sheet
    assert look.accent in sheet
    assert sheet.count("{") == sheet.count("}")


def test_shipped_fonts_are_loaded_where_they_are_there():
    assert load_fonts() in {"", "DejaVu Sans"}


def test_a_label_has_a_colour_for_each_theme(themed):
    style = Style("#102030", "#d0e0f0", Pattern.SOLID)
    apply_theme(themed, Theme.DARK)
    assert style_colour(style, themed.palette()).name() == "#d0e0f0"
    apply_theme(themed, Theme.LIGHT)
    assert style_colour(style, themed.palette()).name() == "#102030"


def test_a_scaled_font_keeps_its_family(themed, qtbot):
    label = QLabel("words")
    qtbot.addWidget(label)
    small = scaled_font(label, 0.5, bold=True)
    assert small.family() == label.font().family()
    assert small.pointSizeF() == pytest.approx(label.font().pointSizeF() / 2)
    assert small.bold()


@pytest.fixture
def drawings(tmp_path, monkeypatch):
    folder = tmp_path / "icons"
    folder.mkdir()
    square = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8">{}</svg>'
    shape = '<rect width="8" height="8" fill="#00ff00"/>'
    (folder / "square.svg").write_text(square.format(shape))
    (folder / "broken.svg").write_text("no drawing")
    monkeypatch.setattr(icons, "resource", tmp_path.joinpath)
    for cached in (icons._renderer, icons._pixmap):
        cached.cache_clear()
    yield folder
    for cached in (icons._renderer, icons._pixmap):
        cached.cache_clear()


def middle(pixmap) -> str:
    image = pixmap.toImage()
    return image.pixelColor(image.width() // 2, image.height() // 2).name()


def test_a_missing_icon_is_empty(qapp, drawings):
    assert icon("no-such").isNull()


def test_an_icon_takes_the_colours_of_the_theme_without_renewal(themed, drawings):
    square = icon("square")
    assert not square.isNull()
    apply_theme(themed, Theme.LIGHT)
    assert middle(square.pixmap(16)) == LIGHT.text
    apply_theme(themed, Theme.DARK)
    assert middle(square.pixmap(16)) == DARK.text
    assert middle(square.pixmap(16, QIcon.Mode.Disabled)) == DARK.faint
    on = square.pixmap(QSize(16, 16), QIcon.Mode.Normal, QIcon.State.On)
    assert middle(on) == DARK.accent
    assert middle(icon("square", "on_accent").pixmap(16)) == DARK.on_accent


def test_an_icon_is_sharp_on_a_fine_screen(qapp, drawings):
    pixmap = icon("square").pixmap(QSize(16, 16), 2.0)
    assert pixmap.width() == 32
    assert pixmap.devicePixelRatio() == 2.0
    assert tinted("square", 16, 2.0, "#ff0000").width() == 32


def test_a_changed_copy_of_an_icon_lives_on(qapp, drawings):
    copy = QIcon(icon("square"))
    copy.addPixmap(tinted("square", 8, 1.0, "#ff0000"))
    assert not copy.pixmap(16).isNull()


def test_every_shipped_icon_can_be_drawn(qapp):
    folder = icons.resource("icons")
    for file in folder.glob("*.svg"):
        pixmap = icon(file.stem).pixmap(20)
        image = pixmap.toImage()
        inked = any(
            image.pixelColor(x, y).alpha() for x in range(20) for y in range(20)
        )
        assert inked, file.name
