"""The people of a project, and how far each of them is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass

from annotator.domain.documents import Annotator, DocumentFilter, Status
from annotator.domain.errors import InputError
from annotator.domain.wording import tr, trn
from annotator.services.project import GOLD, Project

MINUTE_S = 60.0


@dataclass(frozen=True, slots=True)
class PersonProgress:
    """How far one annotator is.

    Attributes:
        assigned: Documents assigned; all of the project's where none are.
        states: How many of those are in each state.
        seconds: Time spent annotating, idle time left out.
        settling: Seconds spent settling differences.
        annotations: How many there are in all.
    """

    person: Annotator
    assigned: int
    states: dict[Status, int]
    seconds: float
    annotations: int
    settling: float = 0.0

    @property
    def done(self) -> int:
        """Documents that are done."""
        return self.states[Status.DONE]

    @property
    def per_hour(self) -> float | None:
        """Documents done in an hour of work; None in the first minute."""
        finished = self.done + self.states[Status.FLAGGED]
        return finished * 3600 / self.seconds if self.seconds >= MINUTE_S else None


def add_person(project: Project, name: str) -> Annotator:
    """Add an annotator, or find the one of that name."""
    return project.annotator(name)


def rename_person(project: Project, old: str, new: str) -> None:
    """Give an annotator another name; all work stays theirs.

    Raises:
        InputError: There is no such annotator, or the name is taken or empty.
    """
    new = new.strip()
    if not new:
        raise InputError(tr("An annotator needs a name."))
    if GOLD in (old, new):
        raise InputError(
            tr("“{gold}” is the settled layer; it is nobody's name.", gold=GOLD)
        )
    project.store.rename_annotator(project.person(old).id, new)


def retire_person(project: Project, name: str, *, retired: bool) -> None:
    """Let an annotator go, or come back; what was done stays.

    Raises:
        InputError: There is no such annotator, or nobody would be left to lead.
    """
    person = project.person(name)
    if person.name == GOLD:
        raise InputError(
            tr("“{gold}” is the settled layer; it cannot retire.", gold=GOLD)
        )
    if retired:
        _keep_a_lead(project, person)
    project.store.retire_annotator(person.id, retired=retired)


def retired_line(project: Project, name: str) -> str:
    """Return what stays of somebody who has retired, in a sentence."""
    person = project.person(name)
    counts = project.store.annotation_counts().get(person.id, ())
    progress = _progress(project, person, sum(n for *_, n in counts))
    said = [
        trn("{n:,} annotation", "{n:,} annotations", progress.annotations),
        trn("{n:,} article done", "{n:,} articles done", progress.done),
        tr("{duration} of work", duration=duration(progress.seconds)),
    ]
    assigned = len(project.store.assignments(person.id))
    if assigned:
        said.append(trn("{n:,} article assigned", "{n:,} articles assigned", assigned))
    return tr(
        "{name} has retired and can be brought back. Nothing is removed: {said}.",
        name=person.name,
        said=", ".join(said),
    )


def set_lead(project: Project, name: str, *, lead: bool) -> None:
    """Make an annotator a lead of the project, or no longer.

    Raises:
        InputError: There is no such annotator, or nobody would be left to lead.
    """
    person = project.person(name)
    if person.name == GOLD:
        raise InputError(
            tr("“{gold}” is the settled layer; it leads nobody.", gold=GOLD)
        )
    if not lead:
        _keep_a_lead(project, person)
    project.store.set_lead(person.id, lead=lead)


def _keep_a_lead(project: Project, person: Annotator) -> None:
    others = (p for p in project.annotators() if p.id != person.id)
    if person.lead and not any(p.lead and not p.retired for p in others):
        raise InputError(
            tr(
                "{name} is the only lead; make somebody else one first.",
                name=person.name,
            )
        )


def working_names(project: Project) -> list[str]:
    """Return who can be chosen at opening: everybody who is not retired."""
    owner = project.handout_for()
    people = [owner] if owner else project.annotators()
    return [p.name for p in people if not p.retired and p.name != GOLD]


def visible_people(project: Project, viewer: Annotator) -> list[Annotator]:
    """Return whose layers somebody may see: a lead everybody's, others their own."""
    people = project.annotators()
    return people if viewer.lead else [p for p in people if p.id == viewer.id]


def assigned_numbers(project: Project) -> dict[str, int]:
    """Return how many documents are assigned to everybody who can be handed out to.

    Leads are among them only if they have some.
    """
    numbers = {
        person: len(project.store.assignments(person.id))
        for person in project.annotators()
        if person.name != GOLD and not person.retired
    }
    return {p.name: number for p, number in numbers.items() if number or not p.lead}


def progress_of(project: Project) -> list[PersonProgress]:
    """Return how far everybody is, the settled layer left out."""
    counts = project.store.annotation_counts()
    return [
        _progress(project, person, sum(n for _, _, n in counts.get(person.id, ())))
        for person in project.annotators()
        if person.name != GOLD
    ]


def _progress(project: Project, person: Annotator, number: int) -> PersonProgress:
    store = project.store
    own = True if store.has_assignments(person.id) else None
    states = store.documents.status_counts(person.id, DocumentFilter(assigned=own))
    sittings = store.sittings(person.id)
    settling = sum(one.seconds for one in sittings if one.is_settling)
    seconds = sum(one.seconds for one in sittings if not one.is_settling)
    everything = sum(states.values())
    return PersonProgress(person, everything, states, seconds, number, settling)


def progress_lines(people: list[PersonProgress]) -> Iterator[str]:
    """Yield a table of everybody's progress, a line each."""
    if not people:
        yield "Nobody works here yet."
        return
    width = max(4, *(len(p.person.name) for p in people))
    titles = (
        "assigned",
        "done",
        "flagged",
        "skipped",
        "annotations",
        "time",
        "pace",
        "settling",
    )
    yield f"{'name':<{width}}  " + "  ".join(f"{t:>11}" for t in titles)
    for one in people:
        values = (
            str(one.assigned),
            str(one.done),
            str(one.states[Status.FLAGGED]),
            str(one.states[Status.SKIPPED]),
            str(one.annotations),
            duration(one.seconds),
            "–" if one.per_hour is None else f"{one.per_hour:.1f}/h",
            duration(one.settling) if one.settling else "–",
        )
        notes = [n for n in ("lead", "retired") if getattr(one.person, n)]
        said = f"  {', '.join(notes)}" if notes else ""
        row = "  ".join(f"{value:>11}" for value in values)
        yield f"{one.person.name:<{width}}  {row}{said}"


def as_json(people: list[PersonProgress]) -> list[dict[str, object]]:
    """Return everybody's progress as JSON values."""
    return [
        {
            **asdict(one.person),
            "assigned": one.assigned,
            "states": {status.value: n for status, n in one.states.items()},
            "annotations": one.annotations,
            "seconds": round(one.seconds, 1),
            "per_hour": one.per_hour,
            "settling_seconds": round(one.settling, 1),
        }
        for one in people
    ]


def duration(seconds: float) -> str:
    """Return hours and minutes, ``1:05 h``."""
    minutes = round(seconds / 60)
    return f"{minutes // 60}:{minutes % 60:02d} h"
