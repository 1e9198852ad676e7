"""The review of agreement in the window: figures, passages, the way to the text."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QFileDialog

from annotator.domain.documents import Status
from annotator.services.desk import Desk
from annotator.services.project import Project
from annotator.services.review_figures import (
    Behind,
    Differs,
    Figure,
    Measure,
    Point,
    Row,
)
from annotator.ui.review.chart import TimeChart
from annotator.ui.review.rows import DIFFERENCES, F1, NAME, RowTable
from annotator.ui.review.scale import contrast, text_colour, value_colour
from annotator.ui.theme import DARK, LIGHT, Theme, apply_theme
from annotator.ui.welcome import RecentProjects
from annotator.ui.window.main_window import MainWindow
from annotator.ui.window.preferences import Preferences
from tests.ui.window_helpers import BRIDGE, HARBOUR, make_project, place

ADA = place(HARBOUR, "Ada Brook")
VELM = place(HARBOUR, "Velm")
MONDAY = place(HARBOUR, "Monday")
CONTENT = place(HARBOUR, "“We waited nine years 🚢 for this,”")
BROOK = place(HARBOUR, "Brook", nth=1)
TOLD = place(HARBOUR, "told")
TORSK = place(BRIDGE, "Torsk")


def annotate(project, name, marks, speaker, *, done=True):
    """Let somebody mark entities and one quote in the first article, and finish."""
    first, second = project.store.documents.ids()
    desk = Desk(project, project.annotator(name))
    desk.open(first)
    for label, where in marks:
        desk.mark("entity", label, [where])
    made = desk.mark("quote", "direct", [CONTENT])
    desk.set_part(made.select, "speaker", [speaker])
    if done:
        desk.set_status(Status.DONE)
    desk.open(second)
    desk.mark("entity", "GPE", [TORSK])


@pytest.fixture
def path(tmp_path):
    """Return a project that Ada and Ben have annotated, and Lea leads."""
    path = make_project(tmp_path)
    with Project.open(path) as project:
        project.enter("lea")
        annotate(project, "ada", [("PERSON", ADA), ("GPE", VELM)], BROOK)
        entities = [("PERSON", ADA), ("ORG", VELM), ("DATE", MONDAY)]
        annotate(project, "ben", entities, TOLD)
    return path


@pytest.fixture
def open_window(qtbot, qapp, tmp_path):
    windows = []

    def start(path, annotator="lea") -> MainWindow:
        preferences = Preferences()
        preferences.suggest = False
        recent = RecentProjects(tmp_path / "recent.json")
        keeper = apply_theme(qapp, Theme.LIGHT)
        window = MainWindow(preferences, keeper, recent, annotator)
        qtbot.addWidget(window)
        windows.append(window)
        window.show()
        with qtbot.waitSignal(window.project.opened, timeout=10_000):
            window.project.open_path(path)
        return window

    yield start
    for window in windows:
        window.close()


def settled(qtbot, window):
    """Wait until nothing is under way; return the window of the review."""
    qtbot.waitUntil(lambda: not window.agreement.running, timeout=20_000)
    return window.agreement.window


def reviewed(qtbot, window):
    """Open the review and wait for its figures."""
    window.actions_["agreement"].trigger()
    shown = settled(qtbot, window)
    qtbot.addWidget(shown)
    return shown


def cells(view, row):
    """Return what a row of a table shows."""
    model = view.model()
    return [model.index(row, c).data() for c in range(model.columnCount())]


def choose(combo, words):
    combo.setCurrentText(words)
    combo.activated.emit(combo.currentIndex())


def test_a_cell_leads_to_its_passages_and_a_passage_to_the_text(
    qtbot, path, open_window
):
    window = open_window(path)
    shown = reviewed(qtbot, window)
    matrix = shown.people.matrix
    # Both have PERSON; Velm is called two things, and one has Monday: 2 · 1 / 5.
    assert matrix.model().index(0, 1).data() == "0.40"
    assert matrix.model().index(1, 0).data() == "0.40"
    assert matrix.model().index(0, 0).data() is None
    tip = matrix.model().index(0, 1).data(Qt.ItemDataRole.ToolTipRole)
    assert tip == "ada and ben: F1 0.400, n = 5 annotations"
    matrix.point_at(0, 1)
    assert shown.about.text() == "ada and ben"
    assert cells(shown.list, 0)[:4] == ["missed", "", "DATE", "Monday"]
    assert cells(shown.list, 1)[:4] == ["label", "GPE", "ORG", "Velm"]
    assert shown.passages.rowCount() == 2
    matrix.setFocus()
    qtbot.keyClick(matrix, Qt.Key.Key_Return)
    assert shown.list.currentIndex().row() == 0
    qtbot.keyClick(shown.list, Qt.Key.Key_Down)
    qtbot.keyClick(shown.list, Qt.Key.Key_Return)
    settling = window.adjudication.shown
    assert settling is not None
    qtbot.addWidget(settling)
    case = settling.queue.currentIndex()
    assert "Velm" in str(case.data(Qt.ItemDataRole.AccessibleTextRole))


def test_choices_make_other_figures(qtbot, path, open_window):
    window = open_window(path)
    shown = reviewed(qtbot, window)
    shown.choices.labels.tick("PERSON")
    settled(qtbot, window)
    assert shown.people.matrix.model().index(0, 1).data() == "1.00"
    assert shown.passages.rowCount() == 0
    assert shown.none.text() == "They agree on everything here."
    shown.choices.labels.tick()
    shown.choices.unfinished.click()
    settled(qtbot, window)
    assert shown.figures.documents == 2
    # Torsk is the same in the second article: 2 · 2 / 7.
    assert shown.people.matrix.model().index(0, 1).data() == "0.57"
    choose(shown.choices.kind, "quotes")
    settled(qtbot, window)
    # The quote is the same, and its label; only the speaker is another.
    assert shown.people.matrix.model().index(0, 1).data() == "1.00"
    rows = {r.title: r for r in shown.figures.roles}
    assert rows["Content"].f1.value == 1.0
    assert rows["Speaker"].f1.value == 0.0
    shown.behind = Behind()
    shown.roles.chosen.emit(rows["Speaker"].behind)
    assert cells(shown.list, 0)[0] == "other speaker"


def test_labels_articles_and_calls_open_their_passages(qtbot, path, open_window):
    window = open_window(path)
    shown = reviewed(qtbot, window)
    shown.tabs.setCurrentWidget(shown.labels)
    assert [cells(shown.labels, n)[NAME] for n in range(4)] == [
        "ORG",
        "GPE",
        "DATE",
        "PERSON",
    ]
    shown.labels.selectRow(0)
    assert shown.about.text() == "All pairs · ORG"
    assert cells(shown.list, 0)[3] == "Velm"
    shown.tabs.setCurrentWidget(shown.articles)
    shown.articles.selectRow(0)
    assert shown.passages.rowCount() == 2
    shown.tabs.setCurrentWidget(shown.calls)
    titles = shown.figures.calls["ada", "ben"].labels
    shown.calls.cells.point_at(titles.index("GPE"), titles.index("ORG"))
    assert shown.about.text() == "ada says GPE, ben says ORG"
    assert shown.passages.rowCount() == 1
    shown.chips[Differs.AGREED].click()
    shown.calls.cells.point_at(titles.index("PERSON"), titles.index("PERSON"))
    assert cells(shown.list, 0)[:4] == ["agreed", "PERSON", "PERSON", "Ada Brook"]


def test_escape_goes_from_the_passages_to_the_figures_and_out(qtbot, path, open_window):
    window = open_window(path)
    shown = reviewed(qtbot, window)
    matrix = shown.people.matrix
    matrix.setFocus()
    matrix.point_at(0, 1)
    qtbot.keyClick(matrix, Qt.Key.Key_Return)
    shown._go_back()
    assert shown.isVisible()
    assert shown.focusWidget() is matrix
    shown._go_back()
    assert not shown.isVisible()


def test_changes_are_read_when_the_review_is_opened_again(qtbot, path, open_window):
    window = open_window(path)
    shown = reviewed(qtbot, window)
    shown.close()
    with Project.open(path) as project:
        desk = Desk(project, project.annotator("ada"))
        desk.open(project.store.documents.ids()[0])
        desk.mark("entity", "DATE", [MONDAY])
    shown.choices.again.emit()
    settled(qtbot, window)
    assert shown.people.matrix.model().index(0, 1).data() == "0.67"


def test_what_others_do_is_read_where_the_review_is_open(qtbot, path, open_window):
    window = open_window(path)
    shown = reviewed(qtbot, window)
    before = shown.people.matrix.model().index(0, 1).data()
    shown.list.selectRow(1)
    here = shown.passages.difference(1)
    with Project.open(path) as project:
        desk = Desk(project, project.annotator("ada"))
        desk.open(project.store.documents.ids()[0])
        desk.mark("entity", "DATE", [MONDAY])
    figure = shown.people.matrix.model().index
    qtbot.waitUntil(lambda: figure(0, 1).data() == "0.67", timeout=10_000)
    assert before != "0.67"
    settled(qtbot, window)
    assert shown.passages.difference(shown.list.currentIndex().row()) == here


def test_the_bin_is_followed_where_the_review_is_open(qtbot, path, open_window):
    window = open_window(path)
    shown = reviewed(qtbot, window)
    first = window.project.project.store.documents.ids()[0]
    window.article.run(lambda: window.article.desk.put_into_bin([first]))
    qtbot.waitUntil(lambda: shown.figures is None, timeout=10_000)
    window.article.undo()
    qtbot.waitUntil(lambda: shown.figures is not None, timeout=10_000)
    settled(qtbot, window)


def test_the_report_is_written_to_a_chosen_file(qtbot, path, open_window, tmp_path):
    window = open_window(path)
    shown = reviewed(qtbot, window)
    shown.choices.report.click()
    dialog = shown.findChild(QFileDialog)
    target = tmp_path / "sent.html"
    dialog.fileSelected.emit(str(target))
    dialog.close()
    qtbot.waitUntil(lambda: "Written" in shown.choices.state.text(), timeout=20_000)
    assert "Agreement on" in target.read_text("utf-8")
    assert (tmp_path / "sent-labels.csv").exists()


def test_whoever_is_no_lead_sees_a_sentence(qtbot, path, open_window):
    window = open_window(path, "ada")
    shown = reviewed(qtbot, window)
    assert shown.figures is None
    assert "Only the lead" in shown.advice.headline.text()
    assert not shown.choices.isVisible()


def test_the_figures_go_when_somebody_else_sits_down(qtbot, path, open_window):
    window = open_window(path)
    shown = reviewed(qtbot, window)
    window.project.enter("ben")
    assert not shown.isVisible()
    assert shown.passages.rowCount() == 0
    window.actions_["agreement"].trigger()
    assert shown.figures is None
    assert "Only the lead" in shown.advice.headline.text()
    window.project.enter("lea")
    window.actions_["agreement"].trigger()
    assert settled(qtbot, window).figures is not None


def test_without_a_common_article_the_review_says_what_is_needed(
    qtbot, tmp_path, open_window
):
    path = make_project(tmp_path)
    with Project.open(path) as project:
        project.enter("lea")
        annotate(project, "ada", [("PERSON", ADA)], BROOK)
    window = open_window(path)
    shown = reviewed(qtbot, window)
    assert shown.figures is None
    assert "the same article" in shown.advice.headline.text()
    with Project.open(path) as project:
        annotate(project, "ben", [("PERSON", ADA)], BROOK, done=False)
    shown.choices.again.emit()
    settled(qtbot, window)
    assert "No article is done" in shown.advice.headline.text()
    qtbot.mouseClick(shown.advice.button, Qt.MouseButton.LeftButton)
    settled(qtbot, window)
    assert shown.people.matrix.model().index(0, 1).data() == "1.00"
    shown.choices.people["ben"].click()
    settled(qtbot, window)
    assert "two annotators or more" in shown.advice.headline.text()


def test_measures_say_when_they_are_not_defined(qtbot, path, open_window):
    window = open_window(path)
    shown = reviewed(qtbot, window)
    shown.choices.labels.tick("DATE")
    settled(qtbot, window)
    people = shown.people
    assert people.matrix.model().index(0, 1).data() == "–"
    tip = people.matrix.model().index(0, 1).data(Qt.ItemDataRole.ToolTipRole)
    assert "not defined" in tip
    people.measure.setCurrentIndex(people.measure.findData(Measure.KAPPA))
    people.measure.activated.emit(people.measure.currentIndex())
    assert people.matrix.model().index(0, 1).data() == "0.00"


def rows():
    def row(title, value, differences):
        return Row(title, Behind(label=title), Figure(value, 9), Figure(), differences)

    return [row("A", 0.9, 1), row("B", None, 4), row("C", 0.2, 2), row("D", None, 0)]


def test_tables_begin_with_the_worst_and_sort_by_every_column(qtbot):
    table = RowTable("Test")
    qtbot.addWidget(table)
    table.show_rows(rows())

    def names():
        return [cells(table, n)[NAME] for n in range(4)]

    assert names() == ["B", "C", "A", "D"]
    header = table.horizontalHeader()
    header.sectionClicked.emit(DIFFERENCES)
    assert names() == ["B", "C", "A", "D"]
    header.sectionClicked.emit(DIFFERENCES)
    assert names() == ["D", "A", "C", "B"]
    title = table.model().headerData(DIFFERENCES, Qt.Orientation.Horizontal)
    assert title == "differences ▴"
    table.selectRow(0)
    table.show_rows(list(reversed(rows())))
    assert table.behind() == Behind(label="D")
    header.sectionClicked.emit(F1)
    assert names()[0] == "B"


@pytest.mark.parametrize("look", [LIGHT, DARK])
def test_figures_are_read_on_every_ground(look):
    grounds = [value_colour(n / 100, look) for n in range(101)]
    for ground in grounds:
        assert contrast(text_colour(ground), ground) >= 4.5
    # Told apart without hue: lightness goes one way.
    lightness = [contrast(g, QColor(look.base)) for g in grounds]
    assert lightness[-1] > lightness[50] > lightness[0]
    assert value_colour(-0.3, look) == grounds[0]


def test_the_chart_tells_of_the_nearest_point(qtbot):
    chart = TimeChart()
    qtbot.addWidget(chart)
    chart.resize(400, 160)
    chart.set_points(
        [
            Point("1–3", Figure(0.5, 10, 0.25, 0.75), 3),
            Point("4–6", Figure(), 3),
            Point("7–9", Figure(0.9, 12), 3),
        ]
    )
    chart.grab()
    assert chart.nearest(0) == 0
    assert chart.nearest(400) == 2
    assert chart.tip(0) == (
        "1–3: F1 0.500 (95 %: 0.25 – 0.75), n = 10 annotations in 3 articles"
    )
    assert "4–6: –" in chart.accessibleDescription()
    chart.set_points([])
    chart.grab()
    assert chart.nearest(0) is None


def test_gamma_is_computed_when_asked_for_and_can_be_stopped(
    qtbot, path, open_window, monkeypatch
):
    asked = []

    def compute(project, request, names, progress):
        asked.append((project, request.kind, names))
        progress.step(1, 2)
        if len(asked) == 1:
            while True:
                progress.step(1, 2)
        return Figure(0.625, 2)

    monkeypatch.setattr("annotator.services.review_gamma.gamma_aside", compute)
    window = open_window(path)
    row = reviewed(qtbot, window).people.gamma
    assert row.said.text() == "γ of units: not computed yet"
    row.button.click()
    qtbot.waitUntil(lambda: row.said.text() == "Computing γ… 50%")
    assert row.button.text() == "Cancel"
    row.button.click()
    assert row.said.text() == "γ of units: stopped"
    row.button.click()
    qtbot.waitUntil(lambda: not row.running)
    assert row.said.text() == "γ of units: 0.62 (2 articles)"
    assert not row.button.isEnabled()
    assert asked[-1] == (path, "entity", ("ada", "ben"))


def test_without_the_extra_the_command_that_installs_it_is_said(
    qtbot, path, open_window, monkeypatch
):
    monkeypatch.setattr("annotator.ui.review.gamma.has_gamma", lambda: False)
    window = open_window(path)
    row = reviewed(qtbot, window).people.gamma
    assert 'pip install "annotator[gamma]"' in row.said.text()
    assert row.button.isHidden()


def test_several_labels_are_ticked_one_after_the_other(qtbot, path, open_window):
    shown = reviewed(qtbot, window := open_window(path))
    everything = shown.figures.overall["F1 of annotations, all pairs"].n
    button = shown.choices.labels
    menu = button.choices
    menu.popup(button.mapToGlobal(button.rect().bottomLeft()))
    for name in ("PERSON", "GPE"):
        (action,) = (a for a in menu.actions() if a.text() == name)
        place = menu.actionGeometry(action).center()
        qtbot.mouseClick(menu, Qt.MouseButton.LeftButton, pos=place)
        assert menu.isVisible()
    assert button.text() == "PERSON, GPE"
    qtbot.keyClick(menu, Qt.Key.Key_Space)
    assert menu.isVisible()
    qtbot.keyClick(menu, Qt.Key.Key_Space)
    qtbot.keyClick(menu, Qt.Key.Key_Escape)
    settled(qtbot, window)
    assert shown.figures.request.labels == ("PERSON", "GPE")
    assert {row.title for row in shown.figures.labels} == {"PERSON", "GPE"}
    assert shown.figures.overall["F1 of annotations, all pairs"].n < everything
    menu.actions()[0].trigger()
    settled(qtbot, window)
    assert button.text() == "all labels"
    assert shown.figures.request.labels == ()
