"""Spoilt files of every format: each is read, or refused in words, and no harm done.

``python -m tests.torture.fuzz SEEDS OUT SEED COUNT`` is the process that reads: for
each input a line, ``ok``, ``no`` (refused) or ``FAULT`` with what went wrong. What must
not be: any exception that is not for the user's eyes, more than ten seconds of its own
(of the clock a minute, for the machine may have other work), more than a gigabyte, a
project that has changed though the import was refused, or that ``check`` finds fault
with.
"""

from __future__ import annotations

import random
import resource
import shutil
import signal
import subprocess
import sys
import time
import traceback
from collections import Counter
from pathlib import Path

from annotator.domain.errors import AnnotatorError
from annotator.domain.progress import Progress
from annotator.services.importing import UNFORESEEN, ImportRequest, import_paths
from annotator.services.project import Project
from tests.torture.kills import ROOT, Outcome, at_home_in
from tests.torture.seeds import make_seeds

SECONDS = 10
SECONDS_BY_THE_CLOCK = 60
MEGABYTES = 1024
CHECK_EVERY = 25
PROJECT_LASTS = 200
"""Inputs after which a fresh project is taken: they are about the readers."""

_PIECES = (
    *(
        b"\x00",
        b"\xff\xfe",
        b"\xef\xbb\xbf",
        b"\r\n",
        b'"',
        b"\\",
        b"\\ud800",
        b"\xf0\x9f",
    ),
    *(
        b"[" * 5000,
        b'{"a":' * 3000,
        b"<a>" * 3000,
        b"&lol;",
        b"[1]",
        b"|",
        b"\t",
        b"\n\n",
    ),
    *(b"-1", b"1e999", b"99999999999999999999", b"NaN", b"null", b"=1+1"),
    b"<!DOCTYPE a [<!ENTITY b 'c'>]>",
    b"../../etc/passwd",
    b"A" * 100_000,
    "\u202e\u0301🙂".encode(),
)

_UNFORESEEN = UNFORESEEN[UNFORESEEN.index("(") : UNFORESEEN.rindex(":")]


def run(folder: Path, *, inputs: int, seed: int = 1) -> Outcome:
    """Let a child read *inputs* spoilt files; start another where one dies."""
    seeds = folder / "seeds"
    seeds.mkdir()
    make_seeds(seeds)
    outcome, results = Outcome(), Counter[str]()
    while outcome.edits < inputs and len(outcome.faults) < 20:
        left = inputs - outcome.edits
        _one_child(seeds, folder, f"{seed}-{outcome.edits}", left, outcome, results)
    outcome.refused = results["no"]
    return outcome


def _one_child(
    seeds: Path,
    folder: Path,
    seed: str,
    count: int,
    outcome: Outcome,
    results: Counter[str],
) -> None:
    command = [sys.executable, "-m", "tests.torture.fuzz"]
    with subprocess.Popen(
        [*command, str(seeds), str(folder), seed, str(count)],
        cwd=ROOT,
        env=at_home_in(folder),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
    ) as child:
        assert child.stdout is not None
        rest = []
        for line in child.stdout:
            result, _, what = line.rstrip("\n").partition("\t")
            if result not in ("ok", "no", "FAULT"):
                rest.append(line)
                continue
            outcome.edits += 1
            results[result] += 1
            if result == "FAULT":
                outcome.faults.append(what.replace("\x1f", "\n"))
    if child.returncode != 0:
        outcome.edits += 1
        said = "".join(rest)[-2000:]
        died = f"The reader died ({child.returncode}) after {seed}: {said}"
        outcome.faults.append(died)


def main() -> None:
    """Read spoilt files, one after the other."""
    seeds, out, seed, count = Path(sys.argv[1]), Path(sys.argv[2]), *sys.argv[3:]
    rng = random.Random(seed)
    files = sorted(p for p in seeds.iterdir() if p.name != "project.annot")
    signal.signal(signal.SIGALRM, _too_long)
    signal.signal(signal.SIGPROF, _too_long)
    work = out / f"work-{seed}"
    for number in range(int(count)):
        if number % PROJECT_LASTS == 0:
            shutil.rmtree(work, ignore_errors=True)
            work.mkdir()
            Project.create(work / "project.annot").close()
        given = _spoilt(rng, files, work / "input")
        print(_result(rng, work, given, number), flush=True)  # noqa: T201
        shutil.rmtree(work / "input", ignore_errors=True)


def _result(rng: random.Random, work: Path, given: Path, number: int) -> str:
    before = time.process_time()
    _limit_time(SECONDS)
    try:
        result = _read(work / "project.annot", given, rng, number)
    except Exception:  # noqa: BLE001 - the very thing that is looked for
        _limit_time(0)
        return _fault(work, given, traceback.format_exc())
    finally:
        _limit_time(0)
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    if megabytes > MEGABYTES:
        return _fault(work, given, f"{megabytes} MB were in use")
    if time.process_time() - before > SECONDS:
        return _fault(work, given, "it took too long")
    return result if result in ("ok", "no") else _fault(work, given, result)


def _read(path: Path, given: Path, rng: random.Random, number: int) -> str:
    request = ImportRequest(as_suggestions=rng.random() < 0.2)
    with Project.open(path) as project:
        before = project.store.pulse()
        try:
            report = import_paths(project, [given], request)
            result = "ok"
            unforeseen = [p for p in report.problems if _UNFORESEEN in p.reason]
            if unforeseen:
                return f"nobody foresaw this: {unforeseen[0]}"
        except AnnotatorError as error:
            result = "no"
            if _UNFORESEEN in str(error):
                return f"nobody foresaw this: {error}"
            if "Traceback" in str(error) or "\n" in str(error).strip():
                return f"its sentence is none: {error}"
            if project.store.pulse() != before:
                return f"it was refused ({error}), but something came in"
        _limit_time(0)
        if number % CHECK_EVERY == 0:
            problems = project.check(Progress())
            if problems:
                return f"the project is damaged: {problems[0]}"
    return result


def _fault(work: Path, given: Path, what: str) -> str:
    kept = work.parent / f"fault-{work.name}-{given.name}"
    if given.is_dir():
        shutil.copytree(given, kept, dirs_exist_ok=True)
    else:
        shutil.copy(given, kept)
    return f"FAULT\t{kept}: {what}".replace("\n", "\x1f")


def _limit_time(seconds: int) -> None:
    """Let what runs go on for so long; 0 for no limit any more."""
    signal.setitimer(signal.ITIMER_PROF, seconds)
    signal.alarm(seconds and SECONDS_BY_THE_CLOCK)


def _too_long(_signal: int, _frame: object) -> None:
    raise TimeoutError(f"more than {SECONDS} seconds")


# -------------------------------------------------------------------- spoiling


def _spoilt(rng: random.Random, files: list[Path], place: Path) -> Path:
    """Return a copy of one of the files, or of a folder of them, spoilt."""
    seed = rng.choice(files)
    place.mkdir()
    copy = place / seed.name
    if seed.is_dir():
        shutil.copytree(seed, copy)
        victim = rng.choice(sorted(p for p in copy.rglob("*") if p.is_file()))
    else:
        shutil.copy(seed, copy)
        victim = copy
    data = victim.read_bytes()
    other = rng.choice([f for f in files if f.is_file()]).read_bytes()
    for _ in range(rng.choice((1, 1, 2, 4, 16))):
        data = _mutated(rng, data, other)
    victim.write_bytes(data)
    if rng.random() < 0.05:  # under another format's name
        renamed = victim.with_suffix(rng.choice(files).suffix)
        victim.rename(renamed)
        copy = renamed if copy == victim else copy
    return copy


def _mutated(rng: random.Random, data: bytes, other: bytes) -> bytes:
    at = rng.randrange(len(data) + 1)
    end = min(len(data), at + rng.choice((1, 4, 40, 400, 4000)))
    match rng.randrange(8):
        case 0:
            return data[:at]
        case 1:
            return data[:at] + data[end:]
        case 2:
            return data[:end] + data[at:end] * rng.randint(1, 50) + data[end:]
        case 3:
            return data[:at] + rng.randbytes(end - at) + data[end:]
        case 4:
            return data[:at] + rng.choice(_PIECES) + data[end:]
        case 5:
            return data[:at] + rng.choice(_PIECES) + data[at:]
        case 6:
            start = rng.randrange(len(other) + 1)
            return data[:at] + other[start : start + 4000] + data[at:]
        case _:
            return _number_changed(rng, data, at)


def _number_changed(rng: random.Random, data: bytes, at: int) -> bytes:
    """Put another number in the place of the next one."""
    start = at
    while start < len(data) and not 48 <= data[start] <= 57:
        start += 1
    end = start
    while end < len(data) and 48 <= data[end] <= 57:
        end += 1
    number = rng.choice((0, 1, 7, 10**6, 2**31, 2**63, -1))
    return data[:start] + str(number).encode() + data[end:]


if __name__ == "__main__":
    main()
