"""Which pipelines that are folders somebody has said may be run.

The answer is kept by content, in the user's own data folder: a folder that has
changed is another program and is asked about again.
"""

from __future__ import annotations

import contextlib
import json
import os
import threading
from pathlib import Path

from annotator.domain.errors import EnvironmentFault
from annotator.domain.refusals import reason_of
from annotator.domain.wording import tr
from annotator.suggest.folders import PipelineFolder, read_folder

_MOST_NAMED = 5


class UntrustedPipelineError(EnvironmentFault):
    """Nobody has said yet that a folder's program may be run.

    Attributes:
        folder: What it holds.
    """

    def __init__(self, folder: PipelineFolder) -> None:
        super().__init__(_sentence(folder))
        self.folder = folder


def _sentence(folder: PipelineFolder) -> str:
    if folder.pickles:
        return tr(
            "the pipeline {name} in {path} holds pickles, which can run anything"
            " ({files}); only if you know who made it, allow it with --trust-pickles,"
            " or in the window",
            name=folder.name,
            path=folder.path,
            files=named(folder.pickles),
        )
    if folder.code:
        return tr(
            "the pipeline {name} in {path} is a program with Python files ({files})"
            " that is not installed as a package; if you know who made it, allow it"
            " with --trust, or in the window",
            name=folder.name,
            path=folder.path,
            files=named(folder.code),
        )
    return tr(
        "the pipeline {name} in {path} is a program that is not installed as a package;"
        " if you know who made it, allow it with --trust, or in the window",
        name=folder.name,
        path=folder.path,
    )


def named(files: tuple[str, ...]) -> str:
    """Return the first of many files, and how many more there are."""
    first = ", ".join(files[:_MOST_NAMED])
    if len(files) <= _MOST_NAMED:
        return first
    return tr("{files} and {n:,} more", files=first, n=len(files) - _MOST_NAMED)


def trust_file() -> Path:
    """Return where the answers are kept."""
    from platformdirs import user_data_path

    return user_data_path("annotator", appauthor=False) / "trusted-pipelines.json"


def is_trusted(folder: PipelineFolder) -> bool:
    """Return whether somebody has said that exactly this may be run."""
    answer = _answers().get(folder.digest)
    if not isinstance(answer, dict):
        return False
    return not folder.pickles or answer.get("pickles") is True


def trust(folder: PipelineFolder, *, pickles: bool = False) -> None:
    """Remember that a folder, as it is now, may be run.

    Args:
        folder: What was shown to whoever said so.
        pickles: The pickles in it were named to them.

    Raises:
        EnvironmentFault: The answer cannot be kept.
    """
    file = trust_file()
    answer = {"name": folder.name, "folder": str(folder.path), "pickles": pickles}
    text = json.dumps({**_answers(), folder.digest: answer}, indent=1)
    own = file.with_name(f"{file.name}.{os.getpid()}.{threading.get_ident()}")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        own.write_text(text, "utf-8")
        own.replace(file)
    except OSError as error:
        with contextlib.suppress(OSError):
            own.unlink(missing_ok=True)
        raise EnvironmentFault(
            tr(
                "{file} could not be written: {problem}",
                file=file,
                problem=reason_of(error),
            )
        ) from error


def trusted_folder(path: Path) -> PipelineFolder:
    """Return what a folder holds, if it may be run.

    Raises:
        InputError: It holds no pipeline.
        UntrustedPipelineError: Nobody has said that it may.
    """
    folder = read_folder(path)
    if not is_trusted(folder):
        raise UntrustedPipelineError(folder)
    return folder


def _answers() -> dict[str, object]:
    try:
        found = json.loads(trust_file().read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}  # none yet, or damaged: everything is asked about again
    return found if isinstance(found, dict) else {}
