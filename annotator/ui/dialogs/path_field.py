"""A field for a path, with a button that opens the system's file dialog."""

from __future__ import annotations

from enum import Enum, auto
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QWidget,
)

from annotator.domain.wording import tr
from annotator.ui.theme import Space


class PathMode(Enum):
    """What is chosen."""

    OPEN = auto()
    SAVE = auto()
    FOLDER = auto()


class PathField(QWidget):
    """A path to type or to choose.

    Signals:
        changed: The path is another one now.
    """

    changed = Signal()

    def __init__(
        self,
        mode: PathMode,
        title: str,
        name_filter: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._mode = mode
        self._title = title
        self._name_filter = name_filter
        self.field = QLineEdit()
        self.field.setAccessibleName(title)
        self.field.textChanged.connect(self.changed)
        self._button = QPushButton(tr("Browse…"))
        self._button.setAutoDefault(False)
        self._button.clicked.connect(self._browse)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        row.addWidget(self.field, 1)
        row.addWidget(self._button)
        self.setFocusProxy(self.field)
        # Its label’s key goes only where a click may go.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def path(self) -> Path | None:
        """Return the path, or None while there is none."""
        text = self.field.text().strip()
        return Path(text).expanduser() if text else None

    def set_path(self, path: Path) -> None:
        """Show a path."""
        self.field.setText(str(path))

    def set_name_filter(self, name_filter: str) -> None:
        """Offer other files."""
        self._name_filter = name_filter

    def _browse(self) -> None:
        dialog = QFileDialog(self, self._title, self.field.text(), self._name_filter)
        if self._mode is PathMode.SAVE:
            dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
            # Whether a file may be replaced is asked by whoever writes it.
            dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
        elif self._mode is PathMode.FOLDER:
            dialog.setFileMode(QFileDialog.FileMode.Directory)
        else:
            dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.field.setText)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
