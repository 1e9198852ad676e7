"""Settings: look, selecting, who is working, and which pipeline suggests."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)

from annotator.ui.dialogs.form import FormDialog
from annotator.ui.theme import Theme
from annotator.ui.translation import noop, tr

_THEMES = {
    Theme.SYSTEM: noop("As the system has it"),
    Theme.LIGHT: noop("Light"),
    Theme.DARK: noop("Dark"),
}


@dataclass(frozen=True, slots=True)
class Settings:
    """What can be set.

    Attributes:
        annotator: Who is working.
        pipeline: The project's; "" while no project is open.
        suggest: Let the pipeline start by itself.
    """

    theme: Theme
    zoom: float
    characters: bool
    annotator: str
    pipeline: str
    suggest: bool


class SettingsDialog(FormDialog):
    """Edits the settings.

    Signals:
        chosen: ``Settings`` as they are to be.
    """

    chosen = Signal(object)

    def __init__(
        self,
        settings: Settings,
        pipelines: Sequence[str],
        zoom_range: tuple[float, float],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tr("Settings"), "", tr("Save"), parent)
        self.theme = QComboBox()
        for theme, text in _THEMES.items():
            self.theme.addItem(tr(text), theme)
        self.theme.setCurrentIndex(self.theme.findData(settings.theme))
        self.zoom = QDoubleSpinBox()
        self.zoom.setRange(*zoom_range)
        self.zoom.setDecimals(1)
        self.zoom.setSuffix(tr(" pt"))
        self.zoom.setValue(settings.zoom)
        self.characters = QCheckBox(tr("Let selections end inside words"))
        self.characters.setChecked(settings.characters)
        self.annotator = QLineEdit(settings.annotator)
        self.pipeline = QComboBox()
        names = dict.fromkeys([*filter(None, [settings.pipeline]), *pipelines])
        for name in names:
            self.pipeline.addItem(name)
        self.pipeline.setCurrentText(settings.pipeline)
        self.pipeline.setEnabled(bool(settings.pipeline))
        self.folder = QPushButton(tr("Folder…"))
        self.folder.setToolTip(tr("Use a pipeline that you trained yourself"))
        self.folder.setEnabled(bool(settings.pipeline))
        self.folder.setAutoDefault(False)
        self.folder.clicked.connect(self._browse)
        self.suggest = QCheckBox(tr("Suggest by itself when a project is opened"))
        self.suggest.setChecked(settings.suggest)
        self._open = bool(settings.pipeline)
        self.fields.addRow(tr("&Theme"), self.theme)
        self.fields.addRow(tr("Article &text"), self.zoom)
        self.fields.addRow(tr("Selecting"), self.characters)
        self.fields.addRow(tr("&Who is working"), self.annotator)
        row = QHBoxLayout()
        row.addWidget(self.pipeline, 1)
        row.addWidget(self.folder)
        self.fields.addRow(tr("&Pipeline"), row)
        label = self.fields.labelForField(row)
        if isinstance(label, QLabel):
            label.setBuddy(self.pipeline)
        self.fields.addRow("", self.suggest)

    def _browse(self) -> None:
        dialog = QFileDialog(self, tr("Use the pipeline in a folder"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self.set_folder)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def set_folder(self, name: str) -> None:
        """Choose the pipeline in a folder."""
        if self.pipeline.findText(name) < 0:
            self.pipeline.addItem(name)
        self.pipeline.setCurrentText(name)

    def settings(self) -> Settings:
        """Return what is set now."""
        return Settings(
            Theme(self.theme.currentData()),
            self.zoom.value(),
            self.characters.isChecked(),
            self.annotator.text().strip(),
            self.pipeline.currentText() if self._open else "",
            self.suggest.isChecked(),
        )

    def submit(self) -> None:
        """Emit the settings, unless nobody is working."""
        if not self.annotator.text().strip():
            self.show_problem(tr("Say who is working: annotations are kept by name."))
            return
        self.chosen.emit(self.settings())
        self.accept()
