"""Work comes back from handouts: in any order, any number of times, and all of it."""

from __future__ import annotations

import random
import shutil
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.domain.annotations import Fragment, now
from annotator.domain.documents import Status
from annotator.domain.errors import CancelledError, EnvironmentFault, InputError
from annotator.domain.ids import CommentId, OperationId, new_id
from annotator.domain.layers import LayerChange, Operation
from annotator.domain.people import Comment, TimeSpent
from annotator.domain.progress import Progress
from annotator.services.desk import Desk
from annotator.services.merging import has_news, merge_files, report_lines
from annotator.services.people import add_person, rename_person
from annotator.services.project import GOLD, Project
from annotator.storage import migrate
from annotator.storage.store import Store
from tests.unit.services.builders import place
from tests.unit.services.handouts import (
    NAMES,
    Worker,
    dump,
    give,
    layers,
    make_project,
)

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def lead(tmp_path: Path) -> Path:
    return make_project(tmp_path)


def merge(path: Path, *files: Path):
    with Project.open(path) as project:
        reports = merge_files(project, files)
        assert project.check(Progress()) == []
    return reports


def copy_of(path: Path, name: str) -> Path:
    return Path(shutil.copy(path, path.with_name(name)))


def desk_of(path: Path, name: str) -> tuple[Project, Desk]:
    project = Project.open(path)
    desk = Desk(project, project.enter(name))
    desk.open(project.store.documents.ids()[0])
    return project, desk


def mark(path: Path, name: str, words: str, label: str = "PERSON") -> str:
    """Let somebody mark words in the first document."""
    project, desk = desk_of(path, name)
    with project:
        changes = desk.mark("entity", label, [place(words)])
    return changes.select


def same_content(one: Path, other: Path) -> None:
    first, second = dump(one), dump(other)
    for name, rows in first.items():
        assert rows == second[name], name


# -- one annotator, one file -----------------------------------------------


def test_what_was_done_comes_back_whole(lead: Path) -> None:
    handout = give(lead, "ada")
    worker = Worker(handout, "ada", 1)
    worker.work(40)
    (report,) = merge(lead, handout)
    assert report.whose == "ada"
    assert report.merged is not None
    assert report.merged.added > 0
    done = layers(handout)
    assert done
    assert layers(lead) == done
    with Project.open(lead) as project, Project.open(handout) as theirs:
        who = project.annotator("ada").id
        assert project.store.undo_name(who) == theirs.store.undo_name(who)
        assert project.store.redo_name(who) == theirs.store.redo_name(who)
        assert project.store.time_spent(who) == theirs.store.time_spent(who)
        mine, others = (p.store.operations(who) for p in (project, theirs))
        assert mine == others


def test_merging_again_changes_nothing_and_makes_no_copy(lead: Path) -> None:
    handout = give(lead, "ada")
    Worker(handout, "ada", 2).work(10)
    (first,) = merge(lead, handout)
    assert first.backup is not None
    before = dump(lead)
    (again,) = merge(lead, handout)
    assert not again.merged.is_something
    assert again.backup is None
    assert dump(lead) == before
    assert list(report_lines(again)) == [f"{handout} (ada): nothing new."]


def test_the_copy_is_the_project_as_it_was(lead: Path) -> None:
    handout = give(lead, "ada")
    mark(handout, "ada", "Norrby")
    before = dump(lead)
    (report,) = merge(lead, handout)
    assert report.backup is not None
    assert report.backup.name.endswith(".before-merge.annot")
    assert dump(report.backup) == before
    assert dump(lead) != before


def test_a_handout_that_is_carried_on_comes_back_again(lead: Path) -> None:
    handout = give(lead, "ada")
    first = mark(handout, "ada", "Norrby")
    merge(lead, handout)
    project, desk = desk_of(handout, "ada")
    with project:
        desk.delete([first])
        desk.mark("entity", "PERSON", [place("Lindqvist")])
    (report,) = merge(lead, handout)
    assert (report.merged.added, report.merged.removed) == (1, 1)
    assert layers(lead) == layers(handout)
    assert not report.twice


def test_the_next_edition_goes_on_from_where_they_were(lead: Path) -> None:
    handout = give(lead, "ada")
    mark(handout, "ada", "Norrby")
    merge(lead, handout)
    second = give(lead, "ada", lead.with_name("second.annot"))
    assert layers(second) == layers(handout)
    project, desk = desk_of(second, "ada")
    with project:
        assert desk.undo_name == "Mark PERSON “Norrby”"
        desk.undo()
    merge(lead, second)
    assert layers(lead) == layers(second)
    # The old file knows nothing newer: it cannot bring back what was undone.
    merge(lead, handout)
    assert layers(lead) == layers(second)


def test_an_old_file_does_not_bring_back_what_was_deleted(lead: Path) -> None:
    handout = give(lead, "ada")
    marked = mark(handout, "ada", "Norrby")
    old = copy_of(handout, "old.annot")
    project, desk = desk_of(handout, "ada")
    with project:
        desk.delete([marked])
    merge(lead, handout, old)
    assert layers(lead) == layers(handout)


# -- two copies of one annotator's handout ----------------------------------


def test_what_two_copies_did_is_all_there(lead: Path) -> None:
    one = give(lead, "ada")
    mark(one, "ada", "Norrby")
    other = copy_of(one, "laptop.annot")
    mark(one, "ada", "Lindqvist")
    mark(other, "ada", "Monday", "DATE")
    first, second = merge(lead, one, other)
    assert first.twice == []
    assert len(second.twice) == 1
    assert any("Worked on in two copies" in line for line in report_lines(second))
    (marks, *_) = next(iter(layers(lead).values()))
    assert len(marks) == 3
    with Project.open(lead) as project:
        who = project.annotator("ada").id
        assert len(project.store.operations(who)) == 3


def test_of_two_changes_of_one_thing_the_later_counts(lead: Path) -> None:
    one = give(lead, "ada")
    marked = mark(one, "ada", "Norrby")
    other = copy_of(one, "laptop.annot")
    for path, label in ((one, "ORG"), (other, "LOC")):
        project, desk = desk_of(path, "ada")
        with project:
            desk.relabel(marked, label)
    again = copy_of(lead, "again.annot")
    merge(lead, one, other)
    merge(again, other, one)
    for path in (lead, again):
        (marks, *_) = next(iter(layers(path).values()))
        assert [a.label for a in marks] == ["LOC"]
    same_content(lead, again)


def test_a_link_whose_end_was_deleted_elsewhere_waits_for_it(lead: Path) -> None:
    one = give(lead, "ada")
    end, start = mark(one, "ada", "Norrby"), mark(one, "ada", "Lindqvist")
    other = copy_of(one, "laptop.annot")
    project, desk = desk_of(one, "ada")
    with project:
        desk.link(start, end, "coreference")
    project, desk = desk_of(other, "ada")
    with project:
        desk.delete([end])
    back = copy_of(other, "back.annot")
    project, desk = desk_of(back, "ada")
    with project:
        desk.undo()
    merge(lead, one, other)
    (marks, links, *_) = next(iter(layers(lead).values()))
    assert [a.id for a in marks] == [start]
    assert links == {}
    with Project.open(lead) as project:  # no undo trips over it
        desk = Desk(project, project.annotator("ada"))
        desk.open(project.store.documents.ids()[0])
        while desk.undo():
            assert project.check(Progress()) == []
        while desk.redo():
            assert project.check(Progress()) == []
    merge(lead, back)
    again = copy_of(lead, "again.annot")
    merge(again, one, other, back)
    same_content(lead, again)


def test_the_link_comes_back_with_its_end(lead: Path) -> None:
    one = give(lead, "ada")
    end, start = mark(one, "ada", "Norrby"), mark(one, "ada", "Lindqvist")
    other = copy_of(one, "laptop.annot")
    project, desk = desk_of(one, "ada")
    with project:
        desk.link(start, end, "coreference")
    project, desk = desk_of(other, "ada")
    with project:
        desk.delete([end])
    back = copy_of(other, "back.annot")
    project, desk = desk_of(back, "ada")
    with project:
        desk.undo()
    projects = []
    for number, files in enumerate(
        ([one, other, back], [other, back, one], [back, one, other])
    ):
        path = copy_of(lead, f"lead-{number}.annot")
        merge(path, *files)
        projects.append(path)
        (marks, links, *_) = next(iter(layers(path).values()))
        assert {a.id for a in marks} == {start, end}
        assert len(links) == 1
    same_content(projects[0], projects[1])
    same_content(projects[0], projects[2])


def test_clocks_that_differ_do_not_lose_what_came_later(lead: Path) -> None:
    """The next edition is made knowing the first, whatever its computer's clock."""
    handout = give(lead, "ada")
    marked = mark(handout, "ada", "Norrby")
    ahead = "f" * 16 + "0" * 16
    with closing(sqlite3.connect(handout)) as database:
        for table, columns in (
            ("stamps", ("stamp",)),
            ("layers", ("changed",)),
            ("operations", ("made", "moved")),
        ):
            for column in columns:
                sql = f"UPDATE {table} SET {column} = ?"  # noqa: S608
                database.execute(sql, (ahead,))
        database.commit()
    merge(lead, handout)
    second = give(lead, "ada", lead.with_name("second.annot"))
    project, desk = desk_of(second, "ada")
    with project:
        desk.relabel(marked, "ORG")
    merge(lead, second)
    assert layers(lead) == layers(second)


def test_marks_at_one_place_are_shown_in_one_order(lead: Path) -> None:
    """In the order they were made, whichever file came first."""
    one = give(lead, "ada")
    other = copy_of(one, "laptop.annot")
    made = [mark(one, "ada", "Norrby", "ORG"), mark(other, "ada", "Norrby", "LOC")]
    made.append(mark(one, "ada", "Norrby", "GPE"))
    again = copy_of(lead, "again.annot")
    merge(lead, one, other)
    merge(again, other, one)
    for path in (lead, again):
        (marks, *_) = next(iter(layers(path).values()))
        assert [a.id for a in marks] == made
    same_content(lead, again)


# -- many files, any order --------------------------------------------------


@settings(
    max_examples=5,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(seed=st.integers(0, 10**6))
def test_any_files_in_any_order_any_number_of_times(
    tmp_path_factory: pytest.TempPathFactory, seed: int
) -> None:
    chance = random.Random(seed)
    folder = tmp_path_factory.mktemp("merge")
    lead = make_project(folder)
    files = [give(lead, name) for name in NAMES]
    for number in range(chance.randint(3, 6)):
        path = chance.choice(files)
        name = NAMES[[p.name[:2] for p in files[:3]].index(path.name[:2])]
        if chance.random() < 0.4:  # somebody goes on in a copy
            path = copy_of(path, f"{name}-{number}.annot")
            files.append(path)
        Worker(path, name, (seed, number)).work(chance.randint(1, 8))
    orders = []
    for number in range(3):
        order = files * (1 if number == 0 else 2)
        chance.shuffle(order)
        path = copy_of(lead, f"lead-{number}.annot")
        merge(path, *order)
        orders.append(path)
    same_content(orders[0], orders[1])
    same_content(orders[0], orders[2])
    _nothing_is_lost(orders[0], files)


def _nothing_is_lost(path: Path, files: list[Path]) -> None:
    """Whatever no file has removed is there, as its latest file has it."""
    latest: dict[str, tuple[str, bool]] = {}
    for file in files:
        with closing(sqlite3.connect(file)) as database:
            for item, stamp, removed in database.execute(
                "SELECT item, stamp, removed FROM stamps WHERE kind = 'annotation'"
            ):
                latest[item] = max(latest.get(item, ("", False)), (stamp, removed))
    with closing(sqlite3.connect(path)) as database:
        there = {row[0] for row in database.execute("SELECT id FROM annotations")}
    assert there == {item for item, (_, removed) in latest.items() if not removed}


def test_three_people_come_back_in_any_order(lead: Path) -> None:
    files = [give(lead, name) for name in NAMES]
    for number, (name, path) in enumerate(zip(NAMES, files, strict=True)):
        Worker(path, name, number).work(15)
    other = copy_of(lead, "other.annot")
    merge(lead, *files, *files)
    merge(other, *reversed(files))
    merge(other, files[1])
    same_content(lead, other)
    done = layers(lead)
    for path in files:
        assert layers(path).items() <= done.items()


# -- what else comes along, and what does not --------------------------------


def test_time_is_never_counted_twice(lead: Path) -> None:
    handout = give(lead, "ada")
    with Project.open(handout) as project:
        who = project.enter("").id
        document = project.store.documents.ids()[0]
        project.store.add_time(TimeSpent(who, document, "1", 60.0, now()))
    old = copy_of(handout, "old.annot")
    with Project.open(handout) as project:
        project.store.add_time(TimeSpent(who, document, "1", 5.0, now()))
        project.store.add_time(TimeSpent(who, document, "2", 7.0, now()))
    merge(lead, handout, old, handout)
    with Project.open(lead) as project:
        assert project.store.time_spent(who) == {document: 72.0}


def _comment(project: Project, who: str, comment: Comment | str) -> Comment:
    """Say something, or say it anew, in the first document."""
    document = project.store.documents.ids()[0]
    if isinstance(comment, str):
        comment = Comment(CommentId(new_id()), 0, 5, who, now(), comment)
    change = LayerChange(document, who, put_comments=(comment,))
    inverse = project.store.layer(document, who).inverse(change)
    operation = Operation(OperationId(new_id()), "Comment", now(), change, inverse)
    project.store.commit(operation)
    return comment


def test_comments_go_both_ways(lead: Path) -> None:
    with Project.open(lead) as project:
        boss, bob = project.annotator("lead").id, project.annotator("bob").id
        asked = _comment(project, boss, "Why?")
        _comment(project, bob, "Mine alone.")
    handout = give(lead, "ada")
    with Project.open(handout) as project:
        ada = project.enter("").id
        document = project.store.documents.ids()[0]
        assert [c.text for c in project.store.comments(document).values()] == ["Why?"]
        answer = Comment(asked.id, 0, 5, boss, asked.time, "Why?", resolved=True)
        _comment(project, ada, answer)
        _comment(project, ada, "Because.")
    merge(lead, handout, handout)
    with Project.open(lead) as project:
        said = {c.text: c.resolved for c in project.store.comments(document).values()}
    assert said == {"Why?": True, "Because.": False, "Mine alone.": False}


def test_suggestions_that_were_decided_on_come_along(lead: Path) -> None:
    handout = give(lead, "ada")
    project, desk = desk_of(handout, "ada")
    with project:
        desk.accept([s.id for s in desk.opened.pending()][:1])
    with Project.open(lead) as project:
        project.store._db.raw.execute("DELETE FROM suggestions")
    merge(lead, handout)
    with Project.open(lead) as project:
        (count,) = project.store.suggestions.verdict_counts()
        assert (count.pipeline, count.count) == ("test_pipeline", 1)


def test_a_handout_brings_only_its_annotators_layer(lead: Path) -> None:
    handout = give(lead, "ada")
    with Project.open(handout) as project:
        for name in ("mallory", GOLD):
            desk = Desk(project, project.annotator(name))
            desk.open(project.store.documents.ids()[0])
            desk.set_status(Status.DONE)
    mark(handout, "ada", "Norrby")
    (report,) = merge(lead, handout)
    assert report.merged.others == 2
    assert any("layers of others" in line for line in report_lines(report))
    assert {name for name, _ in layers(lead)} == {"ada"}
    with Project.open(lead) as project:
        assert "mallory" not in [p.name for p in project.annotators()]


def test_a_copy_of_the_project_brings_everything(lead: Path) -> None:
    other = copy_of(lead, "other.annot")
    with Project.open(other) as project:
        add_person(project, "dora")
        add_person(project, "idle")
    mark(other, "dora", "Norrby")
    (report,) = merge(lead, other)
    assert report.whose == ""
    assert {name for name, _ in layers(lead)} == {"dora"}
    with Project.open(lead) as project:
        names = [p.name for p in project.annotators()]
    assert "dora" in names
    assert "idle" not in names  # nothing was done


def test_two_people_of_one_name_are_not_mixed(lead: Path) -> None:
    other = copy_of(lead, "other.annot")
    with Project.open(other) as project:
        rename_person(project, "ada", "adele")
        add_person(project, "ada")
    with Project.open(lead) as project:
        rename_person(project, "bob", "robert")
        rename_person(project, "ada", "bob")
    mark(other, "ada", "Norrby")
    before = dump(lead)
    with Project.open(lead) as project:
        add_person(project, "ada")
        project.store._db.raw.execute(
            "UPDATE annotators SET id = 'x' WHERE name = 'ada'"
        )
    (report,) = merge(lead, other)
    assert "another ada" in report.refused
    assert dump(lead)["annotations"] == before["annotations"]


def test_renamed_people_keep_their_handouts(lead: Path) -> None:
    handout = give(lead, "ada")
    mark(handout, "ada", "Norrby")
    with Project.open(lead) as project:
        rename_person(project, "ada", "Ada Byron")
    (report,) = merge(lead, handout)
    assert report.merged.added == 1
    assert {name for name, _ in layers(lead)} == {"Ada Byron"}


def test_documents_the_project_does_not_have_are_named(lead, tmp_path) -> None:
    from annotator.services.importing import import_paths

    handout = give(lead, "ada")
    extra = tmp_path / "extra.txt"
    extra.write_text("Extra news\n\nVelm is far away.\n", "utf-8")
    with Project.open(handout) as project:
        import_paths(project, [extra])
        desk = Desk(project, project.enter(""))
        desk.open(project.store.documents.ids()[-1])
        desk.mark("entity", "GPE", [Fragment(12, 16)])
    (report,) = merge(lead, handout)
    assert len(report.unknown) == 1
    assert any("import them and merge again" in x for x in report_lines(report))
    with Project.open(lead) as project:
        assert has_news(project, handout)
        import_paths(project, [extra])
    (report,) = merge(lead, handout)
    assert (report.unknown, report.merged.added) == ([], 1)


def test_labels_come_along_and_the_lead_keeps_the_schema(lead: Path) -> None:
    handout = give(lead, "ada")
    with Project.open(handout) as project:
        project.set_schema(project.schema.with_label("entity", "SHIP"))
        desk = Desk(project, project.enter(""))
        desk.open(project.store.documents.ids()[0])
        desk.mark("entity", "SHIP", [place("Norrby")])
        project.set_schema(project.schema.with_label("entity", "UNUSED"))
    (report,) = merge(lead, handout)
    assert report.new_labels == ["entity SHIP"]
    assert any("entity SHIP" in line for line in report_lines(report))
    with Project.open(lead) as project:
        entity = project.schema.kind("entity")
        assert entity.label("SHIP") is not None
        assert entity.label("UNUSED") is None
        version = project.store.info().schema_version
        project.set_schema(project.schema.with_label("entity", "BRIDGE"))
        assert project.store.info().schema_version == version + 1
    second = give(lead, "ada", lead.with_name("second.annot"))
    with Project.open(second) as project:
        assert project.schema.kind("entity").label("BRIDGE") is not None


# -- what is refused ---------------------------------------------------------


def refused(lead: Path, file: Path) -> str:
    """Merge a file that must be refused and return why; nothing changes."""
    before = dump(lead)
    content = file.read_bytes() if file.is_file() else b""
    (report,) = merge(lead, file)
    assert report.merged is None
    assert dump(lead) == before
    assert not list(lead.parent.glob("*before-merge*"))
    if content:
        assert file.read_bytes() == content
    assert str(file) in report.refused
    assert "annotator-merge-" not in report.refused
    return report.refused


def test_files_that_cannot_be_merged(lead: Path, tmp_path: Path) -> None:
    assert "not there" in refused(lead, tmp_path / "none.annot")
    text = tmp_path / "text.annot"
    text.write_text("no project\n" * 100)
    assert "not an Annotator project" in refused(lead, text)
    assert "this project itself" in refused(lead, lead)


def test_another_project_is_refused(lead: Path, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    other = make_project(tmp_path / "other")
    assert "belongs to another project" in refused(lead, other)


def test_a_newer_file_is_refused(lead: Path) -> None:
    handout = give(lead, "ada")
    with closing(sqlite3.connect(handout)) as database:
        database.execute(f"PRAGMA user_version = {migrate.VERSION + 1}")
    assert "newer version" in refused(lead, handout)


def test_a_damaged_file_is_refused(lead: Path) -> None:
    handout = give(lead, "ada")
    mark(handout, "ada", "Norrby")
    cut = handout.with_name("cut.annot")
    cut.write_bytes(handout.read_bytes()[: 4096 * 9])
    assert "damaged" in refused(lead, cut)
    moved = copy_of(handout, "moved.annot")
    with closing(sqlite3.connect(moved)) as database:
        database.execute('UPDATE fragments SET start = start + 1, "end" = "end" + 1')
        database.commit()
    assert "damaged" in refused(lead, moved)


def test_one_refused_file_costs_only_itself(lead: Path, tmp_path: Path) -> None:
    handout = give(lead, "ada")
    mark(handout, "ada", "Norrby")
    first, second = merge(lead, tmp_path / "none.annot", handout)
    assert first.refused
    assert second.merged.added == 1
    assert list(report_lines(first)) == [
        f"{tmp_path / 'none.annot'}: refused. {first.refused}"
    ]


def test_nothing_is_merged_into_a_handout(lead: Path) -> None:
    ada, bob = give(lead, "ada"), give(lead, "bob")
    with Project.open(ada) as opened, pytest.raises(InputError, match="handout of ada"):
        merge_files(opened, [bob])


def test_an_older_file_is_brought_up_to_date_in_a_copy(tmp_path: Path) -> None:
    old = ROOT / "tests" / "old_projects" / "version-1.annot"
    lead = Path(shutil.copy(old, tmp_path / "lead.annot"))
    worked = Path(shutil.copy(old, tmp_path / "worked.annot"))
    with closing(sqlite3.connect(worked)) as database:
        database.execute("UPDATE annotations SET note = 'later' WHERE label = 'PERSON'")
        database.commit()
    with Project.open(lead) as project:
        ann = project.annotator("ann").id
        document = project.store.documents.ids()[0]
        project.store.undo(ann)
    content = worked.read_bytes()
    merge(lead, worked)
    assert worked.read_bytes() == content
    assert not list(tmp_path.glob("worked.version*"))
    with Project.open(lead) as project:
        assert project.store.layer(document, ann).status is not Status.DONE


def test_a_file_that_somebody_has_open_can_be_merged(lead: Path) -> None:
    handout = give(lead, "ada")
    with Store.open(handout):
        mark(handout, "ada", "Norrby")
        assert handout.with_name("ada.annot-wal").stat().st_size > 0
        (report,) = merge(lead, handout)
    assert report.merged.added == 1


def test_a_stop_takes_the_file_back(lead: Path) -> None:
    handout = give(lead, "ada")
    mark(handout, "ada", "Norrby")
    before, progress = dump(lead), Progress()
    progress.cancel()
    with Project.open(lead) as project, pytest.raises(CancelledError):
        merge_files(project, [handout], progress)
    assert dump(lead) == before


def test_without_a_copy_there_is_no_merge(lead: Path, monkeypatch) -> None:
    handout = give(lead, "ada")
    mark(handout, "ada", "Norrby")
    before = dump(lead)

    def full(*_args: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with Project.open(lead) as project, pytest.raises(EnvironmentFault, match="space"):
        merge_files(project, [handout])
    assert dump(lead) == before


# -- kill -9 -----------------------------------------------------------------

MERGER = """
import sys
from pathlib import Path
from annotator.services.project import Project
from annotator.services.merging import merge_files
paths = [Path(p) for p in sys.argv[1:]]
with Project.open(paths[0]) as project:
    print("ready", flush=True)
    merge_files(project, paths[1:])
    print("merged", flush=True)
"""


def _merge_and_kill(lead: Path, files: list[Path], delay: float) -> None:
    command = [sys.executable, "-c", MERGER, str(lead), *map(str, files)]
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(delay)
        process.kill()


def test_a_merge_that_is_killed_leaves_the_old_or_the_new_state(lead: Path) -> None:
    files = [give(lead, name) for name in NAMES]
    for number, (name, path) in enumerate(zip(NAMES, files, strict=True)):
        Worker(path, name, number).work(25)
    states = [dump(lead)]
    whole = copy_of(lead, "whole.annot")
    for path in files:
        merge(whole, path)
        states.append(dump(whole))
    chance = random.Random(4)
    start = time.perf_counter()
    timed = copy_of(lead, "timed.annot")
    merge(timed, *files)
    needed = time.perf_counter() - start
    for number in range(4):
        path = copy_of(lead, f"killed-{number}.annot")
        _merge_and_kill(path, files, chance.random() * needed)
        with Project.open(path) as project:
            assert project.check(Progress()) == []
        state = dump(path)
        assert state in states
        merge(path, *files)
        assert dump(path) == states[-1]
