"""Asking whether a pipeline from a folder, which is a program, may be run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QLabel, QWidget

from annotator.domain.wording import noop, tr
from annotator.ui.dialogs.form import FormDialog

if TYPE_CHECKING:
    from annotator.services.trusting import PipelineFolder

_EXPLANATION = noop(
    "A pipeline is a program: it runs with your rights, like anything you start. This"
    " one comes from a folder and is not installed as a package. Use it if you know"
    " who made it."
)


class TrustDialog(FormDialog):
    """Says what a folder holds and asks.

    Signals:
        allowed: Yes; with whether the pickles in it are allowed, too.
    """

    allowed = Signal(bool)

    def __init__(self, folder: PipelineFolder, parent: QWidget | None = None) -> None:
        super().__init__(
            tr("Use this pipeline?"), tr(_EXPLANATION), tr("Use it"), parent
        )
        self.pickles = QCheckBox(
            tr("I allow these pickles as well; they can do anything")
        )
        self.pickles.setVisible(bool(folder.pickles))
        self.pickles.toggled.connect(self._show_ready)
        self._add(tr("Folder"), str(folder.path))
        self._add(tr("Pipeline"), f"{folder.name} {folder.version}")
        self._add(tr("Made by"), folder.author or tr("it does not say"))
        self._add(
            tr("Programs"), _list(folder.code) or tr("none besides the pipeline itself")
        )
        self._add(tr("Pickles"), _list(folder.pickles) or tr("none"))
        self.fields.addRow("", self.pickles)
        self._show_ready()

    def _add(self, title: str, text: str) -> None:
        said = QLabel(text)
        said.setTextFormat(Qt.TextFormat.PlainText)
        said.setWordWrap(True)
        said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.fields.addRow(title, said)

    def _show_ready(self) -> None:
        needed = self.pickles.isVisibleTo(self) and not self.pickles.isChecked()
        self.accept_button.setEnabled(not needed)

    def submit(self) -> None:
        """Say yes."""
        self.allowed.emit(self.pickles.isChecked())
        self.accept()


def _list(files: tuple[str, ...]) -> str:
    from annotator.services.trusting import named

    return named(files)
