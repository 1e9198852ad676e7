"""The desk on a real project file: every step on disk, undo over documents."""

import pytest

from annotator.domain.documents import Details, DocumentFilter, Status
from annotator.domain.errors import EnvironmentFault, InputError
from annotator.domain.progress import Progress
from annotator.domain.records import Record
from annotator.domain.text import document_id, normalise
from annotator.services.desk import Desk
from annotator.services.library import Library
from annotator.services.project import Project
from tests.unit.services.builders import TEXT, place, suggest, tokens_of

OTHER = "שלום Ada Lindqvist 🔥 met cafe\u0301 owners.\n"


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "news.annot"
    with Project.create(path) as project, project.store.bulk() as bulk:
        for text in (TEXT, OTHER):
            record = Record(document_id(text), normalise(text), Details(text[:10]))
            bulk.add_document(record)
        quote = suggest("quote", "direct", content="“We will reopen it,”", cue="said")
        bulk.add_suggestions(
            Record(document_id(TEXT), TEXT, Details()), "test_pipeline", "1", [quote]
        )
    return path


@pytest.fixture
def desk(path):
    with Project.open(path) as project:
        yield Desk(project, project.annotator("ada"))


def surfaces(desk):
    text = desk.opened.document.text
    return sorted(
        text[f.start : f.end]
        for a in desk.opened.layer.annotations.values()
        for spans in a.parts.values()
        for f in spans
    )


def test_undo_reaches_over_documents_and_restarts(path, desk):
    desk.open(document_id(TEXT))
    desk.mark("entity", "PERSON", [place("Ada Lindqvist")])
    desk.open(document_id(OTHER))
    start = OTHER.index("Ada")
    desk.mark("entity", "PERSON", [(start, start + 13)])
    assert desk.undo_name == "Mark PERSON “Ada Lindqvist”"
    with Project.open(path) as again:
        later = Desk(again, again.annotator("ada"))
        later.open(document_id(OTHER))
        assert surfaces(later) == ["Ada Lindqvist"]
        first = later.undo()
        assert first.document_id == document_id(OTHER)
        assert surfaces(later) == []
        second = later.undo()
        assert second.document_id == document_id(TEXT)
        assert later.undo() is None
        assert later.redo_name == "Mark PERSON “Ada Lindqvist”"
        later.open(document_id(TEXT))
        assert later.redo().document_id == document_id(TEXT)
        assert surfaces(later) == ["Ada Lindqvist"]
        assert later.redo().document_id == document_id(OTHER)
        assert later.redo() is None
        assert again.check(Progress()) == []


def test_a_new_step_forgets_what_was_undone(desk):
    desk.open(document_id(TEXT))
    desk.mark("entity", "PERSON", [place("Ada Lindqvist")])
    desk.undo()
    desk.mark("entity", "DATE", [place("Monday")])
    assert desk.redo_name is None
    assert desk.redo() is None
    assert surfaces(desk) == ["Monday"]


def test_a_step_that_fails_on_disk_leaves_memory_as_it_was(desk, monkeypatch):
    desk.open(document_id(TEXT))

    def full(*_given):
        raise EnvironmentFault("The disk is full.")

    with monkeypatch.context() as broken:
        broken.setattr(desk.project.store, "commit", full)
        with pytest.raises(EnvironmentFault, match="disk is full"):
            desk.mark("entity", "DATE", [place("Monday")])
    assert surfaces(desk) == []
    assert desk.opened.layer.status is Status.TODO
    desk.mark("entity", "DATE", [place("Monday")])
    assert surfaces(desk) == ["Monday"]


def test_annotators_do_not_see_each_other(desk):
    desk.open(document_id(TEXT))
    desk.mark("entity", "DATE", [place("Monday")])
    bo = Desk(desk.project, desk.project.annotator("bo"))
    bo.open(document_id(TEXT))
    assert surfaces(bo) == []
    assert bo.undo() is None
    with pytest.raises(InputError, match="needs a name"):
        desk.project.annotator("  ")


def test_suggestions_states_places_and_the_list(desk):
    library = Library(desk.project, desk.annotator)
    assert library.count(DocumentFilter(has_suggestions=True)) == 1
    assert library.finder(DocumentFilter(has_suggestions=True)) is None
    finder = library.finder(DocumentFilter(has_suggestions=True), most=0)
    (row,) = library.rows_at(finder(Progress()))
    assert row.id == document_id(TEXT)
    assert library.finder(DocumentFilter(), most=0) is None
    opened = desk.open(document_id(TEXT))
    assert opened.tokens is None
    desk.set_tokens(tokens_of(TEXT))
    (pending,) = opened.pending()
    changes = desk.accept([pending.id])
    assert changes.suggestions
    assert changes.select in opened.layer.annotations
    assert library.row(document_id(TEXT)).pending == 0
    assert library.row(document_id(TEXT)).annotations == 1
    assert library.status_counts()[Status.IN_PROGRESS] == 1
    desk.set_status(Status.DONE)
    assert desk.set_status(Status.DONE) is None
    assert desk.undo_name == "Set done"
    todo = DocumentFilter(statuses=frozenset({Status.TODO}))
    assert [r.id for r in library.rows(todo)] == [document_id(OTHER)]
    assert library.first(todo).id == document_id(OTHER)
    assert library.neighbour(document_id(TEXT), step=1).id == document_id(OTHER)
    assert library.neighbour(document_id(OTHER), step=1) is None
    assert library.count(DocumentFilter(query="lindqv bridge")) == 1
    here = document_id(TEXT)
    assert desk.places.of(here) is None
    desk.places.note(here, {"caret": 12})
    assert desk.places.of(here) == {"caret": 12}
    desk.keep_places()
    again = Desk(desk.project, desk.annotator)
    assert again.places.last_document() == document_id(TEXT)
    again.open(document_id(TEXT))
    assert again.places.of(here) == {"caret": 12}
