"""The files, folders and web addresses that are to be imported."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QKeyEvent,
    QKeySequence,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from annotator.domain.wording import noop, tr
from annotator.services.choices import input_formats
from annotator.services.gathering import as_path
from annotator.ui.importing.dropped import Place, places_in
from annotator.ui.theme import Space, add_clear_button, set_role

_HEIGHT = 96
_EMPTY = noop(
    "Nothing yet. Add files, a folder, an archive or a web address, or drop them here."
)


class SourceList(QWidget):
    """A list to add to and to remove from, with a field for a web address.

    Signals:
        changed: The list is another one now.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        self._folder = ""
        self.list = QListWidget()
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setAccessibleName(tr("Files, folders and web addresses to import"))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.list.installEventFilter(self)
        self._empty = QLabel(tr(_EMPTY))
        self._empty.setWordWrap(True)
        self._empty.setContentsMargins(Space.S, Space.S, Space.S, Space.S)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        set_role(self._empty, "muted")
        self._pages = QStackedWidget()
        self._pages.setFixedHeight(_HEIGHT)
        set_role(self._pages, "card")
        self._pages.setContentsMargins(Space.XS, Space.XS, Space.XS, Space.XS)
        self._pages.addWidget(self._empty)
        self._pages.addWidget(self.list)
        self.address = QLineEdit()
        self.address.setPlaceholderText(tr("https://… the address of an article"))
        self.address.setAccessibleName(tr("Web address"))
        add_clear_button(self.address)
        self.address.installEventFilter(self)
        self.add_address = _button(tr("Add address"), self._add_address)
        self.add_address.setEnabled(False)
        self.add_files = _button(tr("Add files…"), self._add_files)
        self.remove = _button(tr("Remove"), self._remove)
        self.remove.setEnabled(False)
        self.address.textChanged.connect(self._address_changed)
        self.list.itemSelectionChanged.connect(self._selection_changed)
        self._lay_out()

    def _lay_out(self) -> None:
        buttons = QVBoxLayout()
        buttons.setSpacing(Space.XS)
        buttons.addWidget(self.add_files)
        buttons.addWidget(_button(tr("Add folder…"), self._add_folder))
        buttons.addWidget(self.remove)
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        row.addWidget(self._pages, 1)
        row.addLayout(buttons)
        web = QHBoxLayout()
        web.setSpacing(Space.S)
        web.addWidget(self.address, 1)
        web.addWidget(self.add_address)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addLayout(row)
        column.addLayout(web)

    def places(self) -> list[Place]:
        """Return what is listed; a web address as text."""
        return [as_path(self.list.item(i).text()) for i in range(self.list.count())]

    def add(self, places: Sequence[Place]) -> None:
        """Add to the list, nothing twice."""
        known = {str(place) for place in self.places()}
        new = [p for p in dict.fromkeys(map(str, places)) if p not in known]
        for name in new:
            item = QListWidgetItem(name)
            item.setToolTip(name)
            self.list.addItem(item)
        for place in places:
            if isinstance(place, Path):
                self._folder = str(place.parent)
        if new:
            self._show()

    def _show(self) -> None:
        self._pages.setCurrentIndex(1 if self.list.count() else 0)
        self.changed.emit()

    def _selection_changed(self) -> None:
        self.remove.setEnabled(bool(self.list.selectedItems()))

    def _address_changed(self, text: str) -> None:
        self.add_address.setEnabled(bool(text.strip()))

    def _add_address(self) -> None:
        text = self.address.text().strip()
        if text:
            whole = text if "://" in text else f"https://{text}"
            self.address.clear()
            self.add([whole])

    def _add_files(self) -> None:
        patterns = [f"*{s}" for found in input_formats() for s in found.suffixes]
        patterns += ["*.zip", "*.gz", "*.tgz", "*.tar"]
        names = tr(
            "Articles ({fromkeys});;All files (*)",
            fromkeys=" ".join(dict.fromkeys(patterns)),
        )
        dialog = QFileDialog(self, tr("Add files"), self._folder, names)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        self._ask(dialog)

    def _add_folder(self) -> None:
        dialog = QFileDialog(self, tr("Add folder"), self._folder)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        self._ask(dialog)

    def _ask(self, dialog: QFileDialog) -> None:
        dialog.filesSelected.connect(self._add_names)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _add_names(self, names: Sequence[str]) -> None:
        self.add([Path(name) for name in names])

    def _remove(self) -> None:
        chosen = self.list.selectedItems()
        for item in chosen:
            self.list.takeItem(self.list.row(item))
        if chosen:
            self._show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take Delete in the list, and Return in the address field, which adds."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if watched is self.list and event.matches(QKeySequence.StandardKey.Delete):
                self._remove()
                return True
            enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
            if watched is self.address and enter and self.address.text().strip():
                self._add_address()
                return True
        return super().eventFilter(watched, event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files, folders and links."""
        if places_in(event.mimeData()):
            set_role(self._pages, "drop")
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Forget what was held over the list."""
        set_role(self._pages, "card")

    def dropEvent(self, event: QDropEvent) -> None:
        """Add what was dropped."""
        set_role(self._pages, "card")
        event.acceptProposedAction()
        self.add(places_in(event.mimeData()))


def _button(text: str, handler: object) -> QPushButton:
    button = QPushButton(text)
    button.setAutoDefault(False)
    button.clicked.connect(handler)
    return button
