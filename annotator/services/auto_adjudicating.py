"""Settling by rule, a whole project at once: the easy part; the rest stays open."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from annotator.domain.documents import Annotator, Status
from annotator.domain.errors import InputError
from annotator.domain.ids import DocumentId
from annotator.domain.progress import Progress
from annotator.domain.settling import How
from annotator.domain.wording import noop, tr
from annotator.services.adjudicating import Adjudication, Sort
from annotator.services.backups import back_up_first, before_line
from annotator.services.project import GOLD, Project
from annotator.services.rulings import Rule


@dataclass(frozen=True, slots=True)
class AutoRequest:
    """What is to be settled by rule.

    Attributes:
        annotators: By name: nobody else's layers count; empty for everybody.
        kinds: Only these are taken; a document is settled all the same only when
            nothing of any kind is open.
        by: Who is named as having decided; "" for the rule alone.
    """

    rule: Rule = Rule.UNANIMOUS
    annotators: tuple[str, ...] = ()
    kinds: frozenset[str] = frozenset()
    by: str = ""


@dataclass(slots=True)
class AutoReport:
    """What settling by rule came to.

    Attributes:
        documents: How many at least two annotators have done.
        too_few: How many only one of them has done.
        taken: How many annotations were taken now.
        sorts: Chief sort → how many differences of it are left open.
        settled: Documents with nothing open.
        backup: The copy of the project made before; None where none was needed.
    """

    rule: Rule
    annotators: tuple[str, ...]
    documents: int = 0
    too_few: int = 0
    taken: Counter[How] = field(default_factory=Counter)
    sorts: Counter[Sort] = field(default_factory=Counter)
    settled: int = 0
    backup: Path | None = None

    @property
    def open(self) -> int:
        """How many differences are left to people."""
        return self.sorts.total()


def adjudicate(
    project_path: Path, request: AutoRequest, progress: Progress | None = None
) -> AutoReport:
    """Settle by rule what can be, document by document; running it again adds nothing.

    A document counts where at least two annotators have set it to done. The project
    is backed up before the first change. Each document is one transaction: what was
    settled before a stop is kept.

    Raises:
        InputError: There is no such annotator or kind, or nothing to compare, or
            the file is a handout.
        EnvironmentFault: The project cannot be backed up or written.
        CancelledError: The user asked for a stop.
    """
    progress = progress or Progress()
    with Project.open(project_path) as project:
        project.require_whole(noop("adjudicate"))
        people = _people(project, request)
        _check_kinds(project, request)
        decider = _person(project, request.by) if request.by else None
        done = {person.name: _done(project, person) for person in people}
        names = tuple(name for name, documents in done.items() if documents)
        report = AutoReport(request.rule, names)
        todo = Counter(document for some in done.values() for document in some)
        report.documents = sum(number > 1 for number in todo.values())
        report.too_few = len(todo) - report.documents
        if not report.documents:
            raise InputError(
                tr(
                    "No article has been done by two annotators yet; set articles to"
                    " done, or import layers that are."
                )
            )
        bench = Adjudication(project, decider, only=[p.id for p in people])
        several = [d for d in project.store.documents.ids() if todo[d] > 1]
        untouched = True
        for number, document_id in enumerate(several):
            progress.step(number, len(several))
            bench.open(document_id)
            if untouched and bench.can_fill(request.rule, request.kinds):
                report.backup = back_up_first(project, progress)
                untouched = False
            _fill(bench, request, report)
        progress.step(len(several), len(several))
    return report


def _fill(bench: Adjudication, request: AutoRequest, report: AutoReport) -> None:
    changes = bench.fill(request.rule, request.kinds)
    if changes is not None and changes.change is not None:
        report.taken.update(s.how for s in changes.change.put_settlements)
    left = bench.hearing.open
    report.sorts.update(
        c.cluster.sorts[0] if c.cluster.sorts else Sort.MISSED for c in left
    )
    report.settled += not left


def comparable(project: Project) -> list[DocumentId]:
    """Return the documents that at least two annotators have done, in order."""
    done = Counter(d for person in voters(project) for d in _done(project, person))
    return [d for d in project.store.documents.ids() if done[d] > 1]


def _done(project: Project, person: Annotator) -> list[DocumentId]:
    states = project.store.layer_states(person.id).items()
    return [document_id for document_id, (status, _) in states if status is Status.DONE]


def voters(project: Project) -> list[Annotator]:
    """Return everybody whose layers can be compared: all but the settled one."""
    return [person for person in project.annotators() if person.name != GOLD]


def _people(project: Project, request: AutoRequest) -> list[Annotator]:
    if not request.annotators:
        return voters(project)
    return [_person(project, name) for name in dict.fromkeys(request.annotators)]


def _person(project: Project, name: str) -> Annotator:
    people = voters(project)
    for person in people:
        if person.name == name:
            return person
    known = ", ".join(sorted(person.name for person in people)) or tr("nobody")
    raise InputError(
        tr(
            "The project has no annotator {name}; it has {known}.",
            name=name,
            known=known,
        )
    )


def _check_kinds(project: Project, request: AutoRequest) -> None:
    known = [kind.name for kind in project.schema.kinds]
    for name in sorted(request.kinds - {*known}):
        raise InputError(
            tr(
                "The schema has no kind “{name}”; it has {known}.",
                name=name,
                known=", ".join(known),
            )
        )


def as_lines(report: AutoReport) -> list[str]:
    """Return the report as lines for a terminal."""
    sorts = ", ".join(f"{number} {sort}" for sort, number in report.sorts.most_common())
    taken, documents = report.taken, _count(report.documents, "article")
    alone = f" ({report.too_few} done by one of them only)" * bool(report.too_few)
    which = f" ({sorts})" * bool(sorts)
    by_majority = f", {taken[How.MAJORITY]} by majority"
    return [
        f"Compared {', '.join(report.annotators)} on {documents}{alone}.",
        f"Taken now: {taken[How.UNANIMOUS]} unanimous"
        + by_majority * (report.rule is Rule.MAJORITY)
        + ".",
        f"Left open: {_count(report.open, 'difference')}{which}.",
        f"Settled: {report.settled} of {documents}.",
        *([before_line(report.backup)] if report.backup else []),
    ]


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
