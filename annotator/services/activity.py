"""How long somebody works on each document, idle time left out."""

from __future__ import annotations

import time
from collections.abc import Callable

from annotator.domain.annotations import now
from annotator.domain.documents import Annotator
from annotator.domain.ids import DocumentId, new_id
from annotator.domain.people import SETTLING, TimeSpent
from annotator.storage.store import Store

IDLE_AFTER_S = 60.0


class ActivityClock:
    """Counts the time between one sign of life and the next.

    Whoever gives no sign for longer than *idle_after* was away: that stretch is
    left out. One clock is one sitting; use it from one thread.
    """

    def __init__(
        self,
        store: Store,
        annotator: Annotator,
        *,
        settling: bool = False,
        idle_after: float = IDLE_AFTER_S,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Make the clock.

        Args:
            store: Where the time is written.
            annotator: Whose time it is.
            settling: They settle differences, and do not annotate.
            idle_after: Seconds.
            clock: Tells the moment, in seconds.
        """
        self._store = store
        self._annotator = annotator
        self._idle_after = idle_after
        self._clock = clock
        self._sitting = (SETTLING if settling else "") + new_id()
        self._document: DocumentId | None = None
        self._last = 0.0
        self._pending: dict[DocumentId, float] = {}
        self._started: dict[DocumentId, str] = {}

    def open(self, document_id: DocumentId | None) -> None:
        """Count for another document from now on; None for none."""
        self.touch()
        self._document = document_id
        if document_id is not None:
            self._started.setdefault(document_id, now())

    def touch(self) -> None:
        """Note a key press, a click, a turn of the wheel. Cheap: call it for each."""
        moment = self._clock()
        passed, self._last = moment - self._last, moment
        if self._document is not None and passed <= self._idle_after:
            pending = self._pending
            pending[self._document] = pending.get(self._document, 0.0) + passed

    def write(self) -> None:
        """Write down what has come together; at every pause, and at the end."""
        for document_id, seconds in self._pending.items():
            if seconds > 0:
                started = self._started[document_id]
                self._store.add_time(
                    TimeSpent(
                        self._annotator.id,
                        document_id,
                        self._sitting,
                        seconds,
                        started,
                    )
                )
        self._pending.clear()
