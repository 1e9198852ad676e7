"""The window of the review: choices above, figures on the left, passages beside."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QLabel,
    QSplitter,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from annotator.domain.schema import Schema
from annotator.domain.wording import tr
from annotator.services.review_figures import (
    DIFFERS_TITLES,
    Behind,
    Difference,
    Differs,
    ReviewFigures,
)
from annotator.ui import counting
from annotator.ui.panels.advice import Advice
from annotator.ui.panels.filter_chip import FilterChip
from annotator.ui.panels.flow import FlowLayout
from annotator.ui.review.choices import ReviewChoices
from annotator.ui.review.pages import CallsPage, PeoplePage
from annotator.ui.review.passage_list import DifferenceList
from annotator.ui.review.passages import DifferenceModel, Reader
from annotator.ui.review.rows import RowTable
from annotator.ui.theme import Space, set_role

DEFAULT_SIZE = (1400, 900)
LEAST_SIZE = (640, 480)
_NARROW = 1000
DIFFERENCES = frozenset(Differs) - {Differs.AGREED}


if TYPE_CHECKING:
    from annotator.services.review_passages import Passages

    # At run time this would load NumPy on the window's thread.
    Finder = Callable[[Behind], Passages]


class ReviewWindow(QWidget):
    """Everything about the agreement of several annotators; computes nothing itself.

    Signals:
        opened: A ``Difference`` is to be shown in its article.
        unfinished_wanted: Articles that are not done are to be taken along.
        closed: The window is gone from the screen.
    """

    opened = Signal(object)
    unfinished_wanted = Signal()
    closed = Signal()

    def __init__(self) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.setWindowTitle(tr("Agreement — Annotator"))
        self.setMinimumSize(*LEAST_SIZE)
        self.resize(*DEFAULT_SIZE)
        self.choices = ReviewChoices()
        self.people = PeoplePage()
        self.labels = RowTable(tr("Agreement by label"))
        self.roles = RowTable(tr("Agreement by part"))
        self.articles = RowTable(tr("Agreement by article"))
        self.calls = CallsPage()
        self.passages = DifferenceModel(self)
        self.list = DifferenceList(self.passages)
        self.chips = {
            differs: FilterChip(tr(title), counted=counting.passages)
            for differs, title in DIFFERS_TITLES.items()
        }
        self.about = QLabel()
        self.none = QLabel()
        self.advice = Advice()
        self.behind: Behind = Behind()
        self._find: Finder | None = None
        self._read: Reader | None = None
        self._schema: Schema | None = None
        self._figures: ReviewFigures | None = None
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.setAccessibleName(tr("Figures"))
        for page, title in (
            (self.people, tr("Annotators")),
            (self.labels, tr("Labels")),
            (self.roles, tr("Parts")),
            (self.articles, tr("Articles")),
            (self.calls, tr("Labels of a pair")),
        ):
            self.tabs.addTab(page, title)
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self.split.setChildrenCollapsible(False)
        self.split.addWidget(self.tabs)
        self.split.addWidget(self._passage_side())
        self.split.setSizes([600, 800])
        self._middle = QStackedWidget()
        self._middle.addWidget(self.split)
        self._middle.addWidget(self.advice)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.choices)
        layout.addWidget(self._middle, 1)

    def _passage_side(self) -> QWidget:
        set_role(self.about, "heading")
        self.about.setWordWrap(True)
        self.about.setTextFormat(Qt.TextFormat.PlainText)
        self.none.setWordWrap(True)
        self.none.setMargin(Space.L)
        self.none.setAlignment(Qt.AlignmentFlag.AlignTop)
        set_role(self.none, "muted")
        chips = FlowLayout(gap=Space.XS, row_gap=Space.XS)
        for differs, chip in self.chips.items():
            chip.setChecked(differs in DIFFERENCES)
            chips.addWidget(chip)
        head = QVBoxLayout()
        head.setContentsMargins(Space.M, Space.S, Space.S, Space.XS)
        head.setSpacing(Space.XS)
        head.addWidget(self.about)
        head.addLayout(chips)
        self._listed = QStackedWidget()
        self._listed.addWidget(self.list)
        self._listed.addWidget(self.none)
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._listed, 1)
        return side

    def _connect(self) -> None:
        for page in (
            self.people,
            self.labels,
            self.roles,
            self.articles,
            self.calls,
        ):
            page.chosen.connect(self._on_chosen)
            page.entered.connect(self._go_to_list)
        for chip in self.chips.values():
            chip.clicked.connect(self._list_passages)
        self.list.opened.connect(self.opened)
        self.advice.pressed.connect(self.unfinished_wanted)
        for keys, call in (
            ("Esc", self._go_back),
            ("F5", self.choices.again.emit),
            ("Ctrl+S", self.choices.report_wanted.emit),
            ("Ctrl+W", self.close),
        ):
            QShortcut(QKeySequence(keys), self, partial(_call, call))

    # -- what the commands call --------------------------------------------

    def show_figures(
        self,
        figures: ReviewFigures,
        schema: Schema,
        find: Finder,
        read: Reader,
        *,
        more: bool = False,
    ) -> None:
        """Show figures, and the passages of what was chosen before.

        Args:
            more: The figures are the same, with intervals; so are the passages.
            find: Finds the passages behind a figure.
            read: Reads the words of one.
        """
        self._figures, self._schema = figures, schema
        self._find, self._read = find, read
        self.list.cells.schema = schema
        self.choices.show_state(_summary(figures))
        self.choices.report.setEnabled(figures.comparable)
        if not figures.comparable:
            self._advise(figures)
            return
        self.people.show_figures(figures)
        self.labels.show_rows(figures.labels)
        self.roles.show_rows(figures.roles)
        self.articles.show_rows(figures.articles)
        self.calls.show_figures(figures)
        self.tabs.setTabVisible(self.tabs.indexOf(self.roles), bool(figures.roles))
        self.chips[Differs.PART].setVisible(bool(figures.roles))
        self._middle.setCurrentWidget(self.split)
        if self.behind.pair and not set(self.behind.pair) <= set(figures.names):
            self.behind = Behind()
        if not more:
            self._list_passages()

    def say(self, headline: str, sentence: str, button: str = "") -> None:
        """Say why there are no figures."""
        self._figures = None
        self.choices.show_state("")
        self.choices.report.setEnabled(False)
        self.advice.say(headline, sentence, button)
        self._middle.setCurrentWidget(self.advice)

    def clear(self) -> None:
        """Forget another project."""
        self.behind, self._find, self._figures = Behind(), None, None
        self.passages.clear()
        self.people.gamma.forget()

    @property
    def figures(self) -> ReviewFigures | None:
        """The figures on the screen; None while advice stands there."""
        return self._figures if self._middle.currentWidget() is self.split else None

    def _advise(self, figures: ReviewFigures) -> None:
        if len(figures.names) < 2:
            self.advice.say(
                tr("Choose two annotators or more"),
                tr("Agreement is measured between those who are ticked above."),
            )
        else:
            offer = not figures.request.include_unfinished
            self.advice.say(
                tr("No article is done by two of them"),
                tr(
                    "Only articles count that two annotators have set to done: what is"
                    " not marked there was looked at, and left out on purpose."
                ),
                tr("Compare unfinished ones, too") if offer else "",
            )
        self._middle.setCurrentWidget(self.advice)

    # -- inside ------------------------------------------------------------

    def _on_chosen(self, behind: Behind | None) -> None:
        """Show what is behind a cell; a cell without anything changes nothing."""
        if behind is None:
            return
        self.behind = behind
        if behind.pair is not None and self.sender() is self.people:
            self.calls.choose(behind.pair)
        self._list_passages()

    def _list_passages(self) -> None:
        if self._find is None or self._schema is None or self._read is None:
            return
        sorts = [d for d, chip in self.chips.items() if chip.isChecked()]
        found = self._find(self.behind)
        for differs, chip in self.chips.items():
            chip.set_count(found.counts[differs])
        rows = found.listed(sorts)
        here = self._current()
        self.passages.set_rows(rows, self._schema, self._read)
        self.about.setText(self._describe())
        self.none.setText(_why_none(found, sorts))
        self._listed.setCurrentWidget(self.list if rows else self.none)
        self.list.scrollToTop()
        if here is not None:
            with suppress(ValueError):  # it is no difference any more
                self.list.selectRow(rows.index(here))

    def _current(self) -> Difference | None:
        """Return the passage that is current in the list."""
        row = self.list.currentIndex().row()
        return self.passages.difference(row) if row >= 0 else None

    def _describe(self) -> str:
        """Return what the passages are behind, in words."""
        behind = self.behind
        if behind.called is not None and behind.pair is not None:
            said = (
                tr("{name} says {label}", name=name, label=label or tr("nothing"))
                for name, label in zip(behind.pair, behind.called, strict=True)
            )
            return ", ".join(said)
        parts = [tr(" and ").join(behind.pair)] if behind.pair else [tr("All pairs")]
        if behind.label:
            parts.append(behind.label)
        if behind.role and self._figures is not None and self._schema is not None:
            kind = self._schema.kind(self._figures.request.kind)
            role = kind.role(behind.role) if kind else None
            parts.append(role.title if role else behind.role)
        if behind.document_id is not None and self._figures is not None:
            parts += [
                row.title
                for row in self._figures.articles
                if row.behind.document_id == behind.document_id
            ]
        return " · ".join(parts)

    def _go_to_list(self) -> None:
        if self.passages.rowCount():
            self.list.selectRow(0)
            self.list.setFocus()

    def _go_back(self) -> None:
        """Go from the passages to the figures, and from there out of the window."""
        if self.figures is not None and self.list.hasFocus():
            page = self.tabs.currentWidget()
            inner = {self.people: self.people.matrix, self.calls: self.calls.cells}
            inner.get(page, page).setFocus()
        else:
            self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell that the window is gone."""
        super().closeEvent(event)
        self.closed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the passages below the figures where it is narrow."""
        upright = event.size().width() < _NARROW
        self.split.setOrientation(
            Qt.Orientation.Vertical if upright else Qt.Orientation.Horizontal
        )
        super().resizeEvent(event)


def _summary(figures: ReviewFigures) -> str:
    if not figures.comparable:
        return ""
    return tr(
        "{annotators}, {articles} that two of them have done, {tokens}.",
        annotators=counting.annotators(len(figures.names)),
        articles=counting.articles(figures.documents),
        tokens=counting.tokens(figures.tokens),
    )


def _why_none(found: Passages, sorts: list[Differs]) -> str:
    if not sum(found.counts.values()):
        return tr("There is nothing behind this figure.")
    if set(sorts) == DIFFERENCES:
        return tr("They agree on everything here.")
    return tr("Nothing of this sort; the buttons above show the others.")


def _call(call: Callable[[], object], *_: object) -> None:
    """Leave out what a signal brings along."""
    call()
