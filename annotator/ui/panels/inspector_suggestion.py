"""The inspector's form for a suggestion of one kind."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from annotator.domain.annotations import AttributeValue, Suggestion
from annotator.domain.schema import Kind
from annotator.domain.wording import number, tr
from annotator.ui.key_names import name_in_tip
from annotator.ui.panels.inspector_annotation import LabelBox, line, titled
from annotator.ui.panels.inspector_parts import PartsSection
from annotator.ui.theme import Space, set_role


class SuggestionForm(QWidget):
    """What is proposed, how sure the pipeline is, why, and the two answers.

    Signals:
        label_changed: Accept it with another label.
        accept: Accept it as it is.
        reject: Reject it.
        correct: Set its parts right.
    """

    label_changed = Signal(str)
    accept = Signal()
    reject = Signal()
    correct = Signal()

    def __init__(self, kind: Kind) -> None:
        super().__init__()
        self.page: QWidget = self
        self.label = LabelBox(kind)
        self.label.setToolTip(tr("Accept it with another label"))
        self.label.chosen.connect(self.label_changed)
        self._kind = kind
        self.parts = PartsSection(kind, editable=True)
        self.score = QProgressBar()
        self.score.setRange(0, 100)
        self.score.setTextVisible(False)
        self.score.setAccessibleName(tr("Score"))
        self._figure = QLabel()
        self.reason = QLabel()
        self.attributes = QLabel()
        for label in (self.reason, self.attributes):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._source = QLabel()
        self._source.setWordWrap(True)
        set_role(self._source, "muted")
        self.accept_button = QPushButton(tr("Accept"))
        set_role(self.accept_button, "primary")
        self.accept_button.clicked.connect(self.accept)
        self.reject_button = QPushButton(tr("Reject"))
        self.reject_button.clicked.connect(self.reject)
        self.correct_button = QPushButton(tr("Correct"))
        self.correct_button.clicked.connect(self.correct)
        for button, tip, keys in (
            (self.accept_button, tr("Accept it and go on"), ("accept",)),
            (self.reject_button, tr("Reject it and go on"), ("reject", "delete")),
            (self.correct_button, tr("Set a part right"), ("correct",)),
        ):
            name_in_tip(button, tip, *keys)
        self._lay_out(kind)

    def _lay_out(self, kind: Kind) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.M, Space.M, Space.M, Space.M)
        column.setSpacing(Space.M)
        column.addLayout(
            titled(tr("Suggestion · {title}", title=kind.title), self.label)
        )
        answers = QHBoxLayout()
        answers.setSpacing(Space.S)
        answers.addWidget(self.accept_button, 1)
        answers.addWidget(self.reject_button, 1)
        answers.addWidget(self.correct_button, 1)
        column.addLayout(answers)
        bar = QWidget()
        scored = QHBoxLayout(bar)
        scored.setContentsMargins(0, 0, 0, 0)
        scored.setSpacing(Space.S)
        scored.addWidget(self.score, 1)
        scored.addWidget(self._figure)
        column.addLayout(titled(tr("Score"), bar))
        column.addWidget(self.reason)
        column.addWidget(self.attributes)
        column.addWidget(line())
        column.addWidget(self.parts)
        column.addWidget(line())
        column.addWidget(self._source)
        column.addStretch(1)

    def show_suggestion(self, suggestion: Suggestion, text: str) -> None:
        """Show a suggestion."""
        from annotator.services.reasons import in_words

        self.label.show_label(suggestion.label)
        self.parts.show_parts(suggestion.parts, text)
        self.score.setValue(round(suggestion.score * 100))
        self._figure.setText(number(suggestion.score, ".2f"))
        self.reason.setText(in_words(suggestion.reason))
        self.reason.setVisible(bool(suggestion.reason))
        lines = attribute_lines(suggestion, self._kind)
        self.attributes.setText("\n".join(lines))
        self.attributes.setVisible(bool(lines))
        self._source.setText(
            tr(
                "From {pipeline} {version}",
                pipeline=suggestion.pipeline,
                version=suggestion.version,
            )
        )


def attribute_lines(suggestion: Suggestion, kind: Kind | None) -> list[str]:
    """Return a line for each attribute, also for one that the schema lacks."""
    titles = {a.name: a.title for a in kind.attributes} if kind is not None else {}
    return [
        f"{titles.get(name) or name.replace('_', ' ').capitalize()}: {_said(value)}"
        for name, value in suggestion.attributes.items()
    ]


def _said(value: AttributeValue) -> str:
    """Return a value as people say it."""
    if isinstance(value, bool):
        return tr("yes") if value else tr("no")
    return f"{value:g}" if isinstance(value, float) else str(value)
