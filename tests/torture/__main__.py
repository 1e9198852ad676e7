"""The long forms: ``python -m tests.torture [NAME]... [--rounds N] [--edits N]``.

Prints what each run came to; exit code 1 where anything was lost or damaged.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from tests.torture import full_disk, fuzz, kills, two_windows
from tests.torture.kills import Outcome

RUNS: dict[str, tuple[Callable[..., Outcome], str, int, int]] = {
    "fuzz": (fuzz.run, "inputs", 10_000, 0),
    "two": (partial(two_windows.run, names=("ana", "ben")), "", 0, 5_000),
    "same": (partial(two_windows.run, names=("ana", "ana")), "", 0, 5_000),
    "kills": (kills.run, "kills", 500, 20_000),
    "limited": (full_disk.run_limited, "rounds", 100, 4_000),
    "full": (full_disk.run_full, "rounds", 100, 4_000),
}


def main() -> int:
    """Run what is asked for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(RUNS))
    parser.add_argument(
        "--rounds", type=int, help="kills, starts on a full disk, or files"
    )
    parser.add_argument("--edits", type=int, help="in all")
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    passed = failed = 0
    for name in arguments.names or RUNS:
        if name == "full" and not full_disk.can_mount():
            sys.stdout.write("full: left out, only root can make a small disk.\n")
            continue
        call, count, rounds, edits = RUNS[name]
        sizes = {"edits": arguments.edits or edits} if edits else {}
        if count:
            sizes[count] = arguments.rounds or rounds
        start = time.monotonic()
        with tempfile.TemporaryDirectory(prefix="torture-") as folder:
            outcome = call(Path(folder), seed=arguments.seed, **sizes)
        _tell(name, outcome, time.monotonic() - start)
        passed, failed = passed + (not outcome.faults), failed + bool(outcome.faults)
    sys.stdout.write(f"{passed} passed, {failed} failed\n")
    return 1 if failed else 0


def _tell(name: str, outcome: Outcome, seconds: float) -> None:
    sys.stdout.write(
        f"{name}: {outcome.kills} kills, {outcome.edits} edits acknowledged,"
        f" {outcome.refused} refused in words, {outcome.in_flight} times one gesture"
        f" more was there than acknowledged; {len(outcome.faults)} faults;"
        f" {seconds:.0f} s.\n"
    )
    for sentence in sorted(outcome.sentences):
        sys.stdout.write(f"  told: {sentence}\n")
    for fault in outcome.faults:
        sys.stdout.write(f"  FAULT: {fault}\n")


if __name__ == "__main__":
    sys.exit(main())
