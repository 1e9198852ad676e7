"""Settings: pages built from the table of settings, the pipeline, and the keys."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QFileDialog,
    QFontComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from annotator.domain.wording import noop, tr
from annotator.ui.actions import SchemaKey
from annotator.ui.dialogs.form import FormDialog
from annotator.ui.dialogs.settings_keys import KeysPage
from annotator.ui.settings_model import (
    ANNOTATOR,
    SETTINGS,
    Section,
    Setting,
    Value,
)
from annotator.ui.theme import Space, indented

_OWN_FONT = noop("The program's own")


@dataclass(frozen=True, slots=True)
class Settings:
    """What can be set.

    Attributes:
        values: By the setting's name.
        pipeline: The project's; "" while no project is open.
        limits: Kind → least score of a suggestion to be shown.
        keys: Action → its keys, where they are not the usual ones.
    """

    values: Mapping[str, Value]
    pipeline: str = ""
    limits: Mapping[str, float] = field(default_factory=dict)
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


class FontBox(QFontComboBox):
    """A family of letters; the first is the program's own."""

    def __init__(self, family: str) -> None:
        super().__init__()
        self.insertItem(0, tr(_OWN_FONT))
        if family:
            self.setCurrentFont(QFont(family))
        else:
            self.setCurrentIndex(0)

    def family(self) -> str:
        """Return the family; "" for the program's own."""
        own = self.currentIndex() == 0 or self.currentText() == tr(_OWN_FONT)
        return "" if own else self.currentText()


Editor = QCheckBox | QComboBox | QDoubleSpinBox | QSpinBox | QLineEdit


def make_editor(setting: Setting, value: Value) -> Editor:
    """Return what edits a setting."""
    if setting.choices is not None:
        box = QComboBox()
        for choice, title in setting.choices.items():
            box.addItem(tr(title), choice)
        box.setCurrentIndex(box.findData(value))
        return box
    if isinstance(setting.default, bool):
        tick = QCheckBox(tr(setting.title))
        tick.setChecked(bool(value))
        return tick
    if isinstance(setting.default, str):
        return FontBox(str(value)) if setting.is_font else QLineEdit(str(value))
    return _number(setting, float(value))


def _number(setting: Setting, value: float) -> QSpinBox | QDoubleSpinBox:
    if isinstance(setting.default, int):
        whole = indented(QSpinBox())
        whole.setRange(int(setting.low), int(setting.high))
        whole.setValue(int(value))
        return whole
    number = indented(QDoubleSpinBox())
    number.setRange(setting.low, setting.high)
    number.setDecimals(1)
    number.setSuffix(setting.unit)
    number.setValue(value)
    return number


def value_of(editor: Editor) -> Value:
    """Return what an editor says."""
    if isinstance(editor, FontBox):
        return editor.family()
    if isinstance(editor, QComboBox):
        value: Value = editor.currentData()
        return value
    if isinstance(editor, QCheckBox):
        return editor.isChecked()
    if isinstance(editor, QLineEdit):
        return editor.text().strip()
    return editor.value()


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
        schema_keys: Sequence[SchemaKey] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tr("Settings"), "", tr("Save"), parent)
        self.editors: dict[str, Editor] = {}
        self.limits: dict[str, QDoubleSpinBox] = {}
        self.pages = QTabWidget()
        self.pages.setDocumentMode(True)
        for section in Section:
            self.pages.addTab(self._page(section, settings), tr(section.value))
        suggestions = self._suggestions(settings, pipelines)
        self.pages.insertTab(2, suggestions, tr("Suggestions"))
        self.keys = KeysPage(settings.keys, schema_keys)
        self.pages.addTab(self.keys, tr("Keys"))
        self.add_above_buttons(self.pages, stretch=1)
        self.resize(680, 520)

    def _page(self, section: Section, settings: Settings) -> QWidget:
        page = QWidget()
        form = _form(page)
        for setting in SETTINGS:
            if setting.section is section:
                value = settings.values.get(setting.name, setting.default)
                editor = make_editor(setting, value)
                editor.setToolTip(tr(setting.help))
                editor.setAccessibleDescription(tr(setting.help))
                self.editors[setting.name] = editor
                is_tick = isinstance(editor, QCheckBox)
                form.addRow("" if is_tick else tr(setting.title), editor)
        return page

    def _suggestions(self, settings: Settings, pipelines: Sequence[str]) -> QWidget:
        page = QWidget()
        form = _form(page)
        self._open = bool(settings.pipeline)
        self.pipeline = QComboBox()
        for name in dict.fromkeys([*filter(None, [settings.pipeline]), *pipelines]):
            self.pipeline.addItem(name)
        self.pipeline.setCurrentText(settings.pipeline)
        self.pipeline.setEnabled(self._open)
        self.folder = QPushButton(tr("Folder…"))
        self.folder.setToolTip(tr("Use a pipeline that you trained yourself"))
        self.folder.setEnabled(self._open)
        self.folder.setAutoDefault(False)
        self.folder.clicked.connect(self._browse)
        row = QHBoxLayout()
        row.addWidget(self.pipeline, 1)
        row.addWidget(self.folder)
        label = QLabel(tr("&Pipeline of this project"))
        label.setBuddy(self.pipeline)
        form.addRow(label, row)
        for kind, least in settings.limits.items():
            box = indented(QDoubleSpinBox())
            box.setRange(0.0, 1.0)
            box.setSingleStep(0.05)
            box.setValue(least)
            self.limits[kind] = box
            form.addRow(tr("Least score: {kind}", kind=kind), box)
        if not self._open:
            form.addRow(QLabel(tr("Open a project to choose its pipeline and limits.")))
        return page

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
            {name: value_of(editor) for name, editor in self.editors.items()},
            self.pipeline.currentText() if self._open else "",
            {kind: box.value() for kind, box in self.limits.items()},
            self.keys.changed,
        )

    def submit(self) -> None:
        """Emit the settings, unless nobody is working or a key would do two things."""
        settings = self.settings()
        if not settings.values[ANNOTATOR.name]:
            self.show_problem(tr("Say who is working: annotations are kept by name."))
            return
        conflicts = self.keys.conflicts()
        if conflicts:
            self.pages.setCurrentWidget(self.keys)
            self.show_problem(conflicts[0])
            return
        self.chosen.emit(settings)
        self.accept()


def _form(page: QWidget) -> QFormLayout:
    """Return the layout of a page: rows from the top down."""
    column = QVBoxLayout(page)
    column.setContentsMargins(Space.M, Space.L, Space.M, Space.M)
    form = QFormLayout()
    form.setHorizontalSpacing(Space.L)
    form.setVerticalSpacing(Space.S)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    column.addLayout(form)
    column.addStretch(1)
    return form
