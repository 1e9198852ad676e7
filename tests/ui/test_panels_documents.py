from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from annotator.domain.annotations import now
from annotator.domain.documents import Details, DocumentFilter, DocumentRow, Status
from annotator.domain.errors import EnvironmentFault
from annotator.domain.ids import OperationId, new_id
from annotator.domain.layers import LayerChange, Operation
from annotator.domain.records import Record
from annotator.domain.text import document_id
from annotator.services.library import Library
from annotator.services.project import Project
from annotator.ui.errors import ErrorDialog
from annotator.ui.panels.document_delegate import facts_of
from annotator.ui.panels.document_model import PAGE, DocumentModel, describe
from annotator.ui.panels.documents import DocumentsPanel

STATES = list(Status)
ALL = DocumentFilter()


class Shelf:
    """Rows in memory, paged as the library pages them; counts what is asked."""

    def __init__(self, count, *, gap_after=None):
        self.all = [
            DocumentRow(
                id=f"{number:032x}",
                position=number + (1000 if gap_after and number > gap_after else 0),
                title=f"Article {number}",
                source="Halden Post",
                date="2024-03-12",
                length=900 + number,
                status=STATES[number % 5],
                annotations=number % 3,
                pending=number % 4,
            )
            for number in range(count)
        ]
        self.fetched = 0

    def _through(self, where):
        return [
            row for row in self.all
            if (not where.statuses or row.status in where.statuses)
            and where.query.lower() in row.title.lower()
            and where.has_suggestions in (None, bool(row.pending))
        ]  # fmt: skip

    def rows(self, where=ALL, *, after=None, before=None, limit=200):
        rows = self._through(where)
        if after is not None:
            rows = [row for row in rows if row.position > after]
        if before is not None:
            rows = [row for row in rows if row.position < before][-limit:]
        self.fetched += len(rows[:limit])
        return rows[:limit]

    def count(self, where=ALL):
        return len(self._through(where))

    def finder(self, where):
        return None

    def rows_at(self, positions):
        self.fetched += len(positions)
        return [row for row in self.all if row.position in set(positions)]

    def row(self, wanted):
        return next(row for row in self.all if row.id == wanted)

    def status_counts(self):
        return {s: sum(row.status is s for row in self.all) for s in Status}

    def change(self, number, **changes):
        self.all[number] = replace(self.all[number], **changes)
        return self.all[number].id


class LargeShelf(Shelf):
    """Rows whose filtered lists are found in the background."""

    def __init__(self, count):
        super().__init__(count)
        self.error = None

    def finder(self, where):
        if where == ALL:
            return None
        return partial(self._find, where)

    def _find(self, where, progress):
        if self.error is not None:
            raise self.error
        progress.step(0, 0)
        return [row.position for row in self._through(where)]


@pytest.fixture
def model(qapp):
    return DocumentModel()


@pytest.fixture
def panel(qtbot):
    panel = DocumentsPanel()
    qtbot.addWidget(panel)
    panel.resize(300, 500)
    panel.show()
    return panel


def titles(model):
    return [model.data(model.index(row, 0)) for row in range(model.rowCount())]


def number_shown(panel):
    return panel.table.currentIndex().row()


# Lists that are found in the background ------------


DONE = DocumentFilter(statuses=frozenset({Status.DONE}))


def test_a_list_found_in_the_background_is_entered_anywhere(model, qtbot):
    shelf = LargeShelf(9000)
    with qtbot.waitSignal(model.found):
        model.load(shelf, DONE)
        assert model.searching
        assert model.rowCount() == 0
    assert not model.searching
    wanted = [row.title for row in shelf.all if row.status is Status.DONE]
    assert model.rowCount() == len(wanted)
    assert model.document(1234).title == wanted[1234]
    assert model.document(len(wanted) - 1).title == wanted[-1]
    assert shelf.fetched <= 2 * PAGE
    with qtbot.waitSignal(model.located) as located:
        row = next(row for row in shelf.all[5000:] if row.status is Status.DONE)
        model.seek(row)
    assert located.args == [row.id, wanted.index(row.title)]


def test_what_is_looked_for_anew_stays_until_it_is_found(model, qtbot):
    shelf = LargeShelf(900)
    with qtbot.waitSignal(model.found):
        model.load(shelf, DONE)
    before = model.rowCount()
    with qtbot.waitSignal(model.found):
        model.load(shelf, DONE)
        assert model.rowCount() == before
        assert model.document(3) is not None
    assert model.rowCount() == before


def test_only_the_last_filter_counts(model, qtbot):
    shelf = LargeShelf(900)
    with qtbot.waitSignal(model.found):
        model.load(shelf, DONE)
        model.load(shelf, DocumentFilter(query="Article 77"))
    assert titles(model) == ["Article 77", *(f"Article {n}" for n in range(770, 780))]
    model.load(shelf, DONE)
    model.load(shelf, ALL)
    assert model.rowCount() == 900
    assert not model.searching


def test_the_panel_says_that_it_searches_and_what_it_found(panel, qtbot):
    panel.set_source(LargeShelf(900))
    with qtbot.waitSignal(panel.model.found):
        panel.set_filter(DocumentFilter(query="Article 77"))
        assert panel.empty.isVisible()
        assert "Searching" in panel._count.text()
    assert panel.table.isVisible()
    assert panel._count.text() == "11 of 900 articles"
    with qtbot.waitSignal(panel.model.found):
        panel.set_filter(DocumentFilter(query="nowhere"))
    assert panel.empty.isVisible()
    assert panel._count.text() == "0 of 900 articles"


def test_what_cannot_be_found_is_said(panel, qtbot):
    shelf = LargeShelf(900)
    shelf.error = EnvironmentFault("the drive is gone")
    panel.set_source(shelf)
    with qtbot.waitSignal(panel.model.failed):
        panel.set_filter(DONE)
    error = panel.window().findChild(ErrorDialog)
    assert error.sentence == "The drive is gone."
    error.close()


# The model ----------------------------------------


@pytest.mark.parametrize("count", [0, 1, PAGE, 3 * PAGE + 7])
def test_the_model_is_sound(model, qtmodeltester, count):
    model.load(Shelf(count), ALL)
    qtmodeltester.check(model)
    assert titles(model) == [f"Article {number}" for number in range(count)]


def test_without_a_source_there_are_no_rows(model):
    model.load(None, ALL)
    assert model.rowCount() == 0
    assert model.document(0) is None


def test_a_long_list_is_opened_by_its_first_page(model):
    shelf = Shelf(5000)
    model.load(shelf, ALL)
    assert model.document(0).title == "Article 0"
    assert shelf.fetched <= PAGE + 2


def test_a_list_without_gaps_is_entered_anywhere_at_once(model):
    shelf = Shelf(5000)
    model.load(shelf, ALL)
    assert model.document(2571).title == "Article 2571"
    assert model.document(4999).title == "Article 4999"
    assert shelf.fetched <= 2 * PAGE + 2


def test_the_end_of_a_list_with_gaps_is_there_at_once(model):
    model.load(Shelf(1234, gap_after=50), ALL)
    assert model.document(1233).title == "Article 1233"
    assert model.document(1150).title == "Article 1150"


def test_the_middle_of_a_list_with_gaps_is_walked_to(model, qtbot):
    model.load(Shelf(9000, gap_after=50), ALL)
    with qtbot.waitSignal(model.dataChanged):
        assert model.document(4321) is None
    assert model.document(4321).title == "Article 4321"
    assert model.document(4250).title == "Article 4250"
    assert model.document(3999).title == "Article 3999"


@pytest.mark.parametrize("gap_after", [None, 50])
@pytest.mark.parametrize("number", [0, 99, 100, 2500, 4999])
def test_any_document_is_located(model, qtbot, gap_after, number):
    shelf = Shelf(5000, gap_after=gap_after)
    model.load(shelf, ALL)
    model.document(0)
    with qtbot.waitSignal(model.located) as told:
        model.seek(shelf.all[number])
    assert told.args == [shelf.all[number].id, number]


def test_a_document_behind_the_filter_is_located_by_its_row(model, qtbot):
    shelf = Shelf(3000)
    model.load(shelf, DocumentFilter(statuses=frozenset({Status.DONE})))
    with qtbot.waitSignal(model.located) as told:
        model.seek(shelf.all[2002])
    assert told.args == [shelf.all[2002].id, 400]


def test_a_document_outside_the_filter_is_not_located(model, qtbot):
    shelf = Shelf(1000)
    model.load(shelf, DocumentFilter(statuses=frozenset({Status.DONE})))
    with qtbot.assertNotEmitted(model.located, wait=30):
        model.seek(shelf.all[500])


def test_a_list_that_shrank_is_counted_again(model, qtbot):
    shelf = Shelf(250)
    model.load(shelf, ALL)
    del shelf.all[150:]
    with qtbot.waitSignal(model.modelReset):
        model.document(180)
    assert model.rowCount() == 150


def test_a_changed_row_is_shown_in_place(model, qtbot):
    shelf = Shelf(20)
    model.load(shelf, ALL)
    model.document(3)
    changed = shelf.row(shelf.change(3, title="Renamed"))
    with qtbot.waitSignal(model.dataChanged) as told:
        model.update(changed)
    assert told.args[0].row() == 3
    assert titles(model)[3] == "Renamed"


def test_a_document_is_told_in_words():
    row = replace(Shelf(1).all[0], title="مرفأ 🚢", pending=1200, length=1800)
    assert describe(row) == (
        "مرفأ 🚢, To do, Halden Post, 2024-03-12, 1,800 characters, "
        "0 annotations, 1,200 open suggestions"
    )
    assert facts_of(row) == "Halden Post · 2024-03-12 · 1.8k chars"
    bare = replace(row, source="", date="", length=20_400, annotations=3)
    assert facts_of(bare) == "3 marked · 20k chars"


# The panel ----------------------------------------


def test_each_kind_of_emptiness_says_what_to_do(panel, qtbot):
    assert panel.empty.isVisible()
    panel.set_source(Shelf(0))
    with qtbot.waitSignal(panel.import_requested):
        panel.empty.button.click()
    panel.set_source(Shelf(10))
    assert panel.table.isVisible()
    panel.set_filter(DocumentFilter(query="zebra"))
    assert panel.empty.isVisible()
    with qtbot.waitSignal(panel.filter_changed) as told:
        panel.empty.button.click()
    assert told.args == [ALL]
    assert panel.table.isVisible()
    assert panel.bar.search.text() == ""


def test_typing_searches_once_after_a_moment_and_esc_clears(panel, qtbot):
    panel.set_source(Shelf(300))
    told = []
    panel.filter_changed.connect(told.append)
    qtbot.keyClicks(panel.bar.search, "article 12")
    assert told == []
    qtbot.waitUntil(lambda: len(told) == 1)
    assert told == [DocumentFilter(query="article 12")]
    assert panel.model.rowCount() == 11
    assert panel._count.text() == "11 of 300 articles"
    qtbot.keyClick(panel.bar.search, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: len(told) == 2)
    assert told[1] == ALL
    assert panel.filter() == ALL


def test_chips_narrow_the_list_and_show_counts(panel, qtbot):
    panel.set_source(Shelf(50))
    done = panel.bar.chips[Status.DONE]
    assert "10 articles" in done.accessibleName()
    with qtbot.waitSignal(panel.filter_changed) as told:
        done.click()
    assert told.args[0].statuses == {Status.DONE}
    qtbot.keyClick(panel.bar.chips[Status.FLAGGED], Qt.Key.Key_Return)
    assert panel.filter().statuses == {Status.DONE, Status.FLAGGED}
    panel.bar.suggestions.click()
    assert panel.filter().has_suggestions is True
    shown = [panel.model.document(row) for row in range(panel.model.rowCount())]
    assert {row.status for row in shown} == {Status.DONE, Status.FLAGGED}
    assert all(row.pending for row in shown)


def test_setting_the_filter_tells_nobody(panel, qtbot):
    panel.set_source(Shelf(50))
    where = DocumentFilter("article", frozenset({Status.TODO}), has_suggestions=True)
    with qtbot.assertNotEmitted(panel.filter_changed, wait=200):
        panel.set_filter(where)
    assert panel.filter() == where
    assert panel.bar.filter() == where


def test_a_click_and_enter_choose(panel, qtbot):
    shelf = Shelf(40)
    panel.set_source(shelf)
    place = panel.table.visualRect(panel.model.index(2, 0)).center()
    with qtbot.waitSignal(panel.document_chosen) as told:
        qtbot.mouseClick(panel.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert told.args == [shelf.all[2].id]
    assert panel.current() == shelf.all[2].id
    with qtbot.waitSignal(panel.document_chosen) as told:
        qtbot.keyClick(panel.table, Qt.Key.Key_Return)
    assert told.args == [shelf.all[2].id]


def test_browsing_with_the_keys_opens_only_where_it_stops(panel, qtbot):
    shelf = Shelf(40)
    panel.set_source(shelf)
    panel.select(shelf.all[0].id)
    told = []
    panel.document_chosen.connect(told.append)
    for _ in range(5):
        qtbot.keyClick(panel.table, Qt.Key.Key_Down)
    assert told == []
    qtbot.waitUntil(lambda: bool(told))
    assert told == [shelf.all[5].id]


def test_all_of_a_long_list_are_selected_without_looking_at_them(panel, qtbot):
    shelf = Shelf(5000)
    panel.set_source(shelf)
    qtbot.keyClick(panel.table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert panel.table.stretches() == [(0, 4999)]
    assert panel.selected_count() == 5000
    assert shelf.fetched <= 4 * PAGE
    assert panel.selected() == [row.id for row in shelf.all]


@pytest.mark.parametrize("where", [ALL, DONE])
@pytest.mark.parametrize("ends", [(0, 0), (3, 7), (40, 130), (0, 899), (890, 899)])
def test_what_lies_between_two_rows(model, where, ends):
    shelf = Shelf(900 if where == ALL else 4500, gap_after=17)
    model.load(shelf, where)
    wanted = [row.id for row in shelf._through(where)][ends[0] : ends[1] + 1]
    while not model.between(*ends):  # the model walks to a page far away
        model._step()
    assert model.between(*ends) == wanted


def test_selecting_tells_nobody_and_scrolls_there(panel, qtbot):
    shelf = Shelf(5000)
    panel.set_source(shelf)
    with qtbot.assertNotEmitted(panel.document_chosen, wait=200):
        panel.select(shelf.all[4000].id)
    assert number_shown(panel) == 4000
    box = panel.table.visualRect(panel.model.index(4000, 0))
    assert panel.table.viewport().rect().contains(box)
    panel.select(None)
    assert not panel.table.selectionModel().hasSelection()
    assert panel.current() is None


def test_refreshing_one_document_keeps_it_in_place(panel, qtbot):
    shelf = Shelf(60)
    panel.set_source(shelf)
    panel.set_filter(DocumentFilter(statuses=frozenset({Status.TODO})))
    panel.select(shelf.all[5].id)
    panel.refresh(shelf.change(5, status=Status.DONE))
    assert panel.model.document(1).status is Status.DONE
    assert panel.model.rowCount() == 12
    assert number_shown(panel) == 1
    assert "13 articles" in panel.bar.chips[Status.DONE].accessibleName()
    panel.refresh()
    assert panel.model.rowCount() == 11


def test_refreshing_everything_keeps_selection_and_place(panel, qtbot):
    shelf = Shelf(3000)
    panel.set_source(shelf)
    panel.select(shelf.all[1500].id)
    top = panel.table.verticalScrollBar().value()
    shelf.change(1500, title="Renamed")
    panel.refresh()
    assert number_shown(panel) == 1500
    assert panel.table.verticalScrollBar().value() == top
    assert panel.model.document(1500).title == "Renamed"


def test_the_search_field_hands_over_to_the_list(panel, qtbot):
    panel.set_source(Shelf(5))
    panel.activateWindow()
    panel.focus_search()
    qtbot.waitUntil(panel.bar.search.hasFocus)
    qtbot.keyClick(panel.bar.search, Qt.Key.Key_Down)
    assert panel.table.hasFocus()


def dropped(panel, *urls):
    data = QMimeData()
    data.setUrls([QUrl(url) for url in urls])
    how = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton)
    enter = QDragEnterEvent(QPoint(9, 9), *how, Qt.KeyboardModifier.NoModifier)
    enter.ignore()
    QApplication.sendEvent(panel, enter)
    drop = QDropEvent(QPointF(9, 9), *how, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(panel, drop)
    return enter.isAccepted()


def test_dropped_files_are_handed_on(panel, qtbot, tmp_path):
    url = QUrl.fromLocalFile(str(tmp_path)).toString()
    with qtbot.assertNotEmitted(panel.files_dropped):
        assert not dropped(panel, url)
    panel.set_source(Shelf(0))
    with qtbot.waitSignal(panel.files_dropped) as told:
        assert dropped(panel, url, "https://example.org/a.txt")
    assert told.args == [[tmp_path, "https://example.org/a.txt"]]
    with qtbot.assertNotEmitted(panel.files_dropped):
        assert not dropped(panel, "mailto:ada@example.org")


@pytest.mark.parametrize("width", [170, 300, 700])
def test_it_can_be_drawn_at_any_width(panel, qtbot, width):
    shelf = Shelf(30)
    shelf.change(0, title="")
    shelf.change(1, title="ميناء حيفا " * 9, pending=12_000)
    panel.set_source(shelf)
    panel.select(shelf.all[1].id)
    panel.resize(width, 400)
    assert not panel.grab().isNull()
    assert panel.width() == width


def test_a_real_project_is_listed_searched_and_refreshed(panel, qtbot, tmp_path):
    project = Project.create(tmp_path / "town.annot")
    texts = ["Dockers strike again 🚢", "Grain is cheap", "The dock reopens"]
    with project.store.bulk() as bulk:
        for text in texts:
            details = Details(title=text, source="Wire")
            bulk.add_document(Record(document_id(text), text, details))
    ada = project.annotator("Ada")
    panel.set_source(Library(project, ada))
    assert titles(panel.model) == texts
    panel.set_filter(DocumentFilter(query="dock"))
    assert titles(panel.model) == [texts[0], texts[2]]
    panel.set_filter(ALL)
    last = document_id(texts[2])
    done = LayerChange(last, ada.id, status=Status.DONE)
    undone = LayerChange(last, ada.id, status=Status.TODO)
    operation = Operation(OperationId(new_id()), "Set done", now(), done, undone)
    project.store.commit(operation)
    panel.refresh(last)
    assert panel.model.document(2).status is Status.DONE
    assert "1 article" in panel.bar.chips[Status.DONE].accessibleName()
    project.close()
