"""What is compared with what: a bar of choices, and how the comparison goes."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
)

from annotator.domain.wording import noop, tr
from annotator.services.evaluating import EvaluationChoices
from annotator.services.evaluation import Criterion, EvaluationRequest
from annotator.ui.panels.flow import INTRODUCES, FlowLayout
from annotator.ui.theme import Space, indented, set_role

CRITERION_TITLES = {
    Criterion.LOOSE: noop("overlap ≥ .3"),
    Criterion.CLOSE: noop("overlap ≥ .8"),
    Criterion.EXACT: noop("exactly the same"),
}
SETTLE_MS = 400
"""How long to wait for the next turn of the score before comparing anew."""


class ChoiceBar(QFrame):
    """Against whom, whose suggestions, when two are the same, from which score on.

    Signals:
        changed: Something else is to be compared.
        again: The same is to be compared once more.
        stopped: The comparison under way is to stop.
    """

    changed = Signal()
    again = Signal()
    stopped = Signal()

    def __init__(self) -> None:
        super().__init__()
        set_role(self, "bar")
        self.against = _combo(tr("Compare with the annotations of"))
        self.pipeline = _combo(tr("Suggestions of"))
        self.criterion = _combo(tr("Two are the same by"))
        for criterion, title in CRITERION_TITLES.items():
            self.criterion.addItem(tr(title), criterion)
        self.score = indented(QDoubleSpinBox())
        self.score.setRange(0.0, 1.0)
        self.score.setSingleStep(0.05)
        self.score.setAccessibleName(tr("Only suggestions from this score on"))
        self.unfinished = QCheckBox(tr("Also unfinished"))
        self.unfinished.setToolTip(
            tr("Take along articles that have annotations but are not set to done.")
        )
        self.state = QLabel()
        self.state.setTextFormat(Qt.TextFormat.PlainText)
        self.state.setWordWrap(True)
        set_role(self.state, "muted")
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setFixedWidth(140)
        self.progress.setAccessibleName(tr("Comparing"))
        self.button = QPushButton(tr("Evaluate again"))
        set_role(self.button, "small")
        self.button.clicked.connect(self._on_button)
        self._settle = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._working = False
        self._lay_out()
        self._connect()
        self.show_state("")

    def _lay_out(self) -> None:
        choices = FlowLayout(gap=Space.S, row_gap=Space.XS)
        for words, field in (
            (tr("Suggestions of"), self.pipeline),
            (tr("against"), self.against),
            (tr("same by"), self.criterion),
            (tr("score from"), self.score),
        ):
            label = QLabel(words)
            label.setProperty(INTRODUCES, True)
            label.setBuddy(field)
            set_role(label, "muted")
            choices.addWidget(label)
            choices.addWidget(field)
        choices.addWidget(self.unfinished)
        foot = QHBoxLayout()
        foot.setSpacing(Space.M)
        foot.addWidget(self.state, 1)
        foot.addWidget(self.progress)
        foot.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.M, Space.XS, Space.M, Space.XS)
        column.setSpacing(Space.XS)
        column.addLayout(choices)
        column.addLayout(foot)

    def _connect(self) -> None:
        for combo in (self.against, self.pipeline, self.criterion):
            combo.activated.connect(self._tell)
        self.unfinished.clicked.connect(self._tell)
        self.score.valueChanged.connect(self._settle.start)
        self._settle.timeout.connect(self._tell)

    # What the panel calls ---------------------------------------------------------

    def set_choices(self, choices: EvaluationChoices, annotator: str) -> None:
        """Offer layers and pipelines; what was chosen before stays, if it can.

        Args:
            choices: What there is.
            annotator: Who is working: taken where nothing is settled yet.
        """
        first = choices.layers[0] if choices.layers else ""
        mine = annotator if annotator in choices.layers else first
        settled = first if first == "gold" else mine
        _offer(self.against, choices.layers, settled)
        _offer(self.pipeline, choices.pipelines, choices.pipeline)

    def request(self) -> EvaluationRequest:
        """Return what is chosen."""
        return EvaluationRequest(
            against=self.against.currentText(),
            pipeline=self.pipeline.currentText(),
            min_score=round(self.score.value(), 2),
            include_unfinished=self.unfinished.isChecked(),
            passages=self.chosen_criterion(),
        )

    def chosen_criterion(self) -> Criterion:
        """Return when two things count as the same."""
        return Criterion(self.criterion.currentData())

    def show_working(self, done: int, total: int) -> None:
        """Show how far the comparison is; total 0 where it is not known."""
        self._working = True
        self.progress.setRange(0, total)
        self.progress.setValue(done if total else -1)
        self.progress.show()
        self.button.setText(tr("Cancel"))
        self.state.setText(tr("Comparing…"))

    def show_state(self, sentence: str) -> None:
        """Show what came of it."""
        self._working = False
        self.progress.hide()
        self.button.setText(tr("Evaluate again"))
        self.state.setText(sentence)

    def _on_button(self) -> None:
        (self.stopped if self._working else self.again).emit()

    def _tell(self) -> None:
        self._settle.stop()
        self.changed.emit()


def _combo(name: str) -> QComboBox:
    combo = QComboBox()
    combo.setAccessibleName(name)
    combo.setToolTip(name)
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
    return combo


def _offer(combo: QComboBox, names: tuple[str, ...], chosen: str) -> None:
    before = combo.currentText()
    blocker = QSignalBlocker(combo)
    combo.clear()
    combo.addItems(names)
    combo.setCurrentText(before if before in names else chosen)
    blocker.unblock()
