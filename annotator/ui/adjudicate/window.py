"""The window of settling: articles and differences, the text, the card."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QCloseEvent, QKeySequence
from PySide6.QtWidgets import (
    QLabel,
    QMainWindow,
    QMenu,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from annotator.domain.annotations import Fragment
from annotator.domain.documents import Annotator, DocumentRow, Status
from annotator.domain.errors import AnnotatorError
from annotator.domain.ids import DocumentId
from annotator.domain.wording import tr
from annotator.services.adjudicating import Adjudication
from annotator.services.auto_adjudicating import comparable
from annotator.services.changes import Changes
from annotator.services.project import Project
from annotator.ui.actions import SchemaKey, schema_keys
from annotator.ui.adjudicate.bar import ProgressBar
from annotator.ui.adjudicate.card import CaseCard
from annotator.ui.adjudicate.controller import AdjudicationController
from annotator.ui.adjudicate.display import Parts
from annotator.ui.adjudicate.documents import DocumentListView
from annotator.ui.adjudicate.keys import Keys
from annotator.ui.adjudicate.queue import QueueModel, QueueView
from annotator.ui.article.view import ArticleView
from annotator.ui.article_desk import ArticleDesk
from annotator.ui.errors import present
from annotator.ui.marking import MarkingController
from annotator.ui.panels.palette import LabelPalette
from annotator.ui.reviewing import ReviewController
from annotator.ui.theme import ThemeKeeper, set_role
from annotator.ui.window.activity import ActivityWatch
from annotator.ui.window.outside import OutsideWatch

DEFAULT_SIZE = (1360, 880)
LEAST_SIZE = (760, 520)
_NEWS_MS = 200
"""How long to wait for more that others do before the articles are listed anew."""


class AdjudicationWindow(QMainWindow):
    """A lead at work on the differences of one project.

    Signals:
        settled: ``Changes`` of the settled layer, after the window shows them.
        closed: The window is gone from the screen.
    """

    settled = Signal(object)
    closed = Signal()

    def __init__(
        self, project: Project, lead: Annotator, keeper: ThemeKeeper, zoom: float
    ) -> None:
        """Make the window.

        Args:
            project: What is settled.
            lead: Who decides.
            keeper: Light or dark.
            zoom: Size of the article's text in points.
        """
        super().__init__()
        self.setWindowTitle(
            tr("Settle differences — {stem} — Annotator", stem=project.path.stem)
        )
        self.setMinimumSize(*LEAST_SIZE)
        self.resize(*DEFAULT_SIZE)
        self._project = project
        self.view = ArticleView()
        self.view.set_dark(keeper.dark)
        self.view.set_zoom(zoom)
        self.documents = DocumentListView()
        self.model = QueueModel(self)
        self.queue = QueueView(self.model)
        self.card = CaseCard()
        self.bar = ProgressBar()
        self.palette_ = LabelPalette()
        self.article = ArticleDesk(self.view, self)
        review = ReviewController(self.article, self)
        self.marking = MarkingController(self.article, review, self)
        self.controller = AdjudicationController(
            Parts(self.article, self.marking, self.model, self.queue, self.card), self
        )
        ActivityWatch(self.article, self, more=(self.queue, self.card))
        OutsideWatch(self.article, self)
        self.actions_: dict[str, QAction] = {}
        self._schema_actions: list[QAction] = []
        self._news = QTimer(self, interval=_NEWS_MS, singleShot=True)
        self._news.timeout.connect(self._follow)
        self._empty = QLabel()
        self._lay_out()
        self._add_actions()
        self._connect(keeper)
        self._begin(lead)

    # -- building ----------------------------------------------------------

    def _lay_out(self) -> None:
        left = QSplitter(Qt.Orientation.Vertical)
        for title, widget in (
            (tr("Articles"), self.documents),
            (tr("Differences"), self.queue),
        ):
            left.addWidget(_titled(title, widget))
        left.setStretchFactor(0, 1)
        left.setStretchFactor(1, 3)
        left.setSizes([190, 560])
        text = QWidget()
        column = QVBoxLayout(text)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.palette_.hide()
        column.addWidget(self.bar)
        column.addWidget(self.palette_)
        column.addWidget(self.view, 1)
        right = QSplitter(Qt.Orientation.Vertical)
        right.addWidget(text)
        right.addWidget(self.card)
        right.setStretchFactor(0, 1)
        right.setSizes([560, 300])
        right.setChildrenCollapsible(False)
        across = QSplitter(Qt.Orientation.Horizontal)
        across.addWidget(left)
        across.addWidget(right)
        across.setStretchFactor(1, 1)
        across.setSizes([330, 1030])
        self._empty.setWordWrap(True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setMargin(48)
        set_role(self._empty, "muted")
        self._pages = QStackedWidget()
        self._pages.addWidget(across)
        self._pages.addWidget(self._empty)
        self.setCentralWidget(self._pages)
        self.hint = QLabel()
        self.statusBar().addWidget(self.hint, 1)

    def _add_actions(self) -> None:
        settle = self.menuBar().addMenu(tr("&Settle"))
        view = self.menuBar().addMenu(tr("&View"))
        want, add = self.controller.want, self._add
        add(settle, "undo", tr("&Undo"), "Ctrl+Z", self.article.undo)
        add(settle, "redo", tr("&Redo"), "Ctrl+Shift+Z", self.article.redo)
        settle.addSeparator()
        add(settle, "next", tr("&Next open difference\tTab"), "", self._go_on)
        add(
            settle,
            "previous",
            tr("&Previous open difference\tShift+Tab"),
            "",
            self._go_back,
        )
        for name, title in (
            ("agreed", tr("Take what &all agree on\tReturn")),
            ("none", tr("Take n&one of them\t0")),
            ("keep", tr("&Keep what is settled\tK")),
            ("edit", tr("&Mark by hand\tE")),
            ("reopen", tr("Open &again\tR")),
            ("comment", tr("&Comment\tC")),
        ):
            add(settle, name, title, "", partial(want, name))
        settle.addSeparator()
        add(
            settle,
            "article",
            tr("Next article to s&ettle"),
            "Ctrl+Return",
            self.open_next,
        )
        add(settle, "after", tr("Next a&rticle"), "Ctrl+PgDown", partial(self._step, 1))
        add(
            settle,
            "before",
            tr("Previous arti&cle"),
            "Ctrl+PgUp",
            partial(self._step, -1),
        )
        add(settle, "close", tr("C&lose"), "Ctrl+W", self.close)
        add(view, "zoom_in", tr("Zoom &in"), "Ctrl+=", self.view.zoom_in)
        add(view, "zoom_out", tr("Zoom &out"), "Ctrl+-", self.view.zoom_out)
        add(view, "zoom_reset", tr("&Usual size"), "Ctrl+0", self.view.zoom_reset)
        shown = self._add(view, "all", tr("Show &all layers"), "Ctrl+L", _nothing)
        shown.setCheckable(True)
        shown.toggled.connect(self.controller.show_all)
        deleting = self._add(
            settle, "delete", tr("&Delete the mark"), "Del", self._delete
        )
        deleting.setEnabled(False)

    def _add(
        self, menu: QMenu, name: str, title: str, key: str, call: Callable[[], object]
    ) -> QAction:
        action = QAction(title, self)
        if key:
            action.setShortcut(QKeySequence(key))
        action.triggered.connect(partial(_call, call))
        menu.addAction(action)
        self.addAction(action)
        self.actions_[name] = action
        return action

    def _connect(self, keeper: ThemeKeeper) -> None:
        keys = Keys(self.controller, self)
        for widget in (self.view, self.queue, self.documents, self.card):
            widget.installEventFilter(keys)
        keeper.changed.connect(self.view.set_dark)
        keeper.changed.connect(self._redraw)
        self.documents.opened.connect(self.open)
        self.bar.next_wanted.connect(self.open_next)
        self.controller.next_wanted.connect(self.open_next)
        self.controller.progressed.connect(self._on_progress)
        self.controller.waiting_changed.connect(self._on_waiting)
        self.bar.agreed_wanted.connect(self.controller.take_agreed)
        self.controller.marking_changed.connect(self._on_marking)
        self.article.hint.connect(self.hint.setText)
        self.article.failed.connect(self._on_failed)
        self.article.changed.connect(self._on_changed)
        self.article.opened.connect(self._on_opened)
        self.palette_.label_chosen.connect(self.marking.label_by_name)
        self.palette_.role_chosen.connect(self.marking.role_by_name)
        self.palette_.sticky_changed.connect(self.marking.set_sticky)

    # -- the project -------------------------------------------------------

    def _begin(self, lead: Annotator) -> None:
        bench = Adjudication(self._project, lead)
        self.controller.set_bench(bench)
        schema = self._project.schema
        self.palette_.set_schema(schema)
        for key in schema_keys(schema):
            self._add_schema_key(key)
        self.reload()
        self._open_first()

    def _add_schema_key(self, key: SchemaKey) -> None:
        action = QAction(key.text, self)
        action.setShortcut(QKeySequence(key.key))
        action.triggered.connect(partial(_call, partial(self.marking.press, key)))
        action.setEnabled(False)
        self.addAction(action)
        self._schema_actions.append(action)

    def _open_first(self) -> None:
        """Open the first article that is not settled, or else the first."""
        rows = self.documents.documents.rows
        if rows:
            following = self.documents.documents.unsettled_after("")
            self.open((following or rows[0]).id)

    def reload(self) -> None:
        """List the articles anew; the open one is read again."""
        self._list()
        here = self.controller.document_id
        if here is not None:
            self.controller.open(here)
            self.documents.show_current(here)

    def _list(self) -> None:
        store, gold = self._project.store, self._project.annotator("gold")
        ids = comparable(self._project)
        self.documents.documents.set_rows(
            [store.documents.row(gold.id, i) for i in ids]
        )
        self._pages.setCurrentIndex(0 if ids else 1)
        self._empty.setText(
            tr(
                "There is nothing to settle yet.\n\nAs soon as at least two annotators "
                "have set the same article to done, it is listed here with everything "
                "that they have marked differently."
            )
        )

    def _follow(self) -> None:
        """Show what was done elsewhere: articles that came or went, the bin."""
        bench = self.controller.bench
        if bench is None:
            return
        if bench.is_binned and bench.opened is not None:
            title = bench.opened.document.details.title
            self.hint.setText(tr("“{title}” is in the bin now.", title=title))
            self.article.close()
        self._list()
        here = self.controller.document_id
        if here is None:
            self._open_first()
        else:
            self.documents.show_current(here)
            self._on_opened(bench.opened)

    def open(self, document_id: str, place: Fragment | None = None) -> None:
        """Open an article at its first open difference, or at a place."""
        try:
            self.controller.open(document_id, place)
        except AnnotatorError as error:
            self._on_failed(error)
            return
        self.documents.show_current(document_id)
        self.view.setFocus()

    def open_next(self) -> None:
        """Open the next article that is not settled."""
        here = self.controller.document_id or ""
        row = self.documents.documents.unsettled_after(here)
        if row is not None:
            self.open(row.id)
        else:
            self.hint.setText(tr("Every article is settled."))

    def _step(self, step: int) -> None:
        rows = self.documents.documents.rows
        here = self.documents.documents.row_of(self.controller.document_id or "")
        if 0 <= here + step < len(rows):
            self.open(rows[here + step].id)

    def _go_on(self) -> None:
        self.controller.go(1)

    def _go_back(self) -> None:
        self.controller.go(-1)

    def _delete(self) -> None:
        self.marking.delete()

    # -- in step -----------------------------------------------------------

    def _on_opened(self, opened: object) -> None:
        bench = self.controller.bench
        if opened is None or bench is None or bench.opened is None:
            return
        document = bench.opened.document
        row = self._row(document.id)
        following = self.documents.documents.unsettled_after(document.id)
        self.controller.next_title = following.title if following else ""
        self.bar.show_document(row.title if row else "", self.controller.voices)
        self.documents.show_current(document.id)

    def _row(self, document_id: DocumentId) -> DocumentRow | None:
        number = self.documents.documents.row_of(document_id)
        return self.documents.documents.rows[number] if number >= 0 else None

    def _on_progress(self, settled: int, total: int) -> None:
        self.bar.show_progress(settled, total, self.controller.next_title)

    def _on_waiting(self, number: int, alone: bool) -> None:  # noqa: FBT001 - a slot
        self.bar.show_waiting(number, alone=alone)
        self.actions_["agreed"].setEnabled(bool(number) or alone)

    def _on_changed(self, changes: Changes) -> None:
        self._write_time()
        if changes.change is None and changes.documents:
            self._news.start()
        elif changes.document_id is not None:
            gold = self._project.annotator("gold")
            row = self._project.store.documents.row(gold.id, changes.document_id)
            self.documents.documents.set_row(row)
            change = changes.change
            done = change is not None and change.status is Status.DONE
            self.hint.setText(
                tr("{name}. Everything is settled.", name=changes.name)
                if done
                else changes.name
            )
        for name, verb, what in (
            ("undo", tr("&Undo"), self.article.undo_name),
            ("redo", tr("&Redo"), self.article.redo_name),
        ):
            said = f"{verb} {what.replace('&', '&&')}" if what else verb
            self.actions_[name].setText(said)
            self.actions_[name].setEnabled(what is not None)
        self.settled.emit(changes)

    def _on_marking(self, on: bool) -> None:  # noqa: FBT001 - a slot
        self.palette_.setVisible(on)
        for action in self._schema_actions:
            action.setEnabled(on)
        self.actions_["delete"].setEnabled(on)

    def _on_failed(self, error: AnnotatorError) -> None:
        present(self, error)

    def _redraw(self) -> None:
        self.bar.redraw()
        self.controller.redraw()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell whoever opened it."""
        self._write_time()
        self.closed.emit()
        super().closeEvent(event)

    def _write_time(self) -> None:
        """Write down how long the lead has worked at this."""
        if self.controller.bench is not None:
            self.controller.bench.clock.write()

    def leave(self) -> None:
        """Put everything down before the project closes."""
        self._news.stop()
        self._write_time()
        with QSignalBlocker(self):
            self.controller.set_bench(None)
            self.close()


def _titled(title: str, widget: QWidget) -> QWidget:
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    heading = QLabel(title)
    heading.setContentsMargins(12, 8, 12, 6)
    set_role(heading, "caption")
    column.addWidget(heading)
    column.addWidget(widget, 1)
    return box


def _call(call: Callable[[], object], *_: object) -> None:
    """Leave out Qt's ``checked``, which is no argument of ours."""
    call()


def _nothing() -> None:
    """Do nothing: the action's state is what counts."""
