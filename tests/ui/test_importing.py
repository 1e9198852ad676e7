"""The import dialog: sources, the look before, copies, columns, labels."""

from __future__ import annotations

import json

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QAbstractItemModelTester

from annotator.domain.errors import EnvironmentFault
from annotator.services.fetching import Fetched
from annotator.services.importing import ImportRequest, import_paths
from annotator.services.project import Project
from annotator.ui.dialogs.report import ReportDialog
from annotator.ui.importing.columns_dialog import ColumnsDialog
from annotator.ui.importing.dialog import Destination, ImportDialog, ImportSetting
from annotator.ui.importing.mapping_dialog import MappingDialog
from annotator.ui.importing.mapping_model import BECOMES, NAME
from annotator.ui.tasks import Task
from annotator.ui.theme import Theme, apply_theme
from annotator.ui.welcome import RecentProjects
from annotator.ui.window.main_window import MainWindow
from annotator.ui.window.preferences import Preferences
from tests.unit.formats.pages import PARAGRAPHS, TITLE, page

TEXT = "🔥 Ada Brook said on Monday that “the port” reopens.\n"
SPANS = (("Ada Brook", "PER"), ("“the port” reopens", "Quote"), ("said", "Cue"))


def task(text=TEXT, spans=SPANS, **more):
    """Return a task of Prodigy."""
    found = []
    for surface, label in spans:
        start = text.index(surface)
        found.append({"start": start, "end": start + len(surface), "label": label})
    return {"text": text, "spans": found, "answer": "accept", **more}


def related(text=TEXT):
    """Return a task in which a cue is tied to its quote."""
    row = task(text, _annotator_id="bo")
    row["relations"] = [
        {
            "head": 1,
            "child": 2,
            "label": "cue_of",
            "head_span": row["spans"][1],
            "child_span": row["spans"][2],
        }
    ]
    return row


def write_rows(path, *rows):
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    return path


@pytest.fixture
def setting(tmp_path):
    path = tmp_path / "news.annot"
    with Project.create(path) as project:
        return ImportSetting(path, project.schema, ["ada", "bo"], "ada")


@pytest.fixture
def opened(qtbot):
    """Return how to open a dialog and gather what it chooses."""

    def open_(dialog):
        chosen = []
        # Fixtures hold on to dialogs, which qtbot closes.
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        dialog.chosen.connect(lambda *values: chosen.append(values))
        qtbot.addWidget(dialog)
        dialog.open()
        return chosen

    return open_


@pytest.fixture
def looked(qtbot, opened, setting):
    """Return how to open an import dialog on places, once it has looked."""

    def look(*places, setting=setting):
        dialog = ImportDialog(places, setting)
        chosen = opened(dialog)
        qtbot.waitUntil(lambda: dialog.found is not None, timeout=15_000)
        return dialog, chosen

    return look


def cells(model):
    return [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


# -- sources ---------------------------------------------------------------------


def test_something_must_be_chosen_and_nothing_is_twice(opened, setting, tmp_path):
    one, two = tmp_path / "a.txt", tmp_path / "b.txt"
    dialog = ImportDialog([], setting)
    chosen = opened(dialog)
    assert "before anything is imported" in dialog.look.empty.text()
    dialog.accept_button.click()
    assert "at least one" in dialog.problem.text()
    dialog.add([one, two])
    dialog.add([one])
    assert dialog.problem.isHidden()
    dialog.accept_button.click()
    assert chosen[0][:2] == ([one, two], ImportRequest())


def test_an_address_is_typed_and_things_are_removed_by_key(qtbot, opened, setting):
    dialog = ImportDialog([], setting)
    chosen = opened(dialog)
    sources = dialog.sources
    qtbot.keyClicks(sources.address, "post.example/a")
    qtbot.keyClick(sources.address, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert dialog.places() == ["https://post.example/a"]
    assert sources.address.text() == ""
    dialog._timer.stop()
    sources.list.setCurrentRow(0)
    qtbot.keyClick(sources.list, Qt.Key.Key_Delete)
    assert dialog.places() == []
    assert not chosen


def test_files_and_links_are_dropped(opened, setting, tmp_path):
    dialog = ImportDialog([], setting)
    opened(dialog)
    dialog._timer.stop()
    data = QMimeData()
    urls = [QUrl.fromLocalFile(str(tmp_path)), QUrl("https://post.example/a")]
    data.setUrls([*urls, QUrl("ftp://post.example/b")])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, data, buttons, keys)
    dialog.sources.dragEnterEvent(enter)
    assert enter.isAccepted()
    drop = QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, buttons, keys)
    dialog.sources.dropEvent(drop)
    assert dialog.places() == [tmp_path, "https://post.example/a"]
    dialog._timer.stop()


@pytest.mark.parametrize(
    ("destination", "request_"),
    [
        (Destination.AS_NAMED, ImportRequest("jsonl", "", False)),
        (Destination.SOMEBODY, ImportRequest("jsonl", "new one", False)),
        (Destination.GOLD, ImportRequest("jsonl", "gold", False)),
        (Destination.SUGGESTIONS, ImportRequest("jsonl", "", True)),
    ],
)
def test_annotations_go_where_it_is_said(
    opened, setting, tmp_path, destination, request_
):
    dialog = ImportDialog([tmp_path], setting)
    chosen = opened(dialog)
    dialog.format.setCurrentIndex(dialog.format.findData("jsonl"))
    dialog.destination.setCurrentIndex(list(Destination).index(destination))
    assert dialog.annotator.isHidden() == (destination is not Destination.SOMEBODY)
    dialog.annotator.setEditText("new one ")
    dialog.accept_button.click()
    assert chosen[0][:2] == ([tmp_path], request_)


def test_the_annotator_must_be_named(opened, setting, tmp_path):
    dialog = ImportDialog([tmp_path], setting)
    chosen = opened(dialog)
    dialog.destination.setCurrentIndex(list(Destination).index(Destination.SOMEBODY))
    dialog.annotator.setEditText(" ")
    dialog.accept_button.click()
    assert "Name the annotator" in dialog.problem.text()
    assert not chosen
    dialog.reject()


# -- the look --------------------------------------------------------------------


def test_what_is_found_is_shown_and_nothing_is_changed(qtbot, looked, tmp_path):
    (tmp_path / "post.html").write_text(page(), "utf-8")
    (tmp_path / "broken.html").write_bytes(b"")
    file = write_rows(tmp_path / "t.jsonl", task(), {"text": 3})
    dialog, _ = looked(tmp_path / "post.html", tmp_path / "broken.html", file)
    assert dialog.look.headline.text() == "2 articles, 1 with annotations"
    assert cells(dialog.look.formats)[0][1:] == ["2", "1", "–", "1"]
    assert cells(dialog.look.formats)[1][1:] == ["1", "1", "1", "1"]
    assert dialog.look.tabs.tabText(2) == "Problems (2)"
    assert not dialog.look.tabs.isTabVisible(1)
    assert "entity PER 1" in dialog.look.marks.text()
    QAbstractItemModelTester(dialog.look.formats)
    with Project.open(dialog._setting.project) as project:
        assert not project.store.documents.ids()
    dialog.reject()


def test_copies_are_left_out_by_mouse_and_by_key(qtbot, looked, setting, tmp_path):
    (tmp_path / "a.html").write_text(page(), "utf-8")
    (tmp_path / "b.html").write_text(page(PARAGRAPHS, title="Shut"), "utf-8")
    longer = page((*PARAGRAPHS, "One line more than before."))
    (tmp_path / "c.html").write_text(longer, "utf-8")
    with Project.open(setting.project) as project:
        import_paths(project, [tmp_path / "a.html"])
    dialog, chosen = looked(tmp_path / "b.html", tmp_path / "c.html")
    copies = dialog.look.copies
    QAbstractItemModelTester(copies)
    assert {row[1] for row in cells(copies)} == {"Shut", TITLE}
    assert cells(copies)[0][4:] == [TITLE, "the project"]
    table = dialog.look.copies_table
    dialog.look.tabs.setCurrentIndex(1)
    table.selectRow(0)
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert len(copies.left_out()) == 1
    table.selectAll()
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert len(copies.left_out()) == 2
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert not copies.left_out()
    dialog.look.leave_all.click()
    dialog.look.keep_all.click()
    assert copies.setData(copies.index(1, 0), 2, Qt.ItemDataRole.CheckStateRole)
    dialog.accept_button.click()
    (places, request, _) = chosen[0]
    assert len(request.left_out) == 1
    with Project.open(setting.project) as project:
        assert import_paths(project, places, request).documents == 1


def test_a_look_is_stopped_and_a_wrong_path_is_said(qtbot, opened, setting, tmp_path):
    dialog = ImportDialog([tmp_path / "gone.txt"], setting)
    opened(dialog)
    qtbot.waitUntil(lambda: "does not exist" in dialog.look.empty.text())
    (tmp_path / "a.txt").write_text("An article.", "utf-8")
    dialog.sources.list.clear()
    dialog.add([tmp_path / "a.txt"])
    dialog._timer.stop()
    dialog._look()
    dialog.look.stop.click()
    qtbot.waitUntil(lambda: not dialog.look.busy)
    assert dialog.look.stop.isHidden()
    dialog.reject()


def test_a_page_is_asked_for_once(qtbot, looked, setting):
    asked = []

    def get(url, progress):
        asked.append(url)
        if "gone" in url:
            raise EnvironmentFault("post.example did not answer in time.")
        return Fetched(url, page().encode(), ".html")

    web = ImportSetting(setting.project, setting.schema, get=get)
    dialog, chosen = looked("https://post.example/a", setting=web)
    dialog.add(["https://post.example/gone"])
    qtbot.waitUntil(lambda: bool(dialog.found.problems), timeout=10_000)
    assert "did not answer" in str(dialog.found.problems[0])
    dialog.accept_button.click()
    places, request, kept = chosen[0]
    with Project.open(setting.project) as project:
        assert import_paths(project, places, request, get=kept).documents == 1
    assert asked.count("https://post.example/a") == 1


# -- columns ---------------------------------------------------------------------


def test_columns_are_chosen_with_the_rows_in_view(qtbot, looked, setting, tmp_path):
    rows = [{"nr": n, "kicker": f"Nr {n}", "doc": {"b": f"Text {n}."}} for n in (1, 2)]
    (tmp_path / "t.json").write_text(json.dumps(rows), "utf-8")
    dialog, chosen = looked(tmp_path / "t.json")
    assert "No column" in dialog.columns.said.text()
    dialog.columns.button.click()
    columns = dialog.findChild(ColumnsDialog)
    QAbstractItemModelTester(columns.model)
    columns.accept_button.click()
    assert "Choose the column" in columns.problem.text()
    for role, name in (("text", "doc.b"), ("title", "kicker")):
        box = columns.roles[role]
        box.setCurrentIndex(box.findData(name))
        box.activated.emit(box.currentIndex())
        assert box.currentData() == name
    assert columns.model.titles[:2] == ["kicker → title", "doc.b → text"]
    assert cells(columns.model)[0][:2] == ["Nr 1", "Text 1."]
    dialog.found = None
    columns.accept_button.click()
    qtbot.waitUntil(lambda: dialog.found is not None, timeout=10_000)
    assert dialog.found.articles == 2
    assert "text: doc.b · title: kicker" in dialog.columns.said.text()
    dialog.accept_button.click()
    assert chosen[0][1].columns == {"text": "doc.b", "title": "kicker"}


def test_files_with_other_columns_are_told_apart(qtbot, looked, setting, tmp_path):
    (tmp_path / "a.csv").write_text("x,y\none,An article.\n", "utf-8")
    (tmp_path / "b.csv").write_text("x,y\ntwo,Another one.\n", "utf-8")
    (tmp_path / "c.json").write_text('[{"z": "A third."}]', "utf-8")
    dialog, chosen = looked(*sorted(tmp_path.glob("?.*")))
    dialog.columns.button.click()
    columns = dialog.findChild(ColumnsDialog)
    for file, name in (("a.csv", "y"), ("c.json", "z")):
        columns.file.setCurrentText(file)
        box = columns.roles["text"]
        assert box.findData("doc") < 0
        box.setCurrentIndex(box.findData(name))
        box.activated.emit(box.currentIndex())
    dialog.found = None
    columns.accept_button.click()
    qtbot.waitUntil(lambda: dialog.found is not None, timeout=10_000)
    assert dialog.found.articles == 3
    dialog.accept_button.click()
    places, request, _ = chosen[0]
    assert request.columns_of["b.csv"] == {"text": "y"}
    with Project.open(setting.project) as project:
        assert import_paths(project, places, request).documents == 3


# -- labels ----------------------------------------------------------------------


@pytest.fixture
def mapping(qtbot, looked, tmp_path):
    file = write_rows(tmp_path / "t.jsonl", related(), related(f"Again. {TEXT}"))
    dialog, chosen = looked(file)
    dialog.labels.button.click()
    return dialog, dialog.findChild(MappingDialog), chosen


def made(mapping):
    mapping._try()
    return dict(cells(mapping.trial))


def choose(mapping, name, said):
    """Type what a name becomes into its box, as a user does."""
    model = mapping.model
    row = [line[NAME] for line in cells(model)].index(name)
    mapping.table.setCurrentIndex(model.index(row, BECOMES))
    mapping.table.edit(model.index(row, BECOMES))
    editor = mapping.table.indexWidget(model.index(row, BECOMES))
    delegate = mapping.table.itemDelegate()
    editor = editor or mapping.table.findChildren(type(mapping.rest))[-1]
    editor.setEditText(said)
    delegate.setModelData(editor, model, model.index(row, BECOMES))
    delegate.closeEditor.emit(editor)


def test_labels_become_what_is_chosen(qtbot, mapping, setting, tmp_path):
    dialog, mapping, chosen = mapping
    QAbstractItemModelTester(mapping.model)
    QAbstractItemModelTester(mapping.trial)
    assert "3 of another tool: 0 chosen, 3 become" in dialog.labels.said.text()
    assert cells(mapping.model)[0][:2] == ["PER", "2"]
    assert made(mapping) == {
        "entity: PER": "2",
        "entity: Quote": "2",
        "entity: Cue": "2",
        "link cue_of": "2",
    }
    choose(mapping, "Quote", "part of a quote: content")
    choose(mapping, "Cue", "quote.cue")
    choose(mapping, "PER", "person")
    assert made(mapping) == {
        "entity: PERSON": "2",
        "quote: direct": "2",
        "      with content": "2",
        "      with cue": "2",
    }
    choose(mapping, "PER", "a person, I think")
    assert "is no target" in mapping.problem.text()
    file = tmp_path / "map.toml"
    mapping.save(str(file))
    dialog.found = None
    mapping.accept_button.click()
    qtbot.waitUntil(lambda: dialog.found is not None, timeout=10_000)
    assert "3 chosen" in dialog.labels.said.text()
    assert dialog.found.marks["quote", "direct"] == 2
    dialog.accept_button.click()
    places, request, _ = chosen[0]
    with Project.open(setting.project) as project:
        report = import_paths(project, places, request)
    assert report.parts["quote", "cue"] == 2
    assert not report.unmapped


def test_a_mapping_is_guessed_loaded_and_refused(mapping, tmp_path):
    dialog, mapping, _ = mapping
    mapping.model.guess()
    assert [row[BECOMES] for row in cells(mapping.model)][:3] == [
        "entity: Person",
        "part of a quote: content",
        "part of a quote: cue",
    ]
    wrong, right = tmp_path / "wrong.toml", tmp_path / "right.toml"
    wrong.write_text('[labels]\nPER = "x y"\n', "utf-8")
    right.write_text('default = "skip"\n[labels]\nPER = "entity:NORP"\n', "utf-8")
    mapping.load(str(wrong))
    assert "wrong.toml" in mapping.problem.text()
    assert made(mapping)["entity: PERSON"] == "2"
    mapping.load(str(right))
    assert mapping.problem.text() == ""
    assert mapping.rest.currentData() == "skip"
    assert made(mapping) == {"entity: NORP": "2"}
    mapping.rest.setCurrentIndex(0)
    mapping.rest.activated.emit(0)
    assert made(mapping)["entity: Cue"] == "2"
    mapping.reject()
    dialog.reject()


def test_a_part_without_its_quote_is_told_before(mapping):
    dialog, mapping, _ = mapping
    mapping.model.set_targets([2], "quote.cue")
    mapping._try()
    assert "4 things cannot be kept. The cue “said”" in mapping.losses.text()
    mapping.model.set_targets([0, 1, 2], "left out")
    assert made(mapping) == {}
    mapping.reject()
    dialog.reject()


# -- the window ------------------------------------------------------------------


def open_window(qtbot, qapp, setting, tmp_path):
    """Return a window with the project open, without suggestions."""
    preferences = Preferences()
    preferences.suggest = False
    window = MainWindow(
        preferences,
        apply_theme(qapp, Theme.LIGHT),
        RecentProjects(tmp_path / "recent.json"),
        "ada",
    )
    qtbot.addWidget(window)
    window.show()
    with qtbot.waitSignal(window.project.opened, timeout=10_000):
        window.project.open_path(setting.project)
    return window


def test_a_drop_on_the_window_ends_in_a_report(qtbot, qapp, setting, tmp_path):
    window = open_window(qtbot, qapp, setting, tmp_path)
    window.project.get = lambda url, _: Fetched(url, page().encode(), ".html")
    file = write_rows(tmp_path / "t.jsonl", related())
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)), QUrl("https://post.example/a")])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    window.dropEvent(
        QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, buttons, keys)
    )
    dialog = window.findChild(ImportDialog)
    qtbot.waitUntil(lambda: dialog.found is not None, timeout=10_000)
    with qtbot.waitSignal(window.project.imported, timeout=20_000):
        dialog.accept_button.click()
    report = window.findChild(ReportDialog)
    said = report.outcome.text()
    assert said.startswith("2 new articles")
    assert "Labels that no mapping names, taken as they are: Cue 1, PER 1" in said
    assert "In the files, entity: Cue 1, PER 1, Quote 1." in said
    report.close()
    window.close()


def test_an_import_is_cancelled_half_way(qtbot, qapp, setting, tmp_path):
    window = open_window(qtbot, qapp, setting, tmp_path)
    rows = [{"text": f"Article {number} of very many."} for number in range(20_000)]
    file = write_rows(tmp_path / "many.jsonl", *rows)
    window.project.run_import([file], ImportRequest())
    task = window.findChildren(Task)[-1]
    # With something done and much left to do.
    with qtbot.waitSignal(
        task.progressed, timeout=20_000, check_params_cb=lambda done, total: done > 0
    ):
        pass
    with qtbot.waitSignal(task.cancelled, timeout=20_000):
        task.cancel()
    assert not window.project.project.store.documents.ids()
    assert window.findChild(ReportDialog) is None
    window.close()
