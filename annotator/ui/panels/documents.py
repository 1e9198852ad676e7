"""The documents: search, states, and a list that is instant at any length."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFrame,
    QHeaderView,
    QLabel,
    QPushButton,
    QStackedLayout,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from annotator.domain.documents import DocumentFilter
from annotator.domain.ids import DocumentId
from annotator.domain.wording import tr
from annotator.ui import counting
from annotator.ui.errors import present
from annotator.ui.importing.dropped import places_in
from annotator.ui.panels.document_delegate import DocumentDelegate
from annotator.ui.panels.document_model import DocumentModel, DocumentSource
from annotator.ui.panels.filter_bar import FilterBar
from annotator.ui.theme import Space, set_role

BROWSE_DELAY_MS = 150
EVERYTHING = DocumentFilter()
_SELECTING = (
    Qt.KeyboardModifier.ShiftModifier
    | Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.MetaModifier
)


class _Table(QTableView):
    """A table of one column that tells what the user, and only he, chose.

    Several rows are selected as everywhere, with Shift, Ctrl and Ctrl+A; that opens
    none of them.

    Signals:
        chosen: A row, by click or Enter.
        browsed: A row, by moving there with the keys.
        deleted: The key for that was pressed on what is selected.
    """

    chosen = Signal(int)
    browsed = Signal(int)
    deleted = Signal()

    def __init__(self, model: DocumentModel) -> None:
        super().__init__()
        self._by_key = False
        self.setModel(model)
        self._rows = DocumentDelegate(self)
        self.setItemDelegate(self._rows)
        self.setAccessibleName(tr("Documents"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.horizontalHeader().hide()
        across = self.horizontalHeader()
        across.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().hide()
        self._fix_height()
        self.clicked.connect(self._on_clicked)

    def _fix_height(self) -> None:
        down = self.verticalHeader()
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setMinimumSectionSize(16)
        down.setDefaultSectionSize(self._rows.row_height(self.font()))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fix_height()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if self.currentIndex().isValid():
                self.chosen.emit(self.currentIndex().row())
            return
        if event.key() == Qt.Key.Key_Delete and self.currentIndex().isValid():
            self.deleted.emit()
            return
        before = self.currentIndex().row()
        super().keyPressEvent(event)
        after = self.currentIndex().row()
        if after not in {before, -1} and not event.modifiers() & _SELECTING:
            self.browsed.emit(after)

    def keyboardSearch(self, search: str) -> None:
        """Leave letters to the window: a search here would read every row."""

    def _on_clicked(self, index: QModelIndex) -> None:
        if not QApplication.keyboardModifiers() & _SELECTING:
            self.chosen.emit(index.row())

    def stretches(self) -> list[tuple[int, int]]:
        """Return first and last row of what is selected, in order.

        A million rows are one stretch; to name each would take seconds.
        """
        found = self.selectionModel().selection()
        ranges = [found.at(number) for number in range(found.count())]
        return sorted((one.top(), one.bottom()) for one in ranges)


class _Empty(QWidget):
    """What stands in place of an empty list: why it is empty, what to do.

    Signals:
        pressed: The one button.
    """

    pressed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._text = QLabel()
        self._text.setWordWrap(True)
        self._text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        set_role(self._text, "muted")
        self.button = QPushButton()
        self.button.clicked.connect(self.pressed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.L, Space.XL, Space.L, Space.L)
        layout.setSpacing(Space.M)
        layout.addWidget(self._text)
        layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(1)

    def show_text(self, text: str, button: str) -> None:
        self._text.setText(text)
        self.button.setText(button)
        self.button.setVisible(bool(button))


class DocumentsPanel(QWidget):
    """The list of documents with everything that narrows it.

    Signals:
        document_chosen: The id of a document the user clicked, pressed Enter on,
            or stopped at with the arrow keys.
        filter_changed: The new ``DocumentFilter``.
        files_dropped: A list of ``Path``, and of web addresses as text.
        import_requested: The button of the empty list.
        remove_requested: The user wants to be rid of what is selected.
        menu_requested: The id of a document, and where on the screen its menu goes.
    """

    document_chosen = Signal(str)
    filter_changed = Signal(object)
    files_dropped = Signal(object)
    import_requested = Signal()
    remove_requested = Signal()
    menu_requested = Signal(str, QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        self.setAccessibleName(tr("Documents"))
        self._source: DocumentSource | None = None
        self._current: DocumentId | None = None
        self._total = 0
        self._top = 0
        self.model = DocumentModel(self)
        self.bar = FilterBar()
        self.table = _Table(self.model)
        self.empty = _Empty()
        self._count = QLabel()
        self._browse = QTimer(self, singleShot=True, interval=BROWSE_DELAY_MS)
        self._lay_out()
        self._connect()
        self.refresh()

    def _lay_out(self) -> None:
        set_role(self._count, "muted")
        self._count.setContentsMargins(Space.M, 0, Space.M, Space.XS)
        self._frame = QFrame()
        self._stack = QStackedLayout(self._frame)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        layout.addWidget(self._count)
        layout.addWidget(self._frame, 1)

    def _connect(self) -> None:
        self.bar.changed.connect(self._on_filter)
        self.bar.left.connect(self.table.setFocus)
        self.table.chosen.connect(self._choose)
        self.table.browsed.connect(self._on_browsed)
        self.table.deleted.connect(self.remove_requested)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(self._on_menu)
        self._browse.timeout.connect(self._choose_current)
        self.empty.pressed.connect(self._on_empty)
        self.model.located.connect(self._on_located)
        self.model.modelAboutToBeReset.connect(self._note_top)
        self.model.found.connect(self._on_found)
        self.model.failed.connect(self._on_not_found)

    # What the window calls ----------------------------------------------------

    def set_blind(self, on: bool) -> None:  # noqa: FBT001 - a Qt slot
        """Tell nothing of the suggestions in articles that are not done, or do."""
        self.bar.set_blind(on)
        self.model.set_blind(on)

    def set_source(self, source: DocumentSource | None) -> None:
        """Show another project's documents, or none."""
        self._source = source
        self._current = None
        self.refresh()

    def refresh(self, document_id: DocumentId | None = None) -> None:
        """Show one document, or the whole list, as it now is.

        A document that no longer fits the filter stays in place until the
        filter is changed, so that the list does not jump while it is worked on.
        """
        if document_id is None or self._source is None:
            self._load()
            return
        self.model.update(self._source.row(document_id))
        self._show_counts()

    def select(self, document_id: DocumentId | None) -> None:
        """Mark a document as the open one and scroll to it; tells nobody."""
        self._current = document_id
        self._browse.stop()
        self.table.clearSelection()
        if document_id is not None and self._source is not None:
            self.model.seek(self._source.row(document_id))

    def current(self) -> DocumentId | None:
        """Return the document that is marked as the open one."""
        return self._current

    def selected_count(self) -> int:
        """Return how many documents are selected."""
        return sum(last - first + 1 for first, last in self.table.stretches())

    def selected(self) -> list[DocumentId]:
        """Return the documents that are selected, in the order of the list."""
        stretches = self.table.stretches()
        return [i for ends in stretches for i in self.model.between(*ends)]

    def filter(self) -> DocumentFilter:
        """Return the filter that the list is under."""
        return self.model.where

    def set_filter(self, where: DocumentFilter) -> None:
        """Put the list under another filter; tells nobody."""
        self.bar.set_filter(where)
        if where != self.model.where:
            self.model.load(self._source, where)
            self._after_load(far=False)

    def focus_search(self) -> None:
        """Put the caret into the search field."""
        self.bar.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.bar.search.selectAll()

    # Inside -------------------------------------------------------------------

    def _load(self) -> None:
        top = self.table.verticalScrollBar().value()
        self.model.load(self._source, self.model.where)
        self._after_load(far=True)
        self.table.verticalScrollBar().setValue(top)

    def _after_load(self, *, far: bool) -> None:
        self._browse.stop()
        self._show_counts()
        if self._current is not None and self._source is not None:
            self.model.seek(self._source.row(self._current), far=far)

    def _note_top(self) -> None:
        if self.model.searching or self.model.rowCount():
            self._top = self.table.verticalScrollBar().value()

    def _on_found(self) -> None:
        self._show_counts()
        self.table.verticalScrollBar().setValue(self._top)

    def _on_not_found(self, error: Exception) -> None:
        self._show_counts()
        present(self.window(), error)

    def _show_counts(self) -> None:
        counts = self._source.status_counts() if self._source else {}
        self._total = sum(counts.values())
        self.bar.set_counts(counts)
        self.bar.setEnabled(self._total > 0)
        shown = self.model.rowCount()
        all_of_them = self.model.where == EVERYTHING
        part = "" if all_of_them else tr("{shown:,} of ", shown=shown)
        if self.model.searching and not shown:
            part = tr("Searching ")
        self._count.setText(f"{part}{counting.articles(self._total)}")
        self._count.setVisible(self._total > 0)
        self._stack.setCurrentWidget(self.table if shown else self.empty)
        if not shown:
            self._explain()

    def _explain(self) -> None:
        if self._source is None:
            self.empty.show_text(tr("No project is open."), "")
        elif self.model.searching:
            self.empty.show_text(tr("Searching…"), "")
        elif self._total:
            self.empty.show_text(
                tr("Nothing matches the filter."), tr("Clear the filter")
            )
        else:
            text = tr("No articles yet.\nDrop files or folders here, or import them.")
            self.empty.show_text(text, tr("Import…"))

    def _on_empty(self) -> None:
        if self._total:
            self.bar.set_filter(EVERYTHING)
            self._on_filter(EVERYTHING)
        else:
            self.import_requested.emit()

    def _on_filter(self, where: DocumentFilter) -> None:
        self.set_filter(where)
        if self._current is None:
            self.table.scrollToTop()
        self.filter_changed.emit(where)

    def _on_located(self, document_id: str, number: int) -> None:
        if document_id != self._current:
            return
        index = self.model.index(number, 0)
        self.table.setCurrentIndex(index)
        self.table.scrollTo(index)

    def _on_browsed(self) -> None:
        self._browse.start()

    def _on_menu(self, place: QPoint) -> None:
        index = self.table.indexAt(place)
        row = self.model.document(index.row()) if index.isValid() else None
        if row is not None:
            self.menu_requested.emit(row.id, self.table.viewport().mapToGlobal(place))

    def _choose_current(self) -> None:
        if self.selected_count() > 1:
            return  # somebody has gone on to select more
        self._choose(self.table.currentIndex().row())

    def _choose(self, number: int) -> None:
        self._browse.stop()
        row = self.model.document(number)
        if row is not None:
            self._current = row.id
            self.document_chosen.emit(row.id)

    # Drag and drop --------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files, folders and links."""
        if self._source is not None and places_in(event.mimeData()):
            set_role(self._frame, "drop")
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Forget what was held over the list."""
        set_role(self._frame, "")

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand the files on."""
        set_role(self._frame, "")
        paths = places_in(event.mimeData())
        if self._source is not None and paths:
            event.acceptProposedAction()
            self.files_dropped.emit(paths)
