"""Kill a working process at random moments; look at what it had acknowledged."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from annotator.domain.documents import Annotator
from annotator.domain.ids import DocumentId
from annotator.domain.progress import Progress
from annotator.services.project import Project
from tests.torture.gestures import digests, make_project

ROOT = Path(__file__).resolve().parents[2]
NAME = "ana"


@dataclass
class Outcome:
    """What came of a run.

    Attributes:
        edits: Acknowledged.
        refused: Gestures that the machine did not let through, each with a sentence.
        in_flight: Kills after which one more gesture was there than acknowledged.
        sentences: What the user was told, without the file's name.
        faults: What must not be; empty if all went well.
    """

    kills: int = 0
    edits: int = 0
    refused: int = 0
    in_flight: int = 0
    sentences: set[str] = field(default_factory=set)
    faults: list[str] = field(default_factory=list)


@dataclass
class Said:
    """What a child wrote before it died.

    Attributes:
        held: Document → what its layer held after the last acknowledged edit.
        pending: The gesture that was announced and not acknowledged; "" for none.
    """

    held: dict[DocumentId, str] = field(default_factory=dict)
    pending: str = ""
    edits: int = 0
    refused: list[str] = field(default_factory=list)
    trouble: str = ""

    def hear(self, line: str) -> None:
        """Take in one line."""
        mark, _, rest = line.partition(" ")
        if mark == "?":
            self.pending = rest
            return
        self.pending = ""
        if mark == "=":
            document_id, content = rest.split(" ")
            self.held[DocumentId(document_id)] = content
            self.edits += 1
        elif mark == "!":
            self.refused.append(rest)
        # "-" changed nothing, "*" is no gesture.


def at_home_in(folder: Path) -> dict[str, str]:
    """Return an environment in which backups go below *folder*, too."""
    return {**os.environ, "XDG_DATA_HOME": str(folder / "data")}


def run(folder: Path, *, kills: int, edits: int, seed: int = 1) -> Outcome:
    """Kill a child *kills* times while it makes about *edits* edits in all."""
    rng = random.Random(seed)
    path = folder / "kills.annot"
    make_project(path)
    outcome = Outcome()
    expected = held(path)
    for number in range(kills):
        share = max(1, (edits - outcome.edits) // (kills - number))
        wanted = rng.randint(1, 2 * share)
        said = work(path, f"{seed}-{number}", wanted, delay=rng.random() * 0.004)
        judge(path, said, expected, outcome)
        if outcome.faults:
            break
    return outcome


def work(
    path: Path,
    seed: str,
    edits: int,
    *limit: str,
    delay: float = 0.0,
    when_ready: Callable[[], None] = lambda: None,
) -> Said:
    """Let a child work until it has made *edits* edits and a moment more; kill it.

    Args:
        path: The project.
        seed: Of its gestures.
        edits: How many to wait for; what the machine refuses counts, too.
        limit: See ``child``.
        delay: Seconds between the last of them and the kill.
        when_ready: Called when the child has opened the project.
    """
    command = [sys.executable, "-m", "tests.torture.child", str(path), NAME, seed]
    with subprocess.Popen(
        [*command, *limit],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    ) as child:
        assert child.stdout is not None
        assert child.stderr is not None
        said = Said()
        for line in child.stdout:
            if line.startswith("*"):
                when_ready()
            said.hear(line.rstrip("\n"))
            if said.edits + len(said.refused) >= edits:
                break
        time.sleep(delay)
        os.kill(child.pid, signal.SIGKILL)
        for line in child.stdout:  # what was in the pipe already
            said.hear(line.rstrip("\n"))
        said.trouble = child.stderr.read()
    return said


def judge(
    path: Path, said: Said, expected: dict[DocumentId, str], outcome: Outcome
) -> None:
    """Open what a kill left, compare it with what was said, and prove it sound.

    What is there becomes what is *expected* from now on.
    """
    outcome.kills += 1
    outcome.edits += said.edits
    outcome.refused += len(said.refused)
    outcome.sentences |= {line.replace(str(path), "…") for line in said.refused}
    if said.trouble:
        outcome.faults.append(f"The child failed: {said.trouble}")
    expected |= said.held
    with Project.open(path) as project:
        person = project.annotator(NAME)
        found = digests(project.store, person.id)
        wrong = [d for d in found if found[d] != expected[d]]
        if wrong and not _is_one_ahead(project, person, said, expected):
            outcome.faults.append(
                f"After kill {outcome.kills}, {len(wrong)} layers are not what was"
                f" acknowledged; the gesture under way was “{said.pending}”."
            )
        outcome.in_flight += bool(wrong)
        expected |= digests(project.store, person.id)
        outcome.faults += map(str, project.check(Progress()))


def _is_one_ahead(
    project: Project, person: Annotator, said: Said, expected: dict[DocumentId, str]
) -> bool:
    """Tell whether the file is one gesture ahead: it was on disk, but not yet said."""
    if not said.pending:
        return False
    back, forth = project.store.undo, project.store.redo
    if said.pending == "undo":
        back, forth = forth, back
    back(person.id)
    same = digests(project.store, person.id) == expected
    forth(person.id)
    return same


def held(path: Path) -> dict[DocumentId, str]:
    """Return what the annotator's layers hold, of every document."""
    with Project.open(path) as project:
        return digests(project.store, project.annotator(NAME).id)
