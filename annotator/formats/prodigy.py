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

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from annotator.domain.annotations import Annotation, Fragment, Link, merge_fragments
from annotator.domain.documents import Status
from annotator.domain.ids import AnnotationId, DocumentId, LinkId, derived_id
from annotator.domain.records import LayerRecord
from annotator.formats.jsonl_own import is_id, read_status
from annotator.formats.offsets import OffsetMap

Row = Mapping[str, Any]

_NOT_YET = AnnotationId("")

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
    for number, span in enumerate(spans, 1):
        reading.add_span(number, span)
    annotations = reading.annotations()
    links = reading.links(row.get("relations") or [])
    default = Status.IN_PROGRESS if row.get("_is_binary") is True else Status.DONE
    status = read_status(row, default)
    return LayerRecord(reading.annotator, annotations, links, status)


def _annotator(row: Row) -> str:
    for key in ("_annotator_id", "_session_id"):
        name = row.get(key)
        if isinstance(name, str) and name:
            return name
    return ""


@dataclass(slots=True)
class _Draft:
    """An annotation while its spans come in."""

    kind: str
    label: str
    given: str = ""
    parts: dict[str, list[Fragment]] = field(default_factory=dict)
    identity: AnnotationId = _NOT_YET


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
        self._drafts: list[_Draft] = []
        self._by_given: dict[str, _Draft] = {}
        self._by_place: defaultdict[tuple[int, int], list[_Draft]] = defaultdict(list)
        self._by_token: defaultdict[int, list[_Draft]] = defaultdict(list)

    def add_span(self, number: int, span: object) -> None:
        """Read one span; name it in the losses if it cannot be kept."""
        fault = self._fault(span)
        if fault:
            self._losses.append(f"Span {number} was left out: {fault}.")
            return
        assert isinstance(span, dict)  # noqa: S101 - _fault has seen to it
        surface = span.get("text")
        found = self._offsets.find(
            span["start"], span["end"], surface if isinstance(surface, str) else None
        )
        if found is None:
            self._losses.append(f"Span {number} was left out: {_misfit(span)}.")
            return
        draft = self._draft(span)
        role = span.get("role")
        role = role if isinstance(role, str) and role else "mention"
        draft.parts.setdefault(role, []).append(found)
        self._by_place[span["start"], span["end"]].append(draft)
        if isinstance(span.get("token_end"), int):
            self._by_token[span["token_end"]].append(draft)

    def _fault(self, span: object) -> str:
        if not isinstance(span, dict):
            return "it is no object"
        start, end, label = (span.get(key) for key in ("start", "end", "label"))
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

    def _draft(self, span: Row) -> _Draft:
        """Return the annotation that a span belongs to."""
        label, role = span["label"], span.get("role")
        kind, given = span.get("kind"), span.get("annotation")
        if not isinstance(kind, str) or not kind:
            draft = _Draft("entity", label)
        elif not isinstance(given, str) or not given:
            draft = _Draft(kind, label)
        elif given in self._by_given:
            draft = self._by_given[given]
            # Only a main span bears the annotation's label; others their role's.
            if label != role:
                draft.label = label
            return draft
        else:
            draft = _Draft(kind, label if label != role else kind, given)
            self._by_given[given] = draft
        self._drafts.append(draft)
        return draft

    def annotations(self) -> tuple[Annotation, ...]:
        """Return the annotations of all spans read; then links can be read."""
        seen: Counter[tuple[str, ...]] = Counter()
        return tuple(self._annotation(draft, seen) for draft in self._drafts)

    def _annotation(self, draft: _Draft, seen: Counter[tuple[str, ...]]) -> Annotation:
        parts = {
            role: merge_fragments(tuple(fragments))
            for role, fragments in draft.parts.items()
        }
        if is_id(draft.given):
            draft.identity = AnnotationId(draft.given)
        else:
            place = ";".join(
                f"{role}:{start}-{end}"
                for role, fragments in parts.items()
                for start, end in fragments
            )
            content = (draft.kind, draft.label, place)
            draft.identity = self._derived("import", *content, str(seen[content]))
            seen[content] += 1
        return Annotation(
            draft.identity,
            draft.kind,
            draft.label,
            parts,
            origin="import",
            created=self._moment,
            modified=self._moment,
        )

    def _derived(self, what: str, *content: str) -> AnnotationId:
        return AnnotationId(
            derived_id(what, self._document_id, self.annotator, *content)
        )

    def links(self, relations: object) -> tuple[Link, ...]:
        """Return the relations between annotations."""
        if not isinstance(relations, list):
            self._losses.append("Its “relations” are no list, so they were left out.")
            return ()
        links: dict[LinkId, Link] = {}
        for number, relation in enumerate(relations, 1):
            link = self._link(number, relation)
            if link is not None:
                links[link.id] = link
        return tuple(links.values())

    def _link(self, number: int, relation: object) -> Link | None:
        label = relation.get("label") if isinstance(relation, dict) else None
        if not isinstance(relation, dict) or not isinstance(label, str) or not label:
            self._losses.append(f"Relation {number} was left out: it has no label.")
            return None
        head, child = (self._end(relation, end) for end in ("head", "child"))
        if head is None or child is None:
            self._losses.append(
                f"Relation {number} ({label}) was left out: it does not join two spans."
            )
            return None
        if head is child:
            # The parts of one annotation, as our own exports tell Prodigy of them.
            return None
        identity = self._derived("import-link", label, head.identity, child.identity)
        return Link(LinkId(identity), label, head.identity, child.identity)

    def _end(self, relation: Row, end: str) -> _Draft | None:
        """Return the annotation at one end of a relation."""
        span = relation.get(f"{end}_span")
        if isinstance(span, dict):
            at = self._by_place.get((span.get("start", -1), span.get("end", -1)), [])
            if at:
                return next((d for d in at if d.label == span.get("label")), at[0])
        token = relation.get(end)
        ending = self._by_token.get(token, []) if isinstance(token, int) else []
        return ending[0] if ending else None


def _misfit(span: Row) -> str:
    where = f"{span['label']} [{span['start']}, {span['end']})"
    if isinstance(span.get("text"), str):
        return f"the text at {where} is not “{span['text']}”"
    return f"{where} is outside the text"
