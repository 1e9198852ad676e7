"""The way to the worker process: submit texts, get tokens and suggestions back."""

from __future__ import annotations

import queue
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from annotator.domain.annotations import Suggestion
from annotator.domain.errors import AnnotatorError, EnvironmentFault
from annotator.domain.ids import DocumentId
from annotator.domain.progress import Progress
from annotator.domain.tokens import Tokens
from annotator.domain.wording import tr
from annotator.suggest.child import GRACE_S, end, start
from annotator.suggest.loading import BrokenPipelineError
from annotator.suggest.pipelines import PipelineInfo, find
from annotator.suggest.protocol import ALL_KINDS, CANNOT_RUN, Reply, Request

IN_FLIGHT = 32
"""Requests given to a worker ahead of their answers: the batch it works on, and the
next. What waits behind them can still be overtaken or cancelled."""

Zones = Sequence[tuple[int, int]]
Item = tuple[DocumentId, str] | tuple[DocumentId, str, Zones]

_POLL_S = 0.1
_LIVES = 3


@dataclass(frozen=True)
class Result:
    """What a pipeline says about one document.

    Attributes:
        tokens: None only where the document could not be worked on at all.
        error: One sentence where the pipeline failed on it; "" otherwise.
        suggested: Whether *suggestions* is the pipeline's last word. Unset where
            only tokens were asked for, and in the early result of an urgent
            document, whose suggestions follow in another.
    """

    document_id: DocumentId
    tokens: Tokens | None
    pipeline: str
    version: str
    suggestions: tuple[Suggestion, ...]
    error: str = ""
    suggested: bool = True


class Worker:
    """One child process that runs one pipeline.

    ``submit``, ``cancel_waiting`` and ``close`` may be called from any thread and
    never wait for the child (``close`` waits a moment for it to end).
    """

    def __init__(
        self,
        pipeline: str,
        on_result: Callable[[Result], None],
        on_exit: Callable[[str], None],
        *,
        kinds: frozenset[str] = ALL_KINDS,
    ) -> None:
        """Start the child.

        Args:
            on_result: Called on a thread of the worker's own.
            on_exit: Called there too, with one sentence, if the child ends without
                having been closed. Nothing comes after it.

        Raises:
            EnvironmentFault: The pipeline is not installed, or no process starts.
        """
        self._info = find(pipeline)
        self._on_result = on_result
        self._on_exit = on_exit
        self._ready = threading.Condition()
        self._urgent: deque[Request] = deque()
        self._waiting: deque[Request] = deque()
        self._in_flight = 0
        self._closed = False
        self._last_words: deque[str] = deque(maxlen=20)
        self._process = start(self._info, kinds)
        self._threads = [
            threading.Thread(target=target, name=f"suggest-{name}", daemon=True)
            for name, target in (
                ("writer", self._write),
                ("reader", self._read),
                ("errors", self._listen),
            )
        ]
        for thread in self._threads:
            thread.start()

    @property
    def pipeline(self) -> PipelineInfo:
        """Return the pipeline that it runs."""
        return self._info

    @property
    def process_id(self) -> int:
        """Return the child's."""
        return self._process.pid

    def submit(
        self,
        document_id: DocumentId,
        text: str,
        zones: Zones = (),
        *,
        suggest: bool = True,
        urgent: bool = False,
    ) -> None:
        """Ask for the tokens of a document, and its suggestions if *suggest*.

        Nothing is suggested in *zones*, which the pipeline does not get to see.
        An urgent one goes before all that waits; if it was waiting itself, it is
        asked for once.
        """
        request = Request(document_id, text, suggest, urgent, tuple(zones))
        with self._ready:
            if urgent:
                self._drop_waiting(document_id)
                self._urgent.append(request)
            else:
                self._waiting.append(request)
            self._ready.notify()

    def _drop_waiting(self, document_id: DocumentId) -> None:
        for request in self._waiting:
            if request.document_id == document_id and request.suggest:
                self._waiting.remove(request)
                return

    def cancel_waiting(self) -> None:
        """Forget what has not been given to the child yet."""
        with self._ready:
            self._urgent.clear()
            self._waiting.clear()

    def close(self) -> None:
        """End the child, whatever it is doing. May be called more than once."""
        with self._ready:
            self._closed = True
            self._urgent.clear()
            self._waiting.clear()
            self._ready.notify_all()
        end(self._process)
        for thread in self._threads:
            if thread is not threading.current_thread():
                thread.join(GRACE_S)

    def _write(self) -> None:
        """Feed the child; should that fail, end it, so that the reader tells."""
        try:
            self._feed()
        except Exception as error:  # noqa: BLE001 - the edge of the thread
            self._last_words.append(f"{type(error).__name__}: {error}")
            self._process.kill()

    def _feed(self) -> None:
        """Feed the child, never more than it can soon work on."""
        assert self._process.stdin is not None  # noqa: S101 - made with a pipe
        while True:
            with self._ready:
                while not self._closed and not self._next_queue():
                    self._ready.wait()
                if self._closed:
                    return
                request = self._next_queue().popleft()
                self._in_flight += 1
            try:
                self._process.stdin.write(request.encode())
                self._process.stdin.flush()
            except (OSError, ValueError):
                return  # the child has gone; the reader tells why

    def _next_queue(self) -> deque[Request]:
        if self._urgent or self._in_flight >= IN_FLIGHT:
            return self._urgent
        return self._waiting

    def _read(self) -> None:
        """Hand on what the child says, until it says no more."""
        try:
            self._hear()
        except Exception as error:  # noqa: BLE001 - the edge of the thread
            self._last_words.append(f"{type(error).__name__}: {error}")
            self._process.kill()
        finally:
            self._finish()

    def _hear(self) -> None:
        assert self._process.stdout is not None  # noqa: S101 - made with a pipe
        name, version = self._info.name, self._info.version
        with self._process.stdout as lines:
            for line in lines:
                reply = Reply.decode(line, name, version)
                if reply.last:
                    with self._ready:
                        self._in_flight -= 1
                        self._ready.notify()
                if not self._closed:
                    self._on_result(_result(reply, self._info))

    def _finish(self) -> None:
        """Tell that the child has gone, unless it was sent away."""
        code = self._process.wait()
        self._threads[2].join(GRACE_S)
        with self._ready:
            died = not self._closed
            self._closed = True
            self._ready.notify_all()
        if died:
            self._on_exit(self._obituary(code))

    def _listen(self) -> None:
        """Keep the last lines of the child's standard error."""
        assert self._process.stderr is not None  # noqa: S101 - made with a pipe
        with self._process.stderr as lines:
            for line in lines:
                text = line.decode("utf-8", "replace").strip()
                if text:
                    self._last_words.append(text)

    @property
    def hopeless(self) -> bool:
        """Whether the child has ended as any other would: it cannot run at all."""
        return self._process.poll() == CANNOT_RUN

    def _obituary(self, code: int) -> str:
        words = self._last_words[-1] if self._last_words else ""
        if code == CANNOT_RUN and words:
            return self._why_it_cannot_run(words)
        if code < 0:
            why = tr("signal {number}", number=-code)
        else:
            why = tr("exit code {number}", number=code)
        said = tr(
            "the process that runs {pipeline} has ended ({why})",
            pipeline=self._info.name,
            why=why,
        )
        return f"{said}: {words}" if words else said

    def _why_it_cannot_run(self, problem: str) -> str:
        """Say it here: the child does not know the language of whoever reads it."""
        try:
            find(self._info.source)
        except AnnotatorError as error:  # it has gone, or changed, since the start
            return str(error)
        return str(BrokenPipelineError(self._info, problem))


def run_all(  # noqa: PLR0913 - all but two by name
    items: Iterable[Item],
    pipeline: str,
    *,
    jobs: int,
    kinds: frozenset[str] = ALL_KINDS,
    suggest: bool = True,
    progress: Progress,
    total: int,
) -> Iterator[Result]:
    """Yield the result of every item, in any order, from *jobs* child processes.

    Items are documents with their texts and, where there are any, zones. They are
    read as results come, so they may be longer than memory.

    Raises:
        EnvironmentFault: The pipeline is not installed, or its process ended.
        CancelledError: *progress* was cancelled; the children have been ended.
    """
    info = find(pipeline)
    run = _Run(info, max(jobs, 1), kinds, suggest=suggest)
    done = 0

    def report() -> None:
        progress.step(done, total)

    try:
        for result in run.results(iter(items), report):
            yield result
            done += 1
            report()
    finally:
        run.close()


@dataclass(eq=False)
class _Lane:
    """One child of a run, and what it has been given.

    Attributes:
        key: What the worker's results are known by; a new worker has a new one.
        suspects: Documents that a child died on; the next is given one at a time,
            to find out which of them is to blame.
        on_trial: The one document it has is a suspect.
    """

    worker: Worker
    key: object
    given: dict[DocumentId, Item] = field(default_factory=dict)
    suspects: deque[Item] = field(default_factory=deque)
    on_trial: bool = False

    def has_room(self) -> bool:
        if self.suspects or self.on_trial:
            return not self.given
        return len(self.given) < IN_FLIGHT


class _Run:
    """Documents shared out among several children."""

    def __init__(
        self, info: PipelineInfo, jobs: int, kinds: frozenset[str], *, suggest: bool
    ) -> None:
        self._info = info
        self._kinds = kinds
        self._suggest = suggest
        self._arrived: queue.SimpleQueue[tuple[object, Result | str]] = (
            queue.SimpleQueue()
        )
        self._barren_deaths = 0
        self._lanes: list[_Lane] = []
        try:
            for _ in range(jobs):
                self._lanes.append(_Lane(*self._new_worker()))
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """End all children."""
        for lane in self._lanes:
            lane.worker.close()

    def results(
        self, items: Iterator[Item], poll: Callable[[], None]
    ) -> Iterator[Result]:
        """Yield results as they come, calling *poll* whenever none does."""
        self._feed(items)
        while any(lane.given for lane in self._lanes):
            try:
                key, arrived = self._arrived.get(timeout=_POLL_S)
            except queue.Empty:
                poll()
                continue
            lane = next((x for x in self._lanes if x.key is key), None)
            if lane is None:
                continue  # the last words of a child that has been replaced
            result = self._take(lane, arrived)
            self._feed(items)
            if result is not None:
                yield result

    def _new_worker(self) -> tuple[Worker, object]:
        """Return a worker, and the key under which its results arrive."""
        arrived, key = self._arrived, object()

        def put(what: Result | str) -> None:
            arrived.put((key, what))

        return Worker(self._info.source, put, put, kinds=self._kinds), key

    def _feed(self, items: Iterator[Item]) -> None:
        """Give each child as much as it should have, in turns."""
        hungry = [lane for lane in self._lanes if lane.has_room()]
        while hungry:
            for lane in hungry:
                lane.on_trial = bool(lane.suspects)
                item = lane.suspects.popleft() if lane.suspects else next(items, None)
                if item is None:
                    return
                lane.given[item[0]] = item
                lane.worker.submit(*item, suggest=self._suggest)
            hungry = [lane for lane in hungry if lane.has_room()]

    def _take(self, lane: _Lane, arrived: Result | str) -> Result | None:
        if isinstance(arrived, str):
            return self._bury(lane, arrived)
        self._barren_deaths = 0
        lane.given.pop(arrived.document_id, None)
        lane.on_trial = False
        return arrived

    def _bury(self, lane: _Lane, message: str) -> Result | None:
        """Replace a dead child; return the error of the document it died on."""
        self._barren_deaths += 1
        if self._barren_deaths >= _LIVES or lane.worker.hopeless:
            raise EnvironmentFault(message)
        lane.worker.close()
        lane.worker, lane.key = self._new_worker()
        given = list(lane.given.values())
        lane.given.clear()
        if not lane.on_trial:
            lane.suspects.extend(given)
            return None
        lane.on_trial = False
        name, version = self._info.name, self._info.version
        return Result(given[0][0], None, name, version, (), message)


def _failed(problem: str, info: PipelineInfo) -> str:
    return tr(
        "the pipeline {pipeline} failed on this document: {problem}",
        pipeline=info.name,
        problem=problem,
    )


def _result(reply: Reply, info: PipelineInfo) -> Result:
    return Result(
        document_id=reply.document_id,
        tokens=reply.tokens,
        pipeline=info.name,
        version=info.version,
        suggestions=reply.suggestions,
        error=_failed(reply.error, info) if reply.error else "",
        suggested=reply.suggested,
    )
