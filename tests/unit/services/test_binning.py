"""Taking articles out of a project: who may, what hangs on it, how it comes back."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from annotator.domain.documents import Status
from annotator.domain.errors import CancelledError, InputError
from annotator.domain.progress import Progress
from annotator.services import binning
from annotator.services.agreeing import agree
from annotator.services.agreement import AgreementRequest
from annotator.services.desk import Desk
from annotator.services.import_look import as_lines, look
from annotator.services.importing import ImportRequest, import_paths
from annotator.services.library import Library
from annotator.services.merging import merge_files, report_lines
from annotator.services.project import GOLD, Project
from annotator.services.summary import summary_lines
from tests.unit.services.builders import place
from tests.unit.services.handouts import give, make_project


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_project(tmp_path_factory.mktemp("template")).parent


@pytest.fixture
def path(template: Path, tmp_path: Path) -> Path:
    return shutil.copytree(template, tmp_path / "lead") / "lead.annot"


def desk_of(project: Project, name: str) -> Desk:
    desk = Desk(project, project.annotator(name))
    desk.open(project.store.documents.ids()[0])
    return desk


def lead_desk(project: Project) -> Desk:
    return desk_of(project, "lead")


def mark(project: Project, *names: str) -> None:
    for name in names:
        desk = desk_of(project, name)
        desk.mark("entity", "PERSON", [place("Ada Lindqvist")])
        desk.mark("entity", "GPE", [place("Norrby")])
        desk.set_status(Status.DONE)


def test_it_is_said_how_much_hangs_on_it(path: Path) -> None:
    with Project.open(path) as project:
        first, second, third = project.store.documents.ids()
        mark(project, "ada", "bob", GOLD)
        work = binning.work_on(project, [first, second])
        assert binning.work_line(work) == (
            "2 articles with 4 annotations of ada and bob, 2 settled,"
            " assigned to ada, bob and cy"
        )
        for name in ("ada", "bob", "cy"):
            project.store.unassign(project.person(name).id, [third])
        assert binning.work_line(binning.work_on(project, [third])) == (
            "1 article, on which nobody has worked"
        )


def test_one_step_takes_several_out_and_one_undo_puts_them_back(path: Path) -> None:
    with Project.open(path) as project:
        desk = lead_desk(project)
        first, second, third = project.store.documents.ids()
        changes = desk.put_into_bin([first, third, first])
        assert (changes.name, changes.binned) == ("Remove 2 articles", True)
        assert desk.is_binned
        assert project.store.documents.ids() == [second]
        assert Library(project, desk.annotator).count() == 1
        assert desk.places.last_document() is None
        assert desk.put_into_bin([first]) is None
    with Project.open(path) as project:
        desk = Desk(project, project.annotator("lead"))
        changes = desk.undo()
        assert changes.binned
        assert project.store.documents.ids() == [first, second, third]
        assert desk.redo_name == "Remove 2 articles"


def test_putting_back_is_a_step_of_its_own(path: Path) -> None:
    with Project.open(path) as project:
        desk = lead_desk(project)
        (first, *_) = project.store.documents.ids()
        desk.put_into_bin([first])
        changes = desk.take_out_of_bin([first])
        assert changes.name.startswith("Put back “")
        assert not desk.is_binned
        desk.undo()
        assert project.store.is_binned(first)
        desk.undo()
        assert not project.store.is_binned(first)


def test_only_the_lead_of_a_whole_project_may(path: Path) -> None:
    with Project.open(path) as project:
        desk = desk_of(project, "ada")
        assert not binning.may_bin(project, desk.annotator)
        with pytest.raises(InputError, match="Only the lead"):
            desk.put_into_bin(project.store.documents.ids())
        assert project.store.count_binned() == 0
    with Project.open(give(path, "ada")) as handout:
        owner = handout.enter("ada")
        with pytest.raises(InputError, match="is the handout of ada"):
            binning.put_into_bin(handout, owner, handout.store.documents.ids())


def test_a_stop_leaves_everything(path: Path) -> None:
    with Project.open(path) as project:
        lead = project.annotator("lead")
        stopped = Progress()
        stopped.cancel()
        with pytest.raises(CancelledError):
            binning.put_into_bin(project, lead, project.store.documents.ids(), stopped)
        assert project.store.count_binned() == 0


def test_another_window_learns_of_it(path: Path) -> None:
    with Project.open(path) as one, Project.open(path) as other:
        ada = desk_of(other, "ada")
        assert ada.catch_up() is None
        lead_desk(one).put_into_bin(one.store.documents.ids()[:1])
        changes = ada.catch_up()
        assert changes.binned
        assert ada.is_binned
        # What is done before the window has looked again is kept, too.
        ada.mark("entity", "PERSON", [place("Ada Lindqvist")])
        assert len(ada.opened.layer.annotations) == 1


def test_nothing_in_it_is_measured(path: Path) -> None:
    with Project.open(path) as project:
        mark(project, "ada", "bob")
        desk = lead_desk(project)
        assert agree(path, AgreementRequest(intervals=False)).documents == 1
        desk.put_into_bin(project.store.documents.ids()[:1])
    with pytest.raises(InputError, match="finished"):
        agree(path, AgreementRequest(intervals=False))


def test_importing_the_same_text_puts_it_back(path: Path) -> None:
    with Project.open(path) as project:
        mark(project, "ada")
        (first, *_) = project.store.documents.ids()
        lead_desk(project).put_into_bin([first])
        source = path.parent / "texts" / "0.txt"
        found = look(project, [source])
        assert (found.known, found.binned) == (1, 1)
        assert "In the bin, from which they come back: 1." in as_lines(found)
        report = import_paths(project, [source])
        assert (report.documents, report.duplicates) == (0, 1)
        assert len(report.taken_out) == 1
        assert (
            len(project.store.layer(first, project.person("ada").id).annotations) == 2
        )


def test_what_is_in_it_makes_nothing_a_copy(path: Path) -> None:
    with Project.open(path) as project:
        text = path.parent / "texts" / "0.txt"
        lead_desk(project).put_into_bin(project.store.documents.ids()[:1])
        near = path.parent / "near.txt"
        near.write_text(text.read_text("utf-8") + "And again.\n", "utf-8")
        assert look(project, [near]).copies == []
        report = import_paths(project, [near], ImportRequest(without_copies=True))
        assert report.documents == 1


def test_work_that_comes_back_on_it_is_kept_and_said(path: Path) -> None:
    handout = give(path, "ada")
    with Project.open(handout) as project:
        mark(project, "ada")
    with Project.open(path) as project:
        (first, *_) = project.store.documents.ids()
        lead_desk(project).put_into_bin([first])
        (report,) = merge_files(project, [handout])
        lines = "\n".join(report_lines(report))
        assert "In the bin, with the work that came in: " in lines
        assert project.store.is_binned(first)
        lead_desk(project).undo()
        assert (
            len(project.store.layer(first, project.person("ada").id).annotations) == 2
        )


def test_info_tells_of_the_bin(path: Path) -> None:
    with Project.open(path) as project:
        assert not any("in the bin" in line for line in summary_lines(project))
        lead_desk(project).put_into_bin(project.store.documents.ids()[:1])
        lines = list(summary_lines(project))
        assert "  documents    2" in lines
        assert "  in the bin   1" in lines


def test_articles_are_named_by_id_or_words(path: Path) -> None:
    with Project.open(path) as project:
        first, second, third = project.store.documents.ids()
        assert binning.named_documents(project, [second[:8], "velm"]) == [second, third]
        assert binning.named_documents(project, ["norrby"]) == [first, second]
        with pytest.raises(InputError, match="“zebra”"):
            binning.named_documents(project, ["norrby", "zebra"])
        lead_desk(project).put_into_bin([third])
        with pytest.raises(InputError):
            binning.named_documents(project, [third])
        (one,) = binning.named_in_bin(project, [third[:10]])
        assert one.id == third
        with pytest.raises(InputError, match="Nothing in the bin"):
            binning.named_in_bin(project, ["zebra"])
