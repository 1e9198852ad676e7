"""Asking who is working, when a project is opened or somebody else sits down."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from annotator.domain.wording import tr
from annotator.ui.dialogs.form import FormDialog


class WhoDialog(FormDialog):
    """Offers the annotators of a project; another name can be typed.

    Signals:
        chosen: The name of whoever is working.
    """

    chosen = Signal(str)

    def __init__(
        self, names: Sequence[str], present: str, parent: QWidget | None = None
    ) -> None:
        """Make the dialog.

        Args:
            names: Who can be chosen.
            present: Who is working now, or was last; chosen at first if offered.
            parent: The window.
        """
        super().__init__(
            tr("Who is working?"),
            tr(
                "Annotations are kept by name. You see your own; type another name to "
                "begin as somebody new."
            ),
            tr("Continue"),
            parent,
        )
        self.names = QComboBox()
        self.names.setEditable(True)
        self.names.setAccessibleName(tr("Who is working"))
        self.names.addItems(list(names))
        self.names.setCurrentText(present if present in names else "")
        line = self.names.lineEdit()
        if line is not None:
            line.setPlaceholderText(tr("Name"))
        self.fields.addRow(tr("&Name"), self.names)
        self.names.setFocus()

    def submit(self) -> None:
        """Emit the name, unless there is none."""
        name = self.names.currentText().strip()
        if not name:
            self.show_problem(tr("Choose a name, or type one."))
            return
        self.chosen.emit(name)
        self.accept()
