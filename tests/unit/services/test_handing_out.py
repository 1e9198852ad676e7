"""A handout holds what its annotator needs, and nothing of anybody else."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.domain.annotations import now
from annotator.domain.documents import Status
from annotator.domain.errors import CancelledError, EnvironmentFault, InputError
from annotator.domain.ids import CommentId, OperationId, new_id
from annotator.domain.layers import LayerChange, Operation
from annotator.domain.people import Assignment, Comment
from annotator.domain.progress import Progress
from annotator.services.desk import Desk
from annotator.services.handing_out import (
    HandoutOutcome,
    HandoutRefused,
    hand_out,
    hand_out_all,
)
from annotator.services.library import Library
from annotator.services.merging import merge_files
from annotator.services.people import retire_person, working_names
from annotator.services.project import GOLD, Project
from annotator.storage.store import Store
from tests.unit.services.builders import TEXT, place, tokens_of
from tests.unit.services.handouts import (
    NAMES,
    SHORT,
    THIRD,
    Worker,
    dump,
    give,
    layers,
    make_project,
)

HIDDEN = "Zebra crossing"


@pytest.fixture
def lead(tmp_path: Path) -> Path:
    return make_project(tmp_path)


def note(path: Path, name: str, words: str, said: str) -> None:
    """Let somebody mark words in the first document, with a note."""
    with Project.open(path) as project:
        desk = Desk(project, project.annotator(name))
        desk.open(project.store.documents.ids()[0])
        changes = desk.mark("entity", "ORG", [place(words)])
        desk.set_note(changes.select, said)


def test_a_handout_is_sound_and_its_annotators(lead: Path) -> None:
    note(lead, "ada", "Norrby", "mine")
    with Project.open(lead) as project:
        ids = project.store.documents.ids()
        project.store.put_tokens([(ids[0], tokens_of(TEXT))])
    path = give(lead, "ada")
    with Project.open(path) as handout, Project.open(lead) as project:
        assert handout.check(Progress()) == []
        theirs, mine = handout.store.info(), project.store.info()
        assert (theirs.id, theirs.created) == (mine.id, mine.created)
        assert theirs.schema_version == mine.schema_version
        assert handout.schema == project.schema
        owner = handout.handout_for()
        assert owner == project.person("ada")
        assert theirs.handout_for == owner.id
        assert project.handout_for() is None
        assert handout.store.documents.ids() == ids
        assert handout.store.tokens(ids[0]) == project.store.tokens(ids[0])
        assert handout.store.suggestions.of(ids[0]) == project.store.suggestions.of(
            ids[0]
        )
        undo = project.store.undo_name(owner.id)
        assert handout.store.undo_name(owner.id) == undo is not None
        found = Library(handout, owner).rows()
        assert [row.id for row in found] == ids
    assert layers(path) == layers(lead)


def test_nothing_of_the_others_is_in_the_file(lead: Path) -> None:
    """Not even in what a deleted row would leave behind."""
    for name in ("bob", GOLD):
        note(lead, name, "Norrby", f"{HIDDEN} of {name}")
    path = give(lead, "ada")
    content = path.read_bytes()
    with Project.open(lead) as project:
        others = [p.id for p in project.annotators() if p.name != "ada"]
    for words in (HIDDEN, *others):
        assert words.encode() not in content
        assert words.encode() in lead.read_bytes()
    found = dump(path)
    assert [row[1] for row in found["annotators"]] == ["ada"]
    assert found["layers"] == found["annotations"] == found["operations"] == []
    assert found["stamps"] == []


def test_only_assigned_documents_are_in_it(lead: Path) -> None:
    with Project.open(lead) as project:
        ada = project.annotator("ada").id
        ids = project.store.documents.ids()
        project.store.unassign(ada, ids[1:])
        report = hand_out(project, "ada", lead.with_name("one"))
    assert (report.documents, report.assigned, report.withheld) == (1, True, 0)
    assert report.path == lead.with_name("one.annot")
    with Project.open(report.path) as handout:
        assert handout.store.documents.ids() == ids[:1]
        rows = handout.store.documents.rows(ada)
        assert [row.id for row in rows] == ids[:1]
        for words in ("Velm", "quiet"):
            assert words.encode() not in report.path.read_bytes()
    assert any("Velm" in text for text in (SHORT, THIRD))


def test_who_has_nothing_assigned_gets_everything(lead: Path) -> None:
    with Project.open(lead) as project:
        project.annotator("dora")
        report = hand_out(project, "dora", lead.with_name("dora"))
    assert (report.documents, report.assigned) == (3, False)


def test_withheld_suggestions_are_not_in_it(lead: Path) -> None:
    with Project.open(lead) as project:
        ada = project.annotator("ada")
        first = project.store.documents.ids()[0]
        withheld = Assignment(ada.id, first, shared=True, suggestions_withheld=True)
        project.store.assign([withheld])
        report = hand_out(project, "ada", lead.with_name("ada"))
        assert report.withheld == 1
        desk = Desk(project, ada)  # nor are they shown in the project itself
        assert desk.open(first).suggestions == {}
        desk.reload_suggestions()
        assert desk.opened.suggestions == {}
        bob = Desk(project, project.annotator("bob"))
        assert len(bob.open(first).suggestions) == 2
    with Project.open(report.path) as handout:
        assert handout.store.suggestions.of(first) == []
        # Whatever its own pipeline finds there is not shown either.
        desk = Desk(handout, handout.enter(""))
        found = bob.opened.suggestions.values()
        kinds = frozenset({"entity"})
        handout.store.suggestions.put(first, "test_pipeline", "2", kinds, list(found))
        assert desk.open(first).suggestions == {}
        assert handout.store.documents.row(ada.id, first).pending == 0


def _comment(project: Project, who: str, said: str) -> None:
    document = project.store.documents.ids()[0]
    comment = Comment(CommentId(new_id()), 0, 5, who, now(), said)
    change = LayerChange(document, who, put_comments=(comment,))
    inverse = project.store.layer(document, who).inverse(change)
    operation = Operation(OperationId(new_id()), "Comment", now(), change, inverse)
    project.store.commit(operation)


def test_comments_of_leads_go_along_and_no_others(lead: Path) -> None:
    with Project.open(lead) as project:
        for name in ("lead", "bob", "ada"):
            _comment(project, project.annotator(name).id, f"by {name}")
        document = project.store.documents.ids()[0]
    path = give(lead, "ada")
    with Project.open(path) as handout:
        assert handout.check(Progress()) == []
        said = {c.text for c in handout.store.comments(document).values()}
        assert said == {"by lead", "by ada"}
        assert {p.name for p in handout.annotators()} == {"lead", "ada"}
    assert b"by bob" not in path.read_bytes()


def test_a_handout_opens_as_its_annotator(lead: Path) -> None:
    with Project.open(give(lead, "ada")) as handout:
        assert handout.enter("somebody else").name == "ada"
        assert handout.enter("").name == "ada"
        assert not handout.enter("").lead
        assert working_names(handout) == ["ada"]
        assert [p.name for p in handout.annotators()] == ["ada"]


def test_a_file_is_not_replaced_without_being_told(lead: Path) -> None:
    path = give(lead, "ada")
    before = path.read_bytes()
    with pytest.raises(InputError, match="exists already"):
        give(lead, "ada")
    with Project.open(lead) as project:
        hand_out(project, "ada", path, force=True)
    assert path.read_bytes() != b""
    Worker(path, "ada", 1).work(5)
    before = dump(path)
    with Project.open(lead) as project:
        with pytest.raises(InputError, match="has not been merged"):
            hand_out(project, "ada", path, force=True)
        assert dump(path) == before
        merge_files(project, [path])
        hand_out(project, "ada", path, force=True)
    assert layers(path) == layers(lead)


def test_nothing_else_is_replaced(lead: Path, tmp_path: Path) -> None:
    text = tmp_path / "notes.txt"
    text.write_text("my notes")
    with Project.open(lead) as project:
        with pytest.raises(InputError, match="nobody can tell what is in it"):
            hand_out(project, "ada", text, force=True)
        with pytest.raises(InputError, match="cannot be replaced"):
            hand_out(project, "ada", lead, force=True)
        folder = tmp_path / "folder.annot"
        folder.mkdir()
        with pytest.raises(InputError, match="cannot be replaced"):
            hand_out(project, "ada", folder, force=True)
        with pytest.raises(InputError, match="not a folder"):
            hand_out(project, "ada", tmp_path / "none" / "ada")
    assert text.read_text() == "my notes"


def test_to_whom_nothing_is_handed_out(lead: Path, tmp_path: Path) -> None:
    target = tmp_path / "x"
    with Project.open(lead) as project:
        project.annotator(GOLD)
        retire_person(project, "bob", retired=True)
        for name, finding in (
            ("nobody", "no annotator nobody"),
            ("bob", "bob is retired"),
            (GOLD, "settled layer"),
        ):
            with pytest.raises(InputError, match=finding):
                hand_out(project, name, target)
    with (
        Project.open(give(lead, "ada")) as handout,
        pytest.raises(InputError, match="handout of ada"),
    ):
        hand_out(handout, "ada", target)
    with Project.create(tmp_path / "empty") as empty:
        empty.annotator("ada")
        with pytest.raises(InputError, match="no documents to hand out"):
            hand_out(empty, "ada", target)


def test_a_handout_that_fails_leaves_nothing(lead: Path, monkeypatch) -> None:
    names = sorted(p.name for p in lead.parent.iterdir())
    progress = Progress()
    progress.cancel()
    with Project.open(lead) as project:
        with pytest.raises(CancelledError):
            hand_out(project, "ada", lead.with_name("ada"), progress=progress)

        def full(*_args: object) -> None:
            raise OSError(28, "No space left on device")

        with monkeypatch.context() as patched:
            patched.setattr(Path, "replace", full)
            with pytest.raises(EnvironmentFault, match="No space"):
                hand_out(project, "ada", lead.with_name("ada"))
    assert sorted(p.name for p in lead.parent.iterdir()) == names


def test_documents_can_be_found_in_a_handout(lead: Path) -> None:
    from annotator.domain.documents import DocumentFilter

    with Store.open(give(lead, "ada")) as store:
        owner = store.info().handout_for
        assert store.documents.count(owner, DocumentFilter(query="velm")) == 1


def test_annotators_see_their_own_documents_and_states(lead: Path) -> None:
    with Project.open(lead) as project:
        ids = project.store.documents.ids()
        dora = project.annotator("dora")
        project.store.assign([Assignment(dora.id, ids[2]), Assignment(dora.id, ids[0])])
        library = Library(project, dora)
        assert [row.id for row in library.rows()] == [ids[0], ids[2]]
        assert library.count() == 2
        assert library.status_counts()[Status.TODO] == 2
        assert library.neighbour(ids[0], step=1).id == ids[2]
        assert library.first().id == ids[0]
        boss = project.enter("lead")
        project.store.assign([Assignment(boss.id, ids[1])])
        assert Library(project, boss).count() == 3


def test_names_that_no_file_can_have_still_get_files(tmp_path):
    path = make_project(tmp_path)
    with Project.open(path) as project:
        names = ["a/b", "A b", "..", "Ana Ružić"]
        for name in names:
            project.annotator(name)
        out = tmp_path / "out"
        out.mkdir()
        outcomes = hand_out_all(project, [*names, "nobody"], out)
        assert [one.path.name for one in outcomes] == [
            "lead-a-b.annot",
            "lead-A-b-2.annot",
            "lead-annotator.annot",
            "lead-Ana-Ružić.annot",
            "lead-nobody.annot",
        ]
        assert isinstance(outcomes[-1], HandoutRefused)
        assert sorted(p.name for p in out.iterdir()) == sorted(
            one.path.name for one in outcomes[:-1]
        )
        with pytest.raises(InputError, match="not a folder"):
            hand_out_all(project, names, tmp_path / "none")


def test_stopping_keeps_the_files_that_are_whole(tmp_path):
    path = make_project(tmp_path)
    progress = Progress()
    outcomes: list[HandoutOutcome] = []

    class Stopping(list):
        def append(self, one):
            outcomes.append(one)
            progress.cancel()

    with Project.open(path) as project, pytest.raises(CancelledError):
        hand_out_all(project, NAMES, tmp_path, progress=progress, outcomes=Stopping())
    assert [one.annotator for one in outcomes] == [NAMES[0]]
    assert sorted(p.name for p in tmp_path.glob("lead-*")) == ["lead-ada.annot"]
