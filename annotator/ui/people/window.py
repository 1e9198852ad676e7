"""The window of people: who they are, how far they are, and what they get."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from annotator.domain.errors import AnnotatorError
from annotator.domain.wording import tr, trn
from annotator.services.assigning import AssignReport, AssignRequest, assign, preview
from annotator.services.people import (
    PersonProgress,
    add_person,
    progress_of,
    rename_person,
    retire_person,
    retired_line,
)
from annotator.services.project import SUFFIX, Project
from annotator.ui.errors import present
from annotator.ui.people.dialogs import AssignDialog, NameDialog
from annotator.ui.people.table import PeopleModel
from annotator.ui.tables import prepare_figures
from annotator.ui.theme import Space, set_role

DEFAULT_SIZE = (820, 480)


class PeopleWindow(QWidget):
    """Everybody who works on a project; for its lead.

    Signals:
        hand_out_wanted: Files are to be written for annotators.
        merge_wanted: Files are to be chosen and merged.
        files_dropped: A list of ``Path``: project files to merge.
    """

    hand_out_wanted = Signal()
    merge_wanted = Signal()
    files_dropped = Signal(object)

    def __init__(self, project: Project) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.setWindowTitle(tr("People — {stem} — Annotator", stem=project.path.stem))
        self.resize(*DEFAULT_SIZE)
        self._project = project
        self.people = PeopleModel(self)
        self.table = QTableView()
        self.add = QPushButton(tr("&Add…"))
        self.rename = QPushButton(tr("&Rename…"))
        self.retire = QPushButton(tr("Re&tire"))
        self.assign = QPushButton(tr("A&ssign…"))
        self.hand_out = QPushButton(tr("&Hand out…"))
        self.merge = QPushButton(tr("&Merge…"))
        self.state = QLabel()
        self.setAcceptDrops(True)
        self._prepare_table()
        self._lay_out()
        self._connect()
        self.refresh()

    def _prepare_table(self) -> None:
        self.table.setModel(self.people)
        self.table.setAccessibleName(tr("People"))
        prepare_figures(self.table)
        across = self.table.horizontalHeader()
        across.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        across.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)

    def _lay_out(self) -> None:
        set_role(self.state, "muted")
        self.state.setWordWrap(True)
        set_role(self.assign, "primary")
        foot = QHBoxLayout()
        foot.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        foot.setSpacing(Space.S)
        for button in (self.add, self.rename, self.retire):
            foot.addWidget(button)
        foot.addWidget(self.state, 1)
        for button in (self.assign, self.hand_out, self.merge):
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.table, 1)
        column.addLayout(foot)

    def _connect(self) -> None:
        self.add.clicked.connect(self._ask_new)
        self.rename.clicked.connect(self._ask_rename)
        self.retire.clicked.connect(self._toggle_retired)
        self.assign.clicked.connect(self._ask_assign)
        self.hand_out.clicked.connect(self.hand_out_wanted)
        self.merge.clicked.connect(self.merge_wanted)
        self.table.selectionModel().currentRowChanged.connect(self._show_buttons)
        for keys, call in (("Esc", self.close), ("F5", self.refresh)):
            QShortcut(QKeySequence(keys), self, partial(_call, call))

    def refresh(self) -> None:
        """Show what is so now; whoever was selected stays so."""
        chosen = self._chosen()
        self.people.set_people(progress_of(self._project))
        row = self.people.row_of(chosen.person.name) if chosen else -1
        if row >= 0:
            self.table.selectRow(row)
        self._show_buttons()

    def _chosen(self) -> PersonProgress | None:
        index = self.table.currentIndex()
        return self.people.person(index.row()) if index.isValid() else None

    def _show_buttons(self) -> None:
        chosen = self._chosen()
        self.rename.setEnabled(chosen is not None)
        self.retire.setEnabled(chosen is not None)
        retired = chosen is not None and chosen.person.retired
        self.retire.setText(tr("Bring &back") if retired else tr("Re&tire"))

    def _do(self, call: Callable[[], object], select: str = "") -> None:
        """Do something with people, and show what came of it."""
        try:
            call()
        except AnnotatorError as error:
            present(self, error)
            return
        self.refresh()
        row = self.people.row_of(select)
        if row >= 0:
            self.table.selectRow(row)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take project files."""
        if project_files(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand the files on."""
        paths = project_files(event)
        if paths:
            event.acceptProposedAction()
            self.files_dropped.emit(paths)

    # -- what can be done --------------------------------------------------

    def _ask_new(self) -> None:
        dialog = NameDialog(tr("Add an annotator"), tr("Add"), "", self)
        dialog.named.connect(self._add)
        dialog.open()

    def _add(self, name: str) -> None:
        self._do(partial(add_person, self._project, name), name)

    def _ask_rename(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            old = chosen.person.name
            dialog = NameDialog(tr("Rename {old}", old=old), tr("Rename"), old, self)
            dialog.named.connect(partial(self._rename, old))
            dialog.open()

    def _rename(self, old: str, new: str) -> None:
        self._do(partial(rename_person, self._project, old, new), new)

    def _toggle_retired(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            name, retired = chosen.person.name, not chosen.person.retired
            self._do(partial(retire_person, self._project, name, retired=retired))
            gone = any(p.name == name and p.retired for p in self._project.annotators())
            self.state.setText(retired_line(self._project, name) if gone else "")

    def _ask_assign(self) -> None:
        rows = range(self.people.rowCount())
        people = [self.people.person(row).person for row in rows]
        names = [p.name for p in people if not p.retired and not p.lead]
        if not names:
            self.state.setText(tr("Add annotators first."))
            return
        dialog = AssignDialog(names, partial(preview, self._project), self)
        dialog.chosen.connect(self._assign)
        dialog.open()

    def _assign(self, request: AssignRequest) -> None:
        self._do(partial(self._assigned, request))

    def _assigned(self, request: AssignRequest) -> None:
        report: AssignReport = assign(self._project, request)
        number = sum(report.new.values())
        self.state.setText(
            trn("{n:,} assignment made.", "{n:,} assignments made.", number)
        )


def project_files(event: QDropEvent) -> list[Path]:
    """Return the project files that are dragged."""
    urls = event.mimeData().urls()
    paths = [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
    return [path for path in paths if path.suffix.lower() == SUFFIX]


def _call(call: Callable[[], object], *_: object) -> None:
    """Leave out what a signal brings along."""
    call()
