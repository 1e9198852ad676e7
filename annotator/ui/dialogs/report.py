"""What an import or a check came to, with every problem listed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from annotator.domain.errors import EnvironmentFault
from annotator.domain.records import ImportReport, Problem
from annotator.domain.refusals import reason_of
from annotator.domain.wording import noop, number, tr, trn
from annotator.ui.errors import present
from annotator.ui.tables import Index, TitledModel
from annotator.ui.theme import Space, set_role

_SHOWN = 24
"""Labels that a note names."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What there is to say.

    Attributes:
        counts: Names and figures; zeros are not shown.
        problems_title: What stands above the list of problems.
    """

    title: str
    headline: str
    counts: tuple[tuple[str, int], ...]
    problems: tuple[Problem, ...] = ()
    problems_title: str = ""
    notes: tuple[str, ...] = ()

    def text(self) -> str:
        """Return all of it as plain text."""
        lines = [self.headline]
        lines += [f"{name}: {number}" for name, number in self.counts if number]
        lines += self.notes
        if self.problems:
            lines += ["", self.problems_title, *(str(p) for p in self.problems)]
        return "\n".join(lines) + "\n"


def import_outcome(report: ImportReport) -> Outcome:
    """Return what an import came to."""
    new = report.documents
    headline = (
        trn("{n:,} new article", "{n:,} new articles", new)
        if new
        else tr("No new articles")
    )
    return Outcome(
        tr("Import"),
        headline,
        (
            (tr("Files read"), report.files),
            (tr("Articles that were here already"), report.duplicates),
            (tr("Layers"), report.layers),
            (tr("New annotations"), report.annotations),
            (tr("Suggestions"), report.suggestions),
        ),
        tuple(report.problems),
        tr("Left out or changed"),
        tuple(_import_notes(report)),
    )


def _import_notes(report: ImportReport) -> Iterator[str]:
    """Yield what the files' labels are, and what became of them without a word."""
    if report.taken_out:
        titles = ", ".join(report.taken_out[:_SHOWN])
        rest = len(report.taken_out) - _SHOWN
        more = tr(" and {rest} more", rest=rest) if rest > 0 else ""
        yield tr(
            "Back from the bin, with all work on them: {titles}{more}.",
            titles=titles,
            more=more,
        )
    for kind in sorted({kind for kind, _ in report.marks}):
        labels = {k[1]: n for k, n in report.marks.items() if k[0] == kind}
        roles = {k[1]: n for k, n in report.parts.items() if k[0] == kind}
        parts = tr("; parts: {counts}", counts=_counts(roles)) if len(roles) > 1 else ""
        yield tr(
            "In the files, {kind}: {counts}{parts}.",
            kind=kind,
            counts=_counts(labels),
            parts=parts,
        )
    if report.new_labels:
        yield tr(
            "Added to the schema: {new_labels}.",
            new_labels=", ".join(report.new_labels),
        )
    if report.unmapped:
        yield (
            tr(
                "Labels that no mapping names, taken as they are: {counts}.",
                counts=_counts(report.unmapped),
            )
        )
    if report.left_out:
        yield tr(
            "Left out, as the mapping says: {counts}.", counts=_counts(report.left_out)
        )
    if report.backup is not None:
        from annotator.services.backups import before_line

        yield before_line(report.backup)


def _counts(counts: Mapping[str, int]) -> str:
    """Return names and numbers, most first; of very many only the first."""
    order = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    named = [f"{name} {number(count)}" for name, count in order[:_SHOWN]]
    rest = len(order) - _SHOWN
    return ", ".join([*named, tr("and {rest} more", rest=rest)] if rest > 0 else named)


def check_outcome(problems: Sequence[Problem]) -> Outcome:
    """Return what a check came to."""
    count = len(problems)
    headline = (
        tr("The project is sound: every annotation says what was marked.")
        if not count
        else trn("{n:,} fault found", "{n:,} faults found", count)
    )
    return Outcome(tr("Check"), headline, (), tuple(problems), tr("Faults"))


class ReportDialog(QDialog):
    """Headline, figures, and a table of problems to copy or to save."""

    def __init__(self, outcome: Outcome, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.outcome = outcome
        self.setWindowTitle(outcome.title)
        self.setMinimumWidth(460)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        column.setSpacing(Space.M)
        headline = QLabel(outcome.headline)
        headline.setWordWrap(True)
        set_role(headline, "heading")
        column.addWidget(headline)
        column.addLayout(self._figures())
        for note in outcome.notes:
            label = QLabel(note)
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            set_role(label, "muted")
            column.addWidget(label)
        self.table = self._table()
        if outcome.problems:
            caption = QLabel(
                f"{outcome.problems_title} ({number(len(outcome.problems))})"
            )
            set_role(caption, "caption")
            column.addWidget(caption)
            column.addWidget(self.table, 1)
            self.resize(760, 480)
        column.addWidget(self._buttons())

    def _figures(self) -> QFormLayout:
        figures = QFormLayout()
        figures.setHorizontalSpacing(Space.L)
        figures.setVerticalSpacing(Space.XS)
        for name, count in self.outcome.counts:
            if count:
                figures.addRow(name, QLabel(number(count)))
        return figures

    def _table(self) -> QTableView:
        table = QTableView(self)
        table.setModel(ProblemModel(self.outcome.problems, table))
        table.setAccessibleName(self.outcome.problems_title)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(24)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        header = table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        table.setColumnWidth(0, 240)
        table.setVisible(bool(self.outcome.problems))
        return table

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox()
        close = buttons.addButton(tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        if self.outcome.problems:
            for text, handler in ((tr("Copy"), self.copy), (tr("Save as…"), self._ask)):
                button = QPushButton(text)
                button.setAutoDefault(False)
                button.clicked.connect(handler)
                buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        close.setDefault(True)
        return buttons

    def copy(self) -> None:
        """Copy the report."""
        QGuiApplication.clipboard().setText(self.outcome.text())

    def save(self, path: str) -> None:
        """Write the report to a file."""
        try:
            Path(path).write_text(self.outcome.text(), "utf-8")
        except OSError as error:
            reason = reason_of(error)
            present(
                self,
                EnvironmentFault(
                    tr("{path} was not written: {reason}.", path=path, reason=reason)
                ),
            )

    def _ask(self) -> None:
        dialog = QFileDialog(
            self, tr("Save the report"), "report.txt", tr("Text (*.txt)")
        )
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.fileSelected.connect(self.save)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


class ProblemModel(TitledModel):
    """Problems, a row each; thousands cost nothing until they are seen."""

    titles = (noop("Where"), noop("What"))

    def __init__(self, problems: Sequence[Problem], parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: Sequence[Problem] = problems

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a cell says."""
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return None
        problem = self.rows[index.row()]
        return problem.where if index.column() == 0 else problem.reason
