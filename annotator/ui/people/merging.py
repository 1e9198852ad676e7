"""Asking before dropped files are merged; what came of merging."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QWidget

from annotator.domain.records import Problem
from annotator.services.merging import FileReport
from annotator.ui.dialogs.form import FormDialog
from annotator.ui.dialogs.report import Outcome

_LISTED = 12
"""Names of files shown before they are merged."""


class MergeDialog(FormDialog):
    """Asks whether files that were dropped are to be merged.

    Signals:
        chosen: The paths.
    """

    chosen = Signal(object)

    def __init__(self, paths: Sequence[Path], project: str, parent: QWidget) -> None:
        super().__init__(
            "Merge",
            f"Bring the work in these files into {project}. The project is copied"
            " before the first change; the files stay as they are.",
            "Merge",
            parent,
        )
        self._paths = list(paths)
        names = [path.name for path in paths[:_LISTED]]
        if len(paths) > _LISTED:
            names.append(f"and {len(paths) - _LISTED:,} more")
        self.fields.addRow("Files", QLabel("\n".join(names)))

    def submit(self) -> None:
        """Emit the paths."""
        self.chosen.emit(self._paths)
        self.accept()


def merged(reports: Sequence[FileReport], *, stopped: bool) -> Outcome:
    """Return what merging files came to."""
    came = [report for report in reports if report.merged is not None]
    counts: dict[str, int] = {}
    for report in came:
        for name, number in _counts(report):
            counts[name] = counts.get(name, 0) + number
    news = any(r.merged is not None and r.merged.is_something for r in came)
    headline = _headline(len(came), len(reports))
    if came and not news:
        headline += ", with nothing new"
    return Outcome(
        "Merge",
        f"Stopped. {headline}" if stopped else headline,
        tuple(counts.items()),
        tuple(problem for report in reports for problem in _problems(report)),
        "Refused, left out or to be looked at",
        tuple(note for report in came for note in _notes(report)),
    )


def _headline(came: int, files: int) -> str:
    if not files:
        return "Nothing was merged"
    if came == files:
        return "1 file merged" if files == 1 else f"{files:,} files merged"
    if not came:
        return "The file was refused" if files == 1 else "All files were refused"
    return f"{came:,} of {files:,} files merged"


def _counts(report: FileReport) -> Iterator[tuple[str, int]]:
    found = report.merged
    if found is not None:
        yield "Layers with news", len(found.documents)
        yield "Annotations new", found.added
        yield "Annotations changed", found.changed
        yield "Annotations removed", found.removed
        yield "Steps of the history", found.steps
        yield "States, verdicts, links, comments, zones and times", found.rest


def _notes(report: FileReport) -> Iterator[str]:
    found = report.merged
    whose = f"{report.whose}, " if report.whose else ""
    if found is not None and not found.is_something:
        yield f"{whose}{report.path.name}: nothing new."
    elif found is not None:
        number = len(found.documents)
        articles = "1 article" if number == 1 else f"{number:,} articles"
        yield f"{whose}{report.path.name}: {articles}, {found.added:,} new annotations."
    if report.new_labels:
        yield f"Added to the schema: {', '.join(report.new_labels)}."
    if report.backup is not None:
        yield f"The project as it was is in {report.backup}."


def _problems(report: FileReport) -> Iterator[Problem]:
    name = report.path.name
    if report.refused:
        yield Problem(name, f"Refused. {report.refused}")
    for title in report.twice:
        yield Problem(
            name, f"Worked on in two copies at once, the later change counts: {title}"
        )
    for title in report.unknown:
        yield Problem(
            name,
            f"Not in this project; import it and merge again: {title}",
        )
    if report.merged is not None and report.merged.others:
        others = report.merged.others
        yield Problem(name, f"Left out, as a handout has them not: {others} layers")
