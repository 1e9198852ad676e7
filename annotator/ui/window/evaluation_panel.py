"""The evaluation: choices above, figures on the left, passages on the right."""

from __future__ import annotations

from PySide6.QtCore import (
    Qt,
    Signal,
)
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QLabel,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from annotator.domain.schema import Schema
from annotator.domain.wording import tr, trn, within
from annotator.services.evaluation import Evaluation, Outcome
from annotator.services.evaluation_report import why_left_out
from annotator.ui import counting
from annotator.ui.key_names import way_to
from annotator.ui.panels.advice import Advice
from annotator.ui.panels.filter_chip import FilterChip
from annotator.ui.panels.flow import FlowLayout
from annotator.ui.theme import Space, set_role
from annotator.ui.window.evaluation_choices import ChoiceBar
from annotator.ui.window.evaluation_figures import figures_of
from annotator.ui.window.evaluation_list import PassageTable
from annotator.ui.window.evaluation_passages import (
    DIFFERENCES,
    OUTCOME_TITLES,
    PassageModel,
    Reader,
)
from annotator.ui.window.evaluation_tree import FigureTree

_NARROW = 720


class EvaluationPanel(QWidget):
    """Everything about one evaluation; compares nothing by itself.

    Signals:
        wanted: What the bar says is to be compared.
        stopped: The comparison under way is to stop.
        suggest_wanted: Suggestions are to be made.
        passage_shown: A passage is to be shown in the article.
        passage_entered: Likewise, and the focus is to go there.
    """

    wanted = Signal()
    stopped = Signal()
    suggest_wanted = Signal()
    passage_shown = Signal(object)
    passage_entered = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Evaluation of suggestions"))
        self.bar = ChoiceBar()
        self.tree = FigureTree()
        self.passages = PassageModel(self)
        self.table = PassageTable(self.passages)
        self.chips = {
            outcome: FilterChip(tr(title), counted=counting.passages)
            for outcome, title in OUTCOME_TITLES.items()
        }
        self.none = QLabel()
        self.advice = Advice()
        self._state = ""
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        chips = FlowLayout(gap=Space.XS, row_gap=Space.XS)
        chips.setContentsMargins(Space.S, Space.XS, Space.S, Space.XS)
        for outcome, chip in self.chips.items():
            chip.setChecked(outcome in DIFFERENCES)
            chips.addWidget(chip)
        self.none.setWordWrap(True)
        self.none.setMargin(Space.L)
        self.none.setAlignment(Qt.AlignmentFlag.AlignTop)
        set_role(self.none, "muted")
        self._listed = QStackedWidget()
        self._listed.addWidget(self.table)
        self._listed.addWidget(self.none)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(chips)
        column.addWidget(self._listed, 1)
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self.split.setChildrenCollapsible(False)
        self.split.addWidget(self.tree)
        self.split.addWidget(right)
        self.split.setStretchFactor(0, 2)
        self.split.setStretchFactor(1, 3)
        self.split.setSizes([620, 780])
        self._middle = QStackedWidget()
        self._middle.addWidget(self.split)
        self._middle.addWidget(self.advice)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        layout.addWidget(self._middle, 1)

    def _connect(self) -> None:
        self.bar.changed.connect(self.wanted)
        self.bar.again.connect(self.wanted)
        self.bar.stopped.connect(self.stopped)
        self.tree.figure_chosen.connect(self._narrow)
        self.tree.entered_figure.connect(self._go_to_list)
        for chip in self.chips.values():
            chip.clicked.connect(self._narrow)
        self.table.shown.connect(self.passage_shown)
        self.table.entered.connect(self.passage_entered)
        self.advice.pressed.connect(self._on_advice)

    # What the window calls --------------------------------------------------------

    def show_evaluation(
        self, evaluation: Evaluation, schema: Schema, read: Reader
    ) -> None:
        """Show what a comparison came to."""
        self._state = _summary(evaluation, schema)
        self.bar.show_state(self._state)
        self.bar.show()
        if not evaluation.compared:
            self._advise_done(evaluation)
            return
        self.table.cells.schema = schema
        self.passages.set_passages(evaluation.passages, schema, read)
        rows = figures_of(evaluation, schema, self.bar.chosen_criterion())
        self.tree.show_figures(rows)
        self._narrow()
        self._middle.setCurrentWidget(self.split)

    def show_failure(self, sentence: str) -> None:
        """Say why nothing could be compared."""
        self.bar.show_state("")
        self.advice.say(tr("Nothing was compared"), sentence)
        self._middle.setCurrentWidget(self.advice)

    def show_stopped(self) -> None:
        """Say that the comparison was stopped; older figures stay."""
        self._state = tr("Stopped; the figures below are older.") * bool(self._state)
        self.bar.show_state(self._state or tr("Stopped."))

    def show_stale(self) -> None:
        """Say that annotations or suggestions are others by now."""
        if self._state and self.has_figures:
            self.bar.show_state(tr("{state} Changed since.", state=self._state))

    def advise_suggestions(self) -> None:
        """Say that there are no suggestions to judge."""
        self.bar.hide()
        self.advice.say(
            tr("There are no suggestions yet"),
            tr("Let the pipeline suggest first, then compare with what people marked."),
            tr("Suggest for all articles"),
        )
        self._middle.setCurrentWidget(self.advice)

    def advise_layers(self) -> None:
        """Say that there are no annotations to judge by."""
        self.bar.hide()
        self.advice.say(
            tr("Nobody has annotated anything yet"),
            tr(
                "Annotate some articles and set them to done ({key}), or import "
                "annotations: suggestions are then judged by them.",
                key=way_to("done_and_next"),
            ),
        )
        self._middle.setCurrentWidget(self.advice)

    def _advise_done(self, evaluation: Evaluation) -> None:
        offer = not self.bar.unfinished.isChecked()
        self.advice.say(
            tr("No article can be compared"),
            tr(
                "Only articles that {against} has set to done count: what is not "
                "marked there was looked at. ({why_left_out})",
                against=evaluation.against,
                why_left_out=why_left_out(evaluation),
            ),
            tr("Compare unfinished ones, too") if offer else "",
        )
        self._middle.setCurrentWidget(self.advice)

    @property
    def has_figures(self) -> bool:
        """Whether there are figures, and not advice in place of them."""
        return self._middle.currentWidget() is self.split

    def clear(self) -> None:
        """Forget another project's figures."""
        self._state = ""
        self.passages.clear()
        self.tree.show_figures(())
        self.bar.show_state("")

    # Inside -----------------------------------------------------------------------

    def _on_advice(self) -> None:
        if self.bar.pipeline.count():
            self.bar.unfinished.setChecked(True)
            self.wanted.emit()
        else:
            self.suggest_wanted.emit()

    def _narrow(self) -> None:
        """Show the passages behind the selected figure."""
        outcomes = {o for o, chip in self.chips.items() if chip.isChecked()}
        counts = self.passages.set_filter(self.tree.current(), outcomes)
        for outcome, chip in self.chips.items():
            chip.set_count(counts[outcome])
        shown = self.passages.rowCount()
        self.none.setText(_why_none(counts.total(), outcomes))
        self._listed.setCurrentWidget(self.table if shown else self.none)
        self.table.scrollToTop()

    def _go_to_list(self) -> None:
        if self.passages.rowCount():
            self.table.selectRow(0)
            self.table.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the passages below the figures where it is narrow but high."""
        size = event.size()
        upright = size.width() < _NARROW and size.height() > size.width() * 0.7
        self.split.setOrientation(
            Qt.Orientation.Vertical if upright else Qt.Orientation.Horizontal
        )
        super().resizeEvent(event)


def _summary(evaluation: Evaluation, schema: Schema) -> str:
    number = evaluation.compared
    said = trn("{n:,} article compared", "{n:,} articles compared", number)
    reasons = why_left_out(evaluation)
    if reasons:
        said += tr("; left out: {reasons}", reasons=reasons)
    absent = [within(k.title) for k in schema.kinds if k.name in evaluation.absent]
    if absent:
        said += tr(
            "; {against} has no {kinds}",
            against=evaluation.against,
            kinds=tr(" and no ").join(absent),
        )
    if evaluation.unkept:
        said += tr(
            "; the first {number:,} passages are listed",
            number=len(evaluation.passages),
        )
    return f"{said}."


def _why_none(behind: int, outcomes: set[Outcome]) -> str:
    if not behind:
        return tr("There is nothing behind this figure.")
    if outcomes == DIFFERENCES:
        return tr("Everything here is right.")
    return tr("Nothing of this sort; the buttons above show the others.")
