"""Merging: what people did in their files, back into the lead's project.

A layer has one author, so that files of different people never meet. Two files of
one person may: a handout that was carried on while another copy of it had been
given back, or two copies that were both worked on. Then, for every single thing of
a layer (an annotation, a link, a verdict, the state), the later change counts; a
removal is a change. Steps of both histories are kept in the order they were made.
So any files can come in any order and any number of times: the project is the same.

What a handout cannot change: the people, the assignments, other people's layers and
the settled one. Its schema can only add labels that its annotations need. Documents
that the project does not have are left out and named; their file still has them.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from annotator.domain.errors import AnnotatorError, InputError
from annotator.domain.ids import DocumentId
from annotator.domain.progress import Progress
from annotator.domain.schema import Schema
from annotator.domain.schema_toml import dump_schema
from annotator.domain.wording import noop, tr
from annotator.services.backups import before_line
from annotator.services.project import Project
from annotator.storage.backup import copy_aside
from annotator.storage.store import Merged, Store, Why


@dataclass(slots=True)
class FileReport:
    """What merging one file did.

    Attributes:
        whose: The annotator whose handout it is; "" for a copy of the project.
        merged: What came in; None where the file was refused.
        refused: Why it was refused, a sentence; "" where it was not.
        new_labels: Labels and parts added to the schema.
        unknown: Titles of its documents that the project does not have.
        twice: Titles of documents that were worked on in two copies at once.
        binned: Titles of changed documents that are in the bin.
        backup: The copy of the project made before the first change, if any.
    """

    path: Path
    whose: str = ""
    merged: Merged | None = None
    refused: str = ""
    new_labels: list[str] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    twice: list[str] = field(default_factory=list)
    binned: list[str] = field(default_factory=list)
    backup: Path | None = None


class _NotMeant(Exception):  # noqa: N818 - only ends a trial
    """Takes a merge back that was only to see what it would do."""


def merge_files(
    project: Project,
    paths: Sequence[Path],
    progress: Progress | None = None,
    *,
    reports: list[FileReport] | None = None,
) -> list[FileReport]:
    """Merge files, each in one transaction; a file that is refused costs itself.

    Before the first change the project is copied.

    Args:
        project: The lead's.
        paths: The files.
        progress: What to report to.
        reports: Is filled one by one, so that whoever stops it knows what came in.

    Raises:
        InputError: The project is itself a handout.
        EnvironmentFault: The project cannot be written or copied.
        CancelledError: The user asked for a stop; files merged before stay merged.
    """
    project.require_whole(noop("merge"))
    progress = progress or Progress()
    reports = [] if reports is None else reports
    backup: Path | None = None
    for number, path in enumerate(paths):
        part = progress.part(number, len(paths))
        report = FileReport(path)
        try:
            with _opened(project, path, part) as other:
                _merge(project, other, report, part, backed_up=backup is not None)
        except InputError as error:
            report.refused = str(error)
            report.merged = None
        reports.append(report)
        backup = backup or report.backup
    project.reload_schema()
    if not progress.cancelled:
        progress.step(100, 100)
    return reports


def has_news(project: Project, path: Path) -> bool:
    """Return whether a file holds work that has not been merged yet.

    Raises:
        InputError: The file is damaged, or none of this project.
    """
    with _opened(project, path, Progress()) as other:
        news = False
        with suppress(_NotMeant), project.store.merging(other) as merger:
            merged = merger.run(Progress())
            news = merged.is_something or bool(merged.unknown)
            raise _NotMeant
        return news


@contextmanager
def _opened(project: Project, path: Path, progress: Progress) -> Iterator[Store]:
    """Open a copy of a file: it may be older, and is never to be touched.

    Raises:
        InputError: There is none, it is damaged, newer, or of another project.
    """
    if not path.is_file():
        raise InputError(tr("{path} is not there or not a file.", path=path))
    if path.samefile(project.path):
        raise InputError(
            tr("{path} is this project itself; merge the files handed out.", path=path)
        )
    with tempfile.TemporaryDirectory(prefix="annotator-merge-") as folder:
        copy = Path(folder) / path.name
        try:
            copy_aside(path, copy)
            store = Store.open(copy, keep_old=False)
        except AnnotatorError as error:
            # Whatever is wrong with the copy is wrong with the file.
            raise InputError(str(error).replace(str(copy), str(path))) from error
        with closing(store):
            _examine(project, store, path, progress)
            yield store


def _examine(project: Project, other: Store, path: Path, progress: Progress) -> None:
    mine, theirs = project.store.info(), other.info()
    if mine.id != theirs.id:
        raise InputError(
            tr(
                "{path} belongs to another project ({name}); merge it there.",
                path=path,
                name=theirs.name,
            )
        )
    problems = other.check(progress)
    if problems:
        raise InputError(
            tr("{path} is damaged: {problem}", path=path, problem=problems[0])
        )


def _merge(
    project: Project,
    other: Store,
    report: FileReport,
    progress: Progress,
    *,
    backed_up: bool,
) -> None:
    store = project.store
    with store.merging(other) as merger:
        merged = merger.run(progress)
        if merged.is_something:
            for kind, old, new in project.schema.former_names():
                store.relabel(kind, old, new)
            schema, report.new_labels = _grown(project.schema, merged)
            if report.new_labels:
                store.write_schema(dump_schema(schema))
            if not backed_up:
                report.backup = store.keep_backup(Why.MERGE, progress)
    report.merged = merged
    owner = other.info().handout_for
    report.whose = next((p.name for p in other.annotators() if p.id == owner), "")
    report.unknown = [_title(other, d) for d in merged.unknown]
    report.twice = [_title(store, d) for d in sorted(merged.twice)]
    report.binned = [
        one.title or one.id for one in store.binned() if one.id in merged.documents
    ]
    project.reload_schema()


def _title(store: Store, document_id: DocumentId) -> str:
    return store.documents.get(document_id).details.title or document_id


def _grown(schema: Schema, merged: Merged) -> tuple[Schema, list[str]]:
    """Return the schema with the labels that came in, in a fixed order."""
    added: list[str] = []
    for kind_name, named, roles in sorted(merged.labels):
        kind, label = schema.kind(kind_name), schema.present_name(kind_name, named)
        if kind is None or kind.label(label) is None:
            schema = schema.with_label(kind_name, label, role=next(iter(roles)))
            added.append(f"{kind_name} {label}")
        for role in roles:
            grown = schema.with_role(kind_name, role)
            if grown != schema:
                added.append(tr("{kind} part {role}", kind=kind_name, role=role))
            schema = grown
    return schema, added


def report_lines(report: FileReport) -> Iterator[str]:
    """Yield what ``annotator merge`` prints of one file."""
    merged = report.merged
    if merged is None:
        yield f"{report.path}: refused. {report.refused}"
        return
    whose = f" ({report.whose})" if report.whose else ""
    if not merged.is_something:
        yield f"{report.path}{whose}: nothing new."
    else:
        yield (
            f"{report.path}{whose}: {len(merged.documents)} documents;"
            f" annotations {merged.added} new, {merged.changed} changed,"
            f" {merged.removed} removed; {merged.steps} steps,"
            f" {merged.rest} states, verdicts, links, comments, zones and times."
        )
    if report.new_labels:
        yield f"  Added to the schema: {', '.join(report.new_labels)}."
    if report.twice:
        yield (
            f"  Worked on in two copies at once, the later change counts:"
            f" {', '.join(report.twice)}."
        )
    if report.binned:
        yield f"  In the bin, with the work that came in: {', '.join(report.binned)}."
    if report.unknown:
        yield (
            f"  Left out, for the project does not have them (import them and merge"
            f" again): {', '.join(report.unknown)}."
        )
    if merged.others:
        yield f"  Left out: {merged.others} layers of others, which a handout has not."
    if report.backup is not None:
        yield f"  {before_line(report.backup)}"
