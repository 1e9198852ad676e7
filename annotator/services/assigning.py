"""Who gets which documents: a rule without chance but for its seed."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from fractions import Fraction

from annotator.domain.annotations import now
from annotator.domain.documents import Annotator, DocumentFilter
from annotator.domain.errors import InputError
from annotator.domain.ids import AnnotatorId, DocumentId
from annotator.domain.people import Assignment
from annotator.domain.wording import noop, tr
from annotator.services.project import GOLD, Project

PAGE = 1000


@dataclass(frozen=True, slots=True)
class Share:
    """A number of documents, or a part of all of them."""

    number: int = 0
    part: Fraction = Fraction(0)

    def of(self, total: int) -> int:
        """Return how many documents of *total* that is."""
        return min(total, self.number or round(self.part * total))


def parse_share(text: str) -> Share:
    """Return the share that ``20`` or ``10%`` says.

    Raises:
        InputError: It says neither.
    """
    words = text.strip()
    try:
        if words.endswith("%"):
            part = Fraction(words[:-1].strip()) / 100
            if 0 <= part <= 1:
                return Share(part=part)
        elif int(words) >= 0:
            return Share(int(words))
    except (ValueError, ZeroDivisionError):
        pass
    raise InputError(
        tr("“{text}” is no share; write a number, or a part like 10%.", text=text)
    )


@dataclass(frozen=True, slots=True)
class AssignRequest:
    """Who is to get what.

    Attributes:
        annotators: Names; who does not exist is made.
        per_document: How many annotators each document is to have.
        shared: Documents that all of them get, so that agreement can be measured.
        withhold: Documents on which suggestions are withheld from everybody.
        withhold_shared: Withhold them on the shared documents, whatever *withhold*.
        seed: The same seed and project give the same assignments.
        by_words: Balance words instead of documents.
        queries: Only documents that hold the words of one of these; none for all.
    """

    annotators: tuple[str, ...]
    per_document: int = 1
    shared: Share = Share()
    withhold: Share = Share()
    withhold_shared: bool = False
    seed: int = 0
    by_words: bool = False
    queries: tuple[str, ...] = ()


@dataclass(slots=True)
class AssignReport:
    """What assigning did.

    Attributes:
        made: Annotators that did not exist.
        documents: Documents that somebody new got.
        shared: Documents that everybody is to have.
        withheld: Documents whose suggestions are newly withheld.
        new: Name → documents they got now.
        loads: Name → documents they have now.
        words: Name → words of those; empty unless they were balanced.
    """

    made: list[str] = field(default_factory=list)
    documents: int = 0
    shared: int = 0
    withheld: int = 0
    new: dict[str, int] = field(default_factory=dict)
    loads: dict[str, int] = field(default_factory=dict)
    words: dict[str, int] = field(default_factory=dict)


def assign(project: Project, request: AssignRequest) -> AssignReport:
    """Assign documents; what was assigned before stays as it is.

    Raises:
        InputError: There are too few annotators, one of them is retired, or no
            document is meant; nothing was changed.
    """
    names = _checked(project, request)
    known = {person.name for person in project.annotators()}
    documents = _documents(project, request)
    people = [project.annotator(name) for name in names]
    rows, report = _planned(project, request, people, documents)
    project.store.assign(rows)
    report.made = [name for name in names if name not in known]
    return report


def preview(project: Project, request: AssignRequest) -> AssignReport:
    """Return what ``assign`` would do, and do nothing.

    Raises:
        InputError: As ``assign``, and where an annotator does not exist yet.
    """
    names = _checked(project, request)
    documents = _documents(project, request)
    people = [project.person(name) for name in names]
    return _planned(project, request, people, documents)[1]


def _checked(project: Project, request: AssignRequest) -> list[str]:
    """Return the names that are meant, each once."""
    project.require_whole(noop("assign"))
    names = _names(request)
    known = {p.name: p for p in project.annotators()}
    for name in names:
        if name in known and known[name].retired:
            raise InputError(
                tr("{name} is retired; bring them back, or leave them out.", name=name)
            )
    return names


def _planned(
    project: Project,
    request: AssignRequest,
    people: Sequence[Annotator],
    documents: Sequence[DocumentId],
) -> tuple[list[Assignment], AssignReport]:
    before = project.store.assignments()
    weights = _weights(project, before, documents) if request.by_words else {}
    rows = distribute(documents, [p.id for p in people], before, request, weights)
    return rows, _report(people, before, rows, weights)


def _names(request: AssignRequest) -> list[str]:
    names = list(dict.fromkeys(filter(None, (n.strip() for n in request.annotators))))
    if not names:
        raise InputError(tr("Nobody is named to assign documents to."))
    if GOLD in names:
        raise InputError(
            tr("“{gold}” is the settled layer; nothing is assigned to it.", gold=GOLD)
        )
    if not 1 <= request.per_document <= len(names):
        raise InputError(
            tr(
                "{asked} annotators per document are more than the"
                " {number} who are named; name more, or ask for fewer.",
                asked=request.per_document,
                number=len(names),
            )
            if request.per_document > 0
            else tr("Every document needs one annotator at least.")
        )
    return names


def _documents(project: Project, request: AssignRequest) -> list[DocumentId]:
    store = project.store
    if not request.queries:
        found = store.documents.ids()
    else:
        wanted: set[DocumentId] = set()
        for query in request.queries:
            where, after = DocumentFilter(query=query), None
            while rows := store.documents.rows(
                AnnotatorId(""), where, after=after, limit=PAGE
            ):
                wanted.update(row.id for row in rows)
                after = rows[-1].position
        found = [d for d in store.documents.ids() if d in wanted]
    if not found:
        raise InputError(tr("There are no such documents to assign."))
    return found


def _weights(
    project: Project, before: Sequence[Assignment], documents: Sequence[DocumentId]
) -> dict[DocumentId, int]:
    """Return the words of each document."""
    meant = {a.document_id for a in before} | set(documents)
    return {d: len(project.store.documents.text(d).split()) for d in meant}


# -- the rule --------------------------------------------------------------


def distribute(
    documents: Sequence[DocumentId],
    annotators: Sequence[AnnotatorId],
    before: Sequence[Assignment],
    request: AssignRequest,
    weights: Mapping[DocumentId, int],
) -> list[Assignment]:
    """Return the assignments to add.

    Shared documents go to all. Every other document, in an order drawn by the seed,
    goes to those who have least so far, until it has as many as asked for; who of
    several with the least gets it is drawn, too. Whoever begins with equal loads has
    at most one document more than another at every step: those who get one more
    had the least. With *weights* the longest documents go first.

    Args:
        documents: What is meant, each once.
        annotators: Among whom; others keep what they have.
        before: What everybody has.
        request: The numbers and the seed.
        weights: Words of each document; empty to count documents.
    """
    draw = random.Random(f"assign {request.seed}")  # noqa: S311 - no secret
    table = _Table(annotators, before, weights)
    shuffled = sorted(documents)
    draw.shuffle(shuffled)
    fresh = [d for d in shuffled if not table.holders(d)]
    wanted = request.shared.of(len(documents)) - sum(
        d in table.shared for d in documents
    )
    shared = table.shared & set(documents) | set(fresh[: max(0, wanted)])
    # Drawn apart, so that withholding or not changes nobody's documents.
    hide = random.Random(f"withhold {request.seed}")  # noqa: S311
    order = [d for d in shuffled if d in shared]
    order += sorted(
        (d for d in shuffled if d not in shared), key=lambda d: -weights.get(d, 0)
    )
    for document_id in order:
        everybody = document_id in shared
        number = len(annotators) if everybody else request.per_document
        table.give(document_id, number, draw, shared=everybody)
    _withhold(table, fresh, shared, request, hide)
    return table.rows


def _withhold(
    table: _Table,
    fresh: Sequence[DocumentId],
    shared: AbstractSet[DocumentId],
    request: AssignRequest,
    draw: random.Random,
) -> None:
    """Withhold suggestions from all who have a document, or from nobody."""
    hidden = set(table.withheld)
    if request.withhold_shared:
        hidden |= shared & set(fresh)
    order = sorted(fresh)
    draw.shuffle(order)
    hidden |= set(order[: request.withhold.of(len(order))])
    table.rows = [
        Assignment(
            row.annotator_id,
            row.document_id,
            shared=row.shared,
            suggestions_withheld=row.document_id in hidden,
            created=row.created,
        )
        for row in table.rows
    ]


class _Table:
    """Who has what, while documents are being given out."""

    def __init__(
        self,
        annotators: Sequence[AnnotatorId],
        before: Sequence[Assignment],
        weights: Mapping[DocumentId, int],
    ) -> None:
        self._weights = weights
        self._holders: dict[DocumentId, set[AnnotatorId]] = {}
        self._loads = dict.fromkeys(annotators, 0)
        self._moment = now()
        self.shared = {a.document_id for a in before if a.shared}
        self.withheld = {a.document_id for a in before if a.suggestions_withheld}
        self.rows: list[Assignment] = []
        for row in before:
            self._note(row.annotator_id, row.document_id)

    def holders(self, document_id: DocumentId) -> AbstractSet[AnnotatorId]:
        """Return who has a document."""
        return self._holders.get(document_id, frozenset())

    def give(
        self,
        document_id: DocumentId,
        number: int,
        draw: random.Random,
        *,
        shared: bool,
    ) -> None:
        """Give a document to those with the least, until *number* have it."""
        holders = self.holders(document_id)
        free = [a for a in self._loads if a not in holders]
        missing = number - (len(self._loads) - len(free) if shared else len(holders))
        draw.shuffle(free)
        free.sort(key=self._loads.__getitem__)  # stable: the draw stays in ties
        for annotator_id in free[: max(0, missing)]:
            row = Assignment(
                annotator_id, document_id, shared=shared, created=self._moment
            )
            self.rows.append(row)
            self._note(annotator_id, document_id)

    def _note(self, annotator_id: AnnotatorId, document_id: DocumentId) -> None:
        self._holders.setdefault(document_id, set()).add(annotator_id)
        if annotator_id in self._loads:
            self._loads[annotator_id] += self._weights.get(document_id, 1)


def _report(
    people: Sequence[Annotator],
    before: Sequence[Assignment],
    rows: Sequence[Assignment],
    weights: Mapping[DocumentId, int],
) -> AssignReport:
    report = AssignReport(documents=len({r.document_id for r in rows}))
    held: dict[AnnotatorId, set[DocumentId]] = {p.id: set() for p in people}
    for row in (*before, *rows):
        if row.annotator_id in held:
            held[row.annotator_id].add(row.document_id)
    report.shared = len({r.document_id for r in (*before, *rows) if r.shared})
    report.withheld = len({r.document_id for r in rows if r.suggestions_withheld})
    for person in people:
        own = held[person.id]
        report.loads[person.name] = len(own)
        report.new[person.name] = sum(r.annotator_id == person.id for r in rows)
        if weights:
            report.words[person.name] = sum(weights[d] for d in own)
    return report
