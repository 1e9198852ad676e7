"""Accepting many suggestions at once, with the count before it is done."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QLabel, QWidget

from annotator.domain.annotations import Suggestion
from annotator.domain.schema import Schema
from annotator.domain.scores import reaches
from annotator.domain.wording import tr, trn
from annotator.ui.dialogs.form import FormDialog
from annotator.ui.theme import indented, set_role


class AcceptManyDialog(FormDialog):
    """Asks for kind, label and score.

    Signals:
        chosen: Kind or None, label or None, the least score.
    """

    chosen = Signal(object, object, float)

    def __init__(
        self,
        schema: Schema,
        pending: Sequence[Suggestion],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            tr("Accept many suggestions"),
            tr(
                "All of them become annotations in one step, which one undo takes back."
            ),
            tr("Accept"),
            parent,
        )
        self._schema = schema
        self._pending = pending
        present = {s.kind for s in pending}
        self.kind = QComboBox()
        self.kind.addItem(tr("All kinds"), None)
        for kind in schema.kinds:
            if kind.name in present:
                self.kind.addItem(kind.title, kind.name)
        self.label = QComboBox()
        self.score = indented(QDoubleSpinBox())
        self.score.setRange(0.0, 1.0)
        self.score.setSingleStep(0.05)
        self.score.setDecimals(2)
        self.count = QLabel()
        set_role(self.count, "heading")
        self.fields.addRow(tr("&Kind"), self.kind)
        self.fields.addRow(tr("&Label"), self.label)
        self.fields.addRow(tr("&Score at least"), self.score)
        self.add_above_buttons(self.count)
        self.kind.currentIndexChanged.connect(self._fill_labels)
        self.label.currentIndexChanged.connect(self._count)
        self.score.valueChanged.connect(self._count)
        self._fill_labels()

    def set_choice(self, *, kind: str | None, score: float) -> None:
        """Begin with a kind and a score."""
        self.kind.setCurrentIndex(max(self.kind.findData(kind), 0))
        self.score.setValue(score)

    def matching(self) -> list[Suggestion]:
        """Return the suggestions that would be accepted."""
        kind, label = self.kind.currentData(), self.label.currentData()
        return [
            s
            for s in self._pending
            if reaches(s.score, self.score.value())
            and kind in (None, s.kind)
            and label in (None, s.label)
        ]

    def submit(self) -> None:
        """Emit the choice."""
        self.chosen.emit(
            self.kind.currentData(), self.label.currentData(), self.score.value()
        )
        self.accept()

    def _fill_labels(self) -> None:
        kind_name = self.kind.currentData()
        present = {s.label for s in self._pending if s.kind == kind_name}
        self.label.clear()
        self.label.addItem(tr("All labels"), None)
        kind = self._schema.kind(kind_name) if kind_name else None
        for label in kind.labels if kind else ():
            if label.name in present:
                self.label.addItem(label.title, label.name)
        self.label.setEnabled(self.label.count() > 1)
        self._count()

    def _count(self) -> None:
        found, total = len(self.matching()), len(self._pending)
        self.count.setText(
            trn(
                "{found:,} of {n:,} suggestion",
                "{found:,} of {n:,} suggestions",
                total,
                found=found,
            )
        )
        self.accept_button.setText(tr("Accept {found:,}", found=found))
        self.accept_button.setEnabled(bool(found))
