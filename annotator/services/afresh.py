"""Steps in a layer that another window may be changing at the same time.

A step is planned on the layer as it is in memory. Before that, the layer is read
again if somebody else has changed it; and the commit refuses a step if that happened
in between: then it is planned anew. So nothing that somebody else did is overwritten,
and the user need not do anything twice.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

from annotator.domain.errors import ChangedElsewhereError, InputError
from annotator.domain.wording import tr
from annotator.services.changes import Changes
from annotator.services.workplace import Workplace

_TRIES = 20
"""Two programs that write without a pause meet at every third step or so."""

P = ParamSpec("P")
W = TypeVar("W", bound=Workplace)
_Method = Callable[Concatenate[W, P], Changes | None]


def afresh(method: _Method[W, P]) -> _Method[W, P]:
    """Let a method of a workplace plan on what is on disk, and again if that moves.

    What was read again is in the changes that the method returns.

    Raises:
        InputError: What the step is about is no longer there.
        ChangedElsewhereError: Somebody else is always faster.
    """

    @wraps(method)
    def done(self: W, /, *given: P.args, **named: P.kwargs) -> Changes | None:
        # What can be gone through only once would be empty at the second try.
        arguments: Any = [tuple(a) if isinstance(a, Iterator) else a for a in given]
        reread = self.catch_up_layer()
        for _ in range(_TRIES):
            try:
                return _with(method(self, *arguments, **named), reread)
            except ChangedElsewhereError:
                reread = self.catch_up_layer() or reread
            except KeyError as error:
                if not reread:
                    raise
                raise InputError(
                    tr("That is no longer there: it was taken away in another window.")
                ) from error
        return _with(method(self, *arguments, **named), reread)

    return done


def _with(changes: Changes | None, reread: Changes | None) -> Changes | None:
    if reread is None or changes is None:
        return changes or reread
    return replace(changes, reread=True, suggestions=True)
