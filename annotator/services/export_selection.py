"""Which layers (or suggestions) of a project an export takes, as records."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from annotator.domain.documents import Document, Status
from annotator.domain.errors import InputError
from annotator.domain.ids import (
    AnnotationId,
    AnnotatorId,
    DocumentId,
    SettlementId,
)
from annotator.domain.records import LayerRecord, Record
from annotator.domain.settling import Settlement
from annotator.domain.tokens import Tokens
from annotator.domain.wording import tr
from annotator.services.project import GOLD
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
        overlaps: Which of overlapping annotations stays: longest, first or kind.
        prefer: For ``kind``: the kinds, the preferred ones first.
        pieces: What becomes of parts in several pieces: split, hull or drop.
        space: What to do with white space at the ends of spans: trim, or drop them.
        verify: Read back what was written, and compare.
        list_losses: Write a file with all losses beside the target; without it
            there is one where they are too many to show.
        seed: Another number gives another split.
        keep_sources: In a split, articles of one source stay in one part; None for
            where the shares can still be met.
        without_zones: Boilerplate is cut out of the texts.
        components: Of spaCy's, that a project is to train: ner, spancat; empty for
            what the annotations call for.
    """

    format_name: str
    annotator: str = ""
    suggestions: bool = False
    kinds: frozenset[str] = frozenset()
    split: dict[str, float] = field(default_factory=dict)
    include_unfinished: bool = False
    mend: str = "report"
    overlaps: str = "longest"
    prefer: tuple[str, ...] = ()
    pieces: str = "split"
    space: str = "trim"
    verify: bool = True
    list_losses: bool = False
    seed: int = 0
    keep_sources: bool | None = None
    without_zones: bool = False
    components: tuple[str, ...] = ()


class Selection:
    """The layers (or suggestions) a request asks for."""

    def __init__(self, store: Store, request: ExportRequest) -> None:
        self._store = store
        self._request = request
        self._names: dict[AnnotatorId, str] = {
            person.id: person.name for person in store.annotators()
        }
        self._everything = store.documents.ids()
        self._keys: list[tuple[DocumentId, AnnotatorId]] = []
        self._bare: list[DocumentId] = []
        self._settled: dict[DocumentId, dict[SettlementId, Settlement]] | None = None
        if request.suggestions:
            self._bare = self._everything
            if not store.suggestions.pipelines():
                raise InputError(
                    tr("The project has no suggestions; run “annotator suggest” first.")
                )
        else:
            self._find_layers()

    def _find_layers(self) -> None:
        wanted = self._request.annotator
        keys = self._store.layer_keys()
        if wanted:
            if wanted not in self._names.values():
                known = ", ".join(sorted(self._names.values())) or tr("nobody")
                if wanted == GOLD:
                    raise InputError(
                        tr(
                            "The project has no settled layer; it has {known}.",
                            known=known,
                        )
                    )
                raise InputError(
                    tr(
                        "The project has no annotator {name}; it has {known}.",
                        name=wanted,
                        known=known,
                    )
                )
            self._keys = [k for k in keys if self._names[k[1]] == wanted]
            if not self._keys:
                raise InputError(tr("{name} has annotated nothing yet.", name=wanted))
            return
        self._keys = keys
        layered = {document_id for document_id, _ in keys}
        # Documents that nobody has touched are lines of their own, so that an
        # export of a whole project leaves nothing behind.
        self._bare = [d for d in self._everything if d not in layered]
        if not self._keys and not self._bare:
            raise InputError(tr("The project is empty; import articles first."))

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
            yield self._record(document, record, tokens)

    def _record(
        self, document: Document, layer: LayerRecord | None, tokens: Tokens | None
    ) -> Record:
        zones = tuple(
            replace(zone, marked_by=self._names.get(who, who))
            if (who := AnnotatorId(zone.marked_by))
            else zone
            for zone in document.zones
        )
        text, details = document.text, document.details
        return Record(document.id, text, details, layer, tokens, zones=zones)

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
            document = self._store.documents.get(document_id)
            tokens = self._store.tokens(document_id)
            yield self._record(document, None, tokens)

    def _suggestions(self, documents: frozenset[DocumentId] | None) -> Iterator[Record]:
        kinds = self._request.kinds
        for document, pipeline, _, suggestions, tokens in self._store.suggestions.read(
            None
        ):
            if documents is not None and document.id not in documents:
                continue
            chosen = tuple(s for s in suggestions if not kinds or s.kind in kinds)
            layer = LayerRecord(pipeline, status=Status.TODO, suggestions=chosen)
            yield self._record(document, layer, tokens)


def _merge(
    one: Iterable[Record], other: Iterable[Record], order: dict[DocumentId, int]
) -> Iterator[Record]:
    """Merge two streams that are each in document order."""
    return heapq.merge(one, other, key=lambda record: order[record.document_id])
