"""Asking whom to hand out to, and where to; what came of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLabel, QVBoxLayout, QWidget

from annotator.domain.records import Problem
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
            "Hand out",
            "Everybody gets a project file of their own, with their articles and"
            " nobody else’s work. Merge the files when they come back.",
            "Hand out",
            parent,
        )
        self._paths = paths
        self.people: dict[str, QCheckBox] = {}
        self.folder = PathField(PathMode.FOLDER, "Folder", "")
        self.folder.set_path(folder)
        self.replace = QCheckBox("Replace older files whose work is all merged")
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
            articles = "1 article" if number == 1 else f"{number:,} articles"
            said = articles if number else "nothing assigned: all articles"
            box = QCheckBox(f"{name.replace('&', '&&')} ({said})")
            box.setChecked(bool(number) or not some)
            box.toggled.connect(self._show_files)
            self.people[name] = box
            ticks.addWidget(box)
        self.fields.addRow("Annotators", ticks)
        self.fields.addRow("&Folder", self.folder)
        self.fields.addRow("", self.replace)
        self.fields.addRow("Files", self.files)

    def names(self) -> list[str]:
        """Return who is ticked."""
        return [name for name, box in self.people.items() if box.isChecked()]

    def _show_files(self) -> None:
        names, folder = self.names(), self.folder.path()
        if not names or folder is None:
            self.files.setText("none")
            return
        paths = self._paths(names, folder)
        self.files.setText(", ".join(path.name for path in paths.values()))

    def submit(self) -> None:
        """Emit what was chosen, unless something is missing."""
        names, folder = self.names(), self.folder.path()
        if not names:
            self.show_problem("Tick at least one annotator.")
        elif folder is None or not folder.is_dir():
            self.show_problem(f"{folder or 'That'} is not a folder; choose another.")
        else:
            self.chosen.emit(names, folder, self.replace.isChecked())
            self.accept()


def handed_out(outcomes: Sequence[HandoutOutcome], *, stopped: bool) -> Outcome:
    """Return what handing out came to."""
    written = [one for one in outcomes if isinstance(one, HandoutReport)]
    refused = [one for one in outcomes if isinstance(one, HandoutRefused)]
    files = "1 file" if len(written) == 1 else f"{len(written):,} files"
    headline = f"{files} written" if written else "Nothing was handed out"
    return Outcome(
        "Hand out",
        f"Stopped: {headline[0].lower()}{headline[1:]}" if stopped else headline,
        (),
        tuple(Problem(one.annotator, one.why) for one in refused),
        "Not handed out",
        tuple(map(_said, written)),
    )


def _said(report: HandoutReport) -> str:
    articles = (
        "1 article" if report.documents == 1 else f"{report.documents:,} articles"
    )
    what = articles if report.assigned else f"{articles}, as nothing is assigned"
    hidden = f", {report.withheld:,} without suggestions" if report.withheld else ""
    return f"{report.annotator}: {what}{hidden}. {report.path}"
