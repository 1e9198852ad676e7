"""Opening, making, importing, checking and copying projects."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from annotator.domain.errors import AnnotatorError, DamagedFileError
from annotator.domain.progress import Progress
from annotator.domain.wording import noop, tr
from annotator.ui.dialogs.who import WhoDialog
from annotator.ui.errors import present
from annotator.ui.tasks import Task, run_task, working_pool, writing_pool
from annotator.ui.welcome import RecentProjects
from annotator.ui.window.preferences import Preferences

if TYPE_CHECKING:
    from annotator.domain.documents import Annotator
    from annotator.domain.records import ImportReport
    from annotator.services.gathering import Fetch
    from annotator.services.importing import ImportRequest
    from annotator.services.project import Project

NAME_FILTER = noop("Annotator projects (*.annot)")


class ProjectCommands(QObject):
    """Everything that is done to a project as a whole.

    Services are imported when they are first needed, so that the window is
    painted before anything slow is read from disk. What takes long runs on
    another thread with a connection of its own.

    Signals:
        opened: The ``Project`` that is open now, or None.
        imported: What came in, an ``ImportReport`` or a list of ``FileReport`` of
            merging; articles, layers and schema may be others now.
        opening: What is being done to open a project, as a sentence; "" once it
            is open, or is not.
        entered: ``Annotator`` who is working from now on.
        damaged: Path of a project that cannot be opened, and why.
    """

    opened = Signal(object)
    imported = Signal(object)
    opening = Signal(str)
    entered = Signal(object)
    damaged = Signal(object, str)

    def __init__(
        self,
        window: QWidget,
        preferences: Preferences,
        recent: RecentProjects,
        annotator: str | None = None,
    ) -> None:
        """Make the commands.

        Args:
            window: Where dialogs open.
            preferences: Who was working last, and in which folder.
            recent: Projects opened before.
            annotator: Who is working, for they said so; None to ask if need be.
        """
        super().__init__(window)
        self._window = window
        self._preferences = preferences
        self._recent = recent
        self._project: Project | None = None
        self._named = annotator
        self._wanted: Path | None = None
        self.annotator: Annotator | None = None
        self.get: Fetch | None = None
        """Fetches pages of the web; None as usual."""

    @property
    def project(self) -> Project | None:
        """The open project."""
        return self._project

    # -- open, make, close -------------------------------------------------

    def open_path(self, path: Path) -> None:
        """Open a project file."""
        self._wanted = path
        self._prepare(tr("Opening {name}…", name=path.name), partial(_open, path))

    def _prepare(self, sentence: str, call: Callable[[Progress], Path]) -> None:
        """Let *call* get a project ready on another thread, then open it here.

        The window says so in its middle: no dialog comes and goes for it.
        """
        self.opening.emit(sentence)
        task = Task(call, self)
        task.succeeded.connect(self._take)
        task.failed.connect(self._not_opened)
        task.start(working_pool())

    def _take(self, path: Path) -> None:
        """Open the file for the window; bringing it up to date was done before."""
        from annotator.services.project import Project

        try:
            project = Project.open(path)
        except AnnotatorError as error:
            self._not_opened(error)
            return
        self._ask_who(project)

    def _ask_who(self, project: Project) -> None:
        """Ask who is working, unless that is known."""
        from annotator.services.people import working_names
        from annotator.services.project import login_name

        names = working_names(project)
        last = self._preferences.annotator or login_name()
        if self._named or not names or last in names or project.handout_for():
            self._begin(project, self._named or last)
            return
        dialog = WhoDialog(names, last, self._window)
        dialog.chosen.connect(partial(self._begin, project))
        dialog.rejected.connect(partial(self._give_up, project))
        dialog.open()

    def _give_up(self, project: Project) -> None:
        project.close()
        self.opening.emit("")

    def _begin(self, project: Project, name: str) -> None:
        """Let somebody work on a project that has just been opened."""
        try:
            person = project.enter(name)
        except AnnotatorError as error:
            project.close()
            self._named = None
            self._not_opened(error)
            return
        self.close()
        project.serve_a_window()
        self._project, self.annotator = project, person
        if project.handout_for() is None:
            self._preferences.annotator = person.name
        self._recent.add(project.path, project.path.stem)
        self._preferences.folder = str(project.path.parent)
        self.opening.emit("")
        self.opened.emit(project)

    def choose_annotator(self) -> None:
        """Ask who goes on working on the open project."""
        if self._project is None or self.annotator is None:
            return
        from annotator.services.people import working_names

        names = working_names(self._project)
        dialog = WhoDialog(names, self.annotator.name, self._window)
        dialog.chosen.connect(self.enter)
        dialog.open()

    def enter(self, name: str) -> None:
        """Let somebody go on working on the open project."""
        if self._project is None:
            return
        try:
            person = self._project.enter(name)
        except AnnotatorError as error:
            if self.annotator is not None:
                self._preferences.annotator = self.annotator.name
            present(self._window, error)
            return
        if person != self.annotator:
            self.annotator = person
            self._preferences.annotator = person.name
            self.entered.emit(person)

    def _not_opened(self, error: Exception) -> None:
        self.opening.emit("")
        if isinstance(error, DamagedFileError) and self._wanted is not None:
            self.damaged.emit(self._wanted, str(error))
        else:
            present(self._window, error)

    def close(self) -> None:
        """Close the project; there is nothing left to save."""
        project, self._project = self._project, None
        self.annotator = None
        if project is not None:
            self.opened.emit(None)
            project.close()

    def choose(self) -> None:
        """Ask for a project file and open it."""
        dialog = QFileDialog(
            self._window, tr("Open project"), self._preferences.folder, tr(NAME_FILTER)
        )
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._open_name)
        self._show(dialog)

    def _open_name(self, name: str) -> None:
        self.open_path(Path(name))

    def new(self) -> None:
        """Ask for the file and schema of a new project."""
        from annotator.ui.dialogs.new_project import NewProjectDialog

        dialog = NewProjectDialog(self._folder(), self._window)
        dialog.chosen.connect(self.make)
        dialog.open()

    def make(self, path: Path, schema: Path | None) -> None:
        """Make a project and open it."""
        self._prepare(
            tr("Making {name}…", name=path.name), partial(_make, path, schema)
        )

    def demo(self) -> None:
        """Make the project of the sample corpus, or find it, and open it."""
        self._prepare(tr("Preparing the sample corpus…"), _make_demo)

    # -- import -------------------------------------------------------------

    def import_files(self) -> None:
        """Ask what to import."""
        self.offer_import([])

    def offer_import(self, places: Sequence[Path | str]) -> None:
        """Ask how to import files, folders and web addresses, dropped or chosen."""
        project = self._project
        if project is None:
            return
        from annotator.services.people import working_names
        from annotator.ui.importing.dialog import ImportDialog, ImportSetting

        setting = ImportSetting(
            project.path,
            project.schema,
            working_names(project),
            self._preferences.annotator,
            self.get,
        )
        dialog = ImportDialog(places, setting, self._window)
        dialog.chosen.connect(self.run_import)
        dialog.open()

    def run_import(
        self,
        places: Sequence[Path | str],
        request: ImportRequest,
        get: Fetch | None = None,
    ) -> None:
        """Import with progress; all of it or, on cancel, nothing."""
        if self._project is None:
            return
        run_task(
            self._window,
            tr("Importing"),
            partial(_import, self._project.path, places, request, get),
            self._on_imported,
            pool=writing_pool(),
        )

    def _on_imported(self, report: ImportReport) -> None:
        if self._project is None:
            return
        self.tell_imported(report)
        from annotator.ui.dialogs.report import ReportDialog, import_outcome

        ReportDialog(import_outcome(report), self._window).open()

    def tell_imported(self, report: object) -> None:
        """Let every view show what has come in; see ``imported``."""
        if self._project is not None:
            self._project.reload_schema()
            self.imported.emit(report)

    def _show(self, dialog: QFileDialog) -> None:
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _folder(self) -> Path:
        """Return the folder to begin a file dialog in."""
        if self._project is not None:
            return self._project.path.parent
        remembered = Path(self._preferences.folder)
        return remembered if self._preferences.folder else Path.home()


def warm_up() -> None:
    """Import what the window needs next, off its thread."""
    QTimer.singleShot(0, _start_warm_up)


def _start_warm_up() -> None:
    working_pool().start(_import_services)


def _import_services() -> None:
    import annotator.services.desk
    import annotator.services.library
    import annotator.services.suggesting  # noqa: F401 - only to have it read


def _open(path: Path, _progress: Progress) -> Path:
    """Bring the file up to date on this thread, so that opening it is quick."""
    from annotator.services.project import Project

    Project.open(path).close()
    return path


def _make(path: Path, schema: Path | None, _progress: Progress) -> Path:
    from annotator.services.project import Project

    with Project.create(path, schema) as project:
        return project.path


def _make_demo(_progress: Progress) -> Path:
    from annotator.services.demo import make_demo

    return make_demo()


def _import(
    project_path: Path,
    places: Sequence[Path | str],
    request: ImportRequest,
    get: Fetch | None,
    progress: Progress,
) -> ImportReport:
    from annotator.services.gathering import once
    from annotator.services.importing import import_paths
    from annotator.services.project import Project

    with Project.open(project_path) as project:
        return import_paths(project, places, request, progress, get or once())
