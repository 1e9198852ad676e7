"""The schema changes under existing work: nothing is lost, misfits are named."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from annotator.domain.errors import InputError, SchemaError
from annotator.domain.progress import Progress
from annotator.domain.schema import Schema
from annotator.domain.schema_toml import dump_schema, parse_schema
from annotator.services import schema_changes
from annotator.services.desk import Desk
from annotator.services.importing import ImportRequest, import_paths
from annotator.services.label_names import LabelNames
from annotator.services.merging import merge_files
from annotator.services.project import Project
from annotator.services.summary import summary_lines
from annotator.suggest.client import Result
from tests.unit.services.builders import NEWS, place, suggest
from tests.unit.services.handouts import give, layers, make_project


def edited(schema: Schema, kind_name: str, /, **fields: object) -> Schema:
    """Return a schema with one kind changed."""
    kinds = tuple(
        replace(k, **fields) if k.name == kind_name else k for k in schema.kinds
    )
    return replace(schema, kinds=kinds)


def relabelled(
    schema: Schema, kind_name: str, name: str, /, **fields: object
) -> Schema:
    """Return a schema with one label changed."""
    kind = schema.kind(kind_name)
    labels = tuple(
        replace(label, **fields) if label.name == name else label
        for label in kind.labels
    )
    return edited(schema, kind_name, labels=labels)


def renamed(schema: Schema, old: str, new: str) -> Schema:
    label = schema.kind("entity").label(old)
    return relabelled(schema, "entity", old, name=new, formerly=(*label.formerly, old))


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = make_project(tmp_path_factory.mktemp("template"))
    with Project.open(path) as project:
        work(project, "ada")
        work(project, "bob")
    return path


@pytest.fixture
def path(template: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(template, tmp_path / "lead.annot"))


def work(project: Project, name: str) -> Desk:
    desk = Desk(project, project.annotator(name))
    desk.open(project.store.documents.ids()[0])
    desk.mark("entity", "PERSON", [place("Ada Lindqvist")])
    desk.mark("entity", "GPE", [place("Norrby")])
    quote = desk.mark("quote", "direct", [place("“We will reopen it,”")])
    desk.set_part(quote.select, "speaker", [place("Lindqvist said")])
    desk.set_attribute(quote.select, "speaker_entity", "Ada Lindqvist")
    return desk


def lead(project: Project):
    return project.person("lead")


def change(project: Project, schema: Schema) -> schema_changes.SchemaLook:
    return schema_changes.change_schema(project, lead(project), schema)


def said(look: schema_changes.SchemaLook) -> list[str]:
    return [schema_changes.misfit_line(misfit) for misfit in look.misfits]


def test_a_schema_with_everything_loses_nothing(path: Path) -> None:
    with Project.open(path) as project:
        before = layers(path)
        entities = replace(project.schema, kinds=project.schema.kinds[:1], links=())
        entities = relabelled(entities, "entity", "GPE", name="CITY")
        look = schema_changes.look_at(project, entities)
        assert layers(path) == before
        assert said(look)[:2] == [
            "label GPE of kind entity: 1 of ada and 1 of bob",
            "kind quote: 1 of ada and 1 of bob",
        ]
        (first, *_) = look.misfits[0].places
        assert (first.who, first.words) == ("ada", "Norrby")
        done = change(project, entities)
        assert said(done) == said(look)
        assert done.backup.is_file()
        assert layers(path) == before
        assert project.check(Progress()) == []
        lines = "\n".join(summary_lines(project))
        assert "not in the schema: kind quote: 1 of ada and 1 of bob" in lines
        back = schema_changes.go_back(project, lead(project))
        assert back.misfits == []
        assert layers(path) == before


def test_parts_attributes_and_values_that_are_gone_are_listed(path: Path) -> None:
    with Project.open(path) as project:
        quote = project.schema.kind("quote")
        roles = tuple(role for role in quote.roles if role.name != "speaker")
        look = schema_changes.look_at(
            project, edited(project.schema, "quote", roles=roles, attributes=())
        )
        assert "part speaker of kind quote: 1 of ada and 1 of bob" in said(look)
        assert "attribute speaker_entity of kind quote: 1 of ada and 1 of bob" in said(
            look
        )
        assert any(misfit.places for misfit in look.misfits if misfit.what == "part")
        assert look.total >= 4


def test_a_renamed_label_takes_its_work_along(path: Path) -> None:
    with Project.open(path) as project:
        new = renamed(project.schema, "GPE", "CITY")
        look = schema_changes.look_at(project, new)
        assert [(r.old, r.new, r.count) for r in look.renamed] == [("GPE", "CITY", 2)]
        assert not any("GPE" in line for line in said(look))
        done = change(project, new)
        assert done.renamed == look.renamed
        ada = Desk(project, project.person("ada"))
        ada.open(project.store.documents.ids()[0])
        labels = [a.label for a in ada.opened.layer.annotations.values()]
        assert sorted(labels) == ["CITY", "PERSON", "direct"]
        while ada.undo():
            pass
        while ada.redo():
            pass
        labels = [a.label for a in ada.opened.layer.annotations.values()]
        assert sorted(labels) == ["CITY", "PERSON", "direct"]
        assert project.check(Progress()) == []
        schema_changes.go_back(project, lead(project))
        assert ("GPE", 2) in [
            (name, n) for (_, name), n in schema_changes.label_counts(project).items()
        ]
        assert schema_changes.misfits(project) == []


def test_another_window_reads_renamed_work_again(path: Path) -> None:
    with Project.open(path) as one, Project.open(path) as other:
        ada = Desk(other, other.person("ada"))
        ada.open(other.store.documents.ids()[0])
        change(one, renamed(one.schema, "GPE", "CITY"))
        changes = ada.catch_up()
        assert changes.schema
        assert changes.reread
        assert "CITY" in {a.label for a in ada.opened.layer.annotations.values()}
        assert ada.undo_name  # its history goes on
        assert ada.undo()


def test_work_under_the_old_name_comes_in_under_the_new(path: Path) -> None:
    handout = give(path, "ada")
    with Project.open(path) as project:
        change(project, renamed(project.schema, "GPE", "CITY"))
    with Project.open(handout) as project:
        desk = Desk(project, project.enter("ada"))
        desk.open(project.store.documents.ids()[1])
        text = desk.opened.document.text
        desk.mark("entity", "GPE", [place("Norrby", text=text)])
    old = Path(shutil.copy(handout, handout.with_name("old.annot")))
    with Project.open(path) as project:
        for _ in range(2):
            (report,) = merge_files(project, [handout])
            assert report.new_labels == []
        merge_files(project, [old])
        counts = schema_changes.label_counts(project)
        assert counts["entity", "CITY"] == 3
        assert ("entity", "GPE") not in counts
        assert project.check(Progress()) == []


def test_files_and_pipelines_with_the_old_name_bring_the_new(
    path: Path, tmp_path: Path
) -> None:
    with Project.open(path) as project:
        change(project, renamed(project.schema, "GPE", "CITY"))
        line = (
            '{"text": "Velm is small.", "spans": [{"start": 0, "end": 4,'
            ' "label": "GPE"}]}\n'
        )
        file = tmp_path / "more.jsonl"
        file.write_text(line, "utf-8")
        report = import_paths(project, [file], ImportRequest(annotator="cy"))
        assert report.new_labels == []
        assert schema_changes.label_counts(project)["entity", "CITY"] == 3
        person = relabelled(project.schema, "entity", "PERSON", retired=True)
        names = LabelNames(project.store)
        found = tuple(
            suggest("entity", label, mention="Norrby") for label in ("GPE", "PERSON")
        )
        result = Result(project.store.documents.ids()[0], None, "p", "1", found)
        assert [s.label for s in names.suggested(result).suggestions] == [
            "CITY",
            "PERSON",
        ]
        change(project, person)
        assert [s.label for s in names.suggested(result).suggestions] == ["CITY"]


def test_a_retired_label_is_not_offered_and_keeps_its_work(path: Path) -> None:
    with Project.open(path) as project:
        new = relabelled(project.schema, "entity", "GPE", retired=True)
        assert said(change(project, new)) == []
        kind = project.schema.kind("entity")
        assert "GPE" not in {label.name for label in kind.offered}
        desk = Desk(project, project.person("cy"))
        desk.open(project.store.documents.ids()[0])
        with pytest.raises(InputError, match="retired"):
            desk.mark("entity", "GPE", [place("Norrby")])
        assert schema_changes.label_counts(project)["entity", "GPE"] == 2
        ada = Desk(project, project.person("ada"))
        ada.open(project.store.documents.ids()[0])
        (gpe,) = [a for a in ada.opened.layer.annotations.values() if a.label == "GPE"]
        assert ada.set_note(gpe.id, "still to be edited")
        change(project, relabelled(project.schema, "entity", "GPE", retired=False))
        assert desk.mark("entity", "GPE", [place("Norrby")])


def test_only_the_lead_of_a_whole_project_changes_it(path: Path) -> None:
    handed = give(path, "ada")
    with Project.open(path) as project, pytest.raises(InputError, match="Only the"):
        schema_changes.change_schema(project, project.person("ada"), NEWS)
    with Project.open(handed) as own, pytest.raises(InputError, match="handout of ada"):
        schema_changes.change_schema(own, own.enter("ada"), NEWS)


def test_former_schemas_are_kept(path: Path) -> None:
    with Project.open(path) as project:
        number = len(list(schema_changes.former_schemas(project)))
        change(project, replace(project.schema, title="Another"))
        change(project, replace(project.schema, title="A third"))
        found = [read.title for _, read in schema_changes.former_schemas(project)]
        assert found[:2] == ["Another", NEWS.title]
        assert len(found) == number + 2
        version = project.store.former_schemas()[1].version
        schema_changes.go_back(project, lead(project), version)
        assert project.schema.title == NEWS.title
        with pytest.raises(InputError, match="no schema number 99"):
            schema_changes.go_back(project, lead(project), 99)


def test_the_same_schema_changes_nothing(path: Path) -> None:
    with Project.open(path) as project:
        number = len(project.store.former_schemas())
        assert change(project, project.schema).backup is None
        assert len(project.store.former_schemas()) == number


def test_toml_keeps_retired_labels_and_former_names() -> None:
    new = relabelled(renamed(NEWS, "GPE", "CITY"), "entity", "PERSON", retired=True)
    assert parse_schema(dump_schema(new)) == new
    kind = new.kind("entity")
    free = relabelled(new, "entity", "ORG", key=kind.label("PERSON").key)
    assert parse_schema(dump_schema(free)) == free  # a retired label's key is free
    with pytest.raises(SchemaError, match="former name"):
        dump_schema(relabelled(new, "entity", "ORG", formerly=("CITY",)))
    with pytest.raises(SchemaError, match="former name"):
        dump_schema(relabelled(new, "entity", "ORG", formerly=("GPE",)))


NAMES = [label.name for label in NEWS.kind("entity").labels][:4]


@settings(
    max_examples=5,
    phases=(Phase.explicit, Phase.generate),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(data=st.data())
def test_whatever_is_done_to_the_schema_the_work_stays(
    path: Path, tmp_path: Path, data: st.DataObject
) -> None:
    """Labels are renamed, retired, dropped; every way back restores the same work."""
    copy = Path(shutil.copy(path, tmp_path / "copy.annot"))
    before = layers(copy)
    with Project.open(copy) as project:
        first = project.store.info().schema_version
        total = sum(schema_changes.label_counts(project).values())
        for step in range(data.draw(st.integers(1, 4))):
            schema = project.schema
            names = [label.name for label in schema.kind("entity").labels]
            name = data.draw(st.sampled_from(names))
            what = data.draw(st.sampled_from(("rename", "retire", "drop")))
            if what == "rename":
                schema = renamed(schema, name, f"NEW-{step}")
            elif what == "retire":
                schema = relabelled(schema, "entity", name, retired=True)
            elif len(names) > 1:
                labels = tuple(
                    one for one in schema.kind("entity").labels if one.name != name
                )
                schema = edited(schema, "entity", labels=labels)
            change(project, schema)
            counts = schema_changes.label_counts(project)
            assert sum(counts.values()) == total
            known = {label.name for label in schema.kind("entity").labels}
            strange = sum(
                n
                for (k, name), n in counts.items()
                if k == "entity" and name not in known
            )
            assert strange == sum(
                m.total for m in schema_changes.misfits(project) if m.what == "label"
            )
        schema_changes.go_back(project, lead(project), first)
        assert schema_changes.misfits(project) == []
        assert project.check(Progress()) == []
    assert layers(copy) == before
