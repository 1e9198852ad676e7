"""What the dialogs have in common: heading, fields, one line for what is wrong."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from annotator.domain.wording import tr
from annotator.ui.theme import Space, set_role

_SPARE = 2
"""Pixels beside a label."""


class FormDialog(QDialog):
    """A window-modal form; subclasses emit what was chosen and then accept.

    A dialog is shown with ``open()`` and deletes itself when it closes.
    """

    def __init__(
        self, title: str, explanation: str, accept_text: str, parent: QWidget | None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setMinimumWidth(520)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        self._column.setSpacing(Space.M)
        if explanation:
            said = QLabel(explanation)
            said.setWordWrap(True)
            set_role(said, "muted")
            self._column.addWidget(said)
        self.fields = QFormLayout()
        self.fields.setHorizontalSpacing(Space.L)
        self.fields.setVerticalSpacing(Space.S)
        self.fields.setFieldGrowthPolicy(
            QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow
        )
        self._column.addLayout(self.fields)
        self.problem = QLabel()
        self.problem.setWordWrap(True)
        self.problem.setTextFormat(Qt.TextFormat.PlainText)
        set_role(self.problem, "error")
        self.problem.hide()
        self._column.addWidget(self.problem)
        self._column.addSpacing(Space.S)
        self.buttons = QDialogButtonBox()
        self.accept_button = QPushButton(accept_text)
        set_role(self.accept_button, "primary")
        self.buttons.addButton(
            self.accept_button, QDialogButtonBox.ButtonRole.AcceptRole
        )
        # No standard button: some desktops put icons of their own on those.
        self.buttons.addButton(tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        self.buttons.accepted.connect(self.submit)
        self.buttons.rejected.connect(self.reject)
        self._column.addWidget(self.buttons)
        # Once it is in the dialog: otherwise Return does nothing as soon as the
        # button has had the focus and lost it.
        self.accept_button.setDefault(True)

    def showEvent(self, event: QShowEvent) -> None:
        """Make room for the letter that is underlined.

        It is drawn apart from the letters around it, each piece at a whole pixel, so
        that the longest label would lose the last one.
        """
        for row in range(self.fields.rowCount()):
            item = self.fields.itemAt(row, QFormLayout.ItemRole.LabelRole)
            label = item.widget() if item else None
            if isinstance(label, QLabel):
                label.setMinimumWidth(label.sizeHint().width() + _SPARE)
        super().showEvent(event)

    def add_above_buttons(self, item: QWidget | QLayout, *, stretch: int = 0) -> None:
        """Add something between the fields and the line for what is wrong."""
        place = self._column.indexOf(self.problem)
        if isinstance(item, QWidget):
            self._column.insertWidget(place, item, stretch)
        else:
            self._column.insertLayout(place, item, stretch)

    def show_problem(self, sentence: str) -> None:
        """Say what is wrong with the input; "" for nothing."""
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))
        # Lines that wrap ask for no height by themselves: make room for them.
        needed = self._column.totalHeightForWidth(self.width())
        self.resize(self.width(), max(self.height(), needed))

    def submit(self) -> None:
        """Take the input; subclasses check and emit it first."""
        self.accept()
