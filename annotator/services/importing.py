"""Import: files in, documents, layers and suggestions in the project."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from annotator.domain.annotations import (
    Annotation,
    Link,
    Suggestion,
    suggestion_id,
)
from annotator.domain.documents import Status
from annotator.domain.errors import InputError
from annotator.domain.ids import derived_id
from annotator.domain.progress import Progress
from annotator.domain.records import ImportReport, LayerRecord, Problem, Record
from annotator.domain.schema import Schema
from annotator.domain.schema_toml import dump_schema, is_label_name, is_name
from annotator.formats.base import Item
from annotator.formats.mapping import LabelMap
from annotator.formats.registry import Reader, ReadOptions, reader_for
from annotator.services.copies import Copies
from annotator.services.fetching import fetch
from annotator.services.gathering import Fetch, Gathered, gathered
from annotator.services.project import GOLD, Project
from annotator.storage.store import Bulk

NAMELESS = "imported"
"""Whose layer annotations become where neither file nor user names anybody."""

IMPORTED_VERSION = "import"
"""The version of a pipeline whose output came in a file that names none."""


@dataclass(frozen=True, slots=True)
class ImportRequest:
    """How files are read and where their annotations go.

    Attributes:
        format_name: Of a reader; ``auto`` to tell by each file.
        annotator: This annotator's layer (``gold`` is one); "" for whoever the
            file names.
        as_suggestions: They become suggestions instead of a layer.
        mapping: What the labels of other tools become.
        columns: For tables; see ``ReadOptions``.
        without_copies: Articles that are nearly the same as another are left out,
            unless they bring annotations.
    """

    format_name: str = "auto"
    annotator: str = ""
    as_suggestions: bool = False
    mapping: LabelMap = field(default_factory=LabelMap)
    columns: Mapping[str, str] = field(default_factory=dict)
    without_copies: bool = False


@dataclass(frozen=True, slots=True)
class Source:
    """A file that will be read, and how.

    Attributes:
        size: Bytes, of the files that reading it takes along as well.
        annotator: Whose layer it is, told from its folder; "" for nobody's.
    """

    path: Path
    reader: Reader
    size: int
    annotator: str = ""


def import_paths(
    project: Project,
    paths: Sequence[Path | str],
    request: ImportRequest | None = None,
    progress: Progress | None = None,
    get: Fetch = fetch,
) -> ImportReport:
    """Import files and folders, all of it or (on error and cancel) nothing.

    Archives are unpacked for as long as they are read. Text in *paths* is a web
    address, whose page is fetched by *get*. A line or file that cannot be read costs
    itself and is named in the report.

    Raises:
        InputError: A path is missing, or nothing at all could be read.
        CancelledError: The user asked for a stop; nothing was imported.
    """
    request = request or ImportRequest()
    progress = progress or Progress()
    with opened(project, paths, request, progress, get) as inflow:
        return _take_in(project, inflow, request)


@dataclass(frozen=True, slots=True)
class Inflow:
    """What an import reads.

    Attributes:
        sources: The files that are read.
        problems: Files that are not, and why.
        items: What the files hold; to be gone through once.
        gathered: Knows what the files are called.
    """

    sources: Sequence[Source]
    problems: list[Problem]
    items: Iterator[Item]
    gathered: Gathered


@contextmanager
def opened(
    project: Project,
    paths: Sequence[Path | str],
    request: ImportRequest,
    progress: Progress,
    get: Fetch = fetch,
) -> Iterator[Inflow]:
    """Open what is to be imported for as long as it is read.

    Raises:
        InputError: A path is missing, or there are no files.
    """
    own = _own_files(project)
    for path in paths:
        if isinstance(path, Path) and path.resolve() in own:
            raise InputError(f"{path} is this project itself; import its export.")
    with gathered(paths, progress, get, own) as found:
        if not found.files and not found.problems:
            raise InputError(
                f"There are no files to import in {', '.join(map(str, paths))}."
            )
        sources, problems = plan(found.files, request.format_name)
        problems = [*found.problems, *map(found.told_file, problems)]
        items = _read(sources, request, progress, found)
        yield Inflow(sources, problems, items, found)


def _take_in(project: Project, inflow: Inflow, request: ImportRequest) -> ImportReport:
    report = ImportReport(
        files=len(inflow.gathered.files), problems=list(inflow.problems)
    )
    copies = Copies(project) if request.without_copies else None
    with project.store.bulk() as bulk:
        intake = _Intake(bulk, project.schema, request, report)
        for item in inflow.items:
            if isinstance(item, Problem):
                report.problems.append(item)
                continue
            if isinstance(item, Schema):
                intake.grow(item)
                continue
            try:
                if copies is not None:
                    copies.refuse(item)
                intake.add(item)
            except InputError as error:
                report.problems.append(Problem(item.where, str(error)))
        if not intake.records:
            raise InputError(_nothing(report))
        if intake.schema != project.schema:
            bulk.set_schema_toml(dump_schema(intake.schema))
    project.schema = intake.schema
    return report


def _own_files(project: Project) -> set[Path]:
    """Return the open project and SQLite's files beside it: never to be opened.

    Closing a handle of the file would drop the locks that SQLite has on it.
    """
    path = project.path.resolve()
    return {path.with_name(path.name + end) for end in ("", "-wal", "-shm")}


def _nothing(report: ImportReport) -> str:
    if not report.problems:
        return "The files hold no article; nothing was imported."
    more = len(report.problems) - 1
    also = f" ({more} more like it)" if more else ""
    return f"Nothing was imported. {report.problems[0]}{also}"


def plan(
    files: Sequence[Path], format_name: str = "auto"
) -> tuple[list[Source], list[Problem]]:
    """Return what will be read of *files* and how, and what cannot be.

    Raises:
        InputError: There is no such format.
    """
    problems: list[Problem] = []
    chosen: dict[Path, Reader] = {}
    for number, path in enumerate(files):
        try:
            chosen[path] = reader_for(path, format_name)
        except InputError as error:
            if format_name != "auto" and not number:
                raise  # a wrong name is no file's fault
            problems.append(Problem(str(path), str(error)))
    taken: dict[Path, tuple[Path, ...]] = {
        path: reader.companions(path) for path, reader in chosen.items()
    }
    along = {companion for paths in taken.values() for companion in paths}
    owners = _owners(chosen)
    sources = [
        Source(path, reader, _size((path, *taken[path])), owners.get(path, ""))
        for path, reader in chosen.items()
        if path not in along
    ]
    # What is only there for another file is no article in an unknown format.
    return sources, [p for p in problems if Path(p.where) not in along]


def _size(paths: Sequence[Path]) -> int:
    return sum(path.stat().st_size for path in paths if path.exists())


def _owners(chosen: Mapping[Path, Reader]) -> dict[Path, str]:
    """Return whose layer each file is where every annotator has a folder."""
    alike: dict[str, list[Path]] = defaultdict(list)
    for path, reader in chosen.items():
        if reader.by_folder:
            alike[path.name].append(path)
    shared = {p.parent for paths in alike.values() if len(paths) > 1 for p in paths}
    return {
        path: path.parent.name
        for paths in alike.values()
        for path in paths
        if path.parent in shared
    }


def _read(
    sources: Sequence[Source],
    request: ImportRequest,
    progress: Progress,
    found: Gathered,
) -> Iterator[Item]:
    """Read all files, reporting progress in bytes."""
    total = sum(source.size for source in sources)
    before = 0
    for source in sources:
        inside = 0
        progress.step(before, total)
        options = ReadOptions(request.mapping, source.annotator, request.columns)
        for item in source.reader.read(source.path, options):
            yield found.told(item, source.path)
            if isinstance(item, Record):
                inside += len(item.text)
            progress.step(before + min(inside, source.size), total)
        before += source.size
    progress.step(total, total)


class _Intake:
    """Puts records into one bulk transaction and keeps count."""

    def __init__(
        self, bulk: Bulk, schema: Schema, request: ImportRequest, report: ImportReport
    ) -> None:
        self._bulk = bulk
        self._request = request
        self._report = report
        self._known: set[tuple[str, str]] = {
            (kind.name, label.name) for kind, label in schema.labels()
        }
        self._roles: set[tuple[str, str]] = {
            (kind.name, role.name) for kind in schema.kinds for role in kind.roles
        }
        self.schema = schema
        self.records = 0

    def grow(self, schema: Schema) -> None:
        """Let the project's schema grow by what the files say may be marked."""
        self.schema = self.schema.grown_by(schema)
        self._known.update((k.name, label.name) for k, label in self.schema.labels())
        self._roles.update((k.name, r.name) for k in self.schema.kinds for r in k.roles)

    def add(self, record: Record) -> None:
        """Add one record."""
        report = self._report
        report.problems += [Problem(record.where, loss) for loss in record.losses]
        if self._bulk.add_document(record):
            report.documents += 1
        else:
            report.duplicates += 1
        self.records += 1
        layer = record.layer
        if layer is None:
            return
        if layer.suggestions or self._request.as_suggestions:
            self._add_suggestions(record, layer)
        elif layer.annotations or layer.status is not Status.TODO:
            self._add_layer(record, layer)

    def _add_layer(self, record: Record, layer: LayerRecord) -> None:
        name = self._request.annotator or layer.annotator or NAMELESS
        for annotation in layer.annotations:
            self._admit(annotation)
        annotations, links = layer.annotations, layer.links
        if layer.annotator != name and self._request.annotator:
            annotations, links = _copies(record, name, annotations, links)
        status = layer.status
        if self._request.annotator == GOLD and status is Status.TODO:
            # Whoever brings in the settled layer says that it is settled.
            status = Status.DONE
        person = self._bulk.annotator(name)
        added = self._bulk.add_layer(record, person.id, annotations, links, status)
        self._report.layers += 1
        self._report.annotations += added

    def _add_suggestions(self, record: Record, layer: LayerRecord) -> None:
        pipeline = layer.annotator or Path(record.where.split(",")[0]).stem or NAMELESS
        suggestions = list(layer.suggestions)
        suggestions += [
            _suggestion(record, pipeline, annotation)
            for annotation in (
                layer.annotations if self._request.as_suggestions else ()
            )
        ]
        for suggestion in suggestions:
            self._admit(suggestion)
        by_version: dict[tuple[str, str], list[Suggestion]] = {}
        for suggestion in suggestions:
            key = (suggestion.pipeline, suggestion.version)
            by_version.setdefault(key, []).append(suggestion)
        for (name, version), group in by_version.items():
            self._report.suggestions += self._bulk.add_suggestions(
                record, name, version, group
            )

    def _admit(self, item: Annotation | Suggestion) -> None:
        """Let the schema grow by the label and the roles it does not know."""
        key = (item.kind, item.label)
        if key not in self._known:
            if not (is_name(item.kind) and is_label_name(item.label)):
                raise InputError(f"“{item.kind} {item.label}” is no name for a label.")
            first = next(iter(item.parts), "mention")
            self.schema = self.schema.with_label(*key, role=first)
            self._known.add(key)
            kind = self.schema.kind(item.kind)
            if kind is not None:
                self._roles.update((kind.name, role.name) for role in kind.roles)
            self._report.new_labels.append(f"{item.kind} {item.label}")
        for role in item.parts:
            if (item.kind, role) not in self._roles:
                if not is_name(role):
                    raise InputError(f"“{role}” is no name for a part.")
                self.schema = self.schema.with_role(item.kind, role)
                self._roles.add((item.kind, role))
                self._report.new_labels.append(f"{item.kind} part {role}")


def _suggestion(record: Record, pipeline: str, annotation: Annotation) -> Suggestion:
    kind, label, parts = annotation.kind, annotation.label, annotation.parts
    made_by = (pipeline, IMPORTED_VERSION)
    return Suggestion(
        suggestion_id(record.document_id, made_by, kind, label, parts),
        record.document_id,
        *made_by,
        kind,
        label,
        parts,
        1.0,
        annotation.attributes,
    )


def _copies(
    record: Record,
    name: str,
    annotations: Sequence[Annotation],
    links: Sequence[Link],
) -> tuple[tuple[Annotation, ...], tuple[Link, ...]]:
    """Return another author's layer under *name*: the same things, ids of their own.

    An id belongs to one layer, also where files of several people name nobody and
    people marked the same words. The new ones are derived, so that importing the
    same file again adds nothing.
    """

    def own(old: str) -> str:
        return derived_id("copy", record.document_id, name, old)

    copied = tuple(
        replace(a, id=type(a.id)(own(a.id)), origin="import") for a in annotations
    )
    relinked = tuple(
        replace(
            k,
            id=type(k.id)(own(k.id)),
            source=type(k.source)(own(k.source)),
            target=type(k.target)(own(k.target)),
        )
        for k in links
    )
    return copied, relinked
