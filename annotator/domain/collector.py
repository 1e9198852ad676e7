"""Python's cyclic garbage collector, out of the way of bursts of small objects."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_paused() -> Iterator[None]:
    """Keep the cyclic collector off while a batch of acyclic objects is made.

    It would look at each of them several times and find nothing. Never around a
    ``yield`` to a caller: how long that takes, and what it makes, nobody knows.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
