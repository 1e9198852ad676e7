"""Going back to a backup: which one, of those that there are."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDateTime, QLocale, Qt, Signal
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QWidget,
)

from annotator.domain.wording import noop, tr
from annotator.services.backups import why_title
from annotator.ui.dialogs.form import FormDialog
from annotator.ui.theme import set_role

if TYPE_CHECKING:
    from annotator.services.backups import Kept

NONE_YET = noop(
    "There are no backups of this project yet. They are made once a day of use, and "
    "before merging and other large changes."
)


class RestoreDialog(FormDialog):
    """Lists a project's backups, the newest first.

    Signals:
        chosen: The path of the backup to go back to.
        repair_wanted: To save what can be read of the project instead.
    """

    chosen = Signal(object)
    repair_wanted = Signal()

    def __init__(
        self,
        backups: Sequence[Kept],
        parent: QWidget | None = None,
        *,
        trouble: str = "",
    ) -> None:
        """Make the dialog.

        Args:
            backups: What there is.
            parent: The window.
            trouble: Why the project cannot be opened as it is; "" if it can.
        """
        super().__init__(
            tr("Go back to a backup"),
            trouble
            or tr(
                "The project becomes what it was then. What it is now is kept, as a "
                "backup itself."
            ),
            tr("Go back"),
            parent,
        )
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Backups"))
        self.list.setMinimumHeight(200)
        for backup in backups:
            item = QListWidgetItem(_line(backup))
            item.setData(Qt.ItemDataRole.UserRole, backup.path)
            item.setToolTip(str(backup.path))
            self.list.addItem(item)
        self.list.itemActivated.connect(self.submit)
        if backups:
            self.list.setCurrentRow(0)
            self.add_above_buttons(self.list, stretch=1)
        else:
            none = QLabel(tr(NONE_YET))
            none.setWordWrap(True)
            set_role(none, "muted")
            self.add_above_buttons(none)
        self._add_button(tr("From a &file…"), self._choose)
        if trouble:
            self._add_button(tr("&Save what can be read…"), self._repair)
        self.accept_button.setEnabled(bool(backups))
        self.list.setFocus()

    def _add_button(self, text: str, handler: Callable[[], None]) -> None:
        button = QPushButton(text)
        button.setAutoDefault(False)
        button.clicked.connect(handler)
        self.buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)

    def submit(self) -> None:
        """Emit the chosen backup."""
        row = self.list.currentRow()
        if row < 0:
            self.show_problem(tr("Choose one of the backups."))
            return
        self.take(self.list.item(row).data(Qt.ItemDataRole.UserRole))

    def take(self, path: Path | str) -> None:
        """Emit a backup, and close."""
        self.chosen.emit(Path(path))
        self.accept()

    def _choose(self) -> None:
        dialog = QFileDialog(
            self, tr("A backup"), "", tr("Annotator projects (*.annot)")
        )
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.take)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _repair(self) -> None:
        self.repair_wanted.emit()
        self.accept()


def _line(backup: Kept) -> str:
    local = QDateTime.fromSecsSinceEpoch(int(backup.moment.timestamp()))
    moment = QLocale().toString(local, QLocale.FormatType.ShortFormat)
    size = QLocale().formattedDataSize(backup.size)
    return f"{moment}  ·  {why_title(backup)}  ·  {size}"
