"""Export: layers and suggestions of a project, out into files."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from annotator.domain.documents import Status
from annotator.domain.errors import EnvironmentFault, InputError
from annotator.domain.ids import (
    AnnotationId,
    AnnotatorId,
    DocumentId,
    SettlementId,
)
from annotator.domain.progress import Progress
from annotator.domain.records import ExportReport, LayerRecord, Record
from annotator.domain.schema_toml import parse_schema
from annotator.domain.settling import Settlement
from annotator.formats.registry import WriteOptions, Writer
from annotator.formats.registry import writer as find_writer
from annotator.services.child import run_in_child
from annotator.services.project import GOLD
from annotator.services.tokenising import ensure_tokens
from annotator.storage.store import Store


@dataclass(frozen=True, slots=True)
class ExportRequest:
    """What to export and how.

    Attributes:
        format_name: Of a writer.
        annotator: One layer by name (``gold`` is one); "" for all layers.
        suggestions: Export the pipelines' suggestions instead of layers.
        kinds: Only these; empty for all.
        split: Name → share, e.g. ``{"train": 80, "dev": 20}``; empty for one file.
        include_unfinished: Formats that leave out what is not done take it along.
        mend: What to do with spans that cut tokens: report, expand or contract.
    """

    format_name: str
    annotator: str = ""
    suggestions: bool = False
    kinds: frozenset[str] = frozenset()
    split: dict[str, float] = field(default_factory=dict)
    include_unfinished: bool = False
    mend: str = "report"


def export(
    project_path: Path,
    target: Path,
    request: ExportRequest,
    progress: Progress | None = None,
) -> ExportReport:
    """Export a project; the target is replaced once all of it is written.

    Raises:
        InputError: The format, annotator or split is wrong, or there is nothing.
        EnvironmentFault: The target cannot be written.
        CancelledError: The user asked for a stop; the target is as it was.
    """
    progress = progress or Progress()
    writer = find_writer(request.format_name)
    if not target.parent.is_dir():
        raise InputError(f"{target.parent} is not a folder; create it first.")
    with Store.open(project_path) as store:
        selection = _Selection(store, request)
        if writer.needs_tokens:
            ensure_tokens(store, selection.documents(), progress)
        options = WriteOptions(
            include_unfinished=request.include_unfinished,
            mend=request.mend,
            kinds=request.kinds or None,
            schema=parse_schema(store.schema_toml()),
        )
        report = ExportReport()
        try:
            for path, documents in _targets(target, request.split, selection, writer):
                part = writer.write(
                    selection.records(documents),
                    path,
                    options,
                    progress,
                    selection.count(documents),
                )
                _add(report, part)
        except OSError as error:
            raise EnvironmentFault(
                f"{target} could not be written: {error.strerror or error}."
            ) from error
    return report


def export_aside(
    project_path: Path,
    target: Path,
    request: ExportRequest,
    progress: Progress | None = None,
) -> ExportReport:
    """Do what ``export`` does in a child process: spaCy never enters the window's."""
    return run_in_child(
        export, project_path, target, request, progress=progress or Progress()
    )


def _add(report: ExportReport, part: ExportReport) -> None:
    report.records += part.records
    report.annotations += part.annotations
    report.left_out += part.left_out
    report.files += part.files
    report.losses += part.losses


class _Selection:
    """The layers (or suggestions) a request asks for."""

    def __init__(self, store: Store, request: ExportRequest) -> None:
        self._store = store
        self._request = request
        self._names: dict[AnnotatorId, str] = {
            person.id: person.name for person in store.annotators()
        }
        self._everything = store.document_ids()
        self._keys: list[tuple[DocumentId, AnnotatorId]] = []
        self._bare: list[DocumentId] = []
        self._settled: dict[DocumentId, dict[SettlementId, Settlement]] | None = None
        if request.suggestions:
            self._bare = self._everything
            if not store.pipelines():
                raise InputError(
                    "The project has no suggestions; run “annotator suggest” first."
                )
        else:
            self._find_layers()

    def _find_layers(self) -> None:
        wanted = self._request.annotator
        keys = self._store.layer_keys()
        if wanted:
            if wanted not in self._names.values():
                known = ", ".join(sorted(self._names.values())) or "nobody"
                what = "settled layer" if wanted == GOLD else f"annotator {wanted}"
                raise InputError(f"The project has no {what}; it has {known}.")
            self._keys = [k for k in keys if self._names[k[1]] == wanted]
            if not self._keys:
                raise InputError(f"{wanted} has annotated nothing yet.")
            return
        self._keys = keys
        layered = {document_id for document_id, _ in keys}
        # Documents that nobody has touched are lines of their own, so that an
        # export of a whole project leaves nothing behind.
        self._bare = [d for d in self._everything if d not in layered]
        if not self._keys and not self._bare:
            raise InputError("The project is empty; import articles first.")

    def documents(self) -> list[DocumentId]:
        """Return the documents the request touches, in order of import."""
        touched = {document_id for document_id, _ in self._keys} | set(self._bare)
        return [d for d in self._everything if d in touched]

    def count(self, documents: frozenset[DocumentId] | None) -> int:
        """Return how many records there will be."""
        if documents is None:
            return len(self._keys) + len(self._bare)
        return sum(d in documents for d, _ in self._keys) + sum(
            d in documents for d in self._bare
        )

    def records(self, documents: frozenset[DocumentId] | None) -> Iterator[Record]:
        """Yield the records of *documents* (of all with None), in order of import."""
        if self._request.suggestions:
            yield from self._suggestions(documents)
            return
        keys = [k for k in self._keys if documents is None or k[0] in documents]
        bare = [d for d in self._bare if documents is None or d in documents]
        layered = self._layers(keys)
        if not bare:
            yield from layered
            return
        order = {d: i for i, d in enumerate(self._everything)}
        yield from _merge(layered, self._untouched(bare), order)

    def _layers(self, keys: list[tuple[DocumentId, AnnotatorId]]) -> Iterator[Record]:
        kinds = self._request.kinds
        for document, layer, tokens in self._store.read_layers(keys):
            annotations = tuple(
                a for a in layer.annotations.values() if not kinds or a.kind in kinds
            )
            links = tuple(layer.links.values())
            if kinds:
                kept = {a.id for a in annotations}
                links = tuple(k for k in links if k.source in kept and k.target in kept)
            name = self._names[layer.annotator_id]
            settled = self._settlements(document.id) if name == GOLD else {}
            record = LayerRecord(
                name,
                annotations,
                links,
                layer.status,
                settlements=settled,
                people=self._names if settled else {},
            )
            yield Record(document.id, document.text, document.details, record, tokens)

    def _settlements(self, document_id: DocumentId) -> dict[AnnotationId, Settlement]:
        """Return how the settled layer's annotations came about."""
        if self._settled is None:
            gold = next(i for i, name in self._names.items() if name == GOLD)
            self._settled = self._store.settlements(gold)
        return {
            AnnotationId(s.annotation_id): s
            for s in self._settled.get(document_id, {}).values()
            if s.annotation_id
        }

    def _untouched(self, documents: list[DocumentId]) -> Iterator[Record]:
        for document_id in documents:
            document = self._store.document(document_id)
            tokens = self._store.tokens(document_id)
            yield Record(document.id, document.text, document.details, None, tokens)

    def _suggestions(self, documents: frozenset[DocumentId] | None) -> Iterator[Record]:
        kinds = self._request.kinds
        for document, pipeline, _, suggestions, tokens in self._store.read_suggestions(
            None
        ):
            if documents is not None and document.id not in documents:
                continue
            chosen = tuple(s for s in suggestions if not kinds or s.kind in kinds)
            layer = LayerRecord(pipeline, status=Status.TODO, suggestions=chosen)
            yield Record(document.id, document.text, document.details, layer, tokens)


def _merge(
    one: Iterable[Record], other: Iterable[Record], order: dict[DocumentId, int]
) -> Iterator[Record]:
    """Merge two streams that are each in document order."""
    import heapq

    return heapq.merge(one, other, key=lambda record: order[record.document_id])


def _targets(
    target: Path, split: dict[str, float], selection: _Selection, writer: Writer
) -> Iterator[tuple[Path, frozenset[DocumentId] | None]]:
    """Yield each file to write with the documents that go there."""
    if not split:
        yield target, None
        return
    suffix = target.suffix or writer.suffix
    stem = target.with_suffix("")
    for name, documents in split_documents(selection.documents(), split).items():
        yield stem.with_name(f"{stem.name}-{name}{suffix}"), documents


def split_documents(
    documents: Iterable[DocumentId], split: dict[str, float]
) -> dict[str, frozenset[DocumentId]]:
    """Return which documents go into which part.

    The order is that of a hash of the id: the same at every export, whoever runs
    it, and all layers of a document stay together.
    """
    shuffled = sorted(
        documents, key=lambda d: hashlib.sha256(f"split {d}".encode()).digest()
    )
    total = sum(split.values())
    parts: dict[str, frozenset[DocumentId]] = {}
    share, start = 0.0, 0
    for name, weight in split.items():
        share += weight
        end = round(len(shuffled) * share / total)
        parts[name] = frozenset(shuffled[start:end])
        start = end
    return parts


def parse_split(text: str) -> dict[str, float]:
    """Return the split that ``train=80,dev=20`` says.

    Raises:
        InputError: It is not of that form.
    """
    split: dict[str, float] = {}
    for item in filter(None, (part.strip() for part in text.split(","))):
        name, _, share = item.partition("=")
        try:
            weight = float(share)
        except ValueError:
            weight = 0.0
        if not name.isidentifier() or weight <= 0 or name in split:
            raise InputError(
                f"“{item}” is no part of a split; write it like train=80,dev=20."
            )
        split[name] = weight
    return split
