"""Progress reports and cancellation of long operations, without Qt."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

from annotator.domain.errors import CancelledError

REPORT_INTERVAL_S = 0.1


class Progress:
    """What a long operation reports to, and learns of a cancel from.

    Safe to use from any thread. Reports are throttled, so that calling
    ``step`` on every item of a large loop costs almost nothing.
    """

    def __init__(self, report: Callable[[int, int], None] | None = None) -> None:
        self._report = report
        self._cancelled = threading.Event()
        self._last_report = 0.0

    def cancel(self) -> None:
        """Make the next ``step`` raise ``CancelledError``."""
        self._cancelled.set()

    @property
    def cancelled(self) -> bool:
        """Whether somebody asked for a stop."""
        return self._cancelled.is_set()

    def step(self, done: int, total: int) -> None:
        """Report *done* of *total* items; total 0 where it is not known.

        Raises:
            CancelledError: Somebody asked for a stop.
        """
        if self._cancelled.is_set():
            raise CancelledError("stopped")
        moment = time.monotonic()
        if done != total and moment - self._last_report < REPORT_INTERVAL_S:
            return
        self._last_report = moment
        if self._report is not None:
            self._report(done, total)

    def part(self, number: int, parts: int) -> Progress:
        """Return what one of several equal parts of the work reports to.

        It is reported in percent of the whole, and a stop of the whole stops it.

        Args:
            number: Of the part, from 0.
            parts: How many there are.
        """
        return _Part(self, number, parts)


class _Part(Progress):
    """One of several parts of a larger piece of work."""

    def __init__(self, whole: Progress, number: int, parts: int) -> None:
        super().__init__()
        self._whole = whole
        self._number = number
        self._parts = parts

    @property
    def cancelled(self) -> bool:
        """Whether somebody asked for a stop, of this part or of the whole."""
        return super().cancelled or self._whole.cancelled

    def step(self, done: int, total: int) -> None:
        """Report how far the whole is, in percent.

        Raises:
            CancelledError: Somebody asked for a stop.
        """
        if super().cancelled:
            raise CancelledError("stopped")
        share = min(done / total, 1.0) if total else 0.0
        percent = int(100 * (self._number + share) / self._parts)
        # Only the end of the whole is its end.
        self._whole.step(min(percent, 99), 100)
