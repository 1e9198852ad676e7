"""Run the program: ``python -m annotator``, and the start of a frozen one.

A program packed by PyInstaller has no interpreter beside it, so it is its own:
it starts itself again, told by its first argument to be the worker, or by
``multiprocessing`` to be one of its children.
"""

from __future__ import annotations

import multiprocessing
import sys
from collections.abc import Sequence


def main(arguments: Sequence[str]) -> None:
    """Be the command line, or the child that the arguments ask for."""
    multiprocessing.freeze_support()
    from annotator.suggest import WORKER_ARGUMENT

    if arguments[:1] == [WORKER_ARGUMENT]:
        from annotator.suggest.worker import run_and_exit

        run_and_exit(list(arguments[1:]))
    from annotator.cli import main as command_line

    command_line()


if __name__ == "__main__":
    main(sys.argv[1:])
