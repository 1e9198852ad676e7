"""Importing: what is read, one look before, whose annotations it brings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QWidget,
)

from annotator.domain.schema import Schema
from annotator.domain.wording import noop, number, tr
from annotator.services.choices import ROLE_TITLES, input_formats
from annotator.services.gathering import Fetch, once
from annotator.services.import_mapping import NOTHING, LabelMap, Sort, target_of
from annotator.services.importing import ImportRequest
from annotator.services.project import GOLD
from annotator.ui.dialogs.form import FormDialog
from annotator.ui.importing.columns_dialog import ColumnsDialog, ToldColumns
from annotator.ui.importing.look_panel import LookPanel
from annotator.ui.importing.source_list import SourceList
from annotator.ui.theme import Space, set_role

if TYPE_CHECKING:
    from annotator.services.import_look import ImportLook
    from annotator.ui.importing.dropped import Place

_LOOK_DELAY_MS = 250
_LEAST_HEIGHT = 660


class Destination(Enum):
    """Where annotations that the files bring along go."""

    AS_NAMED = noop("Each annotator that the files name")
    SOMEBODY = noop("One annotator:")
    GOLD = noop("The settled layer (gold)")
    SUGGESTIONS = noop("Suggestions to decide on")


@dataclass(frozen=True, slots=True)
class ImportSetting:
    """What the dialog must know.

    Attributes:
        project: The project's file.
        people: Annotators to choose from.
        annotator: Who is working.
        get: Fetches a page of the web.
    """

    project: Path
    schema: Schema
    people: Sequence[str] = ()
    annotator: str = ""
    get: Fetch | None = None


class ImportDialog(FormDialog):
    """Asks what to import and where its annotations go, and shows what that brings.

    Signals:
        chosen: The places, an ``ImportRequest``, and what fetches pages.
    """

    chosen = Signal(object, object, object)

    def __init__(
        self,
        places: Sequence[Place],
        setting: ImportSetting,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tr("Import articles"), "", tr("Import"), parent)
        self._setting = setting
        # A page is asked for once, however often it is looked at.
        self._get = once(setting.get) if setting.get else once()
        self._mapping: LabelMap = NOTHING
        self._columns = ToldColumns()
        self.found: ImportLook | None = None
        self.sources = SourceList()
        self.format = QComboBox()
        self.format.addItem(tr("Tell by each file"), "auto")
        for found in input_formats():
            self.format.addItem(found.title, found.name)
        self.format.setAccessibleName(tr("Format"))
        self.destination = QComboBox()
        self.destination.setAccessibleName(tr("What annotations become"))
        for destination in Destination:
            self.destination.addItem(tr(destination.value), destination)
        self.annotator = QComboBox()
        self.annotator.setEditable(True)
        self.annotator.addItems(list(setting.people))
        self.annotator.setEditText(setting.annotator)
        self.annotator.setAccessibleName(tr("Annotator"))
        self.annotator.hide()
        self.labels = _Choosing(tr("Choose…"), tr("Choose what the labels become"))
        self.columns = _Choosing(tr("Choose…"), tr("Choose which column is what"))
        self.look = LookPanel(setting.project)
        self._timer = QTimer(self, singleShot=True, interval=_LOOK_DELAY_MS)
        self._lay_out()
        self._connect()
        self.sources.add(places)
        self.resize(820, _LEAST_HEIGHT)
        # Sentences that wrap ask for no height: the files must not pay for them.
        self.setMinimumHeight(_LEAST_HEIGHT)
        if not places:
            self.sources.add_files.setFocus()

    def _lay_out(self) -> None:
        holder = QWidget()
        holder.setFocusProxy(self.destination)
        where = QHBoxLayout(holder)
        where.setContentsMargins(0, 0, 0, 0)
        where.setSpacing(Space.S)
        where.addWidget(self.destination, 1)
        where.addWidget(self.annotator, 1)
        self.fields.addRow(tr("Files"), self.sources)
        self.fields.addRow(tr("For&mat"), self.format)
        self.fields.addRow(tr("&Annotations"), holder)
        self.fields.addRow(tr("Columns"), self.columns)
        self.fields.addRow(tr("Labels"), self.labels)
        self.fields.setRowVisible(self.columns, False)
        self.fields.setRowVisible(self.labels, False)
        self.add_above_buttons(self.look, stretch=1)

    def _connect(self) -> None:
        self.destination.currentIndexChanged.connect(self._show_annotator)
        self.sources.changed.connect(self._look_soon)
        self.format.currentIndexChanged.connect(self._look_soon)
        self.columns.button.clicked.connect(self.choose_columns)
        self.labels.button.clicked.connect(self.choose_labels)
        self.look.looked.connect(self._on_looked)
        self._timer.timeout.connect(self._look)

    def add(self, places: Sequence[Place]) -> None:
        """Add files, folders and web addresses, none of them twice."""
        self.sources.add(places)

    def places(self) -> list[Place]:
        """Return what is to be imported."""
        return self.sources.places()

    def request(self) -> ImportRequest:
        """Return how to import."""
        destination: Destination = self.destination.currentData()
        names = {
            Destination.SOMEBODY: self.annotator.currentText().strip(),
            Destination.GOLD: GOLD,
        }
        return ImportRequest(
            self.format.currentData(),
            names.get(destination, ""),
            destination is Destination.SUGGESTIONS,
            replace(self._mapping, witness=None),
            self._columns.everywhere,
            left_out=self.look.copies.left_out(),
            columns_of=self._columns.by_file,
        )

    def submit(self) -> None:
        """Emit the choice, unless something is missing."""
        if not self.places():
            self.show_problem(tr("Add at least one file, folder or web address."))
        elif (
            self.destination.currentData() is Destination.SOMEBODY
            and not self.annotator.currentText().strip()
        ):
            self.show_problem(tr("Name the annotator."))
        else:
            self.chosen.emit(self.places(), self.request(), self._get)
            self.accept()

    def done(self, result: int) -> None:
        """Forget a look that is under way."""
        self._timer.stop()
        self.look.drop()
        super().done(result)

    # -- looking -------------------------------------------------------------

    def _look_soon(self) -> None:
        if self.places() and self.problem.text():
            self.show_problem("")
        self._timer.start()

    def _look(self) -> None:
        self.look.look(self.places(), self.request(), self._get)

    def _on_looked(self, found: ImportLook | None) -> None:
        self.found = found
        tables = found.tables if found else {}
        names = found.inventory.names if found else {}
        self.fields.setRowVisible(self.columns, bool(tables))
        self.fields.setRowVisible(self.labels, bool(names))
        self._describe()

    def _describe(self) -> None:
        """Say in a line each what columns and labels are taken for."""
        if self.found is None:
            return
        tables = self.found.tables.values()
        wanting = next((t for t in tables if "text" not in t.chosen), None)
        shown = wanting or next(iter(tables), None)
        said = shown.chosen.items() if shown else ()
        self.columns.say(
            " · ".join(f"{tr(ROLE_TITLES[role])}: {name}" for role, name in said)
            if wanting is None
            else tr("No column looks like the text of articles: choose it."),
            role="muted" if wanting is None else "warning",
        )
        names = [n for n in self.found.inventory.names.values() if n.sort is Sort.LABEL]
        silent = [name for name in names if not target_of(self._mapping, name)]
        rest = (
            tr("are left out")
            if self._mapping.default == "skip"
            else tr("become labels of kind {default}", default=self._mapping.default)
        )
        mapped = len(names) - len(silent)
        self.labels.say(
            tr(
                "{number:,} of another tool: {mapped:,} chosen",
                number=len(names),
                mapped=mapped,
            )
            + (f", {number(len(silent))} {rest}" if silent else "")
        )

    # -- columns and labels ----------------------------------------------------

    def choose_columns(self) -> None:
        """Ask which column is what."""
        if self.found is None or not self.found.tables:
            return
        dialog = ColumnsDialog(self.found.tables, self._columns, self)
        dialog.chosen.connect(self.set_columns)
        dialog.open()

    def set_columns(self, columns: ToldColumns) -> None:
        """Take columns, and look again with them."""
        self._columns = columns
        self._look_soon()

    def choose_labels(self) -> None:
        """Ask what the labels of other tools become."""
        if self.found is None:
            return
        from annotator.ui.importing.mapping_dialog import MappingDialog

        dialog = MappingDialog(
            self.found.inventory, self._setting.schema, self._mapping, self
        )
        dialog.chosen.connect(self.set_mapping)
        dialog.open()

    def set_mapping(self, mapping: LabelMap) -> None:
        """Take a mapping, and look again with it."""
        self._mapping = mapping
        self._describe()
        self._look_soon()

    def _show_annotator(self) -> None:
        wanted = self.destination.currentData() is Destination.SOMEBODY
        self.annotator.setVisible(wanted)


class _Choosing(QWidget):
    """A line that says what is so now, and a button to change it."""

    def __init__(self, text: str, tip: str) -> None:
        super().__init__()
        self.said = QLabel()
        self.said.setWordWrap(True)
        set_role(self.said, "muted")
        self.button = QPushButton(text)
        self.button.setToolTip(tip)
        self.button.setAccessibleName(tip)
        self.button.setAutoDefault(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        row.addWidget(self.said, 1)
        row.addWidget(self.button)

    def say(self, sentence: str, role: str = "muted") -> None:
        """Show what is so now."""
        set_role(self.said, role)
        # Where a role has room around its words, it is to be measured anew.
        self.said.setText("")
        self.said.setText(sentence)
