"""Long queries that can be cancelled. SQLite only: its progress handler."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from annotator.domain.errors import CancelledError
from annotator.domain.progress import Progress

_INSTRUCTIONS = 2_000
"""Of SQLite's virtual machine between two looks at whether somebody wants a stop."""

_LOOK_S = 0.2


@contextmanager
def interruptible(
    raw: sqlite3.Connection, progress: Progress, *, half_way: int = 0
) -> Iterator[None]:
    """Let the queries in a block end early when somebody asks for a stop.

    Args:
        raw: The connection.
        progress: Told that something goes on.
        half_way: After how many thousand instructions, roughly, half of the work is
            done; 0 where nobody knows. SQLite does not say how far it is: what is
            reported always goes on and never reaches the end.

    Raises:
        CancelledError: Somebody asked for a stop.
    """
    looks = 0

    def look() -> int:
        nonlocal looks
        looks += 1
        try:
            progress.step(looks if half_way else 0, looks + half_way if half_way else 0)
        except CancelledError:  # an exception would be swallowed there
            return 1
        return 0

    raw.set_progress_handler(look, _INSTRUCTIONS)
    try:
        with _watched(raw, progress):
            yield
    except sqlite3.OperationalError as error:
        if progress.cancelled:
            raise CancelledError("stopped") from error
        raise
    finally:
        raw.set_progress_handler(None, 0)


@contextmanager
def _watched(raw: sqlite3.Connection, progress: Progress) -> Iterator[None]:
    """Interrupt from another thread: one instruction may take seconds."""
    ended = threading.Event()

    def watch() -> None:
        while not ended.wait(_LOOK_S):
            if progress.cancelled:
                raw.interrupt()

    watcher = threading.Thread(target=watch, name="stop-watch", daemon=True)
    watcher.start()
    try:
        yield
    finally:
        ended.set()
        watcher.join()
