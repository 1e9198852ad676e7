"""The bar over the article: open suggestions, their answers, the worker's state."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from html import escape

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDoubleSpinBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from annotator.domain.annotations import Suggestion
from annotator.domain.schema import Kind, Schema
from annotator.domain.scores import TOP, score_bin
from annotator.domain.wording import number, tr, trn, within
from annotator.ui.icons import icon
from annotator.ui.key_names import name_in_tip, name_on
from annotator.ui.panels.correction_bar import CorrectionBar
from annotator.ui.panels.flow import FlowLayout
from annotator.ui.theme import Space, indented, set_role

_DEFAULT_SCORE = 0.8
_EVERY_KIND = ""


class SuggestionBar(QFrame):
    """Counts what is open, moves through it, answers one or many at once.

    Signals:
        next_requested: Go to the next suggestion.
        previous_requested: Go to the one before.
        accept_requested: Accept the selected one.
        reject_requested: Reject it.
        correct_requested: Set its parts right.
        part_chosen: The part of it that is to be set right.
        done_requested: Keep what was corrected.
        stop_requested: Give the correction up.
        accept_all_requested: Accept all with at least this score, of this kind
            ("" for every kind).
        scores_requested: Choose from which score on suggestions are shown.
        cancel_requested: Stop suggesting.
        retry_requested: Suggest again after a fault.
    """

    next_requested = Signal()
    previous_requested = Signal()
    accept_requested = Signal()
    reject_requested = Signal()
    correct_requested = Signal()
    part_chosen = Signal(str)
    done_requested = Signal()
    stop_requested = Signal()
    accept_all_requested = Signal(float, str)
    scores_requested = Signal()
    cancel_requested = Signal()
    retry_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "bar")
        self.setAccessibleName(tr("Suggestions"))
        self._kinds: tuple[Kind, ...] = ()
        self._bins: dict[str, list[int]] = {}
        self._notice = ""
        self._limits: Mapping[str, float] = {}
        self._current = False
        self.summary = QLabel()
        self.previous = _sign_button(
            "previous", tr("Previous suggestion"), "previous_suggestion"
        )
        self.next = _sign_button("next", tr("Next suggestion"), "next_suggestion")
        self.accept, self.reject = QPushButton(), QPushButton()
        self.correct = QPushButton()
        self.kind = QComboBox()
        self.score = indented(QDoubleSpinBox())
        self.accept_all = QPushButton()
        self.filter = _sign_button(
            "filter", tr("Scores: hide the doubtful ones"), "scores"
        )
        self.correction = CorrectionBar()
        self.worker = _WorkerState()
        self._set_up()
        self._lay_out()
        self._connect()
        self._count()

    def _set_up(self) -> None:
        self.kind.setAccessibleName(tr("Accept all of kind"))
        self.kind.setToolTip(tr("Which suggestions to accept at once"))
        self.kind.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.score.setRange(0.0, 1.0)
        self.score.setSingleStep(0.05)
        self.score.setDecimals(2)
        self.score.setFixedWidth(78)
        self.score.setPrefix("≥ ")
        self.score.setValue(_DEFAULT_SCORE)
        self.score.setAccessibleName(tr("Least score to accept"))
        self.score.setToolTip(
            tr("Accept only what the pipeline is at least this sure of")
        )
        self.score.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for button in (self.accept, self.reject, self.correct, self.accept_all):
            set_role(button, "small")
        for button, name, key, tip, keys in (
            (
                self.accept,
                tr("Accept"),
                "accept",
                tr("Accept the selected suggestion and go on"),
                ("accept",),
            ),
            (
                self.reject,
                tr("Reject"),
                "delete",
                tr("Reject the selected suggestion and go on"),
                ("reject", "delete"),
            ),
            (
                self.correct,
                tr("Correct"),
                "correct",
                tr(
                    "Choose a part of the selected suggestion and select the right "
                    "words for it"
                ),
                ("correct",),
            ),
        ):
            name_on(button, name, key)
            name_in_tip(button, tip, *keys)

    def _lay_out(self) -> None:
        flow = FlowLayout(gap=Space.S, row_gap=Space.XS)
        self._answers = (
            _row(self.previous, self.next),
            _row(self.accept, self.reject, self.correct),
            _row(self.accept_all, self.score, self.kind),
            _row(self.filter),
        )
        for widget in (self.summary, *self._answers):
            flow.addWidget(widget)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(Space.M, Space.XS, Space.M, Space.XS)
        outer.setSpacing(Space.XS)
        self._plain = QWidget()
        self._plain.setLayout(flow)
        outer.addWidget(self._plain)
        outer.addWidget(self.correction)
        outer.addWidget(self.worker)

    def _connect(self) -> None:
        self.previous.clicked.connect(self.previous_requested)
        self.next.clicked.connect(self.next_requested)
        self.accept.clicked.connect(self.accept_requested)
        self.reject.clicked.connect(self.reject_requested)
        self.kind.activated.connect(self._count)
        self.score.valueChanged.connect(self._count)
        self.accept_all.clicked.connect(self._accept_all)
        self.filter.clicked.connect(self.scores_requested)
        self.correct.clicked.connect(self.correct_requested)
        self.correction.part_chosen.connect(self.part_chosen)
        self.correction.done.connect(self.done_requested)
        self.correction.stopped.connect(self.stop_requested)
        self.worker.cancelled.connect(self.cancel_requested)
        self.worker.retried.connect(self.retry_requested)

    # What the window calls ------------------------------------------------------

    def set_schema(self, schema: Schema) -> None:
        """Take the kinds from *schema*."""
        self._kinds = schema.kinds
        self.kind.clear()
        self.kind.addItem(tr("all kinds"), _EVERY_KIND)
        for kind in schema.kinds:
            self.kind.addItem(within(kind.title), kind.name)
        self._count()

    def set_suggestions(self, suggestions: Iterable[Suggestion]) -> None:
        """Take the open suggestions of the document that is shown."""
        bins: dict[str, list[int]] = {}
        for suggestion in suggestions:
            bins.setdefault(suggestion.kind, []).append(score_bin(suggestion.score))
        for values in bins.values():
            values.sort()
        self._bins = bins
        self._count()

    def set_current(self, available: bool) -> None:  # noqa: FBT001 - the only one
        """Say whether a suggestion is selected that can be answered."""
        self._current = available
        self.accept.setEnabled(available)
        self.reject.setEnabled(available)
        self.correct.setEnabled(available)

    def set_limits(self, limits: Mapping[str, float]) -> None:
        """Take the least score that is shown of each kind."""
        self._limits = limits
        self._count()

    @property
    def is_correcting(self) -> bool:
        """Whether the parts of a suggestion are shown instead of the answers."""
        return not self.correction.isHidden()

    def show_correction(self, kind: Kind, role: str) -> None:
        """Offer the parts of a kind, one of them ("" for none) as chosen."""
        if not self.is_correcting:
            # The article under the bar is not to jump.
            self.correction.setMinimumHeight(self._plain.height())
        self._plain.hide()
        self.correction.show_part(kind, role)

    def end_correction(self) -> None:
        """Show the answers again."""
        self.correction.hide()
        self._plain.show()

    def set_notice(self, sentence: str) -> None:
        """Say why there are no suggestions where there are none; "" for no reason."""
        if sentence != self._notice:
            self._notice = sentence
            self._count()

    def set_working(self, done: int, total: int) -> None:
        """Show that the worker is at it, and how far."""
        self.worker.show_working(done, total)

    def set_idle(self) -> None:
        """Show nothing of the worker."""
        self.worker.hide()

    def set_error(self, sentence: str) -> None:
        """Show why there are no suggestions, and a way to try again."""
        self.worker.show_error(sentence)

    # Inside -----------------------------------------------------------------------

    def _at_least(self, kind: str, score: float) -> int:
        """Return how many that are shown have the score: others are not touched."""
        wanted = [kind] if kind else list(self._bins)
        return sum(
            _at_least(self._bins.get(name, []), max(score, self._limits.get(name, 0.0)))
            for name in wanted
        )

    def _count(self) -> None:
        total = sum(map(len, self._bins.values()))
        self.summary.setText(self._summary(total))
        self.summary.setToolTip(self._kinds_found())
        number = self._at_least(self.kind.currentData() or "", self.score.value())
        self.accept_all.setText(
            tr("Accept all {number:,}", number=number) if number else tr("Accept all")
        )
        self.accept_all.setToolTip(
            trn(
                "Accept {n:,} suggestion in one step; one undo takes it back",
                "Accept {n:,} suggestions in one step; one undo takes all back",
                number,
            )
        )
        self.accept_all.setEnabled(number > 0)
        for widget in self._answers:
            widget.setVisible(total > 0)
        self.set_current(self._current and total > 0)

    def _summary(self, total: int) -> str:
        if not total:
            return escape(self._notice) or tr("No open suggestions")
        hidden = total - self._at_least(_EVERY_KIND, 0.0)
        if hidden:
            return tr(
                "<b>{total:,}</b> · {hidden:,} hidden", total=total, hidden=hidden
            )
        words = trn("{n:,} suggestion", "{n:,} suggestions", total)
        return f"<b>{words}</b>"

    def _kinds_found(self) -> str:
        found = []
        for kind in self._kinds:
            count = len(self._bins.get(kind.name, []))
            if count:
                singular = kind.name.replace("_", " ")
                noun = singular if count == 1 else within(kind.title)
                found.append(f"{number(count)} {noun}")
        return ", ".join(found)

    def _accept_all(self) -> None:
        score = round(self.score.value(), 2)
        self.accept_all_requested.emit(score, self.kind.currentData() or _EVERY_KIND)


class _WorkerState(QWidget):
    """How far the worker is, or why it stopped; hidden while there is nothing.

    Signals:
        cancelled: Stop it.
        retried: Try again.
    """

    cancelled = Signal()
    retried = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.text = QLabel()
        self.text.setWordWrap(True)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(120)
        self.bar.setAccessibleName(tr("Progress of suggesting"))
        self.cancel = QPushButton(tr("Cancel"))
        self.retry = QPushButton(tr("Try again"))
        for button, signal in (
            (self.cancel, self.cancelled),
            (self.retry, self.retried),
        ):
            set_role(button, "small")
            button.clicked.connect(signal)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        row.addWidget(self.bar)
        row.addWidget(self.text, 1)
        row.addWidget(self.cancel)
        row.addWidget(self.retry)
        self.hide()

    def show_working(self, done: int, total: int) -> None:
        self._look("muted", working=True)
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        far = f" {number(done)}/{number(total)}" if total else ""
        self.text.setText(tr("Suggesting…{far}", far=far))
        self.show()

    def show_error(self, sentence: str) -> None:
        self._look("error", working=False)
        self.text.setText(sentence)
        self.show()

    def _look(self, role: str, *, working: bool) -> None:
        if self.text.property("role") != role:
            set_role(self.text, role)
        self.bar.setVisible(working)
        self.cancel.setVisible(working)
        self.retry.setVisible(not working)


def _sign_button(name: str, tip: str, key: str) -> QToolButton:
    button = QToolButton()
    button.setIcon(icon(name))
    button.setIconSize(QSize(16, 16))
    set_role(button, "small")
    name_in_tip(button, tip, key)
    button.setAccessibleName(tip)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return button


def _at_least(bins: list[int], least: float) -> int:
    """Return how many of the sorted *bins* a limit of two decimals lets through."""
    return len(bins) - bisect_left(bins, round(least * TOP))


def _row(*widgets: QWidget) -> QWidget:
    """Return widgets that stay on one line."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(Space.XS)
    for widget in widgets:
        row.addWidget(widget)
    return holder
