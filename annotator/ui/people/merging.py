"""Asking before dropped files are merged; what came of merging."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QWidget

from annotator.domain.records import Problem
from annotator.domain.wording import tr, trn
from annotator.services.backups import before_line
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
            tr("Merge"),
            tr(
                "Bring the work in these files into {project}. The project is "
                "copied before the first change; the files stay as they are.",
                project=project,
            ),
            tr("Merge"),
            parent,
        )
        self._paths = list(paths)
        names = [path.name for path in paths[:_LISTED]]
        if len(paths) > _LISTED:
            names.append(tr("and {number:,} more", number=len(paths) - _LISTED))
        self.fields.addRow(tr("Files"), QLabel("\n".join(names)))

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
        headline += tr(", with nothing new")
    return Outcome(
        tr("Merge"),
        tr("Stopped. {headline}", headline=headline) if stopped else headline,
        tuple(counts.items()),
        tuple(problem for report in reports for problem in _problems(report)),
        tr("Refused, left out or to be looked at"),
        tuple(note for report in came for note in _notes(report)),
    )


def _headline(came: int, files: int) -> str:
    if not files:
        return tr("Nothing was merged")
    if came == files:
        return trn("{n:,} file merged", "{n:,} files merged", files)
    if not came:
        return (
            tr("The file was refused") if files == 1 else tr("All files were refused")
        )
    return tr("{came:,} of {files:,} files merged", came=came, files=files)


def _counts(report: FileReport) -> Iterator[tuple[str, int]]:
    found = report.merged
    if found is not None:
        yield tr("Layers with news"), len(found.documents)
        yield tr("Annotations new"), found.added
        yield tr("Annotations changed"), found.changed
        yield tr("Annotations removed"), found.removed
        yield tr("Steps of the history"), found.steps
        yield tr("States, verdicts, links, comments, zones and times"), found.rest


def _notes(report: FileReport) -> Iterator[str]:
    found = report.merged
    whose = f"{report.whose}, " if report.whose else ""
    if found is not None and not found.is_something:
        yield tr("{whose}{name}: nothing new.", whose=whose, name=report.path.name)
    elif found is not None:
        number = len(found.documents)
        articles = trn("{n:,} article", "{n:,} articles", number)
        yield trn(
            "{whose}{name}: {articles}, {n:,} new annotation.",
            "{whose}{name}: {articles}, {n:,} new annotations.",
            found.added,
            whose=whose,
            name=report.path.name,
            articles=articles,
        )
    if report.new_labels:
        yield tr(
            "Added to the schema: {new_labels}.",
            new_labels=", ".join(report.new_labels),
        )
    if report.binned:
        titles = ", ".join(report.binned)
        yield tr("In the bin, with the work that came in: {titles}.", titles=titles)
    if report.backup is not None:
        yield before_line(report.backup)


def _problems(report: FileReport) -> Iterator[Problem]:
    name = report.path.name
    if report.refused:
        yield Problem(name, tr("Refused. {refused}", refused=report.refused))
    for title in report.twice:
        yield Problem(
            name,
            tr(
                "Worked on in two copies at once, the later change counts: {title}",
                title=title,
            ),
        )
    for title in report.unknown:
        yield Problem(
            name,
            tr("Not in this project; import it and merge again: {title}", title=title),
        )
    if report.merged is not None and report.merged.others:
        others = report.merged.others
        yield Problem(
            name,
            tr("Left out, as a handout has them not: {others} layers", others=others),
        )
