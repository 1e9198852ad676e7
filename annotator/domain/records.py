"""What formats read and write: one document with at most one layer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Self

from annotator.domain.annotations import Annotation, Link, Suggestion
from annotator.domain.documents import Details, Status
from annotator.domain.ids import AnnotationId, AnnotatorId, DocumentId
from annotator.domain.settling import Settlement
from annotator.domain.tokens import Tokens
from annotator.domain.wording import tr
from annotator.domain.zones import Zone


@dataclass(frozen=True, slots=True)
class LayerRecord:
    """A layer on its way in or out.

    Attributes:
        annotator: The layer's name: an annotator's, ``gold``, or a pipeline's;
            "" where the file does not say.
        suggestions: Set instead of ``annotations`` where a pipeline made them.
        settlements: Annotation → how it was settled; on the way out only.
        people: Annotator's id → name, of whoever the settlements name.
    """

    annotator: str
    annotations: tuple[Annotation, ...] = ()
    links: tuple[Link, ...] = ()
    status: Status = Status.TODO
    suggestions: tuple[Suggestion, ...] = ()
    settlements: Mapping[AnnotationId, Settlement] = field(default_factory=dict)
    people: Mapping[AnnotatorId, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Record:
    """One document, with one layer or none.

    Attributes:
        text: Normalised.
        where: File and line for messages, e.g. ``news.jsonl, line 12``; "" on the
            way out.
        losses: What the reader could not keep, one sentence each.
        zones: What of the text is boilerplate; None where nobody has looked.
    """

    document_id: DocumentId
    text: str
    details: Details
    layer: LayerRecord | None = None
    tokens: Tokens | None = None
    where: str = ""
    losses: tuple[str, ...] = ()
    zones: tuple[Zone, ...] | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """A line or file that was left out, or a thing that did not fit.

    Attributes:
        where: File and line, or document and offset.
        reason: One clear sentence.
    """

    where: str
    reason: str

    def __str__(self) -> str:
        return f"{self.where}: {self.reason}"


MAX_PROBLEMS = 10_000
"""More than anybody reads; a million broken lines must not fill the memory."""


def note(problems: list[Problem], problem: Problem) -> None:
    """Add a problem to a list, as long as it is not too long to be read."""
    if len(problems) < MAX_PROBLEMS:
        problems.append(problem)
    elif len(problems) == MAX_PROBLEMS:
        problems.append(Problem("…", tr("There are more, which are not listed.")))


class Trouble(StrEnum):
    """Why something does not fit a format."""

    OVERLAP = "overlap"
    CUT = "cut"
    SPACE = "space"
    PIECES = "pieces"
    PARTS = "parts"
    LINK = "link"
    ATTRIBUTE = "attribute"
    NOTE = "note"
    ZONE = "zone"


@dataclass(frozen=True, slots=True)
class Finding(Problem):
    """What did not fit the format of an export, with its place in the text.

    Attributes:
        start: Code point of the stored text.
        end: Likewise, exclusive.
        layer: Whose annotation it is; "" where that is not known.
    """

    trouble: Trouble
    document_id: DocumentId
    start: int
    end: int
    layer: str = ""


class Losses(list[Problem]):
    """What did not fit: all of it counted, the first of each trouble kept.

    An export may lose hundreds of thousands of things; a list of them all is
    for a file, not for memory.

    Attributes:
        counts: Trouble → how many; under None what is no ``Finding``.
        told: Gets to know each of them, kept or not.
    """

    KEPT = 2_000
    """How many of one trouble are kept."""

    def __init__(self, told: Callable[[Problem], None] | None = None) -> None:
        super().__init__()
        self.counts: Counter[Trouble | None] = Counter()
        self.told = told

    @property
    def total(self) -> int:
        """How many there are, kept or not."""
        return self.counts.total()

    @property
    def complete(self) -> bool:
        """Whether all are kept."""
        return self.total == len(self)

    def append(self, item: Problem) -> None:
        """Count one, and keep it unless there are many like it."""
        trouble = item.trouble if isinstance(item, Finding) else None
        self.counts[trouble] += 1
        if self.counts[trouble] <= self.KEPT:
            super().append(item)
        if self.told is not None:
            self.told(item)

    def extend(self, items: Iterable[Problem]) -> None:
        """Count several."""
        for item in items:
            self.append(item)

    def __iadd__(self, items: Iterable[Problem]) -> Self:  # type: ignore[override,misc]
        self.extend(items)
        return self

    def __reduce__(self) -> tuple[object, ...]:
        return _restored, (list(self), self.counts)


def _restored(kept: list[Problem], counts: Counter[Trouble | None]) -> Losses:
    losses = Losses()
    losses.extend(kept)
    losses.counts = counts
    return losses


@dataclass(slots=True)
class Tally:
    """What was written, kept small: enough to tell whether the same is read back.

    Attributes:
        labels: Label → how many spans have it.
        kinds: Kind and label → how many annotations.
        roles: Role → how many spans.
        sums: Document → a sum of its spans' hashes, whatever their order; holds
            within one process only.
    """

    labels: Counter[str] = field(default_factory=Counter)
    kinds: Counter[tuple[str, str]] = field(default_factory=Counter)
    roles: Counter[str] = field(default_factory=Counter)
    sums: dict[DocumentId, int] = field(default_factory=dict)

    def add(
        self, document_id: DocumentId, spans: Iterable[tuple[str, int, int, str]]
    ) -> None:
        """Count the ``(label, start, end, surface)`` of a document's spans."""
        total = self.sums.get(document_id, 0)
        for span in spans:
            self.labels[span[0]] += 1
            total += hash(span)
        self.sums[document_id] = total


@dataclass(slots=True)
class ImportReport:
    """What an import did.

    Attributes:
        marks: ``(kind, label)`` → how many annotations and suggestions the files have.
        parts: ``(kind, role)`` → how many of them have that part.
        new_labels: What the schema grew by.
        unmapped: Label of another tool that no mapping names → how many became
            annotations with that label.
        left_out: Label of another tool → how many the mapping left out.
        taken_out: Titles of articles that were in the bin and are back.
        backup: The copy of the project made before; None where none was needed.
    """

    files: int = 0
    documents: int = 0
    duplicates: int = 0
    layers: int = 0
    annotations: int = 0
    suggestions: int = 0
    marks: Counter[tuple[str, str]] = field(default_factory=Counter)
    parts: Counter[tuple[str, str]] = field(default_factory=Counter)
    new_labels: list[str] = field(default_factory=list)
    unmapped: dict[str, int] = field(default_factory=dict)
    left_out: dict[str, int] = field(default_factory=dict)
    taken_out: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    backup: Path | None = None


@dataclass(frozen=True, slots=True)
class PartReport:
    """What one of several files got.

    Attributes:
        name: Of the part, e.g. ``train``.
        records: Documents, one for each layer.
        kinds: Kind and label → how many annotations.
    """

    name: str
    records: int
    kinds: Counter[tuple[str, str]]


@dataclass(slots=True)
class ExportReport:
    """What an export wrote and what did not fit.

    Attributes:
        records: Documents, one for each layer.
        left_out: Documents that are not done.
        files: What was written: files, or folders.
        tally: What is in them.
        parts: Where a split was asked for, what each got.
        verified: Whether all was read back and is as it was written; None where
            nobody looked.
        faults: What was read back otherwise than written, one sentence each.
        losses_file: Where all losses are listed; "" where ``losses`` has all.
    """

    records: int = 0
    annotations: int = 0
    left_out: int = 0
    files: list[str] = field(default_factory=list)
    losses: Losses = field(default_factory=Losses)
    tally: Tally = field(default_factory=Tally)
    parts: list[PartReport] = field(default_factory=list)
    verified: bool | None = None
    faults: list[str] = field(default_factory=list)
    losses_file: str = ""
