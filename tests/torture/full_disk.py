"""A disk that fills up while somebody works, again and again.

Everywhere: the system refuses to let the files grow (``RLIMIT_FSIZE``), which SQLite
meets as an error of the disk. As root on Linux also for real: the project lies on a
file system of a few megabytes that is filled beside it.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path

from tests.torture.gestures import make_project
from tests.torture.kills import Outcome, held, judge, work

MEGABYTES = 4


def run_limited(folder: Path, *, rounds: int, edits: int, seed: int = 1) -> Outcome:
    """Let files grow no further a little after each start."""
    rng = random.Random(seed)
    path = folder / "limited.annot"
    make_project(path)
    outcome, expected = Outcome(), held(path)
    for number in range(rounds):
        wal = path.with_name(f"{path.name}-wal")
        now = max(path.stat().st_size, wal.stat().st_size if wal.exists() else 0)
        limit = rng.randint(4_096, 400_000) if rng.random() < 0.5 else now
        said = work(path, f"{seed}-{number}", edits // rounds, str(limit))
        judge(path, said, expected, outcome)
        if outcome.faults:
            break
    return outcome


def run_full(folder: Path, *, rounds: int, edits: int, seed: int = 1) -> Outcome:
    """Fill the disk that the project lies on; make room; look; go on."""
    rng = random.Random(seed)
    with _small_disk(folder) as disk:
        path = disk / "full.annot"
        make_project(path)
        outcome, expected = Outcome(), held(path)
        filler = disk / "filler"
        for number in range(rounds):
            fill = partial(_fill, filler, rng.randint(0, 200_000))
            said = work(path, f"{seed}-{number}", edits // rounds, when_ready=fill)
            filler.unlink(missing_ok=True)
            judge(path, said, expected, outcome)
            if outcome.faults:
                break
    return outcome


def can_mount() -> bool:
    """Return whether a small disk can be made here."""
    return sys.platform == "linux" and os.geteuid() == 0


def _fill(filler: Path, leave: int) -> None:
    """Write until nothing more goes in, then make room for *leave* bytes."""
    with filler.open("wb", buffering=0) as file:
        with suppress(OSError):
            while file.write(bytes(4_096)) == 4_096:
                pass
        file.truncate(max(0, file.tell() - leave))


@contextmanager
def _small_disk(folder: Path) -> Iterator[Path]:
    disk = folder / "disk"
    disk.mkdir()
    size = f"size={MEGABYTES}m"
    subprocess.run(["mount", "-t", "tmpfs", "-o", size, "tmpfs", disk], check=True)
    try:
        yield disk
    finally:
        subprocess.run(["umount", disk], check=True)
