"""Handing out: a project file for one annotator, and nothing of anybody else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from annotator.domain.documents import Annotator
from annotator.domain.errors import AnnotatorError, CancelledError, InputError
from annotator.domain.progress import Progress
from annotator.domain.wording import noop, tr
from annotator.services.merging import has_news
from annotator.services.project import GOLD, Project, project_path


@dataclass(frozen=True, slots=True)
class HandoutReport:
    """What was handed out.

    Attributes:
        assigned: Whether the documents are assigned; False where the annotator got
            all, because nothing is assigned to them.
        withheld: Documents without suggestions.
    """

    path: Path
    annotator: str
    documents: int
    assigned: bool
    withheld: int


@dataclass(frozen=True, slots=True)
class HandoutRefused:
    """A file that was not written.

    Attributes:
        why: A sentence.
    """

    path: Path
    annotator: str
    why: str


HandoutOutcome = HandoutReport | HandoutRefused


def handout_paths(
    project: Project, names: Sequence[str], folder: Path
) -> dict[str, Path]:
    """Return the file of each annotator in a folder, ``news-ana.annot``.

    What a file system may not take is left out of a name; two names that are the
    same then get numbers.
    """
    paths: dict[str, Path] = {}
    taken: set[str] = set()
    for name in names:
        base = f"{project.path.stem}-{_in_file_name(name)}"
        stem, number = base, 2
        while stem.casefold() in taken:
            stem, number = f"{base}-{number}", number + 1
        taken.add(stem.casefold())
        paths[name] = project_path(folder / stem)
    return paths


_LONGEST = 80
"""Characters of a name in a file's name."""


def _in_file_name(name: str) -> str:
    kept = "".join(c if c.isalnum() or c in "-_" else " " for c in name)
    return "-".join(kept.split())[:_LONGEST] or "annotator"


def hand_out_all(
    project: Project,
    names: Sequence[str],
    folder: Path,
    *,
    force: bool = False,
    progress: Progress | None = None,
    outcomes: list[HandoutOutcome] | None = None,
) -> list[HandoutOutcome]:
    """Write a file for each of several annotators; one refused costs itself alone.

    Args:
        project: The lead's.
        names: Of the annotators.
        folder: Where the files go; see ``handout_paths``.
        force: Replace older files, if all work in them has been merged.
        progress: What to report to.
        outcomes: Is filled one by one, so that whoever stops it knows what is there.

    Raises:
        InputError: The project is itself a handout, or there is no such folder.
        CancelledError: The user asked for a stop; what was written stays.
    """
    project.require_whole(noop("hand out"))
    if not folder.is_dir():
        raise InputError(
            tr("{parent} is not a folder; create it first.", parent=folder)
        )
    progress = progress or Progress()
    outcomes = [] if outcomes is None else outcomes
    for number, (name, path) in enumerate(
        handout_paths(project, names, folder).items()
    ):
        part = progress.part(number, len(names))
        try:
            outcomes.append(hand_out(project, name, path, force=force, progress=part))
        except CancelledError:
            raise
        except AnnotatorError as error:
            outcomes.append(HandoutRefused(path, name, str(error)))
    if not progress.cancelled:
        progress.step(100, 100)
    return outcomes


def hand_out(
    project: Project,
    name: str,
    target: Path,
    *,
    force: bool = False,
    progress: Progress | None = None,
) -> HandoutReport:
    """Write a project file for the annotator *name*.

    It holds their documents, their own layer, history and time so far, the schema,
    tokens, and suggestions where they are not withheld: nobody else's work or name,
    but for leads who left a comment.

    Args:
        project: The lead's.
        name: Of the annotator.
        target: The file; it is replaced only once the new one is whole.
        force: Replace an older file, if all work in it has been merged.
        progress: What to report to.

    Raises:
        InputError: There is no such annotator, or they are retired, or the file is
            there; nothing was written.
        EnvironmentFault: The file cannot be written.
        CancelledError: The user asked for a stop.
    """
    project.require_whole(noop("hand out"))
    person = _person(project, name)
    target = project_path(target)
    _require_replaceable(project, target, force=force)
    store = project.store
    assignments = store.assignments(person.id)
    documents = [a.document_id for a in assignments] or store.documents.ids()
    if not documents:
        raise InputError(tr("There are no documents to hand out; import some first."))
    store.hand_out(target, person.id, documents, progress or Progress())
    withheld = sum(a.suggestions_withheld for a in assignments)
    return HandoutReport(
        target, person.name, len(documents), bool(assignments), withheld
    )


def _person(project: Project, name: str) -> Annotator:
    person = project.person(name)
    if person.name == GOLD:
        raise InputError(
            tr("“{gold}” is the settled layer; hand out to an annotator.", gold=GOLD)
        )
    if person.retired:
        raise InputError(
            tr("{name} is retired; bring them back to hand out to them.", name=name)
        )
    return person


def _require_replaceable(project: Project, target: Path, *, force: bool) -> None:
    if not target.parent.is_dir():
        raise InputError(
            tr("{parent} is not a folder; create it first.", parent=target.parent)
        )
    if not target.exists():
        return
    if not target.is_file() or target.samefile(project.path):
        raise InputError(
            tr("{target} cannot be replaced; choose another name.", target=target)
        )
    if not force:
        raise InputError(
            tr(
                "{target} exists already; choose another name, or replace"
                " it (--force).",
                target=target,
            )
        )
    try:
        news = has_news(project, target)
    except InputError as error:
        raise InputError(
            tr(
                "{target} is not replaced, for nobody can tell what is in it: {error}",
                target=target,
                error=error,
            )
        ) from error
    if news:
        raise InputError(
            tr(
                "{target} holds work that has not been merged; merge it first.",
                target=target,
            )
        )
