"""Reading Prodigy's annotation tasks: ``spans`` and ``relations``.

Each span is one with the label it has, whatever that label is called; spans of our
own exports say besides which annotation they are a part of (see ``own_keys``). A
relation joins two spans, found by ``head_span`` and ``child_span`` or else by the
tokens ``head`` and ``child`` that the spans end with.

``answer``: *accept*, or none, as in Prodigy's own import, is a document that is
done, and *ignore* one that was skipped. What was rejected is not annotated: the
document stays, its spans are left out. So is a single span with an ``answer`` of
its own that is not *accept*. A binary question (``_is_binary``) settles one span and
says nothing of the rest, so accepting it leaves the document in progress. ``flagged``
marks a document that somebody is to look at again.

Tokens are not taken over: the project makes its own, with sentences, for every
document alike.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from annotator.domain.annotations import Fragment
from annotator.domain.documents import Status
from annotator.domain.wording import tr
from annotator.formats.foreign import (
    ForeignLayer,
    ForeignRelation,
    ForeignSpan,
    Own,
)
from annotator.formats.jsonl_own import is_id, read_status
from annotator.formats.offsets import OffsetMap
from annotator.formats.own_keys import read_own

Row = Mapping[str, Any]

ENTITY = "entity"

_SPAN_VIEWS = frozenset(("ner", "ner_manual", "spans", "spans_manual", "relations"))


def looks_like_a_task(row: Row) -> bool:
    """Tell whether a line is about spans, though it may have none."""
    return (
        "spans" in row
        or ("relations" in row and "entities" not in row)
        or row.get("_view_id") in _SPAN_VIEWS
        or row.get("answer") == "ignore"
    )


def read_task(
    row: Row, offsets: OffsetMap, moment: str, losses: list[str], annotator: str = ""
) -> ForeignLayer | None:
    """Return the layer of a task, or None where it was rejected.

    Args:
        row: The task.
        offsets: Of its text.
        moment: Of the import.
        losses: Gets what could not be kept.
        annotator: Whose layer it is where the task does not say.
    """
    spans = row.get("spans") or []
    if not isinstance(spans, list):
        losses.append(tr("Its “spans” are no list, so they were left out."))
        spans = []
    if row.get("answer") == "reject":
        if spans:
            losses.append(
                tr(
                    "It was rejected in Prodigy, so its spans were left out: {number}.",
                    number=len(spans),
                )
            )
        return None
    reading = _TaskReading(offsets, losses)
    reading.read(spans)
    relations = reading.relations(row.get("relations") or [])
    default = Status.IN_PROGRESS if row.get("_is_binary") is True else Status.DONE
    if row.get("flagged") is True:
        default = Status.FLAGGED
    status = read_status(row, default)
    pipeline = row.get("pipeline")
    if isinstance(pipeline, dict):
        return ForeignLayer(
            _text(pipeline, "name"),
            tuple(reading.spans),
            relations,
            status=status,
            by_model=True,
            version=_text(pipeline, "version"),
        )
    name = _annotator(row, annotator)
    if status is Status.TODO and not (name or reading.spans):
        return None
    return ForeignLayer(
        name, tuple(reading.spans), relations, status=status, moment=moment
    )


def _annotator(row: Row, otherwise: str) -> str:
    return _text(row, "_annotator_id") or _text(row, "_session_id") or otherwise


class _TaskReading:
    """One task while it is read.

    Attributes:
        spans: Those that were kept.
    """

    def __init__(self, offsets: OffsetMap, losses: list[str]) -> None:
        self.spans: list[ForeignSpan] = []
        self._offsets = offsets
        self._losses = losses
        self._kept: list[tuple[Row, ForeignSpan]] = []

    def read(self, rows: list[Row]) -> None:
        """Read *rows*; what cannot be kept is named."""
        for number, row in enumerate(rows, 1):
            fault = _fault(row)
            found = None if fault else self._find(row)
            if found is None:
                fault = fault or _misfit(row)
                self._losses.append(
                    tr(
                        "Span {number} was left out: {fault}.",
                        number=number,
                        fault=fault,
                    )
                )
            else:
                span = _span(row, str(number), found)
                self.spans.append(span)
                self._kept.append((row, span))

    def _find(self, row: Row) -> Fragment | None:
        surface = row.get("text")
        if not isinstance(surface, str):
            surface = None
        return self._offsets.find(row["start"], row["end"], surface)

    def relations(self, rows: object) -> tuple[ForeignRelation, ...]:
        """Return the relations between the spans read before."""
        if not isinstance(rows, list):
            self._losses.append(
                tr("Its “relations” are no list, so they were left out.")
            )
            return ()
        if not rows:
            return ()
        ends = _SpanEnds(self._kept)
        relations = []
        for number, row in enumerate(rows, 1):
            fault = _relation_fault(row)
            head = None if fault else ends.find(row, "head")
            child = None if fault else ends.find(row, "child")
            own = not fault and is_id(row.get("link"))
            if head is None or child is None or (head is child and not own):
                fault = fault or tr(
                    "{label} does not join two spans", label=row["label"]
                )
                self._losses.append(
                    tr(
                        "Relation {number} was left out: {fault}.",
                        number=number,
                        fault=fault,
                    )
                )
            else:
                given = row["link"] if own else ""
                relations.append(
                    ForeignRelation(row["label"], head.id, child.id, given)
                )
        return tuple(relations)


class _SpanEnds:
    """Finds the span at an end of a relation."""

    def __init__(self, kept: list[tuple[Row, ForeignSpan]]) -> None:
        self._by_id: dict[str, ForeignSpan] = {}
        self._by_span: dict[tuple[object, ...], ForeignSpan] = {}
        self._by_place: dict[tuple[object, ...], ForeignSpan] = {}
        self._by_token: dict[object, ForeignSpan] = {}
        for row, span in kept:
            place = (row["start"], row["end"])
            if span.own is not None and _text(row, "id"):
                self._by_id.setdefault(row["id"], span)
            self._by_span.setdefault((*place, row["label"]), span)
            self._by_place.setdefault(place, span)
            if isinstance(row.get("token_end"), int):
                self._by_token.setdefault(row["token_end"], span)

    def find(self, relation: Row, end: str) -> ForeignSpan | None:
        """Return it by the span that the relation repeats, or by its last token."""
        span = relation.get(f"{end}_span")
        if isinstance(span, dict):
            found = self._repeated(span)
            if found is not None:
                return found
        token = relation.get(end)
        return self._by_token.get(token) if isinstance(token, int) else None

    def _repeated(self, span: Row) -> ForeignSpan | None:
        start, end, label = (span.get(k) for k in ("start", "end", "label"))
        if not (isinstance(start, int) and isinstance(end, int)):
            return None
        return (
            self._by_id.get(_text(span, "id"))
            or self._by_span.get((start, end, str(label)))
            or self._by_place.get((start, end))
        )


def _span(row: Row, identity: str, found: Fragment) -> ForeignSpan:
    label = row["label"]
    read = read_own(row, label)
    score = row.get("score")
    sure = float(score) if isinstance(score, int | float) and 0 <= score <= 1 else 1.0
    if read is None:
        kind, role = _text(row, "kind"), _text(row, "role")
        if kind and kind != ENTITY:
            # Our own keys without an annotation: a thing of its own.
            own = Own(f"span {identity}", kind, label, role or "mention")
            return ForeignSpan(identity, label, (found,), own=own, score=sure)
        return ForeignSpan(identity, label, (found,), score=sure)
    own, about = read
    return ForeignSpan(
        identity,
        label,
        (found,),
        attributes=about.attributes,
        note=about.note,
        own=own,
        score=sure,
        created=about.created,
        modified=about.modified,
    )


def _text(row: Row, key: str) -> str:
    value = row.get(key)
    return value if isinstance(value, str) else ""


def _relation_fault(relation: object) -> str:
    if not isinstance(relation, dict):
        return tr("it is no object")
    return "" if _text(relation, "label") else tr("it has no label")


def _fault(span: object) -> str:
    """Return why a span cannot be kept whatever the text is, or ""."""
    if not isinstance(span, dict):
        return tr("it is no object")
    start, end, label = span.get("start"), span.get("end"), span.get("label")
    if type(start) is not int or type(end) is not int:
        return tr("it has no start and end")
    if not isinstance(label, str) or not label:
        return tr("[{start}, {end}) has no label", start=start, end=end)
    if start >= end:
        return tr(
            "{label} [{start}, {end}) is empty", label=label, start=start, end=end
        )
    answer = span.get("answer", "accept")
    if answer != "accept":
        return tr(
            "{label} [{start}, {end}) has the answer “{answer}”",
            label=label,
            start=start,
            end=end,
            answer=answer,
        )
    return ""


def _misfit(span: Row) -> str:
    where = f"{span['label']} [{span['start']}, {span['end']})"
    if isinstance(span.get("text"), str):
        return tr(
            "the text at {where} is not “{words}”", where=where, words=span["text"]
        )
    return tr("{where} is outside the text", where=where)
