"""What is compared: kind, labels, people, tokens, when two are the same."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from annotator.domain.wording import tr, within
from annotator.services.project import GOLD
from annotator.services.review_figures import SAME_TITLES, ReviewRequest, Same
from annotator.ui.panels.flow import INTRODUCES, FlowLayout
from annotator.ui.review.many import ManyButton
from annotator.ui.theme import Space, set_role


class ReviewChoices(QFrame):
    """A bar of choices, how far the comparison is, and the report.

    Signals:
        changed: Something else is to be compared.
        stopped: What is under way is to stop.
        again: The project is to be read once more.
        report_wanted: A report is to be written.
    """

    changed = Signal()
    stopped = Signal()
    again = Signal()
    report_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        set_role(self, "bar")
        self.kind = _combo(tr("What is compared"))
        self.labels = ManyButton(tr("all labels"), "labels", tr("Only some labels"))
        self.tokens = _combo(tr("What tokens are"))
        self.scheme = _combo(tr("What the classes of tokens tell"))
        self.same = _combo(tr("When two annotations are the same"))
        self.unfinished = QCheckBox(tr("Also unfinished"))
        self.unfinished.setToolTip(
            tr("Take along articles that have annotations but are not set to done.")
        )
        self.people: dict[str, QCheckBox] = {}
        self._people = QWidget()
        self._labels: dict[str, tuple[str, ...]] = {}
        self.state = QLabel()
        self.state.setTextFormat(Qt.TextFormat.PlainText)
        self.state.setWordWrap(True)
        set_role(self.state, "muted")
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setFixedWidth(120)
        self.progress.setAccessibleName(tr("Comparing"))
        self.button = QPushButton(tr("Read again"))
        self.button.setToolTip(tr("Read what has been annotated since (F5)"))
        self.report = QPushButton(tr("Report…"))
        self.report.setToolTip(tr("Write the figures to a file to send on (Ctrl+S)"))
        for button in (self.button, self.report):
            set_role(button, "small")
        self._working = False
        self._fill()
        self._lay_out()
        self._connect()
        self.show_state("")

    def _fill(self) -> None:
        self.tokens.addItem(tr("the project’s tokens"), False)
        self.tokens.addItem(tr("white space"), True)
        self.scheme.addItem(tr("plain"), False)
        self.scheme.addItem("BIO", True)
        for same, title in SAME_TITLES.items():
            self.same.addItem(tr(title), same)

    def _lay_out(self) -> None:
        choices = FlowLayout(gap=Space.S, row_gap=Space.XS)
        for words, field in (
            (tr("Compare"), self.kind),
            ("", self.labels),
            (tr("same by"), self.same),
            (tr("tokens"), self.tokens),
            (tr("classes"), self.scheme),
        ):
            if words:
                choices.addWidget(_introducing(words, field))
            choices.addWidget(field)
        choices.addWidget(self.unfinished)
        self._row = FlowLayout(gap=Space.M, row_gap=Space.XS)
        self._people.setLayout(self._row)
        foot = QHBoxLayout()
        foot.setSpacing(Space.S)
        foot.addWidget(self.state, 1)
        for widget in (self.progress, self.button, self.report):
            foot.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.M, Space.XS, Space.M, Space.XS)
        column.setSpacing(Space.XS)
        column.addLayout(choices)
        column.addWidget(self._people)
        column.addLayout(foot)

    def _connect(self) -> None:
        self.kind.activated.connect(self._on_kind)
        for combo in (self.tokens, self.scheme, self.same):
            combo.activated.connect(self.changed)
        self.labels.changed.connect(self.changed)
        self.unfinished.clicked.connect(self.changed)
        self.button.clicked.connect(self._on_button)
        self.report.clicked.connect(self.report_wanted)

    # -- what the window calls ---------------------------------------------

    def set_kinds(
        self, kinds: Iterable[tuple[str, str, Sequence[str]]], names: Sequence[str]
    ) -> None:
        """Offer kinds and people; what was chosen before stays, if it can.

        Args:
            kinds: Name, title, and the labels of each.
            names: Who shares an article with somebody.
        """
        before = self.kind.currentData()
        self._labels = {}
        with QSignalBlocker(self.kind):
            self.kind.clear()
            for name, title, labels in kinds:
                self.kind.addItem(within(title), name)
                self._labels[name] = tuple(labels)
            self.kind.setCurrentIndex(max(self.kind.findData(before), 0))
        self._offer_labels()
        self._offer_people(names)

    def _offer_labels(self) -> None:
        labels = self._labels.get(self.kind.currentData() or "", ())
        self.labels.offer(labels)
        self.labels.setVisible(len(labels) > 1)

    def _offer_people(self, names: Sequence[str]) -> None:
        chosen = {name: box.isChecked() for name, box in self.people.items()}
        for box in self.people.values():
            self._row.removeWidget(box)
            box.deleteLater()
        self.people = {}
        for name in names:
            box = QCheckBox(tr("settled") if name == GOLD else name)
            box.setChecked(chosen.get(name, name != GOLD))
            box.setToolTip(
                tr("Compare with the settled layer, too")
                if name == GOLD
                else tr("Compare what {name} has annotated", name=name)
            )
            box.clicked.connect(self.changed)
            self._row.addWidget(box)
            self.people[name] = box
        self._people.setVisible(bool(names))
        self._order_tabs()

    def _order_tabs(self) -> None:
        order: list[QWidget] = [
            self.kind,
            self.labels,
            self.same,
            self.tokens,
            self.scheme,
            self.unfinished,
            *self.people.values(),
            self.button,
            self.report,
        ]
        for one, other in pairwise(order):
            QWidget.setTabOrder(one, other)

    def request(self) -> ReviewRequest:
        """Return what is chosen."""
        return ReviewRequest(
            kind=self.kind.currentData() or "",
            labels=self.labels.ticked(),
            annotators=tuple(n for n, box in self.people.items() if box.isChecked()),
            white_space=bool(self.tokens.currentData()),
            bio=bool(self.scheme.currentData()),
            include_unfinished=self.unfinished.isChecked(),
            same=Same(self.same.currentData()),
        )

    def show_working(self, sentence: str, done: int = 0, total: int = 0) -> None:
        """Show how far something is; total 0 where it is not known."""
        self._working = True
        self.progress.setRange(0, total)
        self.progress.setValue(done if total else -1)
        self.progress.show()
        self.button.setText(tr("Cancel"))
        self.state.setText(sentence)

    def show_state(self, sentence: str) -> None:
        """Show what came of it."""
        self._working = False
        self.progress.hide()
        self.button.setText(tr("Read again"))
        self.state.setText(sentence)

    def _on_kind(self) -> None:
        self._offer_labels()
        self.changed.emit()

    def _on_button(self) -> None:
        (self.stopped if self._working else self.again).emit()


def _combo(name: str) -> QComboBox:
    combo = QComboBox()
    combo.setAccessibleName(name)
    combo.setToolTip(name)
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
    return combo


def _introducing(words: str, field: QWidget) -> QLabel:
    label = QLabel(words)
    label.setProperty(INTRODUCES, True)
    label.setBuddy(field)
    set_role(label, "muted")
    return label
