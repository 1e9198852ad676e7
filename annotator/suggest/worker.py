"""The child process in which pipelines run.

``python -m annotator.suggest.worker --pipeline NAME`` reads requests from standard
input and writes replies to standard output (see ``protocol``); whatever libraries
print goes to standard error. It ends when its input does, so that it never outlives
the program that started it.
"""

from __future__ import annotations

import argparse
import os
import signal
import sys
import threading
import traceback
from collections import deque
from typing import BinaryIO, NoReturn

from annotator.domain.errors import AnnotatorError
from annotator.suggest.engine import Engine, Pause
from annotator.suggest.kernels import KernelChooser, cache_file, single_threaded
from annotator.suggest.loading import BrokenPipelineError
from annotator.suggest.pipelines import DEFAULT_PIPELINE, find
from annotator.suggest.protocol import ALL_KINDS, CANNOT_RUN, Reply, Request

BATCH_DOCUMENTS = 16
NICENESS = 15


class Inbox:
    """Requests that wait, urgent ones in front. Any thread may use it."""

    def __init__(self) -> None:
        self._urgent: deque[Request] = deque()
        self._others: deque[Request] = deque()
        self._ready = threading.Condition()

    def put(self, request: Request) -> None:
        """Add a request."""
        with self._ready:
            (self._urgent if request.urgent else self._others).append(request)
            self._ready.notify()

    def take(self, limit: int) -> list[Request]:
        """Wait, then return what is urgent, or else up to *limit* others."""
        with self._ready:
            while not self._urgent and not self._others:
                self._ready.wait()
            return self._drain(self._urgent or self._others, limit)

    def take_urgent(self, limit: int) -> list[Request]:
        """Return what is urgent; empty where nothing is. Never waits."""
        with self._ready:
            return self._drain(self._urgent, limit)

    @staticmethod
    def _drain(queue: deque[Request], limit: int) -> list[Request]:
        return [queue.popleft() for _ in range(min(limit, len(queue)))]


class Service:
    """Answers requests until the process ends."""

    def __init__(self, engine: Engine, inbox: Inbox, output: BinaryIO) -> None:
        self._engine = engine
        self._inbox = inbox
        self._output = output

    def run(self) -> None:
        """Answer whatever comes, for ever."""
        while True:
            self._answer(self._inbox.take(BATCH_DOCUMENTS), self._pause)

    def _pause(self) -> None:
        """Put a running batch aside for documents that somebody waits for."""
        urgent = self._inbox.take_urgent(BATCH_DOCUMENTS)
        if urgent:
            self._answer(urgent, lambda: None)

    def _answer(self, requests: list[Request], pause: Pause) -> None:
        to_suggest = []
        for request in requests:
            if request.urgent or not request.suggest:
                last = not request.suggest
                tokens = self._engine.tokens(request.text)
                self._send(Reply(request.document_id, tokens, last=last))
            if request.suggest:
                to_suggest.append(request)
        if to_suggest:
            for reply in self._engine.suggest(to_suggest, pause):
                self._send(reply)

    def _send(self, reply: Reply) -> None:
        self._output.write(reply.encode())
        self._output.flush()


def main(arguments: list[str] | None = None) -> int:
    """Run the worker; return its exit code if it cannot start."""
    options = _parse(arguments)
    output = _reserve_output()
    os.environ.update(single_threaded(os.environ))
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides, and closes
    if hasattr(os, "nice"):
        os.nice(NICENESS)
    inbox = Inbox()
    threading.Thread(target=_read, args=(sys.stdin.buffer, inbox), daemon=True).start()
    try:
        info = find(options.pipeline)
        kinds = frozenset(options.kinds.split(","))
        engine = Engine(info, kinds, KernelChooser(cache_file()))
        Service(engine, inbox, output).run()
    except BrokenPipeError:
        return 0  # the parent has gone
    except BrokenPipelineError as error:
        sys.stderr.write(f"{error.problem}\n")
        return CANNOT_RUN
    except AnnotatorError as error:
        sys.stderr.write(f"{error}\n")
        return CANNOT_RUN
    except Exception:  # noqa: BLE001 - the process's edge: its last words
        traceback.print_exc()
    return 1


def run_and_exit(arguments: list[str] | None = None) -> NoReturn:
    """Run the worker and end the process."""
    code = main(arguments)
    sys.stderr.flush()
    # Not sys.exit: Python aborts while a thread still waits for standard input.
    os._exit(code)


def _parse(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="annotator.suggest.worker")
    parser.add_argument("--pipeline", default=DEFAULT_PIPELINE)
    parser.add_argument("--kinds", default=",".join(sorted(ALL_KINDS)))
    return parser.parse_args(arguments)


def _reserve_output() -> BinaryIO:
    """Return standard output, and send to standard error what others print."""
    output = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    sys.stdout = sys.stderr
    return output


def _read(source: BinaryIO, inbox: Inbox) -> None:
    """Fill the inbox; end the process when the parent has gone or closed up."""
    for line in source:
        inbox.put(Request.decode(line))
    # Not sys.exit: the main thread may be minutes deep in a batch.
    os._exit(0)


if __name__ == "__main__":
    run_and_exit()
