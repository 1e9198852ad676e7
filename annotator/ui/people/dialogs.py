"""Asking for a name, and who is to get what."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QLabel,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from annotator.domain.errors import InputError
from annotator.domain.wording import tr
from annotator.services.assigning import AssignReport, AssignRequest, parse_share
from annotator.ui.dialogs.form import FormDialog
from annotator.ui.theme import Space, indented, set_role

Preview = Callable[[AssignRequest], AssignReport]


class NameDialog(FormDialog):
    """Asks for one name.

    Signals:
        named: What was typed.
    """

    named = Signal(str)

    def __init__(self, title: str, button: str, before: str, parent: QWidget) -> None:
        """Make the dialog.

        Args:
            before: The name so far; "" for a new one.
        """
        super().__init__(title, tr("All annotations are kept by name."), button, parent)
        self.name = QLineEdit(before)
        self.name.setAccessibleName(tr("Name"))
        self.name.selectAll()
        self.fields.addRow(tr("&Name"), self.name)
        self.name.setFocus()

    def submit(self) -> None:
        """Emit the name, unless there is none."""
        name = self.name.text().strip()
        if not name:
            self.show_problem(tr("Type a name."))
            return
        self.named.emit(name)
        self.accept()


class AssignDialog(FormDialog):
    """Asks who is to get what, and shows what everybody would have then.

    Signals:
        chosen: An ``AssignRequest``.
    """

    chosen = Signal(object)

    def __init__(self, names: Sequence[str], preview: Preview, parent: QWidget) -> None:
        """Make the dialog.

        Args:
            names: Who can get something.
            preview: Tells what a request would do, and does nothing.
        """
        super().__init__(
            tr("Assign articles"),
            tr(
                "What was assigned before stays. The same numbers and seed give the "
                "same assignments."
            ),
            tr("Assign"),
            parent,
        )
        self._preview = preview
        self.people = {name: QCheckBox(name) for name in names}
        self.per_document = indented(QSpinBox())
        self.per_document.setRange(1, max(len(names), 1))
        self.shared = QLineEdit("10%")
        self.withheld = QLineEdit("0")
        self.withhold_shared = QCheckBox(tr("Without suggestions on shared articles"))
        self.seed = indented(QSpinBox())
        self.seed.setRange(0, 999_999)
        self.loads = QLabel()
        self.loads.setTextFormat(Qt.TextFormat.PlainText)
        self.loads.setWordWrap(True)
        set_role(self.loads, "muted")
        self._lay_out()
        self._connect()
        self._show_loads()

    def _lay_out(self) -> None:
        ticks = QVBoxLayout()
        ticks.setSpacing(Space.XS)
        for box in self.people.values():
            box.setChecked(True)
            ticks.addWidget(box)
        self.fields.addRow(tr("Annotators"), ticks)
        self.fields.addRow(tr("Annotators per &article"), self.per_document)
        self.fields.addRow(tr("&Shared by all (20, or 10%)"), self.shared)
        self.fields.addRow(tr("&Without suggestions (20, or 10%)"), self.withheld)
        self.fields.addRow("", self.withhold_shared)
        self.fields.addRow(tr("S&eed"), self.seed)
        self.fields.addRow(tr("Then"), self.loads)

    def _connect(self) -> None:
        for box in (*self.people.values(), self.withhold_shared):
            box.toggled.connect(self._show_loads)
        for spin in (self.per_document, self.seed):
            spin.valueChanged.connect(self._show_loads)
        for line in (self.shared, self.withheld):
            line.textChanged.connect(self._show_loads)

    def request(self) -> AssignRequest:
        """Return what is chosen.

        Raises:
            InputError: A share is no share.
        """
        return AssignRequest(
            tuple(name for name, box in self.people.items() if box.isChecked()),
            self.per_document.value(),
            parse_share(self.shared.text()),
            parse_share(self.withheld.text()),
            self.withhold_shared.isChecked(),
            self.seed.value(),
        )

    def _show_loads(self) -> None:
        """Say what everybody would have, or why nothing can be assigned."""
        try:
            report = self._preview(self.request())
        except InputError as error:
            self.loads.setText(str(error))
            return
        loads = (
            tr(
                "{name}: {number:,} ({new:,} new)",
                name=name,
                number=number,
                new=report.new[name],
            )
            for name, number in report.loads.items()
        )
        self.loads.setText(
            tr(
                "{loads}. {shared:,} shared by all, {withheld:,} newly without "
                "suggestions.",
                loads="; ".join(loads),
                shared=report.shared,
                withheld=report.withheld,
            )
        )

    def submit(self) -> None:
        """Emit the request, unless something is wrong with it."""
        try:
            request = self.request()
            self._preview(request)
        except InputError as error:
            self.show_problem(str(error))
            return
        self.chosen.emit(request)
        self.accept()
