"""The export doctor in the window: ask, check, see, mend, undo, export, report."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from annotator.domain.annotations import Annotation, now
from annotator.domain.documents import Status
from annotator.domain.ids import AnnotationId, OperationId, new_id
from annotator.domain.layers import LayerChange, Operation
from annotator.domain.records import (
    ExportReport,
    Finding,
    Losses,
    PartReport,
    Problem,
    Trouble,
)
from annotator.domain.schema_toml import load_schema
from annotator.formats.base import Limits
from annotator.services import exporting
from annotator.services.choices import output_formats
from annotator.services.exporting import ExportRequest
from annotator.services.mending import places_of
from annotator.services.passages import Snippet
from annotator.services.project import Project, default_schema_file
from annotator.services.troubles import TROUBLES, in_order, kind_of, options_of
from annotator.ui.dialogs.export import ExportDialog
from annotator.ui.dialogs.export_done import ExportDoneDialog
from annotator.ui.doctor.model import (
    GROUP_ROLE,
    SNIPPET_ROLE,
    TroubleModel,
    groups_of,
)
from annotator.ui.doctor.panel import DoctorPanel
from annotator.ui.theme import Theme, apply_theme
from annotator.ui.welcome import RecentProjects
from annotator.ui.window.main_window import MainWindow
from annotator.ui.window.preferences import Preferences
from tests.ui.window_helpers import BRIDGE, HARBOUR, make_project, place

Key = Qt.Key
BROOK = place(HARBOUR, "rook told")
HADDAD = place(BRIDGE, "mar Had")


@pytest.fixture
def path(tmp_path):
    """A project in which ada and ben have names that cut tokens, and overlaps."""
    path = make_project(tmp_path)
    with Project.open(path) as project:
        for name in ("ada", "ben"):
            person = project.enter(name)
            for document in project.store.documents.ids():
                text = project.store.documents.text(document)
                cut = BROOK if text == HARBOUR else HADDAD
                spans = [cut]
                if text == HARBOUR:
                    spans += [place(text, "harbour in Velm"), place(text, "Velm")]
                layer = project.store.layer(document, person.id)
                put = tuple(
                    Annotation(
                        AnnotationId(new_id()),
                        "entity",
                        "PERSON",
                        {"mention": (span,)},
                        created=now(),
                        modified=now(),
                    )
                    for span in spans
                )
                change = LayerChange(document, person.id, put=put, status=Status.DONE)
                step = OperationId(new_id())
                project.store.commit(
                    Operation(step, "Put", now(), change, layer.inverse(change))
                )
    return path


@pytest.fixture
def window(qtbot, qapp, tmp_path, path, monkeypatch):
    # Child processes have a test of their own; here they would only take time.
    monkeypatch.setattr(exporting, "check_aside", exporting.check)
    monkeypatch.setattr(exporting, "export_aside", exporting.export)
    preferences = Preferences()
    preferences.suggest = False
    keeper = apply_theme(qapp, Theme.LIGHT)
    window = MainWindow(
        preferences, keeper, RecentProjects(tmp_path / "recent.json"), "ada"
    )
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    with qtbot.waitSignal(window.project.opened, timeout=10_000):
        window.project.open_path(path)
    yield window
    window.close()


@pytest.fixture
def news():
    return load_schema(default_schema_file())


def wait_for_check(qtbot, window):
    qtbot.waitUntil(lambda: window.exporting.running, timeout=5_000)
    qtbot.waitUntil(lambda: not window.exporting.running, timeout=30_000)
    return window.exporting.panel


def rows(panel):
    return [
        (group.trouble, [f.layer for f in group.rows]) for group in panel.model.groups
    ]


def test_ask_check_see_mend_undo_export(qtbot, window, tmp_path):
    window.exporting.ask()
    (dialog,) = window.findChildren(ExportDialog)
    dialog.format.setCurrentIndex(dialog.format.findData("docbin"))
    dialog.target.set_path(tmp_path / "out.spacy")
    qtbot.mouseClick(dialog.check, Qt.MouseButton.LeftButton)
    panel = wait_for_check(qtbot, window)
    assert rows(panel) == [
        (Trouble.CUT, ["ada", "ben", "ada", "ben"]),
        (Trouble.OVERLAP, ["ada", "ben"]),
    ]
    assert "6 things would not survive" in panel.headline.text()
    assert not (tmp_path / "out.spacy").exists()

    # The place in the article, by keys.
    tree = panel.tree
    for _ in range(3):
        qtbot.keyClick(tree, Key.Key_Down)
    qtbot.keyClick(tree, Key.Key_Return)
    opened = window.article.document
    assert opened.document.text == BRIDGE
    assert window.article.current.parts["mention"] == (HADDAD,)
    # Another's annotation is selected as text.
    tree.setCurrentIndex(panel.model.index(3, 0, panel.model.index(0, 0)))
    window.exporting.show(tree.selected_findings()[0])
    assert window.article.current is None
    assert window.parts.view.selection() == (HADDAD,)

    # Mend all of one's own, from the menu.
    widen = panel.remedies.menu.actions()[0]
    assert widen.text() == "Widen them to whole tokens: all of ada’s"
    widen.trigger()
    panel = wait_for_check(qtbot, window)
    assert rows(panel)[0] == (Trouble.CUT, ["ben", "ben"])
    assert "Mended 2 spans in 2 articles" in panel.headline.text()
    assert window.article.undo_name == "Mend 2 spans"
    shown = {
        window.article.document.document.text[f.start : f.end]
        for a in window.article.document.layer.annotations.values()
        for f in a.parts["mention"]
    }
    assert shown == {"Omar Haddad"}

    # One undo takes it back in both articles; the doctor says that it is stale.
    window.article.undo()
    assert window.article.undo_name != "Mend 2 spans"
    assert "check again" in panel.headline.text()
    store = window.project.project.store
    person = window.project.annotator.id
    for document in store.documents.ids():
        layer = store.layer(document, person)
        cut = BROOK if store.documents.text(document) == HARBOUR else HADDAD
        assert any(a.parts["mention"] == (cut,) for a in layer.annotations.values())

    # In the export only, then written and verified.
    panel.remedies.choice.setCurrentIndex(panel.remedies.choice.findData("expand"))
    panel.remedies.choice.activated.emit(panel.remedies.choice.currentIndex())
    panel = wait_for_check(qtbot, window)
    assert "it was widened to “Omar Haddad”" in panel.model.groups[0].rows[2].reason
    qtbot.mouseClick(panel.export, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(
        lambda: window.findChild(ExportDoneDialog) is not None, timeout=30_000
    )
    done = window.findChild(ExportDoneDialog)
    assert done.report.verified is True
    assert (tmp_path / "out.spacy").is_file()
    done.copy()
    said = QGuiApplication.clipboard().text()
    assert "verified: read back and equal" in said
    assert "Annotations that overlap (2)" in said
    done.close()
    # The dialog remembers.
    window.exporting.ask()
    dialog = window.findChildren(ExportDialog)[-1]
    assert dialog.request().mend == "expand"
    assert dialog.target.path() == tmp_path / "out.spacy"
    dialog.reject()


def test_only_the_selected_and_nothing_of_others(qtbot, window, tmp_path):
    window.exporting.check(tmp_path / "o.spacy", ExportRequest("docbin", "ada"))
    panel = wait_for_check(qtbot, window)
    group = panel.model.index(0, 0)
    panel.tree.setCurrentIndex(panel.model.index(1, 0, group))
    texts = [action.text() for action in panel.remedies.menu.actions()]
    assert texts[2] == "Widen them to whole tokens: 1 selected"
    panel.remedies.menu.actions()[2].trigger()
    panel = wait_for_check(qtbot, window)
    assert window.article.undo_name == "Mend 1 span"
    assert len(panel.model.groups[0].rows) == 1
    window.exporting.check(tmp_path / "o.spacy", ExportRequest("docbin", "ben"))
    panel = wait_for_check(qtbot, window)
    assert panel.remedies.mend.isHidden()
    assert "in the export only" in panel.remedies.advice.text()


def test_what_fails_is_said_in_the_panel(qtbot, window, tmp_path):
    request = ExportRequest("docbin", suggestions=True)
    window.exporting.check(tmp_path / "o.spacy", request)
    panel = wait_for_check(qtbot, window)
    assert "no suggestions" in panel.nothing.text()
    window.exporting.check(tmp_path / "o.spacy", ExportRequest("docbin", "ada"))
    window.article.undo()
    panel = wait_for_check(qtbot, window)
    assert "Annotations have changed since" in panel.headline.text()
    window.exporting.check(tmp_path / "o.jsonl", ExportRequest("xmi", "ada"))
    window.exporting.panel.stop.click()
    assert "Stopped" in panel.headline.text()
    window.project.close()
    assert not panel.model.groups


# -- the parts -----------------------------------------------------------------


def finding(trouble=Trouble.CUT, layer="ada", start=1):
    return Finding("there", "why", trouble, "d" * 32, start, start + 2, layer)


def losses_of(*problems):
    losses = Losses()
    losses.extend(problems)
    return losses


def read(found):
    return Snippet("Title", "before ", f"words {found.start}", " after")


def test_the_model(qtbot, qtmodeltester):
    parent = QWidget()
    qtbot.addWidget(parent)
    model = TroubleModel(parent)
    qtmodeltester.check(model)
    problems = [finding(start=n) for n in range(9)]
    losses = losses_of(Problem("a", "b"), finding(Trouble.NOTE), *problems)
    model.set_groups(groups_of(losses), read)
    qtmodeltester.check(model)
    assert [g.trouble for g in model.groups] == [Trouble.CUT, Trouble.NOTE, None]
    first = model.index(0, 0)
    assert first.data() == "Spans that cut a token (9)"
    assert first.data(GROUP_ROLE) is model.groups[0]
    row = model.index(3, 0, first)
    assert row.data() == "ada · Title"
    assert row.siblingAtColumn(1).data() == "words 3"
    assert row.siblingAtColumn(1).data(SNIPPET_ROLE).after == " after"
    assert row.siblingAtColumn(2).data() == "why"
    other = model.index(0, 0, model.index(2, 0))
    assert (other.data(), other.siblingAtColumn(1).data()) == ("a", "")


def test_many_losses_say_how_many_are_shown(monkeypatch):
    monkeypatch.setattr(Losses, "KEPT", 3)
    (group,) = groups_of(losses_of(*(finding(start=n) for n in range(1200))))
    assert group.title == "Spans that cut a token (1,200, the first 3 shown)"


def test_every_trouble_has_words_and_every_option_a_row(qtbot, tmp_path, news):
    assert set(Trouble) <= set(TROUBLES)
    assert kind_of("something new").title == "Something new"
    assert list(in_order({None: 1, Trouble.LINK: 2, Trouble.CUT: 0})) == [
        Trouble.LINK,
        None,
    ]
    assert options_of(Limits()) == frozenset()
    dialog = ExportDialog(tmp_path / "c", news, ["ada"])
    qtbot.addWidget(dialog)
    dialog.show()
    for found in output_formats():
        dialog.format.setCurrentIndex(dialog.format.findData(found.name))
        for option, box in dialog.options.items():
            assert dialog.fields.isRowVisible(box) == (option in found.options)
        assert dialog.fields.isRowVisible(dialog.how) == bool(found.split)
        assert (dialog.target.path().suffix == "") == found.folder
        request = dialog.request()
        assert request.format_name == found.name
        # What is hidden has no say.
        defaults = ExportRequest(found.name)
        dialog.options["pieces"].setCurrentIndex(1)
        changed = dialog.request().pieces != defaults.pieces
        assert changed == ("pieces" in found.options)
        dialog.options["pieces"].setCurrentIndex(0)


def test_preferring_a_kind_asks_which(qtbot, tmp_path, news):
    dialog = ExportDialog(tmp_path / "c", news, ["ada"])
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.format.setCurrentIndex(dialog.format.findData("docbin"))
    assert not dialog.fields.isRowVisible(dialog.prefer)
    overlaps = dialog.options["overlaps"]
    overlaps.setCurrentIndex(overlaps.findData("kind"))
    assert dialog.fields.isRowVisible(dialog.prefer)
    dialog.prefer.setCurrentIndex(dialog.prefer.findData("claim"))
    dialog.split.setText("train=8,dev=2")
    dialog.seed.setValue(7)
    dialog.sources.setCurrentIndex(1)
    request = dialog.request()
    assert (request.overlaps, request.prefer) == ("kind", ("claim",))
    assert (request.seed, request.keep_sources) == (7, True)
    other = ExportDialog(tmp_path / "c", news, ["ada"])
    qtbot.addWidget(other)
    other.set_request(tmp_path / "c.spacy", request)
    assert other.request() == request


def test_a_panel_without_losses_says_so(qtbot):
    panel = DoctorPanel()
    qtbot.addWidget(panel)
    panel.show()
    panel.show_check(ExportReport(left_out=2), "JSONL", {}, "ada", read)
    assert "everything fits" in panel.headline.text()
    assert "2 layers not done" in panel.headline.text()
    assert panel.nothing.isVisible()
    assert panel.remedies.isHidden()
    panel.show_working(3, 9)
    assert panel.stop.isVisible()
    assert not panel.export.isVisible()


def test_a_fault_is_shown_plainly(qtbot):
    report = ExportReport(files=["a.jsonl"], verified=False, faults=["a.jsonl: X."])
    dialog = ExportDoneDialog(report, "jsonl", None)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.headline.text() == "The file does not hold what was written"
    assert "NOT VERIFIED" in dialog.text
    assert "a.jsonl: X." in dialog.text
    assert not dialog.tree.isVisible()


def test_a_report_says_what_each_part_got(qtbot):
    report = ExportReport(records=3, files=["o"], verified=True, left_out=1)
    report.tally.kinds["entity", "PERSON"] = 5
    for name, number in (("train", 2), ("dev", 1)):
        report.parts.append(PartReport(name, number, type(report.tally.kinds)()))
    dialog = ExportDoneDialog(report, "jsonl", None)
    qtbot.addWidget(dialog)
    assert "train: 2 layers; nothing" in dialog.text
    assert "dev: 1 layer; nothing" in dialog.text
    assert "entity: PERSON 5" in dialog.text
    assert places_of([finding()]) == {("d" * 32, 1, 3)}


def test_options_that_a_format_adds_are_not_cut_off(qtbot, tmp_path, news):
    dialog = ExportDialog(tmp_path / "out", news, ["ada"])
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.resize(dialog.minimumWidth(), 100)
    dialog.format.setCurrentIndex(dialog.format.findData("conll"))
    assert dialog.size() == dialog.size().expandedTo(dialog.sizeHint())
    label = dialog.fields.labelForField(dialog.options["mend"])
    assert label.minimumWidth() > label.sizeHint().width()
