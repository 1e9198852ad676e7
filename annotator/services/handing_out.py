"""Handing out: a project file for one annotator, and nothing of anybody else."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from annotator.domain.documents import Annotator
from annotator.domain.errors import InputError
from annotator.domain.progress import Progress
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
    project.require_whole("hand out")
    person = _person(project, name)
    target = project_path(target)
    _require_replaceable(project, target, force=force)
    store = project.store
    assignments = store.assignments(person.id)
    documents = [a.document_id for a in assignments] or store.document_ids()
    if not documents:
        raise InputError("There are no documents to hand out; import some first.")
    store.hand_out(target, person.id, documents, progress or Progress())
    withheld = sum(a.suggestions_withheld for a in assignments)
    return HandoutReport(
        target, person.name, len(documents), bool(assignments), withheld
    )


def _person(project: Project, name: str) -> Annotator:
    person = project.person(name)
    if person.name == GOLD:
        raise InputError(f"“{GOLD}” is the settled layer; hand out to an annotator.")
    if person.retired:
        raise InputError(f"{name} is retired; bring them back to hand out to them.")
    return person


def _require_replaceable(project: Project, target: Path, *, force: bool) -> None:
    if not target.parent.is_dir():
        raise InputError(f"{target.parent} is not a folder; create it first.")
    if not target.exists():
        return
    if not target.is_file() or target.samefile(project.path):
        raise InputError(f"{target} cannot be replaced; choose another name.")
    if not force:
        raise InputError(f"{target} exists already; choose another name, or --force.")
    try:
        news = has_news(project, target)
    except InputError as error:
        raise InputError(
            f"{target} is not replaced, for nobody can tell what is in it: {error}"
        ) from error
    if news:
        raise InputError(
            f"{target} holds work that has not been merged; merge it first."
        )
