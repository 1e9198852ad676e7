"""Which labels foreign files have: how many of each, with an example in its context.

An inventory is the witness of a mapping (see ``LabelMap``), so that it works for every
format whose reader lets ``assembling`` make the annotations. It keeps some documents
as the files have them, to try a mapping on.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from annotator.domain.annotations import Fragment
from annotator.formats.foreign import (
    ForeignDocument,
    ForeignFrame,
    ForeignLayer,
    ForeignRelation,
    ForeignSpan,
)
from annotator.formats.mapping import bare_role

MAX_NAMES = 2_000
"""Different names; a file with more has texts where labels should be."""
SAMPLE_DOCUMENTS = 100
SAMPLE_SPANS = 4_000
SAMPLE_CHARACTERS = 2_000_000
_CONTEXT = 36
_SURFACE = 60


class Sort(StrEnum):
    """What a name names."""

    LABEL = "labels"
    FRAME = "frames"
    ROLE = "roles"
    """Of an event's argument; of use where the event becomes one annotation."""
    RELATION = "relations"
    ATTRIBUTE = "attributes"

    @property
    def table(self) -> str:
        """The mapping's table for it: a role is found among the labels."""
        return Sort.LABEL.value if self is Sort.ROLE else self.value


@dataclass(frozen=True, slots=True)
class Example:
    """Where a name occurs, in the words around it.

    Attributes:
        surface: What is marked; its middle may be cut out.
        where: File and line.
    """

    before: str
    surface: str
    after: str
    where: str


@dataclass(slots=True)
class FoundName:
    """A name in foreign files.

    Attributes:
        layer: What the format calls the layer of a label; "" for none.
    """

    sort: Sort
    name: str
    layer: str
    count: int
    example: Example

    @property
    def key(self) -> str:
        """How a mapping names it."""
        return f"{self.layer}.{self.name}" if self.layer else self.name


@dataclass(slots=True)
class Inventory:
    """Counts what foreign documents have.

    Attributes:
        names: In the order in which they are met.
        more: How many marks have a name beyond the first ``MAX_NAMES``.
        sample: The first documents, as their files have them.
        sampled: Whether the sample is all there is.
        unmapped: Labels of which the mapping says nothing.
        keeps_sample: Whether documents are kept at all.
    """

    names: dict[tuple[Sort, str, str], FoundName] = field(default_factory=dict)
    more: int = 0
    sample: list[ForeignDocument] = field(default_factory=list)
    sampled: bool = True
    unmapped: dict[str, None] = field(default_factory=dict)
    keeps_sample: bool = True
    _spans: int = 0
    _characters: int = 0

    def fell_back(self, label: str) -> None:
        """Take note of a label that is not mapped."""
        if len(self.unmapped) < MAX_NAMES:
            self.unmapped[label] = None

    def saw(self, document: ForeignDocument) -> None:
        """Count a document's names."""
        for layer in document.layers:
            self._count(document, layer)
        if self.keeps_sample and any(_has_marks(layer) for layer in document.layers):
            self._keep(document)

    def count(self, name: str) -> int:
        """Return how many spans and events have a label, in whatever layer."""
        sorts = (Sort.LABEL, Sort.FRAME)
        found = (f for f in self.names.values() if f.sort in sorts)
        return sum(f.count for f in found if f.name == name)

    def _keep(self, document: ForeignDocument) -> None:
        spans = sum(len(layer.spans) for layer in document.layers)
        if self.sample and (
            len(self.sample) >= SAMPLE_DOCUMENTS
            or self._spans + spans > SAMPLE_SPANS
            or self._characters + len(document.text) > SAMPLE_CHARACTERS
        ):
            self.sampled = False
            return
        self.sample.append(document)
        self._spans += spans
        self._characters += len(document.text)

    def _count(self, document: ForeignDocument, layer: ForeignLayer) -> None:
        triggers = {frame.trigger for frame in layer.frames}
        spans: dict[str, ForeignSpan] = {}
        if layer.frames or layer.relations:
            spans = {span.id: span for span in layer.spans}
        for span in layer.spans:
            # Our own writer's spans say themselves what they are.
            if span.own is not None:
                continue
            if span.id not in triggers:
                self._add(Sort.LABEL, span.label, document, span, span.layer)
            for name in span.attributes:
                self._add(Sort.ATTRIBUTE, name, document, span)
        for frame in layer.frames:
            self._add(Sort.FRAME, frame.label, document, _span_of(frame, spans))
            for name in frame.attributes:
                self._add(Sort.ATTRIBUTE, name, document, _span_of(frame, spans))
            for role, target in frame.arguments:
                self._add_role(role, document, spans.get(target))
        for relation in layer.relations:
            self._relate(document, relation, spans)

    def _add_role(
        self, role: str, document: ForeignDocument, span: ForeignSpan | None
    ) -> None:
        name = bare_role(role)
        # Spans of that name say what it becomes, in the same place.
        if (Sort.LABEL, "", name) not in self.names:
            self._add(Sort.ROLE, name, document, span)

    def _relate(
        self,
        document: ForeignDocument,
        relation: ForeignRelation,
        spans: dict[str, ForeignSpan],
    ) -> None:
        ends = [spans.get(relation.source), spans.get(relation.target)]
        if all(end is not None and end.own is not None for end in ends):
            return
        self._add(Sort.RELATION, relation.label, document, ends[0] or ends[1])

    def _add(
        self,
        sort: Sort,
        name: str,
        document: ForeignDocument,
        span: ForeignSpan | None,
        layer: str = "",
    ) -> None:
        found = self.names.get((sort, layer, name))
        if found is not None:
            found.count += 1
        elif len(self.names) >= MAX_NAMES:
            self.more += 1
        else:
            example = _example(document, span.fragments if span else ())
            self.names[sort, layer, name] = FoundName(sort, name, layer, 1, example)


def _has_marks(layer: ForeignLayer) -> bool:
    return bool(layer.spans or layer.frames)


def _span_of(frame: ForeignFrame, spans: dict[str, ForeignSpan]) -> ForeignSpan | None:
    ends = (frame.trigger, *(target for _, target in frame.arguments))
    return next((spans[end] for end in ends if end in spans), None)


def _example(document: ForeignDocument, fragments: tuple[Fragment, ...]) -> Example:
    if not fragments:
        return Example("", "", "", document.where)
    text, start, end = document.text, fragments[0].start, fragments[-1].end
    surface = text[start:end]
    if len(surface) > _SURFACE:
        surface = f"{surface[: _SURFACE // 2]} … {surface[-_SURFACE // 2 :]}"
    before, after = text[max(0, start - _CONTEXT) : start], text[end : end + _CONTEXT]
    before, surface, after = (
        " ".join(part.split("\n")) for part in (before, surface, after)
    )
    return Example(before, surface, after, document.where)
