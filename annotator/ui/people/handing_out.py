"""Asking whom to hand out to, and where to; what came of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLabel, QVBoxLayout, QWidget

from annotator.domain.records import Problem
from annotator.domain.wording import tr, trn
from annotator.services.handing_out import (
    HandoutOutcome,
    HandoutRefused,
    HandoutReport,
)
from annotator.ui.dialogs.form import FormDialog
from annotator.ui.dialogs.path_field import PathField, PathMode
from annotator.ui.dialogs.report import Outcome
from annotator.ui.theme import Space, set_role

Paths = Callable[[Sequence[str], Path], Mapping[str, Path]]
Loads = Mapping[str, int]


class HandOutDialog(FormDialog):
    """Asks for annotators and a folder, and names the files.

    Signals:
        chosen: The names, the folder, and whether older files may be replaced.
    """

    chosen = Signal(object, object, bool)

    def __init__(
        self, loads: Loads, folder: Path, paths: Paths, parent: QWidget
    ) -> None:
        """Make the dialog.

        Args:
            loads: Annotator → number of articles assigned. Who has some is ticked.
            folder: What is proposed.
            paths: Tells which file somebody gets in a folder.
        """
        super().__init__(
            tr("Hand out"),
            tr(
                "Everybody gets a project file of their own, with their articles and"
                " nobody else’s work. Merge the files when they come back."
            ),
            tr("Hand out"),
            parent,
        )
        self._paths = paths
        self.people: dict[str, QCheckBox] = {}
        self.folder = PathField(PathMode.FOLDER, tr("Folder"), "")
        self.folder.set_path(folder)
        self.replace = QCheckBox(tr("Replace older files whose work is all merged"))
        self.replace.setChecked(True)
        self.files = QLabel()
        self.files.setWordWrap(True)
        set_role(self.files, "muted")
        self._lay_out(loads)
        self.folder.changed.connect(self._show_files)
        self._show_files()

    def _lay_out(self, loads: Loads) -> None:
        ticks = QVBoxLayout()
        ticks.setSpacing(Space.XS)
        some = any(loads.values())
        for name, number in loads.items():
            articles = trn("{n:,} article", "{n:,} articles", number)
            said = articles if number else tr("nothing assigned: all articles")
            box = QCheckBox(f"{name.replace('&', '&&')} ({said})")
            box.setChecked(bool(number) or not some)
            box.toggled.connect(self._show_files)
            self.people[name] = box
            ticks.addWidget(box)
        self.fields.addRow(tr("Annotators"), ticks)
        self.fields.addRow(tr("&Folder"), self.folder)
        self.fields.addRow("", self.replace)
        self.fields.addRow(tr("Files"), self.files)

    def names(self) -> list[str]:
        """Return who is ticked."""
        return [name for name, box in self.people.items() if box.isChecked()]

    def _show_files(self) -> None:
        names, folder = self.names(), self.folder.path()
        if not names or folder is None:
            self.files.setText(tr("none"))
            return
        paths = self._paths(names, folder)
        self.files.setText(", ".join(path.name for path in paths.values()))

    def submit(self) -> None:
        """Emit what was chosen, unless something is missing."""
        names, folder = self.names(), self.folder.path()
        if not names:
            self.show_problem(tr("Tick at least one annotator."))
        elif folder is None or not folder.is_dir():
            self.show_problem(
                tr("{folder} is not a folder; choose another.", folder=folder)
                if folder
                else tr("Choose a folder.")
            )
        else:
            self.chosen.emit(names, folder, self.replace.isChecked())
            self.accept()


def handed_out(outcomes: Sequence[HandoutOutcome], *, stopped: bool) -> Outcome:
    """Return what handing out came to."""
    written = [one for one in outcomes if isinstance(one, HandoutReport)]
    refused = [one for one in outcomes if isinstance(one, HandoutRefused)]
    files = trn("{n:,} file", "{n:,} files", len(written))
    headline = (
        tr("{files} written", files=files) if written else tr("Nothing was handed out")
    )
    return Outcome(
        tr("Hand out"),
        tr("Stopped. {headline}", headline=headline) if stopped else headline,
        (),
        tuple(Problem(one.annotator, one.why) for one in refused),
        tr("Not handed out"),
        tuple(map(_said, written)),
    )


def _said(report: HandoutReport) -> str:
    articles = trn("{n:,} article", "{n:,} articles", report.documents)
    what = (
        articles
        if report.assigned
        else tr("{articles}, as nothing is assigned", articles=articles)
    )
    hidden = (
        tr(", {withheld:,} without suggestions", withheld=report.withheld)
        if report.withheld
        else ""
    )
    return f"{report.annotator}: {what}{hidden}. {report.path}"
