"""Two processes at work on one project at the same time, each as in a window.

``python -m tests.torture.two_windows PROJECT ANNOTATOR SEED EDITS`` is one of them: it
makes so many edits, says how many were made, waits until the other has finished too,
takes in what happened as a window does, and says what it would show.
"""

from __future__ import annotations

import random
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

from annotator.domain.ids import DocumentId
from annotator.domain.layers import Layer
from annotator.domain.progress import Progress
from annotator.services.desk import Desk
from annotator.services.project import Project
from annotator.storage import encoding
from tests.torture.gestures import Hands, digest, make_project
from tests.torture.kills import ROOT, Outcome

LOOK_EVERY = 20
"""Edits after which a window looks at what others do; in life half a second."""


def run(folder: Path, *, names: tuple[str, str], edits: int, seed: int = 1) -> Outcome:
    """Let two processes make *edits* edits each, in one layer or in one each."""
    path = folder / "two.annot"
    make_project(path, documents=6)
    with Project.open(path) as project:
        for name in names:
            project.annotator(name)
    outcome = Outcome()
    windows = [
        _window(path, name, f"{seed}-{n}", edits) for n, name in enumerate(names)
    ]
    made = [_count(window) for window in windows]
    shown = [_finish(window) for window in windows]
    outcome.edits = sum(made)
    for window, last in zip(windows, shown, strict=True):
        _, trouble = window.communicate()
        if trouble:
            outcome.faults.append(f"A window failed: {trouble}")
        if last is None:
            outcome.faults.append("A window did not say what it shows.")
    with Project.open(path) as project:
        _judge(project, outcome)
        for name, last in zip(names, shown, strict=True):
            if last is not None and last != _on_disk(project, name, last[0]):
                outcome.faults.append(f"A window of {name} shows what is no longer so.")
    return outcome


def _judge(project: Project, outcome: Outcome) -> None:
    """Compare the project with its own log: all edits there, in order."""
    rows = project.store._db.rows(
        "SELECT document_id, annotator_id, forward FROM operations ORDER BY seq"
    )
    if len(rows) != outcome.edits:
        outcome.faults.append(
            f"{outcome.edits} edits were made, {len(rows)} are in the history."
        )
    layers: dict[tuple[str, str], Layer] = {}
    for document_id, annotator_id, forward in rows:
        key = (document_id, annotator_id)
        layer = layers.setdefault(key, Layer(*key))
        layer.apply(encoding.load_change(forward, *key))
    for key, layer in layers.items():
        found = project.store.layer(*key)
        if digest(replace(found, zones={}, language="")) != digest(layer):
            outcome.faults.append(f"The layer {key} is not what its history made.")
    outcome.faults += map(str, project.check(Progress()))


def _on_disk(
    project: Project, name: str, document_id: DocumentId
) -> tuple[DocumentId, str]:
    person = project.annotator(name)
    return document_id, digest(project.store.layer(document_id, person.id))


def _window(path: Path, name: str, seed: str, edits: int) -> subprocess.Popen[str]:
    module = "tests.torture.two_windows"
    return subprocess.Popen(
        [sys.executable, "-m", module, str(path), name, seed, str(edits)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )


def _count(window: subprocess.Popen[str]) -> int:
    assert window.stdout is not None
    line = window.stdout.readline()
    return int(line) if line else 0


def _finish(window: subprocess.Popen[str]) -> tuple[DocumentId, str] | None:
    assert window.stdin is not None
    assert window.stdout is not None
    try:
        window.stdin.write("\n")
        window.stdin.flush()
    except BrokenPipeError:
        return None
    words = window.stdout.readline().split()
    return (DocumentId(words[0]), words[1]) if len(words) == 2 else None


def main() -> None:
    """Be one of the windows."""
    path, name, seed, edits = sys.argv[1:]
    with Project.open(Path(path)) as project:
        desk = Desk(project, project.annotator(name))
        hands = Hands(desk, random.Random(seed), with_history=False)
        made = 0
        while made < int(edits):
            made += hands.do(hands.choose()) is not None
            if made % LOOK_EVERY == 0:
                desk.catch_up()
        print(made, flush=True)  # noqa: T201 - its output is what it is for
        sys.stdin.readline()
        desk.catch_up()
        assert desk.opened is not None
        shown = desk.opened
        print(shown.document.id, digest(shown.layer), flush=True)  # noqa: T201


if __name__ == "__main__":
    main()
