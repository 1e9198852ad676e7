"""What can be done with the articles that are selected in the list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu

from annotator.domain.documents import STATUS_TITLES, Annotator, Status
from annotator.domain.ids import DocumentId
from annotator.domain.progress import Progress
from annotator.domain.wording import tr, trn
from annotator.ui import counting
from annotator.ui.key_names import way_to
from annotator.ui.tasks import run_task, writing_pool
from annotator.ui.window.bin_commands import AT_ONCE

if TYPE_CHECKING:
    from annotator.ui.window.main_window import MainWindow


class ListCommands(QObject):
    """Opens the list's menu, and sets how far somebody is with several articles."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._panel = window.parts.documents
        self._panel.menu_requested.connect(self.open_menu)

    def open_menu(self, document_id: str, place: QPoint) -> None:
        """Open the menu on an article of the list, or on all that are selected."""
        window, number = self._window, self._panel.selected_count()
        several = number > 1
        menu = QMenu(window)
        if not several:
            opened = menu.addAction(tr("&Open"))
            opened.triggered.connect(
                partial(_call, partial(window.documents.choose, document_id))
            )
        states = menu.addMenu(
            trn("&Set {n:,} article to", "&Set {n:,} articles to", number)
            if several
            else tr("&Set to")
        )
        chosen = self._panel.selected if several else partial(_only, document_id)
        for status in Status:
            action = states.addAction(tr(STATUS_TITLES[status]))
            action.triggered.connect(partial(_call, partial(self._set, chosen, status)))
        if window.actions_["remove_listed"].isEnabled():
            removed = menu.addAction(
                trn("&Remove {n:,} article…", "&Remove {n:,} articles…", number)
                if several
                else tr("&Remove…")
            )
            removed.triggered.connect(partial(_call, partial(self._remove, chosen)))
            menu.addAction(window.actions_["bin"])
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)

    def set_status(self, documents: Sequence[DocumentId], status: Status) -> None:
        """Set how far the annotator is with articles, as one step."""
        desk = self._window.article.desk
        if desk is None or not documents:
            return
        if len(documents) > AT_ONCE:
            path, by = desk.project.path, desk.annotator
            run_task(
                self._window,
                tr("Setting states"),
                partial(_set_many, path, by, list(documents), status),
                self._on_set,
                pool=writing_pool(),
            )
            return
        step = partial(desk.set_statuses, documents, status)
        changes = self._window.article.run(step, follow=False)
        if changes is not None:
            self._say(tr("{name}: done.", name=changes.name))

    def _on_set(self, number: int) -> None:
        self._window.article.catch_up()
        self._say(tr("{said} set.", said=counting.articles(number)))

    def _say(self, done: str) -> None:
        back = tr("{key} takes that back.", key=way_to("undo"))
        self._window.parts.status.show_hint(f"{done} {back}")

    def _set(self, chosen: Callable[[], list[DocumentId]], status: Status) -> None:
        self.set_status(chosen(), status)

    def _remove(self, chosen: Callable[[], list[DocumentId]]) -> None:
        self._window.bin.ask(chosen())


def _only(document_id: str) -> list[DocumentId]:
    return [DocumentId(document_id)]


def _call(call: Callable[[], object], *_: object) -> None:
    call()


def _set_many(
    path: Path,
    by: Annotator,
    documents: list[DocumentId],
    status: Status,
    progress: Progress,
) -> int:
    from annotator.services.backups import back_up_first
    from annotator.services.project import Project
    from annotator.services.statuses import set_statuses

    with Project.open(path) as project:
        back_up_first(project, progress)
        return len(set_statuses(project, by, documents, status, progress))
