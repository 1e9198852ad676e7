"""Exporting from the window: the dialog, the doctor below the article, the report."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDockWidget

from annotator.domain.annotations import Fragment
from annotator.domain.errors import AnnotatorError
from annotator.domain.progress import Progress
from annotator.domain.records import Finding, Trouble
from annotator.domain.wording import tr
from annotator.ui.errors import present
from annotator.ui.tasks import Task, run_task, working_pool, writing_pool
from annotator.ui.window.bottom_panel import dock_below, show_place

if TYPE_CHECKING:
    from annotator.domain.records import ExportReport
    from annotator.services.changes import Changes
    from annotator.services.exporting import ExportRequest
    from annotator.services.mending import Mended, MendRequest
    from annotator.services.passages import PassageReader, Snippet
    from annotator.services.project import Project
    from annotator.services.troubles import Remedy
    from annotator.ui.doctor.panel import DoctorPanel
    from annotator.ui.window.main_window import MainWindow

"""How high the dock is at first, and at most of the window's height."""


class ExportCommands(QObject):
    """Asks, checks, mends and exports; what runs long runs on other threads."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._dock: QDockWidget | None = None
        self._panel: DoctorPanel | None = None
        self._task: Task | None = None
        self._reader: PassageReader | None = None
        self._wanted: tuple[Path, ExportRequest] | None = None
        self._focus_wanted = False
        self._changed = False
        self._said = ""
        window.project.opened.connect(self._on_project)
        window.article.changed.connect(self._on_changed)

    @property
    def panel(self) -> DoctorPanel | None:
        """The doctor, once it has been opened."""
        return self._panel

    @property
    def running(self) -> bool:
        """Whether a check is under way."""
        return self._task is not None

    # -- asking ------------------------------------------------------------

    def ask(self) -> None:
        """Ask what to export; what was chosen last for this project stands there."""
        project, viewer = self._project, self._window.project.annotator
        if project is None or viewer is None:
            return
        from annotator.services.choices import layer_names
        from annotator.ui.dialogs.export import ExportDialog

        dialog = ExportDialog(
            project.path.parent / project.path.stem,
            project.schema,
            layer_names(project, viewer),
            self._window,
            everybody=viewer.lead,
        )
        if self._wanted is not None:
            dialog.set_request(*self._wanted)
        dialog.chosen.connect(self.export)
        dialog.check_wanted.connect(self.check)
        dialog.open()

    def export(self, target: Path, request: ExportRequest) -> None:
        """Export with progress; the file is replaced once all is written."""
        if self._project is None:
            return
        self._wanted = target, request
        run_task(
            self._window,
            tr("Exporting"),
            partial(_export, self._project.path, target, request),
            partial(self._on_exported, request.format_name),
        )

    def _on_exported(self, format_name: str, report: ExportReport) -> None:
        from annotator.ui.dialogs.export_done import ExportDoneDialog

        dialog = ExportDoneDialog(report, format_name, self._read, self._window)
        dialog.place_shown.connect(self.show)
        # Not modal: whoever clicks a loss goes on in the article.
        dialog.show()

    # -- checking ----------------------------------------------------------

    def check(self, target: Path, request: ExportRequest) -> None:
        """Say below the article what would not survive the export."""
        if self._project is None:
            return
        self._wanted = target, request
        self._made()
        assert self._dock is not None  # noqa: S101 - made with the panel
        self._dock.show()
        self._dock.raise_()
        self._focus_wanted = True
        self.check_again()

    def check_again(self) -> None:
        """Check what was chosen, in place of what is being checked."""
        if self._project is None or self._wanted is None or self._panel is None:
            return
        self.stop()
        call = partial(_check, self._project.path, self._wanted[1])
        task = Task(call, self)
        self._task = task
        task.progressed.connect(partial(self._on_progress, task))
        task.succeeded.connect(partial(self._on_checked, task))
        task.failed.connect(partial(self._on_failed, task))
        self._changed = False
        self._panel.show_working(0, 0)
        task.start(working_pool())

    def stop(self) -> None:
        """Stop the check under way; what it found never comes."""
        task, self._task = self._task, None
        if task is not None:
            task.cancel()

    def _on_progress(self, task: Task, done: int, total: int) -> None:
        if task is self._task and self._panel is not None:
            self._panel.show_working(done, total)

    def _on_checked(self, task: Task, report: ExportReport) -> None:
        if task is not self._task or self._panel is None or self._wanted is None:
            return
        from annotator.services.choices import output_formats

        self._task = None
        request = self._wanted[1]
        chosen = next(f for f in output_formats() if f.name == request.format_name)
        options = {name: str(getattr(request, name)) for name in chosen.options}
        mendable = self._mendable(request)
        self._panel.show_check(report, chosen.title, options, mendable, self._read)
        self._panel.say_more(self._said)
        self._said = ""
        if self._changed:
            self._panel.show_stale()
        if self._focus_wanted:
            self._panel.tree.setFocus()
        self._focus_wanted = False

    def _on_failed(self, task: Task, error: Exception) -> None:
        if task is not self._task or self._panel is None:
            return
        self._task = None
        self._panel.show_failure(str(error))
        if not isinstance(error, AnnotatorError):
            present(self._window, error)

    def _on_stop(self) -> None:
        self.stop()
        if self._panel is not None:
            self._panel.show_stopped()

    def _mendable(self, request: ExportRequest) -> str:
        """Return whose layer can be mended: of all layers, one's own."""
        from annotator.services.mending import may_mend

        viewer = self._window.project.annotator
        if viewer is None or request.suggestions:
            return ""
        layer = request.annotator or viewer.name
        return layer if may_mend(viewer, layer) else ""

    # -- what can be done --------------------------------------------------

    def choose_option(self, name: str, value: str) -> None:
        """Export with another remedy, and show what that leaves."""
        if self._wanted is not None:
            target, request = self._wanted
            changed: dict[str, object] = {name: value}
            self._wanted = target, replace(request, **changed)  # type: ignore[arg-type]
            self.check_again()

    def mend(
        self,
        trouble: Trouble | None,
        remedy: Remedy,
        findings: list[Finding] | None,
    ) -> None:
        """Mend in the project, as one step of the history."""
        viewer = self._window.project.annotator
        if self._project is None or self._wanted is None or viewer is None:
            return
        from annotator.services.mending import MendRequest, places_of

        request = self._wanted[1]
        wanted = MendRequest(
            request.annotator or viewer.name,
            viewer.name,
            space=trouble is Trouble.SPACE,
            tokens="" if trouble is Trouble.SPACE else remedy.value,
            kinds=request.kinds,
            places=None if findings is None else places_of(findings),
        )
        self.stop()
        run_task(
            self._window,
            tr("Mending"),
            partial(_mend, self._project.path, wanted),
            self._on_mended,
            pool=writing_pool(),
        )

    def _on_mended(self, mended: Mended) -> None:
        """Show the open article as it is now, and what is left to do."""
        from annotator.services.changes import Changes

        article = self._window.article
        opened = article.document
        if opened is not None and opened.document.id in mended.opened:
            self._window.documents.open(opened.document.id)
        article.show(Changes(mended.name, documents=True, history=True))
        self._said = mended.sentence()
        self.check_again()

    def _export_chosen(self) -> None:
        if self._wanted is not None:
            self.export(*self._wanted)

    # -- in step with the window -------------------------------------------

    @property
    def _project(self) -> Project | None:
        return self._window.project.project

    def _on_project(self, project: Project | None) -> None:
        self.stop()
        self._reader = None
        self._wanted = None
        if self._panel is not None:
            self._panel.clear()
        if self._dock is not None and project is None:
            self._dock.hide()

    def _on_changed(self, changes: Changes) -> None:
        if self._panel is None or not changes.change:
            return
        if self._task is None:
            self._panel.show_stale()
        else:
            self._changed = True

    def _read(self, finding: Finding) -> Snippet:
        from annotator.services.passages import PassageReader

        if self._reader is None:
            assert self._project is not None  # noqa: S101 - findings are a project's
            self._reader = PassageReader(self._project)
        place = Fragment(finding.start, finding.end)
        return self._reader.snippet(finding.document_id, (place,))

    def _made(self) -> DoctorPanel:
        if self._panel is not None:
            return self._panel
        from annotator.ui.doctor.panel import DoctorPanel

        window = self._window
        panel = DoctorPanel()
        dock = dock_below(window, panel, tr("Export check"), "export-check")
        panel.place_shown.connect(self.show)
        panel.place_entered.connect(self.enter)
        panel.option_chosen.connect(self.choose_option)
        panel.mend_wanted.connect(self.mend)
        panel.check_wanted.connect(self.check_again)
        panel.options_wanted.connect(self.ask)
        panel.export_wanted.connect(self._export_chosen)
        panel.stopped.connect(self._on_stop)
        self._dock, self._panel = dock, panel
        return panel

    # -- the way to the text -----------------------------------------------

    def enter(self, finding: Finding) -> None:
        """Show a place and go on in the article."""
        self.show(finding)
        self._window.parts.view.setFocus()

    def show(self, finding: Finding) -> None:
        """Open the article of a finding, its annotation selected.

        What the article does not show, for it is another's, is selected as text.
        """
        place = Fragment(finding.start, finding.end)
        mark = partial(self._mark_at, finding)
        show_place(self._window, finding.document_id, (place,), mark)

    def _mark_at(self, finding: Finding) -> str | None:
        """Return the annotation of the viewer that a finding is about."""
        opened, viewer = self._window.article.document, self._window.project.annotator
        if opened is None or viewer is None or finding.layer != viewer.name:
            return None
        place = Fragment(finding.start, finding.end)
        annotations = opened.layer.annotations.values()
        inside = [
            a.id
            for a in annotations
            if any(place in fragments for fragments in a.parts.values())
        ]
        return inside[0] if len(inside) == 1 else None


def _export(
    project_path: Path, target: Path, request: ExportRequest, progress: Progress
) -> ExportReport:
    from annotator.services.exporting import export_aside

    return export_aside(project_path, target, request, progress)


def _check(
    project_path: Path, request: ExportRequest, progress: Progress
) -> ExportReport:
    from annotator.services.exporting import check_aside

    return check_aside(project_path, request, progress)


def _mend(project_path: Path, request: MendRequest, progress: Progress) -> Mended:
    from annotator.services.mending import mend

    return mend(project_path, request, progress)
