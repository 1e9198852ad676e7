"""Long queries that can be cancelled. SQLite only: its progress handler."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from annotator.domain.errors import CancelledError
from annotator.domain.progress import Progress

_INSTRUCTIONS = 2_000
"""Of SQLite's virtual machine between two looks at whether somebody wants a stop."""


@contextmanager
def interruptible(raw: sqlite3.Connection, progress: Progress) -> Iterator[None]:
    """Let the queries in a block end early when somebody asks for a stop.

    Raises:
        CancelledError: Somebody did.
    """
    stopped: list[CancelledError] = []

    def look() -> int:
        try:
            progress.step(0, 0)
        except CancelledError as error:  # an exception would be swallowed there
            stopped.append(error)
        return len(stopped)

    raw.set_progress_handler(look, _INSTRUCTIONS)
    try:
        yield
    except sqlite3.OperationalError:
        if stopped:
            raise stopped[0] from None
        raise
    finally:
        raw.set_progress_handler(None, 0)
