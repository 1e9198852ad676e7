import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from annotator.domain.schema import Pattern, Style
from annotator.ui.panels.drawing import (
    key_name,
    luminance,
    readable_on,
    swatch_icon,
)
from annotator.ui.panels.flow import INTRODUCES, FlowLayout
from annotator.ui.panels.guideline import GuidelinePanel, as_html
from annotator.ui.panels.palette import LabelPalette
from tests.ui.panel_data import SCHEMA


@pytest.fixture
def palette(qtbot):
    palette = LabelPalette()
    qtbot.addWidget(palette)
    palette.set_schema(SCHEMA)
    palette.resize(700, 200)
    palette.show()
    return palette


def chip(palette, kind, name):
    group = palette._groups[kind]
    return (group.labels | group.roles)[name]


def press(qtbot, chip, *, at=None, keys=Qt.KeyboardModifier.NoModifier):
    where = at or QPoint(10, chip.height() // 2)
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton, keys, where)


SHIFT = Qt.KeyboardModifier.ShiftModifier


def test_a_click_or_a_key_chooses(palette, qtbot):
    person = chip(palette, "entity", "PERSON")
    told = []
    palette.label_chosen.connect(lambda *what: told.append(what))
    press(qtbot, person)
    qtbot.keyClick(person, Qt.Key.Key_Space)
    qtbot.keyClick(person, Qt.Key.Key_Return)
    assert told == [("entity", "PERSON")] * 3


def test_shift_or_the_pin_keeps_and_lets_go(palette, qtbot):
    told = []
    palette.sticky_changed.connect(lambda *what: told.append(what))
    org = chip(palette, "entity", "ORG")
    with qtbot.assertNotEmitted(palette.label_chosen):
        press(qtbot, org, keys=SHIFT)
        assert palette.sticky() == ("entity", "ORG")
        assert org.sticky
        press(qtbot, chip(palette, "quote", "direct"), keys=SHIFT)
        assert not org.sticky
        press(qtbot, org, at=org._end_box().center())
        qtbot.keyClick(org, Qt.Key.Key_Space, SHIFT)
    assert told == [
        ("entity", "ORG"),
        ("quote", "direct"),
        ("entity", "ORG"),
        ("entity", ""),
    ]
    assert palette.sticky() is None


def test_keeping_by_call_tells_nobody(palette, qtbot):
    with qtbot.assertNotEmitted(palette.sticky_changed):
        palette.set_sticky("quote", "direct")
        assert palette.sticky() == ("quote", "direct")
        palette.set_sticky("quote", "unknown")
        assert palette.sticky() is None
        palette.set_sticky("quote", "direct")
        palette.set_sticky("quote", None)
    assert palette.sticky() is None


def test_a_press_that_ends_elsewhere_does_nothing(palette, qtbot):
    person = chip(palette, "entity", "PERSON")
    with qtbot.assertNotEmitted(palette.label_chosen):
        qtbot.mousePress(person, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
        qtbot.mouseRelease(person, Qt.MouseButton.LeftButton, pos=QPoint(5, 900))


def test_roles_can_be_used_only_in_their_context(palette, qtbot):
    speaker = chip(palette, "quote", "speaker")
    assert not speaker.isEnabled()
    assert "Select one of “Quotes” first" in speaker.toolTip()
    palette.set_context("quote")
    with qtbot.waitSignal(palette.role_chosen) as told:
        press(qtbot, speaker)
    assert told.args == ["quote", "speaker"]
    with qtbot.waitSignal(palette.role_chosen):
        press(qtbot, speaker, keys=SHIFT)
    palette.set_context("entity")
    assert not speaker.isEnabled()
    palette.set_context(None)
    assert not speaker.isEnabled()


def test_nothing_moves_when_a_frame_is_selected(palette):
    before = palette.heightForWidth(500)
    palette.set_context("quote")
    assert palette.heightForWidth(500) == before


def test_counts_are_shown_where_there_are_any(palette):
    person = chip(palette, "entity", "PERSON")
    bare = person.sizeHint().width()
    palette.set_counts({("entity", "PERSON"): 123})
    assert person.sizeHint().width() > bare
    palette.set_counts({})
    assert person.sizeHint().width() == bare


def test_everything_has_a_name_and_an_explanation(palette):
    org = chip(palette, "entity", "ORG")
    assert org.accessibleName() == "Organisation, key O"
    assert "Bodies & firms." in org.accessibleDescription()
    assert "Bodies &amp; firms." in org.toolTip()
    assert chip(palette, "entity", "DATE").accessibleName() == "Date"


def test_narrower_is_higher_and_it_can_be_drawn_at_any_width(palette):
    heights = [palette.heightForWidth(width) for width in (900, 500, 250)]
    assert heights == sorted(heights)
    for width in (170, 300, 900):
        palette.resize(width, 300)
        palette.set_sticky("entity", "ORG")
        assert not palette.grab().isNull()


def test_another_schema_keeps_what_is_kept_if_it_has_it(palette):
    palette.set_sticky("entity", "ORG")
    palette.set_schema(SCHEMA)
    assert palette.sticky() == ("entity", "ORG")
    assert chip(palette, "entity", "ORG").sticky
    palette.set_schema(type(SCHEMA)("small", "Small", (SCHEMA.kinds[1],)))
    assert palette.sticky() is None


def test_a_label_without_a_key_lets_keys_through(palette, qtbot):
    person = chip(palette, "entity", "PERSON")
    with qtbot.assertNotEmitted(palette.label_chosen):
        qtbot.keyClick(person, Qt.Key.Key_O)


# Shared drawing and layout ----------------------------------------


@pytest.mark.parametrize(("key", "name"), [("s", "S"), ("S", "⇧S"), ("5", "5")])
def test_keys_are_named_as_on_the_keyboard(key, name):
    assert key_name(key) == name


@pytest.mark.parametrize("pattern", list(Pattern))
def test_every_pattern_is_drawn_and_differs_in_shape(qapp, pattern):
    style = Style("#a02030", "#a02030", pattern)
    shapes = {}
    for each in Pattern:
        other = Style("#a02030", "#a02030", each)
        icon = swatch_icon(other, qapp.palette(), 2.0)
        shapes[each] = icon.pixmap(32, 24).toImage()
    mine = swatch_icon(style, qapp.palette(), 2.0).pixmap(32, 24).toImage()
    assert [each for each, image in shapes.items() if image == mine] == [pattern]


@pytest.mark.parametrize("colour", ["#000000", "#2f5bd0", "#888888", "#ffd000"])
def test_text_on_a_pill_can_be_read(colour):
    ground = luminance(QColor(colour))
    text = luminance(readable_on(QColor(colour)))
    low, high = sorted((ground, text))
    assert (high + 0.05) / (low + 0.05) >= 4.5


def boxes(flow):
    return [flow.itemAt(number).geometry() for number in range(flow.count())]


@pytest.fixture
def flow(qtbot):
    holder = QWidget()
    qtbot.addWidget(holder)
    flow = FlowLayout(holder, gap=10, row_gap=5)
    for width in (50, 60, 40):
        item = QWidget()
        item.setFixedSize(width, 20)
        flow.addWidget(item)
    yield flow
    holder.close()


def test_a_flow_breaks_where_it_is_full(flow):
    flow.setGeometry(QRect(0, 0, 125, 100))
    assert [(box.x(), box.y()) for box in boxes(flow)] == [(0, 0), (60, 0), (0, 25)]
    assert flow.heightForWidth(125) == 45
    assert flow.heightForWidth(500) == 20
    assert flow.sizeHint().width() == 170
    assert flow.minimumSize().width() == 60


def test_an_introduction_is_never_last_in_its_row(flow):
    flow.itemAt(1).widget().setProperty(INTRODUCES, True)
    flow.setGeometry(QRect(0, 0, 125, 100))
    assert [(box.x(), box.y()) for box in boxes(flow)] == [(0, 0), (0, 25), (70, 25)]


def test_a_flow_leaves_no_room_for_what_is_hidden(flow):
    flow.itemAt(0).widget().hide()
    flow.setGeometry(QRect(0, 0, 125, 100))
    assert [box.x() for box in boxes(flow)][1:] == [0, 70]
    taken = flow.takeAt(0)
    assert taken.widget() is not None
    assert flow.count() == 2
    assert flow.itemAt(9) is None
    assert flow.takeAt(9) is None


def test_guidelines_become_paragraphs_and_lists():
    html = as_html("One\nline.\n\n- a < b\n- c\n\nEnd.")
    assert html == ("<p>One line.</p><ul><li>a &lt; b</li><li>c</li></ul><p>End.</p>")
    assert as_html("") == ""


def test_the_guideline_panel_shows_label_kind_or_all(qtbot):
    panel = GuidelinePanel()
    qtbot.addWidget(panel)
    panel.show_label("entity", "PERSON")
    assert panel.text() == ""
    panel.set_schema(SCHEMA)
    assert panel.text() == "Read first."
    panel.show_label("entity", "PERSON")
    assert panel.text().startswith("Person\nPeople.\nreal\nmade up")
    assert panel.text().endswith("Mark names.")
    panel.show_label(None)
    assert panel.text() == "Read first."
    panel.show_label("quote", "no such")
    assert panel.text() == "Quotes"
    panel.set_schema(None)
    assert panel.text() == ""
