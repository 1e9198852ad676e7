"""A project from the shipped sample corpus, for a first look."""

from __future__ import annotations

from pathlib import Path

from platformdirs import user_documents_path

from annotator.domain.errors import EnvironmentFault
from annotator.domain.refusals import reason_of
from annotator.domain.resources import resource
from annotator.domain.wording import tr
from annotator.services.importing import import_paths
from annotator.services.project import SUFFIX, Project

NAME = "annotator-demo"


def make_demo(directory: Path | None = None) -> Path:
    """Make the demo project, or find the one made before, and return its path.

    Args:
        directory: Where to put it; None for the user's documents.

    Raises:
        EnvironmentFault: The folder cannot be made.
    """
    folder = directory or user_documents_path()
    path = folder / f"{NAME}{SUFFIX}"
    if path.exists():
        return path
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise EnvironmentFault(
            tr(
                "{folder} cannot be made ({reason}); name another with --dir.",
                folder=folder,
                reason=reason_of(error),
            )
        ) from error
    with Project.create(path) as project:
        import_paths(project, [resource("samples")])
    return path
