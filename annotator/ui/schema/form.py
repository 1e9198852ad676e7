"""The fields of a kind or label: name, title, key, colours, guideline."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QColorDialog,
    QComboBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from annotator.domain.schema import Pattern, Style
from annotator.domain.wording import tr
from annotator.ui.schema.model import Row
from annotator.ui.theme import Space, set_role


class ColourButton(QPushButton):
    """A colour that a click chooses anew.

    Signals:
        chosen: The colour, ``#rrggbb``.
    """

    chosen = Signal(str)

    def __init__(self, title: str) -> None:
        super().__init__()
        self._title = title
        self.setAccessibleName(title)
        self.setAutoDefault(False)
        self.clicked.connect(self._ask)

    def show_colour(self, colour: str) -> None:
        """Show a colour."""
        self.setText(colour)
        ink = "#000000" if QColor(colour).lightnessF() > 0.55 else "#ffffff"
        self.setStyleSheet(f"background: {colour}; color: {ink};")

    def _ask(self) -> None:
        dialog = QColorDialog(QColor(self.text()), self)
        dialog.setWindowTitle(self._title)
        dialog.colorSelected.connect(self._take)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _take(self, colour: QColor) -> None:
        self.chosen.emit(colour.name())


class SchemaForm(QWidget):
    """Edits what is selected in the table.

    Signals:
        changed: Name of a field and its value: ``title``, ``key``, ``description``,
            ``guideline`` or ``style``.
        renamed: The new name of the label.
    """

    changed = Signal(str, object)
    renamed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._row: Row | None = None
        self.name = QLineEdit()
        self.title = QLineEdit()
        self.key = QLineEdit()
        self.key.setMaxLength(1)
        self.key.setMaximumWidth(60)
        self.light = ColourButton(tr("Colour on light"))
        self.dark = ColourButton(tr("Colour on dark"))
        self.pattern = QComboBox()
        for pattern in Pattern:
            self.pattern.addItem(pattern.value, pattern)
        self.text = QPlainTextEdit()
        self.text.setTabChangesFocus(True)
        self.problem = QLabel()
        self.problem.setWordWrap(True)
        set_role(self.problem, "error")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.fields = QFormLayout(self)
        self.fields.setContentsMargins(Space.M, 0, 0, 0)
        self.fields.setVerticalSpacing(Space.S)
        for title, field in (
            (tr("&Name"), self.name),
            (tr("&Title"), self.title),
            (tr("&Key"), self.key),
            (tr("On &light"), self.light),
            (tr("On &dark"), self.dark),
            (tr("&Pattern"), self.pattern),
            (tr("&Guideline"), self.text),
        ):
            self.fields.addRow(title, field)
        self.fields.addRow(self.problem)

    def _connect(self) -> None:
        self.name.editingFinished.connect(self._rename)
        self.title.editingFinished.connect(partial(self._tell, "title", self.title))
        self.key.textEdited.connect(partial(self._tell, "key", self.key))
        for button in (self.light, self.dark):
            button.chosen.connect(button.show_colour)
            button.chosen.connect(self._restyle)
        self.pattern.activated.connect(self._restyle)

    def show_row(self, row: Row) -> None:
        """Show a kind or label."""
        self._row = row
        label = row.label
        for field in (self.name, self.key, self.light, self.dark, self.pattern):
            self.fields.setRowVisible(field, label is not None)
        shown = label or row.kind
        self.title.setText(shown.title)
        if label is not None:
            self.name.setText(label.name)
            self.key.setText(label.key)
            self.light.show_colour(label.style.light)
            self.dark.show_colour(label.style.dark)
            self.pattern.setCurrentIndex(self.pattern.findData(label.style.pattern))
        self.text.setPlainText(label.description if label else row.kind.guideline)

    @property
    def row(self) -> Row | None:
        """What is edited."""
        return self._row

    def keep(self, row: Row) -> None:
        """Note what is edited as it is now; the fields show it already."""
        self._row = row

    def show_problem(self, sentence: str) -> None:
        """Say what is wrong with a field; "" for nothing."""
        self.problem.setText(sentence)
        self.fields.setRowVisible(self.problem, bool(sentence))

    def commit(self) -> None:
        """Tell of what is typed and not told yet."""
        row = self._row
        if row is None:
            return
        said = row.label.description if row.label else row.kind.guideline
        if self.text.toPlainText() != said:
            name = "description" if row.label else "guideline"
            self.changed.emit(name, self.text.toPlainText())
        self._tell("title", self.title)
        self._rename()

    def _tell(self, name: str, field: QLineEdit, *_: object) -> None:
        if self._row is not None:
            before = getattr(self._row.label or self._row.kind, name, "")
            if field.text() != before:
                self.changed.emit(name, field.text())

    def _rename(self) -> None:
        if self._row is not None and self._row.label is not None:
            name = self.name.text().strip()
            if name != self._row.label.name:
                self.renamed.emit(name)

    def _restyle(self, *_: object) -> None:
        # Qt hands a text back.
        pattern = Pattern(self.pattern.currentData())
        style = Style(self.light.text(), self.dark.text(), pattern)
        self.changed.emit("style", style)
