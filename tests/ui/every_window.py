"""Every window and dialog there is, opened on a project in which all have work."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QApplication, QDialog, QWidget

from annotator.domain.annotations import Fragment
from annotator.domain.documents import Status
from annotator.domain.errors import EnvironmentFault
from annotator.domain.records import ImportReport, Problem
from annotator.services.desk import Desk
from annotator.services.project import Project
from annotator.ui.dialogs.report import ReportDialog, import_outcome
from annotator.ui.dialogs.trust import TrustDialog
from annotator.ui.dialogs.who import WhoDialog
from annotator.ui.errors import NoticeDialog, present
from annotator.ui.importing.dialog import ImportDialog
from annotator.ui.tasks import Task, TaskDialog, working_pool
from annotator.ui.window.main_window import MainWindow
from tests.pipeline_folders import save_ruler
from tests.ui.window_helpers import suggest
from tests.unit.services.committee import Committee

LEAD = "lead"
PATIENCE_MS = 60_000


def make_work(folder: Path) -> Path:
    """Make a project with differences, suggestions, a bin and comments."""
    team = Committee(folder)
    with team.project as project:
        team.everybody("entity", "PERSON", "Ada Lindqvist")
        team.mark("ana", "entity", "GPE", "Norrby")
        team.mark("ben", "entity", "ORG", "Norrby")
        team.mark("ana", "quote", "direct", "“We will reopen it,”")
        team.done()
        bench = team.bench()
        ben = team.id("ben")
        case = next(c for c in bench.hearing.open if len(c.cluster.members) == 2)
        bench.take(case.key, ben)
        bench.comment(case.extent.start, case.extent.end, "Is this a town?")
        desk = Desk(project, project.annotator(LEAD))
        desk.open(team.first)
        text = desk.opened.document.text
        start = text.index("Norrby")
        desk.mark("entity", "GPE", [Fragment(start, start + 6)])
        desk.set_status(Status.IN_PROGRESS)
        for document in (team.first, team.second):
            text = project.store.documents.text(document)
            at = text.rindex("Norrby")
            parts = {"mention": [Fragment(at, at + 6)]}
            suggest(project, document, [("entity", "GPE", parts, 0.8)])
        return project.path


@dataclass
class Story:
    """A window on that project, and what was there before something was opened."""

    qtbot: Any
    window: MainWindow
    folder: Path

    @property
    def project(self) -> Project:
        project = self.window.project.project
        assert project is not None
        return project

    def act(self, name: str) -> None:
        """Trigger an action of the window, which must be possible."""
        action = self.window.actions_[name]
        assert action.isEnabled(), name
        action.trigger()

    def wait(self, until: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(until()), timeout=PATIENCE_MS)

    def shown(self, sort: type | str) -> Any:
        """Return the visible widget of that class, waiting for it."""
        found: list[QWidget] = []

        def look() -> bool:
            tops = [w for w in QApplication.topLevelWidgets() if w.isVisible()]
            every = [w for top in tops for w in (top, *top.findChildren(QWidget))]
            found[:] = [w for w in every if is_shown(w, sort)]
            return bool(found)

        self.wait(look)
        return found[-1]


def is_shown(widget: QWidget, sort: type | str) -> bool:
    is_one = type(widget).__name__ == sort or (
        isinstance(sort, type) and isinstance(widget, sort)
    )
    return is_one and widget.isVisible()


def _action(name: str) -> Callable[[Story], None]:
    return lambda story: story.act(name)


def _panels(story: Story) -> None:
    for dock in story.window.parts.docks:
        dock.show()
    story.window.parts.panels.scores.open()
    desk = story.window.article
    story.window.parts.view.select_mark(next(iter(desk.document.layer.annotations)))


def _suggestion(story: Story) -> None:
    story.window.review.next_suggestion()


def _correcting(story: Story) -> None:
    story.window.review.next_suggestion()
    story.window.marking.correct()


def _evaluation(story: Story) -> None:
    story.act("evaluate")
    story.wait(lambda: not story.window.evaluation.running)


def _overruled(story: Story) -> None:
    story.act("overruled")
    story.wait(lambda: not story.window.overruled.running)


def _agreement(story: Story) -> None:
    from annotator.ui.review.window import ReviewWindow

    story.act("agreement")
    shown = story.shown(ReviewWindow)
    story.wait(lambda: shown.figures is not None)


def _people(story: Story) -> Any:
    from annotator.ui.people.window import PeopleWindow

    story.act("people")
    return story.shown(PeopleWindow)


def _people_add(story: Story) -> None:
    _people(story).add.click()


def _people_assign(story: Story) -> None:
    _people(story).assign.click()


def _merge(story: Story) -> None:
    from annotator.ui.people.merging import MergeDialog

    dialog = MergeDialog([story.folder / "ana.annot"], "corpus", story.window)
    dialog.open()


def _schema_label(story: Story) -> None:
    from annotator.ui.schema.dialog import NewLabelDialog

    story.act("schema")
    NewLabelDialog("Entities", story.window).open()


def _schema_look(story: Story) -> None:
    from annotator.ui.schema.dialog import SchemaDialog

    story.act("schema")
    dialog = story.shown(SchemaDialog)
    kinds = story.project.schema.kinds
    fewer = replace(kinds[0], labels=kinds[0].labels[-2:])
    dialog.set_draft(replace(story.project.schema, kinds=(fewer, *kinds[1:])))
    dialog.submit()


def _notice(story: Story) -> None:
    NoticeDialog(story.window, "Done", "All is well.").open()


def _doctor(story: Story) -> None:
    from annotator.ui.dialogs.export import ExportDialog
    from annotator.ui.doctor.panel import DoctorPanel

    story.act("export")
    dialog = story.shown(ExportDialog)
    dialog.format.setCurrentIndex(dialog.format.findData("docbin"))
    dialog.target.set_path(story.folder / "out.spacy")
    dialog.check.click()
    panel = story.shown(DoctorPanel)
    story.wait(lambda: not story.window.exporting.running and panel.headline.text())


def _exported(story: Story) -> None:
    from annotator.services.exporting import ExportReport
    from annotator.ui.dialogs.export_done import ExportDoneDialog

    report = ExportReport(records=3, files=["o"], verified=True, left_out=1)
    report.tally.kinds["entity", "PERSON"] = 5
    ExportDoneDialog(report, "jsonl", None, story.window).open()


def _looked(story: Story) -> ImportDialog:
    texts = ("Ada Brook said on Monday that the port reopens.", "Again, Ada Brook.")
    rows = [
        {
            "text": text,
            "spans": [
                {
                    "start": text.index("Ada"),
                    "end": text.index("Ada") + 9,
                    "label": "PER",
                }
            ],
            "answer": "accept",
        }
        for text in texts
    ]
    lines = "".join(json.dumps(row) + "\n" for row in rows)
    (story.folder / "tasks.jsonl").write_text(lines, "utf-8")
    (story.folder / "table.csv").write_text("a,b\nNr 1,Text one.\n", "utf-8")
    story.window.project.offer_import(
        [story.folder / "tasks.jsonl", story.folder / "table.csv"]
    )
    dialog = story.shown(ImportDialog)
    story.wait(lambda: dialog.found is not None)
    return dialog


def _import_columns(story: Story) -> None:
    _looked(story).columns.button.click()


def _import_labels(story: Story) -> None:
    _looked(story).labels.button.click()


def _report(story: Story) -> None:
    report = ImportReport(documents=2)
    report.problems.append(Problem("a.txt", "It is empty."))
    ReportDialog(import_outcome(report), story.window).open()


def _trust(story: Story) -> None:
    from annotator.services.trusting import look_in

    folder = look_in(save_ruler(story.folder / "model-best"))
    TrustDialog(folder, story.window).open()


def _who(story: Story) -> None:
    WhoDialog(["ana", "ben"], "ana", story.window).open()


def _task(story: Story) -> None:
    dialog = TaskDialog(Task(lambda _: None, story.window), "Import", story.window)
    dialog.show_progress(3, 9)
    dialog.show()


def _fault(story: Story) -> None:
    present(story.window, EnvironmentFault("The disk is full."))


def _crash(story: Story) -> None:
    present(story.window, ValueError("no such thing"))


def _find(story: Story) -> None:
    story.act("find")
    story.window.parts.find.field.setText("Norrby")


def _bin(story: Story) -> None:
    desk = story.window.article.desk
    desk.put_into_bin([story.project.store.documents.ids()[1]])
    story.act("bin")


SCENES: dict[str, tuple[Callable[[Story], object], str]] = {
    "panels": (_panels, "ScorePanel"),
    "suggestion": (_suggestion, "SuggestionBar"),
    "correcting": (_correcting, "CorrectionBar"),
    "find": (_find, "FindBar"),
    "evaluation": (_evaluation, "EvaluationPanel"),
    "overruled": (_overruled, "OverruledPanel"),
    "agreement": (_agreement, "ReviewWindow"),
    "adjudicate": (_action("adjudicate"), "AdjudicationWindow"),
    "people": (_people, "PeopleWindow"),
    "people-add": (_people_add, "NameDialog"),
    "people-assign": (_people_assign, "AssignDialog"),
    "hand_out": (_action("hand_out"), "HandOutDialog"),
    "merge": (_merge, "MergeDialog"),
    "bin": (_bin, "BinDialog"),
    "remove": (_action("remove"), "RemoveDialog"),
    "remove_listed": (_action("remove_listed"), "RemoveDialog"),
    "schema": (_action("schema"), "SchemaDialog"),
    "schema-label": (_schema_label, "NewLabelDialog"),
    "schema-look": (_schema_look, "LookDialog"),
    "notice": (_notice, "NoticeDialog"),
    "language": (_action("language"), "LanguageDialog"),
    "accept_all": (_action("accept_all"), "AcceptManyDialog"),
    "new_project": (_action("new_project"), "NewProjectDialog"),
    "import": (_action("import"), "ImportDialog"),
    "import-looked": (_looked, "LookPanel"),
    "import-columns": (_import_columns, "ColumnsDialog"),
    "import-labels": (_import_labels, "MappingDialog"),
    "report": (_report, "ReportDialog"),
    "export": (_action("export"), "ExportDialog"),
    "exported": (_exported, "ExportDoneDialog"),
    "doctor": (_doctor, "DoctorPanel"),
    "restore": (_action("restore"), "RestoreDialog"),
    "settings": (_action("settings"), "SettingsDialog"),
    "keys": (_action("keys"), "KeySheet"),
    "guide": (_action("guide"), "HelpDialog"),
    "about": (_action("about"), "AboutDialog"),
    "commands": (_action("commands"), "CommandPalette"),
    "trust": (_trust, "TrustDialog"),
    "who": (_who, "WhoDialog"),
    "task": (_task, "TaskDialog"),
    "fault": (_fault, "ErrorDialog"),
    "crash": (_crash, "CrashDialog"),
}
"""What opens each of them, and the name of its class."""


def opened(story: Story, scene: str) -> Iterator[QWidget]:
    """Open something and yield all windows that are visible then."""
    show, sort = SCENES[scene]
    show(story)
    story.shown(sort)
    for widget in QApplication.topLevelWidgets():
        if widget.isVisible():
            yield widget


def close_all(story: Story) -> None:
    """Close what was opened; what is computed for it is waited for."""
    for widget in QApplication.topLevelWidgets():
        if widget.isVisible() and widget is not story.window:
            if isinstance(widget, QDialog):
                widget.done(0)
            else:
                widget.close()
    # It reads the project, which is closed after this.
    assert working_pool().waitForDone(PATIENCE_MS)
