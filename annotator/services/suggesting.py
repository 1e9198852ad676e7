"""Suggestions for a whole project at once, and in the background of a window."""

from __future__ import annotations

import queue
import threading
from array import array
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from annotator.domain.annotations import Fragment
from annotator.domain.errors import AnnotatorError, InputError
from annotator.domain.ids import DocumentId
from annotator.domain.languages import language_name
from annotator.domain.progress import Progress
from annotator.domain.records import Problem
from annotator.domain.schema_toml import parse_schema
from annotator.domain.wording import tr, trn
from annotator.domain.zones import ZoneMap
from annotator.services.label_names import LabelNames
from annotator.services.surveying import ensure_survey, ensure_surveys
from annotator.services.tokenising import pipeline_name
from annotator.storage.store import Store
from annotator.suggest import pipelines
from annotator.suggest.client import Result, Worker, run_all
from annotator.suggest.folders import PipelineFolder
from annotator.suggest.pipelines import PipelineInfo
from annotator.suggest.protocol import ALL_KINDS
from annotator.suggest.trust import UntrustedPipelineError

BATCH = 16
"""Documents written in one transaction; small, so that nobody waits for it."""

IN_FLIGHT = 48
"""Texts held in memory at once; the worker keeps a few batches of them."""

SURVEYED_AT_ONCE = 8
_MOST_NAMED = 4


def suggestable_kinds(store: Store, wanted: tuple[str, ...] = ()) -> frozenset[str]:
    """Return the kinds that a pipeline can suggest and the schema has.

    Raises:
        InputError: One that is wanted is neither.
    """
    schema = parse_schema(store.schema_toml())
    possible = frozenset(k.name for k in schema.kinds) & ALL_KINDS
    for kind in wanted:
        if kind not in possible:
            raise InputError(
                tr(
                    "There are no suggestions of the kind “{kind}”; choose"
                    " from {known}.",
                    kind=kind,
                    known=", ".join(sorted(possible)),
                )
            )
    return frozenset(wanted) or possible


@dataclass(slots=True)
class SuggestReport:
    """What a run over a project did.

    Attributes:
        foreign: A sentence on the documents in languages that the pipeline does not
            know; "" where there are none.
    """

    pipeline: str
    version: str
    documents: int = 0
    suggestions: int = 0
    foreign: str = ""
    problems: list[Problem] = field(default_factory=list)


def suggest_project(
    project_path: Path,
    *,
    pipeline: str | None = None,
    kinds: tuple[str, ...] = (),
    jobs: int = 1,
    progress: Progress | None = None,
) -> SuggestReport:
    """Suggest for every document this pipeline and version has not seen yet.

    What was found before a cancel is kept: the next run goes on from there.
    """
    with Store.open(project_path) as store:
        chosen = suggestable_kinds(store, kinds)
        found = pipelines.find(pipeline or pipeline_name(store))
        if pipeline and found.source != store.info().pipeline:
            store.set_pipeline(found.source)
        ensure_surveys(store, None, progress or Progress())
        todo = store.suggestions.todo(
            found.name, found.version, chosen, known_languages(found.language)
        )
        report = SuggestReport(found.name, found.version)
        report.foreign = foreign_sentence(store.languages(), found)
        waiting: list[Result] = []
        names = LabelNames(store)
        try:
            for result in run_all(
                ((d, store.documents.text(d), stretches(store, d)) for d in todo),
                found.source,
                jobs=jobs,
                kinds=chosen,
                progress=progress or Progress(),
                total=len(todo),
            ):
                _count(report, store, result)
                waiting.append(names.suggested(result))
                if len(waiting) >= BATCH:
                    _keep(store, waiting, chosen)
        finally:
            _keep(store, waiting, chosen)
    return report


def stretches(store: Store, document_id: DocumentId) -> tuple[Fragment, ...]:
    """Return what of a document is boilerplate, as a worker is told."""
    return ZoneMap(store.zones(document_id)).stretches


def known_languages(language: str) -> frozenset[str]:
    """Return the languages of the documents that a pipeline of *language* fits.

    Those of which nobody knows are taken as fitting; empty for all.
    """
    return frozenset({language, ""}) if language else frozenset()


def foreign_sentence(languages: Mapping[str, int], info: PipelineInfo) -> str:
    """Say which documents get no suggestions for their language; "" if none.

    Args:
        languages: How many documents are in which.
        info: The pipeline.
    """
    known = known_languages(info.language)
    others = [(n, language_name(c)) for c, n in languages.items() if c not in known]
    if not known or not others:
        return ""
    total = sum(number for number, _ in others)
    named = {"pipeline": info.name, "known": language_name(info.language)}
    if len(others) == 1:
        return trn(
            "{n} document is in {language}; {pipeline} knows {known}.",
            "{n} documents are in {language}; {pipeline} knows {known}.",
            total,
            language=others[0][1],
            **named,
        )
    each = [
        tr("{number} in {language}", number=number, language=name)
        for number, name in others[:_MOST_NAMED]
    ]
    if len(others) > _MOST_NAMED:
        each.append("…")
    return tr(
        "{total} documents are in other languages ({each}); {pipeline} knows {known}.",
        total=total,
        each=", ".join(each),
        **named,
    )


def _count(report: SuggestReport, store: Store, result: Result) -> None:
    if result.error:
        title = store.documents.get(result.document_id).details.title
        report.problems.append(Problem(title or result.document_id, result.error))
        return
    report.documents += 1
    report.suggestions += len(result.suggestions)


def _keep(store: Store, waiting: list[Result], kinds: frozenset[str]) -> None:
    store.suggestions.put_results([r for r in waiting if not r.error], kinds)
    waiting.clear()


@dataclass(frozen=True, slots=True)
class SuggesterEvents:
    """What a background run reports; all are called on its own thread.

    Attributes:
        arrived: Documents whose tokens or suggestions are in the project now.
        progressed: Documents done and in total; equal when there is no more to do.
        failed: One sentence; the run has ended.
        surveyed: All documents have been looked at for zones and language.
        untrusted: The pipeline is a folder's of which nobody has said that it may
            be run; ``failed`` follows.
    """

    arrived: Callable[[frozenset[DocumentId]], None]
    progressed: Callable[[int, int], None]
    failed: Callable[[str], None]
    surveyed: Callable[[], None] = lambda: None
    untrusted: Callable[[PipelineFolder], None] = lambda _: None


class Suggester:
    """Suggests in the background, the open document first.

    It has a thread, a connection and a child process of its own, so that neither
    reading, nor writing, nor spaCy ever holds up the window.
    """

    def __init__(
        self,
        project_path: Path,
        events: SuggesterEvents,
        *,
        pipeline: str | None = None,
        everything: bool = True,
    ) -> None:
        """Prepare a run.

        Args:
            project_path: The project file.
            events: Who is told.
            pipeline: An installed pipeline; None for the project's.
            everything: Suggest for all documents; otherwise make only the tokens
                of the documents that are opened.
        """
        self._path = project_path
        self._events = events
        self._pipeline = pipeline
        self._everything = everything
        self._inbox: queue.SimpleQueue[tuple[str, object]] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="suggester", daemon=True)

    def start(self) -> None:
        """Begin with the documents that have not been seen yet."""
        self._thread.start()

    def urgent(self, document_id: DocumentId) -> None:
        """Take this document before all others."""
        self._inbox.put(("urgent", document_id))

    def rescan(self) -> None:
        """Look for documents that have come since, after an import."""
        self._inbox.put(("rescan", None))

    def stop(self, timeout_s: float = 5.0) -> None:
        """End the child process and the thread; what was found is kept."""
        self._inbox.put(("stop", None))
        if self._thread.is_alive():
            self._thread.join(timeout_s)

    def _run(self) -> None:
        try:
            with Store.open(self._path) as store:
                store.tidy_log_often()
                _Run(store, self._inbox, self._events, self._pipeline).work(
                    everything=self._everything
                )
        except UntrustedPipelineError as error:
            self._events.untrusted(error.folder)
            self._events.failed(str(error))
        except AnnotatorError as error:
            self._events.failed(str(error))
        except Exception as error:
            # Whoever waits for suggestions must hear that none will come.
            self._events.failed(
                tr(
                    "Suggestions have stopped for a mistake in the program"
                    " ({error}); start them again",
                    error=type(error).__name__,
                )
            )
            raise


class _Run:
    """One background run, on the suggester's thread."""

    def __init__(
        self,
        store: Store,
        inbox: queue.SimpleQueue[tuple[str, object]],
        events: SuggesterEvents,
        pipeline: str | None,
    ) -> None:
        self._store = store
        self._names = LabelNames(store)
        self._inbox = inbox
        self._events = events
        self._kinds = suggestable_kinds(store)
        self._found = pipelines.find(pipeline or pipeline_name(store))
        self._languages = known_languages(self._found.language)
        self._unsurveyed: deque[DocumentId] = deque()
        # Positions, and how many of them have been taken: there may be a million.
        self._todo: array[int] = array("q")
        self._taken = 0
        self._asked_urgently: set[DocumentId] = set()
        self._asked: set[DocumentId] = set()
        self._waiting: list[Result] = []
        self._done = 0
        self._everything = True

    def work(self, *, everything: bool) -> None:
        """Serve the inbox until somebody says stop or the worker dies."""
        self._everything = everything
        worker = Worker(
            self._found.source,
            lambda result: self._inbox.put(("result", result)),
            lambda reason: self._inbox.put(("exit", reason)),
            kinds=self._kinds,
        )
        try:
            self._rescan()
            while True:
                self._feed(worker)
                what, value = self._next()
                if what == "stop":
                    return
                if what == "exit":
                    raise AnnotatorError(
                        tr("Suggestions have stopped: {reason}", reason=value)
                    )
                self._handle(worker, what, value)
        finally:
            worker.close()
            self._flush()

    def _next(self) -> tuple[str, object]:
        """Wait for a message; write what has gathered before waiting long.

        Whoever waits anyway looks at documents that nobody has looked at.
        """
        while True:
            try:
                return self._inbox.get(block=not self._waiting and not self._unsurveyed)
            except queue.Empty:
                self._flush()
                self._survey_some()

    def _survey_some(self) -> None:
        some = [
            self._unsurveyed.popleft()
            for _ in range(min(SURVEYED_AT_ONCE, len(self._unsurveyed)))
        ]
        for document_id in some:
            ensure_survey(self._store, document_id)
        if some and not self._unsurveyed:
            self._events.surveyed()

    def _handle(self, worker: Worker, what: str, value: object) -> None:
        if what == "result" and isinstance(value, Result):
            self._take(value)
        elif what == "rescan":
            self._rescan()
        elif what == "urgent":
            self._urgent(worker, DocumentId(str(value)))

    def _rescan(self) -> None:
        self._unsurveyed = deque(self._store.documents_to_survey())
        if not self._everything:
            return
        self._flush()  # what is done must not be found again
        self._todo = self._store.suggestions.todo_positions(
            (self._found.name, self._found.version), self._kinds, self._languages
        )
        self._taken = 0
        self._asked_urgently.clear()
        self._report()

    def _feed(self, worker: Worker) -> None:
        while self._taken < len(self._todo) and len(self._asked) < IN_FLIGHT:
            document_id = self._store.documents.id_at(self._todo[self._taken])
            self._taken += 1
            if document_id is None or not self._is_wanted(document_id):
                continue
            self._asked.add(document_id)
            zones = stretches(self._store, document_id)
            worker.submit(document_id, self._store.documents.text(document_id), zones)

    def _is_wanted(self, document_id: DocumentId) -> bool:
        asked = document_id in self._asked or document_id in self._asked_urgently
        return not asked and self._fits(document_id)

    def _fits(self, document_id: DocumentId) -> bool:
        """Return whether the pipeline knows a document's language."""
        ensure_survey(self._store, document_id)
        return not self._languages or (
            self._store.language(document_id) in self._languages
        )

    def _urgent(self, worker: Worker, document_id: DocumentId) -> None:
        seen = self._store.suggestions.is_done(
            document_id, self._found.name, self._found.version, self._kinds
        )
        wanted = self._everything and not seen and self._fits(document_id)
        if not wanted and self._store.tokens(document_id) is not None:
            return
        if wanted:
            self._asked.add(document_id)
            self._asked_urgently.add(document_id)
        worker.submit(
            document_id,
            self._store.documents.text(document_id),
            stretches(self._store, document_id),
            suggest=wanted,
            urgent=True,
        )

    def _take(self, result: Result) -> None:
        self._waiting.append(result)
        final = result.suggested or bool(result.error)
        if final and result.document_id in self._asked:
            self._asked.discard(result.document_id)
            self._done += 1
        if len(self._waiting) >= BATCH:
            self._flush()

    def _flush(self) -> None:
        if not self._waiting:
            return
        kept = [self._names.suggested(r) for r in self._waiting if not r.error]
        self._waiting.clear()
        for result in kept:
            # One transaction each: whoever marks meanwhile waits for one at most.
            self._store.suggestions.put_results([result], self._kinds)
        self._events.arrived(frozenset(result.document_id for result in kept))
        self._report()

    def _report(self) -> None:
        left = len(self._todo) - self._taken
        total = self._done + len(self._asked) + left
        self._events.progressed(self._done, total)
