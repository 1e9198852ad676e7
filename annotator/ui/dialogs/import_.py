"""Importing: which files, how to read them, whose annotations they hold."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from annotator.services.choices import input_formats
from annotator.services.importing import ImportRequest
from annotator.services.project import GOLD
from annotator.ui.dialogs.form import FormDialog
from annotator.ui.theme import Space, set_role


class Destination(Enum):
    """Where annotations that the files bring along go."""

    AS_NAMED = "Each annotator that the files name"
    SOMEBODY = "One annotator:"
    GOLD = "The settled layer (gold)"
    SUGGESTIONS = "Suggestions to decide on"


class ImportDialog(FormDialog):
    """Asks what to import and where its annotations go.

    Signals:
        chosen: The paths and an ``ImportRequest``.
    """

    chosen = Signal(object, object)

    def __init__(
        self, paths: Sequence[Path], annotator: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            "Import articles",
            "An article that the project holds already is not doubled; annotations "
            "in the files are added to it.",
            "Import",
            parent,
        )
        self._folder = ""
        self.list = QListWidget()
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setAccessibleName("Files and folders to import")
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self._empty = QLabel("No files yet. Add some, or drop them on the window.")
        self._empty.setContentsMargins(Space.S, Space.S, Space.S, Space.S)
        set_role(self._empty, "muted")
        self._pages = QStackedWidget()
        self._pages.setFixedHeight(108)
        set_role(self._pages, "card")
        self._pages.addWidget(self._empty)
        self._pages.addWidget(self.list)
        self.format = QComboBox()
        self.format.addItem("Tell by each file", "auto")
        for found in input_formats():
            self.format.addItem(found.title, found.name)
        self.destination = QComboBox()
        for destination in Destination:
            self.destination.addItem(destination.value, destination)
        self.annotator = QLineEdit(annotator)
        self.annotator.setAccessibleName("Annotator")
        self.annotator.hide()
        self.destination.currentIndexChanged.connect(self._show_annotator)
        self._lay_out()
        self.add(paths)

    def _lay_out(self) -> None:
        buttons = QVBoxLayout()
        buttons.setSpacing(Space.XS)
        for text, handler in (
            ("Add files…", self._add_files),
            ("Add folder…", self._add_folder),
            ("Remove", self._remove),
        ):
            button = QPushButton(text)
            button.setAutoDefault(False)
            button.clicked.connect(handler)
            buttons.addWidget(button)
        buttons.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        row.addWidget(self._pages, 1)
        row.addLayout(buttons)
        where = QVBoxLayout()
        where.setSpacing(Space.XS)
        where.addWidget(self.destination)
        where.addWidget(self.annotator)
        self.fields.addRow("Files", row)
        self.fields.addRow("For&mat", self.format)
        self.fields.addRow("Annotations", where)

    def add(self, paths: Sequence[Path]) -> None:
        """Add files and folders to the list, none of them twice."""
        known = {str(path) for path in self.paths()}
        for path in paths:
            if str(path) not in known:
                self.list.addItem(str(path))
                self._folder = str(path.parent)
        self._pages.setCurrentIndex(1 if self.list.count() else 0)
        if self.list.count():
            self.show_problem("")

    def paths(self) -> list[Path]:
        """Return the files and folders listed."""
        return [Path(self.list.item(i).text()) for i in range(self.list.count())]

    def request(self) -> ImportRequest:
        """Return how to import."""
        destination: Destination = self.destination.currentData()
        names = {
            Destination.SOMEBODY: self.annotator.text().strip(),
            Destination.GOLD: GOLD,
        }
        return ImportRequest(
            self.format.currentData(),
            names.get(destination, ""),
            destination is Destination.SUGGESTIONS,
        )

    def submit(self) -> None:
        """Emit the choice, unless something is missing."""
        if not self.paths():
            self.show_problem("Add at least one file or folder.")
        elif (
            self.destination.currentData() is Destination.SOMEBODY
            and not self.annotator.text().strip()
        ):
            self.show_problem("Name the annotator.")
        else:
            self.chosen.emit(self.paths(), self.request())
            self.accept()

    def _show_annotator(self) -> None:
        wanted = self.destination.currentData() is Destination.SOMEBODY
        self.annotator.setVisible(wanted)

    def _add_files(self) -> None:
        patterns = [f"*{s}" for found in input_formats() for s in found.suffixes]
        names = f"Articles ({' '.join(dict.fromkeys(patterns))});;All files (*)"
        dialog = QFileDialog(self, "Add files", self._folder, names)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        self._ask(dialog)

    def _add_folder(self) -> None:
        dialog = QFileDialog(self, "Add folder", self._folder)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        self._ask(dialog)

    def _ask(self, dialog: QFileDialog) -> None:
        dialog.filesSelected.connect(self._add_names)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _add_names(self, names: Sequence[str]) -> None:
        self.add([Path(name) for name in names])

    def _remove(self) -> None:
        for item in self.list.selectedItems():
            self.list.takeItem(self.list.row(item))
        self._pages.setCurrentIndex(1 if self.list.count() else 0)
