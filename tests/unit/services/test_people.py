"""People: who may work, who sees what, and how far everybody is."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.domain.annotations import now
from annotator.domain.documents import Status
from annotator.domain.errors import InputError
from annotator.domain.people import TimeSpent
from annotator.services import people
from annotator.services.activity import ActivityClock
from annotator.services.desk import Desk
from annotator.services.project import GOLD, Project
from tests.unit.services.builders import place
from tests.unit.services.handouts import make_project


@pytest.fixture
def project(tmp_path: Path):
    with Project.open(make_project(tmp_path)) as opened:
        yield opened


def test_the_first_to_enter_leads(tmp_path: Path) -> None:
    with Project.create(tmp_path / "new.annot") as project:
        project.annotator("imported")  # whose layer came in a file: no lead
        ada = project.enter(" ada ")
        assert (ada.name, ada.lead) == ("ada", True)
        assert project.enter("ada") == ada
        assert not project.enter("bob").lead
        assert project.person("ada") == ada
        with pytest.raises(InputError, match="needs a name"):
            project.enter(" ")


def test_the_settled_layer_leads_nobody(tmp_path: Path) -> None:
    with Project.create(tmp_path / "new.annot") as project:
        assert not project.enter(GOLD).lead
        assert project.enter("ada").lead
        for refuse in (
            lambda: people.set_lead(project, GOLD, lead=True),
            lambda: people.retire_person(project, GOLD, retired=True),
            lambda: people.rename_person(project, GOLD, "ada"),
            lambda: people.rename_person(project, "ada", GOLD),
        ):
            with pytest.raises(InputError, match="settled layer"):
                refuse()


def test_the_retired_cannot_be_chosen(project: Project) -> None:
    assert people.working_names(project) == ["lead", "ada", "bob", "cy"]
    people.retire_person(project, "bob", retired=True)
    assert people.working_names(project) == ["lead", "ada", "cy"]
    with pytest.raises(InputError, match="bob is retired"):
        project.enter("bob")
    people.retire_person(project, "bob", retired=False)
    assert project.enter("bob").name == "bob"


def test_renaming(project: Project) -> None:
    ada = project.annotator("ada").id
    people.rename_person(project, "ada", " Ada Byron ")
    assert project.annotator("Ada Byron").id == ada
    with pytest.raises(InputError, match="another annotator named bob"):
        people.rename_person(project, "cy", "bob")
    with pytest.raises(InputError, match="no annotator nobody"):
        people.rename_person(project, "nobody", "x")
    with pytest.raises(InputError, match="needs a name"):
        people.rename_person(project, "cy", " ")


def test_somebody_always_leads(project: Project) -> None:
    for refuse in (
        lambda: people.retire_person(project, "lead", retired=True),
        lambda: people.set_lead(project, "lead", lead=False),
    ):
        with pytest.raises(InputError, match="the only lead"):
            refuse()
    people.set_lead(project, "ada", lead=True)
    people.set_lead(project, "lead", lead=False)
    people.retire_person(project, "lead", retired=True)
    with pytest.raises(InputError, match="the only lead"):
        people.set_lead(project, "ada", lead=False)


def test_only_a_lead_sees_the_others(project: Project) -> None:
    def seen(name: str) -> list[str]:
        viewer = project.person(name)
        return [p.name for p in people.visible_people(project, viewer)]

    assert seen("lead") == ["lead", "ada", "bob", "cy"]
    assert seen("ada") == ["ada"]


def test_a_desk_reads_its_own_layer_only(project: Project) -> None:
    ada, bob = (Desk(project, project.annotator(n)) for n in ("ada", "bob"))
    first = project.store.documents.ids()[0]
    ada.open(first)
    ada.mark("entity", "GPE", [place("Norrby")])
    opened = bob.open(first)
    assert opened.layer.annotations == {}
    assert opened.layer.annotator_id == bob.annotator.id
    assert bob.undo() is None


def test_progress_of_everybody(project: Project) -> None:
    project.annotator(GOLD)
    ada = project.annotator("ada")
    desk = Desk(project, ada)
    first, second, _ = project.store.documents.ids()
    desk.open(first)
    desk.mark("entity", "GPE", [place("Norrby")])
    desk.set_status(Status.DONE)
    desk.open(second)
    desk.set_status(Status.FLAGGED)
    for document, seconds in ((first, 1200.0), (second, 600.0)):
        project.store.add_time(TimeSpent(ada.id, document, "1", seconds, now()))
    found = {one.person.name: one for one in people.progress_of(project)}
    assert list(found) == ["lead", "ada", "bob", "cy"]
    mine = found["ada"]
    assert (mine.assigned, mine.done, mine.annotations) == (3, 1, 1)
    assert (mine.states[Status.FLAGGED], mine.states[Status.TODO]) == (1, 1)
    assert mine.seconds == 1800.0
    assert mine.per_hour == 4.0
    assert found["bob"].per_hour is None
    people.retire_person(project, "bob", retired=True)
    lines = list(people.progress_lines(people.progress_of(project)))
    titles = "name assigned done flagged skipped annotations time pace settling"
    assert " ".join(lines[0].split()) == titles
    assert lines[1].endswith("lead")
    assert lines[2].split() == [
        "ada",
        "3",
        "1",
        "1",
        "0",
        "1",
        "0:30",
        "h",
        "4.0/h",
        "–",
    ]
    assert lines[3].endswith("retired")
    values = people.as_json(people.progress_of(project))[1]
    assert values["name"] == "ada"
    assert values["states"] == {
        "todo": 1,
        "in_progress": 0,
        "done": 1,
        "flagged": 1,
        "skipped": 0,
    }


def test_nobody_has_no_progress() -> None:
    assert list(people.progress_lines([])) == ["Nobody works here yet."]


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (0, "0:00 h"),
        (29, "0:00 h"),
        (31, "0:01 h"),
        (3661, "1:01 h"),
        (36_000, "10:00 h"),
    ],
)
def test_durations(seconds: float, said: str) -> None:
    assert people.duration(seconds) == said


# -- time --------------------------------------------------------------------


class Watch:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
def clock(project: Project, watch: Watch) -> ActivityClock:
    return ActivityClock(project.store, project.annotator("ada"), clock=watch)


def spent(project: Project) -> list[float]:
    times = project.store.time_spent(project.annotator("ada").id)
    return [times.get(d, 0.0) for d in project.store.documents.ids()]


def pass_by(clock: ActivityClock, watch: Watch, *seconds: float) -> None:
    for passed in seconds:
        watch.now += passed
        clock.touch()


def test_idle_time_is_left_out(project, clock, watch) -> None:
    first = project.store.documents.ids()[0]
    clock.open(first)
    pass_by(clock, watch, 10, 60, 5)  # at work
    pass_by(clock, watch, 61, 3600)  # away
    pass_by(clock, watch, 7)
    assert spent(project) == [0, 0, 0]
    clock.write()
    assert spent(project) == [82.0, 0, 0]
    clock.write()
    assert spent(project) == [82.0, 0, 0]
    (sitting,) = project.store.sittings(project.annotator("ada").id)
    assert sitting.started.endswith("Z")


def test_each_document_has_its_own_time(project, clock, watch) -> None:
    first, second, _ = project.store.documents.ids()
    pass_by(clock, watch, 50)  # nothing is open
    clock.open(first)
    watch.now += 20
    clock.open(second)
    watch.now += 30
    clock.open(first)
    watch.now += 5
    clock.open(None)
    pass_by(clock, watch, 40)
    clock.write()
    assert spent(project) == [25.0, 30.0, 0]


def test_a_desk_keeps_the_time(project, watch, monkeypatch) -> None:
    desk = Desk(project, project.annotator("ada"))
    monkeypatch.setattr(desk.clock, "_clock", watch)
    first, second, _ = project.store.documents.ids()
    desk.open(first)
    watch.now += 30
    desk.mark("entity", "GPE", [place("Norrby")])
    watch.now += 12
    desk.open(second)
    desk.keep_places()
    assert spent(project) == [42.0, 0, 0]


def test_it_is_said_what_stays_of_somebody_who_retires(project: Project) -> None:
    desk = Desk(project, project.annotator("ada"))
    desk.open(project.store.documents.ids()[0])
    desk.mark("entity", "PERSON", [place("Ada Lindqvist")])
    people.retire_person(project, "ada", retired=True)
    assert people.retired_line(project, "ada") == (
        "ada has retired and can be brought back. Nothing is removed:"
        " 1 annotation, 0 articles done, 0:00 h of work, 3 articles assigned."
    )
