"""Making a project: where it is kept, and what its annotators may say."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from annotator.domain.errors import AnnotatorError
from annotator.domain.schema_toml import load_schema
from annotator.domain.wording import tr
from annotator.ui.dialogs.form import FormDialog
from annotator.ui.dialogs.path_field import PathField, PathMode
from annotator.ui.theme import Space

SUFFIX = ".annot"


class NewProjectDialog(FormDialog):
    """Asks for the file of a new project and its schema.

    Signals:
        chosen: The path, and the schema's file or None for the shipped one.
    """

    chosen = Signal(object, object)

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(
            tr("New project"),
            tr(
                "A project is one file. It holds the articles, everybody’s annotations "
                "and the schema."
            ),
            tr("Make project"),
            parent,
        )
        self.path = PathField(
            PathMode.SAVE,
            tr("Project file"),
            tr("Annotator projects (*{SUFFIX})", SUFFIX=SUFFIX),
        )
        self.path.set_path(_free_name(folder))
        self.shipped = QRadioButton(tr("News: entities, quotes, claims"))
        self.own = QRadioButton(tr("A schema file of your own (TOML)"))
        self.shipped.setChecked(True)
        group = QButtonGroup(self)
        group.addButton(self.shipped)
        group.addButton(self.own)
        self.schema = PathField(
            PathMode.OPEN, tr("Schema file"), tr("Schemas (*.toml)")
        )
        self.schema.setEnabled(False)
        schemas = QVBoxLayout()
        schemas.setSpacing(Space.XS)
        for part in (self.shipped, self.own, self.schema):
            schemas.addWidget(part)
        self.fields.addRow(tr("&File"), self.path)
        self.fields.addRow(tr("Schema"), schemas)
        self.own.toggled.connect(self.schema.setEnabled)
        self.own.toggled.connect(self._check)
        self.schema.changed.connect(self._check)
        self.path.changed.connect(self._check)
        self.path.field.setFocus()

    def project_path(self) -> Path | None:
        """Return where the project will be, with its suffix."""
        path = self.path.path()
        if path is None:
            return None
        return path if path.suffix else path.with_suffix(SUFFIX)

    def submit(self) -> None:
        """Emit the choice, unless something is wrong with it."""
        problem = self._problem()
        self.show_problem(problem)
        if not problem:
            schema = self.schema.path() if self.own.isChecked() else None
            self.chosen.emit(self.project_path(), schema)
            self.accept()

    def _check(self) -> None:
        """Take back a complaint once its cause is gone."""
        if self.problem.text():
            self.show_problem(self._problem())

    def _problem(self) -> str:
        path = self.project_path()
        if path is None:
            return tr("Name a file for the project.")
        if path.exists():
            return tr("{name} exists already; choose another name.", name=path.name)
        if not path.parent.is_dir():
            return tr(
                "There is no folder {parent}; create it first.", parent=path.parent
            )
        return self._schema_problem() if self.own.isChecked() else ""

    def _schema_problem(self) -> str:
        schema = self.schema.path()
        if schema is None:
            return tr("Choose the schema file.")
        try:
            load_schema(schema)
        except AnnotatorError as error:
            return str(error)
        return ""


def _free_name(folder: Path) -> Path:
    path = folder / f"project{SUFFIX}"
    number = 2
    while path.exists():
        path = folder / f"project-{number}{SUFFIX}"
        number += 1
    return path
