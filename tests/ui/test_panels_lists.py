from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from annotator.domain.annotations import Fragment, Suggestion
from annotator.domain.scores import NONE_REACHES
from annotator.ui.article.marks import Mark, MarkState, Styles
from annotator.ui.panels.annotations import AnnotationList
from annotator.ui.panels.mark_model import LABEL, STATE, MarkModel
from annotator.ui.panels.suggestions import SuggestionBar
from tests.ui.panel_data import SCHEMA, TEXT, at

STYLES = Styles({(k.name, label.name): label.style for k, label in SCHEMA.labels()})


def mark(mark_id, words, *, kind="entity", label="PERSON", **more):
    role = "mention" if kind == "entity" else "content"
    parts = more.pop("parts", None) or {role: (at(words),)}
    return Mark(mark_id, kind, label, label.title(), role, parts, **more)


FIRST = mark("e1", "Marta Oyelaran 🚢")
QUOTED = mark(
    "q1",
    "",
    kind="quote",
    label="direct",
    unfinished=True,
    parts={"content": (at("“We stay,”"), at("“and that is all.”"))},
)
INNER = mark("e2", "We", state=MarkState.SUGGESTED)
LAST = mark("e3", "The ministry", label="ORG")
MARKS = (LAST, INNER, QUOTED, FIRST)


@pytest.fixture
def panel(qtbot):
    panel = AnnotationList()
    qtbot.addWidget(panel)
    panel.set_schema(SCHEMA)
    panel.set_styles(STYLES)
    panel.resize(280, 400)
    panel.show()
    return panel


def ids(model):
    return [model.mark(row).id for row in range(model.rowCount())]


def current(panel):
    index = panel.table.currentIndex()
    return panel.model.mark(index.row()).id if index.isValid() else None


# The list of marks ----------------------------------------


def test_the_model_is_sound_and_in_text_order(qapp, qtmodeltester):
    model = MarkModel()
    qtmodeltester.check(model)
    model.set_marks(TEXT, MARKS)
    qtmodeltester.check(model)
    assert ids(model) == ["e1", "q1", "e2", "e3"]


def test_every_cell_says_what_it_shows(qapp):
    model = MarkModel()
    model.set_marks(TEXT, MARKS)
    rows = [[model.data(model.index(r, c)) for c in range(3)] for r in range(4)]
    assert rows == [
        ["marked", "Person", "Marta Oyelaran 🚢"],
        ["unfinished", "Direct", "“We stay,” … “and that is all.”"],
        ["suggested", "Person", "We"],
        ["marked", "Org", "The ministry"],
    ]
    spoken = model.data(model.index(1, STATE), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Direct, unfinished: “We stay,” … “and that is all.”"
    assert model.headerData(LABEL, Qt.Orientation.Horizontal) == "Label"


def test_marks_of_the_same_extent_keep_their_order(qapp):
    model = MarkModel()
    model.set_marks(TEXT, [mark("b", "port", order=2), mark("a", "port", order=1)])
    assert ids(model) == ["a", "b"]


def test_changes_come_row_by_row(qapp, qtbot):
    model = MarkModel()
    model.set_marks(TEXT, (FIRST, LAST))
    with qtbot.waitSignal(model.rowsInserted) as told:
        model.apply([INNER], [])
    assert told.args[1:3] == [1, 1]
    with qtbot.waitSignal(model.dataChanged), qtbot.assertNotEmitted(model.modelReset):
        model.apply([replace(INNER, state=MarkState.ACCEPTED)], [])
    with qtbot.waitSignal(model.rowsRemoved) as told:
        model.apply([], ["e2", "never there"])
    assert told.args[1:3] == [1, 1]
    assert ids(model) == ["e1", "e3"]


def test_a_mark_whose_boundary_moved_moves_too(qapp, qtmodeltester):
    model = MarkModel()
    model.set_marks(TEXT, MARKS)
    model.apply([replace(FIRST, parts={"mention": (at("denied it"),)})], [])
    assert ids(model) == ["q1", "e2", "e3", "e1"]
    qtmodeltester.check(model)


def test_an_accepted_suggestion_gives_way_to_the_annotation(panel):
    panel.set_marks(TEXT, MARKS)
    panel.select("e2")
    accepted = mark("e9", "We")
    panel.apply([accepted], ["e2"])
    assert ids(panel.model) == ["e1", "q1", "e9", "e3"]
    assert current(panel) is None


def test_many_changes_come_at_once(qapp, qtbot):
    model = MarkModel()
    model.set_marks(TEXT, MARKS)
    many = [mark(f"n{number}", "port", order=number) for number in range(500)]
    with (
        qtbot.waitSignal(model.modelReset),
        qtbot.assertNotEmitted(model.rowsInserted),
    ):
        model.apply(many, ["q1"])
    assert model.rowCount() == 503
    assert model.row_of("n0") is not None


def test_kind_and_state_narrow_the_list(panel):
    panel.set_marks(TEXT, MARKS)
    panel.kind.setCurrentIndex(panel.kind.findData("quote"))
    panel.kind.activated.emit(2)
    assert ids(panel.model) == ["q1"]
    assert panel._count.text() == "1 of 4"
    panel.apply([mark("e7", "port")], ["e3"])
    assert ids(panel.model) == ["q1"]
    panel.state.setCurrentIndex(panel.state.findData(MarkState.SUGGESTED))
    panel.state.activated.emit(2)
    assert ids(panel.model) == []
    assert panel._hint.text().startswith("Nothing of this kind")
    panel.kind.setCurrentIndex(0)
    panel.kind.activated.emit(0)
    assert ids(panel.model) == ["e2"]


def test_a_new_schema_keeps_the_kind_that_is_shown(panel):
    panel.set_marks(TEXT, MARKS)
    panel.kind.setCurrentIndex(panel.kind.findData("quote"))
    panel.kind.activated.emit(2)
    panel.set_schema(SCHEMA)
    assert ids(panel.model) == ["q1"]
    panel.set_schema(replace(SCHEMA, kinds=SCHEMA.kinds[:1]))
    assert len(ids(panel.model)) == 4


def test_choosing_tells_and_selecting_does_not(panel, qtbot):
    panel.set_marks(TEXT, MARKS)
    with qtbot.assertNotEmitted(panel.mark_chosen):
        panel.select("q1")
        assert current(panel) == "q1"
        panel.apply([mark("e0", "runs")], [])
        assert current(panel) == "q1"
        panel.select("nobody")
        assert current(panel) is None
    panel.select("q1")
    with qtbot.waitSignal(panel.mark_chosen) as told:
        qtbot.keyClick(panel.table, Qt.Key.Key_Down)
    assert told.args == ["e2"]
    with qtbot.waitSignal(panel.mark_activated) as told:
        qtbot.keyClick(panel.table, Qt.Key.Key_Return)
    assert told.args == ["e2"]
    place = panel.table.visualRect(panel.model.index(0, LABEL)).center()
    with qtbot.waitSignals([panel.mark_chosen, panel.mark_activated]):
        qtbot.mouseClick(panel.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
        qtbot.mouseDClick(panel.table.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_letters_are_left_to_the_window(panel, qtbot):
    panel.set_marks(TEXT, MARKS)
    panel.select("e1")
    with qtbot.assertNotEmitted(panel.mark_chosen):
        qtbot.keyClicks(panel.table, "o")


def test_an_empty_document_says_how_to_begin(panel):
    panel.set_marks(TEXT, MARKS)
    assert panel.table.isVisible()
    panel.clear()
    assert panel._hint.isVisible()
    assert "press a label's key" in panel._hint.text()


def test_it_can_be_drawn_at_any_width(panel):
    unknown = replace(FIRST, id="u", label="NOVEL", title="Novel " * 20)
    panel.set_marks(TEXT, (*MARKS, unknown))
    panel.select("e2")
    for width in (150, 280, 700):
        panel.resize(width, 300)
        assert not panel.grab().isNull()


# The bar ----------------------------------------


def suggestion(number, kind, score):
    spot = {"mention": (Fragment(0, 4),)}
    name = f"s{number}"
    return Suggestion(name, "d", "pipe", "1", kind, "x", spot, score)


PENDING = [
    suggestion(number, kind, score)
    for number, (kind, score) in enumerate(
        [("entity", 0.9), ("entity", 0.8), ("entity", 0.3), ("quote", 0.85)]
    )
]


@pytest.fixture
def bar(qtbot):
    bar = SuggestionBar()
    qtbot.addWidget(bar)
    bar.set_schema(SCHEMA)
    bar.resize(900, 60)
    bar.show()
    return bar


def choose_kind(bar, kind):
    index = bar.kind.findData(kind)
    bar.kind.setCurrentIndex(index)
    bar.kind.activated.emit(index)


def test_the_bar_counts_by_kind(bar):
    assert bar.summary.text() == "No open suggestions"
    assert not bar.accept.isVisible()
    bar.set_suggestions(PENDING)
    assert bar.summary.text() == "<b>4 suggestions</b>"
    assert bar.summary.toolTip() == "3 entities, 1 quote"
    assert bar.accept.isVisible()
    bar.set_suggestions(PENDING[3:])
    assert bar.summary.text() == "<b>1 suggestion</b>"
    assert bar.summary.toolTip() == "1 quote"


def test_the_buttons_tell(bar, qtbot):
    bar.set_suggestions(PENDING)
    assert not bar.accept.isEnabled()
    bar.set_current(True)
    for button, signal in (
        (bar.next, bar.next_requested),
        (bar.previous, bar.previous_requested),
        (bar.accept, bar.accept_requested),
        (bar.reject, bar.reject_requested),
    ):
        with qtbot.waitSignal(signal):
            button.click()
    bar.set_current(False)
    assert not bar.reject.isEnabled()


def test_accepting_all_counts_live_by_score_and_kind(bar, qtbot):
    bar.set_suggestions(PENDING)
    assert bar.accept_all.text() == "Accept all 3"
    choose_kind(bar, "entity")
    assert bar.accept_all.text() == "Accept all 2"
    bar.score.setValue(0.3)
    assert bar.accept_all.text() == "Accept all 3"
    with qtbot.waitSignal(bar.accept_all_requested) as told:
        bar.accept_all.click()
    assert told.args == [0.3, "entity"]
    choose_kind(bar, "quote")
    bar.score.setValue(0.86)
    assert not bar.accept_all.isEnabled()
    choose_kind(bar, "")
    with qtbot.waitSignal(bar.accept_all_requested) as told:
        bar.accept_all.click()
    assert told.args == [0.86, ""]


def test_limits_hide_by_kind_and_what_is_hidden_is_not_accepted(bar, qtbot):
    bar.set_suggestions(PENDING)
    bar.score.setValue(0.0)
    assert bar.accept_all.text() == "Accept all 4"
    bar.set_limits({"entity": 0.8, "quote": 0.0})
    assert bar.summary.text().endswith("· 1 hidden")
    assert bar.accept_all.text() == "Accept all 3"
    bar.set_limits({"entity": NONE_REACHES})
    assert bar.summary.text().endswith("· 3 hidden")
    with qtbot.waitSignal(bar.scores_requested):
        bar.filter.click()


def test_the_parts_take_the_place_of_the_answers_while_one_is_corrected(bar, qtbot):
    bar.set_suggestions(PENDING)
    quote = SCHEMA.kind("quote")
    bar.show_correction(quote, "")
    assert bar.is_correcting
    assert not bar.accept.isVisible()
    parts = bar.correction.parts
    assert list(parts) == ["content", "speaker", "cue"]
    assert not any(button.isChecked() for button in parts.values())
    with qtbot.waitSignal(bar.part_chosen) as told:
        parts["speaker"].click()
    assert told.args == ["speaker"]
    bar.show_correction(quote, "speaker")
    assert [name for name in parts if parts[name].isChecked()] == ["speaker"]
    assert "speaker" in bar.correction.sentence.text()
    with qtbot.waitSignal(bar.done_requested):
        bar.correction.finish.click()
    with qtbot.waitSignal(bar.stop_requested):
        bar.correction.stop.click()
    bar.show_correction(SCHEMA.kind("entity"), "mention")
    assert list(bar.correction.parts) == ["mention"]
    bar.end_correction()
    assert bar.accept.isVisible()
    assert not bar.is_correcting


def test_the_workers_state(bar, qtbot):
    assert not bar.worker.isVisible()
    bar.set_working(34, 500)
    assert bar.worker.text.text() == "Suggesting… 34/500"
    assert (bar.worker.bar.value(), bar.worker.bar.maximum()) == (34, 500)
    with qtbot.waitSignal(bar.cancel_requested):
        bar.worker.cancel.click()
    bar.set_error("The pipeline <x> is missing.")
    assert bar.worker.text.text() == "The pipeline <x> is missing."
    assert not bar.worker.bar.isVisible()
    with qtbot.waitSignal(bar.retry_requested):
        bar.worker.retry.click()
    bar.set_idle()
    assert not bar.worker.isVisible()


@pytest.mark.parametrize("width", [220, 500, 1000])
def test_the_bar_can_be_drawn_at_any_width(bar, width):
    bar.set_suggestions(PENDING)
    bar.set_working(0, 0)
    bar.resize(width, bar.heightForWidth(width))
    assert not bar.grab().isNull()
