"""Reading Prodigy's annotation tasks: ``spans`` and ``relations``.

Each span is an annotation of kind ``entity`` with the span's label, whatever that
label is called, unless the span says ``kind``, ``role`` and ``annotation`` as our own
exports do: then spans with the same ``annotation`` are parts of one. A relation
becomes a link between the annotations of its two spans, found by ``head_span`` and
``child_span`` or else by the tokens ``head`` and ``child`` that the spans end with.

``answer``: *accept*, or none, as in Prodigy's own import, is a document that is
done, and *ignore* one that was skipped. What was rejected is not annotated: the
document stays, its spans are left out. So is a single span with an ``answer`` of
its own that is not *accept*. A binary question (``_is_binary``) settles one span and
says nothing of the rest, so accepting it leaves the document in progress.

Tokens are not taken over: the project makes its own, with sentences, for every
document alike.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from annotator.domain.annotations import (
    Annotation,
    Fragment,
    Link,
    Parts,
    merge_fragments,
)
from annotator.domain.documents import Status
from annotator.domain.ids import AnnotationId, DocumentId, LinkId, derived_id
from annotator.domain.records import LayerRecord
from annotator.formats.jsonl_own import is_id, read_status
from annotator.formats.offsets import OffsetMap

Row = Mapping[str, Any]

ENTITY = "entity"


_SPAN_VIEWS = frozenset(("ner", "ner_manual", "spans", "spans_manual", "relations"))


def looks_like_a_task(row: Row) -> bool:
    """Tell whether a line is about spans, though it may have none."""
    return (
        "spans" in row
        or "relations" in row
        or row.get("_view_id") in _SPAN_VIEWS
        or row.get("answer") == "ignore"
    )


def read_task(
    row: Row,
    offsets: OffsetMap,
    document_id: DocumentId,
    moment: str,
    losses: list[str],
) -> LayerRecord | None:
    """Return the layer of a task, or None where it was rejected."""
    spans = row.get("spans") or []
    if not isinstance(spans, list):
        losses.append("Its “spans” are no list, so they were left out.")
        spans = []
    if row.get("answer") == "reject":
        if spans:
            losses.append(
                f"It was rejected in Prodigy, so its spans were left out: {len(spans)}."
            )
        return None
    reading = _TaskReading(_annotator(row), offsets, document_id, moment, losses)
    annotations = reading.read(spans)
    links = reading.links(row.get("relations") or [])
    default = Status.IN_PROGRESS if row.get("_is_binary") is True else Status.DONE
    status = read_status(row, default)
    return LayerRecord(reading.annotator, annotations, links, status)


def _annotator(row: Row) -> str:
    return _text(row, "_annotator_id") or _text(row, "_session_id")


@dataclass(slots=True)
class _Draft:
    """An annotation that several spans make up, while they come in."""

    identity: AnnotationId
    kind: str
    label: str
    parts: dict[str, tuple[Fragment, ...]] = field(default_factory=dict)


class _TaskReading:
    """One task while it is read."""

    def __init__(
        self,
        annotator: str,
        offsets: OffsetMap,
        document_id: DocumentId,
        moment: str,
        losses: list[str],
    ) -> None:
        self.annotator = annotator
        self._offsets = offsets
        self._document_id = document_id
        self._moment = moment
        self._losses = losses
        self._annotations: list[Annotation] = []
        self._drafts: dict[str, _Draft] = {}
        self._seen: Counter[str] = Counter()
        self._kept: list[tuple[Row, AnnotationId]] = []

    def read(self, spans: list[Row]) -> tuple[Annotation, ...]:
        """Return the annotations that *spans* are; what cannot be kept is named."""
        for number, span in enumerate(spans, 1):
            fault = _fault(span)
            found = None if fault else self._find(span)
            if found is None:
                fault = fault or _misfit(span)
                self._losses.append(f"Span {number} was left out: {fault}.")
            else:
                self._kept.append((span, self._add(span, found)))
        drafts = (
            self._annotation(d.identity, d.kind, d.label, d.parts)
            for d in self._drafts.values()
        )
        return (*self._annotations, *drafts)

    def _find(self, span: Row) -> Fragment | None:
        surface = span.get("text")
        if not isinstance(surface, str):
            surface = None
        return self._offsets.find(span["start"], span["end"], surface)

    def _add(self, span: Row, found: Fragment) -> AnnotationId:
        """Add a span to the annotation it belongs to, and return its id."""
        kind, given = _text(span, "kind") or ENTITY, _text(span, "annotation")
        label, role = span["label"], _text(span, "role") or "mention"
        if not given:
            identity = self._identify(kind, label, role, found)
            parts = {role: (found,)}
            self._annotations.append(self._annotation(identity, kind, label, parts))
            return identity
        draft = self._drafts.get(given)
        if draft is None:
            identity = AnnotationId(given if is_id(given) else self._derive(given))
            draft = self._drafts[given] = _Draft(identity, kind, kind)
        # Only a main span bears the annotation's label; others their role's.
        if label != role or draft.label == kind:
            draft.label = label if label != role else kind
        draft.parts[role] = merge_fragments((*draft.parts.get(role, ()), found))
        return draft.identity

    def _identify(
        self, kind: str, label: str, role: str, found: Fragment
    ) -> AnnotationId:
        """Return an id that is the same at every import of the file."""
        content = f"{kind}\x1f{label}\x1f{role}:{found.start}-{found.end}"
        number = self._seen[content]
        self._seen[content] = number + 1
        return self._derive(content, str(number))

    def _derive(self, *content: str) -> AnnotationId:
        return AnnotationId(
            derived_id("import", self._document_id, self.annotator, *content)
        )

    def _annotation(
        self,
        identity: AnnotationId,
        kind: str,
        label: str,
        parts: Parts,
    ) -> Annotation:
        moment = self._moment
        return Annotation(
            identity, kind, label, parts, {}, "", "import", moment, moment
        )

    def links(self, relations: object) -> tuple[Link, ...]:
        """Return the relations between the annotations read before."""
        if not isinstance(relations, list):
            self._losses.append("Its “relations” are no list, so they were left out.")
            return ()
        if not relations:
            return ()
        ends = _SpanEnds(self._kept)
        parted = {draft.identity for draft in self._drafts.values()}
        # A relation given twice is one link.
        links: dict[LinkId, Link] = {}
        for number, relation in enumerate(relations, 1):
            fault = _relation_fault(relation)
            head = None if fault else ends.find(relation, "head")
            child = None if fault else ends.find(relation, "child")
            if head is not None and head == child and head in parted:
                # How our own exports tell Prodigy which parts belong together.
                continue
            if head is None or child is None or head == child:
                fault = fault or f"{relation['label']} does not join two spans"
                self._losses.append(f"Relation {number} was left out: {fault}.")
            else:
                link_id = LinkId(self._derive("link", relation["label"], head, child))
                links[link_id] = Link(link_id, relation["label"], head, child)
        return tuple(links.values())


class _SpanEnds:
    """Finds the annotation at an end of a relation."""

    def __init__(self, kept: list[tuple[Row, AnnotationId]]) -> None:
        self._by_span: dict[tuple[object, ...], AnnotationId] = {}
        self._by_place: dict[tuple[object, ...], AnnotationId] = {}
        self._by_token: dict[object, AnnotationId] = {}
        for span, identity in kept:
            place = (span["start"], span["end"])
            self._by_span.setdefault((*place, span["label"]), identity)
            self._by_place.setdefault(place, identity)
            if isinstance(span.get("token_end"), int):
                self._by_token.setdefault(span["token_end"], identity)

    def find(self, relation: Row, end: str) -> AnnotationId | None:
        """Return it by the span that the relation repeats, or by its last token."""
        span = relation.get(f"{end}_span")
        if isinstance(span, dict):
            start, stop, label = (span.get(k) for k in ("start", "end", "label"))
            if isinstance(start, int) and isinstance(stop, int):
                found = self._by_span.get((start, stop, str(label)))
                found = found or self._by_place.get((start, stop))
                if found is not None:
                    return found
        token = relation.get(end)
        return self._by_token.get(token) if isinstance(token, int) else None


def _text(row: Row, key: str) -> str:
    value = row.get(key)
    return value if isinstance(value, str) else ""


def _relation_fault(relation: object) -> str:
    if not isinstance(relation, dict):
        return "it is no object"
    return "" if _text(relation, "label") else "it has no label"


def _fault(span: object) -> str:
    """Return why a span cannot be kept whatever the text is, or ""."""
    if not isinstance(span, dict):
        return "it is no object"
    start, end, label = span.get("start"), span.get("end"), span.get("label")
    if type(start) is not int or type(end) is not int:
        return "it has no start and end"
    if not isinstance(label, str) or not label:
        return f"[{start}, {end}) has no label"
    if start >= end:
        return f"{label} [{start}, {end}) is empty"
    answer = span.get("answer", "accept")
    if answer != "accept":
        return f"{label} [{start}, {end}) has the answer “{answer}”"
    return ""


def _misfit(span: Row) -> str:
    where = f"{span['label']} [{span['start']}, {span['end']})"
    if isinstance(span.get("text"), str):
        return f"the text at {where} is not “{span['text']}”"
    return f"{where} is outside the text"
