"""Changing the schema of the open project."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from annotator.domain.annotations import Fragment
from annotator.domain.documents import Annotator
from annotator.domain.progress import Progress
from annotator.domain.schema import Schema
from annotator.domain.wording import tr, trn
from annotator.ui.tasks import run_task, writing_pool

if TYPE_CHECKING:
    from annotator.services.schema_changes import Place, SchemaLook
    from annotator.ui.window.main_window import MainWindow


class SchemaCommands(QObject):
    """Shows the schema to the lead, and takes another one."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def open(self) -> None:
        """Show the schema."""
        project, person = self._window.project.project, self._window.project.annotator
        if project is None or person is None or not person.lead:
            return
        from annotator.ui.schema.dialog import SchemaDialog

        dialog = SchemaDialog(project, self._window)
        dialog.chosen.connect(self.take)
        dialog.place_wanted.connect(self.go_to)
        dialog.open()

    def take(self, schema: Schema) -> None:
        """Replace the schema, with a backup first, on another thread."""
        project, person = self._window.project.project, self._window.project.annotator
        if project is not None and person is not None:
            run_task(
                self._window,
                tr("Changing the schema"),
                partial(_change, project.path, person, schema),
                self._on_taken,
                pool=writing_pool(),
            )

    def _on_taken(self, look: SchemaLook) -> None:
        self._window.article.catch_up()
        moved = sum(one.count for one in look.renamed)
        said = [tr("The schema was changed.")]
        if moved:
            said.append(
                trn(
                    "{n:,} annotation has another label now.",
                    "{n:,} annotations have another label now.",
                    moved,
                )
            )
        if look.misfits:
            said.append(
                trn(
                    "{n:,} does not fit it; it is kept.",
                    "{n:,} do not fit it; they are kept.",
                    look.total,
                )
            )
        said.append(tr("Project → Schema → Former schema goes back."))
        self._window.parts.status.show_hint(" ".join(said))

    def go_to(self, place: Place) -> None:
        """Open an article where something does not fit the schema."""
        self._window.documents.open(place.document_id)
        view = self._window.parts.view
        if self._window.article.item(place.annotation) is not None:
            view.select_mark(place.annotation)
        else:  # somebody else's
            view.set_selection((Fragment(place.start, place.end),))
            view.reveal(place.start, place.end)
        view.setFocus()


def _change(
    path: Path, by: Annotator, schema: Schema, progress: Progress
) -> SchemaLook:
    from annotator.services.project import Project
    from annotator.services.schema_changes import change_schema

    with Project.open(path) as project:
        return change_schema(project, by, schema, progress)
