"""The passages behind the figures of agreement: what two annotators differ in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, islice
from pathlib import Path

import numpy as np

from annotator.agreement.aligning import Side
from annotator.agreement.differences import Difference, Sort
from annotator.agreement.marks import Fragments, Marks, places
from annotator.agreement.spans import compare
from annotator.domain.annotations import Annotation, Fragment, extent
from annotator.domain.errors import InputError
from annotator.domain.ids import DocumentId
from annotator.domain.progress import Progress
from annotator.domain.schema import Kind
from annotator.domain.schema_toml import parse_schema
from annotator.domain.wording import tr
from annotator.domain.zones import ZoneMap
from annotator.services.agreement import Agreement, Disagreement
from annotator.services.outside import outside
from annotator.storage.store import Store

_BATCH = 64
"""Documents that are aligned together; only these are in memory."""


@dataclass(frozen=True, slots=True)
class DisagreementRequest:
    """Which cell to open.

    Attributes:
        left: The name of one annotator.
        right: That of another.
        kind: The kind of annotation.
        documents: Of which both layers are compared, in this order.
        labels: Only these, on both sides, as the figures have it; empty for all.
        sorts: Only these.
    """

    left: str
    right: str
    kind: str
    documents: Sequence[DocumentId]
    labels: frozenset[str] = frozenset()
    sorts: frozenset[Sort] = frozenset(Sort) - {Sort.AGREED}


def disagreements(
    store: Store, request: DisagreementRequest, progress: Progress | None = None
) -> Iterator[tuple[Disagreement, str]]:
    """Yield differences with the text of their document, in text order.

    They are found by the same alignment as the figures, some documents at a time:
    whoever stops early has read no more than that.

    Raises:
        InputError: There is no such annotator or kind.
        CancelledError: The user asked for a stop.
    """
    progress = progress or Progress()
    names = {person.name: person.id for person in store.annotators()}
    for name in (request.left, request.right):
        if name not in names:
            raise InputError(tr("The project has no annotator {name}.", name=name))
    kind = parse_schema(store.schema_toml()).kind(request.kind)
    if kind is None:
        raise InputError(tr("The schema has no kind “{name}”.", name=request.kind))
    people = [names[request.left], names[request.right]]
    documents = iter(request.documents)
    done = 0
    while some := list(islice(documents, _BATCH)):
        progress.step(done, len(request.documents))
        done += len(some)
        keys = [(document, person) for document in some for person in people]
        found: list[_Pages] = []
        for document, layer, _ in store.read_layers(keys):
            if not found or found[-1].document_id != document.id:
                found.append(_Pages(document.id, document.text, []))
            own = (a for a in layer.annotations.values() if _counts(a, request))
            zones = ZoneMap(document.zones)
            found[-1].layers.append(list(outside(own, zones, [kind])))
        yield from _compared(found, kind, request)


def all_disagreements(
    project_path: Path, result: Agreement, progress: Progress
) -> list[tuple[Disagreement, str]]:
    """Return every difference behind the figures of an agreement, with its text.

    By kind, then by pair, then by document.
    """
    found: list[tuple[Disagreement, str]] = []
    with Store.open(project_path) as store:
        for kind in result.kinds:
            for left, right in combinations(result.annotators, 2):
                theirs = set(result.finished[right])
                both = [d for d in result.finished[left] if d in theirs]
                labels = frozenset(result.labels)
                request = DisagreementRequest(left, right, kind, both, labels)
                found += disagreements(store, request, progress)
    return found


@dataclass(frozen=True, slots=True)
class _Pages:
    """A document with the annotations of both."""

    document_id: DocumentId
    text: str
    layers: list[list[Annotation]]


def _counts(annotation: Annotation, request: DisagreementRequest) -> bool:
    return annotation.kind == request.kind and (
        not request.labels or annotation.label in request.labels
    )


def _compared(
    pages: list[_Pages], kind: Kind, request: DisagreementRequest
) -> Iterator[tuple[Disagreement, str]]:
    sizes = np.array([len(page.text) for page in pages], np.int64)
    starts = (np.cumsum(sizes) - sizes).tolist()
    labels: dict[str, int] = {}
    lists = [[a for page in pages for a in page.layers[side]] for side in (0, 1)]
    where = [
        [number for number, page in enumerate(pages) for _ in page.layers[side]]
        for side in (0, 1)
    ]
    marks = [
        _marks(kind, own, numbers, starts, labels)
        for own, numbers in zip(lists, where, strict=True)
    ]
    left, right = _sides(marks)
    found: list[list[Disagreement]] = [[] for _ in pages]
    for one in compare(left, right).outcomes.listed():
        if one.sort in request.sorts:
            number = where[0][one.left[0]] if one.left else where[1][one.right[0]]
            page = pages[number]
            pair = (request.left, request.right)
            made = _disagreement(page.document_id, pair, kind, one, lists)
            found[number].append(made)
    for page, some in zip(pages, found, strict=True):
        for disagreement in sorted(some, key=lambda d: (d.extent, d.sort)):
            yield disagreement, page.text


def _disagreement(
    document: DocumentId,
    pair: tuple[str, str],
    kind: Kind,
    found: Difference,
    lists: list[list[Annotation]],
) -> Disagreement:
    left = tuple(lists[0][number] for number in found.left)
    right = tuple(lists[1][number] for number in found.right)
    extents = [_extent(kind, annotation) for annotation in (*left, *right)]
    start, end = min(e.start for e in extents), max(e.end for e in extents)
    return Disagreement(
        document,
        pair,
        kind.name,
        found.sort,
        left,
        right,
        found.roles,
        Fragment(start, end),
    )


def _extent(kind: Kind, annotation: Annotation) -> Fragment:
    """Return the extent of the main part, of all parts where there is none."""
    main = annotation.parts.get(kind.main_role.name)
    return Fragment(main[0].start, main[-1].end) if main else extent(annotation.parts)


def _marks(
    kind: Kind,
    annotations: list[Annotation],
    where: list[int],
    starts: list[int],
    labels: dict[str, int],
) -> Marks:
    roles = {}
    for role in kind.roles:
        rows = [
            (number, starts[where[number]] + start, starts[where[number]] + end)
            for number, annotation in enumerate(annotations)
            for start, end in annotation.parts.get(role.name, ())
        ]
        roles[role.name] = Fragments(*np.array(rows, np.int64).reshape(-1, 3).T)
    numbers = [labels.setdefault(a.label, len(labels)) for a in annotations]
    return Marks(np.array(where, np.int64), np.array(numbers, np.int64), roles)


def _sides(marks: list[Marks]) -> tuple[Side, Side]:
    counts = [len(own) for own in marks]
    found = {
        role: places([own.roles[role] for own in marks], counts)
        for role in marks[0].roles
    }
    left, right = (
        Side(own, {role: numbers[side] for role, numbers in found.items()})
        for side, own in enumerate(marks)
    )
    return left, right
