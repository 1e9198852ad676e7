"""A lead's whole story in the window: hand out, merge, find, settle, export."""

from __future__ import annotations

import pytest
import spacy
from PySide6.QtCore import Qt
from spacy.tokens import DocBin

from annotator.domain.documents import Status
from annotator.services.assigning import AssignRequest, assign, parse_share
from annotator.services.desk import Desk
from annotator.services.export_selection import ExportRequest
from annotator.services.exporting import export
from annotator.services.project import GOLD, Project
from annotator.ui.dialogs.report import ReportDialog
from annotator.ui.theme import Theme, apply_theme
from annotator.ui.welcome import RecentProjects
from annotator.ui.window.main_window import MainWindow
from annotator.ui.window.preferences import Preferences
from tests.ui.window_helpers import BRIDGE, HARBOUR, make_project, place

NAMES = ("ana", "ben", "cleo")
ADA, VELM = place(HARBOUR, "Ada Brook"), place(HARBOUR, "Velm")
LABELS = {"ana": "GPE", "ben": "ORG", "cleo": "LOC"}


@pytest.fixture
def window(qtbot, qapp, tmp_path):
    path = make_project(tmp_path, (HARBOUR, BRIDGE))
    with Project.open(path) as project:
        project.enter("lea")
        assign(project, AssignRequest(NAMES, shared=parse_share("100%")))
    preferences = Preferences()
    preferences.suggest = False
    keeper = apply_theme(qapp, Theme.LIGHT)
    window = MainWindow(preferences, keeper, RecentProjects(tmp_path / "r"), "lea")
    qtbot.addWidget(window)
    window.show()
    with qtbot.waitSignal(window.project.opened, timeout=10_000):
        window.project.open_path(path)
    yield window
    window.close()


def report(qtbot, window):
    """Wait for a report, close it, and return what it says."""
    qtbot.waitUntil(lambda: bool(window.findChildren(ReportDialog)), timeout=30_000)
    dialog = window.findChildren(ReportDialog)[-1]
    outcome = dialog.outcome
    with qtbot.waitSignal(dialog.destroyed):
        dialog.reject()
    return outcome


def work(path, name):
    """Mark one thing as everybody does, one otherwise, and be done."""
    with Project.open(path) as handout:
        desk = Desk(handout, handout.enter(name))
        desk.open(handout.store.documents.ids()[0])
        desk.mark("entity", "PERSON", [ADA])
        desk.mark("entity", LABELS[name], [VELM])
        desk.set_status(Status.DONE)


def test_hand_out_merge_find_settle_and_export(qtbot, window, tmp_path):
    window.exchange.run_hand_out(NAMES, tmp_path, False)
    assert report(qtbot, window).headline == "3 files written"
    files = [tmp_path / f"corpus-{name}.annot" for name in NAMES]
    for file, name in zip(files, NAMES, strict=True):
        work(file, name)
    for _ in range(2):
        window.exchange.run_merge(files)
        assert report(qtbot, window).headline.startswith("3 files merged")
    window.actions_["agreement"].trigger()
    qtbot.waitUntil(lambda: not window.agreement.running, timeout=20_000)
    review = window.agreement.window
    qtbot.addWidget(review)
    left = Qt.MouseButton.LeftButton
    matrix = review.people.matrix
    for row, column in ((0, 1), (0, 2), (1, 2)):
        view, list_ = matrix.viewport(), review.list
        cell = matrix.visualRect(matrix.model().index(row, column)).center()
        qtbot.mouseClick(view, left, pos=cell)
        passage = list_.visualRect(list_.model().index(0, 0)).center()
        qtbot.mouseClick(list_.viewport(), left, pos=passage)
        settling = window.adjudication.shown
        assert settling.controller.case.cluster.sorts == ("label",)
    gold = window.project.project.annotator(GOLD)
    first = window.project.project.store.documents.ids()[0]
    assert not window.project.project.store.layer(first, gold.id).annotations
    qtbot.keyClick(settling.view, Qt.Key.Key_1)
    layer = window.project.project.store.layer(first, gold.id)
    assert sorted(a.label for a in layer.annotations.values()) == ["GPE", "PERSON"]
    assert layer.status is Status.DONE
    settling.close()
    review.close()
    target = tmp_path / "gold.spacy"
    path = window.project.project.path
    export(path, target, ExportRequest("docbin", annotator=GOLD))
    (doc,) = DocBin().from_disk(target).get_docs(spacy.blank("en").vocab)
    assert [(e.text, e.label_) for e in doc.ents] == [
        ("Ada Brook", "PERSON"),
        ("Velm", "GPE"),
    ]
