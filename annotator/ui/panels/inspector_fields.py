"""The fields of the inspector: attributes by their type, and the note."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from PySide6.QtCore import QEvent, Qt, Signal, SignalInstance
from PySide6.QtGui import QFocusEvent, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from annotator.domain.annotations import AttributeValue
from annotator.domain.schema import Attribute, AttributeType, Kind
from annotator.domain.wording import noop, number, tr
from annotator.ui.theme import Space, set_role

_LEAST = -1_000_000_000.0
_MOST = 1_000_000_000.0
_NOT_SET = noop("Not set")


class Field(Protocol):
    """An editor of one attribute; ``None`` is an attribute that is not set."""

    changed: SignalInstance

    def show_value(self, value: AttributeValue | None) -> None:
        """Show a value without telling anybody."""

    def commit(self) -> None:
        """Tell of what has been typed and not told yet."""


class FlagField(QCheckBox):
    """Yes, no, or not set."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setTristate(True)
        self.clicked.connect(self._tell)
        self.checkStateChanged.connect(self._name_state)
        self.show_value(None)

    def show_value(self, value: AttributeValue | None) -> None:
        """Show a value without telling anybody."""
        state = Qt.CheckState.PartiallyChecked
        if value is not None:
            state = Qt.CheckState.Checked if value else Qt.CheckState.Unchecked
        self.setCheckState(state)
        self._name_state()

    def value(self) -> bool | None:
        """Return what is shown."""
        return {Qt.CheckState.Checked: True, Qt.CheckState.Unchecked: False}.get(
            self.checkState()
        )

    def nextCheckState(self) -> None:
        """Go from not set to yes, to no, and back."""
        following = {None: True, True: False, False: None}
        self.show_value(following[self.value()])

    def commit(self) -> None:
        """Do nothing: a click tells at once."""

    def _tell(self) -> None:
        self.changed.emit(self.value())

    def _name_state(self) -> None:
        self.setText(
            {None: tr(_NOT_SET), True: tr("Yes"), False: tr("No")}[self.value()]
        )


class ChoiceField(QComboBox):
    """One of the schema's choices."""

    changed = Signal(object)

    def __init__(self, choices: tuple[str, ...]) -> None:
        super().__init__()
        self.addItem(tr(_NOT_SET), None)
        for choice in choices:
            self.addItem(choice, choice)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.activated.connect(self._tell)

    def show_value(self, value: AttributeValue | None) -> None:
        """Show a value, also one that the schema no longer offers."""
        index = self.findData(value)
        if index < 0:
            self.addItem(str(value), value)
            index = self.count() - 1
        self.setCurrentIndex(index)

    def commit(self) -> None:
        """Do nothing: a choice tells at once."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the panel: scrolling must not change a value."""
        event.ignore()

    def _tell(self) -> None:
        self.changed.emit(self.currentData())


class TextField(QLineEdit):
    """A line of text, told when it is left or Enter is pressed."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._told = ""
        self.setPlaceholderText(tr(_NOT_SET))
        self.editingFinished.connect(self.commit)

    def show_value(self, value: AttributeValue | None) -> None:
        """Show a value without telling anybody."""
        self._told = "" if value is None else str(value)
        self.setText(self._told)

    def commit(self) -> None:
        """Tell of what has been typed, once."""
        text = self.text().strip()
        if text != self._told:
            self._told = text
            self.changed.emit(text or None)


class NumberField(QDoubleSpinBox):
    """A number; its least value stands for none."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._told: float | None = None
        self.setRange(_LEAST, _MOST)
        self.setDecimals(3)
        self.setSpecialValueText(tr(_NOT_SET))
        self.setKeyboardTracking(False)
        self.lineEdit().setTextMargins(Space.XS, 0, 0, 0)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.show_value(None)
        self.editingFinished.connect(self.commit)

    def textFromValue(self, value: float) -> str:
        """Write whole numbers without a point."""
        return number(value, ".3f").rstrip("0").rstrip(".,")

    def stepBy(self, steps: int) -> None:
        """Begin at zero where nothing is set; tell of each step."""
        if self.value() == _LEAST:
            self.setValue(0.0)
        else:
            super().stepBy(steps)
        self.commit()

    def show_value(self, value: AttributeValue | None) -> None:
        """Show a value without telling anybody."""
        self._told = float(value) if isinstance(value, int | float) else None
        self.setValue(_LEAST if self._told is None else self._told)

    def commit(self) -> None:
        """Tell of the number, once."""
        self.interpretText()
        value = None if self.value() == _LEAST else self.value()
        if value != self._told:
            self._told = value
            whole = value is not None and value.is_integer()
            self.changed.emit(int(value) if whole and value is not None else value)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the panel: scrolling must not change a value."""
        event.ignore()


class AttributesSection(QWidget):
    """The attributes of one kind.

    Signals:
        changed: Name and value; None where it is not set any more.
    """

    changed = Signal(str, object)

    def __init__(self, kind: Kind) -> None:
        super().__init__()
        self.fields: dict[str, Field] = {}
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(Space.M)
        form.setVerticalSpacing(Space.S)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for attribute in kind.attributes:
            field = _field(attribute)
            field.setAccessibleName(attribute.title)
            field.setToolTip(attribute.description)
            field.setObjectName(attribute.name)
            field.changed.connect(self._tell)
            self.fields[attribute.name] = field
            title = QLabel(attribute.title)
            set_role(title, "muted")
            title.setBuddy(field)
            form.addRow(title, field)

    def show_values(self, values: Mapping[str, AttributeValue]) -> None:
        """Show the values without telling anybody."""
        for name, field in self.fields.items():
            field.show_value(values.get(name))

    def commit(self) -> None:
        """Tell of what has been typed and not told yet."""
        for field in self.fields.values():
            field.commit()

    def _tell(self, value: object) -> None:
        self.changed.emit(self.sender().objectName(), value)


def _field(
    attribute: Attribute,
) -> FlagField | ChoiceField | TextField | NumberField:
    if attribute.type is AttributeType.FLAG:
        return FlagField()
    if attribute.type is AttributeType.CHOICE:
        return ChoiceField(attribute.choices)
    if attribute.type is AttributeType.NUMBER:
        return NumberField()
    return TextField()


class NoteEdit(QPlainTextEdit):
    """A note, told once when it is left or Ctrl+Enter is pressed.

    Signals:
        committed: The new note.
    """

    committed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._told = ""
        self.setPlaceholderText(tr("Add a note… (Ctrl+Enter saves it)"))
        self.setAccessibleName(tr("Note"))
        self.setToolTip(tr("Saved when you leave the field or press Ctrl+Enter"))
        self.setTabChangesFocus(True)
        self.setFixedHeight(68)

    def show_note(self, note: str, *, keep_typed: bool) -> None:
        """Show *note*; with *keep_typed* not over what is being typed."""
        if keep_typed and self.document().isModified():
            return
        self._told = note
        self.setPlainText(note)
        self.document().setModified(False)

    def note(self) -> str:
        """Return what stands in the field, every kind of blank as it was."""
        return self.document().toRawText().replace("\u2029", "\n")

    def commit(self) -> None:
        """Tell of the note if it has changed, once."""
        if not self.document().isModified():
            return
        self.document().setModified(False)
        note = self.note()
        if note != self._told:
            self._told = note
            self.committed.emit(note)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Commit, unless only a menu has opened over the field."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.commit()

    def event(self, event: QEvent) -> bool:
        """Claim Ctrl+Enter, which is an action of the window elsewhere."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and _commits(event)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Commit on Ctrl+Enter."""
        if _commits(event):
            self.commit()
            return
        super().keyPressEvent(event)


def _commits(event: QKeyEvent) -> bool:
    enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
    return enter and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
