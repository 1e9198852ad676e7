"""What an import reads: files and folders, what is in archives, pages of the web.

What has to be put somewhere for reading lies in a private folder that goes away
afterwards, whatever happens.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Sequence, Set
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from annotator.domain.errors import EnvironmentFault, InputError
from annotator.domain.progress import Progress
from annotator.domain.records import Problem, Record
from annotator.formats.archives import Unpacker, is_archive
from annotator.formats.base import Item
from annotator.formats.registry import find_files
from annotator.services.fetching import Fetched, fetch, is_web_address

Fetch = Callable[[str, Progress], Fetched]


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a file comes from that its name alone does not tell from others.

    Attributes:
        shown: How messages call it: its archive and its name there, its address, or
            its path within the folder that was chosen.
        url: Its address on the web; "" for a member of an archive.
    """

    shown: str
    url: str = ""

    def called(self, where: str, name: str) -> str:
        """Return where in the file, or in one read along with it, something is.

        Args:
            where: As its reader says it: ``name``, or another file's, and the line.
            name: The file's name where it is read.
        """
        if self.shown.endswith(name):
            return f"{self.shown.removesuffix(name)}{where}"
        return f"{self.shown}{where.removeprefix(name)}"


@dataclass(slots=True)
class Gathered:
    """What there is to read.

    Attributes:
        files: In order.
        origins: Of those files that messages do not call by their name alone.
        problems: What was left out of archives, and addresses that give no page.
    """

    files: list[Path] = field(default_factory=list)
    origins: dict[Path, Origin] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def name(self, path: Path) -> str:
        """Return how messages call a file."""
        origin = self.origins.get(path)
        return origin.shown if origin else path.name

    def told(self, item: Item, path: Path) -> Item:
        """Return an item of a file with the name and address the user knows."""
        origin = self.origins.get(path)
        if origin is None or not isinstance(item, Record | Problem):
            return item
        where = origin.called(item.where, path.name)
        if isinstance(item, Problem):
            return replace(item, where=where)
        details = item.details
        if origin.url and not details.url:
            details = replace(details, url=origin.url)
        return replace(item, where=where, details=details)

    def told_file(self, problem: Problem) -> Problem:
        """Return a problem with a file as a whole under the name the user knows."""
        origin = self.origins.get(Path(problem.where))
        return replace(problem, where=origin.shown) if origin else problem


@contextmanager
def gathered(
    paths: Sequence[Path | str],
    progress: Progress,
    get: Fetch = fetch,
    untouched: Set[Path] = frozenset(),
) -> Iterator[Gathered]:
    """Gather what is at *paths* for as long as it is read.

    Args:
        paths: Files and folders; text is a web address.
        progress: Asked for a stop while pages are fetched and archives unpacked.
        get: Fetches a page.
        untouched: Files, resolved, that must not even be opened.

    Raises:
        InputError: A path is missing.
        EnvironmentFault: The disk is at fault.
        CancelledError: The user asked for a stop.
    """
    with tempfile.TemporaryDirectory(
        prefix="annotator-", ignore_cleanup_errors=True
    ) as folder:
        found = Gathered()
        unpacker = Unpacker(Path(folder, "archives"), progress)
        for path in paths:
            if isinstance(path, str):
                _fetch(found, path, Path(folder), progress, get)
                continue
            for file in find_files([path]):
                if file.resolve() in untouched:
                    continue
                if is_archive(file):
                    _unpack(found, unpacker, file)
                else:
                    found.files.append(file)
                    if path not in (file, file.parent):
                        within = file.relative_to(path).as_posix()
                        found.origins[file] = Origin(within)
        found.problems += unpacker.problems
        yield found


def once(get: Fetch = fetch) -> Fetch:
    """Return a way to fetch that asks for no address twice; faults are not kept.

    What was looked at is then what is imported, and the server is asked once.
    """
    known: dict[str, Fetched] = {}

    def fetched(url: str, progress: Progress) -> Fetched:
        if url not in known:
            known[url] = get(url, progress)
        return known[url]

    return fetched


def as_path(given: str) -> Path | str:
    """Return what was typed as a path, or as it is if it is a web address."""
    return given if is_web_address(given) else Path(given)


def _unpack(found: Gathered, unpacker: Unpacker, file: Path) -> None:
    before = len(unpacker.members)
    unpacker.unpack(file, file.name)
    for member in unpacker.members[before:]:
        found.files.append(member.path)
        found.origins[member.path] = Origin(member.shown)


def _fetch(
    found: Gathered, url: str, folder: Path, progress: Progress, get: Fetch
) -> None:
    try:
        page = get(url, progress)
    except (InputError, EnvironmentFault) as error:
        found.problems.append(Problem(url, str(error)))
        return
    place = folder / f"page-{len(found.origins)}"
    place.mkdir()
    path = page.save(place)
    found.files.append(path)
    found.origins[path] = Origin(page.url, page.url)
