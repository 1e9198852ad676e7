"""Opening the window of people from the main window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from annotator.ui.screen import fit_to_screen

if TYPE_CHECKING:
    from annotator.ui.people.window import PeopleWindow
    from annotator.ui.window.main_window import MainWindow


class PeopleCommands(QObject):
    """Shows people to the lead of a project; it goes with the project."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._shown: PeopleWindow | None = None
        window.project.opened.connect(self._leave)
        window.project.entered.connect(self._leave)
        window.project.imported.connect(self._on_imported)

    @property
    def shown(self) -> PeopleWindow | None:
        """The window, once it has been opened."""
        return self._shown

    def open(self) -> None:
        """Show who works on the project."""
        project, person = self._window.project.project, self._window.project.annotator
        if project is None or person is None or not person.lead:
            return
        from annotator.ui.people.window import PeopleWindow

        if self._shown is None:
            self._shown = self._made(PeopleWindow(project))
        else:
            self._shown.refresh()
        fit_to_screen(self._shown)
        self._shown.show()
        self._shown.raise_()
        self._shown.activateWindow()

    def _made(self, shown: PeopleWindow) -> PeopleWindow:
        exchange = self._window.exchange
        shown.hand_out_wanted.connect(exchange.hand_out)
        shown.merge_wanted.connect(exchange.merge)
        shown.files_dropped.connect(exchange.offer_merge)
        self._window.destroyed.connect(shown.deleteLater)
        return shown

    def _on_imported(self, _report: object) -> None:
        if self._shown is not None:
            self._shown.refresh()

    def _leave(self, *_: object) -> None:
        shown, self._shown = self._shown, None
        if shown is not None:
            shown.close()
            shown.deleteLater()
