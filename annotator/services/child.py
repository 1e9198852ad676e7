"""Run one call in a child process: what is too heavy for the window's."""

from __future__ import annotations

import contextlib
import multiprocessing
import time
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Any, TypeVar

from annotator.domain.errors import (
    AnnotatorError,
    CancelledError,
    EnvironmentFault,
)
from annotator.domain.progress import Progress
from annotator.domain.wording import carried, tr

T = TypeVar("T")

POLL_S = 0.05


def run_in_child(
    call: Callable[..., T],
    *args: object,
    progress: Progress,
    patience: float | None = None,
) -> T:
    """Return ``call(*args, progress)``, run in a process of its own.

    Progress and cancel pass through, so that the call can tidy up; an error of
    the program's own kind is raised here as it was raised there.

    Args:
        call: A function of a module; its arguments and value can be pickled.
        args: What it is called with, before the progress.
        progress: Reported to and cancelled as if the call ran here.
        patience: Seconds that the call gets to stop by itself; then it is ended.
            None for a call that has things to tidy up.

    Raises:
        CancelledError: The user asked for a stop.
        EnvironmentFault: The child died or failed in a way nobody foresaw.
    """
    # A fresh interpreter: forking a process that has threads and Qt is not safe.
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    what = (theirs, carried(), call, args)
    child = context.Process(target=_serve, args=what, daemon=True)
    child.start()
    theirs.close()
    try:
        value: T = _attend(ours, progress, patience)
    except EOFError as error:
        child.join()
        raise EnvironmentFault(
            tr(
                "A helper process ended unexpectedly (code {code}).",
                code=child.exitcode,
            )
        ) from error
    else:
        return value
    finally:
        ours.close()
        child.join(5 if patience is None else patience)
        if child.is_alive():
            child.terminate()


def _attend(pipe: Connection, progress: Progress, patience: float | None) -> Any:
    """Pass progress on until the child answers, or nobody waits for it any more."""
    told: float | None = None
    while True:
        if progress.cancelled and told is None:
            pipe.send("cancel")
            told = time.monotonic()
        if not pipe.poll(POLL_S):
            late = told is not None and patience is not None
            if late and time.monotonic() - (told or 0.0) > (patience or 0.0):
                raise CancelledError("stopped")
            continue
        what, value = pipe.recv()
        if what == "value":
            return value
        if what == "error":
            raise value
        with contextlib.suppress(CancelledError):  # the child is told, and tidies up
            progress.step(*value)


def _serve(
    pipe: Connection,
    speak: Callable[[], object] | None,
    call: Callable[..., object],
    args: Any,
) -> None:
    progress: Progress
    if speak is not None:
        speak()

    def report(done: int, total: int) -> None:
        pipe.send(("step", (done, total)))
        if pipe.poll() and pipe.recv() == "cancel":
            progress.cancel()

    progress = Progress(report)
    try:
        pipe.send(("value", call(*args, progress)))
    except AnnotatorError as error:
        pipe.send(("error", error))
    except Exception as error:  # noqa: BLE001 - the process boundary
        fault = EnvironmentFault(
            tr("The helper process failed: {error!r}.", error=error)
        )
        pipe.send(("error", fault))
