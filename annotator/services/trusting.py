"""Pipelines that are folders: programs that run only once somebody has said so."""

from __future__ import annotations

from pathlib import Path

from annotator.domain.progress import Progress
from annotator.services.tokenising import pipeline_name
from annotator.storage.store import Store
from annotator.suggest.folders import PipelineFolder, is_folder_name, read_folder
from annotator.suggest.pipelines import installed
from annotator.suggest.trust import UntrustedPipelineError, is_trusted, named, trust

__all__ = [
    "PipelineFolder",
    "UntrustedPipelineError",
    "allow",
    "allow_for",
    "is_allowed",
    "is_folder_name",
    "look_in",
    "meant",
    "named",
]


def look_in(path: Path, progress: Progress | None = None) -> PipelineFolder:
    """Say what is in a pipeline's folder; nothing of it is run.

    Raises:
        InputError: It holds none, or is damaged.
        CancelledError: Somebody asked for a stop.
    """
    (progress or Progress()).step(0, 0)
    return read_folder(path)


def is_allowed(folder: PipelineFolder) -> bool:
    """Return whether somebody has said that it may be run, exactly as it is."""
    return is_trusted(folder)


def allow(folder: PipelineFolder, *, pickles: bool) -> None:
    """Remember that a folder's pipeline may be run as it is now.

    Args:
        folder: What whoever allows it was shown.
        pickles: The pickles in it were named to them, and are allowed as well.

    Raises:
        UntrustedPipelineError: It holds pickles, and those are not allowed.
        EnvironmentFault: The answer cannot be kept.
    """
    if folder.pickles and not pickles:
        raise UntrustedPipelineError(folder)
    trust(folder, pickles=pickles)


def allow_for(project: Path, pipeline: str | None, *, pickles: bool) -> None:
    """Allow the pipeline that a project, or whoever names another, means.

    Raises:
        InputError: The folder holds none.
        UntrustedPipelineError: It holds pickles, and those are not allowed.
        EnvironmentFault: The answer cannot be kept.
    """
    if pipeline is None:
        with Store.open(project) as store:
            pipeline = pipeline_name(store)
    if is_folder_name(pipeline):  # an installed one needs nobody's word
        allow(read_folder(Path(pipeline)), pickles=pickles)


def meant(name: str) -> str:
    """Return what somebody means who names a pipeline: a folder by its place.

    What is installed goes before a folder that happens to be called so.
    """
    known = {n for info in installed() for n in (info.name, info.package)}
    if name in known or not (is_folder_name(name) or Path(name).is_dir()):
        return name
    return str(Path(name).expanduser().absolute())
