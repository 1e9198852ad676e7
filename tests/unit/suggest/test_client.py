from __future__ import annotations

import os
import queue
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from annotator.domain.errors import CancelledError, EnvironmentFault
from annotator.domain.progress import Progress
from annotator.suggest.client import Result, Worker, run_all
from annotator.suggest.pipelines import DEFAULT_PIPELINE
from annotator.suggest.protocol import Request

TEXT = "“We will go,” said Ana Berg of Vellmar Steel. Prices rose by 9 % in May."
PATIENCE = 120


class Listening:
    """A worker whose results and last words are kept in the order they came."""

    def __init__(self) -> None:
        self.heard: queue.SimpleQueue[Any] = queue.SimpleQueue()
        self.worker = Worker(DEFAULT_PIPELINE, self.heard.put, self.heard.put)

    def next(self) -> Any:
        return self.heard.get(timeout=PATIENCE)


@pytest.fixture(scope="module")
def warm() -> Iterator[Listening]:
    listening = Listening()
    listening.worker.submit("0" * 32, TEXT)
    listening.next()
    yield listening
    listening.worker.close()


@pytest.fixture
def listening() -> Iterator[Listening]:
    listening = Listening()
    yield listening
    listening.worker.close()


def name(number: int) -> Any:
    return f"{number:032x}"


def test_suggestions_come_with_tokens(warm: Listening) -> None:
    warm.worker.submit(name(1), TEXT)
    result = warm.next()
    assert isinstance(result, Result)
    assert result.document_id == name(1)
    assert {s.kind for s in result.suggestions} == {"entity", "quote", "claim"}
    assert result.tokens is not None
    assert result.suggested
    assert (result.pipeline, result.error) == ("en_core_web_sm", "")


def test_tokens_alone(warm: Listening) -> None:
    warm.worker.submit(name(2), TEXT, suggest=False)
    result = warm.next()
    assert result.tokens is not None
    assert (result.suggested, result.suggestions) == (False, ())


def test_an_urgent_document_has_its_tokens_first(warm: Listening) -> None:
    warm.worker.submit(name(3), TEXT, urgent=True)
    first, second = warm.next(), warm.next()
    assert first.tokens == second.tokens
    assert (first.suggested, second.suggested) == (False, True)
    assert not first.suggestions
    assert second.suggestions


def test_an_urgent_document_goes_before_what_waits(warm: Listening) -> None:
    long = TEXT * 8
    for number in range(100, 200):
        warm.worker.submit(name(number), long)
    warm.worker.submit(name(199), long, urgent=True)  # asked for once, though
    results = [warm.next() for _ in range(101)]
    order = [result.document_id for result in results]
    assert order.index(name(199)) < 50
    assert sorted(set(order)) == [name(number) for number in range(100, 200)]


def test_what_waits_can_be_cancelled(warm: Listening) -> None:
    for number in range(300, 400):
        warm.worker.submit(name(number), TEXT)
    warm.worker.cancel_waiting()
    warm.worker.submit(name(999), TEXT, suggest=False)
    seen = []
    while name(999) not in seen:
        seen.append(warm.next().document_id)
    deadline = time.monotonic() + 1
    while time.monotonic() < deadline and not warm.heard.empty():
        seen.append(warm.next().document_id)
    assert len(seen) < 100


def test_a_worker_that_dies_says_so_once(listening: Listening) -> None:
    listening.worker.submit(name(1), TEXT, suggest=False)
    listening.next()
    os.kill(listening.worker.process_id, signal.SIGKILL)
    message = listening.next()
    assert isinstance(message, str)
    assert "en_core_web_sm has ended (signal 9)" in message
    listening.worker.submit(name(2), TEXT)  # no error, no answer
    assert listening.heard.empty()


def test_closing_ends_the_child_and_says_nothing(listening: Listening) -> None:
    listening.worker.submit(name(1), TEXT * 50)
    listening.worker.close()
    with pytest.raises(ProcessLookupError):
        os.kill(listening.worker.process_id, 0)
    listening.worker.close()
    assert listening.heard.empty()


def test_a_missing_pipeline_is_told_before_anything_starts() -> None:
    with pytest.raises(EnvironmentFault, match="not installed"):
        Worker("xx_none", lambda result: None, lambda message: None)


def test_what_a_run_finds_does_not_depend_on_the_number_of_jobs() -> None:
    items = [(name(n), TEXT * (1 + n % 3)) for n in range(40)]
    reports: list[tuple[int, int]] = []
    progress = Progress(lambda done, total: reports.append((done, total)))
    runs = [
        {
            result.document_id: result
            for result in run_all(
                iter(items), DEFAULT_PIPELINE, jobs=jobs, progress=progress, total=40
            )
        }
        for jobs in (1, 2)
    ]
    assert runs[0] == runs[1]
    assert sorted(runs[0]) == [document_id for document_id, _ in items]
    assert reports[-1] == (40, 40)


def test_a_cancelled_run_leaves_no_child() -> None:
    before = children()
    progress = Progress()
    items = ((name(n), TEXT) for n in range(10_000))
    run = run_all(items, DEFAULT_PIPELINE, jobs=1, progress=progress, total=0)
    next(run)
    assert len(children() - before) == 1
    progress.cancel()
    with pytest.raises(CancelledError):
        for _ in run:
            pass
    assert children() == before


def test_a_run_goes_on_when_a_child_dies() -> None:
    before = children()
    items = [(name(n), TEXT) for n in range(60)]
    run = run_all(items, DEFAULT_PIPELINE, jobs=1, progress=Progress(), total=60)
    results = [next(run)]
    (child,) = children() - before
    os.kill(child, signal.SIGKILL)
    results.extend(run)
    assert sorted({result.document_id for result in results}) == [i for i, _ in items]
    assert not any(result.error for result in results)


def test_a_child_ends_with_its_parent() -> None:
    code = (
        "import os, signal\n"
        "from annotator.suggest.client import Worker\n"
        "import queue; heard = queue.SimpleQueue()\n"
        "worker = Worker('en_core_web_sm', heard.put, heard.put)\n"
        "worker.submit('0' * 32, 'Go.', suggest=False); heard.get()\n"
        "print(worker.process_id, flush=True)\n"
        "os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, check=False
    )
    child = int(done.stdout)
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline and alive(child):
        time.sleep(0.05)
    assert not alive(child)


def children() -> set[int]:
    """Return the processes that this one has started and that still run."""
    listed = subprocess.run(
        ["ps", "-o", "pid=,stat=,args=", "--ppid", str(os.getpid())],
        stdout=subprocess.PIPE,
        text=True,
        check=False,
    )
    lines = [line.split(None, 2) for line in listed.stdout.splitlines()]
    return {
        int(pid)
        for pid, state, command in lines
        if "suggest.worker" in command and not state.startswith("Z")
    }


def alive(process_id: int) -> bool:
    try:
        os.kill(process_id, 0)
    except ProcessLookupError:
        return False
    stat = Path(f"/proc/{process_id}/stat").read_text("utf-8")
    return stat.split()[2] != "Z"


def test_a_writer_that_fails_is_told_and_nobody_waits_for_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def broken(_: Request) -> bytes:
        raise RuntimeError("the pen is dry")

    monkeypatch.setattr(Request, "encode", broken)
    items = [(name(1), TEXT)]
    run = run_all(items, DEFAULT_PIPELINE, jobs=1, progress=Progress(), total=1)
    (result,) = run
    assert "the pen is dry" in result.error
