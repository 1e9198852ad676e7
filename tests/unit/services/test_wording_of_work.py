"""Steps, refusals and reports of daily work speak the reader's language."""

from __future__ import annotations

import errno
import shutil
import sqlite3
from dataclasses import replace

import pytest

from annotator.domain.documents import Status
from annotator.domain.errors import AnnotatorError
from annotator.domain.progress import Progress
from annotator.domain.refusals import reason_of
from annotator.domain.schema import LinkType
from annotator.services import (
    assigning,
    backups,
    binning,
    handing_out,
    people,
    schema_changes,
    schema_editing,
    sharing,
)
from annotator.services.desk import Desk
from annotator.services.merging import merge_files
from annotator.services.project import GOLD, Project
from annotator.services.repairing import repair, repair_lines
from annotator.services.suggesting import foreign_sentence, suggestable_kinds
from annotator.storage.faults import fault
from annotator.suggest.pipelines import PipelineInfo
from tests.unit.services.builders import place, suggest
from tests.unit.services.handouts import NAMES, give, make_project

pytestmark = pytest.mark.usefixtures("wrapped")


def is_wrapped(said: str) -> bool:
    return said.startswith("⟦") and said.endswith("⟧")


@pytest.fixture
def path(tmp_path):
    return make_project(tmp_path)


@pytest.fixture
def project(path):
    with Project.open(path) as project:
        yield project


@pytest.fixture
def desk(project):
    links = (*project.schema.links, LinkType("made_in", "in", "claim", "quote"))
    project.set_schema(replace(project.schema, links=links))
    first = project.store.documents.ids()[0]
    found = [
        suggest("entity", "PERSON", mention="Ada Lindqvist"),
        suggest("entity", "GPE", mention="Norrby"),
        suggest("entity", "GPE", mention="Norrby#1"),
        suggest("entity", "DATE", mention="Monday"),
        suggest("quote", "direct", content="“We will reopen it,”", cue="said"),
    ]
    kinds = frozenset({"entity", "quote"})
    project.store.suggestions.put(first, "test_pipeline", "1", kinds, found)
    desk = Desk(project, project.person("lead"))
    desk.open(first)
    return desk


def refused(call, *given, **named):
    """Return what a call is refused with."""
    with pytest.raises(AnnotatorError) as caught:
        call(*given, **named)
    return str(caught.value)


def pending(desk, words):
    start = place(words).start
    return next(
        s.id
        for s in desk.opened.pending()
        if any(f.start == start for fs in s.parts.values() for f in fs)
    )


def test_the_names_of_steps(desk):
    names = []

    def do(changes):
        names.append(changes.name)
        assert desk.undo_name == changes.name  # as it is on disk
        return changes.select

    bridge = do(desk.mark("entity", "FAC", [place("the bridge")]))
    do(desk.relabel(bridge, "ORG"))
    do(desk.resize(bridge, "mention", 0, place("bridge")))
    do(desk.set_attribute(bridge, "wikidata", "Q1"))
    do(desk.set_attribute(bridge, "wikidata", None))
    do(desk.set_note(bridge, "which one?"))
    quote = do(desk.accept([pending(desk, "“We will reopen it,”")]))
    do(desk.set_part(quote, "speaker", [place("Lindqvist", 1)]))
    do(desk.add_fragment(quote, "content", [place("“before the first snow falls.”")]))
    do(desk.clear_part(quote, "cue"))
    claim = do(desk.mark("claim", "claim", [place("Norrby has waited long enough")]))
    do(desk.link(claim, quote, "made_in"))
    do(desk.unlink(next(iter(desk.opened.layer.links))))
    do(desk.correct(pending(desk, "Monday"), label="TIME"))
    do(desk.reject([pending(desk, "Ada Lindqvist")]))
    do(desk.accept([s.id for s in desk.opened.pending()]))
    do(desk.mark_all("entity", "LOC", [place("Norrby"), place("Norrby", 1)]))
    do(desk.delete([bridge]))
    do(desk.delete(list(desk.opened.layer.annotations)))
    do(desk.mark_zones([place("Critics in")]))
    do(desk.unmark_zones([place("Critics")]))
    do(desk.set_language("fr"))
    do(desk.set_status(Status.DONE))
    first, *rest = desk.project.store.documents.ids()
    do(desk.put_into_bin([first]))
    do(desk.take_out_of_bin([first]))
    do(desk.put_into_bin(rest))
    do(desk.take_out_of_bin(rest))
    assert len(names) == 27
    assert [name for name in names if not is_wrapped(name)] == []
    assert desk.undo().name == names[-1]


def test_what_is_refused_at_the_desk(desk, project):
    bridge = desk.mark("entity", "FAC", [place("the bridge")]).select
    quote = desk.accept([pending(desk, "“We will reopen it,”")]).select
    somebody = Desk(project, project.person("ada"))
    somebody.open(desk.opened.document.id)
    said = [
        refused(desk.mark, "entity", "NOPE", [place("Monday")]),
        refused(desk.mark_all, "entity", "NOPE", [place("Monday")]),
        refused(desk.relabel, bridge, "NOPE"),
        refused(desk.set_part, bridge, "speaker", [place("Monday")]),
        refused(desk.clear_part, quote, "content"),
        refused(desk.link, bridge, quote, "made_in"),
        refused(desk.link, bridge, "nothing", "made_in"),
        refused(desk.set_language, "Klingon"),
        refused(somebody.set_language, "fr"),
        refused(somebody.put_into_bin, [desk.opened.document.id]),
        refused(project.store.documents.get, "no such id"),
    ]
    assert [one for one in said if not is_wrapped(one)] == []


def test_what_is_said_of_people(project, tmp_path):
    folder = tmp_path / "out"
    people.retire_person(project, "cy", retired=True)
    request = assigning.AssignRequest
    said = [
        people.retired_line(project, "cy"),
        refused(people.rename_person, project, "ada", " "),
        refused(people.rename_person, project, "ada", GOLD),
        refused(people.rename_person, project, "ada", "bob"),
        refused(people.retire_person, project, "lead", retired=True),
        refused(people.retire_person, project, "nobody", retired=True),
        refused(project.enter, "cy"),
        refused(project.annotator, ""),
        refused(assigning.parse_share, "half"),
        refused(assigning.assign, project, request(())),
        refused(assigning.assign, project, request((GOLD,))),
        refused(assigning.assign, project, request(("cy",))),
        refused(assigning.assign, project, request(("ada",), per_document=2)),
        refused(assigning.assign, project, request(("ada",), per_document=0)),
        refused(assigning.assign, project, request(("ada",), queries=("zzz",))),
        refused(handing_out.hand_out, project, "cy", tmp_path / "a.annot"),
        refused(handing_out.hand_out, project, GOLD, tmp_path / "a.annot"),
        refused(handing_out.hand_out, project, "ada", folder / "a.annot"),
        refused(handing_out.hand_out, project, "ada", project.path),
    ]
    handing_out.hand_out(project, "ada", tmp_path / "a.annot")
    said.append(refused(handing_out.hand_out, project, "ada", tmp_path / "a.annot"))
    with Project.open(tmp_path / "a.annot") as handout:
        for call in (
            lambda: handing_out.hand_out(handout, "ada", folder),
            lambda: merge_files(handout, [project.path]),
            lambda: assigning.assign(handout, request(("ada",))),
        ):
            said.append(refused(call))
            assert said[-1].count("⟦") == 2  # and what it is that is refused
    assert [one for one in said if not is_wrapped(one)] == []


def test_what_is_said_of_merging(project, path, tmp_path):
    ada = give(path, NAMES[0])
    with Project.open(ada) as handout:
        desk = Desk(handout, handout.person("ada"))
        desk.open(handout.store.documents.ids()[0])
        desk.mark("entity", "PERSON", [place("Ada Lindqvist")])
    (tmp_path / "other").mkdir()
    other = make_project(tmp_path / "other")
    garbage = tmp_path / "garbage.annot"
    garbage.write_bytes(b"no database")
    files = [ada, other, garbage, path, tmp_path / "nowhere.annot"]
    reports = merge_files(project, files)
    assert reports[0].merged.added == 1
    assert all(is_wrapped(report.refused) for report in reports[1:])


def test_what_is_said_of_the_bin(project):
    lead = Desk(project, project.person("lead"))
    documents = project.store.documents.ids()
    lead.open(documents[0])
    lead.mark("entity", "PERSON", [place("Ada Lindqvist")])
    lines = [
        binning.work_line(binning.work_on(project, documents[:1])),
        binning.work_line(
            replace(binning.work_on(project, documents[1:]), assigned=())
        ),
    ]
    assert all(map(is_wrapped, lines)), lines
    work = binning.hangs_line(binning.work_on(project, documents[:1]))
    assert all(is_wrapped(part) for part in work.split(", ⟦") if "⟦" in part[:1])
    assert is_wrapped(binning.hangs_line(binning.Work(1)))


def test_what_is_said_of_a_schema(project):
    desk = Desk(project, project.person("lead"))
    desk.open(project.store.documents.ids()[0])
    desk.mark("entity", "PERSON", [place("Ada Lindqvist")])
    desk.mark("entity", "GPE", [place("Norrby")])
    schema = schema_editing.rename_label(project.schema, "entity", "PERSON", "HUMAN")
    schema = schema_editing.remove_label(schema, "entity", "GPE")
    look = schema_changes.look_at(project, schema)
    assert [(misfit.kind, misfit.name) for misfit in look.misfits] == [
        ("entity", "GPE")
    ]
    assert len(look.renamed) == 1
    lines = list(schema_changes.look_lines(look))
    assert [line for line in lines if "⟦" not in line] == []
    editing = schema_editing
    bare = replace(schema.kind("entity"), labels=schema.kind("entity").labels[:1])
    alone = replace(schema, kinds=(bare,))
    said = [
        editing.key_conflict(schema, "entity", "HUMAN", "PP"),
        editing.key_conflict(schema, "entity", "HUMAN", "o"),
        editing.key_conflict(schema, "entity", "HUMAN", "s"),
        refused(editing.remove_label, alone, "entity", bare.labels[0].name),
        refused(editing.remove_label, schema, "poem", "x"),
        refused(editing.rename_label, schema, "entity", "ORG", " x"),
        refused(editing.rename_label, schema, "entity", "ORG", "HUMAN"),
        refused(schema_changes.go_back, project, project.person("lead"), 99),
        refused(schema_changes.change_schema, project, project.person("ada"), schema),
    ]
    assert [one for one in said if not is_wrapped(one)] == []


def test_what_is_said_of_files(project, path, tmp_path, monkeypatch):
    copy = tmp_path / "copy.annot"
    project.backup(copy)
    other = tmp_path / "other"
    other.mkdir()
    said = [
        refused(project.backup, copy),
        refused(project.backup, tmp_path / "none" / "copy.annot"),
        refused(backups.restore, path, path),
        refused(backups.restore, path, make_project(other)),
        refused(backups.restore, path, copy),
        refused(Project.open, tmp_path / "nowhere.annot"),
    ]
    data = bytearray(copy.read_bytes())
    data[4096:] = b"x" * (len(data) - 4096)
    (tmp_path / "damaged.annot").write_bytes(data)
    (tmp_path / "text.annot").write_text("no database")
    newer = shutil.copy(copy, tmp_path / "newer.annot")
    with sqlite3.connect(newer) as database:
        database.execute("PRAGMA user_version = 999")
    database.close()
    said += [
        refused(Project.open, tmp_path / f"{name}.annot")
        for name in ("damaged", "text", "newer")
    ]
    path.rename(tmp_path / "gone.annot")
    said.append(refused(project.store.require_in_place))
    monkeypatch.setattr(sharing, "network_share", lambda path: "nfs")
    said.append(sharing.share_warning(path))
    assert [one for one in said if not is_wrapped(one)] == []


@pytest.mark.parametrize(
    "code",
    [sqlite3.SQLITE_FULL, sqlite3.SQLITE_BUSY, sqlite3.SQLITE_READONLY],
    ids=["full", "busy", "read-only"],
)
def test_what_is_said_of_the_surroundings(tmp_path, code):
    error = sqlite3.OperationalError("low-level words")
    error.sqlite_errorcode = code
    said = str(fault(tmp_path / "news.annot", error))
    assert is_wrapped(said)
    assert said.count("⟦") == 2
    assert "low-level" not in said


def test_what_the_system_says():
    assert reason_of(OSError(errno.ENOSPC, "?")) == "⟦No space left on device⟧"
    assert reason_of(OSError(9999, "strange")) == "strange"
    assert reason_of(OSError("without a number")) == "without a number"


def test_what_is_saved_of_a_damaged_file(project, path, tmp_path):
    project.backup(tmp_path / "copy.annot")
    with sqlite3.connect(tmp_path / "copy.annot") as database:
        database.execute("PRAGMA foreign_keys = OFF")
        database.execute("UPDATE operations SET forward = '{'")
        database.execute("UPDATE documents SET title = '' WHERE position = 0")
        database.execute(
            "DELETE FROM document_texts WHERE document_id IN"
            " (SELECT id FROM documents WHERE position = 1)"
        )
        database.execute("DELETE FROM project")
    database.close()
    target, saved = repair(tmp_path / "copy.annot", None, Progress())
    assert saved.lost
    assert [p for p in saved.lost if not is_wrapped(p.reason)] == []
    assert all(map(is_wrapped, repair_lines(target, saved)))


def test_what_is_said_of_suggestions(project, monkeypatch):
    monkeypatch.setattr(PipelineInfo, "language", "en", raising=False)
    info = PipelineInfo("en_test", "1", "en_test")
    said = [
        foreign_sentence({"de": 1}, info),
        foreign_sentence({"de": 3, "en": 5}, info),
        foreign_sentence({"de": 3, "fr": 1}, info),
        refused(suggestable_kinds, project.store, ("poem",)),
    ]
    assert [one for one in said if not is_wrapped(one)] == []
    assert "⟦German⟧" in said[0]
