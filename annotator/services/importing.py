"""Import: files in, documents, layers and suggestions in the project."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from annotator.domain.errors import AnnotatorError, InputError
from annotator.domain.ids import DocumentId
from annotator.domain.progress import Progress
from annotator.domain.records import ImportReport, Problem, Record, note
from annotator.domain.schema import Schema
from annotator.domain.schema_toml import dump_schema
from annotator.domain.wording import noop, tr, trn
from annotator.formats.base import Item
from annotator.formats.inventory import Inventory, Sort
from annotator.formats.mapping import SKIP, LabelMap
from annotator.formats.registry import Reader, ReadOptions, reader_for
from annotator.services.backups import back_up_first
from annotator.services.copies import Copies
from annotator.services.fetching import fetch
from annotator.services.gathering import Fetch, Gathered, gathered
from annotator.services.intake import Intake
from annotator.services.project import Project

UNFORESEEN = noop(
    "it could not be read as {title} (which is not foreseen; please report it:"
    " {error}); what came before that was taken."
)
"""How a problem says that a reader has met something nobody thought of."""


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
        columns_of: The same for single files, by the name that messages call them.
        without_copies: Articles that are nearly the same as another are left out,
            unless they bring annotations.
        left_out: Articles that the user does not want, whatever they bring.
    """

    format_name: str = "auto"
    annotator: str = ""
    as_suggestions: bool = False
    mapping: LabelMap = field(default_factory=LabelMap)
    columns: Mapping[str, str] = field(default_factory=dict)
    without_copies: bool = False
    left_out: frozenset[DocumentId] = frozenset()
    columns_of: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def columns_for(self, name: str) -> Mapping[str, str]:
        """Return what is said of a file's columns."""
        return self.columns_of.get(name, self.columns)


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
    itself and is named in the report. A project that has work is backed up before.

    Raises:
        InputError: A path is missing, or nothing at all could be read.
        EnvironmentFault: The project cannot be backed up or written.
        CancelledError: The user asked for a stop; nothing was imported.
    """
    inventory = Inventory(keeps_sample=False)
    request = watched(request or ImportRequest(), inventory)
    progress = progress or Progress()
    with opened(project, paths, request, progress, get) as inflow:
        backup = back_up_first(project, progress) if inflow.sources else None
        report = _take_in(project, inflow, request)
        report.backup = backup
    _tell_labels(report, inventory, request.mapping)
    return report


def watched(request: ImportRequest, inventory: Inventory) -> ImportRequest:
    """Return a request whose foreign labels are counted while they are read."""
    return replace(request, mapping=replace(request.mapping, witness=inventory))


def _tell_labels(report: ImportReport, inventory: Inventory, mapping: LabelMap) -> None:
    """Put into the report what became of labels without anybody's word."""
    unmapped = {name: inventory.count(name) for name in inventory.unmapped}
    if mapping.default == SKIP:
        report.left_out = unmapped
    else:
        report.unmapped = unmapped
    for found in inventory.names.values():
        if found.sort is Sort.LABEL:
            target = mapping.target(found.name, found.layer)
            if target is not None and not target.kind:
                report.left_out[found.key] = found.count


@dataclass(frozen=True, slots=True)
class Inflow:
    """What an import reads.

    Attributes:
        sources: The files that are read.
        problems: Files that are not, and why.
        items: What the files hold, each with its file; to be gone through once.
        gathered: Knows what the files are called.
    """

    sources: Sequence[Source]
    problems: list[Problem]
    items: Iterator[tuple[Source, Item]]
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
            raise InputError(
                tr("{path} is this project itself; import its export.", path=path)
            )
    with gathered(paths, progress, get, own) as found:
        if not found.files and not found.problems:
            raise InputError(
                tr(
                    "There are no files to import in {names}.",
                    names=", ".join(map(str, paths)),
                )
            )
        sources, problems = plan(found.files, request.format_name)
        problems = [*found.problems, *map(found.told_file, problems)]
        items = _read(sources, request, progress, found)
        yield Inflow(sources, problems, items, found)


def _take_in(project: Project, inflow: Inflow, request: ImportRequest) -> ImportReport:
    report = ImportReport(
        files=len(inflow.gathered.files), problems=list(inflow.problems)
    )
    refusal = _Refusal(project, request)
    with project.store.bulk() as bulk:
        intake = Intake(bulk, project.schema, request, report)
        for _, item in inflow.items:
            if isinstance(item, Problem):
                note(report.problems, item)
                continue
            if isinstance(item, Schema):
                intake.grow(item)
                continue
            try:
                refusal.check(item)
                intake.add(item)
            except InputError as error:
                note(report.problems, Problem(item.where, str(error)))
        if not intake.records and intake.schema == project.schema:
            raise InputError(_nothing(report))
        if intake.schema != project.schema:
            bulk.set_schema_toml(dump_schema(intake.schema))
    project.schema = intake.schema
    return report


class _Refusal:
    """Refuses the articles that the user does not want."""

    def __init__(self, project: Project, request: ImportRequest) -> None:
        self._left_out = request.left_out
        self._copies = Copies(project) if request.without_copies else None

    def check(self, record: Record) -> None:
        """Raise for an article that is to be left out.

        Raises:
            InputError: It is.
        """
        if record.document_id in self._left_out:
            raise InputError(tr("left out, as you chose."))
        if self._copies is not None:
            self._copies.refuse(record)


def _own_files(project: Project) -> set[Path]:
    """Return the open project and SQLite's files beside it: never to be opened.

    Closing a handle of the file would drop the locks that SQLite has on it.
    """
    path = project.path.resolve()
    return {path.with_name(path.name + end) for end in ("", "-wal", "-shm")}


def _nothing(report: ImportReport) -> str:
    if not report.problems:
        return tr("The files hold no article; nothing was imported.")
    more = len(report.problems) - 1
    if not more:
        return tr("Nothing was imported. {problem}", problem=report.problems[0])
    return trn(
        "Nothing was imported. {problem} ({n} more like it)",
        "Nothing was imported. {problem} ({n} more like it)",
        more,
        problem=report.problems[0],
    )


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
        # A configuration that every folder has is no layer.
        if reader.by_folder and path.suffix.lower() in reader.suffixes:
            alike[path.name].append(path)
    shared = {p.parent for paths in alike.values() if len(paths) > 1 for p in paths}
    return {
        path: path.parent.name
        for paths in alike.values()
        for path in paths
        if path.parent in shared
    }


def _items(source: Source, options: ReadOptions) -> Iterator[Item]:
    """Yield what a file holds; whatever its reader did not foresee costs the file.

    Libraries of others meet hostile files in there: no error of theirs may stop the
    import of all the others, or show anything but a sentence.
    """
    try:
        yield from source.reader.read(source.path, options)
    except (AnnotatorError, GeneratorExit):
        raise
    except Exception as error:  # noqa: BLE001 - see above
        yield Problem(
            source.path.name,
            tr(
                UNFORESEEN,
                title=tr(source.reader.title),
                error=type(error).__name__,
            ),
        )


def _read(
    sources: Sequence[Source],
    request: ImportRequest,
    progress: Progress,
    found: Gathered,
) -> Iterator[tuple[Source, Item]]:
    """Read all files, reporting progress in bytes."""
    total = sum(source.size for source in sources)
    before = 0
    for source in sources:
        inside = 0
        progress.step(before, total)
        options = ReadOptions(
            request.mapping,
            source.annotator,
            request.columns_for(found.name(source.path)),
            named=request.format_name != "auto",
        )
        for item in _items(source, options):
            yield source, found.told(item, source.path)
            if isinstance(item, Record):
                inside += len(item.text)
            progress.step(before + min(inside, source.size), total)
        before += source.size
    progress.step(total, total)
