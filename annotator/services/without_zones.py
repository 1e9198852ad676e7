"""Records without their boilerplate, for exports: text, offsets and all."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import pairwise
from typing import TypeVar

from annotator.domain.annotations import (
    Annotation,
    Fragment,
    Parts,
    Suggestion,
    extent,
)
from annotator.domain.cutting import Cut
from annotator.domain.ids import DocumentId
from annotator.domain.records import Finding, LayerRecord, Problem, Record, Trouble
from annotator.domain.schema import Schema
from annotator.domain.text import document_id, excerpt
from annotator.domain.tokens import Tokens
from annotator.domain.wording import noop, tr
from annotator.domain.zones import ZoneMap
from annotator.formats.base import name_of, place
from annotator.services.marking import trim

Marked = TypeVar("Marked", Annotation, Suggestion)

ORIGINAL = "original_document_id"
"""Key of the metadata that keeps the id of the document with its boilerplate."""

_REMEMBERED = 64
"""Records of which places are still known: writers are never further behind."""


class ZoneCutter:
    """Cuts boilerplate out of records, and says what went with it.

    The text that is left is another document, with an id of its own: so every reader
    has it. The original's id stays in the metadata.
    """

    def __init__(self, schema: Schema) -> None:
        self._mains = {kind.name: kind.main_role.name for kind in schema.kinds}
        self._origins: dict[DocumentId, tuple[Record, Cut]] = {}
        self.findings: list[Finding] = []

    def cut(self, record: Record) -> Record | None:
        """Return a record without its zones; None where nothing is left.

        What was lost comes into ``findings``, with places in the whole text.
        """
        zones = ZoneMap(record.zones or ())
        if not zones:
            return replace(record, zones=())
        cut = Cut(record.text, zones.stretches)
        if not cut.text.strip():
            whole = Fragment(0, len(record.text))
            self._find(record, whole, tr("All of it is boilerplate; it was left out."))
            return None
        identity = document_id(cut.text)
        meta = {**record.details.meta, ORIGINAL: record.document_id}
        layer = record.layer
        self._remember(identity, record, cut)
        return replace(
            record,
            document_id=identity,
            text=cut.text,
            details=replace(record.details, meta=meta),
            layer=None if layer is None else self._layer(record, layer, cut, identity),
            tokens=None if record.tokens is None else cut_tokens(record.tokens, cut),
            zones=(),
        )

    def translated(self, problem: Problem) -> Problem:
        """Return what a writer finds in a record with its place in the whole text."""
        known = isinstance(problem, Finding) and self._origins.get(problem.document_id)
        if not known or not isinstance(problem, Finding):
            return problem
        record, cut = known
        found = cut.back(problem.start, max(problem.end, problem.start + 1))
        if not found:
            return replace(problem, document_id=record.document_id)
        start, end = found[0].start, found[-1].end
        return replace(
            problem,
            where=place(record, start, end),
            document_id=record.document_id,
            start=start,
            end=end,
        )

    def _remember(self, identity: DocumentId, record: Record, cut: Cut) -> None:
        self._origins.pop(identity, None)
        self._origins[identity] = record, cut
        if len(self._origins) > _REMEMBERED:
            del self._origins[next(iter(self._origins))]

    def _layer(
        self, record: Record, layer: LayerRecord, cut: Cut, identity: DocumentId
    ) -> LayerRecord:
        annotations = tuple(self._items(record, layer.annotations, cut))
        kept = {annotation.id for annotation in annotations}
        suggestions = self._items(record, layer.suggestions, cut)
        return replace(
            layer,
            annotations=annotations,
            links=tuple(
                link
                for link in layer.links
                if link.source in kept and link.target in kept
            ),
            suggestions=tuple(replace(s, document_id=identity) for s in suggestions),
        )

    def _items(
        self, record: Record, items: Iterable[Marked], cut: Cut
    ) -> Iterator[Marked]:
        zones = ZoneMap(record.zones or ())
        for item in items:
            parts = _cut_parts(item.parts, cut)
            if zones.touches_parts(item.parts):
                parts = _trimmed(parts, cut)
            main = self._mains.get(item.kind, next(iter(item.parts)))
            if not parts or (main in item.parts and main not in parts):
                self._lose(
                    record,
                    item,
                    noop("{label} “{words}”: it lies in boilerplate; it was left out."),
                )
                continue
            if zones.touches_parts(item.parts):
                self._lose(
                    record,
                    item,
                    noop(
                        "{label} “{words}”: it runs into boilerplate; it was cut to"
                        " the rest."
                    ),
                )
            yield replace(item, parts=parts)

    def _lose(self, record: Record, item: Annotation | Suggestion, what: str) -> None:
        found = extent(item.parts)
        surface = excerpt(record.text, *found, limit=40)
        self._find(record, found, tr(what, label=item.label, words=surface))

    def _find(self, record: Record, found: Fragment, what: str) -> None:
        layer = record.layer.annotator if record.layer else ""
        self.findings.append(
            Finding(
                place(record, *found)
                if found.end < len(record.text)
                else name_of(record),
                what,
                Trouble.ZONE,
                record.document_id,
                *found,
                layer,
            )
        )


def _cut_parts(parts: Parts, cut: Cut) -> Mapping[str, tuple[Fragment, ...]]:
    inside = {role: cut.inside(fragments) for role, fragments in parts.items()}
    return {role: fragments for role, fragments in inside.items() if fragments}


def _trimmed(
    parts: Mapping[str, tuple[Fragment, ...]], cut: Cut
) -> Mapping[str, tuple[Fragment, ...]]:
    """Return parts without white space where something was cut off."""
    trimmed = {role: trim(cut.text, found) for role, found in parts.items()}
    return {role: fragments for role, fragments in trimmed.items() if fragments}


def cut_tokens(tokens: Tokens, cut: Cut) -> Tokens:
    """Return tokens of what is left; a sentence begins with the first left of it."""
    starts, spans = [], []
    for start, end in zip(tokens.starts, tokens.ends, strict=True):
        for fragment in cut.inside([Fragment(start, end)]):
            starts.append(start)
            spans.append(fragment)
    sentences = set()
    edges = [*tokens.sentences, (tokens.ends[-1] if len(tokens) else 0)]
    for begin, behind in pairwise(edges):
        first = bisect_left(starts, begin)
        if first < len(starts) and starts[first] < behind:
            sentences.add(spans[first].start)
    return Tokens.of(tokens.tokenizer, spans, sorted(sentences))
