"""The panel of scores: from which score on suggestions are shown, kind by kind."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from annotator.domain.schema import Kind
from annotator.domain.scores import (
    EMPTY,
    NONE_REACHES,
    TOP,
    ScoreCount,
    ScoreHistogram,
    wilson,
)
from annotator.domain.wording import number, tr, trn, within
from annotator.ui.panels.score_chart import ScoreChart, ScoreSlider
from annotator.ui.theme import Space, set_role

FEW = 20
"""Below so many verdicts a precision says little."""


class ScorePanel(QScrollArea):
    """One slider a kind, what it lets through, and how often that was right.

    Signals:
        changed: Kind → least score that is shown, as a dict.
        wanted: The panel is to be shown.
        shown: It has come into view; what it shows may be out of date.
    """

    changed = Signal(object)
    wanted = Signal()
    shown = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Scores"))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.rows: dict[str, KindRow] = {}
        inside = QWidget()
        note = QLabel(
            tr(
                "Suggestions below a limit are hidden, not decided on. The bars are "
                "all suggestions by their score: accepted, corrected and rejected ones "
                "by you, and open ones."
            )
        )
        note.setWordWrap(True)
        set_role(note, "muted")
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(Space.M, Space.S, Space.M, Space.M)
        self._column.setSpacing(Space.S)
        self._column.addWidget(note)
        self._column.addStretch(1)
        self.setWidget(inside)

    def open(self) -> None:
        """Come into view, with the keyboard on the first slider."""
        self.wanted.emit()
        first = next(iter(self.rows.values()), None)
        if first is not None:
            first.slider.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def set_kinds(self, kinds: Iterable[Kind]) -> None:
        """Offer one slider for each kind; known ones keep their limit."""
        before = self.limits()
        for row in self.rows.values():
            row.hide()
            row.deleteLater()
        self.rows = {}
        for kind in kinds:
            row = KindRow(kind)
            row.moved.connect(self._on_moved)
            self.rows[kind.name] = row
            self._column.insertWidget(len(self.rows) - 1, row)
        self.set_limits(before)

    def limits(self) -> dict[str, float]:
        """Return the least score of each kind."""
        return {kind: row.limit() for kind, row in self.rows.items()}

    def set_limits(self, limits: Mapping[str, float]) -> None:
        """Set the least scores; tells nobody."""
        for kind, row in self.rows.items():
            row.set_limit(limits.get(kind, 0.0))

    def choose_limits(self, limits: Mapping[str, float]) -> None:
        """Set the least scores as if they had been chosen here."""
        self.set_limits(limits)
        self.changed.emit(self.limits())

    def set_scores(
        self,
        document: ScoreHistogram,
        project: ScoreHistogram | None,
        *,
        blind: bool = False,
    ) -> None:
        """Show the counts of the open article and, once known, of all articles.

        Of suggestions that are hidden until an article is done (*blind*), not even
        the number.
        """
        for kind, row in self.rows.items():
            row.set_scores(kind, document, project, blind=blind)

    def showEvent(self, event: QShowEvent) -> None:
        """Tell that somebody looks."""
        super().showEvent(event)
        self.shown.emit()

    def _on_moved(self) -> None:
        self.changed.emit(self.limits())


class KindRow(QWidget):
    """The slider of one kind under its histogram, over its figures.

    Signals:
        moved: The limit is another one.
    """

    moved = Signal()

    def __init__(self, kind: Kind) -> None:
        super().__init__()
        self._name = kind.name
        self._document = EMPTY
        self._project: ScoreHistogram | None = None
        self._blind = False
        self.check = QCheckBox(kind.title)
        self.check.setChecked(True)
        self.check.setToolTip(tr("Show suggested {title}", title=within(kind.title)))
        self.slider = ScoreSlider()
        self.slider.setAccessibleName(tr("Least score of {title}", title=kind.title))
        self.slider.setToolTip(tr("← → by 0.01, PgUp PgDown by 0.10, Home shows all"))
        self.chart = ScoreChart(self.slider)
        self.limit_label = QLabel()
        self.counts = QLabel()
        self.precision = QLabel()
        for label in (self.counts, self.precision):
            label.setWordWrap(True)
        set_role(self.counts, "muted")
        self.counts.setToolTip(
            tr("Open suggestions that are shown, in this article and in all articles")
        )
        self._lay_out()
        self.slider.valueChanged.connect(self._on_moved)
        self.check.toggled.connect(self._on_toggled)
        self._show()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.check, 1)
        head.addWidget(self.limit_label)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        column.addLayout(head)
        column.addWidget(self.chart)
        column.addWidget(self.slider)
        column.addWidget(self.counts)
        column.addWidget(self.precision)

    def limit(self) -> float:
        """Return the least score that is shown."""
        return self.slider.value() / TOP if self.check.isChecked() else NONE_REACHES

    def set_limit(self, least: float) -> None:
        """Set the least score; tells nobody."""
        for widget in (self.slider, self.check):
            widget.blockSignals(True)
        self.check.setChecked(least <= 1.0)
        self.slider.setValue(round(least * TOP) if least <= 1.0 else 0)
        for widget in (self.slider, self.check):
            widget.blockSignals(False)
        self._show()

    def set_scores(
        self,
        kind: str,
        document: ScoreHistogram,
        project: ScoreHistogram | None,
        *,
        blind: bool,
    ) -> None:
        """Show other counts."""
        self._document, self._project, self._blind = document, project, blind
        bins = {} if blind else (project or document).bins.get(kind, {})
        self.chart.set_bins(bins)
        self._show()

    def _on_moved(self) -> None:
        self._show()
        self.moved.emit()

    def _on_toggled(self) -> None:
        self._show()
        self.moved.emit()

    def _show(self) -> None:
        shows = self.check.isChecked()
        self.slider.setEnabled(shows)
        self.chart.setEnabled(shows)
        least = self.slider.value()
        self.limit_label.setText(
            f"≥ {number(least / TOP, '.2f')}" if shows else tr("hidden")
        )
        self.counts.setText(self._counted(least if shows else TOP + 1))
        known = self._project or self._document
        verdicts = known.at_least(self._name, least)
        self.precision.setText(precision_words(verdicts))
        self.precision.setToolTip(verdicts_words(verdicts))

    def _counted(self, least: int) -> str:
        if self._blind:
            return tr("Not counted before the article is done")
        words = tr("Here {share}", share=_share(self._document, self._name, least))
        if self._project is None:
            return words
        return tr(
            "{words} · project {share}",
            words=words,
            share=_share(self._project, self._name, least),
        )


def _share(scores: ScoreHistogram, kind: str, least: int) -> str:
    shown, every = scores.at_least(kind, least).open, scores.at_least(kind, 0).open
    return tr("{shown:,} of {every:,}", shown=shown, every=every)


def precision_words(verdicts: ScoreCount) -> str:
    """Return how often suggestions were right, with the number it rests on."""
    precision, total = verdicts.precision, verdicts.decided
    if precision is None:
        return tr("No verdicts yet")
    words = trn(
        "Precision {share:.0f} % of {n:,} verdict",
        "Precision {share:.0f} % of {n:,} verdicts",
        total,
        share=100 * precision,
    )
    if total < FEW:
        words += tr(" (few)")
    if verdicts.corrected:
        words += tr(
            " · {number:.0f} % corrected", number=100 * verdicts.corrected / total
        )
    return words


def verdicts_words(verdicts: ScoreCount) -> str:
    """Return what a precision is made of, and how far it can be trusted."""
    if not verdicts.decided:
        return tr("Nothing from this score on has been accepted or rejected yet.")
    low, high = wilson(verdicts.accepted, verdicts.decided)
    return tr(
        "From this score on: {accepted:,} accepted as they stood, "
        "{corrected:,} corrected, {rejected:,} rejected.\n"
        "So the precision lies between {low:.0f} and {high:.0f} % "
        "(95 % confidence, Wilson).",
        accepted=verdicts.accepted,
        corrected=verdicts.corrected,
        rejected=verdicts.rejected,
        low=100 * low,
        high=100 * high,
    )
