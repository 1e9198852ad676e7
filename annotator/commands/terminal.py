"""How commands speak: lines, lists, a progress bar, one line on an error."""

from __future__ import annotations

import queue
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TypeVar, cast

import typer

from annotator.domain.errors import CancelledError, InputError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from annotator.domain.progress import Progress
    from annotator.domain.records import Problem

ProjectFile = Annotated[Path, typer.Argument(metavar="PROJECT", show_default=False)]
PROBLEMS_SHOWN = 20

T = TypeVar("T")
_LOOK_S = 0.1


def fail(message: str) -> None:
    """Say what went wrong on stderr and end with exit code 1."""
    sys.stderr.write(f"annotator: {message}\n")
    sys.exit(1)


def say(message: str = "") -> None:
    """Print a line."""
    sys.stdout.write(f"{message}\n")


def must_exist(project: Path, *, warn: bool = True) -> None:
    """Refuse a project that is not there; warn of one on a network drive."""
    if not project.is_file():
        raise InputError(
            f"{project} does not exist; make it with “annotator new {project}”."
        )
    if not warn:
        return
    from annotator.services.sharing import share_warning

    warning = share_warning(project)
    if warning:
        sys.stderr.write(f"annotator: note: {warning}\n")


def one_of(**flags: bool) -> None:
    """Refuse options that exclude each other."""
    given = [f"--{name.replace('_', '-')}" for name, on in flags.items() if on]
    if len(given) > 1:
        raise typer.BadParameter(f"choose one of {', '.join(given)}")


def show_list(problems: list[Any], what: str) -> None:
    """Print the first of many problems, and how many more there are."""
    if not problems:
        return
    say(f"{len(problems)} {what}:")
    for problem in problems[:PROBLEMS_SHOWN]:
        say(f"  {problem}")
    if len(problems) > PROBLEMS_SHOWN:
        say(f"  … and {len(problems) - PROBLEMS_SHOWN} more")


def show_problems(problems: Sequence[Problem], what: str) -> None:
    """Print the first of many problems; what lines of a file share is said once."""
    if not problems:
        return
    alike: dict[tuple[str, str], list[Problem]] = {}
    for problem in problems:
        file = problem.where.partition(", ")[0]
        alike.setdefault((file, problem.reason), []).append(problem)
    say(f"{len(problems)} {what}:")
    shown = list(alike.values())[:PROBLEMS_SHOWN]
    for first, *others in shown:
        also = f" (and {len(others)} more like it)" if others else ""
        say(f"  {first}{also}")
    rest = len(problems) - sum(map(len, shown))
    if rest:
        say(f"  … and {rest} more")


class progress_bar:  # noqa: N801 - reads as a function
    """A progress bar on a terminal, silence elsewhere; Ctrl+C cancels cleanly."""

    def __init__(
        self, title: str, stopped: str = "Stopped; nothing was changed."
    ) -> None:
        self._title = title
        self._stopped = stopped
        self._steps: Iterator[Any] | None = None
        self._display: Any = None
        self._task: Any = None

    def __enter__(self) -> Progress:
        from annotator.domain.progress import Progress

        if not sys.stderr.isatty():
            return Progress()
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, TextColumn
        from rich.progress import Progress as Display

        self._display = Display(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            console=Console(stderr=True),
            transient=True,
        )
        self._display.start()
        self._task = self._display.add_task(self._title, total=None)
        return Progress(self._report)

    def _report(self, done: int, total: int) -> None:
        self._display.update(self._task, completed=done, total=total or None)

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if self._display is not None:
            self._display.stop()
        if kind is KeyboardInterrupt:
            raise CancelledError(self._stopped)


def in_background(call: Callable[[], T], progress: Progress) -> T:
    """Return what *call* returns, while Ctrl+C is heard at once.

    Python hears it on its main thread only, between two steps of its own, and SQLite
    may be busy with one for seconds.

    Raises:
        KeyboardInterrupt: Somebody pressed it; the call has ended.
    """
    ended: queue.SimpleQueue[tuple[T | None, BaseException | None]]
    ended = queue.SimpleQueue()

    def run() -> None:
        try:
            ended.put((call(), None))
        except BaseException as error:  # noqa: BLE001 - raised again by who waits
            ended.put((None, error))

    thread = threading.Thread(target=run, name="command", daemon=True)
    thread.start()
    try:
        while thread.is_alive():
            thread.join(_LOOK_S)
    except KeyboardInterrupt:
        progress.cancel()
        thread.join()
        raise
    value, error = ended.get()
    if error is not None:
        raise error
    return cast("T", value)
