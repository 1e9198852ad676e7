"""Taking articles out of the project and putting them back, in the window."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from annotator.domain.documents import Annotator
from annotator.domain.ids import DocumentId
from annotator.domain.progress import Progress
from annotator.domain.wording import tr
from annotator.ui import counting
from annotator.ui.key_names import way_to
from annotator.ui.tasks import run_task, writing_pool

if TYPE_CHECKING:
    from annotator.services.changes import Changes
    from annotator.services.desk import Desk
    from annotator.ui.window.main_window import MainWindow

AT_ONCE = 100
"""More articles than these are moved on another thread, with progress."""

_TITLES = 8


class BinCommands(QObject):
    """Asks, moves articles into the bin and out, and leaves those that went."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        panel = window.parts.documents
        panel.remove_requested.connect(self.remove_selected)
        window.article.changed.connect(self._on_changed)

    @property
    def _desk(self) -> Desk | None:
        desk = self._window.article.desk
        return desk if desk is not None and desk.annotator.lead else None

    # -- asking ------------------------------------------------------------

    def remove_open(self) -> None:
        """Ask whether the open article is to go."""
        document = self._window.article.document
        if document is not None:
            self.ask([document.document.id])

    def remove_selected(self) -> None:
        """Ask whether the articles are to go that are selected in the list."""
        self.ask(self._window.parts.documents.selected())

    def remove_listed(self) -> None:
        """Ask whether all articles are to go that the list shows."""
        library, where = self._window.documents.library, self._window.parts.documents
        if library is not None:
            self.ask(library.ids(where.filter()))

    def ask(self, documents: Sequence[DocumentId]) -> None:
        """Say how much hangs on articles, and ask."""
        desk = self._desk
        if desk is None or not documents:
            if desk is None and self._window.article.desk is not None:
                self._hint(tr("Only the lead of the project takes articles out."))
            return
        from annotator.services.binning import title_of, work_on
        from annotator.ui.dialogs.remove import RemoveDialog

        work = work_on(desk.project, documents)
        titles = [title_of(desk.project, d) for d in documents[:_TITLES]]
        dialog = RemoveDialog(documents, titles, work, self._window)
        dialog.agreed.connect(self.remove)
        dialog.open()

    def open_bin(self) -> None:
        """Show what is in the bin."""
        desk = self._desk
        if desk is None:
            return
        from annotator.ui.dialogs.bin import BinDialog

        dialog = BinDialog(desk.project, self._window)
        dialog.wanted.connect(self.put_back)
        dialog.open()

    # -- doing -------------------------------------------------------------

    def remove(self, documents: Sequence[DocumentId]) -> None:
        """Put articles into the bin, as one step."""
        self._move(documents, into=True)

    def put_back(self, documents: Sequence[DocumentId]) -> None:
        """Take articles out of the bin, as one step."""
        self._move(documents, into=False)

    def _move(self, documents: Sequence[DocumentId], *, into: bool) -> None:
        desk = self._desk
        if desk is None:
            return
        if len(documents) > AT_ONCE:
            path, by = desk.project.path, desk.annotator
            run_task(
                self._window,
                tr("Removing") if into else tr("Putting back"),
                partial(_move_many, path, by, list(documents), into),
                self._on_moved,
                pool=writing_pool(),
            )
            return
        step = desk.put_into_bin if into else desk.take_out_of_bin
        changes = self._window.article.run(partial(step, documents))
        if changes is not None:
            self._hint(
                tr(
                    "{name}: done. {key} takes that back.",
                    name=changes.name,
                    key=way_to("undo"),
                )
            )

    def _on_moved(self, number: int) -> None:
        self._window.article.catch_up()
        said = counting.articles(number)
        self._hint(
            tr("{said} moved. {key} takes that back.", said=said, key=way_to("undo"))
        )

    def _hint(self, sentence: str) -> None:
        self._window.parts.status.show_hint(sentence)

    # -- leaving what has gone ---------------------------------------------

    def _on_changed(self, changes: Changes) -> None:
        desk = self._window.article.desk
        if not changes.binned or desk is None:
            return
        if changes.reread and desk.is_binned and desk.opened is not None:
            title = desk.opened.document.details.title
            self._hint(
                tr("“{title}” was put into the bin in another window.", title=title)
            )
        self._window.documents.leave_binned()


def _move_many(
    path: Path,
    by: Annotator,
    documents: list[DocumentId],
    into: bool,  # noqa: FBT001 - the last of a partial
    progress: Progress,
) -> int:
    from annotator.services.backups import back_up_first
    from annotator.services.binning import put_into_bin, take_out_of_bin
    from annotator.services.project import Project

    move = put_into_bin if into else take_out_of_bin
    with Project.open(path) as project:
        back_up_first(project, progress)
        return len(move(project, by, documents, progress))
