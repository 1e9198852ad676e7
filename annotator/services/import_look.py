"""What an import would bring, before anything is imported."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from annotator.domain.errors import InputError
from annotator.domain.progress import Progress
from annotator.domain.records import Problem, Record, note
from annotator.domain.schema import Schema
from annotator.domain.wording import tr
from annotator.formats.base import Item, Table, TableReader
from annotator.formats.inventory import Inventory
from annotator.services.copies import Copies, Copy, KnownArticles
from annotator.services.fetching import fetch
from annotator.services.gathering import Fetch
from annotator.services.importing import (
    ImportRequest,
    Inflow,
    Source,
    opened,
    watched,
)
from annotator.services.intake import names_added
from annotator.services.project import Project

__all__ = [
    "FoundFormat",
    "ImportLook",
    "KnownArticles",
    "Table",
    "as_lines",
    "copies_sentence",
    "look",
]

TABLE_ROWS = 8
MAX_TABLES = 50
"""Tables of which the top is kept."""


@dataclass(slots=True)
class FoundFormat:
    """What the files of one format hold.

    Attributes:
        files: How many files are in it.
        articles: How many different ones they hold.
        annotated: How many layers of annotations.
        problems: How many lines or files cannot be read.
    """

    title: str
    files: int = 0
    articles: int = 0
    annotated: int = 0
    problems: int = 0


@dataclass(slots=True)
class ImportLook:
    """What files hold.

    Attributes:
        formats: By name.
        articles: How many there are, each counted once.
        annotated: How many of them bring annotations.
        known: How many the project has already, letter by letter.
        binned: How many of these are in the bin, from which they would come back.
        repeated: How often an article that brings nothing new comes again.
        copies: Those that are nearly the same as another.
        problems: What cannot be read.
        marks: ``(kind, label)`` → how many annotations that would make.
        inventory: The labels of other tools in them.
        tables: File → its top, of files with columns.
        new_names: What files that say what may be marked would add to the schema.
    """

    formats: dict[str, FoundFormat] = field(default_factory=dict)
    articles: int = 0
    annotated: int = 0
    known: int = 0
    binned: int = 0
    repeated: int = 0
    copies: list[Copy] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    marks: Counter[tuple[str, str]] = field(default_factory=Counter)
    inventory: Inventory = field(default_factory=Inventory)
    tables: dict[str, Table] = field(default_factory=dict)
    new_names: list[str] = field(default_factory=list)

    @property
    def files(self) -> int:
        """How many files can be read."""
        return sum(found.files for found in self.formats.values())


def look(
    project: Project,
    paths: Sequence[Path | str],
    request: ImportRequest | None = None,
    progress: Progress | None = None,
    get: Fetch = fetch,
    *,
    known: KnownArticles | None = None,
) -> ImportLook:
    """Read what would be imported, and change nothing.

    Args:
        project: Where it would be imported into.
        paths: As for ``import_paths``.
        request: Likewise.
        progress: Told in articles of the project, then in bytes.
        get: Fetches pages of the web.
        known: Kept by whoever looks several times, to have it quicker.

    Raises:
        InputError: A path is missing, or there are no files.
        CancelledError: The user asked for a stop.
    """
    found = ImportLook()
    request = watched(request or ImportRequest(), found.inventory)
    progress = progress or Progress()
    with opened(project, paths, request, progress, get) as inflow:
        found.problems = list(inflow.problems)
        _look_at_files(found, inflow, request)
        looking = _Looking(project, found, Copies(project, progress, known))
        for source, item in inflow.items:
            looking.take(found.formats[source.reader.name], item)
    return found


def _look_at_files(found: ImportLook, inflow: Inflow, request: ImportRequest) -> None:
    for source in inflow.sources:
        reader = source.reader
        kind = found.formats.setdefault(reader.name, FoundFormat(tr(reader.title)))
        kind.files += 1
        if isinstance(reader, TableReader) and len(found.tables) < MAX_TABLES:
            name = inflow.gathered.name(source.path)
            table = _top(source, reader, request.columns_for(name))
            if table is not None and table.columns:
                found.tables[name] = table


def _top(
    source: Source, reader: TableReader, columns: Mapping[str, str]
) -> Table | None:
    try:
        return reader.preview(source.path, TABLE_ROWS, columns)
    except (InputError, OSError):
        return None  # reading it says what is wrong


class _Looking:
    """Counts what comes in."""

    def __init__(self, project: Project, found: ImportLook, copies: Copies) -> None:
        self._project = project
        self._found = found
        self._copies = copies
        self._schema = project.schema
        self._seen: set[str] = set()
        self._annotated: set[str] = set()

    def take(self, kind: FoundFormat, item: Item) -> None:
        """Count an item of a file in a format."""
        if isinstance(item, Problem):
            kind.problems += 1
            note(self._found.problems, item)
        elif isinstance(item, Schema):
            grown = self._schema.grown_by(item)
            self._found.new_names += names_added(self._schema, grown)
            self._schema = grown
        else:
            self._count(kind, item)
            self._note_losses(kind, item)
            copy = self._copies.look(item)
            if copy is not None:
                self._found.copies.append(copy)

    def _count(self, kind: FoundFormat, record: Record) -> None:
        found, identity = self._found, record.document_id
        new = identity not in self._seen
        if new:
            self._seen.add(identity)
            kind.articles += 1
            found.articles += 1
            found.known += self._project.store.documents.has(identity)
            found.binned += self._project.store.is_binned(identity)
        layer = record.layer
        if layer is None:
            found.repeated += not new
            return
        kind.annotated += 1
        if identity not in self._annotated:
            self._annotated.add(identity)
            found.annotated += 1
        found.marks.update((made.kind, made.label) for made in layer.annotations)
        found.marks.update((made.kind, made.label) for made in layer.suggestions)

    def _note_losses(self, kind: FoundFormat, record: Record) -> None:
        kind.problems += len(record.losses)
        for loss in record.losses:
            note(self._found.problems, Problem(record.where, loss))


def as_lines(found: ImportLook) -> list[str]:
    """Return what was found as lines for people."""
    formats = ", ".join(f"{f.title}: {f.files}" for f in found.formats.values())
    named = f" ({formats})" if formats else ""
    lines = [f"{found.articles} articles in {found.files} files{named}."]
    if found.known:
        lines.append(f"{found.known} of them are there already and are not doubled.")
    if found.binned:
        lines.append(f"In the bin, from which they come back: {found.binned}.")
    if found.repeated:
        lines.append(f"Articles that come more than once, left out: {found.repeated}.")
    if found.annotated:
        lines.append(f"{found.annotated} of them bring annotations.")
        counts = sorted(found.marks.items(), key=lambda pair: (-pair[1], pair[0]))
        lines += [f"  {kind} {label}: {count}" for (kind, label), count in counts]
    if found.new_names:
        lines.append(f"The schema would get: {', '.join(found.new_names)}.")
    lines += _unmapped_lines(found)
    lines.append(copies_sentence(found))
    for copy in found.copies[:_SHOWN]:
        place = " in the project" if copy.in_project else f" ({copy.other_where})"
        share = f"{copy.share:.0%}"
        lines.append(
            f"  {copy.where}: “{copy.title}” is {share} like “{copy.other}”{place}"
        )
    if len(found.copies) > _SHOWN:
        lines.append(f"  … and {len(found.copies) - _SHOWN} more")
    return lines


_SHOWN = 20


def _unmapped_lines(found: ImportLook) -> list[str]:
    inventory = found.inventory
    if not inventory.unmapped:
        return []
    named = ", ".join(
        f"{name} ({inventory.count(name)})" for name in inventory.unmapped
    )
    return [f"Labels that no mapping names: {named}."]


def copies_sentence(found: ImportLook) -> str:
    """Return how many articles are nearly the same as others."""
    count = len(found.copies)
    if not count:
        return "No article is nearly the same as another."
    verb, others = ("is", "another") if count == 1 else ("are", "others")
    return f"{count} of {found.articles} articles {verb} nearly the same as {others}."
