"""Settling differences in the window, by keyboard and by mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from annotator.domain.documents import Status
from annotator.domain.settling import How
from annotator.services.desk import Desk
from annotator.services.people import progress_of
from annotator.services.project import Project
from annotator.ui.adjudicate.grid import row_keys
from annotator.ui.adjudicate.layer_marks import mark_id
from annotator.ui.adjudicate.voices import voices_of
from annotator.ui.adjudicate.window import AdjudicationWindow
from annotator.ui.article.marks import MarkState
from annotator.ui.theme import Theme, ThemeKeeper, apply_theme
from annotator.ui.welcome import RecentProjects
from annotator.ui.window.main_window import MainWindow
from annotator.ui.window.preferences import Preferences
from tests.ui.window_helpers import CTRL, SHIFT
from tests.unit.services.builders import NEWS
from tests.unit.services.committee import Committee

CONTENT = "“We will reopen it,”"
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def team(tmp_path):
    """Return people who differ in three places, and in one of another article."""
    team = Committee(tmp_path)
    team.everybody("entity", "PERSON", "Ada Lindqvist")
    for name, label in (("ana", "GPE"), ("ben", "ORG"), ("cem", "GPE")):
        team.mark(name, "entity", label, "Norrby")
    team.mark("ana", "entity", "DATE", "Monday")
    team.mark("ana", "quote", "direct", CONTENT, speaker="Lindqvist#1", cue="said")
    team.mark("ben", "quote", "mixed", "We will reopen it", speaker="Critics")
    team.done()
    for name in ("ana", "ben"):
        team.mark(name, "entity", "DATE", "Friday", document=team.second)
    team.mark("ben", "entity", "GPE", "Norrby", document=team.second)
    team.done(team.second, "ana", "ben")
    with team.project:
        yield team


def light(qapp):
    """Return the keeper of the light theme; drawing all anew takes its time."""
    keeper = qapp.findChild(ThemeKeeper)
    if keeper is not None and keeper.theme is Theme.LIGHT:
        return keeper
    return apply_theme(qapp, Theme.LIGHT)


@pytest.fixture
def window(qtbot, qapp, team):
    window = AdjudicationWindow(team.project, team.lead, light(qapp), 13.0)
    qtbot.addWidget(window)
    window.show()
    window.view.setFocus()
    yield window
    window.leave()


class Hand:
    """Presses keys where the focus is, and reads what is shown."""

    def __init__(self, qtbot, window):
        self.qtbot, self.window = qtbot, window

    def press(self, key, modifier=Qt.KeyboardModifier.NoModifier):
        self.qtbot.keyClick(self.window.view, key, modifier)

    def type(self, keys):
        for key in keys:
            self.press(key)

    @property
    def words(self):
        case = self.window.controller.case
        index = self.window.model.index(self.window.model.row_of(case.key))
        return index.data().split(": ", 1)[1].split(" (")[0]

    @property
    def progress(self):
        return self.window.bar.count.text()

    @property
    def hint(self):
        return self.window.card.hint.text()


@pytest.fixture
def hand(qtbot, window):
    return Hand(qtbot, window)


def test_the_dark_theme(qapp, window, hand):
    apply_theme(qapp, Theme.DARK)
    assert hand.words == "Monday"
    assert not window.grab().isNull()
    apply_theme(qapp, Theme.LIGHT)


def test_what_is_shown_at_first(team, window, hand):
    assert [row.title for row in window.documents.documents.rows]
    assert hand.progress == "0 of 3 settled"
    assert hand.words == "Monday"
    assert window.card.heading.text() == "Missed"
    assert window.card.said.text() == "Not marked by ben and cem."
    assert window.view.hasFocus()
    text = window.bar.people.text()
    assert all(name in text for name in ("ana", "ben", "cem"))
    marks = window.view.page.model.marks
    voices = {v.name: v for v in window.controller.voices}
    case = window.controller.case
    mine = case.cluster.members[team.id("ana")]
    mark = marks[mark_id(voices["ana"], mine.id)]
    assert (mark.title, mark.tier, mark.fixed) == ("AN DATE", 1, True)


def test_looking_settles_nothing(team, window, hand):
    window.open(team.second)
    window.open(team.first)
    assert team.gold() == team.gold(team.second) == []
    assert team.status() is Status.TODO
    assert window.article.undo_name is None
    assert window.bar.agreed.isVisibleTo(window)
    assert window.bar.agreed.text() == "Take 1 agreed ⏎"
    marks = window.view.page.model.marks.values()
    dashed = [m.title for m in marks if m.state is MarkState.SUGGESTED]
    assert dashed == ["PERSON"]


def test_what_all_agree_on_is_taken_when_somebody_says_so(team, window, hand):
    hand.press(Qt.Key.Key_Return)
    assert team.gold() == [("PERSON", "Ada Lindqvist")]
    assert team.status() is Status.IN_PROGRESS
    assert window.bar.agreed.isHidden()
    assert hand.progress == "0 of 3 settled"
    gold = team.project.annotator("gold")
    (row,) = team.store.settlements(gold.id)[team.first].values()
    assert row.how is How.UNANIMOUS
    hand.press(Qt.Key.Key_Return)
    hand.press("z", CTRL)
    assert team.gold() == []
    window.bar.agreed.click()
    assert team.gold() == [("PERSON", "Ada Lindqvist")]


def test_the_first_decision_takes_it_along(team, window, hand):
    hand.press("1")
    assert sorted(team.gold()) == [("DATE", "Monday"), ("PERSON", "Ada Lindqvist")]
    assert window.article.undo_name.endswith("and 1 that all agree on")
    gold = team.project.annotator("gold")
    rows = team.store.settlements(gold.id)[team.first].values()
    assert sorted(row.how for row in rows) == [How.ADJUDICATED, How.UNANIMOUS]
    hand.press("0")
    assert "agree on" not in window.article.undo_name


def test_the_time_is_the_leads(team, window, hand, monkeypatch):
    clock = window.controller.bench.clock
    moments = iter(range(0, 1000, 5))
    monkeypatch.setattr(clock, "_clock", lambda: next(moments))
    window.open(team.first)
    hand.press("1")
    window.close()
    assert team.store.time_spent(team.project.annotator("gold").id) == {}
    (sitting,) = team.store.sittings(team.lead.id)
    assert sitting.document_id == team.first
    assert sitting.is_settling
    assert sitting.seconds >= 10
    (lead,) = (p for p in progress_of(team.project) if p.person.id == team.lead.id)
    assert (lead.settling, lead.seconds) == (sitting.seconds, 0)


def test_settling_everything_by_keyboard(team, window, hand):
    hand.press("1")
    assert hand.progress == "1 of 3 settled"
    assert hand.words == CONTENT
    hand.type("s")
    assert hand.hint.startswith("Speaker from whom?")
    hand.type("2")
    assert "speaker from ben" in hand.hint
    assert window.card.grid.cells["speaker", team.id("ben")].chosen
    hand.type("1")
    assert hand.words == "Norrby"
    hand.type("2")
    assert hand.progress == "✓ All 3 settled"
    assert sorted(team.gold()) == [
        ("DATE", "Monday"),
        ("ORG", "Norrby"),
        ("PERSON", "Ada Lindqvist"),
        ("direct", CONTENT),
    ]
    assert team.status() is Status.DONE


def test_undo_and_redo_come_back_to_the_difference(team, window, hand):
    hand.press("1")
    hand.press("0")
    assert hand.progress == "2 of 3 settled"
    hand.press("z", CTRL)
    assert (hand.progress, hand.words) == ("1 of 3 settled", CONTENT)
    hand.press("z", CTRL)
    assert (hand.progress, hand.words) == ("0 of 3 settled", "Monday")
    assert team.gold() == []
    hand.press("z", CTRL | SHIFT)
    assert hand.progress == "1 of 3 settled"
    assert ("DATE", "Monday") in team.gold()


def test_going_from_difference_to_difference(window, hand):
    seen = []
    for _ in range(3):
        seen.append(hand.words)
        hand.press(Qt.Key.Key_Tab)
    assert len(set(seen)) == len(seen)
    assert hand.words == seen[0]
    hand.press(Qt.Key.Key_Backtab, SHIFT)
    assert hand.words == seen[-1]
    hand.type("n")
    assert hand.words == seen[0]
    hand.type("p")
    assert hand.words == seen[-1]


def test_parts_by_alt_and_a_number(team, window, hand):
    hand.press(Qt.Key.Key_Tab)
    hand.press("2", ALT)
    assert window.controller.draft == {"label": team.id("ben")}
    hand.press("1", ALT)
    assert window.controller.draft["content"] == team.id("ana")
    hand.press(Qt.Key.Key_Escape)
    assert window.controller.draft == {}
    hand.type("x")
    assert window.controller.armed == ""
    hand.type("l")
    hand.type("l")
    assert window.controller.armed == ""
    hand.type("l3")
    assert window.hint.text() == "This annotator has not marked it."
    hand.type("7")
    assert window.hint.text() == "There is no annotator 7 here."


def test_the_same_by_mouse(qtbot, team, window, hand):
    left = Qt.MouseButton.LeftButton
    qtbot.mouseClick(window.card.grid.heads[team.id("ana")], left)
    assert hand.words == CONTENT
    qtbot.mouseClick(window.card.grid.cells["label", team.id("ben")], left)
    qtbot.mouseClick(window.card.grid.heads[team.id("ana")], left)
    assert ("mixed", CONTENT) in team.gold()
    qtbot.mouseClick(window.card.buttons["none"], left)
    row = window.model.row_of(window.controller.case.key)
    first = window.queue.visualRect(window.model.index(0)).center()
    qtbot.mouseClick(window.queue.viewport(), left, pos=first)
    assert hand.words == "Monday"
    assert row != 0
    assert not window.card.buttons["reopen"].isHidden()
    qtbot.mouseClick(window.card.buttons["reopen"], left)
    assert ("DATE", "Monday") not in team.gold()


def test_taking_as_well(team, window, hand):
    hand.press(Qt.Key.Key_Tab)
    hand.press("1")
    hand.type("p")
    window.controller.select(window.model.cases[1].key)
    hand.press("2", CTRL)
    labels = sorted(label for label, _ in team.gold())
    assert labels.count("direct") + labels.count("mixed") == 2


def test_marking_by_hand(team, window, hand):
    hand.press(Qt.Key.Key_Tab)
    hand.press(Qt.Key.Key_Tab)
    assert hand.words == "Norrby"
    hand.type("e")
    assert window.controller.is_marking
    assert not window.palette_.isHidden()
    assert window.view.selection() == (team.place("Norrby", None),)
    hand.type("f")
    assert ("FAC", "Norrby") in team.gold()
    assert hand.progress == "1 of 3 settled"
    assert window.controller.is_marking
    hand.press(Qt.Key.Key_Return)
    assert not window.controller.is_marking
    assert window.palette_.isHidden()
    gold = team.project.annotator("gold")
    rows = team.store.settlements(gold.id)[team.first].values()
    assert {r.by for r in rows if r.how is How.ADJUDICATED} == {team.lead.id}
    hand.type("f")
    assert hand.progress == "1 of 3 settled"


def test_changing_and_deleting_by_hand(team, window, hand):
    hand.press("1")
    window.controller.select(window.model.cases[0].key)
    hand.type("e")
    assert window.view.selected_mark() in window.article.document.layer.annotations
    hand.type("t")
    assert ("TIME", "Monday") in team.gold()
    hand.press(Qt.Key.Key_Delete)
    assert len(team.gold()) == 1
    assert hand.progress == "1 of 3 settled"
    hand.press(Qt.Key.Key_Escape)
    assert not window.controller.is_marking


def test_a_comment_for_everybody(qtbot, team, window, hand):
    hand.type("c")
    assert window.card.field.isVisible()
    qtbot.keyClicks(window.card.field, "Is a weekday a date?")
    qtbot.keyClick(window.card.field, Qt.Key.Key_Return)
    (comment,) = team.store.comments(team.first).values()
    assert (comment.author, comment.text) == (team.lead.id, "Is a weekday a date?")
    said = [label.text() for label in window.card.findChildren(QLabel)]
    assert "lead says: Is a weekday a date?" in said
    assert window.view.hasFocus()
    window.card.resolved.emit(comment.id)
    (comment,) = team.store.comments(team.first).values()
    assert comment.resolved
    hand.type("c")
    qtbot.keyClick(window.card.field, Qt.Key.Key_Escape)
    assert window.card.field.isHidden()
    assert window.view.hasFocus()


def test_the_next_article(team, window, hand):
    for key in "110":
        hand.press(key)
    assert hand.progress == "✓ All 3 settled"
    assert not window.bar.next.isHidden()
    hand.press(Qt.Key.Key_Return, CTRL)
    assert window.controller.document_id == team.second
    assert hand.progress == "0 of 1 settled"
    hand.press("0")
    assert window.bar.next.isHidden()
    window.open_next()
    assert window.hint.text() == "Every article is settled."
    hand.press(Qt.Key.Key_PageUp, CTRL)
    assert window.controller.document_id == team.first
    hand.press(Qt.Key.Key_PageDown, CTRL)
    assert window.controller.document_id == team.second
    hand.press("z", CTRL)
    assert hand.progress == "0 of 1 settled"
    hand.press("z", CTRL)
    assert window.controller.document_id == team.first
    assert hand.progress == "2 of 3 settled"


def test_an_article_that_all_agree_on(team, window, hand):
    desk = team.desk("ben", team.second)
    desk.delete(
        [a.id for a in desk.opened.layer.annotations.values() if a.label == "GPE"]
    )
    window.open(team.second)
    assert hand.progress == "No differences"
    assert window.card.headline.text() == "All annotators agree"
    assert window.card.advice.text() == "1 annotation to take."
    assert team.status(team.second) is Status.TODO
    window.card.next.click()
    assert team.gold(team.second) == [("DATE", "Friday")]
    assert window.card.headline.text() == "Nothing to settle here"
    assert window.card.next.text().startswith("Next article:")
    assert team.status(team.second) is Status.DONE
    window.card.next.click()
    assert window.controller.document_id == team.first


def test_what_was_changed_afterwards_can_be_kept(team, window, hand):
    hand.press("1")
    desk = team.desk("ana")
    (date,) = (a for a in desk.opened.layer.annotations.values() if a.label == "DATE")
    desk.relabel(date.id, "TIME")
    window.reload()
    assert hand.words == "Monday"
    assert window.card.heading.text() == "Open again: Missed"
    hand.type("k")
    assert ("DATE", "Monday") in team.gold()
    assert hand.progress == "1 of 3 settled"


def test_clicking_a_mark_goes_to_its_difference(team, window):
    case = window.model.cases[-1]
    voices = {v.id: v for v in window.controller.voices}
    name, annotation = next(iter(case.cluster.members.items()))
    window.view.select_mark(mark_id(voices[name], annotation.id))
    assert window.controller.case.key == case.key


def test_edges_of_others_stay(window):
    moved = []
    window.view.boundary_moved.connect(lambda *given: moved.append(given))
    case = window.controller.case
    voices = {v.id: v for v in window.controller.voices}
    name, annotation = next(iter(case.cluster.members.items()))
    window.view.select_mark(mark_id(voices[name], annotation.id))
    window.view.move_edge(1, end=True)
    assert moved == []


def test_all_layers_can_be_shown(window, hand):
    before = len(window.view.page.model.marks)
    window.actions_["all"].setChecked(True)
    assert len(window.view.page.model.marks) == before + 2
    window.actions_["all"].setChecked(False)
    assert len(window.view.page.model.marks) == before


def test_lanes_lie_under_one_another(qtbot, window):
    window.resize(1300, 850)
    window.view.grab()
    block = window.view.page.laid_out(0)
    case = next(c for c in window.model.cases if len(c.cluster.members) == 1)
    ids = {a.id for a in case.gold}
    lanes = {
        one.mark.tier: one.lane for one in block.lanes.drawn if one.lane is not None
    }
    assert not ids
    assert [lanes[tier] for tier in sorted(lanes)] == sorted(lanes.values())


# -- pieces --------------------------------------------------------------------


def test_initials_are_nobody_elses(team):
    names = ["Maria Lopez", "Mo Lee", "m.l", "ann", "anna", "Ånna-B", "x"]
    people = [team.project.annotator(name) for name in names]
    voices = voices_of(people)
    assert len({v.initials for v in voices}) == len(names)
    assert [v.number for v in voices] == list(range(1, len(names) + 1))


def test_rows_have_letters_of_their_own():
    quote = NEWS.kind("quote")
    rows = ["label", "content", "speaker", "cue", "speaker_entity"]
    keys = row_keys(rows, quote)
    assert (keys["label"], keys["content"], keys["speaker"]) == ("l", "a", "s")
    given = [key for key in keys.values() if key]
    assert len(set(given)) == len(given)
    assert not set(given) & set("npekcr")


# -- from the main window ------------------------------------------------------


@pytest.fixture
def open_main(qtbot, qapp, tmp_path):
    windows = []

    def start(path, name) -> MainWindow:
        preferences = Preferences()
        preferences.suggest = False
        recent = RecentProjects(tmp_path / "recent.json")
        window = MainWindow(preferences, light(qapp), recent, name)
        qtbot.addWidget(window)
        windows.append(window)
        window.show()
        with qtbot.waitSignal(window.project.opened, timeout=10_000):
            window.project.open_path(path)
        return window

    yield start
    for window in windows:
        window.close()


def test_the_lead_opens_it_from_the_main_window(qtbot, team, open_main):
    main = open_main(team.project.path, "lead")
    assert main.actions_["adjudicate"].isEnabled()
    main.actions_["adjudicate"].trigger()
    shown = main.adjudication.shown
    assert shown is not None
    assert shown.isVisible()
    assert shown.controller.document_id == main.article.document.document.id
    main.adjudication.show(team.first, team.place("Norrby", None))
    assert shown.controller.case.cluster.rows == ("label",)
    main.actions_["adjudicate"].trigger()
    assert main.adjudication.shown is shown
    main.project.close()
    assert main.adjudication.shown is None


def test_annotators_are_blind(team, open_main):
    main = open_main(team.project.path, "ana")
    assert not main.actions_["adjudicate"].isEnabled()
    main.adjudication.open()
    assert main.adjudication.shown is None
    assert "Only the lead" in main.parts.status.hint.text()


def test_a_lead_who_hands_over_to_an_annotator_leaves_no_window(team, open_main):
    main = open_main(team.project.path, "lead")
    main.adjudication.open()
    main.project.enter("ana")
    assert main.adjudication.shown is None


def test_nothing_to_settle_yet(qtbot, qapp, tmp_path):
    (tmp_path / "empty").mkdir()
    team = Committee(tmp_path / "empty")
    with team.project:
        window = AdjudicationWindow(team.project, team.lead, light(qapp), 13.0)
        qtbot.addWidget(window)
        window.show()
        assert "nothing to settle yet" in window._empty.text()
        assert window._empty.isVisible()
        for key in ("1", "0", Qt.Key.Key_Tab):
            qtbot.keyClick(window.view, key)
        window.leave()


def test_annotators_see_where_they_were_overruled(qtbot, team, open_main):
    bench = team.bench()
    bench.fill()
    for case in bench.hearing.open:
        bench.take(case.key, team.id("ana"))
    main = open_main(team.project.path, "ben")
    main.actions_["overruled"].trigger()
    qtbot.waitUntil(lambda: not main.overruled.running, timeout=10_000)
    panel = main.overruled.panel
    rows = [
        [str(panel.model.index(r, c).data()) for c in range(4)]
        for r in range(panel.model.rowCount())
    ]
    said = {row[0] for row in rows}
    assert rows
    assert said <= {
        "You missed it",
        "Not kept",
        "Other label",
        "Other label, content, speaker, cue",
    }
    number = next(i for i, row in enumerate(rows) if row[1] != "–")
    panel.table.selectRow(number)
    panel.table.chosen.emit(number)
    place = panel.model.rows[number]
    assert main.parts.view.selected_mark() == place.mine.id
    number = next(i for i, row in enumerate(rows) if row[1] == "–")
    panel.table.chosen.emit(number)
    place = panel.model.rows[number]
    assert main.parts.view.selection() == place.fragments


def test_nobody_was_overruled(qtbot, team, open_main):
    main = open_main(team.project.path, "ana")
    main.overruled.open()
    qtbot.waitUntil(lambda: not main.overruled.running, timeout=10_000)
    assert "Nothing that you have done" in main.overruled.panel.none.text()


def test_the_main_window_with_gold_follows(team, open_main):
    main = open_main(team.project.path, "lead")
    main.adjudication.open()
    main.article.set_desk(
        Desk(main.project.project, main.project.project.annotator("gold"))
    )
    main.article.open(team.first)
    shown = main.adjudication.shown
    shown.open(team.first)
    shown.controller.take_number(1)
    labels = {a.label for a in main.article.document.layer.annotations.values()}
    assert "DATE" in labels


def listed(shown):
    return [row.id for row in shown.documents.documents.rows]


def test_the_bin_of_the_main_window_is_followed(qtbot, team, open_main):
    main = open_main(team.project.path, "lead")
    main.adjudication.show(team.first)
    shown = main.adjudication.shown
    assert listed(shown) == [team.first, team.second]
    main.article.run(lambda: main.article.desk.put_into_bin([team.first]))
    qtbot.waitUntil(lambda: listed(shown) == [team.second])
    assert shown.controller.document_id == team.second
    assert "bin" in shown.hint.text()
    main.article.run(lambda: main.article.desk.put_into_bin([team.second]))
    qtbot.waitUntil(lambda: listed(shown) == [])
    assert shown.controller.document_id is None
    main.article.undo()
    main.article.undo()
    qtbot.waitUntil(lambda: listed(shown) == [team.first, team.second])
    assert shown.controller.document_id == team.first


def test_other_programs_are_followed_by_both_windows(qtbot, team, open_main):
    main = open_main(team.project.path, "lead")
    main.article.open(team.second)
    main.adjudication.show(team.first)
    shown = main.adjudication.shown
    gone = {case.key for case in shown.controller.hearing.differences}
    with Project.open(team.project.path) as other:
        desk = Desk(other, team.people["ana"])
        desk.open(team.first)
        desk.mark("entity", "ORG", [team.place("Friday", team.second)])
        desk.set_status(Status.IN_PROGRESS)  # two are left who have done it
        desk.open(team.second)
        desk.set_status(Status.IN_PROGRESS)  # one is left
    qtbot.waitUntil(lambda: listed(shown) == [team.first], timeout=5_000)
    assert {c.key for c in shown.controller.hearing.differences} != gone
    assert {voice.name for voice in shown.controller.voices} == {"ben", "cem"}
    with Project.open(team.project.path) as other:
        Desk(other, other.person("lead")).put_into_bin([team.second])
    qtbot.waitUntil(
        lambda: main.article.document.document.id == team.first, timeout=5_000
    )


def test_projects_stay_sound(qtbot, team, window, hand):
    from annotator.domain.progress import Progress

    for key in "1s212":
        hand.press(key)
    with Project.open(team.project.path) as project:
        problems = project.check(Progress())
    assert problems == []
