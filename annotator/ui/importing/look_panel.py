"""One look at what would be imported: in the background, with progress and a stop."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QTableView,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from annotator.domain.errors import AnnotatorError
from annotator.domain.progress import Progress
from annotator.domain.wording import noop, number, tr, trn
from annotator.services.copies import KnownArticles
from annotator.ui.dialogs.report import ProblemModel
from annotator.ui.errors import present
from annotator.ui.importing.models import CopyModel, FormatModel
from annotator.ui.tables import TitledModel
from annotator.ui.tasks import Task, working_pool
from annotator.ui.theme import Space, set_role

if TYPE_CHECKING:
    from annotator.domain.records import Problem
    from annotator.services.gathering import Fetch
    from annotator.services.import_look import ImportLook
    from annotator.services.importing import ImportRequest
    from annotator.ui.importing.dropped import Place

_WAITING = noop("What is in the files is shown here before anything is imported.")
_ROW = 24
_ROWS_MEASURED = 60


class LookPanel(QWidget):
    """Shows what is in files; looks again whenever it is told of others.

    Signals:
        looked: ``ImportLook``, or None where there is nothing to see.
    """

    looked = Signal(object)

    def __init__(self, project: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._project = project
        self._known = KnownArticles()
        self._task: Task | None = None
        self.headline = _label("heading")
        self.empty = _label("muted")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(tr("Looking at the files"))
        self.bar.hide()
        self.stop = QPushButton(tr("Stop"))
        self.stop.setAutoDefault(False)
        self.stop.clicked.connect(self._stop)
        self.stop.hide()
        self.formats = FormatModel(self)
        self.copies = CopyModel(self)
        self.marks = _label("muted")
        self.copies_table = _table(self.copies, tr("Nearly the same articles"))
        self.copies_table.installEventFilter(self)
        self.problems_table = _table(None, tr("Problems"))
        self.problem = _label("muted")
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.pages = QStackedWidget()
        self._lay_out()
        self._show_nothing(tr(_WAITING))

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(Space.S)
        top.addWidget(self.headline, 1)
        top.addWidget(self.stop)
        self._add_tab(
            tr("Found"), _table(self.formats, tr("Formats found")), self.marks
        )
        self._add_tab(tr("Nearly the same"), self._copy_buttons(), self.copies_table)
        self._add_tab(tr("Problems"), self.problems_table, self.problem)
        card = QFrame()
        set_role(card, "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        inside.addWidget(self.empty)
        self.pages.addWidget(card)
        self.pages.addWidget(self.tabs)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addLayout(top)
        column.addWidget(self.bar)
        column.addWidget(self.pages, 1)

    def _add_tab(self, title: str, *widgets: QWidget) -> None:
        """Add a tab; its table gets what room there is."""
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, Space.S, 0, 0)
        column.setSpacing(Space.S)
        for widget in widgets:
            column.addWidget(widget, 1 if isinstance(widget, QTableView) else 0)
        self.tabs.addTab(page, title)

    def _copy_buttons(self) -> QWidget:
        self.leave_all = QPushButton(tr("Leave out all without annotations"))
        self.keep_all = QPushButton(tr("Take all along"))
        self.leave_all.clicked.connect(self.copies.leave_out_all)
        self.keep_all.clicked.connect(self.copies.keep_all)
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        for button in (self.leave_all, self.keep_all):
            button.setAutoDefault(False)
            set_role(button, "small")
            row.addWidget(button)
        row.addStretch(1)
        return holder

    def look(self, places: Sequence[Place], request: ImportRequest, get: Fetch) -> None:
        """Look at places; what is still being looked at is dropped."""
        self.drop()
        if not places:
            self._show_nothing(tr(_WAITING))
            return
        call = partial(_look, self._project, list(places), request, get, self._known)
        task = Task(call, self)
        self._task = task
        task.progressed.connect(self._show_progress)
        task.succeeded.connect(partial(self._on_looked, task))
        task.failed.connect(partial(self._on_failed, task))
        task.cancelled.connect(partial(self._on_stopped, task))
        self.headline.setText(tr("Looking at the files…"))
        self.bar.setRange(0, 0)
        self.bar.show()
        self.stop.setEnabled(True)
        self.stop.show()
        task.start(working_pool())

    def drop(self) -> None:
        """Forget a look that is under way."""
        task, self._task = self._task, None
        if task is not None:
            task.cancel()
        self.bar.hide()
        self.stop.hide()

    @property
    def busy(self) -> bool:
        """Whether a look is under way."""
        return self._task is not None

    def _stop(self) -> None:
        if self._task is not None:
            self.stop.setEnabled(False)
            self._task.cancel()

    def _show_progress(self, done: int, total: int) -> None:
        if self.sender() is self._task:
            # Bytes of large files do not fit a progress bar's whole numbers.
            self.bar.setRange(0, 1000 if total else 0)
            self.bar.setValue(round(1000 * done / total) if total else -1)

    def _on_looked(self, task: Task, found: ImportLook) -> None:
        if task is not self._task:
            return
        self.drop()
        self.formats.show(list(found.formats.values()))
        self.copies.show(found.copies)
        said = _marks(found)
        self.marks.setText(said)
        self.marks.setVisible(bool(said))
        self._show_problems(found.problems)
        self.tabs.setTabText(1, _counted(tr("Nearly the same"), len(found.copies)))
        self.tabs.setTabText(2, _counted(tr("Problems"), len(found.problems)))
        self.tabs.setTabVisible(1, bool(found.copies))
        self.tabs.setTabVisible(2, bool(found.problems))
        self.headline.setText(_headline(found))
        self.pages.setCurrentIndex(1)
        self.tabs.setCurrentIndex(0 if found.articles or found.new_names else 2)
        self.looked.emit(found)

    def _show_problems(self, problems: Sequence[Problem]) -> None:
        """List problems; the current one is shown whole below."""
        table, before = self.problems_table, self.problems_table.model()
        table.setModel(ProblemModel(problems, self))
        if before is not None:
            before.deleteLater()
        table.setColumnWidth(0, 240)
        header = table.horizontalHeader()
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        table.selectionModel().currentRowChanged.connect(self._show_problem)
        if problems:
            table.selectRow(0)

    def _show_problem(self, current: QModelIndex) -> None:
        said = current.siblingAtColumn(1).data() if current.isValid() else ""
        self.problem.setText(str(said))

    def _on_failed(self, task: Task, error: Exception) -> None:
        if task is not self._task:
            return
        self.drop()
        if isinstance(error, AnnotatorError):
            self._show_nothing(str(error), role="error")
        else:
            self._show_nothing(tr(_WAITING))
            present(self, error)

    def _on_stopped(self, task: Task) -> None:
        if task is self._task:
            self.drop()
            self._show_nothing(tr("Stopped. The files can be imported all the same."))

    def _show_nothing(self, sentence: str, role: str = "muted") -> None:
        self.headline.setText("")
        self.empty.setText(sentence)
        set_role(self.empty, role)
        self.pages.setCurrentIndex(0)
        self.copies.show(())
        self.looked.emit(None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take Space in the table of copies: it ticks all selected rows."""
        if (
            watched is self.copies_table
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Space
        ):
            rows = self.copies_table.selectionModel().selectedRows()
            self.copies.toggle([index.row() for index in rows])
            return True
        return super().eventFilter(watched, event)


def _look(
    project_path: Path,
    places: Sequence[Place],
    request: ImportRequest,
    get: Fetch,
    known: KnownArticles,
    progress: Progress,
) -> ImportLook:
    from annotator.services.import_look import look
    from annotator.services.project import Project

    with Project.open(project_path) as project:
        return look(project, places, request, progress, get, known=known)


_SHOWN_NAMES = 40


def _headline(found: ImportLook) -> str:
    articles = trn("{n:,} article", "{n:,} articles", found.articles)
    if not found.articles:
        if found.new_names:
            return tr("No articles, but labels for the schema.")
        return tr("No article can be read.")
    said = [articles]
    if found.known:
        said.append(tr("{known:,} here already", known=found.known))
    if found.binned:
        said.append(tr("{binned:,} in the bin, which come back", binned=found.binned))
    if found.annotated:
        said.append(tr("{annotated:,} with annotations", annotated=found.annotated))
    return ", ".join(said)


def _marks(found: ImportLook) -> str:
    counts = ", ".join(
        f"{kind} {label} {number(count)}"
        for (kind, label), count in found.marks.most_common(40)
    )
    said = [tr("Annotations: {counts}.", counts=counts)] if counts else []
    if found.new_names:
        names = ", ".join(found.new_names[:_SHOWN_NAMES])
        more = "…" if len(found.new_names) > _SHOWN_NAMES else "."
        said.append(tr("The schema would get: {names}", names=names + more))
    return "\n".join(said)


def _label(role: str) -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    set_role(label, role)
    return label


def _counted(title: str, count: int) -> str:
    return f"{title} ({number(count)})" if count else title


def _table(model: TitledModel | None, name: str) -> QTableView:
    table = QTableView()
    table.setModel(model)
    table.setAccessibleName(name)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(_ROW)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setTabKeyNavigation(False)
    table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
    header = table.horizontalHeader()
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
    header.setHighlightSections(False)
    header.setResizeContentsPrecision(_ROWS_MEASURED)
    if model is not None:
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        for column in model.stretched:
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
    return table
