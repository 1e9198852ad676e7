"""What the labels of other tools become, tried on the files while one chooses."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QSplitter,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from annotator.domain.errors import AnnotatorError
from annotator.domain.schema import Schema
from annotator.domain.wording import noop, number, tr, trn, within
from annotator.services import import_mapping
from annotator.services.import_mapping import (
    SKIP,
    Inventory,
    LabelMap,
    Trial,
    try_mapping,
)
from annotator.ui.dialogs.form import FormDialog
from annotator.ui.importing.mapping_model import (
    BECOMES,
    COUNT,
    EXAMPLE,
    NAME,
    NameDelegate,
    NameModel,
)
from annotator.ui.screen import fit_to_screen
from annotator.ui.tables import Index, TitledModel
from annotator.ui.theme import Space, set_role

_EXPLANATION = noop(
    "Choose what each label becomes; several selected rows are changed at once. "
    "A label that the schema lacks is added to it: type entity:LABEL."
)
_FILTER = noop("Mappings (*.toml)")
_TRIAL_DELAY_MS = 150
_ROW = 28
_NARROW = 820


class MappingDialog(FormDialog):
    """Asks what the names in the files become.

    Signals:
        chosen: The ``LabelMap``.
    """

    chosen = Signal(object)

    def __init__(
        self,
        inventory: Inventory,
        schema: Schema,
        mapping: LabelMap,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            tr("Labels of other tools"), tr(_EXPLANATION), tr("Use these"), parent
        )
        self._inventory = inventory
        self.model = NameModel(list(inventory.names.values()), schema, mapping, self)
        self.rest = QComboBox()
        self.rest.setAccessibleName(tr("What all other labels become"))
        self.rest.addItem(tr("entities with their own label"), import_mapping.ENTITY)
        self.rest.addItem(tr("nothing: they are left out"), SKIP)
        for kind in schema.kinds:
            if kind.name != import_mapping.ENTITY:
                title = tr("{title} with their own label", title=within(kind.title))
                self.rest.addItem(title, kind.name)
        self._show_rest()
        self.rest.activated.connect(self._take_rest)
        self.fields.addRow(tr("All other &labels become"), self.rest)
        self.table = self._table()
        self.trial = TrialModel(self)
        self._preview_title = QLabel()
        self._preview_title.setWordWrap(True)
        self.losses = QLabel()
        self._halves = QSplitter(Qt.Orientation.Horizontal)
        self._trial_timer = QTimer(self, singleShot=True, interval=_TRIAL_DELAY_MS)
        self._trial_timer.timeout.connect(self._try)
        self._lay_out()
        self.model.changed.connect(self._trial_timer.start)
        self.model.refused.connect(self.show_problem)
        self._try()
        self.resize(1040, 640)
        fit_to_screen(self)

    def _table(self) -> QTableView:
        table = QTableView()
        table.setModel(self.model)
        table.setItemDelegate(NameDelegate(table))
        table.setAccessibleName(tr("Labels in the files and what they become"))
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(_ROW)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        triggers = QAbstractItemView.EditTrigger
        table.setEditTriggers(
            triggers.DoubleClicked
            | triggers.EditKeyPressed
            | triggers.AnyKeyPressed
            | triggers.SelectedClicked
        )
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        for column in (EXAMPLE, BECOMES):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        for column, width in ((NAME, 150), (COUNT, 60)):
            table.setColumnWidth(column, width)
        if self.model.rowCount():
            table.setCurrentIndex(self.model.index(0, BECOMES))
        return table

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(Space.S)
        for text, tip, handler in (
            (
                tr("Guess"),
                tr("Let well-known labels become what they mean"),
                self.model.guess,
            ),
            (tr("Load…"), tr("Take a mapping from a file"), self._ask_load),
            (
                tr("Save as…"),
                tr("Write this mapping to a file, for --map"),
                self._ask_save,
            ),
        ):
            button = QPushButton(text)
            button.setToolTip(tip)
            button.setAutoDefault(False)
            button.clicked.connect(handler)
            buttons.addWidget(button)
        buttons.addStretch(1)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, Space.S, 0)
        column.addWidget(self.table, 1)
        column.addLayout(buttons)
        self._halves.setChildrenCollapsible(False)
        self._halves.addWidget(left)
        self._halves.addWidget(self._preview())
        self._halves.setStretchFactor(0, 3)
        self._halves.setStretchFactor(1, 1)
        self.add_above_buttons(self._halves, stretch=1)

    def _preview(self) -> QWidget:
        set_role(self._preview_title, "caption")
        self.losses.setWordWrap(True)
        self.losses.setTextFormat(Qt.TextFormat.PlainText)
        set_role(self.losses, "warning")
        results = QTableView()
        results.setModel(self.trial)
        results.setAccessibleName(tr("What that makes"))
        results.verticalHeader().hide()
        results.verticalHeader().setDefaultSectionSize(_ROW - 4)
        results.setShowGrid(False)
        results.setTabKeyNavigation(False)
        results.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        header = results.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        right = QWidget()
        right.setMinimumWidth(200)
        column = QVBoxLayout(right)
        column.setContentsMargins(Space.S, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(self._preview_title)
        column.addWidget(results, 1)
        column.addWidget(self.losses)
        return right

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the preview below the labels where there is no room beside them."""
        super().resizeEvent(event)
        narrow = event.size().width() < _NARROW
        way = Qt.Orientation.Vertical if narrow else Qt.Orientation.Horizontal
        self._halves.setOrientation(way)

    def mapping(self) -> LabelMap:
        """Return what was chosen."""
        return self.model.mapping

    def _show_rest(self) -> None:
        place = self.rest.findData(self.model.mapping.default)
        if place < 0:
            self.rest.addItem(self.model.mapping.default, self.model.mapping.default)
            place = self.rest.count() - 1
        self.rest.setCurrentIndex(place)

    def _take_rest(self) -> None:
        default = self.rest.currentData()
        self.model.set_mapping(replace(self.model.mapping, default=default))

    def _try(self) -> None:
        trial = try_mapping(self._inventory.sample, self.model.mapping)
        self.trial.show(trial)
        whole = self._inventory.sampled
        articles = (
            tr("all articles")
            if whole
            else trn(
                "the first article with marks",
                "the first {n:,} articles with marks",
                trial.documents,
            )
        )
        self._preview_title.setText(tr("That makes, in {articles}:", articles=articles))
        losses = len(trial.losses)
        things = trn("{n:,} thing", "{n:,} things", losses)
        self.losses.setVisible(bool(losses))
        if losses:
            self.losses.setText(
                tr(
                    "{things} cannot be kept. {losses}",
                    things=things,
                    losses=trial.losses[0],
                )
            )
            self.losses.setToolTip("\n".join(trial.losses[:20]))

    def _ask_load(self) -> None:
        dialog = QFileDialog(self, tr("Load a mapping"), "", tr(_FILTER))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.load)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def load(self, name: str) -> None:
        """Take a mapping from a file; one that is wrong changes nothing."""
        try:
            mapping = import_mapping.read_mapping(Path(name))
        except AnnotatorError as error:
            self.show_problem(str(error))
            return
        self.show_problem("")
        self.model.set_mapping(mapping)
        self._show_rest()

    def _ask_save(self) -> None:
        dialog = QFileDialog(self, tr("Save the mapping"), "mapping.toml", tr(_FILTER))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("toml")
        dialog.fileSelected.connect(self.save)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def save(self, name: str) -> None:
        """Write the mapping to a file."""
        try:
            import_mapping.write_mapping(self.model.mapping, Path(name))
        except AnnotatorError as error:
            self.show_problem(str(error))

    def submit(self) -> None:
        """Emit the mapping."""
        self.chosen.emit(self.model.mapping)
        self.accept()


class TrialModel(TitledModel):
    """How many annotations, parts and links a mapping makes."""

    titles = (noop("Annotations"), noop("Count"))
    numbers = frozenset((1,))

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[tuple[str, int]] = []

    def show(self, trial: Trial) -> None:
        """Show what came of a trial, kind by kind."""
        self.beginResetModel()
        self.rows = []
        for kind in sorted({kind for kind, _ in trial.marks}):
            labels = [(k[1], n) for k, n in trial.marks.most_common() if k[0] == kind]
            self.rows += [(f"{kind}: {label}", count) for label, count in labels]
            roles = [(k[1], n) for k, n in trial.parts.most_common() if k[0] == kind]
            if len(roles) > 1:
                self.rows += [
                    (tr("      with {role}", role=role), n) for role, n in roles
                ]
        self.rows += [
            (tr("link {name}", name=name), n) for name, n in trial.links.most_common()
        ]
        self.endResetModel()

    def data(
        self,
        index: Index,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Return what a cell says."""
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self.alignment(index.column())
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        name, count = self.rows[index.row()]
        return number(count) if index.column() else name
