from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QLineEdit

from annotator.domain.annotations import Fragment
from annotator.ui.panels.inspector import Inspector
from annotator.ui.panels.inspector_fields import (
    ChoiceField,
    FlagField,
    NoteEdit,
    NumberField,
    TextField,
)
from annotator.ui.panels.passage import QuoteButton
from tests.ui.panel_data import (
    LINK,
    OTHER,
    PERSON,
    QUOTE,
    SCHEMA,
    SUGGESTION,
    TEXT,
    UNFINISHED,
)

SIGNALS = (
    "label_changed",
    "attribute_changed",
    "note_changed",
    "part_activated",
    "part_set",
    "part_added",
    "part_cleared",
    "fragment_removed",
    "unlink",
    "link_activated",
    "accept",
    "reject",
    "correct",
    "delete",
)


@pytest.fixture
def inspector(qtbot):
    inspector = Inspector()
    qtbot.addWidget(inspector)
    inspector.resize(300, 700)
    inspector.show()
    return inspector


@pytest.fixture
def told(inspector):
    """Everything the inspector says, in order: name, then arguments."""
    said = []

    def listen(name):
        getattr(inspector, name).connect(lambda *what: said.append((name, *what)))

    for name in SIGNALS:
        listen(name)
    return said


def show(inspector, annotation=UNFINISHED, links=()):
    inspector.show_annotation(annotation, TEXT, SCHEMA, links)
    return inspector._forms[annotation.kind]


def test_showing_things_tells_nobody(inspector, told):
    for _ in range(2):
        show(inspector, UNFINISHED, [(LINK, OTHER)])
        show(inspector, PERSON)
        inspector.show_suggestion(SUGGESTION, TEXT, SCHEMA)
        show(inspector, replace(UNFINISHED, label="indirect", attributes={}, note=""))
        inspector.show_nothing()
    assert told == []
    assert inspector.shown_id() == ""


def test_an_annotation_is_shown_with_everything(inspector):
    form = show(inspector, UNFINISHED, [(LINK, OTHER)])
    assert inspector.shown_id() == "q1"
    assert form.label.currentData() == "direct"
    rows = form.parts.rows
    assert rows["content"].passages() == ["“We stay,”", "“and that is all.”"]
    assert rows["cue"].passages() == ["said"]
    assert rows["speaker"].passages() == []
    assert "press S" in rows["speaker"]._missing.text()
    assert form.warning.isVisible()
    assert form.warning.text() == (
        "This quote has no speaker: select it in the text and press S."
    )
    fields = form.attributes.fields
    assert fields["exact"].text() == "No"
    assert fields["tone"].currentData() == "calm"
    assert fields["topic"].text() == ""
    assert fields["amount"].text() == "3"
    assert form.note.note() == "Check the tape"
    assert "Accepted from en_core_web_sm" in form._origin.text()
    assert "Changed" in form._origin.text()


def test_offsets_are_code_points(inspector):
    form = show(inspector, PERSON)
    assert form.parts.rows["mention"].passages() == ["Marta Oyelaran 🚢"]
    assert not form.warning.isVisible()
    assert form._origin.text().startswith("Marked by hand")
    assert "Changed" not in form._origin.text()


def test_the_label_is_changed_once_and_only_to_another(inspector, told):
    form = show(inspector)
    form.label.setCurrentIndex(1)
    form.label.activated.emit(1)
    form.label.activated.emit(1)
    assert told == [("label_changed", "indirect")]


def test_a_label_the_schema_lacks_is_shown(inspector):
    form = show(inspector, replace(UNFINISHED, label="shouted"))
    assert form.label.currentText() == "shouted (not in the schema)"


def test_parts_are_gone_to_set_added_cleared(inspector, told):
    rows = show(inspector).parts.rows
    inspector.set_selection_available(True)
    rows["content"].fragment_row(1).passage.click()
    rows["content"].set_button.click()
    rows["content"].fragment_row(0).remove.click()
    rows["speaker"].set_button.click()
    rows["cue"].set_button.click()
    rows["cue"].clear_button.click()
    assert told == [
        ("part_activated", "content", 1),
        ("part_added", "content"),
        ("fragment_removed", "content", 0),
        ("part_set", "speaker"),
        ("part_set", "cue"),
        ("part_cleared", "cue"),
    ]


def test_only_what_makes_sense_is_offered(inspector):
    rows = show(inspector).parts.rows
    assert not rows["speaker"].set_button.isEnabled()
    inspector.set_selection_available(True)
    assert rows["speaker"].set_button.isEnabled()
    assert not rows["content"].clear_button.isVisible()
    assert rows["cue"].clear_button.isVisible()
    assert not rows["speaker"].clear_button.isVisible()
    assert rows["content"].fragment_row(0).remove.isVisible()
    assert not rows["cue"].fragment_row(0).remove.isVisible()
    fewer = UNFINISHED.with_part("content", UNFINISHED.parts["content"][:1])
    show(inspector, fewer)
    assert not rows["content"].fragment_row(0).remove.isVisible()
    assert rows["content"].passages() == ["“We stay,”"]
    assert rows["content"].set_button.text() == "Add"


def test_links_are_followed_and_removed(inspector, told):
    form = show(inspector, UNFINISHED, [(LINK, OTHER)])
    (row,) = form._links
    passage = row.findChild(QuoteButton)
    assert passage.words() == "denied it"
    passage.click()
    row._remove()
    assert told == [("link_activated", "q2"), ("unlink", "k1")]
    show(inspector, UNFINISHED)
    assert not form._link_box.isVisible()


def test_deleting(inspector, told):
    show(inspector).delete_button.click()
    assert told == [("delete",)]


def test_a_suggestion_is_shown_and_answered(inspector, told):
    inspector.show_suggestion(SUGGESTION, TEXT, SCHEMA)
    form = inspector._suggested["quote"]
    assert inspector.shown_id() == "s1"
    assert form.score.value() == 74
    assert form._figure.text() == "0.74"
    assert form.reason.text() == "Verb “denied”"
    assert form._source.text() == "From en_core_web_sm 3.8.0"
    assert form.parts.rows["speaker"].passages() == ["The ministry"]
    assert not form.attributes.isVisible()
    speaker = form.parts.rows["speaker"]
    assert not speaker.set_button.isEnabled()
    inspector.set_selection_available(True)
    speaker.set_button.click()
    speaker.clear_button.click()
    form.correct_button.click()
    form.accept_button.click()
    form.reject_button.click()
    form.label.setCurrentIndex(0)
    form.label.activated.emit(0)
    form.parts.rows["speaker"].fragment_row(0).passage.click()
    assert told == [
        ("part_set", "speaker"),
        ("part_cleared", "speaker"),
        ("correct",),
        ("accept",),
        ("reject",),
        ("label_changed", "direct"),
        ("part_activated", "speaker", 0),
    ]


def test_whatever_a_suggestion_says_of_itself_is_shown(inspector):
    attributes = {"speaker_name": "Ada <b>Brook</b>", "exact": True, "amount": 2.5}
    inspector.show_suggestion(replace(SUGGESTION, attributes=attributes), TEXT, SCHEMA)
    form = inspector._suggested["quote"]
    assert form.attributes.text().splitlines() == [
        "Speaker name: Ada <b>Brook</b>",
        "Exact: yes",
        "Amount: 2.5",
    ]
    assert form.attributes.textFormat() is Qt.TextFormat.PlainText


def test_a_hint_is_shown_where_nothing_is_selected(inspector):
    inspector.show_nothing("Choose an article first.")
    assert inspector._hint.isVisible()
    assert inspector._hint.text() == "Choose an article first."
    assert inspector.shown_id() == ""


# The note ----------------------------------------


def test_the_note_is_told_once(inspector, told, qtbot):
    form = show(inspector)
    inspector.activateWindow()
    inspector.focus_note()
    qtbot.waitUntil(form.note.hasFocus)
    form.note.selectAll()
    qtbot.keyClicks(form.note, "Two sources")
    assert told == []
    qtbot.keyClick(form.note, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    form.delete_button.setFocus()
    assert told == [("note_changed", "Two sources")]


def test_leaving_the_note_tells_it(inspector, told, qtbot):
    form = show(inspector)
    inspector.activateWindow()
    inspector.focus_note()
    qtbot.waitUntil(form.note.hasFocus)
    qtbot.keyClicks(form.note, "x")
    form.delete_button.setFocus()
    assert told == [("note_changed", "xCheck the tape")]


def test_a_note_being_typed_goes_to_the_annotation_it_was_typed_for(inspector, qtbot):
    said = []
    inspector.note_changed.connect(
        lambda note: said.append((inspector.shown_id(), note))
    )
    form = show(inspector)
    qtbot.keyClicks(form.note, "x")
    show(inspector, PERSON)
    assert said == [("q1", "xCheck the tape")]
    show(inspector)
    qtbot.keyClicks(form.note, "y")
    inspector.show_nothing()
    assert said[1:] == [("q1", "yCheck the tape")]


def test_a_change_from_elsewhere_does_not_overwrite_what_is_typed(inspector, qtbot):
    form = show(inspector)
    qtbot.keyClicks(form.note, "x")
    show(inspector, replace(UNFINISHED, label="indirect"))
    assert form.note.note() == "xCheck the tape"
    assert form.label.currentData() == "indirect"


def test_undo_of_a_note_is_shown(inspector, told):
    form = show(inspector)
    show(inspector, replace(UNFINISHED, note="Before"))
    assert form.note.note() == "Before"
    assert told == []


@pytest.mark.parametrize("note", ["a\u00a0b", "שלום 🕊\nline", "tab\tend ", ""])
def test_a_note_stays_as_it_is_until_it_is_edited(qtbot, note):
    edit = NoteEdit()
    qtbot.addWidget(edit)
    edit.show_note(note, keep_typed=False)
    assert edit.note() == note
    with qtbot.assertNotEmitted(edit.committed):
        edit.commit()
    qtbot.keyClicks(edit, "x")
    with qtbot.waitSignal(edit.committed) as said:
        edit.commit()
    assert said.args == ["x" + note]


# Fields ----------------------------------------


@pytest.fixture
def values():
    return []


def test_a_flag_is_yes_no_or_not_set(qtbot, values):
    field = FlagField()
    qtbot.addWidget(field)
    field.changed.connect(values.append)
    field.show_value(None)
    assert field.text() == "Not set"
    for _ in range(3):
        field.click()
    assert values == [True, False, None]
    field.show_value(True)
    assert (field.text(), field.value()) == ("Yes", True)
    assert len(values) == 3


def test_a_choice_can_be_made_and_unmade(qtbot, values):
    field = ChoiceField(("calm", "angry"))
    qtbot.addWidget(field)
    field.changed.connect(values.append)
    field.show_value("angry")
    assert field.currentText() == "angry"
    qtbot.keyClick(field, Qt.Key.Key_Up)
    qtbot.keyClick(field, Qt.Key.Key_Up)
    assert values == ["calm", None]
    field.show_value("furious")
    assert field.currentText() == "furious"


def test_a_line_is_told_once_when_it_is_left(qtbot, values):
    field = TextField()
    qtbot.addWidget(field)
    field.changed.connect(values.append)
    field.show_value("harbour")
    field.selectAll()
    qtbot.keyClicks(field, " port ")
    assert values == []
    qtbot.keyClick(field, Qt.Key.Key_Return)
    field.commit()
    assert values == ["port"]
    field.clear()
    field.commit()
    assert values == ["port", None]


def test_a_number_is_whole_where_it_can_be_and_none_at_first(qtbot, values):
    field = NumberField()
    qtbot.addWidget(field)
    field.changed.connect(values.append)
    assert field.text() == "Not set"
    field.commit()
    assert values == []
    field.stepUp()
    assert field.text() == "0"
    field.findChild(QLineEdit).selectAll()
    qtbot.keyClicks(field, "2.5")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    field.show_value(7)
    field.stepUp()
    assert values == [0, 2.5, 8]
    assert [type(value) for value in values] == [int, float, int]
    field.show_value(None)
    assert field.text() == "Not set"
    assert len(values) == 3


def test_attributes_are_told_by_name(inspector, told):
    fields = show(inspector).attributes.fields
    fields["exact"].click()
    fields["topic"].setText("tides")
    fields["topic"].editingFinished.emit()
    assert told == [
        ("attribute_changed", "exact", None),
        ("attribute_changed", "topic", "tides"),
    ]


def test_an_attribute_being_typed_is_told_before_the_next_is_shown(
    inspector, told, qtbot
):
    fields = show(inspector).attributes.fields
    qtbot.keyClicks(fields["topic"], "tides")
    show(inspector, PERSON)
    assert told == [("attribute_changed", "topic", "tides")]


def test_the_wheel_scrolls_and_changes_nothing(inspector, told):
    form = show(inspector)
    for field in (form.label, form.attributes.fields["tone"],
                  form.attributes.fields["amount"]):  # fmt: skip
        event = QWheelEvent(
            QPointF(5, 5), QPointF(5, 5), QPoint(), QPoint(0, -120),
            Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(field, event)
    assert told == []
    assert form.label.currentData() == "direct"


# Passages ----------------------------------------


def test_a_passage_takes_the_lines_it_needs_three_at_most(qtbot):
    passage = QuoteButton()
    qtbot.addWidget(passage)
    passage.set_words("short", "Go")
    one = passage.heightForWidth(200)
    passage.set_words("many words in a row " * 3, "Go")
    two = passage.heightForWidth(200)
    passage.set_words("many words in a row " * 60, "Go")
    three = passage.heightForWidth(200)
    assert one < two <= three
    assert three <= 3 * passage.fontMetrics().lineSpacing() + 10
    passage.resize(200, three)
    room = passage.rect().adjusted(8, 4, -8, -4)
    shown = passage._fitting(room)
    assert " … " in shown
    assert shown.startswith("many words")
    assert not passage.grab().isNull()


@pytest.mark.parametrize("width", [180, 300, 600])
def test_it_can_be_drawn_at_any_width(inspector, width):
    inspector.resize(width, 500)
    show(inspector, UNFINISHED, [(LINK, OTHER)])
    assert not inspector.grab().isNull()
    inspector.show_suggestion(SUGGESTION, TEXT, SCHEMA)
    assert not inspector.grab().isNull()


def test_another_schema_gives_other_forms(inspector):
    show(inspector)
    renamed = replace(QUOTE, labels=(replace(QUOTE.labels[0], title="Verbatim"),))
    schema = replace(SCHEMA, kinds=(renamed,))
    inspector.show_annotation(UNFINISHED, TEXT, schema)
    assert inspector._forms["quote"].label.currentText().startswith("Verbatim")


def test_a_main_part_that_is_missing_is_no_fault(inspector):
    bare = replace(UNFINISHED, parts={"cue": (Fragment(0, 5),)})
    form = show(inspector, bare, [(LINK, bare)])
    assert form.warning.text().count("\n") == 1
    assert form._links[0].findChild(QuoteButton).words() == "Marta"


def test_what_the_schema_does_not_know_is_shown_and_can_be_edited(qtbot, inspector):
    foreign = replace(
        PERSON,
        kind="rumour",
        label="WILD",
        parts={"told": (Fragment(0, 5),)},
        attributes={"spread": "wide", "old": True},
    )
    form = show(inspector, foreign)
    assert form.isVisible()
    assert form.label.currentText() == "WILD (not in the schema)"
    with qtbot.waitSignal(inspector.delete):
        form.delete_button.click()
    known = replace(PERSON, attributes={"strange": "yes"})
    form = show(inspector, known)
    assert form.attributes.fields["strange"].isVisible()
    assert show(inspector, PERSON) is not form
