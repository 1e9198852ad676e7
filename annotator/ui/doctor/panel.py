"""The doctor's panel: what would be lost, what can be done, and then the export."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QMenu,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from annotator.domain.records import ExportReport, Finding
from annotator.domain.wording import tr, trn
from annotator.services.export_report import summary
from annotator.services.troubles import Remedy
from annotator.ui.doctor.model import Group, Reader, TroubleModel, groups_of
from annotator.ui.doctor.tree import TroubleTree
from annotator.ui.theme import Space, set_role


class DoctorPanel(QWidget):
    """Shows what a check found.

    Signals:
        place_shown: A ``Finding`` whose place is to be shown.
        place_entered: A ``Finding`` at whose place work goes on.
        option_chosen: Name and value of an option of the export.
        mend_wanted: Trouble, ``Remedy``, and the ``Finding``s (None for all).
        check_wanted, options_wanted, export_wanted, stopped: A button was pressed.
    """

    place_shown = Signal(object)
    place_entered = Signal(object)
    option_chosen = Signal(str, str)
    mend_wanted = Signal(object, object, object)
    check_wanted = Signal()
    options_wanted = Signal()
    export_wanted = Signal()
    stopped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.model = TroubleModel(self)
        self.tree = TroubleTree(self.model)
        self.headline = QLabel()
        self.headline.setWordWrap(True)
        self.headline.setMinimumHeight(self.headline.fontMetrics().height() * 2)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(tr("Checking"))
        self.bar.setMaximumWidth(160)
        self.stop = self._button(tr("Stop"), self.stopped)
        self.options = self._button(tr("&Options…"), self.options_wanted)
        self.again = self._button(tr("Check &again"), self.check_wanted)
        self.export = self._button(tr("E&xport"), self.export_wanted)
        set_role(self.export, "primary")
        self.remedies = _RemedyBar()
        self.nothing = QLabel()
        self.nothing.setWordWrap(True)
        self.nothing.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        set_role(self.nothing, "muted")
        self.pages = QStackedWidget()
        self.pages.addWidget(self.tree)
        self.pages.addWidget(self.nothing)
        self._options: dict[str, str] = {}
        self._mendable = ""
        self._lay_out()
        self.tree.shown.connect(self.place_shown)
        self.tree.entered_place.connect(self.place_entered)
        self.tree.chosen.connect(self._follow_group)
        self.remedies.option_chosen.connect(self.option_chosen)
        self.remedies.mend_wanted.connect(self.mend_wanted)
        self.clear()

    def _button(self, text: str, signal: object) -> QPushButton:
        button = QPushButton(text)
        button.setAutoDefault(False)
        button.clicked.connect(signal)
        return button

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(Space.M, Space.S, Space.M, Space.XS)
        head.setSpacing(Space.S)
        head.addWidget(self.headline, 1)
        for widget in (self.bar, self.stop, self.options, self.again, self.export):
            head.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.pages, 1)
        column.addWidget(self.remedies)

    # -- what is shown -----------------------------------------------------

    def clear(self) -> None:
        """Show nothing."""
        self.model.set_groups((), None)
        self._rest(tr("No check has been made yet."))
        self._say_nothing("")

    def show_working(self, done: int, total: int) -> None:
        """Show that a check is under way; what was found before stays."""
        if not self.model.groups:
            self.headline.setText(tr("Trying the export out…"))
        self.bar.setRange(0, total)
        self.bar.setValue(done if total else -1)
        for widget in (self.bar, self.stop):
            widget.show()
        for button in (self.options, self.again, self.export):
            button.hide()
        self.remedies.setEnabled(False)

    def show_check(
        self,
        report: ExportReport,
        title: str,
        options: dict[str, str],
        mendable: str,
        read: Reader,
    ) -> None:
        """Show what was found.

        Args:
            report: Of the check.
            title: Of the format.
            options: Those that matter in the format, with their values.
            mendable: Whose annotations can be mended in the project; "" for none.
            read: Returns the words of a finding.
        """
        self._options, self._mendable = options, mendable
        groups = groups_of(report.losses)
        self.model.set_groups(groups, read)
        lost = report.losses.total
        left = ""
        if report.left_out:
            left = trn(
                " {n:,} layer not done would be left out.",
                " {n:,} layers not done would be left out.",
                report.left_out,
            )
        if not lost:
            self._rest(tr("{title}: everything fits.{left}", title=title, left=left))
            self._say_nothing(
                tr("{summary}: all of it fits the format.", summary=summary(report))
            )
            return
        self._rest(
            trn(
                "{title}: {n:,} thing would not survive. {summary}.{left}",
                "{title}: {n:,} things would not survive. {summary}.{left}",
                lost,
                title=title,
                summary=summary(report),
                left=left,
            )
        )
        self.pages.setCurrentWidget(self.tree)
        self._follow_group()

    def show_failure(self, sentence: str) -> None:
        """Say why there is nothing to show."""
        self.model.set_groups((), None)
        self._rest(tr("The check did not work."))
        self._say_nothing(sentence)

    def show_stopped(self) -> None:
        """Say that the check was stopped; what was there before stays."""
        self._rest(tr("Stopped. What is below may be out of date."))

    def show_stale(self) -> None:
        """Say that annotations have changed since."""
        if self.again.isVisibleTo(self) and self.model.groups:
            self.say_more(tr("Annotations have changed since; check again."))

    def say_more(self, sentence: str) -> None:
        """Say something below the headline, in place of what was said there."""
        said = self.headline.text().partition("\n")[0]
        self.headline.setText(f"{said}\n{sentence}" if sentence else said)

    def _rest(self, headline: str) -> None:
        self.headline.setText(headline)
        for widget in (self.bar, self.stop):
            widget.hide()
        for button in (self.options, self.again, self.export):
            button.show()
        self.remedies.setEnabled(True)

    def _say_nothing(self, sentence: str) -> None:
        self.nothing.setText(sentence)
        self.pages.setCurrentWidget(self.nothing)
        self.remedies.hide()

    def _follow_group(self) -> None:
        group = self.tree.current_group()
        self.remedies.setVisible(group is not None)
        if group is not None:
            findings = self.tree.selected_findings()
            self.remedies.show_group(group, self._options, self._mendable, findings)


class _RemedyBar(QWidget):
    """What can be done about the current group.

    Signals:
        option_chosen: Name and value of an option of the export.
        mend_wanted: Trouble, ``Remedy``, and the ``Finding``s (None for all).
    """

    option_chosen = Signal(str, str)
    mend_wanted = Signal(object, object, object)

    def __init__(self) -> None:
        super().__init__()
        self.advice = QLabel()
        self.advice.setWordWrap(True)
        self.advice.setSizePolicy(
            QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred
        )
        set_role(self.advice, "muted")
        self.caption = QLabel(tr("&In the export:"))
        self.choice = QComboBox()
        self.choice.setAccessibleName(tr("What is done in the export"))
        self.caption.setBuddy(self.choice)
        self.mend = QPushButton(tr("Mend in the pro&ject"))
        self.mend.setAutoDefault(False)
        self.menu = QMenu(self.mend)
        self.mend.setMenu(self.menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.M, Space.XS, Space.M, Space.S)
        row.setSpacing(Space.S)
        row.addWidget(self.advice, 1)
        for widget in (self.caption, self.choice, self.mend):
            row.addWidget(widget)
        self._option = ""
        self.choice.activated.connect(self._on_chosen)

    def show_group(
        self,
        group: Group,
        options: dict[str, str],
        mendable: str,
        findings: list[Finding],
    ) -> None:
        """Offer what helps here."""
        kind = group.kind
        self._option = kind.option if kind.option in options else ""
        self.choice.clear()
        for remedy in kind.remedies:
            self.choice.addItem(tr(remedy.title), remedy.value)
        if self._option:
            self.choice.setCurrentIndex(self.choice.findData(options[kind.option]))
        for widget in (self.caption, self.choice):
            widget.setVisible(bool(self._option))
        mends = [remedy for remedy in kind.remedies if remedy.mends]
        self.mend.setVisible(bool(mends) and bool(mendable))
        mine = [finding for finding in findings if finding.layer == mendable]
        self._fill_menu(group, mends, mendable, mine)
        self.advice.setText(self._advice(group, mendable, mends=bool(mends)))

    def _advice(self, group: Group, mendable: str, *, mends: bool) -> str:
        advice = ""
        if self._option or not group.kind.option:
            advice = tr(group.kind.advice)
        if mends:
            advice += (
                tr(
                    " In the project, annotations of {mendable} can be mended, as one "
                    "step that undo takes back.",
                    mendable=mendable,
                )
                if mendable
                else tr(" Annotations of others can be mended in the export only.")
            )
        return advice.strip()

    def _fill_menu(
        self,
        group: Group,
        mends: list[Remedy],
        mendable: str,
        findings: list[Finding],
    ) -> None:
        """Offer each remedy for all of a layer, and for what is selected of it."""
        self.menu.clear()
        for remedy in mends:
            action = self.menu.addAction(
                tr(
                    "{title}: all of {mendable}’s",
                    title=tr(remedy.title),
                    mendable=mendable,
                )
            )
            action.triggered.connect(partial(self._mend, group, remedy, None))
        for remedy in mends if findings else ():
            what = trn("{n:,} selected", "{n:,} selected", len(findings))
            action = self.menu.addAction(f"{tr(remedy.title)}: {what}")
            action.triggered.connect(partial(self._mend, group, remedy, findings))

    def _mend(
        self, group: Group, remedy: Remedy, findings: list[Finding] | None
    ) -> None:
        self.mend_wanted.emit(group.trouble, remedy, findings)

    def _on_chosen(self) -> None:
        if self._option:
            self.option_chosen.emit(self._option, self.choice.currentData())
