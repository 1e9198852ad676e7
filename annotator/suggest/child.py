"""Starting and ending the worker's process."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
from pathlib import Path

from annotator.domain.errors import EnvironmentFault
from annotator.domain.installation import is_bundled
from annotator.domain.wording import tr
from annotator.suggest import WORKER_ARGUMENT
from annotator.suggest.kernels import single_threaded
from annotator.suggest.pipelines import PipelineInfo

GRACE_S = 2.0
"""How long a child may take to end by itself before it is made to."""

_ROOT = Path(__file__).resolve().parents[2]


def command(info: PipelineInfo, kinds: frozenset[str]) -> list[str]:
    """Return the command line that runs a worker."""
    return [
        *_interpreter(),
        "--pipeline",
        info.source,
        "--kinds",
        ",".join(sorted(kinds)),
    ]


def _interpreter() -> list[str]:
    if is_bundled():
        return [sys.executable, WORKER_ARGUMENT]
    # Not the working directory on the path: a "random.py" among the user's
    # files would be imported instead of Python's own.
    return [sys.executable, "-P", "-m", "annotator.suggest.worker"]


def start(info: PipelineInfo, kinds: frozenset[str]) -> subprocess.Popen[bytes]:
    """Start a worker with pipes to its three streams.

    Raises:
        EnvironmentFault: The system would not start a process.
    """
    path = os.pathsep.join(filter(None, (str(_ROOT), os.environ.get("PYTHONPATH"))))
    environment = single_threaded({**os.environ, "PYTHONPATH": path})
    try:
        return subprocess.Popen(  # noqa: S603 - our own interpreter and module
            command(info, kinds),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=environment,
            creationflags=_creation_flags(),
        )
    except OSError as error:
        raise EnvironmentFault(
            tr(
                "the process that makes suggestions cannot be started: {error};"
                " close some programs and try again",
                error=error,
            )
        ) from error


def end(process: subprocess.Popen[bytes]) -> None:
    """End *process*: ask, then insist. Returns when it has gone."""
    process.terminate()
    try:
        process.wait(GRACE_S)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    if process.stdin is not None:
        with contextlib.suppress(OSError, ValueError):
            process.stdin.close()


def _creation_flags() -> int:
    """On Windows: no console window, low priority (elsewhere the worker sees to it)."""
    names = ("CREATE_NO_WINDOW", "BELOW_NORMAL_PRIORITY_CLASS")
    return sum(getattr(subprocess, name, 0) for name in names)
