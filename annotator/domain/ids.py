"""Identifiers. All are 32 lower-case hexadecimal digits of a UUID."""

from __future__ import annotations

import hashlib
import os
import threading
import time
import uuid
from typing import NewType

DocumentId = NewType("DocumentId", str)
AnnotationId = NewType("AnnotationId", str)
AnnotatorId = NewType("AnnotatorId", str)
LinkId = NewType("LinkId", str)
OperationId = NewType("OperationId", str)
SuggestionId = NewType("SuggestionId", str)
SettlementId = NewType("SettlementId", str)
CommentId = NewType("CommentId", str)
ZoneId = NewType("ZoneId", str)

_NAMESPACE = uuid.UUID("5f0a3c1e-8a53-4c33-9d5b-0e6f6a0f7a11")


class _Clock:
    """Milliseconds that never run backwards, with a counter inside each."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._last = 0

    def tick(self) -> int:
        """Return 60 bits: 48 of milliseconds, 12 of counter; strictly rising."""
        with self._lock:
            now = time.time_ns() // 1_000_000 << 12
            self._last = max(now, self._last + 1)
            return self._last


_clock = _Clock()


def new_id() -> str:
    """Return a fresh time-ordered id (UUID version 7, RFC 9562, section 5.7).

    Ids made by one process sort by the time they were made, which keeps the
    database's index appending instead of splitting pages at random.
    """
    tick = _clock.tick()
    high = (tick >> 12) << 16 | 0x7000 | (tick & 0xFFF)
    low = int.from_bytes(os.urandom(8), "big") & 0x3FFF_FFFF_FFFF_FFFF | 1 << 63
    return f"{high:016x}{low:016x}"


def later_id(identity: str, than: str) -> str:
    """Return *identity*, or the one right behind *than* if that is later.

    Clocks of two computers differ. What is made knowing of *than* has to sort
    behind it all the same.
    """
    return identity if identity > than else f"{int(than, 16) + 1:032x}"


def derived_id(*parts: str) -> str:
    """Return the id that always belongs to *parts* (UUID version 5)."""
    name = _NAMESPACE.bytes + "\x1f".join(parts).encode()
    # What uuid.uuid5 does, without the objects: imports make ids by the 100,000.
    digest = hashlib.sha1(name, usedforsecurity=False).hexdigest()
    variant = "89ab"[int(digest[16], 16) & 3]
    return f"{digest[:12]}5{digest[13:16]}{variant}{digest[17:32]}"
