"""The schema of the open project: what may be marked, and how it is offered."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QDateTime, QLocale, QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from annotator.domain.errors import AnnotatorError
from annotator.domain.schema import Schema
from annotator.domain.schema_toml import dump_schema, load_schema
from annotator.domain.wording import noop, tr, trn
from annotator.services import schema_changes, schema_editing
from annotator.services.project import Project
from annotator.services.schema_changes import FormerSchema, Misfit, SchemaLook
from annotator.ui.dialogs.form import FormDialog
from annotator.ui.schema.form import SchemaForm
from annotator.ui.schema.model import Row, SchemaModel
from annotator.ui.tables import prepare_figures
from annotator.ui.theme import Space, set_role

FILES = noop("Schemas (*.toml)")
_MOST_FORMER = 12
FITS = noop("All work fits the schema.")


class LookDialog(FormDialog):
    """Says what a schema means for the work, before it is taken.

    Signals:
        agreed: It is to be taken.
    """

    agreed = Signal()

    def __init__(self, look: SchemaLook, parent: QWidget | None = None) -> None:
        super().__init__(
            tr("Take this schema"),
            tr(
                "All work is kept. What the schema does not know is drawn plainly, can "
                "be edited, and is exported. A backup is made first, and you can go "
                "back."
            ),
            tr("Take it"),
            parent,
        )
        self.list = QListWidget()
        self.list.setAccessibleName(tr("What it means for the work"))
        self.list.setMinimumHeight(160)
        self.list.setWordWrap(True)
        self.list.addItems(list(schema_changes.look_lines(look)))
        self.add_above_buttons(self.list, stretch=1)

    def submit(self) -> None:
        """Take it."""
        self.agreed.emit()
        self.accept()


class NewLabelDialog(FormDialog):
    """Asks for the name of a new label.

    Signals:
        named: What was typed.
    """

    named = Signal(str)

    def __init__(self, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(
            tr("Add a label: {kind}", kind=kind),
            tr(
                "Its name stands in exports. It may be changed later; what was marked "
                "with it goes along."
            ),
            tr("Add"),
            parent,
        )
        self.name = QLineEdit()
        self.name.setAccessibleName(tr("Name"))
        self.fields.addRow(tr("&Name"), self.name)
        self.name.setFocus()

    def submit(self) -> None:
        """Emit the name, unless there is none."""
        name = self.name.text().strip()
        self.show_problem("" if name else tr("Type a name."))
        if name:
            self.named.emit(name)
            self.accept()


class SchemaDialog(FormDialog):
    """Edits a draft of the schema, which is taken as a whole.

    Signals:
        chosen: The ``Schema`` to take.
        place_wanted: A ``schema_changes.Place`` to look at.
    """

    chosen = Signal(object)
    place_wanted = Signal(object)

    def __init__(self, project: Project, parent: QWidget | None = None) -> None:
        super().__init__(tr("Schema"), "", tr("Take it…"), parent)
        self._project = project
        self.draft: Schema = project.schema
        self.model = SchemaModel(schema_changes.label_counts(project), self)
        self.table = QTableView()
        self.form = SchemaForm()
        self.misfits = QListWidget()
        self._misfits_title = QLabel()
        self.resize(900, 640)
        self._prepare_table()
        self._buttons()
        self._lay_out()
        self.form.changed.connect(self._change)
        self.form.renamed.connect(self._rename)
        self.misfits.itemActivated.connect(self._go_to)
        self.set_draft(project.schema)
        self._show_misfits(schema_changes.misfits(project))

    def _prepare_table(self) -> None:
        self.table.setModel(self.model)
        self.table.setAccessibleName(tr("Kinds and labels"))
        prepare_figures(self.table)
        across = self.table.horizontalHeader()
        across.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        across.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.table.selectionModel().currentRowChanged.connect(self._on_row)

    def _buttons(self) -> None:
        self.add = self._button(tr("&Add label…"), self._ask_new)
        self.retire = self._button(tr("&Retire"), self._retire)
        self.remove = self._button(tr("Remo&ve"), self._remove)
        self.former = self._button(tr("&Former schema"), self._ask_former)
        for button in (
            self._button(tr("&Open a file…"), self._ask_file),
            self._button(tr("&Save as a file…"), self._ask_target),
            self.former,
        ):
            self.buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)

    def _button(self, text: str, call: Callable[[], None]) -> QPushButton:
        button = QPushButton(text)
        button.setAutoDefault(False)
        button.clicked.connect(partial(_call, call))
        return button

    def _lay_out(self) -> None:
        under = QHBoxLayout()
        for button in (self.add, self.retire, self.remove):
            under.addWidget(button)
        under.addStretch(1)
        left = QVBoxLayout()
        left.setSpacing(Space.S)
        left.addWidget(self.table, 1)
        left.addLayout(under)
        across = QHBoxLayout()
        across.addLayout(left, 3)
        across.addWidget(self.form, 2)
        self.misfits.setAccessibleName(tr("Not in the schema"))
        self.misfits.setMaximumHeight(110)
        set_role(self._misfits_title, "caption")
        self.add_above_buttons(across, stretch=1)
        self.add_above_buttons(self._misfits_title)
        self.add_above_buttons(self.misfits)

    # -- the draft ---------------------------------------------------------

    def set_draft(self, schema: Schema, key: tuple[str, str] = ("", "")) -> None:
        """Edit another draft; nothing is taken yet."""
        self.draft = schema
        self.model.set_schema(schema)
        self._select(key)
        there = bool(list(schema_changes.former_schemas(self._project)))
        self.former.setEnabled(there)

    def row(self) -> Row | None:
        """Return what is edited."""
        return self.form.row

    def _on_row(self, current: QModelIndex) -> None:
        key = self.model.rows[current.row()].key if current.isValid() else ("", "")
        self.form.commit()
        self._select(key)

    def _select(self, key: tuple[str, str]) -> None:
        """Show a kind or label in the form."""
        number = self.model.row_of(key)
        selection = self.table.selectionModel()
        selection.blockSignals(True)
        self.table.selectRow(number)
        selection.blockSignals(False)
        self.table.viewport().update()
        row = self.model.rows[number]
        self.form.show_problem("")
        self.form.show_row(row)
        label = row.label
        self.retire.setEnabled(label is not None)
        retired = label is not None and label.retired
        self.retire.setText(tr("Bring &back") if retired else tr("&Retire"))
        unused = label is not None and not self.model.count(row)
        self.remove.setEnabled(unused)
        self.remove.setToolTip(
            "" if unused else tr("What is in use can only be retired.")
        )

    def _edit(self, draft: Schema, key: tuple[str, str]) -> None:
        """Take a change of the draft, and go on with the same thing."""
        self.draft = draft
        self.model.set_schema(draft)
        self.form.keep(self.model.rows[self.model.row_of(key)])

    def _change(self, name: str, value: object) -> None:
        row = self.row()
        if row is None:
            return
        kind, label = row.key
        if not label:
            self._edit(
                schema_editing.with_kind(self.draft, kind, **{name: value}), row.key
            )
            return
        if name == "key":
            said = schema_editing.key_conflict(self.draft, kind, label, str(value))
            self.form.show_problem(said)
            if said:
                return
        self._edit(
            schema_editing.with_label(self.draft, kind, label, **{name: value}), row.key
        )

    def _rename(self, name: str) -> None:
        row = self.row()
        if row is None:
            return
        kind, label = row.key
        try:
            draft = schema_editing.rename_label(self.draft, kind, label, name)
        except AnnotatorError as error:
            self.form.show_problem(str(error))
            return
        self.form.show_problem("")
        self._edit(draft, (kind, name))

    def _ask_new(self) -> None:
        row = self.row()
        if row is not None:
            dialog = NewLabelDialog(row.kind.title, self)
            dialog.named.connect(partial(self.add_label, row.kind.name))
            dialog.open()

    def add_label(self, kind: str, name: str) -> None:
        """Add a label to the draft."""
        try:
            self.set_draft(
                schema_editing.add_label(self.draft, kind, name), (kind, name)
            )
        except AnnotatorError as error:
            self.form.show_problem(str(error))

    def _retire(self) -> None:
        row = self.row()
        if row is not None and row.label is not None:
            self.form.commit()
            retired = not row.label.retired
            draft = schema_editing.retire_label(
                self.draft, row.kind.name, row.label.name, retired=retired
            )
            self.set_draft(draft, row.key)

    def _remove(self) -> None:
        row = self.row()
        if row is None or row.label is None:
            return
        try:
            draft = schema_editing.remove_label(
                self.draft, row.kind.name, row.label.name
            )
        except AnnotatorError as error:
            self.form.show_problem(str(error))
            return
        self.set_draft(draft, (row.kind.name, ""))

    # -- files and former ones ---------------------------------------------

    def _ask_file(self) -> None:
        dialog = QFileDialog(self, tr("Load a schema"), str(self._project.path.parent))
        dialog.setNameFilter(tr(FILES))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.load)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def load(self, name: str) -> None:
        """Edit what a file says; nothing is taken yet."""
        try:
            self.set_draft(load_schema(Path(name)))
        except AnnotatorError as error:
            self.show_problem(str(error))
            return
        self.show_problem("")
        self._show_misfits(schema_changes.look_at(self._project, self.draft).misfits)

    def _ask_target(self) -> None:
        proposed = str(self._project.path.with_suffix(".toml"))
        dialog = QFileDialog(self, tr("Save the schema"), proposed, tr(FILES))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(proposed)
        dialog.fileSelected.connect(self.save)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def save(self, name: str) -> None:
        """Write the draft to a file."""
        self.form.commit()
        try:
            Path(name).write_text(dump_schema(self.draft), "utf-8")
        except (OSError, AnnotatorError) as error:
            self.show_problem(
                tr("{name} cannot be written: {error}", name=name, error=error)
            )

    def _ask_former(self) -> None:
        """List the schemas that the project had before, the newest first."""
        found = list(schema_changes.former_schemas(self._project))
        if len(found) == 1:
            self.load_former(found[0][1])
            return
        menu = QMenu(self)
        for former, schema in found[:_MOST_FORMER]:
            menu.addAction(_former_line(former, schema)).triggered.connect(
                partial(_call, partial(self.load_former, schema))
            )
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.former.mapToGlobal(self.former.rect().bottomLeft()))

    def load_former(self, schema: Schema) -> None:
        """Edit a schema that the project had before; it can be taken again."""
        self.set_draft(schema)
        self._show_misfits(schema_changes.look_at(self._project, schema).misfits)

    # -- what does not fit -------------------------------------------------

    def _show_misfits(self, found: list[Misfit]) -> None:
        self.misfits.clear()
        self._misfits_title.setText(tr("Not in the schema") if found else tr(FITS))
        self.misfits.setVisible(bool(found))
        for misfit in found:
            for place in misfit.places or (None,):
                words = tr("“{words}”", words=place.words) if place else ""
                where = f" — {place.title}: {words}" if place else ""
                item = QListWidgetItem(f"{schema_changes.misfit_line(misfit)}{where}")
                item.setData(Qt.ItemDataRole.UserRole, place)
                self.misfits.addItem(item)

    def _go_to(self, item: QListWidgetItem) -> None:
        place = item.data(Qt.ItemDataRole.UserRole)
        if place is not None:
            self.place_wanted.emit(place)
            self.reject()

    # -- taking it ---------------------------------------------------------

    def submit(self) -> None:
        """Take the draft; ask first where some work no longer fits."""
        self.form.commit()
        if self.form.problem.text():
            return
        if self.draft == self._project.schema:
            self.accept()
            return
        try:
            dump_schema(self.draft)
            look = schema_changes.look_at(self._project, self.draft)
        except AnnotatorError as error:
            self.show_problem(str(error))
            return
        if not look.misfits and not look.renamed:
            self._take()
            return
        dialog = LookDialog(look, self)
        dialog.agreed.connect(self._take)
        dialog.open()

    def _take(self) -> None:
        self.chosen.emit(self.draft)
        self.accept()


def _former_line(former: FormerSchema, schema: Schema) -> str:
    labels = sum(1 for _ in schema.labels())
    since = QDateTime.fromString(former.since, Qt.DateFormat.ISODate).toLocalTime()
    when = QLocale().toString(since, QLocale.FormatType.ShortFormat)
    said = trn("{n:,} label", "{n:,} labels", labels)
    return f"{when}  ·  {schema.title}  ·  {said}"


def _call(call: Callable[[], None], *_: object) -> None:
    """Leave out Qt's ``checked``."""
    call()
