"""What an import would bring, before anything is imported."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from annotator.domain.progress import Progress
from annotator.domain.records import Problem, Record
from annotator.services.copies import Copies, Copy
from annotator.services.fetching import fetch
from annotator.services.gathering import Fetch
from annotator.services.importing import ImportRequest, opened
from annotator.services.project import Project


@dataclass(slots=True)
class ImportLook:
    """What files hold.

    Attributes:
        files: File → the format it was taken for.
        articles: How many there are.
        annotated: How many of them bring annotations.
        known: How many the project has already, letter by letter.
        copies: Those that are nearly the same as another.
        problems: What cannot be read.
    """

    files: list[tuple[str, str]] = field(default_factory=list)
    articles: int = 0
    annotated: int = 0
    known: int = 0
    copies: list[Copy] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def formats(self) -> list[tuple[str, int]]:
        """Return the formats and how many files are in each, most first."""
        return Counter(title for _, title in self.files).most_common()


def look(
    project: Project,
    paths: Sequence[Path | str],
    request: ImportRequest | None = None,
    progress: Progress | None = None,
    get: Fetch = fetch,
) -> ImportLook:
    """Read what would be imported, and change nothing.

    Raises:
        InputError: A path is missing, or there are no files.
        CancelledError: The user asked for a stop.
    """
    request = request or ImportRequest()
    progress = progress or Progress()
    copies = Copies(project, progress)
    with opened(project, paths, request, progress, get) as inflow:
        found = ImportLook(
            [
                (inflow.gathered.name(source.path), source.reader.title)
                for source in inflow.sources
            ],
            problems=list(inflow.problems),
        )
        seen: set[str] = set()
        for item in inflow.items:
            if isinstance(item, Problem):
                found.problems.append(item)
            elif isinstance(item, Record):
                _count(found, item, seen, project)
                copy = copies.look(item)
                if copy is not None:
                    found.copies.append(copy)
    return found


def _count(found: ImportLook, record: Record, seen: set[str], project: Project) -> None:
    found.articles += 1
    found.annotated += record.layer is not None
    if record.document_id in seen or project.store.has_document(record.document_id):
        found.known += 1
    seen.add(record.document_id)


def as_lines(found: ImportLook) -> list[str]:
    """Return what was found as lines for people."""
    formats = ", ".join(f"{title}: {number}" for title, number in found.formats())
    lines = [f"{found.articles} articles in {len(found.files)} files ({formats})."]
    if found.known:
        lines.append(f"{found.known} of them are there already and are not doubled.")
    if found.annotated:
        lines.append(f"{found.annotated} of them bring annotations.")
    lines.append(copies_sentence(found))
    for copy in found.copies[:_SHOWN]:
        place = " in the project" if copy.in_project else ""
        lines.append(f"  {copy.where}: “{copy.title}” is like “{copy.other}”{place}")
    if len(found.copies) > _SHOWN:
        lines.append(f"  … and {len(found.copies) - _SHOWN} more")
    return lines


_SHOWN = 20


def copies_sentence(found: ImportLook) -> str:
    """Return how many articles are nearly the same as others."""
    count = len(found.copies)
    if not count:
        return "No article is nearly the same as another."
    verb, others = ("is", "another") if count == 1 else ("are", "others")
    return f"{count} of {found.articles} articles {verb} nearly the same as {others}."
