"""Export: layers and suggestions of a project, out into files, and read back."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from pathlib import Path
from typing import TypeVar

from annotator.domain.errors import AnnotatorError, EnvironmentFault, InputError
from annotator.domain.ids import DocumentId
from annotator.domain.progress import Progress
from annotator.domain.records import (
    ExportReport,
    Losses,
    PartReport,
    Problem,
    Record,
)
from annotator.domain.refusals import reason_of
from annotator.domain.schema_toml import parse_schema
from annotator.domain.wording import tr
from annotator.formats.finishing import is_finished
from annotator.formats.registry import FinishedOnly, PartsWriter, WriteOptions, Writer
from annotator.formats.registry import writer as find_writer
from annotator.formats.tallying import verify
from annotator.services.child import run_in_child
from annotator.services.export_selection import ExportRequest, Selection
from annotator.services.loss_list import LossList
from annotator.services.splitting import Parts, parse_split, split_records
from annotator.services.surveying import ensure_surveys
from annotator.services.tokenising import ensure_tokens
from annotator.services.without_zones import ZoneCutter
from annotator.storage.store import Store

__all__ = [
    "ExportRequest",
    "check",
    "check_aside",
    "export",
    "export_aside",
    "parse_split",
]

ZIP = ".zip"

T = TypeVar("T")


def export(
    project_path: Path,
    target: Path,
    request: ExportRequest,
    progress: Progress | None = None,
) -> ExportReport:
    """Export a project; the target is replaced once all of it is written.

    What was written is then read back and compared; what differs is in the
    report's faults.

    Raises:
        InputError: The format, annotator or split is wrong, or there is nothing.
        EnvironmentFault: The target cannot be written.
        CancelledError: The user asked for a stop; the target is as it was.
    """
    progress = progress or Progress()
    writer = find_writer(request.format_name)
    if not target.parent.is_dir():
        raise InputError(
            tr("{parent} is not a folder; create it first.", parent=target.parent)
        )
    with Store.open(project_path) as store, LossList() as losses:
        run = _Run(store, writer, request, losses.losses, progress)
        try:
            for name, path, documents in run.targets(target):
                run.write(name, path, documents)
        except OSError as error:
            raise EnvironmentFault(
                tr(
                    "{target} could not be written: {reason}.",
                    target=target,
                    reason=reason_of(error),
                )
            ) from error
        report = run.report
        report.losses_file = losses.finish(target, always=request.list_losses)
    return report


def check(
    project_path: Path, request: ExportRequest, progress: Progress | None = None
) -> ExportReport:
    """Return what an export would lose; nothing is kept of what it writes.

    The writer itself says so, by writing to a folder that is deleted: no second
    set of rules could be as sure to say the same.

    Raises:
        InputError: The format or annotator is wrong, or there is nothing.
        EnvironmentFault: There is no room to try it.
        CancelledError: The user asked for a stop.
    """
    progress = progress or Progress()
    writer = find_writer(request.format_name)
    try:
        with (
            Store.open(project_path) as store,
            tempfile.TemporaryDirectory(prefix="annotator-check-") as folder,
        ):
            run = _Run(store, writer, request, Losses(), progress)
            run.try_out(Path(folder, f"check{writer.suffix}"))
    except OSError as error:
        raise EnvironmentFault(
            tr(
                "The export could not be tried out: {reason}.",
                reason=reason_of(error),
            )
        ) from error
    run.report.files.clear()
    return run.report


def export_aside(
    project_path: Path,
    target: Path,
    request: ExportRequest,
    progress: Progress | None = None,
) -> ExportReport:
    """Do what ``export`` does in a child process: spaCy never enters the window's."""
    return run_in_child(
        export, project_path, target, request, progress=progress or Progress()
    )


def check_aside(
    project_path: Path, request: ExportRequest, progress: Progress | None = None
) -> ExportReport:
    """Do what ``check`` does in a child process."""
    return run_in_child(check, project_path, request, progress=progress or Progress())


class _Run:
    """One export under way.

    Attributes:
        report: What has come of it so far.
    """

    def __init__(
        self,
        store: Store,
        writer: Writer,
        request: ExportRequest,
        losses: Losses,
        progress: Progress,
    ) -> None:
        self.report = ExportReport(losses=losses)
        self._writer = writer
        self._request = request
        self._progress = progress
        self._selection = Selection(store, request)
        self._parts: Parts = {}
        ensure_surveys(store, self._selection.documents(), progress)
        if writer.needs_tokens:
            ensure_tokens(store, self._selection.documents(), progress)
        self._part_of = self._parts_inside()
        schema = parse_schema(store.schema_toml())
        self._cutter = ZoneCutter(schema) if request.without_zones else None
        if self._cutter is not None:
            losses = _Translated(losses, self._cutter)
        self._options = WriteOptions(
            schema=schema,
            kinds=request.kinds or None,
            include_unfinished=request.include_unfinished,
            mend=request.mend,
            overlaps=request.overlaps,
            prefer=request.prefer,
            pieces=request.pieces,
            space=request.space,
            losses=losses,
            parts=self._part_of,
            components=request.components,
        )

    def _parts_inside(self) -> dict[DocumentId, str]:
        """Return which part a document goes into, where one target holds them all."""
        if not isinstance(self._writer, PartsWriter):
            return {}
        shares = self._request.split or self._writer.default_split
        if shares:
            self._parts = self._dealt(shares)
        return {d: name for name, ids in self._parts.items() for d in ids}

    def _dealt(self, shares: Mapping[str, float]) -> Parts:
        selection, request = self._selection, self._request
        records = _counted(
            selection.records(None), self._progress, selection.count(None)
        )
        later: set[DocumentId] = set()
        if isinstance(self._writer, FinishedOnly) and not request.include_unfinished:
            records = _only_finished(records, later)
        parts = split_records(
            records, shares, seed=request.seed, keep_sources=request.keep_sources
        )
        # They are left out wherever they are; the writer counts them.
        first = next(iter(parts))
        parts[first] |= later - frozenset().union(*parts.values())
        return parts

    def targets(
        self, target: Path
    ) -> Iterator[tuple[str, Path, frozenset[DocumentId] | None]]:
        """Yield part, file and documents of each file to write."""
        if self._options.parts or not self._request.split:
            yield "", target, None
            return
        for name, documents in self._dealt(self._request.split).items():
            yield name, part_path(target, name, self._writer), documents

    def write(
        self, name: str, path: Path, documents: frozenset[DocumentId] | None
    ) -> None:
        """Write one file and, if that is wanted, read it back."""
        part = self._written(path, documents)
        if name:
            report = PartReport(name, part.records, part.tally.kinds)
            self.report.parts.append(report)
        if self._request.verify:
            faults = self._verified(path, part)
            self.report.faults += [f"{path.name}: {fault}" for fault in faults]
            self.report.verified = not self.report.faults
        self._add(part)

    def try_out(self, path: Path) -> None:
        """Write to a place that nobody keeps."""
        self._add(self._written(path, None))

    def _written(
        self, path: Path, documents: frozenset[DocumentId] | None
    ) -> ExportReport:
        selection = self._selection
        records = (
            chain.from_iterable(map(selection.records, self._parts.values()))
            if self._options.parts
            else selection.records(documents)
        )
        return self._writer.write(
            records if self._cutter is None else self._cut(records, self._cutter),
            path,
            self._options,
            self._progress,
            selection.count(documents),
        )

    def _cut(self, records: Iterable[Record], cutter: ZoneCutter) -> Iterator[Record]:
        """Yield records without boilerplate; what went with it is reported."""
        parts = dict(self._part_of)
        for record in records:
            left = cutter.cut(record)
            self.report.losses += cutter.findings
            cutter.findings.clear()
            if left is None:
                self.report.left_out += 1
                continue
            if record.document_id in parts:
                self._part_of[left.document_id] = parts[record.document_id]
            yield left

    def _verified(self, path: Path, part: ExportReport) -> list[str]:
        """Return what differs in a file from what was written."""
        found = _counted(self._writer.read_back(path), self._progress, part.records)
        try:
            return verify(part.tally, found, self._options, self._writer.limits)
        except Exception as error:  # noqa: BLE001 - whatever it is, the file is in doubt
            self._progress.step(0, 0)  # a stop is no fault of the file
            what = str(error) if isinstance(error, AnnotatorError) else repr(error)
            return [tr("it cannot be read back: {what}", what=what)]

    def _add(self, part: ExportReport) -> None:
        report = self.report
        report.records += part.records
        report.annotations += part.annotations
        report.left_out += part.left_out
        report.files += part.files
        report.parts += part.parts
        if part.losses is not report.losses:
            report.losses += part.losses
        report.tally.labels += part.tally.labels
        report.tally.kinds += part.tally.kinds
        report.tally.roles += part.tally.roles
        report.tally.sums.update(part.tally.sums)


class _Translated(Losses):
    """Hands on what writers find, with its place in texts with their boilerplate."""

    def __init__(self, losses: Losses, cutter: ZoneCutter) -> None:
        super().__init__()
        self._losses = losses
        self._cutter = cutter

    def append(self, item: Problem) -> None:
        """Hand one on; nothing is kept here."""
        self._losses.append(self._cutter.translated(item))


def _only_finished(
    records: Iterable[Record], later: set[DocumentId]
) -> Iterator[Record]:
    """Yield what is done, for what a split is to balance; keep note of the rest."""
    for record in records:
        if is_finished(record.layer):
            yield record
        else:
            later.add(record.document_id)


def _counted(items: Iterable[T], progress: Progress, total: int) -> Iterator[T]:
    for done, item in enumerate(items):
        progress.step(min(done, total), total)
        yield item


def part_path(target: Path, name: str, writer: Writer) -> Path:
    """Return where a part of a split goes: ``news.jsonl`` → ``news-train.jsonl``."""
    suffix = target.suffix
    if writer.folder:
        suffix = suffix if suffix.lower() == ZIP else ""
    elif not suffix:
        return target.with_name(f"{target.name}-{name}{writer.suffix}")
    stem = target.name.removesuffix(suffix)
    return target.with_name(f"{stem}-{name}{suffix}")
